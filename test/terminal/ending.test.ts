import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {beforeAll, describe, expect, it} from 'vitest';
import {
	buildIfMissing,
	commandLineOf,
	entryFile,
	hungTools,
	isLinux,
	killQuietly,
	nodeFile,
	runningProcesses,
	temporaryFolder,
	until,
} from './program.js';
import {footer, header, isSeparator, listIsFilled, processCount} from './screen-parts.js';
import {type OpenTerminal, openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

const prompt = 'prompt>';

/** The last line is a prompt behind which nothing was typed yet: the shell waits. */
const hasPrompt = (screen: Screen): boolean => screen.findLast(row => row !== '') === prompt;

/** A shell that leaves the terminal as it finds it: with its own line editor it would mend what the program left behind. */
const openShell = async (): Promise<OpenTerminal> => {
	const terminal = openTerminal({file: 'bash', args: ['--norc', '--noprofile', '--noediting', '-i'], rows: 60, env: {PS1: `${prompt} `}});
	await terminal.waitFor(hasPrompt);
	terminal.write('echo before-$((40+2))\r');
	await terminal.waitFor(screen => screen.includes('before-42') && hasPrompt(screen));
	return terminal;
};

const startIn = async (terminal: OpenTerminal, file: string, settings = ''): Promise<number> => {
	terminal.write(`${settings} "${nodeFile}" "${file}"\r`);
	await terminal.waitFor(listIsFilled);
	const child = runningProcesses().find(({pid, parent}) => parent === terminal.pid && commandLineOf(pid).includes(file));
	expect(child).toBeDefined();
	return child?.pid ?? 0;
};

/** The shell is back, and with it the screen of before and a terminal that shows and edits what is typed. */
const expectTerminalAsBefore = async (terminal: OpenTerminal, exitCode: RegExp): Promise<void> => {
	await terminal.waitFor(hasPrompt);
	const {alternateScreen, cursorVisible, bracketedPaste} = terminal.modes();
	expect({alternateScreen, cursorVisible, bracketedPaste}).toEqual({alternateScreen: false, cursorVisible: true, bracketedPaste: false});
	expect(terminal.screen().join('\n')).toContain('before-42');
	terminal.write('echo "code=$?"; stty -a; echo "after-$((40+2))"\r');
	const screen = (await terminal.waitFor(now => now.includes('after-42') && hasPrompt(now))).join('\n');
	expect(screen).toMatch(exitCode);
	for (const setting of ['icanon', 'echo', 'isig', 'icrnl', 'opost', 'onlcr']) {
		expect(screen, setting).toMatch(new RegExp(`\\s${setting}\\s`));
	}
};

const jobsOf = (terminal: OpenTerminal): readonly number[] =>
	runningProcesses().flatMap(({pid, session}) => (session === terminal.pid && pid !== terminal.pid ? [pid] : []));

describe.skipIf(!isLinux)('the terminal after the explorer', () => {
	const endings: readonly (readonly [name: string, exitCode: number, end: (terminal: OpenTerminal, pid: number) => void])[] = [
		['q', 0, terminal => terminal.press('q')],
		['Ctrl-C', 0, terminal => terminal.press('ctrl+c')],
		['SIGTERM', 143, (_, pid) => killQuietly(pid, 'SIGTERM')],
		['SIGHUP', 129, (_, pid) => killQuietly(pid, 'SIGHUP')],
		['SIGINT', 130, (_, pid) => killQuietly(pid, 'SIGINT')],
	];

	it.each(endings)('is as it was before, when %s ends it with exit code %i', async (_, exitCode, end) => {
		const terminal = await openShell();
		const pid = await startIn(terminal, entryFile, `PATH="${temporaryFolder()}"`);
		end(terminal, pid);
		await expectTerminalAsBefore(terminal, new RegExp(`^code=${exitCode}$`, 'm'));
		expect(jobsOf(terminal)).toEqual([]);
	});

	it('is as it was before, when a signal comes while a tool that was asked hangs', async () => {
		const {folder, sleepers} = hungTools();
		const terminal = await openShell();
		const pid = await startIn(terminal, entryFile, `PATH="${folder}"`);
		// a machine may have nothing to ask for; then the program is ended as always
		await until(() => sleepers().length > 0, 1000);
		killQuietly(pid, 'SIGHUP');
		await expectTerminalAsBefore(terminal, /^code=129$/m);
		expect(await until(() => sleepers().length === 0)).toBe(true);
	});

	it('is not waited for when it is closed: the explorer ends with its shell', async () => {
		const terminal = await openShell();
		const pid = await startIn(terminal, entryFile);
		terminal.kill('SIGKILL');
		expect(await until(() => runningProcesses().every(each => each.pid !== pid))).toBe(true);
	});

	it('is as it was before, when the search was open and the pane full', async () => {
		const terminal = await openShell();
		await startIn(terminal, entryFile);
		terminal.press('enter');
		await terminal.waitFor(screen => (screen[2] ?? '').includes('1 Overview'));
		terminal.press('/');
		await terminal.waitFor(() => terminal.modes().cursorVisible);
		terminal.press('ctrl+c');
		await expectTerminalAsBefore(terminal, /^code=0$/m);
	});

	it('is as it was before, when the explorer is ended before its first list', async () => {
		const terminal = await openShell();
		terminal.write(`"${nodeFile}" "${entryFile}"\r`);
		await terminal.waitFor(() => terminal.modes().alternateScreen);
		terminal.press('q');
		await expectTerminalAsBefore(terminal, /^code=0$/m);
	});

	it.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const)('is left at once on %s, also without a shell', async (signal, exitCode) => {
		const terminal = openTerminal({env: {PATH: temporaryFolder()}});
		await terminal.waitFor(listIsFilled);
		terminal.kill(signal);
		expect(await terminal.exited).toEqual({exitCode, signal: 0});
		const {rawBytes: _, ...modes} = terminal.modes();
		expect(modes).toEqual({alternateScreen: false, cursorVisible: true, bracketedPaste: false});
	});

	it.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const)('is left on %s with exit code %i, while a tool that was asked hangs', async (signal, exitCode) => {
		const {folder, sleepers} = hungTools();
		const terminal = openTerminal({env: {PATH: folder}});
		await terminal.waitFor(listIsFilled);
		await until(() => sleepers().length > 0, 1000);
		terminal.kill(signal);
		expect(await terminal.exited).toEqual({exitCode, signal: 0});
	});

	it('is given back by Ctrl-Z and taken again by fg', async () => {
		const terminal = await openShell();
		await startIn(terminal, entryFile);
		for (let round = 0; round < 2; round++) {
			terminal.press('ctrl+z');
			await terminal.waitFor(screen => hasPrompt(screen) && screen.join('\n').includes('Stopped'));
			await expectTerminalAsBefore(terminal, /^code=14[78]$/m);
			terminal.write('fg\r');
			const screen = await terminal.waitFor(listIsFilled);
			expect(processCount(screen)).toBeGreaterThan(0);
			expect(terminal.modes().alternateScreen).toBe(true);
			expect(terminal.modes().cursorVisible).toBe(false);
			terminal.press('?');
			await terminal.waitFor('Esc close');
			terminal.press('escape');
			await terminal.waitFor(after => listIsFilled(after) && footer(after).includes('q quit'));
		}

		terminal.press('q');
		await terminal.waitFor(hasPrompt);
		expect(terminal.modes().alternateScreen).toBe(false);
	});

	it('may change its size while the explorer is stopped', async () => {
		const terminal = await openShell();
		await startIn(terminal, entryFile);
		terminal.press('ctrl+z');
		await terminal.waitFor(hasPrompt);
		terminal.resize(80, 24);
		terminal.write('fg\r');
		const screen = await terminal.waitFor(now => listIsFilled(now) && footer(now).includes('q quit'), 8000);
		expect(terminal.wrappedRows()).toBe(0);
		expect(screen.filter(isSeparator)).toEqual(['─'.repeat(80)]);
		expect(header(screen)).toMatch(/^ daemon-top · .* processes/);
		terminal.press('q');
		await terminal.waitFor(hasPrompt);
	});

	it('stays with the explorer on Ctrl-Z when no shell waits behind it', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		terminal.press('ctrl+z');
		await terminal.waitFor('There is no shell to go back to');
		terminal.press('q');
		expect((await terminal.exited).exitCode).toBe(0);
	});

	it('is as it was before and shows the error, when the program crashes', async () => {
		const wrapper = path.join(temporaryFolder(), 'crash.mjs');
		writeFileSync(
			wrapper,
			`process.on('SIGUSR2', () => setTimeout(() => { throw new Error('crashed on purpose'); }));\nawait import(${JSON.stringify(pathToFileURL(entryFile).href)});\n`,
		);
		const terminal = await openShell();
		const pid = await startIn(terminal, wrapper);
		killQuietly(pid, 'SIGUSR2');
		await expectTerminalAsBefore(terminal, /^code=[1-9]\d*$/m);
		expect(terminal.screen().join('\n')).toContain('crashed on purpose');
	});
});
