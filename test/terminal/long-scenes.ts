import {Buffer} from 'node:buffer';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {megabyte} from './hostile-bytes.js';
import type {Scene} from './hostile-scenes.js';
import {macRoot} from './mac-root.js';
import {procRoot} from './proc-root.js';
import {temporaryFolder} from './program.js';

const join = (...parts: readonly (string | Buffer)[]): Buffer => Buffer.concat(parts.map(part => Buffer.from(part as Buffer)));

/** A megabyte of what is hostile: sequences, wide and invisible characters, and bytes that are no text. */
const long = Buffer.concat([megabyte('\x1b]52;c;ZXZpbA==\x07데😀\u202e\u200b\x9b6;66H'), Buffer.from([0xff, 0xed, 0xa0, 0x80])]);

/** The same as JSON, where half a character can be written. */
const longJson = JSON.stringify(long.toString()).replace(/"$/, '\\ud800\\udfff\\ud83d"');

/** Long, without what would end the field it stands in. */
const unquoted = Buffer.from(long.toString().replace(/[<&"\n]/g, ''));

/** A Linux machine with a megabyte in every field that could hold one, and in some that could not. */
export const longLinuxScene = (): Scene => {
	const folder = temporaryFolder();
	const answers = {
		systemctl: join(
			'Id=long.service\nNames=long.service\nDescription=',
			long,
			'\nLoadState=loaded\nActiveState=active\nSubState=running\nMainPID=300\nFragmentPath=/etc/systemd/system/long.service\nControlGroup=/system.slice/long.service\nTriggeredBy="',
			long,
			'"\nStatusText=',
			long,
			'\n\n',
		),
		journalctl: Buffer.from(
			`{"__REALTIME_TIMESTAMP":"1795348143675473","PRIORITY":"3","_PID":"300","MESSAGE":${longJson},"SYSLOG_IDENTIFIER":${longJson},"_COMM":${longJson}}\n`,
		),
		getent: join('x:x:0:0:', long, ':/:/bin/sh\n'),
		ss: join('tcp LISTEN 0 5 127.0.0.1:80 0.0.0.0:* users:(("', long, '",pid=300,fd=3))\n'),
	};
	for (const [name, answer] of Object.entries(answers)) {
		writeFileSync(path.join(folder, `${name}.txt`), answer);
		writeFileSync(path.join(folder, name), `#!/bin/sh\nexec /bin/cat ${folder}/${name}.txt\n`, {mode: 0o755});
	}

	const made = [300, 301, 302].map(pid => ({
		pid,
		// far more than any kernel keeps
		comm: pid === 301 ? long.subarray(0, 2000) : 'long',
		args: [pid === 302 ? '/usr/bin/short' : long, long],
		cgroup: pid === 302 ? join('/', long) : '/system.slice/long.service',
		environment: [join('SUPERVISOR_PROCESS_NAME=', long), join('DISPLAY=', long)],
	}));
	const root = procRoot([{pid: 1, comm: 'systemd', args: ['/sbin/init']}, ...made], {
		'proc/sys/kernel/hostname': long,
		'etc/os-release': join('PRETTY_NAME="', long, '"\n'),
		'etc/passwd': join(long, ':x:0:0:', long, ':/root:/bin/sh\n'),
		'etc/systemd/system/long.service': join('[Unit]\nDescription=', long, '\n[Service]\nExecStart=/usr/bin/', long, '\n', long, '=1\n'),
		'run/systemd/system/.keep': '',
		'var/log/syslog': join(long, '\n'),
	});
	return {args: ['--root', root], env: {PATH: folder}};
};

/** A Mac with a megabyte in every answer of its tools. */
export const longMacScene = (): Scene => {
	const say = (name: string): string => `cat "$(dirname "$0")"/../answers/${name} "$(dirname "$0")"/../../answers/${name} 2>/dev/null`;
	const date = 'Wed Jan 28 17:21:44 2026';
	const row = (pid: number, user: Buffer | string, name: Buffer | string): Buffer =>
		join(`  ${pid}     1   ${pid} 501 `, user, ` ?? Ss 0 12345 435311648 0:01.50 ${date} `, name, '\n');
	const files: Record<string, Uint8Array> = {
		'answers/ps': join(
			row(1, 'root', '/sbin/launchd'),
			row(300, 'alex', join('/opt/', unquoted)),
			row(301, 'alex', '/opt/short'),
			row(302, 'alex', '/opt/x'),
		),
		'answers/args': join('  300 /opt/', unquoted, ' ', unquoted, '\n  301 /opt/short ', unquoted, '\n  302 /opt/x\n'),
		'answers/launchctl': join(
			'system = {\n\tservices = {\n\t\t     300      - \t',
			unquoted,
			'\n\t\t     301      - \tcom.example.long\n\t}\n}\n',
		),
		'answers/print': join(
			'system/com.example.long = {\n\tpath = /Library/LaunchDaemons/com.example.long.plist\n\tstate = ',
			unquoted,
			'\n\tprogram = ',
			unquoted,
			'\n\tenvironment = {\n\t\tA => ',
			unquoted,
			'\n\t}\n}\n',
		),
		'answers/lsappinfo': join(
			' 0) "',
			unquoted,
			'" ASN:0x0-0x1001: \n    bundleID="',
			unquoted,
			'"\n    pid = 300 !signalled type="UIElement" flavor=3\n',
		),
		'answers/lsof': join('p300\nu501\nf9\ntIPv4\nPTCP\nn', unquoted, ':80\nTST=LISTEN\n'),
		'answers/log': Buffer.from(
			`{"timestamp":"2026-11-22 16:01:02.123456+0000","eventMessage":${longJson},"subsystem":${longJson},"category":${longJson},"messageType":"Error","processID":300}\n`,
		),
		'Library/LaunchDaemons/com.example.long.plist': join(
			'<?xml version="1.0"?><plist version="1.0"><dict><key>Label</key><string>com.example.long</string><key>',
			unquoted,
			'</key><string>',
			unquoted,
			'</string></dict></plist>',
		),
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
