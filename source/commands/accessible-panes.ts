import {displayName} from '../columns.js';
import type {Inspected, PartId} from '../model/inspected.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import {printable} from '../parse/printable.js';
import {type Block, gap, heading, part, parts, sentence} from '../report/block.js';
import {commandsOf} from '../report/commands.js';
import {configReport, configSubject} from '../report/config.js';
import {learnReport} from '../report/learn.js';
import {logsReport} from '../report/logs.js';
import {overviewReport} from '../report/overview.js';
import {socketsReport} from '../report/sockets.js';
import {whyReport} from '../report/why.js';
import {partsOfPane} from '../store/inspector.js';
import type {PaneId} from '../store/state.js';
import {choose, tell} from './accessible-lines.js';
import {logVoice, messagesOf, splitLog} from './accessible-log.js';
import {shortSource, spoken, type Voice} from './accessible-speech.js';
import {type Answer, lookIfOld, type Respond, type Talk} from './accessible-talk.js';
import {findTarget} from './find-target.js';

type Report = (process: ExplainedProcess, talk: Talk, parts: Inspected['parts']) => readonly Block[];

/** The reports of the explorer. */
const reports: Readonly<Record<PaneId, Report>> = {
	overview: (process, {snapshot, text}, {details}) =>
		overviewReport(process, snapshot, {history: null, details: details?.value ?? null}, text),
	why: (process, {snapshot, text}) => whyReport(process, snapshot, text),
	sockets: (process, {snapshot, text}, {sockets}) =>
		socketsReport(process, snapshot, sockets?.value ?? null, {isLoading: false, problem: sockets?.problem ?? null}, text),
	config: (process, {snapshot, text, areSecretsShown}, {config}) =>
		configReport(
			configSubject(process),
			config?.value ?? null,
			// lines without a meaning, such as closing tags, are tiresome to hear
			{isLoading: false, problem: config?.problem ?? null, areSecretsShown, isBrief: true, now: snapshot.takenAt},
			text,
		),
	logs: (process, {snapshot, text}, {logs}) =>
		logsReport(
			process,
			logs?.value ?? null,
			{isFollowing: false, isLoading: false, problem: logs?.problem ?? null, now: snapshot.takenAt},
			text,
		),
	learn: (process, {snapshot, text}, {article, details}) =>
		learnReport(process, snapshot, {article: article?.value ?? null, details: details?.value ?? null, isLoading: false}, text),
};

const voiceOf = (pane: PaneId, talk: Talk): Voice => {
	const {mark, lessonNumber} = talk.text.accessible;
	switch (pane) {
		case 'logs':
			return logVoice(talk);
		case 'learn':
			return {marks: {'“': mark.saying, '→': mark.checked}, number: lessonNumber};
		default:
			return {};
	}
};

/** The checklist names its sources bare; in a pane full of evidence they stand in brackets like the others. */
const bracketed = (blocks: readonly Block[], {text}: Talk): readonly Block[] =>
	blocks.map(block =>
		block.type === 'item' && block.note !== null && !block.note.startsWith('(')
			? {...block, note: text.accessible.readFrom(shortSource(block.note))}
			: block,
	);

const inspect = async (process: ExplainedProcess, pane: PaneId, {machine, hasEnded}: Talk): Promise<Inspected> => {
	const {signal} = new AbortController();
	const ask = async (part: PartId) => {
		// another process may have its pid by now
		if (hasEnded && part === 'sockets') {
			return [part, {value: null, problem: {source: process.name, failure: 'gone', detail: null}}] as const;
		}

		const {value, problems} = await machine.engine.inspect[part](process, signal).catch(() => ({value: null, problems: []}));
		return [part, {value, problem: problems[0] ?? null}] as const;
	};
	return {key: process.key, parts: Object.fromEntries(await Promise.all(partsOfPane[pane].map(ask)))};
};

/** The process that is meant: by the number of a line, a name, a unit, a pid or a port; without any of them the chosen one. */
const subjectOf = (talk: Talk, more: string): ExplainedProcess | null => {
	if (more === '') {
		return talk.chosen;
	}

	const listed = /^\d{1,9}$/.test(more) ? talk.listing?.processOf(Number(more) - 1) : null;
	return listed ?? findTarget(talk.snapshot, more, talk.text.language).processes[0] ?? null;
};

const tellPane = async (pane: PaneId, before: Talk, more: string): Promise<Answer> => {
	const looked = await lookIfOld(before);
	const words = looked.text.accessible;
	const subject = subjectOf(looked, more);
	if (subject === null) {
		return tell(looked, more === '' ? words.nothingChosen : words.notFound(printable(more)));
	}

	const {talk: chosen} = choose(subject, looked);
	const process = chosen.chosen ?? subject;
	const name = displayName(process);
	const inspected = await inspect(process, pane, chosen);
	const talk = {...chosen, pane, inspected};
	const log = inspected.parts.logs?.value ?? null;
	const [latest = null, ...earlier] = log === null ? [] : splitLog(log);
	const logs = {value: latest, problem: inspected.parts.logs?.problem ?? null};
	const report = reports[pane](process, talk, {...inspected.parts, logs});
	const told = [
		...(talk.hasEnded ? [sentence(words.hasEnded(name, process.pid), 'warn')] : []),
		heading(`${words.paneHead(talk.text.pane[pane], name, process.pid)}:`),
		...(earlier.length > 0 ? [sentence(words.lastMessages(latest?.entries.length ?? 0, log?.entries.length ?? 0))] : []),
		...spoken(pane === 'why' ? bracketed(report, talk) : report, talk.text, voiceOf(pane, talk)),
		...(earlier.length > 0 ? [sentence(words.earlier, 'dim')] : []),
	];
	return {talk: {...talk, pages: earlier.map(page => messagesOf(page, process, talk))}, blocks: told};
};

export const paneOf =
	(pane: PaneId): Respond =>
	(talk, more) =>
		tellPane(pane, talk, more);

/** Uncovers what looks like a secret, or covers it again. */
export const tellSecrets: Respond = (talk, more) => tellPane('config', {...talk, areSecretsShown: !talk.areSecretsShown}, more);

/** The lines for a shell behind the last pane. */
export const tellCommands: Respond = async talk => {
	const {chosen, pane, snapshot, inspected, text} = talk;
	const words = text.accessible;
	if (chosen === null) {
		return tell(talk, words.nothingChosen);
	}

	const shown = commandsOf(pane, chosen, snapshot, inspected);
	return {
		talk,
		blocks: [
			heading(`${words.commandsHead(text.pane[pane], displayName(chosen), chosen.pid)}:`),
			sentence(shown.length === 0 ? text.commands.none : words.commandsAbout),
			...shown.flatMap(({line, topic}, index) => [
				...(topic === shown[index - 1]?.topic ? [] : [gap, heading(`${text.commands.topic[topic]}:`)]),
				parts([part(line, 'accent')]),
			]),
		],
	};
};
