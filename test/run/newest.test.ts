import {describe, expect, test} from 'vitest';
import {localRunner} from '../../source/run/local.js';
import {createNewest} from '../../source/run/newest.js';

const keep = (limit: number, ...pieces: readonly string[]) => {
	const newest = createNewest(limit);
	for (const piece of pieces) {
		newest.add(piece);
	}

	return newest;
};

describe('the newest part of a text', () => {
	test('is all of it where there is room', () => {
		expect(keep(100, 'one\n', 'two\n').text()).toBe('one\ntwo\n');
		expect(keep(100, 'one\n').isCut()).toBe(false);
	});

	test('begins with a whole line where something was dropped', () => {
		const newest = keep(10, ...Array.from({length: 100}, (_, index) => `${index}\n`));
		expect(newest.text()).toBe('97\n98\n99\n');
		expect(newest.isCut()).toBe(true);
	});
});

test('a command of which the end is wanted gives the end, however much it prints', async () => {
	const answer = await localRunner.run({file: 'seq', args: ['1', '2000000'], maxBytes: 4096, keep: 'end', timeoutMs: 20_000});
	expect(answer.failure).toBeNull();
	expect(answer.stdout.length).toBeLessThanOrEqual(4096);
	expect(answer.stdout.trimEnd().split('\n').at(-1)).toBe('2000000');
	expect(answer.stdout).toMatch(/^19\d{5}\n/);
});
