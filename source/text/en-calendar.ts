import type {CalendarEvent, CalendarField} from '../model/calendar.js';

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

const daySeconds = 86_400;
const lastYear = 2199;

/** So many times of a day are named one by one. */
const maxTimes = 6;

/** So many days with their times are named one by one. */
const maxPhrases = 3;

const fieldNames = ['weekdays', 'days', 'months', 'years', 'hours', 'minutes', 'seconds'] as const;

type Conjunction = 'and' | 'or';

/** Values one step apart, or one value with a step of 0. */
type Steps = {first: number; step: number; count: number};

/** When on a day: times in seconds, or a phrase for times that are too many to name. `isAlone`: the phrase needs no day. */
type Times = {at: readonly number[]} | {phrase: string; isAlone: boolean};

const two = (value: number): string => String(value).padStart(2, '0');

const listed = (words: readonly string[], conjunction: Conjunction = 'and'): string =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;

const full = (field: CalendarField, size: number): readonly number[] => field ?? Array.from({length: size}, (_, index) => index);

/** `1, 2, 3, 7` as `1 to 3` and `7`. */
const runs = (values: readonly number[], name: (value: number) => string): readonly string[] => {
	const found: number[][] = [];
	for (const value of values) {
		const run = found.at(-1);
		if (run?.at(-1) === value - 1) {
			run.push(value);
		} else {
			found.push([value]);
		}
	}

	return found.flatMap(run => (run.length < 3 ? run.map(name) : [`${name(run[0] ?? 0)} to ${name(run.at(-1) ?? 0)}`]));
};

const numbers = (values: readonly number[], conjunction?: Conjunction): string => listed(runs(values, String), conjunction);

/** The week begins on Sunday, except where Saturday and Sunday stand together. */
const weekdayWords = (weekdays: readonly number[]): readonly string[] => {
	const isWeekend = weekdays.includes(0) && weekdays.includes(6);
	const ordered = isWeekend ? weekdays.map(day => day || 7).sort((a, b) => a - b) : weekdays;
	return runs(ordered, day => weekdayNames[day % 7] ?? '');
};

const monthWords = (months: readonly number[]): string => listed(runs(months, month => monthNames[month - 1] ?? ''));

const ordinal = (value: number): string => {
	const isTeen = value % 100 >= 11 && value % 100 <= 13;
	return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
};

const stepsOf = (values: readonly number[]): Steps | null => {
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

/** Times of day, with seconds where any of them has some. */
const clocks = (times: readonly number[]): readonly string[] => {
	const hasSeconds = times.some(time => time % 60 !== 0);
	return times.map(time => {
		const minutes = `${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}`;
		return hasSeconds ? `${minutes}:${two(time % 60)}` : minutes;
	});
};

const everyUnit = (count: number, unit: string): string => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`);

const everyStep = (step: number): string =>
	step % 3600 === 0 ? everyUnit(step / 3600, 'hour') : step % 60 === 0 ? everyUnit(step / 60, 'minute') : everyUnit(step, 'second');

const atMinute = (seconds: number): string =>
	seconds % 60 === 0 ? `minute ${seconds / 60}` : `minute ${Math.floor(seconds / 60)} and second ${seconds % 60}`;

const stepsPhrase = ({first, step, count}: Steps): string => {
	if (step * count !== daySeconds) {
		return `${everyStep(step)} from ${clocks([first, first + step * (count - 1)]).join(' to ')}`;
	}

	if (first === 0) {
		return everyStep(step);
	}

	if (step === 3600) {
		return `every hour, at ${atMinute(first)}`;
	}

	return step === 60 ? `every minute, at second ${first}` : `${everyStep(step)}, beginning at ${clocks([first])[0]}`;
};

const unitPhrase = (field: CalendarField, unit: string): string =>
	field === null ? `every ${unit}` : `at ${unit}${field.length === 1 ? '' : 's'} ${numbers(field)}`;

/** Field after field, for times that follow no rule. */
const fieldsPhrase = ({hours, minutes, seconds}: CalendarEvent): string => {
	const isWholeMinute = seconds?.length === 1 && seconds[0] === 0;
	const phrases = [
		hours === null ? (minutes === null ? null : 'every hour') : `in the hour${hours.length === 1 ? '' : 's'} ${numbers(hours)}`,
		minutes === null && seconds === null ? null : unitPhrase(minutes, 'minute'),
		isWholeMinute ? null : unitPhrase(seconds, 'second'),
	];
	return phrases.filter(phrase => phrase !== null).join(', ');
};

const timesOf = (event: CalendarEvent): Times => {
	const [hours, minutes, seconds] = [full(event.hours, 24), full(event.minutes, 60), full(event.seconds, 60)];
	const count = hours.length * minutes.length * seconds.length;
	const steps = combined(combined(stepsOf(hours), stepsOf(minutes)), stepsOf(seconds));
	if (steps !== null && count > 3) {
		return {phrase: stepsPhrase(steps), isAlone: true};
	}

	return count <= maxTimes
		? {at: hours.flatMap(hour => minutes.flatMap(minute => seconds.map(second => (hour * 60 + minute) * 60 + second)))}
		: {phrase: fieldsPhrase(event), isAlone: event.hours === null};
};

/** Leads in, as in `in 2026` or `from 2026 on`. */
const yearsPhrase = (years: readonly number[]): string => {
	const steps = stepsOf(years);
	const [first = 0, last = 0] = [years[0], years.at(-1)];
	if (steps === null || steps.count < 3) {
		return `in ${numbers(years)}`;
	}

	const isOpen = last + steps.step > lastYear;
	const every = steps.step === 1 ? '' : `every ${steps.step} years `;
	return `${every}from ${first}${isOpen ? (every === '' ? ' on' : '') : ` to ${last}`}`;
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

/** The seven days that make a weekday the first, second, third, fourth or last of its month. */
const weekOfMonth = (days: readonly number[], isFromEnd: boolean): string | null => {
	const first = days[0] ?? 0;
	if (days.length !== 7 || days.at(-1) !== first + 6) {
		return null;
	}

	const week = (first - 1) / 7;
	return isFromEnd ? (week === 0 ? 'last' : null) : (['first', 'second', 'third', 'fourth'][week] ?? null);
};

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
		: `on the ${week} ${weekdayWords(weekdays)[0]}${ofMonths(event)}`;
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

/** All times of one kind of day. */
type Phrase = {day: string; timeZone: string | null; times: Times; events: number};

const phraseOf = (event: CalendarEvent): Phrase => ({
	day: dayPhrase(event),
	timeZone: event.timeZone,
	times: timesOf(event),
	events: 1,
});

/** Times of the same days stand together. */
const grouped = (phrases: readonly Phrase[]): readonly Phrase[] => {
	const found = new Map<string, Phrase>();
	for (const phrase of phrases) {
		const key = JSON.stringify([phrase.day, phrase.timeZone, 'phrase' in phrase.times ? phrase.times.phrase : null]);
		const same = found.get(key);
		if (same !== undefined && 'at' in same.times && 'at' in phrase.times) {
			found.set(key, {...same, times: {at: [...same.times.at, ...phrase.times.at]}, events: same.events + 1});
		} else {
			found.set(key, phrase);
		}
	}

	return [...found.values()];
};

const moreTimes = (count: number): string => (count === 1 ? '1 more time' : `${count} more times`);

const timesPhrase = (at: readonly number[]): string => {
	const times = [...new Set(at)].sort((a, b) => a - b);
	const shown = times.length > maxTimes + 1 ? times.slice(0, maxTimes) : times;
	return `at ${listed([...clocks(shown), ...(shown.length < times.length ? [moreTimes(times.length - shown.length)] : [])])}`;
};

const phraseText = ({day, times}: Phrase): string => {
	if ('at' in times) {
		return `${day === '' ? 'every day' : day} ${timesPhrase(times.at)}`;
	}

	return day === '' && times.isAlone ? times.phrase : `${day === '' ? 'every day' : day}, ${times.phrase}`;
};

const zoned = (text: string, timeZone: string | null): string => (timeZone === null ? text : `${text} (${timeZone})`);

/**
When events of the calendar happen, in the middle of a sentence: `every Monday to Friday at 08:00`, `every 15 minutes`. Of many
events, the first few, and how many more there are.
*/
export const calendarSentence = (events: readonly CalendarEvent[]): string => {
	const possible = events.filter(event => fieldNames.every(name => event[name]?.length !== 0));
	if (possible.length === 0) {
		return 'never';
	}

	const phrases = grouped(fieldNames.reduce(merged, possible).map(simplified).map(phraseOf));
	const shown = phrases.length > maxPhrases + 1 ? phrases.slice(0, maxPhrases) : phrases;
	const hidden = phrases.slice(shown.length).reduce((sum, phrase) => sum + phrase.events, 0);
	const zone = phrases[0]?.timeZone ?? null;
	const isOneZone = phrases.every(({timeZone}) => timeZone === zone);
	const texts = shown.map(phrase => zoned(phraseText(phrase), isOneZone ? null : phrase.timeZone));
	const [last = '', ...others] = (hidden > 0 ? [...texts, moreTimes(hidden)] : texts).reverse();
	return zoned(others.length === 0 ? last : `${others.reverse().join(', ')}, and ${last}`, isOneZone ? zone : null);
};

const dayNumber = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (daySeconds * 1000);

const nearDays = new Map([
	[-1, 'yesterday'],
	[0, 'today'],
	[1, 'tomorrow'],
]);

/** `today 03:15`, `Fri 27 Nov 03:15`, `Mon 4 Jan 2027 03:15`, in the reader's time zone. A dash for what is no moment. */
export const formatMoment = (at: number, now: number): string => {
	const [moment, present] = [new Date(at), new Date(now)];
	if (Number.isNaN(moment.getTime())) {
		return '–';
	}

	const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
	const day = `${weekdayNames[moment.getDay()]?.slice(0, 3)} ${moment.getDate()} ${monthNames[moment.getMonth()]?.slice(0, 3)}`;
	const year = moment.getFullYear() === present.getFullYear() ? '' : ` ${moment.getFullYear()}`;
	return `${nearDays.get(dayNumber(moment) - dayNumber(present)) ?? `${day}${year}`} ${time}`;
};
