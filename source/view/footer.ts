import {keyModeOf, keymapOf, showKey} from '../keymap.js';
import {hasMoreClues, questionOf} from '../learn/quiz-play.js';
import {fitLine, lineWidth} from '../paint/cell.js';
import {type Line, line, type Span, span, withTarget} from '../paint/style.js';
import type {State} from '../store/state.js';
import type {Text} from '../text/text.js';
import {messageLine} from './message-line.js';

type FooterKey = keyof Text['footerKey'];

/** Hints for more keys than one: which part of the hint is which key; one that is none cannot be clicked. */
const shownRanges: Readonly<Record<string, readonly {shown: string; key: string | null}[]>> = {
	move: [
		{shown: '↑', key: 'up'},
		{shown: '↓', key: 'down'},
	],
	answer: [{shown: '1–4', key: null}],
};

const asKey = (shown: Span, key: string | null): readonly Span[] =>
	key === null ? [shown] : withTarget([shown], {type: 'key', name: key});

/** Keys that do nothing at this moment are not hinted at. */
const isIdle: Readonly<Partial<Record<FooterKey, (state: State) => boolean>>> = {
	answer: ({mode, learning: {quiz, page}}) =>
		mode === 'quiz' ? quiz === null || quiz.answer !== null || questionOf(quiz) === null : page === 'myths',
	clue: ({learning: {quiz}}) => quiz === null || !hasMoreClues(quiz),
	nextQuestion: ({learning: {quiz}}) => quiz === null || (quiz.answer === null && questionOf(quiz) !== null),
};

const hintSpans = (state: State, text: Text): readonly (readonly Span[])[] =>
	keymapOf(state)
		.filter(binding => binding.in === keyModeOf(state.mode) && binding.keys.length > 0)
		.flatMap(({keys, footer}) => (footer === undefined || isIdle[footer]?.(state) ? [] : [{first: keys[0] ?? '', footer}]))
		.map(({first, footer}) => {
			const word = span(` ${text.footerKey[footer]}`, 'dim');
			const range = shownRanges[footer];
			return range
				? [...range.flatMap(({shown, key}) => asKey(span(shown, 'key'), key)), word]
				: withTarget([span(showKey(first), 'key'), word], {type: 'key', name: first});
		});

/** The last line: what just changed, else the keys that work now. Hints that have no room are left out whole. */
export const footerLine = (state: State, text: Text, width: number): Line => {
	if (state.message) {
		return messageLine(state.message, state, text, width);
	}

	const hints = hintSpans(state, text);
	// help and quit stand last and must stay
	const kept = [...hints];
	const spansOf = (): readonly Span[] => [span(' '), ...kept.flatMap((hint, index) => (index === 0 ? hint : [span('  '), ...hint]))];
	while (kept.length > 2 && lineWidth(line(...spansOf())) > width) {
		kept.splice(kept.length - 3, 1);
	}

	return fitLine(line(...spansOf()), width);
};
