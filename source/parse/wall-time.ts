import {zoneOffset} from './zone-offset.js';

/** A time as a clock on a wall shows it. Months from 1. */
export type WallTime = {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	millisecond: number;
};

/** The instant at which the clocks of a place show a time, in milliseconds since the epoch. */
export type Zone = (time: WallTime) => number;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const maxKnownHours = 2000;

const isWithin = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** February has 29 days in some years; a leap second is the last of a minute. */
export const isWallTime = ({month, day, hour, minute, second}: WallTime): boolean =>
	isWithin(month, 1, 12) && isWithin(day, 1, 31) && isWithin(hour, 0, 23) && isWithin(minute, 0, 59) && isWithin(second, 0, 60);

/** As if it were UTC. */
export const universal: Zone = ({year, month, day, hour, minute, second, millisecond}) =>
	Date.UTC(year, month - 1, day, hour, minute, second, millisecond);

/** Where the clocks stand `minutes` before UTC, all year. */
const fixedZone =
	(minutes: number): Zone =>
	time =>
		universal(time) - minutes * minuteMs;

/** Where the reader sits. */
const ownZone: Zone = ({year, month, day, hour, minute, second, millisecond}) =>
	new Date(year, month - 1, day, hour, minute, second, millisecond).getTime();

/**
The clocks of an IANA time zone; those of the reader where the name is not known. At times that a change to summer time
leaves out or repeats, one of the two is taken.
*/
export const createZone = (timeZone: string | null): Zone => {
	const offsetAt = timeZone === null ? null : zoneOffset(timeZone);
	if (offsetAt === null) {
		return ownZone;
	}

	// a log asks for the same hours again and again
	const known = new Map<number, number>();
	const offset = (instant: number): number => {
		const hour = Math.floor(instant / hourMs);
		let found = known.get(hour);
		if (found === undefined) {
			found = offsetAt(hour * hourMs);
			if (known.size >= maxKnownHours) {
				known.clear();
			}

			known.set(hour, found);
		}

		return found;
	};

	return time => {
		const guess = universal(time);
		return guess - offset(guess - offset(guess));
	};
};

/** `Z`, `+09`, `+0900`, `-03:30`; `null`: none of these. */
export const readOffset = (text: string): Zone | null => {
	if (/^(?:Z|UTC|GMT)$/.test(text)) {
		return universal;
	}

	const found = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(text);
	return found ? fixedZone((found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0))) : null;
};

/** Of a fraction of a second, without its point, the milliseconds. */
export const readMilliseconds = (fraction: string | undefined): number => Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));

/** `2026-11-22 16:01:02.123456+0900`, the one form that log(1) writes; `null`: not this. */
export const readTimestamp = (text: string): number | null => {
	const found = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([+-]\d{4})$/.exec(text);
	const zone = found === null ? null : readOffset(found[8] ?? '');
	if (found === null || zone === null) {
		return null;
	}

	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
	const time: WallTime = {year, month, day, hour, minute, second, millisecond: readMilliseconds(found[7])};
	return isWallTime(time) ? zone(time) : null;
};
