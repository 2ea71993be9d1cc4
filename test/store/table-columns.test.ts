import {describe, expect, test} from 'vitest';
import {tableColumns} from '../../source/columns.js';
import {menuItems} from '../../source/store/menu.js';
import {reduce} from '../../source/store/reduce.js';
import {initialState} from '../../source/store/store.js';
import {columnsOf} from '../../source/store/table-columns.js';

const size = {columns: 80, rows: 24};
const chosen = initialState(size, 'en', 2000, {columns: ['threads', 'name', 'cpu']});

describe('the columns of the table', () => {
	test('are the usual ones, or those that were chosen, the first of them staying longest', () => {
		expect(columnsOf(initialState(size, 'en', 2000))).toBe(tableColumns);
		expect(columnsOf(chosen).map(({id, priority}) => [id, priority])).toEqual([
			['threads', 3],
			['name', 2],
			['cpu', 1],
		]);
		expect(columnsOf(chosen)).toBe(columnsOf({columns: chosen.columns}));
	});

	test('are what the sort menu offers', () => {
		expect(menuItems(reduce(chosen, {type: 'menu', mode: 'sort'}))).toEqual([
			{type: 'sort', column: 'threads'},
			{type: 'sort', column: 'name'},
			{type: 'sort', column: 'cpu'},
		]);
	});

	test('are stepped through from their ends when another is sorted by', () => {
		expect(reduce(chosen, {type: 'sort-step', by: 1}).sort).toEqual({column: 'threads', isDescending: true});
		expect(reduce(chosen, {type: 'sort-step', by: -1}).sort.column).toBe('cpu');
	});
});
