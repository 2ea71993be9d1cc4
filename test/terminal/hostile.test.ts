import process from 'node:process';
import {afterEach, beforeAll, describe, expect, test} from 'vitest';
import {cellsAfter, foreignIn} from './hostile-bytes.js';
import {linuxScene, macScene, numbers, type Scene} from './hostile-scenes.js';
import {removeMacRoots} from './mac-root.js';
import {removeProcRoots} from './proc-root.js';
import {buildIfMissing, isLinux, plainEnvironment, runProgram} from './program.js';
import {footer, header, listIsFilled} from './screen-parts.js';
import {type OpenTerminal, openTerminal} from './terminal.js';

beforeAll(buildIfMissing);
afterEach(() => {
	removeMacRoots();
	removeProcRoots();
});

const scenes: readonly (readonly [name: string, make: () => Scene])[] = [
	['Linux', linuxScene],
	['a Mac', macScene],
];

/** Presses a key and waits until one pressed afterwards has answered. */
const visit = async (terminal: OpenTerminal, key: string): Promise<void> => {
	terminal.press(key);
	// two keys that do nothing, so that the second answer is never taken for the one before
	for (const [idle, name] of [
		['_', '_'],
		['\x07', 'Ctrl-G'],
	] as const) {
		terminal.press(idle);
		await terminal.waitFor(screen => new RegExp(`^ ${name}:? `).test(footer(screen)));
	}

	expect(terminal.wrappedRows(), key).toBe(0);
};

/** Lists close by the key that opened them: an Esc would make Alt of what follows. */
const lists = ['s', 'f', 'x', 'p', '$', 'L', '?'] as const;
const panes = ['1', '2', '3', '4', '5', '6'] as const;

const quit = async (terminal: OpenTerminal): Promise<string> => {
	terminal.press('ctrl+c');
	expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
	return terminal.modes().rawBytes;
};

describe.skipIf(!isLinux || process.getuid?.() !== 0)('of what is hostile on', () => {
	describe.each(scenes)('%s,', (_, make) => {
		test.each([
			[120, 40],
			[80, 24],
		])(
			'no sequence reaches a terminal of %i x %i, and no row is too wide',
			async (columns, rows) => {
				const {args, env} = make();
				const terminal = openTerminal({args: [...args, '--lang', 'en'], columns, rows, env});
				await terminal.waitFor(screen => listIsFilled(screen) && /25 processes/.test(header(screen)));
				const visitAll = async (keys: readonly string[]): Promise<void> => {
					for (const key of keys) {
						await visit(terminal, key);
					}
				};

				await visitAll([...panes, 'v', 'F', 't', 'I', 'D', 'A', 'O', '0']);
				for (const key of lists) {
					await visitAll([key, 'pagedown', 'down', key]);
				}

				// every process in turn, in the pane of the learner and in that of the log
				await visitAll([...numbers.map(() => 'k'), '5', ...numbers.map(() => 'j')]);
				await visitAll(['enter', ...panes, 'pagedown']);
				expect(foreignIn(await quit(terminal), {isScreen: true})).toEqual([]);
			},
			90_000,
		);

		test('every row of the list ends where its pane begins', async () => {
			const {args, env} = make();
			const [columns, rows] = [180, 45];
			const terminal = openTerminal({args: [...args, '--lang', 'en'], columns, rows, env});
			await terminal.waitFor(screen => listIsFilled(screen) && /25 processes/.test(header(screen)));
			await visit(terminal, '2');
			const frame = await cellsAfter(terminal.modes().rawBytes, columns, rows);
			const body = frame.rows.slice(3, -1);
			const edge = body[0]?.indexOf('│') ?? -1;
			expect(edge).toBeGreaterThan(40);
			expect(body.map(row => row[edge])).toEqual(body.map(() => '│'));
			expect(frame.wrapped).toBe(0);
			await quit(terminal);
		});

		test.each([
			[['list']],
			[['list', '--tree', '--columns', 'pid,kind,name,service,user,what']],
			[['list', '--json']],
			[['list', '--csv']],
			[['why', '300', '--commands']],
			[['why', '305']],
			[['why', '303', '--json']],
			[['learn', '300']],
			[['learn', '303']],
		])('no sequence is in the answer of %j', async words => {
			const {args, env} = make();
			const {stdout, exitCode} = await runProgram([...words, ...args], {env: {...plainEnvironment(), ...env}});
			expect(stdout.length).toBeGreaterThan(20);
			expect(exitCode).toBeLessThan(2);
			expect(foreignIn(stdout, {isScreen: false})).toEqual([]);
		});

		test('no sequence is in what is said line by line', async () => {
			const {args, env} = make();
			const terminal = openTerminal({args: [...args, '--accessible', '--lang', 'en'], columns: 100, rows: 300, env});
			for (const line of ['list', 'show 300', 'why', 'logs', 'config', 'sockets', 'learn', 'commands', 'quit']) {
				terminal.write(`${line}\r`);
			}

			await terminal.exited;
			expect(foreignIn(terminal.modes().rawBytes, {isScreen: true})).toEqual([]);
		});
	});
});
