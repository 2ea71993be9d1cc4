import {type Process, processKey, type Traits} from '../../model/process.js';
import {baseName} from '../../model/program.js';
import type {Problem} from '../../model/snapshot.js';
import {scriptName} from '../../parse/process-name.js';
import {type DarwinPsRow, parseDarwinArgs, parseDarwinPs, psArgsColumns, psColumns} from '../../parse/ps-darwin.js';
import type {Answer, Runner} from '../../run/runner.js';
import type {Reading} from '../platform.js';

/** Setuid root and entitled: a `ps` that stands earlier in PATH may see less. */
const ps = '/bin/ps';
const argumentsMaxAgePasses = 15;

const noTraits: Traits = {
	isKernelThread: false,
	isForkedWithoutExec: null,
	signals: null,
	workingDirectory: null,
	stdio: null,
	environment: null,
	loginUid: null,
	nestedPid: null,
	usesDisplay: null,
	listens: null,
	isExecutableDeleted: false,
	denied: [],
};

/** ps prints the argument vector joined by blanks: only its beginning can be told apart, by the executable's path. */
const splitArgs = (line: string | undefined, path: string): readonly string[] | null => {
	if (line === undefined || line === '') {
		return null;
	}

	if (line.startsWith(`${path} `)) {
		return [
			path,
			...line
				.slice(path.length + 1)
				.split(' ')
				.filter(word => word !== ''),
		];
	}

	return line === path || /^[\w./-]+: /.test(line) ? [line] : line.split(' ').filter(word => word !== '');
};

/** A path in comm gives the program's name; a zombie has only `(name)`. */
const nameOf = (path: string): string =>
	path.startsWith('/') ? baseName(path) : path.replace(/^\((.+)\)$/, '$1').replace(/^-(?=\w+$)/, '');

const toProcess = (row: DarwinPsRow, line: string | undefined): Process => {
	const name = nameOf(row.path) || `(${row.pid})`;
	const args = splitArgs(line, row.path);
	return {
		key: processKey(row.pid, row.startedAt === null ? '?' : Math.floor(row.startedAt / 1000)),
		pid: row.pid,
		ppid: row.ppid,
		pgid: row.pgid,
		// ps prints a pointer in its place
		sid: null,
		tpgid: row.isForeground ? row.pgid : -1,
		uid: row.uid,
		user: row.user,
		tty: row.tty,
		hasTty: row.tty !== null,
		state: row.state,
		nice: row.nice,
		threads: null,
		startedAt: row.startedAt,
		cpuTimeMs: row.cpuTimeMs,
		rssBytes: row.rssBytes,
		// on Apple silicon every process reserves some 400 GB: it says nothing
		vszBytes: null,
		comm: name,
		name,
		script: scriptName(name.toLowerCase(), args),
		executable: row.path.startsWith('/') ? row.path : null,
		args,
		isArgsCut: false,
		cgroup: null,
		traits: noTraits,
	};
};

export type DarwinProcessTable = {read(signal?: AbortSignal): Promise<Reading<readonly Process[]>>};

const problemOf = (answer: Answer, skipped: number): Problem | null => {
	if (answer.failure !== null) {
		return {source: ps, failure: answer.failure, detail: null};
	}

	return skipped > 0 ? {source: ps, failure: 'parse', detail: String(skipped)} : null;
};

/**
The processes of a Mac. Executable path and arguments are both free text, so they take two calls: the second only when a
process is new, or now and then because programs change their title.

@source ps(1) of macOS; time zone and locale are set by the runner
*/
export const createDarwinProcessTable = (runner: Runner): DarwinProcessTable => {
	let lines: ReadonlyMap<number, string> = new Map();
	let knownKeys: ReadonlySet<string> = new Set();
	let known = new Map<string, Process>();
	let passesLeft = 0;

	const keyOf = (row: DarwinPsRow): string => `${row.pid}@${row.startedAt} ${row.path}`;

	return {
		async read(signal) {
			const answer = await runner.run({file: ps, args: ['-axww', '-o', psColumns]}, signal);
			const {rows, skipped} = parseDarwinPs(answer.stdout);
			const isNew = rows.some(row => !knownKeys.has(keyOf(row)));
			passesLeft--;
			if (isNew || passesLeft < 0) {
				lines = parseDarwinArgs((await runner.run({file: ps, args: ['-axww', '-o', psArgsColumns]}, signal)).stdout);
				passesLeft = argumentsMaxAgePasses;
			}

			knownKeys = new Set(rows.map(keyOf));
			const fresh = new Map<string, Process>();
			const processes = rows.map(row => {
				const process = toProcess(row, lines.get(row.pid));
				const before = known.get(process.key);
				// the same arguments stay the same object, so that a verdict need not be made again
				const isSame = before?.args?.join(' ') === process.args?.join(' ');
				const settled = before && isSame ? {...process, args: before.args} : process;
				fresh.set(settled.key, settled);
				return settled;
			});
			known = fresh;
			const problem = problemOf(answer, skipped);
			return {value: processes.sort((a, b) => a.pid - b.pid), problems: problem ? [problem] : []};
		},
	};
};
