// npm run node-versions -- 22 24 26 18: runs the built program with other Nodes, which npm's `node` packages bring into a folder
// that goes away afterwards. One that is too old has to say so in one line; the others have to do what the running one does.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const program = path.join(root, 'dist/cli.js');
const {engines, version} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const needed = engines.node.replace('>=', '');
const terminalTests = ['list', 'search', 'sizes', 'ending'].map(name => `test/terminal/${name}.test.ts`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemon-top-nodes-'));
process.on('exit', () => fs.rmSync(folder, {recursive: true, force: true}));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => process.exit(1));
}

// settings of a Node or of npm that started us are not for the Node that is looked at
const environment = {
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_|npm_|LC_|DAEMON_TOP_|FORCE_COLOR$|NO_COLOR$)/.test(name))),
	LANG: 'C.UTF-8',
};

const run = (file, args, options = {}) =>
	spawnSync(file, args, {encoding: 'utf8', env: environment, timeout: 60_000, maxBuffer: 256 * 1024 * 1024, ...options});

/** The Node of that version and how long it took to come, or why there is none. */
const install = wanted => {
	const place = path.join(folder, wanted);
	fs.mkdirSync(place);
	fs.writeFileSync(path.join(place, 'package.json'), '{"private": true}');
	const {status, stderr, error} = run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `node@${wanted}`], {
		cwd: place,
		env: process.env,
		timeout: 180_000,
	});
	const file = path.join(place, 'node_modules/node/bin/node');
	if (status === 0 && fs.existsSync(file)) {
		return {file};
	}

	const reason = error?.message ?? stderr.split('\n').find(line => /npm error (?!code)/.test(line)) ?? `npm ended with ${status}`;
	return {reason: reason.replace(/^npm error /, '')};
};

const isTooOld = found => {
	const [[major, minor], [neededMajor, neededMinor]] = [found, needed].map(text => text.split('.').map(Number));
	return major < neededMajor || (major === neededMajor && minor < neededMinor);
};

/** Stops the time of a program, so that one run says what another says. */
const stoppedClock = path.join(folder, 'stopped-clock.cjs');
fs.writeFileSync(
	stoppedClock,
	`const RealDate = Date;
const now = RealDate.UTC(2026, 0, 2, 3, 4, 5);
globalThis.Date = class extends RealDate {
	constructor(...given) { super(...(given.length === 0 ? [now] : given)); }
	static now() { return now; }
};`,
);

/** The list of the demo, without the figures that hang on how many milliseconds it took. */
const demoList = file => {
	const {stdout, stderr} = run(file, ['--require', stoppedClock, program, 'list', '--demo', '--json']);
	const passing = new Set(['loadAverage', 'rssBytes', 'cpuPercent', 'cpuSeconds']);
	try {
		return JSON.stringify(JSON.parse(stdout), (name, value) => (passing.has(name) ? undefined : value));
	} catch {
		return stderr || stdout;
	}
};

const demoProblem = file => {
	const [expected, found] = [process.execPath, file].map(demoList);
	const at = [...found].findIndex((character, index) => character !== expected[index]);
	return expected === found ? null : `list --demo --json is not that of the running Node: …${found.slice(Math.max(0, at - 80), at + 80)}…`;
};

const sentenceProblem = (file, found) => {
	const {stdout, stderr, status} = run(file, [program, 'list']);
	const isOneLine = stderr.endsWith('\n') && stderr.trimEnd().split('\n').length === 1;
	const isClear = stderr.includes(`needs Node ${needed}`) && stderr.includes(found);
	return isOneLine && isClear && stdout === '' && status === 1 ? null : `exit ${status}: ${stdout}${stderr}`;
};

const outputProblem = (file, args, isGood) => {
	const {stdout, stderr, status} = run(file, [program, ...args]);
	return status === 0 && stderr === '' && isGood(stdout) ? null : `${args.join(' ')}: exit ${status}: ${stderr || stdout.slice(0, 200)}`;
};

const testProblem = file => {
	const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
	// what is looked for is a Node that does otherwise, and that does so twice: a screen that came late once is not it
	const args = [vitest, 'run', '--config', '.config/vitest.config.ts', '--retry=3', ...terminalTests];
	const env = {...environment, DAEMON_TOP_NODE: file};
	const {stdout, stderr, status} = run(process.execPath, args, {cwd: root, env, timeout: 300_000});
	return status === 0 ? null : `${stdout.slice(-6000)}${stderr.slice(-2000)}`;
};

/** What is wrong with the program under this Node, check by check. */
const problemsOf = (file, found) => {
	if (isTooOld(found)) {
		return [sentenceProblem(file, found)];
	}

	const ownPid = new RegExp(`^ *${process.pid} `, 'm');
	return [
		outputProblem(file, ['--version'], text => text === `daemon-top ${version}\n`),
		demoProblem(file),
		outputProblem(file, ['list'], text => ownPid.test(text)),
		outputProblem(file, ['why', '1'], text => text.length > 200),
		testProblem(file),
	];
};

const wanted = process.argv.slice(2);
if (wanted.length === 0 || !wanted.every(word => /^\d+(\.\d+){0,2}$/.test(word)) || !fs.existsSync(program)) {
	console.error('npm run node-versions -- VERSION…, for example 22 24 26 18. It needs dist: npm run build makes it.');
	process.exit(2);
}

for (const each of wanted) {
	const startedAt = performance.now();
	const {file, reason} = install(each);
	const installedAt = performance.now();
	if (file === undefined) {
		console.log(`Node ${each}: left out, npm cannot bring it: ${reason}`);
		continue;
	}

	const found = run(file, ['-p', 'process.versions.node']).stdout.trim();
	const problems = problemsOf(file, found).filter(problem => problem !== null);
	const seconds = [installedAt - startedAt, performance.now() - installedAt].map(ms => (ms / 1000).toFixed(0));
	const verdict = problems.length > 0 ? 'FAILED' : isTooOld(found) ? 'says in one line that it is too old' : 'does what it should';
	console.log(`Node ${found}: ${verdict} (installed in ${seconds[0]} s, looked at in ${seconds[1]} s)`);
	for (const problem of problems) {
		console.log(problem);
		process.exitCode = 1;
	}
}
