import {describe, expect, test} from 'vitest';
import {programName, scriptName} from '../../source/parse/process-name.js';

describe('programName', () => {
	test.each<[string, string | null, readonly string[] | null, string]>([
		['nginx', '/usr/sbin/nginx', ['nginx: master'], 'nginx'],
		// a name that was not cut is the kernel's word
		['a', '/usr/bin/another', ['another'], 'a'],
		['systemd-resolve', '/usr/lib/systemd/systemd-resolved', null, 'systemd-resolved'],
		['systemd-resolve', null, ['/lib/systemd/systemd-resolved'], 'systemd-resolved'],
		['systemd-resolve', null, ['/lib/systemd/systemd-resolved --flag'], 'systemd-resolved'],
		[
			'unattended-upgr',
			'/usr/bin/python3.11',
			['/usr/bin/python3', '/usr/share/unattended-upgrades/unattended-upgrade-shutdown'],
			'unattended-upgrade-shutdown',
		],
		['PM2 v5.4.3: God', '/usr/bin/node', ['PM2 v5.4.3: God Daemon (/home/ann/.pm2)'], 'PM2 v5.4.3: God Daemon'],
		['exactly-fifteen', '/usr/bin/exactly-fifteen', ['exactly-fifteen'], 'exactly-fifteen'],
		['systemd-resolve', '/usr/bin/other', ['other'], 'systemd-resolve'],
		['systemd-resolve', null, null, 'systemd-resolve'],
		['systemd-resolve', null, [], 'systemd-resolve'],
		['데몬데몬데', '/usr/bin/데몬데몬데몬', null, '데몬데몬데몬'],
		['', '/usr/bin/nginx', null, 'nginx'],
		['', null, ['/usr/bin/nginx', '-x'], 'nginx'],
		['', null, null, ''],
		['MainThread', '/usr/bin/node', ['node', 'server.js'], 'node'],
		['node-MainThread', null, ['/usr/local/bin/node', 'server.js'], 'node'],
		['MainThread', null, null, 'MainThread'],
	])('completes %j of %s and %j to %s', (comm, executable, args, name) => {
		expect(programName(comm, executable, args)).toBe(name);
	});

	test('completes a name that was cut inside a character', () => {
		expect(programName('a데몬프로\ufffd', '/usr/bin/a데몬프로그램', null)).toBe('a데몬프로그램');
	});

	test('never halves a character of a title', () => {
		const title = `PM2 v5.4.3: God${'x'.repeat(24)}😀 and more`;
		expect(programName('PM2 v5.4.3: God', null, [title])).not.toMatch(/[\ud800-\udfff]/u);
	});
});

describe('scriptName', () => {
	test.each<[string, readonly string[] | null, string | null]>([
		['node', ['node', 'server.js'], 'server.js'],
		['node', ['node', '--inspect', '/srv/app/server.js', '--port', '80'], 'server.js'],
		['node', ['node', '--max-old-space-size=100', 'a.js'], 'a.js'],
		['node', ['node', '-e', 'code'], null],
		['node', ['node', '-'], null],
		['node', ['node'], null],
		['node', ['node /srv/app.js'], null],
		['python3', ['python3', '-m', 'http.server', '80'], '-m http.server'],
		['python3.11', ['/usr/bin/python3', '-u', '/opt/x.py'], 'x.py'],
		['python3', ['python3', '-c', 'code'], null],
		['python3', ['python3', '-i'], null],
		['python3', ['python3', '-m'], null],
		['java', ['java', '-Xmx1g', '-Dx=/a', '-jar', '/opt/kafka/kafka.jar'], 'kafka.jar'],
		['java', ['java', '-Dapp=x', 'com.example.Main'], 'com.example.Main'],
		['sh', ['sh', '-c', 'nginx -g'], null],
		['bash', ['bash', '/opt/run.sh'], 'run.sh'],
		['env', ['env', 'A=1', 'nginx'], null],
		['sleep', ['sleep', '5'], null],
		['busybox', ['busybox', 'httpd'], null],
		['nginx', ['nginx', 'x'], null],
		['node', null, null],
		['node', [], null],
		['node', ['node', ''], null],
	])('finds in %s %j the script %s', (name, args, script) => {
		expect(scriptName(name, args)).toBe(script);
	});

	test.each<[string, readonly string[], string]>([
		['java', ['java', '-cp', '/opt/a.jar:/opt/b.jar', 'org.example.Main'], 'org.example.Main'],
		[
			'java',
			['java', '-classpath', '/opt/tomcat/bin/bootstrap.jar', 'org.apache.catalina.startup.Bootstrap'],
			'org.apache.catalina.startup.Bootstrap',
		],
		['node', ['node', '--require', './telemetry.js', 'server.js'], 'server.js'],
		['node', ['node', '-r', 'dotenv/config', 'server.js'], 'server.js'],
		['python3', ['python3', '-W', 'ignore', 'x.py'], 'x.py'],
		['perl', ['perl', '-I', '/opt/lib', 'x.pl'], 'x.pl'],
	])('takes no value of an option for the script: %s %j runs %s', (name, args, script) => {
		expect(scriptName(name, args)).toBe(script);
	});
});
