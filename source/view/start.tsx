import process from 'node:process';
import {type Instance, render, useApp} from 'ink';
import {useEffect} from 'react';
import type {Background} from '../paint/hues.js';
import type {Theme} from '../paint/theme.js';
import {configPathOf} from '../store/select.js';
import type {Action, Message, State} from '../store/state.js';
import type {Store} from '../store/store.js';
import {textOf} from '../text/text.js';
import {App, adapt, PaintedApp} from './app.js';
import {backgroundCode, backgroundOf, detectBackground} from './background.js';
import {clipboardSequence, copiedText} from './copy.js';
import {enteredOutput} from './entered-output.js';
import {frameOf} from './frame.js';
import {createHandOver, type HandOver, stopJob} from './hand-over.js';
import {type MouseEvent, mouseActions} from './mouse.js';
import {filterInput} from './mouse-input.js';
import {createMouseMode, noMouse} from './mouse-mode.js';
import {paintsPastInk} from './painting.js';

export type Terminal = {stdin: NodeJS.ReadStream; stdout: NodeJS.WriteStream};

const sizeOf = ({stdout}: Terminal) => ({columns: stdout.columns || 80, rows: stdout.rows || 24});

const hasConfigFile = (state: State): boolean => configPathOf(state) !== null;

/** A session leader was started by the terminal itself: no shell waits behind it. */
const hasShellBehind = (store: Store): boolean => {
	const self = store.getState().latest?.processes.find(({pid}) => pid === process.pid);
	return self === undefined || self.sid === null || self.sid !== self.pid;
};

/** What only those outside the view can do. */
export type Outside = {
	/** Samples now. */
	refresh(): void;
	/** Shows the configuration of a process in a pager that has the terminal for itself; tells what came of it. */
	openConfig(state: State): Promise<Message | null>;
	/** What may be handed to the terminal's clipboard; `null`: nobody allowed it. */
	canCopy: boolean;
	/** Hears whose the screen is. */
	guardian?: {start(): void; stop(): void; end(): void};
	/** Clicks and the wheel are heard, unless this says otherwise; then they stay the terminal's. */
	hasMouse?: boolean;
	/** The alternate screen is entered already. */
	isEntered?: boolean;
	/** What the theme is for; `auto`, or nothing: the terminal is asked. */
	background?: Background | 'auto';
};

type EffectsProps = {
	store: Store;
	terminal: Terminal;
	outside: Outside;
	/** Keys are heard. */
	onOpen: () => void;
	onQuit: () => void;
	handOver: HandOver;
};

/** What actions do outside the state. */
const Effects = ({store, terminal, outside, onOpen, onQuit, handOver}: EffectsProps) => {
	const {suspendTerminal} = useApp();
	useEffect(onOpen, [onOpen]);
	useEffect(() => {
		const leave = (during: () => void | Promise<void>): Promise<void> => handOver(during, suspendTerminal);
		const suspend = async (): Promise<void> => {
			if (!hasShellBehind(store)) {
				store.dispatch({type: 'message', message: {id: 'noJobControl'}});
				return;
			}

			await leave(stopJob);
			store.dispatch({type: 'resize', size: sizeOf(terminal)});
		};

		const openConfig = async (): Promise<void> => {
			let message: Message | null = null;
			await leave(async () => {
				message = await outside.openConfig(store.getState());
			});
			store.dispatch({type: 'resize', size: sizeOf(terminal)});
			store.dispatch({type: 'message', message});
		};

		const copy = (): void => {
			const copied = outside.canCopy ? copiedText(store.getState(), textOf(store.getState().language)) : null;
			if (copied) {
				terminal.stdout.write(clipboardSequence(copied));
			}

			store.dispatch({
				type: 'message',
				message: copied ? {id: 'copied', text: copied.about} : {id: outside.canCopy ? 'nothingToCopy' : 'copyIsOff'},
			});
		};

		const handlers: Readonly<Partial<Record<Action['type'], () => void>>> = {
			quit: onQuit,
			refresh: outside.refresh,
			copy,
			'open-config': () =>
				void (hasConfigFile(store.getState()) ? openConfig() : store.dispatch({type: 'message', message: {id: 'noConfigFile'}})),
			redraw: () => void leave(() => undefined).then(() => store.dispatch({type: 'resize', size: sizeOf(terminal)})),
			suspend: () => void suspend(),
		};
		return store.onAction(action => handlers[action.type]?.());
	}, [store, terminal, suspendTerminal, outside, onQuit, handOver]);
	return null;
};

/** What the mouse does, to what is drawn now. */
const act = (store: Store, event: MouseEvent): void => {
	const now = store.getState();
	const frame = frameOf(now);
	for (const action of mouseActions(now, frame, event)) {
		store.dispatch(adapt(action, store.getState(), frame));
	}
};

type Answers = Set<(code: number, text: string) => void>;

/** The background of this terminal. */
const askBackground = ({stdout}: Terminal, answers: Answers): Promise<Background | null> =>
	detectBackground(process.env, {
		isTTY: stdout.isTTY,
		ask: question => void stdout.write(question),
		onAnswer(hear) {
			answers.add(hear);
			return () => void answers.delete(hear);
		},
	});

export type Screen = {closed: Promise<void>; close(): void};

/** Opens the explorer on the alternate screen. `closed` resolves when the terminal is as it was. */
export const openScreen = (store: Store, theme: Theme, terminal: Terminal, outside: Outside): Screen => {
	const {hasMouse = true, background = 'auto', guardian} = outside;
	const isPainted = paintsPastInk(process.env);
	const isAsking = background === 'auto' && theme.hasBackgrounds;
	const mouse = hasMouse ? createMouseMode(terminal.stdout) : noMouse;
	const answers: Answers = new Set();
	const input = filterInput(terminal.stdin, part => {
		if (part.type === 'mouse') {
			act(store, part.event);
		} else {
			for (const hear of answers) {
				hear(part.code, part.text);
			}
		}
	});
	let instance: Instance | null = null;
	// an answer that comes when nobody hears it any more would be typed into the shell
	let asked: Promise<void> = Promise.resolve();
	let isClosing = false;
	const close = (): void => {
		isClosing = true;
		mouse.end();
		void asked.then(() => instance?.unmount());
	};

	const {handOver, start, isAway} = createHandOver(guardian ? [mouse, guardian] : [mouse], () => asked);

	const adjust = (found: Background | null): void => {
		if (!isClosing) {
			instance?.rerender(screenWith(theme.on(found)));
		}
	};

	const onOpen = (): void => {
		start();
		if (isAsking) {
			asked = askBackground(terminal, answers).then(adjust);
			// over a slow line the answer comes when nobody waits for it any more
			answers.add((code, answer) => {
				if (code === backgroundCode) {
					adjust(backgroundOf(answer));
				}
			});
		}
	};

	const screenWith = (shown: Theme) => (
		<>
			{isPainted ? (
				<PaintedApp store={store} theme={shown} output={terminal.stdout} isAway={isAway} />
			) : (
				<App store={store} theme={shown} />
			)}
			<Effects store={store} terminal={terminal} outside={outside} onOpen={onOpen} onQuit={close} handOver={handOver} />
		</>
	);
	const onResize = (): void => {
		// whoever has lent the terminal asks for its size when it is back
		if (isAway()) {
			return;
		}

		// Ink compares with a frame that the terminal has wrapped by now; some terminals also keep cells beyond their edge
		instance?.clear();
		terminal.stdout.write('\u001b[2J\u001b[H');
		store.dispatch({type: 'resize', size: sizeOf(terminal)});
	};

	terminal.stdout.on('resize', onResize);
	instance = render(screenWith(background === 'auto' ? theme : theme.on(background)), {
		// what the mouse says must not be taken for keys
		stdin: hasMouse || isAsking ? input.stdin : terminal.stdin,
		stdout: outside.isEntered ? enteredOutput(terminal.stdout) : terminal.stdout,
		alternateScreen: true,
		incrementalRendering: true,
		exitOnCtrlC: false,
		patchConsole: false,
		// Ink thinks that nobody looks when CI is set, even in a terminal
		interactive: true,
		maxFps: 60,
	});
	const closed = instance.waitUntilExit().then(() => undefined);
	void closed
		.catch(() => undefined)
		.finally(() => {
			mouse.end();
			guardian?.end();
			input.stop();
			terminal.stdout.off('resize', onResize);
		});
	return {closed, close};
};
