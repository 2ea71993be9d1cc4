import type {Block} from '../report/block.js';
import {displayWidth, fitText, wrap} from './cell.js';
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

/** Lays a report out in lines of at most `width` cells. */
export const reportLines = (blocks: readonly Block[], width: number): readonly Line[] => {
	const labelWidth = labelWidthOf(blocks, width);
	return blocks.flatMap(block => {
		switch (block.type) {
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
	});
};
