import type {KeyValue} from '../model/config.js';

/** Says what a directive means for its value. `now` is that of the explanation. */
export type SayDirective = (value: KeyValue, now: number) => string;

/** What a language says of empty, wrong and unlimited values, and of amounts. */
type DirectiveWords = {
	/** An empty value where one may be empty. */
	takenBack: string;
	missing: string;
	wrong: (value: KeyValue) => string;
	nothingForbidden: string;
	/** A span without end. */
	unlimitedTime: string;
	/** A limit that is none. */
	noLimit: string;
	shareOf: (percent: string, whole: string) => string;
	/** How far a process may raise a limit itself; `null`: without end. */
	room: (limit: string | null) => string;
	spanOf: (durationMs: number) => string;
	microseconds: (count: number) => string;
	sizeOf: (bytes: number) => string;
	permissionsOf: (mode: string) => string;
};

export type Spans = {
	/** What is said of an empty value. */
	empty?: string;
	/** What no time at all means, where that is not simply no time. */
	zero?: string;
	forever?: string;
};

export const shorten = (text: string, most = 80): string => {
	const characters = Array.from(text.slice(0, most * 2 + 2));
	return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
};

export const isOne = (items: readonly string[]): boolean => new Set(items).size === 1;

/** The right word for one or for several. */
export const either = (items: readonly string[], one: string, many: string): string => (isOne(items) ? one : many);

const choiceSayings = ({missing, wrong}: DirectiveWords) => ({
	onFlag:
		(yes: string, no: string, empty: string = missing): SayDirective =>
		value =>
			value.text === '' ? empty : value.flag === null ? wrong(value) : value.flag ? yes : no,
	/** Words that have a sentence each; other words for yes and no are as good where these are among them. */
	onChoice:
		(words: Readonly<Record<string, string>>, empty: string = missing): SayDirective =>
		value => {
			if (value.text === '') {
				return empty;
			}

			const same = value.flag === null ? '' : value.flag ? 'yes' : 'no';
			const found = [value.text, same].find(word => Object.hasOwn(words, word));
			return found === undefined ? wrong(value) : (words[found] ?? '');
		},
});

const textSayings = ({takenBack, wrong}: DirectiveWords) => ({
	/** Any text; an empty one takes back what was set before. */
	onText:
		(say: (text: string, value: KeyValue) => string, empty: string = takenBack): SayDirective =>
		value =>
			value.text === '' ? empty : say(shorten(value.text), value),
	/** A path from the root; one that begins with `-` may be missing. */
	onPath:
		(say: (path: string, value: KeyValue) => string, empty: string = takenBack): SayDirective =>
		value =>
			value.text === '' ? empty : /^(?:-?[/%]|-?~$)/.test(value.text) ? say(shorten(value.text), value) : wrong(value),
});

const listSayings = ({takenBack, nothingForbidden}: DirectiveWords) => ({
	/** The words of a list. */
	onList:
		(say: (items: readonly string[]) => string, empty: string = takenBack): SayDirective =>
		({items, text}) =>
			text === '' || items.length === 0 ? empty : say(items),
	/** A list that forbids what it names where it begins with a tilde. `nothing`: what is said of a tilde alone. */
	onFilter:
		(
			allow: (items: readonly string[]) => string,
			deny: (items: readonly string[]) => string,
			empty: string = takenBack,
			nothing: string = nothingForbidden,
		): SayDirective =>
		({items, text}) => {
			if (text === '') {
				return empty;
			}

			const [first = '', ...rest] = items;
			if (!first.startsWith('~')) {
				return allow(items);
			}

			const denied = [first.slice(1), ...rest].filter(item => item !== '');
			return denied.length === 0 ? nothing : deny(denied);
		},
});

const numberSayings = ({missing, takenBack, wrong}: DirectiveWords) => ({
	onNumber:
		(say: (number: number) => string, empty: string = missing): SayDirective =>
		value =>
			value.text === '' ? empty : value.number === null || !Number.isFinite(value.number) ? wrong(value) : say(value.number),
	/** A number within bounds. */
	onRange:
		(lowest: number, highest: number, say: (number: number) => string, empty: string = takenBack): SayDirective =>
		value =>
			value.text === ''
				? empty
				: value.number === null || value.number < lowest || value.number > highest
					? wrong(value)
					: say(value.number),
});

const amountSayings = (words: DirectiveWords) => {
	const {missing, takenBack, wrong} = words;
	/** Down to microseconds, which systemd counts in. */
	const systemdSpan = (durationMs: number): string =>
		durationMs > 0 && durationMs < 1 ? words.microseconds(Math.round(durationMs * 1000)) : words.spanOf(durationMs);
	const bytesOf = (number: number): string => words.sizeOf(number);
	const onSpan =
		(say: (span: string) => string, {zero, forever, empty}: Spans = {}): SayDirective =>
		value => {
			if (value.text === '') {
				return empty ?? missing;
			}

			if (value.durationMs === null) {
				return wrong(value);
			}

			if (value.durationMs === 0 && zero !== undefined) {
				return zero;
			}

			return value.durationMs === Number.POSITIVE_INFINITY ? (forever ?? say(words.unlimitedTime)) : say(systemdSpan(value.durationMs));
		};
	/** A size in bytes, or where that may be a share of something, in percent. `share` is what it is a share of. */
	const onSize =
		(say: (size: string) => string, unlimited: string, share: string | null = null, empty: string = takenBack): SayDirective =>
		value => {
			if (value.text === '') {
				return empty;
			}

			if (value.number === Number.POSITIVE_INFINITY) {
				return unlimited;
			}

			if (value.number !== null) {
				return say(bytesOf(value.number));
			}

			const percent = /^(\d+(?:\.\d+)?)%$/.exec(value.text)?.[1];
			return share === null || percent === undefined ? wrong(value) : say(words.shareOf(percent, share));
		};
	const onMode =
		(say: (permissions: string) => string): SayDirective =>
		value =>
			value.text === '' ? missing : value.mode === null ? wrong(value) : say(words.permissionsOf(value.mode));
	return {systemdSpan, bytesOf, onSpan, onSize, onMode};
};

const limitSayings = ({missing, wrong, noLimit, room}: DirectiveWords) => {
	/** One limit of the kernel in words; `null`: none that there can be. A number with a unit of time stays as it is written. */
	const limitWords = (text: string, format: (number: number) => string): string | null => {
		const found = /^(\d{1,20})([KMGTPE]?)$/.exec(text);
		if (found !== null) {
			return format(Number(found[1]) * 1024 ** ' KMGTPE'.indexOf(found[2] || ' '));
		}

		return text === 'infinity' ? noLimit : /^[+-]?\d[\w. ]{0,30}$/.test(text) ? text : null;
	};

	/** A limit of the kernel: one number, or `soft:hard`. `read`: one of these in words, `noLimit`, or `null` where there can be none such. */
	const onReadLimit =
		(say: (limit: string) => string, unlimited: string, read: (text: string) => string | null): SayDirective =>
		value => {
			if (value.text === '') {
				return missing;
			}

			const [first = '', second] = value.text.split(':', 2);
			const soft = read(first);
			const hard = second === undefined ? soft : read(second);
			if (soft === null || hard === null) {
				return wrong(value);
			}

			const sentence = soft === noLimit ? unlimited : say(soft);
			return soft === hard ? sentence : `${sentence} ${room(hard === noLimit ? null : hard)}`;
		};

	const onLimit = (say: (limit: string) => string, unlimited: string, format: (number: number) => string = String): SayDirective =>
		onReadLimit(say, unlimited, text => limitWords(text, format));
	return {onReadLimit, onLimit};
};

/** Makers of sentences about a directive's value, one for each form that a value may have, in the words of one language. */
export const directiveSayings = (words: DirectiveWords) => {
	const amounts = amountSayings(words);
	/** Numbers of a limit that counts time, in that unit. */
	const spanOfLimit =
		(unit: 's' | 'µs') =>
		(number: number): string =>
			amounts.systemdSpan(unit === 's' ? number * 1000 : number / 1000);
	return {
		...choiceSayings(words),
		...textSayings(words),
		...listSayings(words),
		...numberSayings(words),
		...amounts,
		...limitSayings(words),
		spanOfLimit,
	};
};
