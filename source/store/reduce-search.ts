import {graphemeSegments} from '../model/graphemes.js';
import {parseQuery} from './query.js';
import {type Action, noSearch, type Search, type State} from './state.js';

export type SearchAction = Extract<Action, {type: `search-${string}`}>;

const previousStop = (text: string, caret: number): number => {
	let previous = 0;
	for (const {index} of graphemeSegments(text)) {
		if (index >= caret) {
			break;
		}

		previous = index;
	}

	return previous;
};

const nextStop = (text: string, caret: number): number => {
	for (const {index, segment} of graphemeSegments(text)) {
		if (index + segment.length > caret) {
			return index + segment.length;
		}
	}

	return text.length;
};

const previousWord = (text: string, caret: number): number => text.slice(0, caret).search(/\S+\s*$/u);

const edit = (search: Search, text: string, caret: number): Search => {
	const parsed = parseQuery(text);
	return 'error' in parsed ? {text, caret, query: search.query, error: parsed.error} : {text, caret, query: parsed.query, error: null};
};

/** Controls, marks of direction, and what is not seen and belongs to nothing beside it. Joiners stay: emoji are made of them. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]|\u200b|[\u2060-\u2064]|\ufeff|\u3164|\uffa0/gu;

const maxLength = 500;

const insert = (search: Search, typed: string): Search => {
	const text = typed.replace(/[\r\n\t]+/g, ' ').replace(unseen, '');
	const {caret} = search;
	const whole = search.text.slice(0, caret) + text + search.text.slice(caret);
	return whole.length > maxLength ? search : edit(search, whole, caret + text.length);
};

const erase = (search: Search, what: 'back' | 'forward' | 'word' | 'start'): Search => {
	const {text, caret} = search;
	if (what === 'forward') {
		return edit(search, text.slice(0, caret) + text.slice(nextStop(text, caret)), caret);
	}

	const from = what === 'back' ? previousStop(text, caret) : what === 'word' ? Math.max(0, previousWord(text, caret)) : 0;
	return edit(search, text.slice(0, from) + text.slice(caret), from);
};

const moveCaret = (search: Search, to: 'left' | 'right' | 'start' | 'end'): Search => {
	const {text, caret} = search;
	const places = {left: previousStop(text, caret), right: nextStop(text, caret), start: 0, end: text.length};
	return {...search, caret: places[to]};
};

/** The search line: an editor of one line whose every change is a query. */
export const reduceSearch = (state: State, action: SearchAction): State => {
	switch (action.type) {
		case 'search-open':
			return {
				...state,
				mode: 'search',
				beforeSearch: state.selected,
				isPaneFull: false,
				message: null,
				search: {...state.search, caret: state.search.text.length},
			};
		case 'search-insert':
			return {...state, search: insert(state.search, action.text)};
		case 'search-erase':
			// erasing nothing leaves the line, as in less and vim
			return action.what === 'back' && state.search.text === ''
				? {...state, mode: 'browse', search: noSearch}
				: {...state, search: erase(state.search, action.what)};
		case 'search-caret':
			return {...state, search: moveCaret(state.search, action.to)};
		case 'search-keep':
			return {...state, mode: 'browse', message: state.search.text === '' ? null : {id: 'searchKept'}};
		case 'search-clear':
			return {...state, mode: 'browse', search: noSearch, message: state.search.text === '' ? null : {id: 'cleared'}};
	}
};
