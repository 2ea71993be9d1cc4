import type {CodeRole} from '../model/config.js';

/** A stretch of a text, from its start to before its end. */
export type TextRange = readonly [start: number, end: number];

export type Span = {start: number; end: number; role: CodeRole};

/**
What the text of a property list is made of, in its order: keys, what opens and closes a dictionary or an array, and all
other values. `content`: what stands between the tags or the quotes.
*/
export type Mark = {kind: 'key' | 'open' | 'close' | 'scalar'; range: TextRange; content: TextRange};

/** The spans cover the whole text, in order. */
export type MarkedText = {spans: readonly Span[]; marks: readonly Mark[]};

export type Marking = {readonly text: string; readonly spans: Span[]; readonly marks: Mark[]; position: number};

export const startMarking = (text: string): Marking => ({text, spans: [], marks: [], position: 0});

/** Gives everything up to `end` a role; spans of the same role grow together. */
export const paintTo = (marking: Marking, end: number, role: CodeRole): void => {
	const last = marking.spans.at(-1);
	if (last?.role === role) {
		last.end = end;
	} else if (end > marking.position) {
		marking.spans.push({start: marking.position, end, role});
	}

	marking.position = end;
};

/** Where `sign` ends, or the text, which may be cut in the middle of anything. */
export const endBehind = ({text}: Marking, sign: string, from: number): number => {
	const found = text.indexOf(sign, from);
	return found === -1 ? text.length : found + sign.length;
};
