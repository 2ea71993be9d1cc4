import fixed from './log.json' with {type: 'json'};
import templates from './log-templates.json' with {type: 'json'};
import {askingUser, type DemoMachine, numberOf} from './machine.js';
import type {LiveProcess} from './timeline.js';

/** `messageType` of log(1). */
export type LogType = 'Default' | 'Info' | 'Debug' | 'Error' | 'Fault';

/** A message at so many seconds after the first look. */
export type LogEvent = {at: number; level: LogType; subsystem: string; category: string; message: string};

/** From after `from` to `to`, in seconds after the first look. */
export type Span = {from: number; to: number};

type Recurring = {
	/** Seconds. */
	every: number;
	/** When in each round; where it is left out it comes at any time of it. */
	at?: number;
	/** `{3..9}` stands for a number, `{one|other}` for one of them. */
	message: string;
};

type Template = Recurring & {level: string; subsystem: string; category: string};

/** What happened once. What comes again and again stands among the templates. */
const single = fixed.filter(({process, message}) => process !== 'note-sync' && !message.includes('note-sync:'));

/** Nobody has to read more. */
const maxRounds = 5000;

/** The choices of one round: the same ones whenever they are asked for. */
const fillIn = (message: string, seed: string): string => {
	let place = 0;
	return message.replace(/\{([^{}]*)\}/g, (_, choice: string) => {
		const number = numberOf(`${seed} ${place++}`);
		const range = /^(-?\d+)\.\.(-?\d+)$/.exec(choice);
		if (range) {
			const [low, high] = [Number(range[1]), Number(range[2])];
			return String(low + (number % (high - low + 1)));
		}

		const words = choice.split('|');
		return words[number % words.length] ?? '';
	});
};

/** Every time at which something that recurs falls into a span, with its words. */
export const recurrences = ({every, at, message}: Recurring, seed: string, {from, to}: Span): readonly {at: number; message: string}[] => {
	const offset = at ?? (numberOf(seed) % (every * 10)) / 10;
	const wander = at === undefined ? every * 0.6 : 0;
	const last = Math.floor((to - offset) / every);
	const first = Math.max(Math.floor((from - offset) / every) - 1, last - maxRounds);
	const found: {at: number; message: string}[] = [];
	for (let round = first; round <= last; round++) {
		const when = offset + round * every + (wander * (numberOf(`${seed} ${round}`) % 1000)) / 1000;
		if (when > from && when <= to) {
			found.push({at: when, message: fillIn(message, `${seed} ${round}`)});
		}
	}

	return found;
};

const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

/** What the system's own libraries let a program say. */
const genericFor = ({app, user, path}: LiveProcess): readonly Template[] => {
	if (app?.type === 'Foreground' || app?.type === 'UIElement') {
		return templates.generic.app;
	}

	if (user !== askingUser) {
		return templates.generic.system;
	}

	return /^\/(?:System|usr)\//.test(path) ? templates.generic.user : [];
};

/** Of several processes of one program, the oldest one speaks of what happened once. */
const isFirst = (process: LiveProcess, machine: DemoMachine): boolean =>
	machine.processes.find(({path}) => path === process.path)?.pid === process.pid ||
	!machine.processes.some(({path}) => path === process.path);

/** What a process writes to the log during a span, oldest first. A zombie writes nothing. */
export const logEvents = (process: LiveProcess, machine: DemoMachine, {from, to}: Span): readonly LogEvent[] => {
	if (process.rss === 0) {
		return [];
	}

	const name = nameOf(process.path);
	const span = {from: Math.max(from, process.start - machine.host.uptime), to};
	const own = templates.messages.filter(message => message.process === name);
	const once = isFirst(process, machine) ? single.filter(line => line.process === name && line.at > span.from && line.at <= span.to) : [];
	const recurring = [...own, ...genericFor(process)].flatMap(template =>
		recurrences(template, `${process.pid} ${template.message}`, span).map(found => ({...template, ...found})),
	);
	return [...once, ...recurring]
		.map(({at, level, subsystem, category, message}) => ({at, level: level as LogType, subsystem, category, message}))
		.sort((one, other) => one.at - other.at);
};

/** Log files that jobs write, with what recurs in them. */
export const logFiles = templates.files;

/** What the tools that read logs say themselves. */
export const logWords = templates.words;
