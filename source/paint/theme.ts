import type {Kind} from '../model/evidence.js';
import {type Background, type ColourDepth, type Hue, hueCodes} from './hues.js';
import type {Line, Style} from './style.js';

/** How much a terminal shows: so many colours; bold, underline and inverse alone; text without any sequence. */
type ThemeLevel = ColourDepth | 'none' | 'plain';

/** How a style looks: a hue or none, and attributes of ECMA-48 8.3.117. */
type Look = {hue?: Hue; attributes?: readonly number[]};

const BOLD = 1;
const DIM = 2;
const UNDERLINE = 4;
const INVERSE = 7;

const kindLooks: Readonly<Record<Kind, Look>> = {
	daemon: {hue: 'green'},
	agent: {hue: 'cyan'},
	'background-app': {hue: 'magenta'},
	app: {hue: 'blue'},
	'app-helper': {hue: 'faint-blue'},
	'xpc-service': {hue: 'blue'},
	'app-extension': {hue: 'blue'},
	driver: {hue: 'yellow'},
	'managed-job': {hue: 'green'},
	'background-process': {hue: 'yellow'},
	interactive: {},
	session: {hue: 'grey'},
	init: {attributes: [BOLD]},
	kernel: {hue: 'grey'},
	unknown: {hue: 'red'},
};

const looks: Readonly<Record<Exclude<Style, `kind-${Kind}`>, Look>> = {
	plain: {},
	strong: {attributes: [BOLD]},
	dim: {hue: 'grey'},
	good: {hue: 'green'},
	bad: {hue: 'red'},
	warn: {hue: 'yellow'},
	accent: {hue: 'cyan'},
	string: {hue: 'green'},
	number: {hue: 'yellow'},
	title: {attributes: [BOLD]},
	head: {hue: 'grey'},
	'head-sorted': {attributes: [BOLD, UNDERLINE]},
	match: {hue: 'yellow', attributes: [BOLD, UNDERLINE]},
	separator: {hue: 'grey'},
	key: {attributes: [BOLD]},
	tab: {hue: 'grey'},
	'tab-active': {attributes: [BOLD, UNDERLINE]},
	message: {hue: 'cyan'},
	caret: {attributes: [INVERSE]},
};

export type Theme = {
	/** A line with its escape sequences. */
	paint(line: Line): string;
	/** The same for another background; `null`: nobody knows which. */
	on(background: Background | null): Theme;
	/** Another background changes something. */
	hasBackgrounds: boolean;
};

const lookOf = (style: Style): Look =>
	style.startsWith('kind-') ? kindLooks[style.slice(5) as Kind] : (looks[style as keyof typeof looks] ?? {});

/** What stands in the sequence that switches a style on. */
const codesOf = (style: Style, isSelected: boolean, level: ThemeLevel, background: Background | null): readonly number[] => {
	const {hue, attributes = []} = lookOf(style);
	// a selected line is inverse: colours on it would be backgrounds, and dim would be unreadable
	if (isSelected) {
		return [INVERSE, ...attributes.filter(code => code !== INVERSE)];
	}

	const isDim = hue === 'grey' || hue === 'faint-blue';
	if (level === 'none') {
		return isDim ? [...attributes, DIM] : attributes;
	}

	return hue === undefined || level === 'plain' ? attributes : [...attributes, ...hueCodes(hue, level, background)];
};

/**
How styles look. `none` has no colours but keeps bold, underline and inverse, as NO_COLOR asks: marks and words carry
the meaning anyway. `plain` has no escape sequences at all. The sixteen colours of `colours` are those that can be read
on dark and on light terminals, and so they are taken where nobody knows the background, `null`; the others are chosen
for it.
*/
export const createTheme = (level: ThemeLevel, background: Background | null = 'dark'): Theme => {
	const sequences = new Map<string, string>();
	const open = (style: Style, isSelected: boolean): string => {
		const key = `${isSelected ? '!' : ''}${style}`;
		const known = sequences.get(key);
		if (known !== undefined) {
			return known;
		}

		const codes = codesOf(style, isSelected, level, background);
		const sequence = codes.length === 0 ? '' : `\u001b[${codes.join(';')}m`;
		sequences.set(key, sequence);
		return sequence;
	};

	return {
		paint({spans, isSelected}) {
			if (level === 'plain') {
				return spans.map(({text}) => text).join('');
			}

			let painted = '';
			let current = '';
			for (const {text, style, isSelected: isPartSelected = isSelected} of spans) {
				if (text === '') {
					continue;
				}

				const sequence = open(style, isPartSelected);
				if (sequence !== current) {
					painted += current === '' ? sequence : `\u001b[0m${sequence}`;
					current = sequence;
				}

				painted += text;
			}

			return current === '' ? painted : `${painted}\u001b[0m`;
		},
		on: other => createTheme(level, other),
		hasBackgrounds: level === '256' || level === 'truecolor',
	};
};
