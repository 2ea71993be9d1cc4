import {describe, expect, test} from 'vitest';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {selectRows} from '../../source/store/select.js';
import type {State} from '../../source/store/state.js';
import {explainedFixture} from '../support/process-fixture.js';
import {arrives, choose, listOf, play, selectedOf, stateWith} from './play.js';

/** A process by its name, pid, parent and start. */
const born = (name: string, pid: number, ppid: number, startedAt: number | null = pid, parts: Partial<ExplainedProcess> = {}) =>
	explainedFixture({name, pid, ppid, startedAt, ...parts});

const family = [
	born('init', 1, 0),
	born('late', 30, 1, 300),
	born('early', 40, 1, 200),
	born('grandchild', 50, 40, 500),
	born('leaf', 60, 50, 600),
	born('kthreadd', 2, 0),
];

const treeOf = (processes: readonly ExplainedProcess[], ...actions: Parameters<typeof play>[1][]): State =>
	play(stateWith(processes), {type: 'tree'}, ...actions);

const drawn = (state: State): readonly string[] =>
	selectRows(state).map(({branch, process, isContext}) => `${branch}${process.name}${isContext ? ' *' : ''}`);

describe('the tree', () => {
	test('puts children below their parents, the oldest first', () => {
		expect(drawn(treeOf(family))).toEqual(['init', '├ early', '│ └ grandchild', '│   └ leaf', '└ late', 'kthreadd']);
	});

	test('has the same order whatever the list is sorted by and in whatever order it came', () => {
		const orders = [family, [...family].reverse(), [...family.slice(3), ...family.slice(0, 3)]];
		for (const processes of orders) {
			for (const column of ['name', 'cpu', 'pid'] as const) {
				expect(drawn(play(stateWith(processes), {type: 'sort', column}, {type: 'tree'}))).toEqual(drawn(treeOf(family)));
			}
		}
	});

	test('does not move when figures change or younger processes come', () => {
		const state = choose(treeOf(family), 'leaf');
		const busy = family.map((process, index) => ({...process, cpuPercent: index * 7}));
		const next = play(state, arrives([...busy, born('new', 70, 40, 700)], 2));
		expect(drawn(next)).toEqual(['init', '├ early', '│ ├ grandchild', '│ │ └ leaf', '│ └ new', '└ late', 'kthreadd']);
		expect(selectedOf(next)).toBe('leaf');
	});

	test('orders siblings of the same age by their pid', () => {
		expect(listOf(treeOf([born('init', 1, 0), born('b', 12, 1, 5), born('a', 11, 1, 5), born('c', 13, 1, null)]))).toEqual([
			'init',
			'c',
			'a',
			'b',
		]);
	});

	test.each<[string, Parameters<typeof play>[1], readonly string[]]>([
		['a search', {type: 'search-insert', text: 'leaf'}, ['init *', '└ early *', '  └ grandchild *', '    └ leaf']],
		['a search that finds a parent and a child', {type: 'search-insert', text: 'grandchild'}, ['init *', '└ early *', '  └ grandchild']],
		['a search that finds nothing', {type: 'search-insert', text: 'kind:app'}, []],
		['a pid', {type: 'search-insert', text: 'pid:30'}, ['init *', '└ late']],
	])('shows the ancestors of what %s finds, as context', (_, action, rows) => {
		expect(drawn(treeOf(family, action))).toEqual(rows);
	});

	test('shows the ancestors of what a filter leaves', () => {
		const processes = family.map(process =>
			process.name === 'leaf' ? born('leaf', 60, 50, 600, {verdict: {...process.verdict, kind: 'app'}}) : process,
		);
		expect(drawn(treeOf(processes, {type: 'filter', filter: 'app'}))).toEqual(['init *', '└ early *', '  └ grandchild *', '    └ leaf']);
	});

	test('shows every process once, also where parents make a loop', () => {
		const loop = [born('init', 1, 0), born('a', 10, 11, 5), born('b', 11, 10, 5), born('self', 12, 12), born('orphan', 13, 999)];
		expect([...listOf(treeOf(loop))].sort()).toEqual(['a', 'b', 'init', 'orphan', 'self']);
	});

	test('shows every process of a long chain', () => {
		const chain = Array.from({length: 250}, (_, index) => born(`p${index}`, index + 1, index));
		expect(new Set(listOf(treeOf(chain))).size).toBe(250);
	});

	test('does not put a process below a younger one that has the pid of its parent', () => {
		expect(drawn(treeOf([born('old', 10, 20, 5), born('young', 20, 0, 9)]))).toEqual(['old', 'young']);
	});

	test('does not put a process below a younger one that has the pid of its parent, also within a family', () => {
		const rows = drawn(treeOf([born('init', 1, 0, 0), born('young', 20, 1, 90), born('old', 10, 20, 50)]));
		expect(rows).toEqual(['init', '└ young', 'old']);
	});

	test('ends when the list is sorted', () => {
		const state = play(treeOf(family), {type: 'sort', column: 'pid'});
		expect([state.isTree, drawn(state)]).toEqual([false, ['init', 'kthreadd', 'late', 'early', 'grandchild', 'leaf']]);
		expect(play(treeOf(family), {type: 'tree'}).isTree).toBe(false);
	});

	test('keeps the selected process selected when it is opened and closed', () => {
		const state = choose(stateWith(family), 'leaf');
		expect([selectedOf(play(state, {type: 'tree'})), selectedOf(play(state, {type: 'tree'}, {type: 'tree'}))]).toEqual(['leaf', 'leaf']);
	});
});
