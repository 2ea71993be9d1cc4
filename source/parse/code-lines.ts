import {printable} from './printable.js';

/** Longer lines are cut where they are shown. */
export const maxShownColumns = 2000;

const defaultMaxLines = 2000;

/** The first lines of a text as they stand there; what ends the last line begins no line of its own. */
export const splitLines = (text: string, maxLines = defaultMaxLines): {lines: readonly string[]; isCut: boolean} => {
	const lines: string[] = [];
	let start = 0;
	while (start < text.length && lines.length < maxLines) {
		const end = text.indexOf('\n', start);
		lines.push(text.slice(start, end === -1 ? text.length : end));
		start = end === -1 ? text.length : end + 1;
	}

	return {lines, isCut: start < text.length};
};

/** A line that is safe to show; tabs are blanks. */
export const codeLine = (line: string): string => printable(line.replace(/\r$/, '').replaceAll('\t', '    '));
