import {existsSync, readFileSync} from 'node:fs';
import {beforeAll, describe, expect, it} from 'vitest';
import {expectSane, hasPrompt, modesOn, plainBash, startFromShell, within} from './death-scene.js';
import {buildIfMissing, commandLineOf, isLinux, killQuietly, runningProcesses, until, whereIs} from './program.js';
import {footer, listIsFilled} from './screen-parts.js';
import {type OpenTerminal, openTerminal} from './terminal.js';

beforeAll(buildIfMissing);

/** The guardian of a running explorer; 0: there is none. */
const guardianOf = (program: number): number =>
	runningProcesses().find(({pid, parent}) => parent === program && commandLineOf(pid).endsWith('daemon-top-guardian'))?.pid ?? 0;

const guardianComes = async (program: number): Promise<number> => {
	await until(() => guardianOf(program) > 0);
	const guardian = guardianOf(program);
	expect(guardian).toBeGreaterThan(0);
	// it has heard that the screen is not its own when it waits for more
	await new Promise(resolve => setTimeout(resolve, 200));
	return guardian;
};

/** The guardian has done its work, and the next line is the shell's. A prompt that was quicker is gone with the explorer's screen. */
const expectSaneAfter = async (terminal: OpenTerminal, guardian: number): Promise<void> => {
	expect(await hasGone(guardian)).toBe(true);
	terminal.press('enter');
	await expectSane(terminal);
	expect(terminal.modes().alternateScreen).toBe(false);
};

const hasGone = (pid: number): Promise<boolean> => until(() => runningProcesses().every(each => each.pid !== pid), 3000);

const ignores = (pid: number, signal: number): boolean => {
	const mask = /^SigIgn:\s*([\da-f]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
	return ((BigInt(`0x${mask}`) >> BigInt(signal - 1)) & 1n) === 1n;
};

const outOfMemory = 'const kept = []; for (;;) kept.push(new Array(1e6).fill(kept.length));';

describe.skipIf(!isLinux)('a death that leaves nobody to put the terminal in order:', () => {
	type Case = {name: string; settings: string; shell: readonly string[]};
	const shells: readonly Case[] = [
		{name: 'of a shell', settings: '', shell: plainBash},
		{name: 'of a shell with a line editor', settings: '', shell: ['bash', '--norc', '--noprofile', '-i']},
		{name: 'of a shell that restores nothing by itself', settings: '', shell: ['dash', '-i']},
		{name: 'behind a program that hides how it died', settings: `sh -c '"$0" "$@"; exit 7'`, shell: plainBash},
	];
	const installed = shells.filter(({shell}) => existsSync(whereIs(shell[0] ?? '')));

	it.each(installed)('SIGKILL gives the terminal $name back as it was', async ({settings, shell}) => {
		const {terminal, pid} = await startFromShell(settings, shell);
		const guardian = await guardianComes(pid);
		killQuietly(pid, 'SIGKILL');
		await expectSaneAfter(terminal, guardian);
	});

	it('memory that has run out gives the terminal back as it was', async () => {
		const {terminal, pid} = await startFromShell(`ulimit -c 0; ${within(outOfMemory)}\\ --max-old-space-size=80`);
		const guardian = await guardianComes(pid);
		killQuietly(pid, 'SIGUSR2');
		await until(() => runningProcesses().every(each => each.pid !== pid), 60_000);
		await expectSaneAfter(terminal, guardian);
	}, 90_000);

	it('SIGKILL while the explorer is stopped leaves the terminal to the shell', async () => {
		const {terminal, pid} = await startFromShell('');
		const guardian = await guardianComes(pid);
		terminal.press('ctrl+z');
		await terminal.waitFor(screen => hasPrompt(screen) && screen.join('\n').includes('Stopped'));
		const {length} = terminal.modes().rawBytes;
		killQuietly(pid, 'SIGKILL');
		expect(await hasGone(guardian)).toBe(true);
		expect(terminal.modes().rawBytes.slice(length)).not.toContain('\x1b');
		await expectSane(terminal);
	});
});

describe.skipIf(!isLinux)('the guardian of the terminal', () => {
	it.each([
		['q', 'q'],
		['Ctrl-C', 'ctrl+c'],
	])('has gone without a word when %s has ended the explorer', async (_, key) => {
		const {terminal, pid} = await startFromShell('');
		const guardian = await guardianComes(pid);
		terminal.press(key);
		await terminal.waitFor(hasPrompt);
		expect(runningProcesses().filter(each => each.pid === guardian)).toEqual([]);
		const {rawBytes} = terminal.modes();
		expect(rawBytes.match(/\x1b\[\?1049l/g)).toHaveLength(1);
		await expectSane(terminal);
	});

	it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('has gone without a word when %s has ended the explorer', async signal => {
		const {terminal, pid} = await startFromShell('');
		const guardian = await guardianComes(pid);
		killQuietly(pid, signal);
		expect(await hasGone(guardian)).toBe(true);
		await terminal.waitFor(hasPrompt);
		expect(terminal.modes().rawBytes.match(/\x1b\[\?1049l/g)).toHaveLength(1);
	});

	it('has gone without a word when an error that nobody caught has ended the explorer', async () => {
		const {terminal, pid} = await startFromShell(within("throw new Error('on purpose')"));
		const guardian = await guardianComes(pid);
		killQuietly(pid, 'SIGUSR2');
		expect(await hasGone(guardian)).toBe(true);
		await terminal.waitFor(hasPrompt);
		// whoever restores after the error was printed would take it from the screen
		expect(terminal.screen().join('\n')).toContain('on purpose');
		expect(terminal.modes().rawBytes.match(/\x1b\[\?1049l/g)).toHaveLength(1);
	});

	it('is one process, in a session of its own, that no key and no polite signal ends', async () => {
		const {terminal, pid} = await startFromShell('');
		const guardian = await guardianComes(pid);
		expect(runningProcesses().find(each => each.pid === guardian)?.session).toBe(guardian);
		for (const signal of ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGTSTP'] as const) {
			killQuietly(guardian, signal);
		}

		expect([1, 2, 3, 15, 20].map(signal => ignores(guardian, signal))).toEqual([true, true, true, true, true]);
		expect(guardianOf(pid)).toBe(guardian);
		terminal.press('q');
		await terminal.waitFor(hasPrompt);
	});

	it('guards again after fg, and there is still one', async () => {
		const {terminal, pid} = await startFromShell('');
		const guardian = await guardianComes(pid);
		terminal.press('ctrl+z');
		await terminal.waitFor(screen => hasPrompt(screen) && screen.join('\n').includes('Stopped'));
		terminal.write('fg\r');
		await terminal.waitFor(screen => listIsFilled(screen) && footer(screen).includes('q quit'));
		expect(modesOn(terminal.modes().rawBytes)).toContain('1049');
		expect(guardianOf(pid)).toBe(guardian);
		await new Promise(resolve => setTimeout(resolve, 200));
		killQuietly(pid, 'SIGKILL');
		await expectSaneAfter(terminal, guardian);
	});

	it('goes with a terminal that is closed', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		const guardian = await guardianComes(terminal.pid);
		terminal.kill('SIGKILL');
		await terminal.exited;
		expect(await hasGone(guardian)).toBe(true);
	});
});
