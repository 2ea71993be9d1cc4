import {shellLine} from '../ask/question.js';
import {consequencesOf} from '../explain/consequences.js';
import {type Comeback, type Consequences, type ProcessName, type StopNote, type WayToEnd, waysToEnd} from '../model/consequences.js';
import type {ServiceDetails} from '../model/details.js';
import type {ListeningSocket} from '../model/process.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {Text} from '../text/text.js';
import {type Block, field, heading, sentence} from './block.js';

type Words = Text['consequences'];

const maxNames = 3;
const maxSockets = 3;

const answerOrder = ['yes', 'on-demand', 'unknown', 'no', 'stays'] as const satisfies readonly Comeback['answer'][];

type Group = {ways: readonly WayToEnd[]; comeback: Comeback};

/** Ways that lead to the same stand together, those that bring it back first. */
const groupWays = (comebacks: Consequences['comebacks']): readonly Group[] => {
	const groups = new Map<string, {ways: WayToEnd[]; comeback: Comeback}>();
	for (const way of waysToEnd) {
		const comeback = comebacks[way];
		const key = JSON.stringify(comeback);
		const known = groups.get(key);
		if (known) {
			known.ways.push(way);
		} else {
			groups.set(key, {ways: [way], comeback});
		}
	}

	return [...groups.values()].sort((a, b) => answerOrder.indexOf(a.comeback.answer) - answerOrder.indexOf(b.comeback.answer));
};

/** What the ways that are shown tell already. */
const shownStatuses: ReadonlySet<string> = new Set(['0', '1', 'SIGTERM', 'SIGKILL']);

/** Limits and exceptions, as one line. */
const provisos = ({limit, growingDelay, throttle, exceptions, comebacks}: Consequences, words: Words): readonly string[] => {
	const hasAnswer = (answer: Comeback['answer']): boolean => Object.values(comebacks).some(comeback => comeback.answer === answer);
	const never = hasAnswer('yes') ? exceptions.never.filter(status => !shownStatuses.has(status)) : [];
	const always = hasAnswer('no') ? exceptions.always.filter(status => !shownStatuses.has(status)) : [];
	return [
		...(never.length === 0 ? [] : [words.never(never)]),
		...(always.length === 0 ? [] : [words.always(always)]),
		...(limit?.isReachable ? [words.limit(limit)] : []),
		...(growingDelay === null ? [] : [words.growing(growingDelay.lastMs, growingDelay.steps)]),
		...(throttle === null ? [] : [words.throttle(throttle.betweenMs)]),
	];
};

const labelled = (label: string, lines: readonly string[], tone?: 'accent'): readonly Block[] =>
	lines.map((line, index) => field(index === 0 ? label : '', line, tone));

const comebackBlocks = (consequences: Consequences, now: number, words: Words): readonly Block[] => {
	const groups = groupWays(consequences.comebacks);
	const lines = groups.map(({ways, comeback}) => words.comeback(groups.length === 1 ? null : ways, comeback, consequences.triggers, now));
	const rest = provisos(consequences, words);
	return labelled(words.comesBack, [...lines, ...(rest.length === 0 ? [] : [rest.join('; ')])].map(words.asSentence));
};

const names = (processes: readonly ProcessName[], words: Words): string => {
	const shown = processes.slice(0, maxNames).map(({pid, name}) => `${name} (${pid})`);
	return words.some(shown, processes.length - shown.length);
};

const socketText = (socket: ListeningSocket): string =>
	socket.protocol === 'unix'
		? socket.path
		: `${socket.protocol} ${socket.family === 'ipv6' ? `[${socket.address}]` : socket.address}:${socket.port}`;

const socketList = (sockets: readonly string[], words: Words): string =>
	words.some(sockets.slice(0, maxSockets), Math.max(0, sockets.length - maxSockets));

const togetherBlocks = ({together}: Consequences, words: Words): readonly Block[] => {
	const {ended, left, hungUp, orphaned, closed, shared, held, wider} = together;
	const counted = (all: readonly ProcessName[], say: (count: number, names: string) => string): readonly string[] =>
		all.length === 0 ? [] : [say(all.length, names(all, words))];
	const listed = (all: readonly string[], say: (text: string) => string): readonly string[] =>
		all.length === 0 ? [] : [say(socketList(all, words))];
	return [
		...(wider === null ? [] : [field(words.warning, words.widerEnd[wider], 'warn')]),
		...labelled(words.goesWith, [...counted(ended, words.ended), ...counted(hungUp, words.hungUp)]),
		...labelled(words.livesOn, [...counted(left, words.left), ...counted(orphaned, words.orphaned)]),
		...labelled(words.sockets, [
			...listed(closed.map(socketText), words.closed),
			...listed(shared.map(socketText), words.shared),
			...listed(held, words.held),
		]),
	];
};

const dependentBlocks = ({dependents}: Consequences, words: Words): readonly Block[] => {
	const text = words.dependents(dependents);
	return text === '' ? [] : [field(words.neededBy, text)];
};

const shellLines = (commands: readonly (readonly string[])[]): readonly string[] =>
	commands.map(([file = '', ...args]) => shellLine({run: {file, args}}));

/** Notes that stand instead of a command, or say what the one for good does. */
const goodNotes: ReadonlySet<StopNote> = new Set([
	'mask',
	'vital',
	'transient',
	'login-items',
	'crontab',
	'supervisord-settings',
	'lxc-settings',
	'once',
	'not-started-again',
	'whole-user',
]);

const stopBlocks = ({stop}: Consequences, words: Words): readonly Block[] => {
	const say = (notes: readonly StopNote[]): readonly string[] => notes.map(note => words.stopNote[note]);
	const now = say(stop.notes.filter(note => !goodNotes.has(note)));
	const good = say(stop.notes.filter(note => goodNotes.has(note)));
	const part = (label: string, commands: readonly string[], notes: readonly string[]): readonly Block[] => {
		const blocks = [...labelled(label, commands, 'accent'), ...labelled(commands.length === 0 ? label : '', notes)];
		return blocks.map((block, index) => (index >= commands.length && block.type === 'field' ? {...block, tone: 'dim' as const} : block));
	};

	return [...part(words.stopNow, shellLines(stop.now), now), ...part(words.stopForGood, shellLines(stop.forGood), good)];
};

/** Only whether a process comes back, and why. */
export const comebackReport = (
	process: ExplainedProcess,
	snapshot: Snapshot,
	details: ServiceDetails | null,
	text: {readonly consequences: Words},
): readonly Block[] => {
	const consequences = consequencesOf(process, snapshot, details);
	return consequences.special === null ? comebackBlocks(consequences, snapshot.takenAt, text.consequences) : [];
};

/** What happens if a process stops, the most important first. */
export const consequencesReport = (
	process: ExplainedProcess,
	snapshot: Snapshot,
	details: ServiceDetails | null,
	text: {readonly consequences: Words},
): readonly Block[] => {
	const words = text.consequences;
	const consequences = consequencesOf(process, snapshot, details);
	if (consequences.special !== null) {
		return [heading(words.heading), sentence(words.stopNote[consequences.special])];
	}

	return [
		heading(words.heading),
		...(consequences.storm === null ? [] : [field(words.comesBack, words.asSentence(words.storm(consequences.storm)), 'bad')]),
		...comebackBlocks(consequences, snapshot.takenAt, words).map((block, index) =>
			index === 0 && consequences.storm !== null && block.type === 'field' ? {...block, label: ''} : block,
		),
		...togetherBlocks(consequences, words),
		...dependentBlocks(consequences, words),
		...stopBlocks(consequences, words),
	];
};
