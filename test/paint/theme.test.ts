import {describe, expect, test} from 'vitest';
import {kinds} from '../../source/model/evidence.js';
import {colourDepth} from '../../source/paint/hues.js';
import {type Line, plainText, type Style, span} from '../../source/paint/style.js';
import {createTheme} from '../../source/paint/theme.js';

const names: readonly Style[] = [
	...(['plain', 'strong', 'dim', 'good', 'bad', 'warn', 'accent', 'title', 'head', 'head-sorted', 'match', 'separator', 'key'] as const),
	...(['tab', 'tab-active', 'message', 'caret', 'string', 'number'] as const),
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

const levels = ['truecolor', '256', 'colours', 'none', 'plain'] as const;
const backgrounds = ['dark', 'light'] as const;

describe.each(levels.flatMap(level => backgrounds.map(background => [level, background] as const)))(
	'the theme %s on %s',
	(level, background) => {
		const theme = createTheme(level, background);

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

		test('is the same as the one it becomes for its own background', () => {
			const other = createTheme(level, background === 'dark' ? 'light' : 'dark');
			expect(other.on(background).paint(lineOf(false, ...names))).toBe(theme.paint(lineOf(false, ...names)));
		});
	},
);

describe('the theme without any sequences', () => {
	test('is only text', () => {
		for (const isSelected of [true, false]) {
			const line = lineOf(isSelected, ...names);
			expect(createTheme('plain').paint(line)).toBe(plainText(line));
		}
	});
});

describe('the theme without colours', () => {
	test('has no code of a colour, and still bold, dim, underline and inverse', () => {
		const painted = [true, false].map(isSelected => createTheme('none').paint(lineOf(isSelected, ...names))).join('');
		expect(codesOf(painted).filter(isColour)).toEqual([]);
		expect(new Set(codesOf(painted))).toEqual(new Set([0, 1, 2, 4, 7]));
	});
});

type Rgb = readonly [number, number, number];

const hex = (text: string): Rgb => [1, 3, 5].map(start => Number.parseInt(text.slice(start, start + 2), 16)) as unknown as Rgb;

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
const luminance = (rgb: Rgb): number => {
	const [red = 0, green = 0, blue = 0] = rgb.map(part => {
		const value = part / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: Rgb, b: Rgb): number => {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
};

/** The colour of a number of 256 beyond the sixteen, as xterm computes it. */
const cube = (index: number): Rgb => {
	const steps = [0, 95, 135, 175, 215, 255];
	const grey = 8 + (index - 232) * 10;
	const place = index - 16;
	return index >= 232
		? [grey, grey, grey]
		: ([steps[Math.floor(place / 36)], steps[Math.floor(place / 6) % 6], steps[place % 6]] as unknown as Rgb);
};

/** The colour that a style is drawn with; `null`: the terminal's own. */
const colourOf = (level: 'truecolor' | '256', background: 'dark' | 'light', style: Style): Rgb | null => {
	const painted = createTheme(level, background).paint(lineOf(false, style));
	const [, index] = /38;5;(\d+)/.exec(painted) ?? [];
	const [, red, green, blue] = /38;2;(\d+);(\d+);(\d+)/.exec(painted) ?? [];
	return index === undefined ? (red === undefined ? null : [Number(red), Number(green), Number(blue)]) : cube(Number(index));
};

const dimStyles: ReadonlySet<Style> = new Set(['dim', 'head', 'separator', 'tab', 'kind-app-helper', 'kind-session', 'kind-kernel']);

describe.each(['truecolor', '256'] as const)('the colours of the theme %s', level => {
	test.each([
		['light', '#ffffff'],
		['light', '#fdf6e3'],
		['dark', '#000000'],
		['dark', '#1e1e1e'],
	] as const)('can be read on the %s background %s', (background, paper) => {
		const faint = names.flatMap(style => {
			const colour = colourOf(level, background, style);
			const ratio = colour === null ? Number.POSITIVE_INFINITY : contrast(colour, hex(paper));
			return ratio < (dimStyles.has(style) ? 3 : 4.5) ? [`${style} ${ratio.toFixed(2)}`] : [];
		});
		expect(faint).toEqual([]);
		expect(names.filter(style => colourOf(level, background, style) !== null).length).toBeGreaterThan(10);
	});

	test('are others for a light background than for a dark one', () => {
		const line = lineOf(false, 'good', 'warn', 'dim');
		expect(createTheme(level, 'light').paint(line)).not.toBe(createTheme(level, 'dark').paint(line));
		expect(createTheme(level).hasBackgrounds).toBe(true);
	});

	test('tell good, warning and bad apart', () => {
		for (const background of backgrounds) {
			expect(new Set((['good', 'warn', 'bad'] as const).map(style => String(colourOf(level, background, style)))).size).toBe(3);
		}
	});

	test('never dim: a terminal may make that unreadable', () => {
		const painted = createTheme(level).paint(lineOf(false, ...names));
		expect([...painted.matchAll(/\u001b\[([\d;]*)m/g)].filter(([, codes]) => codes === '2' || codes?.startsWith('2;'))).toEqual([]);
	});
});

/** What the names of the sixteen mean by default. */
const palettes: Readonly<Record<string, Readonly<Record<number, string>>>> = {
	xterm: {31: '#cd0000', 32: '#00cd00', 33: '#cdcd00', 34: '#0000ee', 35: '#cd00cd', 36: '#00cdcd', 91: '#ff0000', 94: '#5c5cff'},
	vga: {31: '#aa0000', 32: '#00aa00', 33: '#aa5500', 34: '#0000aa', 35: '#aa00aa', 36: '#00aaaa', 91: '#ff5555', 94: '#5555ff'},
	vte: {31: '#c01c28', 32: '#26a269', 33: '#a2734c', 34: '#12488b', 35: '#a347ba', 36: '#2aa1b3', 91: '#f66151', 94: '#2a7bde'},
};

describe('the theme with sixteen colours', () => {
	const theme = createTheme('colours');
	const used = new Set(codesOf(theme.paint(lineOf(false, ...names))).filter(isColour));

	test.each(Object.keys(palettes))('uses names that can be told from black and from white in the palette of %s', palette => {
		const faint = [...used].filter(code => {
			const colour = hex(palettes[palette]?.[code] ?? '#000000');
			return Math.min(contrast(colour, hex('#ffffff')), contrast(colour, hex('#000000'))) < 3;
		});
		expect(faint).toEqual([]);
		expect(used.size).toBe(3);
	});

	test('is what others become where nobody knows the background', () => {
		for (const level of ['256', 'truecolor'] as const) {
			const unknown = createTheme(level).on(null);
			expect(unknown.paint(lineOf(false, ...names))).toBe(theme.paint(lineOf(false, ...names)));
			expect(unknown.on('light').paint(lineOf(false, 'good'))).toBe(createTheme(level, 'light').paint(lineOf(false, 'good')));
		}
	});

	test('is the same on any background', () => {
		expect(theme.on('light').paint(lineOf(false, ...names))).toBe(theme.paint(lineOf(false, ...names)));
		expect(theme.hasBackgrounds).toBe(false);
	});

	test('opens a sequence once for neighbours of the same style, and closes it before another', () => {
		const line = {spans: [span('a', 'bad'), span('b', 'bad'), span('', 'good'), span('c'), span('d', 'dim')], isSelected: false};
		expect(theme.paint(line)).toBe(`${esc}[91mab${esc}[0mc${esc}[2md${esc}[0m`);
	});

	test('does not touch plain text', () => {
		expect(theme.paint(lineOf(false, 'plain'))).toBe('<plain>');
	});
});

describe.each(['truecolor', '256', 'colours', 'none'] as const)('a selected line of the theme %s', level => {
	const theme = createTheme(level, 'light');

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
		const painted = theme.paint({spans: [span('a'), {text: 'b', style: 'dim', isSelected: true}, span('c')], isSelected: false});
		expect(painted).toBe(`a${esc}[7mb${esc}[0mc`);
	});
});

describe('how many colours a terminal has', () => {
	test.each([
		[{TERM: 'xterm'}, 'colours'],
		[{TERM: 'linux'}, 'colours'],
		[{}, 'colours'],
		[{TERM: 'xterm-256color'}, '256'],
		[{TERM: 'tmux-256color'}, '256'],
		[{TERM: 'xterm-kitty'}, '256'],
		[{TERM: 'xterm-256color', COLORTERM: 'truecolor'}, 'truecolor'],
		[{TERM: 'xterm', COLORTERM: '24bit'}, 'truecolor'],
		[{TERM: 'xterm-direct'}, 'truecolor'],
		[{TERM: 'xterm-256color', COLORTERM: 'yes'}, '256'],
		[{TERM: 'xterm-256color', FORCE_COLOR: '1'}, 'colours'],
		[{TERM: 'xterm', FORCE_COLOR: '2'}, '256'],
		[{TERM: 'xterm', FORCE_COLOR: '3'}, 'truecolor'],
	] as const)('is read from %j: %s', (environment, depth) => {
		expect(colourDepth(environment as NodeJS.ProcessEnv)).toBe(depth);
	});
});
