import type {CalendarEvent} from '../model/calendar.js';

/** The first moment after `after` at which a calendar event happens, in milliseconds since the epoch; `null`: never. */
export const nextTime = (_event: CalendarEvent, _after: number, _timeZone: string | null): number | null => null;
