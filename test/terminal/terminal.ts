import {spawn} from '@lydell/node-pty';
import headless from '@xterm/headless';
import {onTestFinished} from 'vitest';
import {entryFile, killQuietly, nodeFile, plainEnvironment, runningProcesses} from './program.js';

export type Exit = {exitCode: number; signal: number};
export type Modes = {alternateScreen: boolean; cursorVisible: boolean; bracketedPaste: boolean; rawBytes: string};
export type Screen = readonly string[];
export type Wanted = string | RegExp | ((screen: Screen) => boolean);

export type TerminalOptions = {
	/** What to start in it: the built program, unless said otherwise. */
	file?: string;
	args?: readonly string[];
	columns?: number;
	rows?: number;
	env?: Readonly<Record<string, string>>;
};

export type OpenTerminal = {
	pid: number;
	/** What stands on the screen now: a string for each row, without the blanks at its end. */
	screen(): Screen;
	/** Resolves with the screen that first shows what is wanted; rejects with the screen that never did. */
	waitFor(wanted: Wanted, timeoutMs?: number): Promise<Screen>;
	/** Presses keys one after the other: names of `keys`, or characters. */
	press(...names: readonly string[]): void;
	write(raw: string): void;
	resize(columns: number, rows: number): void;
	/** Resolves when the program has ended and everything it wrote is on the screen. */
	exited: Promise<Exit>;
	kill(signal: NodeJS.Signals): void;
	modes(): Modes;
	/** Counted from 0. */
	cursor(): {x: number; y: number};
	/** How many rows of the screen go on from the one above: each was wider than the screen. */
	wrappedRows(): number;
};

/** What a terminal sends for keys that have names. */
const keys: Readonly<Record<string, string>> = {
	up: '\x1b[A',
	down: '\x1b[B',
	left: '\x1b[D',
	home: '\x1b[H',
	end: '\x1b[F',
	pageup: '\x1b[5~',
	pagedown: '\x1b[6~',
	escape: '\x1b',
	enter: '\r',
	tab: '\t',
	'shift+tab': '\x1b[Z',
	space: ' ',
	backspace: '\x7f',
	'ctrl+c': '\x03',
	'ctrl+z': '\x1a',
};

/** Long enough for two busy cores; a test that passes never waits as long. */
const patienceMs = 15_000;

type Emulator = InstanceType<typeof headless.Terminal>;

/** Modes that the emulator keeps to itself, noted as their sequences pass by. */
const watchModes = (emulator: Emulator): {cursorVisible: boolean; isDrawing: boolean} => {
	const seen = {cursorVisible: true, isDrawing: false};
	const note = (isOn: boolean) => (parameters: readonly (number | number[])[]) => {
		seen.cursorVisible = parameters.includes(25) ? isOn : seen.cursorVisible;
		seen.isDrawing = parameters.includes(2026) ? isOn : seen.isDrawing;
		return false;
	};

	emulator.parser.registerCsiHandler({prefix: '?', final: 'h'}, note(true));
	emulator.parser.registerCsiHandler({prefix: '?', final: 'l'}, note(false));
	return seen;
};

const matches = (wanted: Wanted, screen: Screen): boolean => {
	const text = screen.join('\n');
	return typeof wanted === 'function' ? wanted(screen) : typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
};

const readScreen = (emulator: Emulator): Screen => {
	const buffer = emulator.buffer.active;
	return Array.from({length: emulator.rows}, (_, row) =>
		(buffer.getLine(buffer.baseY + row)?.translateToString(false, 0, emulator.cols) ?? '').trimEnd(),
	);
};

const countWrapped = (emulator: Emulator): number => {
	const buffer = emulator.buffer.active;
	return Array.from({length: emulator.rows}, (_, row) => buffer.getLine(buffer.baseY + row)?.isWrapped).filter(Boolean).length;
};

/** The whole session goes, whatever jobs its shell has made, and whatever of it is stopped. */
const endSession = (session: number): void => {
	for (const {pid} of runningProcesses().filter(each => each.session === session)) {
		killQuietly(pid, 'SIGKILL');
	}
};

/** Starts a program in a pseudo-terminal and reads its screen as a person would. It ends with the test. */
export const openTerminal = (options: TerminalOptions = {}): OpenTerminal => {
	const {file = nodeFile, args = [], columns = 120, rows = 30, env = {}} = options;
	const emulator = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	const seen = watchModes(emulator);
	const child = spawn(file, options.file === undefined ? [entryFile, ...args] : [...args], {
		cols: columns,
		rows,
		env: {...plainEnvironment(), ...env},
	});
	let rawBytes = '';
	let hasEnded = false;
	child.onData(data => {
		rawBytes += data;
		emulator.write(data);
	});
	// a terminal answers what programs ask it
	emulator.onData(answer => child.write(answer));
	const exited = new Promise<Exit>(resolve => {
		child.onExit(({exitCode, signal}) => {
			hasEnded = true;
			emulator.write('', () => resolve({exitCode, signal: signal ?? 0}));
		});
	});
	onTestFinished(async () => {
		endSession(child.pid);
		await exited;
		emulator.dispose();
	});

	const waitFor = async (wanted: Wanted, timeoutMs = patienceMs): Promise<Screen> =>
		new Promise((resolve, reject) => {
			const check = (): void => {
				// between these marks the screen is half drawn, and no terminal shows it
				const screen = seen.isDrawing ? null : readScreen(emulator);
				if (screen && matches(wanted, screen)) {
					finish(() => resolve(screen));
				}
			};

			const subscription = emulator.onWriteParsed(check);
			const deadline = setTimeout(() => {
				const state = hasEnded ? 'the program has ended' : `after ${timeoutMs} ms`;
				finish(() => reject(new Error(`Never shown (${state}): ${String(wanted)}\n${readScreen(emulator).join('\n')}`)));
			}, timeoutMs);
			const finish = (settle: () => void): void => {
				clearTimeout(deadline);
				subscription.dispose();
				settle();
			};

			check();
		});

	return {
		pid: child.pid,
		screen: () => readScreen(emulator),
		waitFor,
		press: (...names) => child.write(names.map(name => keys[name] ?? name).join('')),
		write: raw => child.write(raw),
		resize: (newColumns, newRows) => {
			emulator.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		exited,
		kill: signal => killQuietly(child.pid, signal),
		modes: () => ({
			alternateScreen: emulator.buffer.active.type === 'alternate',
			cursorVisible: seen.cursorVisible,
			bracketedPaste: emulator.modes.bracketedPasteMode,
			rawBytes,
		}),
		cursor: () => ({x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY}),
		wrappedRows: () => countWrapped(emulator),
	};
};
