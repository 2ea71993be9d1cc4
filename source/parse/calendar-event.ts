import type {CalendarEvent, CalendarField} from '../model/calendar.js';
import {fieldOf, type Range, type Read, ranges, readField, readSeconds} from './calendar-field.js';

type Day = Pick<CalendarEvent, 'years' | 'months' | 'days' | 'isFromEnd'>;
type Time = Pick<CalendarEvent, 'hours' | 'minutes' | 'seconds'>;

const everyDay: Day = {years: null, months: null, days: null, isFromEnd: false};
const midnight: Time = {hours: [0], minutes: [0], seconds: [0]};

const yearly: Partial<CalendarEvent> = {months: [1], days: [1]};
const semiannually: Partial<CalendarEvent> = {months: [1, 7], days: [1]};

const shorthands: ReadonlyMap<string, Partial<CalendarEvent>> = new Map([
	['minutely', {hours: null, minutes: null}],
	['hourly', {hours: null}],
	['daily', {}],
	['weekly', {weekdays: [1]}],
	['monthly', {days: [1]}],
	['quarterly', {months: [1, 4, 7, 10], days: [1]}],
	['yearly', yearly],
	['annually', yearly],
	['anually', yearly],
	['semiannually', semiannually],
	['semi-annually', semiannually],
	['biannually', semiannually],
	['bi-annually', semiannually],
]);

const datePattern = /^([^~-]+)(?:-([^~-]+))?([~-])([^~-]+)$/;

/** `2026-11-22`, `11-22`, `*-02~1`. */
const readDate = (text: string): Day | null => {
	const [, first = '', second, separator, last = ''] = datePattern.exec(text) ?? [];
	const isFromEnd = separator === '~' && last !== '*';
	const years = second === undefined ? {field: null} : readField(first, ranges.year);
	const months = readField(second ?? first, ranges.month);
	const days = readField(last, isFromEnd ? ranges.dayFromEnd : ranges.day);
	return years && months && days && {years: years.field, months: months.field, days: days.field, isFromEnd};
};

/** `3:15`, `3:15:30.5`. */
const readTime = (text: string): Time | null => {
	const [hour = '', minute = '', second = '0', ...more] = text.split(':', 4);
	const hours = readField(hour, ranges.hour);
	const minutes = readField(minute, ranges.minute);
	const seconds = readSeconds(second);
	return more.length === 0 && hours && minutes && seconds ? {hours: hours.field, minutes: minutes.field, seconds: seconds.field} : null;
};

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 1 Monday to 7 Sunday, the week that ranges run through. */
const weekdayOf = (name: string): number | null => {
	const index =
		name.length > 9 ? -1 : weekdayNames.findIndex(full => full === name.toLowerCase() || full.slice(0, 3) === name.toLowerCase());
	return index < 0 ? null : index || 7;
};

/** `Mon`, `Mon..Fri`, and the older `Mon-Fri`. */
const weekdayRange = (text: string): readonly number[] | null => {
	const [, first = '', last = first] = /^([a-z]+)(?:(?:\.\.|-)([a-z]+))?$/i.exec(text) ?? [];
	const start = weekdayOf(first);
	const stop = weekdayOf(last);
	return start === null || stop === null || start > stop ? null : Array.from({length: stop - start + 1}, (_, index) => (start + index) % 7);
};

/** `Mon..Wed,Sat`, also with a comma at the end. */
const readWeekdays = (text: string): Read => {
	const days = new Set<number>();
	for (const part of text.replace(/,$/, '').split(',')) {
		const range = weekdayRange(part);
		if (range === null) {
			return null;
		}

		for (const day of range) {
			days.add(day);
		}
	}

	return {field: fieldOf(days, 7)};
};

/** `@1790000000`: that second, whatever the zone. */
const readEpoch = (text: string): (Day & Time) | null => {
	const seconds = Number(/^@[\t-\r ]*\+?(\d+)$/.exec(text)?.[1] ?? Number.NaN);
	const date = new Date(seconds * 1000);
	const year = date.getUTCFullYear();
	return year <= ranges.year.last
		? {
				years: [year],
				months: [date.getUTCMonth() + 1],
				days: [date.getUTCDate()],
				isFromEnd: false,
				hours: [date.getUTCHours()],
				minutes: [date.getUTCMinutes()],
				seconds: [date.getUTCSeconds()],
			}
		: null;
};

/** The first word, and what follows the spaces after it. */
const cutAtSpaces = (text: string): [string, string] => {
	const end = text.indexOf(' ');
	return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end).replace(/^ +/, '')];
};

/** A date, a time, or both with spaces between; nothing is midnight of every day. */
const readDayAndTime = (text: string): (Day & Time) | null => {
	const [first, rest] = cutAtSpaces(text);
	const isTime = first === '' || first.includes(':');
	const day = isTime ? everyDay : readDate(first);
	const time = (isTime ? text : rest) === '' ? midnight : readTime(isTime ? text : rest);
	return day && time && {...day, ...time};
};

const readEvent = (text: string): Omit<CalendarEvent, 'timeZone' | 'isEitherDay'> | null => {
	const shorthand = shorthands.get(text.toLowerCase());
	if (shorthand !== undefined) {
		return {weekdays: null, ...everyDay, ...midnight, ...shorthand};
	}

	const [weekday, rest] = /^[a-z]/i.test(text) ? cutAtSpaces(text) : ['', text];
	const weekdays = weekday === '' ? {field: null} : readWeekdays(weekday);
	const moment = rest.startsWith('@') ? readEpoch(rest) : readDayAndTime(rest);
	return weekdays && moment && {weekdays: weekdays.field, ...moment};
};

/** The names of three capitals that the IANA database has; others are abbreviations that mean different zones to different people. */
const shortZones = ['CET', 'EET', 'EST', 'GMT', 'HST', 'MET', 'MST', 'PRC', 'ROC', 'ROK', 'UCT', 'UTC', 'WET'];

/** Exact also in capitals and small letters, as the names of files are. */
const isZone = (name: string): boolean => {
	if (!/^[A-Z][\w+-]{0,31}(?:\/[A-Z][\w+-]{0,31}){0,2}$/.test(name) || (/^[A-Z]{3}$/.test(name) && !shortZones.includes(name))) {
		return false;
	}

	try {
		const known = new Intl.DateTimeFormat('en-US', {timeZone: name}).resolvedOptions().timeZone;
		return known === name || known.toLowerCase() !== name.toLowerCase();
	} catch {
		return false;
	}
};

/** The text before a zone, and the zone. */
const splitZone = (text: string): {text: string; timeZone: string | null} => {
	const end = text.lastIndexOf(' ');
	const name = end < 0 ? '' : text.slice(end + 1);
	const timeZone = /^utc$/i.test(name) ? 'UTC' : isZone(name) ? name : null;
	return timeZone === null ? {text, timeZone} : {text: text.slice(0, end), timeZone};
};

/**
A calendar event: `Mon..Fri 08:00`, `*-*-01 03:00:00`, `*-02~1`, `weekly`, `daily Europe/Berlin`, `@1790000000`. `null` for
anything else, which includes abbreviations of zones (`CEST`): what they mean only the machine knows.

@source systemd.time(7) "Calendar events"
*/
export const parseCalendarEvent = (text: string): CalendarEvent | null => {
	const zoned = splitZone(text);
	const event = zoned.text === '' ? null : readEvent(zoned.text);
	return event && {...event, isEitherDay: false, timeZone: zoned.text.includes('@') ? 'UTC' : zoned.timeZone};
};

const launchdKeys: Readonly<Record<string, Range>> = {
	minute: ranges.minute,
	hour: ranges.hour,
	day: ranges.day,
	weekday: {first: 0, last: 7},
	month: ranges.month,
};

/**
One dictionary of StartCalendarInterval: `Minute`, `Hour`, `Day`, `Weekday` (0 and 7 are Sunday) and `Month`, in capitals or
not. What is missing or `null` may be anything. `null`: a value is out of range.

@source launchd.plist(5) "StartCalendarInterval"
*/
export const launchdCalendarEvent = (fields: Readonly<Record<string, number | null>>): CalendarEvent | null => {
	const given = new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
	const isPossible = Object.entries(launchdKeys).every(([key, {first, last}]) => {
		const value = given.get(key) ?? null;
		return value === null || (Number.isInteger(value) && value >= first && value <= last);
	});
	const field = (key: string): CalendarField => {
		const value = given.get(key) ?? null;
		return value === null ? null : [value];
	};

	return isPossible
		? {
				weekdays: field('weekday')?.map(day => day % 7) ?? null,
				years: null,
				months: field('month'),
				days: field('day'),
				isFromEnd: false,
				isEitherDay: true,
				hours: field('hour'),
				minutes: field('minute'),
				seconds: [0],
				timeZone: null,
			}
		: null;
};
