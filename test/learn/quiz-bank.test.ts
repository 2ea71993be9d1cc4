import {describe, expect, test} from 'vitest';
import {candidatesOf} from '../../source/learn/quiz-candidate.js';
import type {Kind} from '../../source/model/evidence.js';
import type {TrapId} from '../../source/model/quiz.js';
import {bank, bankLinux, bankMac, bankProcess} from './quiz-scene.js';

type Truth = readonly [name: string, user: string, kind: Kind, trap: TrapId | null];

/** What these programs are by the books, whatever our rules say; and why people are mistaken. */
const truthsOfMac: readonly Truth[] = [
	['launchd', 'root', 'init', 'first-process'],
	['bird', 'alex', 'agent', 'called-daemon'],
	['mds', 'root', 'daemon', 'index-behind-window'],
	['mds_stores', 'root', 'daemon', 'index-behind-window'],
	['mdworker_shared', 'alex', 'agent', 'd-no-daemon'],
	['Spotlight', 'alex', 'agent', 'agent-with-window'],
	['mDNSResponder', '_mdnsresponder', 'daemon', 'capital-letters'],
	['UserEventAgent', 'root', 'daemon', 'two-instances'],
	['UserEventAgent', 'alex', 'agent', 'two-instances'],
	['distnoted', '_distnote', 'daemon', 'two-instances'],
	['distnoted', 'alex', 'agent', 'two-instances'],
	['cfprefsd', 'root', 'daemon', 'two-instances'],
	['cfprefsd', 'alex', 'agent', 'two-instances'],
	['cloudd', 'alex', 'agent', 'two-instances'],
	['WindowServer', '_windowserver', 'daemon', 'draws-the-screen'],
	['loginwindow', 'alex', 'session', 'login-window'],
	['Dock', 'alex', 'agent', 'agent-with-window'],
	['Finder', 'alex', 'agent', 'agent-with-window'],
	['ControlCenter', 'alex', 'agent', 'agent-with-window'],
	['nearbyd', '_nearbyd', 'daemon', 'own-account'],
	['locationd', '_locationd', 'daemon', 'own-account'],
	['AppleSpell', 'alex', 'agent', 'agent-without-d'],
	['pboard', 'alex', 'agent', 'agent-without-d'],
	['netbiosd', '_netbios', 'daemon', 'own-account'],
	['smbd', 'root', 'daemon', 'on-demand-daemon'],
	['com.docker.backend', 'alex', 'app-helper', 'helper-no-window'],
	['com.docker.vmnetd', 'root', 'daemon', null],
	['Dropbox', 'alex', 'background-app', 'menu-bar-app'],
	['Google Drive', 'alex', 'background-app', 'menu-bar-app'],
	['Maccy', 'alex', 'background-app', 'menu-bar-app'],
	['Karabiner-VirtualHIDDevice-Daemon', 'root', 'daemon', 'daemon-in-app-bundle'],
	['Google Chrome', 'alex', 'app', null],
	['Google Chrome Helper (Renderer)', 'alex', 'app-helper', 'helper-no-window'],
	['chrome_crashpad_handler', 'alex', 'app-helper', 'orphan-helper'],
	['com.apple.WebKit.WebContent', 'alex', 'xpc-service', 'page-process'],
	['authd', 'root', 'daemon', 'service-bundle'],
	['ssh-agent', 'alex', 'agent', 'key-agent'],
	['tmux', 'alex', 'background-process', 'detached'],
	['PM2 v6.0.5: God Daemon (/Users/alex/.pm2)', 'alex', 'background-process', 'god-daemon'],
	['python3.13', 'alex', 'managed-job', 'supervised'],
	['node', 'alex', 'interactive', 'listening-developer'],
	['nginx', 'alex', 'agent', 'homebrew'],
	['nginx', 'root', 'daemon', 'homebrew'],
	['login', 'root', 'session', 'root-at-terminal'],
	['zsh', 'alex', 'interactive', null],
	['com.apple.AppleUserHIDDrivers', '_driverkit', 'driver', null],
	['WeatherWidget', 'alex', 'app-extension', null],
];

const truthsOfLinux: readonly Truth[] = [
	['systemd', 'root', 'init', 'first-process'],
	['kswapd0', 'root', 'kernel', 'kernel-d'],
	['nfsd', 'root', 'kernel', 'kernel-d'],
	['bird', 'bird', 'daemon', 'namesake'],
	['qemu-ga', 'root', 'daemon', 'agent-in-name'],
	['amazon-ssm-agent', 'root', 'daemon', 'agent-in-name'],
	['zabbix_agentd', 'zabbix', 'daemon', 'agent-in-name'],
	['gvfsd', 'alex', 'agent', 'd-no-daemon'],
	['kwalletd6', 'alex', 'agent', 'd-no-daemon'],
	['goa-daemon', 'alex', 'agent', 'daemon-in-name'],
	['ibus-daemon', 'alex', 'agent', 'daemon-in-name'],
	['gpg-agent', 'alex', 'agent', 'key-agent'],
	['dbus-daemon', 'messagebus', 'daemon', 'two-instances'],
	['dbus-daemon', 'alex', 'agent', 'two-instances'],
	['tmux: server', 'alex', 'background-process', 'detached'],
	['SCREEN', 'alex', 'background-process', 'detached'],
	['encode-films', 'alex', 'background-process', 'detached'],
	['PM2 v6.0.5: God Daemon (/home/alex/.pm2)', 'alex', 'background-process', 'god-daemon'],
	['chat-api', 'alex', 'managed-job', 'supervised'],
	['supervisord', 'root', 'daemon', null],
	['celery', 'www-data', 'managed-job', 'supervised'],
	['redis-server', 'redis', 'managed-job', 'supervised'],
	['backup.sh', 'root', 'managed-job', null],
	['nginx', 'root', 'daemon', null],
	['nginx', 'www-data', 'daemon', 'worker'],
	['postgres', 'postgres', 'daemon', null],
	['node', 'alex', 'interactive', 'listening-developer'],
	['sudo', 'root', 'interactive', 'root-at-terminal'],
	['sshd', 'root', 'daemon', null],
	['sshd', 'alex', 'session', null],
	['nm-applet', 'alex', 'background-app', 'menu-bar-app'],
	['firefox', 'alex', 'app', null],
];

describe.each([
	['Mac', bankMac, truthsOfMac],
	['Linux machine', bankLinux, truthsOfLinux],
] as const)('the collection of a %s', (_, snapshot, truths) => {
	const byProcess = new Map(candidatesOf(snapshot, 'bank').map(candidate => [candidate.process, candidate]));

	test.each(truths)('%s of %s is found to be: %s (%s)', (name, user, kind, trap) => {
		const process = bankProcess(snapshot, name, user);
		expect(process.verdict.kind).toBe(kind);
		expect(byProcess.get(process)?.trap).toBe(trap);
	});

	test('nothing in it is a guess', () => {
		expect(snapshot.processes.filter(({verdict}) => verdict.confidence === 'guess').map(({name}) => name)).toEqual([]);
	});

	test('it holds programs that no dictionary knows', () => {
		expect([...byProcess.values()].filter(({difficulty}) => difficulty === 'unknown').length).toBeGreaterThanOrEqual(5);
	});
});

describe('the collection', () => {
	test('is large enough for quizzes without a machine', () => {
		expect(bank.flatMap(snapshot => candidatesOf(snapshot, 'bank')).length).toBeGreaterThanOrEqual(100);
	});

	test('has every kind but the unknown', () => {
		const kinds = new Set(bank.flatMap(({processes}) => processes.map(({verdict}) => verdict.kind)));
		expect([...kinds].sort()).toEqual([
			'agent',
			'app',
			'app-extension',
			'app-helper',
			'background-app',
			'background-process',
			'daemon',
			'driver',
			'init',
			'interactive',
			'kernel',
			'managed-job',
			'session',
			'xpc-service',
		]);
	});
});
