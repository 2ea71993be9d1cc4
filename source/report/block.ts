/** What a piece of text means, for the theme to colour. */
export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'bad' | 'warn' | 'accent' | 'string' | 'number';

/** A stretch of one line. */
export type Part = {text: string; tone: Tone};

/**
A report is a list of blocks that a pane wraps to its width and `why` prints as text. Everything in it is safe to show.

`mark` stands before the text and keeps its column when the text wraps. `parts` is one line of several tones; what wraps
is indented by `indent`. `beside` has a text and what is said about it: side by side where there is room, else below.
*/
export type Block =
	| {type: 'heading'; text: string; note: string | null}
	| {type: 'sentence'; text: string; tone: Tone}
	| {type: 'field'; label: string; text: string; tone: Tone}
	| {type: 'item'; mark: string; markTone: Tone; text: string; note: string | null}
	| {type: 'parts'; parts: readonly Part[]; indent: number}
	| {type: 'beside'; left: readonly (readonly Part[])[]; right: readonly {text: string; tone: Tone}[]}
	| {type: 'gap'};

export const heading = (text: string, note: string | null = null): Block => ({type: 'heading', text, note});
export const sentence = (text: string, tone: Tone = 'plain'): Block => ({type: 'sentence', text, tone});
export const field = (label: string, text: string, tone: Tone = 'plain'): Block => ({type: 'field', label, text, tone});
export const item = (mark: string, markTone: Tone, text: string, note: string | null = null): Block => ({
	type: 'item',
	mark,
	markTone,
	text,
	note,
});
export const part = (text: string, tone: Tone = 'plain'): Part => ({text, tone});
export const parts = (all: readonly Part[], indent = 0): Block => ({type: 'parts', parts: all, indent});
export const beside = (left: readonly (readonly Part[])[], right: readonly {text: string; tone: Tone}[]): Block => ({
	type: 'beside',
	left,
	right,
});
export const gap: Block = {type: 'gap'};
