import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../source/paint/cell.js';
import {reportLines} from '../../source/paint/report-lines.js';
import {plainText} from '../../source/paint/style.js';
import {type Block, beside, part, parts} from '../../source/report/block.js';
import {texts} from './texts.js';

const shown = (blocks: readonly Block[], width: number): readonly string[] =>
	reportLines(blocks, width).map(line => plainText(line).trimEnd());

describe('a line of several tones', () => {
	test('is wrapped as one text, and what wraps is indented', () => {
		const block = parts([part('12:00 ', 'dim'), part('error ', 'bad'), part('the disk is full and nothing can be written')], 6);
		expect(shown([block], 24)).toEqual(['12:00 error the disk is', '      full and nothing', '      can be written']);
	});

	test('keeps the tone of every character', () => {
		const block = parts([part('aaa bbb', 'bad'), part(' ccc ddd', 'good')], 2);
		const tones = reportLines([block], 9).map(({spans}) =>
			spans.filter(({text}) => text.trim() !== '').map(({text, style}) => [text, style]),
		);
		expect(tones).toEqual([[['aaa bbb', 'bad']], [['ccc ddd', 'good']]]);
	});

	test('keeps the blanks that it begins with, on all its lines', () => {
		expect(shown([parts([part('    <string>one two three</string>')], 2)], 22)).toEqual(['    <string>one two', '      three</string>']);
	});
});

describe('a text with a note', () => {
	const block = beside([[part('Restart=', 'accent'), part('always')]], [{text: 'Started again whenever it ends.', tone: 'plain'}]);

	test('stands beside it on a wide screen', () => {
		expect(shown([block], 100)).toEqual([`${'Restart=always'.padEnd(50)}↳ Started again whenever it ends.`]);
	});

	test('stands above it on a narrow one', () => {
		expect(shown([block], 40)).toEqual(['Restart=always', '    ↳ Started again whenever it ends.']);
	});

	test('leaves no hole where the note is longer than the text', () => {
		const long = beside([[part('a')]], [{text: 'word '.repeat(30).trim(), tone: 'plain'}]);
		const lines = shown([long, beside([[part('b')]], [])], 100);
		expect(lines[0]).toMatch(/^a {49}↳ word/);
		expect(lines.at(-1)).toBe('b');
		expect(lines.slice(1, -1).every(line => line.startsWith(' '.repeat(52)))).toBe(true);
	});
});

test.each([8, 12, 23, 40, 80, 90, 133])('no line of whatever text is wider than %i cells', width => {
	const blocks = texts.flatMap((text): readonly Block[] => [
		parts([part(text, 'bad'), part(text, 'good')], 3),
		beside([[part(text, 'accent')], [part(`        ${text}`)]], [{text, tone: 'plain'}]),
	]);
	expect(
		reportLines(blocks, width)
			.filter(line => lineWidth(line) > width)
			.map(plainText),
	).toEqual([]);
});
