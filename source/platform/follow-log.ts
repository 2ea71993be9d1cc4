import type {LogEntry} from '../model/log.js';
import type {Problem} from '../model/snapshot.js';
import {createLineSplitter} from '../parse/log-line-splitter.js';
import type {Command, Runner} from '../run/runner.js';
import {problemOf} from './problem.js';

const maxLineCharacters = 1024 * 1024;

/** A command that goes on, and what its lines say. */
export type Followed = {
	command: Command;
	/** What a problem is told of. */
	source: string;
	parse: (text: string) => readonly LogEntry[];
	/** Whether the beginning of a line that was cut says anything. */
	isReadableCut: boolean;
};

const cutEntry: LogEntry = {at: null, level: null, pid: null, sender: null, lines: [], note: 'cut'};

const followOne = async (
	runner: Runner,
	{command, source, parse, isReadableCut}: Followed,
	onEntries: (entries: readonly LogEntry[]) => void,
	signal: AbortSignal,
): Promise<Problem | null> => {
	const splitter = createLineSplitter(maxLineCharacters);
	const hand = (lines: ReturnType<typeof splitter.push>): void => {
		// a line that was cut stands for itself: what it holds is the beginning of something only
		const runs: {text: string[]; isCut: boolean}[] = [];
		for (const {line, isCut} of lines) {
			const last = runs.at(-1);
			if (last && !isCut && !last.isCut) {
				last.text.push(line);
			} else {
				runs.push({text: [line], isCut});
			}
		}

		const entries = runs.flatMap(({text, isCut}) => {
			const read = isCut && !isReadableCut ? [cutEntry] : parse(text.join('\n'));
			return isCut ? read.map(entry => ({...entry, note: 'cut' as const})) : read;
		});
		if (entries.length > 0 && !signal.aborted) {
			onEntries(entries);
		}
	};

	const answer = await runner.follow(command, text => hand(splitter.push(text)), signal);
	hand(splitter.end());
	return signal.aborted ? null : (problemOf(source, answer) ?? {source, failure: 'gone', detail: null});
};

/**
Follows several sources at once, until the signal aborts. Whatever ends before that ends all of them: half a log would
look like a whole one. Resolves with why.
*/
export const followLog = async (
	runner: Runner,
	sources: readonly Followed[],
	onEntries: (entries: readonly LogEntry[]) => void,
	signal: AbortSignal,
): Promise<Problem | null> => {
	if (sources.length === 0 || signal.aborted) {
		return null;
	}

	const ending = new AbortController();
	const end = (): void => ending.abort();
	signal.addEventListener('abort', end);
	let problem: Problem | null = null;
	await Promise.all(
		sources.map(async source => {
			const found = await followOne(runner, source, onEntries, ending.signal);
			problem ??= found;
			end();
		}),
	);
	signal.removeEventListener('abort', end);
	return problem;
};
