import {codeLine, splitLines} from './code-lines.js';

/** `value`: a line that goes on with the value of the line before. `junk`: systemd says that it ignores such a line. */
export type UnitLine = {text: string; kind: 'section' | 'key' | 'value' | 'comment' | 'blank' | 'junk'};

/** A stretch of a value, and where it stands: the line within its piece, and the column. */
export type UnitStretch = {line: number; column: number; offset: number; length: number};

/** `value`: on one line, without the blanks around it. */
export type UnitAssignment = {section: string; key: string; value: string; stretches: readonly UnitStretch[]};

/** The lines of one assignment with the comments inside it, or lines between assignments. */
export type UnitPiece = {lines: readonly UnitLine[]; assignment: UnitAssignment | null};

type UnitFile = {pieces: readonly UnitPiece[]; isCut: boolean};

/** As much of a value is looked at. */
const maxValueCharacters = 8192;

/** An odd number of backslashes at the end. */
const goesOn = (line: string): boolean => {
	const text = line.endsWith('\r') ? line.slice(0, -1) : line;
	let end = text.length;
	while (text[end - 1] === '\\') {
		end--;
	}

	return (text.length - end) % 2 === 1;
};

type Open = {lines: UnitLine[]; section: string; key: string; parts: string[]; stretches: UnitStretch[]; size: number};

const addStretch = (open: Open, line: string, column: number, isOpen: boolean): void => {
	const text = isOpen && line.endsWith('\\') ? line.slice(column, -1) : line.slice(column);
	const length = Math.min(text.length, maxValueCharacters - open.size);
	if (length >= 0) {
		open.stretches.push({line: open.lines.length - 1, column, offset: open.size, length});
		open.parts.push(text.slice(0, length));
		open.size += length + 1;
	}
};

const closed = ({lines, section, key, parts, stretches}: Open): UnitPiece => ({
	lines,
	assignment: {section, key, value: parts.join(' ').trimEnd(), stretches},
});

const startOf = (text: string, section: string): Open | null => {
	const equals = text.indexOf('=');
	const key = equals < 1 || text.trimStart().startsWith('[') ? '' : text.slice(0, equals).trim();
	return key === '' ? null : {lines: [{text, kind: 'key'}], section, key, parts: [], stretches: [], size: 0};
};

const valueColumn = (text: string): number => {
	const equals = text.indexOf('=');
	const blanks = /^ */.exec(text.slice(equals + 1))?.[0].length ?? 0;
	return equals + 1 + blanks;
};

const kindOf = (text: string): 'section' | 'comment' | 'blank' | 'junk' => {
	const line = text.trim();
	if (line === '') {
		return 'blank';
	}

	return /^[#;]/.test(line) ? 'comment' : line.startsWith('[') && line.endsWith(']') ? 'section' : 'junk';
};

type Reading = {pieces: UnitPiece[]; between: UnitLine[]; section: string; open: Open | null};

const closeBetween = (reading: Reading): void => {
	if (reading.between.length > 0) {
		reading.pieces.push({lines: reading.between, assignment: null});
		reading.between = [];
	}
};

/** A value goes on until a line that does not end in a backslash. */
const addValue = (reading: Reading, open: Open, line: string, column: number, isOpen: boolean): void => {
	addStretch(open, line, column, isOpen);
	reading.open = isOpen ? open : null;
	if (!isOpen) {
		reading.pieces.push(closed(open));
	}
};

const addLine = (reading: Reading, raw: string): void => {
	const line = codeLine(raw);
	const {open} = reading;
	const kind = kindOf(line);
	if (open !== null) {
		open.lines.push({text: line, kind: kind === 'comment' ? 'comment' : 'value'});
		if (kind !== 'comment') {
			addValue(reading, open, line, 0, goesOn(raw));
		}

		return;
	}

	const started = kind === 'junk' ? startOf(line, reading.section) : null;
	if (started === null) {
		reading.section = kind === 'section' ? line.trim().slice(1, -1) : reading.section;
		reading.between.push({text: line, kind});
		return;
	}

	closeBetween(reading);
	addValue(reading, started, line, valueColumn(line), goesOn(raw));
};

/**
Reads a unit file, or another file of that form, line by line, so that each value is known with its place.

All lines of all pieces are the lines of the file, safe to show. A comment inside a value that goes on over several
lines belongs to that piece and not to the value.

@source systemd.syntax(7)
*/
export const parseUnitFile = (text: string, maxLines?: number): UnitFile => {
	const {lines, isCut} = splitLines(text, maxLines);
	const reading: Reading = {pieces: [], between: [], section: '', open: null};
	for (const line of lines) {
		addLine(reading, line);
	}

	if (reading.open !== null) {
		reading.pieces.push(closed(reading.open));
	}

	closeBetween(reading);
	return {pieces: reading.pieces, isCut};
};
