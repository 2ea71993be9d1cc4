import type {PlistValue} from '../model/property-list.js';
import {parseBinaryPropertyList} from './plist-binary.js';
import {parseOpenStep} from './plist-openstep.js';
import {parseXmlPropertyList} from './plist-xml.js';
import {printable} from './printable.js';

/** A property list, or why there is none. */
export type PropertyList = {
	format: 'xml' | 'binary' | 'openstep';
	value: PlistValue | null;
	/** The text of the file, safe to show, with its line breaks; tabs are blanks. `null` for binary ones and too large ones. */
	text: string | null;
	/**
	A code: `too-big`, `too-deep`, `too-many-values`, `entity-declaration`, `reference-loop`, `mismatched-tag` and others;
	in text with the line behind a colon, `mismatched-tag:12`.
	*/
	error: string | null;
};

/** Property lists of jobs have a few kilobytes, seldom twenty. */
export const maxPropertyListBytes = 4 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** UTF-8, or UTF-16 where the file begins with its mark; bad bytes as U+FFFD. */
const decodeText = (bytes: Uint8Array): string => {
	const encoding = startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
};

const showText = (text: string): string =>
	text
		.split(/\r\n|\n|\r/)
		.map(line => printable(line.replaceAll('\t', '    ')))
		.join('\n');

/**
Reads a property list of any form: XML, binary, old-style text. What is wrong with a file is in `error`, and its text is
there all the same.

@source plist(5), plutil(1)
*/
export const parsePropertyList = (bytes: Uint8Array): PropertyList => {
	const isBinary = startsWith(bytes, ...Array.from('bplist', letter => letter.charCodeAt(0)));
	const isTooBig = bytes.length > maxPropertyListBytes;
	if (isBinary) {
		return {format: 'binary', text: null, ...(isTooBig ? {value: null, error: 'too-big'} : parseBinaryPropertyList(bytes))};
	}

	const text = decodeText(isTooBig ? bytes.subarray(0, 1024) : bytes);
	const format = text.trimStart().startsWith('<') ? 'xml' : 'openstep';
	if (isTooBig) {
		return {format, value: null, text: null, error: 'too-big'};
	}

	return {format, text: showText(text), ...(format === 'xml' ? parseXmlPropertyList(text) : parseOpenStep(text))};
};
