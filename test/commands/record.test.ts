import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import type {Context} from '../../source/commands/context.js';
import {record} from '../../source/commands/record.js';
import {defaultSettings} from '../../source/commands/settings.js';
import {textOf} from '../../source/text/text.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'daemon-top-record-'));
afterAll(() => rmSync(folder, {recursive: true}));

describe.skipIf(process.platform !== 'linux')('a recording', () => {
	test.each([
		['of the configuration file', {}, 500, 2],
		['of the command line before it', {delay: '3600'}, 500, 1],
	] as const)('has samples at the interval %s', async (name, values, intervalMs, samples) => {
		const said: string[] = [];
		const file = path.join(folder, `${name}.jsonl`);
		const context = {
			arguments: {command: 'record', isNamed: true, words: [file], values: {for: '2', ...values}},
			text: textOf('en'),
			stderr: {isTTY: false, write: (text: string) => said.push(text) > 0},
			environment: {},
			settings: {...defaultSettings, intervalMs},
		} as unknown as Context;
		expect(await record(context)).toBe(0);
		const [, count] = /: (\d+) samples?,/.exec(said.join('')) ?? [];
		expect(samples === 1 ? count === '1' : Number(count) >= samples).toBe(true);
		expect(readFileSync(file, 'utf8')).toContain('"format"');
	});
});
