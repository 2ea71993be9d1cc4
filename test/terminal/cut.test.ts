import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, isLinux, runProgram, temporaryFolder} from './program.js';
import {footer, listIsFilled} from './screen-parts.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);

const whole = gunzipSync(readFileSync(path.resolve(import.meta.dirname, '../recordings/debian-12-panes.jsonl.gz')));

/** A recording of which only the beginning is left. */
const cutAt = (length: number): string => {
	const file = path.join(temporaryFolder(), 'cut.jsonl');
	writeFileSync(file, whole.subarray(0, length));
	return file;
};

const lengths = [0, 1, 60, 200, 1000, ...Array.from({length: 8}, (_, index) => Math.floor((whole.length * (index + 1)) / 9) - index * 7)];

describe.skipIf(!isLinux)('a recording that is cut', () => {
	it.each(lengths)('after %i bytes is listed, or refused with a sentence', async length => {
		const {stdout, stderr, exitCode} = await runProgram(['list', '--replay', cutAt(length), '--lang', 'en']);
		expect(stderr).not.toMatch(/\n\s+at |unexpected/i);
		expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(4);
		expect([exitCode, stdout === '', stderr === '']).toEqual(exitCode === 0 ? [0, false, false] : [1, true, false]);
	});

	it('in the middle opens on the screen, with every pane', async () => {
		const terminal = openTerminal({args: ['replay', cutAt(Math.floor(whole.length * 0.6)), '--lang', 'en']});
		await terminal.waitFor(listIsFilled);
		for (const key of ['1', '2', '3', '4', '5', '6', 'j', '4']) {
			terminal.press(key, '_');
			await terminal.waitFor(screen => /^ _:? /.test(footer(screen)));
			terminal.press('\x07');
			await terminal.waitFor(screen => /^ Ctrl-G:? /.test(footer(screen)));
			expect(terminal.wrappedRows()).toBe(0);
		}

		terminal.press('ctrl+c');
		expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
	});
});
