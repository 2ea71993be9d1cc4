import {type Column, type ColumnId, columnById, tableColumns} from '../columns.js';
import type {State} from './state.js';

const chosenColumns = (ids: readonly ColumnId[]): readonly Column[] =>
	ids.map((id, index) => ({...columnById(id), priority: ids.length - index}));

const known = new WeakMap<readonly ColumnId[], readonly Column[]>();

/** The columns of the explorer's table: the usual ones, or those that somebody chose, the first of them staying longest. */
export const columnsOf = ({columns: ids}: Pick<State, 'columns'>): readonly Column[] => {
	if (ids === null) {
		return tableColumns;
	}

	const columns = known.get(ids) ?? chosenColumns(ids);
	known.set(ids, columns);
	return columns;
};
