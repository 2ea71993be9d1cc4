import type {Theme} from '../paint/theme.js';
import type {State} from '../store/state.js';
import type {Store} from '../store/store.js';
import type {Frame} from './compose.js';
import {createPainter} from './painter.js';

type Output = Pick<NodeJS.WriteStream, 'write' | 'writableNeedDrain' | 'once'>;

/** Actions after which nobody knows what the terminal shows. */
const isLost = (type: string): boolean => type === 'resize' || type === 'redraw';

/** Terminals of which nobody knows that they can place a cursor. */
const oddTerminals = /^(?:dumb|emacs|eterm.*|vt52|unknown)?$/i;

/** Whether frames are drawn past Ink; screen readers and odd terminals get its rows. */
export const paintsPastInk = ({TERM, INK_SCREEN_READER}: NodeJS.ProcessEnv): boolean =>
	INK_SCREEN_READER !== 'true' && !oddTerminals.test(TERM ?? '');

/**
Keeps the screen in step with the state: at most one picture for all that happens at once, none while the terminal is
behind, and none while it is lent to somebody else: who has it back resizes or redraws. Returns what ends it.
*/
export const startPainting = (
	store: Store,
	frameOf: (state: State) => Frame,
	theme: Theme,
	output: Output,
	isAway: () => boolean,
): (() => void) => {
	const painter = createPainter();
	let isDue = false;
	let hasEnded = false;

	const paint = (): void => {
		isDue = false;
		if (hasEnded || isAway()) {
			return;
		}

		if (output.writableNeedDrain) {
			isDue = true;
			output.once('drain', paint);
			return;
		}

		const drawn = painter.paint(frameOf(store.getState()), theme);
		if (drawn !== '') {
			output.write(drawn);
		}
	};

	const schedule = (): void => {
		if (!isDue) {
			isDue = true;
			// behind everybody else who hears of the same event, Ink among them
			setImmediate(paint);
		}
	};

	const stops = [
		store.subscribe(schedule),
		store.onAction(({type}) => {
			if (isLost(type)) {
				painter.forget();
				schedule();
			}
		}),
	];
	// the first picture stands before anybody begins to read the system
	paint();
	return () => {
		hasEnded = true;
		for (const stop of stops) {
			stop();
		}
	};
};
