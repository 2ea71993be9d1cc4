import {describe, expect, test} from 'vitest';
import {selectTop} from '../../source/store/select.js';
import type {State} from '../../source/store/state.js';
import {explainedFixture} from '../support/process-fixture.js';
import {arrives, choose, lineOf, listOf, many, named, paneOf, play, selectedOf, stateWith, tableHeight} from './play.js';

describe('the selected process', () => {
	test('is the first one until another is chosen', () => {
		expect(selectedOf(stateWith(named('b', 'a')))).toBe('a');
		expect(selectedOf(stateWith([]))).toBeNull();
	});

	test('stays selected while the list stays at its top, until somebody moves', () => {
		const first = stateWith(named('m', 'n'));
		const later = play(
			first,
			arrives([...named('m', 'n'), ...named('a', 'b', 'c').map(process => ({...process, key: process.name as never}))], 2),
		);
		expect([selectedOf(later), selectTop(later), lineOf(later)]).toEqual(['m', 0, 3]);
		const many20 = play(choose(stateWith(many(20)), 'p15'), {type: 'move', by: 1});
		const grown = play(many20, arrives([...many(20), ...named('a').map(process => ({...process, key: 'a' as never}))], 2));
		expect([selectedOf(grown), lineOf(grown)]).toEqual(['p16', lineOf(many20)]);
	});

	test('is the first one when guesses are corrected, where nobody has chosen one', () => {
		const guessed = (state: State): State => ({...state, shown: state.shown && {...state.shown, isProvisional: true}});
		const whole = arrives([...named('m', 'n'), ...named('a').map(process => ({...process, key: 'a' as never}))], 2);
		const first = guessed(stateWith(named('m', 'n')));
		expect([selectedOf(play(first, whole)), lineOf(play(first, whole))]).toEqual(['a', 0]);
		expect(selectedOf(play(choose(first, 'n'), whole))).toBe('n');
	});

	test('stays selected, on its line of the screen, when the list is sorted anew', () => {
		const state = play(choose(stateWith(many(60)), 'p30'), {type: 'move', by: 3});
		const line = lineOf(state);
		expect(line).toBeGreaterThan(0);
		for (const column of ['pid', 'user', 'cpu', 'name'] as const) {
			const sorted = play(state, {type: 'sort', column}, {type: 'sort-invert'});
			expect([selectedOf(sorted), lineOf(sorted)]).toEqual(['p33', line]);
		}
	});

	test('stays selected, on its line of the screen, when figures change the order', () => {
		const processes = many(60);
		const state = play(stateWith(processes), {type: 'sort', column: 'cpu'});
		const chosen = play(choose(state, 'p20'), {type: 'move', by: 2});
		const line = lineOf(chosen);
		const shuffled = processes.map((process, index) => ({...process, cpuPercent: (index * 37) % 60}));
		const next = play(chosen, arrives(shuffled, 2));
		expect(listOf(next)).not.toEqual(listOf(chosen));
		expect([selectedOf(next), lineOf(next)]).toEqual([selectedOf(chosen), line]);
	});

	test('stands as near to its line as the ends of the list allow', () => {
		const state = play(choose(stateWith(many(30)), 'p15'), {type: 'move', by: -5});
		expect(lineOf(state)).toBe(4);
		const inverted = play(choose(state, 'p00'), {type: 'sort-invert'});
		expect([selectedOf(inverted), lineOf(inverted), selectTop(inverted)]).toEqual(['p00', tableHeight - 1, 20]);
	});

	test('stays selected when processes above and below it come and go', () => {
		const processes = many(20);
		const state = choose(stateWith(processes), 'p10');
		const next = play(state, arrives([...processes.slice(5, 15), ...named('a', 'z')], 2));
		expect([selectedOf(next), paneOf(next)]).toEqual(['p10', 'p10']);
	});

	test('that ended keeps its pane, and the row that took its place is selected', () => {
		const processes = named('a', 'b', 'c', 'd');
		const state = choose(stateWith(processes), 'b');
		const rest = processes.filter(({name}) => name !== 'b');
		const ended = play(state, arrives(rest, 2));
		expect([selectedOf(ended), paneOf(ended), ended.ended?.name]).toEqual(['c', 'b', 'b']);
		const later = play(ended, arrives(rest, 3), {type: 'resize', size: {columns: 60, rows: 30}}, {type: 'sort-invert'});
		expect([selectedOf(later), paneOf(later)]).toEqual(['c', 'b']);
		const moved = play(later, {type: 'move', by: 1});
		expect([selectedOf(moved), paneOf(moved), moved.ended]).toEqual(['a', 'a', null]);
	});

	test('that ended as the last row leaves the one before it selected', () => {
		const processes = named('a', 'b', 'c');
		const ended = play(choose(stateWith(processes), 'c'), arrives(processes.slice(0, 2), 2));
		expect([selectedOf(ended), paneOf(ended)]).toEqual(['b', 'c']);
	});

	test('that ended keeps its pane also when the row in its place ends', () => {
		const processes = named('a', 'b', 'c', 'd');
		const state = play(
			choose(stateWith(processes), 'b'),
			arrives(
				processes.filter(({name}) => name !== 'b'),
				2,
			),
		);
		const next = play(
			state,
			arrives(
				processes.filter(({name}) => name === 'a' || name === 'd'),
				3,
			),
		);
		expect([selectedOf(next), paneOf(next)]).toEqual(['d', 'b']);
	});

	test('that ended keeps how far its pane was scrolled', () => {
		const processes = named('a', 'b', 'c');
		const state = play(choose(stateWith(processes), 'b'), {type: 'pane-scroll', by: 5}, arrives(named('a'), 2));
		expect(state.paneScroll).toBe(5);
	});

	test('that ended leaves no scrolled pane to the one after it', () => {
		const state = play(choose(stateWith(named('a', 'b')), 'b'), {type: 'pane-scroll', by: 5}, arrives(named('a'), 2), {
			type: 'move',
			by: 1,
		});
		expect([paneOf(state), state.paneScroll]).toEqual(['a', 0]);
	});

	test('that ended leaves the next row selected, also when rows above it ended with it', () => {
		const processes = named('a', 'b', 'c', 'd', 'e', 'f');
		expect(selectedOf(play(choose(stateWith(processes), 'd'), arrives(processes.slice(4), 2)))).toBe('e');
	});

	test('that ended as the only row keeps its pane', () => {
		const processes = [...named('a'), explainedFixture({name: 'app', pid: 50, kind: 'app'})];
		const state = choose(play(stateWith(processes), {type: 'filter', filter: 'app'}), 'app');
		expect(paneOf(play(state, arrives(processes.slice(0, 1), 2)))).toBe('app');
	});

	test('is not the later process with the same pid', () => {
		const state = choose(stateWith([explainedFixture({name: 'sh', pid: 500, startedAt: 1000})]), 'sh');
		const next = play(state, arrives([explainedFixture({name: 'sh', pid: 500, startedAt: 2000, user: 'ann'})], 2));
		expect([next.ended?.startedAt, next.selected === state.selected]).toEqual([1000, false]);
	});

	test('stays the same process when it changes its name', () => {
		const state = choose(stateWith(named('a', 'sh', 'z')), 'sh');
		const next = play(state, arrives(named('a', 'sshd: ann', 'z'), 2));
		expect([selectedOf(next), next.ended]).toEqual(['sshd: ann', null]);
	});
});

describe('what hides the selected process', () => {
	const mixed = (names: string) =>
		[...names].map((letter, index) =>
			explainedFixture({name: `${String(index).padStart(2, '0')}${letter}`, pid: 10 + index, kind: letter === 'd' ? 'daemon' : 'app'}),
		);

	test.each([
		['aaada', '04a', 'daemon', '03d'],
		['daaaa', '04a', 'daemon', '00d'],
		['dd', '00d', 'daemon', '00d'],
		['dad', '01a', 'daemon', '02d'],
	] as const)('in %s, from %s, filtered by %s, selects the nearest row that is left: %s', (names, from, filter, expected) => {
		const state = play(choose(stateWith(mixed(names)), from), {type: 'filter', filter});
		expect([selectedOf(state), paneOf(state)]).toEqual([expected, expected]);
	});

	test.each([
		['daaadddd', '03a', 'daemon', '04d'],
		['ddddaaaaaad', '04a', 'daemon', '03d'],
	] as const)('in %s, from %s, filtered by %s, selects the row that stood nearest: %s', (names, from, filter, expected) => {
		expect(selectedOf(play(choose(stateWith(mixed(names)), from), {type: 'filter', filter}))).toBe(expected);
	});

	test('does not make it look ended', () => {
		const state = play(choose(stateWith(mixed('ada')), '00a'), {type: 'filter', filter: 'daemon'}, arrives(mixed('ada'), 2));
		expect([state.ended, paneOf(state)]).toEqual([null, '01d']);
	});

	test('selects nothing where nothing is left, and something again when there is', () => {
		const state = play(choose(stateWith(named('a', 'b')), 'b'), {type: 'filter', filter: 'app'});
		expect([selectedOf(state), paneOf(state), state.selected]).toEqual([null, null, null]);
		expect(selectedOf(play(state, {type: 'filter', filter: 'all'}))).toBe('a');
	});
});
