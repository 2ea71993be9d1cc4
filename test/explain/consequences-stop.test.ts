import {describe, expect, test} from 'vitest';
import {consequencesOf} from '../../source/explain/consequences.js';
import type {StopAdvice} from '../../source/model/consequences.js';
import type {ServiceDetails, UnitDetails, UnitTrigger} from '../../source/model/details.js';
import type {LaunchdJob, SupervisedJob, SystemdUnit} from '../../source/model/service.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {appFixture, jobFixture} from '../classify/mac-scene.js';
import {cgroupFixture, explainedFixture, hostFixture, snapshotFixture, traitsFixture, unitFixture} from '../support/process-fixture.js';
import {detailsFixture, ignoring, unitProcess} from './consequences-scene.js';

/** Who reads the advice. */
const reader = (uid: number): ExplainedProcess => explainedFixture({pid: 900, uid, user: uid === 0 ? 'root' : 'anna', isSelf: true});

const adviceOf = (
	process: ExplainedProcess,
	details: ServiceDetails | null = null,
	uid = 1000,
	others: readonly ExplainedProcess[] = [],
): StopAdvice => consequencesOf(process, snapshotFixture([process, reader(uid), ...others]), details).stop;

const lines = (commands: StopAdvice['now']): readonly string[] => commands.map(words => words.join(' '));

const all = ({now, forGood}: StopAdvice): readonly [readonly string[], readonly string[]] => [lines(now), lines(forGood)];

const trigger = (unit: string, unitFileState: string): UnitTrigger => ({
	unit,
	activeState: 'active',
	unitFileState,
	nextAt: null,
	lastAt: null,
	listens: [],
	paths: [],
});

describe('a unit of the system is stopped', () => {
	const systemctl = 'sudo systemctl';
	test.each<[string, Partial<UnitDetails>, readonly string[], readonly string[]]>([
		['and disabled', {}, [`${systemctl} stop web.service`], [`${systemctl} disable --now web.service`]],
		[
			'and disabled until the next boot',
			{unitFileState: 'enabled-runtime'},
			[`${systemctl} stop web.service`],
			[`${systemctl} disable --runtime --now web.service`],
		],
		[
			'and masked where it cannot be disabled',
			{unitFileState: 'static', wantedBy: []},
			[`${systemctl} stop web.service`],
			[`${systemctl} mask --now web.service`],
		],
		[
			'and masked where it was generated',
			{unitFileState: 'generated'},
			[`${systemctl} stop web.service`],
			[`${systemctl} mask --now web.service`],
		],
		[
			'and disabled where an init script is behind it',
			{unitFileState: 'generated', sourcePath: '/etc/init.d/web'},
			[`${systemctl} stop web.service`],
			[`${systemctl} disable --now web.service`],
		],
		['alone where it does not start at boot', {unitFileState: 'disabled'}, [`${systemctl} stop web.service`], []],
		['alone where it was made for one run', {isTransient: true, unitFileState: 'transient'}, [`${systemctl} stop web.service`], []],
		[
			'with its socket, which would start it again',
			{triggers: [trigger('web.socket', 'enabled')]},
			[`${systemctl} stop web.socket web.service`],
			[`${systemctl} disable --now web.socket web.service`],
		],
		[
			'with a socket that has to be masked',
			{triggers: [trigger('web.socket', 'static')]},
			[`${systemctl} stop web.socket web.service`],
			[`${systemctl} disable --now web.service`, `${systemctl} mask --now web.socket`],
		],
		[
			'after its timer, which alone starts it',
			{unitFileState: 'static', wantedBy: [], triggers: [trigger('web.timer', 'enabled')]},
			[`${systemctl} stop web.timer web.service`],
			[`${systemctl} disable --now web.timer`, `${systemctl} stop web.service`],
		],
		[
			'and masked where others want it, too',
			{unitFileState: 'static', wantedBy: ['x.service'], triggers: [trigger('web.timer', 'enabled')]},
			[`${systemctl} stop web.timer web.service`],
			[`${systemctl} disable --now web.timer`, `${systemctl} mask --now web.service`],
		],
		['by nobody where it refuses', {refusesManualStop: true}, [], [`${systemctl} disable web.service`]],
	])('%s', (_, details, now, forGood) => {
		expect(all(adviceOf(unitProcess(), detailsFixture(details)))).toEqual([now, forGood]);
	});

	test('without sudo by root', () => {
		expect(lines(adviceOf(unitProcess(), detailsFixture(), 0).now)).toEqual(['systemctl stop web.service']);
	});

	test('as a whole, whichever of its processes is looked at', () => {
		const worker = unitProcess({pid: 101, role: 'worker'});
		expect(adviceOf(worker, detailsFixture())).toMatchObject({now: [['sudo', 'systemctl', 'stop', 'web.service']], notes: ['worker']});
	});

	test('but not for good where the system cannot do without it', () => {
		const bus = unitProcess({unit: {name: 'dbus.service'}});
		expect(adviceOf(bus, detailsFixture())).toMatchObject({forGood: [], notes: ['vital']});
	});

	test('from what the list tells before it was asked itself', () => {
		expect(all(adviceOf(unitProcess({unit: {unitFileState: 'static'}})))).toEqual([
			['sudo systemctl stop web.service'],
			['sudo systemctl mask --now web.service'],
		]);
	});
});

describe('a unit of a user is stopped', () => {
	const agent = (parts: Partial<SystemdUnit> = {}): ExplainedProcess =>
		unitProcess({uid: 1000, user: 'anna', unit: {scope: 'user', scopeUid: 1000, ...parts}});

	test.each([
		[1000, 'systemctl --user stop web.service'],
		[1001, 'sudo systemctl --user --machine=anna@ stop web.service'],
		[0, 'systemctl --user --machine=anna@ stop web.service'],
	])('as seen by %i', (uid, expected) => {
		expect(lines(adviceOf(agent(), detailsFixture(), uid).now)).toEqual([expected]);
	});

	test('with its manager by logging the user out', () => {
		const manager = unitProcess({uid: 1000, user: 'anna', unit: {name: 'user@1000.service'}});
		expect(all(adviceOf(manager, detailsFixture()))).toEqual([
			['sudo loginctl terminate-user anna'],
			['sudo loginctl disable-linger anna'],
		]);
	});

	test('as a scope by a signal', () => {
		expect(all(adviceOf(unitProcess({uid: 1000, unit: {name: 'session-3.scope'}})))).toEqual([['kill 100'], []]);
	});
});

const supervisor = (directory: string | null): ExplainedProcess =>
	explainedFixture({pid: 50, uid: 0, name: 'supervisor', traits: traitsFixture({workingDirectory: directory})});

const supervised = (manager: SupervisedJob['manager'], parts: Partial<ExplainedProcess> = {}): ExplainedProcess =>
	explainedFixture({
		pid: 100,
		uid: 1000,
		user: 'anna',
		role: 'main',
		service: {
			manager,
			name: 'web',
			description: null,
			mainPid: 100,
			configPath: null,
			startsAtBoot: null,
			restart: null,
			supervisorPid: 50,
			containerId: null,
		},
		...parts,
	});

describe('a job of somebody else is stopped', () => {
	test.each<[SupervisedJob['manager'], readonly string[], readonly string[]]>([
		['sysv', ['sudo service web stop'], ['sudo update-rc.d web disable']],
		['openrc', ['sudo rc-service web stop'], ['sudo rc-update --all del web']],
		['runit', ['sudo sv down /etc/service/web'], ['sudo touch /etc/service/web/down', 'sudo sv down /etc/service/web']],
		['s6', ['sudo s6-svc -d /etc/service/web'], ['sudo touch /etc/service/web/down', 'sudo s6-svc -d /etc/service/web']],
		['supervisord', ['sudo supervisorctl stop web'], []],
		['pm2', ['pm2 stop web'], ['pm2 delete web', 'pm2 save']],
		['cron', ['kill 100'], ['crontab -e']],
		['at', ['kill 100'], []],
		['docker', ['sudo docker stop web'], ['sudo docker update --restart=no web', 'sudo docker stop web']],
		['podman', ['sudo podman stop web'], ['sudo podman update --restart=no web', 'sudo podman stop web']],
		['kubernetes', [], []],
		['containerd', [], []],
		['lxc', ['sudo lxc-stop --name web'], []],
	])('of %s', (manager, now, forGood) => {
		expect(all(adviceOf(supervised(manager), null, 1000, [supervisor('/etc/service/web')]))).toEqual([now, forGood]);
	});

	test('by its name where the folder may not be read', () => {
		expect(all(adviceOf(supervised('runit'), null, 1000, [supervisor(null)]))).toEqual([['sudo sv down web'], []]);
	});

	test('in the name of its user', () => {
		expect(lines(adviceOf(supervised('pm2'), null, 1001).now)).toEqual(['sudo -Hu anna pm2 stop web']);
		expect(lines(adviceOf(supervised('cron'), null, 1001).forGood)).toEqual(['sudo crontab -u anna -e']);
	});

	test('without root where it is a container of one user', () => {
		const cgroup = cgroupFixture(`/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-${'a'.repeat(64)}.scope`);
		expect(lines(adviceOf(supervised('podman', {cgroup})).now)).toEqual(['podman stop web']);
	});

	test('by chkconfig where that is the tool', () => {
		const process = supervised('sysv');
		const snapshot = snapshotFixture([process, reader(1000)], {host: hostFixture({release: 'CentOS release 6.10 (Final)'})});
		expect(lines(consequencesOf(process, snapshot, null).stop.forGood)).toEqual(['sudo chkconfig web off']);
	});
});

describe('a job of launchd is stopped', () => {
	const job = (domain: string, name: string, parts: Partial<LaunchdJob> = {}): ExplainedProcess =>
		explainedFixture({
			pid: 300,
			uid: 501,
			role: 'main',
			service: jobFixture(domain, name, 300, {configPath: '/Library/x.plist', ...parts}),
		});
	const macAdvice = (process: ExplainedProcess): StopAdvice =>
		consequencesOf(process, snapshotFixture([process, reader(501)], {host: hostFixture({platform: 'darwin'})}), null).stop;

	test.each<[string, ExplainedProcess, readonly string[], readonly string[], readonly string[]]>([
		[
			'in the system by root',
			job('system', 'org.example.web'),
			['sudo launchctl bootout system/org.example.web'],
			['sudo launchctl disable system/org.example.web', 'sudo launchctl bootout system/org.example.web'],
			['until-boot'],
		],
		[
			'in its own session by its user',
			job('gui/501', 'org.example.web'),
			['launchctl bootout gui/501/org.example.web'],
			['launchctl disable gui/501/org.example.web', 'launchctl bootout gui/501/org.example.web'],
			['until-login'],
		],
		[
			'in its settings, too, where an app brought it',
			job('gui/501', 'org.example.web', {bundlePath: '/Applications/Web.app'}),
			['launchctl bootout gui/501/org.example.web'],
			['launchctl disable gui/501/org.example.web', 'launchctl bootout gui/501/org.example.web'],
			['until-login', 'login-items'],
		],
		[
			'perhaps, where it is of Apple',
			job('system', 'com.apple.x', {configPath: '/System/Library/LaunchDaemons/com.apple.x.plist'}),
			['sudo launchctl bootout system/com.apple.x'],
			['sudo launchctl disable system/com.apple.x', 'sudo launchctl bootout system/com.apple.x'],
			['apple'],
		],
		[
			'not for good where the Mac needs it',
			job('system', 'com.apple.WindowServer', {configPath: '/System/Library/LaunchDaemons/com.apple.WindowServer.plist'}),
			['sudo launchctl bootout system/com.apple.WindowServer'],
			[],
			['apple', 'vital'],
		],
		[
			'as an app by its own name',
			{...job('gui/501', 'application.x', {jobType: 'application', configPath: null}), app: appFixture('Foreground', 300, 'Say "hi"')},
			['osascript -e quit app "Say \\"hi\\""'],
			[],
			['app-menu'],
		],
		['as an XPC service by a signal', job('pid/1', 'x', {jobType: 'xpc-service'}), ['kill 300'], [], ['xpc-service']],
	])('%s', (_, process, now, forGood, notes) => {
		const advice = macAdvice({...process, executable: null});
		expect([...all(advice), advice.notes]).toEqual([now, forGood, notes]);
	});

	test('as the app of a helper', () => {
		const executable = '/Applications/Web.app/Contents/Frameworks/Web Helper.app/Contents/MacOS/Web Helper';
		const helper = {...job('gui/501', 'application.x', {jobType: 'application'}), pid: 301, role: 'worker', executable} as const;
		expect(lines(macAdvice(helper).now)).toEqual(['osascript -e quit app "Web"']);
	});
});

describe('a process without a manager is stopped', () => {
	test.each<[string, Partial<ExplainedProcess>, string]>([
		['by SIGTERM', {}, 'kill 100'],
		['by root where it is of somebody else', {uid: 1001}, 'sudo kill 100'],
		['by SIGHUP where it ignores SIGTERM, as shells do', {traits: ignoring(15)}, 'kill -HUP 100'],
		['by SIGKILL where it ignores both', {traits: ignoring(1, 15)}, 'kill -KILL 100'],
	])('%s', (_, parts, expected) => {
		expect(all(adviceOf(explainedFixture({uid: 1000, ...parts})))).toEqual([[expected], []]);
	});
});

test('names that a unit list has in another scope are not taken for its triggers', () => {
	const services = [unitFixture('web.socket', {scope: 'user', scopeUid: 1000, activeState: 'inactive'})];
	const process = unitProcess({unit: {triggeredBy: ['web.socket']}});
	const {now} = consequencesOf(process, snapshotFixture([process, reader(0)], {services}), null).stop;
	expect(lines(now)).toEqual(['systemctl stop web.socket web.service']);
});

test('what a systemd keeps that is not ours is not to be stopped with ours', () => {
	const process = explainedFixture({service: unitFixture('nginx.service', {mainPid: 812}), role: 'main', pid: 812});
	const host = {...snapshotFixture([]).host, init: 'process_api'};
	const {stop} = consequencesOf(process, snapshotFixture([process], {host}), null);
	expect(stop).toEqual({now: [], forGood: [], notes: ['foreign-manager']});
});
