import {describe, expect, test} from 'vitest';
import {kinds} from '../../source/model/evidence.js';
import {type Line, plainText, type Style, span} from '../../source/paint/style.js';
import {createTheme} from '../../source/paint/theme.js';

const names: readonly Style[] = [
	...(['plain', 'strong', 'dim', 'good', 'bad', 'warn', 'accent', 'title', 'head', 'head-sorted', 'match', 'separator', 'key'] as const),
	...(['tab', 'tab-active', 'message', 'caret'] as const),
	...kinds.map((kind): Style => `kind-${kind}`),
];

const lineOf = (isSelected: boolean, ...styles: readonly Style[]): Line => ({
	spans: styles.map(style => span(`<${style}>`, style)),
	isSelected,
});

const esc = '\u001b';

/** The codes of every sequence, in their order. */
const codesOf = (painted: string): readonly number[] =>
	[...painted.matchAll(/\u001b\[([\d;]*)m/g)].flatMap(([, codes = '']) => codes.split(';').map(Number));

const isColour = (code: number): boolean => code >= 30;

describe.each(['colours', 'none', 'plain'] as const)('the theme %s', level => {
	const theme = createTheme(level);

	test.each([true, false])('paints every style without changing its text, selected: %s', isSelected => {
		for (const style of names) {
			const painted = theme.paint(lineOf(isSelected, style, 'plain', style));
			expect(painted.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(`<${style}><plain><${style}>`);
		}
	});

	test.each([true, false])('leaves nothing switched on at the end of a line, selected: %s', isSelected => {
		for (const style of names) {
			const codes = codesOf(theme.paint(lineOf(isSelected, 'plain', style)));
			expect(codes.at(-1) ?? 0).toBe(0);
		}
	});

	test('paints an empty line as nothing', () => {
		expect(theme.paint({spans: [], isSelected: true})).toBe('');
		expect(theme.paint({spans: [span('', 'bad')], isSelected: true})).toBe('');
	});
});

describe('the theme without any sequences', () => {
	test('is only text', () => {
		for (const isSelected of [true, false]) {
			const line = lineOf(isSelected, ...names);
			expect(createTheme('plain').paint(line)).toBe(plainText(line));
		}
	});
});

describe('the theme without colours', () => {
	test('has no code of a colour, and still bold, underline and inverse', () => {
		const painted = [true, false].map(isSelected => createTheme('none').paint(lineOf(isSelected, ...names))).join('');
		expect(codesOf(painted).filter(isColour)).toEqual([]);
		expect(new Set(codesOf(painted))).toEqual(new Set([0, 1, 2, 4, 7]));
	});
});

describe('the theme with colours', () => {
	const theme = createTheme('colours');

	test('uses only the sixteen colours that every palette defines, and never the background', () => {
		const codes = codesOf(theme.paint(lineOf(false, ...names)));
		expect(codes.filter(isColour).length).toBeGreaterThan(0);
		expect(codes.filter(code => isColour(code) && !(code >= 31 && code <= 36))).toEqual([]);
	});

	test('opens a sequence once for neighbours of the same style, and closes it before another', () => {
		const line = {spans: [span('a', 'bad'), span('b', 'bad'), span('', 'good'), span('c'), span('d', 'dim')], isSelected: false};
		expect(theme.paint(line)).toBe(`${esc}[31mab${esc}[0mc${esc}[2md${esc}[0m`);
	});

	test('does not touch plain text', () => {
		expect(theme.paint(lineOf(false, 'plain'))).toBe('<plain>');
	});
});

describe.each(['colours', 'none'] as const)('a selected line of the theme %s', level => {
	const theme = createTheme(level);

	test('is inverse from its beginning to its end, without colours and without dim', () => {
		for (const style of names) {
			const sequences = [...theme.paint(lineOf(true, style)).matchAll(/\u001b\[([\d;]+)m/g)].map(([, codes]) => codes);
			expect(sequences).toHaveLength(2);
			const codes = sequences[0]?.split(';').map(Number) ?? [];
			expect([codes[0], codes.filter(code => isColour(code) || code === 2)]).toEqual([7, []]);
			expect(new Set(codes).size).toBe(codes.length);
		}
	});

	test('may be a part of a line', () => {
		const painted = theme.paint({spans: [span('a', 'dim'), {text: 'b', style: 'dim', isSelected: true}, span('c')], isSelected: false});
		expect(painted).toBe(`${esc}[2ma${esc}[0m${esc}[7mb${esc}[0mc`);
	});
});
