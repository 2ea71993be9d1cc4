import {Box, Text as InkText, useCursor, useInput} from 'ink';
import {memo, useSyncExternalStore} from 'react';
import {actionFor, hangulKey} from '../keymap.js';
import type {Theme} from '../paint/theme.js';
import type {Action, State} from '../store/state.js';
import type {Store} from '../store/store.js';
import {textOf} from '../text/text.js';
import {composeFrame, type Frame} from './frame.js';
import {keyName, latinKeys} from './key-name.js';

export type AppProps = {store: Store; theme: Theme};

const Row = memo(({text}: {text: string}) => <InkText wrap="truncate">{text === '' ? ' ' : text}</InkText>);
Row.displayName = 'Row';

/** In an open pane the arrows scroll it; how far, only the frame knows. */
const adapt = (action: Action, state: State, frame: Frame): Action => {
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

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

const graphemes = (text: string): readonly string[] => [...segmenter.segment(text)].map(({segment}) => segment);

/** A line that is typed faster than it is read ends in the Enter that was meant; line breaks within are a paste's. */
const searchParts = (text: string): readonly string[] => (/[\r\n]$/.test(text) ? [text.slice(0, -1), '\r'] : [text]);

const controlKeys: Readonly<Record<string, string>> = {'\r': 'enter', '\n': 'enter', '\t': 'tab', ' ': 'space', '\u007f': 'backspace'};

/** The whole screen: one line of the frame is one line of Ink's, and the only place that hears keys. */
export const App = ({store, theme}: AppProps) => {
	const state = useSyncExternalStore(store.subscribe, store.getState);
	const text = textOf(state.language);
	const frame = composeFrame(state, text);
	const {setCursorPosition} = useCursor();
	setCursorPosition(frame.cursor ?? undefined);

	useInput((input, key) => {
		const press = (name: string, typed: string): void => {
			const now = store.getState();
			store.dispatch(adapt(actionFor(now, name, typed), now, now === state ? frame : composeFrame(now, text)));
		};

		const pressTyped = (typed: string): void => {
			const letters = store.getState().mode === 'search' ? null : latinKeys(typed);
			if (letters === null) {
				press(controlKeys[typed] ?? typed, typed);
				return;
			}

			for (const letter of letters) {
				press(hangulKey(store.getState().mode, letter), typed);
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

	return (
		<Box flexDirection="column" height={state.size.rows}>
			{frame.lines.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen has no other identity than its place
				<Row key={index} text={theme.paint(line)} />
			))}
		</Box>
	);
};
