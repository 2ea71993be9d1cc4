import {type SpanUnit, sizeParts, spanParts} from '../amounts.js';
import {accessWords, keySayings, modeBits, someItems} from '../key-sayings.js';

export {isDictionaryText, type SayKey} from '../key-sayings.js';

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const spanUnit = (count: number, unit: SpanUnit): string => (unit === 'millisecond' ? `${count} ms` : counted(count, unit));

/** A span of time, exactly where three units are enough: `1.5 seconds`, `15 minutes`, `1 day 2 hours 3 minutes`, `1 month`, else `about 2 weeks 3 days`. */
export const spanOf = (durationMs: number): string => {
	const {precision, parts} = spanParts(durationMs);
	const span = parts.map(([count, unit]) => spanUnit(count, unit)).join(' ');
	return precision === 'about' ? `about ${span}` : precision === 'more-than' ? `more than ${span}` : span;
};

/** `every hour`, `every 15 minutes`. */
export const everySpan = (durationMs: number): string =>
	`every ${spanOf(durationMs)
		.replace(/^1 (?=\w+$)/, '')
		.replace(/^about (.+)$/, '$1 or so')
		.replace(/^more than (.+)$/, '$1 or more')}`;

/** A size that somebody set, exactly where that is short: `64M`, `1500K`, `10.5G`, `1000 bytes`, else `about 1.4M`. `suffix` goes behind the unit. */
export const sizeOf = (bytes: number, suffix = ''): string => {
	const {count, unit, isAbout} = sizeParts(bytes);
	return unit === '' && !isAbout ? counted(Number(count), 'byte') : `${isAbout ? 'about ' : ''}${count}${unit}${suffix}`;
};

const joined = (words: readonly string[], last: string): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** A few of a list: `a, b, c and 4 more`. */
export const listed = (items: readonly string[], most = 3): string => {
	const {shown, rest} = someItems(items, most);
	return joined(rest > 0 ? [...shown, `${rest} more`] : shown, 'and');
};

export const wrongForm = (expected: string): string => `Not of the form launchd expects, which is ${expected}.`;

/** What is said of each form of a value. */
export const {onFlag, onNamedFlag, onText, onWord, onNumber, onRange, onSpan, onLimit, onList, onDictionary} = keySayings({
	wrongForm,
	flag: 'true or false',
	text: 'a text',
	number: 'a number',
	range: (lowest, highest) => `a number from ${lowest} to ${highest}`,
	seconds: 'a number of seconds',
	textList: 'a list of texts',
	dictionary: 'a dictionary',
	positive: 'a number from 0 up',
	spanOf,
	sizeOf,
});

const accessOf = (bits: number): readonly string[] => accessWords(bits, ['read', 'write', 'execute']);

const may = (bits: number): string => (bits === 0 ? 'nothing' : joined(accessOf(bits), 'and'));

/** Who may do what with a file of this mode. */
export const permissionsOf = (mode: string): string => {
	const [owner, group, others] = modeBits(mode);
	if (owner === group && group === others) {
		return owner === 0 ? 'nobody but root may use it' : `everybody may ${may(owner)}`;
	}

	if (group === 0 && others === 0) {
		return `only the owner may ${may(owner)}`;
	}

	if (group === others) {
		return `the owner may ${may(owner)}, everybody else ${may(group)}`;
	}

	return owner === group && others === 0
		? `only the owner and the group may ${may(owner)}`
		: `the owner may ${may(owner)}, the group ${may(group)}, all others ${may(others)}`;
};

const mayNot = (bits: number): string => `may not ${joined(accessOf(bits), 'or')}`;

/** What a mask takes from the files that a program makes. */
export const maskOf = (mode: string): string => {
	const [owner, group, others] = modeBits(mode);
	const losers = [
		...(owner === 0 ? [] : [`the owner ${mayNot(owner)}`]),
		...(group === others && group !== 0 ? [`the group and all others ${mayNot(group)}`] : []),
		...(group === others || group === 0 ? [] : [`the group ${mayNot(group)}`]),
		...(group === others || others === 0 ? [] : [`all others ${mayNot(others)}`]),
	];
	return losers.length === 0 ? 'no permission is taken from new files' : `${joined(losers, 'and')} new files`;
};
