import type {ProcessKey} from '../model/process.js';
import type {Snapshot} from '../model/snapshot.js';

export const historyLength = 30;

type Figures = {cpu: (number | null)[]; mem: (number | null)[]};

/** The last figures of every living process. */
export type History = ReadonlyMap<ProcessKey, Readonly<{cpu: readonly (number | null)[]; mem: readonly (number | null)[]}>>;

/** The history with one more sample; processes that are gone are left out. */
export const recordHistory = (history: History, snapshot: Snapshot): History => {
	const next = new Map<ProcessKey, Figures>();
	for (const process of snapshot.processes) {
		const before = history.get(process.key);
		next.set(process.key, {
			cpu: [...(before?.cpu ?? []).slice(1 - historyLength), process.cpuPercent],
			mem: [...(before?.mem ?? []).slice(1 - historyLength), process.rssBytes],
		});
	}

	return next;
};
