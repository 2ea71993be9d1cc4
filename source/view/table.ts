import type {ColumnId} from '../columns.js';
import type {ExplainedProcess, UnownedListener} from '../model/snapshot.js';
import {displayWidth, fitLine, fitText, truncate} from '../paint/cell.js';
import {emptyLine, type Line, line, type Span, type Style, span, withTarget} from '../paint/style.js';
import type {Range, SearchField} from '../store/search.js';
import {type Row, selectIndex, selectLayout, selectRows, selectTop} from '../store/select.js';
import type {State} from '../store/state.js';
import {columnsOf} from '../store/table-columns.js';
import type {Text} from '../text/text.js';
import {type FittedColumn, fitColumns} from './column-widths.js';
import {filterName} from './filter-name.js';

const searchFieldOf: Readonly<Partial<Record<ColumnId, SearchField>>> = {name: 'name', service: 'service', what: 'what', pid: 'pid'};

const cpuStyle = (percent: number | null): Style =>
	percent === null || percent < 0.05 ? 'dim' : percent >= 50 ? 'bad' : percent >= 10 ? 'warn' : 'plain';

const cellStyle = (row: Row, id: ColumnId): Style => {
	const {process} = row;
	if (row.isContext) {
		return 'dim';
	}

	switch (id) {
		case 'kind':
			return `kind-${process.verdict.kind}`;
		case 'cpu':
			return cpuStyle(process.cpuPercent);
		case 'name':
			return process.state === 'Z' ? 'warn' : 'strong';
		case 'what':
			return process.program || process.service?.description ? 'plain' : 'dim';
		default:
			return 'plain';
	}
};

/** Splits a cell so that the matched characters stand out. Ranges count characters of the composed, lower-case text. */
const highlight = (text: string, ranges: readonly Range[], style: Style): readonly Span[] => {
	const spans: Span[] = [];
	let done = 0;
	for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
		if (start >= text.length || end <= done) {
			continue;
		}

		spans.push(span(text.slice(done, Math.max(done, start)), style), span(text.slice(Math.max(done, start), end), 'match'));
		done = Math.min(end, text.length);
	}

	spans.push(span(text.slice(done), style));
	return spans.filter(part => part.text !== '');
};

const cell = (row: Row, {column, width}: FittedColumn, text: Text): readonly Span[] => {
	const style = cellStyle(row, column.id);
	const branch = column.id === 'name' ? truncate(row.branch, width - 4) : '';
	const content = column.format(row.process, text);
	const room = width - displayWidth(branch);
	const field = searchFieldOf[column.id];
	const ranges = field === undefined ? undefined : row.match?.ranges[field];
	if (!ranges || column.align === 'right') {
		return [span(branch, 'dim'), span(fitText(content, room, column.align), style)];
	}

	// where composing changes the length, positions would be wrong: then nothing is marked
	const isSafe = content.normalize('NFC').toLowerCase().length === content.length;
	const shown = truncate(content, room);
	const parts = isSafe ? highlight(shown, ranges, style) : [span(shown, style)];
	return [span(branch, 'dim'), ...parts, span(' '.repeat(Math.max(0, room - displayWidth(shown))), style)];
};

type DrawnRow = {row: Row; isSelected: boolean; columns: readonly FittedColumn[]; text: Text; width: number; line: Line};

/** How each process was drawn last. */
const drawnRows = new WeakMap<ExplainedProcess, DrawnRow>();

/** One row of the table in exactly `width` cells; the line of the last time where nothing of it has changed. */
const rowLine = (row: Row, isSelected: boolean, columns: readonly FittedColumn[], text: Text, width: number): Line => {
	const before = drawnRows.get(row.process);
	const isSame =
		before?.isSelected === isSelected &&
		before.columns === columns &&
		before.text === text &&
		before.width === width &&
		before.row.match === row.match &&
		before.row.branch === row.branch &&
		before.row.isContext === row.isContext;
	if (isSame) {
		return before.line;
	}

	const drawn = drawRow(row, isSelected, columns, text, width);
	drawnRows.set(row.process, {row, isSelected, columns, text, width, line: drawn});
	return drawn;
};

const drawRow = (row: Row, isSelected: boolean, columns: readonly FittedColumn[], text: Text, width: number): Line => {
	const spans: Span[] = [span(isSelected ? '› ' : '  ')];
	for (const [index, column] of columns.entries()) {
		if (index > 0) {
			spans.push(span(' '));
		}

		spans.push(...cell(row, column, text));
	}

	const fitted = fitLine({spans, isSelected}, width);
	return {...fitted, spans: withTarget(fitted.spans, {type: 'row', key: row.process.key})};
};

const sortMark = (state: State): string => (state.sort.isDescending ? '▾' : '▴');

const headLine = (state: State, columns: readonly FittedColumn[], text: Text, width: number): Line => {
	const spans: Span[] = [span('  ')];
	for (const [index, {column, width: room}] of columns.entries()) {
		const isSorted = !state.isTree && state.sort.column === column.id;
		const head = `${text.column[column.id].head}${isSorted ? sortMark(state) : ''}`;
		const shown = truncate(head, room);
		const padding = ' '.repeat(Math.max(0, room - displayWidth(shown)));
		const title = span(shown, isSorted ? 'head-sorted' : 'head');
		const cells = column.align === 'right' ? [span(padding), title] : [title, span(padding)];
		spans.push(...(index > 0 ? [span(' ')] : []), ...withTarget(cells, {type: 'column', id: column.id}));
	}

	return fitLine(line(...spans), width);
};

/** The listener that a search for a port means, where its process is hidden from this user. */
const unseenListener = ({shown, search}: State): UnownedListener | null => {
	const port = search.query.find(term => term.type === 'port' && !term.isNegated);
	return port?.type === 'port' ? (shown?.unownedListeners.find(listener => listener.port === port.port) ?? null) : null;
};

/** What leaves no row, and the key that takes it away. */
const nothingLeft = ({filter, search}: State, text: Text): string => {
	if (filter === 'all') {
		return text.explorer.noneMatch;
	}

	const kinds = filterName(filter, text);
	return search.text === '' ? text.explorer.noneOfKind(kinds) : text.explorer.noneMatchOfKind(kinds);
};

const notice = (state: State, text: Text): string => {
	if (state.shown === null) {
		return state.stale?.problem ? text.problem(state.stale.problem) : text.explorer.reading;
	}

	const unseen = unseenListener(state);
	if (unseen) {
		return text.error.listenerNotVisible(unseen.protocol, unseen.port, unseen.user ?? String(unseen.uid));
	}

	if (state.shown.unread > 0) {
		return text.explorer.reading;
	}

	return state.shown.processes.length === 0 ? text.explorer.noneAtAll : nothingLeft(state, text);
};

/** The table: its head and as many rows as the screen has. Only rows in sight are made. */
export const tableLines = (state: State, text: Text): readonly Line[] => {
	const {height, width} = selectLayout(state).table;
	const columns = fitColumns(width, columnsOf(state));
	const rows = selectRows(state);
	const top = selectTop(state);
	const selected = selectIndex(state);
	const lines = rows.slice(top, top + height).map((row, index) => rowLine(row, top + index === selected, columns, text, width));
	if (rows.length === 0) {
		lines.push(fitLine(line(span('  '), span(notice(state, text), 'dim')), width));
	}

	while (lines.length < height) {
		lines.push(fitLine(emptyLine, width));
	}

	return [headLine(state, columns, text, width), ...lines];
};
