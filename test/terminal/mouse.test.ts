import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, commandLineOf, entryFile, isLinux, killQuietly, runningProcesses, temporaryFolder} from './program.js';
import {facets, footer, head, listed, listIsFilled, pidOf, selectedPid} from './screen-parts.js';
import {type OpenTerminal, openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

const esc = '\u001b';

/** Presses and lets go; columns and rows count from 0. */
const click = (terminal: OpenTerminal, x: number, y: number): void =>
	terminal.write(`${esc}[<0;${x + 1};${y + 1}M${esc}[<0;${x + 1};${y + 1}m`);

const clickOn = (terminal: OpenTerminal, y: number, word: string): void => {
	const row = y < 0 ? terminal.screen().length + y : y;
	const x = (terminal.screen()[row] ?? '').indexOf(word);
	expect(x, word).toBeGreaterThan(-1);
	click(terminal, x, row);
};

const wheel = (terminal: OpenTerminal, direction: 'up' | 'down', x: number, y: number): void =>
	terminal.write(`${esc}[<${direction === 'up' ? 64 : 65};${x + 1};${y + 1}M`);

/** Which of the modes of the mouse are on, by what was written last. */
const mouseModes = (terminal: OpenTerminal): {tracking: boolean; extended: boolean} => {
	const last = (mode: number): boolean => {
		const found = [...terminal.modes().rawBytes.matchAll(new RegExp(`\\u001b\\[\\?${mode}([hl])`, 'g'))].at(-1);
		return found?.[1] === 'h';
	};
	return {tracking: last(1000), extended: last(1006)};
};

const isOn = {tracking: true, extended: true};
const isOff = {tracking: false, extended: false};

const openFilled = async (columns = 120, rows = 40, env: Readonly<Record<string, string>> = {}): Promise<OpenTerminal> => {
	const terminal = openTerminal({args: ['--demo'], columns, rows, env});
	await terminal.waitFor(listIsFilled);
	await terminal.waitFor(() => mouseModes(terminal).tracking);
	return terminal;
};

describe.skipIf(!isLinux)('the mouse', () => {
	it('selects the row that is clicked, and opens its pane with another click', async () => {
		const terminal = await openFilled();
		const pid = pidOf(listed(terminal.screen())[4] ?? '');
		click(terminal, 10, 7);
		await terminal.waitFor(screen => selectedPid(screen) === pid);
		click(terminal, 30, 7);
		await terminal.waitFor(screen => head(screen).includes('1 Overview') && head(screen).endsWith(`· ${pid}`));
	});

	it('filters by the facet and sorts by the column that are clicked', async () => {
		const terminal = await openFilled();
		clickOn(terminal, 1, 'Agents');
		await terminal.waitFor(screen => listed(screen).every(row => row.includes('◐ agent')));
		clickOn(terminal, 1, 'All');
		await terminal.waitFor(screen => listed(screen).some(row => row.includes('daemon')));
		clickOn(terminal, 2, 'PID');
		const [first] = (await terminal.waitFor(screen => /PID[▴▾]/.test(head(screen))))
			.map(row => row.match(/PID[▴▾]/)?.[0] ?? '')
			.filter(Boolean);
		clickOn(terminal, 2, 'PID');
		await terminal.waitFor(screen => /PID[▴▾]/.test(head(screen)) && !head(screen).includes(first ?? ''));
	});

	it('moves the selection with the wheel, and scrolls the help', async () => {
		const terminal = await openFilled();
		const pids = listed(terminal.screen()).map(pidOf);
		wheel(terminal, 'down', 10, 6);
		await terminal.waitFor(screen => selectedPid(screen) === pids[3]);
		wheel(terminal, 'up', 10, 6);
		await terminal.waitFor(screen => selectedPid(screen) === pids[0]);
		terminal.press('?');
		const before = await terminal.waitFor('Esc close');
		wheel(terminal, 'down', 10, 6);
		await terminal.waitFor(screen => screen.includes('Esc close') === before.includes('Esc close') && screen[3] === before[6]);
	});

	it('opens the pane whose tab, and does what the hint of the footer says that is clicked', async () => {
		const terminal = await openFilled();
		const tabs = terminal.screen().findIndex(row => row.includes('1 Overview'));
		clickOn(terminal, tabs, 'Why');
		await terminal.waitFor('Speaks for it');
		clickOn(terminal, -1, 'f kinds');
		await terminal.waitFor(screen => footer(screen).includes('Enter choose'));
		const apps = terminal.screen().findIndex(row => row.includes('│') && row.includes('◆ Apps'));
		click(terminal, 8, apps);
		await terminal.waitFor(screen => listed(screen).every(row => row.includes('◆ app')));
		// the message about the filter gives way to the hints
		terminal.press('down');
		await terminal.waitFor(screen => footer(screen).includes('q quit'));
		clickOn(terminal, -1, 'q quit');
		expect((await terminal.exited).exitCode).toBe(0);
	});

	it('types nothing into the search line, however its reports are cut', async () => {
		const terminal = await openFilled();
		terminal.press('/');
		await terminal.waitFor(screen => facets(screen).startsWith(' /'));
		const report = `${esc}[<32;12;1M`;
		for (let cut = 1; cut < report.length; cut++) {
			terminal.write(`a${report.slice(0, cut)}`);
			// a pause that Ink takes for the end of a key, except after what may be one
			await delay(cut < 3 ? 5 : 45);
			terminal.write(report.slice(cut));
		}

		await terminal.waitFor(screen => facets(screen).startsWith(` / ${'a'.repeat(report.length - 1)} `));
		expect(terminal.modes().alternateScreen).toBe(true);
	});

	it('stays the terminal’s with --no-mouse', async () => {
		const terminal = openTerminal({args: ['--demo', '--no-mouse']});
		await terminal.waitFor(listIsFilled);
		terminal.press('q');
		expect((await terminal.exited).exitCode).toBe(0);
		expect(terminal.modes().rawBytes).not.toMatch(/\[\?100[0-6][hl]/);
	});

	it('leaves the keys as they are', async () => {
		const terminal = await openFilled();
		const pids = listed(terminal.screen()).map(pidOf);
		terminal.press('down', 'down', 'j');
		await terminal.waitFor(screen => selectedPid(screen) === pids[3]);
		terminal.press('?');
		await terminal.waitFor('Esc close');
		terminal.press('escape');
		await terminal.waitFor(screen => listIsFilled(screen));
	});
});

const prompt = 'prompt>';
const hasPrompt = (screen: Screen): boolean => screen.findLast(row => row !== '') === prompt;

const openShell = async (): Promise<OpenTerminal> => {
	const terminal = openTerminal({file: 'bash', args: ['--norc', '--noprofile', '--noediting', '-i'], rows: 60, env: {PS1: `${prompt} `}});
	await terminal.waitFor(hasPrompt);
	return terminal;
};

const startIn = async (terminal: OpenTerminal, file: string): Promise<number> => {
	terminal.write(`"${process.execPath}" "${file}" --demo\r`);
	await terminal.waitFor(listIsFilled);
	await terminal.waitFor(() => mouseModes(terminal).tracking);
	return runningProcesses().find(({pid, parent}) => parent === terminal.pid && commandLineOf(pid).includes(file))?.pid ?? 0;
};

describe.skipIf(!isLinux)('the mouse after the explorer', () => {
	const endings: readonly (readonly [name: string, end: (terminal: OpenTerminal, pid: number) => void])[] = [
		['q', terminal => terminal.press('q')],
		['Ctrl-C', terminal => terminal.press('ctrl+c')],
		['SIGTERM', (_, pid) => killQuietly(pid, 'SIGTERM')],
		['SIGHUP', (_, pid) => killQuietly(pid, 'SIGHUP')],
		['SIGINT', (_, pid) => killQuietly(pid, 'SIGINT')],
	];

	it.each(endings)('is the terminal’s again, when %s ends it', async (_, end) => {
		const terminal = await openShell();
		const pid = await startIn(terminal, entryFile);
		expect(mouseModes(terminal)).toEqual(isOn);
		end(terminal, pid);
		await terminal.waitFor(hasPrompt);
		expect(mouseModes(terminal)).toEqual(isOff);
	});

	it('is the terminal’s again, when the program crashes', async () => {
		const wrapper = path.join(temporaryFolder(), 'crash.mjs');
		writeFileSync(
			wrapper,
			`process.on('SIGUSR2', () => setTimeout(() => { throw new Error('crashed on purpose'); }));\nawait import(${JSON.stringify(pathToFileURL(entryFile).href)});\n`,
		);
		const terminal = await openShell();
		const pid = await startIn(terminal, wrapper);
		killQuietly(pid, 'SIGUSR2');
		await terminal.waitFor(hasPrompt);
		expect(terminal.screen().join('\n')).toContain('crashed on purpose');
		expect(mouseModes(terminal)).toEqual(isOff);
	});

	it('is the terminal’s while it is stopped, and heard again after fg', async () => {
		const terminal = await openShell();
		await startIn(terminal, entryFile);
		terminal.press('ctrl+z');
		await terminal.waitFor(screen => hasPrompt(screen) && screen.join('\n').includes('Stopped'));
		expect(mouseModes(terminal)).toEqual(isOff);
		terminal.write('fg\r');
		await terminal.waitFor(listIsFilled);
		await terminal.waitFor(() => mouseModes(terminal).tracking);
		expect(mouseModes(terminal)).toEqual(isOn);
		const pid = pidOf(listed(terminal.screen())[4] ?? '');
		click(terminal, 10, 7);
		await terminal.waitFor(screen => selectedPid(screen) === pid);
		terminal.press('q');
		await terminal.waitFor(hasPrompt);
		expect(mouseModes(terminal)).toEqual(isOff);
	});
});

const question = `${esc}]11;?`;
/** Green on a light background: of the 256, and of 24 bits. */
const lightGreen = `${esc}[38;5;22m`;
/** Of the sixteen. */
const anyGreen = `${esc}[94m`;
const darkGreen = `${esc}[38;5;114m`;

const answerWith = async (terminal: OpenTerminal, answer: string): Promise<void> => {
	await terminal.waitFor(() => terminal.modes().rawBytes.includes(question));
	terminal.write(`${esc}]11;${answer}${esc}\\`);
};

describe.skipIf(!isLinux)('the background of the terminal', () => {
	const plain = {COLORTERM: '', COLORFGBG: ''};

	it('is asked for after the first frame, and a light one is painted for', async () => {
		const terminal = openTerminal({args: ['--demo'], env: plain});
		await answerWith(terminal, 'rgb:ffff/ffff/ffff');
		await terminal.waitFor(listIsFilled);
		await terminal.waitFor(() => terminal.modes().rawBytes.includes(lightGreen));
		const {rawBytes} = terminal.modes();
		expect(rawBytes.indexOf('daemon-top')).toBeLessThan(rawBytes.indexOf(question));
		terminal.press('q');
		expect((await terminal.exited).exitCode).toBe(0);
	});

	it('is painted for with colours for any, when nobody says which it is', async () => {
		const terminal = openTerminal({args: ['--demo'], env: plain});
		await terminal.waitFor(listIsFilled);
		await terminal.waitFor(() => terminal.modes().rawBytes.includes(anyGreen));
		terminal.press('q');
		expect((await terminal.exited).exitCode).toBe(0);
	});

	it('stays dark when it is', async () => {
		const terminal = openTerminal({args: ['--demo'], env: plain});
		await answerWith(terminal, 'rgb:0000/0000/0000');
		await terminal.waitFor(listIsFilled);
		await terminal.waitFor(() => terminal.modes().rawBytes.includes(darkGreen));
		expect(terminal.modes().rawBytes).not.toContain(lightGreen);
	});

	it('is not typed into the search line when it comes late and in pieces, and is believed', async () => {
		const terminal = openTerminal({args: ['--demo'], env: plain});
		await terminal.waitFor(listIsFilled);
		await delay(200);
		terminal.press('/');
		await terminal.waitFor(screen => facets(screen).startsWith(' /'));
		const before = facets(terminal.screen());
		for (const piece of [`${esc}]11;rgb:ff`, 'ff/ffff/ff', `ff${esc}`, '\\']) {
			terminal.write(piece);
			await delay(45);
		}

		await terminal.waitFor(() => terminal.modes().rawBytes.includes(lightGreen));
		expect(facets(terminal.screen())).toBe(before);
		terminal.write('q');
		await terminal.waitFor(screen => facets(screen).startsWith(' / q '));
	});

	it('is not asked for where the environment says it', async () => {
		const terminal = openTerminal({args: ['--demo'], env: {...plain, COLORFGBG: '0;15'}});
		await terminal.waitFor(() => terminal.modes().rawBytes.includes(lightGreen));
		expect(terminal.modes().rawBytes).not.toContain(question);
	});

	it('does not leak its answer into the shell when the explorer is left at once', async () => {
		const terminal = await openShell();
		terminal.write(`COLORFGBG= "${process.execPath}" "${entryFile}" --demo\r`);
		await terminal.waitFor(() => terminal.modes().rawBytes.includes(question));
		terminal.write(`q${esc}]11;rgb:ffff/ffff/ffff${esc}\\`);
		const screen = await terminal.waitFor(hasPrompt);
		expect(screen.join('\n')).not.toMatch(/rgb:|ffff/);
	});
});
