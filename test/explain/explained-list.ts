import {Buffer} from 'node:buffer';
import {type ExplainedPropertyList, explainPropertyList} from '../../source/explain/property-list.js';
import type {ConfigPiece, KeyNote} from '../../source/model/config.js';

/** Sunday, noon. */
export const now = Date.UTC(2026, 10, 22, 12);

export const explainBytes = (bytes: Uint8Array): ExplainedPropertyList =>
	explainPropertyList('/Library/LaunchDaemons/a.plist', bytes, {now, timeZone: null});

export const explainText = (text: string): ExplainedPropertyList => explainBytes(Buffer.from(text));

/** The members of a job, in XML, below the line `<dict>`. */
export const jobText = (body: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n${body}\n</dict>\n</plist>\n`;

export const explainJob = (body: string): ExplainedPropertyList => explainText(jobText(body));

export const linesOf = ({file}: ExplainedPropertyList): readonly string[] =>
	file.pieces.flatMap(({lines}) => lines.map(line => line.map(part => part.text).join('')));

export const notesOf = ({file}: ExplainedPropertyList): readonly KeyNote[] => file.pieces.flatMap(({note}) => note ?? []);

export const noteOf = (explained: ExplainedPropertyList, key: string): KeyNote => {
	const note = notesOf(explained).find(found => found.key === key);
	if (!note) {
		throw new Error(`no note for ${key}`);
	}

	return note;
};

/** A piece as its key and its lines. */
export const outline = ({file}: ExplainedPropertyList): readonly (readonly [key: string | null, ...lines: readonly string[]])[] =>
	file.pieces.map(({note, lines}: ConfigPiece) => [note?.key ?? null, ...lines.map(line => line.map(part => part.text).join(''))] as const);

/** The texts that are covered. */
export const secretsOf = ({file}: ExplainedPropertyList): readonly string[] =>
	file.pieces.flatMap(({lines}) => lines.flatMap(line => line.filter(part => part.isSecret).map(part => part.text)));
