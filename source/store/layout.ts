/** The size of the terminal in cells. */
export type Size = {columns: number; rows: number};

/** The smallest screen on which a list makes sense. */
export const minimumSize: Size = {columns: 24, rows: 6};

const fullColumns = 60;
const fullRows = 20;
const sideBySideColumns = 140;

type PanePlace = 'below' | 'right' | 'none' | 'full';

/** Where everything stands: rows count from 0, widths and heights are cells. */
export type Layout = {
	isTooSmall: boolean;
	pane: PanePlace;
	/** The table's head stands above its rows. */
	table: {top: number; height: number; width: number};
	/** Tabs on the first line, the report below them. */
	paneBox: {top: number; left: number; height: number; width: number} | null;
};

/** Header and facets above, footer below. */
const linesAbove = 2;
const linesBelow = 1;

const belowHeight = (body: number): number => Math.max(6, Math.min(Math.ceil(body * 0.5), body - 8));

/**
Divides the screen: the pane below the table, beside it on wide terminals, and only on its own (Enter) on small ones.
*/
export const computeLayout = (size: Size, isPaneFull: boolean): Layout => {
	const body = size.rows - linesAbove - linesBelow;
	const isTooSmall = size.columns < minimumSize.columns || size.rows < minimumSize.rows;
	const table = {top: linesAbove, height: Math.max(0, body - 1), width: size.columns};
	if (isTooSmall) {
		return {isTooSmall, pane: 'none', table, paneBox: null};
	}

	if (isPaneFull) {
		return {isTooSmall, pane: 'full', table, paneBox: {top: linesAbove, left: 0, height: body, width: size.columns}};
	}

	if (size.columns < fullColumns || size.rows < fullRows) {
		return {isTooSmall, pane: 'none', table, paneBox: null};
	}

	if (size.columns >= sideBySideColumns) {
		const width = Math.floor(size.columns * 0.42);
		// one cell for the line between them
		const tableWidth = size.columns - width - 1;
		return {
			isTooSmall,
			pane: 'right',
			table: {...table, width: tableWidth},
			paneBox: {top: linesAbove, left: tableWidth + 1, height: body, width},
		};
	}

	const height = belowHeight(body);
	return {
		isTooSmall,
		pane: 'below',
		// the head of the table and the line above the pane take one row each
		table: {...table, height: body - height - 2},
		paneBox: {top: linesAbove + body - height, left: 0, height, width: size.columns},
	};
};
