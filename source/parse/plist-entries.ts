import {isDictionary, type PlistValue} from '../model/property-list.js';
import {readContent} from './plist-content.js';
import type {Mark, MarkedText, TextRange} from './plist-marks.js';
import {printable} from './printable.js';

/** A key of a property list, and where it stands in the text. */
export type PlistEntry = {
	/** The keys that lead to it; items of arrays do not count. */
	path: readonly string[];
	value: PlistValue;
	/** From the key to the end of its value, or to what opens it where keys of their own stand inside. */
	range: TextRange;
	/** The values inside, other than containers, if no keys stand there: between their tags or quotes. */
	contents: readonly TextRange[];
	/** The same key comes again, and that one counts. */
	isReplaced: boolean;
};

type Draft = {
	path: readonly string[];
	value: PlistValue;
	start: number;
	openEnd: number;
	end: number;
	hasKeys: boolean;
	contents: TextRange[];
	isReplaced: boolean;
};

type Frame = {
	value: PlistValue | undefined;
	/** The key whose value this is, or is part of. */
	owner: Draft | null;
	isOwn: boolean;
	/** How many items of an array were met. */
	items: number;
	seen: Map<string, Draft>;
};

type Walk = {
	readonly text: string;
	readonly isXml: boolean;
	readonly whole: PlistValue;
	readonly frames: Frame[];
	readonly drafts: Draft[];
	/** A key that waits for its value. */
	pending: Draft | null;
};

const findKey = (walk: Walk, value: PlistValue | undefined, content: TextRange): string | null => {
	const {text} = readContent(walk.text, content, walk.isXml);
	const names = [text, text.trim()].map(name => printable(name, 1024));
	return isDictionary(value) ? (names.find(name => Object.hasOwn(value, name)) ?? null) : null;
};

const addKey = (walk: Walk, mark: Mark): boolean => {
	const frame = walk.frames.at(-1);
	const key = findKey(walk, frame?.value, mark.content);
	if (frame === undefined || key === null || !isDictionary(frame.value)) {
		return false;
	}

	const [start, end] = mark.range;
	const value = frame.value[key] ?? null;
	const path = [...(frame.owner?.path ?? []), key];
	const draft: Draft = {path, value, start, openEnd: end, end: walk.text.length, hasKeys: false, contents: [], isReplaced: false};
	const earlier = frame.seen.get(key);
	if (earlier) {
		earlier.isReplaced = true;
	}

	if (frame.owner) {
		frame.owner.hasKeys = true;
	}

	frame.seen.set(key, draft);
	walk.drafts.push(draft);
	walk.pending = draft;
	return true;
};

/** The value that begins here: of the key before it, the next item, or the whole. */
const valueHere = (walk: Walk, frame: Frame | undefined): PlistValue | undefined => {
	if (walk.pending !== null) {
		return walk.pending.value;
	}

	if (frame === undefined) {
		return walk.whole;
	}

	const index = frame.items++;
	return Array.isArray(frame.value) ? (frame.value as readonly PlistValue[])[index] : undefined;
};

const open = (walk: Walk, mark: Mark): void => {
	const frame = walk.frames.at(-1);
	const value = valueHere(walk, frame);
	if (walk.pending !== null) {
		walk.pending.openEnd = mark.range[1];
	}

	walk.frames.push({value, owner: walk.pending ?? frame?.owner ?? null, isOwn: walk.pending !== null, items: 0, seen: new Map()});
	walk.pending = null;
};

const close = (walk: Walk, mark: Mark): void => {
	const frame = walk.frames.pop();
	if (frame?.owner && frame.isOwn) {
		frame.owner.end = mark.range[1];
	}
};

const addScalar = (walk: Walk, mark: Mark): void => {
	const frame = walk.frames.at(-1);
	valueHere(walk, frame);
	const owner = walk.pending ?? frame?.owner;
	owner?.contents.push(mark.content);
	if (walk.pending !== null) {
		walk.pending.end = mark.range[1];
		walk.pending = null;
	}
};

/**
The keys of a property list in the order of its text, which may be cut, with their values out of `value`. `null`: the text
is not that of the value.
*/
export const findEntries = (text: string, {marks}: MarkedText, isXml: boolean, value: PlistValue): readonly PlistEntry[] | null => {
	const walk: Walk = {text, isXml, whole: value, frames: [], drafts: [], pending: null};
	for (const mark of marks) {
		if (mark.kind === 'key') {
			if (!addKey(walk, mark)) {
				return null;
			}
		} else {
			({open, close, scalar: addScalar})[mark.kind](walk, mark);
		}
	}

	return walk.drafts.map(({path, value, start, openEnd, end, hasKeys, contents, isReplaced}) => ({
		path,
		value,
		range: [start, hasKeys ? openEnd : end],
		contents: hasKeys ? [] : contents,
		isReplaced,
	}));
};
