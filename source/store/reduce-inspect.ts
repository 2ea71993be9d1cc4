import type {PartId, Parts} from '../model/inspected.js';
import type {LogEntry, LogPage} from '../model/log.js';
import type {ProcessKey} from '../model/process.js';
import type {Problem} from '../model/snapshot.js';
import {selectProcess} from './select.js';
import type {State} from './state.js';

/** A log that is followed keeps this many entries: the newest. */
const maxLogEntries = 2000;

/** An answer about one process alone. What is known of another one is forgotten. */
export const withPart = (
	state: State,
	{key, part, value, problem}: {key: ProcessKey; part: PartId; value: Parts[PartId]; problem: Problem | null},
): State => {
	const known = state.inspected?.key === key ? state.inspected.parts : {};
	return {...state, inspected: {key, parts: {...known, [part]: {value, problem}}}};
};

const appended = (page: LogPage, entries: readonly LogEntry[]): LogPage => ({
	...page,
	entries: [...page.entries, ...entries].slice(-maxLogEntries),
});

const withEntries = (state: State, key: ProcessKey, entries: readonly LogEntry[]): State => {
	const logs = state.inspected?.key === key ? state.inspected.parts.logs : undefined;
	return logs?.value ? withPart(state, {key, part: 'logs', value: appended(logs.value, entries), problem: logs.problem}) : state;
};

/** New lines of a log that is followed: shown at once, or held while somebody reads further up. */
export const addLogEntries = (state: State, key: ProcessKey, entries: readonly LogEntry[]): State => {
	if (!state.isFollowing || state.inspected?.key !== key) {
		return state;
	}

	return state.paneScroll > 0
		? {...state, heldEntries: [...state.heldEntries, ...entries].slice(-maxLogEntries)}
		: withEntries(state, key, entries);
};

/** Back at the end of the log: what was held is shown. */
export const releaseEntries = (state: State): State =>
	state.paneScroll === 0 && state.heldEntries.length > 0 && state.inspected
		? {...withEntries(state, state.inspected.key, state.heldEntries), heldEntries: []}
		: state;

/** Following belongs to one process in the open Logs pane, and covered secrets to one process. */
export const withoutLeftovers = (before: State, after: State): State => {
	if (!(after.isFollowing || after.areSecretsShown || after.heldEntries.length > 0)) {
		return after;
	}

	const isSame = before.pane === after.pane && selectProcess(before)?.key === selectProcess(after)?.key && after.ended === null;
	return isSame ? after : {...after, isFollowing: false, areSecretsShown: false, heldEntries: []};
};

export const toggleFollowing = (state: State): State => {
	if (state.pane !== 'logs') {
		return {...state, message: {id: 'onlyInLogs'}};
	}

	if (state.isFollowing) {
		return {...state, isFollowing: false, heldEntries: [], message: {id: 'followOff'}};
	}

	const key = selectProcess(state)?.key;
	const page = state.inspected?.key === key ? state.inspected?.parts.logs?.value : null;
	return page && state.ended === null
		? {...state, isFollowing: true, paneScroll: 0, message: {id: 'followOn'}}
		: {...state, message: {id: 'nothingToFollow'}};
};

export const endFollowing = (state: State, problem: Problem | null): State => ({
	...state,
	isFollowing: false,
	heldEntries: [],
	message: problem === null ? {id: 'followEnded'} : {id: 'problem', problem},
});
