import {menuItems} from './menu.js';
import {learnPages, openPage} from './reduce-learn.js';
import {sortBy, withFilter} from './reduce-list.js';
import {selectListeners, selectRows} from './select.js';
import {selectAt, settle} from './selection.js';
import {type Mode, noSearch, type State} from './state.js';

/** Something that lies over the list and that one chooses in or reads. */
export const isMenuMode = (mode: Mode): boolean => mode !== 'browse' && mode !== 'search';

export const thaw = (state: State): State =>
	state.isPaused || state.latest === state.shown || state.latest === null ? state : settle(state, {...state, shown: state.latest});

/** From a listener to the process that holds it, with its sockets open. */
export const showOwner = (state: State): State => {
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

export const openMenu = (state: State, mode: Exclude<Mode, 'browse' | 'search'>): State => {
	const next = {...state, mode, message: null};
	const current = menuItems(next).findIndex(item =>
		item.type === 'sort' ? item.column === state.sort.column : item.filter === state.filter,
	);
	return {...next, menuLine: Math.max(0, current)};
};

export const moveInMenu = (state: State, by: number, limit = Number.MAX_SAFE_INTEGER): State => {
	const {mode} = state;
	// what is read has no items: its line is where it is scrolled to; how many commands there are, only the frame knows
	const counts: Readonly<Partial<Record<Mode, number>>> = {
		ports: selectListeners(state).length,
		sort: menuItems(state).length,
		facets: menuItems(state).length,
	};
	const count = counts[mode];
	const last = count === undefined ? limit : count - 1;
	return {...state, menuLine: Math.max(0, Math.min(state.menuLine + by, last)), message: null};
};

export const chooseInMenu = (state: State): State => {
	const item = menuItems(state)[state.menuLine];
	const closed = thaw({...state, mode: 'browse'});
	if (item?.type === 'sort') {
		return sortBy(closed, item.column);
	}

	if (state.mode === 'ports') {
		return showOwner(state);
	}

	if (state.mode === 'lessons') {
		return openPage(state, learnPages[state.menuLine] ?? 'word');
	}

	return item?.type === 'filter' ? withFilter(closed.filter === item.filter ? {...closed, filter: 'all'} : closed, item.filter) : closed;
};

/** One step back: the innermost thing that is open closes. Never leaves the program. */
export const stepBack = (state: State): State => {
	if (state.mode === 'lesson') {
		return {...openMenu(state, 'lessons'), menuLine: learnPages.indexOf(state.learning.page)};
	}

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
