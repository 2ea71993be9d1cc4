import type {Answer, Command, Runner} from '../../source/run/runner.js';

export const answer = (stdout: string, parts: Partial<Answer> = {}): Answer => ({
	stdout,
	stderr: '',
	exitCode: 0,
	failure: null,
	durationMs: 1,
	...parts,
});

export const failed = (stderr: string, parts: Partial<Answer> = {}): Answer => answer('', {stderr, exitCode: 1, failure: 'exit', ...parts});

export type Scene = {
	/** Answers by the whole command line, or by its beginning. */
	commands?: Readonly<Record<string, Answer>>;
	files?: Readonly<Record<string, string>>;
	lists?: Readonly<Record<string, readonly string[]>>;
	links?: Readonly<Record<string, string>>;
	/** Paths of which listing and following is refused. */
	denied?: readonly string[];
	/** What goes on, by the beginning of the command line. */
	follows?: Readonly<Record<string, (onText: (text: string) => void, signal: AbortSignal) => Promise<Answer>>>;
};

const lineOf = ({file, args}: Command): string => [file, ...args].join(' ');

const matching = <Value>(table: Readonly<Record<string, Value>>, line: string): Value | undefined =>
	table[line] ?? Object.entries(table).find(([beginning]) => line.startsWith(`${beginning} `))?.[1];

/** A machine that knows a few answers, and keeps what it was asked. */
export const createScene = ({commands = {}, files = {}, lists = {}, links = {}, denied = [], follows = {}}: Scene) => {
	const asked: string[] = [];
	const limits: Command[] = [];
	const runner: Runner = {
		async run(command) {
			asked.push(lineOf(command));
			limits.push(command);
			return matching(commands, lineOf(command)) ?? answer('', {exitCode: null, failure: 'missing'});
		},
		async follow(command, onText, signal) {
			asked.push(lineOf(command));
			return (await matching(follows, lineOf(command))?.(onText, signal)) ?? answer('', {exitCode: null, failure: 'missing'});
		},
		read(path) {
			const text = files[path];
			return text === undefined ? {text: '', isCut: false, failure: 'missing'} : {text, isCut: false, failure: null};
		},
		list(path) {
			const names = lists[path];
			return names === undefined ? {names: [], failure: denied.includes(path) ? 'denied' : 'missing'} : {names, failure: null};
		},
		link(path) {
			const target = links[path];
			return target === undefined ? {target: null, failure: denied.includes(path) ? 'denied' : 'missing'} : {target, failure: null};
		},
	};
	return {runner, asked, limits};
};

/** Resolves when the signal aborts, as a command does that goes on. */
export const untilStopped = (signal: AbortSignal): Promise<Answer> =>
	new Promise(resolve => {
		const stop = (): void => resolve(answer('', {exitCode: null, failure: 'aborted'}));
		signal.addEventListener('abort', stop);
		if (signal.aborted) {
			stop();
		}
	});
