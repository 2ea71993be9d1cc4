import {type SpawnOptions, spawn, spawnSync} from 'node:child_process';
import {closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {onTestFinished} from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The program as it is installed. */
export const entryFile = path.join(root, 'dist/cli.js');

/** The Node that runs it: DAEMON_TOP_NODE names another one than that of the tests. */
export const nodeFile = process.env.DAEMON_TOP_NODE || process.execPath;

export const isLinux = process.platform === 'linux';

if (!isLinux) {
	console.log('The terminal tests read /proc and are left out on this system.');
}

const lock = path.join(root, 'node_modules/.daemon-top-build');
const longestBuildMs = 50_000;

const takeLock = (): boolean => {
	try {
		// a run that was killed leaves its lock behind
		if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > longestBuildMs) {
			rmSync(lock, {force: true});
		}

		closeSync(openSync(lock, 'wx'));
		return true;
	} catch {
		return false;
	}
};

/** Test files run side by side; one of them builds, the others wait for it. */
export const buildIfMissing = async (): Promise<void> => {
	if (existsSync(entryFile) && !existsSync(lock)) {
		return;
	}

	if (!takeLock()) {
		await until(() => !existsSync(lock), longestBuildMs);
		return;
	}

	try {
		spawnSync(process.execPath, [path.join(root, '.config/build.mjs')], {stdio: 'inherit'});
	} finally {
		rmSync(lock, {force: true});
	}
};

/** The test's own settings without those that change what is shown, and with a person's terminal. */
export const plainEnvironment = (): Record<string, string> => {
	const {NO_COLOR: _noColor, FORCE_COLOR: _forceColor, LC_ALL: _all, LC_MESSAGES: _messages, ...inherited} = process.env;
	return {...(inherited as Record<string, string>), TERM: 'xterm-256color', LANG: 'C.UTF-8', CI: 'true'};
};

/** A folder that goes away with the test. */
export const temporaryFolder = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-terminal-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
};

export type ProcessStat = {pid: number; parent: number; session: number};

/** What `/proc` says of a process now; `null`: it has ended. */
const readStat = (pid: number): ProcessStat | null => {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// the name in brackets may hold anything
		const [, parent = 0, , session = 0] = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		return {pid, parent, session};
	} catch {
		return null;
	}
};

/** Every process that runs now, read independently of the program. */
export const runningProcesses = (): readonly ProcessStat[] =>
	readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.flatMap(name => readStat(Number(name)) ?? []);

export const commandLineOf = (pid: number): string => {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
	} catch {
		return '';
	}
};

export const killQuietly = (pid: number, signal: NodeJS.Signals): void => {
	try {
		process.kill(pid, signal);
	} catch {
		// it has ended by itself
	}
};

/** Waits for something outside of any screen; whether it came in time. */
export const until = async (isSo: () => boolean, timeoutMs = 10_000): Promise<boolean> => {
	const deadline = Date.now() + timeoutMs;
	while (!isSo() && Date.now() < deadline) {
		await new Promise(resolve => setTimeout(resolve, 20));
	}

	return isSo();
};

let groups = 0;

/** Where a program stands, for tests that change the PATH. */
export const whereIs = (name: string): string => {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.map(folder => path.join(folder, name)).find(file => existsSync(file)) ?? name;
};

const outsideTools = ['systemctl', 'lsof', 'ps', 'getent', 'loginctl', 'id', 'sw_vers'];

/** A folder for the PATH with tools that never answer, and the words by which those that run are known. */
export const hungTools = (): {folder: string; sleepers: () => readonly number[]} => {
	const folder = temporaryFolder();
	groups++;
	// how long they sleep tells the sleepers of this test from all others
	const command = `${whereIs('sleep')} ${process.pid}.${groups}`;
	for (const name of outsideTools) {
		writeFileSync(path.join(folder, name), `#!/bin/sh\nexec ${command}\n`, {mode: 0o755});
	}

	return {folder, sleepers: () => runningProcesses().flatMap(({pid}) => (commandLineOf(pid) === command ? [pid] : []))};
};

export type Run = {stdout: string; stderr: string; exitCode: number | null; signal: NodeJS.Signals | null};

/** Runs a command without any terminal. It is killed when it does not end in time. */
export const run = async (file: string, args: readonly string[], options: SpawnOptions = {}): Promise<Run> => {
	const child = spawn(file, args, {
		env: plainEnvironment(),
		timeout: 30_000,
		killSignal: 'SIGKILL',
		stdio: ['ignore', 'pipe', 'pipe'],
		...options,
	});
	const texts = {stdout: '', stderr: ''};
	for (const name of ['stdout', 'stderr'] as const) {
		child[name]?.setEncoding('utf8').on('data', (text: string) => {
			texts[name] += text;
		});
	}

	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (exitCode, signal) => resolve({...texts, exitCode, signal}));
	});
};

export const runProgram = async (args: readonly string[], options: SpawnOptions = {}): Promise<Run> =>
	run(nodeFile, [entryFile, ...args], options);

/**
Processes that do nothing until the test ends, with a word among their arguments that nothing else on the machine has.
They wait for their input, so that they end with the tests even when those are killed.
*/
export const startWaiters = (count: number): {word: string; pids: readonly number[]; startOneMore: () => void} => {
	groups++;
	const word = `waiter-${process.pid}-${groups}`;
	const start = (): number => {
		const child = spawn('cat', ['-', word], {stdio: ['pipe', 'ignore', 'ignore']});
		onTestFinished(() => void child.kill('SIGKILL'));
		return child.pid ?? 0;
	};

	const pids = Array.from({length: count}, start).sort((a, b) => a - b);
	return {word, pids, startOneMore: () => void start()};
};
