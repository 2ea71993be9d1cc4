import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {displayWidth, fitText, takeWidth, truncate, wrap} from '../../source/paint/cell.js';
import {isLinear} from '../parse/linear-time.js';
import {charactersOf, isWholeBeginning, texts, widths} from './texts.js';

/** What breaks a law, for each text and width. */
const breaches = (holds: (text: string, width: number) => boolean, from = 0): readonly unknown[] =>
	texts.flatMap(text => widths.filter(width => width >= from && !holds(text, width)).map(width => ({text, width})));

describe('the width of a text', () => {
	test.each([
		['', 0],
		['abc', 3],
		['한글', 4],
		['한글'.normalize('NFD'), 4],
		['漢字', 4],
		['デーモン', 8],
		['ㅋㅋ', 4],
		['e\u0301', 1],
		['o\u0302\u0323', 1],
		['\u0301', 0],
		['😀', 2],
		['👍🏽', 2],
		['🇰🇷', 2],
		['…', 1],
		['●◐◇◆◦▪▸○›∙■▫', 12],
		['─│├└▁█', 6],
		['é', 1],
	])('of %j is %i', (text, width) => {
		expect(displayWidth(text)).toBe(width);
	});

	test('is the same however it is measured, for every character', () => {
		const differing: string[] = [];
		for (let code = 0x20; code < 0x10000; code++) {
			const character = String.fromCharCode(code);
			// controls and lone surrogates never get this far
			if (!/[\p{Cc}\p{Cs}]/u.test(character) && displayWidth(character) !== stringWidth(character)) {
				differing.push(code.toString(16));
			}
		}

		expect(differing).toEqual([]);
	});
});

describe('what is taken from the beginning of a text', () => {
	test('fits, ends between two characters, and is the most that fits', () => {
		const holds = (text: string, width: number): boolean => {
			const taken = takeWidth(text, width);
			const next = charactersOf(text.slice(taken.length))[0];
			return displayWidth(taken) <= width && isWholeBeginning(taken, text) && (next === undefined || displayWidth(taken + next) > width);
		};
		expect(breaches(holds)).toEqual([]);
	});
});

describe('a text that is cut', () => {
	test.each([
		['daemon', 6, 'daemon'],
		['daemon', 5, 'daem…'],
		['daemon', 1, '…'],
		['daemon', 0, ''],
		['daemon', -3, ''],
		['데몬', 4, '데몬'],
		['데몬', 3, '데…'],
		['데몬', 2, '…'],
		['데몬', 1, '…'],
		['a데', 2, 'a…'],
		['x'.repeat(100_000), 3, 'xx…'],
	])('%j in %i cells is %j', (text, width, cut) => {
		expect(truncate(text, width)).toBe(cut);
	});

	test('is at most as wide as asked for, holds whole characters, and is left alone where it fits', () => {
		const holds = (text: string, width: number): boolean => {
			const cut = truncate(text, width);
			return (
				displayWidth(cut) <= width &&
				(width > 0 && displayWidth(text) <= width
					? cut === text
					: cut === ''
						? width === 0 || text === ''
						: isWholeBeginning(cut.slice(0, -1), text))
			);
		};
		expect(breaches(holds)).toEqual([]);
	});

	test('is left alone where it fits, however many marks its characters carry', () => {
		expect(truncate('e\u0301\u0302\u0303\u0304', 1)).toBe('e\u0301\u0302\u0303\u0304');
	});

	test('takes no longer the longer it is', () => {
		expect(isLinear(length => () => truncate('데'.repeat(length), 40), 10_000)).toBe(true);
	});
});

describe('a text that is fitted', () => {
	test.each([
		['ab', 4, 'left', 'ab  '],
		['ab', 4, 'right', '  ab'],
		['데몬', 5, 'left', '데몬 '],
		['데몬', 5, 'right', ' 데몬'],
		['데몬', 3, 'left', '데…'],
		['데몬', 2, 'left', '… '],
		['데몬', 2, 'right', ' …'],
		['', 3, 'left', '   '],
		['abc', 0, 'left', ''],
	] as const)('%j in %i cells on the %s is %j', (text, width, align, fitted) => {
		expect(fitText(text, width, align)).toBe(fitted);
	});

	test('is exactly as wide as asked for', () => {
		expect(breaches((text, width) => displayWidth(fitText(text, width)) === width)).toEqual([]);
		expect(breaches((text, width) => displayWidth(fitText(text, width, 'right')) === width)).toEqual([]);
	});
});

describe('a text that is wrapped', () => {
	test.each<[string, number, readonly string[]]>([
		['one two three', 8, ['one two', 'three']],
		['one two three', 13, ['one two three']],
		['one two three', 3, ['one', 'two', 'thr', 'ee']],
		['', 5, ['']],
		['abc', 0, []],
		['데몬 프로그램', 6, ['데몬', '프로그', '램']],
		['데몬', 3, ['데', '몬']],
		['a데', 2, ['a', '데']],
		['데', 1, ['', '']],
		['a  b', 3, ['a ', 'b']],
	])('%j in %i cells is %j', (text, width, lines) => {
		expect(wrap(text, width)).toEqual(lines);
	});

	test('has no line wider than asked for', () => {
		expect(breaches((text, width) => wrap(text, width).every(line => displayWidth(line) <= width))).toEqual([]);
	});

	test('holds all of its characters, each of them whole, as soon as two cells are there', () => {
		const visible = (parts: readonly string[]): string =>
			parts
				.flatMap(charactersOf)
				.filter(character => character !== ' ')
				.join('\n');
		const holds = (text: string, width: number): boolean => visible(wrap(text, width)) === visible([text]);
		expect(breaches(holds, 2)).toEqual([]);
	});

	test('holds no halves of characters that are wider than the line', () => {
		const text = '한글'.normalize('NFD');
		expect(wrap(text, 1).join('')).toBe('');
	});

	test('that is empty still is one line', () => {
		expect(widths.slice(1).filter(width => wrap('', width).length !== 1)).toEqual([]);
	});

	test('takes a time that grows with its length and no faster', () => {
		const textsOf: readonly ((length: number) => string)[] = [
			length => 'x'.repeat(length),
			length => 'x '.repeat(length / 2),
			length => '데 '.repeat(length / 2),
			length => '데'.repeat(length),
		];
		expect(textsOf.map(textOf => isLinear(length => () => wrap(textOf(length), 40), 1000))).toEqual([true, true, true, true]);
	});
});
