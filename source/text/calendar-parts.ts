import type {CalendarEvent, CalendarField} from '../model/calendar.js';
import {type CalendarTimes, daySeconds, stepsOf, timesOf, two} from './calendar-times.js';

/** The last year that calendars know. */
const lastYear = 2199;

/** So many days with their times are named one by one. */
const maxPhrases = 3;

const fieldNames = ['weekdays', 'days', 'months', 'years', 'hours', 'minutes', 'seconds'] as const;

/** `1, 2, 3, 7` as `1 to 3` and `7`: the first and the last of each row, which are the same where a value stands alone. Two make no row. */
export const rowsOf = (values: readonly number[]): readonly (readonly [first: number, last: number])[] => {
	const found: number[][] = [];
	for (const value of values) {
		const row = found.at(-1);
		if (row?.at(-1) === value - 1) {
			row.push(value);
		} else {
			found.push([value]);
		}
	}

	return found.flatMap(row => (row.length < 3 ? row.map(value => [value, value] as const) : [[row[0] ?? 0, row.at(-1) ?? 0] as const]));
};

/** 1 Monday to 7 Sunday, for weeks that begin on Monday. */
export const fromMonday = (weekdays: readonly number[]): readonly number[] => weekdays.map(day => day || 7).sort((a, b) => a - b);

/** Years that follow a rule: `last` is `null` where it has no end. `null`: they follow none, or are too few. */
type YearRule = {first: number; last: number | null; step: number};

export const yearRuleOf = (years: readonly number[]): YearRule | null => {
	const steps = stepsOf(years);
	const [first = 0, last = 0] = [years[0], years.at(-1)];
	return steps === null || steps.count < 3 ? null : {first, last: last + steps.step > lastYear ? null : last, step: steps.step};
};

/** Which of its month the weekday is on seven days in a row: 1 to 4, -1 the last; `null`: these days make no such week. */
export const weekOfMonth = (days: readonly number[], isFromEnd: boolean): 1 | 2 | 3 | 4 | -1 | null => {
	const first = days[0] ?? 0;
	if (days.length !== 7 || days.at(-1) !== first + 6) {
		return null;
	}

	return isFromEnd ? (first === 1 ? -1 : null) : (([1, 2, 3, 4] as const)[(first - 1) / 7] ?? null);
};

const covers = (field: CalendarField, size: number): boolean => field?.length === size;

/** What holds for all values is left out. */
const simplified = (event: CalendarEvent): CalendarEvent => {
	const {weekdays, days, isFromEnd, isEitherDay} = event;
	const isEveryDay = covers(weekdays, 7) || (covers(days, 31) && !isFromEnd);
	return {
		...event,
		weekdays: covers(weekdays, 7) || (isEveryDay && isEitherDay) ? null : weekdays,
		days: (covers(days, 31) && !isFromEnd) || (isEveryDay && isEitherDay && weekdays !== null) ? null : days,
		months: covers(event.months, 12) ? null : event.months,
		hours: covers(event.hours, 24) ? null : event.hours,
		minutes: covers(event.minutes, 60) ? null : event.minutes,
		seconds: covers(event.seconds, 60) ? null : event.seconds,
	};
};

const union = (a: CalendarField, b: CalendarField): CalendarField =>
	a === null || b === null ? null : [...new Set([...a, ...b])].sort((x, y) => x - y);

/** Events that differ in one field only are one event. */
const merged = (events: readonly CalendarEvent[], name: (typeof fieldNames)[number]): readonly CalendarEvent[] => {
	const found = new Map<string, CalendarEvent>();
	for (const event of events) {
		const key = JSON.stringify({...event, [name]: event[name] === null});
		const same = found.get(key);
		found.set(key, same === undefined ? event : {...event, [name]: union(same[name], event[name])});
	}

	return [...found.values()];
};

/** All times of one kind of day. `event` tells which days. */
export type CalendarPhrase = {event: CalendarEvent; times: CalendarTimes; events: number};

const dayKey = ({weekdays, days, months, years, isFromEnd, isEitherDay, timeZone}: CalendarEvent): readonly unknown[] => [
	weekdays,
	days,
	months,
	years,
	days !== null && isFromEnd,
	days !== null && weekdays !== null && isEitherDay,
	timeZone,
];

/** Times of the same days stand together. */
const grouped = (phrases: readonly CalendarPhrase[]): readonly CalendarPhrase[] => {
	const found = new Map<string, CalendarPhrase>();
	for (const phrase of phrases) {
		const key = JSON.stringify([...dayKey(phrase.event), phrase.times.type === 'at' ? null : phrase.times]);
		const same = found.get(key);
		if (same?.times.type === 'at' && phrase.times.type === 'at') {
			found.set(key, {...same, times: {type: 'at', at: [...same.times.at, ...phrase.times.at]}, events: same.events + 1});
		} else {
			found.set(key, phrase);
		}
	}

	return [...found.values()];
};

/** Events as a few kinds of days with their times, and how many events are left out. `timeZone`: that of all, where `isOneZone`. */
type CalendarPhrases = {
	shown: readonly CalendarPhrase[];
	hidden: number;
	isOneZone: boolean;
	timeZone: string | null;
};

/** What is said of events, those that never come aside. */
export const calendarPhrases = (events: readonly CalendarEvent[]): CalendarPhrases => {
	const possible = events.filter(event => fieldNames.every(name => event[name]?.length !== 0));
	const phrases = grouped(
		fieldNames
			.reduce(merged, possible)
			.map(simplified)
			.map(event => ({event, times: timesOf(event), events: 1})),
	);
	const shown = phrases.length > maxPhrases + 1 ? phrases.slice(0, maxPhrases) : phrases;
	const timeZone = phrases[0]?.event.timeZone ?? null;
	return {
		shown,
		hidden: phrases.slice(shown.length).reduce((sum, phrase) => sum + phrase.events, 0),
		isOneZone: phrases.every(({event}) => event.timeZone === timeZone),
		timeZone,
	};
};

const dayNumber = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (daySeconds * 1000);

/** A moment in the reader's time zone. `daysAhead`: 0 today, 1 tomorrow, -1 yesterday. `month` from 1, `weekday` from 0, Sunday. */
type Moment = {
	daysAhead: number;
	year: number;
	isThisYear: boolean;
	month: number;
	day: number;
	weekday: number;
	/** `03:15`. */
	time: string;
};

/** `null`: there is no such moment. */
export const momentOf = (at: number, now: number): Moment | null => {
	const [moment, present] = [new Date(at), new Date(now)];
	if (Number.isNaN(moment.getTime())) {
		return null;
	}

	return {
		daysAhead: dayNumber(moment) - dayNumber(present),
		year: moment.getFullYear(),
		isThisYear: moment.getFullYear() === present.getFullYear(),
		month: moment.getMonth() + 1,
		day: moment.getDate(),
		weekday: moment.getDay(),
		time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
	};
};
