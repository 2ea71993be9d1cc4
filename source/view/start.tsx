import process from 'node:process';
import {type Instance, render, useApp} from 'ink';
import {useEffect} from 'react';
import type {Theme} from '../paint/theme.js';
import {configPathOf} from '../store/select.js';
import type {Action, Message, State} from '../store/state.js';
import type {Store} from '../store/store.js';
import {textOf} from '../text/text.js';
import {App} from './app.js';
import {clipboardSequence, copiedText} from './copy.js';

export type Terminal = {stdin: NodeJS.ReadStream; stdout: NodeJS.WriteStream};

const sizeOf = ({stdout}: Terminal) => ({columns: stdout.columns || 80, rows: stdout.rows || 24});

/**
Stops this process and its job, as Ctrl-Z does for other programs. SIGSTOP, because a SIGTSTP that one sends oneself is
dropped where nobody would continue it.
*/
const stopJob = (): Promise<void> =>
	new Promise(resolve => {
		process.once('SIGCONT', () => {
			// the size may have changed meanwhile, and the shell was told instead of us
			process.kill(process.pid, 'SIGWINCH');
			resolve();
		});
		process.kill(0, 'SIGSTOP');
	});

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
};

type EffectsProps = {store: Store; terminal: Terminal; outside: Outside; onQuit: () => void};

/** What actions do outside the state. */
const Effects = ({store, terminal, outside, onQuit}: EffectsProps) => {
	const {suspendTerminal} = useApp();
	useEffect(() => {
		const suspend = async (): Promise<void> => {
			if (!hasShellBehind(store)) {
				store.dispatch({type: 'message', message: {id: 'noJobControl'}});
				return;
			}

			await suspendTerminal(stopJob);
			store.dispatch({type: 'resize', size: sizeOf(terminal)});
		};

		const openConfig = async (): Promise<void> => {
			let message: Message | null = null;
			await suspendTerminal(async () => {
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
			redraw: () => void suspendTerminal(() => undefined),
			suspend: () => void suspend(),
		};
		return store.onAction(action => handlers[action.type]?.());
	}, [store, terminal, suspendTerminal, outside, onQuit]);
	return null;
};

export type Screen = {closed: Promise<void>; close(): void};

/** Opens the explorer on the alternate screen. `closed` resolves when the terminal is as it was. */
export const openScreen = (store: Store, theme: Theme, terminal: Terminal, outside: Outside): Screen => {
	let instance: Instance | null = null;
	const close = (): void => instance?.unmount();
	const onResize = (): void => {
		// Ink compares with a frame that the terminal has wrapped by now; some terminals also keep cells beyond their edge
		instance?.clear();
		terminal.stdout.write('\u001b[2J\u001b[H');
		store.dispatch({type: 'resize', size: sizeOf(terminal)});
	};

	terminal.stdout.on('resize', onResize);
	instance = render(
		<>
			<App store={store} theme={theme} />
			<Effects store={store} terminal={terminal} outside={outside} onQuit={close} />
		</>,
		{
			stdin: terminal.stdin,
			stdout: terminal.stdout,
			alternateScreen: true,
			incrementalRendering: true,
			exitOnCtrlC: false,
			patchConsole: false,
			// Ink thinks that nobody looks when CI is set, even in a terminal
			interactive: true,
			maxFps: 60,
		},
	);
	const closed = instance.waitUntilExit().then(() => void terminal.stdout.off('resize', onResize));
	return {closed, close};
};
