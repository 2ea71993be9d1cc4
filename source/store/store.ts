import type {Language} from '../text/text.js';
import {noHistory} from './history.js';
import type {Size} from './layout.js';
import {reduce} from './reduce.js';
import {type Action, noChosenKeys, noSearch, nothingLearnt, type State} from './state.js';

export type Store = {
	getState(): State;
	dispatch(action: Action): void;
	/** Called after every change of the state. Returns what ends it. */
	subscribe(listener: () => void): () => void;
	/** Called after every action, also those that are carried out outside the state. */
	onAction(listener: (action: Action) => void): () => void;
};

/** What somebody may set before the explorer starts. */
export type Chosen = Partial<Pick<State, 'sort' | 'columns' | 'keys'>>;

export const initialState = (size: Size, language: Language, intervalMs: number, chosen: Chosen = {}): State => ({
	shown: null,
	latest: null,
	stale: null,
	history: noHistory,
	selected: null,
	screenLine: 0,
	isChosen: false,
	ended: null,
	sort: {column: 'kind', isDescending: false},
	filter: 'all',
	search: noSearch,
	inspected: null,
	isFollowing: false,
	heldEntries: [],
	areSecretsShown: false,
	beforeSearch: null,
	mode: 'browse',
	menuLine: 0,
	pane: 'overview',
	paneScroll: 0,
	isPaneFull: false,
	isPaused: false,
	isTree: false,
	intervalMs,
	size,
	language,
	learning: nothingLearnt,
	columns: null,
	keys: noChosenKeys,
	message: null,
	...chosen,
});

const listenerSet = <Value>() => {
	const listeners = new Set<(value: Value) => void>();
	return {
		add(listener: (value: Value) => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		call(value: Value) {
			for (const listener of listeners) {
				listener(value);
			}
		},
	};
};

/** The one place where the explorer's state lives, outside React. */
export const createStore = (initial: State): Store => {
	let state = initial;
	const changes = listenerSet<void>();
	const actions = listenerSet<Action>();
	return {
		getState: () => state,
		dispatch(action) {
			const next = reduce(state, action);
			if (next !== state) {
				state = next;
				changes.call();
			}

			actions.call(action);
		},
		subscribe: listener => changes.add(listener),
		onAction: listener => actions.add(listener),
	};
};
