import {describe, expect, test} from 'vitest';
import {tableColumns} from '../../source/columns.js';
import {kinds} from '../../source/model/evidence.js';
import {menuItems} from '../../source/store/menu.js';
import {selectFacetCounts} from '../../source/store/select.js';
import {type Action, facetIds, maximumIntervalMs, minimumIntervalMs} from '../../source/store/state.js';
import {explainedFixture} from '../support/process-fixture.js';
import {choose, listOf, named, play, stateWith} from './play.js';

const figures = [
	explainedFixture({name: 'b', pid: 11, cpuPercent: 5}),
	explainedFixture({name: 'a', pid: 12, cpuPercent: null}),
	explainedFixture({name: 'd', pid: 13, cpuPercent: 50}),
	explainedFixture({name: 'C', pid: 14, cpuPercent: 5}),
];

describe('the order of the list', () => {
	test.each<[string, readonly Action[], readonly string[]]>([
		['by name', [], ['a', 'b', 'C', 'd']],
		['by name, inverted', [{type: 'sort-invert'}], ['d', 'C', 'b', 'a']],
		['by name again, which inverts it', [{type: 'sort', column: 'name'}], ['d', 'C', 'b', 'a']],
		['by CPU, the highest first, unknown last, equal ones by name', [{type: 'sort', column: 'cpu'}], ['d', 'b', 'C', 'a']],
		['by CPU, inverted, unknown still last', [{type: 'sort', column: 'cpu'}, {type: 'sort-invert'}], ['b', 'C', 'd', 'a']],
		['by pid', [{type: 'sort', column: 'pid'}], ['b', 'a', 'd', 'C']],
	])('is %s', (_, actions, expected) => {
		expect(listOf(play(stateWith(figures), ...actions))).toEqual(expected);
	});

	test('goes through all columns of the table and round', () => {
		let state = stateWith(figures);
		const seen: string[] = [];
		for (let step = 0; step < tableColumns.length; step++) {
			state = play(state, {type: 'sort-step', by: 1});
			seen.push(state.sort.column);
		}

		expect([...seen].sort()).toEqual(tableColumns.map(({id}) => id).sort());
		expect(state.sort.column).toBe('name');
		expect(play(state, {type: 'sort-step', by: 1}, {type: 'sort-step', by: -1}).sort.column).toBe('name');
	});

	test('is by how well a word fits, then by the column', () => {
		const processes = named('my-ssh', 'ssh', 'sshd', 'ssh-agent');
		const state = play(stateWith(processes), {type: 'search-insert', text: 'ssh'});
		expect(listOf(state)).toEqual(['ssh', 'ssh-agent', 'sshd', 'my-ssh']);
		expect(listOf(play(state, {type: 'sort-invert'}))).toEqual(['ssh', 'sshd', 'ssh-agent', 'my-ssh']);
	});

	test('is by the column alone where only fields are asked for', () => {
		const state = play(stateWith(figures), {type: 'sort', column: 'cpu'}, {type: 'search-insert', text: 'user:root'});
		expect(listOf(state)).toEqual(['d', 'b', 'C', 'a']);
	});
});

describe('the filter', () => {
	const processes = kinds.map((kind, index) => explainedFixture({name: kind, pid: 10 + index, kind}));
	const state = stateWith([...processes, explainedFixture({name: 'second', pid: 90, kind: 'daemon'})]);

	test('counts every process in its facet', () => {
		const {byFacet, byKind} = selectFacetCounts(state);
		expect(byFacet).toEqual({all: kinds.length + 1, daemon: 2, agent: 1, 'background-app': 1, app: 1, other: kinds.length - 4});
		expect(byKind).toMatchObject({daemon: 2, kernel: 1});
		expect(selectFacetCounts(stateWith([])).byFacet.all).toBe(0);
	});

	test.each(facetIds)('shows as many as the facet %s counts', filter => {
		const shown = play({...state, filter: filter === 'all' ? 'daemon' : 'all'}, {type: 'filter', filter});
		expect(listOf(shown)).toHaveLength(selectFacetCounts(state).byFacet[filter]);
	});

	test('limits to any single kind', () => {
		for (const kind of kinds) {
			expect(listOf(play(state, {type: 'filter', filter: kind}))).toContain(kind);
		}
	});

	test('is taken off by its own key', () => {
		const filtered = play(state, {type: 'filter', filter: 'app'});
		expect([filtered.filter, filtered.message]).toEqual(['app', {id: 'facet', filter: 'app'}]);
		const off = play(filtered, {type: 'filter', filter: 'app'});
		expect([off.filter, off.message]).toEqual(['all', {id: 'facetAll'}]);
	});
});

describe('a menu', () => {
	test('opens on what is set, and sets what is chosen', () => {
		const sorting = play(stateWith(figures), {type: 'menu', mode: 'sort'});
		expect(menuItems(sorting)[sorting.menuLine]).toEqual({type: 'sort', column: 'name'});
		const chosen = play(sorting, {type: 'menu-move', by: 1}, {type: 'menu-choose'});
		expect([chosen.sort.column, chosen.mode]).toEqual([tableColumns[tableColumns.findIndex(({id}) => id === 'name') + 1]?.id, 'browse']);
		const filtering = play({...chosen, filter: 'kernel'}, {type: 'menu', mode: 'facets'});
		expect(menuItems(filtering)[filtering.menuLine]).toEqual({type: 'filter', filter: 'kernel'});
		expect(play(filtering, {type: 'menu-choose'}).filter).toBe('kernel');
	});

	test('offers every facet and every kind once', () => {
		const filters = menuItems(play(stateWith(figures), {type: 'menu', mode: 'facets'})).map(item =>
			item.type === 'filter' ? item.filter : '',
		);
		expect([...filters].sort()).toEqual([...new Set([...facetIds, ...kinds])].sort());
	});

	test('keeps its line within what it offers', () => {
		const state = play(stateWith(figures), {type: 'menu', mode: 'sort'});
		expect(play(state, {type: 'menu-move', by: -100}).menuLine).toBe(0);
		expect(play(state, {type: 'menu-move', by: 100}).menuLine).toBe(tableColumns.length - 1);
		const help = play(state, {type: 'menu', mode: 'help'}, {type: 'menu-move', by: 100, limit: 12});
		expect([help.menuLine, play(help, {type: 'menu-move', by: -100, limit: 12}).menuLine]).toEqual([12, 0]);
	});
});

describe('the interval', () => {
	const times = (factor: number, count: number): readonly Action[] => Array(count).fill({type: 'interval', factor});

	test('is halved and doubled', () => {
		const state = stateWith(figures);
		expect([play(state, ...times(0.5, 1)).intervalMs, play(state, ...times(2, 2)).intervalMs]).toEqual([1000, 8000]);
		expect(play(state, ...times(2, 1)).message).toEqual({id: 'interval', milliseconds: 4000});
	});

	test.each([
		[0.5, minimumIntervalMs],
		[2, maximumIntervalMs],
	])('ends, times %f, at %i and says so', (factor, limit) => {
		const state = play(stateWith(figures), ...times(factor, 20));
		expect([state.intervalMs, state.message]).toEqual([limit, {id: 'intervalLimit', milliseconds: limit}]);
	});
});

describe('what is carried out elsewhere', () => {
	test.each(['redraw', 'suspend', 'quit'] as const)('%s leaves the state as it is', type => {
		const state = choose(stateWith(figures), 'b');
		expect(play(state, {type})).toBe(state);
	});
});
