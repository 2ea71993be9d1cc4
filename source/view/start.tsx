import process from 'node:process';
import {type Instance, render, useApp} from 'ink';
import {useEffect} from 'react';
import type {Theme} from '../paint/theme.js';
import type {Action} from '../store/state.js';
import type {Store} from '../store/store.js';
import type {Text} from '../text/text.js';
import {App} from './app.js';

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

/** A session leader was started by the terminal itself: no shell waits behind it. */
const hasShellBehind = (store: Store): boolean => {
	const self = store.getState().latest?.processes.find(({pid}) => pid === process.pid);
	return self === undefined || self.sid === null || self.sid !== self.pid;
};

type EffectsProps = {store: Store; terminal: Terminal; onRefresh: () => void; onQuit: () => void};

/** What actions do outside the state. */
const Effects = ({store, terminal, onRefresh, onQuit}: EffectsProps) => {
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

		const handlers: Readonly<Partial<Record<Action['type'], () => void>>> = {
			quit: onQuit,
			refresh: onRefresh,
			redraw: () => void suspendTerminal(() => undefined),
			suspend: () => void suspend(),
		};
		return store.onAction(action => handlers[action.type]?.());
	}, [store, terminal, suspendTerminal, onRefresh, onQuit]);
	return null;
};

export type Screen = {closed: Promise<void>; close(): void};

/** Opens the explorer on the alternate screen. `closed` resolves when the terminal is as it was. */
export const openScreen = (store: Store, text: Text, theme: Theme, terminal: Terminal, onRefresh: () => void): Screen => {
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
			<App store={store} text={text} theme={theme} />
			<Effects store={store} terminal={terminal} onRefresh={onRefresh} onQuit={close} />
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
