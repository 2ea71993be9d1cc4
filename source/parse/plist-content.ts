import type {TextRange} from './plist-marks.js';

/** What a key or a string says, without the references or escapes of its form, and where in the text each part of it stands. */
export type PlistContent = {text: string; rangeOf: (start: number, end: number) => TextRange};

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};
const controls: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v'};

const xmlSpecial = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const oldStyleSpecial = /\\(?:[Uu]([\da-fA-F]{1,4})|([0-7]{1,3})|([\s\S]))/g;

/** What stands for a special part of the text: other text for all of it, or `verbatim`, a stretch of the part itself. */
type Replacement = {other: string} | {verbatim: TextRange};

const sectionStart = '<![CDATA['.length;

const fromXml = (found: RegExpExecArray): Replacement => {
	const [whole, section, decimal, hexadecimal, name = ''] = found;
	if (whole.startsWith('<')) {
		return section === undefined ? {other: ''} : {verbatim: [sectionStart, sectionStart + section.length]};
	}

	const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
	return {other: entities[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : whole)};
};

const fromOldStyle = (found: RegExpExecArray): Replacement => {
	const [, unicode, octal, sign = ''] = found;
	const code = unicode === undefined ? (octal === undefined ? null : Number.parseInt(octal, 8)) : Number.parseInt(unicode, 16);
	return {other: code === null ? (controls[sign] ?? sign) : String.fromCharCode(code)};
};

type Decoding = {readonly source: string; readonly parts: string[]; readonly starts: number[]; readonly ends: number[]};

const copy = ({source, parts, starts, ends}: Decoding, from: number, to: number): void => {
	parts.push(source.slice(from, to));
	for (let index = from; index < to; index++) {
		starts.push(index);
		ends.push(index + 1);
	}
};

const replace = ({parts, starts, ends}: Decoding, from: number, to: number, other: string): void => {
	parts.push(other);
	for (let index = 0; index < other.length; index++) {
		starts.push(from);
		ends.push(to);
	}
};

const decode = (source: string, isXml: boolean): Decoding => {
	const decoding: Decoding = {source, parts: [], starts: [], ends: []};
	let position = 0;
	for (const found of source.matchAll(isXml ? xmlSpecial : oldStyleSpecial)) {
		const {index} = found;
		copy(decoding, position, index);
		position = index + found[0].length;
		const replacement = isXml ? fromXml(found) : fromOldStyle(found);
		if ('verbatim' in replacement) {
			copy(decoding, index + replacement.verbatim[0], index + replacement.verbatim[1]);
		} else {
			replace(decoding, index, position, replacement.other);
		}
	}

	copy(decoding, position, source.length);
	return decoding;
};

/** Reads the text between two tags or quotes. */
export const readContent = (text: string, [start, end]: TextRange, isXml: boolean): PlistContent => {
	const source = text.slice(start, end);
	if (!(isXml ? /[&<]/ : /\\/).test(source)) {
		return {text: source, rangeOf: (from, to) => [start + from, start + to]};
	}

	const {parts, starts, ends} = decode(source, isXml);
	return {
		text: parts.join(''),
		rangeOf: (from, to) => [start + (starts[from] ?? source.length), start + (ends[to - 1] ?? source.length)],
	};
};
