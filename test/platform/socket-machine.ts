import type {Answer, Command, FileAnswer, ListAnswer, Runner} from '../../source/run/runner.js';

const missing: Answer = {stdout: '', stderr: '', exitCode: null, failure: 'missing', durationMs: 0};

/** Answers of tools by the name of their file, files and folders by their path; what is not there is missing. */
export type SocketMachine = {
	tools?: Readonly<Record<string, Partial<Answer>>>;
	files?: Readonly<Record<string, string>>;
	lists?: Readonly<Record<string, readonly string[] | ListAnswer['failure']>>;
	links?: Readonly<Record<string, string>>;
	/** What may not be followed. */
	deniedLinks?: readonly string[];
};

const absent: FileAnswer = {text: '', isCut: false, failure: 'missing'};

/** A runner for one machine, and what it was asked to run. */
export const createSocketMachine = ({
	tools = {},
	files = {},
	lists = {},
	links = {},
	deniedLinks = [],
}: SocketMachine): {runner: Runner; commands: Command[]} => {
	const commands: Command[] = [];
	const runner: Runner = {
		async run(command, signal) {
			commands.push(command);
			const answer = tools[command.file.split('/').at(-1) ?? ''];
			return signal?.aborted
				? {...missing, failure: 'aborted'}
				: answer === undefined
					? missing
					: {...missing, exitCode: 0, failure: null, ...answer};
		},
		follow: async () => missing,
		read: path => (files[path] === undefined ? absent : {text: files[path], isCut: false, failure: null}),
		list(path) {
			const names = lists[path] ?? 'missing';
			return typeof names === 'string' ? {names: [], failure: names} : {names, failure: null};
		},
		link(path) {
			const failure = deniedLinks.includes(path) ? 'denied' : 'missing';
			return links[path] === undefined ? {target: null, failure} : {target: links[path], failure: null};
		},
	};
	return {runner, commands};
};
