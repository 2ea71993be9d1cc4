// Runs the built program for a long time under random keys, resizes and suspensions, and watches what it holds.
//   npm run soak -- --minutes 30              this machine
//   npm run soak -- --minutes 30 -- --demo    what follows -- are words for daemon-top
// Options: --seed N (the same keys again), --program FILE (another built cli.js), --trace FILE (what was written, when).
// Exit code 1: something is wrong.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {bytesOf, jamo, keysOfProgram, texts} from './soak-keys.mjs';
import {childrenOf, floors, growthOf, measure, stateOf} from './soak-measures.mjs';
import {openShell, soakEnvironment} from './soak-terminal.mjs';

const folder = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(folder, '..');
const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		minutes: {type: 'string', default: '30'},
		seed: {type: 'string', default: String(process.pid)},
		trace: {type: 'string', default: ''},
		program: {type: 'string', default: path.join(root, 'dist/cli.js')},
	},
});
const minutes = Number(values.minutes);
const warmUpSeconds = Math.min(300, minutes * 25);
const print = line => process.stdout.write(`${line}\n`);
const megabytes = bytes => (bytes / 1024 / 1024).toFixed(1);

/** Numerical Recipes' generator: the same keys for the same seed. */
let seed = Number(values.seed) >>> 0;
const random = below => {
	seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor((seed / 2 ** 32) * below);
};
const oneOf = list => list[random(list.length)];

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'daemon-top-soak-'));
const probeFile = path.join(home, 'probe.json');
const keys = await keysOfProgram();
const shell = openShell(120, 30, soakEnvironment(home, path.join(folder, 'soak-probe.mjs'), probeFile), values.trace);
const faults = [];
const counts = {keys: 0, resizes: 0, suspensions: 0, frames: 0, redraws: 0};
const recent = [];

const fail = (what, rows = []) => {
	faults.push(what);
	shell.trace({wrong: what});
	print(`WRONG: ${what}\n  last keys: ${JSON.stringify(recent.slice(-40).join(' '))}${rows.map(row => `\n  ${row}`).join('')}`);
};

const press = async (...names) => {
	for (const name of names) {
		recent.push(name);
		shell.write(bytesOf(name));
		counts.keys++;
		// an Esc and what follows at once would be Alt
		await sleep(name === 'escape' ? 120 : 5 + random(40));
	}
};

const goHome = () => press('escape', 'escape', 'escape', 'escape');

/** The row that is drawn anew with each second says what time it is; everything below the head must stand still. */
const still = rows => rows.slice(1, -1);

/** Drawn again from nothing, a list that is paused must be as it was. */
const checkRedraw = async () => {
	await goHome();
	await press('6');
	const differing = [];
	for (let round = 0; round < 2; round++) {
		await press('space');
		await sleep(1500);
		await shell.settle();
		const before = shell.screen();
		await press('ctrl+l');
		await sleep(300);
		await shell.settle();
		const after = shell.screen();
		const changed = still(before).flatMap((row, index) => (row === still(after)[index] ? [] : [`- ${row}`, `+ ${still(after)[index]}`]));
		differing.push(changed);
		if (changed.length === 0) {
			break;
		}
	}

	counts.redraws++;
	if (differing.every(changed => changed.length > 0)) {
		fail('a redrawn screen is another one', differing[0]);
	}
};

/** What is wrong with the screen; null: nothing. */
const frameFault = () => {
	const {columns, rows} = shell.size();
	if (shell.drawnAway() > 0) {
		return 'something was drawn on the screen of the shell';
	}

	if (!shell.isAlternate()) {
		return 'the alternate screen was left';
	}

	if (shell.wrappedRows() > 0) {
		return `${shell.wrappedRows()} rows are wider than the screen`;
	}

	const isHeadless = columns >= 60 && rows >= 15 && !shell.screen()[0].startsWith(' daemon-top');
	return isHeadless ? `the head is not where it stands at ${columns} x ${rows}` : null;
};

const checkFrame = async () => {
	await shell.settle();
	counts.frames++;
	// a busy machine may keep the program from hearing of a new size for a while
	if (!(await shell.waitFor(() => frameFault() === null, 4000))) {
		fail(frameFault(), shell.screen());
		// what comes next is judged by itself
		await press('ctrl+l');
	}
};

const suspend = async pid => {
	const isStopped = () => stateOf(pid) === 'T' && !shell.isAlternate();
	await shell.settle();
	await press('ctrl+z');
	counts.suspensions++;
	if (!(await shell.waitFor(isStopped, 5000))) {
		// it may have been drawing anew, when a second key that takes the terminal away does nothing
		await press('ctrl+z');
	}

	if (!(await shell.waitFor(isStopped))) {
		fail('Ctrl-Z did not give the terminal back', shell.screen());
	}

	if (random(3) === 0) {
		shell.resize(60 + random(120), 15 + random(40));
	}

	shell.write('fg\r');
	if (!(await shell.waitFor(() => stateOf(pid) !== 'T' && shell.isAlternate()))) {
		fail('fg did not bring the program back', shell.screen());
	}
};

const resize = async () => {
	counts.resizes++;
	const isTiny = random(12) === 0;
	const [columns, rows] = isTiny ? [1 + random(30), 1 + random(8)] : [40 + random(180), 10 + random(55)];
	recent.push(`${columns}x${rows}`);
	shell.resize(columns, rows);
	await sleep(random(200));
};

const act = async pid => {
	const chance = random(1000);
	if (chance < 4) {
		await suspend(pid);
	} else if (chance < 34) {
		await resize();
	} else if (chance < 64) {
		await goHome();
	} else if (chance < 72) {
		await goHome();
		await press('?', 'l', 'escape');
	} else if (chance < 80) {
		await goHome();
		await press('/', oneOf(texts), 'enter', 'escape', 'escape');
	} else if (chance < 100) {
		// a wheel or a key that is held down
		shell.write(bytesOf(oneOf(['down', 'up', 'pagedown', 'j', 'k'])).repeat(30));
		counts.keys += 30;
	} else if (chance < 250) {
		await press(jamo[oneOf('wertyuiopasdfghjklzxcvnm')]);
	} else {
		await press(oneOf(keys));
	}
};

const readProbe = async pid => {
	fs.rmSync(probeFile, {force: true});
	process.kill(pid, 'SIGUSR2');
	for (let tries = 0; tries < 100 && !fs.existsSync(probeFile); tries++) {
		await sleep(30);
	}

	return fs.existsSync(probeFile) ? JSON.parse(fs.readFileSync(probeFile, 'utf8')) : null;
};

const words = positionals.map(word => `"${word}"`).join(' ');
await shell.waitFor(shell.hasPrompt);
shell.write(`NODE_OPTIONS="$SOAK_IMPORT" "${process.execPath}" "${values.program}" ${words}\r`);
await shell.waitFor(rows => shell.isAlternate() && /\d+ processes/.test(rows[0]));
const pid = childrenOf(shell.pid)[0] ?? 0;
print(`seed ${values.seed}, ${minutes} minutes, process ${pid}, ${keys.length} keys of the keymap and their Hangul letters`);

const series = [];
const startedAt = performance.now();
const seconds = () => (performance.now() - startedAt) / 1000;
let sampledAt = -Infinity;
let printedAt = 0;
let redrawnAt = 0;
let restedAt = 0;

/** What is held depends on what is shown: now and then the same is, and only then figures of memory are compared. */
const rest = async () => {
	await goHome();
	await press('6', 'home');
	await sleep(2500);
	await shell.settle();
};

const sample = async isAtRest => {
	sampledAt = seconds();
	const now = measure(pid);
	const probe = now && (await readProbe(pid));
	if (!now || !probe) {
		return;
	}

	series.push({at: seconds(), isAtRest, ...now, ...probe});
	if (seconds() - printedAt >= 60 || series.length === 1) {
		printedAt = seconds();
		print(
			`${String(Math.round(seconds() / 60)).padStart(3)} min  rss ${megabytes(now.rssBytes)} MB  heap ${megabytes(probe.heapBytes)} MB  fds ${now.descriptors}  threads ${now.threads}  children ${now.children}  timers ${probe.timers}  listeners ${probe.listeners}  | ${Object.entries(
				counts,
			)
				.map(([name, count]) => `${name} ${count}`)
				.join(' ')}  written ${megabytes(shell.bytes())} MB`,
		);
	}
};

while (seconds() < minutes * 60 && faults.length < 20) {
	if (stateOf(pid) === null || stateOf(pid) === 'Z') {
		fail('the program has ended', shell.screen());
		break;
	}

	for (let step = 0; step < 25; step++) {
		await act(pid);
	}

	await checkFrame();
	if (seconds() - redrawnAt > 45 && shell.size().columns >= 60 && shell.size().rows >= 15) {
		redrawnAt = seconds();
		await checkRedraw();
	}

	if (seconds() - restedAt > 60) {
		restedAt = seconds();
		await rest();
		await sample(true);
	} else if (seconds() - sampledAt > 10) {
		await sample(false);
	}
}

if (stateOf(pid) !== null && faults.length === 0) {
	shell.resize(120, 30);
	await goHome();
	await shell.settle();
	await press('ctrl+c');
	if (!(await shell.waitFor(shell.hasPrompt)) || shell.isAlternate() || shell.drawnAway() > 0) {
		fail('Ctrl-C did not give the terminal back', shell.screen());
	}
}

/** So much may be held more at the end of thirty minutes than after the first five. */
const limitBytes = 2 * 1024 * 1024;
const later = series.filter(({at, isAtRest}) => isAtRest && at >= warmUpSeconds);
const slopes = ['heapBytes', 'rssBytes'].map(name => {
	const {growth, surely, perMinute} = growthOf(later.map(each => [each.at, each[name]]));
	if (growth > limitBytes && surely > 0) {
		fail(`${name} grows by ${megabytes(growth)} MB`);
	}

	return `${name} ${(perMinute / 1024).toFixed(1)} KB/min (${megabytes(growth)} MB, at least ${megabytes(surely)} MB)`;
});

for (const name of ['descriptors', 'threads', 'children', 'timers', 'listeners', 'resources']) {
	const [first, last] = floors(series.map(each => each[name]));
	print(`${name}: at least ${first} in the first third, ${last} in the last, ${Math.max(...series.map(each => each[name]))} at most`);
	if (series.length >= 30 && last > first) {
		fail(`${name} grow`);
	}
}

shell.close();
fs.rmSync(home, {recursive: true, force: true});
const done = Object.entries(counts)
	.map(([name, count]) => `${count} ${name}`)
	.join(', ');
print(`${faults.length === 0 ? 'level and whole' : `${faults.length} wrong`} after ${(seconds() / 60).toFixed(1)} minutes: ${done}`);
print(`${later.length} times at rest after the first ${warmUpSeconds} s, at most ${megabytes(limitBytes)} MB more: ${slopes.join('; ')}`);
process.exit(faults.length === 0 ? 0 : 1);
