import {Buffer} from 'node:buffer';
import type {Plist, PlistDictionary} from './machine.js';
import {fill} from './template.js';

const isArray = (value: Plist): value is readonly Plist[] => Array.isArray(value);

export const isPlistDictionary = (value: Plist | undefined): value is PlistDictionary =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** As plutil sorts them. */
const sortedEntries = (dictionary: PlistDictionary): readonly (readonly [string, Plist])[] =>
	Object.entries(dictionary).sort(([one], [other]) => (one < other ? -1 : 1));

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const xmlLines = (value: Plist, indent: string): readonly string[] => {
	if (isArray(value)) {
		return [`${indent}<array>`, ...value.flatMap(item => xmlLines(item, `${indent}\t`)), `${indent}</array>`];
	}

	if (isPlistDictionary(value)) {
		const inner = sortedEntries(value).flatMap(([key, item]) => [
			`${indent}\t<key>${escapeXml(key)}</key>`,
			...xmlLines(item, `${indent}\t`),
		]);
		return [`${indent}<dict>`, ...inner, `${indent}</dict>`];
	}

	if (typeof value === 'boolean') {
		return [`${indent}<${value}/>`];
	}

	const tag = typeof value === 'string' ? 'string' : Number.isInteger(value) ? 'integer' : 'real';
	return [`${indent}<${tag}>${escapeXml(String(value))}</${tag}>`];
};

/** The bytes of an XML property list. Source: plist(5). */
export const xmlPropertyList = (value: PlistDictionary): Buffer => Buffer.from(fill('plist', {body: xmlLines(value, '').join('\n')}));

/** A length goes into the low half of the mark; from 15 on, a number behind the mark has it. */
const mark = (kind: number, length: number): Buffer =>
	length < 15 ? Buffer.from([(kind << 4) | length]) : Buffer.concat([Buffer.from([(kind << 4) | 15]), integerBytes(length)]);

/** Powers of two from 1 to 8 bytes; negative numbers always have 8. */
const integerBytes = (value: number): Buffer => {
	const size = value < 0 ? 8 : value < 0x100 ? 1 : value < 0x10000 ? 2 : value < 0x1_0000_0000 ? 4 : 8;
	const bytes = Buffer.alloc(8);
	bytes.writeBigInt64BE(BigInt(value));
	return Buffer.concat([Buffer.from([0x10 | Math.log2(size)]), bytes.subarray(8 - size)]);
};

const scalarBytes = (value: string | number | boolean): Buffer => {
	if (typeof value === 'boolean') {
		return Buffer.from([value ? 9 : 8]);
	}

	if (typeof value === 'number') {
		const real = Buffer.alloc(9, 0x23);
		real.writeDoubleBE(value, 1);
		return Number.isInteger(value) ? integerBytes(value) : real;
	}

	const isAscii = /^[\x00-\x7f]*$/.test(value);
	return isAscii
		? Buffer.concat([mark(5, value.length), Buffer.from(value, 'latin1')])
		: Buffer.concat([mark(6, value.length), Buffer.from(value, 'utf16le').swap16()]);
};

const referenceBytes = 2;

/** The bytes of a binary property list: objects, where each begins, and a trailer that says where to start. */
export const binaryPropertyList = (root: PlistDictionary): Buffer => {
	const objects: Buffer[] = [];
	const known = new Map<string, number>();
	const reserve = (): number => objects.push(Buffer.alloc(0)) - 1;
	const addContainer = (kind: number, length: number, items: readonly Plist[]): number => {
		const index = reserve();
		const references = Buffer.alloc(items.length * referenceBytes);
		for (const [position, item] of items.entries()) {
			references.writeUInt16BE(add(item), position * referenceBytes);
		}

		objects[index] = Buffer.concat([mark(kind, length), references]);
		return index;
	};

	const add = (value: Plist): number => {
		if (isArray(value)) {
			return addContainer(0xa, value.length, value);
		}

		if (isPlistDictionary(value)) {
			const entries = sortedEntries(value);
			return addContainer(0xd, entries.length, [...entries.map(([key]) => key), ...entries.map(([, item]) => item)]);
		}

		// equal scalars are stored once, as Apple's own writer does
		const key = `${typeof value} ${value}`;
		const index = known.get(key) ?? reserve();
		known.set(key, index);
		objects[index] = scalarBytes(value);
		return index;
	};

	const top = add(root);
	const header = Buffer.from('bplist00');
	const offsets = Buffer.alloc(objects.length * 4);
	let position = header.length;
	for (const [index, object] of objects.entries()) {
		offsets.writeUInt32BE(position, index * 4);
		position += object.length;
	}

	const trailer = Buffer.alloc(32);
	trailer.writeUInt8(4, 6);
	trailer.writeUInt8(referenceBytes, 7);
	trailer.writeUInt32BE(objects.length, 12);
	trailer.writeUInt32BE(top, 20);
	trailer.writeUInt32BE(position, 28);
	return Buffer.concat([header, ...objects, offsets, trailer]);
};
