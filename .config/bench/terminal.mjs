// The built program in a pseudo-terminal. What it writes is kept with its time, and looked at afterwards.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import pty from '@lydell/node-pty';
import headless from '@xterm/headless';

export const program = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');
export const size = {cols: 160, rows: 50};
export const refreshMs = 2000;
/** Output further apart than this belongs to another refresh. */
export const betweenRefreshesMs = 300;

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'daemon-top-bench-'));
process.on('exit', () => fs.rmSync(home, {recursive: true, force: true}));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => process.exit(1));
}

const unwanted = /^(NODE_|npm_|XDG_|LC_)|^(CI|NO_COLOR|FORCE_COLOR|COLUMNS|LINES|TMUX|STY|PAGER|EDITOR|VISUAL|LANGUAGE)$/;

/** Nobody's settings, and nothing that slows a Node down or changes what is drawn. */
export const environment = {
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name))),
	TERM: 'xterm-256color',
	LANG: 'C.UTF-8',
	HOME: home,
};

/** The explorer in a terminal; what it writes is kept with its time, and looked at afterwards. */
export const openExplorer = () => {
	const chunks = [];
	const startedAt = performance.now();
	const child = pty.spawn(process.execPath, [program, '--delay', String(refreshMs / 1000)], {...size, encoding: null, env: environment});
	child.onData(data => chunks.push({at: performance.now(), data: Buffer.from(data)}));
	let hasEnded = false;
	const ended = new Promise(resolve => {
		child.onExit(() => {
			hasEnded = true;
			resolve();
		});
	});
	const quiet = async ms => {
		while (!hasEnded && performance.now() - (chunks.at(-1)?.at ?? startedAt) < ms) {
			await wait(5);
		}
	};
	/** Waits for something written after a time, and for the end of it. */
	const answer = async (since, longestMs) => {
		while (!hasEnded && (chunks.at(-1)?.at ?? 0) <= since && performance.now() - since < longestMs) {
			await wait(5);
		}

		await quiet(100);
	};
	const close = async () => {
		child.write('q');
		await Promise.race([ended, wait(2000)]);
		if (!hasEnded) {
			child.kill('SIGKILL');
		}
	};
	return {pid: child.pid, chunks, startedAt, quiet, answer, close, press: key => child.write(key)};
};

/** Calls `visit` for every whole frame: what comes between the marks of a synchronized update is shown at its end. */
export const eachFrame = async (chunks, visit) => {
	const emulator = new headless.Terminal({...size, allowProposedApi: true});
	let isDrawing = false;
	for (const final of ['h', 'l']) {
		emulator.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			isDrawing = parameters.includes(2026) ? final === 'h' : isDrawing;
			return false;
		});
	}

	const line = row => emulator.buffer.active.getLine(emulator.buffer.active.baseY + row);
	for (const {at, data} of chunks) {
		await new Promise(resolve => emulator.write(data, resolve));
		if (!isDrawing && visit(at, line) === 'enough') {
			break;
		}
	}

	emulator.dispose();
};

/** The output from a time on, as refreshes. */
export const refreshesIn = (chunks, from) => {
	const found = [];
	for (const {at, data} of chunks.filter(chunk => chunk.at >= from)) {
		const last = found.at(-1);
		if (last && at - last.endAt < betweenRefreshesMs) {
			last.endAt = at;
			last.bytes += data.length;
		} else {
			found.push({startAt: at, endAt: at, bytes: data.length});
		}
	}

	return found;
};
