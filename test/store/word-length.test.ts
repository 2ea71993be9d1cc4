import {expect, test} from 'vitest';
import {findWord} from '../../source/store/word-match.js';

test.each([201, 20_000, 2_000_000])('a word of %i Korean letters is looked for as it stands', length => {
	const word = 'ㄷ'.repeat(length);
	expect(findWord(`x${word}`, word)).toEqual([1, length + 1]);
	expect(findWord('데'.repeat(300), word)).toBeNull();
});

test('a word of two hundred Korean letters still finds syllables by their first consonants', () => {
	expect(findWord(`x${'데'.repeat(200)}`, 'ㄷ'.repeat(200))).toEqual([1, 201]);
});
