import type {Process} from '../../model/process.js';
import {type ProcStat, ttyName} from '../../parse/proc-stat.js';
import {parseUptime} from '../../parse/proc-system.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Depth} from '../platform.js';
import {createListenerWatch, type ListenerWatch} from './listener-watch.js';
import {type Entry, isKernel, listeningOn, refreshEntry, tickMs} from './process-entry.js';
import {createStatReader} from './process-stats.js';
import type {Users} from './users.js';

export type TableReading = {processes: readonly Process[]; unreadable: number; unread: number; failure: boolean};

export type ProcessTable = {
	read(depth: Depth): Promise<TableReading>;
	unownedListeners: ListenerWatch['unowned'];
};

type Machine = {bootedAt: number | null; pageBytes: number; users: Users};

const toProcess = (stat: ProcStat, entry: Entry, user: string | null, {bootedAt, pageBytes}: Machine): Process => ({
	key: entry.key,
	pid: stat.pid,
	ppid: stat.ppid,
	pgid: stat.pgid,
	sid: stat.sid,
	tpgid: stat.tpgid,
	uid: entry.facts.status?.uid ?? null,
	user,
	tty: ttyName(stat.ttyNumber),
	hasTty: stat.ttyNumber !== 0,
	state: stat.state,
	nice: stat.nice,
	threads: stat.threads,
	startedAt: bootedAt === null ? null : bootedAt + stat.startTicks * tickMs,
	cpuTimeMs: stat.cpuTicks * tickMs,
	rssBytes: isKernel(stat) ? 0 : stat.rssPages * pageBytes,
	vszBytes: stat.vszBytes,
	comm: stat.comm,
	name: entry.name,
	script: entry.script,
	executable: entry.facts.executable,
	args: entry.facts.args,
	isArgsCut: entry.facts.isArgsCut,
	cgroup: entry.facts.cgroup,
	traits: entry.traits,
});

/** What a process was made of; it is made again when one of them is another. */
type Known = {stat: ProcStat; entry: Entry; process: Process};

/** The first list does not wait longer for what is known beyond `stat`: among ten thousand processes the last ones get it with the next sample. */
const quickFactsMs = 80;
/** What is shown first has been read in so long: of a crowd, a thousand processes or so. */
const glimpseMs = 40;
/** A key that is pressed waits for so many new processes at most: each is a dozen files. */
const sliceLength = 40;

/**
The processes of `/proc`. Each pass reads `stat` of every process and nothing else of those it knows; what rarely changes
is read once per process (told apart from a later one with the same pid by its start time), again after an exec, and
every so often. A process of which nothing has changed is the same object as in the pass before.

@source proc(5)
*/
export const createProcessTable = (runner: Runner, clock: Clock, pause: () => Promise<void>, machine: Machine): ProcessTable => {
	const readStats = createStatReader(runner, clock, pause);
	const listeners = createListenerWatch(runner, clock, pause);
	const known = new Map<number, Known>();

	/** Remembers what is known of it now; tells whether something was read for it. */
	const update = (stat: ProcStat, depth: 'none' | 'quick' | 'full', upMs: number | null): boolean => {
		const found = known.get(stat.pid);
		const before = found?.entry.startTicks === stat.startTicks ? found : undefined;
		const refreshed = refreshEntry(runner, clock, stat, before?.entry, depth, upMs);
		const entry = listeningOn(refreshed, stat, listeners.of(stat));
		const uid = entry.facts.status?.uid ?? null;
		const user = uid === null ? null : machine.users.name(uid);
		if (before?.stat !== stat || before.entry !== entry || before.process.user !== user) {
			const isSame =
				before?.stat === stat && before.process.user === user && before.entry.facts === entry.facts && before.entry.traits === entry.traits;
			known.set(stat.pid, {stat, entry, process: isSame ? before.process : toProcess(stat, entry, user, machine)});
		}

		return refreshed !== before?.entry;
	};

	const updateAll = async (stats: readonly ProcStat[], depth: 'quick' | 'full'): Promise<void> => {
		const upMs = parseUptime(runner.read('/proc/uptime', 128).text);
		const startedAt = clock.elapsed();
		let read = 0;
		for (const stat of stats) {
			const isLate = depth === 'quick' && clock.elapsed() - startedAt > quickFactsMs;
			read += update(stat, isLate ? 'none' : depth, upMs) ? 1 : 0;
			if (read === sliceLength) {
				read = 0;
				await pause();
			}
		}
	};

	const forgetGone = (alive: ReadonlySet<number>): void => {
		for (const pid of known.keys()) {
			if (!alive.has(pid)) {
				known.delete(pid);
			}
		}
	};

	return {
		unownedListeners: listeners.unowned,
		async read(depth) {
			const {stats, unreadable, unread, failure} = await readStats(depth === 'glimpse' ? glimpseMs : undefined);
			forgetGone(new Set(stats.map(({pid}) => pid)));
			if (depth === 'full') {
				await listeners.look(stats.filter(stat => !isKernel(stat)));
			}

			await updateAll(stats, depth === 'full' ? 'full' : 'quick');
			return {processes: stats.flatMap(({pid}) => known.get(pid)?.process ?? []), unreadable, unread, failure};
		},
	};
};
