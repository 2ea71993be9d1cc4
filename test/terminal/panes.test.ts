import {Buffer} from 'node:buffer';
import {chmodSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import {macRoot, removeMacRoots} from './mac-root.js';
import {buildIfMissing, isLinux, startWaiters, temporaryFolder} from './program.js';
import {footer, listIsFilled, pane, search, selectedPid} from './screen-parts.js';
import {type OpenTerminal, openTerminal} from './terminal.js';

beforeAll(buildIfMissing);
afterEach(removeMacRoots);

const openWaiter = async (args: readonly string[] = []): Promise<{terminal: OpenTerminal; pid: number}> => {
	const {word, pids} = startWaiters(1);
	const terminal = openTerminal({args, columns: 120, rows: 40});
	await search(terminal, word, 1);
	return {terminal, pid: pids[0] ?? 0};
};

const clipboardOf = ({modes}: OpenTerminal): string | null => {
	const found = [...modes().rawBytes.matchAll(/\u001b\]52;c;([A-Za-z0-9+/=]*)\u0007/g)].at(-1)?.[1];
	return found === undefined ? null : Buffer.from(found, 'base64').toString('utf8');
};

describe.skipIf(!isLinux)('the panes on a real terminal', () => {
	it('open by their numbers, each with what it knows of the process', async () => {
		const {terminal} = await openWaiter();
		for (const [key, says] of [
			['3', /[Ll]istens|Unix socket|connections|no sockets|Told by/],
			['4', /No service manager keeps it/],
			['5', /Log/],
			['2', /Speaks for it/],
			['1', /If it stops/],
		] as const) {
			terminal.press(key);
			await terminal.waitFor(screen => says.test(pane(screen).join('\n')));
		}
	});

	it('list their commands, and hand one to the clipboard only where that was allowed', async () => {
		const {terminal, pid} = await openWaiter();
		terminal.press('$');
		await terminal.waitFor(`ps -o pid,ppid,pgid,sid,user,tty,stat,nice,nlwp,rss,vsz,lstart,time,args -p ${pid}`);
		terminal.press('y');
		await terminal.waitFor(screen => footer(screen).includes('--copy'));
		expect(clipboardOf(terminal)).toBeNull();
		terminal.press('escape');
		await terminal.waitFor(listIsFilled);
	});

	it('copy a command, or all of a pane', async () => {
		const {terminal, pid} = await openWaiter(['--copy']);
		terminal.press('$');
		await terminal.waitFor(`-p ${pid}`);
		terminal.press('down', 'y');
		await terminal.waitFor(screen => footer(screen).includes('Handed to the terminal'));
		expect(clipboardOf(terminal)).toBe(`cat /proc/${pid}/status`);
		terminal.press('escape');
		await terminal.waitFor(screen => listIsFilled(screen) && !screen.join('\n').includes('Ask again'));
		terminal.press('y');
		await terminal.waitFor(screen => footer(screen).includes('Overview,'));
		expect(clipboardOf(terminal)).toContain('If it stops');
	});

	it('say why a key does nothing in them', async () => {
		const {terminal} = await openWaiter();
		terminal.press('F');
		await terminal.waitFor(screen => footer(screen).includes('Only a log can be followed'));
		terminal.press('v');
		await terminal.waitFor(screen => footer(screen).includes('Only the Config pane'));
		terminal.press('e');
		await terminal.waitFor(screen => footer(screen).includes('No file that configures it'));
	});

	it('give way to a list of everything that listens', async () => {
		const {terminal, pid} = await openWaiter();
		terminal.press('p');
		await terminal.waitFor(/Listening on this computer|Nothing listens/);
		terminal.press('escape');
		await terminal.waitFor(screen => listIsFilled(screen) && selectedPid(screen) === pid);
	});
});

/** Only root may be somebody under sudo; the tools are shell scripts. */
describe.skipIf(!isLinux || process.getuid?.() !== 0)('the configuration of a job', () => {
	const plist =
		'<plist version="1.0"><dict>\n<key>Label</key><string>com.apple.mDNSResponder.reloaded</string>\n<key>StartInterval</key><integer>900</integer>\n</dict></plist>\n';
	const files = {'System/Library/LaunchDaemons/com.apple.mDNSResponder.reloaded.plist': plist};

	it('opens in $PAGER, which has the terminal for itself and gives it back', async () => {
		const pager = path.join(temporaryFolder(), 'pager');
		writeFileSync(pager, '#!/bin/sh\ncat\nprintf "PAGED, press Enter"\nread answer </dev/tty\n');
		chmodSync(pager, 0o755);
		const terminal = openTerminal({args: ['--root', macRoot({}, files)], columns: 120, rows: 40, env: {SUDO_UID: '501', PAGER: pager}});
		await terminal.waitFor(/300 mDNSResponder +com\.apple/);
		terminal.press('/', ...'mDNS', 'enter');
		await terminal.waitFor(screen => footer(screen).includes('1 found.'));
		terminal.press('4');
		await terminal.waitFor(/Every 15 minutes|every 15m/);
		terminal.press('e');
		const paged = await terminal.waitFor('PAGED, press Enter');
		expect(paged.join('\n')).toContain('<key>StartInterval</key>');
		terminal.press('enter');
		await terminal.waitFor(screen => listIsFilled(screen) && pane(screen).join('\n').includes('StartInterval'));
		expect(terminal.modes().alternateScreen).toBe(true);
		terminal.press('q');
		expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
	});
});
