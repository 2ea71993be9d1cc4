import type {DemoStream} from './log-answer.js';
import {logFiles, logWords, recurrences, type Span} from './log-events.js';
import type {DemoMachine} from './machine.js';
import type {ToolAnswer} from './system-answer.js';
import type {Instant} from './timeline.js';

/** So far back a file begins, in seconds. */
const fileSeconds = 6 * 3600;

const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** How the lines of each file begin. */
const prefixes: Readonly<Record<string, (milliseconds: number, pid: number) => string>> = {
	iso: milliseconds => `${isoTime(milliseconds)} `,
	bracket: milliseconds => `[${isoTime(milliseconds).slice(0, 19).replace('T', ' ')} +0000] `,
	postgres: (milliseconds, pid) => `${isoTime(milliseconds).slice(0, 23).replace('T', ' ')} UTC [${pid}] `,
};

/** The lines that a file has got within a span; `null`: there is no such file. */
const linesOf = (path: string, machine: DemoMachine, {bootedAt}: Instant, span: Span): readonly string[] | null => {
	const file = logFiles.find(each => each.path === path);
	const prefix = prefixes[file?.style ?? ''];
	if (!file || !prefix) {
		return null;
	}

	const writer = machine.jobs.find(({keys}) => keys.StandardErrorPath === path)?.target;
	const pid = machine.processes.find(({job}) => job === writer)?.pid ?? 0;
	return file.lines
		.flatMap(line => recurrences(line, `${path} ${line.message}`, span))
		.sort((one, other) => one.at - other.at)
		.map(({at, message}) => `${prefix((bootedAt + machine.host.uptime + at) * 1000, pid)}${message}\n`);
};

/** `-n 200 [-F] -- PATH`; `null`: asked otherwise. */
const questionOf = (args: readonly string[]): {count: number; isFollowing: boolean; path: string} | null => {
	const count = Number(args[args.indexOf('-n') + 1]);
	const path = args.at(-1);
	return args.includes('-n') && Number.isInteger(count) && path?.startsWith('/') ? {count, isFollowing: args.includes('-F'), path} : null;
};

/**
What `tail -n COUNT -- PATH` prints of a log file; `null`: not asked in a way that is known here.

@source tail(1) of macOS
*/
export const tailAnswer = (args: readonly string[], machine: DemoMachine, instant: Instant): ToolAnswer | null => {
	const question = questionOf(args);
	if (question === null || question.isFollowing) {
		return null;
	}

	const lines = linesOf(question.path, machine, instant, {from: instant.seconds - fileSeconds, to: instant.seconds});
	return lines === null
		? {stdout: '', stderr: `${logWords.noFile.replace('<path>', () => question.path)}\n`, exitCode: 1}
		: {
				stdout: lines
					.join('')
					.split('\n')
					.slice(-question.count - 1)
					.join('\n'),
				stderr: '',
				exitCode: 0,
			};
};

/** What `tail -F` prints from now on. A file that is not there may come yet. */
export const tailStream = (args: readonly string[], machine: DemoMachine): DemoStream | null => {
	const question = questionOf(args);
	return question?.isFollowing
		? {
				heading: '',
				between: (from, instant) => (linesOf(question.path, machine, instant, {from, to: instant.seconds}) ?? []).join(''),
			}
		: null;
};
