import {Box, Text as InkText, useCursor, useInput} from 'ink';
import {memo, useEffect, useSyncExternalStore} from 'react';
import {actionFor, hangulKey} from '../keymap.js';
import {graphemeSegments} from '../model/graphemes.js';
import type {Theme} from '../paint/theme.js';
import type {Action, State} from '../store/state.js';
import type {Store} from '../store/store.js';
import {type Frame, frameOf} from './frame.js';
import {keyName, latinKeys} from './key-name.js';
import {startPainting} from './painting.js';

export type AppProps = {store: Store; theme: Theme};

const Row = memo(({text}: {text: string}) => <InkText wrap="truncate">{text === '' ? ' ' : text}</InkText>);
Row.displayName = 'Row';

/** In an open pane the arrows scroll it; how far, only the frame knows. */
export const adapt = (action: Action, state: State, frame: Frame): Action => {
	if (action.type === 'menu-move') {
		return {...action, limit: frame.menuLast};
	}

	if (action.type === 'pane-scroll') {
		return {...action, limit: frame.paneScrollMax};
	}

	if (!state.isPaneFull || state.mode !== 'browse') {
		return action;
	}

	const limit = frame.paneScrollMax;
	if (action.type === 'move') {
		return {type: 'pane-scroll', by: action.by, limit};
	}

	if (action.type === 'move-page') {
		return {type: 'pane-scroll', by: Math.round(action.pages * (state.size.rows - 5)), limit};
	}

	return action.type === 'move-to' && action.place !== 'parent'
		? {type: 'pane-scroll', by: action.place === 'first' ? -limit : limit, limit}
		: action;
};

const graphemes = (text: string): readonly string[] => Array.from(graphemeSegments(text), ({segment}) => segment);

/** A line that is typed faster than it is read ends in the Enter that was meant; line breaks within are a paste's. */
const searchParts = (text: string): readonly string[] => (/[\r\n]$/.test(text) ? [text.slice(0, -1), '\r'] : [text]);

const controlKeys: Readonly<Record<string, string>> = {'\r': 'enter', '\n': 'enter', '\t': 'tab', ' ': 'space', '\u007f': 'backspace'};

/** Ctrl with a letter, as it arrives in one piece with other keys: `\u0003` is Ctrl-C. */
const controlName = (typed: string): string | null =>
	/^[\u0001-\u001a]$/.test(typed) ? `ctrl+${String.fromCharCode(typed.charCodeAt(0) + 96)}` : null;

/** Hears every key, in whichever way the screen is drawn. */
const useKeys = (store: Store): void =>
	useInput((input, key) => {
		const press = (name: string, typed: string): void => {
			const now = store.getState();
			store.dispatch(adapt(actionFor(now, name, typed), now, frameOf(now)));
		};

		const pressTyped = (typed: string): void => {
			const letters = store.getState().mode === 'search' ? null : latinKeys(typed);
			if (letters === null) {
				press(controlKeys[typed] ?? controlName(typed) ?? typed, typed);
				return;
			}

			for (const letter of letters) {
				press(hangulKey(store.getState().mode, letter, store.getState().keys), typed);
			}
		};

		const name = keyName(input, key);
		if (name !== input) {
			press(name, input);
			return;
		}

		// fast typing and pastes arrive as one piece: as text in the search line, as single keys elsewhere
		for (const part of store.getState().mode === 'search' ? searchParts(input) : graphemes(input)) {
			pressTyped(part);
		}
	});

/** The whole screen as Ink's rows: one line of the frame is one line of its. */
export const App = ({store, theme}: AppProps) => {
	const state = useSyncExternalStore(store.subscribe, store.getState);
	const frame = frameOf(state);
	const {setCursorPosition} = useCursor();
	setCursorPosition(frame.cursor ?? undefined);
	useKeys(store);
	return (
		<Box flexDirection="column" height={state.size.rows}>
			{frame.lines.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen has no other identity than its place
				<Row key={index} text={theme.paint(line)} />
			))}
		</Box>
	);
};

/** The same screen drawn past Ink, which keeps the keys and the terminal and has no rows of its own to look at. */
export const PaintedApp = ({store, theme, output, isAway}: AppProps & {output: NodeJS.WriteStream; isAway: () => boolean}) => {
	useKeys(store);
	useEffect(() => startPainting(store, frameOf, theme, output, isAway), [store, theme, output, isAway]);
	return null;
};
