import {describe, expect, test} from 'vitest';
import type {CalendarEvent} from '../../source/model/calendar.js';
import {launchdCalendarEvent, parseCalendarEvent} from '../../source/parse/calendar-event.js';
import {leaks, throwing} from './hostile-laws.js';
import {isLinear} from './linear-time.js';

/** Midnight of every day, which is what a specification leaves out. */
const midnight: CalendarEvent = {
	weekdays: null,
	years: null,
	months: null,
	days: null,
	isFromEnd: false,
	isEitherDay: false,
	hours: [0],
	minutes: [0],
	seconds: [0],
	timeZone: null,
};

const workdays = [1, 2, 3, 4, 5];
const stepsFrom = (first: number, last: number, step: number): readonly number[] =>
	Array.from({length: Math.floor((last - first) / step) + 1}, (_, index) => first + index * step);

const cases: ReadonlyArray<{text: string; fields: Partial<CalendarEvent>}> = [
	{text: 'minutely', fields: {hours: null, minutes: null}},
	{text: 'hourly', fields: {hours: null}},
	{text: 'daily', fields: {}},
	{text: 'Weekly', fields: {weekdays: [1]}},
	{text: 'monthly', fields: {days: [1]}},
	{text: 'quarterly', fields: {months: [1, 4, 7, 10], days: [1]}},
	{text: 'semiannually', fields: {months: [1, 7], days: [1]}},
	{text: 'yearly', fields: {months: [1], days: [1]}},
	{text: 'Mon..Fri 08:00', fields: {weekdays: workdays, hours: [8]}},
	{text: 'Mon-Fri', fields: {weekdays: workdays}},
	{text: 'Sat,Thu,Mon..Wed,Sat..Sun', fields: {weekdays: [0, 1, 2, 3, 4, 6]}},
	{text: 'Mon..Sun', fields: {weekdays: null}},
	{text: 'wednesday, 17:48', fields: {weekdays: [3], hours: [17], minutes: [48]}},
	{text: '2026-11-22', fields: {years: [2026], months: [11], days: [22]}},
	{text: '26-11-22', fields: {years: [2026], months: [11], days: [22]}},
	{text: '98-11-22', fields: {years: [1998], months: [11], days: [22]}},
	{text: '11-22', fields: {months: [11], days: [22]}},
	{text: '*-*-*', fields: {}},
	{text: '2003-02..04-05', fields: {years: [2003], months: [2, 3, 4], days: [5]}},
	{text: '2000/4-02-29', fields: {years: stepsFrom(2000, 2199, 4), months: [2], days: [29]}},
	{text: '*-1/2-1,3', fields: {months: [1, 3, 5, 7, 9, 11], days: [1, 3]}},
	{text: '*-*-2..20/6', fields: {days: [2, 8, 14, 20]}},
	{text: '*-*-1..31', fields: {days: null}},
	{text: '*-02~01', fields: {months: [2], days: [1], isFromEnd: true}},
	{text: '*-*~07/1', fields: {days: [1, 2, 3, 4, 5, 6, 7], isFromEnd: true}},
	{text: '*-*~7/2', fields: {days: [1, 3, 5, 7], isFromEnd: true}},
	{text: '*~1..3', fields: {days: [1, 2, 3], isFromEnd: true}},
	{text: '*-*~1..28', fields: {days: stepsFrom(1, 28, 1), isFromEnd: true}},
	{text: '*-*~*', fields: {}},
	{text: '05:40', fields: {hours: [5], minutes: [40]}},
	{text: '*:*', fields: {hours: null, minutes: null}},
	{text: '*:*:*', fields: {hours: null, minutes: null, seconds: null}},
	{text: '*:0/15', fields: {hours: null, minutes: [0, 15, 30, 45]}},
	{text: '12,14,13,12:20,10,30', fields: {hours: [12, 13, 14], minutes: [10, 20, 30]}},
	{text: '0..23:0..59', fields: {hours: null, minutes: null}},
	{text: '8..18/4:30', fields: {hours: [8, 12, 16], minutes: [30]}},
	{text: '1:2:3.999999', fields: {hours: [1], minutes: [2], seconds: [3]}},
	{text: '1:2:3.9999999', fields: {hours: [1], minutes: [2], seconds: [4]}},
	{text: '05:40:23.42/3.17', fields: {hours: [5], minutes: [40], seconds: [23, 26, 29, 32, 36, 39, 42, 45, 48, 51, 55, 58]}},
	{text: '1:2:10..12/0.25', fields: {hours: [1], minutes: [2], seconds: [10, 11, 12]}},
	{text: '1:2:0/0.000001', fields: {hours: [1], minutes: [2], seconds: null}},
	{text: 'daily utc', fields: {timeZone: 'UTC'}},
	{text: 'weekly Pacific/Auckland', fields: {weekdays: [1], timeZone: 'Pacific/Auckland'}},
	{text: '10:00 Etc/GMT+5', fields: {hours: [10], timeZone: 'Etc/GMT+5'}},
	{text: '10:00 CET', fields: {hours: [10], timeZone: 'CET'}},
	{
		text: '@1790000000',
		fields: {years: [2026], months: [9], days: [21], hours: [14], minutes: [13], seconds: [20], timeZone: 'UTC'},
	},
	{text: 'Fri @0', fields: {weekdays: [5], years: [1970], months: [1], days: [1], timeZone: 'UTC'}},
];

describe('a calendar event', () => {
	test.each(cases)('$text has these fields', ({text, fields}) => {
		expect(parseCalendarEvent(text)).toEqual({...midnight, ...fields});
	});

	test.each([
		'',
		' ',
		'bad',
		'5min',
		'today',
		'10',
		'*',
		'24:00',
		'1:60',
		'1:2:60',
		'1:2:59.9999999',
		'1:2:3.',
		'1:2:5..5',
		'5..3:00',
		'*/2:00',
		'0/24:00',
		'1,*:00',
		'1,,2:00',
		'1.5:00',
		'1:2:3:4',
		'10:00\n',
		'\n10:00',
		'10:00 \n',
		'Mon\n',
		'10:00 ',
		' 10:00',
		'Sat..Mon',
		'Mon..',
		'Mon,10:00',
		'Tues',
		'2026-11-22T10:00',
		'2026-13-01',
		'2026-11-00',
		'1969-1-1',
		'2200-1-1',
		'*-*~29',
		'*~10,27',
		'2026~1-1',
		'10:00  UTC',
		' UTC',
		'10:00 CEST',
		'10:00 PST',
		'10:00 IST',
		'10:00 +05:00',
		'10:00 Europe/berlin',
		'10:00 EUROPE/BERLIN',
		'10:00 Europe/Atlantis',
		'10:00 Europe/Berlin/../../etc/passwd',
		'@-5',
		'@5.5',
		'@7258118400',
		'@1790000000\n',
		'99999999999999999999:00',
		`${Array.from({length: 242}, () => '1').join(',')}:00`,
	])('%j is none', text => {
		expect(parseCalendarEvent(text)).toBeNull();
	});

	test('no text makes it throw, and nothing unsafe gets through', () => {
		expect(throwing(parseCalendarEvent)).toEqual([]);
		expect(leaks(parseCalendarEvent)).toEqual([]);
	});

	test.each(['1', '1,', '1..', '1/', '1-', '1:', 'Mon,', 'Mon..', ' ', '~', '*', '.', 'A', 'A/', '0', '@', '1 UTC '])(
		'many times %j takes linear time',
		unit => {
			expect(
				isLinear(length => {
					const text = unit.repeat(length / unit.length);
					return () => [parseCalendarEvent(`${text}x`), parseCalendarEvent(`Mon ${text}`), parseCalendarEvent(`1:1 ${text}`)];
				}, 10_000),
			).toBe(true);
		},
	);
});

describe('a dictionary of StartCalendarInterval', () => {
	const anything: CalendarEvent = {...midnight, isEitherDay: true, hours: null, minutes: null};

	test.each<{fields: Readonly<Record<string, number | null>>; event: CalendarEvent}>([
		{fields: {}, event: anything},
		{fields: {Hour: 3, Minute: 15}, event: {...anything, hours: [3], minutes: [15]}},
		{fields: {Hour: 3}, event: {...anything, hours: [3]}},
		{fields: {Minute: 5, Hour: null}, event: {...anything, minutes: [5]}},
		{fields: {Weekday: 0}, event: {...anything, weekdays: [0]}},
		{fields: {Weekday: 7}, event: {...anything, weekdays: [0]}},
		{fields: {Weekday: 1, Day: 13, Month: 12}, event: {...anything, weekdays: [1], days: [13], months: [12]}},
		{fields: {hour: 3, MINUTE: 0}, event: {...anything, hours: [3], minutes: [0]}},
		{fields: {Second: 5, Other: 1e308}, event: anything},
	])('$fields has these fields', ({fields, event}) => {
		expect(launchdCalendarEvent(fields)).toEqual(event);
	});

	test.each<Readonly<Record<string, number | null>>>([
		{Hour: 24},
		{Hour: -1},
		{Minute: 60},
		{Day: 0},
		{Day: 32},
		{Weekday: 8},
		{Month: 0},
		{Month: 13},
		{Hour: 1.5},
		{Hour: Number.NaN},
		{Minute: 2 ** 60},
	])('%j is none', fields => {
		expect(launchdCalendarEvent(fields)).toBeNull();
	});
});
