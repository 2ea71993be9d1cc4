import {describe, expect, test} from 'vitest';
import {hangulKey} from '../../source/keymap.js';
import {latinKeys} from '../../source/view/key-name.js';

describe('with the Hangul layout on', () => {
	test.each([
		['ㅓ', ['j']],
		['ㅏ', ['k']],
		['ㅂ', ['q']],
		['ㅃ', ['Q']],
		['ㅈ', ['w']],
		['ㅁ', ['a']],
		['버', ['q', 'j']],
		['값', ['r', 'k', 'q', 't']],
		['ㅘ', ['h', 'k']],
	])('%s is the keys %s', (typed, keys) => {
		expect(latinKeys(typed)).toEqual(keys);
	});

	test.each(['j', '?', '/', '7', 'é', '日'])('%s is itself', typed => {
		expect(latinKeys(typed)).toBeNull();
	});

	test('a letter that does nothing stands for its capital, which this layout cannot type', () => {
		expect([hangulKey('browse', 'l'), hangulKey('help', 'l'), hangulKey('browse', 'q'), hangulKey('browse', 'd')]).toEqual([
			'L',
			'l',
			'q',
			'D',
		]);
	});
});
