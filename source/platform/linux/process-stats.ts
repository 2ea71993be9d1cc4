import {type ProcStat, parseProcStat} from '../../parse/proc-stat.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';

export type Stats = {
	/** By ascending pid. One that has not changed since the reading before is the same object. */
	stats: readonly ProcStat[];
	/** How many refused to be read. */
	unreadable: number;
	/** How many are left when the time was up. */
	unread: number;
	failure: boolean;
};

/** The kernel's longest line is well below it. */
const maxStatBytes = 4096;
/** A key that is pressed waits for so many at most: about three milliseconds. */
const sliceLength = 400;

/**
Reads `stat` of every process, or of as many as there is time for: those with the lowest pids, which the oldest have. Between
slices `pause` lets others have the thread.

@source proc(5); proc_pid_stat(5)
*/
export const createStatReader = (runner: Runner, clock: Clock, pause: () => Promise<void>): ((withinMs?: number) => Promise<Stats>) => {
	const known = new Map<string, {text: string; stat: ProcStat}>();

	return async (withinMs = Number.POSITIVE_INFINITY) => {
		const startedAt = clock.elapsed();
		const {names, failure} = runner.list('/proc');
		const pids = names.filter(name => /^\d+$/.test(name));
		const gone = new Set(known.keys());
		const stats: ProcStat[] = [];
		let unreadable = 0;
		let count = 0;
		for (const name of pids) {
			if (count > 0 && count % sliceLength === 0) {
				if (clock.elapsed() - startedAt > withinMs) {
					break;
				}

				await pause();
			}

			count++;

			const answer = runner.read(`/proc/${name}/stat`, maxStatBytes);
			const before = known.get(name);
			// most processes sleep: their line is the one we know
			const stat = answer.failure !== null ? null : before?.text === answer.text ? before.stat : parseProcStat(answer.text);
			if (stat) {
				gone.delete(name);
				stats.push(stat);
				if (before?.stat !== stat) {
					known.set(name, {text: answer.text, stat});
				}
			} else if (answer.failure === 'denied') {
				unreadable++;
			}
		}

		for (const name of gone) {
			known.delete(name);
		}

		return {
			stats: stats.sort((a, b) => a.pid - b.pid),
			unreadable,
			unread: pids.length - count,
			failure: failure !== null || stats.length === 0,
		};
	};
};
