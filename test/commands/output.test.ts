import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {Ajv2020} from 'ajv/dist/2020.js';
import {beforeAll, describe, expect, test} from 'vitest';
import {columnIds} from '../../source/columns.js';

const root = path.resolve(import.meta.dirname, '../..');
const entry = path.join(root, 'dist/cli.js');
const schema = JSON.parse(readFileSync(path.join(root, 'dist/output.schema.json'), 'utf8'));

const run = async (...args: readonly string[]): Promise<{stdout: string; stderr: string; code: number}> => {
	try {
		const {stdout, stderr} = await promisify(execFile)(process.execPath, [entry, ...args], {maxBuffer: 64 * 1024 * 1024});
		return {stdout, stderr, code: 0};
	} catch (error) {
		const {stdout, stderr, code} = error as {stdout: string; stderr: string; code: number};
		return {stdout, stderr, code};
	}
};

describe.skipIf(process.platform !== 'linux')('what the commands print', () => {
	const ajv = new Ajv2020({allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true});
	const validate = ajv.compile(schema);
	const problems = (value: unknown): readonly unknown[] => (validate(value) ? [] : (validate.errors ?? []).slice(0, 3));
	let listed: {processes: {pid: number; name: string; kind: string; tags: string[]; cpuPercent: number | null}[]};

	beforeAll(async () => {
		listed = JSON.parse((await run('list', '--json')).stdout);
	});

	test('list --json keeps to the schema that is shipped', () => {
		expect(problems(listed)).toEqual([]);
	});

	test('the schema is strict: an unknown field and a wrong kind are refused', () => {
		expect(problems({...listed, extra: 1})).not.toEqual([]);
		expect(problems({...listed, processes: [{...listed.processes[0], kind: 'demon'}]})).not.toEqual([]);
	});

	test('why --json keeps to the schema, for a pid, a unit that is not there and a port that nobody uses', async () => {
		const [first, missing, port] = await Promise.all([
			run('why', '1', '--json'),
			run('why', 'no-such-thing-at-all', '--json'),
			run('why', ':1', '--json'),
		]);
		for (const {stdout} of [first, missing, port]) {
			expect(problems(JSON.parse(stdout))).toEqual([]);
		}

		expect(missing.code).toBe(3);
	});

	test('the program finds itself, marked as itself', () => {
		expect(listed.processes.filter(({tags}) => tags.includes('self')).length).toBeGreaterThan(0);
	});

	test('in a single sample CPU is unknown, not 0', async () => {
		expect(listed.processes.every(({cpuPercent}) => cpuPercent === null)).toBe(true);
		const twice = JSON.parse((await run('list', '--json', '--columns', 'cpu')).stdout);
		expect(twice.processes.some(({cpuPercent}: {cpuPercent: number | null}) => cpuPercent !== null)).toBe(true);
	});

	test('CSV has a line of column ids and as many fields in each line', async () => {
		const {stdout} = await run('list', '--csv', '--columns', 'pid,kind,mem');
		const lines = stdout.trimEnd().split('\r\n');
		expect(lines[0]).toBe('pid,kind,mem');
		expect(lines.slice(1).every(line => /^\d+,[a-z-]+,\d*$/.test(line))).toBe(true);
	});

	test('a list is sorted by the column asked for, and the other way round with a minus', async () => {
		const pids = async (sort: string): Promise<readonly number[]> =>
			(await run('list', '--csv', '--columns', 'pid', `--sort=${sort}`)).stdout.trim().split('\r\n').slice(1).map(Number);
		const up = await pids('pid');
		expect(up).toEqual([...up].sort((a, b) => a - b));
		const down = await pids('-pid');
		expect(down).toEqual([...down].sort((a, b) => b - a));
	});

	test('columns in the wrong order of the table come in the order asked for, and help lists all', async () => {
		expect((await run('list', '--csv', '--columns', 'name,pid')).stdout.split('\r\n')[0]).toBe('name,pid');
		const {stdout} = await run('list', '--columns', 'help');
		expect(columnIds.filter(id => !stdout.includes(`${id} `))).toEqual([]);
	});

	test('a tree puts children behind their parents', async () => {
		const {stdout} = await run('list', '--tree', '--csv', '--columns', 'pid,ppid');
		const rows = stdout
			.trim()
			.split('\r\n')
			.slice(1)
			.map(line => line.split(',').map(Number));
		const seen = new Set<number>();
		const misplaced = rows.filter(([pid, ppid]) => {
			const isLate = rows.some(([other]) => other === ppid) && !seen.has(ppid ?? 0);
			seen.add(pid ?? 0);
			return isLate;
		});
		expect(misplaced).toEqual([]);
	});

	test('only the kinds asked for are listed', async () => {
		const {stdout} = await run('list', '--csv', '--columns', 'kind', '--kind', 'init,kernel');
		const found = new Set(stdout.trim().split('\r\n').slice(1));
		expect([...found].filter(kind => kind !== 'init' && kind !== 'kernel')).toEqual([]);
		expect(found.has('init')).toBe(true);
	});
});
