import type {Kind} from '../model/evidence.js';
import type {ProcessKey} from '../model/process.js';
import type {Tone} from '../report/block.js';

/** What a stretch of text means; colours are the theme's business. */
export type Style =
	| Tone
	| 'title'
	| 'head'
	| 'head-sorted'
	| 'match'
	| 'separator'
	| 'key'
	| 'tab'
	| 'tab-active'
	| 'message'
	| 'caret'
	| `kind-${Kind}`;

/** What a click on a stretch of text means. Who draws it knows; the view turns it into an action. */
export type Target =
	| {type: 'row'; key: ProcessKey}
	| {type: 'facet'; id: string}
	| {type: 'column'; id: string}
	| {type: 'pane'; id: string}
	/** An entry of the open menu or list, counted from 0. */
	| {type: 'entry'; index: number}
	/** Where a search begins. */
	| {type: 'search'}
	/** The same as a key, by the name that the keymap has for it. */
	| {type: 'key'; name: string};

export type Span = {
	text: string;
	style: Style;
	/** Part of the selected row. */
	isSelected?: boolean;
	/** Cutting and laying over keep it, so that a click hits what is drawn. */
	target?: Target;
};

/** One line of the screen. `isSelected` marks all of it. */
export type Line = {spans: readonly Span[]; isSelected: boolean};

export const span = (text: string, style: Style = 'plain'): Span => ({text, style});

/** The same stretches, and a click on any of them means this. */
export const withTarget = (spans: readonly Span[], target: Target): readonly Span[] => spans.map(part => ({...part, target}));

export const line = (...spans: readonly Span[]): Line => ({spans, isSelected: false});

export const emptyLine: Line = line();

export const plainText = ({spans}: Line): string => spans.map(({text}) => text).join('');
