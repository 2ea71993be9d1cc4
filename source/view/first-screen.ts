import process from 'node:process';
import type {Theme} from '../paint/theme.js';
import {memoize} from '../store/memoize.js';
import type {State} from '../store/state.js';
import type {Store} from '../store/store.js';
import {textOf} from '../text/text.js';
import {compose, type Frame, type Parts} from './compose.js';
import {firstReports} from './first-reports.js';
import {paintsPastInk, startPainting} from './painting.js';

type Terminal = {stdin: NodeJS.ReadStream; stdout: NodeJS.WriteStream};

const csi = '\u001b[';

/** The alternate screen without a cursor, as Ink enters it. @source XTerm Control Sequences, "DEC Private Mode Set" */
const enter = `${csi}?1049h${csi}?25l`;
const leave = `${csi}?25h${csi}?1049l`;

/** Until keys are heard no other pane, menu or page can be opened. */
const parts: Parts = {reports: firstReports, overlayOf: () => null, withMenu: (_state, _text, body) => body};

const firstFrameOf = memoize((state: State): Frame => compose(state, textOf(state.language), parts));

export type FirstScreen = {
	/** Draws no more: whoever takes over finds the terminal entered and in raw mode, and leaves it as it was. */
	release(): void;
	/** Leaves the terminal as it was, unless somebody has taken over. */
	close(): void;
};

/**
The explorer's screen while the code that hears keys is still on its way: the same lines, drawn by the same painter. What is
typed meanwhile waits in the terminal. `null`: this terminal is drawn on by Ink alone.
*/
export const openFirstScreen = (
	store: Store,
	theme: Theme,
	{stdin, stdout}: Terminal,
	environment: NodeJS.ProcessEnv,
): FirstScreen | null => {
	if (!paintsPastInk(environment)) {
		return null;
	}

	let isOpen = true;
	// without raw mode what is typed would be echoed into the picture
	stdin.setRawMode(true);
	stdout.write(enter);
	// it may have changed while nobody heard of it
	store.dispatch({type: 'resize', size: {columns: stdout.columns || 80, rows: stdout.rows || 24}});
	const stopPainting = startPainting(store, firstFrameOf, theme, stdout, () => false);
	const onResize = (): void => {
		stdout.write(`${csi}2J`);
		store.dispatch({type: 'resize', size: {columns: stdout.columns || 80, rows: stdout.rows || 24}});
	};

	const release = (): void => {
		isOpen = false;
		stopPainting();
		stdout.off('resize', onResize);
		process.off('exit', close);
	};

	const close = (): void => {
		if (isOpen) {
			release();
			stdout.write(leave);
			stdin.setRawMode(false);
		}
	};

	stdout.on('resize', onResize);
	// an error that nobody expected ends the program without a word to us
	process.on('exit', close);
	return {release, close};
};
