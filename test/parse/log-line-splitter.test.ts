import {describe, expect, test} from 'vitest';
import {createLineSplitter, newestLines} from '../../source/parse/log-line-splitter.js';
import {isLinear} from './linear-time.js';
import {createRandom} from './random.js';

const splitAll = (pieces: readonly string[], max = 100) => {
	const splitter = createLineSplitter(max);
	return [...pieces.flatMap(piece => splitter.push(piece)), ...splitter.end()];
};

const whole = (...lines: readonly string[]) => lines.map(line => ({line, isCut: false}));

describe('a text that comes in pieces', () => {
	test.each([
		[['one\ntwo\n'], whole('one', 'two')],
		[['on', 'e\nt', 'wo', '\n'], whole('one', 'two')],
		[['one\r\ntwo\r', '\n'], whole('one', 'two')],
		[['one\n\n', '\n', 'two'], whole('one', '', '', 'two')],
		[['', '', 'x'], whole('x')],
		[[], []],
		[['\n'], whole('')],
	])('%j is put together', (pieces, lines) => {
		expect(splitAll(pieces)).toEqual(lines);
	});

	test('wherever it is cut, the lines are the same', () => {
		const random = createRandom(7);
		const text = Array.from({length: 200}, (_, index) => `${index} ${'데x'.repeat(random(30))}`).join('\n');
		for (let round = 0; round < 50; round++) {
			const pieces: string[] = [];
			for (let at = 0; at < text.length; ) {
				const end = at + 1 + random(40);
				pieces.push(text.slice(at, end));
				at = end;
			}

			expect(splitAll(pieces, 1000).map(({line}) => line)).toEqual(text.split('\n'));
		}
	});

	test('of a line that is too long the beginning comes at once, and its rest never', () => {
		const splitter = createLineSplitter(5);
		expect(splitter.push('ok\n1234')).toEqual(whole('ok'));
		expect(splitter.push('567')).toEqual([{line: '12345', isCut: true}]);
		expect(splitter.push('89')).toEqual([]);
		expect(splitter.push('0\nnext\n')).toEqual(whole('next'));
		expect(splitAll(['1234567\nnext\n1234567'], 5)).toEqual([{line: '12345', isCut: true}, ...whole('next'), {line: '12345', isCut: true}]);
	});

	test('time grows with the length and no faster, in small pieces too', () => {
		expect(
			isLinear(
				length => () =>
					splitAll(
						Array.from({length}, () => 'x'),
						10_000_000,
					),
				20_000,
			),
		).toBe(true);
		expect(
			isLinear(
				length => () =>
					splitAll(
						Array.from({length}, () => '\n'),
						100,
					),
				20_000,
			),
		).toBe(true);
		expect(isLinear(length => () => splitAll([`${'x'.repeat(length)}\n`], 100), 20_000)).toBe(true);
	});
});

describe('the newest lines', () => {
	test.each([
		['', 3, []],
		['\n', 3, ['']],
		['a', 3, ['a']],
		['a\nb\nc\n', 2, ['b', 'c']],
		['a\nb\nc', 2, ['b', 'c']],
		['\na\n\nb', 9, ['', 'a', '', 'b']],
		['a\n\n', 9, ['a', '']],
		['a\nb', 0, []],
	])('of %j, %i of them', (text, count, lines) => {
		expect(newestLines(text, count)).toEqual(lines);
	});
});
