import {describe, expect, test} from 'vitest';
import {createZone, isWallTime, readOffset, readTimestamp, universal} from '../../source/parse/wall-time.js';

const time = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0, millisecond = 0) => ({
	year,
	month,
	day,
	hour,
	minute,
	second,
	millisecond,
});

describe('the clocks of a place', () => {
	test.each([
		['UTC', time(2026, 11, 22, 16, 1, 2, 5), '2026-11-22T16:01:02.005Z'],
		['Asia/Seoul', time(2026, 11, 22, 1, 0), '2026-11-21T16:00:00.000Z'],
		['Europe/Berlin', time(2026, 7, 1, 12, 0), '2026-07-01T10:00:00.000Z'],
		['Europe/Berlin', time(2026, 1, 1, 0, 30), '2025-12-31T23:30:00.000Z'],
		['America/New_York', time(2026, 11, 1, 0, 59), '2026-11-01T04:59:00.000Z'],
		['America/New_York', time(2026, 11, 1, 3, 0), '2026-11-01T08:00:00.000Z'],
		['Asia/Kolkata', time(2026, 3, 1, 5, 29, 59), '2026-02-28T23:59:59.000Z'],
		['Australia/Lord_Howe', time(2026, 12, 25, 11, 0), '2026-12-25T00:00:00.000Z'],
	])('in %s at %j it is %s', (name, wall, instant) => {
		expect(new Date(createZone(name)(wall)).toISOString()).toBe(instant);
	});

	test('at an hour that summer time leaves out or repeats it is one of two, never another day', () => {
		const zone = createZone('Europe/Berlin');
		expect([Date.UTC(2026, 2, 29, 0, 30), Date.UTC(2026, 2, 29, 1, 30)]).toContain(zone(time(2026, 3, 29, 2, 30)));
		expect([Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)]).toContain(zone(time(2026, 10, 25, 2, 30)));
	});

	test.each([null, 'Nowhere/City', '', '../etc', '+99:99'])('of %j are those of the reader', name => {
		expect(createZone(name)(time(2026, 11, 22, 16))).toBe(new Date(2026, 10, 22, 16).getTime());
	});

	test('thousands of different hours are no burden', () => {
		const zone = createZone('Asia/Seoul');
		for (let day = 0; day < 5000; day++) {
			const wall = time(2000, 1, 1 + day, 9);
			expect(zone(wall)).toBe(universal({...wall, hour: 0}));
		}
	});
});

test.each([
	['Z', 0],
	['GMT', 0],
	['+09', -540],
	['+0900', -540],
	['-03:30', 210],
	['KST', null],
	['+9', null],
	['', null],
])('the offset %j moves a time by %j minutes', (text, minutes) => {
	const zone = readOffset(text);
	expect(zone === null ? null : (zone(time(2026, 1, 1)) - Date.UTC(2026, 0, 1)) / 60_000).toBe(minutes === 0 ? 0 : minutes);
});

test.each([
	[time(2026, 2, 31), true],
	[time(2026, 0, 1), false],
	[time(2026, 13, 1), false],
	[time(2026, 1, 1, 24), false],
	[time(2026, 1, 1, 23, 60), false],
	[time(2026, 12, 31, 23, 59, 60), true],
	[time(2026, 1, 0), false],
])('%j is a time on a wall: %j', (wall, isTime) => {
	expect(isWallTime(wall)).toBe(isTime);
});

test('a time stamp that is not in the form of log(1) is none', () => {
	expect(readTimestamp('2026-11-22 16:01:02.123456+0900 ')).toBeNull();
	expect(readTimestamp('x'.repeat(100_000))).toBeNull();
});
