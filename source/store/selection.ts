import type {ProcessKey} from '../model/process.js';
import {type Row, selectIndex, selectLayout, selectProcess, selectRows, selectTop} from './select.js';
import type {State} from './state.js';

const clamp = (value: number, minimum: number, maximum: number): number => Math.max(minimum, Math.min(value, maximum));

/** Selects a row by its index, and notes the screen line it then stands on. */
export const selectAt = (state: State, index: number): State => {
	const rows = selectRows(state);
	const target = rows[clamp(index, 0, rows.length - 1)];
	if (!target) {
		return {...state, selected: null, ended: null, screenLine: 0};
	}

	const {height} = selectLayout(state).table;
	const before = selectTop(state);
	const newIndex = clamp(index, 0, rows.length - 1);
	const screenLine = clamp(newIndex - before, 0, Math.max(0, height - 1));
	const isSame = target.process.key === state.selected && state.ended === null;
	return {
		...state,
		selected: target.process.key,
		ended: null,
		screenLine,
		isChosen: true,
		paneScroll: isSame ? state.paneScroll : 0,
		message: null,
	};
};

/** The row that stood nearest to the selected one and is still listed; below before above. */
const nearestSurvivor = (before: State, rows: readonly Row[]): ProcessKey | null => {
	const listed = new Set(rows.map(row => row.process.key));
	const old = selectRows(before);
	const from = selectIndex(before);
	for (let distance = 1; from !== -1 && distance < old.length; distance++) {
		for (const index of [from + distance, from - distance]) {
			const key = old[index]?.process.key;
			if (key !== undefined && listed.has(key)) {
				return key;
			}
		}
	}

	return rows[clamp(Math.max(0, from), 0, rows.length - 1)]?.process.key ?? null;
};

/**
Brings the selection back in step with rows that have changed. A selected process that is still listed stays selected;
where it ended, the row that takes its place is selected and the ended one stays in the pane; where a filter hides it,
the nearest row is.
*/
export const settle = (before: State, after: State): State => {
	const rows = selectRows(after);
	const index = selectIndex(after);
	if (after.shown === null || index !== -1) {
		return after.shown === null || after.isChosen ? after : {...after, screenLine: index};
	}

	const hasEnded = before.selected !== null && !after.shown.processes.some(process => process.key === before.selected);
	const ended = hasEnded ? selectProcess(before) : null;
	if (rows.length === 0) {
		return {...after, selected: null, ended, screenLine: 0};
	}

	return {
		...after,
		selected: nearestSurvivor(before, rows),
		screenLine: before.selected === null ? 0 : after.screenLine,
		ended,
		paneScroll: hasEnded ? after.paneScroll : 0,
	};
};
