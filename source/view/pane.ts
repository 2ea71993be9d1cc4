import {displayName} from '../columns.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {fitLine, justify, lineWidth} from '../paint/cell.js';
import {reportLines} from '../paint/report-lines.js';
import {emptyLine, type Line, line, type Span, span} from '../paint/style.js';
import type {Block} from '../report/block.js';
import {overviewReport} from '../report/overview.js';
import {whyReport} from '../report/why.js';
import {selectProcess} from '../store/select.js';
import {type PaneId, paneIds, type State} from '../store/state.js';
import type {Text} from '../text/text.js';

type Report = (process: ExplainedProcess, snapshot: Snapshot, state: State, text: Text) => readonly Block[];

const detailsOf = (state: State, process: ExplainedProcess) => (state.details?.key === process.key ? state.details.value : null);

/** What each pane shows. */
const reports: Readonly<Record<PaneId, Report>> = {
	overview: (process, snapshot, state, text) =>
		overviewReport(process, snapshot, {history: state.history.get(process.key) ?? null, details: detailsOf(state, process)}, text),
	why: (process, snapshot, _, text) => whyReport(process, snapshot, text),
};

/** The panes with their keys; only the open one by name where there is no room. */
const tabSpans = (state: State, text: Text, hasRoom: boolean): readonly Span[] =>
	paneIds.flatMap((id, index) => {
		const isOpen = state.pane === id;
		const name = hasRoom || isOpen ? [span(' '), span(text.pane[id], isOpen ? 'tab-active' : 'tab')] : [];
		return [span(' '), span(String(index + 1), 'key'), ...name, span(hasRoom ? ' ' : '')];
	});

const subject = (process: ExplainedProcess | null, state: State, text: Text, more: number): readonly Span[] => {
	if (!process) {
		return [];
	}

	return [
		...(more > 0 ? [span(`${text.explorer.moreBelow} ${text.explorer.more(more)}   `, 'dim')] : []),
		...(state.ended ? [span(`${text.explorer.ended} `, 'warn')] : []),
		span(displayName(process), 'strong'),
		span(` · ${process.pid} `, 'dim'),
	];
};

export type Pane = {lines: readonly Line[] /** How far it can be scrolled. */; scrollMax: number};

/** The open pane in a box of `width` × `height` cells: tabs, then the report from where it is scrolled to. */
export const paneOf = (state: State, text: Text, width: number, height: number): Pane => {
	const process = selectProcess(state);
	const snapshot = state.shown;
	const blocks = process && snapshot ? reports[state.pane](process, snapshot, state, text) : [];
	const body = reportLines(blocks, width - 3);
	const room = Math.max(0, height - 1);
	const scrollMax = Math.max(0, body.length - room);
	const top = Math.min(state.paneScroll, scrollMax);
	const visible = body.slice(top, top + room).map(({spans}) => fitLine(line(span('  '), ...spans), width));
	while (visible.length < room) {
		visible.push(fitLine(emptyLine, width));
	}

	const right = subject(process, state, text, scrollMax - top);
	const wide = tabSpans(state, text, true);
	const hasRoom = lineWidth(line(...wide)) + lineWidth(line(...right)) < width;
	const tabs = justify(hasRoom ? wide : tabSpans(state, text, false), hasRoom ? right : subject(process, state, text, 0), width);
	return {lines: [fitLine(tabs, width), ...visible], scrollMax};
};
