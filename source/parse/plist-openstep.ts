// Read by hand: of the libraries for this form, @plist/openstep.parse takes a minute for 500 kB and stumbles over words
// that begin with `/`, and plist brings 150 kB of XML along. launchctl's dictionaries, a dialect, need a reader anyway.
import type {PlistValue} from '../model/property-list.js';
import {attempt, maxDepth, maxValues, type PlistResult, refuse, toDictionary} from './plist-value.js';
import {printable} from './printable.js';

type Cursor = {readonly text: string; position: number; values: number};

const stop: (cursor: Cursor, code: string) => never = (cursor, code) => refuse(code, cursor.text, cursor.position);

/** What matches a sticky pattern here, or `null`; the cursor moves behind it. */
const take = (cursor: Cursor, pattern: RegExp): string | null => {
	pattern.lastIndex = cursor.position;
	const found = pattern.exec(cursor.text);
	cursor.position += found?.[0].length ?? 0;
	return found?.[0] ?? null;
};

const skipTo = (cursor: Cursor, end: string): void => {
	const found = cursor.text.indexOf(end, cursor.position + 2);
	cursor.position = found === -1 ? cursor.text.length : found + end.length;
};

/** Blanks and comments. */
const skip = (cursor: Cursor): void => {
	for (;;) {
		take(cursor, /\s+/y);
		if (cursor.text.startsWith('//', cursor.position)) {
			skipTo(cursor, '\n');
		} else if (cursor.text.startsWith('/*', cursor.position)) {
			skipTo(cursor, '*/');
		} else {
			return;
		}
	}
};

const takeSign = (cursor: Cursor, signs: string): boolean => {
	skip(cursor);
	const isThere = cursor.position < cursor.text.length && signs.includes(cursor.text.charAt(cursor.position));
	cursor.position += isThere ? 1 : 0;
	return isThere;
};

const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v'};

const unescaped = (text: string): string =>
	text.replace(/\\(?:[Uu]([\da-fA-F]{1,4})|([0-7]{1,3})|(.))/gs, (_, unicode?: string, octal?: string, other = '') => {
		const code = unicode === undefined ? (octal === undefined ? null : Number.parseInt(octal, 8)) : Number.parseInt(unicode, 16);
		return code === null ? (escapes[other] ?? other) : String.fromCharCode(code);
	});

const quoted = (cursor: Cursor, quote: string): string => {
	const {text, position} = cursor;
	let end = position + 1;
	while (end < text.length && text[end] !== quote) {
		end += text[end] === '\\' ? 2 : 1;
	}

	if (end >= text.length) {
		return stop(cursor, 'unclosed-string');
	}

	cursor.position = end + 1;
	return unescaped(text.slice(position + 1, end));
};

const string = (cursor: Cursor): string => {
	const first = cursor.text.charAt(cursor.position);
	return first === '"' || first === '\u0027' ? quoted(cursor, first) : (take(cursor, /[\w$+/:.-]+/y) ?? stop(cursor, 'unexpected-sign'));
};

const data = (cursor: Cursor): Uint8Array => {
	const digits = (take(cursor, /<[\da-fA-F\s]*>/y) ?? stop(cursor, 'bad-data')).replace(/[<>\s]/g, '');
	return digits.length % 2 === 0
		? Uint8Array.from({length: digits.length / 2}, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16))
		: stop(cursor, 'bad-data');
};

const dictionary = (cursor: Cursor, depth: number): PlistValue => {
	const entries: (readonly [string, PlistValue])[] = [];
	while (!takeSign(cursor, '}')) {
		const key = string(cursor);
		if (!takeSign(cursor, '=')) {
			return stop(cursor, 'missing-value');
		}

		entries.push([key, value(cursor, depth)]);
		if (!takeSign(cursor, ';') && cursor.text[cursor.position] !== '}') {
			return stop(cursor, 'unexpected-sign');
		}
	}

	return toDictionary(entries);
};

/** Items stand between commas; launchctl ends each with a semicolon. */
const array = (cursor: Cursor, depth: number): PlistValue => {
	const list: PlistValue[] = [];
	while (!takeSign(cursor, ')')) {
		list.push(value(cursor, depth));
		if (!takeSign(cursor, ',;') && cursor.text[cursor.position] !== ')') {
			return stop(cursor, 'unexpected-sign');
		}
	}

	return list;
};

const value = (cursor: Cursor, depth: number): PlistValue => {
	skip(cursor);
	cursor.values++;
	if (depth > maxDepth || cursor.values > maxValues) {
		return stop(cursor, depth > maxDepth ? 'too-deep' : 'too-many-values');
	}

	if (takeSign(cursor, '{')) {
		return dictionary(cursor, depth + 1);
	}

	if (takeSign(cursor, '(')) {
		return array(cursor, depth + 1);
	}

	return cursor.text[cursor.position] === '<' ? data(cursor) : printable(string(cursor));
};

/**
Reads an old-style ("OpenStep") property list, as `defaults read` prints it, and the dictionaries of launchctl. Every value
that is no container or data is a string.

@source plutil(1); "Old-Style ASCII Property Lists" of Apple's Property List Programming Guide
*/
export const parseOpenStep = (text: string): PlistResult =>
	attempt(() => {
		const cursor: Cursor = {text, position: 0, values: 0};
		const whole = value(cursor, 0);
		takeSign(cursor, ';');
		skip(cursor);
		return cursor.position < text.length ? stop(cursor, 'text-behind') : whole;
	});
