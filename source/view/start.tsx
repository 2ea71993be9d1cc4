import process from 'node:process';
import {type Instance, type RenderOptions, render} from 'ink';
import type {Background} from '../paint/hues.js';
import type {Theme} from '../paint/theme.js';
import type {Store} from '../store/store.js';
import {App, adapt, PaintedApp} from './app.js';
import {createBackgroundQuestion} from './background-question.js';
import {Effects, type Outside, sizeOf, type Terminal} from './effects.js';
import {enteredOutput} from './entered-output.js';
import {frameOf} from './frame.js';
import {createHandOver} from './hand-over.js';
import {type MouseEvent, mouseActions} from './mouse.js';
import {filterInput} from './mouse-input.js';
import {createMouseMode, noMouse} from './mouse-mode.js';
import {paintsPastInk} from './painting.js';

/** What the mouse does, to what is drawn now. */
const act = (store: Store, event: MouseEvent): void => {
	const now = store.getState();
	const frame = frameOf(now);
	for (const action of mouseActions(now, frame, event)) {
		store.dispatch(adapt(action, store.getState(), frame));
	}
};

const renderOptions: RenderOptions = {
	alternateScreen: true,
	incrementalRendering: true,
	exitOnCtrlC: false,
	patchConsole: false,
	// Ink thinks that nobody looks when CI is set, even in a terminal
	interactive: true,
	maxFps: 60,
};

export type Screen = {closed: Promise<void>; close(): void};

/** Opens the explorer on the alternate screen. `closed` resolves when the terminal is as it was. */
export const openScreen = (store: Store, theme: Theme, terminal: Terminal, outside: Outside): Screen => {
	const {stdin, stdout} = terminal;
	const {hasMouse = true, background = 'auto', guardian} = outside;
	const isPainted = paintsPastInk(process.env);
	const isAsking = background === 'auto' && theme.hasBackgrounds;
	const mouse = hasMouse ? createMouseMode(stdout) : noMouse;
	const question = createBackgroundQuestion({isTTY: stdout.isTTY, write: text => void stdout.write(text)});
	const input = filterInput(stdin, part => (part.type === 'mouse' ? act(store, part.event) : question.hear(part.code, part.text)));
	const {handOver, start, isAway} = createHandOver(guardian ? [mouse, guardian] : [mouse], question.settled);
	let instance: Instance | null = null;
	let isClosing = false;

	const close = (): void => {
		isClosing = true;
		mouse.end();
		void question.settled().then(() => instance?.unmount());
	};

	const adjust = (found: Background | null): void => {
		if (!isClosing) {
			instance?.rerender(screenWith(theme.on(found)));
		}
	};

	const onOpen = (): void => {
		start();
		if (isAsking) {
			question.ask(adjust);
		}
	};

	const screenWith = (shown: Theme) => (
		<>
			{isPainted ? <PaintedApp store={store} theme={shown} output={stdout} isAway={isAway} /> : <App store={store} theme={shown} />}
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
		stdout.write('\u001b[2J\u001b[H');
		store.dispatch({type: 'resize', size: sizeOf(terminal)});
	};

	stdout.on('resize', onResize);
	instance = render(screenWith(background === 'auto' ? theme : theme.on(background)), {
		...renderOptions,
		// what the mouse says must not be taken for keys
		stdin: hasMouse || isAsking ? input.stdin : stdin,
		stdout: outside.isEntered ? enteredOutput(stdout) : stdout,
	});
	const release = (): void => {
		mouse.end();
		guardian?.end();
		input.stop();
		stdout.off('resize', onResize);
	};

	const closed = instance.waitUntilExit().then(() => undefined);
	void closed.catch(() => undefined).finally(release);
	return {closed, close};
};
