import stringWidth from 'string-width';
import {graphemeSegments} from '../model/graphemes.js';
import type {Line, Span} from './style.js';

/** Latin letters and the signs that the screen is made of: one code unit is one cell. All others are measured. */
const narrow =
	/^[ -~\u00a1-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201f\u2026\u203a\u2190-\u2193\u2219\u2500-\u25a1\u25aa\u25ab\u25b4-\u25bf\u25c6-\u25d0\u25e6\u2713\u2717]*$/;

/** The same with Hangul syllables, Han and kana, which take two cells each and never join with what stands beside them. */
const simple =
	/^[ -~\u00a1-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201f\u2026\u203a\u2190-\u2193\u2219\u2500-\u25a1\u25aa\u25ab\u25b4-\u25bf\u25c6-\u25d0\u25e6\u2713\u2717\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*$/;

const wide = /[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/g;

/**
Pieces of a text between which nothing joins: runs of characters as above, and what else there is with the one before and
the one behind it, which it may join with. Finding the characters of the latter takes a hundred times as long.
*/
const pieces = new RegExp(
	'[SIMPLE]+(?=[SIMPLE]|$)|[SIMPLE]?(?:[^SIMPLE]+[SIMPLE]?)+|[SIMPLE]'.replaceAll('SIMPLE', simple.source.slice(2, -3)),
	'g',
);

const simpleWidth = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** Every character takes one cell, on every terminal. */
export const isNarrow = (text: string): boolean => narrow.test(text);

/** How many cells of the terminal a text takes: Hangul, Han and emoji take two each. */
export const displayWidth = (text: string): number => {
	if (narrow.test(text)) {
		return text.length;
	}

	if (simple.test(text)) {
		return simpleWidth(text);
	}

	let width = 0;
	for (const [piece] of text.matchAll(pieces)) {
		width += simple.test(piece) ? simpleWidth(piece) : stringWidth(piece);
	}

	return width;
};

/** The characters of a text as one perceives them. */
function* charactersOf(text: string): Generator<string> {
	for (const [piece] of text.matchAll(pieces)) {
		if (simple.test(piece)) {
			yield* piece;
		} else {
			for (const {segment} of graphemeSegments(piece)) {
				yield segment;
			}
		}
	}
}

/** The longest beginning of a text that fits into `width` cells; no character is halved. */
export const takeWidth = (text: string, width: number): string => {
	if (narrow.test(text)) {
		return text.slice(0, Math.max(0, width));
	}

	let taken = 0;
	let used = 0;
	for (const character of charactersOf(text)) {
		used += displayWidth(character);
		if (used > width) {
			break;
		}

		taken += character.length;
	}

	return text.slice(0, taken);
};

/** A text cut to `width` cells, with an ellipsis where something is missing. */
export const truncate = (text: string, width: number): string => {
	if (width <= 0) {
		return '';
	}

	// a text with more characters than cells need not be measured to its end
	return takeWidth(text, width).length === text.length ? text : `${takeWidth(text, width - 1)}…`;
};

/** A text in exactly `width` cells. */
export const fitText = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
	const cut = truncate(text, width);
	const padding = ' '.repeat(Math.max(0, width - displayWidth(cut)));
	return align === 'left' ? cut + padding : padding + cut;
};

/** A line in exactly `width` cells: spans are cut, and the rest is filled with spaces. */
export const fitLine = ({spans, isSelected}: Line, width: number): Line => {
	const fitted: Span[] = [];
	let room = width;
	for (const part of spans) {
		const {text} = part;
		if (room <= 0) {
			break;
		}

		const cut = truncate(text, room);
		fitted.push({...part, text: cut});
		room -= displayWidth(cut);
		// what follows something that was cut is cut as well
		if (cut !== text) {
			break;
		}
	}

	if (room > 0) {
		fitted.push({text: ' '.repeat(room), style: 'plain'});
	}

	return {spans: fitted, isSelected};
};

export const lineWidth = ({spans}: Line): number => spans.reduce((sum, {text}) => sum + displayWidth(text), 0);

/** The cells of a line from one column up to another. A wide character cut by an edge becomes a space. */
export const sliceLine = ({spans, isSelected}: Line, from: number, to: number): readonly Span[] => {
	const slice: Span[] = [];
	let column = 0;
	for (const part of spans) {
		if (narrow.test(part.text)) {
			const text = part.text.slice(Math.max(0, from - column), Math.max(0, to - column));
			column += part.text.length;
			if (text !== '') {
				slice.push(isSelected ? {...part, text, isSelected: true} : {...part, text});
			}

			continue;
		}

		let text = '';
		for (const {segment} of graphemeSegments(part.text)) {
			const end = column + displayWidth(segment);
			const visible = Math.max(0, Math.min(end, to) - Math.max(column, from));
			const isInside = visible === end - column && (visible > 0 || (column >= from && column < to));
			text += isInside ? segment : ' '.repeat(visible);
			column = end;
		}

		if (text !== '') {
			slice.push(isSelected ? {...part, text, isSelected: true} : {...part, text});
		}
	}

	return slice;
};

/** Two groups of spans at both ends of a line. The right one gives way when there is no room for both. */
export const justify = (left: readonly Span[], right: readonly Span[], width: number): Line => {
	const leftWidth = lineWidth({spans: left, isSelected: false});
	const rightWidth = lineWidth({spans: right, isSelected: false});
	const between = width - leftWidth - rightWidth;
	return between < 1
		? fitLine({spans: left, isSelected: false}, width)
		: {spans: [...left, {text: ' '.repeat(between), style: 'plain'}, ...right], isSelected: false};
};

const firstCharacter = (text: string): string => {
	for (const {segment} of graphemeSegments(text.slice(0, 100))) {
		return segment;
	}

	return text.slice(0, 1);
};

/** Breaks a text into lines of at most `width` cells, between words where it can. */
export const wrap = (text: string, width: number): readonly string[] => wrapHanging(text, width, 0);

/** The same, where every line but the first one has `indent` cells less. */
export const wrapHanging = (text: string, firstWidth: number, indent: number): readonly string[] => {
	if (firstWidth - indent < 1) {
		return [];
	}

	const lines: string[] = [];
	let width = firstWidth;
	let current = '';
	let used = 0;
	const push = (): void => {
		lines.push(current);
		current = '';
		used = 0;
		width = firstWidth - indent;
	};

	for (const word of text.split(' ')) {
		// nothing joins across a blank, so widths add up; no character takes more than four code units a cell
		const wordWidth = word.length > width * 4 ? Number.POSITIVE_INFINITY : displayWidth(word);
		const joinedWidth = current === '' ? wordWidth : used + 1 + wordWidth;
		if (joinedWidth <= width) {
			current = current === '' ? word : `${current} ${word}`;
			used = joinedWidth;
			continue;
		}

		if (current !== '') {
			push();
		}

		let rest = word;
		// what is surely too long need not be measured
		while (rest.length > width * 4 || displayWidth(rest) > width) {
			// one character may be wider than the line: it is left out rather than looped over for ever
			const part = takeWidth(rest.slice(0, width * 4), width) || firstCharacter(rest);
			lines.push(displayWidth(part) <= width ? part : '');
			width = firstWidth - indent;
			rest = rest.slice(part.length);
		}

		current = rest;
		used = displayWidth(rest);
	}

	push();
	return lines;
};
