import type {CodeLine, CodeRole} from '../model/config.js';
import type {UnitLine, UnitPiece, UnitStretch} from '../parse/unit-file.js';
import {type CodeSpan, codeParts, codeSpans, commentLine, type Painted, quotedTexts, type Range} from './code-line.js';

/** What a value is coloured as where it is one thing as a whole. */
const roleOf = (value: string): CodeRole => {
	if (/^(?:yes|no|true|false|on|off)$/i.test(value)) {
		return 'boolean';
	}

	return value.length <= 100 && /^[+-]?\d[\d.,:/ ]*(?:[A-Za-zµ%]{1,7}(?: \d[\d.]*[A-Za-z]{1,7})*)?$|^infinity$/.test(value)
		? 'number'
		: 'plain';
};

const paintedStretches = (value: string): readonly Painted[] => {
	const role = roleOf(value);
	return role === 'plain' ? quotedTexts(value) : [{start: 0, end: value.length, role}];
};

const valueSpans = (value: string, secrets: readonly Range[]): readonly CodeSpan[] =>
	codeSpans(paintedStretches(value), secrets, value.length);

/** What of the value stands in one line. */
const spansInLine = (spans: readonly CodeSpan[], {column, offset, length}: UnitStretch): readonly CodeSpan[] =>
	spans
		.filter(({start, end}) => end > offset && start < offset + length)
		.map(span => ({
			...span,
			start: column + Math.max(span.start - offset, 0),
			end: column + Math.min(span.end - offset, length),
		}));

const keySpans = (text: string): readonly CodeSpan[] => {
	const equals = text.indexOf('=');
	return [
		{start: 0, end: equals, role: 'key', isSecret: false},
		{start: equals, end: equals + 1, role: 'punctuation', isSecret: false},
	];
};

/** The backslash at the end of a line that goes on. */
const endSpans = (text: string, stretch: UnitStretch): readonly CodeSpan[] =>
	text.endsWith('\\') && stretch.column + stretch.length === text.length - 1
		? [{start: text.length - 1, end: text.length, role: 'punctuation', isSecret: false}]
		: [];

const plainLine = ({text, kind}: UnitLine): CodeLine => {
	switch (kind) {
		case 'comment':
			return commentLine(text);
		case 'section':
			return codeParts(text, [{start: 0, end: text.length, role: 'section', isSecret: false}]);
		default:
			return codeParts(text, []);
	}
};

/** The lines of a piece, coloured, with exactly the secrets in its value marked. */
export const unitCode = ({lines, assignment}: UnitPiece, secrets: readonly Range[]): readonly CodeLine[] => {
	if (assignment === null) {
		return lines.map(plainLine);
	}

	const spans = valueSpans(assignment.value, secrets);
	const stretches = new Map(assignment.stretches.map(stretch => [stretch.line, stretch]));
	return lines.map((line, index) => {
		const stretch = stretches.get(index);
		if (line.kind === 'comment' || stretch === undefined) {
			return plainLine(line);
		}

		const head = line.kind === 'key' ? keySpans(line.text) : [];
		return codeParts(line.text, [...head, ...spansInLine(spans, stretch), ...endSpans(line.text, stretch)]);
	});
};
