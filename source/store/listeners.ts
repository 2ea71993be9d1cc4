import {listListeners} from '../join/listeners.js';
import type {Listener} from '../model/listener.js';
import type {Snapshot} from '../model/snapshot.js';
import type {State} from './state.js';

const none: readonly Listener[] = [];

let last: {snapshot: Snapshot; listeners: readonly Listener[]} | null = null;

/** Every address where somebody waits, as the list that is shown knows it. */
export const selectListeners = (state: State): readonly Listener[] => {
	if (state.shown === null) {
		return none;
	}

	if (last?.snapshot !== state.shown) {
		last = {snapshot: state.shown, listeners: listListeners(state.shown)};
	}

	return last.listeners;
};
