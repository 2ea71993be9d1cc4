import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, isLinux, startWaiters} from './program.js';
import {facets, footer, head, listed, listIsFilled, pane, search, selectedPid, selectedRows} from './screen-parts.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);

describe.skipIf(!isLinux)('filters, panes and help on a real terminal', () => {
	it('limits the list to daemons, counts what that hides, and shows all again', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		terminal.press('D');
		const limited = await terminal.waitFor(screen => /^ Daemons\. \d+ hidden\. 0: all\.$/.test(footer(screen)));
		const hidden = Number(/(\d+) hidden$/.exec(facets(limited))?.[1]);
		const [, all, daemons] = /All (\d+) .*● Daemons (\d+) /.exec(facets(limited)) ?? [];
		expect(hidden).toBeGreaterThan(0);
		expect(hidden).toBe(Number(all) - Number(daemons));
		expect(listed(limited).every(row => /^[› ] ● daemon|None running/.test(row))).toBe(true);
		terminal.press('0');
		const unlimited = await terminal.waitFor(screen => footer(screen).includes('All kinds.'));
		expect(facets(unlimited)).not.toContain('hidden');
		expect(facets(unlimited)).toContain('/ search');
	});

	it('offers every kind with its count in a menu, and limits the list to the one chosen', async () => {
		const terminal = openTerminal({rows: 40});
		await terminal.waitFor(listIsFilled);
		terminal.press('f');
		const menu = (await terminal.waitFor('─ Show ─')).join('\n');
		for (const kind of ['All', 'Daemons', 'Agents', 'Background apps', 'Apps', 'Managed jobs', 'Interactive programs', 'Unknown']) {
			expect(menu).toMatch(new RegExp(`│.* ${kind} +\\d+ │`));
		}

		terminal.press('down');
		await terminal.waitFor(/│› ● Daemons/);
		terminal.press('enter');
		const limited = await terminal.waitFor(screen => /^ Daemons\. \d+ hidden/.test(footer(screen)));
		expect(limited.join('\n')).not.toContain('─ Show ─');
	});

	it('closes a menu without a choice', async () => {
		const terminal = openTerminal();
		const before = await terminal.waitFor(listIsFilled);
		terminal.press('s');
		await terminal.waitFor('─ Sort by ─');
		terminal.press('escape');
		const after = await terminal.waitFor(screen => !screen.join('\n').includes('─ Sort by ─') && listIsFilled(screen));
		expect(head(after)).toBe(head(before));
	});

	it('explains a verdict in the pane, which opens on the whole screen and closes', async () => {
		const {word, pids} = startWaiters(2);
		const terminal = openTerminal({rows: 40});
		await search(terminal, word, pids.length);
		terminal.press('w');
		const below = await terminal.waitFor(screen => pane(screen).join('\n').includes('Speaks for it'));
		expect(selectedPid(below)).toBe(pids[0]);
		terminal.press('enter');
		const full = await terminal.waitFor(screen => /^ 1 Overview {2}2 Why {2}3 Sockets .* cat · \d+$/.test(screen[2] ?? ''));
		expect(full.join('\n')).toContain('Speaks for it');
		expect(selectedRows(full)).toHaveLength(0);
		terminal.press('escape');
		const closed = await terminal.waitFor(listIsFilled);
		expect(pane(closed).join('\n')).toContain('Speaks for it');

		terminal.press('1');
		await terminal.waitFor(screen => pane(screen).join('\n').includes('Started by'));
		terminal.press('2');
		await terminal.waitFor(screen => pane(screen).join('\n').includes('Speaks for it'));
		terminal.press('tab');
		await terminal.waitFor(screen => /[Ll]istens|Unix socket|connections/.test(pane(screen).join('\n')));
		terminal.press('shift+tab', 'shift+tab');
		await terminal.waitFor(screen => pane(screen).join('\n').includes('Started by'));
	});

	it('lists its keys in a help that closes again', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		terminal.press('?');
		const help = await terminal.waitFor('Esc close');
		expect(help.join('\n')).toMatch(/↓ j +one process down/);
		terminal.press('pagedown');
		await terminal.waitFor(screen => !/↓ j +one process down/.test(screen.join('\n')));
		terminal.press('escape');
		const closed = await terminal.waitFor(listIsFilled);
		expect(closed.join('\n')).not.toContain('Esc close');
	});
});
