import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, commandLineOf, entryFile, isLinux, killQuietly, nodeFile, runningProcesses} from './program.js';
import {facets, footer, head, header, isSeparator, listIsFilled} from './screen-parts.js';
import {type OpenTerminal, openTerminal, type Screen, type TerminalOptions} from './terminal.js';

beforeAll(buildIfMissing);

const enter = '\x1b[?1049h';
const leave = '\x1b[?1049l';
/** What a terminal that echoes shows of the key that goes down. */
const echoOfDown = '^[[B';

const count = (text: string, part: string): number => text.split(part).length - 1;
const wait = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));
const isEntered = (terminal: OpenTerminal): boolean => terminal.modes().rawBytes.includes(enter);

/** Not a moment later than its first bytes: the list is not there yet. */
const entered = async (terminal: OpenTerminal): Promise<void> => {
	while (!isEntered(terminal)) {
		await new Promise(resolve => setImmediate(resolve));
	}
};

/** The explorer in a shell that ends after it and tells how it ended and how the terminal is set then. */
const openInShell = async (options: TerminalOptions = {}): Promise<{terminal: OpenTerminal; pid: number}> => {
	const terminal = openTerminal({
		...options,
		file: 'sh',
		args: ['-c', `trap : INT; "${nodeFile}" "${entryFile}"; echo "code=$?"; stty -a`],
	});
	const find = (): number =>
		runningProcesses().find(({pid, parent}) => parent === terminal.pid && commandLineOf(pid) === `${nodeFile} ${entryFile}`)?.pid ?? 0;
	let pid = 0;
	while (pid === 0) {
		await wait(2);
		pid = find();
	}

	return {terminal, pid};
};

/** As the explorer found it: the screen of before, its cursor, and what is typed is shown and edited. */
const expectSaneAfter = async (terminal: OpenTerminal, code: RegExp, note: string): Promise<void> => {
	await terminal.exited;
	const {alternateScreen, cursorVisible, rawBytes} = terminal.modes();
	expect({alternateScreen, cursorVisible}, note).toEqual({alternateScreen: false, cursorVisible: true});
	expect(count(rawBytes, leave), note).toBe(count(rawBytes, enter));
	expect(count(rawBytes, enter), note).toBeLessThanOrEqual(1);
	const screen = terminal.screen().join('\n');
	expect(screen, note).toMatch(code);
	for (const setting of ['icanon', 'echo', 'isig', 'icrnl', 'opost', 'onlcr']) {
		expect(screen, `${setting} ${note}`).toMatch(new RegExp(`\\s${setting}\\s`));
	}
};

/** The list is limited: on a machine without daemons no row is left of it. */
const showsDaemons = (screen: Screen): boolean => / \d+ hidden$/.test(facets(screen).trimEnd());

describe.skipIf(!isLinux)('the first screen', () => {
	it.each([
		['before anything stands on the screen', async () => undefined],
		['as soon as the screen is entered', entered],
	])('carries out what is typed %s, and does not show it', async (_, moment) => {
		const terminal = openTerminal();
		await moment(terminal);
		terminal.write('\x1b[BD');
		const screen = await terminal.waitFor(showsDaemons);
		expect(screen.join('\n')).not.toContain(echoOfDown);
		const {rawBytes} = terminal.modes();
		expect(rawBytes.slice(rawBytes.indexOf(enter))).not.toContain(echoOfDown);
		terminal.press('0');
		await terminal.waitFor(after => listIsFilled(after) && !facets(after).includes('hidden'));
	});

	it('hears every one of many keys that are typed before the list, in their order', async () => {
		const terminal = openTerminal();
		await entered(terminal);
		for (const key of '/zz-no-such-name') {
			terminal.write(key);
			await wait(5);
		}

		const screen = await terminal.waitFor(now => facets(now).startsWith(' / zz-no-such-name'));
		expect(facets(screen)).toContain('0 found');
	});

	it('stands in the alternate screen, which is entered once and left once', async () => {
		const {terminal} = await openInShell();
		await terminal.waitFor(listIsFilled);
		terminal.press('?');
		await terminal.waitFor('Esc close');
		expect([count(terminal.modes().rawBytes, enter), count(terminal.modes().rawBytes, leave)]).toEqual([1, 0]);
		terminal.press('escape');
		await terminal.waitFor(screen => footer(screen).includes('q quit'));
		terminal.press('q');
		await expectSaneAfter(terminal, /^code=0$/m, 'q');
		expect([count(terminal.modes().rawBytes, enter), count(terminal.modes().rawBytes, leave)]).toEqual([1, 1]);
	});

	it('is left as it was found on SIGTERM, whenever it comes within the first 400 ms', async () => {
		for (let attempt = 0; attempt < 10; attempt++) {
			const {terminal, pid} = await openInShell();
			const afterMs = Math.round((attempt + Math.random()) * 40);
			await wait(afterMs);
			killQuietly(pid, 'SIGTERM');
			await expectSaneAfter(terminal, /code=143$/m, `SIGTERM after ${afterMs} ms`);
		}
	}, 60_000);

	it('is left as it was found on SIGTERM, whenever it comes after the screen was entered', async () => {
		for (const afterMs of [0, 0, 0, 1, 2, 3, 5, 8, 15, 30, 60, 100, 150]) {
			const {terminal, pid} = await openInShell();
			await entered(terminal);
			await wait(afterMs);
			killQuietly(pid, 'SIGTERM');
			await expectSaneAfter(terminal, /^code=143$/m, `SIGTERM ${afterMs} ms after the screen was entered`);
			expect(isEntered(terminal)).toBe(true);
		}
	}, 60_000);

	it.each([0, 20, 40, 60, 80, 100])('ends on Ctrl-C after %i ms, and the terminal is as it was', async afterMs => {
		const {terminal} = await openInShell();
		await wait(afterMs);
		terminal.press('ctrl+c');
		await expectSaneAfter(terminal, /code=(?:0|130)$/m, `Ctrl-C after ${afterMs} ms`);
	});

	it.each([0, 30, 60])('ends on Ctrl-C %i ms after the screen was entered, and the terminal is as it was', async afterMs => {
		const {terminal} = await openInShell();
		await entered(terminal);
		await wait(afterMs);
		terminal.press('ctrl+c');
		await expectSaneAfter(terminal, /^code=0$/m, `Ctrl-C ${afterMs} ms after the screen was entered`);
	});

	const sizes = [
		[100, 24],
		[110, 40],
	] as const;
	const moments = [0, 50, 100, 150, 200];
	it.each(sizes.flatMap(size => moments.map(afterMs => [...size, afterMs] as const)))(
		'is whole in %i columns and %i rows, when the terminal gets this size after %i ms',
		async (columns, rows, afterMs) => {
			const terminal = openTerminal();
			await wait(afterMs);
			terminal.resize(columns, rows);
			await expectWhole(terminal, columns, rows);
		},
	);

	it.each(sizes)(
		'is whole in %i columns and %i rows, when the terminal gets this size as soon as the screen is entered',
		async (columns, rows) => {
			const terminal = openTerminal();
			await entered(terminal);
			terminal.resize(columns, rows);
			await expectWhole(terminal, columns, rows);
		},
	);

	it('is whole in the size that the terminal gets while the program is about to enter the screen', async () => {
		const startedAt = performance.now();
		const usual = openTerminal();
		await entered(usual);
		const enteredAfterMs = performance.now() - startedAt;
		usual.press('q');
		for (let earlierMs = 0; earlierMs < 100; earlierMs += 10) {
			const terminal = openTerminal();
			await wait(Math.max(0, enteredAfterMs - earlierMs));
			terminal.resize(100, 24);
			await expectWhole(terminal, 100, 24);
			terminal.press('q');
			await terminal.exited;
		}
	}, 60_000);

	it('is left to Ink on a terminal of which nobody knows that it can place a cursor', async () => {
		const terminal = openTerminal({env: {TERM: 'vt52'}});
		await terminal.waitFor(listIsFilled);
		terminal.press('D');
		await terminal.waitFor(showsDaemons);
		terminal.press('q');
		expect((await terminal.exited).exitCode).toBe(0);
		expect([count(terminal.modes().rawBytes, enter), count(terminal.modes().rawBytes, leave)]).toEqual([1, 1]);
		expect(terminal.modes().cursorVisible).toBe(true);
	});

	it('is no screen but lines of text for a screen reader', async () => {
		const terminal = openTerminal({env: {INK_SCREEN_READER: 'true'}});
		await terminal.waitFor(/\d+ processes: \d+ .*\.$/m);
		await terminal.waitFor(screen => screen.some(row => row === '>'));
		terminal.write('quit\r');
		expect((await terminal.exited).exitCode).toBe(0);
		expect(isEntered(terminal)).toBe(false);
		expect(terminal.modes().cursorVisible).toBe(true);
	});
});

/** One header, one separator as wide as the screen, one footer in the last row, and nothing of another size. */
const expectWhole = async (terminal: OpenTerminal, columns: number, rows: number): Promise<void> => {
	const isWhole = (screen: Screen): boolean =>
		listIsFilled(screen) &&
		screen.length === rows &&
		screen.filter(isSeparator).join() === '─'.repeat(columns) &&
		footer(screen).includes('q quit');
	await terminal.waitFor(isWhole);
	// a key is answered by the screen that stays
	terminal.press('r');
	const screen = await terminal.waitFor(now => footer(now).includes('Sampling now.'));
	expect(header(screen)).toMatch(/^ daemon-top · .* processes/);
	expect(head(screen)).toMatch(/KIND.? .*NAME/);
	expect(screen.filter(row => row.includes('daemon-top · '))).toHaveLength(1);
	expect(screen.filter(row => /KIND.? .*NAME/.test(row))).toHaveLength(1);
	expect(screen.filter(isSeparator)).toEqual(['─'.repeat(columns)]);
	expect(screen.filter(row => row.includes('q quit') || row.includes('Sampling now.'))).toHaveLength(1);
	expect(terminal.wrappedRows()).toBe(0);
	expect(count(terminal.modes().rawBytes, enter)).toBe(1);
};
