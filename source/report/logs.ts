import type {LogEntry, LogLevel, LogPage} from '../model/log.js';
import type {ExplainedProcess, Problem} from '../model/snapshot.js';
import type {LogsText} from '../text/en/logs.js';
import {formatInstant} from '../text/format.js';
import type {Text} from '../text/text.js';
import {type Block, gap, heading, type Part, part, parts, sentence, type Tone} from './block.js';

/** The words that the Logs pane needs. */
type LogsWords = Pick<Text, 'problem'> & {logs: LogsText};

export type LogsState = {isFollowing: boolean; problem: Problem | null; isLoading: boolean; now: number};

/** Beside the colour stands a mark: whoever sees no colours sees the level all the same. */
const marks: Readonly<Record<LogLevel, {mark: string; tone: Tone; textTone: Tone}>> = {
	emergency: {mark: '✗', tone: 'bad', textTone: 'bad'},
	alert: {mark: '✗', tone: 'bad', textTone: 'bad'},
	critical: {mark: '✗', tone: 'bad', textTone: 'bad'},
	error: {mark: '✗', tone: 'bad', textTone: 'bad'},
	warning: {mark: '!', tone: 'warn', textTone: 'warn'},
	notice: {mark: '·', tone: 'plain', textTone: 'plain'},
	info: {mark: '·', tone: 'plain', textTone: 'plain'},
	debug: {mark: '·', tone: 'dim', textTone: 'dim'},
};

const unknownLevel = {mark: '·', tone: 'dim', textTone: 'plain'} as const;

const clockWidth = 8;
/** The time, the mark and a blank behind each. */
const messageColumn = clockWidth + 3;

/** `13:05:09` today, `2026-11-21 13:05:09` on any other day, in the reader's time zone. */
const timeText = (at: number | null, today: string, noTime: string): string => {
	if (at === null) {
		return noTime.padEnd(clockWidth);
	}

	const [day = '', clock = ''] = formatInstant(at).split(' ');
	return day === today ? clock : `${day} ${clock}`;
};

/** `sshd[511]: `; empty where the process itself wrote it. */
const senderText = ({sender, pid}: LogEntry, process: ExplainedProcess): string => {
	const isOwnName = sender === null || [process.name, process.comm].includes(sender);
	const isOwnPid = pid === null || pid === process.pid;
	if (isOwnName && isOwnPid) {
		return '';
	}

	return `${sender ?? ''}${isOwnPid ? '' : `[${pid}]`}: `;
};

const entryBlocks = (entry: LogEntry, process: ExplainedProcess, today: string, words: LogsText): readonly Block[] => {
	const {mark, tone, textTone} = entry.level === null ? unknownLevel : marks[entry.level];
	const [first = '', ...more] = entry.lines;
	const sender = senderText(entry, process);
	const line: Part[] = [part(`${timeText(entry.at, today, words.noTime)} `, 'dim'), part(`${mark} `, tone)];
	if (sender !== '') {
		line.push(part(sender, 'accent'));
	}

	if (first !== '') {
		line.push(part(first, textTone));
	}

	if (entry.note !== null) {
		line.push(part(`${first === '' ? '' : ' '}${words.note[entry.note]}`, 'dim'));
	}

	return [
		parts(line, messageColumn),
		// the blanks it begins with indent all of what wraps
		...more.map(text => parts([part(' '.repeat(messageColumn)), part(text, textTone)])),
	];
};

/** Lines that stay are made once: a log that is followed is shown again with every line it gets. */
const made = new WeakMap<LogEntry, {key: string; words: LogsText; blocks: readonly Block[]}>();

const blocksOf = (entry: LogEntry, process: ExplainedProcess, today: string, words: LogsText): readonly Block[] => {
	const key = `${today} ${process.key}`;
	const known = made.get(entry);
	if (known?.key === key && known.words === words) {
		return known.blocks;
	}

	const blocks = entryBlocks(entry, process, today, words);
	made.set(entry, {key, words, blocks});
	return blocks;
};

/** Why there is nothing to see. */
const emptySentences = (process: ExplainedProcess, {sources, advice}: LogPage, words: LogsText): readonly string[] => {
	if (process.traits.isKernelThread) {
		return [words.kernelThread];
	}

	const output = process.traits.stdio?.[1] ?? null;
	const where = output !== null && output in words.output ? [words.output[output as keyof typeof words.output]] : [];
	if (sources.length === 0) {
		return [words.noSource, ...where];
	}

	if (advice !== null) {
		return [words.emptyForUs];
	}

	const unified = sources.find(source => source.type === 'unified-log');
	return unified && sources.length === 1 ? [words.emptyLately(unified.minutes)] : [words.empty, ...where];
};

const headingBlocks = (page: LogPage, {isFollowing}: LogsState, words: LogsText): readonly Block[] => {
	const [first, ...more] = [...page.sources.map(words.source), ...(isFollowing ? [words.following] : [])];
	return [
		heading(words.title, first ?? null),
		...more.map(text => sentence(text, 'dim')),
		...(page.advice === null ? [] : [sentence(words.advice(page.advice), 'dim')]),
	];
};

/**
The Logs pane: where it was read from and what would show more, then the messages, the newest last. What went wrong stands
below them, where a log is read.
*/
export const logsReport = (process: ExplainedProcess, page: LogPage | null, state: LogsState, text: LogsWords): readonly Block[] => {
	const words = text.logs;
	const problems = state.problem === null ? [] : [sentence(text.problem(state.problem), 'warn')];
	if (page === null) {
		const said = state.isLoading ? [words.loading] : problems.length > 0 ? [] : [words.nobodyToAsk];
		return [...said.map(each => sentence(each, 'dim')), ...problems];
	}

	const today = formatInstant(state.now).split(' ')[0] ?? '';
	const entries =
		page.entries.length === 0
			? emptySentences(process, page, words).map(each => sentence(each, 'dim'))
			: page.entries.flatMap(entry => blocksOf(entry, process, today, words));
	return [...headingBlocks(page, state, words), gap, ...entries, ...problems];
};
