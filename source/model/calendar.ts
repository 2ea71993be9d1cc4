/** The values a field of a calendar event may have, ascending. `null`: any. */
export type CalendarField = readonly number[] | null;

/**
A repeating moment of the calendar: all fields must hold at once. Sources: systemd.time(7) "Calendar events",
launchd.plist(5) "StartCalendarInterval".
*/
export type CalendarEvent = {
	/** 0 Sunday to 6 Saturday. */
	weekdays: CalendarField;
	years: CalendarField;
	/** 1 to 12. */
	months: CalendarField;
	/** 1 to 31, or where `isFromEnd` counted back: 1 is the last day of the month. */
	days: CalendarField;
	isFromEnd: boolean;
	/** cron's rule, which launchd keeps: where weekdays and days are both given, either is enough. */
	isEitherDay: boolean;
	hours: CalendarField;
	minutes: CalendarField;
	/** launchd has no seconds: `[0]`. Fractions are cut. */
	seconds: CalendarField;
	/** An IANA name, `UTC`, or `null`: the zone of this machine. */
	timeZone: string | null;
};
