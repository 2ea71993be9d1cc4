import type {CalendarEvent} from '../model/calendar.js';

/** Whether the calendar has that day of the month, and on one of those weekdays. */
const isDay = (year: number, month: number, day: number, {isFromEnd, weekdays}: CalendarEvent): boolean => {
	const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
	const weekday = new Date(Date.UTC(year, month - 1, isFromEnd ? length + 1 - day : day)).getUTCDay();
	return day <= length && (weekdays === null || weekdays.includes(weekday));
};

const upTo = (last: number): readonly number[] => Array.from({length: last}, (_, index) => index + 1);

/** Whether an event that never comes again has been: one of any year would come again, if there were such a day at all. `now` in milliseconds since the epoch. */
export const hasBeen = (event: CalendarEvent, now: number): boolean =>
	(event.years ?? []).some(
		year =>
			year <= new Date(now).getFullYear() &&
			(event.months ?? upTo(12)).some(month => (event.days ?? upTo(31)).some(day => isDay(year, month, day, event))),
	);
