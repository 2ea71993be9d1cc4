import {describe, expect, test} from 'vitest';
import {randomOf, shuffled} from '../../source/learn/quiz-random.js';

const draw = (seed: string, count: number): readonly number[] => {
	const random = randomOf(seed);
	return Array.from({length: count}, random);
};

describe('numbers from a seed', () => {
	test('are the same for the same seed, on every machine', () => {
		expect(draw('daemon', 3)).toEqual(draw('daemon', 3));
		expect(draw('daemon', 3).map(number => number.toFixed(6))).toMatchInlineSnapshot(`
			[
			  "0.388820",
			  "0.626478",
			  "0.904906",
			]
		`);
	});

	test('differ from seed to seed, the empty one and those in Korean too', () => {
		const firsts = ['', 'a', 'b', '데몬', '대몬', 'a '].map(seed => draw(seed, 1)[0]);
		expect(new Set(firsts).size).toBe(firsts.length);
	});

	test('lie between 0 and 1 and are spread evenly', () => {
		const numbers = draw('spread', 10_000);
		expect(numbers.every(number => number >= 0 && number < 1)).toBe(true);
		const tenths = Array.from({length: 10}, (_, tenth) => numbers.filter(number => Math.floor(number * 10) === tenth).length);
		expect(tenths.every(count => count > 850 && count < 1150)).toBe(true);
	});
});

describe('shuffling', () => {
	test('keeps every item, and leaves the list that it was given', () => {
		const items = [1, 2, 3, 4, 5];
		const after = shuffled(items, randomOf('x'));
		expect([...after].sort()).toEqual(items);
		expect(items).toEqual([1, 2, 3, 4, 5]);
	});

	test('puts every item at every place about as often', () => {
		const random = randomOf('fair');
		const firsts = Array.from({length: 3000}, () => shuffled(['a', 'b', 'c'], random)[0]);
		for (const item of ['a', 'b', 'c']) {
			const count = firsts.filter(first => first === item).length;
			expect(count).toBeGreaterThan(900);
			expect(count).toBeLessThan(1100);
		}
	});

	test('takes nothing and one item as they are', () => {
		expect(shuffled([], randomOf('x'))).toEqual([]);
		expect(shuffled(['a'], randomOf('x'))).toEqual(['a']);
	});
});
