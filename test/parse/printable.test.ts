import {describe, expect, test} from 'vitest';
import {printable, printableOrNull} from '../../source/parse/printable.js';
import {isLinear} from './linear-time.js';

const characters = (from: number, to: number): string[] =>
	Array.from({length: to - from + 1}, (_, index) => String.fromCodePoint(from + index));

const everyCharacter = characters(0, 0x10ffff);

/** Those of them that reach the output as they are. */
const kept = (texts: readonly string[]): string[] =>
	texts.filter(text => printable(text) === text).map(text => text.codePointAt(0)?.toString(16) ?? '');

describe('printable', () => {
	test.each([
		['C0 controls', characters(0x00, 0x1f)],
		['DEL and C1 controls', characters(0x7f, 0x9f)],
		['line and paragraph separators', ['\u2028', '\u2029']],
		['bidirectional controls', ['\u061c', '\u200e', '\u200f', ...characters(0x202a, 0x202e), ...characters(0x2066, 0x2069)]],
		['zero width characters', ['\u00ad', '\u034f', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u180e']],
		['invisible operators', characters(0x2061, 0x206f)],
		['variation selectors', [...characters(0xfe00, 0xfe0f), ...characters(0xe0100, 0xe01ef), ...characters(0x180b, 0x180d)]],
		['tags', characters(0xe0000, 0xe007f)],
		['Hangul fillers', ['\u115f', '\u1160', '\u3164', '\uffa0']],
		['interlinear annotations', ['\ufff9', '\ufffa', '\ufffb']],
		['music format controls', characters(0x1d173, 0x1d17a)],
		['lone surrogates', Array.from({length: 0x800}, (_, index) => String.fromCharCode(0xd800 + index))],
	])('lets none of the %s through', (_, texts) => {
		expect(texts.length).toBeGreaterThan(0);
		expect(kept(texts)).toEqual([]);
		expect(texts.filter(text => !/^\\(?:[ntr]|x[0-9a-f]{2}|u[0-9a-f]{4}|u\{[0-9a-f]+\})$/.test(printable(text)))).toEqual([]);
	});

	test('lets no character through that Unicode calls a control, a separator of lines or a bidirectional control', () => {
		expect(kept(everyCharacter.filter(text => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Variation_Selector}]/u.test(text)))).toEqual([]);
	});

	test('lets no character through that Unicode calls ignorable', () => {
		expect(kept(everyCharacter.filter(text => /\p{Default_Ignorable_Code_Point}/u.test(text)))).toEqual([]);
	});

	test.each([
		['\u001b[31mred', '\\x1b[31mred'],
		['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
		['a\0b', 'a\\x00b'],
		['\u009b2J', '\\x9b2J'],
		['\u202egnp.exe', '\\u202egnp.exe'],
		['a\u200db', 'a\\u200db'],
		['\u{e0041}', '\\u{e0041}'],
		['\ud800', '\\ud800'],
		['x\udc00y', 'x\\udc00y'],
	])('shows %j as %j', (text, shown) => {
		expect(printable(text)).toBe(shown);
	});

	test.each([
		['composed Hangul', '데몬프로그램'],
		['decomposed Hangul', '데몬'.normalize('NFD')],
		['compatibility letters', 'ㅋㅋㅋ'],
		['Han', '守護進程'],
		['Kana', 'デーモン'],
		['emoji', '👍🏽🔥😀'],
		['flags', '🇰🇷'],
		['combining marks', 'e\u0301\u0323'],
		['Arabic and Hebrew letters', 'خدمة שירות'],
		['all of printable ASCII', characters(0x20, 0x7e).join('')],
		['a text that already holds escapes', '\\x1b \\u202e \\n'],
		['nothing', ''],
	])('leaves %s untouched', (_, text) => {
		expect(printable(text)).toBe(text);
	});

	test('gives the same text when it is applied to its own result', () => {
		const once = printable(everyCharacter.slice(0, 0x3000).join(''), Number.POSITIVE_INFINITY);
		expect(printable(once, Number.POSITIVE_INFINITY)).toBe(once);
	});

	test.each([
		['abcdef', 3, 'abc…'],
		['abc', 3, 'abc'],
		['데몬데몬', 2, '데몬…'],
		['a\u001bbcdef', 3, 'a\\x1bb…'],
		['', 0, ''],
	])('cuts %j to %i characters with an ellipsis', (text, limit, shown) => {
		expect(printable(text, limit)).toBe(shown);
	});

	test('keeps texts up to 8192 characters whole when no limit is given', () => {
		expect(printable('x'.repeat(8192))).toHaveLength(8192);
		expect(printable('x'.repeat(8193))).toBe(`${'x'.repeat(8192)}…`);
	});

	test('never halves a character where it cuts', () => {
		expect(printable('ab😀cd', 3)).toBe('ab…');
	});

	test.each([
		['plain text', 'x'],
		['controls', '\u001b'],
		['Hangul', '데'],
		['lone surrogates', '\ud800'],
	])('takes a time that grows with the length and no faster, for a megabyte of %s', (_, character) => {
		const work = (length: number) => {
			const text = character.repeat(length);
			return () => printable(text, Number.POSITIVE_INFINITY);
		};
		expect(isLinear(work, 100_000)).toBe(true);
	});
});

describe('printableOrNull', () => {
	test('cleans a text and leaves null alone', () => {
		expect([printableOrNull('a\u001b'), printableOrNull('abc', 1), printableOrNull(null)]).toEqual(['a\\x1b', 'a…', null]);
	});
});
