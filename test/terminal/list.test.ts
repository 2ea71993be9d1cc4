import stringWidth from 'string-width';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, isLinux, startWaiters} from './program.js';
import {
	facets,
	footer,
	foundCount,
	head,
	header,
	listed,
	listIsFilled,
	pane,
	pidOf,
	processCount,
	search,
	selectedPid,
	selectedRows,
} from './screen-parts.js';
import {type OpenTerminal, openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

describe.skipIf(!isLinux)('the list on a real terminal', () => {
	it('stands in its frame before the first sample and then lists the processes of this machine', async () => {
		const terminal = openTerminal();
		const screen = await terminal.waitFor(listIsFilled);
		expect(terminal.modes().alternateScreen).toBe(true);
		expect(header(screen)).toMatch(/^ daemon-top · /);
		expect(head(screen)).toMatch(/KIND▴\s+PID NAME/);
		expect(processCount(screen)).toBeGreaterThanOrEqual(listed(screen).length);
		const {rawBytes} = terminal.modes();
		const firstScreen = rawBytes.indexOf('Asking the system which processes run');
		expect(firstScreen).toBeGreaterThan(-1);
		expect(firstScreen).toBeLessThan(rawBytes.search(/\d processes/));

		terminal.press('/');
		terminal.write(`pid:${terminal.pid}`);
		const narrowed = await terminal.waitFor(after => facets(after).startsWith(` / pid:${terminal.pid} `) && foundCount(after) === 1);
		expect(listed(narrowed)).toHaveLength(1);
		expect(selectedRows(narrowed)[0]).toMatch(new RegExp(`^› .* ${terminal.pid} node cli\\.js `));
	});

	it('moves the selection by rows, pages and to the ends, and the pane follows it', async () => {
		const {word, pids} = startWaiters(30);
		const terminal = openTerminal();
		const screen = await search(terminal, word, pids.length);
		expect(listed(screen).map(pidOf)).toEqual(pids.slice(0, listed(screen).length));
		const page = listed(screen).length;
		const last = pids.length - 1;
		const steps: readonly (readonly [key: string, index: number])[] = [
			['down', 1],
			['j', 2],
			['up', 1],
			['k', 0],
			['k', 0],
			['pagedown', page],
			['pageup', 0],
			['end', last],
			['j', last],
			['home', 0],
			['G', last],
			['g', 0],
		];
		for (const [key, index] of steps) {
			terminal.press(key);
			const after = await terminal.waitFor(now => selectedPid(now) === pids[index] && footer(now).includes('q quit'));
			expect(selectedRows(after), key).toHaveLength(1);
			expect(pane(after)[0], key).toMatch(new RegExp(`cat · ${pids[index]}$`));
		}
	});

	it('shows the selected process in the pane by name and pid', async () => {
		const {word, pids} = startWaiters(3);
		const terminal = openTerminal();
		await search(terminal, word, pids.length);
		terminal.press('end');
		const screen = await terminal.waitFor(after => selectedPid(after) === pids[2]);
		expect(pane(screen)[0]).toMatch(new RegExp(`^ 1 Overview  2 Why .* cat · ${pids[2]}$`));
		expect(pane(screen).join('\n')).toContain('Started by');
	});

	it('is sorted by the column chosen in the menu, and turned round', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		await chooseInMenu(terminal, 's', 'Sort by', 'CPU%');
		const byCpu = await terminal.waitFor(screen => /CPU%▾/.test(head(screen)));
		expect(head(byCpu)).not.toContain('KIND▴');
		expect(footer(byCpu)).toContain('Sorted by CPU%, largest first.');
		terminal.press('I');
		await terminal.waitFor(screen => /CPU%▴/.test(head(screen)) && footer(screen).includes('Sorted by CPU%, smallest first.'));

		await chooseInMenu(terminal, 's', 'Sort by', 'MEM');
		terminal.press('home');
		const byMemory = await terminal.waitFor(screen => /MEM▾/.test(head(screen)) && (selectedRows(screen)[0] ?? '') === listed(screen)[0]);
		const sizes = memoryCells(byMemory);
		expect(sizes[0]).toBeGreaterThan(0);
		expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
		terminal.press('I');
		await terminal.waitFor(screen => /MEM▴/.test(head(screen)));
	});

	it('becomes a tree with branches and a flat list again', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		terminal.press('t');
		const tree = await terminal.waitFor(screen => footer(screen).includes('Tree: parents and children'));
		expect(head(tree)).not.toMatch(/[▴▾]/);
		terminal.press('home');
		await terminal.waitFor(screen => listed(screen).some(row => /[├└] \S/.test(row)) && selectedRows(screen).length === 1);
		terminal.press('t');
		const flat = await terminal.waitFor(screen => footer(screen).includes('Flat list.'));
		expect(listed(flat).some(row => /[├└]/.test(row))).toBe(false);
	});

	it('stands still while paused and catches up afterwards', async () => {
		const {word, pids, startOneMore} = startWaiters(3);
		const terminal = openTerminal();
		await search(terminal, word, pids.length);
		terminal.press('space');
		await terminal.waitFor(screen => header(screen).includes('PAUSED') && footer(screen).includes('Paused:'));
		startOneMore();
		terminal.press('r');
		const still = await terminal.waitFor(screen => footer(screen).includes('Sampling now.'));
		expect(facets(still)).toContain(`${pids.length} found`);
		terminal.press('space');
		const moving = await terminal.waitFor(screen => foundCount(screen) === pids.length + 1);
		expect(header(moving)).not.toContain('PAUSED');
	});
});

/** The bytes in the column MEM, of the rows in which a character is a cell. */
const memoryCells = (screen: Screen): readonly number[] => {
	const end = head(screen).indexOf('MEM▾') + 4;
	return listed(screen)
		.filter(row => stringWidth(row) === row.length)
		.map(row => {
			const [, number, unit = ''] = /([\d.]+)([KMGT]?)$/.exec(row.slice(end - 5, end)) ?? [];
			return Number(number ?? 0) * 1024 ** '_KMGT'.indexOf(unit || '_');
		});
};

const chosenLine = (screen: Screen): string => /│›\s*(.*?)\s*│/.exec(screen.join('\n'))?.[1] ?? '';

/** Opens a menu and goes down it, a line at a time, to the one that begins as wanted. */
const chooseInMenu = async (terminal: OpenTerminal, key: string, title: string, wanted: string): Promise<void> => {
	terminal.press(key);
	let screen = await terminal.waitFor(title);
	// the line of the present choice may stand below the wanted one
	for (let up = 0; up < 20 && !chosenLine(screen).startsWith('KIND'); up++) {
		const before = chosenLine(screen);
		terminal.press('up');
		screen = await terminal.waitFor(after => chosenLine(after) !== before);
	}

	while (!chosenLine(screen).startsWith(wanted)) {
		const before = chosenLine(screen);
		terminal.press('down');
		screen = await terminal.waitFor(after => chosenLine(after) !== before);
	}

	terminal.press('enter');
	await terminal.waitFor(after => chosenLine(after) === '');
};
