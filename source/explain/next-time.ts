import type {CalendarEvent, CalendarField} from '../model/calendar.js';
import {type Offset, zoneOffset} from '../parse/zone-offset.js';

const secondMs = 1000;
const dayMs = 86_400_000;
const lastYear = 2199;

/** More hours that clocks skip than there are until the last year. */
const maxSkippedHours = 1000;

/** A reading of a clock and calendar, as the instant at which UTC shows the same, in milliseconds. */
type Wall = number;

const utc: Offset = () => 0;

/** A zone that is not known counts as UTC. */
const offsetOf = (timeZone: string | null): Offset => (timeZone === null || timeZone === 'UTC' ? null : zoneOffset(timeZone)) ?? utc;

/** The first second at which clocks are not what they were at `from`, where they are not at `to`. */
const changeBetween = (offset: Offset, from: number, to: number): number => {
	const before = offset(from);
	let low = from;
	let high = to;
	while (high - low > secondMs) {
		const middle = Math.floor((low + high) / 2 / secondMs) * secondMs;
		if (offset(middle) === before) {
			low = middle;
		} else {
			high = middle;
		}
	}

	return high;
};

/** When clocks show this: the first of two times, `null` where they skip it. */
const instantOf = (offset: Offset, wall: Wall): number | null => {
	const possible = [offset(wall - dayMs), offset(wall + dayMs)].map(ahead => wall - ahead).filter(at => at + offset(at) === wall);
	return possible.length === 0 ? null : Math.min(...possible);
};

/** What clocks show after the hour that they skip. */
const afterSkipped = (offset: Offset, wall: Wall): Wall => {
	const change = changeBetween(offset, wall - dayMs, wall + dayMs);
	return Math.max(change + offset(change), wall + secondMs);
};

/** The first reading that clocks have not shown until now: in the second of two equal hours, the one after it. */
const firstUnseen = (offset: Offset, after: number): Wall => {
	const now = Math.floor(after / secondMs) * secondMs;
	const wall = now + offset(now) + secondMs;
	const before = offset(now - dayMs);
	return before > offset(now) ? Math.max(wall, changeBetween(offset, now - dayMs, now) + before) : wall;
};

/** The values of a field from `first` to `last`. */
const allowed = (field: CalendarField, first: number, last: number): readonly number[] =>
	field === null
		? Array.from({length: Math.max(0, last - first + 1)}, (_, index) => first + index)
		: field.filter(value => value >= first && value <= last);

/** The days of a month on which the event happens. */
const daysOf = ({weekdays, days, isFromEnd, isEitherDay}: CalendarEvent, year: number, month: number): readonly number[] => {
	const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
	const weekdayOfFirst = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
	const isEnough = isEitherDay && weekdays !== null && days !== null;
	return allowed(null, 1, length).filter(day => {
		const isWeekday = weekdays === null || weekdays.includes((weekdayOfFirst + day - 1) % 7);
		const isDay = days === null || days.includes(isFromEnd ? length - day + 1 : day);
		return isEnough ? isWeekday || isDay : isWeekday && isDay;
	});
};

/** The first time of a day, in seconds, that is not before `from`. */
const firstTime = ({hours, minutes, seconds}: CalendarEvent, from: number): number | null => {
	const fromHour = Math.floor(from / 3600);
	const fromMinute = Math.floor(from / 60);
	for (const hour of allowed(hours, fromHour, 23)) {
		for (const minute of allowed(minutes, hour === fromHour ? fromMinute % 60 : 0, 59)) {
			const second = allowed(seconds, hour * 60 + minute === fromMinute ? from % 60 : 0, 59)[0];
			if (second !== undefined) {
				return (hour * 60 + minute) * 60 + second;
			}
		}
	}

	return null;
};

/** The first reading not before `from` that the event names, whether or not clocks ever show it. */
const nextWall = (event: CalendarEvent, from: Wall): Wall | null => {
	const start = new Date(from);
	const [startYear, startMonth] = [start.getUTCFullYear(), start.getUTCMonth() + 1];
	const midnight = Math.floor(from / dayMs) * dayMs;
	for (const year of allowed(event.years, startYear, lastYear)) {
		for (const month of allowed(event.months, year === startYear ? startMonth : 1, 12)) {
			for (const day of daysOf(event, year, month)) {
				const date = Date.UTC(year, month - 1, day);
				const time = date < midnight ? null : firstTime(event, date === midnight ? (from - midnight) / secondMs : 0);
				if (time !== null) {
					return date + time * secondMs;
				}
			}
		}
	}

	return null;
};

/**
The first moment after `after` at which a calendar event happens, in milliseconds since the epoch; `null`: never again, or not
before the year 2200. The zone is that of the event, else `timeZone`, else UTC, as for names that are not known.

A time that clocks skip does not happen on that day; one that they show twice happens the first time.

@source systemd.time(7) "Calendar events"
*/
export const nextTime = (event: CalendarEvent, after: number, timeZone: string | null): number | null => {
	if (!(after < Date.UTC(lastYear + 1, 0, 2))) {
		return null;
	}

	const offset = offsetOf(event.timeZone ?? timeZone);
	let from = firstUnseen(offset, Math.max(after, -dayMs));
	for (let skipped = 0; skipped < maxSkippedHours; skipped++) {
		const wall = nextWall(event, from);
		if (wall === null) {
			return null;
		}

		const at = instantOf(offset, wall);
		if (at !== null) {
			return at;
		}

		from = afterSkipped(offset, wall);
	}

	return null;
};
