import {displayName} from '../columns.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import {fitLine, justify, lineWidth} from '../paint/cell.js';
import {reportLines} from '../paint/report-lines.js';
import {emptyLine, type Line, line, type Span, span, withTarget} from '../paint/style.js';
import type {Block} from '../report/block.js';
import {selectProcess} from '../store/select.js';
import {paneIds, type State} from '../store/state.js';
import type {Text} from '../text/text.js';
import type {Reports} from './first-reports.js';

/** The panes with their keys; only the open one by name where there is no room. */
const tabSpans = (state: State, text: Text, hasRoom: boolean): readonly Span[] =>
	paneIds.flatMap((id, index) => {
		const isOpen = state.pane === id;
		const name = hasRoom || isOpen ? [span(' '), span(text.pane[id], isOpen ? 'tab-active' : 'tab')] : [];
		return [span(' '), ...withTarget([span(String(index + 1), 'key'), ...name], {type: 'pane', id}), span(hasRoom ? ' ' : '')];
	});

/** How many lines are below: in words, as a number, or not at all where there is no room. */
type More = 'words' | 'number' | 'none';

const moreText = (more: number, form: More, text: Text): string =>
	more === 0 || form === 'none'
		? ''
		: form === 'words'
			? `${text.explorer.moreBelow} ${text.explorer.more(more)}   `
			: `${text.explorer.moreBelow}${more}  `;

const subject = (process: ExplainedProcess | null, state: State, text: Text, more: string): readonly Span[] => {
	if (!process) {
		return [];
	}

	return [
		...(more === '' ? [] : [span(more, 'dim')]),
		...(state.ended ? [span(`${text.explorer.ended} `, 'warn')] : []),
		span(displayName(process), 'strong'),
		span(` · ${process.pid} `, 'dim'),
	];
};

/** What the first line gives up where there is no room, one after the other: the names of the tabs count most. */
const tabForms: readonly {hasNames: boolean; more: More}[] = [
	{hasNames: true, more: 'words'},
	{hasNames: true, more: 'number'},
	{hasNames: true, more: 'none'},
	{hasNames: false, more: 'number'},
	{hasNames: false, more: 'none'},
];

const tabLine = (process: ExplainedProcess | null, state: State, text: Text, {more, width}: {more: number; width: number}): Line => {
	const forms = tabForms.map(form => ({
		left: tabSpans(state, text, form.hasNames),
		right: subject(process, state, text, moreText(more, form.more, text)),
	}));
	const fitting = forms.find(({left, right}) => lineWidth(line(...left)) + lineWidth(line(...right)) < width) ?? forms.at(-1);
	return justify(fitting?.left ?? [], fitting?.right ?? [], width);
};

type Pane = {lines: readonly Line[] /** How far it can be scrolled. */; scrollMax: number};

const blocksOf = (state: State, text: Text, reports: Reports): readonly Block[] => {
	const process = selectProcess(state);
	return process && state.shown ? (reports[state.pane]?.(process, state.shown, state, text) ?? []) : [];
};

/** So wide is a pane that is copied. */
const copyWidth = 100;

/** All of the open pane, however it is scrolled. */
export const paneText = (state: State, text: Text, reports: Reports): readonly Line[] =>
	reportLines(blocksOf(state, text, reports), copyWidth);

/** The open pane in a box of `width` × `height` cells: tabs, then the report from where it is scrolled to. */
export const paneOf = (state: State, text: Text, reports: Reports, {width, height}: {width: number; height: number}): Pane => {
	const process = selectProcess(state);
	const body = reportLines(blocksOf(state, text, reports), width - 3);
	const room = Math.max(0, height - 1);
	const scrollMax = Math.max(0, body.length - room);
	const scroll = Math.min(state.paneScroll, scrollMax);
	// a log is read from its end
	const top = state.pane === 'logs' ? scrollMax - scroll : scroll;
	const visible = body.slice(top, top + room).map(({spans}) => fitLine(line(span('  '), ...spans), width));
	while (visible.length < room) {
		visible.push(fitLine(emptyLine, width));
	}

	const tabs = tabLine(process, state, text, {more: scrollMax - top, width});
	return {lines: [fitLine(tabs, width), ...visible], scrollMax};
};
