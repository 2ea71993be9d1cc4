import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, isLinux, startWaiters} from './program.js';
import {facets, footer, foundCount, header, listed, listIsFilled, pidOf, processCount, search} from './screen-parts.js';
import {openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

/** What is typed begins behind the prompt: a blank, the slash, a blank. */
const textColumn = 3;

describe.skipIf(!isLinux)('the search on a real terminal', () => {
	it('narrows the list while it is typed, and counts what it finds', async () => {
		const {word, pids} = startWaiters(4);
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		terminal.press('/');
		const all = await terminal.waitFor(screen => facets(screen).startsWith(' /') && footer(screen).includes('Enter keep'));
		expect(foundCount(all)).toBe(processCount(all));
		for (const character of word) {
			terminal.press(character);
		}

		const narrowed = await terminal.waitFor(screen => facets(screen).startsWith(` / ${word} `));
		expect(facets(narrowed)).toMatch(new RegExp(`^ / ${word} .* ${pids.length} found · \\d+ hidden$`));
		expect(listed(narrowed).map(pidOf)).toEqual(pids);
		terminal.press('backspace');
		await terminal.waitFor(screen => facets(screen).startsWith(` / ${word.slice(0, -1)} `));
	});

	it('is kept by Enter and cleared by Esc, while it is typed and afterwards', async () => {
		const {word, pids} = startWaiters(2);
		const terminal = openTerminal();
		const isUnlimited = (screen: Screen): boolean => facets(screen).startsWith(' All') && listed(screen).length > pids.length;
		await terminal.waitFor(isUnlimited);
		terminal.press('/');
		terminal.write(word);
		await terminal.waitFor(screen => facets(screen).startsWith(` / ${word} `) && foundCount(screen) === pids.length);
		terminal.press('escape');
		await terminal.waitFor(screen => isUnlimited(screen) && !terminal.modes().cursorVisible);

		const kept = await search(terminal, word, pids.length);
		expect(footer(kept)).toContain(`${pids.length} found. Esc: show all again.`);
		expect(facets(kept)).toContain(`/ ${word} `);
		expect(listed(kept)).toHaveLength(pids.length);
		expect(terminal.modes().cursorVisible).toBe(false);
		terminal.press('escape');
		await terminal.waitFor(screen => isUnlimited(screen) && footer(screen).includes('The search is cleared.'));
	});

	it('says what is wrong with a query and keeps the last good result', async () => {
		const {word, pids} = startWaiters(3);
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		terminal.press('/');
		terminal.write(word);
		await terminal.waitFor(screen => facets(screen).startsWith(` / ${word} `) && foundCount(screen) === pids.length);
		terminal.write(' kind:zzz');
		const broken = await terminal.waitFor('no kind begins with "zzz"');
		expect(facets(broken)).toContain(`/ ${word} kind:zzz`);
		expect(listed(broken).map(pidOf)).toEqual(pids);
		expect(header(broken)).toMatch(/\d+ processes/);
	});

	it('keeps the caret behind the typed text, two cells for each syllable of Hangul', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		expect(terminal.modes().cursorVisible).toBe(false);
		const caretAfter = async (typed: string): Promise<{x: number; y: number}> => {
			await terminal.waitFor(screen => new RegExp(`^ /${typed === '' ? '' : ` ${typed}`} `).test(facets(screen)));
			return terminal.cursor();
		};

		terminal.press('/');
		expect(await caretAfter('')).toEqual({x: textColumn, y: 1});
		expect(terminal.modes().cursorVisible).toBe(true);
		terminal.write('nod');
		expect(await caretAfter('nod')).toEqual({x: textColumn + 3, y: 1});
		terminal.write('데');
		expect(await caretAfter('nod데')).toEqual({x: textColumn + 5, y: 1});
		terminal.write('몬');
		expect(await caretAfter('nod데몬')).toEqual({x: textColumn + 7, y: 1});
		terminal.press('backspace');
		expect(await caretAfter('nod데')).toEqual({x: textColumn + 5, y: 1});
		terminal.press('left');
		await terminal.waitFor(() => terminal.cursor().x === textColumn + 3);
	});
});
