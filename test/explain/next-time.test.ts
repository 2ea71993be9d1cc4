import {describe, expect, test} from 'vitest';
import {nextTime} from '../../source/explain/next-time.js';
import type {CalendarEvent} from '../../source/model/calendar.js';
import {launchdCalendarEvent, parseCalendarEvent} from '../../source/parse/calendar-event.js';

const parsed = (text: string): CalendarEvent => {
	const event = parseCalendarEvent(text);
	if (event === null) {
		throw new Error(text);
	}

	return event;
};

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z'));

const next = (text: string, after: string, timeZone: string | null = null): string | null =>
	iso(nextTime(parsed(text), Date.parse(after), timeZone));

type Row = {text: string; after: string; zone?: string; at: string | null};

const ordinary: readonly Row[] = [
	{text: '*:*', after: '2026-11-22T13:05:09Z', at: '2026-11-22T13:06:00Z'},
	{text: '*:*:*', after: '2026-11-22T13:05:09.250Z', at: '2026-11-22T13:05:10Z'},
	{text: '*:0/15', after: '2026-11-22T13:59:59Z', at: '2026-11-22T14:00:00Z'},
	{text: 'daily', after: '2026-11-22T00:00:00Z', at: '2026-11-23T00:00:00Z'},
	{text: 'daily', after: '2026-11-21T23:59:59.999Z', at: '2026-11-22T00:00:00Z'},
	{text: '03:15', after: '2026-12-31T03:15:00Z', at: '2027-01-01T03:15:00Z'},
	{text: 'Mon..Fri 08:00', after: '2026-11-20T08:00:00Z', at: '2026-11-23T08:00:00Z'},
	{text: '*-*-31', after: '2026-08-31T00:00:00Z', at: '2026-10-31T00:00:00Z'},
	{text: '02-29', after: '2026-11-22T00:00:00Z', at: '2028-02-29T00:00:00Z'},
	{text: '02-29', after: '2096-03-01T00:00:00Z', at: '2104-02-29T00:00:00Z'},
	{text: 'Sun *-02-29', after: '2026-11-22T00:00:00Z', at: '2032-02-29T00:00:00Z'},
	{text: '*-02~01', after: '2026-11-22T00:00:00Z', at: '2027-02-28T00:00:00Z'},
	{text: '*-02~01', after: '2027-11-22T00:00:00Z', at: '2028-02-29T00:00:00Z'},
	{text: 'Mon *-05~07/1', after: '2026-11-22T00:00:00Z', at: '2027-05-31T00:00:00Z'},
	{text: 'Fri *-*-13', after: '2026-11-22T00:00:00Z', at: '2027-08-13T00:00:00Z'},
	{text: '*-*-1/7', after: '2026-12-30T00:00:00Z', at: '2027-01-01T00:00:00Z'},
	{text: '2/5:30', after: '2026-12-31T22:30:00Z', at: '2027-01-01T02:30:00Z'},
	{text: '2199-12-31 23:59:59', after: '2026-11-22T00:00:00Z', at: '2199-12-31T23:59:59Z'},
	{text: '@1790000000', after: '1970-01-01T00:00:00Z', at: '2026-09-21T14:13:20Z'},
];

const never: readonly Row[] = [
	{text: '02-30', after: '2026-11-22T00:00:00Z', at: null},
	{text: '2025-01-01', after: '2026-11-22T00:00:00Z', at: null},
	{text: '2026-11-22', after: '2026-11-22T00:00:00Z', at: null},
	{text: '2026-02-29', after: '2026-01-01T00:00:00Z', at: null},
	{text: '@1790000000', after: '2026-11-22T00:00:00Z', at: null},
	{text: '*:*:*', after: '2199-12-31T23:59:59Z', at: null},
	{text: 'Mon 2027-01-01', after: '2026-11-22T00:00:00Z', at: null},
];

const zones: readonly Row[] = [
	{text: '03:15', after: '2026-11-22T00:00:00Z', zone: 'Asia/Seoul', at: '2026-11-22T18:15:00Z'},
	{text: '03:15 UTC', after: '2026-11-22T00:00:00Z', zone: 'Asia/Seoul', at: '2026-11-22T03:15:00Z'},
	{text: '03:15 America/New_York', after: '2026-11-22T00:00:00Z', zone: 'Asia/Seoul', at: '2026-11-22T08:15:00Z'},
	{text: '03:15', after: '2026-11-22T00:00:00Z', zone: 'Nowhere/Atlantis', at: '2026-11-22T03:15:00Z'},
	{text: '03:15', after: '2026-11-22T00:00:00Z', zone: '\u001b[2J', at: '2026-11-22T03:15:00Z'},
	{text: '03:15', after: '2026-11-22T00:00:00Z', zone: 'Asia/Kathmandu', at: '2026-11-22T21:30:00Z'},
];

const clockChanges: readonly Row[] = [
	// 02:00 to 03:00 is skipped on 29 March
	{text: '02:30', after: '2026-03-28T02:00:00Z', zone: 'Europe/Berlin', at: '2026-03-30T00:30:00Z'},
	{text: '*:30', after: '2026-03-29T00:30:00Z', zone: 'Europe/Berlin', at: '2026-03-29T01:30:00Z'},
	{text: '2..3:15', after: '2026-03-29T00:00:00Z', zone: 'Europe/Berlin', at: '2026-03-29T01:15:00Z'},
	{text: '*:*:*', after: '2026-03-29T00:59:59Z', zone: 'Europe/Berlin', at: '2026-03-29T01:00:00Z'},
	{text: 'Sun *-03-25..31 02:30', after: '2026-11-22T00:00:00Z', zone: 'Europe/Berlin', at: null},
	{text: '02:00:00', after: '2026-03-28T12:00:00Z', zone: 'Europe/Berlin', at: '2026-03-30T00:00:00Z'},
	{text: '03:00:00', after: '2026-03-28T12:00:00Z', zone: 'Europe/Berlin', at: '2026-03-29T01:00:00Z'},
	// 02:00 to 03:00 comes twice on 25 October
	{text: '02:30', after: '2026-10-24T12:00:00Z', zone: 'Europe/Berlin', at: '2026-10-25T00:30:00Z'},
	{text: '02:30', after: '2026-10-25T00:30:00Z', zone: 'Europe/Berlin', at: '2026-10-26T01:30:00Z'},
	{text: '02:30', after: '2026-10-25T01:10:00Z', zone: 'Europe/Berlin', at: '2026-10-26T01:30:00Z'},
	{text: '*:0/15', after: '2026-10-25T00:45:00Z', zone: 'Europe/Berlin', at: '2026-10-25T02:00:00Z'},
	{text: '*:0/15', after: '2026-10-25T01:10:00Z', zone: 'Europe/Berlin', at: '2026-10-25T02:00:00Z'},
	{text: '*:0/15', after: '2026-10-25T02:00:00Z', zone: 'Europe/Berlin', at: '2026-10-25T02:15:00Z'},
	{text: '01:30', after: '2026-01-15T12:00:00Z', zone: 'America/New_York', at: '2026-01-16T06:30:00Z'},
	{text: '11-01 01:30', after: '2026-01-15T12:00:00Z', zone: 'America/New_York', at: '2026-11-01T05:30:00Z'},
	// the day begins at 01:00 on 6 September
	{text: 'daily', after: '2026-09-05T12:00:00Z', zone: 'America/Santiago', at: '2026-09-07T03:00:00Z'},
	// half an hour
	{text: '2:*', after: '2026-10-03T12:00:00Z', zone: 'Australia/Lord_Howe', at: '2026-10-03T15:30:00Z'},
	{text: '1:45', after: '2026-04-04T14:45:00Z', zone: 'Australia/Lord_Howe', at: '2026-04-05T15:15:00Z'},
	// 30 December 2011 was left out
	{text: '12:00', after: '2011-12-29T22:00:00Z', zone: 'Pacific/Apia', at: '2011-12-30T22:00:00Z'},
	{text: '*:*:*', after: '2011-12-30T09:59:59Z', zone: 'Pacific/Apia', at: '2011-12-30T10:00:00Z'},
	{text: '2011-12-30 *:*:*', after: '2011-12-01T00:00:00Z', zone: 'Pacific/Apia', at: null},
];

describe('the next time of a calendar event', () => {
	test.each([...ordinary, ...never, ...zones, ...clockChanges])('of $text after $after in $zone is $at', ({text, after, zone, at}) => {
		expect(next(text, after, zone ?? null)).toBe(at);
	});

	test.each([
		{days: {Day: 1, Weekday: 1}, at: ['2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z', '2026-12-07T00:00:00Z']},
		{days: {Day: 1}, at: ['2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z', '2027-03-01T00:00:00Z']},
		{days: {Weekday: 7}, at: ['2026-11-29T00:00:00Z', '2026-12-06T00:00:00Z', '2026-12-13T00:00:00Z', '2026-12-20T00:00:00Z']},
	])('a day or a weekday is enough to launchd: $days', ({days, at}) => {
		const event = launchdCalendarEvent({...days, Hour: 0, Minute: 0}) ?? parsed('daily');
		const times: Array<string | null> = [];
		let after: number | null = Date.parse('2026-11-22T13:05:09Z');
		while (times.length < 4 && after !== null) {
			after = nextTime(event, after, null);
			times.push(iso(after));
		}

		expect(times).toEqual(at);
	});

	test('is always later, and never moves back as time goes on', () => {
		const start = Date.parse('2026-10-24T20:00:00Z');
		for (const text of ['*:0/15', '02:30', 'hourly', '1..3:10', 'Sun 02:00']) {
			const times = Array.from({length: 200}, (_, index) => {
				const after = start + index * 4 * 60_000;
				const at = nextTime(parsed(text), after, 'Europe/Berlin') ?? 0;
				expect(at).toBeGreaterThan(after);
				return at;
			});
			expect(times).toEqual([...times].sort((a, b) => a - b));
		}
	});

	test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, 1e300])('after %d is none', after => {
		expect(nextTime(parsed('daily'), after, 'Europe/Berlin')).toBeNull();
	});

	test.each([Number.NEGATIVE_INFINITY, -1e300, -8.64e15])('after %d is the first there is', after => {
		expect(iso(nextTime(parsed('1970-01-01 00:00'), after, 'Asia/Seoul'))).toBe('1969-12-31T15:00:00Z');
	});

	test('never is known soon', () => {
		const started = performance.now();
		for (const text of ['02-30', 'Mon *-02-30', 'Sun *-03-25..31 02:30 Europe/Berlin', '*-02,04,06,09,11-31 *:*:*']) {
			expect(nextTime(parsed(text), Date.parse('2026-11-22'), null)).toBeNull();
		}

		expect(performance.now() - started).toBeLessThan(2000);
	});

	test('an event with a field of no values never happens', () => {
		expect(nextTime({...parsed('daily'), seconds: []}, Date.parse('2026-11-22'), null)).toBeNull();
	});
});
