import type {ColumnId} from '../columns.js';
import {type ChosenKeys, noChosenKeys} from '../store/state.js';
import type {Language} from '../text/text.js';

/** How colours are chosen: for the background that is found, for a dark or light one, or not at all. */
export const themeNames = ['auto', 'dark', 'light', 'none'] as const;
export type ThemeName = (typeof themeNames)[number];

export const defaultIntervalMs = 2000;

/** What `list` prints when nobody asks for columns. */
const defaultListColumns: readonly ColumnId[] = ['pid', 'kind', 'name', 'service', 'user', 'mem', 'what'];

type SortChoice = {column: ColumnId; isReversed: boolean};

/** What the configuration file can set. */
export type Settings = {
	/** `null`: that of the locale. */
	language: Language | null;
	intervalMs: number;
	/** Of the explorer's table; `null`: the usual ones. */
	columns: readonly ColumnId[] | null;
	listColumns: readonly ColumnId[];
	sort: SortChoice;
	theme: ThemeName;
	hasMouse: boolean;
	canCopy: boolean;
	keys: ChosenKeys;
};

/** What holds without a file. */
export const defaultSettings: Settings = {
	language: null,
	intervalMs: defaultIntervalMs,
	columns: null,
	listColumns: defaultListColumns,
	sort: {column: 'kind', isReversed: false},
	theme: 'auto',
	hasMouse: true,
	canCopy: false,
	keys: noChosenKeys,
};

/** `cpu`, or `-cpu` for the other direction. */
export const parseSort = (value: string): {column: string; isReversed: boolean} => ({
	column: value.replace(/^[-+]/, ''),
	isReversed: value.startsWith('-'),
});
