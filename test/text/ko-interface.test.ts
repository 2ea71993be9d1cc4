import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../source/paint/cell.js';
import * as english from '../../source/text/en/interface.js';
import {error} from '../../source/text/ko/commands.js';
import {config} from '../../source/text/ko/config.js';
import {evidence} from '../../source/text/ko/evidence.js';
import {column, facetShort, footerKey, queryError} from '../../source/text/ko/interface.js';
import {logs} from '../../source/text/ko/logs.js';
import {overview} from '../../source/text/ko/overview.js';
import {hidden, kind} from '../../source/text/ko/process.js';
import {koreanSpan} from '../../source/text/ko/span.js';

describe('a span of time has Korean units', () => {
	test.each([
		['3d 4h', '3일 4시간'],
		['2m 5s', '2분 5초'],
		['12s', '12초'],
		['500 ms', '500밀리초'],
		['1.5 s', '1.5초'],
		['–', '–'],
		['com.example.5stars', 'com.example.5stars'],
	])('%s: %s', (span, korean) => {
		expect(koreanSpan(span)).toBe(korean);
	});
});

describe('Korean words fit where the English ones stand', () => {
	test.each(Object.keys(english.column) as (keyof typeof english.column)[])('the head of the column %s', id => {
		const most = Math.max(displayWidth(english.column[id].head) + 2, id === 'time' ? 8 : 0);
		expect(displayWidth(column[id].head)).toBeLessThanOrEqual(most);
	});

	test('the shorter names of the facets with counts take at most 80 cells', () => {
		const marks = 5 * 2 + 5 * 2;
		const counts = 6 * 4;
		const names = Object.values(facetShort).reduce((sum, name) => sum + displayWidth(name), 0);
		expect(1 + names + marks + counts).toBeLessThanOrEqual(80);
	});

	test('words of the footer have at most five syllables', () => {
		expect(Object.values(footerKey).filter(word => displayWidth(word) > 10)).toEqual([]);
	});

	test('the short name of a kind fits its column together with the mark', () => {
		expect(Object.values(kind).filter(({short}) => displayWidth(short) + 2 > 13)).toEqual([]);
	});
});

describe('a particle fits the word before it', () => {
	test.each([
		[queryError['unknown-kind']('zzz'), '“zzz”로 시작하는 종류 없음'],
		[evidence['supervised-job']({manager: 'cron', supervisorPid: 812, isParent: 1}), 'cron(프로세스 812)이 시작했고 관리합니다.'],
		[evidence['supervised-job']({manager: 'pm2', supervisorPid: null, isParent: 0}), '조상 프로세스 가운데 PM2가 있습니다.'],
		[evidence.zombie({parent: null}), '이미 끝났습니다. 부모가 결과를 거둘 때까지 목록에만 남아 있습니다.'],
		[overview.lastExit({type: 'signal', value: 9}), '시그널 9로 끝남'],
		[overview.lastExit({type: 'code', value: 6}), '종료 코드 6으로 끝남'],
		[config.runsAs('postgres', 'systemd', null), 'postgres 계정으로 실행됩니다.'],
		[config.starts.unit('cron.service, sshd'), 'cron.service, sshd와 함께'],
	])('%s', (said, expected) => {
		expect(said).toBe(expected);
	});
});

test('a dictionary that knows a kind names it in Korean', () => {
	expect(evidence['known-program']({name: 'Maccy', kind: 'background-app'})).toBe('사전에 올라 있습니다(Maccy): 백그라운드 앱.');
});

test('what is hidden is counted where it can be', () => {
	expect(hidden({hidepid: 'invisible', unreadable: 141, threads: 263})).toBe('프로세스 141개, 스레드 263개 숨겨짐');
	expect(hidden({hidepid: 'invisible', unreadable: 0, threads: null})).toBe('다른 프로세스는 숨겨짐');
	expect(hidden({hidepid: null, unreadable: 3, threads: null})).toBe('3개 읽을 수 없음');
});

test('groups that may read a log are joined in Korean', () => {
	expect(logs.advice({who: 'group', groups: ['adm', 'systemd-journal']})).toContain('root나 adm 또는 systemd-journal 그룹의');
});

test('the caret stands below the place of an error behind Hangul', () => {
	const [, query = '', caret = ''] = error.badQuery('한글 kind:zzz', 9, 'x').split('\n');
	expect(displayWidth(caret.slice(0, -1))).toBe(displayWidth(query.slice(0, query.indexOf('zzz'))));
});

describe('what keeps a service is one sentence', () => {
	test.each([
		[config.kept('systemd', 'on-failure', [], '5s'), '계속 실행 유지: 실패했을 때만, 빨라야 5초 뒤에 다시 시작합니다.'],
		[
			config.kept('systemd', 'always', ['StartLimitBurst=5/10s'], null),
			'계속 실행 유지: 끝나면 언제나(StartLimitBurst=5/10s) 다시 시작합니다.',
		],
		[config.kept('launchd', 'never', [], null), '계속 실행을 유지하지 않습니다. 끝나면 다시 필요할 때까지 기다립니다.'],
	])('%s', (said, expected) => {
		expect(said).toBe(expected);
	});
});
