import type {ProcessKey} from '../model/process.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';

export const historyLength = 30;

/** What a process used from one sample on, until the next change. */
type Change = {sample: number; cpu: number | null; mem: number | null};

/**
The last figures of every living process, as changes: most processes sleep, and ten thousand of them must not cost thirty
figures each with every sample.
*/
export type History = {samples: number; byKey: ReadonlyMap<ProcessKey, readonly Change[]>};

export const noHistory: History = {samples: 0, byKey: new Map()};

const withSample = (before: readonly Change[] | undefined, {cpuPercent: cpu, rssBytes: mem}: ExplainedProcess, sample: number) => {
	const last = before?.at(-1);
	if (before && last?.cpu === cpu && last.mem === mem) {
		return before;
	}

	// one change may be older than the first sample that is shown: it still holds then
	const first = sample - historyLength + 1;
	const kept = before?.filter((_, index) => (before[index + 1]?.sample ?? sample) > first) ?? [];
	return [...kept, {sample, cpu, mem}];
};

/** The history with one more sample; processes that are gone are left out. */
export const recordHistory = (history: History, snapshot: Snapshot): History => {
	const byKey = new Map<ProcessKey, readonly Change[]>();
	const samples = history.samples + 1;
	for (const process of snapshot.processes) {
		byKey.set(process.key, withSample(history.byKey.get(process.key), process, samples));
	}

	return {samples, byKey};
};

/** The last figures of one process, the oldest first; `null`: it is in no sample. */
export const figuresOf = (
	{samples, byKey}: History,
	key: ProcessKey,
): {cpu: readonly (number | null)[]; mem: readonly (number | null)[]} | null => {
	const changes = byKey.get(key);
	const oldest = changes?.[0];
	if (!changes || !oldest) {
		return null;
	}

	const figures: {cpu: (number | null)[]; mem: (number | null)[]} = {cpu: [], mem: []};
	let index = 0;
	for (let sample = oldest.sample; sample <= samples; sample++) {
		index += changes[index + 1]?.sample === sample ? 1 : 0;
		if (sample > samples - historyLength) {
			figures.cpu.push(changes[index]?.cpu ?? null);
			figures.mem.push(changes[index]?.mem ?? null);
		}
	}

	return figures;
};
