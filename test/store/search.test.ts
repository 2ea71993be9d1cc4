import {describe, expect, test} from 'vitest';
import {columnById} from '../../source/columns.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {parseQuery} from '../../source/store/query.js';
import {byRank, hasTextTerm, type Range, type SearchResult, searchProcesses} from '../../source/store/search.js';
import {en} from '../../source/text/en.js';
import {explainedFixture, traitsFixture, unitFixture, verdictFixture} from '../support/process-fixture.js';

const queryOf = (text: string) => {
	const parsed = parseQuery(text);
	if ('error' in parsed) {
		throw new Error(parsed.error.id);
	}

	return parsed.query;
};

const find = (processes: readonly ExplainedProcess[], text: string): readonly SearchResult[] =>
	[...searchProcesses(processes, queryOf(text), 'en')].sort(byRank);

const named = (name: string, parts: Partial<ExplainedProcess> = {}): ExplainedProcess =>
	explainedFixture({name, executable: null, args: null, ...parts});

const namesOf = (results: readonly SearchResult[]): readonly string[] => results.map(({process}) => process.name);

describe('the ranks of a search', () => {
	test('go from exact over prefix, start of a word, anywhere and description to what only resembles', () => {
		const processes = [
			named('sashd'),
			named('x', {args: ['/bin/x', '--sshd']}),
			named('mysshd'),
			named('my-sshd'),
			named('sshd-session'),
			named('sshd'),
			named('other'),
		];
		const results = find(processes, 'sshd');
		expect(results.map(({process, match}) => [match.rank, process.name])).toEqual([
			[0, 'sshd'],
			[1, 'sshd-session'],
			[2, 'my-sshd'],
			[3, 'mysshd'],
			[4, 'x'],
			[5, 'sashd'],
		]);
	});

	test.each<[string, string, ExplainedProcess, number]>([
		['a pid', '812', named('a', {pid: 812}), 0],
		['a unit without its suffix', 'cron', named('a', {service: unitFixture('cron.service')}), 0],
		['a whole unit name', 'cron.service', named('a', {service: unitFixture('cron.service')}), 0],
		['the beginning of a unit', 'cro', named('a', {service: unitFixture('cron.service')}), 1],
		['a program with its script', 'server', named('node', {script: 'server.js'}), 2],
		['a description of a unit', 'weather', named('a', {service: unitFixture('a.service', {description: 'Reads the weather'})}), 4],
		[
			'the description of the dictionary',
			'mail',
			named('a', {program: {name: 'a', unit: null, kind: null, en: 'Delivers mail', ko: '메일을 배달합니다', source: ''}}),
			4,
		],
		['an argument', 'weather', named('a', {args: ['a', '--of=weather']}), 4],
		['another case', 'XORG', named('Xorg'), 0],
		['a letter left out', 'postres', named('postgres'), 5],
		['two letters exchanged', 'postgers', named('postgres'), 5],
		['a unit of the worst word', 'nginx worker', named('nginx', {args: ['nginx: worker']}), 4],
	])('of %s', (_, query, process, rank) => {
		expect(find([process], query).map(({match}) => match.rank)).toEqual([rank]);
	});

	test('put the nearest first among what only resembles, and else keep the order they came in', () => {
		expect(namesOf(find([named('b-x'), named('a-x'), named('c-x')], 'x'))).toEqual(['b-x', 'a-x', 'c-x']);
		const [near, far] = find([named('firewld'), named('firewald')], 'firewalld');
		expect(near?.process.name).toBe('firewald');
		expect(near?.match.distance).toBeLessThan(far?.match.distance ?? 1);
	});

	test('resembling needs three letters', () => {
		expect(find([named('axb')], 'ab')).toEqual([]);
	});
});

describe('what a search finds', () => {
	const postgres = named('postgres', {
		pid: 5,
		user: 'postgres',
		uid: 105,
		cpuPercent: 12,
		rssBytes: 200 * 1024 ** 2,
		kind: 'daemon',
		service: unitFixture('postgresql@15-main.service'),
		traits: traitsFixture({listens: [{protocol: 'tcp', family: 'ipv4', address: '127.0.0.1', port: 5432, id: null}]}),
	} as Partial<ExplainedProcess>);
	const bash = named('bash', {
		pid: 6,
		user: 'ann',
		uid: 1000,
		cpuPercent: null,
		rssBytes: 1024,
		verdict: verdictFixture('interactive'),
		traits: traitsFixture({listens: null}),
	});
	const socket = named('dbus-daemon', {
		pid: 7,
		user: null,
		uid: 1001,
		cpuPercent: 0,
		rssBytes: null,
		verdict: verdictFixture('agent', {tags: ['listens', 'worker']}),
		traits: traitsFixture({listens: [{protocol: 'unix', path: '/run/5432', id: null}]}),
	});
	const processes = [postgres, bash, socket];

	test.each([
		['', [5, 6, 7]],
		['kind:daemon', [5]],
		['kind:interactive', [6]],
		['!kind:daemon', [6, 7]],
		['kind:a', [7]],
		['tag:listens', [7]],
		['!tag:worker', [5, 6]],
		['user:post', [5]],
		['user:1000', [6]],
		['user:1001', [7]],
		['!user:ann', [5, 7]],
		['service:15-MAIN', [5]],
		['service:', [5]],
		['!service:', [6, 7]],
		[':5432', [5]],
		['!:5432', [6, 7]],
		['pid:6', [6]],
		['cpu>5', [5]],
		['cpu<5', [7]],
		['cpu>=0', [5, 7]],
		['cpu=12', [5]],
		['mem>=200M', [5]],
		['mem<2K', [6]],
		['postgres :5432 kind:daemon', [5]],
		['postgres :22', []],
		['d !bash', [7]],
		['!bash', [5, 7]],
		['!"dbus daemon"', [5, 6, 7]],
		['nothing-of-the-sort', []],
	])('for %j', (query, pids) => {
		expect(searchProcesses(processes, queryOf(query), 'en').map(({process}) => process.pid)).toEqual(pids);
	});

	test('is the same for composed and decomposed Hangul, in names and in queries', () => {
		const names = ['데몬-서버', '데몬-서버'.normalize('NFD')];
		for (const query of ['데몬', '서버', '데몬-서버']) {
			for (const form of [query, query.normalize('NFD')]) {
				expect(
					namesOf(
						find(
							names.map(name => named(name)),
							form,
						),
					),
				).toEqual(names);
			}
		}
	});

	test('is not excluded by a word that is only in its arguments', () => {
		expect(find([named('nginx', {args: ['nginx', '/srv/bash']})], '!bash')).toHaveLength(1);
	});

	test('has been asked for by a word, not by fields alone', () => {
		expect(['nginx', 'kind:app', '!nginx', 'kind:app x'].map(query => hasTextTerm(queryOf(query)))).toEqual([true, false, false, true]);
	});
});

describe('the ranges of a match', () => {
	const pieces = (process: ExplainedProcess, query: string) => {
		const ranges: Readonly<Record<string, readonly Range[]>> = find([process], query)[0]?.match.ranges ?? {};
		return Object.entries(ranges).map(([field, list]) => {
			const shown = columnById(field as 'name')
				.format(process, en)
				.normalize('NFC')
				.toLowerCase();
			return [field, list.map(([start, end]) => shown.slice(start, end))];
		});
	};

	test.each<[string, ExplainedProcess, string, readonly unknown[]]>([
		['the word in the name', named('my-sshd'), 'sshd', [['name', ['sshd']]]],
		['the first start of a word, not an earlier place', named('assh-ssh'), 'ssh', [['name', ['ssh']]]],
		['every word', named('nginx-proxy'), 'proxy nginx', [['name', ['proxy', 'nginx']]]],
		['the script behind the program', named('node', {script: 'server.js'}), 'server', [['name', ['server']]]],
		['the unit', named('a', {service: unitFixture('cron.service')}), 'cron', [['service', ['cron']]]],
		[
			'the description',
			named('a', {service: unitFixture('a.service', {description: 'Reads the Weather'})}),
			'weather',
			[['what', ['weather']]],
		],
		['the pid', named('a', {pid: 812}), '812', [['pid', ['812']]]],
		['nothing for arguments', named('a', {args: ['a', 'weather']}), 'weather', []],
		['Hangul', named('데몬-서버'.normalize('NFD')), '서버', [['name', ['서버']]]],
		[
			'two fields',
			named('nginx', {service: unitFixture('web.service')}),
			'nginx web',
			[
				['name', ['nginx']],
				['service', ['web']],
			],
		],
	])('point at %s', (_, process, query, expected) => {
		expect(pieces(process, query)).toEqual(expected);
	});

	test('point at the second place where a word starts', () => {
		expect(find([named('assh-ssh')], 'ssh')[0]?.match.ranges.name).toEqual([[5, 8]]);
	});

	test('of what only resembles hold letters of the word alone', () => {
		const [found] = find([named('postgres')], 'postres');
		const letters = found?.match.ranges.name?.map(([start, end]) => 'postgres'.slice(start, end)).join('') ?? '';
		expect(letters.length).toBeGreaterThan(3);
		expect([...letters].filter(letter => !'postres'.includes(letter))).toEqual([]);
	});

	test('point at the unit as it is shown, with its escapes undone', () => {
		expect(pieces(named('a', {service: unitFixture('my\\x2dapp\\x2dserver.service')}), 'server')).toEqual([['service', ['server']]]);
	});
});
