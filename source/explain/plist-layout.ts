import type {CodeLine} from '../model/config.js';
import type {LaunchdKeyId} from '../model/launchd-key.js';
import type {PlistValue} from '../model/property-list.js';
import type {PropertyList} from '../parse/plist.js';
import {codeLines} from '../parse/plist-code-lines.js';
import {findEntries, type PlistEntry} from '../parse/plist-entries.js';
import type {MarkedText, TextRange} from '../parse/plist-marks.js';
import {markOpenStep} from '../parse/plist-openstep-marks.js';
import {printPropertyList} from '../parse/plist-print.js';
import {markXml} from '../parse/plist-xml-marks.js';
import {printable} from '../parse/printable.js';
import {launchdKeyId} from './launchd-key-id.js';
import {secretRanges, secretRangesInComments, secretRangesOfBroken} from './plist-secrets.js';

type LaidOutKey = {path: readonly string[]; id: LaunchdKeyId | null; name: string | null; value: PlistValue; isReplaced: boolean};

/** Lines that belong together, and the key they are about. */
export type LaidOutPiece = {lines: readonly CodeLine[]; key: LaidOutKey | null};

type PlistLayout = {pieces: readonly LaidOutPiece[]; isCut: boolean};

const maxLines = 2000;
const maxCharacters = 2000;
/** A file with longer lines was written by a program: it is laid out anew. */
const maxReadable = 500;
/** A text without structure may be anything; no more of it is looked at. */
const maxBroken = 128 * 1024;

/** The first lines of a text. Its last line break begins no line of its own. */
const firstLines = (text: string): {text: string; isCut: boolean} => {
	let end = -1;
	for (let line = 0; line < maxLines; line++) {
		end = text.indexOf('\n', end + 1);
		if (end === -1) {
			return {text, isCut: false};
		}

		if (end === text.length - 1) {
			break;
		}
	}

	return {text: text.slice(0, end), isCut: end < text.length - 1};
};

const hasLongLine = (text: string): boolean => text.split('\n').some(line => line.length > maxReadable);

const mark = (text: string, isXml: boolean): MarkedText => (isXml ? markXml(text) : markOpenStep(text));

/** For each line the key it belongs to; `null` where two keys share a line. */
const ownersOf = (text: string, entries: readonly PlistEntry[]): readonly (PlistEntry | null)[] | null => {
	const breaks: number[] = [];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
		breaks.push(at);
	}

	const owners: (PlistEntry | null)[] = Array.from({length: breaks.length + 1}, () => null);
	let line = 0;
	for (const entry of entries) {
		const [start, end] = entry.range;
		// the keys stand in the order of the text
		while (line < breaks.length && (breaks[line] ?? 0) < start) {
			line++;
		}

		for (let next = line; next < owners.length && (next === line || (breaks[next - 1] ?? 0) < end - 1); next++) {
			if (owners[next] !== null) {
				return null;
			}

			owners[next] = entry;
		}
	}

	return owners;
};

/** Neighbouring lines of the same key become one piece. */
const toPieces = (lines: readonly CodeLine[], owners: readonly (PlistEntry | null)[]): readonly LaidOutPiece[] => {
	const pieces: {lines: CodeLine[]; key: LaidOutKey | null}[] = [];
	for (const [index, line] of lines.entries()) {
		const owner = owners[index] ?? null;
		if (index > 0 && owner === (owners[index - 1] ?? null)) {
			pieces.at(-1)?.lines.push(line);
		} else {
			const key = owner && {path: owner.path, ...launchdKeyId(owner.path), value: owner.value, isReplaced: owner.isReplaced};
			pieces.push({lines: [line], key});
		}
	}

	return pieces;
};

const inOrder = (ranges: readonly TextRange[]): readonly TextRange[] => [...ranges].sort((a, b) => a[0] - b[0]);

/** `null`: the text does not give each key lines of its own. */
const layOutText = (whole: string, isXml: boolean, value: PlistValue): PlistLayout | null => {
	const {text, isCut} = firstLines(whole);
	const marked = mark(text, isXml);
	const entries = findEntries(text, marked, isXml, value);
	const owners = entries && ownersOf(text, entries);
	if (!entries || !owners) {
		return null;
	}

	const secrets = entries.flatMap(entry => secretRanges(text, isXml, entry, launchdKeyId(entry.path).id));
	const all = inOrder([...secrets, ...secretRangesInComments(text, isXml, marked)]);
	return {pieces: toPieces(codeLines(text, marked.spans, all, maxCharacters), owners), isCut};
};

/** Lines that are not too long, and not too many of them. */
const cutLines = (lines: readonly string[]): readonly string[] => {
	const kept: string[] = [];
	let room = maxBroken;
	for (const line of lines) {
		kept.push(printable(line, maxCharacters));
		room -= kept.at(-1)?.length ?? 0;
		if (room < 0) {
			break;
		}
	}

	return kept;
};

/** A text that could not be read: its lines, with the colours as far as they can be told. */
const layOutBroken = (whole: string, isXml: boolean): PlistLayout => {
	const first = firstLines(whole);
	const lines = first.text.split('\n');
	const kept = cutLines(lines);
	const isCut = first.isCut || kept.length < lines.length;
	const text = kept.join('\n');
	const marked = mark(text, isXml);
	const secrets = inOrder([...secretRangesOfBroken(text, isXml, marked), ...secretRangesInComments(text, isXml, marked)]);
	return {pieces: [{lines: codeLines(text, marked.spans, secrets, maxCharacters + 1), key: null}], isCut};
};

/** The whole property list as lines, those of each key together. No lines where there is neither a text nor a value. */
export const layOutPropertyList = ({format, value, text, error}: PropertyList): PlistLayout => {
	const isXml = format !== 'openstep';
	if (error !== null) {
		return text === null ? {pieces: [], isCut: error === 'too-big'} : layOutBroken(text, isXml);
	}

	const asWritten = text === null || hasLongLine(firstLines(text).text) ? null : layOutText(text, isXml, value);
	if (asWritten) {
		return asWritten;
	}

	const printed = printPropertyList(value, maxLines);
	return layOutText(printed, true, value) ?? layOutBroken(printed, true);
};
