import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {reduce} from '../../source/store/reduce.js';
import {selectIndex, selectProcess, selectRow, selectRows, selectTop} from '../../source/store/select.js';
import type {Action, State} from '../../source/store/state.js';
import {initialState} from '../../source/store/store.js';
import {explainedFixture, snapshotFixture} from '../support/process-fixture.js';

/** Ten rows of table and no pane beside it. */
export const size = {columns: 50, rows: 14};
export const tableHeight = 10;

/** What happens one after the other. */
export const play = (state: State, ...actions: readonly Action[]): State => actions.reduce(reduce, state);

/** Processes with these names; pids and ages in this order, from 10. */
export const named = (...names: readonly string[]): readonly ExplainedProcess[] =>
	names.map((name, index) => explainedFixture({name, pid: 10 + index}));

/** `p00`, `p01` … */
export const many = (count: number): readonly ExplainedProcess[] =>
	named(...Array.from({length: count}, (_, index) => `p${String(index).padStart(2, '0')}`));

export const arrives = (processes: readonly ExplainedProcess[], sequence: number): Action => ({
	type: 'snapshot',
	snapshot: snapshotFixture(processes, {sequence}),
});

/** The explorer, sorted by name, with a first list. */
export const stateWith = (processes: readonly ExplainedProcess[], parts: Partial<State> = {}): State =>
	play({...initialState(size, 'en', 2000), sort: {column: 'name', isDescending: false}, ...parts}, arrives(processes, 1));

export const choose = (state: State, name: string): State => {
	const row = selectRows(state).find(({process}) => process.name === name);
	return row ? play(state, {type: 'select', key: row.process.key}) : state;
};

export const listOf = (state: State): readonly string[] => selectRows(state).map(({process}) => process.name);

/** Name of the row that is selected. */
export const selectedOf = (state: State): string | null => selectRow(state)?.process.name ?? null;

/** Name of the process that the pane is about. */
export const paneOf = (state: State): string | null => selectProcess(state)?.name ?? null;

/** The line of the table on which the selected row stands. */
export const lineOf = (state: State): number => selectIndex(state) - selectTop(state);

export const namesOf = (snapshot: Snapshot | null): readonly string[] => snapshot?.processes.map(({name}) => name) ?? [];
