import {releaseEntries} from './reduce-inspect.js';
import {selectLayout} from './select.js';
import {type PaneId, paneIds, type State} from './state.js';

/** Opens a pane; where the screen has no room for one beside the list, on the whole screen. */
export const openPane = (state: State, pane: PaneId): State => ({
	...state,
	pane,
	paneScroll: 0,
	isPaneFull: state.isPaneFull || selectLayout(state).pane === 'none',
	message: null,
});

export const stepPane = (state: State, by: number): State => {
	const index = paneIds.indexOf(state.pane);
	return {...state, pane: paneIds[(index + by + paneIds.length) % paneIds.length] ?? 'overview', paneScroll: 0, message: null};
};

/** The end of a log is what one wants to see: there the lines are counted from the end. */
export const scrollPane = (state: State, by: number, limit: number): State => {
	const moved = state.paneScroll + (state.pane === 'logs' ? -by : by);
	return releaseEntries({...state, paneScroll: Math.max(0, Math.min(moved, limit))});
};

export const toggleSecrets = (state: State): State =>
	state.pane === 'config'
		? {...state, areSecretsShown: !state.areSecretsShown, message: {id: state.areSecretsShown ? 'secretsCovered' : 'secretsShown'}}
		: {...state, message: {id: 'onlyInConfig'}};
