import type {PlistDictionary, PlistValue} from '../model/property-list.js';
import {printable} from './printable.js';

/** How deep a property list may go. Those of Apple's jobs in macOS 10.14 reach 6. */
export const maxDepth = 64;
export const maxValues = 100_000;

/** A value, or a code for why there is none, in text followed by `:` and the line. */
export type PlistResult = {value: PlistValue; error: null} | {value: null; error: string};

/** Ends a reading; `attempt` makes a result of it. The line is that of `position`. */
export const refuse: (code: string, text?: string, position?: number) => never = (code, text = '', position = 0) => {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) {
		line++;
	}

	throw new SyntaxError(text === '' ? code : `${code}:${line}`);
};

/** Runs a reader to its end, or to the first thing that it or a library under it refuses. */
export const attempt = (read: () => PlistValue): PlistResult => {
	try {
		return {value: read(), error: null};
	} catch (error) {
		return {value: null, error: error instanceof SyntaxError ? printable(error.message, 200) : 'malformed'};
	}
};

/** A dictionary from its entries; of two equal keys the last one counts. */
export const toDictionary = (entries: Iterable<readonly [string, PlistValue]>): PlistDictionary => {
	const dictionary: Record<string, PlistValue> = Object.create(null);
	for (const [key, value] of entries) {
		dictionary[printable(key, 1024)] = value;
	}

	return dictionary;
};

/** A copy of what a library read, of our own types and with every string safe to show. Its depth is known to be small. */
export const toPlistValue = (value: unknown): PlistValue => {
	if (typeof value === 'string') {
		return printable(value);
	}

	if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
		return value;
	}

	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? null : new Date(value);
	}

	if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
		return Uint8Array.from(value instanceof ArrayBuffer ? new Uint8Array(value) : value);
	}

	if (Array.isArray(value)) {
		return value.map(toPlistValue);
	}

	if (typeof value === 'object' && value !== null) {
		return toDictionary(Object.entries(value).map(([key, inner]) => [key, toPlistValue(inner)]));
	}

	return null;
};
