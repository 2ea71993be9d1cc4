import {hangulPattern} from './hangul.js';

/** Characters from `start` up to `end` of a text. */
export type Range = readonly [start: number, end: number];

let last: {word: string; pattern: RegExp | null} = {word: '', pattern: null};

/** A word is compared with thousands of texts before the next one comes. */
const patternOf = (word: string): RegExp | null => {
	if (last.word !== word) {
		last = {word, pattern: hangulPattern(word)};
	}

	return last.pattern;
};

/** Where a word stands in a text, from `from` on; `null`: nowhere. Both are in the form they are compared in. */
export const findWord = (text: string, word: string, from = 0): Range | null => {
	const pattern = patternOf(word);
	if (pattern === null) {
		const index = text.indexOf(word, from);
		return index === -1 ? null : [index, index + word.length];
	}

	pattern.lastIndex = from;
	const found = pattern.exec(text);
	return found ? [found.index, found.index + found[0].length] : null;
};

const isWordStart = (text: string, index: number): boolean => index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1] ?? '');

/** Rank of a word within one text: 0 exact, 1 prefix, 2 start of a word, 3 anywhere; `null`: not in it. */
export const rankIn = (text: string, word: string): {rank: number; range: Range} | null => {
	const first = findWord(text, word);
	if (first === null) {
		return null;
	}

	if (first[0] === 0) {
		return {rank: first[1] === text.length ? 0 : 1, range: first};
	}

	for (let range: Range | null = first; range !== null; range = findWord(text, word, range[0] + 1)) {
		if (isWordStart(text, range[0])) {
			return {rank: 2, range};
		}
	}

	return {rank: 3, range: first};
};
