import {describe, expect, test} from 'vitest';
import {parseLaunchctlService} from '../../source/parse/launchctl-service.js';

const job = `gui/501/com.example.sync = {
	active count = 1
	path = /Users/alex/Library/LaunchAgents/com.example.sync.plist
	type = LaunchAgent
	managed_by = com.apple.xpc.ServiceManagement
	state = running
	bundle id = com.example.sync
	parent bundle identifier = com.example.app

	program = /Applications/A = B.app/Contents/MacOS/sync
	arguments = {
		/Applications/A = B.app/Contents/MacOS/sync
		--label
		카카오톡 {
	}

	stdout path = /tmp/out.log
	stderr path = /tmp/err.log
	inherited environment = {
		SSH_AUTH_SOCK => /var/run/x
	}

	default environment = {
		PATH => /usr/bin:/bin
	}

	environment = {
		API_TOKEN => do-not-show => at all
		XPC_SERVICE_NAME => com.example.sync
		PATH => /other
	}

	LWCR = {
		"reqs" => {
			"cdhashes" => [
				0 = \t\t\t\t]
			"state" => 9
		}
	}

	domain = gui/501 [100020]
	asid = 100020
	username = alex
	runs = 4
	pid = 4711
	immediate reason = ipc (mach)
	last terminating signal = Terminated: 15

	semaphores = {
		successful exit => 0
	}

	event triggers = {
		com.apple.launchd.calendarinterval => {
			keepalive = 0
			descriptor = {
				"Minute" => 0
			}
		}
		"with quotes" => {
			stream = com.apple.fsevents.matching
		}
	}

	endpoints = {
		"com.example.sync.a" = {
			port = 0x0
			state = active
		}
		"com.example.sync.b" = {
			port = 0x0
		}
	}

	dynamic endpoints = {
		"com.example.dynamic" = {
			port = 0x0
		}
	}

	sockets = {
		"Listeners" = {
			type = stream

			sockets = {
				18 (no bytes to read)
			}
		}
	}

	resource coalition = {
		state = inactive
		pid = 1
	}

	spawn type = background (5)
	submitted job. ignore execute allowed
	run interval = 900 seconds
	job state = running

	properties = keepalive | runatload | low priority i/o
}
`;

describe('parseLaunchctlService', () => {
	const service = parseLaunchctlService(job);

	test('reads a job', () => {
		expect(service).toMatchObject({
			label: 'com.example.sync',
			domain: 'gui/501',
			path: '/Users/alex/Library/LaunchAgents/com.example.sync.plist',
			program: '/Applications/A = B.app/Contents/MacOS/sync',
			type: 'LaunchAgent',
			state: 'running',
			pid: 4711,
			runs: 4,
			arguments: ['/Applications/A = B.app/Contents/MacOS/sync', '--label', '카카오톡 {'],
			lastExit: {type: 'signal', value: 15},
			spawnType: 'background',
			properties: ['keepalive', 'runatload', 'low priority i/o'],
			immediateReason: 'ipc (mach)',
			environmentNames: ['SSH_AUTH_SOCK', 'PATH', 'API_TOKEN', 'XPC_SERVICE_NAME'],
			stdoutPath: '/tmp/out.log',
			stderrPath: '/tmp/err.log',
			username: 'alex',
			runIntervalSeconds: 900,
			parentBundleIdentifier: 'com.example.app',
			bundleId: 'com.example.sync',
			managedBy: 'com.apple.xpc.ServiceManagement',
			eventTriggers: 2,
			sockets: ['Listeners'],
			machServices: ['com.example.sync.a', 'com.example.sync.b'],
		});
	});

	test('keeps the lines of the first level and nothing of an environment', () => {
		expect(service?.fields.get('job state')).toBe('running');
		expect(service?.fields.get('state')).toBe('running');
		expect(service?.fields.has('port')).toBe(false);
		expect(JSON.stringify([service, [...(service?.fields ?? [])]])).not.toContain('do-not-show');
	});

	test.each<[string, string, object | null]>([
		['never', 'last exit code = (never exited)', null],
		['well', 'last exit code = 0', {type: 'code', value: 0}],
		['with a named code', 'last exit code = 78: EX_CONFIG', {type: 'code', value: 78}],
		['by a signal', 'last terminating signal = Killed: 9', {type: 'signal', value: 9}],
		['for a reason', 'last exit reason = JETSAM_REASON_MEMORY_IDLE_EXIT', {type: 'word', value: 'JETSAM_REASON_MEMORY_IDLE_EXIT'}],
		['by what nobody knows', 'last terminating signal = Something', {type: 'word', value: 'Something'}],
		['and nothing is said', 'exit timeout = 5', null],
	])('reads that it ended %s', (_, line, lastExit) => {
		expect(parseLaunchctlService(`system/a = {\n\t${line}\n}`)?.lastExit).toEqual(lastExit);
	});

	test('goes on behind a binary value that swallowed its line break', () => {
		expect(service?.fields.get('domain')).toBe('gui/501 [100020]');
		const cut = 'system/a = {\n\tLWCR = {\n\t\t"x" => [\n\t\t\t0 = \t\t\t\t]\n\t}\n\truns = 3\n}\n';
		expect(parseLaunchctlService(cut)?.runs).toBe(3);
	});

	test('joins an argument that has lines, whatever they hold', () => {
		const text =
			'system/a = {\n\tpath = /a\n\targuments = {\n\t\tsh\n\t\t-c\n\t\tset -e\nif x; then {\n\tpath = /evil\n}\n\n\t\tlast\n\t}\n\truns = 1\n}\n';
		expect(parseLaunchctlService(text)).toMatchObject({
			path: '/a',
			runs: 1,
			arguments: ['sh', '-c', 'set -e\\nif x; then {\\n\tpath = /evil\\n}\\n'.replace('\t', '\\t'), 'last'],
		});
	});

	test('takes the first of two', () => {
		expect(parseLaunchctlService('system/a = {\n\tpid = 5\n\tpid = 6\n}\n')?.pid).toBe(5);
	});

	test.each([
		['a driver, whose class has only a number', 'spawn type =  (7)', {spawnType: '7'}],
		['a class without a number', 'spawn type = daemon', {spawnType: 'daemon'}],
		['no properties', 'properties = ', {properties: []}],
		['no pid', 'pid = 0', {pid: null}],
		['a value that begins like a separator', 'path = = x', {path: '= x'}],
	])('reads %s', (_, line, expected) => {
		expect(parseLaunchctlService(`system/a = {\n\t${line}\n}`)).toMatchObject(expected);
	});

	test.each([
		['system/com.apple.logd', 'system', 'com.apple.logd'],
		['user/501/UIKitApplication:com.x[2b0f][rb-legacy]', 'user/501', 'UIKitApplication:com.x[2b0f][rb-legacy]'],
		['pid/643/com.apple.a/b', 'pid/643', 'com.apple.a/b'],
		['com.apple.xpc.launchd.domain.system/com.apple.a', 'system', 'com.apple.a'],
		['com.apple.old', 'gui/501', 'com.apple.old'],
	])('knows domain and label of %s', (header, domain, label) => {
		const text = `${header} = {\n\tdomain = com.apple.xpc.launchd.user.domain.501.100009.Aqua\n}\n`;
		expect(parseLaunchctlService(text)).toMatchObject({domain, label});
	});

	test.each([
		['nothing', ''],
		['a refusal', 'Bad request.\nCould not find service "com.example.nope" in domain for user gui: 501\n'],
		['a domain', 'gui/501 = {\n\ttype = login\n}\n'],
		['an old domain', 'com.apple.xpc.launchd.domain.system = {\n}\n'],
	])('takes %s for no job', (_, text) => {
		expect(parseLaunchctlService(text)).toBeNull();
	});
});
