import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, isLinux, startWaiters} from './program.js';
import {footer, head, header, isSeparator, listed, listIsFilled, search} from './screen-parts.js';
import {type OpenTerminal, openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

/** Which row holds what; what the rows say changes with every sample. */
const structure = (screen: Screen): readonly string[] =>
	screen.map((row, index) => {
		if (index === 0 || row.includes('daemon-top · ')) {
			return 'header';
		}

		if (isSeparator(row)) {
			return `separator of ${row.length}`;
		}

		return /KIND.? .*NAME/.test(row) ? 'head' : /1 Overview {1,2}2\b/.test(row) ? 'tabs' : row.includes('Sampling now.') ? 'footer' : '';
	});

/** The list narrowed to processes that never change, so that two programs show the same. */
const openStill = async (columns: number, word: string, count: number): Promise<OpenTerminal> => {
	const terminal = openTerminal({columns});
	await search(terminal, word, count);
	// figures of CPU time come with the second sample
	await terminal.waitFor(screen => !screen.some(row => row.includes('known after the next sample')));
	terminal.press('space');
	await terminal.waitFor(screen => header(screen).includes('PAUSED'));
	return terminal;
};

/** The screen that stays: a resized one is drawn more than once, so it is read when a key pressed afterwards has answered. */
const lastScreen = async (terminal: OpenTerminal, isDrawn: (screen: Screen) => boolean): Promise<Screen> => {
	terminal.press('home');
	await terminal.waitFor(screen => isDrawn(screen) && footer(screen).includes('q quit'));
	terminal.press('r');
	return terminal.waitFor(screen => footer(screen).includes('Sampling now.'));
};

const hasWidth =
	(columns: number) =>
	(screen: Screen): boolean =>
		screen.some(row => isSeparator(row) && row.length === columns);

/** Times and loads differ between two programs; everything else must not. */
const withoutNumbers = (screen: Screen): readonly string[] =>
	screen.slice(1).map(row => row.replace(/[\d.]+|[▁▂▃▄▅▆▇█]+/g, '#').replace(/ +/g, ' '));

const expectNoLeftovers = (screen: Screen, columns: number): void => {
	const parts = structure(screen);
	for (const part of ['header', `separator of ${columns}`, 'head', 'tabs', 'footer']) {
		expect(
			parts.filter(each => each === part),
			part,
		).toHaveLength(1);
	}

	expect(parts[0]).toBe('header');
	expect(parts.at(-1)).toBe('footer');
};

/** The screen that a program shows which never had another size. */
const expectLikeFresh = async (terminal: OpenTerminal, columns: number, word: string, count: number): Promise<void> => {
	const screen = await lastScreen(terminal, hasWidth(columns));
	expectNoLeftovers(screen, columns);
	expect(terminal.wrappedRows()).toBe(0);
	const fresh = await openStill(columns, word, count);
	const freshScreen = await lastScreen(fresh, hasWidth(columns));
	expect(structure(screen)).toEqual(structure(freshScreen));
	expect(withoutNumbers(screen)).toEqual(withoutNumbers(freshScreen));
	fresh.press('q');
	await fresh.exited;
};

describe.skipIf(!isLinux)('the screen at any size', () => {
	it('holds nothing of the old screen after it became narrow and wide again', async () => {
		const {word, pids} = startWaiters(5);
		const terminal = await openStill(120, word, pids.length);
		for (const columns of [60, 120, 75]) {
			terminal.resize(columns, 30);
			await expectLikeFresh(terminal, columns, word, pids.length);
		}
	}, 60_000);

	it('holds nothing of the old screen after it was drawn narrow and wide in one go', async () => {
		const {word, pids} = startWaiters(5);
		const terminal = await openStill(120, word, pids.length);
		for (const columns of [110, 100, 90, 80, 70, 60, 80, 100]) {
			terminal.resize(columns, 30);
		}

		await expectLikeFresh(terminal, 100, word, pids.length);
	}, 60_000);

	it('holds nothing of the old screen after it became narrow while a search was typed', async () => {
		const {word, pids} = startWaiters(5);
		const terminal = await openStill(120, word, pids.length);
		terminal.press('/');
		await terminal.waitFor(screen => footer(screen).includes('Enter keep'));
		terminal.resize(60, 30);
		await terminal.waitFor(screen => hasWidth(60)(screen) && terminal.cursor().y === 1);
		terminal.press('enter');
		await terminal.waitFor(screen => footer(screen).includes('found.'));
		await expectLikeFresh(terminal, 60, word, pids.length);
	}, 60_000);

	it('holds nothing of the old screen after it became low and high again', async () => {
		const {word, pids} = startWaiters(5);
		const terminal = await openStill(120, word, pids.length);
		const before = await lastScreen(terminal, hasWidth(120));
		terminal.resize(120, 12);
		const low = await lastScreen(terminal, screen => screen.length === 12 && /KIND.* NAME/.test(head(screen)));
		expect(structure(low).filter(part => part !== '')).toEqual(['header', 'head', 'footer']);
		terminal.resize(120, 30);
		const high = await lastScreen(terminal, hasWidth(120));
		expectNoLeftovers(high, 120);
		expect(withoutNumbers(high)).toEqual(withoutNumbers(before));
	});

	it('says what it needs where there is no room, and can still be left', async () => {
		const terminal = openTerminal({columns: 20, rows: 5});
		const screen = await terminal.waitFor('q quits');
		expect(screen.map(row => row.trim())).toEqual(['daemon-top needs', '24 × 6', 'here: 20 × 5', 'q quits', '']);
		expect(terminal.wrappedRows()).toBe(0);
		terminal.press('q');
		expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
	});

	it('shows its list as soon as there is room', async () => {
		const terminal = openTerminal({columns: 20, rows: 5});
		await terminal.waitFor('q quits');
		terminal.resize(80, 24);
		expectNoLeftovers(await lastScreen(terminal, screen => hasWidth(80)(screen) && listIsFilled(screen)), 80);
	});

	it('shows only the list on a small screen, and the pane in its place on Enter', async () => {
		const terminal = openTerminal({columns: 40, rows: 15});
		const list = await terminal.waitFor(listIsFilled);
		expect(head(list)).toMatch(/KIND.* NAME/);
		expect(list.some(row => isSeparator(row) || row.includes('1 Overview'))).toBe(false);
		expect(listed(list).length).toBeLessThanOrEqual(11);
		terminal.press('enter');
		const open = await terminal.waitFor(screen => (screen[2] ?? '').includes('1 Overview'));
		expect(open.join('\n')).toContain('Started by');
		expect(open.some(row => /KIND.* NAME/.test(row))).toBe(false);
		expect(terminal.wrappedRows()).toBe(0);
		terminal.press('escape');
		await terminal.waitFor(listIsFilled);
	});
});
