import {columnById, compareBy} from '../columns.js';
import {listListeners} from '../join/listeners.js';
import {childrenByPid, indexByPid, olderFirst, parentOf} from '../join/tree.js';
import {type Kind, kinds} from '../model/evidence.js';
import type {Listener} from '../model/listener.js';
import type {ProcessKey} from '../model/process.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {Language} from '../text/text.js';
import {computeLayout, type Layout} from './layout.js';
import {memoize} from './memoize.js';
import {byRank, hasTextTerm, type Match, searchProcesses} from './search.js';
import {type FacetId, facetIds, type KindFilter, type State} from './state.js';

/** One line of the table. */
export type Row = {
	process: ExplainedProcess;
	match: Match | null;
	/** `│ ├ `: its place in the tree. */
	branch: string;
	/** Shown only because something below it matches. */
	isContext: boolean;
};

const facetKinds: ReadonlySet<Kind> = new Set<Kind>(['daemon', 'agent', 'background-app', 'app']);

const isInFilter = (kind: Kind, filter: KindFilter): boolean => {
	switch (filter) {
		case 'all':
			return true;
		case 'other':
			return !facetKinds.has(kind);
		default:
			return kind === filter;
	}
};

const plainRow = (process: ExplainedProcess, match: Match | null): Row => ({process, match, branch: '', isContext: false});

const findRows = memoize((snapshot: Snapshot, filter: KindFilter, query: State['search']['query'], language: Language): readonly Row[] => {
	const inFilter = filter === 'all' ? snapshot.processes : snapshot.processes.filter(process => isInFilter(process.verdict.kind, filter));
	return query.length === 0
		? inFilter.map(process => plainRow(process, null))
		: searchProcesses(inFilter, query, language).map(({process, match}) => plainRow(process, match));
});

/** The same rows in the order of another list as far as it knows them: sorting what is nearly sorted costs a tenth. */
const inOrderOf = (before: readonly Row[], rows: readonly Row[]): Row[] => {
	const byKey = new Map(rows.map(row => [row.process.key, row]));
	if (byKey.size !== rows.length) {
		return [...rows];
	}

	const known = before.flatMap(({process: {key}}) => {
		const row = byKey.get(key);
		byKey.delete(key);
		return row ?? [];
	});
	return [...known, ...byKey.values()];
};

let lastSorted: readonly Row[] = [];

const sortRows = memoize(
	(rows: readonly Row[], sort: State['sort'], query: State['search']['query'], language: Language): readonly Row[] => {
		const compare = compareBy(columnById(sort.column), sort.isDescending, language);
		const sorted = inOrderOf(lastSorted, rows).sort((a, b) => compare(a.process, b.process));
		lastSorted = sorted;
		const isRanked = hasTextTerm(query);
		return isRanked
			? sorted.sort((a, b) => (a.match && b.match ? byRank({process: a.process, match: a.match}, {process: b.process, match: b.match}) : 0))
			: sorted;
	},
);

/** Matches and all their ancestors, children below their parents, siblings by age: an order that never jumps. */
const treeRows = memoize((snapshot: Snapshot, found: readonly Row[]): readonly Row[] => {
	const byPid = indexByPid(snapshot.processes);
	const wanted = new Map<number, Row>(found.map(row => [row.process.pid, row]));
	for (const {process} of found) {
		for (let parent = parentOf(process, byPid); parent && !wanted.has(parent.pid); parent = parentOf(parent, byPid)) {
			wanted.set(parent.pid, {...plainRow(parent, null), isContext: true});
		}
	}

	const members = snapshot.processes.filter(process => wanted.has(process.pid));
	const children = childrenByPid(members);
	const rows: Row[] = [];
	const visit = (process: ExplainedProcess, indent: string, isLast: boolean, depth: number): void => {
		const row = wanted.get(process.pid);
		if (!row || depth > 100) {
			return;
		}

		wanted.delete(process.pid);
		rows.push({...row, branch: depth === 0 ? '' : `${indent}${isLast ? '└ ' : '├ '}`});
		const below = (children.get(process.pid) ?? []).filter(child => wanted.has(child.pid));
		const deeper = depth === 0 ? '' : `${indent}${isLast ? '  ' : '│ '}`;
		for (const [index, child] of below.entries()) {
			visit(child, deeper, index === below.length - 1, depth + 1);
		}
	};

	for (const process of [...members].sort(olderFirst)) {
		if (parentOf(process, byPid) === null) {
			visit(process, '', true, 0);
		}
	}

	for (const process of members) {
		visit(process, '', true, 0);
	}

	return rows;
});

const noRows: readonly Row[] = [];

/** The rows of the table, all of them, in the order in which they are shown. */
export const selectRows = (state: State): readonly Row[] => {
	if (!state.shown) {
		return noRows;
	}

	const found = findRows(state.shown, state.filter, state.search.query, state.language);
	return state.isTree ? treeRows(state.shown, found) : sortRows(found, state.sort, state.search.query, state.language);
};

const indexRows = memoize(
	(rows: readonly Row[]): ReadonlyMap<ProcessKey, number> => new Map(rows.map((row, index) => [row.process.key, index])),
);

/** Where the selected process stands among the rows; -1: nowhere. */
export const selectIndex = (state: State): number =>
	state.selected === null ? -1 : (indexRows(selectRows(state)).get(state.selected) ?? -1);

export const selectRow = (state: State): Row | null => selectRows(state)[selectIndex(state)] ?? null;

/** The process whose pane is open: the selected one, or the one that has just ended. */
export const selectProcess = (state: State): ExplainedProcess | null => state.ended ?? selectRow(state)?.process ?? null;

/** The file that configures the selected process first of all; `null`: none is known. */
export const configPathOf = (state: State): string | null => {
	const process = selectProcess(state);
	const document = state.inspected?.key === process?.key ? state.inspected?.parts.config?.value : null;
	const {service} = process ?? {};
	return document?.files[0]?.path ?? (service?.manager === 'systemd' ? service.sourcePath : null) ?? service?.configPath ?? null;
};

const layoutOf = memoize(computeLayout);

export const selectLayout = (state: State): Layout => layoutOf(state.size, state.isPaneFull);

/** Index of the first row on the screen: the selected one keeps its line as far as the list allows. */
export const selectTop = (state: State): number => {
	const {height} = selectLayout(state).table;
	const rows = selectRows(state);
	const index = Math.max(0, selectIndex(state));
	const line = Math.max(0, Math.min(state.screenLine, height - 1));
	return Math.max(0, Math.min(index - line, rows.length - height));
};

type FacetCounts = {byFacet: Readonly<Record<FacetId, number>>; byKind: Readonly<Record<Kind, number>>};

const countFacets = memoize((snapshot: Snapshot | null): FacetCounts => {
	const byKind = Object.fromEntries(kinds.map(kind => [kind, 0])) as Record<Kind, number>;
	for (const process of snapshot?.processes ?? []) {
		byKind[process.verdict.kind]++;
	}

	const byFacet = Object.fromEntries(
		facetIds.map(id => [id, kinds.filter(kind => isInFilter(kind, id)).reduce((sum, kind) => sum + byKind[kind], 0)]),
	) as Record<FacetId, number>;
	return {byFacet, byKind};
});

export const selectFacetCounts = (state: State): FacetCounts => countFacets(state.shown);

const listenersOf = memoize((snapshot: Snapshot | null): readonly Listener[] => (snapshot === null ? [] : listListeners(snapshot)));

/** Every address where somebody waits, as the list that is shown knows it. */
export const selectListeners = (state: State): readonly Listener[] => listenersOf(state.shown);
