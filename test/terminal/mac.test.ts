import {afterEach, describe, expect, test} from 'vitest';
import {hasMacCorpus, readMacBytes} from '../corpus-macos/macos-corpus-folder.js';
import {psRow} from '../platform/mac-answers.js';
import {macRoot, removeMacRoots, type Tools} from './mac-root.js';
import {openTerminal} from './terminal.js';

const open = (tools: Partial<Tools> = {}) =>
	openTerminal({args: ['--root', macRoot(tools)], columns: 120, rows: 40, env: {SUDO_UID: '501'}});

afterEach(removeMacRoots);

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
