import {describe, expect, test} from 'vitest';
import {displayWidth, fitLine, justify, lineWidth, sliceLine} from '../../source/paint/cell.js';
import {type Line, line, plainText, type Span, span} from '../../source/paint/style.js';
import {charactersOf, texts, widths} from './texts.js';

/** Lines of three spans each, made of neighbouring texts. */
const lines: readonly Line[] = texts.map((text, index) =>
	line(span(text, 'strong'), span(texts[(index + 1) % texts.length] ?? '', 'dim'), span(texts[(index + 2) % texts.length] ?? '')),
);

const textOf = (spans: readonly Span[]): string => spans.map(({text}) => text).join('');
const widthOf = (spans: readonly Span[]): number => spans.reduce((sum, {text}) => sum + displayWidth(text), 0);

describe('a line that is fitted', () => {
	test.each<[string, Line, number, string]>([
		['shorter', line(span('ab'), span('cd')), 6, 'abcd  '],
		['as wide', line(span('ab'), span('cd')), 4, 'abcd'],
		['wider', line(span('ab'), span('cdef')), 4, 'abc…'],
		['wide in Hangul', line(span('데몬'), span('글')), 5, '데몬…'],
		['empty', line(), 3, '   '],
		['without room', line(span('ab')), 0, ''],
	])('and is %s has exactly the cells it is given', (_, given, width, text) => {
		expect(plainText(fitLine(given, width))).toBe(text);
	});

	test('is exactly as wide as asked for, whatever it holds', () => {
		expect(lines.flatMap(given => widths.filter(width => lineWidth(fitLine(given, width)) !== width))).toEqual([]);
	});

	test('keeps its styles and stays selected', () => {
		const fitted = fitLine({spans: [span('ab', 'strong'), span('cd', 'dim')], isSelected: true}, 5);
		expect(fitted).toEqual({spans: [span('ab', 'strong'), span('cd', 'dim'), span(' ')], isSelected: true});
	});

	test('has nothing but spaces behind what was cut', () => {
		expect(plainText(fitLine(line(span('한글한'), span('next')), 4))).toBe('한… ');
	});
});

describe('a part of a line', () => {
	test.each<[string, number, number, string]>([
		['abcdef', 1, 4, 'bcd'],
		['abcdef', 4, 20, 'ef'],
		['abcdef', 3, 3, ''],
		['abcdef', 10, 20, ''],
		['데몬글', 0, 4, '데몬'],
		['데몬글', 2, 6, '몬글'],
		// half a character is a space
		['데몬글', 1, 5, ' 몬 '],
		['데몬글', 1, 2, ' '],
		['a데b', 2, 4, ' b'],
		['e\u0301x', 0, 1, 'e\u0301'],
	])('of %j from %i to %i is %j', (text, from, to, part) => {
		expect(textOf(sliceLine(line(span(text)), from, to))).toBe(part);
		// and the same where the spans lie otherwise
		const spans = charactersOf(text).map(character => span(character));
		expect(textOf(sliceLine(line(...spans), from, to))).toBe(part);
	});

	test('has exactly its cells, so that two parts make the whole', () => {
		const wrong = lines.flatMap(given => {
			const whole = lineWidth(given);
			return widths.filter(
				at =>
					widthOf(sliceLine(given, 0, at)) !== Math.min(at, whole) ||
					widthOf(sliceLine(given, at, whole)) !== Math.max(0, whole - at) ||
					widthOf(sliceLine(given, at, at + 7)) !== Math.max(0, Math.min(7, whole - at)),
			);
		});
		expect(wrong).toEqual([]);
	});

	test('that is all of it is the same text', () => {
		expect(lines.filter(given => textOf(sliceLine(given, 0, lineWidth(given))) !== plainText(given))).toEqual([]);
	});

	test('keeps its styles, drops spans outside, and says what is selected', () => {
		const given: Line = {spans: [span('ab', 'strong'), span('cd', 'dim'), span('ef')], isSelected: true};
		expect(sliceLine(given, 1, 4)).toEqual([
			{text: 'b', style: 'strong', isSelected: true},
			{text: 'cd', style: 'dim', isSelected: true},
		]);
		expect(sliceLine({...given, isSelected: false}, 0, 1)).toEqual([span('a', 'strong')]);
	});

	test('holds no marks that stand outside of it', () => {
		expect(textOf(sliceLine(line(span('\u0301abc')), 2, 3))).toBe('c');
	});
});

describe('two groups at both ends of a line', () => {
	const left = [span('데몬', 'title')];
	const right = [span('q', 'key'), span(' quit')];

	test.each([
		[12, '데몬  q quit'],
		[11, '데몬 q quit'],
		// the right one gives way
		[10, '데몬      '],
		[4, '데몬'],
		[3, '데…'],
		[0, ''],
	])('in %i cells are %j', (width, text) => {
		expect(plainText(justify(left, right, width))).toBe(text);
	});

	test('have exactly the width they are given, whatever they hold', () => {
		const wrong = lines.flatMap(({spans}) =>
			widths.filter(width => lineWidth(justify(spans.slice(0, 1), spans.slice(1, 2), width)) !== width),
		);
		expect(wrong).toEqual([]);
	});
});
