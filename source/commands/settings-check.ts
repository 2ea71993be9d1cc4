import {columnIds, tableColumns} from '../columns.js';
import {type JsonEntry, type JsonExpectation, type JsonNode, placeInText, readLocatedJson, type TextPlace} from '../parse/located-json.js';
import {printable} from '../parse/printable.js';
import {minimumIntervalMs} from '../store/state.js';
import {languages} from '../text/text.js';
import {defaultSettings, parseSort, type Settings, themeNames} from './settings.js';
import {checkKeys} from './settings-keys.js';

/** What was expected where a setting is wrong; words come from `text.error.settings.expected`. */
export type Expectation =
	| {id: JsonExpectation | 'object' | 'yesOrNo' | 'list' | 'keyName' | 'freeKey' | 'controlKey'}
	| {id: 'interval'; least: number; most: number}
	| {id: 'oneOf'; found: string; names: readonly string[]}
	| {id: 'setting' | 'action' | 'once' | 'column'; found: string; names: readonly string[]}
	| {id: 'sharedKey'; key: string; other: string};

export type SettingsProblem = {
	place: TextPlace;
	/** `keys.search`; empty: the file as a whole. */
	setting: string;
	expected: Expectation;
};

/** Settings, the defaults where the file says nothing or something that cannot be; and all that cannot be, as it stands in the file. */
type CheckedSettings = {settings: Settings; problems: readonly SettingsProblem[]};

export type Report = (offset: number, expected: Expectation, setting?: string) => null;

/** A value of the file as a part of the settings; `null`: it was reported. */
type Reader = (node: JsonNode, report: Report) => Partial<Settings> | null;

const maximumIntervalMs = 3_600_000;
const longestName = 60;

const shownValue = (node: JsonNode): string => {
	const value = node.type === 'object' ? '{…}' : node.type === 'array' ? '[…]' : node.type === 'null' ? 'null' : String(node.value);
	return printable(value, longestName);
};

const choiceOf = <Name extends string>(node: JsonNode, names: readonly Name[], report: Report): Name | null =>
	names.find(name => node.type === 'string' && node.value === name) ?? report(node.offset, {id: 'oneOf', found: shownValue(node), names});

const yesOrNo = (node: JsonNode, report: Report): boolean | null =>
	node.type === 'boolean' ? node.value : report(node.offset, {id: 'yesOrNo'});

const readInterval: Reader = (node, report) => {
	const intervalMs = node.type === 'number' ? node.value * 1000 : Number.NaN;
	return intervalMs >= minimumIntervalMs && intervalMs <= maximumIntervalMs
		? {intervalMs}
		: report(node.offset, {id: 'interval', least: minimumIntervalMs / 1000, most: maximumIntervalMs / 1000});
};

const readColumns = (node: JsonNode, report: Report): Settings['listColumns'] | null => {
	if (node.type !== 'array' || node.items.length === 0) {
		return report(node.offset, {id: 'list'});
	}

	const found = node.items.map(item => columnIds.find(id => item.type === 'string' && item.value === id) ?? null);
	const wrong = found.findIndex((id, index) => id === null || found.indexOf(id) < index);
	const item = node.items[wrong];
	if (item === undefined) {
		return found.filter(id => id !== null);
	}

	return report(item.offset, {id: found[wrong] === null ? 'column' : 'once', found: shownValue(item), names: columnIds});
};

const usualColumns = tableColumns.map(({id}) => id).join();

const readTableColumns: Reader = (node, report) => {
	const columns = readColumns(node, report);
	return columns === null ? null : {columns: columns.join() === usualColumns ? null : columns};
};

const readSort: Reader = (node, report) => {
	const {column: name, isReversed} = parseSort(node.type === 'string' ? node.value : '');
	const column = columnIds.find(id => id === name);
	return column === undefined
		? report(node.offset, {id: 'column', found: shownValue(node), names: columnIds})
		: {sort: {column, isReversed}};
};

const languageNames = ['auto', ...languages] as const;

const partOf = <Name extends keyof Settings>(name: Name, value: Settings[Name] | null): Partial<Settings> | null =>
	value === null ? null : ({[name]: value} as Pick<Settings, Name>);

/** Every setting, as the file calls it, in the order in which the printed default has them. */
const readers: Readonly<Record<string, Reader>> = {
	// for editors; whatever it says, it changes nothing here
	$schema: () => ({}),
	language(node, report) {
		const name = choiceOf(node, languageNames, report);
		return name === null ? null : {language: name === 'auto' ? null : name};
	},
	intervalSeconds: readInterval,
	columns: readTableColumns,
	listColumns: (node, report) => partOf('listColumns', readColumns(node, report)),
	sort: readSort,
	theme: (node, report) => partOf('theme', choiceOf(node, themeNames, report)),
	mouse: (node, report) => partOf('hasMouse', yesOrNo(node, report)),
	copy: (node, report) => partOf('canCopy', yesOrNo(node, report)),
	keys: (node, report) => partOf('keys', checkKeys(node, report)),
};

/** The names of all settings in the file. */
export const settingNames: readonly string[] = Object.keys(readers).filter(name => name !== '$schema');

const mostProblems = 20;

/** Reads the settings of a file. Never throws; reports at most twenty problems, the first of the file first. */
export const checkSettings = (text: string): CheckedSettings => {
	const problems: SettingsProblem[] = [];
	const reportAs =
		(name: string): Report =>
		(offset, expected, setting = name) => {
			problems.push({place: placeInText(text, offset), setting, expected});
			return null;
		};

	const read = readLocatedJson(text);
	if (!('node' in read)) {
		reportAs('')(read.offset, {id: read.expected});
		return {settings: defaultSettings, problems};
	}

	if (read.node.type !== 'object') {
		reportAs('')(read.node.offset, {id: 'object'});
		return {settings: defaultSettings, problems};
	}

	const seen = new Set<string>();
	const readEntry = ({key, offset, value}: JsonEntry): Partial<Settings> => {
		const name = printable(key, longestName);
		const isKnown = Object.hasOwn(readers, key);
		if (!isKnown || seen.has(key)) {
			reportAs(name)(offset, {id: isKnown ? 'once' : 'setting', found: name, names: settingNames});
			return {};
		}

		seen.add(key);
		return readers[key]?.(value, reportAs(key)) ?? {};
	};

	const settings: Settings = {...defaultSettings};
	for (const entry of read.node.entries) {
		Object.assign(settings, readEntry(entry));
		if (problems.length >= mostProblems) {
			break;
		}
	}

	return {settings, problems: problems.slice(0, mostProblems)};
};
