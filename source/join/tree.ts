import type {Process} from '../model/process.js';

export type ProcessIndex<Item extends Process = Process> = ReadonlyMap<number, Item>;

const indexes = new WeakMap<readonly Process[], ProcessIndex>();

/** Made once for each list, which nobody changes. */
export const indexByPid = <Item extends Process>(processes: readonly Item[]): ProcessIndex<Item> => {
	const known = indexes.get(processes) as ProcessIndex<Item> | undefined;
	if (known) {
		return known;
	}

	const index = new Map<number, Item>();
	for (const process of processes) {
		index.set(process.pid, process);
	}

	indexes.set(processes, index);
	return index;
};

/** A process cannot be older than its parent: an older "child" has inherited the pid of a dead one. */
const isPlausibleParent = (parent: Process, child: Process): boolean =>
	parent.pid !== child.pid && (parent.startedAt === null || child.startedAt === null || parent.startedAt <= child.startedAt);

export const parentOf = <Item extends Process>(process: Process, byPid: ProcessIndex<Item>): Item | null => {
	const parent = byPid.get(process.ppid);
	return parent && isPlausibleParent(parent, process) ? parent : null;
};

const maxDepth = 100;

/** Parents, nearest first, up to the first process. */
export const ancestorsOf = <Item extends Process>(process: Item, byPid: ProcessIndex<Item>): readonly Item[] => {
	const ancestors: Item[] = [];
	let current = parentOf(process, byPid);
	while (current && ancestors.length < maxDepth && !ancestors.includes(current)) {
		ancestors.push(current);
		current = parentOf(current, byPid);
	}

	return ancestors;
};

type Children<Item extends Process> = ReadonlyMap<number, readonly Item[]>;

const childrenOf = new WeakMap<readonly Process[], Children<Process>>();

/** Children of every process, by the parent's pid, oldest first. Made once for each list, which nobody changes. */
export const childrenByPid = <Item extends Process>(processes: readonly Item[]): Children<Item> => {
	const known = (childrenOf.get(processes) as Children<Item> | undefined) ?? findChildren(processes);
	childrenOf.set(processes, known);
	return known;
};

const findChildren = <Item extends Process>(processes: readonly Item[]): Children<Item> => {
	const byPid = indexByPid(processes);
	const children = new Map<number, Item[]>();
	for (const process of processes) {
		const known = byPid.get(process.ppid);
		// a younger process that has the pid of a dead parent is none
		if (known && !isPlausibleParent(known, process)) {
			continue;
		}

		const siblings = children.get(process.ppid);
		if (siblings) {
			siblings.push(process);
		} else {
			children.set(process.ppid, [process]);
		}
	}

	for (const siblings of children.values()) {
		siblings.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || a.pid - b.pid);
	}

	return children;
};

/** Every process after its parent. */
export const parentsFirst = <Item extends Process>(processes: readonly Item[]): readonly Item[] => {
	const byPid = indexByPid(processes);
	const children = childrenByPid(processes);
	const ordered: Item[] = [];
	const seen = new Set<number>();
	const visit = (start: Item): void => {
		const pending = [start];
		for (let process = pending.pop(); process; process = pending.pop()) {
			if (!seen.has(process.pid)) {
				seen.add(process.pid);
				ordered.push(process);
				const below = children.get(process.pid) ?? [];
				for (let index = below.length - 1; index >= 0; index--) {
					pending.push(below[index] as Item);
				}
			}
		}
	};

	for (const process of processes) {
		if (!byPid.has(process.ppid) || process.ppid === process.pid) {
			visit(process);
		}
	}

	// a loop of parents, seen only when pids were reused half-way
	for (const process of processes) {
		visit(process);
	}

	return ordered;
};

/** The order in which processes were started; of those that started at once, by pid. */
export const olderFirst = (a: Process, b: Process): number => (a.startedAt ?? 0) - (b.startedAt ?? 0) || a.pid - b.pid;
