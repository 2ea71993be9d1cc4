import {type ProcessKey, processKey, type Reading, type Traits} from '../../model/process.js';
import {PF_FORKNOEXEC, PF_KTHREAD, type ProcStat} from '../../parse/proc-stat.js';
import {programName, scriptName} from '../../parse/process-name.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import {emptyFacts, type ProcessFacts, readProcessFacts} from './process-facts.js';

/** USER_HZ is 100 on every architecture that Node runs on. */
export const tickMs = 10;
/** Young processes are still setting themselves up; later a title or control group changes rarely. */
const youngMs = 5000;
const youngFactsMaxAgeMs = 1000;
const factsMaxAgeMs = 30_000;
const deepFactsMaxAgeMs = 120_000;
/** What was first read at once is not read again at once: spread over the pids, no pass takes much longer than another. */
const spreadOver = 16;

export const isKernel = (stat: ProcStat): boolean => (stat.flags & PF_KTHREAD) !== 0;

/** `none`: `stat` alone. */
type Depth = 'none' | 'quick' | 'full';

/** What is kept about a process beyond its `stat`. */
export type Entry = {
	key: ProcessKey;
	startTicks: number;
	comm: string;
	depth: Depth;
	/** Of the clock that never goes back. */
	factsAt: number;
	deepFactsAt: number;
	wasYoung: boolean;
	facts: ProcessFacts;
	name: string;
	script: string | null;
	traits: Traits;
	listens: Traits['listens'];
};

const toTraits = (stat: ProcStat, facts: ProcessFacts, listens: Traits['listens']): Traits => {
	const {status} = facts;
	const {caughtMask = null, ignoredMask = null} = status ?? {};
	return {
		isKernelThread: status?.isKernelThread ?? isKernel(stat),
		isForkedWithoutExec: (stat.flags & PF_FORKNOEXEC) !== 0,
		signals: caughtMask === null || ignoredMask === null ? null : {caughtMask, ignoredMask},
		workingDirectory: facts.workingDirectory,
		stdio: facts.stdio,
		environment: facts.environment,
		loginUid: facts.loginUid,
		nestedPid: status?.nestedPid ?? null,
		usesDisplay: facts.usesDisplay,
		listens,
		isExecutableDeleted: facts.isExecutableDeleted,
		denied: facts.denied,
	};
};

const kernelFacts = (runner: Runner, pid: number): ProcessFacts => ({
	...emptyFacts,
	status: {uid: 0, isKernelThread: true, rssBytes: 0, caughtMask: null, ignoredMask: null, nestedPid: null},
	args: runner.read(`/proc/${pid}/cmdline`, 16).text === '' ? [] : null,
});

const depths: readonly Depth[] = ['none', 'quick', 'full'];

/** What must be read again; `null`: nothing. */
const dueDepth = (entry: Entry | undefined, stat: ProcStat, depth: Depth, now: number): Depth | null => {
	if (entry === undefined || entry.comm !== stat.comm || depths.indexOf(entry.depth) < depths.indexOf(depth)) {
		return depth;
	}

	if (isKernel(stat)) {
		return null;
	}

	const spread = 1 + (stat.pid % spreadOver) / spreadOver;
	if (now - entry.deepFactsAt > deepFactsMaxAgeMs * spread) {
		return depth;
	}

	const age = now - entry.factsAt;
	if (entry.wasYoung && age > youngFactsMaxAgeMs) {
		return depth;
	}

	return age > factsMaxAgeMs * spread ? 'quick' : null;
};

const deepReadings: readonly Reading[] = ['workingDirectory', 'stdio', 'environment', 'display'];

/** What was read quickly, with what rarely changes as it was. */
const withDeepFactsOf = (before: ProcessFacts, read: ProcessFacts): ProcessFacts => ({
	...before,
	status: read.status,
	args: read.args,
	isArgsCut: read.isArgsCut,
	cgroup: read.cgroup,
	executable: read.executable,
	isExecutableDeleted: read.isExecutableDeleted,
	denied: [...read.denied, ...before.denied.filter(reading => deepReadings.includes(reading))],
});

const sameFacts = (a: ProcessFacts, b: ProcessFacts): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is known of a process after reading its facts; whatever has not changed stays the same object. */
const toEntry = (
	stat: ProcStat,
	read: ProcessFacts,
	before: Entry | undefined,
	times: Pick<Entry, 'depth' | 'factsAt' | 'deepFactsAt' | 'wasYoung'>,
): Entry => {
	const facts = before && sameFacts(before.facts, read) ? before.facts : read;
	const name = programName(stat.comm, facts.executable, facts.args) || `(${stat.pid})`;
	return {
		key: before?.key ?? processKey(stat.pid, stat.startTicks),
		startTicks: stat.startTicks,
		comm: stat.comm,
		facts,
		name,
		script: scriptName(name, facts.args),
		traits: before?.facts === facts ? before.traits : toTraits(stat, facts, before?.listens ?? null),
		listens: before?.listens ?? null,
		...times,
	};
};

/** The same process with what it listens on now. */
export const listeningOn = (entry: Entry, stat: ProcStat, listens: Traits['listens']): Entry =>
	entry.listens === listens ? entry : {...entry, listens, traits: toTraits(stat, entry.facts, listens)};

/**
What rarely changes of one process, read when it is due: at first sight, after an exec, while it is young, and every so
often. `upMs` is how long the system runs: a clock that is set changes no age. `before` is what was known of the same process (same pid and start); it is given back where nothing is due.
*/
export const refreshEntry = (
	runner: Runner,
	clock: Clock,
	stat: ProcStat,
	before: Entry | undefined,
	depth: Depth,
	upMs: number | null,
): Entry => {
	const now = clock.elapsed();
	const due = dueDepth(before, stat, depth, now);
	if (before && due === null) {
		return before;
	}

	const wasYoung = upMs !== null && upMs - stat.startTicks * tickMs < youngMs;
	if (isKernel(stat)) {
		return toEntry(stat, kernelFacts(runner, stat.pid), before, {depth, factsAt: now, deepFactsAt: now, wasYoung});
	}

	const wanted = due ?? depth;
	const read = wanted === 'none' ? emptyFacts : readProcessFacts(runner, stat.pid, wanted);
	const isPartial = before?.depth === 'full' && due === 'quick' && before.comm === stat.comm;
	return isPartial
		? toEntry(stat, withDeepFactsOf(before.facts, read), before, {
				depth: 'full',
				factsAt: now,
				deepFactsAt: before.deepFactsAt,
				wasYoung,
			})
		: toEntry(stat, read, before, {depth: wanted, factsAt: now, deepFactsAt: now, wasYoung});
};
