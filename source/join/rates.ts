import type {Process, ProcessKey} from '../model/process.js';

/** CPU time of every process at one instant, for the next sample to compare with. */
export type CpuTimes = {takenAt: number; byKey: ReadonlyMap<ProcessKey, number>};

export const cpuTimes = (processes: readonly Process[], takenAt: number): CpuTimes => {
	const byKey = new Map<ProcessKey, number>();
	for (const process of processes) {
		if (process.cpuTimeMs !== null) {
			byKey.set(process.key, process.cpuTimeMs);
		}
	}

	return {takenAt, byKey};
};

/**
Share of one core in percent between two samples. `null` in the first sample, for a process that was not in it, and when
no time has passed (a clock that was set back).
*/
export const cpuPercent = (process: Process, previous: CpuTimes | null, takenAt: number): number | null => {
	const before = previous?.byKey.get(process.key);
	const wallMs = previous ? takenAt - previous.takenAt : 0;
	if (before === undefined || process.cpuTimeMs === null || wallMs <= 0) {
		return null;
	}

	return Math.max(0, ((process.cpuTimeMs - before) / wallMs) * 100);
};
