import {afterEach, describe, expect, test} from 'vitest';
import type {CalendarEvent} from '../../source/model/calendar.js';
import {launchdCalendarEvent, parseCalendarEvent} from '../../source/parse/calendar-event.js';
import {calendarSentence, formatMoment} from '../../source/text/en/calendar.js';
import {calendarSpecifications, randomSpecifications} from '../explain/calendar-specifications.js';

const parsed = (...texts: readonly string[]): readonly CalendarEvent[] =>
	texts.map(parseCalendarEvent).filter((event): event is CalendarEvent => event !== null);

const launchd = (...dictionaries: ReadonlyArray<Readonly<Record<string, number>>>): readonly CalendarEvent[] =>
	dictionaries.map(launchdCalendarEvent).filter((event): event is CalendarEvent => event !== null);

describe('a calendar event in English', () => {
	test.each([
		['03:15', 'every day at 03:15'],
		['08:05:40', 'every day at 08:05:40'],
		['Mon..Fri 08:00', 'every Monday to Friday at 08:00'],
		['*:0/15', 'every 15 minutes'],
		['*:5/15', 'every 15 minutes, beginning at 00:05'],
		['monthly', 'on the first day of every month at 00:00'],
		['minutely', 'every minute'],
		['hourly', 'every hour'],
		['*:*:*', 'every second'],
		['*-*~1', 'on the last day of every month at 00:00'],
		['*:5', 'every hour, at minute 5'],
		['*:05:30', 'every hour, at minute 5 and second 30'],
		['*:*:30', 'every minute, at second 30'],
		['*-12-25 12:30', 'on 25 December at 12:30'],
		['2026-12-25 12:30', 'on 25 December 2026 at 12:30'],
		['Sun,Wed 02:00 UTC', 'every Sunday and Wednesday at 02:00 (UTC)'],
		['Sat,Sun 02:00', 'every Saturday and Sunday at 02:00'],
		['Fri,Sat,Sun', 'every Friday to Sunday at 00:00'],
		['Sun,Mon', 'every Sunday and Monday at 00:00'],
		['2..3:15', 'every day at 02:15 and 03:15'],
		['0/12:00', 'every day at 00:00 and 12:00'],
		['0/6:00', 'every 6 hours'],
		['1/6:30', 'every 6 hours, beginning at 01:30'],
		['2/5:30', 'every 5 hours from 02:30 to 22:30'],
		['8..17:0/30', 'every 30 minutes from 08:00 to 17:30'],
		['8..17:00', 'every hour from 08:00 to 17:00'],
		['8:*', 'every minute from 08:00 to 08:59'],
		['12:00:*', 'every second from 12:00:00 to 12:00:59'],
		['*:0/7', 'every hour, at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56'],
		['*:*:5,17', 'every minute, at seconds 5 and 17'],
		['12..14:10,20,30', 'every day, in the hours 12 to 14, at minutes 10, 20 and 30'],
		['8,12,20:*', 'every day, in the hours 8, 12 and 20, every minute'],
		['8,12,20:*:*', 'every day, in the hours 8, 12 and 20, every second'],
		['Mon *:0/10', 'every Monday, every 10 minutes'],
		['*-*-15', 'on the 15th of every month at 00:00'],
		['*-*-1,2,3,11,21,22,23', 'on the 1st to 3rd, 11th and 21st to 23rd of every month at 00:00'],
		['*-12-* 17:00', 'every day in December at 17:00'],
		['Mon *-12-* 17:00', 'every Monday in December at 17:00'],
		['quarterly', 'on the first day of January, April, July and October at 00:00'],
		['2003-02..04-05', 'on the 5th of February to April 2003 at 00:00'],
		['*-1-1,15', 'on 1 and 15 January at 00:00'],
		['2026-*-1', 'on the first day of every month in 2026 at 00:00'],
		['2026..2028-1-1', 'on 1 January from 2026 to 2028 at 00:00'],
		['2026/1-1-1', 'on 1 January from 2026 on at 00:00'],
		['2000/4-02-29', 'on 29 February every 4 years from 2000 at 00:00'],
		['2010,2020,2027-7-4', 'on 4 July in 2010, 2020 and 2027 at 00:00'],
		['*-02~03', 'on the 3rd last day of February at 00:00'],
		['*~1..5', 'on the last 5 days of every month at 00:00'],
		['*~1,3', 'on the last and 3rd last days of every month at 00:00'],
		['Mon *-*-1..7 06:00', 'on the first Monday of every month at 06:00'],
		['Sat *-6-8..14', 'on the second Saturday of June at 00:00'],
		['Mon *-05~07/1', 'on the last Monday of May at 00:00'],
		['Fri *-*-13', 'every Friday that is the 13th of any month at 00:00'],
		['Thu,Fri 2012-*-1,5 11:12', 'every Thursday or Friday that is the 1st or 5th of any month in 2012 at 11:12'],
		['Mon,Fri *~1..3', 'every Monday or Friday that is one of the last 3 days of any month at 00:00'],
		['@1790000000', 'on 21 September 2026 at 14:13:20 (UTC)'],
	])('%s is %j', (text, sentence) => {
		expect(calendarSentence(parsed(text))).toBe(sentence);
	});

	test.each<[ReadonlyArray<Readonly<Record<string, number>>>, string]>([
		[[{}], 'every minute'],
		[[{Hour: 3}], 'every minute from 03:00 to 03:59'],
		[[{Hour: 0, Minute: 0, Day: 1, Weekday: 1}], 'on the first day of every month and also every Monday at 00:00'],
		[[{Hour: 3, Minute: 0, Day: 1, Weekday: 1, Month: 6}], 'on 1 June and also every Monday in June at 03:00'],
		[[1, 2, 3, 4, 5].map(Weekday => ({Weekday, Hour: 9, Minute: 0})), 'every Monday to Friday at 09:00'],
		[[0, 1, 2, 3, 4, 5, 6].map(Weekday => ({Weekday, Day: 3, Hour: 9, Minute: 0})), 'every day at 09:00'],
		[[0, 15, 30, 45].map(Minute => ({Minute})), 'every 15 minutes'],
		[
			[
				{Hour: 9, Minute: 0},
				{Hour: 17, Minute: 30},
			],
			'every day at 09:00 and 17:30',
		],
		[[{Hour: 9}, {Hour: 9}], 'every minute from 09:00 to 09:59'],
		[
			Array.from({length: 15}, (_, Hour) => ({Hour, Minute: (Hour * 7) % 60})),
			'every day at 00:00, 01:07, 02:14, 03:21, 04:28, 05:35 and 9 more times',
		],
		[
			Array.from({length: 12}, (_, index) => ({Day: index + 1, Hour: index, Minute: (index * 7) % 60})),
			'on the first day of every month at 00:00, on the 2nd of every month at 01:07, on the 3rd of every month at 02:14, and 9 more times',
		],
	])('dictionaries of launchd: %j are %j', (dictionaries, sentence) => {
		expect(calendarSentence(launchd(...dictionaries))).toBe(sentence);
	});

	test('several events are joined, and each keeps its zone where they differ', () => {
		expect(calendarSentence(parsed('03:15', 'Sun 02:00'))).toBe('every day at 03:15, and every Sunday at 02:00');
		expect(calendarSentence(parsed('daily UTC', '10:00'))).toBe('every day at 00:00 (UTC), and every day at 10:00');
		expect(calendarSentence(parsed('daily UTC', 'Sun 10:00 UTC'))).toBe('every day at 00:00, and every Sunday at 10:00 (UTC)');
		expect(calendarSentence(parsed('hourly', '*:5,7', 'Mon 3:00', 'yearly'))).toBe(
			'every hour, at minutes 0, 5 and 7, every Monday at 03:00, and on 1 January at 00:00',
		);
	});

	test('no event is never', () => {
		expect(calendarSentence([])).toBe('never');
		expect(calendarSentence([{...(parsed('daily')[0] as CalendarEvent), hours: []}])).toBe('never');
	});

	test('whatever the event, the sentence is whole, and events that differ have sentences that differ', () => {
		const meanings = new Map<string, string>();
		for (const text of [...calendarSpecifications, ...randomSpecifications(3000, 7)]) {
			const [event] = parsed(text);
			if (event !== undefined) {
				const sentence = calendarSentence([event]);
				expect(sentence).toMatch(/^(?:every|on) \S[ -~]*\S$/);
				expect(sentence).not.toMatch(/undefined|null|NaN| {2}|,,|\( /);
				const meaning = JSON.stringify(event);
				expect([sentence, meanings.get(sentence) ?? meaning]).toEqual([sentence, meaning]);
				meanings.set(sentence, meaning);
			}
		}

		expect(meanings.size).toBeGreaterThan(1000);
	});

	test('ten thousand events are over soon', () => {
		const events = launchd(...Array.from({length: 10_000}, (_, index) => ({Minute: index % 60, Hour: index % 23, Day: 1 + (index % 31)})));
		const started = performance.now();
		expect(calendarSentence(events).length).toBeLessThan(1000);
		expect(performance.now() - started).toBeLessThan(2000);
	});
});

describe('a moment', () => {
	const before = process.env.TZ;
	afterEach(() => {
		process.env.TZ = before;
	});

	const now = '2026-11-22T13:05:09Z';

	test.each([
		['UTC', '2026-11-22T15:15:00Z', 'today 15:15'],
		['UTC', '2026-11-22T00:00:00Z', 'today 00:00'],
		['UTC', '2026-11-23T03:15:00Z', 'tomorrow 03:15'],
		['UTC', '2026-11-21T23:59:59Z', 'yesterday 23:59'],
		['UTC', '2026-11-27T03:15:00Z', 'Fri 27 Nov 03:15'],
		['UTC', '2026-01-04T03:05:00Z', 'Sun 4 Jan 03:05'],
		['UTC', '2027-01-04T03:15:00Z', 'Mon 4 Jan 2027 03:15'],
		['Asia/Seoul', '2026-11-22T15:15:00Z', 'tomorrow 00:15'],
		['America/New_York', '2026-11-23T03:15:00Z', 'today 22:15'],
	])('in %s, %s is %j', (zone, at, words) => {
		process.env.TZ = zone;
		expect(formatMoment(Date.parse(at), Date.parse(now))).toBe(words);
	});

	test('tomorrow is the day after today where clocks change', () => {
		process.env.TZ = 'Europe/Berlin';
		expect(formatMoment(Date.parse('2026-10-25T22:30:00Z'), Date.parse('2026-10-24T22:30:00Z'))).toBe('today 23:30');
		expect(formatMoment(Date.parse('2026-03-29T22:30:00Z'), Date.parse('2026-03-28T23:30:00Z'))).toBe('tomorrow 00:30');
	});

	test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])('%d is none', at => {
		expect(formatMoment(at, Date.parse(now))).toBe('–');
	});
});
