import {keymapOf, showKey} from '../keymap.js';
import {displayWidth, fitLine, truncate} from '../paint/cell.js';
import {type Line, line, span} from '../paint/style.js';
import {selectRows} from '../store/select.js';
import type {Message, State} from '../store/state.js';
import type {Text} from '../text/text.js';
import {filterName} from './filter-name.js';
import {formatInterval} from './header.js';

/** The keys whose effect is told behind a message: those that undo it or lead on, by what the key table calls them. */
const keysBehind: Readonly<Record<keyof Text['messageKey'], readonly (keyof Text['keyHelp'])[]>> = {
	treeOn: ['tree'],
	treeOff: ['tree'],
	paused: ['pause'],
	sorted: ['invert'],
	interval: ['faster', 'slower'],
	facet: ['facetAll'],
	unknownKey: ['help'],
	searchKept: ['back'],
	followOn: ['follow'],
	followOff: ['follow'],
	onlyInLogs: ['logsPane'],
	onlyInConfig: ['configPane'],
	secretsShown: ['secrets'],
	secretsCovered: ['secrets'],
};

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

/** `0: all.`, with the keys that somebody chose; empty: no key does it. */
const hintOf = (id: Message['id'], state: State, text: Text): string => {
	if (!(id in keysBehind)) {
		return '';
	}

	const hinted = id as keyof typeof keysBehind;
	const bindings = keymapOf(state).filter(({in: mode}) => mode === 'browse');
	const keys = keysBehind[hinted].flatMap(help => bindings.find(binding => binding.help === help)?.keys.slice(0, 1) ?? []);
	return keys.length === 0 ? '' : `${keys.map(showKey).join(' ')}: ${text.messageKey[hinted]}`;
};

/** What has just changed, and the key that undoes it, for which a long sentence gives way. */
export const messageLine = (message: Message, state: State, text: Text, width: number): Line => {
	const hint = hintOf(message.id, state, text);
	const sentence = messageText(message, state, text);
	const shown = hint === '' ? sentence : `${truncate(sentence, width - displayWidth(hint) - 2)} ${hint}`;
	return fitLine(line(span(' '), span(shown, 'message')), width);
};
