import type {Block, Part} from '../report/block.js';
import {displayWidth, fitText, lineWidth, wrap, wrapHanging} from './cell.js';
import {emptyLine, type Line, line, type Span, span} from './style.js';

const maxLabelWidth = 16;

const labelWidthOf = (blocks: readonly Block[], width: number): number => {
	const widest = Math.max(0, ...blocks.map(block => (block.type === 'field' ? displayWidth(block.label) : 0)));
	return Math.min(widest + 2, maxLabelWidth, Math.floor(width / 3));
};

const fieldLines = (block: Block & {type: 'field'}, labelWidth: number, width: number): readonly Line[] =>
	wrap(block.text, width - labelWidth).map((part, index) =>
		line(span(`${fitText(index === 0 ? block.label : '', labelWidth - 1)} `, 'dim'), span(part, block.tone)),
	);

const itemLines = (block: Block & {type: 'item'}, width: number): readonly Line[] => {
	const indent = displayWidth(block.mark) + 1;
	const room = width - indent;
	const lines: Span[][] = wrap(block.text, room).map((part, index) => [
		index === 0 ? span(`${block.mark} `, block.markTone) : span(' '.repeat(indent)),
		span(part),
	]);
	if (block.note !== null) {
		const last = lines.at(-1);
		const used = displayWidth(last?.[1]?.text ?? '');
		if (last && used + 2 + displayWidth(block.note) <= room) {
			last.push(span(`  ${block.note}`, 'dim'));
		} else {
			lines.push(...wrap(block.note, room).map(part => [span(' '.repeat(indent)), span(part, 'dim')]));
		}
	}

	return lines.map(spans => line(...spans));
};

/** The stretches of one row, which stands in the whole text from `at` on. */
const rowSpans = (row: string, at: number, tones: readonly Part['tone'][]): readonly Span[] => {
	const spans: Span[] = [];
	for (let start = 0; start < row.length; ) {
		let end = start + 1;
		while (end < row.length && tones[at + end] === tones[at + start]) {
			end++;
		}

		spans.push(span(row.slice(start, end), tones[at + start]));
		start = end;
	}

	return spans;
};

/** A line of several tones, wrapped as one text; the blanks it begins with indent all of it. */
const partLines = (all: readonly Part[], width: number, indent: number): readonly (readonly Span[])[] => {
	const text = all.map(each => each.text).join('');
	const tones = all.flatMap(each => Array.from({length: each.text.length}, () => each.tone));
	const margin = Math.min(text.length - text.trimStart().length, Math.floor(width / 2));
	let at = margin;
	return wrapHanging(text.slice(margin), width - margin, indent).map((row, index) => {
		// what stands between two rows is the blank they were broken at
		at = Math.max(at, text.indexOf(row, at));
		const spans = [span(' '.repeat(margin + (index === 0 ? 0 : indent))), ...rowSpans(row, at, tones)];
		at += row.length;
		return spans;
	});
};

/** From this width on, what is said about a text stands beside it. */
const besideWidth = 90;

const besideLines = ({left, right}: Block & {type: 'beside'}, width: number): readonly Line[] => {
	// what has no note may have all the room
	const isWide = width >= besideWidth && right.length > 0;
	const leftWidth = isWide ? Math.floor(width * 0.5) : width;
	const said = (room: number): readonly Span[][] =>
		right.flatMap(({text, tone}) => wrap(text, room - 2).map((row, index) => [span(index === 0 ? '↳ ' : '  ', 'dim'), span(row, tone)]));
	const shown = left.flatMap(each => partLines(each, leftWidth - (isWide ? 1 : 0), 4));
	if (!isWide) {
		const margin = width < 24 ? 0 : 4;
		return [...shown.map(spans => line(...spans)), ...said(width - margin).map(spans => line(span(' '.repeat(margin)), ...spans))];
	}

	const notes = said(width - leftWidth);
	return Array.from({length: Math.max(shown.length, notes.length)}, (_, index) => {
		const spans = shown[index] ?? [];
		const used = lineWidth(line(...spans));
		const note = notes[index];
		return note ? line(...spans, span(' '.repeat(Math.max(0, leftWidth - used))), ...note) : line(...spans);
	});
};

const layOut = (block: Block, labelWidth: number, width: number): readonly Line[] => {
	switch (block.type) {
		case 'parts':
			return partLines(block.parts, width, block.indent).map(spans => line(...spans));
		case 'beside':
			return besideLines(block, width);
		case 'gap':
			return [emptyLine];
		case 'heading':
			return [line(span(block.text, 'title'), span(block.note === null ? '' : `  ${block.note}`, 'dim'))];
		case 'sentence':
			return wrap(block.text, width).map(part => line(span(part, block.tone)));
		case 'field':
			return fieldLines(block, labelWidth, width);
		default:
			return itemLines(block, width);
	}
};

/** Long reports, logs above all, consist of blocks that stay what they are from one frame to the next. */
const laidOut = new WeakMap<Block, {labelWidth: number; width: number; lines: readonly Line[]}>();

const linesOf = (block: Block, labelWidth: number, width: number): readonly Line[] => {
	const known = laidOut.get(block);
	if (known?.width === width && known.labelWidth === labelWidth) {
		return known.lines;
	}

	const lines = layOut(block, labelWidth, width);
	laidOut.set(block, {labelWidth, width, lines});
	return lines;
};

/** Lays a report out in lines of at most `width` cells. */
export const reportLines = (blocks: readonly Block[], width: number): readonly Line[] => {
	const labelWidth = labelWidthOf(blocks, width);
	return blocks.flatMap(block => linesOf(block, labelWidth, width));
};
