import {Buffer} from 'node:buffer';
import {isDictionary, type PlistValue} from '../model/property-list.js';
import {coverArguments, isSecretName, type SecretPart} from '../model/secret.js';
import {parsePropertyList} from '../parse/plist.js';
import {type PlistContent, readContent} from '../parse/plist-content.js';
import type {Mark, TextRange} from '../parse/plist-marks.js';
import {markOpenStep} from '../parse/plist-openstep-marks.js';
import {printPropertyList} from '../parse/plist-print.js';
import {markXml} from '../parse/plist-xml-marks.js';

const environmentKey = 'EnvironmentVariables';

type Edit = {range: TextRange; text: string};

const applied = (text: string, edits: readonly Edit[]): string => {
	let result = '';
	let position = 0;
	for (const {range, text: other} of [...edits].sort((a, b) => a.range[0] - b.range[0])) {
		if (range[0] >= position) {
			result += text.slice(position, range[0]) + other;
			position = range[1];
		}
	}

	return result + text.slice(position);
};

/** What stands inside of each comment changes as the text around it does. */
const inComments = (text: string, isXml: boolean, change: (inside: string) => string): readonly Edit[] => {
	const {spans} = isXml ? markXml(text) : markOpenStep(text);
	return spans
		.filter(({role}) => role === 'comment')
		.map(({start, end}) => {
			const [, opening = '', inside = '', closing = ''] = /^(<!--|\/\*|\/\/)([\s\S]*?)(-->|\*\/)?$/.exec(text.slice(start, end)) ?? [];
			return {range: [start, end], text: `${opening}${change(inside)}${closing}`};
		});
};

const valueStandIn = (isXml: boolean): string => (isXml ? '<string>-</string>' : '"-"');

/** What stands between keys and values: only what gives the text its form. */
const between = (text: string, isXml: boolean): string =>
	isXml ? text.replace(/\S+/g, '') : text.replace(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/[^\s=;,]+/g, '');

/** A dictionary of variables, written anew from its keys: whatever else stands in it may be part of a value. */
const withoutValuesIn = (text: string, isXml: boolean, [start, end]: TextRange, marks: readonly Mark[]): Edit => {
	let result = '';
	let position = start;
	for (const {kind, range} of marks) {
		const written = kind === 'scalar' ? valueStandIn(isXml) : text.slice(...range);
		result += between(text.slice(position, range[0]), isXml) + written;
		position = range[1];
	}

	return {range: [start, end], text: result + between(text.slice(position, end), isXml)};
};

type Region = {start: number; depth: number; marks: Mark[]};

/** `isBroken`: brackets tell nothing, so everything behind the key counts as its value. */
const environmentEdits = (text: string, isXml: boolean, isBroken: boolean): readonly Edit[] => {
	const {marks} = isXml ? markXml(text) : markOpenStep(text);
	const edits: Edit[] = [];
	let depth = 0;
	let isNext = false;
	let region: Region | null = null;
	for (const mark of marks) {
		depth += mark.kind === 'open' ? 1 : 0;
		if (region !== null) {
			if (mark.kind === 'close' && depth === region.depth && !isBroken) {
				edits.push(withoutValuesIn(text, isXml, [region.start, mark.range[0]], region.marks));
				region = null;
			} else {
				region.marks.push(mark);
			}
		} else if (isNext && mark.kind === 'open' && !text.slice(...mark.range).endsWith('/>')) {
			region = {start: mark.range[1], depth, marks: []};
		} else if (isNext && mark.kind === 'scalar') {
			edits.push({range: mark.range, text: valueStandIn(isXml)});
		}

		isNext = region === null && mark.kind === 'key' && readContent(text, mark.content, isXml).text.trim() === environmentKey;
		depth -= mark.kind === 'close' ? 1 : 0;
	}

	return region === null ? edits : [...edits, withoutValuesIn(text, isXml, [region.start, text.length], region.marks)];
};

const withoutTextValues = (text: string, isXml: boolean, isBroken: boolean): string => {
	const cleaned = applied(text, environmentEdits(text, isXml, isBroken));
	return applied(
		cleaned,
		inComments(cleaned, isXml, inside => (inside.includes(environmentKey) ? withoutTextValues(inside, isXml, true) : inside)),
	);
};

/** The same value without any below the key. `count` says how many there were. */
const blanked = (value: PlistValue, isVariable: boolean, found: {count: number}): PlistValue => {
	if (isDictionary(value)) {
		const copy: Record<string, PlistValue> = Object.create(null);
		for (const [key, inner] of Object.entries(value)) {
			copy[key] = blanked(inner, isVariable || key.trim() === environmentKey, found);
		}

		return copy;
	}

	if (Array.isArray(value)) {
		return value.map(inner => blanked(inner, isVariable, found));
	}

	found.count += isVariable && value !== '-' ? 1 : 0;
	return isVariable ? '-' : value;
};

const holdsValues = (value: PlistValue): boolean => {
	const found = {count: 0};
	blanked(value, false, found);
	return found.count > 0;
};

const decode = (bytes: Uint8Array): string => {
	const [first, second] = bytes;
	const encoding = first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
};

const isXmlText = (text: string): boolean => text.trimStart().startsWith('<');

const withoutBinaryValues = (bytes: Uint8Array, value: PlistValue): Uint8Array | null => {
	if (!holdsValues(value)) {
		return bytes;
	}

	const printed = Buffer.from(printPropertyList(blanked(value, false, {count: 0})));
	return parsePropertyList(printed).error === null ? printed : null;
};

/**
A property list of any form without the values of its variables; a binary one that holds some comes back as XML. `null`:
it could not be read well enough to be sure that none is left.
*/
export const withoutPropertyListValues = (bytes: Uint8Array): Uint8Array | null => {
	const {format, value, error} = parsePropertyList(bytes);
	if (format === 'binary') {
		return error === null ? withoutBinaryValues(bytes, value) : null;
	}

	const text = decode(bytes);
	if (!/Environment|&#/.test(text)) {
		return bytes;
	}

	const cleaned = Buffer.from(withoutTextValues(text, isXmlText(text), error !== null));
	const after = parsePropertyList(cleaned);
	const isRight = error === null ? after.error === null && !holdsValues(after.value) : after.error !== null;
	return isRight ? cleaned : null;
};

const coverEdits = (contents: readonly PlistContent[], covered: readonly (readonly SecretPart[])[]): readonly Edit[] =>
	contents.flatMap((content, index) => {
		const edits: Edit[] = [];
		let position = 0;
		for (const {text, isSecret} of covered[index] ?? []) {
			if (isSecret) {
				edits.push({range: content.rangeOf(position, position + text.length), text: '-'});
			}

			position += text.length;
		}

		return edits;
	});

/** Any key may be one of a secret, and any values in a row may be arguments. */
const withoutTextSecrets = (text: string, isXml: boolean): string => {
	const edits: Edit[] = [];
	let key = '';
	let row: PlistContent[] = [];
	const finish = (): void => {
		const texts = row.map(content => content.text);
		edits.push(...coverEdits(row, isSecretName(key) ? texts.map(value => [{text: value, isSecret: value !== ''}]) : coverArguments(texts)));
		row = [];
	};

	for (const {kind, content, range} of (isXml ? markXml(text) : markOpenStep(text)).marks) {
		if (kind === 'key') {
			finish();
			key = readContent(text, content, isXml).text;
		} else if (kind === 'scalar' && (!isXml || text.startsWith('<string', range[0]))) {
			row.push(readContent(text, content, isXml));
		}
	}

	finish();
	const isMarkup = (inside: string): boolean => (isXml ? inside.includes('<') : inside.includes('='));
	const commented = inComments(text, isXml, inside =>
		isMarkup(inside)
			? withoutTextSecrets(inside, isXml)
			: coverArguments(inside.split('\n'))
					.map(parts => parts.map(part => (part.isSecret ? '-' : part.text)).join(''))
					.join('\n'),
	);
	return applied(text, [...edits, ...commented]);
};

/** A property list as text, without what looks like a secret; a binary one as XML. `null`: it could not be read. */
export const propertyListText = (bytes: Uint8Array): string | null => {
	const isBinary = Buffer.from(bytes.subarray(0, 6)).toString('latin1') === 'bplist';
	const {value, error} = isBinary ? parsePropertyList(bytes) : {value: null, error: null};
	const text = isBinary ? printPropertyList(value) : decode(bytes);
	return error === null ? withoutTextSecrets(text, isXmlText(text)) : null;
};
