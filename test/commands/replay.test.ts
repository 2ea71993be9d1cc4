import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

const entry = path.resolve(import.meta.dirname, '../../dist/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-test-'));
const file = path.join(folder, 'machine.jsonl');

const run = async (...args: readonly string[]): Promise<{stdout: string; stderr: string; code: number}> => {
	try {
		const {stdout, stderr} = await promisify(execFile)(process.execPath, [entry, ...args], {maxBuffer: 64 * 1024 * 1024});
		return {stdout, stderr, code: 0};
	} catch (error) {
		return error as {stdout: string; stderr: string; code: number};
	}
};

type Listed = {host: {release: string}; processes: {key: string; kind: string; name: string; evidence: {rule: string}[]}[]};
const list = async (recording: string): Promise<Listed> => JSON.parse((await run('list', '--json', '--replay', recording)).stdout);

describe.skipIf(process.platform !== 'linux')('a recording', () => {
	beforeAll(async () => {
		await run('record', file, '--for', '1s', '--delay', '500ms');
	});
	afterAll(() => rmSync(folder, {recursive: true}));

	test('belongs to its owner alone and is never overwritten', async () => {
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const again = await run('record', file, '--for', '1s');
		expect(again.code).toBe(1);
		expect(again.stderr).toContain('never overwrites');
	});

	test('opens with the processes it was made of, and says the same each time', async () => {
		const [first, second] = [await list(file), await list(file)];
		expect(first.processes.length).toBeGreaterThan(1);
		expect(second).toEqual(first);
		expect(first.processes.some(({evidence}) => evidence.length > 0)).toBe(true);
	});

	test('that is cut in its last line shows the rest, and says that it is cut', async () => {
		const cut = path.join(folder, 'cut.jsonl');
		writeFileSync(cut, readFileSync(file, 'utf8').slice(0, -10));
		const {stdout, stderr, code} = await run('list', '--csv', '--columns', 'pid', '--replay', cut);
		expect(stdout.trim().split('\n').length).toBeGreaterThan(2);
		expect(stderr).toContain('cut.jsonl is cut short');
		expect(code).toBe(0);
	});

	test('asks nothing of this machine: cut after its header it is refused with a sentence', async () => {
		const cut = path.join(folder, 'header.jsonl');
		writeFileSync(cut, `${readFileSync(file, 'utf8').split('\n')[0]}\n`);
		const {stdout, stderr, code} = await run('list', '--csv', '--columns', 'pid', '--replay', cut);
		expect(stdout).toBe('');
		expect(stderr).toContain('was cut short before it lists any process');
		expect(code).toBe(1);
	});

	test.each([
		['is not there', 'nowhere.jsonl', null],
		['is empty', 'empty.jsonl', ''],
		['is no recording', 'foreign.jsonl', '{"hello": 1}\n'],
		[
			'newer daemon-top',
			'newer.jsonl',
			'{"format":"daemon-top-recording","version":99,"tool":"x","platform":"linux","startedAt":0,"pid":1,"uid":0}\n',
		],
		[
			'damaged at line 2',
			'damaged.jsonl',
			'{"format":"daemon-top-recording","version":1,"tool":"x","platform":"linux","startedAt":0,"pid":1,"uid":0}\n{"at":\n{"at":1}\n',
		],
	])('that %s gets a sentence', async (sentence, name, content) => {
		const broken = path.join(folder, name);
		if (content !== null) {
			writeFileSync(broken, content);
		}

		const {stderr, code} = await run('list', '--replay', broken);
		expect(stderr).toContain(sentence);
		expect(stderr.split('\n').length).toBe(2);
		expect(code).toBe(1);
	});

	test('that is redacted gives the same kinds', async () => {
		const redacted = path.join(folder, 'redacted.jsonl');
		await run('record', redacted, '--for', '1s', '--redact');
		const kinds = new Map((await list(file)).processes.map(({key, kind}) => [key, kind]));
		const both = (await list(redacted)).processes.filter(({key}) => kinds.has(key));
		expect(both.length).toBeGreaterThan(1);
		expect(both.filter(({key, kind}) => kinds.get(key) !== kind)).toEqual([]);
	});
});
