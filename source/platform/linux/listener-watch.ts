import type {ListeningSocket} from '../../model/process.js';
import type {NetSocket} from '../../parse/proc-net.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import {createListeners} from './listeners.js';

/** A process is one with its pid and its start: the next one with the pid has descriptors of its own. */
type Living = {pid: number; startTicks: number};

export type ListenerWatch = {
	/** Looks through descriptors, as many as are due. `living`: all processes that may have some. */
	look(living: readonly Living[]): Promise<void>;
	/** What a process listens on; `null`: its descriptors cannot be read, or were not yet. */
	of(process: Living): readonly ListeningSocket[] | null;
	/** Listening sockets of our network namespace that no visible process holds. */
	unowned(): readonly NetSocket[];
};

/** How old the kernel's tables of sockets may be, and how soon they are read again for a new process. */
const tablesMaxAgeMs = 8000;
const tablesMinAgeMs = 3000;
/** A part of the processes is looked through again in each pass: sockets are handed on, and other networks have tables of their own. */
const rotation = 32;
/** So many at least in a pass, however few there are. */
const leastInPass = 64;
/** A key that is pressed waits for so many at most. */
const sliceLength = 60;

/**
Decides which processes are looked through in a pass, so that it costs little while nothing changes: those never seen,
a few in turn, and all of them, over several passes, after a listening socket has come or gone.
*/
export const createListenerWatch = (runner: Runner, clock: Clock, pause: () => Promise<void>): ListenerWatch => {
	const listeners = createListeners(runner);
	const seen = new Map<number, number>();
	let due = new Set<number>();
	/** Seen for the first time since the tables were read: what they listen on is not in these. */
	const owed = new Set<number>();
	let tablesAt = Number.NEGATIVE_INFINITY;
	let pass = 0;

	const forgetGone = (living: readonly Living[]): void => {
		const starts = new Map(living.map(({pid, startTicks}) => [pid, startTicks]));
		for (const [pid, startTicks] of seen) {
			if (starts.get(pid) !== startTicks) {
				seen.delete(pid);
				due.delete(pid);
				owed.delete(pid);
				listeners.forget(pid);
			}
		}
	};

	const readTables = (living: readonly Living[], fresh: readonly Living[]): void => {
		for (const {pid} of fresh) {
			owed.add(pid);
		}

		const age = clock.elapsed() - tablesAt;
		if (age < (owed.size > 0 ? tablesMinAgeMs : tablesMaxAgeMs)) {
			return;
		}

		tablesAt = clock.elapsed();
		if (listeners.readTables()) {
			due = new Set([...owed, ...living.map(({pid}) => pid)]);
		}

		owed.clear();
	};

	/** Of those that are due, as many as one pass takes, and those in turn. */
	const chosen = (living: readonly Living[], fresh: readonly Living[]): ReadonlySet<number> => {
		const most = Math.max(leastInPass, Math.ceil(living.length / rotation) * 2);
		const inTurn = living.filter(({pid}) => pid % rotation === pass % rotation);
		return new Set([...[...due].slice(0, most), ...inTurn.map(({pid}) => pid), ...fresh.map(({pid}) => pid)]);
	};

	return {
		async look(living) {
			forgetGone(living);
			const fresh = living.filter(({pid}) => !seen.has(pid));
			readTables(living, fresh);
			const pids = [...chosen(living, fresh)];
			pass++;
			for (let from = 0; from < pids.length; from += sliceLength) {
				const slice = pids.slice(from, from + sliceLength);
				listeners.scan(slice);
				await (pids.length > from + sliceLength ? pause() : undefined);
			}

			for (const {pid, startTicks} of fresh) {
				seen.set(pid, startTicks);
			}

			for (const pid of pids) {
				due.delete(pid);
			}
		},
		of: ({pid, startTicks}) => (seen.get(pid) === startTicks ? listeners.of(pid) : null),
		unowned: listeners.unowned,
	};
};
