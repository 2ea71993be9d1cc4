import {fitLine, truncate} from '../paint/cell.js';
import {emptyLine, type Line, line, span} from '../paint/style.js';
import {minimumSize} from '../store/layout.js';
import {selectLayout} from '../store/select.js';
import type {State} from '../store/state.js';
import type {Text} from '../text/text.js';
import {facetLine} from './facet-line.js';
import type {Reports} from './first-reports.js';
import {footerLine} from './footer.js';
import {headerLine} from './header.js';
import {createLineKeeper} from './kept-lines.js';
import type {ListOverlay} from './list-overlay.js';
import {paneOf} from './pane.js';
import {tableLines} from './table.js';

/** A whole screen: as many lines as the terminal has rows, each as wide as it has columns. */
export type Frame = {
	lines: readonly Line[];
	/** Where the caret of the search line stands; `null`: no caret. */
	cursor: {x: number; y: number} | null;
	paneScrollMax: number;
	/** The last line of what is laid over the body: how far the help scrolls, the last entry of a list. */
	menuLast: number;
};

const tooSmallFrame = (state: State, text: Text): Frame => {
	const {columns, rows} = state.size;
	const words = text.explorer.tooSmall(columns, rows, minimumSize.columns, minimumSize.rows);
	const lines = Array.from({length: rows}, (_, index) => fitLine(line(span(truncate(words[index] ?? '', columns))), columns));
	return {lines, cursor: null, paneScrollMax: 0, menuLast: 0};
};

const separatorLine = (width: number): Line => line(span('─'.repeat(width), 'separator'));

const keepPaneLines = createLineKeeper();

const besideLines = new WeakMap<Line, {right: Line; joined: Line}>();

/** A line of the table and one of the pane; the line of the last time for the same two. */
const beside = (left: Line, right: Line): Line => {
	const before = besideLines.get(left);
	if (before?.right === right) {
		return before.joined;
	}

	// only the table's half of a selected row is marked: its spans say so themselves
	const marked = left.isSelected ? left.spans.map(part => ({...part, isSelected: true})) : left.spans;
	const joined = line(...marked, span('│', 'separator'), ...right.spans);
	besideLines.set(left, {right, joined});
	return joined;
};

type Body = {lines: readonly Line[]; paneScrollMax: number};

/** What a frame is made of besides the list: not all of it is needed for the first one. */
export type Parts = {
	reports: Reports;
	/** What lies over the whole body; `null`: nothing, or only a menu. */
	overlayOf: (state: State, text: Text, width: number, height: number) => ListOverlay | null;
	/** The body with the open menu on it. */
	withMenu: (state: State, text: Text, body: readonly Line[], width: number) => readonly Line[];
};

/** Everything between the facets and the footer. */
const bodyOf = (state: State, text: Text, reports: Reports): Body => {
	const layout = selectLayout(state);
	const {paneBox} = layout;
	if (!paneBox) {
		return {lines: tableLines(state, text), paneScrollMax: 0};
	}

	const pane = paneOf(state, text, reports, paneBox);
	if (layout.pane === 'full') {
		return {lines: pane.lines, paneScrollMax: pane.scrollMax};
	}

	const table = tableLines(state, text);
	if (layout.pane === 'below') {
		return {lines: [...table, separatorLine(state.size.columns), ...pane.lines], paneScrollMax: pane.scrollMax};
	}

	const paneLines = keepPaneLines(pane.lines);
	return {lines: table.map((left, index) => beside(left, paneLines[index] ?? emptyLine)), paneScrollMax: pane.scrollMax};
};

const fittedLines = new WeakMap<Line, {width: number; fitted: Line}>();

/** The line of the last time for a line that has not changed, so that whoever paints it knows it again. */
const fitOnce = (each: Line, width: number): Line => {
	const before = fittedLines.get(each);
	if (before?.width === width) {
		return before.fitted;
	}

	const fitted = fitLine(each, width);
	fittedLines.set(each, {width, fitted});
	return fitted;
};

/** The screen for a state: pure, so that it can be tested and painted without React. */
export const compose = (state: State, text: Text, {reports, overlayOf, withMenu}: Parts): Frame => {
	const {columns, rows} = state.size;
	if (selectLayout(state).isTooSmall) {
		return tooSmallFrame(state, text);
	}

	const facets = facetLine(state, text, columns);
	const over = overlayOf(state, text, columns, rows - 3);
	const body = over ? {lines: over.lines, paneScrollMax: 0} : bodyOf(state, text, reports);
	const isMenu = state.mode === 'sort' || state.mode === 'facets';
	const lines = [headerLine(state, text, columns), facets.line, ...(isMenu ? withMenu(state, text, body.lines, columns) : body.lines)];
	while (lines.length < rows - 1) {
		lines.push(emptyLine);
	}

	return {
		lines: [...lines.slice(0, rows - 1), footerLine(state, text, columns)].map(each => fitOnce(each, columns)),
		cursor: state.mode === 'search' && facets.caretColumn !== null ? {x: Math.min(facets.caretColumn, columns - 1), y: 1} : null,
		paneScrollMax: body.paneScrollMax,
		menuLast: over?.last ?? 0,
	};
};
