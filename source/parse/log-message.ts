import type {LogEntry} from '../model/log.js';
import {printable} from './printable.js';

const maxCharacters = 64 * 1024;
const maxLineCharacters = 4096;
const maxLines = 100;

/** Select Graphic Rendition alone: colours mean nothing here. Whatever else steers a terminal stays, and is shown as what it is. */
const colours = /\u001b\[[0-9;:]*m/g;

export const withoutColours = (text: string): string => (text.includes('\u001b[') ? text.replace(colours, '') : text);

/** What is no text: controls other than tab and line breaks, and what stands for bytes that are no UTF-8. */
const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;

/** A file that was emptied under the program that writes it begins with as many of these as it had bytes. */
const holes = /\0{2,}/g;

const toLine = (line: string): string => printable(line.replaceAll('\t', '    '), maxLineCharacters);

/**
The lines of a message, without colours, each safe to show, and what is to be noted about them. Line breaks at the end
are left out; tabs become blanks.
*/
export const readMessage = (message: string): Pick<LogEntry, 'lines' | 'note'> => {
	const isLong = message.length > maxCharacters;
	const text = withoutColours(isLong ? message.slice(0, maxCharacters) : message).replace(holes, '\0');
	const lines = text.replace(/\r\n/g, '\n').split('\n');
	while (lines.length > 1 && lines.at(-1) === '') {
		lines.pop();
	}

	const isCut = isLong || lines.length > maxLines || lines.some(line => line.length > maxLineCharacters);
	return {lines: lines.slice(0, maxLines).map(toLine), note: binary.test(text) ? 'binary' : isCut ? 'cut' : null};
};
