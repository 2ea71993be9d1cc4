// Gives every parser texts that nobody thought of: real ones that were broken, soups of their words, bytes, and ever longer ones.
//   npm run fuzz                                       20000 cases each
//   npm run fuzz -- --cases 1000000 --only parseSs     a million for the parsers whose name holds this word
//   npm run fuzz -- --seed 5                           other texts; the same seed gives the same ones
//   npm run fuzz -- --growth 0                         without the look at how time grows (40 texts each)
import {writeSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {Worker} from 'node:worker_threads';
import {createViteServer} from 'vitest/node';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const {values} = parseArgs({
	options: {
		cases: {type: 'string', default: '20000'},
		seed: {type: 'string', default: '1'},
		only: {type: 'string', default: ''},
		growth: {type: 'string', default: '40'},
	},
});
const [cases, seed, growth] = [values.cases, values.seed, values.growth].map(Number);
if (![cases, seed, growth].every(Number.isSafeInteger)) {
	writeSync(2, 'fuzz: --cases, --seed and --growth are whole numbers\n');
	process.exit(2);
}

// a parser that never ends blocks this thread: another one watches the count of cases
const hangSeconds = 60;
const progress = new Int32Array(new SharedArrayBuffer(8));
const watch = `
const {workerData: {progress, names, seconds, seed}} = require('node:worker_threads');
let last = '';
let still = 0;
setInterval(() => {
	const now = progress.join(' ');
	still = now === last ? still + 1 : 0;
	last = now;
	if (still >= seconds) {
		require('node:fs').writeSync(2, names[progress[0]] + ' hangs in case ' + progress[1] + ' of seed ' + seed + '\\n');
		process.kill(process.pid, 'SIGKILL');
	}
}, 1000);
`;

const line = (name, ...cells) => `${name.padEnd(26)}${cells.map(cell => String(cell).padStart(12)).join('')}\n`;

const print = text => writeSync(1, text);

const server = await createViteServer({
	root,
	configFile: false,
	logLevel: 'error',
	appType: 'custom',
	define: {__VERSION__: '"fuzz"'},
	optimizeDeps: {noDiscovery: true},
	server: {middlewareMode: true, watch: null, hmr: false, ws: false},
});
let failed = 0;
let watcher = null;
try {
	const {fuzz, fuzzGrowth} = await server.ssrLoadModule('/test/support/fuzz-run.ts');
	const {fuzzTable} = await server.ssrLoadModule('/test/support/fuzz-table.ts');
	const chosen = fuzzTable.filter(({name}) => name.includes(values.only));
	if (chosen.length === 0) {
		print(`no parser is called ${values.only}\n`);
		failed = 1;
	}

	const names = chosen.map(({name}) => name);
	watcher = new Worker(watch, {eval: true, workerData: {progress, names, seconds: hangSeconds, seed}});
	print(line('parser', 'cases', 'failures', 'worst ms', 'cases/s'));
	for (const [index, parser] of chosen.entries()) {
		progress[0] = index;
		progress[1] = 0;
		const onCase = () => {
			Atomics.add(progress, 1, 1);
		};
		const result = fuzz(parser, {cases, seed, onCase});
		const slow = fuzzGrowth(parser, growth, seed, onCase);
		const rate = Math.round(result.cases / (result.tookMs / 1000));
		print(line(parser.name, result.cases, result.failures + slow.length, result.worstMs.toFixed(1), rate));
		for (const {reason, text} of [...result.found, ...slow]) {
			print(`    seed ${seed}: ${reason}: ${JSON.stringify(text)}\n`);
		}

		failed += result.failures + slow.length;
	}
} finally {
	await watcher?.terminate();
	await server.close();
}

process.exitCode = failed === 0 ? 0 : 1;
