import {isNarrow, lineWidth} from '../paint/cell.js';
import type {Line, Span} from '../paint/style.js';
import type {Theme} from '../paint/theme.js';

/** A screen as it is to be: whole lines from the top, and where the caret stands. */
export type Picture = {lines: readonly Line[]; cursor: {x: number; y: number} | null};

export type Painter = {
	/** The sequence that turns what the terminal shows into the picture; empty: it shows it already. */
	paint(picture: Picture, theme: Theme): string;
	/** What the terminal shows is not known any more: the next picture is drawn whole. */
	forget(): void;
};

const csi = '\u001b[';
/** Synchronized output: terminals that know it show all of a picture at once, others ignore it. */
const begin = `${csi}?2026h`;
const end = `${csi}?2026l`;
const showCursor = `${csi}?25h`;
const hideCursor = `${csi}?25l`;
const eraseToEnd = `${csi}K`;

const at = (x: number, y: number): string => `${csi}${y + 1};${x + 1}H`;

/** A line without the blanks it ends in, which erasing leaves as well; inverse blanks are seen. */
const withoutEnd = (line: Line): Line => {
	const last = line.spans.at(-1);
	if (line.isSelected || last === undefined || last.isSelected || last.style === 'caret') {
		return line;
	}

	const text = last.text.trimEnd();
	return text === last.text ? line : withoutEnd({...line, spans: [...line.spans.slice(0, -1), ...(text === '' ? [] : [{...last, text}])]});
};

/** A line as it is written from its first cell on. */
const written = (line: Line, theme: Theme): string => {
	const shown = withoutEnd(line);
	// erasing behind a full line would take its last character
	return shown === line || lineWidth(shown) >= lineWidth(line) ? theme.paint(line) : `${theme.paint(shown)}${eraseToEnd}`;
};

const isSameSpan = (a: Span, b: Span | undefined): boolean =>
	b !== undefined && a.text === b.text && a.style === b.style && a.isSelected === b.isSelected;

/**
What of a line differs from the one before it, and from which cell on: beside an open pane most lines change only at their
end. Whatever stands before must be of characters whose width no terminal doubts.
*/
const changedEnd = (before: Line, line: Line): {x: number; rest: Line} => {
	if (before.isSelected !== line.isSelected) {
		return {x: 0, rest: line};
	}

	let x = 0;
	let count = 0;
	for (const part of line.spans) {
		if (!isSameSpan(part, before.spans[count]) || !isNarrow(part.text)) {
			break;
		}

		x += part.text.length;
		count++;
	}

	return {x, rest: count === 0 ? line : {...line, spans: line.spans.slice(count)}};
};

/**
Draws pictures on a screen that it has for itself, line by line, and only the lines that have changed. One of the two ways
a frame reaches a terminal: the other gives the same lines to Ink, which looks at every cell of every line each time.

@source ECMA-48 8.3.21 CUP, 8.3.41 EL
*/
export const createPainter = (): Painter => {
	let shown: {texts: readonly string[]; lines: readonly Line[]; theme: Theme} | null = null;
	let cursor: Picture['cursor'] = null;
	let painted: {theme: Theme; texts: WeakMap<Line, string>} | null = null;

	/** A line that is known by its object is not painted again. */
	const paintedLine = (line: Line, theme: Theme): string => {
		painted = painted?.theme === theme ? painted : {theme, texts: new WeakMap()};
		const known = painted.texts.get(line);
		if (known !== undefined) {
			return known;
		}

		const text = written(line, theme);
		painted.texts.set(line, text);
		return text;
	};

	/** What writes one line over what stands there. */
	const change = (line: Line, text: string, y: number, theme: Theme): string => {
		const before = shown?.theme === theme ? shown.lines[y] : undefined;
		const {x, rest} = before ? changedEnd(before, line) : {x: 0, rest: line};
		return x === 0 ? `${at(0, y)}${text}` : `${at(x, y)}${written(rest, theme)}`;
	};

	return {
		paint(picture, theme) {
			const texts = picture.lines.map(line => paintedLine(line, theme));
			const changed = texts.flatMap((text, y) => (shown?.texts[y] === text ? [] : [change(picture.lines[y] as Line, text, y, theme)]));
			const isCursorMoved = picture.cursor?.x !== cursor?.x || picture.cursor?.y !== cursor?.y;
			if (changed.length === 0 && !isCursorMoved && shown !== null) {
				return '';
			}

			const place = picture.cursor === null ? '' : `${at(picture.cursor.x, picture.cursor.y)}${showCursor}`;
			const parts = [begin, cursor === null && shown !== null ? '' : hideCursor, ...changed, place, end];
			shown = {texts, lines: picture.lines, theme};
			cursor = picture.cursor;
			return parts.join('');
		},
		forget() {
			shown = null;
			cursor = null;
		},
	};
};
