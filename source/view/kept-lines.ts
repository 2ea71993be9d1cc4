import type {Line, Span} from '../paint/style.js';

const isSameSpan = (a: Span, b: Span | undefined): boolean =>
	b !== undefined && a.text === b.text && a.style === b.style && a.isSelected === b.isSelected && a.target === b.target;

/** Targets are compared as objects: a line with a click in it may count as another one, which costs a little and no more. */
const isSameLine = (a: Line, b: Line): boolean =>
	a === b ||
	(a.isSelected === b.isSelected && a.spans.length === b.spans.length && a.spans.every((part, index) => isSameSpan(part, b.spans[index])));

/** Gives lines that are made anew with every frame back as the objects of the frame before, where they say the same. */
export const createLineKeeper = (): ((lines: readonly Line[]) => readonly Line[]) => {
	let kept: readonly Line[] = [];
	return lines => {
		kept = lines.map((line, index) => {
			const before = kept[index];
			return before && isSameLine(before, line) ? before : line;
		});
		return kept;
	};
};
