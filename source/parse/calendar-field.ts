import type {CalendarField} from '../model/calendar.js';

/** The values that a field may have, in its smallest units. */
export type Range = {first: number; last: number};

/** Values of one field: `start`, then every `repeat` up to `stop`; `stop` `null`: up to the end; `repeat` 0: `start` alone. */
type Component = {start: number; stop: number | null; repeat: number};

/** A field, or `null` where it could not be read; the `null` of the field itself means any value. */
export type Read = {field: CalendarField} | null;

/** The fields of a calendar event, and what they may hold. */
export const ranges = {
	year: {first: 1970, last: 2199},
	month: {first: 1, last: 12},
	day: {first: 1, last: 31},
	hour: {first: 0, last: 23},
	minute: {first: 0, last: 59},
	/** Counted from the end, only the days that every month has. */
	dayFromEnd: {first: 1, last: 28},
	microsecond: {first: 0, last: 59_999_999},
} satisfies Readonly<Record<string, Range>>;

const secondUs = 1_000_000;

const maxComponents = 241;
const maxValue = 2 ** 31 - 1;

const ascending = (values: Iterable<number>): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

/** Six digits count, the seventh rounds them. */
const fractionUs = (digits: string): number => Number(digits.slice(0, 6).padEnd(6, '0')) + (/^.{6}[5-9]/.test(digits) ? 1 : 0);

const readValue = (whole: string, fraction: string | undefined, scale: number): number =>
	Number(whole) * scale + (fraction === undefined ? 0 : fractionUs(fraction));

const componentPattern = /^(\d+)(?:\.(\d+))?(?:\.\.(\d+)(?:\.(\d+))?)?(?:\/(\d+)(?:\.(\d+))?)?$/;

/**
`scale`: microseconds in a second for the seconds, which alone have fractions; else 1. A range of seconds without a step is one
second long at least.
*/
const readComponent = (text: string, scale: number): Component | null => {
	const found = componentPattern.exec(text);
	if (found === null) {
		return null;
	}

	const [, first = '', firstPart, last, lastPart, step, stepPart] = found;
	if (scale === 1 && (firstPart ?? lastPart ?? stepPart) !== undefined) {
		return null;
	}

	const start = readValue(first, firstPart, scale);
	const stop = last === undefined ? null : readValue(last, lastPart, scale);
	const repeat = step === undefined ? (stop === null ? 0 : scale) : readValue(step, stepPart, scale);
	const isTooShort = step === undefined ? stop !== null && scale > 1 && stop - start < scale : repeat === 0;
	return Math.max(start, stop ?? 0, repeat) > maxValue || isTooShort ? null : {start, stop, repeat};
};

const fullYear = (year: number): number => (year < 70 ? year + 2000 : year < 100 ? year + 1900 : year);

/** The range ends at its last value; a range of one value, or one that its step leaves at once, is that value. */
const normalise = ({start, stop, repeat}: Component): Component => {
	if (stop === null || stop < start) {
		return {start, stop, repeat};
	}

	const end = repeat > 0 ? stop - ((stop - start) % repeat) : stop;
	return end === start ? {start, stop: null, repeat: 0} : {start, stop: end, repeat};
};

/** A step must lead to one more value at least; from the end of the month it leads to the end. */
const isValid = ({start, stop, repeat}: Component, {first, last}: Range, isFromEnd: boolean): boolean => {
	if (start < first || start > last) {
		return false;
	}

	if (stop === null) {
		return isFromEnd ? start - repeat >= first : start + repeat <= last;
	}

	return stop >= first && stop <= last && start + repeat <= stop;
};

const expand = ({start, stop, repeat}: Component, {first, last}: Range, isFromEnd: boolean): readonly number[] => {
	if (repeat === 0) {
		return [start];
	}

	const isBackwards = isFromEnd && stop === null;
	const count = Math.floor((isBackwards ? start - first : (stop ?? last) - start) / repeat) + 1;
	return Array.from({length: count}, (_, index) => (isBackwards ? start - index * repeat : start + index * repeat));
};

/** Steps under a second touch every second on their way. */
const expandSeconds = (component: Component): readonly number[] => {
	const {start, stop, repeat} = component;
	if (repeat === 0 || repeat >= secondUs) {
		return expand(component, ranges.microsecond, false).map(us => Math.floor(us / secondUs));
	}

	const end = start + Math.floor(((stop ?? ranges.microsecond.last) - start) / repeat) * repeat;
	return expand({start: Math.floor(start / secondUs), stop: Math.floor(end / secondUs), repeat: 1}, ranges.microsecond, false);
};

const readComponents = (text: string, scale: number): readonly Component[] | null => {
	const parts = text.split(',', maxComponents + 1);
	const components = parts.length > maxComponents ? [] : parts.map(part => readComponent(part, scale)).filter(part => part !== null);
	return components.length === parts.length ? components : null;
};

/** Ascending; all values are as good as any. */
export const fieldOf = (values: Iterable<number>, size: number): CalendarField => {
	const sorted = ascending(values);
	return sorted.length === size ? null : sorted;
};

const withFullYears = ({start, stop, repeat}: Component): Component => ({
	start: fullYear(start),
	stop: stop === null ? null : fullYear(stop),
	repeat,
});

const inOrder = (components: readonly Component[]): readonly Component[] => {
	const different = new Map(components.map(component => [Object.values(component).join(' '), component]));
	return [...different.values()].sort((a, b) => a.start - b.start || (a.stop ?? -1) - (b.stop ?? -1) || a.repeat - b.repeat);
};

/** Days from the end of the month, 28 at the most; of several, systemd allows the second 25, the third 22, and so on. */
const readDaysFromEnd = (components: readonly Component[]): Read => {
	const {first, last} = ranges.dayFromEnd;
	const ordered = inOrder(components);
	return ordered.every((component, index) => isValid(component, {first, last: last - 3 * index}, true))
		? {field: ascending(ordered.flatMap(component => expand(component, ranges.dayFromEnd, true)))}
		: null;
};

/** A field without fractions: `*`, `5`, `1,3`, `1..5`, `0/15`, `8..18/2`. */
export const readField = (text: string, range: Range): Read => {
	const read = text === '*' ? [] : readComponents(text, 1);
	if (read === null || read.length === 0) {
		return read && {field: null};
	}

	const components = (range === ranges.year ? read.map(withFullYears) : read).map(normalise);
	if (range === ranges.dayFromEnd) {
		return readDaysFromEnd(components);
	}

	return components.every(component => isValid(component, range, false))
		? {field: fieldOf(new Set(components.flatMap(component => expand(component, range, false))), range.last - range.first + 1)}
		: null;
};

/** Seconds, which may have fractions; those are cut. */
export const readSeconds = (text: string): Read => {
	if (text === '*') {
		return {field: null};
	}

	const components = readComponents(text, secondUs)?.map(normalise);
	return components?.every(component => isValid(component, ranges.microsecond, false))
		? {field: fieldOf(components.flatMap(expandSeconds), 60)}
		: null;
};
