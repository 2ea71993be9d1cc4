import {type Process, type ProcessKey, processKey, type Traits} from '../../model/process.js';
import {PF_FORKNOEXEC, PF_KTHREAD, type ProcStat, parseProcStat, ttyName} from '../../parse/proc-stat.js';
import {programName, scriptName} from '../../parse/process-name.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import {createListeners, type Listeners} from './listeners.js';
import {emptyFacts, type ProcessFacts, readProcessFacts} from './process-facts.js';
import type {Users} from './users.js';

/** USER_HZ is 100 on every architecture that Node runs on. */
const tickMs = 10;
/** Young processes are still setting themselves up; later a title or control group changes rarely. */
const youngMs = 5000;
const factsMaxAgeMs = 30_000;
/** Descriptors of an eighth of the processes are looked through again in each pass. */
const listenerRotation = 8;

type Entry = {
	key: ProcessKey;
	startTicks: number;
	comm: string;
	depth: 'quick' | 'full';
	factsAt: number;
	facts: ProcessFacts;
	name: string;
	script: string | null;
	traits: Traits;
	listens: Traits['listens'];
};

export type TableReading = {processes: readonly Process[]; unreadable: number; failure: boolean};

export type ProcessTable = {
	read(depth: 'quick' | 'full'): TableReading;
	listeners: Listeners;
};

const toTraits = (stat: ProcStat, facts: ProcessFacts, listens: Traits['listens']): Traits => {
	const {status} = facts;
	const isKernelThread = status?.isKernelThread ?? (stat.flags & PF_KTHREAD) !== 0;
	const {caughtMask = null, ignoredMask = null} = status ?? {};
	return {
		isKernelThread,
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

const isKernel = (stat: ProcStat): boolean => (stat.flags & PF_KTHREAD) !== 0;

type Machine = {bootedAt: number | null; pageBytes: number; users: Users};

const toProcess = (stat: ProcStat, entry: Entry, machine: Machine): Process => {
	const uid = entry.facts.status?.uid ?? null;
	const {bootedAt} = machine;
	return {
		key: entry.key,
		pid: stat.pid,
		ppid: stat.ppid,
		pgid: stat.pgid,
		sid: stat.sid,
		tpgid: stat.tpgid,
		uid,
		user: uid === null ? null : machine.users.name(uid),
		tty: ttyName(stat.ttyNumber),
		hasTty: stat.ttyNumber !== 0,
		state: stat.state,
		nice: stat.nice,
		threads: stat.threads,
		startedAt: bootedAt === null ? null : bootedAt + stat.startTicks * tickMs,
		cpuTimeMs: stat.cpuTicks * tickMs,
		rssBytes: isKernel(stat) ? 0 : stat.rssPages * machine.pageBytes,
		vszBytes: stat.vszBytes,
		comm: stat.comm,
		name: entry.name,
		script: entry.script,
		executable: entry.facts.executable,
		args: entry.facts.args,
		isArgsCut: entry.facts.isArgsCut,
		cgroup: entry.facts.cgroup,
		traits: entry.traits,
	};
};

const kernelFacts = (runner: Runner, pid: number): ProcessFacts => ({
	...emptyFacts,
	status: {uid: 0, isKernelThread: true, rssBytes: 0, caughtMask: null, ignoredMask: null, nestedPid: null},
	args: runner.read(`/proc/${pid}/cmdline`, 16).text === '' ? [] : null,
});

type Stats = {stats: readonly ProcStat[]; unreadable: number; failure: boolean};

const readStats = (runner: Runner): Stats => {
	const {names, failure} = runner.list('/proc');
	const stats: ProcStat[] = [];
	let unreadable = 0;
	for (const name of names) {
		if (!/^\d+$/.test(name)) {
			continue;
		}

		const answer = runner.read(`/proc/${name}/stat`, 4096);
		const stat = answer.failure === null ? parseProcStat(answer.text) : null;
		if (stat) {
			stats.push(stat);
		} else if (answer.failure === 'denied') {
			unreadable++;
		}
	}

	return {stats: stats.sort((a, b) => a.pid - b.pid), unreadable, failure: failure !== null || stats.length === 0};
};

const isStale = (entry: Entry, stat: ProcStat, depth: 'quick' | 'full', now: number, bootedAt: number | null): boolean => {
	if (entry.comm !== stat.comm || (entry.depth === 'quick' && depth === 'full')) {
		return true;
	}

	const startedAt = bootedAt === null ? 0 : bootedAt + stat.startTicks * tickMs;
	return now - entry.factsAt > factsMaxAgeMs || (entry.factsAt - startedAt < youngMs && now - entry.factsAt > 1000);
};

const sameFacts = (a: ProcessFacts, b: ProcessFacts): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is known of a process after reading its facts; whatever has not changed stays the same object. */
const toEntry = (stat: ProcStat, read: ProcessFacts, before: Entry | undefined, depth: 'quick' | 'full', now: number): Entry => {
	const facts = before && sameFacts(before.facts, read) ? before.facts : read;
	const name = programName(stat.comm, facts.executable, facts.args) || `(${stat.pid})`;
	return {
		key: before?.key ?? processKey(stat.pid, stat.startTicks),
		startTicks: stat.startTicks,
		comm: stat.comm,
		depth,
		factsAt: now,
		facts,
		name,
		script: scriptName(name, facts.args),
		traits: before?.facts === facts ? before.traits : toTraits(stat, facts, before?.listens ?? null),
		listens: before?.listens ?? null,
	};
};

/**
The processes of `/proc`. Each pass reads `stat` of every process and nothing else of those it knows; what rarely changes
is read once per process (told apart from a later one with the same pid by its start time) and again after an exec.

@source proc(5)
*/
export const createProcessTable = (runner: Runner, clock: Clock, machine: Machine): ProcessTable => {
	const entries = new Map<number, Entry>();
	const listeners = createListeners(runner);
	let pass = 0;

	const update = (stat: ProcStat, depth: 'quick' | 'full', now: number): void => {
		const known = entries.get(stat.pid);
		const entry = known?.startTicks === stat.startTicks ? known : undefined;
		if (entry && (isKernel(stat) || !isStale(entry, stat, depth, now, machine.bootedAt))) {
			return;
		}

		const read = isKernel(stat) ? kernelFacts(runner, stat.pid) : readProcessFacts(runner, stat.pid, depth);
		entries.set(stat.pid, toEntry(stat, read, entry, depth, now));
	};

	const refreshListeners = (stats: readonly ProcStat[]): void => {
		const pids = stats.filter(
			stat =>
				!isKernel(stat) &&
				(pass === 1 || stat.pid % listenerRotation === pass % listenerRotation || entries.get(stat.pid)?.listens === null),
		);
		listeners.scan(pids.map(stat => stat.pid));
		for (const stat of stats) {
			const entry = entries.get(stat.pid);
			const listens = listeners.of(stat.pid);
			if (entry && entry.listens !== listens) {
				entries.set(stat.pid, {...entry, listens, traits: toTraits(stat, entry.facts, listens)});
			}
		}
	};

	const forgetGone = (alive: ReadonlySet<number>): void => {
		for (const pid of entries.keys()) {
			if (!alive.has(pid)) {
				entries.delete(pid);
				listeners.forget(pid);
			}
		}
	};

	return {
		listeners,
		read(depth) {
			const {stats, unreadable, failure} = readStats(runner);
			const now = clock.now();
			forgetGone(new Set(stats.map(stat => stat.pid)));
			for (const stat of stats) {
				update(stat, depth, now);
			}

			if (depth === 'full') {
				pass++;
				refreshListeners(stats);
			}

			const processes = stats.flatMap(stat => {
				const entry = entries.get(stat.pid);
				return entry ? [toProcess(stat, entry, machine)] : [];
			});
			return {processes, unreadable, failure};
		},
	};
};
