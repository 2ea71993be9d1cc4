import process from 'node:process';
import type {ConfigPiece} from '../model/config.js';
import {pause, systemClock} from '../run/clock.js';
import {keepMemorySmall} from '../run/memory.js';
import {createTerminalGuardian} from '../run/terminal-guardian.js';
import {startInspector} from '../store/inspector.js';
import {startSampler} from '../store/sampler.js';
import {configPathOf} from '../store/select.js';
import type {Action, Message, State} from '../store/state.js';
import {type Chosen, createStore, initialState, type Store} from '../store/store.js';
import {startTeacher} from '../store/teacher.js';
import {themeFor, themeName} from './choose-theme.js';
import {type Context, settingsOf} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {type Machine, openMachine} from './machine.js';
import {firstSort, intervalInForce, screenChoices} from './settings-in-force.js';

/** The order, the columns and the keys of the configuration file. */
const chosenBefore = (context: Context): Chosen => {
	const {columns, keys} = settingsOf(context);
	return {sort: firstSort(context), columns, keys};
};

/** Signals that ask a program to end; each leaves the terminal as it was. */
const endingSignals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
const signalNumbers: Readonly<Record<(typeof endingSignals)[number], number>> = {SIGTERM: 15, SIGHUP: 1, SIGINT: 2};

/** The configuration in a pager: the file itself, or where it is no text file of this machine, what the pane shows of it. */
const openConfig = async (state: State, isLocal: boolean, environment: NodeJS.ProcessEnv): Promise<Message | null> => {
	const path = configPathOf(state);
	const files = state.inspected?.parts.config?.value?.files ?? [];
	const file = files.find(each => each.path === path);
	const isText = isLocal && file?.format !== 'plist-binary';
	if (path === null || (!isText && !file)) {
		return {id: 'noConfigFile'};
	}

	const {showInPager} = await import('../run/pager.js');
	const isShown = await showInPager(isText ? {path} : {text: fileText(file?.pieces ?? [])}, environment);
	return isShown ? null : {id: 'noEditor'};
};

const fileText = (pieces: readonly ConfigPiece[]): string =>
	pieces.flatMap(({lines}) => lines.map(line => `${line.map(part => part.text).join('')}\n`)).join('');

/** Hears the signals that ask to end; returns what stops that. */
const onEndingSignal = (end: (code: number) => void): (() => void) => {
	const hear = (signal: (typeof endingSignals)[number]): void => end(128 + signalNumbers[signal]);
	for (const signal of endingSignals) {
		// not `once`: a listener that has gone makes a library's exit hook send the signal again
		process.on(signal, hear);
	}

	return () => {
		for (const signal of endingSignals) {
			process.off(signal, hear);
		}
	};
};

const screenSettings = (context: Context): Pick<import('../view/start.js').Outside, 'canCopy' | 'hasMouse' | 'background'> => {
	const name = themeName(context);
	return {...screenChoices(context), background: name === 'none' ? 'auto' : name};
};

/** Ink is loaded behind the first list; a system that is slow to answer holds the keys back no longer than this. */
const firstListMs = 1000;

/** Until there is a list and it is drawn, or the time is up. */
const firstList = async (store: Store, signal: AbortSignal): Promise<void> => {
	const waiting = new AbortController();
	const stop = store.subscribe(() => waiting.abort());
	await systemClock.wait(firstListMs, AbortSignal.any([signal, waiting.signal]));
	stop();
	// drawing waits for its turn as well
	await pause();
};

/** Shows the screen and keeps it up to date until somebody leaves it. The list is there before Ink is. */
const runScreen = async (context: Context, store: Store, {engine, clock, isLocal}: Machine): Promise<ExitCode> => {
	const {stdin, stdout, environment} = context;
	const ending = new AbortController();
	const {signal} = ending;
	const theme = themeFor(context, true);
	const {openFirstScreen} = await import('../view/first-screen.js');
	let first: import('../view/first-screen.js').FirstScreen | null = null;
	let screen: import('../view/start.js').Screen | null = null;
	let code: ExitCode | number = exitCode.ok;
	const stopHearing = onEndingSignal(signalCode => {
		code = signalCode;
		first?.close();
		screen?.close();
		ending.abort();
	});
	// not before the signals are heard: one that comes while it is drawn would leave it behind
	// a page that lies over the list is not among what can be drawn yet
	first = store.getState().mode === 'quiz' ? null : openFirstScreen(store, theme, {stdin, stdout}, environment);
	const stopWatching = store.onAction(({type}) => {
		if (type === 'snapshot') {
			keepMemorySmall();
		}
	});
	const {wake} = startSampler(engine, store, clock, signal);
	await firstList(store, signal);
	const {openScreen} = await import('../view/start.js');
	const {createTeaching} = await import('./teaching.js');
	// one may have ended it meanwhile
	if (!signal.aborted) {
		first?.release();
		screen = openScreen(
			store,
			theme,
			{stdin, stdout},
			{
				refresh: wake,
				openConfig: state => openConfig(state, isLocal, environment),
				guardian: createTerminalGuardian(),
				isEntered: first !== null,
				...screenSettings(context),
			},
		);
		startInspector(engine, store, clock, signal);
		startTeacher(createTeaching(context.arguments.values, environment, systemClock), store, signal);
		await screen.closed;
	}

	ending.abort();
	stopHearing();
	stopWatching();
	return code as ExitCode;
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

const openExplorer = async (context: Context, first: Action | null): Promise<ExitCode> => {
	const {
		text,
		stdin,
		stdout,
		stderr,
		environment,
		arguments: {values, words},
	} = context;
	const intervalMs = intervalInForce(context);
	if (intervalMs === null) {
		stderr.write(`${text.error.badDelay(String(values.delay))}\n`);
		return exitCode.usage;
	}

	if (!stdout.isTTY || environment.TERM === 'dumb') {
		return (await import('./list.js')).list(context);
	}

	if (!stdin.isTTY) {
		stderr.write(`${text.error.noTerminalIn}\n`);
		return exitCode.usage;
	}

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
			stderr.write(`${text.error.badQuery(query, error.position + 1, text.queryError[error.id](error.value))}\n`);
			return exitCode.usage;
		}
	}

	if (context.notice) {
		store.dispatch({type: 'message', message: context.notice});
	}

	const opened = await openMachine(values, text);
	if ('error' in opened) {
		stderr.write(`${opened.error}\n`);
		return exitCode.error;
	}

	return runScreen(context, store, opened.machine);
};
