import {type Column, tableColumns} from '../columns.js';
import {memoize} from '../store/memoize.js';

export type FittedColumn = {column: Column; width: number};

/** Cells before the first column: the mark of the selected row and a space. */
const marginWidth = 2;
const gapWidth = 1;

const computeWidths = (width: number, columns: readonly Column[]): readonly FittedColumn[] => {
	let room = width - marginWidth;
	const chosen = new Set<Column>();
	for (const column of [...columns].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0))) {
		const needed = column.width.min + (chosen.size === 0 ? 0 : gapWidth);
		if (needed <= room) {
			chosen.add(column);
			room -= needed;
		}
	}

	const fitted = columns.filter(column => chosen.has(column)).map(column => ({column, width: column.width.min}));
	for (const entry of [...fitted].sort((a, b) => (b.column.priority ?? 0) - (a.column.priority ?? 0))) {
		const more = Math.min(room, entry.column.width.ideal - entry.width);
		entry.width += more;
		room -= more;
	}

	const growing = fitted.find(({column}) => column.grows) ?? fitted.find(({column}) => column.id === 'name') ?? fitted[0];
	if (growing) {
		growing.width += room;
	}

	return fitted;
};

const fittedColumns = memoize(computeWidths);

/**
Chooses the columns that fit: all that have room at their smallest, those with the highest priority first. What is left
goes to their ideal widths, and then to the column that grows.
*/
export const fitColumns = (width: number, columns: readonly Column[] = tableColumns): readonly FittedColumn[] =>
	fittedColumns(width, columns);
