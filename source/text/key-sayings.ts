import type {KeyValue} from '../model/config.js';

/** Says what a key means for its value. */
export type SayKey = (value: KeyValue) => string;

/** What a language says of values that have another form than launchd expects, and of amounts. */
type SayingWords = {
	wrongForm: (expected: string) => string;
	flag: string;
	text: string;
	number: string;
	range: (lowest: number, highest: number) => string;
	seconds: string;
	textList: string;
	dictionary: string;
	positive: string;
	spanOf: (durationMs: number) => string;
	sizeOf: (bytes: number, suffix: string) => string;
};

/** A long path keeps its end, any other text its start. */
const shortenKey = (text: string, maxCharacters = 100): string => {
	const characters = text.length > maxCharacters ? Array.from(text) : [];
	if (characters.length <= maxCharacters) {
		return text;
	}

	const half = Math.floor(maxCharacters / 2);
	return text.startsWith('/')
		? `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`
		: `${characters.slice(0, maxCharacters).join('')}…`;
};

/** The first of a list, and how many are left out; one more than asked for is shown rather than counted. */
export const someItems = (items: readonly string[], most: number): {shown: readonly string[]; rest: number} => {
	const shown = items.slice(0, items.length === most + 1 ? most + 1 : most).map(item => shortenKey(item));
	return {shown, rest: items.length - shown.length};
};

/** A dictionary's text stands in braces, and is none of its keys. */
export const isDictionaryText = ({text, items}: KeyValue): boolean => text.startsWith('{') && items[0] !== text;

const isText = (value: KeyValue): boolean => value.flag === null && value.number === null && value.text !== '' && !isDictionaryText(value);

/** The largest number that a limit can be means that there is none. */
const isUnlimited = (number: number): boolean => number >= 2 ** 63 - 1024;

const sayFlags = ({wrongForm, flag: flagWords}: SayingWords) => ({
	onFlag:
		(yes: string, no: string): SayKey =>
		({flag}) =>
			flag === null ? wrongForm(flagWords) : flag ? yes : no,
	/** The same about a name that somebody chose. */
	onNamedFlag:
		(yes: (name: string) => string, no: (name: string) => string): SayKey =>
		({flag, name}) =>
			flag === null ? wrongForm(flagWords) : (flag ? yes : no)(shortenKey(name ?? '')),
});

const sayTexts = ({wrongForm, text: textWords}: SayingWords) => ({
	onText:
		(say: (text: string) => string): SayKey =>
		value =>
			isText(value) ? say(shortenKey(value.text, 200)) : wrongForm(textWords),
	/** Texts with a meaning of their own, and what is said of others. */
	onWord:
		(words: Readonly<Record<string, string>>, other: (text: string) => string): SayKey =>
		value =>
			isText(value)
				? ((Object.hasOwn(words, value.text) ? words[value.text] : null) ?? other(shortenKey(value.text)))
				: wrongForm(textWords),
});

const sayNumbers = (words: SayingWords) => ({
	onNumber:
		(say: (number: number) => string): SayKey =>
		({number}) =>
			number === null ? words.wrongForm(words.number) : say(number),
	/** A whole number of a range. */
	onRange:
		(lowest: number, highest: number, say: (number: number) => string): SayKey =>
		({number}) =>
			number !== null && Number.isInteger(number) && number >= lowest && number <= highest
				? say(number)
				: words.wrongForm(words.range(lowest, highest)),
	onSpan:
		(say: (span: string, durationMs: number) => string): SayKey =>
		({durationMs}) =>
			durationMs === null ? words.wrongForm(words.seconds) : say(words.spanOf(durationMs), durationMs),
	onLimit:
		(unit: 'bytes' | 'seconds' | 'count', say: (amount: string) => string, unlimited: string): SayKey =>
		({number}) => {
			if (number === null || !(number >= 0)) {
				return words.wrongForm(words.positive);
			}

			if (isUnlimited(number)) {
				return unlimited;
			}

			const amounts = {
				bytes: () => words.sizeOf(number, 'B'),
				seconds: () => words.spanOf(number * 1000),
				count: () => String(number),
			};
			return say(amounts[unit]());
		},
});

const sayLists = ({wrongForm, textList, dictionary}: SayingWords) => ({
	/** A list, or a single text where that may be. */
	onList:
		(say: (items: readonly string[]) => string, empty: string): SayKey =>
		value => {
			if (value.text === '') {
				return empty;
			}

			return value.items.length > 0 && value.flag === null && !isDictionaryText(value) ? say(value.items) : wrongForm(textList);
		},
	onDictionary:
		(say: (keys: readonly string[], value: KeyValue) => string, empty: string): SayKey =>
		value => {
			if (!isDictionaryText(value)) {
				return wrongForm(dictionary);
			}

			return value.items.length === 0 ? empty : say(value.items, value);
		},
});

/** Makers of sentences about a key's value, one for each form that a value may have, in the words of one language. */
export const keySayings = (words: SayingWords) => ({
	...sayFlags(words),
	...sayTexts(words),
	...sayNumbers(words),
	...sayLists(words),
});

/** What owner, group and all others may do by the last three digits of a file mode: 4 read, 2 write, 1 execute. */
export const modeBits = (mode: string): readonly [owner: number, group: number, others: number] => {
	const [owner = 0, group = 0, others = 0] = Array.from(mode.slice(-3), Number);
	return [owner, group, others];
};

/** The words for those of three permissions that a digit of a mode has. */
export const accessWords = (bits: number, words: readonly [read: string, write: string, execute: string]): readonly string[] =>
	words.filter((_, index) => (bits & (4 >> index)) !== 0);
