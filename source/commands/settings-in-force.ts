import {type ColumnId, columnById} from '../columns.js';
import {parseDelay} from './arguments.js';
import {type Context, settingsOf} from './context.js';

type Asked = Pick<Context, 'arguments' | 'settings'>;

/** How long to wait between samples: what `--delay` says, else the file. `null`: what was written is no interval. */
export const intervalInForce = ({arguments: {values}, settings}: Asked): number | null =>
	typeof values.delay === 'string' ? parseDelay(values.delay) : settingsOf({settings}).intervalMs;

/** The order that the file asks for, in the direction that is usual for its column, or in the other. */
export const firstSort = (asked: Pick<Asked, 'settings'>): {column: ColumnId; isDescending: boolean} => {
	const {column, isReversed} = settingsOf(asked).sort;
	return {column, isDescending: columnById(column).descending !== isReversed};
};

/** What the screen may do: the options, else the file. */
export const screenChoices = ({arguments: {values}, settings}: Asked): {canCopy: boolean; hasMouse: boolean} => {
	const {canCopy, hasMouse} = settingsOf({settings});
	return {
		canCopy: values['no-copy'] !== true && (values.copy === true || canCopy),
		hasMouse: values['no-mouse'] !== true && (values.mouse === true || hasMouse),
	};
};
