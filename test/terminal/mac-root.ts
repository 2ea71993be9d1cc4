import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {psRow, serviceRow, services} from '../platform/mac-answers.js';

const roots: string[] = [];

/** What a tool does: print this, or hang, or not be there. */
export type Tool = string | 'hangs' | 'absent';

export type Tools = Readonly<Record<'ps' | 'launchctl' | 'lsappinfo' | 'lsof' | 'log', Tool>>;

const processes = [
	psRow(1, 0, 0, 'root', '/sbin/launchd'),
	psRow(300, 1, 65, '_mdnsresponder', '/usr/sbin/mDNSResponder'),
	psRow(400, 1, 501, 'alex', '/System/Library/PrivateFrameworks/CloudDocsDaemon.framework/Versions/A/Support/bird'),
	psRow(500, 1, 501, 'alex', '/Applications/Maccy.app/Contents/MacOS/Maccy'),
	psRow(510, 1, 501, 'alex', '/Applications/카카오톡.app/Contents/MacOS/카카오톡'),
].join('\n');

const domains = {
	system: services('system', [serviceRow(300, '(pe)', 'com.apple.mDNSResponder.reloaded')]),
	'gui/501': services('gui/501', [
		serviceRow(400, '-', 'com.apple.bird'),
		serviceRow(500, '-', 'application.org.p0deje.Maccy.1.2'),
		serviceRow(510, '-', 'application.com.kakao.KakaoTalkMac.1.2'),
	]),
	'user/501': services('user/501', []),
};

const launchctl = Object.entries(domains)
	.map(([domain, text]) => `[ "$2" = ${domain} ] && cat <<'END' && exit\n${text}END`)
	.join('\n');

const working: Tools = {
	ps: `cat <<'END'\n${processes}\nEND`,
	launchctl: `${launchctl}\necho 'Could not find service' >&2; exit 113`,
	lsappinfo: `cat <<'END'\n 1) "Maccy" ASN:0x0-0x1001: \n    bundleID="org.p0deje.Maccy"\n    pid = 500 !signalled type="UIElement" flavor=3\nEND`,
	log: 'true',
	lsof: `printf 'p300\\nu65\\nf9\\ntIPv4\\nPUDP\\nn*:5353\\np510\\nu501\\nf9\\ntIPv4\\nPTCP\\nn127.0.0.1:7000\\nTST=LISTEN\\n'`,
};

/** A folder with the tools of a Mac in it, made of shell scripts. */
export const macRoot = (tools: Partial<Tools>, files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
	const root = mkdtempSync(path.join(tmpdir(), 'daemon-top-mac-'));
	roots.push(root);
	const places = {ps: 'bin/ps', launchctl: 'bin/launchctl', lsappinfo: 'usr/bin/lsappinfo', lsof: 'usr/sbin/lsof', log: 'usr/bin/log'};
	const write = (place: string, script: string): void => {
		const file = path.join(root, place);
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, `#!/bin/sh\n${script}\n`);
		chmodSync(file, 0o755);
	};

	for (const [name, place] of Object.entries(places)) {
		const tool = tools[name as keyof Tools] ?? working[name as keyof Tools];
		if (tool !== 'absent') {
			write(place, tool === 'hangs' ? 'sleep 600 & wait' : tool);
		}
	}

	write('usr/bin/sw_vers', `printf 'ProductName:\\t\\tmacOS\\nProductVersion:\\t\\t26.1\\n'`);
	write('usr/sbin/sysctl', `echo 'kern.boottime: { sec = 1769620000, usec = 0 } Wed Jan 28 17:06:40 2026'; echo 'kern.hostname: studio'`);
	for (const [place, content] of Object.entries(files)) {
		const file = path.join(root, place);
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, content);
	}

	return root;
};

export const removeMacRoots = (): void => {
	for (const root of roots.splice(0)) {
		rmSync(root, {recursive: true, force: true});
	}
};
