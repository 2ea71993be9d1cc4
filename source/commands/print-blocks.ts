import {reportLines} from '../paint/report-lines.js';
import {line, span} from '../paint/style.js';
import type {Block} from '../report/block.js';
import {themeFor} from './choose-theme.js';
import type {Context} from './context.js';

const plainColumns = 100;

/** Prints a report as text: as wide as the terminal up to `mostColumns`, coloured where the terminal is. */
export const printBlocks = (
	blocks: readonly Block[],
	context: Pick<Context, 'arguments' | 'stdout' | 'environment' | 'settings'>,
	mostColumns = plainColumns,
): void => {
	const {stdout} = context;
	const theme = themeFor(context, stdout.isTTY === true);
	const width = stdout.isTTY ? Math.min(stdout.columns, mostColumns) : plainColumns;
	const lines = reportLines(blocks, width).map(each => theme.paint(line(...each.spans.map(part => span(part.text, part.style)))).trimEnd());
	stdout.write(`${lines.join('\n')}\n`);
};
