import {displayName} from '../columns.js';
import {kindMark} from '../model/evidence.js';
import type {Listener} from '../model/listener.js';
import {fitLine, fitText, justify, wrapHanging} from '../paint/cell.js';
import {emptyLine, type Line, line, type Span, span, withTarget} from '../paint/style.js';
import {commandsOf} from '../report/commands.js';
import {selectListeners, selectProcess} from '../store/select.js';
import type {State} from '../store/state.js';
import type {Text} from '../text/text.js';

/** What lies over the whole body: a title, perhaps a head, and entries of one or more lines, one of them chosen. */
export type ListContent = {title: string; hint: string; above: readonly Line[]; entries: readonly (readonly Line[])[]; empty: string};

export type ListOverlay = {lines: readonly Line[] /** Index of the last entry. */; last: number};

/** A line of an entry; a click on any of them is one on the entry. */
const entryLine = (each: Line, index: number, isChosen: boolean, isFirst: boolean, width: number): Line => {
	const {spans} = fitLine(line(span(isChosen && isFirst ? '› ' : '  '), ...each.spans), width);
	return {spans: withTarget(spans, {type: 'entry', index}), isSelected: isChosen};
};

/** The first entry to show, so that the chosen one is in sight, whole where it fits. */
const firstInSight = (heights: readonly number[], chosen: number, room: number): number => {
	let first = chosen;
	for (let used = heights[chosen] ?? 0; first > 0 && used + (heights[first - 1] ?? 0) <= room; first--) {
		used += heights[first - 1] ?? 0;
	}

	return first;
};

/** Lays a list out, the chosen entry in sight. `last`: index of the last entry. */
export const layOut = (content: ListContent, menuLine: number, width: number, height: number): ListOverlay => {
	const {title, hint, above, entries, empty} = content;
	const last = Math.max(0, entries.length - 1);
	const chosen = Math.min(menuLine, last);
	const head = [justify([span(` ${title}`, 'title')], [span(`${hint} `, 'dim')], width), ...above.map(each => fitLine(each, width))];
	const room = Math.max(1, height - head.length);
	const first = firstInSight(
		entries.map(lines => lines.length),
		chosen,
		room,
	);
	const body = entries
		.slice(first)
		.flatMap((lines, index) => lines.map((each, row) => entryLine(each, first + index, first + index === chosen, row === 0, width)));
	const shown = entries.length === 0 ? [fitLine(line(span('  '), span(empty, 'dim')), width)] : body.slice(0, room);
	while (shown.length < room) {
		shown.push(fitLine(emptyLine, width));
	}

	return {lines: [...head, ...shown], last};
};

type PortColumn = {
	head: keyof Text['ports']['head'];
	width: number;
	/** The same on a screen with room. */
	wide?: number;
	/** Needed columns of the screen. */
	from: number;
	cell(listener: Listener, text: Text): Span;
};

const portColumns: readonly PortColumn[] = [
	{head: 'port', width: 10, from: 0, cell: ({protocol, port}) => span(`${protocol} ${port}`, 'strong')},
	{
		head: 'kind',
		width: 13,
		from: 70,
		cell: ({owner}, text) =>
			owner
				? span(`${kindMark[owner.verdict.kind]} ${text.kind[owner.verdict.kind].short}`, `kind-${owner.verdict.kind}`)
				: span('?', 'dim'),
	},
	{
		head: 'name',
		width: 22,
		wide: 34,
		from: 0,
		cell: ({owner, sharers}, text) =>
			owner
				? span(`${displayName(owner)} ${owner.pid}${sharers > 0 ? ` ${text.ports.shared(sharers)}` : ''}`)
				: span(text.ports.notVisible, 'warn'),
	},
	{head: 'user', width: 10, from: 60, cell: ({user, uid}) => span(user ?? (uid === null ? '–' : String(uid)))},
	{
		head: 'address',
		width: 34,
		from: 40,
		cell: ({address}, text) => span(`${address}  ${text.addressWord(address)}`),
	},
	{
		head: 'service',
		width: 24,
		from: 110,
		cell: ({owner, activates}, text) =>
			span(activates ? text.ports.heldFor(activates.service ?? activates.unit) : (owner?.service?.name ?? ''), 'dim'),
	},
];

const portLine = (spans: readonly Span[], columns: readonly PortColumn[], width: number): Line => {
	let used = 0;
	return line(
		...spans.flatMap((each, index) => {
			const isLast = index === spans.length - 1;
			const cells = isLast ? Math.max(1, width - used - 2) : (columns[index]?.width ?? 10);
			used += cells + 1;
			return [{...each, text: fitText(each.text, cells)}, span(' ')];
		}),
	);
};

const wideScreen = 110;

export const portsContent = (state: State, text: Text, width: number): ListContent => {
	const words = text.ports;
	const columns = portColumns
		.filter(({from}) => width >= from)
		.map(column => (width >= wideScreen && column.wide !== undefined ? {...column, width: column.wide} : column));
	return {
		title: words.title,
		hint: words.hint,
		above: [
			line(
				span('  '),
				...portLine(
					columns.map(({head}) => span(words.head[head], 'head')),
					columns,
					width,
				).spans,
			),
		],
		entries: selectListeners(state).map(listener => [
			portLine(
				columns.map(({cell}) => cell(listener, text)),
				columns,
				width,
			),
		]),
		empty: words.none,
	};
};

export const commandsContent = (state: State, text: Text, width: number): ListContent => {
	const words = text.commands;
	const process = selectProcess(state);
	const shown = process && state.shown ? commandsOf(state.pane, process, state.shown, state.inspected) : [];
	return {
		title: `${words.title}: ${text.pane[state.pane]}${process ? ` · ${displayName(process)} · ${process.pid}` : ''}`,
		hint: words.hint,
		above: [line(span('  '), span(words.about, 'dim')), emptyLine],
		entries: shown.map(({line: command, topic}) => [
			...wrapHanging(command, width - 3, 4).map((row, index) => line(span(index === 0 ? '' : '    '), span(row, 'strong'))),
			line(span('    '), span(words.topic[topic], 'dim')),
		]),
		empty: words.none,
	};
};
