import {indexByPid, parentOf} from '../join/tree.js';
import type {Snapshot} from '../model/snapshot.js';
import {languages} from '../text/text.js';
import {recordHistory} from './history.js';
import {addLogEntries, endFollowing, toggleFollowing, withoutLeftovers, withPart} from './reduce-inspect.js';
import {choose, nextQuestion, openPage, showClue, stepPage} from './reduce-learn.js';
import {sortBy, stepSort, toggleTree, withFilter, withInterval, withSort} from './reduce-list.js';
import {chooseInMenu, isMenuMode, moveInMenu, openMenu, stepBack, thaw} from './reduce-menu.js';
import {openPane, scrollPane, stepPane, toggleSecrets} from './reduce-pane.js';
import {reduceSearch, type SearchAction} from './reduce-search.js';
import {selectIndex, selectLayout, selectProcess, selectRows} from './select.js';
import {selectAt, settle} from './selection.js';
import type {Action, State} from './state.js';

/** Rows find their places when guesses are corrected: whoever has chosen none stays at the first one. */
const atTop = (state: State): State => (state.isChosen || !state.shown?.isProvisional ? state : {...state, selected: null});

const withSnapshot = (state: State, snapshot: Snapshot): State => {
	if (state.latest && snapshot.sequence <= state.latest.sequence) {
		return state;
	}

	const next = {...state, latest: snapshot, stale: null, history: recordHistory(state.history, snapshot)};
	// nothing moves while a menu is open or the list is paused
	const isFrozen = (state.isPaused || isMenuMode(state.mode)) && state.shown !== null;
	if (isFrozen) {
		return next;
	}

	const before = atTop(state);
	return settle(before, {...next, selected: before.selected, shown: snapshot});
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

const togglePause = (state: State): State =>
	state.isPaused ? thaw({...state, isPaused: false, message: {id: 'resumed'}}) : {...state, isPaused: true, message: {id: 'paused'}};

const toNextLanguage = (state: State): State => ({
	...state,
	language: languages[(languages.indexOf(state.language) + 1) % languages.length] ?? 'en',
});

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

/** Carried out outside the state: see `view/effects.tsx`. */
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
	language: toNextLanguage,
	pause: togglePause,
	interval: (state, {factor}) => withInterval(state, factor),
	menu: (state, {mode}) => openMenu(state, mode),
	'menu-move': (state, {by, limit}) => moveInMenu(state, by, limit),
	'menu-choose': chooseInMenu,
	lesson: (state, {page}) => openPage(state, page),
	'lesson-step': (state, {by}) => stepPage(state, by),
	borrowed: (state, {snapshot}) => ({...state, learning: {...state.learning, borrowed: snapshot}}),
	quiz: state => ({...state, mode: 'quiz', menuLine: 0, message: null}),
	'quiz-started': (state, {quiz}) => ({...state, menuLine: 0, learning: {...state.learning, quiz}}),
	score: (state, {score, message}) => ({...state, message, learning: {...state.learning, score}}),
	choice: (state, {choice}) => choose(state, choice),
	'quiz-clue': showClue,
	'quiz-next': nextQuestion,
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
