import {printable} from './printable.js';

/** As many lines of a file are shown. */
const maxShownLines = 2000;
/** Lines that begin behind as much of a text are not shown. */
const maxCharacters = 512 * 1024;
/** As much of one line is shown. */
export const maxShownColumns = 2000;
/** As much of one line is looked at. */
const maxLineCharacters = 8192;

const tabWidth = 4;

const withoutTabs = (line: string): string => {
	let column = 0;
	return line.replace(/[^\t]+|\t/g, part => {
		const text = part === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : part;
		column += text.length;
		return text;
	});
};

/**
A line of a file as it is shown: tabs are blanks up to the next fourth column, a carriage return at the end is left
out, and all else is safe to show.
*/
export const codeLine = (line: string): string => {
	const text = line.length > maxLineCharacters ? line.slice(0, maxLineCharacters) : line.endsWith('\r') ? line.slice(0, -1) : line;
	return printable(text.includes('\t') ? withoutTabs(text) : text, maxLineCharacters);
};

/** The first lines of a text; a byte order mark is left out, and the last line break begins no line. `isCut`: there are more. */
export const splitLines = (text: string, maxLines = maxShownLines): {lines: readonly string[]; isCut: boolean} => {
	const lines: string[] = [];
	let start = text.startsWith('\ufeff') ? 1 : 0;
	while (start < Math.min(text.length, maxCharacters) && lines.length < maxLines) {
		const found = text.indexOf('\n', start);
		const end = found === -1 ? text.length : found;
		lines.push(text.slice(start, end));
		start = end + 1;
	}

	return {lines, isCut: start < text.length};
};
