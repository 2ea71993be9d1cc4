import {keyModeOf, keymapOf, showKey} from '../keymap.js';
import {hasMoreClues, questionOf} from '../learn/quiz-play.js';
import {fitLine, lineWidth} from '../paint/cell.js';
import {type Line, line, type Span, span, withTarget} from '../paint/style.js';
import {selectRows} from '../store/select.js';
import type {Message, State} from '../store/state.js';
import type {Text} from '../text/text.js';
import {filterName} from './filter-name.js';
import {formatInterval} from './header.js';

type FooterKey = keyof Text['footerKey'];

const messageText = (message: Message, state: State, text: Text): string => {
	const words = text.message;
	switch (message.id) {
		case 'sorted':
			return words.sorted(text.column[message.column].head, message.isDescending);
		case 'interval':
		case 'intervalLimit':
			return words[message.id](formatInterval(message.milliseconds));
		case 'facet':
			return words.facet(filterName(message.filter, text), (state.shown?.processes.length ?? 0) - selectRows(state).length);
		case 'unknownKey':
			return words.unknownKey(message.key);
		case 'quizKept':
		case 'quizNotKept':
		case 'scoreDamaged':
			return words[message.id](message.path);
		case 'settingsWrong':
			return words.settingsWrong(message.line);
		case 'copied':
			return words.copied(message.text);
		case 'problem':
			return text.problem(message.problem);
		case 'ownerNotSeen':
			return words.ownerNotSeen(message.protocol, message.port, message.user ?? (message.uid === null ? null : String(message.uid)));
		case 'searchKept':
			return words.searchKept(selectRows(state).filter(row => !row.isContext).length);
		default:
			return words[message.id];
	}
};

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
		return fitLine(line(span(' '), span(messageText(state.message, state, text), 'message')), width);
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
