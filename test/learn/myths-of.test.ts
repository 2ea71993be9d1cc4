import {describe, expect, test} from 'vitest';
import {mythsOf} from '../../source/learn/myths-of.js';
import type {MythId} from '../../source/model/myth.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {jobFixture} from '../classify/mac-scene.js';
import {explainedFixture, traitsFixture, unitFixture, verdictFixture} from '../support/process-fixture.js';
import {lookAtDemo, lookAtRecording} from '../view/pane-machines.js';

const agent = (name: string): ExplainedProcess =>
	explainedFixture({name, kind: 'agent', role: 'main', service: jobFixture('gui/501', `com.example.${name}`)});

const rows: readonly (readonly [string, MythId, ExplainedProcess])[] = [
	['bird of iCloud', 'bird', agent('bird')],
	['mDNSResponder', 'mdnsresponder', explainedFixture({name: 'mDNSResponder'})],
	['cron', 'cron-and-named', explainedFixture({name: 'cron'})],
	['a background app', 'menu-bar-app', explainedFixture({name: 'Maccy', kind: 'background-app'})],
	['PM2', 'servers', explainedFixture({name: 'PM2 v5.4.2: God Daemon (~/.pm2)', kind: 'background-process'})],
	[
		'a build daemon',
		'grep-daemon',
		explainedFixture({name: 'java', kind: 'background-process', args: ['java', 'org.gradle.launcher.daemon.bootstrap.GradleDaemon']}),
	],
	['node as a unit', 'servers', explainedFixture({name: 'node', service: unitFixture('shop.service')})],
	['a daemon that is busy', 'low-priority', explainedFixture({name: 'mds_stores', cpuPercent: 80})],
	['WindowServer', 'three-nos', explainedFixture({name: 'WindowServer', verdict: verdictFixture('daemon', {tags: ['ui']})})],
	['an app without a terminal', 'three-nos', explainedFixture({name: 'Safari', kind: 'app'})],
	['an agent with a d', 'letter-d', agent('sharingd')],
	['a daemon without a d', 'letter-d', explainedFixture({name: 'nginx'})],
	['a thread of the kernel with a d', 'letter-d', explainedFixture({name: 'kswapd0', kind: 'kernel'})],
	['an orphan', 'background-process', explainedFixture({name: 'sleep', kind: 'background-process'})],
	[
		'a job that writes into a file',
		'console-or-log',
		explainedFixture({name: 'workd', role: 'main', service: {...jobFixture('system', 'com.example.workd'), standardOutPath: '/tmp/out'}}),
	],
	[
		'an agent of the home folder',
		'user-daemon-folder',
		explainedFixture({
			name: 'sync',
			kind: 'agent',
			role: 'main',
			service: {...jobFixture('gui/501', 'com.example.sync'), configPath: '/Users/alex/Library/LaunchAgents/com.example.sync.plist'},
		}),
	],
	[
		'a daemon started by a socket',
		'boot-to-shutdown',
		explainedFixture({
			name: 'cupsd',
			role: 'main',
			service: unitFixture('cups.service'),
			verdict: verdictFixture('daemon', {tags: ['socket-activated']}),
		}),
	],
	['a daemon that nobody restarts', 'restarts-itself', explainedFixture({name: 'sshd', role: 'main', service: unitFixture('ssh.service')})],
	[
		'a daemon that is kept',
		'dies-on-error',
		explainedFixture({
			name: 'sshd',
			role: 'main',
			service: unitFixture('ssh.service', {restart: 'always'}),
			verdict: verdictFixture('daemon', {tags: ['keep-alive']}),
		}),
	],
	['an agent', 'survives-logout', agent('pboard')],
	[
		'a daemon with a handler for SIGHUP',
		'signals',
		explainedFixture({name: 'sshd', traits: traitsFixture({signals: {caughtMask: 1, ignoredMask: 0}})}),
	],
	[
		'a daemon of launchd',
		'launchctl-list',
		explainedFixture({name: 'configd', role: 'main', service: jobFixture('system', 'com.apple.configd')}),
	],
];

describe('a process is an example of a myth', () => {
	test.each(rows)('%s: %s', (_, myth, process) => {
		expect(mythsOf(process)).toContain(myth);
	});
});

describe('a process is no example', () => {
	test.each([
		['a daemon with a d, of the letter', 'letter-d', explainedFixture({name: 'sshd'})],
		['bird, the routing daemon, of iCloud', 'bird', explainedFixture({name: 'bird'})],
		['an app at a terminal, of the three', 'three-nos', explainedFixture({name: 'gedit', kind: 'app', hasTty: true})],
		['a resting daemon, of priority', 'low-priority', explainedFixture({name: 'mds', cpuPercent: 0.3})],
		['a shell, of the letter', 'letter-d', explainedFixture({name: 'zsh', kind: 'interactive'})],
		['an app whose name is a word, of the letter', 'letter-d', explainedFixture({name: '1Password', kind: 'background-app'})],
		['a shell that is a unit, of the letter', 'letter-d', explainedFixture({name: 'sh', service: unitFixture('work.service')})],
		[
			'PM2 with its capital D, of the search',
			'grep-daemon',
			explainedFixture({name: 'PM2 v5.4.2: God Daemon (~/.pm2)', kind: 'background-process', args: []}),
		],
		['a daemon called so, of the search', 'grep-daemon', explainedFixture({name: 'dbus-daemon'})],
	] as const)('%s', (_, myth, process) => {
		expect(mythsOf(process)).not.toContain(myth);
	});
});

test.each([
	['the demo Mac', lookAtDemo],
	['a Debian', () => lookAtRecording('debian-12-panes.jsonl.gz')],
])('on %s many processes show a myth, none more than three or one twice', async (_, look) => {
	const {snapshot} = await look();
	const found = snapshot.processes.map(mythsOf);
	expect(found.filter(ids => ids.length > 3 || new Set(ids).size < ids.length)).toEqual([]);
	expect(new Set(found.flat()).size).toBeGreaterThanOrEqual(5);
});
