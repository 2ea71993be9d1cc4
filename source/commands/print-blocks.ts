import {reportLines} from '../paint/report-lines.js';
import {line, span} from '../paint/style.js';
import {createTheme} from '../paint/theme.js';
import type {Block} from '../report/block.js';
import {chooseColor, themeLevel} from './arguments.js';
import type {Context} from './context.js';

const plainColumns = 100;

/** Prints a report as text: as wide as the terminal up to `mostColumns`, coloured where the terminal is. */
export const printBlocks = (
	blocks: readonly Block[],
	{arguments: {values}, stdout, environment}: Pick<Context, 'arguments' | 'stdout' | 'environment'>,
	mostColumns = plainColumns,
): void => {
	const theme = createTheme(themeLevel(chooseColor(values) ?? 'auto', stdout.isTTY === true, environment));
	const width = stdout.isTTY ? Math.min(stdout.columns, mostColumns) : plainColumns;
	const lines = reportLines(blocks, width).map(each => theme.paint(line(...each.spans.map(part => span(part.text, part.style)))).trimEnd());
	stdout.write(`${lines.join('\n')}\n`);
};
