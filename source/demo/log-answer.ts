import {type LogEvent, type LogType, logEvents, logWords, type Span} from './log-events.js';
import {type DemoMachine, hexOf, numberOf} from './machine.js';
import {said, type ToolAnswer} from './system-answer.js';
import type {Instant, LiveProcess} from './timeline.js';

/** What `log show` and `log stream` were asked. */
type Question = {verb: 'show' | 'stream'; seconds: number; predicate: string; pid: number; levels: ReadonlySet<LogType>};

const unitSeconds: Readonly<Record<string, number>> = {s: 1, m: 60, h: 3600, d: 86_400};
const always: readonly LogType[] = ['Default', 'Error', 'Fault'];

const optionValue = (args: readonly string[], option: string): string => {
	const index = args.indexOf(option);
	return index === -1 ? '' : (args[index + 1] ?? '');
};

const levelsOf = (args: readonly string[]): ReadonlySet<LogType> => {
	const level = optionValue(args, '--level');
	const hasDebug = args.includes('--debug') || level === 'debug';
	const hasInfo = args.includes('--info') || level === 'info' || hasDebug;
	return new Set<LogType>([...always, ...(hasInfo ? (['Info'] as const) : []), ...(hasDebug ? (['Debug'] as const) : [])]);
};

/** `null`: not asked for one process in lines of JSON. */
const questionOf = (args: readonly string[]): Question | null => {
	const [verb] = args;
	const predicate = optionValue(args, '--predicate');
	const pid = /^processID == (\d+)$/.exec(predicate)?.[1];
	const last = /^(\d+)([smhd])$/.exec(optionValue(args, '--last'));
	if ((verb !== 'show' && verb !== 'stream') || pid === undefined || optionValue(args, '--style') !== 'ndjson') {
		return null;
	}

	const seconds = last ? Number(last[1]) * (unitSeconds[last[2] ?? ''] ?? 1) : 300;
	return {verb, seconds, predicate, pid: Number(pid), levels: levelsOf(args)};
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-22 16:01:02.123456+0000`: tools are told to use UTC. */
const timestamp = (milliseconds: number): string => {
	const date = new Date(milliseconds);
	const day = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())].join('-');
	const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
	return `${day} ${time}.${String(Math.floor((milliseconds % 1000) * 1000)).padStart(6, '0')}+0000`;
};

const uuidOf = (text: string): string => {
	const part = (name: string, width: number): string => hexOf(numberOf(`${text} ${name}`), width).slice(-width);
	return [part('a', 8), part('b', 4), part('c', 4), part('d', 4), `${part('e', 8)}${part('f', 4)}`].join('-').toUpperCase();
};

/** One event as log(1) prints it: on one line, with its slashes escaped. */
const eventLine = (event: LogEvent, process: LiveProcess, machine: DemoMachine, bootedAt: number): string => {
	const seconds = bootedAt + machine.host.uptime + event.at;
	const fields = {
		timezoneName: '',
		messageType: event.level,
		eventType: 'logEvent',
		source: null,
		formatString: '%{public}s',
		userID: process.uid,
		activityIdentifier: 0,
		subsystem: event.subsystem,
		category: event.category,
		threadID: 1000 + (numberOf(`${process.pid} ${event.category}`) % 900_000),
		senderImageUUID: uuidOf(event.subsystem),
		bootUUID: '',
		processImagePath: process.path,
		senderImagePath: process.path,
		timestamp: timestamp(seconds * 1000),
		machTimestamp: Math.floor((machine.host.uptime + event.at) * 24_000_000),
		eventMessage: event.message,
		processImageUUID: uuidOf(process.path),
		traceID: numberOf(event.message),
		processID: process.pid,
		senderProgramCounter: numberOf(event.category) % 1_000_000,
		parentActivityIdentifier: 0,
	};
	return `${JSON.stringify(fields).replaceAll('/', '\\/')}\n`;
};

const linesOf = ({pid, levels}: Question, machine: DemoMachine, {processes, bootedAt}: Instant, span: Span): readonly string[] => {
	const process = processes.find(each => each.pid === pid);
	return process
		? logEvents(process, machine, span)
				.filter(({level}) => levels.has(level))
				.map(event => eventLine(event, process, machine, bootedAt))
		: [];
};

const introduction = (predicate: string): string => `${logWords.introduction.replace('<predicate>', () => predicate)}\n`;

/**
What `log show --style ndjson --predicate 'processID == PID'` prints; `null`: not asked in a way that is known here.

@source log(1) of macOS
*/
export const logAnswer = (args: readonly string[], machine: DemoMachine, instant: Instant): ToolAnswer | null => {
	const question = questionOf(args);
	if (question?.verb !== 'show') {
		return null;
	}

	const lines = linesOf(question, machine, instant, {from: instant.seconds - question.seconds, to: instant.seconds});
	return said(`${introduction(question.predicate)}${lines.join('')}${JSON.stringify({count: lines.length, finished: 1})}\n`);
};

/** What goes on by itself: what it says first, and then between two instants. */
export type DemoStream = {heading: string; between(from: number, instant: Instant): string};

/** What `log stream` prints; `null`: not asked in a way that is known here. */
export const logStream = (args: readonly string[], machine: DemoMachine): DemoStream | null => {
	const question = questionOf(args);
	return question?.verb === 'stream'
		? {
				heading: introduction(question.predicate),
				between: (from, instant) => linesOf(question, machine, instant, {from, to: instant.seconds}).join(''),
			}
		: null;
};
