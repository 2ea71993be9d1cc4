import {lineWidth, sliceLine} from '../paint/cell.js';
import {type Line, line} from '../paint/style.js';
import {memoize} from '../store/memoize.js';
import type {Mode, State} from '../store/state.js';
import {type Text, textOf} from '../text/text.js';
import {compose, type Frame, type Parts} from './compose.js';
import {lessonsContent, pageOverlay, termsContent} from './learn-overlay.js';
import {commandsContent, type ListContent, type ListOverlay, layOut, portsContent} from './list-overlay.js';
import {helpOverlay, menuOverlay} from './overlays.js';
import {reports} from './reports.js';

export type {Frame} from './compose.js';

/** A line with another one laid over it from a column on. */
const overlay = (under: Line, over: Line, left: number, width: number): Line =>
	line(...sliceLine(under, 0, left), ...over.spans, ...sliceLine(under, left + lineWidth(over), width));

const withMenu = (state: State, text: Text, body: readonly Line[], width: number): readonly Line[] => {
	const menu = menuOverlay(state, text, width - 2, body.length - 1);
	return body.map((under, index) => {
		const over = menu[index - 1];
		return over ? overlay(under, over, Math.min(2, width), width) : under;
	});
};

const lists: Readonly<Partial<Record<Mode, (state: State, text: Text, width: number) => ListContent>>> = {
	ports: portsContent,
	commands: commandsContent,
	lessons: (_, text, width) => lessonsContent(text, width),
	terms: termsContent,
};

const overlayOf = (state: State, text: Text, width: number, height: number): ListOverlay | null => {
	if (state.mode === 'help') {
		return helpOverlay(state, text, width, height);
	}

	if (state.mode === 'lesson' || state.mode === 'quiz') {
		return pageOverlay(state, text, width, height);
	}

	const content = lists[state.mode]?.(state, text, width);
	return content ? layOut(content, state.menuLine, width, height) : null;
};

const parts: Parts = {reports, overlayOf, withMenu};

/** The screen for a state: pure, so that it can be tested and painted without React. */
export const composeFrame = (state: State, text: Text): Frame => compose(state, text, parts);

/** The screen for a state, composed once however often it is asked for. */
export const frameOf = memoize((state: State): Frame => composeFrame(state, textOf(state.language)));
