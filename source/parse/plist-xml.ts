// @plist/xml.parse (38 kB, BSD): silent, where plist (157 kB) has its XML parser write to the console, and exact with large positive and
// hexadecimal numbers. It takes tags that do not match, trims strings and leaves `&#10;` alone: so it is given what was checked here.
import {parse} from '@plist/xml.parse';
import {attempt, maxDepth, maxValues, type PlistResult, refuse, toPlistValue} from './plist-value.js';

/** An open element: the text of a string, the number of children of a dictionary. */
type Element = {name: string; children: number; text: string};

type Reading = {
	readonly text: string;
	position: number;
	values: number;
	readonly open: Element[];
	/** The same property list in the strictest form. */
	readonly output: string[];
};

const stop: (reading: Reading, code: string) => never = (reading, code) => refuse(code, reading.text, reading.position);

const containers: ReadonlySet<string> = new Set(['plist', 'dict', 'array']);
const leaves: ReadonlySet<string> = new Set(['key', 'string', 'integer', 'real', 'date', 'data', 'true', 'false']);

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** Undoes the references of XML. Any other `&` is meant as it stands: people write `&&` in commands, and launchd takes it. */
const decode = (text: string): string =>
	text.replace(
		/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
		(reference, decimal?: string, hexadecimal?: string, name = '') => {
			const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
			return entities[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : reference);
		},
	);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const contents: Readonly<Record<string, (text: string) => string | null>> = {
	key: text => (text.trim() === '__proto__' ? null : escaped(text)),
	string: text => (text === '' ? '' : `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`),
	integer: text => /^\s*([+-]?(?:0x[\da-f]{1,32}|\d{1,40}))\s*$/i.exec(text)?.[1] ?? null,
	real: text => /^\s*([+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:e[+-]?\d{1,4})?|nan|[+-]?inf(?:inity)?)\s*$/i.exec(text)?.[1] ?? null,
	date: text => /^\s*(-?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s*$/.exec(text)?.[1] ?? null,
	data: text => {
		const digits = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
		return /^[A-Za-z\d+/]*$/.test(digits) && digits.length % 4 !== 1 ? digits.padEnd(Math.ceil(digits.length / 4) * 4, '=') : null;
	},
};

const addText = (reading: Reading, text: string): void => {
	const element = reading.open.at(-1);
	if (element && leaves.has(element.name)) {
		element.text += text;
	} else if (text.trim() !== '') {
		stop(reading, 'stray-text');
	}
};

/** In a dictionary keys and values take turns; a property list has one value. */
const checkPlace = (reading: Reading, name: string): void => {
	const parent = reading.open.at(-1);
	const isKeyDue = parent?.name === 'dict' && parent.children % 2 === 0;
	if ((parent === undefined) !== (name === 'plist') || (parent && leaves.has(parent.name))) {
		stop(reading, 'misplaced-element');
	}

	if (isKeyDue !== (name === 'key')) {
		stop(reading, isKeyDue ? 'missing-key' : 'missing-value');
	}

	if ((parent?.name === 'plist' && parent.children > 0) || (parent === undefined && reading.output.length > 0)) {
		stop(reading, 'more-than-one-value');
	}
};

const openElement = (reading: Reading, name: string): void => {
	if (!containers.has(name) && !leaves.has(name)) {
		stop(reading, 'unknown-element');
	}

	checkPlace(reading, name);
	const parent = reading.open.at(-1);
	if (parent) {
		parent.children++;
	}

	reading.values++;
	reading.open.push({name, children: 0, text: ''});
	reading.output.push(`<${name}>`);
	if (reading.open.length > maxDepth || reading.values > maxValues) {
		stop(reading, reading.open.length > maxDepth ? 'too-deep' : 'too-many-values');
	}
};

const closeElement = (reading: Reading, name: string): void => {
	const element = reading.open.pop();
	if (element?.name !== name) {
		stop(reading, 'mismatched-tag');
	}

	if (name === 'dict' && element.children % 2 === 1) {
		stop(reading, 'missing-value');
	}

	if (leaves.has(name)) {
		const toContent = contents[name] ?? (text => (text.trim() === '' ? '' : null));
		reading.output.push(toContent(element.text) ?? stop(reading, 'bad-value'));
	}

	reading.output.push(`</${name}>`);
};

/** Where a construct that ends with `end` ends. */
const endOf = (reading: Reading, end: string): number => {
	const found = reading.text.indexOf(end, reading.position);
	return found === -1 ? stop(reading, 'unclosed-tag') : found + end.length;
};

/** A document type is read over, and nothing it names is ever fetched. One that declares entities is refused. */
const endOfDoctype = (reading: Reading): number => {
	const end = endOf(reading, '>');
	const subset = reading.text.slice(reading.position, end).includes('[');
	return subset ? stop(reading, 'entity-declaration') : end;
};

const readTag = (reading: Reading): void => {
	const end = endOf(reading, '>');
	const found = /^<(\/?)([A-Za-z]{1,16})(\s[^<]*?)?(\/?)>$/.exec(
		reading.text.slice(reading.position, Math.min(end, reading.position + 4096)),
	);
	if (!found) {
		stop(reading, 'bad-tag');
	}

	const [, slash, name = '', , selfClosing] = found;
	if (slash === '') {
		openElement(reading, name);
	}

	if (slash === '/' || selfClosing === '/') {
		closeElement(reading, name);
	}

	reading.position = end;
};

/** Reads what begins with `<`. Comments may hold `--`, as many do. */
const readMarkup = (reading: Reading): void => {
	const {text, position} = reading;
	if (text.startsWith('<!--', position)) {
		reading.position += 4;
		reading.position = endOf(reading, '-->');
	} else if (text.startsWith('<![CDATA[', position)) {
		const end = endOf(reading, ']]>');
		addText(reading, text.slice(position + 9, end - 3));
		reading.position = end;
	} else if (text.startsWith('<?', position)) {
		reading.position = endOf(reading, '?>');
	} else if (text.startsWith('<!DOCTYPE', position)) {
		reading.position = endOfDoctype(reading);
	} else {
		readTag(reading);
	}
};

/** The same property list, well-formed, without comments, attributes and document type, and with plain text only in CDATA. */
const strictForm = (text: string): string => {
	const reading: Reading = {text, position: 0, values: 0, open: [], output: []};
	for (;;) {
		const start = text.indexOf('<', reading.position);
		addText(reading, decode(text.slice(reading.position, start === -1 ? undefined : start)));
		if (start === -1) {
			break;
		}

		reading.position = start;
		readMarkup(reading);
	}

	reading.position = text.length;
	return reading.open.length === 0 && reading.output.length > 0 ? reading.output.join('') : stop(reading, 'unclosed-tag');
};

/**
Reads an XML property list, as lenient as launchd is: a blank line before the declaration, a raw `&`, `--` in comments.

@source plist(5)
*/
export const parseXmlPropertyList = (text: string): PlistResult => attempt(() => toPlistValue(parse(strictForm(text))));
