import type {Action} from '../store/state.js';
import {type Chosen, createStore, initialState, type Store} from '../store/store.js';
import {type Context, settingsOf} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {openMachine} from './machine.js';
import {runScreen} from './run-screen.js';
import {firstSort, intervalInForce} from './settings-in-force.js';

/** The order, the columns and the keys of the configuration file. */
const chosenBefore = (context: Context): Chosen => {
	const {columns, keys} = settingsOf(context);
	return {sort: firstSort(context), columns, keys};
};

/** One asked for text that can be heard. */
const isAccessible = ({arguments: {values}, environment}: Context): boolean =>
	values.accessible === true || environment.INK_SCREEN_READER === 'true';

const isTerminal = ({stdin, stdout, environment}: Context): boolean => stdin.isTTY && stdout.isTTY && environment.TERM !== 'dumb';

/** `daemon-top quiz`: on the screen of the explorer, or where there is none, as lines of text. */
export const exploreQuiz = async (context: Context): Promise<ExitCode> => {
	const {parseCount} = await import('./quiz-questions.js');
	const isOnScreen = isTerminal(context) && !isAccessible(context) && context.arguments.words.length === 0;
	return isOnScreen && parseCount(context.arguments.values.count) !== null
		? openExplorer(context, {type: 'quiz'})
		: (await import('./quiz.js')).quiz(context);
};

/** `daemon-top`: the explorer, or where nobody could see it, the list. */
export const explore = async (context: Context): Promise<ExitCode> =>
	isAccessible(context) ? (await import('./accessible.js')).accessible(context) : openExplorer(context, null);

/** The state to begin with; a sentence: what is to be searched for cannot be read. */
const storeFor = (context: Context, intervalMs: number, first: Action | null): Store | string => {
	const {
		text,
		stdout,
		arguments: {words},
	} = context;
	const size = {columns: stdout.columns || 80, rows: stdout.rows || 24};
	const store = createStore(initialState(size, text.language, intervalMs, chosenBefore(context)));
	if (first !== null) {
		store.dispatch(first);
	}

	const query = first === null ? words.join(' ') : '';
	if (query !== '') {
		store.dispatch({type: 'search-insert', text: query});
		const {error} = store.getState().search;
		if (error) {
			return text.error.badQuery(query, error.position + 1, text.queryError[error.id](error.value));
		}
	}

	if (context.notice) {
		store.dispatch({type: 'message', message: context.notice});
	}

	return store;
};

const openExplorer = async (context: Context, first: Action | null): Promise<ExitCode> => {
	const {text, stdin, stdout, stderr, environment} = context;
	const {values} = context.arguments;
	const fail = (sentence: string, code: ExitCode): ExitCode => {
		stderr.write(`${sentence}\n`);
		return code;
	};

	const intervalMs = intervalInForce(context);
	if (intervalMs === null) {
		return fail(text.error.badDelay(String(values.delay)), exitCode.usage);
	}

	if (!stdout.isTTY || environment.TERM === 'dumb') {
		return (await import('./list.js')).list(context);
	}

	if (!stdin.isTTY) {
		return fail(text.error.noTerminalIn, exitCode.usage);
	}

	const store = storeFor(context, intervalMs, first);
	if (typeof store === 'string') {
		return fail(store, exitCode.usage);
	}

	const opened = await openMachine(values, text);
	return 'error' in opened ? fail(opened.error, exitCode.error) : runScreen(context, store, opened.machine);
};
