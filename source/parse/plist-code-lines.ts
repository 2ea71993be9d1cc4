import type {CodeLine, CodePart, CodeRole} from '../model/config.js';

type Stretch = {start: number; end: number; role: CodeRole};

/** Never between the halves of a character. */
const endOfWhole = (text: string, end: number): number => (/[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end);

/** A line of at most so many characters, with an ellipsis where there was more. */
const cutLine = (line: CodeLine, maxCharacters: number): CodeLine => {
	const kept: CodePart[] = [];
	let room = maxCharacters;
	for (const part of line) {
		if (part.text.length > room) {
			return [...kept, {...part, text: part.text.slice(0, endOfWhole(part.text, room))}, {text: '…', role: 'plain'}];
		}

		kept.push(part);
		room -= part.text.length;
	}

	return kept;
};

/**
A text as lines of coloured parts. The stretches cover it, in order; the secret ranges are in order and do not overlap.
A line of more than `maxCharacters` is cut.
*/
export const codeLines = (
	text: string,
	stretches: readonly Stretch[],
	secrets: readonly (readonly [start: number, end: number])[],
	maxCharacters: number,
): readonly CodeLine[] => {
	const lines: CodePart[][] = [[]];
	let secret = 0;
	const add = (part: string, role: CodeRole, isSecret: boolean): void => {
		for (const [index, piece] of part.split('\n').entries()) {
			if (index > 0) {
				lines.push([]);
			}

			if (piece !== '') {
				lines.at(-1)?.push(isSecret ? {text: piece, role, isSecret} : {text: piece, role});
			}
		}
	};

	for (const {start, end, role} of stretches) {
		let position = start;
		while (position < end) {
			while ((secrets[secret]?.[1] ?? Number.POSITIVE_INFINITY) <= position) {
				secret++;
			}

			const [from, to] = secrets[secret] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
			const isSecret = from <= position;
			const next = Math.min(end, isSecret ? to : from);
			add(text.slice(position, next), role, isSecret);
			position = next;
		}
	}

	return lines.map(line => cutLine(line, maxCharacters));
};
