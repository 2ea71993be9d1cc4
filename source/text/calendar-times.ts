import type {CalendarEvent, CalendarField} from '../model/calendar.js';

export const daySeconds = 86_400;

/** So many times of a day are named one by one. */
const maxTimes = 6;

/** Values one step apart, or one value with a step of 0. */
export type Steps = {first: number; step: number; count: number};

/** When on a day: times in seconds, a row of times in seconds that are one step apart, or where there is no rule, field after field. */
export type CalendarTimes =
	| {type: 'at'; at: readonly number[]}
	| {type: 'steps'; steps: Steps}
	| {type: 'fields'; hours: CalendarField; minutes: CalendarField; seconds: CalendarField};

export const two = (value: number): string => String(value).padStart(2, '0');

const full = (field: CalendarField, size: number): readonly number[] => field ?? Array.from({length: size}, (_, index) => index);

export const stepsOf = (values: readonly number[]): Steps | null => {
	const [first, second] = values;
	if (first === undefined) {
		return null;
	}

	const step = second === undefined ? 0 : second - first;
	return values.every((value, index) => value === first + index * step) ? {first, step, count: values.length} : null;
};

/** Steps of a smaller unit within each step of a larger one: they make one row where the smaller ones fill the larger. */
const combined = (larger: Steps | null, smaller: Steps | null): Steps | null => {
	if (larger === null || smaller === null) {
		return null;
	}

	const first = larger.first * 60 + smaller.first;
	if (smaller.count === 1) {
		return {first, step: larger.step * 60, count: larger.count};
	}

	const isRow = larger.count === 1 || (larger.step === 1 && smaller.step * smaller.count === 60);
	return isRow ? {first, step: smaller.step, count: larger.count * smaller.count} : null;
};

export const timesOf = ({hours, minutes, seconds}: CalendarEvent): CalendarTimes => {
	const [allHours, allMinutes, allSeconds] = [full(hours, 24), full(minutes, 60), full(seconds, 60)];
	const count = allHours.length * allMinutes.length * allSeconds.length;
	const steps = combined(combined(stepsOf(allHours), stepsOf(allMinutes)), stepsOf(allSeconds));
	if (steps !== null && count > 3) {
		return {type: 'steps', steps};
	}

	return count <= maxTimes
		? {type: 'at', at: allHours.flatMap(hour => allMinutes.flatMap(minute => allSeconds.map(second => (hour * 60 + minute) * 60 + second)))}
		: {type: 'fields', hours, minutes, seconds};
};

/** The first times of a day in order, and how many are left out. */
export const someTimes = (at: readonly number[]): {shown: readonly number[]; hidden: number} => {
	const times = [...new Set(at)].sort((a, b) => a - b);
	const shown = times.length > maxTimes + 1 ? times.slice(0, maxTimes) : times;
	return {shown, hidden: times.length - shown.length};
};

/** Times of day such as `08:05`, with seconds where any of them has some. */
export const clocks = (times: readonly number[]): readonly string[] => {
	const hasSeconds = times.some(time => time % 60 !== 0);
	return times.map(time => {
		const minutes = `${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}`;
		return hasSeconds ? `${minutes}:${two(time % 60)}` : minutes;
	});
};

/** What a row of times is: it fills the day, from midnight on or later, or stands between two times of day. */
export const rowOf = ({first, step, count}: Steps): 'day' | 'later' | 'between' =>
	step * count !== daySeconds ? 'between' : first === 0 ? 'day' : 'later';

/** The last of a row. */
export const lastOf = ({first, step, count}: Steps): number => first + step * (count - 1);
