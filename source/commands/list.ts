import {type Column, type ColumnId, columnById, columnIds, compareBy} from '../columns.js';
import {kinds} from '../model/evidence.js';
import type {Snapshot} from '../model/snapshot.js';
import {displayWidth, fitText, truncate} from '../paint/cell.js';
import {line, type Span, span} from '../paint/style.js';
import type {Theme} from '../paint/theme.js';
import {parseQuery, type Query} from '../store/query.js';
import {type Row, selectRows} from '../store/select.js';
import type {KindFilter, State} from '../store/state.js';
import {initialState} from '../store/store.js';
import type {Language, Text} from '../text/text.js';
import {themeFor} from './choose-theme.js';
import {type Context, settingsOf} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {toJsonEnvelope, toJsonProcess, toJsonService} from './json.js';
import {openMachine} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';
import {parseSort} from './settings.js';

type Request = {
	columns: readonly ColumnId[];
	sort: {column: ColumnId; isDescending: boolean};
	kinds: ReadonlySet<string> | null;
	query: Query;
	isTree: boolean;
};

const isColumn = (name: string): name is ColumnId => (columnIds as readonly string[]).includes(name);

const words = (value: string | true | undefined): readonly string[] =>
	typeof value === 'string'
		? value
				.split(',')
				.map(word => word.trim())
				.filter(word => word !== '')
		: [];

/** Reads the request; an error is a sentence. */
const readRequest = ({arguments: {words: query, values}, text, settings}: Context): Request | string => {
	const usual = settingsOf({settings});
	const columns = words(values.columns);
	const sort = typeof values.sort === 'string' ? parseSort(values.sort) : usual.sort;
	const unknownColumn = [...columns, sort.column].find(name => !isColumn(name));
	if (unknownColumn !== undefined) {
		return text.error.unknownColumn(unknownColumn, columnIds.join(', '));
	}

	const wanted = words(values.kind);
	const unknownKind = wanted.find(name => !(kinds as readonly string[]).includes(name));
	if (unknownKind !== undefined) {
		return text.error.unknownKind(unknownKind, kinds.join(', '));
	}

	const line = query.join(' ');
	const parsed = parseQuery(line);
	if ('error' in parsed) {
		const {id, position, value} = parsed.error;
		return text.error.badQuery(line, position + 1, text.queryError[id](value));
	}

	if (values.json && values.csv) {
		return text.error.jsonAndCsv;
	}

	const sortColumn = sort.column as ColumnId;
	return {
		columns: columns.length > 0 ? (columns as readonly ColumnId[]) : usual.listColumns,
		sort: {column: sortColumn, isDescending: columnById(sortColumn).descending !== sort.isReversed},
		kinds: wanted.length > 0 ? new Set(wanted) : null,
		query: parsed.query,
		isTree: values.tree === true,
	};
};

const needsCpu = (request: Request): boolean =>
	request.columns.includes('cpu') || request.sort.column === 'cpu' || request.query.some(term => term.type === 'cpu');

/** The rows that the explorer would show for the same request. */
const rowsOf = (snapshot: Snapshot, request: Request, isSorted: boolean, language: Language): readonly Row[] => {
	const processes =
		request.kinds === null ? snapshot.processes : snapshot.processes.filter(({verdict}) => request.kinds?.has(verdict.kind));
	const state: State = {
		...initialState({columns: 80, rows: 24}, language, 2000),
		shown: {...snapshot, processes},
		filter: 'all' satisfies KindFilter,
		search: {text: '', caret: 0, query: request.query, error: null},
		sort: request.sort,
		isTree: request.isTree,
	};
	const rows = selectRows(state);
	const compare = compareBy(columnById(request.sort.column), request.sort.isDescending, language);
	// an order that was asked for counts more than how well a name matches
	return isSorted && !request.isTree ? [...rows].sort((a, b) => compare(a.process, b.process)) : rows;
};

const cellText = (row: Row, column: Column, text: Text): string =>
	(column.id === 'name' ? row.branch : '') + column.format(row.process, text);

const maxCellWidth = 60;

/** Aligned text. On a terminal the last column ends at its edge; elsewhere nothing of it is cut. */
const tableText = (rows: readonly Row[], columns: readonly Column[], text: Text, width: number | null, theme: Theme): string => {
	const cells = rows.map(row => columns.map(column => cellText(row, column, text)));
	const widths = columns.map((column, index) =>
		Math.min(
			maxCellWidth,
			Math.max(displayWidth(text.column[column.id].head), ...cells.map(rowCells => displayWidth(rowCells[index] ?? ''))),
		),
	);
	const toLine = (contents: readonly string[], styleOf: (column: Column) => Span['style']): string => {
		let room = width ?? Number.POSITIVE_INFINITY;
		const spans: Span[] = [];
		for (const [index, column] of columns.entries()) {
			const isLast = index === columns.length - 1;
			const content = contents[index] ?? '';
			const cell = isLast && column.align === 'left' ? content : fitText(content, widths[index] ?? 0, column.align);
			const shown = Number.isFinite(room) ? truncate(cell, Math.max(0, room)) : cell;
			spans.push(span(shown, styleOf(column)), ...(isLast ? [] : [span('  ')]));
			room -= displayWidth(shown) + 2;
		}

		return theme.paint(line(...spans)).trimEnd();
	};

	const head = toLine(
		columns.map(column => text.column[column.id].head),
		() => 'head',
	);
	const body = rows.map((row, index) =>
		toLine(cells[index] ?? [], column => (column.id === 'kind' ? `kind-${row.process.verdict.kind}` : 'plain')),
	);
	return `${[head, ...body].join('\n')}\n`;
};

const csvCell = (value: string | number | null): string => {
	const text = value === null ? '' : String(value);
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csvValue = (row: Row, column: Column): string | number | null =>
	column.id === 'kind' ? row.process.verdict.kind : column.value(row.process, 'en');

/** RFC 4180, with ids and plain numbers in place of words for people. */
const csvText = (rows: readonly Row[], columns: readonly Column[]): string =>
	`${[columns.map(column => column.id).join(','), ...rows.map(row => columns.map(column => csvCell(csvValue(row, column))).join(','))].join('\r\n')}\r\n`;

const problemLines = (snapshot: Snapshot, text: Text): string =>
	[...snapshot.problems.map(problem => text.problem(problem)), ...(snapshot.hidden ? [text.hidden(snapshot.hidden)] : [])]
		.map(sentence => `${sentence}\n`)
		.join('');

/** `daemon-top list`: one table on standard output. */
export const list = async (context: Context): Promise<ExitCode> => {
	const {text, stdout, stderr} = context;
	const {values} = context.arguments;
	if (values.columns === 'help' || values.sort === 'help') {
		stdout.write(columnIds.map(id => `${id.padEnd(11)} ${text.column[id].about}\n`).join(''));
		return exitCode.ok;
	}

	if (values.kind === 'help') {
		stdout.write(kinds.map(kind => `${kind.padEnd(19)} ${text.kind[kind].verdict}\n`).join(''));
		return exitCode.ok;
	}

	const request = readRequest(context);
	if (typeof request === 'string') {
		stderr.write(`${request}\n`);
		return exitCode.usage;
	}

	const opened = await openMachine(values, text);
	if ('error' in opened) {
		stderr.write(`${opened.error}\n`);
		return exitCode.error;
	}

	const snapshot = await takeOneSnapshot(opened.machine.engine, needsCpu(request));
	const rows = rowsOf(snapshot, request, values.sort !== undefined, text.language);
	const columns = request.columns.map(columnById);
	if (values.json) {
		const processes = rows.filter(row => !row.isContext).map(row => toJsonProcess(row.process, text));
		stdout.write(`${JSON.stringify({...toJsonEnvelope(snapshot), processes, services: snapshot.services.map(toJsonService)})}\n`);
		return exitCode.ok;
	}

	if (values.csv) {
		stdout.write(csvText(rows, columns));
	} else {
		stdout.write(tableText(rows, columns, text, stdout.isTTY ? stdout.columns : null, themeFor(context, stdout.isTTY === true)));
	}

	stderr.write(problemLines(snapshot, text));
	return exitCode.ok;
};
