import type {Block} from '../../source/report/block.js';

/** A block on one line: `#` before a heading, `|` before a note. */
export const lineText = (block: Block): string => {
	switch (block.type) {
		case 'heading':
			return `# ${block.text}${block.note === null ? '' : ` ${block.note}`}`;
		case 'item':
			return `${block.mark} ${block.text}${block.note === null ? '' : ` | ${block.note}`}`;
		case 'field':
			return `${block.label}: ${block.text}`;
		case 'sentence':
			return block.text;
		case 'parts':
			return block.parts.map(part => part.text).join('');
		case 'beside':
			return [...block.left.map(parts => parts.map(part => part.text).join('')), ...block.right.map(part => part.text)].join(' | ');
		default:
			return '';
	}
};
