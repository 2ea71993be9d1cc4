import {type Comeback, type ComebackReason, type Trigger, waysToEnd} from '../../source/model/consequences.js';
import {kinds} from '../../source/model/evidence.js';
import {socketStates} from '../../source/model/socket.js';
import {termIds} from '../../source/model/term.js';
import {launchdCalendarEvent, parseCalendarEvent} from '../../source/parse/calendar-event.js';
import {calendarSpecifications} from '../explain/calendar-specifications.js';

/** Names that end in a consonant, in a vowel and in ㄹ, in Hangul, in Latin letters and in digits. */
export const names = ['크론', '데비', '터미널', 'cron', 'launchd', 'launchctl', '443'] as const;

const numbers = [0, 1, 2, 3, 10, 443];
const spans = ['12s', '2m 5s', '3d 4h', '500 ms', '–'];
const instants = [Date.UTC(2026, 10, 22, 8), Date.UTC(2026, 10, 22, 9, 1), Date.UTC(2027, 0, 3, 3, 15)];
const flags = [true, false];
const platforms = ['linux', 'darwin', 'generic'];
const lists = [[], ['cron'], ['launchd', '데비'], ['443', 'launchctl', '터미널', '크론']];
const managers = 'systemd launchd sysv openrc runit s6 supervisord pm2 cron at docker podman kubernetes containerd lxc'.split(' ');
const streams = ['null', 'terminal', 'file', 'pipe', 'socket', 'closed', 'other'];
const policies = 'no never always on-failure on-success on-abnormal on-abort on-watchdog conditions'.split(' ');
const failures = ['missing', 'denied', 'timeout', 'too-big', 'signal', 'exit', 'parse', 'cut', 'gone', 'aborted'];
const triggerTypes = ['socket', 'timer', 'path', 'bus', 'mach-service', 'interval', 'calendar', 'event', 'mount', 'request'] as const;

const orNull = <T>(list: readonly T[]): readonly (T | null)[] => [...list, null];

const socketKinds = `NETLINK_ROUTE NETLINK_KOBJECT_UEVENT NETLINK_AUDIT NETLINK_GENERIC NETLINK_NETFILTER NETLINK_XFRM NETLINK_SOCK_DIAG
	NETLINK_CONNECTOR NETLINK_SELINUX NETLINK PACKET RAW_1 RAW_58 RAW_89 PING TCP UDP UNIX VSOCK ALG SYSTEM ROUTE KEY NDRV OTHER`
	.split(/\s+/)
	.map(word => word.replace(/^(NETLINK|RAW)_/, '$1 '));

const addresses = ['*', '0.0.0.0', '127.0.0.1', '::1', 'fe80::1%eth0', '224.0.0.251', '239.255.255.250', '224.0.0.252', '239.1.2.3'].concat(
	['255.255.255.255', '10.0.0.7', '203.0.113.9'],
);

const reasons: readonly ComebackReason[] = [
	...(['restart-policy', 'forced-status', 'prevented-status', 'remains-active', 'endless-delay', 'upheld', 'group-goes-on'] as const),
	...(['scope', 'worker', 'own-exit-code', 'by-signal', 'ignores-signal', 'keep-alive', 'keep-alive-condition', 'no-keep-alive'] as const),
	...([
		'launch-only-once',
		'unknown-keep-alive',
		'app',
		'xpc-service',
		'extension',
		'driver',
		'supervised',
		'supervisor-settings',
	] as const),
	...(['container-policy', 'container-member', 'init-script', 'cron', 'at', 'parent', 'by-hand', 'nobody', 'untold'] as const),
];

const bringers: readonly Comeback['by'][] = [
	null,
	...(['launchd', 'cron', 'docker'] as const).map(manager => ({type: 'manager', manager}) as const),
	...(['크론', 'launchctl'] as const).map(name => ({type: 'process', process: {pid: 443, name}}) as const),
	{type: 'unit', name: '데비'},
];

const conditions: readonly Comeback['conditions'][] = [
	[],
	[{type: 'successful-exit', value: false}],
	[
		{type: 'path', name: 'launchd', value: true},
		{type: 'other-job', name: 'cron', value: false},
	],
];

const comebacks: readonly Comeback[] = reasons.flatMap(reason =>
	(['yes', 'no', 'on-demand', 'unknown', 'stays'] as const).flatMap(answer =>
		bringers.map((by, index) => ({
			answer,
			reason,
			by,
			detail: 'on-failure',
			afterMs: [null, 0, 100, 65_000][index % 4] ?? null,
			usually: (['yes', 'no', null] as const)[index % 3] ?? null,
			byCode: index % 2 === 0 ? null : {zero: 'no', other: 'yes'},
			conditions: conditions[index % 3] ?? [],
		})),
	),
);

const triggers: readonly (readonly Trigger[])[] = [
	[],
	...triggerTypes.flatMap(type =>
		(['socket', 'path'].includes(type) ? [...names, null] : names).map((name, index) => [
			{type, name, of: index % 2 === 0 ? [] : ['443', 'cron', '데비'], nextAt: orNull(instants)[index % 4] ?? null, everyMs: 5000},
		]),
	),
];

const calendars = [
	[],
	...calendarSpecifications.map(text => [parseCalendarEvent(text)].flatMap(event => event ?? [])),
	[launchdCalendarEvent({Hour: 3}), launchdCalendarEvent({Weekday: 1, Day: 2})].flatMap(event => event ?? []),
];

/** What a parameter may be by its name, whichever function has it. A name that is missing here is that of a word. */
export const samplesByName: Readonly<Record<string, readonly unknown[]>> = {
	...Object.fromEntries(
		`ppid uid sid supervisorPid isParent mainPid pid nice restarts runs yes asked seconds count load percent columns rows needColumns
		needRows port position line shown samples done all unreadable threads number code last most right answered possible streak played
		bestPoints every one computer unixServers connections unix others running failed waiting minutes more starts steps withinMs lastMs
		betweenMs apps interactive unseen early late daemons agents inD daemonsInD agentsInD othersInD plainDaemons users root own accounts
		term both kept again same sameKinds servers kinds seed status`
			.split(/\s+/)
			.map(name => [name, numbers]),
	),
	...Object.fromEntries('duration ago afterBoot delay elapsed length total time'.split(' ').map(name => [name, spans])),
	...Object.fromEntries('bootedAt loginAt at now nextAt'.split(' ').map(name => [name, instants])),
	...Object.fromEntries('isDescending isGuess isRedacted isSelf runAtLoad hasClue'.split(' ').map(name => [name, flags])),
	...Object.fromEntries('bound conditions kindNames properties required statuses triggers wanting'.split(' ').map(name => [name, lists])),
	...Object.fromEntries('action detail enabled heldFor keeper next service shell sub who'.split(' ').map(name => [name, orNull(names)])),
	supervisorPid: orNull(numbers),
	mainPid: orNull(numbers),
	afterBoot: orNull(spans),
	everyMs: [null, 100, 5000, 65_000],
	withinMs: [100, 5000, 65_000],
	bundleId: orNull(['com.example.a']),
	kind: kinds,
	manager: managers,
	engine: ['docker', 'podman', 'lxc'],
	system: ['launchd', 'systemd', 'init'],
	state: ['T', 'R', 'running', ...names],
	stream: streams,
	domain: ['system', 'gui/501', ...names],
	suffix: ['dext', 'systemextension'],
	failure: failures,
	hidepid: [null, 'invisible', 'noaccess'],
	scope: orNull(['시스템 전체용', '사용자 한 명용']),
	active: orNull(['active', 'failed']),
	policy: orNull(policies),
	leader: orNull(['self', 'other', 'gone']),
	place: ['system', 'user', 'gui/501'],
	role: orNull(['worker', 'main']),
	account: ['root', 'service', 'person', 'unknown'],
	ways: orNull([...waysToEnd.map(way => [way]), ['asked', 'killed'], ['failed', 'crashed', 'finished']]),
	comeback: comebacks,
	counted: ['starts', 'restarts'],
	events: calendars,
	platform: platforms,
	origin: ['machine', 'bank'],
	address: addresses,
	protocol: ['TCP', 'UDP'],
	confidence: ['확실', '유력', '추측'],
	from: [
		...['ssh.service', null].map(unit => ({type: 'journal', unit, pid: 443, match: []})),
		{type: 'unified-log', pid: 1, minutes: 10},
		...[{names: ['cron'], pid: 1}, null].map(sender => ({type: 'file', path: '/var/log/syslog', sender})),
	],
	advice: [{who: 'root'}, ...lists.slice(1).map(groups => ({who: 'group', groups}))],
	query: ['한글 kind:zzz'],
	position: [4, 9],
	kindName: ['데몬', '에이전트', '앱 도우미'],
	id: termIds,
	_: [''],
	last: [2, 4],
	problem: ['lsof: 지금 권한으로는 물어볼 수 없습니다'],
	ports: [[], ['443', '53']],
	upMs: [null, 5000, 90_000_000],
};

/** Where a name means something else: by the beginning of the path. The first that fits counts. */
export const samplesByPath: readonly (readonly [path: string, samples: Readonly<Record<string, readonly unknown[]>>])[] = [
	['ko.sockets.unixState', {state: orNull(socketStates)}],
	['ko.sockets.stateWord', {state: socketStates}],
	['ko.sockets.waitsFrom', {state: socketStates, reach: names}],
	['ko.sockets.kindWord', {kind: orNull(socketKinds)}],
	['ko.sockets.manyIn', {from: names, port: numbers}],
	['ko.sockets.portName', {port: [22, 80, 443, 5353, 9100, 49_152]}],
	['ko.sockets.otherEnd', {names: lists.slice(1)}],
	['ko.sockets.sharedWith', {names: lists.slice(1)}],
	['ko.consequences.some', {names: lists.slice(1)}],
	['ko.consequences.comeback', {triggers}],
	['ko.consequences.never', {statuses: lists.slice(1)}],
	['ko.consequences.always', {statuses: lists.slice(1)}],
	['ko.consequences.storm', {starts: numbers}],
	['ko.accessible.counts', {kinds: [[['daemon', 3]], kinds.map(kind => [kind, 1])]}],
	['ko.accessible.notKnown', {reasons: lists.slice(1)}],
	['ko.accessible.kindsMissing', {plurals: lists.slice(1)}],
	['ko.accessible.otherTerms', {names: lists.slice(1)}],
	['ko.accessible.helpLine', {names: lists.slice(1)}],
	['ko.accessible.columnsHead', {now: names}],
	['ko.accessible.noLine', {last: numbers}],
	['ko.accessible', {user: orNull(names), cpu: orNull(numbers), memory: orNull(names), order: orNull(names)}],
	['ko.sockets.denied', {user: orNull([...names, 'root'])}],
	['ko.message.ownerNotSeen', {user: orNull(names)}],
	['ko.evidence.zombie', {parent: orNull(names)}],
	['ko.overview.jobOf', {runs: orNull(numbers), reason: orNull(names)}],
	['ko.whyCommand.result', {status: orNull(numbers)}],
	['ko.config.starts.interval', {every: spans}],
	['ko.config.startsWhen', {starts: ['부팅할 때', '15분마다']}],
	['ko.config.role', {format: ['속성 목록, XML', '유닛 파일']}],
	['ko.config.kept', {conditions: lists, delay: orNull(spans), policy: policies}],
	['ko.config.runsAs', {user: orNull([...names, 'dynamic']), system: ['launchd', 'systemd'], place: [null, 'daemon', 'agent']}],
	['ko.overview.lastExit', {type: ['signal', 'code', 'word'], value: [0, 1, 6, 9, 15, '(pe)', 'pe']}],
	['ko.overview.uid', {user: orNull(names)}],
	['ko.overview.jobStarts', {triggers: [[], ...triggerTypes.map(type => [type])]}],
	['ko.overview.restartOf', {restarts: orNull(numbers)}],
	['ko.checklist.kept-alive', {value: policies}],
	['ko.checklist.restarted-on-error', {value: policies, restarts: orNull(numbers)}],
	['ko.evidence.launched-app', {type: ['Foreground', 'UIElement', null]}],
	['ko.hidden', {threads: orNull(numbers)}],
	['ko.error.cannotRecord', {reason: ['EEXIST', 'EACCES']}],
	['ko.error.maybeHidden', {hidden: ['프로세스 3개 숨겨짐']}],
	['ko.error.badCount', {value: ['x']}],
	['ko.message.facet', {name: ['데몬', '앱'], hidden: numbers}],
	['ko.why.sourceOf', {source: ['dictionary', '/proc/812/cgroup']}],
	['ko.learn.sourceOf', {sources: names}],
	['learn.quiz.clue.dock', {type: ['Foreground', 'UIElement', 'BackgroundOnly']}],
	['learn.quiz.clue.manager', {manager: [null, 'launchd', 'systemd', 'cron']}],
	['learn.quiz.clue.terminal', {tty: orNull(names)}],
	['learn.quiz.clue.program', {path: orNull(names)}],
	['learn.lessons.three-nos', {app: orNull(names), shell: orNull(names)}],
	['learn.lessons.signals', {services: orNull(numbers)}],
	['learn.lessons.window-elsewhere', {worker: names, window: names}],
	['learn.lessons.daemon-or-agent', {name: names}],
];
