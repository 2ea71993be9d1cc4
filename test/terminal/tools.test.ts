import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, hungTools, isLinux, plainEnvironment, runProgram, temporaryFolder, until} from './program.js';
import {facets, footer, foundCount, header, listed, listIsFilled} from './screen-parts.js';
import {openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

type Kinds = ReadonlyMap<string, string>;

const kindsWith = async (path: string | undefined): Promise<Kinds> => {
	const env = path === undefined ? plainEnvironment() : {...plainEnvironment(), PATH: path};
	const {stdout, exitCode} = await runProgram(['list', '--json'], {env});
	expect(exitCode).toBe(0);
	const {processes} = JSON.parse(stdout) as {processes: readonly {key: string; name: string; kind: string}[]};
	return new Map(processes.map(({key, kind}) => [key, kind]));
};

/** Processes come and go, and become something else: what is the same before and afterwards was so in between. */
const unchanged = (before: Kinds, after: Kinds): Kinds => new Map([...before].filter(([key, kind]) => after.get(key) === kind));

const patienceMs = 15_000;

describe.skipIf(!isLinux)('without the tools of the system', () => {
	const tools: readonly (readonly [state: string, make: () => {folder: string; sleepers: () => readonly number[]}])[] = [
		['missing', () => ({folder: temporaryFolder(), sleepers: () => []})],
		['hung', hungTools],
	];

	it.each(tools)(
		'lists the same processes and kinds, when the tools are %s',
		async (_, make) => {
			const {folder, sleepers} = make();
			const before = await kindsWith(undefined);
			const startedAt = performance.now();
			const kinds = await kindsWith(folder);
			const tookMs = performance.now() - startedAt;
			const expected = unchanged(before, await kindsWith(undefined));
			expect(expected.size).toBeGreaterThan(2);
			expect(new Map([...kinds].filter(([key]) => expected.has(key)).sort())).toEqual(new Map([...expected].sort()));
			expect(tookMs).toBeLessThan(patienceMs);
			expect(await until(() => sleepers().length === 0), 'no tool outlives the program').toBe(true);
		},
		60_000,
	);

	it.each(tools)('draws the explorer and answers keys, when the tools are %s', async (_, make) => {
		const {folder, sleepers} = make();
		const terminal = openTerminal({env: {PATH: folder}});
		const screen = await terminal.waitFor(listIsFilled);
		expect(listed(screen).length).toBeGreaterThan(1);
		// processes of other tests come and go: the list stands still while a row is compared with the next
		terminal.press('space');
		await terminal.waitFor(after => footer(after).startsWith(' Paused'));
		const selectedLine = (after: Screen): number => listed(after).findIndex(row => row.startsWith('› '));
		terminal.press('g');
		await terminal.waitFor(after => selectedLine(after) === 0);
		terminal.press('j');
		await terminal.waitFor(after => selectedLine(after) === 1);
		terminal.press('space');
		terminal.press('/');
		terminal.write(`pid:${terminal.pid}`);
		await terminal.waitFor(
			after => facets(after).startsWith(` / pid:${terminal.pid} `) && foundCount(after) === 1 && footer(after).includes('Enter keep'),
		);
		terminal.press('enter');
		await terminal.waitFor(after => footer(after).includes('1 found.') && /\d+ processes/.test(header(after)));
		terminal.press('q');
		expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
		expect(await until(() => sleepers().length === 0), 'no tool outlives the program').toBe(true);
	});
});
