import {describe, expect, test} from 'vitest';
import {consequencesOf} from '../../source/explain/consequences.js';
import {type Comeback, waysToEnd} from '../../source/model/consequences.js';
import type {ServiceDetails, UnitDetails, UnitTrigger} from '../../source/model/details.js';
import type {Kind} from '../../source/model/evidence.js';
import type {KeepAliveCondition, LaunchdJob, SupervisedJob} from '../../source/model/service.js';
import type {ExplainedProcess, Snapshot, Supervisor} from '../../source/model/snapshot.js';
import {jobFixture} from '../classify/mac-scene.js';
import {
	cgroupFixture,
	explainedFixture,
	hostFixture,
	snapshotFixture,
	traitsFixture,
	unitFixture,
	verdictFixture,
} from '../support/process-fixture.js';
import {catching, detailsFixture, ignoring, unitProcess} from './consequences-scene.js';

const letters = {yes: 'Y', no: 'n', 'on-demand': 'd', unknown: '?', stays: 's'} as const satisfies Record<Comeback['answer'], string>;

/** One letter for each way to end, in their order: asked, killed, crashed, failed, finished. */
const answers = (
	process: ExplainedProcess,
	details: ServiceDetails | null = null,
	snapshot: Snapshot = snapshotFixture([process]),
): string => {
	const {comebacks} = consequencesOf(process, snapshot, details);
	return waysToEnd.map(way => letters[comebacks[way].answer]).join('');
};

const socketTrigger: UnitTrigger = {
	unit: 'web.socket',
	activeState: 'active',
	unitFileState: 'enabled',
	nextAt: null,
	lastAt: null,
	listens: ['0.0.0.0:80'],
	paths: [],
};

describe('a service of systemd', () => {
	test.each<[string, string, Partial<UnitDetails>, Partial<ExplainedProcess>?]>([
		['Restart=no', 'nnnnn', {}],
		['Restart=always', 'YYYYY', {restart: 'always'}],
		['Restart=on-success', 'YnnnY', {restart: 'on-success'}],
		['Restart=on-failure', 'nYYYn', {restart: 'on-failure'}],
		['Restart=on-abnormal', 'nYYnn', {restart: 'on-abnormal'}],
		['Restart=on-abort', 'nYYnn', {restart: 'on-abort'}],
		['Restart=on-watchdog', 'nnnnn', {restart: 'on-watchdog'}],
		['a policy nobody knows', '?????', {restart: 'on-monday'}],
		['a command that runs to its end does not take SIGTERM for an end', 'YYYYn', {restart: 'on-failure', type: 'oneshot'}],
		['other codes that are success', 'nYYnn', {restart: 'on-failure', successStatuses: {codes: [1], signals: []}}],
		['other signals that are success', 'nnYYn', {restart: 'on-failure', successStatuses: {codes: [], signals: ['KILL']}}],
		['one signal of a crash that is success', 'nY?Yn', {restart: 'on-failure', successStatuses: {codes: [], signals: ['ABRT']}}],
		['codes after which it never comes back', 'YYYnY', {restart: 'always', preventStatuses: {codes: [1], signals: []}}],
		['signals after which it never comes back', 'nYYYY', {restart: 'always', preventStatuses: {codes: [], signals: ['TERM']}}],
		['codes after which it always comes back', 'nnnYn', {forceStatuses: {codes: [1], signals: []}}],
		['never before always', 'nnnnn', {forceStatuses: {codes: [1], signals: []}, preventStatuses: {codes: [1], signals: []}}],
		['RemainAfterExit', 'nYYYn', {restart: 'always', remainsAfterExit: true}],
		['a failure that does not count', 'nnnnn', {restart: 'on-failure', ignoresFailure: true}],
		['an endless delay', 'nnnnn', {restart: 'always', restartDelayMs: Number.POSITIVE_INFINITY}],
		['a unit that upholds it', 'YYYYY', {upheldBy: ['keeper.service']}],
		['a socket', 'ddddd', {triggers: [socketTrigger]}],
		['a socket that does not wait', 'nnnnn', {triggers: [{...socketTrigger, activeState: 'inactive'}]}],
		['a socket, and a policy', 'dYYYd', {restart: 'on-failure', triggers: [socketTrigger]}],
		['a D-Bus name', 'ddddd', {busName: 'org.example.Web'}],
		['a handler for SIGTERM', '?YYYn', {restart: 'on-failure'}, {traits: catching(15)}],
		['a handler for SIGTERM where all codes lead to the same', 'YYYYY', {restart: 'always'}, {traits: catching(15)}],
		['a handler for another signal', 'nYYYn', {restart: 'on-failure'}, {traits: catching(1, 2, 17)}],
		['SIGTERM ignored', 'snnnn', {}, {traits: ignoring(15)}],
		['signals that may not be read', '?YYYn', {restart: 'on-failure'}, {traits: traitsFixture({signals: null})}],
		['a process that is not its main one', '?????', {restart: 'always', mainPid: 99}, {pid: 101, role: 'worker'}],
		['a unit that lives as long as its last process, which this is', 'YYYYY', {restart: 'always', exitType: 'cgroup'}],
		[
			'no main process: the end of the last one is a success',
			'nnnnn',
			{restart: 'on-failure', mainPid: null},
			{service: unitFixture('web.service')},
		],
		['no main process, and always', 'YYYYY', {restart: 'always', mainPid: null}, {service: unitFixture('web.service')}],
	])('%s: %s', (_, expected, details, process = {}) => {
		expect(answers(unitProcess(process), detailsFixture(details))).toBe(expected);
	});

	test('without details follows the policy that its list tells', () => {
		expect(answers(unitProcess({unit: {restart: 'on-failure'}}))).toBe('nYYYn');
		expect(answers(unitProcess({unit: {restart: null}}))).toBe('?????');
	});

	test('goes on with its other processes where ExitType=cgroup', () => {
		const main = unitProcess();
		const other = unitProcess({pid: 101, ppid: 100, role: 'worker'});
		expect(answers(main, detailsFixture({restart: 'always', exitType: 'cgroup'}), snapshotFixture([main, other]))).toBe('nnnnn');
	});

	test('that was started anew since the sample still has its own answer', () => {
		expect(answers(unitProcess(), detailsFixture({restart: 'always', mainPid: 4711}))).toBe('YYYYY');
		expect(answers(unitProcess(), detailsFixture({restart: 'always', mainPid: null}))).toBe('YYYYY');
	});

	test('is a scope: nobody starts it', () => {
		expect(answers(unitProcess({unit: {name: 'session-3.scope', restart: null}}))).toBe('nnnnn');
	});

	test('comes back after its delay, which grows, and within its limit', () => {
		const details = detailsFixture({
			restart: 'always',
			restartDelayMs: 1000,
			restartSteps: 4,
			restartDelayMaxMs: 60_000,
			startLimitAction: 'reboot',
		});
		const {comebacks, limit, growingDelay} = consequencesOf(unitProcess(), snapshotFixture([]), details);
		expect(comebacks.killed).toMatchObject({answer: 'yes', reason: 'restart-policy', detail: 'always', afterMs: 1000});
		expect(limit).toEqual({starts: 5, withinMs: 10_000, isReachable: true, action: 'reboot'});
		expect(growingDelay).toEqual({firstMs: 1000, lastMs: 60_000, steps: 4});
	});

	test.each<[string, Partial<UnitDetails>, boolean | null]>([
		['2 s between starts never make 5 in 10 s', {restartDelayMs: 2000}, false],
		['no burst is no limit', {startLimitBurst: 0}, null],
		['no interval is no limit', {startLimitIntervalMs: 0}, null],
	])('%s', (_, parts, isReachable) => {
		const {limit} = consequencesOf(unitProcess(), snapshotFixture([]), detailsFixture({restart: 'always', ...parts}));
		expect(limit?.isReachable ?? null).toBe(isReachable);
	});
});

const macSnapshot = (processes: readonly ExplainedProcess[], services: readonly LaunchdJob[] = []): Snapshot =>
	snapshotFixture(processes, {host: hostFixture({platform: 'darwin', init: 'launchd'}), services});

const jobProcess = (job: Partial<LaunchdJob>, parts: Partial<ExplainedProcess> & {kind?: Kind} = {}): ExplainedProcess =>
	explainedFixture({
		pid: 300,
		role: 'main',
		startedAt: 0,
		service: jobFixture('system', 'org.example.web', 300, {configPath: '/Library/LaunchDaemons/x.plist', ...job}),
		...parts,
	});

const conditions = (...keepAliveConditions: readonly KeepAliveCondition[]): Partial<LaunchdJob> => ({
	keepAlive: 'conditions',
	keepAliveConditions,
});

describe('a job of launchd', () => {
	test.each<[string, string, Partial<LaunchdJob>]>([
		['KeepAlive', 'YYYYY', {keepAlive: true}],
		['no KeepAlive', 'nnnnn', {keepAlive: false}],
		['no KeepAlive, and a Mach service', 'ddddd', {keepAlive: false, startedBy: ['mach-service']}],
		['no property list', '?????', {keepAlive: null, configPath: null}],
		['SuccessfulExit', 'nnnnY', conditions({type: 'successful-exit', value: true})],
		['not SuccessfulExit', 'YYYYn', conditions({type: 'successful-exit', value: false})],
		['not SuccessfulExit, and a socket', 'YYYYd', {...conditions({type: 'successful-exit', value: false}), startedBy: ['socket']}],
		['Crashed', 'nnYnn', conditions({type: 'crashed', value: true})],
		['not Crashed', 'YYnYY', conditions({type: 'crashed', value: false})],
		['any condition is enough', 'nnYnY', conditions({type: 'crashed', value: true}, {type: 'successful-exit', value: true})],
		['a path that may be there', '?????', conditions({type: 'path', name: '/x', value: true})],
		['a path, or a crash', '??Y??', conditions({type: 'path', name: '/x', value: true}, {type: 'crashed', value: true})],
		['another job that is not loaded', 'nnnnn', conditions({type: 'other-job', name: 'absent', value: true})],
		['another job that is to be absent', 'YYYYY', conditions({type: 'other-job', name: 'absent', value: false})],
		['the network, which nobody asks any more', 'nnnnn', conditions({type: 'network', value: true})],
		['after the first demand', 'YYYYY', conditions({type: 'after-demand', value: true})],
		[
			'after the first demand, and not SuccessfulExit',
			'YYYYn',
			conditions({type: 'after-demand', value: true}, {type: 'successful-exit', value: false}),
		],
		['a condition nobody knows', '?????', conditions({type: 'other', name: 'Moon'})],
		['LaunchOnlyOnce', 'nnnnn', {keepAlive: true, launchOnlyOnce: true, startedBy: ['mach-service']}],
		['an app', 'nnnnn', {jobType: 'application', keepAlive: null, startedBy: []}],
		['an XPC service', 'ddddd', {jobType: 'xpc-service', keepAlive: null}],
		['a driver', 'ddddd', {jobType: 'driver', keepAlive: null}],
	])('%s: %s', (_, expected, job) => {
		const process = jobProcess(job, {traits: catching()});
		expect(answers(process, null, macSnapshot([process], [process.service as LaunchdJob]))).toBe(expected);
	});

	test('with a handler for SIGTERM ends with a code of its own', () => {
		const process = jobProcess(conditions({type: 'successful-exit', value: false}), {traits: catching(15)});
		expect(consequencesOf(process, macSnapshot([process]), null).comebacks.asked).toMatchObject({
			answer: 'unknown',
			reason: 'own-exit-code',
			byCode: {zero: 'no', other: 'yes'},
		});
	});

	test.each([
		['young', 4000, null, 6000],
		['old', 60_000, null, 0],
		['with an interval of its own', 4000, 30, 26_000],
	])('that is %s waits for the rest of its interval', (_, ageMs, throttleSeconds, afterMs) => {
		const process = jobProcess({keepAlive: true, throttleSeconds});
		const snapshot = {...macSnapshot([process]), takenAt: ageMs};
		expect(consequencesOf(process, snapshot, null).comebacks.killed.afterMs).toBe(afterMs);
	});

	test('whose process is not its main one may get another from that', () => {
		const main = jobProcess({keepAlive: true});
		const worker = jobProcess({keepAlive: true}, {pid: 301, role: 'worker'});
		expect(consequencesOf(worker, macSnapshot([main, worker]), null).comebacks.killed).toMatchObject({
			answer: 'unknown',
			by: {type: 'process', process: {pid: 300}},
		});
	});
});

const supervisedJob = (manager: SupervisedJob['manager'], parts: Partial<SupervisedJob> = {}): SupervisedJob => ({
	manager,
	name: 'web',
	description: null,
	mainPid: 100,
	configPath: null,
	startsAtBoot: null,
	restart: null,
	supervisorPid: 50,
	containerId: null,
	...parts,
});

describe('a job of somebody else', () => {
	test.each<[SupervisedJob['manager'], string, Supervisor['manager']?]>([
		['runit', 'YYYYY'],
		['s6', 'YYYYY'],
		['pm2', 'YYYYY'],
		['supervisord', '?????'],
		['openrc', 'nnnnn'],
		['openrc', 'YYYYY', 'openrc'],
		['sysv', 'nnnnn'],
		['cron', 'ddddd'],
		['at', 'nnnnn'],
		['docker', '?????'],
		['podman', '?????'],
		['kubernetes', '?????'],
		['containerd', '?????'],
		['lxc', '?????'],
	])('%s: %s', (manager, expected, supervisor) => {
		const process = explainedFixture({
			service: supervisedJob(manager),
			role: 'main',
			supervisor: supervisor === undefined ? null : {manager: supervisor, pid: 50, isParent: true},
		});
		expect(answers(process)).toBe(expected);
	});

	test('of supervisord comes back after all but code 0, where nobody set anything else', () => {
		const {comebacks} = consequencesOf(explainedFixture({service: supervisedJob('supervisord'), role: 'main'}), snapshotFixture([]), null);
		expect([comebacks.finished.usually, comebacks.failed.usually, comebacks.killed.usually]).toEqual(['no', 'yes', 'yes']);
	});

	test('that is not its main process may get another', () => {
		expect(answers(explainedFixture({pid: 101, service: supervisedJob('runit'), role: 'worker'}))).toBe('?????');
	});

	test('that is the first of a container is not ended by a signal it has no handler for', () => {
		const traits = traitsFixture({nestedPid: 1});
		expect(answers(explainedFixture({service: supervisedJob('docker'), role: 'main', traits}))).toBe('s????');
	});
});

describe('what nobody keeps', () => {
	const shell = explainedFixture({name: 'bash', pid: 50, kind: 'interactive'});
	const child = (parts: Partial<ExplainedProcess> & {kind?: Kind}): ExplainedProcess => explainedFixture({pid: 100, ppid: 50, ...parts});

	test.each<[string, string, ExplainedProcess, Comeback['reason']]>([
		['a child of a shell', 'nnnnn', child({kind: 'interactive'}), 'by-hand'],
		['an app', 'nnnnn', child({kind: 'app'}), 'app'],
		['a process of the background', 'nnnnn', child({kind: 'background-process'}), 'nobody'],
		['a worker of its parent', '?????', child({kind: 'background-process', isParentsProgram: true}), 'parent'],
		['a part of a shell', 'nnnnn', child({name: 'bash', kind: 'background-process', isParentsProgram: true}), 'nobody'],
		['what a program watches over that does nothing else', '?????', child({name: 'mariadbd', ppid: 51}), 'parent'],
		['what no manager has told of', '?????', child({kind: 'background-process', isServiceTold: false}), 'untold'],
	])('%s: %s', (_, expected, process, reason) => {
		const snapshot = snapshotFixture([shell, explainedFixture({name: 'mysqld_safe', pid: 51}), process]);
		expect(answers(process, null, snapshot)).toBe(expected);
		expect(consequencesOf(process, snapshot, null).comebacks.killed.reason).toBe(reason);
	});

	test.each<[string, ExplainedProcess, string]>([
		['a thread of the kernel', explainedFixture({kind: 'kernel'}), 'kernel'],
		['the first process', explainedFixture({pid: 1, kind: 'init'}), 'first-process'],
		['a zombie', explainedFixture({state: 'Z'}), 'zombie'],
	])('%s has no ordinary answer, and no command', (_, process, special) => {
		const consequences = consequencesOf(process, snapshotFixture([process]), null);
		expect(consequences).toMatchObject({special, stop: {now: [], forGood: [], notes: [special]}});
	});
});

describe('a storm', () => {
	const young = (ageMs: number, restarts: number): Snapshot['takenAt'] | null => {
		const process = unitProcess({startedAt: 1_000_000});
		const snapshot = {...snapshotFixture([process]), takenAt: 1_000_000 + ageMs};
		return consequencesOf(process, snapshot, detailsFixture({restarts})).storm?.starts ?? null;
	};

	test('is many restarts and a young process', () => {
		expect([young(1000, 5), young(1000, 4), young(61_000, 5)]).toEqual([5, null, null]);
	});

	test('of launchd is counted in starts, and those on demand are none', () => {
		const details = (runs: number): ServiceDetails => ({
			manager: 'launchd',
			source: 'launchctl print system/x',
			state: 'running',
			type: null,
			runs,
			immediateReason: null,
			spawnType: null,
			properties: [],
			lastExit: null,
			managedBy: null,
			parentBundleIdentifier: null,
			minimumRuntimeSeconds: null,
			exitTimeoutSeconds: null,
			successiveCrashes: null,
			intervalSeconds: null,
		});
		const stormOf = (runs: number, job: Partial<LaunchdJob>) => {
			const process = jobProcess(job, {startedAt: 9_000_000});
			const snapshot = {...macSnapshot([process]), host: hostFixture({platform: 'darwin', bootedAt: 0}), takenAt: 9_001_000};
			return consequencesOf(process, snapshot, details(runs)).storm;
		};

		expect(stormOf(900, {keepAlive: true})).toEqual({starts: 900, everyMs: 10_001.111_111_111_111, counted: 'starts'});
		expect(stormOf(20, {keepAlive: false, startedBy: ['mach-service']})).toBeNull();
	});
});

describe('what goes with a process', () => {
	const path = '/system.slice/web.service';
	const main = unitProcess({traits: traitsFixture({listens: [{protocol: 'tcp', family: 'ipv4', address: '0.0.0.0', port: 80, id: '1'}]})});
	const worker = unitProcess({pid: 101, ppid: 100, name: 'worker', role: 'worker', traits: main.traits});
	const nested = unitProcess({pid: 102, ppid: 101, name: 'nested', role: 'worker', cgroup: cgroupFixture(`${path}/sub`)});
	const escaped = explainedFixture({
		pid: 103,
		ppid: 101,
		name: 'escaped',
		cgroup: cgroupFixture('/user.slice/user-1000.slice/session-1.scope'),
	});
	const snapshot = snapshotFixture([main, worker, nested, escaped]);
	const names = (list: readonly {name: string}[]): readonly string[] => list.map(({name}) => name);
	const together = (process: ExplainedProcess, details: ServiceDetails | null, all: Snapshot = snapshot) =>
		consequencesOf(process, all, details).together;

	test.each([
		['control-group', ['worker', 'nested'], []],
		['mixed', ['worker', 'nested'], []],
		['process', [], ['worker', 'nested']],
		['none', [], ['worker', 'nested']],
	])('is what its unit holds, as KillMode=%s says', (killMode, ended, left) => {
		const {ended: gone, left: kept, orphaned} = together(main, detailsFixture({killMode}));
		expect([names(gone), names(kept), names(orphaned)]).toEqual([ended, left, ['escaped']]);
	});

	test('is nobody else where it is not the main process', () => {
		const {ended, orphaned} = together(worker, detailsFixture());
		expect([names(ended), names(orphaned)]).toEqual([[], ['nested', 'escaped']]);
	});

	test('are its sockets, unless others hold them, too', () => {
		expect(together(main, detailsFixture()).closed).toHaveLength(1);
		expect(together(main, detailsFixture({killMode: 'process'})).closed).toEqual([]);
		expect(together(worker, detailsFixture()).shared).toHaveLength(1);
	});

	test('is no socket that systemd keeps open', () => {
		const {closed, held} = together(main, detailsFixture({triggers: [socketTrigger]}));
		expect([closed, held]).toEqual([[], ['0.0.0.0:80']]);
	});

	test('is the whole container where it is the first of it', () => {
		const id = 'a'.repeat(64);
		const inside = (pid: number, nestedPid: number): ExplainedProcess =>
			explainedFixture({
				pid,
				name: `p${nestedPid}`,
				service: supervisedJob('docker', {containerId: id}),
				role: nestedPid === 1 ? 'main' : 'worker',
				cgroup: cgroupFixture(`/system.slice/docker-${id}.scope`),
				traits: traitsFixture({nestedPid}),
			});
		const all = snapshotFixture([inside(200, 1), inside(201, 2)]);
		expect(names(together(inside(200, 1), null, all).ended)).toEqual(['p2']);
		expect(names(together(inside(201, 2), null, all).ended)).toEqual([]);
	});

	test('is what is in front of the terminal that it leads, and in a terminal that it holds', () => {
		const inTerminal = {tty: 'pts/1', hasTty: true, tpgid: 302} as const;
		const terminal = explainedFixture({pid: 300, name: 'terminal', tty: null, hasTty: false});
		const shell = explainedFixture({
			pid: 301,
			ppid: 300,
			name: 'bash',
			sid: 301,
			...inTerminal,
			sessionLeader: 'self',
			kind: 'interactive',
		});
		const front = explainedFixture({pid: 302, ppid: 301, name: 'vim', sid: 301, pgid: 302, ...inTerminal, sessionLeader: 'other'});
		const back = explainedFixture({pid: 303, ppid: 301, name: 'job', sid: 301, pgid: 303, ...inTerminal, sessionLeader: 'other'});
		const all = snapshotFixture([terminal, shell, front, back]);
		const of = (process: ExplainedProcess) => {
			const {hungUp, orphaned} = together(process, null, all);
			return [names(hungUp), names(orphaned)];
		};

		expect(of(shell)).toEqual([['vim'], ['job']]);
		expect(of(terminal)).toEqual([['bash', 'vim', 'job'], []]);
	});

	test.each<[string, ExplainedProcess, string | null]>([
		['the display server', explainedFixture({name: 'Xorg', comm: 'Xorg'}), 'graphical-session'],
		['the bus of the system', unitProcess({name: 'dbus-daemon', comm: 'dbus-daemon'}), 'bus'],
		[
			'the bus of a user',
			explainedFixture({
				comm: 'dbus-daemon',
				cgroup: cgroupFixture('/user.slice/user-1000.slice/user@1000.service/app.slice/dbus.service'),
			}),
			null,
		],
		['the listener of sshd', unitProcess({name: 'sshd', comm: 'sshd'}), 'remote-logins'],
		['a session of sshd', explainedFixture({comm: 'sshd', ppid: 90, verdict: verdictFixture('session')}), 'login-session'],
		['the manager of a user', explainedFixture({comm: 'systemd', kind: 'init'}), 'user-manager'],
		['a login shell', explainedFixture({comm: 'bash', args: ['-bash'], tty: 'pts/0', hasTty: true}), 'login-session'],
		['an ordinary program', explainedFixture(), null],
	])('is more where it is %s', (_, process, wider) => {
		expect(together(process, null, snapshotFixture([process])).wider).toBe(wider);
	});

	test('are the units that need it, those that do not run and targets left out', () => {
		const details = detailsFixture({
			boundBy: ['bound.service'],
			requiredBy: ['requiring.service', 'idle.service', 'bound.service'],
			consistsOf: ['part.service'],
			wantedBy: ['multi-user.target', 'wanting.service'],
		});
		const services = [unitFixture('idle.service', {activeState: 'inactive'}), unitFixture('wanting.service')];
		expect(consequencesOf(main, snapshotFixture([main], {services}), details).dependents).toEqual({
			bound: ['bound.service'],
			required: ['requiring.service', 'part.service'],
			wanting: ['wanting.service'],
		});
	});
});
