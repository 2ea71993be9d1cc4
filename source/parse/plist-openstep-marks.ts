import {endBehind, type MarkedText, type Marking, paintTo, startMarking, type TextRange} from './plist-marks.js';

type Reading = {
	readonly marking: Marking;
	/** The signs that are open. */
	readonly open: string[];
	/** The last string: a key where `=` follows. */
	pending: {range: TextRange; content: TextRange; span: number} | null;
};

const endOfQuoted = (text: string, start: number): number => {
	let end = start + 1;
	while (end < text.length && text[end] !== text[start]) {
		end += text[end] === '\\' ? 2 : 1;
	}

	return Math.min(end + 1, text.length);
};

const settle = (reading: Reading): void => {
	if (reading.pending !== null) {
		const {range, content} = reading.pending;
		reading.marking.marks.push({kind: 'scalar', range, content});
		reading.pending = null;
	}
};

const readString = (reading: Reading, end: number, quotes: 0 | 1): void => {
	const {marking} = reading;
	const start = marking.position;
	settle(reading);
	marking.spans.push({start, end, role: 'string'});
	marking.position = end;
	reading.pending = {
		range: [start, end],
		content: [start + quotes, Math.max(end - quotes, start + quotes)],
		span: marking.spans.length - 1,
	};
};

const markSign = (reading: Reading, sign: string): void => {
	const {marking, open, pending} = reading;
	if (sign === '=' && pending !== null && open.at(-1) === '{') {
		const span = marking.spans[pending.span];
		if (span) {
			span.role = 'key';
		}

		marking.marks.push({kind: 'key', range: pending.range, content: pending.content});
		reading.pending = null;
		return;
	}

	settle(reading);
	const range: TextRange = [marking.position, marking.position + 1];
	if (sign === '{' || sign === '(') {
		open.push(sign);
		marking.marks.push({kind: 'open', range, content: range});
	} else if (sign === '}' || sign === ')') {
		open.pop();
		marking.marks.push({kind: 'close', range, content: range});
	}
};

const wordPattern = /[\w$+/:.-]+/y;
const dataPattern = /<[\da-fA-F\s]*>/y;

const endOf = (pattern: RegExp, {text, position}: Marking): number | null => {
	pattern.lastIndex = position;
	return pattern.test(text) ? pattern.lastIndex : null;
};

const readToken = (reading: Reading): void => {
	const {marking} = reading;
	const {text, position} = marking;
	const sign = text.charAt(position);
	if (text.startsWith('//', position)) {
		paintTo(marking, endBehind(marking, '\n', position), 'comment');
	} else if (text.startsWith('/*', position)) {
		paintTo(marking, endBehind(marking, '*/', position + 2), 'comment');
	} else if (sign === '"' || sign === "'") {
		readString(reading, endOfQuoted(text, position), 1);
	} else if ('{}()=;,'.includes(sign)) {
		markSign(reading, sign);
		paintTo(marking, position + 1, 'punctuation');
	} else {
		const end = endOf(wordPattern, marking) ?? (sign === '<' ? endOf(dataPattern, marking) : null);
		if (end === null) {
			paintTo(marking, position + 1, 'plain');
		} else {
			readString(reading, end, 0);
		}
	}
};

/** Marks the text of an old-style property list, as far as it goes, whether or not it is right. */
export const markOpenStep = (text: string): MarkedText => {
	const reading: Reading = {marking: startMarking(text), open: [], pending: null};
	const {marking} = reading;
	while (marking.position < text.length) {
		const blank = /\S/g;
		blank.lastIndex = marking.position;
		paintTo(marking, blank.exec(text)?.index ?? text.length, 'plain');
		if (marking.position < text.length) {
			readToken(reading);
		}
	}

	settle(reading);
	return marking;
};
