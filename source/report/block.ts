/** What a piece of text means, for the theme to colour. */
export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'bad' | 'warn' | 'accent';

/**
A report is a list of blocks that a pane wraps to its width and `why` prints as text. Everything in it is safe to show.

`mark` stands before the text and keeps its column when the text wraps.
*/
export type Block =
	| {type: 'heading'; text: string; note: string | null}
	| {type: 'sentence'; text: string; tone: Tone}
	| {type: 'field'; label: string; text: string; tone: Tone}
	| {type: 'item'; mark: string; markTone: Tone; text: string; note: string | null}
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
export const gap: Block = {type: 'gap'};
