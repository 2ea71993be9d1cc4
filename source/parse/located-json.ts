/** What should have stood where reading ended. */
export type JsonExpectation = 'value' | 'key' | 'colon' | 'commaOrBrace' | 'commaOrBracket' | 'end' | 'string' | 'shallower';

/** A JSON value that knows where it stands: `offset` counts UTF-16 units from the start of the text. */
export type JsonNode = {offset: number} & (
	| {type: 'object'; entries: readonly JsonEntry[]}
	| {type: 'array'; items: readonly JsonNode[]}
	| {type: 'string'; value: string}
	| {type: 'number'; value: number}
	| {type: 'boolean'; value: boolean}
	| {type: 'null'}
);

/** One `"key": value`; a key may stand twice in an object. */
export type JsonEntry = {key: string; offset: number; value: JsonNode};

type ReadJson = {node: JsonNode} | {expected: JsonExpectation; offset: number};

const maxDepth = 16;

const blank = /[\t\n\r ]*/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const wordToken = /true|false|null/y;

type Reader = {text: string; at: number; failure: {expected: JsonExpectation; offset: number} | null};

const take = (reader: Reader, token: RegExp): string | null => {
	token.lastIndex = reader.at;
	const found = token.exec(reader.text)?.[0] ?? null;
	reader.at += found?.length ?? 0;
	return found;
};

const takeMark = (reader: Reader, mark: string): boolean => {
	take(reader, blank);
	const isThere = reader.text[reader.at] === mark;
	reader.at += isThere ? 1 : 0;
	return isThere;
};

const fail = (reader: Reader, expected: JsonExpectation): null => {
	reader.failure ??= {expected, offset: reader.at};
	return null;
};

/** Reads `item, item` up to the closing mark, which is taken as well. */
const readItems = <Item>(
	reader: Reader,
	close: '}' | ']',
	expected: JsonExpectation,
	readItem: (reader: Reader) => Item | null,
): readonly Item[] | null => {
	const items: Item[] = [];
	if (takeMark(reader, close)) {
		return items;
	}

	do {
		const item = readItem(reader);
		if (item === null) {
			return null;
		}

		items.push(item);
	} while (takeMark(reader, ','));

	return takeMark(reader, close) ? items : fail(reader, expected);
};

const readString = (reader: Reader): string | null => {
	const token = take(reader, stringToken);
	return token === null ? fail(reader, 'string') : (JSON.parse(token) as string);
};

const readEntry = (reader: Reader, depth: number): JsonEntry | null => {
	take(reader, blank);
	const offset = reader.at;
	if (reader.text[offset] !== '"') {
		return fail(reader, 'key');
	}

	const key = readString(reader);
	if (key === null) {
		return null;
	}

	if (!takeMark(reader, ':')) {
		return fail(reader, 'colon');
	}

	const value = readValue(reader, depth);
	return value === null ? null : {key, offset, value};
};

const readWord = (reader: Reader, offset: number): JsonNode | null => {
	const word = take(reader, wordToken);
	if (word !== null) {
		return word === 'null' ? {type: 'null', offset} : {type: 'boolean', value: word === 'true', offset};
	}

	const digits = take(reader, numberToken);
	return digits === null ? fail(reader, 'value') : {type: 'number', value: Number(digits), offset};
};

const readValue = (reader: Reader, depth: number): JsonNode | null => {
	take(reader, blank);
	const offset = reader.at;
	const mark = reader.text[offset];
	if (mark === '"') {
		const value = readString(reader);
		return value === null ? null : {type: 'string', value, offset};
	}

	if (mark !== '{' && mark !== '[') {
		return readWord(reader, offset);
	}

	if (depth >= maxDepth) {
		return fail(reader, 'shallower');
	}

	reader.at++;
	if (mark === '{') {
		const entries = readItems(reader, '}', 'commaOrBrace', each => readEntry(each, depth + 1));
		return entries === null ? null : {type: 'object', entries, offset};
	}

	const items = readItems(reader, ']', 'commaOrBracket', each => readValue(each, depth + 1));
	return items === null ? null : {type: 'array', items, offset};
};

/**
Reads JSON and keeps where each value stands, so that what is wrong with one can be pointed at. Strict: no comments, no
trailing commas. A byte order mark at the start is skipped. Never throws; depth is limited.

@source RFC 8259
*/
export const readLocatedJson = (text: string): ReadJson => {
	const reader: Reader = {text, at: text.startsWith('\ufeff') ? 1 : 0, failure: null};
	const node = readValue(reader, 0);
	take(reader, blank);
	if (node !== null && reader.at === text.length) {
		return {node};
	}

	return reader.failure ?? {expected: 'end', offset: reader.at};
};

/** The line and the character in it, both from 1. */
export type TextPlace = {line: number; column: number};

export const placeInText = (text: string, offset: number): TextPlace => {
	const before = text.slice(text.startsWith('\ufeff') ? 1 : 0, offset);
	const lines = before.split(/\r\n|\n|\r/);
	return {line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1};
};
