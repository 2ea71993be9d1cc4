import {displayName} from '../columns.js';
import type {PartId} from '../model/inspected.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {fitLine, justify, lineWidth} from '../paint/cell.js';
import {reportLines} from '../paint/report-lines.js';
import {emptyLine, type Line, line, type Span, span, withTarget} from '../paint/style.js';
import type {Block} from '../report/block.js';
import {configReport, configSubject} from '../report/config.js';
import {learnReport} from '../report/learn.js';
import {logsReport} from '../report/logs.js';
import {overviewReport} from '../report/overview.js';
import {socketsReport} from '../report/sockets.js';
import {whyReport} from '../report/why.js';
import {figuresOf} from '../store/history.js';
import {selectProcess} from '../store/select.js';
import {type PaneId, paneIds, type State} from '../store/state.js';
import type {Text} from '../text/text.js';

type Report = (process: ExplainedProcess, snapshot: Snapshot, state: State, text: Text) => readonly Block[];

/** What was answered about this process; `undefined`: it is still being asked. */
const partOf = <Part extends PartId>(state: State, process: ExplainedProcess, part: Part) =>
	state.inspected?.key === process.key ? state.inspected.parts[part] : undefined;

/** Of a process that has ended nothing is asked any more. */
const waits = (state: State, answer: unknown): boolean => answer === undefined && state.ended === null;

/** What each pane shows. */
const reports: Readonly<Record<PaneId, Report>> = {
	overview: (process, snapshot, state, text) =>
		overviewReport(
			process,
			snapshot,
			{history: figuresOf(state.history, process.key), details: partOf(state, process, 'details')?.value ?? null},
			text,
		),
	why: (process, snapshot, _, text) => whyReport(process, snapshot, text),
	sockets: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'sockets');
		const shown = {isLoading: waits(state, answer), problem: answer?.problem ?? null};
		return socketsReport(process, snapshot, answer?.value ?? null, shown, text);
	},
	config: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'config');
		const shown = {isLoading: waits(state, answer), problem: answer?.problem ?? null, areSecretsShown: state.areSecretsShown};
		return configReport(configSubject(process), answer?.value ?? null, {...shown, now: snapshot.takenAt}, text);
	},
	logs: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'logs');
		const shown = {isLoading: waits(state, answer), problem: answer?.problem ?? null, isFollowing: state.isFollowing};
		return logsReport(process, answer?.value ?? null, {...shown, now: snapshot.takenAt}, text);
	},
	learn: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'article');
		const shown = {
			article: answer?.value ?? null,
			details: partOf(state, process, 'details')?.value ?? null,
			isLoading: waits(state, answer),
		};
		return learnReport(process, snapshot, shown, text);
	},
};

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

const blocksOf = (state: State, text: Text): readonly Block[] => {
	const process = selectProcess(state);
	return process && state.shown ? reports[state.pane](process, state.shown, state, text) : [];
};

/** So wide is a pane that is copied. */
const copyWidth = 100;

/** All of the open pane, however it is scrolled. */
export const paneText = (state: State, text: Text): readonly Line[] => reportLines(blocksOf(state, text), copyWidth);

/** The open pane in a box of `width` × `height` cells: tabs, then the report from where it is scrolled to. */
export const paneOf = (state: State, text: Text, width: number, height: number): Pane => {
	const process = selectProcess(state);
	const body = reportLines(blocksOf(state, text), width - 3);
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
