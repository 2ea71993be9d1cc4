import {describe, expect, test} from 'vitest';
import {selectTop} from '../../source/store/select.js';
import {type Action, paneIds, type State} from '../../source/store/state.js';
import {initialState} from '../../source/store/store.js';
import {explainedFixture} from '../support/process-fixture.js';
import {choose, lineOf, listOf, many, named, play, selectedOf, size, stateWith, tableHeight} from './play.js';

describe('a move', () => {
	const list = stateWith(many(35));

	test.each<[string, string, Action, string]>([
		['down', 'p05', {type: 'move', by: 1}, 'p06'],
		['up', 'p05', {type: 'move', by: -1}, 'p04'],
		['up from the first', 'p00', {type: 'move', by: -1}, 'p00'],
		['down from the last', 'p34', {type: 'move', by: 1}, 'p34'],
		['far beyond the end', 'p05', {type: 'move', by: 1000}, 'p34'],
		['a page down', 'p05', {type: 'move-page', pages: 1}, 'p15'],
		['a page up', 'p15', {type: 'move-page', pages: -1}, 'p05'],
		['half a page down', 'p05', {type: 'move-page', pages: 0.5}, 'p10'],
		['a page beyond the end', 'p30', {type: 'move-page', pages: 1}, 'p34'],
		['a page before the beginning', 'p03', {type: 'move-page', pages: -1}, 'p00'],
		['to the first', 'p20', {type: 'move-to', place: 'first'}, 'p00'],
		['to the last', 'p20', {type: 'move-to', place: 'last'}, 'p34'],
	])('%s goes from %s', (_, from, action, to) => {
		expect(selectedOf(play(choose(list, from), action))).toBe(to);
	});

	test('of a page moves the screen, and the selected row keeps its line', () => {
		const start = play(choose(list, 'p10'), {type: 'move', by: 4});
		const moved = play(start, {type: 'move-page', pages: 1});
		expect([lineOf(moved), selectTop(moved)]).toEqual([lineOf(start), selectTop(start) + tableHeight]);
	});

	test('of one row moves the screen only at its edge', () => {
		let state = choose(list, 'p00');
		for (let row = 0; row < 34; row++) {
			expect([lineOf(state), selectTop(state)]).toEqual([Math.min(row, 9), Math.max(0, row - 9)]);
			state = play(state, {type: 'move', by: 1});
		}

		for (let row = 34; row >= 0; row--) {
			expect(selectTop(state)).toBe(Math.min(25, row));
			state = play(state, {type: 'move', by: -1});
		}
	});

	test('in an empty list does nothing', () => {
		const empty = stateWith([]);
		for (const action of [
			{type: 'move', by: 1},
			{type: 'move-page', pages: 1},
			{type: 'move-to', place: 'last'},
		] as const) {
			expect(selectedOf(play(empty, action))).toBeNull();
			expect(selectedOf(play(initialState(size, 'en', 1000), action))).toBeNull();
		}
	});

	test('on a screen too small for rows still moves', () => {
		expect(selectedOf(play(list, {type: 'resize', size: {columns: 5, rows: 2}}, {type: 'move-page', pages: 1}))).toBe('p01');
	});

	test('takes the pane back to its top and the message away', () => {
		const state = play(list, {type: 'pane-scroll', by: 9}, {type: 'refresh'});
		expect([state.paneScroll, state.message]).toEqual([9, {id: 'refreshed'}]);
		const moved = play(state, {type: 'move', by: 1});
		expect([moved.paneScroll, moved.message]).toEqual([0, null]);
	});
});

describe('the way to the parent', () => {
	const processes = [
		explainedFixture({name: 'init', pid: 1, ppid: 0, startedAt: 0}),
		explainedFixture({name: 'child', pid: 20, ppid: 1, startedAt: 5}),
		explainedFixture({name: 'older', pid: 21, ppid: 20, startedAt: 3}),
	];

	test.each([
		['child', 'init', null],
		['init', 'init', {id: 'noParent'}],
		// its parent's pid belongs to a later process
		['older', 'older', {id: 'noParent'}],
	])('leads from %s to %s', (from, to, message) => {
		const state = play(choose(stateWith(processes), from), {type: 'move-to', place: 'parent'});
		expect([selectedOf(state), state.message]).toEqual([to, message]);
	});

	test('ends where the parent is not listed, and where nothing is selected', () => {
		const kernel = explainedFixture({name: 'app', pid: 30, ppid: 1, kind: 'app'});
		const filtered = play(stateWith([...processes, kernel]), {type: 'filter', filter: 'app'}, {type: 'move-to', place: 'parent'});
		expect([selectedOf(filtered), filtered.message]).toEqual(['app', {id: 'noParent'}]);
		expect(play(stateWith([]), {type: 'move-to', place: 'parent'}).message).toEqual({id: 'noProcess'});
	});
});

describe('the pane', () => {
	test('goes round its tabs in both directions', () => {
		const state = stateWith(named('a'));
		const next = paneIds.map((_, index) => play(state, ...Array(index + 1).fill({type: 'pane-step', by: 1})).pane);
		expect(next).toEqual([...paneIds.slice(1), paneIds[0]]);
		expect(play(state, {type: 'pane-step', by: -1}).pane).toBe(paneIds.at(-1));
	});

	test('opens in full where there is no room beside the table', () => {
		const state = stateWith(named('a'));
		expect(play(state, {type: 'pane', pane: 'why'})).toMatchObject({pane: 'why', isPaneFull: true});
		expect(play(state, {type: 'resize', size: {columns: 100, rows: 40}}, {type: 'pane', pane: 'why'}).isPaneFull).toBe(false);
	});

	test('scrolls within its limits', () => {
		const state = play(stateWith(named('a')), {type: 'pane-scroll', by: 3, limit: 10});
		const scrolled = [-5, 4, 100].map(by => play(state, {type: 'pane-scroll', by, limit: 10}).paneScroll);
		expect([state.paneScroll, ...scrolled]).toEqual([3, 0, 7, 10]);
	});
});

describe('Esc', () => {
	test('closes one thing after the other, from the inside, and never leaves', () => {
		const state = play(
			stateWith(named('a', 'b')),
			{type: 'filter', filter: 'daemon'},
			{type: 'search-open'},
			{type: 'search-insert', text: 'a'},
			{type: 'search-keep'},
			{type: 'pane-open'},
			{type: 'menu', mode: 'help'},
		);
		const look = ({mode, isPaneFull, search, filter}: State) => [mode, isPaneFull, search.text, filter];
		const steps = [state];
		for (let step = 0; step < 6; step++) {
			steps.push(play(steps.at(-1) as State, {type: 'back'}));
		}

		expect(steps.map(look)).toEqual([
			['help', true, 'a', 'daemon'],
			['browse', true, 'a', 'daemon'],
			['browse', false, 'a', 'daemon'],
			['browse', false, '', 'daemon'],
			['browse', false, '', 'all'],
			['browse', false, '', 'all'],
			['browse', false, '', 'all'],
		]);
		expect(listOf(steps.at(-1) as State)).toEqual(['a', 'b']);
	});

	test('takes a message away', () => {
		expect(play(stateWith(named('a')), {type: 'refresh'}, {type: 'back'}).message).toBeNull();
	});
});
