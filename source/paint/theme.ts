import type {Kind} from '../model/evidence.js';
import type {Line, Style} from './style.js';

/** Codes of SGR that switch a style on; ECMA-48 8.3.117. Only the sixteen colours that every palette defines. */
type Codes = readonly number[];

const BOLD = 1;
const DIM = 2;
const UNDERLINE = 4;
const INVERSE = 7;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const BLUE = 34;
const MAGENTA = 35;
const CYAN = 36;

const kindColours: Readonly<Record<Kind, Codes>> = {
	daemon: [GREEN],
	agent: [CYAN],
	'background-app': [MAGENTA],
	app: [BLUE],
	'app-helper': [BLUE, DIM],
	'xpc-service': [BLUE],
	'app-extension': [BLUE],
	driver: [YELLOW],
	'managed-job': [GREEN],
	'background-process': [YELLOW],
	interactive: [],
	session: [DIM],
	init: [BOLD],
	kernel: [DIM],
	unknown: [RED],
};

const colours: Readonly<Record<Exclude<Style, `kind-${Kind}`>, Codes>> = {
	plain: [],
	strong: [BOLD],
	dim: [DIM],
	good: [GREEN],
	bad: [RED],
	warn: [YELLOW],
	accent: [CYAN],
	string: [GREEN],
	number: [YELLOW],
	title: [BOLD],
	head: [DIM],
	'head-sorted': [BOLD, UNDERLINE],
	match: [BOLD, UNDERLINE, YELLOW],
	separator: [DIM],
	key: [BOLD],
	tab: [DIM],
	'tab-active': [BOLD, UNDERLINE],
	message: [CYAN],
	caret: [INVERSE],
};

const isColour = (code: number): boolean => code >= 30;

export type Theme = {
	/** A line with its escape sequences. */
	paint(line: Line): string;
};

const codesOf = (style: Style): Codes =>
	style.startsWith('kind-') ? kindColours[style.slice(5) as Kind] : (colours[style as keyof typeof colours] ?? []);

/**
How styles look. `none` has no colours but keeps bold, underline and inverse, as NO_COLOR asks: marks and words carry
the meaning anyway. `plain` has no escape sequences at all.
*/
export const createTheme = (level: 'colours' | 'none' | 'plain'): Theme => {
	const sequences = new Map<string, string>();
	const open = (style: Style, isSelected: boolean): string => {
		const key = `${isSelected ? '!' : ''}${style}`;
		const known = sequences.get(key);
		if (known !== undefined) {
			return known;
		}

		// a selected line is inverse: colours on it would be backgrounds, and dim would be unreadable
		const codes = codesOf(style).filter(
			code => (level === 'colours' || !isColour(code)) && !(isSelected && (isColour(code) || code === DIM)),
		);
		const all = isSelected ? [INVERSE, ...codes.filter(code => code !== INVERSE)] : codes;
		const sequence = all.length === 0 ? '' : `\u001b[${all.join(';')}m`;
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
	};
};
