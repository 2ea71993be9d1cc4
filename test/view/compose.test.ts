import {describe, expect, test} from 'vitest';
import type {Line} from '../../source/paint/style.js';
import {createTheme} from '../../source/paint/theme.js';
import {textOf} from '../../source/text/text.js';
import {compose} from '../../source/view/compose.js';
import {firstReports} from '../../source/view/first-reports.js';
import {composeFrame} from '../../source/view/frame.js';
import {createPainter} from '../../source/view/painter.js';
import {machineSnapshot, storeAt} from './scene.js';

const parts = {
	reports: firstReports,
	overlayOf: () => null,
	withMenu: (_state: unknown, _text: unknown, body: readonly never[]) => body,
} as never;

describe('the frame of the first screen', () => {
	test.each([
		[120, 30],
		[80, 24],
		[200, 50],
		[60, 16],
		[10, 3],
	])('looks the same as the whole explorer draws it, in %i columns and %i rows', (columns, rows) => {
		const state = storeAt(columns, rows, machineSnapshot(), 'en').getState();
		const theme = createTheme('colours');
		const paint = (frame: ReturnType<typeof compose>): string => createPainter().paint(frame, theme);
		expect(paint(compose(state, textOf('en'), parts))).toBe(paint(composeFrame(state, textOf('en'))));
	});

	test('has as many lines as the terminal has rows, and rows that say the same are the same objects in the next frame', () => {
		const state = storeAt(160, 40, machineSnapshot(), 'en').getState();
		const first = compose(state, textOf('en'), parts);
		const again = compose({...state}, textOf('en'), parts);
		expect(first.lines).toHaveLength(40);
		const isRow = (each: Line): boolean => each.spans.some(({target}) => target?.type === 'row');
		const rows = first.lines.filter(isRow);
		expect(rows.length).toBeGreaterThan(3);
		expect(again.lines.filter(isRow).every((each, index) => each === rows[index])).toBe(true);
	});
});
