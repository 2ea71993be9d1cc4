// Measures the built program in a real pseudo-terminal of 160 × 50, from outside, and prints a table.
//   npm run bench                      alone, and with 500 more processes
//   npm run bench -- --extra 0,2000    other crowds
//   npm run bench -- --json            the figures as JSON
//   npm run bench -- --runs 3 --seconds 8 --refreshes 4    fewer starts, a shorter rest, fewer keys
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import {setTimeout as wait} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {pressKeys} from './bench/keys.mjs';
import {typeSearch} from './bench/search.mjs';
import {spreadOf} from './bench/statistics.mjs';
import {system} from './bench/system.mjs';
import {betweenRefreshesMs, eachFrame, environment, openExplorer, program, refreshesIn, size} from './bench/terminal.mjs';

const {values} = parseArgs({
	options: {
		extra: {type: 'string', default: '0,500'},
		runs: {type: 'string', default: '5'},
		seconds: {type: 'string', default: '20'},
		refreshes: {type: 'string', default: '12'},
		json: {type: 'boolean', default: false},
	},
});
const numberOf = (name, lowest) => {
	const number = Number(values[name]);
	if (!Number.isSafeInteger(number) || number < lowest) {
		throw new Error(`--${name} takes a whole number from ${lowest}`);
	}

	return number;
};
const runs = numberOf('runs', 1);
const restSeconds = numberOf('seconds', 5);
const refreshes = numberOf('refreshes', 1);
const crowds = values.extra.split(',').map(Number);
if (!crowds.every(count => Number.isSafeInteger(count) && count >= 0 && count <= 50_000)) {
	throw new Error('--extra takes numbers with commas between them, as 0,500');
}

/** What is done once after the start is over by then: code compiled, services asked. */
const settleMs = 6000;

const note = line => process.stderr.write(`${line}\n`);

/** So many more processes that sleep. They read from a pipe that this process holds, and leave with it however it ends. */
const gather = async count => {
	if (count === 0) {
		return async () => undefined;
	}

	const loop = 'exec 3<&0; i=0; while [ $i -lt "$1" ]; do cat <&3 >/dev/null & i=$((i+1)); done; echo ready; wait';
	const shell = spawn('/bin/sh', ['-c', loop, 'crowd', String(count)], {stdio: ['pipe', 'pipe', 'inherit'], env: environment});
	const ended = new Promise(resolve => shell.once('exit', resolve));
	await Promise.race([new Promise(resolve => shell.stdout.once('data', resolve)), ended]);
	await wait(1500);
	return async () => {
		shell.stdin.end();
		await ended;
	};
};

/** The list stands below header, facets and column heads; kind and name are the beginning of each row. */
const [headRows, nameColumns] = [3, 42];

/** When a row first names a process that lives. Names may be cut, as columns and the kernel do. */
const usefulAt = async chunks => {
	const names = [...system.processes().values()].filter(name => name.length > 2).map(name => ` ${name.slice(0, 12)}`);
	const isUseful = text => names.some(name => text.includes(name));
	let found = null;
	await eachFrame(chunks, (at, line) => {
		const rows = Array.from(
			{length: size.rows - headRows},
			(_, row) => line(row + headRows)?.translateToString(true, 0, nameColumns) ?? '',
		);
		if (rows.some(isUseful)) {
			found = at;
			return 'enough';
		}
	});
	return found;
};

const measureStart = async () => {
	const opened = openExplorer();
	let useful = null;
	for (let look = 0; look < 10 && useful === null; look++) {
		await wait(1500);
		await opened.quiet(250);
		useful = await usefulAt(opened.chunks);
	}

	await opened.close();
	return {firstByte: (opened.chunks[0]?.at ?? Number.NaN) - opened.startedAt, useful: useful === null ? null : useful - opened.startedAt};
};

const wallOf = args => {
	const startedAt = performance.now();
	const {status} = spawnSync(process.execPath, args, {env: environment, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28});
	if (status !== 0) {
		throw new Error(`node ${args.join(' ')} ended with ${status}`);
	}

	return performance.now() - startedAt;
};

/** Both in turn, so that what else runs on the machine meets both alike. */
const measureList = () => {
	const pairs = Array.from({length: 9}, () => [wallOf(['-e', '0']), wallOf([program, 'list'])]);
	return {bareNodeMs: spreadOf(pairs.map(([bare]) => bare)).median, listMs: spreadOf(pairs.map(([, list]) => list)).median};
};

const measureRunning = async () => {
	const opened = openExplorer();
	await wait(settleMs);
	await opened.quiet(betweenRefreshesMs);
	const rssAtStart = system.rssBytes(opened.pid);
	const from = performance.now();
	const cpuBefore = system.cpuSeconds(opened.pid);
	await wait(restSeconds * 1000);
	const cpu = (system.cpuSeconds(opened.pid) - cpuBefore) / ((performance.now() - from) / 1000);
	const seen = refreshesIn(opened.chunks, from);
	await opened.quiet(betweenRefreshesMs);
	const last = refreshesIn(opened.chunks, from).at(-1)?.startAt ?? performance.now();
	const keys = await pressKeys(opened, refreshes, last);
	const letters = await typeSearch(opened);
	const rssAfter = system.rssBytes(opened.pid);
	await opened.close();
	const [busy, idle] = [keys.filter(({isBusy}) => isBusy), keys.filter(({isBusy}) => !isBusy)];
	return {
		cpuPercent: cpu * 100,
		bytesPerRefresh: spreadOf(seen.map(({bytes}) => bytes)).median,
		bytesPerKey: spreadOf(idle.map(({bytes}) => bytes)).median,
		keyAtRestMs: spreadOf(idle.map(({latency}) => latency)),
		keyInRefreshMs: spreadOf(busy.map(({latency}) => latency)),
		searchMs: spreadOf(letters),
		keysWithoutEffect: [...keys.map(({latency}) => latency), ...letters].filter(latency => latency === null).length,
		rssAtStart,
		rssAfter,
	};
};

const measure = async extra => {
	note(`with ${extra} more processes …`);
	const dismiss = await gather(extra);
	try {
		const processes = system.processes().size;
		const starts = [];
		for (let run = 0; run < runs; run++) {
			starts.push(await measureStart());
		}

		return {
			extra,
			processes,
			firstByteMs: spreadOf(starts.map(({firstByte}) => firstByte)).median,
			firstUsefulMs: spreadOf(starts.map(({useful}) => useful)).median,
			...measureList(),
			...(await measureRunning()),
		};
	} finally {
		await dismiss();
	}
};

const milliseconds = number => (number === null ? '–' : number.toFixed(number < 20 ? 1 : 0));
const keyCell = ({median, p95, worst}) => `${milliseconds(median)} / ${milliseconds(p95)} / ${milliseconds(worst)}`;
const megabytes = bytes => (bytes / 1024 ** 2).toFixed(0);

const rows = [
	['first byte, ms', ({firstByteMs}) => milliseconds(firstByteMs)],
	['first useful frame, ms', ({firstUsefulMs}) => milliseconds(firstUsefulMs)],
	[
		'`list`, ms (bare Node)',
		({listMs, bareNodeMs}) => `${milliseconds(listMs)} (${milliseconds(bareNodeMs)}, × ${(listMs / bareNodeMs).toFixed(2)})`,
	],
	['CPU at rest, %', ({cpuPercent}) => cpuPercent.toFixed(2)],
	['key at rest, median / p95 / worst, ms', ({keyAtRestMs}) => keyCell(keyAtRestMs)],
	['key during a refresh, median / p95 / worst, ms', ({keyInRefreshMs}) => keyCell(keyInRefreshMs)],
	['letter of a search, median / p95 / worst, ms', ({searchMs}) => keyCell(searchMs)],
	['bytes per key', ({bytesPerKey}) => String(bytesPerKey ?? '–')],
	['bytes per refresh', ({bytesPerRefresh}) => String(bytesPerRefresh ?? '–')],
	['resident memory at start / after, MB', ({rssAtStart, rssAfter}) => `${megabytes(rssAtStart)} / ${megabytes(rssAfter)}`],
];

const tableOf = columns =>
	[
		['', ...columns.map(({processes}) => `${processes} processes`)],
		['---', ...columns.map(() => '---:')],
		...rows.map(([title, cell]) => [title, ...columns.map(cell)]),
	].map(cells => `| ${cells.join(' | ')} |`);

if (!fs.existsSync(program)) {
	throw new Error('no dist/cli.js to measure: npm run build makes it');
}

const cpus = os.cpus();
const machine = {
	cores: cpus.length,
	processor: cpus[0]?.model ?? null,
	kernel: `${os.type()} ${os.release()}`,
	architecture: process.arch,
	node: process.version,
};
const results = [];
for (const extra of crowds) {
	results.push(await measure(extra));
}

const lost = results.reduce((sum, {keysWithoutEffect}) => sum + keysWithoutEffect, 0);
const printed = values.json
	? [JSON.stringify({machine, size, restSeconds, runs, results}, null, '\t')]
	: [
			`${machine.cores} cores (${machine.processor}), ${machine.kernel} ${machine.architecture}, Node ${machine.node}, ${size.cols} × ${size.rows}, a refresh every 2 s`,
			'',
			...tableOf(results),
			...(lost > 0 ? ['', `${lost} keys moved nothing, and are left out`] : []),
		];
process.stdout.write(printed.map(line => `${line}\n`).join(''));
