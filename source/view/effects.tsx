import process from 'node:process';
import {useApp} from 'ink';
import {useEffect} from 'react';
import type {Background} from '../paint/hues.js';
import {configPathOf} from '../store/select.js';
import type {Action, Message, State} from '../store/state.js';
import type {Store} from '../store/store.js';
import {textOf} from '../text/text.js';
import {clipboardSequence, copiedText} from './copy.js';
import {type HandOver, stopJob} from './hand-over.js';

export type Terminal = {stdin: NodeJS.ReadStream; stdout: NodeJS.WriteStream};

export const sizeOf = ({stdout}: Terminal) => ({columns: stdout.columns || 80, rows: stdout.rows || 24});

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

type Handlers = Readonly<Partial<Record<Action['type'], () => void>>>;

/** Lends the terminal for what happens meanwhile. */
type Leave = (during: () => void | Promise<void>) => Promise<void>;

/** What asks for the terminal as a whole; afterwards it may have another size. */
const lendingHandlers = (store: Store, terminal: Terminal, outside: Outside, leave: Leave): Handlers => {
	const say = (message: Message | null): void => store.dispatch({type: 'message', message});
	const lend = async (during: () => void | Promise<void>): Promise<void> => {
		await leave(during);
		store.dispatch({type: 'resize', size: sizeOf(terminal)});
	};

	const openConfig = async (): Promise<void> => {
		let message: Message | null = null;
		await lend(async () => {
			message = await outside.openConfig(store.getState());
		});
		say(message);
	};

	return {
		'open-config': () => void (hasConfigFile(store.getState()) ? openConfig() : say({id: 'noConfigFile'})),
		redraw: () => void lend(() => undefined),
		suspend: () => void (hasShellBehind(store) ? lend(stopJob) : say({id: 'noJobControl'})),
	};
};

/** Hands what is shown to the terminal's clipboard. */
const copy = (store: Store, {stdout}: Terminal, {canCopy}: Outside): void => {
	const copied = canCopy ? copiedText(store.getState(), textOf(store.getState().language)) : null;
	if (copied) {
		stdout.write(clipboardSequence(copied));
	}

	store.dispatch({
		type: 'message',
		message: copied ? {id: 'copied', text: copied.about} : {id: canCopy ? 'nothingToCopy' : 'copyIsOff'},
	});
};

/** What actions do outside the state. */
export const Effects = ({store, terminal, outside, onOpen, onQuit, handOver}: EffectsProps) => {
	const {suspendTerminal} = useApp();
	useEffect(onOpen, [onOpen]);
	useEffect(() => {
		const handlers: Handlers = {
			quit: onQuit,
			refresh: outside.refresh,
			copy: () => copy(store, terminal, outside),
			...lendingHandlers(store, terminal, outside, during => handOver(during, suspendTerminal)),
		};
		return store.onAction(action => handlers[action.type]?.());
	}, [store, terminal, suspendTerminal, outside, onQuit, handOver]);
	return null;
};
