// A shell in a pseudo-terminal with the program in it, for soak.mjs.
import fs from 'node:fs';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import headless from '@xterm/headless';

export const prompt = 'soak>';

/** Opens the shell. `screen()` are the rows, `settle()` waits until nothing was written for a while. */
export const openShell = (columns, rows, env, traceFile) => {
	const emulator = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	const child = spawn('bash', ['--norc', '--noprofile', '--noediting', '-i'], {cols: columns, rows, env: {...env, PS1: `${prompt} `}});
	const trace = entry => traceFile && fs.appendFileSync(traceFile, `${JSON.stringify({at: Math.round(performance.now()), ...entry})}\n`);
	let writtenAt = 0;
	let isDrawing = false;
	let bytes = 0;
	let exit = null;
	let drawnAway = 0;
	const note = isOn => parameters => {
		isDrawing = parameters.includes(2026) ? isOn : isDrawing;
		return false;
	};
	emulator.parser.registerCsiHandler({prefix: '?', final: 'h'}, note(true));
	emulator.parser.registerCsiHandler({prefix: '?', final: 'l'}, note(false));
	// the shell never asks for a place on the screen: who does so here is the program, after it has left its own screen
	emulator.parser.registerCsiHandler({final: 'H'}, parameters => {
		drawnAway += parameters.length === 2 && emulator.buffer.active.type === 'normal' ? 1 : 0;
		return false;
	});
	emulator.onData(answer => child.write(answer));
	child.onData(data => {
		bytes += data.length;
		writtenAt = performance.now();
		trace({data});
		emulator.write(data);
	});
	child.onExit(({exitCode}) => {
		exit = exitCode;
	});

	const screen = () => {
		const buffer = emulator.buffer.active;
		return Array.from({length: emulator.rows}, (_, row) =>
			(buffer.getLine(buffer.baseY + row)?.translateToString(false, 0, emulator.cols) ?? '').trimEnd(),
		);
	};

	const settle = async (quietMs = 150, longestMs = 5000) => {
		const deadline = performance.now() + longestMs;
		while ((performance.now() - writtenAt < quietMs || isDrawing) && performance.now() < deadline) {
			await sleep(20);
		}

		await new Promise(resolve => emulator.write('', resolve));
	};

	const waitFor = async (isSo, longestMs = 20_000) => {
		const deadline = performance.now() + longestMs;
		while (!isSo(screen()) && performance.now() < deadline) {
			await sleep(30);
		}

		return isSo(screen());
	};

	return {
		pid: child.pid,
		screen,
		settle,
		waitFor,
		write: text => {
			trace({key: text});
			child.write(text);
		},
		trace,
		size: () => ({columns: emulator.cols, rows: emulator.rows}),
		resize: (newColumns, newRows) => {
			trace({resize: [newColumns, newRows]});
			emulator.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		isAlternate: () => emulator.buffer.active.type === 'alternate',
		wrappedRows: () => {
			const buffer = emulator.buffer.active;
			return Array.from({length: emulator.rows}, (_, row) => buffer.getLine(buffer.baseY + row)?.isWrapped).filter(Boolean).length;
		},
		bytes: () => bytes,
		drawnAway: () => drawnAway,
		exitCode: () => exit,
		hasPrompt: rows => rows.findLast(row => row !== '') === prompt,
		close: () => child.kill('SIGKILL'),
	};
};

/** The settings of whoever runs this, without those that change the screen, and with a home of its own. */
export const soakEnvironment = (home, probe, probeFile) => {
	const {NO_COLOR: _noColor, FORCE_COLOR: _forceColor, LC_ALL: _all, ...inherited} = process.env;
	fs.mkdirSync(home, {recursive: true});
	return {
		...inherited,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		HOME: home,
		PAGER: 'true',
		SOAK_PROBE: probeFile,
		SOAK_IMPORT: `--import=${probe}`,
	};
};
