import process from 'node:process';
import type {ConfigPiece} from '../model/config.js';
import type {Theme} from '../paint/theme.js';
import {pause, systemClock} from '../run/clock.js';
import {compileLate, keepMemorySmall} from '../run/javascript-engine.js';
import {createTerminalGuardian} from '../run/terminal-guardian.js';
import {startInspector} from '../store/inspector.js';
import {startSampler} from '../store/sampler.js';
import {configPathOf} from '../store/select.js';
import type {Message, State} from '../store/state.js';
import type {Store} from '../store/store.js';
import {startTeacher} from '../store/teacher.js';
import {themeFor, themeName} from './choose-theme.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import type {Machine} from './machine.js';
import {screenChoices} from './settings-in-force.js';

// loaded when it is needed, and named here alone
type FirstScreen = import('../view/first-screen.js').FirstScreen;
type Outside = import('../view/effects.js').Outside;
type Screen = import('../view/start.js').Screen;

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

const screenSettings = (context: Context): Pick<Outside, 'canCopy' | 'hasMouse' | 'background'> => {
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

type Whole = {store: Store; theme: Theme; machine: Machine; first: FirstScreen | null; wake: () => void; signal: AbortSignal};

/** Ink takes over what stands on the screen, and panes and lessons are read from now on. `null`: one has ended it meanwhile. */
const openWhole = async (context: Context, {store, theme, machine, first, wake, signal}: Whole): Promise<Screen | null> => {
	const {stdin, stdout, environment} = context;
	const {openScreen} = await import('../view/start.js');
	const {createTeaching} = await import('./teaching.js');
	if (signal.aborted) {
		return null;
	}

	first?.release();
	const outside: Outside = {
		refresh: wake,
		openConfig: state => openConfig(state, machine.isLocal, environment),
		guardian: createTerminalGuardian(),
		isEntered: first !== null,
		...screenSettings(context),
	};
	const screen = openScreen(store, theme, {stdin, stdout}, outside);
	startInspector(machine.engine, store, machine.clock, signal);
	startTeacher(createTeaching(context.arguments.values, environment, systemClock), store, signal);
	return screen;
};

/** Shows the screen and keeps it up to date until somebody leaves it. The list is there before Ink is. */
export const runScreen = async (context: Context, store: Store, machine: Machine): Promise<ExitCode> => {
	compileLate();
	const ending = new AbortController();
	const {signal} = ending;
	const theme = themeFor(context, true);
	let first: FirstScreen | null = null;
	let screen: Screen | null = null;
	let code: ExitCode | number = exitCode.ok;
	const {openFirstScreen} = await import('../view/first-screen.js');
	// before anything is drawn: a signal that comes while it is would leave it behind
	const stopHearing = onEndingSignal(signalCode => {
		code = signalCode;
		first?.close();
		screen?.close();
		ending.abort();
	});
	// a page that lies over the list is not among what can be drawn yet
	first = store.getState().mode === 'quiz' ? null : openFirstScreen(store, theme, context, context.environment);
	const stopWatching = store.onAction(({type}) => {
		if (type === 'snapshot') {
			keepMemorySmall();
		}
	});
	const {wake} = startSampler(machine.engine, store, machine.clock, signal);
	await firstList(store, signal);
	screen = await openWhole(context, {store, theme, machine, first, wake, signal});
	// now that keys are heard, the rest of a crowd
	if ((store.getState().latest?.unread ?? 0) > 0) {
		wake();
	}

	await screen?.closed;
	ending.abort();
	stopHearing();
	stopWatching();
	return code as ExitCode;
};
