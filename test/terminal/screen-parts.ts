import type {OpenTerminal, Screen} from './terminal.js';

/** The parts of the explorer's screen, each found by where it must stand. */
export const header = (screen: Screen): string => screen[0] ?? '';
export const facets = (screen: Screen): string => screen[1] ?? '';
export const head = (screen: Screen): string => screen[2] ?? '';
export const footer = (screen: Screen): string => screen.at(-1) ?? '';

export const isSeparator = (row: string): boolean => /^─+$/.test(row);

/** The table's rows: below its head, above the line that separates the pane, else above the footer. */
export const listed = (screen: Screen): Screen => {
	const separator = screen.findIndex(isSeparator);
	return screen.slice(3, separator === -1 ? -1 : separator).filter(row => row !== '');
};

export const pane = (screen: Screen): Screen => screen.slice(screen.findIndex(isSeparator) + 1, -1);

/** The pid is the first number of a row: no kind has one in its name. */
export const pidOf = (row: string): number => Number(/\s(\d+)\s/.exec(row)?.[1] ?? Number.NaN);

export const selectedRows = (screen: Screen): Screen => listed(screen).filter(row => row.startsWith('› '));

export const selectedPid = (screen: Screen): number => pidOf(selectedRows(screen)[0] ?? '');

/** How many processes the search says it has found. */
export const foundCount = (screen: Screen): number => Number(/(\d+) found/.exec(facets(screen))?.[1] ?? Number.NaN);

/** 0 while the list has not all of them. */
export const processCount = (screen: Screen): number => Number(/(?<! of )\b(\d+) processes/.exec(header(screen))?.[1] ?? 0);

/** Waits for the list, and for the second sample, which knows how busy each process is. */
export const listIsFilled = (screen: Screen): boolean => processCount(screen) > 0 && selectedRows(screen).length === 1;

/** Narrows the list to what a word finds, and goes back to it. */
export const search = async (terminal: OpenTerminal, word: string, count: number): Promise<Screen> => {
	await terminal.waitFor(listIsFilled);
	terminal.press('/');
	await terminal.waitFor(screen => facets(screen).startsWith(' /'));
	terminal.write(word);
	await terminal.waitFor(screen => facets(screen).startsWith(` / ${word} `) && foundCount(screen) === count);
	terminal.press('enter');
	return terminal.waitFor(screen => footer(screen).includes(`${count} found.`) && listIsFilled(screen));
};
