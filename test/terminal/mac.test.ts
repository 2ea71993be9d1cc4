import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {hasMacCorpus, readMacBytes} from '../corpus-macos/macos-corpus-folder.js';
import {psRow, serviceRow, services} from '../platform/mac-answers.js';
import {openTerminal} from './terminal.js';

const roots: string[] = [];

/** What a tool does: print this, or hang, or not be there. */
type Tool = string | 'hangs' | 'absent';

type Tools = Readonly<Record<'ps' | 'launchctl' | 'lsappinfo' | 'lsof', Tool>>;

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
	lsof: `printf 'p300\\nu65\\nf9\\ntIPv4\\nPUDP\\nn*:5353\\np510\\nu501\\nf9\\ntIPv4\\nPTCP\\nn127.0.0.1:7000\\nTST=LISTEN\\n'`,
};

/** A folder with the tools of a Mac in it, made of shell scripts. */
const macRoot = (tools: Partial<Tools>): string => {
	const root = mkdtempSync(path.join(tmpdir(), 'daemon-top-mac-'));
	roots.push(root);
	const places = {ps: 'bin/ps', launchctl: 'bin/launchctl', lsappinfo: 'usr/bin/lsappinfo', lsof: 'usr/sbin/lsof'};
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
	return root;
};

const open = (tools: Partial<Tools> = {}) =>
	openTerminal({args: ['--root', macRoot(tools)], columns: 120, rows: 40, env: {SUDO_UID: '501'}});

afterEach(() => {
	for (const root of roots.splice(0)) {
		rmSync(root, {recursive: true, force: true});
	}
});

/** Only root may be somebody under sudo; the tools are shell scripts. */
describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('the explorer with the tools of a Mac', () => {
	test('joins what ps, launchctl and lsappinfo say', async () => {
		const terminal = await open();
		// launchd and LaunchServices answer in either order
		await terminal.waitFor(/◇ bg app\s+500 Maccy/);
		await terminal.waitFor(/◐ agent\s+400 bird/);
		const screen = terminal.screen().join('\n');
		expect(screen).toMatch(/macOS 26\.1/);
		expect(screen).toMatch(/● daemon\s+300 mDNSResponder/);
		expect(screen).toMatch(/◐ agent\s+400 bird/);
		expect(screen).toMatch(/510 카카오톡/);
	});

	test('with a launchctl that hangs draws at once, answers keys, and says in the end that it was stopped', async () => {
		const terminal = await open({launchctl: 'hangs'});
		await terminal.waitFor(/300 mDNSResponder/);
		terminal.press('?');
		await terminal.waitFor(/Esc close/);
		terminal.press('\u001b');
		await terminal.waitFor(/problem/, 15_000);
		expect(terminal.screen().join('\n')).toMatch(/300 mDNSResponder/);
	});

	test.each([
		['absent', 'absent'],
		['silent', 'true'],
		['printing something else', 'echo "<<launchd 3.0>>"'],
	])('with a launchctl that is %s lists everything, and counts the problem', async (_, launchctl) => {
		const terminal = await open({launchctl});
		await terminal.waitFor(/problem/, 15_000);
		const screen = terminal.screen().join('\n');
		expect(screen).toMatch(/● daemon\??\s+300 mDNSResponder/);
		expect(screen).toMatch(/500 Maccy/);
	});

	test('with no ps shows an empty list and the reason', async () => {
		const terminal = await open({ps: 'absent'});
		await terminal.waitFor(/ps is not there/);
	});

	test('finds who listens on a port', async () => {
		const terminal = await open();
		await terminal.waitFor(/◐ agent\s+400 bird/);
		terminal.press('/');
		terminal.press(...':7000');
		await terminal.waitFor(/1 found/);
		expect(terminal.screen().join('\n')).toMatch(/510 카카오톡/);
	});

	test.each(['hangs', 'absent'] as const)('where lsof %s lists everything, and counts the problem', async lsof => {
		const terminal = await open({lsof});
		await terminal.waitFor(/1 problem/, 15_000);
		expect(terminal.screen().join('\n')).toMatch(/● daemon\s+300 mDNSResponder/);
	});

	test.skipIf(!hasMacCorpus)('joins what launchctl and lsappinfo of a real Mac said', async () => {
		const recorded = (name: string) => Buffer.from(readMacBytes(name)).toString('utf8');
		const ps = [
			psRow(1, 0, 0, 'root', '/sbin/launchd'),
			psRow(
				550,
				1,
				0,
				'root',
				'/System/Library/Frameworks/CoreServices.framework/Versions/A/Frameworks/FSEvents.framework/Versions/A/Support/fseventsd',
			),
			psRow(625, 1, 0, 'root', '/usr/libexec/runningboardd'),
			psRow(56683, 1, 501, 'alex', '/Applications/Kindle.app/Contents/MacOS/Kindle'),
		].join('\n');
		const say = (text: string) => `cat <<'END'\n${text}\nEND`;
		const system = `system = {\n${recorded('launchctl/26-print-system.02-services.txt')}\n\t}\n}`;
		const terminal = await open({
			ps: say(ps),
			launchctl: `[ "$2" = system ] && ${say(system)}\n[ "$2" = system ] || exit 113`,
			lsappinfo: say(recorded('lsappinfo/26-lsappinfo-list.fragments.txt')),
		});
		await terminal.waitFor(/● daemon\s+550 fseventsd +com\.apple\.fseve/);
		await terminal.waitFor(/◆ app\s+56683 Kindle/);
		expect(terminal.screen().join('\n')).toMatch(/● daemon\s+625 runningboardd/);
	});

	test('with an lsappinfo that is not there still knows an app by its label', async () => {
		const terminal = await open({lsappinfo: 'absent'});
		await terminal.waitFor(/◆ app\??\s+500 Maccy/);
	});
});
