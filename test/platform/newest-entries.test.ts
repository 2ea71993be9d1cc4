import {describe, expect, test} from 'vitest';
import type {LogEntry} from '../../source/model/log.js';
import {newestEntries} from '../../source/platform/newest-entries.js';

const source = (name: string, ...times: readonly (number | null)[]): readonly LogEntry[] =>
	times.map(at => ({at, level: null, pid: null, sender: null, lines: [`${name}${at ?? '-'}`], note: null}));

describe('entries of several sources', () => {
	test.each([
		['stand by their time', [source('a', 1, 4), source('b', 2, 3)], 9, 'a1 b2 b3 a4'],
		['of the same time stand as they were told', [source('a', 1, 1), source('b', 1)], 9, 'a1 a1 b1'],
		['without a time stand behind the one before', [source('a', 1, null, 4), source('b', 2)], 9, 'a1 a- b2 a4'],
		['without a time at the beginning stand before the first', [source('a', null, 3), source('b', 2, 4)], 9, 'b2 a- a3 b4'],
		['of a clock that went back keep their order', [source('a', 5, 2, 6), source('b', 3)], 9, 'b3 a5 a2 a6'],
		['are the newest', [source('a', 1, 4), source('b', 2, 3)], 2, 'b3 a4'],
		['of which one has no times leave room for each other', [source('a', 1, 2, 3), source('b', null, null, null)], 4, 'a2 a3 b- b-'],
		['without any time stand as they are', [source('b', null, null, null)], 2, 'b- b-'],
		['without a time beside an empty one stand as they are', [source('b', null, null), []], 2, 'b- b-'],
		['of nothing are none', [[], []], 5, ''],
	])('%s', (_, sources, count, expected) => {
		expect(
			newestEntries(sources, count)
				.map(({lines}) => lines[0])
				.join(' '),
		).toBe(expected);
	});

	test('are two hundred unless more are wanted', () => {
		expect(newestEntries([source('a', ...Array.from({length: 500}, (_, at) => at))])).toHaveLength(200);
	});
});
