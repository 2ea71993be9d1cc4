// bplist-parser (4 kB, MIT, no dependencies): exact 64-bit integers, text in UTF-16, UIDs. It follows references without end and writes
// to the console what looks odd to it, so the file is checked before: every object, the depth, and how large it becomes when unfolded.
import {Buffer} from 'node:buffer';
import {parseBuffer} from 'bplist-parser';
import {attempt, maxDepth, type PlistResult, refuse, toPlistValue} from './plist-value.js';

/** The parser's own limit. */
const maxObjects = 32_768;
const trailerBytes = 32;
/** Bytes after unfolding: an object that is named often counts often. */
const maxUnfolded = 16 * 1024 * 1024;
const bytesPerValue = 32;

type File = {
	readonly bytes: Uint8Array;
	readonly referenceSize: number;
	readonly offsets: readonly number[];
	/** Where the objects end and the table of offsets begins. */
	readonly end: number;
	/** What is known of the objects seen; `open`: being looked at, so a reference to it is a loop. */
	readonly seen: Map<number, {height: number; unfolded: number} | 'open'>;
};

const unsigned = (bytes: Uint8Array, start: number, size: number): number => {
	let value = 0;
	for (let index = start; index < start + size; index++) {
		value = value * 256 + (bytes[index] ?? 0);
	}

	return value;
};

const openFile = (bytes: Uint8Array): {file: File; top: number} => {
	const trailer = bytes.length - trailerBytes;
	if (trailer < 9 || Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== 'bplist00') {
		return refuse('unknown-version');
	}

	const [offsetSize = 0, referenceSize = 0] = bytes.subarray(trailer + 6, trailer + 8);
	const count = unsigned(bytes, trailer + 8, 8);
	const top = unsigned(bytes, trailer + 16, 8);
	const end = unsigned(bytes, trailer + 24, 8);
	if (count > maxObjects) {
		return refuse('too-many-values');
	}

	if (offsetSize < 1 || offsetSize > 8 || referenceSize < 1 || referenceSize > 8 || end + count * offsetSize > trailer) {
		return refuse('bad-trailer');
	}

	const offsets = Array.from({length: count}, (_, index) => unsigned(bytes, end + index * offsetSize, offsetSize));
	return {file: {bytes, referenceSize, offsets, end, seen: new Map()}, top};
};

type Shape = {type: number; start: number; count: number};

/** Type, place of the contents and length of an object. */
const shapeOf = (file: File, object: number): Shape => {
	const offset = file.offsets[object] ?? Number.POSITIVE_INFINITY;
	if (offset < 8 || offset >= file.end) {
		return refuse('bad-reference');
	}

	const marker = file.bytes[offset] ?? 0;
	const type = marker >> 4;
	const info = marker & 0xf;
	if (type < 4 || type === 8 || info < 0xf) {
		return {type, start: offset + 1, count: info};
	}

	const lengthMarker = file.bytes[offset + 1] ?? 0;
	const lengthSize = 2 ** (lengthMarker & 0xf);
	return lengthMarker >> 4 === 1 && lengthSize <= 8
		? {type, start: offset + 2 + lengthSize, count: unsigned(file.bytes, offset + 2, lengthSize)}
		: refuse('bad-value');
};

/** Bytes of the contents, by type; `NaN`: there is no such value. */
const contentBytes = (file: File, {type, count}: Shape): number => {
	switch (type) {
		case 0x0:
			return [0x0, 0x8, 0x9, 0xf].includes(count) ? 0 : Number.NaN;
		case 0x1:
			return count <= 4 ? 2 ** count : Number.NaN;
		case 0x2:
			return count === 2 || count === 3 ? 2 ** count : Number.NaN;
		case 0x3:
			return count === 3 ? 8 : Number.NaN;
		case 0x4:
		case 0x5:
			return count;
		case 0x6:
			return count * 2;
		case 0x8:
			return count + 1;
		case 0xa:
			return count * file.referenceSize;
		case 0xd:
			return count * 2 * file.referenceSize;
		default:
			return Number.NaN;
	}
};

const isText = (shape: Shape): boolean => shape.type === 0x5 || shape.type === 0x6;

/** The objects that an array or a dictionary holds; a dictionary's keys first, and they must be text. */
const references = (file: File, {type, start, count}: Shape): readonly number[] => {
	const length = type === 0xa ? count : type === 0xd ? count * 2 : 0;
	const objects = Array.from({length}, (_, index) => unsigned(file.bytes, start + index * file.referenceSize, file.referenceSize));
	const areKeysText = type !== 0xd || objects.slice(0, count).every(object => isText(shapeOf(file, object)));
	return areKeysText ? objects : refuse('missing-key');
};

/** Height and unfolded size of an object. Each is looked at once, however often it is named. */
const measure = (file: File, object: number, depth: number): {height: number; unfolded: number} => {
	const known = file.seen.get(object);
	if (known === 'open' || depth > maxDepth) {
		return refuse(known === 'open' ? 'reference-loop' : 'too-deep');
	}

	if (known) {
		return known;
	}

	file.seen.set(object, 'open');
	const shape = shapeOf(file, object);
	const size = contentBytes(file, shape);
	if (Number.isNaN(size) || shape.start + size > file.end) {
		return refuse('bad-value');
	}

	const result = {height: 0, unfolded: bytesPerValue + size};
	for (const inner of references(file, shape)) {
		const {height, unfolded} = measure(file, inner, depth + 1);
		result.height = Math.max(result.height, height + 1);
		result.unfolded += unfolded;
		if (result.height + depth > maxDepth || result.unfolded > maxUnfolded) {
			return refuse(result.unfolded > maxUnfolded ? 'too-big' : 'too-deep');
		}
	}

	file.seen.set(object, result);
	return result;
};

/**
Reads a binary property list (`bplist00`).

@source plutil(1); CFBinaryPList.c of Apple's CoreFoundation
*/
export const parseBinaryPropertyList = (bytes: Uint8Array): PlistResult =>
	attempt(() => {
		const {file, top} = openFile(bytes);
		measure(file, top, 0);
		return toPlistValue(parseBuffer<unknown>(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))[0]);
	});
