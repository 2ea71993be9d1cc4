import type {CalendarEvent, CalendarField} from '../../model/calendar.js';
import {type CalendarPhrase, calendarPhrases, fromMonday, momentOf, rowsOf, weekOfMonth, yearRuleOf} from '../calendar-parts.js';
import {type CalendarTimes, clocks, lastOf, rowOf, type Steps, someTimes} from '../calendar-times.js';

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const monthNames = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

type Conjunction = 'and' | 'or';

const listed = (words: readonly string[], conjunction: Conjunction = 'and'): string =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;

/** `1, 2, 3, 7` as `1 to 3` and `7`. */
const runs = (values: readonly number[], name: (value: number) => string): readonly string[] =>
	rowsOf(values).map(([first, last]) => (first === last ? name(first) : `${name(first)} to ${name(last)}`));

const numbers = (values: readonly number[], conjunction?: Conjunction): string => listed(runs(values, String), conjunction);

/** The week begins on Sunday, except where Saturday and Sunday stand together. */
const weekdayWords = (weekdays: readonly number[]): readonly string[] => {
	const isWeekend = weekdays.includes(0) && weekdays.includes(6);
	const ordered = isWeekend ? fromMonday(weekdays) : weekdays;
	return runs(ordered, day => weekdayNames[day % 7] ?? '');
};

const monthWords = (months: readonly number[]): string => listed(runs(months, month => monthNames[month - 1] ?? ''));

const ordinal = (value: number): string => {
	const isTeen = value % 100 >= 11 && value % 100 <= 13;
	return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
};

const everyUnit = (count: number, unit: string): string => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`);

const everyStep = (step: number): string =>
	step % 3600 === 0 ? everyUnit(step / 3600, 'hour') : step % 60 === 0 ? everyUnit(step / 60, 'minute') : everyUnit(step, 'second');

const atMinute = (seconds: number): string =>
	seconds % 60 === 0 ? `minute ${seconds / 60}` : `minute ${Math.floor(seconds / 60)} and second ${seconds % 60}`;

const stepsPhrase = (steps: Steps): string => {
	const {first, step} = steps;
	switch (rowOf(steps)) {
		case 'between':
			return `${everyStep(step)} from ${clocks([first, lastOf(steps)]).join(' to ')}`;
		case 'day':
			return everyStep(step);
		case 'later':
			return step === 3600
				? `every hour, at ${atMinute(first)}`
				: step === 60
					? `every minute, at second ${first}`
					: `${everyStep(step)}, beginning at ${clocks([first])[0]}`;
	}
};

const unitPhrase = (field: CalendarField, unit: string): string =>
	field === null ? `every ${unit}` : `at ${unit}${field.length === 1 ? '' : 's'} ${numbers(field)}`;

/** Field after field, for times that follow no rule. */
const fieldsPhrase = ({hours, minutes, seconds}: CalendarTimes & {type: 'fields'}): string => {
	const isWholeMinute = seconds?.length === 1 && seconds[0] === 0;
	const phrases = [
		hours === null ? (minutes === null ? null : 'every hour') : `in the hour${hours.length === 1 ? '' : 's'} ${numbers(hours)}`,
		minutes === null && seconds === null ? null : unitPhrase(minutes, 'minute'),
		isWholeMinute ? null : unitPhrase(seconds, 'second'),
	];
	return phrases.filter(phrase => phrase !== null).join(', ');
};

/** Leads in, as in `in 2026` or `from 2026 on`. */
const yearsPhrase = (years: readonly number[]): string => {
	const rule = yearRuleOf(years);
	if (rule === null) {
		return `in ${numbers(years)}`;
	}

	const every = rule.step === 1 ? '' : `every ${rule.step} years `;
	return `${every}from ${rule.first}${rule.last === null ? (every === '' ? ' on' : '') : ` to ${rule.last}`}`;
};

/** `January`, `January 2026`, `January in 2026 and 2028`, `2026`; `null`: always. */
const periodPhrase = ({months, years}: CalendarEvent): string | null => {
	if (months === null) {
		return years && yearsPhrase(years);
	}

	const words = `in ${monthWords(months)}`;
	return years === null ? words : years.length === 1 ? `${words} ${years[0]}` : `${words} ${yearsPhrase(years)}`;
};

const dayWordsFromEnd = (days: readonly number[], conjunction: Conjunction): string => {
	if (days.length === 1) {
		return days[0] === 1 ? 'the last day' : `the ${ordinal(days[0] ?? 0)} last day`;
	}

	const isRow = days.every((day, index) => day === index + 1);
	const words = (): string =>
		listed(
			runs(days, day => (day === 1 ? 'last' : `${ordinal(day)} last`)),
			conjunction,
		);
	return isRow
		? `${conjunction === 'or' ? 'one of ' : ''}the last ${days.length} days`
		: `the ${words()} day${conjunction === 'and' ? 's' : ''}`;
};

const dayWords = (days: readonly number[], isFromEnd: boolean, conjunction: Conjunction): string =>
	isFromEnd
		? dayWordsFromEnd(days, conjunction)
		: days.length === 1 && days[0] === 1
			? 'the first day'
			: `the ${listed(runs(days, ordinal), conjunction)}`;

/** After `the first day`: ` of every month in 2026`, ` of June and July`. */
const ofMonths = (event: CalendarEvent, all = 'every'): string => {
	const period = periodPhrase(event);
	return event.months === null ? ` of ${all} month${period === null ? '' : ` ${period}`}` : ` of ${period?.slice('in '.length)}`;
};

/** `the 1st and 15th of every month`, `25 December`. */
const namedDays = (event: CalendarEvent, days: readonly number[], conjunction: Conjunction): string => {
	const [month, ...otherMonths] = event.months ?? [];
	if (event.isFromEnd || month === undefined || otherMonths.length > 0) {
		return `${dayWords(days, event.isFromEnd, conjunction)}${ofMonths(event, conjunction === 'and' ? 'every' : 'any')}`;
	}

	return `${numbers(days, conjunction)} ${periodPhrase(event)?.slice('in '.length)}`;
};

const onDays = (event: CalendarEvent, days: readonly number[]): string => `on ${namedDays(event, days, 'and')}`;

const onWeekdays = (event: CalendarEvent, weekdays: readonly number[]): string => {
	const period = periodPhrase(event);
	return `every ${listed(weekdayWords(weekdays))}${period === null ? '' : ` ${period}`}`;
};

const weekNames = {1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last'} as const;

/** On which days; empty for every day. */
const dayPhrase = (event: CalendarEvent): string => {
	const {weekdays, days, isFromEnd, isEitherDay} = event;
	if (weekdays === null && days === null) {
		const period = periodPhrase(event);
		return period === null ? '' : `every day ${period}`;
	}

	if (weekdays === null || days === null) {
		return days === null ? onWeekdays(event, weekdays ?? []) : onDays(event, days);
	}

	if (isEitherDay) {
		return `${onDays(event, days)} and also ${onWeekdays(event, weekdays)}`;
	}

	const week = weekdays.length === 1 ? weekOfMonth(days, isFromEnd) : null;
	return week === null
		? `every ${listed(weekdayWords(weekdays), 'or')} that is ${namedDays(event, days, 'or')}`
		: `on the ${weekNames[week]} ${weekdayWords(weekdays)[0]}${ofMonths(event)}`;
};

const moreTimes = (count: number): string => (count === 1 ? '1 more time' : `${count} more times`);

const timesPhrase = (at: readonly number[]): string => {
	const {shown, hidden} = someTimes(at);
	return `at ${listed([...clocks(shown), ...(hidden > 0 ? [moreTimes(hidden)] : [])])}`;
};

const phraseText = ({event, times}: CalendarPhrase): string => {
	const day = dayPhrase(event);
	if (times.type === 'at') {
		return `${day === '' ? 'every day' : day} ${timesPhrase(times.at)}`;
	}

	// these need no day
	const isAlone = times.type === 'steps' || times.hours === null;
	const phrase = times.type === 'steps' ? stepsPhrase(times.steps) : fieldsPhrase(times);
	return day === '' && isAlone ? phrase : `${day === '' ? 'every day' : day}, ${phrase}`;
};

const zoned = (text: string, timeZone: string | null): string => (timeZone === null ? text : `${text} (${timeZone})`);

/**
When events of the calendar happen, in the middle of a sentence: `every Monday to Friday at 08:00`, `every 15 minutes`. Of many
events, the first few, and how many more there are.
*/
export const calendarSentence = (events: readonly CalendarEvent[]): string => {
	const {shown, hidden, isOneZone, timeZone} = calendarPhrases(events);
	if (shown.length === 0) {
		return 'never';
	}

	const texts = shown.map(phrase => zoned(phraseText(phrase), isOneZone ? null : phrase.event.timeZone));
	const [last = '', ...others] = (hidden > 0 ? [...texts, moreTimes(hidden)] : texts).reverse();
	return zoned(others.length === 0 ? last : `${others.reverse().join(', ')}, and ${last}`, isOneZone ? timeZone : null);
};

const nearDays = new Map([
	[-1, 'yesterday'],
	[0, 'today'],
	[1, 'tomorrow'],
]);

/** `today 03:15`, `Fri 27 Nov 03:15`, `Mon 4 Jan 2027 03:15`, in the reader's time zone. A dash for what is no moment. */
export const formatMoment = (at: number, now: number): string => {
	const moment = momentOf(at, now);
	if (moment === null) {
		return '–';
	}

	const {daysAhead, weekday, day, month, year, isThisYear, time} = moment;
	const date = `${weekdayNames[weekday]?.slice(0, 3)} ${day} ${monthNames[month - 1]?.slice(0, 3)}${isThisYear ? '' : ` ${year}`}`;
	return `${nearDays.get(daysAhead) ?? date} ${time}`;
};
