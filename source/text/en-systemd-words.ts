import type {KeyValue} from '../model/config.js';
import {listed, permissionsOf, sizeOf, spanOf} from './en-values.js';

/** Says what a directive means for its value. `now` is that of the explanation. */
export type SayDirective = (value: KeyValue, now: number) => string;

/** An empty value where one may be empty. */
export const takenBack = 'Takes back what was set before.';

export const missing = 'Ignored: the value is missing, and what was set before stays.';

export const wrong = ({text}: KeyValue): string => (text === '' ? missing : `${shorten(text, 40)} is not a value systemd knows here.`);

export const shorten = (text: string, most = 80): string => {
	const characters = Array.from(text.slice(0, most * 2 + 2));
	return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
};

/** A few of a list, without naming the same twice. */
export const someOf = (items: readonly string[], most = 4): string => listed([...new Set(items)], most);

export const isOne = (items: readonly string[]): boolean => new Set(items).size === 1;

/** The right word for one or for several. */
export const either = (items: readonly string[], one: string, many: string): string => (isOne(items) ? one : many);

export const onFlag =
	(yes: string, no: string, empty: string = missing): SayDirective =>
	value =>
		value.text === '' ? empty : value.flag === null ? wrong(value) : value.flag ? yes : no;

/** Words that have a sentence each; other words for yes and no are as good where these are among them. */
export const onChoice =
	(words: Readonly<Record<string, string>>, empty: string = missing): SayDirective =>
	value => {
		if (value.text === '') {
			return empty;
		}

		const same = value.flag === null ? '' : value.flag ? 'yes' : 'no';
		const found = [value.text, same].find(word => Object.hasOwn(words, word));
		return found === undefined ? wrong(value) : (words[found] ?? '');
	};

/** Any text; an empty one takes back what was set before. */
export const onText =
	(say: (text: string, value: KeyValue) => string, empty: string = takenBack): SayDirective =>
	value =>
		value.text === '' ? empty : say(shorten(value.text), value);

/** A path from the root; one that begins with `-` may be missing. */
export const onPath =
	(say: (path: string, value: KeyValue) => string, empty: string = takenBack): SayDirective =>
	value =>
		value.text === '' ? empty : /^(?:-?[/%]|-?~$)/.test(value.text) ? say(shorten(value.text), value) : wrong(value);

/** The words of a list. */
export const onList =
	(say: (items: readonly string[]) => string, empty: string = takenBack): SayDirective =>
	({items, text}) =>
		text === '' || items.length === 0 ? empty : say(items);

/** A list that forbids what it names where it begins with a tilde. `nothing`: what is said of a tilde alone. */
export const onFilter =
	(
		allow: (items: readonly string[]) => string,
		deny: (items: readonly string[]) => string,
		empty: string = takenBack,
		nothing = 'Names nothing to forbid.',
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
	};

export const onNumber =
	(say: (number: number) => string, empty: string = missing): SayDirective =>
	value =>
		value.text === '' ? empty : value.number === null ? wrong(value) : say(value.number);

/** A number within bounds. */
export const onRange =
	(lowest: number, highest: number, say: (number: number) => string, empty: string = takenBack): SayDirective =>
	value =>
		value.text === '' ? empty : value.number === null || value.number < lowest || value.number > highest ? wrong(value) : say(value.number);

export type Spans = {
	/** What is said of an empty value. */
	empty?: string;
	/** What no time at all means, where that is not simply no time. */
	zero?: string;
	forever?: string;
};

export const onSpan =
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

		return value.durationMs === Number.POSITIVE_INFINITY ? (forever ?? say('an unlimited time')) : say(systemdSpan(value.durationMs));
	};

/** Down to microseconds, which systemd counts in. */
export const systemdSpan = (durationMs: number): string =>
	durationMs > 0 && durationMs < 1 ? `${Math.round(durationMs * 1000)} µs` : spanOf(durationMs);

export const bytesOf = (number: number): string => sizeOf(number);

/** A size in bytes, or where that may be a share of something, in percent. `share` is what it is a share of. */
export const onSize =
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
		return share === null || percent === undefined ? wrong(value) : say(`${percent} % of ${share}`);
	};

export const onMode =
	(say: (permissions: string) => string): SayDirective =>
	value =>
		value.text === '' ? missing : value.mode === null ? wrong(value) : say(permissionsOf(value.mode));

/** One limit of the kernel in words; `null`: none that there can be. A number with a unit of time stays as it is written. */
const limitWords = (text: string, format: (number: number) => string): string | null => {
	const found = /^(\d{1,20})([KMGTPE]?)$/.exec(text);
	if (found !== null) {
		return format(Number(found[1]) * 1024 ** ' KMGTPE'.indexOf(found[2] || ' '));
	}

	return text === 'infinity' ? 'no limit' : /^[+-]?\d[\w. ]{0,30}$/.test(text) ? text : null;
};

/** A limit of the kernel: one number, or `soft:hard`. `read`: one of these in words, `no limit`, or `null` where there can be none such. */
export const onReadLimit =
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

		const sentence = soft === 'no limit' ? unlimited : say(soft);
		const room = hard === 'no limit' ? 'It may raise that itself without limit.' : `It may change that itself, up to ${hard}.`;
		return soft === hard ? sentence : `${sentence} ${room}`;
	};

export const onLimit = (say: (limit: string) => string, unlimited: string, format: (number: number) => string = String): SayDirective =>
	onReadLimit(say, unlimited, text => limitWords(text, format));

/** Numbers of a limit that counts time, in that unit. */
export const spanOfLimit =
	(unit: 's' | 'µs') =>
	(number: number): string =>
		systemdSpan(unit === 's' ? number * 1000 : number / 1000);
