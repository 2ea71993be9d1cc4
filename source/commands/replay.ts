import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {explore} from './explore.js';

/** `daemon-top replay FILE`: the explorer on a recording. */
export const replay = async (context: Context): Promise<ExitCode> => {
	const [path, ...query] = context.arguments.words;
	if (path === undefined) {
		context.stderr.write(`${context.text.error.replayNeedsFile}\n`);
		return exitCode.usage;
	}

	return explore({...context, arguments: {...context.arguments, words: query, values: {...context.arguments.values, replay: path}}});
};
