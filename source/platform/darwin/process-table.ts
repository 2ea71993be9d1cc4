import {type Process, processKey, type Traits, unknownTraits} from '../../model/process.js';
import {baseName, isGenericProgram} from '../../model/program.js';
import type {Problem} from '../../model/snapshot.js';
import {scriptName} from '../../parse/process-name.js';
import {type DarwinPsRow, parseDarwinArgs, parseDarwinPs, psArgsColumns, psColumns} from '../../parse/ps-darwin.js';
import type {Answer, Runner} from '../../run/runner.js';
import type {Reading} from '../platform.js';

/** Setuid root and entitled: a `ps` that stands earlier in PATH may see less. */
const ps = '/bin/ps';
const argumentsMaxAgePasses = 15;

/** ps tells none of them, and lists no thread of the kernel. */
const darwinTraits: Traits = {...unknownTraits, isKernelThread: false};

/** `-zsh` is a login shell, `(uname)` a zombie: what stands around a name is no part of it. */
const bareName = (word: string): string =>
	baseName(word)
		.replace(/^-(?=\w)/, '')
		.replace(/:$/, '');

/**
ps prints the argument vector joined by blanks: only its beginning can be told apart, by the executable's path or name. A
line that begins with anything else is a title that the program gave itself.
*/
const splitArgs = (line: string | undefined, path: string): {args: readonly string[] | null; isTitle: boolean} => {
	if (line === undefined || line === '') {
		return {args: null, isTitle: false};
	}

	if (line.startsWith(`${path} `)) {
		return {
			args: [
				path,
				...line
					.slice(path.length + 1)
					.split(' ')
					.filter(word => word !== ''),
			],
			isTitle: false,
		};
	}

	const [first = ''] = line.split(' ');
	const isTitle = line !== path && (first.endsWith(':') || (bareName(first) !== bareName(path) && !first.startsWith('/')));
	return isTitle || line === path ? {args: [line], isTitle} : {args: line.split(' ').filter(word => word !== ''), isTitle};
};

/** A path gives the program's name; an interpreter that retitled itself is known by its title (`PM2 v5.4.2: God Daemon`). */
const nameOf = (path: string, title: string | null): string => {
	const name = path.startsWith('/') ? baseName(path) : bareName(path.replace(/^\((.+)\)$/, '$1'));
	return title !== null && isGenericProgram(name.toLowerCase()) ? title.replace(/ [(/].*$/, '').slice(0, 40) : name;
};

const toProcess = (row: DarwinPsRow, line: string | undefined): Process => {
	const {args, isTitle} = splitArgs(line, row.path);
	const name = nameOf(row.path, isTitle ? (args?.[0] ?? null) : null) || `(${row.pid})`;
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
		traits: darwinTraits,
	};
};

type DarwinProcessTable = {read(signal?: AbortSignal): Promise<Reading<readonly Process[]>>};

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
