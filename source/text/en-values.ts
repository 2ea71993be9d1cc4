import type {KeyValue} from '../model/config.js';

/** Says what a key means for its value. */
export type SayKey = (value: KeyValue) => string;

const units: readonly (readonly [number, string])[] = [
	[604_800_000, 'week'],
	[86_400_000, 'day'],
	[3_600_000, 'hour'],
	[60_000, 'minute'],
	[1000, 'second'],
];

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const monthMs = 2_629_800_000;
const yearMs = 12 * monthMs;

/** The span in weeks, days, hours, minutes and seconds, down to microseconds, without what there is none of. */
const partsOf = (durationMs: number): readonly string[] => {
	const parts: string[] = [];
	let restUs = Math.round(durationMs * 1000);
	for (const [sizeMs, unit] of units) {
		const sizeUs = sizeMs * 1000;
		const count = unit === 'second' ? restUs / sizeUs : Math.floor(restUs / sizeUs);
		restUs %= sizeUs;
		parts.push(...(count === 0 ? [] : [counted(count, unit)]));
	}

	return parts;
};

/** What takes more than three units, rounded to the second largest. */
const aboutSpan = (durationMs: number): string => {
	const index = units.findIndex(([size]) => durationMs >= size);
	const size = units[index + 1]?.[0] ?? 1000;
	return `about ${partsOf(Math.round(durationMs / size) * size).join(' ')}`;
};

const longSpan = (durationMs: number): string =>
	durationMs < 1000 * yearMs ? `about ${Math.round((durationMs / yearMs) * 10) / 10} years` : 'more than 1000 years';

/** A span of time, exactly where three units are enough: `1.5 seconds`, `15 minutes`, `1 day 2 hours 3 minutes`, `1 month`, else `about 2 weeks 3 days`. */
export const spanOf = (durationMs: number): string => {
	if (durationMs < 1000) {
		return durationMs === 0 ? '0 seconds' : `${Math.round(durationMs * 1000) / 1000} ms`;
	}

	if (durationMs % monthMs === 0 && durationMs < 1000 * yearMs) {
		return durationMs % yearMs === 0 ? counted(durationMs / yearMs, 'year') : counted(durationMs / monthMs, 'month');
	}

	if (durationMs >= 2 * yearMs) {
		return longSpan(durationMs);
	}

	const exact = units.find(([size]) => durationMs % size === 0 && durationMs / size < 100);
	if (exact) {
		return counted(durationMs / exact[0], exact[1]);
	}

	const parts = partsOf(durationMs);
	return parts.length > 3 ? aboutSpan(durationMs) : parts.join(' ');
};

/** `every hour`, `every 15 minutes`. */
export const everySpan = (durationMs: number): string =>
	`every ${spanOf(durationMs)
		.replace(/^1 (?=\w+$)/, '')
		.replace(/^about (.+)$/, '$1 or so')
		.replace(/^more than (.+)$/, '$1 or more')}`;

const sizeUnits = ['K', 'M', 'G', 'T', 'P', 'E'].map((unit, index) => [1024 ** (index + 1), unit] as const).reverse();

/** A size that somebody set, exactly where that is short: `64M`, `1500K`, `10.5G`, `1000 bytes`, else `about 1.4M`. `suffix` goes behind the unit. */
export const sizeOf = (bytes: number, suffix = ''): string => {
	const whole = Math.floor(bytes);
	const exact = sizeUnits.find(([size]) => whole >= size && whole / size < 100_000 && Number.isInteger((whole / size) * 10));
	if (exact) {
		return `${whole / exact[0]}${exact[1]}${suffix}`;
	}

	const [size, unit] = sizeUnits.find(([size]) => whole >= size * 0.9995) ?? [1, ''];
	const count = whole / size;
	return whole < 100_000 ? counted(whole, 'byte') : `about ${count.toFixed(count < 9.95 ? 1 : 0).replace('.0', '')}${unit}${suffix}`;
};

/** A long path keeps its end, any other text its start. */
const shorten = (text: string, maxCharacters = 100): string => {
	const characters = text.length > maxCharacters ? Array.from(text) : [];
	if (characters.length <= maxCharacters) {
		return text;
	}

	const half = Math.floor(maxCharacters / 2);
	return text.startsWith('/')
		? `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`
		: `${characters.slice(0, maxCharacters).join('')}…`;
};

const joined = (words: readonly string[], last: string): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** A few of a list: `a, b, c and 4 more`. */
export const listed = (items: readonly string[], most = 3): string => {
	const shown = items.slice(0, items.length === most + 1 ? most + 1 : most).map(item => shorten(item));
	const rest = items.length - shown.length;
	return joined(rest > 0 ? [...shown, `${rest} more`] : shown, 'and');
};

export const wrongForm = (expected: string): string => `Not of the form launchd expects, which is ${expected}.`;

/** A dictionary's text stands in braces, and is none of its keys. */
export const isDictionaryText = ({text, items}: KeyValue): boolean => text.startsWith('{') && items[0] !== text;

const isText = (value: KeyValue): boolean => value.flag === null && value.number === null && value.text !== '' && !isDictionaryText(value);

export const onFlag =
	(yes: string, no: string): SayKey =>
	({flag}) =>
		flag === null ? wrongForm('true or false') : flag ? yes : no;

/** The same about a name that somebody chose. */
export const onNamedFlag =
	(yes: (name: string) => string, no: (name: string) => string): SayKey =>
	({flag, name}) =>
		flag === null ? wrongForm('true or false') : (flag ? yes : no)(shorten(name ?? ''));

export const onText =
	(say: (text: string) => string): SayKey =>
	value =>
		isText(value) ? say(shorten(value.text, 200)) : wrongForm('a text');

/** Texts with a meaning of their own, and what is said of others. */
export const onWord =
	(words: Readonly<Record<string, string>>, other: (text: string) => string): SayKey =>
	value =>
		isText(value) ? ((Object.hasOwn(words, value.text) ? words[value.text] : null) ?? other(shorten(value.text))) : wrongForm('a text');

export const onNumber =
	(say: (number: number) => string): SayKey =>
	({number}) =>
		number === null ? wrongForm('a number') : say(number);

/** A whole number of a range. */
export const onRange =
	(lowest: number, highest: number, say: (number: number) => string): SayKey =>
	({number}) =>
		number !== null && Number.isInteger(number) && number >= lowest && number <= highest
			? say(number)
			: wrongForm(`a number from ${lowest} to ${highest}`);

export const onSpan =
	(say: (span: string, durationMs: number) => string): SayKey =>
	({durationMs}) =>
		durationMs === null ? wrongForm('a number of seconds') : say(spanOf(durationMs), durationMs);

/** A list, or a single text where that may be. */
export const onList =
	(say: (items: readonly string[]) => string, empty: string): SayKey =>
	value => {
		if (value.text === '') {
			return empty;
		}

		return value.items.length > 0 && value.flag === null && !isDictionaryText(value) ? say(value.items) : wrongForm('a list of texts');
	};

export const onDictionary =
	(say: (keys: readonly string[], value: KeyValue) => string, empty: string): SayKey =>
	value => {
		if (!isDictionaryText(value)) {
			return wrongForm('a dictionary');
		}

		return value.items.length === 0 ? empty : say(value.items, value);
	};

const accessOf = (bits: number): readonly string[] => ['read', 'write', 'execute'].filter((_, index) => (bits & (4 >> index)) !== 0);

const bitsOf = (mode: string): readonly [owner: number, group: number, others: number] => {
	const [owner = 0, group = 0, others = 0] = Array.from(mode.slice(-3), Number);
	return [owner, group, others];
};

const may = (bits: number): string => (bits === 0 ? 'nothing' : joined(accessOf(bits), 'and'));

/** Who may do what with a file of this mode. */
export const permissionsOf = (mode: string): string => {
	const [owner, group, others] = bitsOf(mode);
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
	const [owner, group, others] = bitsOf(mode);
	const losers = [
		...(owner === 0 ? [] : [`the owner ${mayNot(owner)}`]),
		...(group === others && group !== 0 ? [`the group and all others ${mayNot(group)}`] : []),
		...(group === others || group === 0 ? [] : [`the group ${mayNot(group)}`]),
		...(group === others || others === 0 ? [] : [`all others ${mayNot(others)}`]),
	];
	return losers.length === 0 ? 'no permission is taken from new files' : `${joined(losers, 'and')} new files`;
};

/** The largest number that a limit can be means that there is none. */
const isUnlimited = (number: number): boolean => number >= 2 ** 63 - 1024;

export const onLimit =
	(unit: 'bytes' | 'seconds' | 'count', say: (amount: string) => string, unlimited: string): SayKey =>
	({number}) => {
		if (number === null || !(number >= 0)) {
			return wrongForm('a number from 0 up');
		}

		if (isUnlimited(number)) {
			return unlimited;
		}

		const amounts = {
			bytes: () => sizeOf(number, 'B'),
			seconds: () => spanOf(number * 1000),
			count: () => String(number),
		};
		return say(amounts[unit]());
	};
