import {Buffer} from 'node:buffer';

/** An object of a binary property list as bytes; references are bytes, too. */
export type BinaryObject = readonly number[];

export const ascii = (text: string): BinaryObject =>
	text.length < 15 ? [0x50 | text.length, ...Buffer.from(text)] : [0x5f, 0x11, text.length >> 8, text.length & 0xff, ...Buffer.from(text)];

export const utf16 = (text: string): BinaryObject => [0x60 | text.length, ...Buffer.from(text, 'utf16le').swap16()];

export const integer = (value: bigint, bytes = 8): BinaryObject => {
	const hexadecimal = BigInt.asUintN(bytes * 8, value)
		.toString(16)
		.padStart(bytes * 2, '0');
	return [0x10 | Math.log2(bytes), ...Buffer.from(hexadecimal, 'hex')];
};

export const array = (...references: readonly number[]): BinaryObject => [0xa0 | references.length, ...references];

/** Keys first, then values. */
export const dictionary = (...references: readonly number[]): BinaryObject => [0xd0 | (references.length / 2), ...references];

type Trailer = {top?: number; offsetSize?: number; referenceSize?: number; count?: number; table?: number};

/** A whole file from its objects; the trailer may lie. */
export const binaryPlist = (objects: readonly BinaryObject[], trailer: Trailer = {}): Uint8Array => {
	const bytes: number[] = [...Buffer.from('bplist00')];
	const offsets = objects.map(object => bytes.push(...object) - object.length);
	const {top = 0, offsetSize = 2, referenceSize = 1, count = objects.length, table = bytes.length} = trailer;
	const big = (value: number): number[] => [...Buffer.from(value.toString(16).padStart(16, '0'), 'hex')];
	const small = offsets.flatMap(offset => big(offset).slice(-2));
	return Uint8Array.from([...bytes, ...small, 0, 0, 0, 0, 0, 0, offsetSize, referenceSize, ...big(count), ...big(top), ...big(table)]);
};
