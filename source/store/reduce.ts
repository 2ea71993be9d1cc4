import {columnById, tableColumns} from '../columns.js';
import {indexByPid, parentOf} from '../join/tree.js';
import type {Snapshot} from '../model/snapshot.js';
import {recordHistory} from './history.js';
import {menuItems} from './menu.js';
import {addLogEntries, endFollowing, toggleFollowing, withoutLeftovers, withPart} from './reduce-inspect.js';
import {openPane, scrollPane, stepPane, toggleSecrets} from './reduce-pane.js';
import {reduceSearch, type SearchAction} from './reduce-search.js';
import {selectIndex, selectLayout, selectListeners, selectProcess, selectRows} from './select.js';
import {selectAt, settle} from './selection.js';
import {type Action, type KindFilter, type Mode, maximumIntervalMs, minimumIntervalMs, noSearch, type State} from './state.js';

const clamp = (value: number, minimum: number, maximum: number): number => Math.max(minimum, Math.min(value, maximum));

/** Something that lies over the list and that one chooses in or reads. */
const isMenuMode = (mode: Mode): boolean => mode !== 'browse' && mode !== 'search';

const withSnapshot = (state: State, snapshot: Snapshot): State => {
	if (state.latest && snapshot.sequence <= state.latest.sequence) {
		return state;
	}

	const next = {...state, latest: snapshot, stale: null, history: recordHistory(state.history, snapshot)};
	// nothing moves while a menu is open or the list is paused
	const isFrozen = (state.isPaused || isMenuMode(state.mode)) && state.shown !== null;
	return isFrozen ? next : settle(state, {...next, shown: snapshot});
};

const thaw = (state: State): State =>
	state.isPaused || state.latest === state.shown || state.latest === null ? state : settle(state, {...state, shown: state.latest});

const withSort = (state: State, sort: State['sort']): State =>
	settle(state, {...state, sort, isTree: false, message: {id: 'sorted', ...sort}});

const sortBy = (state: State, column: State['sort']['column']): State =>
	withSort(state, {column, isDescending: column === state.sort.column ? !state.sort.isDescending : columnById(column).descending});

const stepSort = (state: State, by: number): State => {
	const index = tableColumns.findIndex(column => column.id === state.sort.column);
	const next = tableColumns[(index + by + tableColumns.length) % tableColumns.length];
	return next ? withSort(state, {column: next.id, isDescending: next.descending}) : state;
};

const withFilter = (state: State, filter: KindFilter): State => {
	// the key of the facet that is on turns it off
	const chosen: KindFilter = filter === state.filter ? 'all' : filter;
	const message = chosen === 'all' ? ({id: 'facetAll'} as const) : ({id: 'facet', filter: chosen} as const);
	return settle(state, {...state, filter: chosen, message});
};

const withInterval = (state: State, factor: number): State => {
	const milliseconds = clamp(Math.round(state.intervalMs * factor), minimumIntervalMs, maximumIntervalMs);
	const isLimit = milliseconds === state.intervalMs;
	return {...state, intervalMs: milliseconds, message: {id: isLimit ? 'intervalLimit' : 'interval', milliseconds}};
};

const moveToParent = (state: State): State => {
	const process = selectProcess(state);
	if (!process || !state.shown) {
		return {...state, message: {id: 'noProcess'}};
	}

	const parent = parentOf(process, indexByPid(state.shown.processes));
	const index = parent === null ? -1 : selectRows(state).findIndex(row => row.process.key === parent.key);
	return index === -1 ? {...state, message: {id: 'noParent'}} : selectAt(state, index);
};

/** From a listener to the process that holds it, with its sockets open. */
const showOwner = (state: State): State => {
	const listener = selectListeners(state)[state.menuLine];
	if (!listener) {
		return state;
	}

	const {owner, protocol, port, user, uid} = listener;
	if (owner === null) {
		return {...state, message: {id: 'ownerNotSeen', protocol, port, user, uid}};
	}

	const open = thaw({...state, mode: 'browse', pane: 'sockets', paneScroll: 0, message: null});
	const isListed = selectRows(open).some(row => row.process.key === owner.key);
	const listed = isListed ? open : settle(open, {...open, filter: 'all', search: noSearch});
	return selectAt(
		listed,
		selectRows(listed).findIndex(row => row.process.key === owner.key),
	);
};

const chooseInMenu = (state: State): State => {
	const item = menuItems(state)[state.menuLine];
	const closed = thaw({...state, mode: 'browse'});
	if (item?.type === 'sort') {
		return sortBy(closed, item.column);
	}

	if (state.mode === 'ports') {
		return showOwner(state);
	}

	return item?.type === 'filter' ? withFilter(closed.filter === item.filter ? {...closed, filter: 'all'} : closed, item.filter) : closed;
};

const openMenu = (state: State, mode: Exclude<Mode, 'browse' | 'search'>): State => {
	const next = {...state, mode, message: null};
	const current = menuItems(next).findIndex(item =>
		item.type === 'sort' ? item.column === state.sort.column : item.filter === state.filter,
	);
	return {...next, menuLine: Math.max(0, current)};
};

const moveInMenu = (state: State, by: number, limit = Number.MAX_SAFE_INTEGER): State => {
	const {mode} = state;
	// the help has no items: its line is where it is scrolled to; how many commands there are, only the frame knows
	const last =
		mode === 'help' || mode === 'commands' ? limit : mode === 'ports' ? selectListeners(state).length - 1 : menuItems(state).length - 1;
	return {...state, menuLine: Math.max(0, clamp(state.menuLine + by, 0, last)), message: null};
};

/** One step back: the innermost thing that is open closes. Never leaves the program. */
const stepBack = (state: State): State => {
	if (isMenuMode(state.mode)) {
		return thaw({...state, mode: 'browse'});
	}

	if (state.isPaneFull) {
		return {...state, isPaneFull: false, message: null};
	}

	if (state.search.text !== '') {
		return settle(state, {...state, search: noSearch, message: {id: 'cleared'}});
	}

	if (state.filter !== 'all') {
		return settle(state, {...state, filter: 'all', message: {id: 'facetAll'}});
	}

	return {...state, message: null};
};

const togglePause = (state: State): State =>
	state.isPaused ? thaw({...state, isPaused: false, message: {id: 'resumed'}}) : {...state, isPaused: true, message: {id: 'paused'}};

const toggleTree = (state: State): State =>
	settle(state, {...state, isTree: !state.isTree, message: {id: state.isTree ? 'treeOff' : 'treeOn'}});

const moveTo = (state: State, place: 'first' | 'last' | 'parent'): State =>
	place === 'parent' ? moveToParent(state) : selectAt(state, place === 'first' ? 0 : selectRows(state).length - 1);

const movePage = (state: State, pages: number): State => {
	const {height} = selectLayout(state).table;
	const step = Math.sign(pages) * Math.max(1, Math.floor(Math.abs(pages) * height));
	// the screen moves by a page and the selection keeps its line
	const moved = selectAt(state, selectIndex(state) + step);
	return {...moved, screenLine: state.screenLine};
};

type Handlers = {
	readonly [Type in Exclude<Action['type'], `search-${string}`>]: (state: State, action: Extract<Action, {type: Type}>) => State;
};

/** Carried out outside the state: see `view/start.tsx`. */
const unchanged = (state: State): State => state;

const handlers: Handlers = {
	snapshot: (state, {snapshot}) => withSnapshot(state, snapshot),
	stale: (state, {since, problem}) => ({...state, stale: {since, problem}}),
	inspected: withPart,
	'log-entries': (state, {key, entries}) => addLogEntries(state, key, entries),
	'follow-ended': (state, {problem}) => endFollowing(state, problem),
	follow: toggleFollowing,
	secrets: toggleSecrets,
	resize: (state, {size}) => ({...state, size}),
	move: (state, {by}) => selectAt(state, selectIndex(state) + by),
	'move-page': (state, {pages}) => movePage(state, pages),
	'move-to': (state, {place}) => moveTo(state, place),
	select: (state, {key}) =>
		selectAt(
			state,
			selectRows(state).findIndex(row => row.process.key === key),
		),
	pane: (state, {pane}) => openPane(state, pane),
	'pane-step': (state, {by}) => stepPane(state, by),
	'pane-open': state => ({...state, isPaneFull: !state.isPaneFull, paneScroll: 0, message: null}),
	'pane-scroll': (state, {by, limit = Number.MAX_SAFE_INTEGER}) => scrollPane(state, by, limit),
	back: stepBack,
	filter: (state, {filter}) => withFilter(state, filter),
	sort: (state, {column}) => sortBy(state, column),
	'sort-invert': state => withSort(state, {...state.sort, isDescending: !state.sort.isDescending}),
	'sort-step': (state, {by}) => stepSort(state, by),
	tree: toggleTree,
	pause: togglePause,
	interval: (state, {factor}) => withInterval(state, factor),
	menu: (state, {mode}) => openMenu(state, mode),
	'menu-move': (state, {by, limit}) => moveInMenu(state, by, limit),
	'menu-choose': chooseInMenu,
	message: (state, {message}) => ({...state, message}),
	'unknown-key': (state, {key}) => ({...state, message: {id: 'unknownKey', key}}),
	refresh: state => ({...state, message: {id: 'refreshed'}}),
	copy: unchanged,
	'open-config': unchanged,
	redraw: unchanged,
	suspend: unchanged,
	quit: unchanged,
};

const isSearchAction = (action: Action): action is SearchAction => action.type.startsWith('search-');

const reduceSearching = (state: State, action: SearchAction): State => {
	const next = reduceSearch(state, action);
	if (next.search.query === state.search.query) {
		return next;
	}

	// while one types, the best result is the selected one; cleared at once, what was selected before comes back
	const {beforeSearch} = next;
	if (action.type !== 'search-clear') {
		return {...selectAt(next, 0), message: null};
	}

	const restored = settle(state, next);
	const index = beforeSearch === null ? -1 : selectRows(restored).findIndex(row => row.process.key === beforeSearch);
	return index === -1 ? restored : {...selectAt(restored, index), message: next.message};
};

/** The next state. Pure: the same state and action always give the same result. */
export const reduce = (state: State, action: Action): State => {
	if (!isSearchAction(action)) {
		return withoutLeftovers(state, (handlers[action.type] as (state: State, action: Action) => State)(state, action));
	}

	return withoutLeftovers(state, reduceSearching(state, action));
};
