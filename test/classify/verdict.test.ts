import {describe, expect, test} from 'vitest';
import type {Kind} from '../../source/model/evidence.js';
import type {Process} from '../../source/model/process.js';
import {cgroupFixture, processFixture, traitsFixture, unitFixture} from '../support/process-fixture.js';
import {classic, explainAll, graphical, noMarks, otherInit, type Scene, shell, systemd, typed} from './verdict-of.js';

type Case = [sentence: string, kind: Kind, processes: readonly Process[], scene?: Scene];

/** The last process of each case is the one in question. */
const kindOf = (processes: readonly Process[], scene?: Scene): Kind | undefined =>
	explainAll(processes, scene).get(processes.at(-1)?.pid ?? -1)?.verdict.kind;

const at = (path: string) => cgroupFixture(path);
const userPath = '/user.slice/user-1000.slice/user@1000.service';
const dockerId = 'b76b081a3ac491523ca2c917b48ae4783970afe71e10731c526d6ca666edd988';

const withSystemd: readonly Case[] = [
	['process 1 is the init system', 'init', [systemd]],
	[
		'a thread of the kernel ends in d and is no daemon',
		'kernel',
		[
			systemd,
			processFixture({pid: 40, ppid: 2, name: 'kswapd0', executable: null, args: [], traits: traitsFixture({isKernelThread: true})}),
		],
	],
	[
		'a program that calls itself [kworker/0:1] is no thread of the kernel',
		'background-process',
		[systemd, typed({pid: 50, name: '[kworker/0:1]', hasTty: false, tty: null, ppid: 1})],
	],
	[
		'the main process of a system unit is a daemon, whatever its name',
		'daemon',
		[systemd, processFixture({pid: 60, name: 'sleep', cgroup: at('/system.slice/dt-simple.service')})],
		{services: [unitFixture('dt-simple.service', {mainPid: 60})]},
	],
	[
		'a worker of a system unit belongs to the daemon',
		'daemon',
		[
			systemd,
			processFixture({pid: 60, name: 'nginx', cgroup: at('/system.slice/nginx.service')}),
			processFixture({pid: 61, ppid: 60, name: 'nginx', uid: 33, cgroup: at('/system.slice/nginx.service')}),
		],
		{services: [unitFixture('nginx.service', {mainPid: 60})]},
	],
	[
		'qemu-ga calls itself an agent and is a daemon',
		'daemon',
		[systemd, processFixture({pid: 60, name: 'qemu-ga', cgroup: at('/system.slice/qemu-guest-agent.service')})],
	],
	[
		'the main process of a user unit is an agent',
		'agent',
		[systemd, processFixture({pid: 60, uid: 1000, name: 'pipewire', cgroup: at(`${userPath}/session.slice/pipewire.service`)})],
	],
	[
		'gvfsd ends in d and is an agent',
		'agent',
		[systemd, processFixture({pid: 60, uid: 1000, name: 'gvfsd', cgroup: at(`${userPath}/session.slice/gvfs-daemon.service`)})],
	],
	[
		"a user's systemd is a service manager",
		'init',
		[systemd, processFixture({pid: 60, uid: 1000, name: 'systemd', cgroup: at(`${userPath}/init.scope`)})],
	],
	[
		'(sd-pam) is part of the session',
		'session',
		[
			systemd,
			processFixture({pid: 60, uid: 1000, name: 'systemd', cgroup: at(`${userPath}/init.scope`)}),
			processFixture({pid: 61, ppid: 60, uid: 1000, name: '(sd-pam)', comm: '(sd-pam)', cgroup: at(`${userPath}/init.scope`)}),
		],
	],
	[
		'what the desktop starts at login is a background app',
		'background-app',
		[systemd, graphical({pid: 60, name: 'nm-applet', cgroup: at(`${userPath}/app.slice/app-nm\\x2dapplet@autostart.service`)})],
	],
	[
		'what the desktop opens in a scope of its own is an app',
		'app',
		[systemd, graphical({pid: 60, name: 'firefox', cgroup: at(`${userPath}/app.slice/app-gnome-firefox-1234.scope`)})],
	],
	[
		'a process that an app starts in its scope is its helper',
		'app-helper',
		[
			systemd,
			graphical({pid: 60, name: 'firefox', cgroup: at(`${userPath}/app.slice/app-gnome-firefox-1234.scope`)}),
			graphical({pid: 61, ppid: 60, name: 'Web Content', cgroup: at(`${userPath}/app.slice/app-gnome-firefox-1234.scope`)}),
		],
	],
	[
		'a terminal window is an app although a user unit holds it',
		'app',
		[systemd, graphical({pid: 60, name: 'gnome-terminal-server', cgroup: at(`${userPath}/app.slice/gnome-terminal-server.service`)})],
	],
	[
		'a container is a managed job',
		'managed-job',
		[systemd, processFixture({pid: 60, name: 'httpd', cgroup: at(`/system.slice/docker-${dockerId}.scope`)})],
	],
	[
		'a pod of Kubernetes is a managed job',
		'managed-job',
		[
			systemd,
			processFixture({
				pid: 60,
				name: 'coredns',
				cgroup: at(`/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1.slice/cri-containerd-${dockerId}.scope`),
			}),
		],
	],
	[
		'what watches over a container is a daemon',
		'daemon',
		[systemd, processFixture({pid: 60, name: 'containerd-shim', cgroup: at('/system.slice/containerd.service')})],
	],
	[
		'a connection of sshd is part of the session',
		'session',
		[
			systemd,
			processFixture({pid: 60, name: 'sshd', cgroup: at('/system.slice/ssh.service')}),
			processFixture({
				pid: 61,
				ppid: 60,
				name: 'sshd',
				args: ['sshd: alex@pts/1'],
				cgroup: at('/user.slice/user-1000.slice/session-3.scope'),
			}),
		],
	],
	[
		'the listener of sshd is the daemon',
		'daemon',
		[
			systemd,
			processFixture({
				pid: 60,
				name: 'sshd',
				args: ['sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups'],
				cgroup: at('/system.slice/ssh.service'),
			}),
		],
	],
	['a shell of a login is interactive', 'interactive', [systemd, {...shell, cgroup: at('/user.slice/user-1000.slice/session-3.scope')}]],
	[
		'a nohup job of a login is a background process',
		'background-process',
		[
			systemd,
			typed({pid: 60, ppid: 1, name: 'sh', hasTty: false, tty: null, sid: 900, cgroup: at('/user.slice/user-1000.slice/session-3.scope')}),
		],
	],
	[
		'a job of cron is a managed job',
		'managed-job',
		[
			systemd,
			processFixture({pid: 60, name: 'cron', cgroup: at('/system.slice/cron.service')}),
			processFixture({pid: 61, ppid: 60, name: 'cron', cgroup: at('/system.slice/cron.service')}),
			processFixture({pid: 62, ppid: 61, name: 'sh', cgroup: at('/system.slice/cron.service')}),
		],
	],
];

const withoutSystemd: readonly Case[] = [
	[
		'a daemon without d, known only by its signs',
		'daemon',
		[otherInit, classic({pid: 60, uid: 33, user: 'www-data', name: 'apache2', executable: '/usr/sbin/apache2'})],
	],
	[
		'a worker has the kind of what it works for',
		'daemon',
		[
			otherInit,
			classic({pid: 60, name: 'nginx', executable: '/usr/sbin/nginx'}),
			classic({pid: 61, ppid: 60, sid: 60, uid: 33, name: 'nginx', executable: '/usr/sbin/nginx'}),
		],
	],
	['a service that a person owns is an agent', 'agent', [otherInit, classic({pid: 60, uid: 1000, user: 'alex', name: 'gpg-agent'})]],
	[
		'a job of runit is a managed job where runit is not the init system',
		'managed-job',
		[otherInit, processFixture({pid: 60, name: 'runsv', args: ['runsv', 'web']}), processFixture({pid: 61, ppid: 60, name: 'busybox'})],
	],
	[
		'and a daemon where it is',
		'daemon',
		[
			processFixture({pid: 1, ppid: 0, name: 'runit', comm: 'runit'}),
			processFixture({pid: 60, name: 'runsv', args: ['runsv', 'web']}),
			processFixture({pid: 61, ppid: 60, name: 'busybox'}),
		],
	],
	[
		'a program of PM2 is a managed job',
		'managed-job',
		[
			otherInit,
			processFixture({pid: 60, uid: 1000, name: 'PM2 v5.4.3: God Daemon', comm: 'PM2 v5.4.3: God'}),
			processFixture({pid: 61, ppid: 60, uid: 1000, name: 'node', script: 'app.js'}),
		],
	],
	[
		'the God Daemon of PM2 is none: it put itself in the background',
		'background-process',
		[otherInit, processFixture({pid: 60, uid: 1000, name: 'PM2 v5.4.3: God Daemon', comm: 'PM2 v5.4.3: God'})],
	],
	[
		'an argument called pm2 makes no supervisor',
		'background-process',
		[
			otherInit,
			typed({pid: 60, ppid: 1, name: 'grep', hasTty: false, tty: null, args: ['grep', 'PM2 v5']}),
			typed({pid: 61, ppid: 60, name: 'sleep', hasTty: false, tty: null}),
		],
	],
	[
		'the server of tmux is a background process',
		'background-process',
		[otherInit, classic({pid: 60, uid: 1000, name: 'tmux: server', comm: 'tmux: server'})],
	],
	[
		'a server typed into a terminal is interactive, although it listens',
		'interactive',
		[
			otherInit,
			shell,
			typed({
				pid: 950,
				name: 'redis-server',
				traits: traitsFixture({
					listens: [{protocol: 'tcp', family: 'ipv4', address: '127.0.0.1', port: 6379, id: null}],
					stdio: ['terminal', 'terminal', 'terminal'],
				}),
			}),
		],
	],
	[
		'a job sent to the background of a live shell is a background process',
		'background-process',
		[otherInit, shell, typed({pid: 951, pgid: 951, tpgid: 900, name: 'sleep'})],
	],
	['a shell that waits for its foreground program stays interactive', 'interactive', [otherInit, typed({pid: 950, name: 'vim'}), shell]],
	['sed ends in d and is interactive', 'interactive', [otherInit, shell, typed({pid: 950, name: 'sed'})]],
	[
		'a dev server left behind by its terminal is a background process',
		'background-process',
		[
			otherInit,
			typed({
				pid: 60,
				ppid: 1,
				sid: 55,
				hasTty: false,
				tty: null,
				name: 'node',
				script: 'dev.js',
				traits: traitsFixture({
					workingDirectory: '/home/alex',
					environment: {...noMarks, terminal: true, shell: true},
					listens: [{protocol: 'tcp', family: 'ipv4', address: '0.0.0.0', port: 3000, id: null}],
				}),
			}),
		],
	],
	['Discord ends in d and is an app', 'app', [otherInit, graphical({pid: 60, name: 'Discord', executable: '/opt/discord/Discord'})]],
	['a clipboard manager is a background app', 'background-app', [otherInit, graphical({pid: 60, name: 'parcellite'})]],
	[
		'a dialog told to stay in the tray is a background app',
		'background-app',
		[otherInit, graphical({pid: 60, name: 'yad', args: ['yad', '--notification']})],
	],
	['the X server is part of the session', 'session', [otherInit, classic({pid: 60, uid: 1000, name: 'Xorg'})]],
	[
		'a graphical program typed into a terminal is an app',
		'app',
		[otherInit, shell, typed({pid: 950, name: 'xclock', traits: traitsFixture({usesDisplay: true})})],
	],
	[
		'an editor that can use the display but runs in the terminal is interactive',
		'interactive',
		[
			otherInit,
			shell,
			typed({pid: 950, name: 'vim', traits: traitsFixture({usesDisplay: true, signals: {caughtMask: 1 << 27, ignoredMask: 0}})}),
		],
	],
	[
		'a zombie has the kind of what has not collected it',
		'daemon',
		[
			otherInit,
			classic({pid: 60, uid: 33, name: 'apache2', executable: '/usr/sbin/apache2'}),
			processFixture({pid: 61, ppid: 60, sid: 99, name: 'cgi', state: 'Z', executable: null, args: []}),
		],
	],
	['where nothing is told, the answer is unknown', 'unknown', [processFixture({pid: 60, name: 'thing', hasTty: null, executable: null})]],
];

describe('the kind of a process', () => {
	test.each(withSystemd)('with systemd: %s', (_, kind, processes, scene) => {
		expect(kindOf(processes, scene)).toBe(kind);
	});

	test.each(withoutSystemd)('without: %s', (_, kind, processes, scene) => {
		expect(kindOf(processes, scene)).toBe(kind);
	});
});

describe('a verdict', () => {
	const sshd = processFixture({pid: 60, name: 'sshd', cgroup: at('/system.slice/ssh.service')});

	test('keeps what speaks for it and against it, strongest first', () => {
		const {evidenceFor, evidenceAgainst} = explainAll([systemd, {...sshd, name: 'nginx'}]).get(60)?.verdict ?? {
			evidenceFor: [],
			evidenceAgainst: [],
		};
		expect(evidenceFor[0]).toMatchObject({
			rule: 'unit-main-process',
			strength: 3,
			source: '/proc/60/cgroup',
			observed: {unit: 'ssh.service'},
		});
		expect(evidenceAgainst.map(({rule}) => rule)).toContain('name-without-d');
		expect(evidenceFor.map(({strength}) => strength)).toEqual(evidenceFor.map(({strength}) => strength).sort((a, b) => b - a));
	});

	test('counts the last letter as one hint', () => {
		const {evidenceFor} = explainAll([systemd, sshd]).get(60)?.verdict ?? {evidenceFor: []};
		expect(evidenceFor.find(({rule}) => rule === 'name-ends-in-d')).toMatchObject({strength: 1});
	});

	test("is certain with the manager's word and a guess with little to go by", () => {
		expect(explainAll([systemd, sshd]).get(60)?.verdict.confidence).toBe('certain');
		expect(explainAll([processFixture({pid: 60, name: 'thing', hasTty: null})]).get(60)?.verdict.confidence).toBe('guess');
	});

	test('names the service of a worker', () => {
		const cgroup = at('/system.slice/cups.service');
		const explained = explainAll([
			systemd,
			processFixture({pid: 60, name: 'cupsd', cgroup}),
			processFixture({pid: 61, ppid: 60, name: 'cupsd', cgroup}),
		]);
		expect(explained.get(61)).toMatchObject({role: 'worker', service: {name: 'cups.service'}});
		expect(explained.get(61)?.verdict.tags).toContain('worker');
	});

	test.each([
		['timer', {triggeredBy: ['dt-tick.timer'], startsAtBoot: null}],
		['socket-activated', {triggeredBy: ['dt-sock.socket'], startsAtBoot: null}],
		['on-demand', {triggeredBy: ['dt-sock.socket'], startsAtBoot: false}],
		['keep-alive', {restart: 'always'}],
		['one-shot', {type: 'oneshot'}],
	] as const)('has the tag %s from its unit', (tag, parts) => {
		const services = [unitFixture('ssh.service', {mainPid: 60, ...parts})];
		expect(explainAll([systemd, sshd], {services}).get(60)?.verdict.tags).toContain(tag);
	});

	test('is the same object as long as nothing that it rests on changes', async () => {
		const {createVerdicts} = await import('../../source/classify/verdicts.js');
		const {joinProcesses} = await import('../../source/join/join.js');
		const verdicts = createVerdicts(() => null);
		const judge = (processes: readonly Process[]) => {
			const joined = joinProcesses({
				processes,
				services: [],
				apps: [],
				programFiles: new Map(),
				previousTimes: null,
				takenAt: 0,
				selfPid: -1,
			});
			return verdicts.explain(joined, joined, {platform: 'linux', init: null, firstLoginAt: null}).find(({pid}) => pid === 60)?.verdict;
		};

		const first = judge([systemd, sshd]);
		expect(judge([systemd, {...sshd, rssBytes: 1, cpuTimeMs: 2, threads: 9}])).toBe(first);
		expect(judge([systemd, {...sshd, tty: 'pts/1', hasTty: true}])).not.toBe(first);
	});
});
