import {describe, expect, test} from 'vitest';
import {figuresOf} from '../../source/store/history.js';
import type {Action, State} from '../../source/store/state.js';
import {explainedFixture} from '../support/process-fixture.js';
import {arrives, choose, listOf, named, namesOf, play, selectedOf, stateWith} from './play.js';

const [first, later] = [named('a', 'b'), named('a', 'b', 'c')];

describe('a snapshot', () => {
	test('is shown at once', () => {
		const state = play(stateWith(first), arrives(later, 2));
		expect(listOf(state)).toEqual(['a', 'b', 'c']);
		expect(state.shown).toBe(state.latest);
	});

	test.each([1, 0])('that comes late, with the number %i after the number 1, changes nothing', sequence => {
		const state = stateWith(first);
		expect(play(state, arrives(later, sequence))).toBe(state);
	});

	test('ends the time in which there was none', () => {
		const problem = {source: '/proc', failure: 'missing', detail: null} as const;
		const stale = play(stateWith(first), {type: 'stale', since: 5, problem});
		expect([stale.stale, listOf(stale)]).toEqual([{since: 5, problem}, ['a', 'b']]);
		expect(play(stale, arrives(later, 2)).stale).toBeNull();
	});
});

const pause: Action = {type: 'pause'};

describe.each<[string, Action, Action]>([
	['a paused list', pause, pause],
	['the list behind the sort menu', {type: 'menu', mode: 'sort'}, {type: 'back'}],
	['the list behind the facet menu', {type: 'menu', mode: 'facets'}, {type: 'back'}],
	['the list behind the help', {type: 'menu', mode: 'help'}, {type: 'back'}],
	['the list behind a menu in which something is chosen', {type: 'menu', mode: 'sort'}, {type: 'menu-choose'}],
])('%s', (_, freeze, thaw) => {
	test('does not move while what is known goes on', () => {
		const state = play(choose(stateWith(first), 'b'), freeze, arrives(later, 2), arrives(named('c', 'd'), 3));
		expect([listOf(state), selectedOf(state), namesOf(state.latest)]).toEqual([['a', 'b'], 'b', ['c', 'd']]);
		expect(state.latest?.sequence).toBe(3);
	});

	test('shows what is known when it moves again', () => {
		const state = play(choose(stateWith(first), 'b'), freeze, arrives(later, 2), thaw);
		expect([[...listOf(state)].sort(), selectedOf(state), state.mode]).toEqual([['a', 'b', 'c'], 'b', 'browse']);
		expect(state.shown).toBe(state.latest);
	});

	test('notices then that the selected process has ended', () => {
		const state = play(choose(stateWith(first), 'b'), freeze, arrives(named('a'), 2), thaw);
		expect([state.ended?.name, selectedOf(state)]).toEqual(['b', 'a']);
	});

	test('still takes a first snapshot', () => {
		const empty: State = {...stateWith(first), shown: null, latest: null, selected: null};
		expect(listOf(play(empty, freeze, arrives(later, 2)))).toHaveLength(3);
	});
});

describe('a paused list', () => {
	test('stays paused behind a menu that opens and closes', () => {
		const state = play(stateWith(first), pause, {type: 'menu', mode: 'help'}, arrives(later, 2), {type: 'back'});
		expect([listOf(state), state.isPaused]).toEqual([['a', 'b'], true]);
	});

	test('can be sorted, filtered and moved in', () => {
		const processes = [...named('a', 'b'), explainedFixture({name: 'c', pid: 50, kind: 'app'})];
		const state = play(stateWith(processes), pause, arrives([], 2), {type: 'sort-invert'}, {type: 'move-to', place: 'last'});
		expect([listOf(state), selectedOf(state)]).toEqual([['c', 'b', 'a'], 'a']);
		expect(listOf(play(state, {type: 'filter', filter: 'app'}))).toEqual(['c']);
	});

	test('keeps recording the figures', () => {
		const state = play(stateWith(first), pause, arrives(first, 2), arrives(first, 3));
		expect(figuresOf(state.history, first[0]?.key as never)?.cpu).toHaveLength(3);
	});

	test('says that it is paused, and that it goes on', () => {
		const paused = play(stateWith(first), pause);
		expect([paused.message, play(paused, pause).message]).toEqual([{id: 'paused'}, {id: 'resumed'}]);
	});
});
