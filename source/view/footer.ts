import {keyModeOf, keymapOf, showKey} from '../keymap.js';
import {fitLine, lineWidth} from '../paint/cell.js';
import {type Line, line, type Span, span, withTarget} from '../paint/style.js';
import {selectRows} from '../store/select.js';
import type {Message, State} from '../store/state.js';
import type {Text} from '../text/text.js';
import {formatInterval} from './header.js';

const messageText = (message: Message, state: State, text: Text): string => {
	const words = text.message;
	switch (message.id) {
		case 'sorted':
			return words.sorted(text.column[message.column].head, message.isDescending);
		case 'interval':
		case 'intervalLimit':
			return words[message.id](formatInterval(message.milliseconds));
		case 'facet': {
			const {filter} = message;
			const name =
				filter in text.facet ? text.facet[filter as keyof typeof text.facet] : text.kind[filter as keyof typeof text.kind].plural;
			return words.facet(name, (state.shown?.processes.length ?? 0) - selectRows(state).length);
		}

		case 'unknownKey':
			return words.unknownKey(message.key);
		case 'quizKept':
		case 'quizNotKept':
		case 'scoreDamaged':
			return words[message.id](message.path);
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

const hintSpans = (state: State, text: Text): readonly (readonly Span[])[] =>
	keymapOf(state)
		.filter(binding => binding.in === keyModeOf(state.mode) && binding.footer !== undefined && binding.keys.length > 0)
		.map(binding => {
			const [first = ''] = binding.keys;
			const word = span(` ${text.footerKey[binding.footer as keyof typeof text.footerKey]}`, 'dim');
			const range = shownRanges[binding.footer as string];
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
