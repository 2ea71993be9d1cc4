import type {CalendarEvent} from '../model/calendar.js';
import {isDictionary, type PlistValue} from '../model/property-list.js';
import {launchdCalendarEvent} from '../parse/calendar-event.js';
import type {ExplainContext} from './context.js';
import {readNumber} from './launchd-reading.js';
import {nextTime} from './next-time.js';

const maxEvents = 100;

/**
The moments of `StartCalendarInterval`: a dictionary, or an array of them. Those out of range are left out.

@source launchd.plist(5) "StartCalendarInterval"
*/
export const launchdCalendar = (value: PlistValue | undefined, isOldStyle: boolean): readonly CalendarEvent[] => {
	const events: readonly PlistValue[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
	return events.slice(0, maxEvents).flatMap(event => {
		if (!isDictionary(event)) {
			return [];
		}

		const fields = Object.entries(event).map(([key, field]) => [key, readNumber(field, isOldStyle) ?? Number.NaN] as const);
		return launchdCalendarEvent(Object.fromEntries(fields)) ?? [];
	});
};

/** The first moment after now that any of the events names, in milliseconds since the epoch. */
export const nextOf = (events: readonly CalendarEvent[], {now, timeZone}: ExplainContext): number | null => {
	const times = events.flatMap(event => nextTime(event, now, timeZone) ?? []);
	return times.length === 0 ? null : Math.min(...times);
};
