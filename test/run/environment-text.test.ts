import {describe, expect, test} from 'vitest';
import {parseEnviron} from '../../source/parse/environ.js';
import {parseLaunchctlService} from '../../source/parse/launchctl-service.js';
import {withoutFileValues, withoutLaunchctlValues, withoutLoggedValues, withoutProcValues} from '../../source/run/environment-text.js';
import {hasMacCorpus, macFiles, readMacText, splitAtLines} from '../corpus-macos/macos-corpus-folder.js';
import {isLinear} from '../parse/linear-time.js';

describe('the environment of a process', () => {
	test.each([
		['TERM=hunter2\0A=hunter2', 'TERM=xterm\0A=-'],
		['TERM=linux\0TERM=dumb\0TERM=', 'TERM=linux\0TERM=dumb\0TERM='],
		['SYSTEMD_EXEC_PID=hunter2\0pm_id=hunter2', 'SYSTEMD_EXEC_PID=-\0pm_id=-'],
		['r2\0hunter/2=x\0A=b\0API_TO', '-\0-\0A=-\0-'],
		['A=x\ny=hunter2\0', 'A=-\0'],
	])('%j becomes %j', (text, expected) => {
		expect(withoutProcValues(text)).toBe(expected);
	});

	test.each([
		'TERM=xterm\0SSH_CLIENT=1.2.3.4 1 22\0SHLVL=3\0TMUX=x',
		'TERM=dumb\0INVOCATION_ID=abc\0SYSTEMD_EXEC_PID=12\0DISPLAY=:0',
		'SUPERVISOR_PROCESS_NAME=web:1\0A=b',
		'pm_id=3\0name=api',
		'a title in its place',
	])('tells the same of %j', text => {
		expect(parseEnviron(withoutProcValues(text))).toEqual(parseEnviron(text));
	});
});

const printed = `gui/501/com.example.job = {
\tactive count = 1
\tpath = /Library/LaunchAgents/com.example.job.plist
\targuments = {
\t\t/bin/sh
\t\tone
two = {
\t}

\tinherited environment = {
\t\tSSH_AUTH_SOCK => hunter2
\t}

\tdefault environment = {
\t\tPATH => hunter2
\t}

\tenvironment = {
\t\tAPI_TOKEN => hunter2
\t\tMANY_LINES => -----BEGIN
hunter2
\t\thunter2
}
\t\tEMPTY => 
\t}
hunter2

\tdomain = gui/501
\truns = 3
}
`;

describe('launchctl print', () => {
	test('keeps the names of variables and everything else', () => {
		const cleaned = withoutLaunchctlValues(printed);
		expect(cleaned).not.toContain('hunter2');
		expect(parseLaunchctlService(cleaned)).toEqual(parseLaunchctlService(printed));
		expect(parseLaunchctlService(cleaned)).toMatchObject({
			environmentNames: ['SSH_AUTH_SOCK', 'PATH', 'API_TOKEN', 'MANY_LINES', 'EMPTY'],
			arguments: ['/bin/sh', 'one\\ntwo = {'],
			runs: 3,
		});
	});

	test('of a whole domain loses the values of its own variables', () => {
		const text = 'system = {\n\ttype = system\n\tenvironment = {\n\t\tA => hunter2\n\t}\n\tservices = {\n\t\t  1 - \tx\n\t}\n}\n';
		expect(withoutLaunchctlValues(text)).toBe(text.replace('hunter2', '-'));
	});

	test.skipIf(!hasMacCorpus)('says the same of every job of the corpus', () => {
		const texts = macFiles('launchctl').flatMap(file => splitAtLines(readMacText(file), /^\S.* = \{$/gm));
		for (const text of texts) {
			expect(parseLaunchctlService(withoutLaunchctlValues(text))).toEqual(parseLaunchctlService(text));
		}

		expect(texts.length).toBeGreaterThan(100);
	});
});

describe('a file of settings', () => {
	test.each([
		['a unit', '[Service]\nEnvironment=A=hunter2 "B=x hunter2" C\nRestart=always\n', '[Service]\nEnvironment=A=- B=- -\nRestart=always\n'],
		['a comment', '#Environment=A=hunter2\n; Environment="B=hunter2"', '#Environment=A=-\n; Environment=B=-'],
		['joined lines', 'Environment=A=1 \\\n# B=hunter2\n  "C=x \\\nhunter2=y"\nType=simple', 'Environment=A=- C=-\n\n\n\nType=simple'],
		['names alone', 'PassEnvironment=HOME A=hunter2\nEnvironmentFile=/etc/x', 'PassEnvironment=HOME A=-\nEnvironmentFile=/etc/x'],
		['a manager', 'DefaultEnvironment="A=hunter2"\nManagerEnvironment=B=hunter2', 'DefaultEnvironment=A=-\nManagerEnvironment=B=-'],
		[
			'supervisord',
			'[program:x]\nenvironment = A="hunter2",\n    B="hunter2"\ncommand=/usr/bin/x',
			'[program:x]\nenvironment = A=- B=-\n\ncommand=/usr/bin/x',
		],
		['a command', 'ExecStart=/usr/bin/env -i A=hunter2 "B=a hunter2" /usr/bin/x C=1', 'ExecStart=/usr/bin/env -i A=- "B=-" /usr/bin/x C=1'],
		['a desktop entry', 'Exec=env A=hunter2 x %f\nName=X', 'Exec=env A=- x %f\nName=X'],
		['a script in quotes', 'Exec=sh -c "export A=hunter2; x"', 'Exec=sh -c "export A=-; x"'],
		[
			'a script',
			'#!/bin/sh\nexport A="x\nhunter2" B=hunter2\nC=hunter2\nexport C\nD=1\n',
			'#!/bin/sh\nexport A=- B=-\nC=-\nexport C\nD=1\n',
		],
		[
			'a script that exports all',
			'#!/bin/sh\nset -a\nA=$(cat hunter2)\nDAEMON=/usr/sbin/x\n',
			'#!/bin/sh\nset -a\nA=-\nDAEMON=/usr/sbin/x\n',
		],
		['a variable of a program', '#!/bin/sh\nexport DAEMON=/usr/sbin/x\n', '#!/bin/sh\nexport DAEMON=/usr/sbin/x\n'],
		['another shell', 'setenv A hunter2\n', 'setenv A -\n'],
		['upstart', 'env A=hunter2\nexec x', 'env A=-\nexec x'],
	])('of %s', (_, text, expected) => {
		expect(withoutFileValues(text)).toBe(expected);
	});

	test.each(['export A=1 ', 'env A="', "export A='", 'Environment=A \\\n', 'A=`', '"'])('takes time in proportion to %j in a row', unit => {
		expect(isLinear(length => () => withoutFileValues(`#!/bin/sh\nexport B\n${unit.repeat(length)}`), 2000)).toBe(true);
	});
});

describe('a log', () => {
	test('loses the environment of a program that crashed', () => {
		const line =
			'{"MESSAGE":"x \\"A_ENVIRON\\":1","COREDUMP_ENVIRON":"A=hunter2\\nB=\\"hunter2","COREDUMP_PROC_ENVIRON" : [104, 117],"N":"1"}';
		expect(JSON.parse(withoutLoggedValues(line))).toEqual({
			MESSAGE: 'x "A_ENVIRON":1',
			COREDUMP_ENVIRON: '-',
			COREDUMP_PROC_ENVIRON: '-',
			N: '1',
		});
		expect(withoutLoggedValues('{"COREDUMP_ENVIRON":"A=hunter2')).not.toContain('hunter2');
	});

	test('loses the variables of sudo', () => {
		expect(withoutLoggedValues('sudo: a : PWD=/ ; USER=root ; ENV=A=hunter2 B=hunter2 ; COMMAND=/bin/x')).toBe(
			'sudo: a : PWD=/ ; USER=root ; ENV=- ; COMMAND=/bin/x',
		);
	});
});
