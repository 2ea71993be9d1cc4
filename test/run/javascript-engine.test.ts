import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

let folder: string;

/** A program that throws much away and keeps a little, as a monitor does. It tells how large the space for young objects was, and which flags were set. */
const program = `
import v8 from 'node:v8';
import {keepMemorySmall} from './engine.mjs';
const isKept = process.argv[2] === 'kept';
const flags = [];
const setFlags = v8.setFlagsFromString;
v8.setFlagsFromString = flag => {
	flags.push(flag);
	setFlags(flag);
};
const youngMb = () => v8.getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space').space_size / 1024 ** 2;
const sizes = [];
const look = () => {
	if (isKept) {
		keepMemorySmall();
	}
	sizes.push({mb: youngMb(), flags: flags.length});
};
look();
const ring = Array.from({length: 200_000}, () => null);
let next = 0;
for (let round = 0; round < 60; round++) {
	for (let count = 0; count < 30_000; count++) {
		ring[next++ % ring.length] = {count, text: [round, count, next]};
	}
	look();
}
console.log(JSON.stringify({sizes, flags}));
`;

/** Tells which flags are set on an engine that says it is another one, and what is set on this one without a complaint. */
const late = `
import v8 from 'node:v8';
import {compileLate} from './engine.mjs';
const [version, arch] = process.argv.slice(2);
const flags = [];
if (version) {
	Object.defineProperty(process, 'versions', {value: {...process.versions, v8: version}});
	Object.defineProperty(process, 'arch', {value: arch});
	v8.setFlagsFromString = flag => flags.push(flag);
}
compileLate();
console.log(JSON.stringify(flags));
`;

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-engine-'));
	await build({
		entryPoints: [path.resolve(import.meta.dirname, '../../source/run/javascript-engine.ts')],
		outfile: path.join(folder, 'engine.mjs'),
		format: 'esm',
		platform: 'node',
	});
	writeFileSync(path.join(folder, 'program.mjs'), program);
	writeFileSync(path.join(folder, 'late.mjs'), late);
});
afterAll(() => rmSync(folder, {recursive: true}));

type Told = {sizes: readonly {mb: number; flags: number}[]; flags: readonly string[]};

const runFile = (file: string, args: readonly string[]): unknown => {
	const {NODE_OPTIONS: _options, ...env} = process.env;
	const {stdout, stderr} = spawnSync(process.execPath, [path.join(folder, file), ...args], {encoding: 'utf8', env});
	expect(stderr).toBe('');
	return JSON.parse(stdout);
};

const run = (...args: readonly string[]): Told => runFile('program.mjs', args) as Told;

describe('the space for young objects', () => {
	test('no longer grows when it is large enough, and is told so once', () => {
		const {sizes, flags} = run('kept');
		expect(flags).toHaveLength(1);
		const told = sizes.findIndex(each => each.flags === 1);
		const atThatTime = sizes[told]?.mb ?? 0;
		expect(atThatTime).toBeGreaterThanOrEqual(4);
		expect(sizes.slice(told).every(({mb}) => mb <= atThatTime)).toBe(true);
		expect(sizes[0]).toMatchObject({flags: 0});
		expect(sizes.slice(0, told).every(({mb}) => mb < 4)).toBe(true);
	});

	test('grows further where nobody says so', () => {
		const [kept, free] = [run('kept'), run()].map(({sizes}) => Math.max(...sizes.map(({mb}) => mb)));
		expect(free).toBeGreaterThan((kept ?? 0) * 1.5);
	});
});

describe('compiling late', () => {
	const quickly = '--invocation-count-for-maglev=8000';
	const well = '--invocation-count-for-turbofan=60000';

	test.each([
		['11.3.244.8-node.38', 'x64', []],
		['12.4.254.21-node.57', 'x64', []],
		['13.6.233.17-node.53', 'x64', [quickly, well]],
		['14.6.202.34-node.34', 'arm64', [quickly, well]],
		['14.6.202.34-node.34', 'riscv64', []],
		['15.0.1', 'x64', []],
	])('asks V8 %s on %s for what it is known to understand: %j', (version, arch, flags) => {
		expect(runFile('late.mjs', [version, arch])).toEqual(flags);
	});

	test('is nothing that this engine would complain of', () => {
		expect(runFile('late.mjs', [])).toEqual([]);
	});
});
