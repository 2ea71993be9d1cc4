import process from 'node:process';
import {afterEach, beforeAll, describe, expect, test} from 'vitest';
import {foreignIn} from './hostile-bytes.js';
import type {Scene} from './hostile-scenes.js';
import {longLinuxScene, longMacScene} from './long-scenes.js';
import {removeMacRoots} from './mac-root.js';
import {removeProcRoots} from './proc-root.js';
import {buildIfMissing, isLinux, plainEnvironment, runProgram} from './program.js';
import {footer, header, listIsFilled} from './screen-parts.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);
afterEach(() => {
	removeMacRoots();
	removeProcRoots();
});

const scenes: readonly (readonly [name: string, make: () => Scene])[] = [
	['Linux', longLinuxScene],
	['a Mac', longMacScene],
];

/** Far more than a key takes, and far less than a hang. */
const patienceMs = 5000;

describe.skipIf(!isLinux || process.getuid?.() !== 0)('with a megabyte in every field of', () => {
	describe.each(scenes)('%s,', (_, make) => {
		test('every pane is drawn whole, every key is answered, and no sequence reaches the terminal', async () => {
			const {args, env} = make();
			const terminal = openTerminal({args: [...args, '--lang', 'en'], columns: 120, rows: 40, env});
			await terminal.waitFor(screen => listIsFilled(screen) && /4 processes/.test(header(screen)), 30_000);
			const took: string[] = [];
			for (const key of ['1', '2', '3', '4', '5', '6', 'j', '1', '4', '5', '6', 'j', '1', 'j', 'enter', '4', 'end']) {
				const startedAt = performance.now();
				terminal.press(key, '_');
				await terminal.waitFor(screen => /^ _:? /.test(footer(screen)), patienceMs);
				terminal.press('\x07');
				await terminal.waitFor(screen => /^ Ctrl-G:? /.test(footer(screen)), patienceMs);
				took.push(`${key} ${Math.round(performance.now() - startedAt)}`);
				expect(terminal.wrappedRows(), key).toBe(0);
			}

			console.info(`a megabyte in every field: two keys in ms: ${took.join(', ')}`);

			terminal.press('ctrl+c');
			expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
			expect(foreignIn(terminal.modes().rawBytes, {isScreen: true})).toEqual([]);
		}, 90_000);

		test.each([[['list']], [['list', '--json']], [['why', '300']], [['why', '301', '--json']], [['learn', '300']]])(
			'the answer of %j comes soon and holds no sequence',
			async words => {
				const {args, env} = make();
				const {stdout, exitCode} = await runProgram([...words, ...args], {env: {...plainEnvironment(), ...env}, timeout: 15_000});
				expect(exitCode).toBeLessThan(2);
				expect(stdout.length).toBeGreaterThan(20);
				expect(foreignIn(stdout, {isScreen: false})).toEqual([]);
			},
			30_000,
		);
	});
});
