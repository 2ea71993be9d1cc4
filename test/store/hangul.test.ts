import {describe, expect, test} from 'vitest';
import {findWord, rankIn} from '../../source/store/word-match.js';

describe('Hangul is found', () => {
	test.each([
		['데몬', 'ㄷㅁ', [0, 2]],
		['소켓', 'ㅅㅋ', [0, 2]],
		['로컬 네트워크에서 이름을 찾습니다', 'ㄴㅌㅇㅋ', [3, 7]],
		['백그라운드 앱', 'ㅂㄱ', [0, 2]],
		['값을 읽습니다', 'ㄱㅇ', [0, 2]],
		['한글서버.py', 'ㅎㄱㅅㅂ.py', [0, 7]],
		['한글서버.py', 'ㄱ서', [1, 3]],
		['데몬', '데모', [0, 2]],
		['데몬', '데', [0, 1]],
		['데몬', '데몬', [0, 2]],
		['각서', 'ㄱㅅ', [0, 2]],
		['각서', 'ㄳ', [0, 2]],
	] as const)('%s by %s', (text, word, range) => {
		expect(findWord(text, word)).toEqual(range);
	});

	test.each([
		['데몬', 'ㅁㄷ'],
		['데몬', '모'.repeat(2)],
		['데몬', '대'],
		// a syllable that is not the last one is meant as it is written
		['데몬스', '데모스'],
		['daemon', 'ㄷㅁ'],
		['에이전트', 'ㄷㅁ'],
	])('%s, but not by %s', (text, word) => {
		expect(findWord(text, word)).toBeNull();
	});

	test('whole before the beginning, the beginning before a word, a word before the middle', () => {
		expect([
			rankIn('데몬', 'ㄷㅁ')?.rank,
			rankIn('데몬입니다', 'ㄷㅁ')?.rank,
			rankIn('큰 데몬', 'ㄷㅁ')?.rank,
			rankIn('큰데몬', 'ㄷㅁ')?.rank,
		]).toEqual([0, 1, 2, 3]);
	});

	test('beside signs that mean something in a pattern', () => {
		expect(findWord('서버(개발)*.py', '(ㄱㅂ)*.')).toEqual([2, 8]);
		expect(findWord('가-나', 'ㄱ-ㄴ')).toEqual([0, 3]);
	});
});
