export type Background = 'dark' | 'light';

/** How many colours: 24 bits of them, the 256 of xterm, or the sixteen that every palette defines. */
export type ColourDepth = 'truecolor' | '256' | 'colours';

/** What colours are asked for; how they look depends on the terminal and its background. */
export type Hue = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'grey' | 'faint-blue';

/** A colour of the cube of 256, by its number, and the same with 24 bits. */
type Colour = {index: number; rgb: readonly [red: number, green: number, blue: number]};

type Palette = Readonly<Record<Hue, Colour>>;

/** Light colours for a dark background. */
const onDark: Palette = {
	red: {index: 203, rgb: [0xff, 0x6b, 0x68]},
	green: {index: 114, rgb: [0x87, 0xd4, 0x87]},
	yellow: {index: 221, rgb: [0xf2, 0xcc, 0x60]},
	blue: {index: 75, rgb: [0x6c, 0xb0, 0xff]},
	magenta: {index: 176, rgb: [0xd7, 0x8f, 0xe0]},
	cyan: {index: 80, rgb: [0x62, 0xd2, 0xd8]},
	grey: {index: 246, rgb: [0x96, 0x96, 0x96]},
	'faint-blue': {index: 67, rgb: [0x68, 0x8f, 0xb8]},
};

/** Dark colours for a light background; what is called yellow is brown there. */
const onLight: Palette = {
	red: {index: 160, rgb: [0xc4, 0x1a, 0x16]},
	green: {index: 22, rgb: [0x0a, 0x64, 0x1e]},
	yellow: {index: 94, rgb: [0x80, 0x55, 0x00]},
	blue: {index: 26, rgb: [0x0b, 0x57, 0xc4]},
	magenta: {index: 127, rgb: [0x9a, 0x1f, 0xa0]},
	cyan: {index: 24, rgb: [0x00, 0x62, 0x78]},
	grey: {index: 242, rgb: [0x66, 0x66, 0x66]},
	'faint-blue': {index: 61, rgb: [0x4a, 0x68, 0x96]},
};

const BRIGHT_RED = 91;
const MAGENTA = 35;
const BRIGHT_BLUE = 94;
const BOLD = 1;
const DIM = 2;

/**
The sixteen names mean what a palette says. Yellow, green and cyan vanish on the light backgrounds of most palettes, blue
on the dark ones; these three are seen on both.
*/
const sixteen: Readonly<Record<Hue, readonly number[]>> = {
	red: [BRIGHT_RED],
	green: [BRIGHT_BLUE, BOLD],
	yellow: [MAGENTA, BOLD],
	blue: [MAGENTA],
	magenta: [MAGENTA],
	cyan: [BRIGHT_BLUE],
	grey: [DIM],
	'faint-blue': [DIM],
};

/** What switches a hue on, as parameters of SGR. */
export const hueCodes = (hue: Hue, level: ColourDepth, background: Background | null): readonly number[] => {
	if (level === 'colours' || background === null) {
		return sixteen[hue];
	}

	const {index, rgb} = (background === 'light' ? onLight : onDark)[hue];
	return level === '256' ? [38, 5, index] : [38, 2, ...rgb];
};

/**
How many colours this terminal has, where it takes any. Only what says so is believed.

@source github.com/termstandard/colors; terminfo names end in `-256color` or `-direct`
*/
export const colourDepth = (environment: NodeJS.ProcessEnv): ColourDepth => {
	const {COLORTERM = '', TERM = '', FORCE_COLOR = ''} = environment;
	if (FORCE_COLOR === '1') {
		return 'colours';
	}

	if (FORCE_COLOR === '3' || /^(?:truecolor|24bit)$/i.test(COLORTERM) || /-direct$/.test(TERM)) {
		return 'truecolor';
	}

	return FORCE_COLOR === '2' || /-256(?:color)?$|^xterm-(?:kitty|ghostty)$|^(?:alacritty|wezterm|foot)/.test(TERM) ? '256' : 'colours';
};

/**
`15;0` or `0;default;15`: the last number is the background, a colour of sixteen.

@source rxvt(1), COLORFGBG
*/
export const backgroundOfVariable = (value: string | undefined): Background | null => {
	const index = /^(?:\w+;){1,2}(\d{1,2})$/.exec(value ?? '')?.[1];
	if (index === undefined || Number(index) > 15) {
		return null;
	}

	return Number(index) === 7 || Number(index) >= 9 ? 'light' : 'dark';
};
