import type {CodeRole} from '../model/config.js';
import {endBehind, type MarkedText, type Marking, paintTo, startMarking} from './plist-marks.js';

const leafRoles: Readonly<Record<string, CodeRole>> = {
	key: 'key',
	string: 'string',
	integer: 'number',
	real: 'number',
	date: 'string',
	data: 'string',
};

/** The element whose text is being read. */
type Leaf = {name: string; start: number; contentStart: number} | null;

const roleIn = (leaf: Leaf): CodeRole => (leaf === null ? 'plain' : (leafRoles[leaf.name] ?? 'plain'));

const markLeaf = (marking: Marking, leaf: NonNullable<Leaf>, contentEnd: number, end: number): void => {
	const kind = leaf.name === 'key' ? 'key' : 'scalar';
	marking.marks.push({kind, range: [leaf.start, end], content: [leaf.contentStart, contentEnd]});
};

const markContainer = (marking: Marking, kind: 'open' | 'close', start: number, end: number): void => {
	marking.marks.push({kind, range: [start, end], content: [start, end]});
};

/** Marks one tag and tells which leaf is open behind it. */
const readTag = (marking: Marking, found: RegExpExecArray, leaf: Leaf): Leaf => {
	const [tag, slash = '', name = '', , selfClosing = ''] = found;
	const start = found.index;
	const end = start + tag.length;
	const isSwitch = name === 'true' || name === 'false';
	paintTo(marking, end, isSwitch ? 'boolean' : 'punctuation');
	if (isSwitch && slash === '') {
		marking.marks.push({kind: 'scalar', range: [start, end], content: [end, end]});
	}

	if (name === 'dict' || name === 'array') {
		for (const kind of [slash === '' ? ('open' as const) : [], slash + selfClosing === '' ? [] : ('close' as const)].flat()) {
			markContainer(marking, kind, start, end);
		}
	}

	if (!(name in leafRoles)) {
		return null;
	}

	const opened = slash === '' ? {name, start, contentStart: end} : leaf?.name === name ? leaf : null;
	if (opened === null || slash + selfClosing === '') {
		return opened;
	}

	markLeaf(marking, opened, slash === '' ? end : start, end);
	return null;
};

const tagPattern = /<(\/?)([A-Za-z]{1,16})([^<>]{0,4096}?)(\/?)>/y;

const readMarkup = (marking: Marking, leaf: Leaf): Leaf => {
	const {text, position} = marking;
	if (text.startsWith('<!--', position)) {
		paintTo(marking, endBehind(marking, '-->', position + 4), 'comment');
	} else if (text.startsWith('<![CDATA[', position)) {
		const end = endBehind(marking, ']]>', position + 9);
		paintTo(marking, position + 9, 'punctuation');
		paintTo(marking, Math.max(end - 3, position + 9), roleIn(leaf));
		paintTo(marking, end, 'punctuation');
	} else if (text.startsWith('<?', position)) {
		paintTo(marking, endBehind(marking, '?>', position), 'punctuation');
	} else if (text.startsWith('<!DOCTYPE', position)) {
		paintTo(marking, endBehind(marking, '>', position), 'punctuation');
	} else {
		tagPattern.lastIndex = position;
		const found = tagPattern.exec(text);
		if (found !== null) {
			return readTag(marking, found, leaf);
		}

		paintTo(marking, position + 1, roleIn(leaf));
	}

	return leaf;
};

/** Marks the text of an XML property list, as far as it goes, whether or not it is right. */
export const markXml = (text: string): MarkedText => {
	const marking = startMarking(text);
	let leaf: Leaf = null;
	while (marking.position < text.length) {
		const next = text.indexOf('<', marking.position);
		paintTo(marking, next === -1 ? text.length : next, roleIn(leaf));
		leaf = next === -1 ? leaf : readMarkup(marking, leaf);
	}

	if (leaf !== null) {
		markLeaf(marking, leaf, text.length, text.length);
	}

	return marking;
};
