import {describe, expect, test} from 'vitest';
import {computeLayout, minimumSize} from '../../source/store/layout.js';

const sizes = [1, 5, 6, 7, 10, 19, 20, 21, 24, 30, 50, 100].flatMap(rows =>
	[1, 23, 24, 25, 59, 60, 80, 139, 140, 141, 200, 300].map(columns => ({columns, rows})),
);

const usable = sizes.filter(size => size.columns >= minimumSize.columns && size.rows >= minimumSize.rows);

describe('the layout', () => {
	test.each([
		[80, 24, 'below'],
		[60, 20, 'below'],
		[59, 40, 'none'],
		[80, 19, 'none'],
		[140, 20, 'right'],
		[139, 60, 'below'],
		[24, 6, 'none'],
		[23, 40, 'none'],
		[80, 5, 'none'],
	])('of %i columns and %i rows has its pane %s', (columns, rows, pane) => {
		expect(computeLayout({columns, rows}, false).pane).toBe(pane);
	});

	test('says when the screen is too small for anything', () => {
		expect(sizes.filter(size => computeLayout(size, false).isTooSmall === usable.includes(size))).toEqual([]);
	});

	test('gives the pane the whole body when it is opened in full', () => {
		for (const {columns, rows} of usable) {
			expect(computeLayout({columns, rows}, true)).toMatchObject({
				pane: 'full',
				paneBox: {top: 2, left: 0, height: rows - 3, width: columns},
			});
		}
	});

	test.each([true, false])('stays within the screen at every size, with a full pane: %s', isPaneFull => {
		for (const size of usable) {
			const {table, paneBox, pane} = computeLayout(size, isPaneFull);
			// two lines above; below, the footer; the table's head is a line of its own
			expect(table.height).toBeGreaterThan(0);
			expect(table.top + 1 + table.height).toBeLessThanOrEqual(size.rows - 1);
			expect(paneBox === null).toBe(pane === 'none');
			if (paneBox) {
				expect(paneBox.top + paneBox.height).toBeLessThanOrEqual(size.rows - 1);
				expect(paneBox.left + paneBox.width).toBeLessThanOrEqual(size.columns);
				expect(Math.min(paneBox.height, paneBox.width)).toBeGreaterThan(0);
			}
		}
	});

	test('never lets table and pane overlap', () => {
		for (const size of usable) {
			const {table, paneBox, pane} = computeLayout(size, false);
			// a line of its own stands between them
			expect(pane !== 'below' || table.top + 1 + table.height < (paneBox?.top ?? 0)).toBe(true);
			expect(pane !== 'right' || table.width + 1 <= (paneBox?.left ?? 0)).toBe(true);
		}
	});
});
