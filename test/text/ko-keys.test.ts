import {describe, expect, test} from 'vitest';
import {unitChoices} from '../../source/explain/unit-choices.js';
import {directiveOf} from '../../source/explain/unit-directives.js';
import {unitValue} from '../../source/explain/unit-value.js';
import type {KeyValue} from '../../source/model/config.js';
import {launchdKeyIds} from '../../source/model/launchd-key.js';
import * as englishService from '../../source/text/en/systemd-service.js';
import * as englishTimer from '../../source/text/en/systemd-timer.js';
import * as englishUnit from '../../source/text/en/systemd-unit.js';
import {launchdKeys} from '../../source/text/ko/launchd-keys.js';
import {serviceDirectives} from '../../source/text/ko/systemd-service.js';
import {foreignDirectives, mountDirectives, pathDirectives, timerDirectives} from '../../source/text/ko/systemd-timer.js';
import {installDirectives, unitDirectives} from '../../source/text/ko/systemd-unit.js';
import {explainJob, noteOf, now} from '../explain/explained-list.js';
import {context, explainOne} from '../explain/explained-unit.js';

type Words = Readonly<Record<string, (value: KeyValue, now: number) => string>>;

const jobWords = launchdKeys as Words;

const unitWords = {
	...unitDirectives,
	...installDirectives,
	...serviceDirectives,
	...timerDirectives,
	...pathDirectives,
	...mountDirectives,
	...foreignDirectives,
} as Words;

/** What is said of the key at the end of `path`, whose value is `xml`. */
const said = (path: string, xml: string): string => {
	const body = path
		.split(' ')
		.reverse()
		.reduce((inner, key, index) => `<key>${key}</key>\n${index === 0 ? inner : `<dict>\n${inner}\n</dict>`}`, xml);
	const {id, value} = noteOf(explainJob(body), path.split(' ').join('.'));
	return jobWords[id ?? '']?.(value, now) ?? '';
};

/** What is said of one directive in its section. */
const unitSaid = (section: string, line: string, name = 'a.service'): string => {
	const {files} = explainOne(`[${section}]\n${line}\n`, name);
	const note = files[0]?.pieces.find(piece => piece.note !== null)?.note;
	return unitWords[note?.id ?? '']?.(note?.value as KeyValue, context.now) ?? '';
};

const nothing: KeyValue = {
	text: '',
	flag: null,
	number: null,
	items: [],
	durationMs: null,
	mode: null,
	name: 'com.example.a',
	calendar: [],
	nextAt: null,
};

const yes: KeyValue = {...nothing, text: 'true', flag: true, items: ['true']};
const no: KeyValue = {...nothing, text: 'false', flag: false, items: ['false']};

const jobValues: readonly KeyValue[] = [
	nothing,
	{...yes},
	{...no},
	{...nothing, text: '/a/b', items: ['/a/b']},
	{...nothing, text: '/a/b, /c', items: ['/a/b', '/c']},
	{...nothing, text: '/dev/null', items: ['/dev/null'], name: 'PATH'},
	...['root', '/', 'localhost', '0.0.0.0', '::', 'stream', 'IPv4v6', 'TCP', 'Utility', 'Adaptive', 'App', 'All', 'ssh', '*'].map(text => ({
		...nothing,
		text,
		items: [text],
	})),
	...['com.apple.iokit.matching', 'com.apple.reachability', 'org.example'].map(name => ({...nothing, text: '{a}', items: ['a'], name})),
	{...nothing, text: '{}'},
	...[0, 1, 7, 20, -5, 1452, 1e19].map(number => ({
		...nothing,
		text: String(number),
		items: [String(number)],
		number,
		durationMs: Math.abs(number) * 1000,
		mode: '0640',
	})),
	{...nothing, text: '0', number: 0, items: ['0'], durationMs: Number.POSITIVE_INFINITY, mode: '0022'},
];

const unitTexts = [
	...['', 'x', '1', '0', 'yes', 'no', 'infinity', '5min', '0644', '/a /b', '/usr/bin/a -b $C ; d', '/bin/kill -9 $MAINPID', '-/bin/true'],
	...['!!/bin/sh -c a', 'a.service b.service', 'network.target', 'shutdown.target', 'dev-sda.device', 'multi-user.target', 'basic.target'],
	...['daily', '*-02-30', '2020-01-01', '|!/etc/x', '!v2', 'docker', 'man:cron(8)', 'dbus-org.x.service a.service', 'Application', 'a;b;'],
	...['@system', '>=4', 'SIGKILL 255', '99999999999999999999999', '•••'],
];

const unitSentences = (id: string): readonly string[] => {
	const directive = directiveOf(id) ?? {id, kind: 'words' as const};
	const texts = unitTexts.filter(text => !['number', 'amount'].includes(directive.kind) || text !== 'infinity');
	return [...texts, ...(unitChoices.get(id) ?? [])].map(text => unitWords[id]?.(unitValue(text, directive, context), context.now) ?? '');
};

/** Words that stay as a tool or a format writes them. */
const names = new Set(
	`launchd launchctl systemd enable disable macOS Mac Apple Bonjour inetd chroot Intel ARM PowerPC Power Nap ssh wheel root kill
	D-Bus AppArmor GNOME Docker Podman LXC WSL KVM QEMU SELinux TOMOYO SMACK IMA TPM USB CPU PID SIGTERM SIGKILL SIGSEGV SIGABRT SIGHUP
	TCP UDP MB KB man simple normal active Program Minute Hour Day Weekday Month Mach UTC PB os-release isolate oneshot ASLR Sockets
	ProgramArguments UserName KeepAlive Type ExecStart EB`.split(/\s+/),
);

/** Words of Latin letters that belong neither to the value nor to the names above. */
const foreignWords = (sentence: string, given: string): readonly string[] =>
	(sentence.match(/(?<![\w/.:-])[A-Za-z][A-Za-z'-]{2,}(?![\w=.:/])/g) ?? []).filter(
		word => !names.has(word) && !given.includes(word) && !launchdKeyIds.some(id => id.endsWith(word)),
	);

/** Whether each sentence ends politely, or is a label with what it labels behind a colon. */
const isPolite = (text: string): boolean =>
	text
		.split(/(?<=(?:니다|세요)(?:\([^()]*\))?\.) /)
		.every(
			sentence => /(?:니다|세요)(?:\([^()]*\))?(?:\.|: [^가-힣]*\.)$/.test(sentence) || /^(?!문서에 없는)[가-힣 =]+: .*\.$/.test(sentence),
		);

const expectKorean = (sentence: string, given: string): void => {
	expect(sentence).toMatch(/[가-힣]/);
	expect({sentence, isPolite: isPolite(sentence)}).toEqual({sentence, isPolite: true});
	expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}|\.\.$|은\(는\)|을\/를|이\(가\)|당신|그것/);
	expect(sentence).not.toMatch(/(?:이다|한다|된다|있다|없다|어요|아요|해요|돼요)\./);
	expect({sentence, foreign: foreignWords(sentence, given)}).toEqual({sentence, foreign: []});
};

describe('every key of a property list is explained in Korean', () => {
	test('and none is missing', () => {
		expect(Object.keys(launchdKeys).sort()).toEqual([...launchdKeyIds].sort());
	});

	test.each([...launchdKeyIds])('%s', id => {
		for (const value of jobValues) {
			expectKorean(jobWords[id]?.(value, now) ?? '', `${value.text} ${value.name}`);
		}
	});
});

describe('every directive of a unit is explained in Korean', () => {
	test('and none is missing', () => {
		const english = {
			...englishUnit.unitDirectives,
			...englishUnit.installDirectives,
			...englishService.serviceDirectives,
			...englishTimer.timerDirectives,
			...englishTimer.pathDirectives,
			...englishTimer.mountDirectives,
			...englishTimer.foreignDirectives,
		};
		expect(Object.keys(unitWords).sort()).toEqual(Object.keys(english).sort());
	});

	test.each(Object.keys(unitWords))('%s', id => {
		for (const sentence of unitSentences(id)) {
			expectKorean(sentence, `${id} ${unitTexts.join(' ')} ${[...(unitChoices.get(id) ?? [])].join(' ')}`);
		}
	});

	test.each([...unitChoices.keys()].filter(id => id in unitWords))('%s has a sentence for each of its values', id => {
		for (const text of unitChoices.get(id) ?? []) {
			const directive = directiveOf(id) ?? {id, kind: 'words' as const};
			expect(unitWords[id]?.(unitValue(text, directive, context), context.now)).not.toContain('아는 값이 아닙니다');
		}
	});
});

const text = (value: string): string => `<string>${value}</string>`;
const number = (value: number): string => `<integer>${value}</integer>`;
const list = (...items: readonly string[]): string => `<array>\n${items.join('\n')}\n</array>`;
const dictionary = (...members: readonly string[]): string => `<dict>\n${members.join('\n')}\n</dict>`;

describe('the meaning of a key of a property list', () => {
	test.each<[path: string, sentence: string, xml: string]>([
		['Program', '/bin/cron을 실행합니다. 이때 ProgramArguments의 첫 항목은 프로그램에 알려 주는 이름일 뿐입니다.', text('/bin/cron')],
		['ProgramArguments', '/bin/a를 인수 없이 실행합니다.', list(text('/bin/a'))],
		['ProgramArguments', '/bin/a를 인수 5개와 함께 실행합니다: 1, 2, 3 외 2개.', list(...['/bin/a', '1', '2', '3', '4', '5'].map(text))],
		['ProgramArguments', '다음 명령줄을 sh 셸로 실행합니다: sleep 1.', list(text('/bin/sh'), text('-c'), text('sleep 1'))],
		['ProgramArguments', 'python3으로 /a.py 스크립트를 실행합니다(인수 1개).', list(text('/bin/python3'), text('/a.py'), text('b'))],
		['KeepAlive', '항상 실행 상태를 유지합니다. 로드하자마자 실행하고, 끝날 때마다 다시 실행합니다.', '<true/>'],
		['KeepAlive', '다음 조건 가운데 하나라도 맞으면 실행 상태를 유지합니다: Crashed.', dictionary('<key>Crashed</key>', '<true/>')],
		['KeepAlive', 'launchd가 요구하는 형식이 아닙니다. 참, 거짓 또는 조건을 담은 딕셔너리여야 합니다.', number(1)],
		['KeepAlive PathState /tmp/cron', '/tmp/cron이 있는 동안 실행 상태를 유지합니다.', '<true/>'],
		['StartInterval', '15분마다 실행합니다. 잠자는 동안이나 아직 실행 중일 때 놓친 시각은 건너뜁니다.', number(900)],
		['ThrottleInterval', '실행한 뒤 다시 실행하기까지 최소 10초 간격을 둡니다(기본값).', number(10)],
		['ThrottleInterval', '실행한 뒤 다시 실행하기까지 최소 1분 간격을 둡니다. 이 키가 없으면 10초입니다.', number(60)],
		['ExitTimeOut', '중지할 때 SIGTERM을 보내고, 20초 뒤에도 실행 중이면 SIGKILL을 보냅니다.', number(20)],
		[
			'StartCalendarInterval',
			'매일 03:15에 실행합니다. 다음 실행: 내일 03:15. 잠자는 동안 놓친 시각은 깨어난 뒤 한 번만 실행합니다.',
			dictionary('<key>Hour</key>', number(3), '<key>Minute</key>', number(15)),
		],
		['StartCalendarInterval Weekday', '매주 일요일입니다.', number(7)],
		['MachServices com.example.a', 'com.example.a라는 이름을 제공합니다. 이 이름으로 메시지가 오면 작업을 시작합니다.', '<true/>'],
		['Sockets A SockServiceName', '포트 80번입니다.', number(80)],
		['Sockets A SockPathOwner', '소켓 파일의 소유자는 사용자 0번(root)입니다.', number(0)],
		['LaunchEvents com.apple.iokit.matching a idVendor', '제조사 번호가 0x05ac(Apple)인 장치만 대상입니다.', number(1452)],
		['EnvironmentVariables TOKEN', 'TOKEN을 다음 값으로 설정합니다: ••••••.', text('a')],
		['HardResourceLimits NumberOfFiles', '동시에 여는 파일은 최대 512개입니다. 그 이상으로 올릴 수 없습니다.', number(512)],
		['SoftResourceLimits Stack', '스택은 최대 8MB입니다. 하드 한도까지 스스로 올릴 수 있습니다.', number(8_388_608)],
		['Nice', '다른 프로세스보다 먼저 실행합니다: 나이스 값 -5(최소 −20).', number(-5)],
		['LimitLoadToSessionType', '에이전트용: 데스크톱이 있는 로그인 세션에서만 로드합니다.', text('Aqua')],
	])('%s: %s', (path, sentence, xml) => {
		expect(said(path, xml)).toBe(sentence);
	});
});

describe('the meaning of a directive', () => {
	test.each<[section: string, line: string, sentence: string]>([
		['Unit', 'Wants=a.service', '시작할 때 a.service 유닛도 시작합니다. 그 유닛이 실패해도 계속 실행합니다.'],
		[
			'Unit',
			'Requires=a.service b.service',
			'시작할 때 a.service, b.service 유닛도 시작합니다. 그중 하나라도 중지되면 이 유닛도 중지합니다.',
		],
		['Unit', 'Conflicts=shutdown.target', '시스템을 종료할 때 중지합니다.'],
		['Unit', 'BindsTo=dev-sda.device', '다음 장치가 있는 동안에만 실행합니다: dev-sda.device.'],
		['Unit', 'After=', '아무 효과가 없습니다. 의존 관계는 취소할 수 없고 더하기만 할 수 있습니다.'],
		['Unit', 'Documentation=man:cron(8) https://x.org/', '설명서: man 8 cron, https://x.org/.'],
		['Unit', 'ConditionPathExists=!/etc/x', '/etc/x가 없을 때만 시작합니다. 아니면 조용히 건너뜁니다.'],
		['Unit', 'ConditionPathExists=|/etc/x', '/etc/x가 있을 때나 | 표시가 있는 다른 조건이 맞을 때만 시작합니다. 아니면 조용히 건너뜁니다.'],
		['Unit', 'AssertPathExists=/etc/x', '/etc/x가 있을 때만 시작합니다. 아니면 오류를 내며 시작에 실패합니다.'],
		['Unit', 'ConditionVirtualization=!container', '컨테이너 밖일 때만 시작합니다. 아니면 조용히 건너뜁니다.'],
		['Unit', 'ConditionHost=', '위에 있는 Condition…= 줄을 종류에 상관없이 모두 취소합니다.'],
		['Unit', 'FailureAction=reboot', '실패하면 컴퓨터를 다시 시작합니다.'],
		['Service', 'Type=bogus', 'bogus는 여기서 systemd가 아는 값이 아닙니다.'],
		['Service', 'RestartSec=2', '2초 기다린 뒤 다시 시작합니다.'],
		['Service', 'ExecStart=/usr/sbin/cron -f $A', '서비스 본체: /usr/sbin/cron을 실행합니다. $가 붙은 단어는 환경 변수의 값으로 바꿉니다.'],
		['Service', "ExecStart=/bin/sh -c 'a; b'", '서비스 본체: 셸 명령줄을 실행합니다.'],
		['Service', 'ExecStartPre=/bin/x', '시작하기 전에 /bin/x를 실행합니다. 이 명령이 실패하면 시작도 실패합니다.'],
		['Service', 'ExecStartPre=-/bin/x', '시작하기 전에 /bin/x를 실행합니다. 실패해도 상관없습니다(-).'],
		[
			'Service',
			'ExecStop=/bin/true',
			'중지할 때 아무 일도 하지 않는 true 명령을 실행합니다. 그래도 남아 있는 프로세스는 KillMode=에 따라 종료합니다.',
		],
		['Service', 'ExecReload=/bin/kill -HUP $MAINPID', '설정을 다시 읽을 때 주 프로세스에 SIGHUP 시그널을 보냅니다.'],
		['Service', 'RestartPreventExitStatus=255', '종료 코드 255로 끝나면 다시 시작하지 않습니다.'],
		['Install', 'Alias=dbus-org.x.service', '활성화하면 D-Bus에서 org.x를 부르는 프로그램이 시작하게 합니다.'],
	])('[%s] %s', (section, line, sentence) => {
		expect(unitSaid(section, line)).toBe(sentence);
	});

	test.each<[line: string, sentence: string]>([
		['OnBootSec=15min', '부팅하고 나서 15분 뒤에 실행합니다.'],
		['OnCalendar=*:0/15', '15분마다 실행합니다. 다음 실행: 오늘 10:15.'],
		['OnCalendar=2020-01-01', '2020년 1월 1일 0시에 실행합니다. 다시 오지 않는 시각입니다.'],
		['OnCalendar=*-02-30', '매년 2월 30일 0시에 실행합니다. 올 수 없는 시각입니다.'],
		['Unit=a.service', 'a.service 유닛을 시작합니다.'],
	])('[Timer] %s', (line, sentence) => {
		expect(unitSaid('Timer', line, 'a.timer')).toBe(sentence);
	});
});
