import type {Kind} from '../model/evidence.js';
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

export type Span = {text: string; style: Style /** Part of the selected row. */; isSelected?: boolean};

/** One line of the screen. `isSelected` marks all of it. */
export type Line = {spans: readonly Span[]; isSelected: boolean};

export const span = (text: string, style: Style = 'plain'): Span => ({text, style});

export const line = (...spans: readonly Span[]): Line => ({spans, isSelected: false});

export const emptyLine: Line = line();

export const plainText = ({spans}: Line): string => spans.map(({text}) => text).join('');
