import {Buffer} from 'node:buffer';
import {chmodSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {hostileWord, megabyte} from './hostile-bytes.js';
import {macRoot} from './mac-root.js';
import {procRoot} from './proc-root.js';
import {temporaryFolder} from './program.js';

const count = 24;
/** One for each process but the first. */
export const numbers = Array.from({length: count}, (_, index) => index);
const join = (...parts: readonly (string | Buffer)[]): Buffer => Buffer.concat(parts.map(part => Buffer.from(part as Buffer)));
const lines = (rows: readonly Buffer[]): Buffer => join(...rows.flatMap(row => [row, '\n']));

/** How the program is started to see it. */
export type Scene = {args: readonly string[]; env: Record<string, string>};

/** A unit, a log line and an answer of systemd for each process. */
const systemdTools = (): string => {
	const folder = temporaryFolder();
	const unit = (index: number): Buffer =>
		join(
			`Id=u${index}.service\nNames=u${index}.service\nDescription=`,
			hostileWord(index),
			`\nLoadState=loaded\nActiveState=active\nSubState=running\nMainPID=${300 + index}\nFragmentPath=/etc/systemd/system/u.service\nControlGroup=/system.slice/u${index}.service\nTriggeredBy="`,
			hostileWord(index + 1),
			'"\nStatusText=',
			hostileWord(index + 2),
			'\n\n',
		);
	const entry = (index: number): string => {
		const word = hostileWord(index, {isLine: false});
		const message = index % 2 === 0 ? word.toString() : [...word];
		return JSON.stringify({
			__REALTIME_TIMESTAMP: '1795348143675473',
			MESSAGE: message,
			PRIORITY: '3',
			_PID: String(300 + index),
			SYSLOG_IDENTIFIER: hostileWord(index + 1).toString(),
			_COMM: hostileWord(index + 2).toString(),
		});
	};

	const answers = {
		systemctl: join(...numbers.map(unit)),
		journalctl: Buffer.from(`${numbers.map(entry).join('\n')}\n`),
		getent: lines(numbers.map(index => join(`x:x:${index}:0:`, hostileWord(index), ':/:/bin/sh'))),
		ss: lines(numbers.map(index => join('tcp LISTEN 0 5 127.0.0.1:80 0.0.0.0:* users:(("', hostileWord(index), '",pid=300,fd=3))'))),
	};
	for (const [name, answer] of Object.entries(answers)) {
		writeFileSync(path.join(folder, `${name}.txt`), answer);
		writeFileSync(path.join(folder, name), `#!/bin/sh\nexec /bin/cat ${folder}/${name}.txt\n`);
		chmodSync(path.join(folder, name), 0o755);
	}

	return folder;
};

const unitFile = lines([
	Buffer.from('[Unit]'),
	join('Description=', hostileWord(0)),
	join('# ', hostileWord(1)),
	Buffer.from('[Service]'),
	...numbers.map(index => join(index % 2 ? 'Environment="A=' : 'ExecStart=/usr/bin/', hostileWord(index))),
	join(hostileWord(2), '=', hostileWord(4)),
]);

/** A Linux machine of which every field that a process or a file can fill is hostile. */
export const linuxScene = (): Scene => {
	const made = numbers.map(index => ({
		pid: 300 + index,
		comm: hostileWord(index),
		args: [hostileWord(index), hostileWord(index + 1, {isLine: false}), index === 5 ? megabyte('\x1b[6;66H데😀') : 'x'],
		executable: join('/usr/bin/', hostileWord(index, {isName: true})),
		folder: join('/', hostileWord(index + 2, {isName: true})),
		cgroup: index % 3 === 0 ? `/system.slice/u${index}.service` : join('/user.slice/', hostileWord(index, {isName: true}), '.service'),
		environment: [join('SUPERVISOR_PROCESS_NAME=', hostileWord(index)), join('DISPLAY=', hostileWord(index + 1))],
	}));
	const root = procRoot([{pid: 1, comm: 'systemd', args: ['/sbin/init']}, ...made], {
		'proc/sys/kernel/hostname': hostileWord(0),
		'etc/os-release': join('PRETTY_NAME="', hostileWord(1), '"\n'),
		'etc/passwd': lines([join(hostileWord(3), ':x:0:0:', hostileWord(2), ':/root:/bin/sh')]),
		'etc/systemd/system/u.service': unitFile,
		'run/systemd/system/.keep': '',
		'var/log/syslog': lines(numbers.map(index => hostileWord(index))),
	});
	return {args: ['--root', root], env: {PATH: systemdTools()}};
};

const plist = (index: number): Buffer =>
	join(
		'<?xml version="1.0"?><plist version="1.0"><dict><key>Label</key><string>',
		Buffer.from(hostileWord(index).toString().replace(/[<&]/g, '')),
		'</string><key>',
		Buffer.from(
			hostileWord(index + 1)
				.toString()
				.replace(/[<&]/g, ''),
		),
		'</key><string>',
		Buffer.from(
			hostileWord(index + 2, {isLine: false})
				.toString()
				.replace(/[<&]/g, ''),
		),
		'</string><key>ProgramArguments</key><array><string>&#x202e;&#x9b;6;66H</string></array></dict></plist>',
	);

/** A Mac of which every answer of every tool is hostile. */
export const macScene = (): Scene => {
	const date = 'Wed Jan 28 17:21:44 2026';
	const row = (pid: number, user: Buffer | string, name: Buffer): Buffer =>
		join(`  ${pid}     1   ${pid} 501 `, user, ` ?? Ss 0 12345 435311648 0:01.50 ${date} `, name);
	const service = (index: number): Buffer => join(`\t\t     ${300 + index}      - \t`, hostileWord(index));
	const say = (name: string): string => `cat "$(dirname "$0")"/../answers/${name} "$(dirname "$0")"/../../answers/${name} 2>/dev/null`;
	const files: Record<string, Uint8Array> = {
		'answers/ps': lines([
			row(1, 'root', Buffer.from('/sbin/launchd')),
			...numbers.map(index => row(300 + index, 'alex', join('/opt/', hostileWord(index)))),
		]),
		'answers/args': lines(
			numbers.map(index =>
				join(`  ${300 + index} /opt/`, hostileWord(index), ' ', index === 5 ? megabyte('\x1b[6;66H데😀') : hostileWord(index + 1)),
			),
		),
		'answers/launchctl': join('system = {\n\tservice count = 24\n\tservices = {\n', lines(numbers.map(service)), '\t}\n}\n'),
		'answers/print': join(
			'system/x = {\n\tpath = /Library/LaunchDaemons/x0.plist\n\tstate = ',
			hostileWord(0),
			'\n\tprogram = ',
			hostileWord(1),
			'\n\targuments = {\n\t\t',
			hostileWord(2),
			'\n\t}\n\tenvironment = {\n\t\tA => ',
			hostileWord(3),
			'\n\t}\n}\n',
		),
		'answers/lsappinfo': lines(
			numbers.map(index =>
				join(
					` ${index}) "`,
					hostileWord(index),
					`" ASN:0x0-0x1001: \n    bundleID="`,
					hostileWord(index + 1),
					`"\n    pid = ${300 + index} !signalled type="UIElement" flavor=3`,
				),
			),
		),
		'answers/lsof': lines(numbers.map(index => join(`p${300 + index}\nu501\nf9\ntIPv4\nPTCP\nn`, hostileWord(index), ':80\nTST=LISTEN'))),
		'answers/log': Buffer.from(
			`${numbers
				.map(index =>
					JSON.stringify({
						timestamp: '2026-11-22 16:01:02.123456+0000',
						eventMessage: `${hostileWord(index, {isLine: false})}\ud800`,
						subsystem: hostileWord(index + 1).toString(),
						category: hostileWord(index + 2).toString(),
						messageType: 'Error',
						processID: 300 + index,
					}),
				)
				.join('\n')}\n`,
		),
		...Object.fromEntries(numbers.map(index => [`Library/LaunchDaemons/x${index}.plist`, plist(index)])),
	};
	const root = macRoot(
		{
			ps: `case "$*" in *args=*) ${say('args')};; *) ${say('ps')};; esac`,
			launchctl: `case "$2" in system) ${say('launchctl')};; gui/501|user/501) exit 113;; *) ${say('print')};; esac`,
			lsappinfo: say('lsappinfo'),
			lsof: say('lsof'),
			log: say('log'),
		},
		files,
	);
	return {args: ['--root', root], env: {SUDO_UID: '501'}};
};
