const minuteUs = 60_000_000;
const hourUs = 60 * minuteUs;
const dayUs = 24 * hourUs;

/** Microseconds in each unit. A month is 30.44 days, a year 365.25 days. */
const units: Readonly<Record<string, number>> = {
	us: 1,
	usec: 1,
	µs: 1,
	μs: 1,
	ms: 1000,
	msec: 1000,
	s: 1_000_000,
	sec: 1_000_000,
	second: 1_000_000,
	seconds: 1_000_000,
	m: minuteUs,
	min: minuteUs,
	minute: minuteUs,
	minutes: minuteUs,
	h: hourUs,
	hr: hourUs,
	hour: hourUs,
	hours: hourUs,
	d: dayUs,
	day: dayUs,
	days: dayUs,
	w: 7 * dayUs,
	week: 7 * dayUs,
	weeks: 7 * dayUs,
	M: 2_629_800_000_000,
	month: 2_629_800_000_000,
	months: 2_629_800_000_000,
	y: 31_557_600_000_000,
	year: 31_557_600_000_000,
	years: 31_557_600_000_000,
};

const longestFirst = Object.keys(units).sort((a, b) => b.length - a.length);

const infinity = /^[ \t\n\r]*infinity[ \t\n\r]*$/;
const spaces = /[ \t\n\r]*/y;
const part = new RegExp(`[\\t-\\r ]*(?:(\\+?\\d+)(?:\\.(\\d+))?|\\.(\\d+))([ \\t\\n\\r]*)(${longestFirst.join('|')})?`, 'y');

/** What a whole number and the span in microseconds must stay below. */
const maxNumber = 2 ** 63;
const maxSpanUs = 2 ** 64;

/** Each digit counts a tenth of the one before, in whole microseconds. */
const fractionUs = (digits: string, unitUs: number): number => {
	let sum = 0;
	let worthUs = unitUs;
	for (const digit of digits.slice(0, 20)) {
		worthUs = Math.floor(worthUs / 10);
		sum += Number(digit) * worthUs;
	}

	return sum;
};

/** `null`: the part is out of range, or runs into the next without a space or a unit between. */
const partUs = (found: RegExpExecArray, isLast: boolean): number | null => {
	const [, whole = '0', fraction, fractionAlone, space = '', unit] = found;
	if (unit === undefined && space === '' && !isLast) {
		return null;
	}

	const unitUs = units[unit ?? 's'] ?? 0;
	const number = Number(whole);
	return number < maxNumber ? number * unitUs + fractionUs(fraction ?? fractionAlone ?? '', unitUs) : null;
};

/**
A span of time in milliseconds: `15`, `1h 30min`, `2min 200ms`, `1.5h`; a number without a unit is seconds, `infinity` is
`Infinity`. `null` for anything else, and for what exceeds 64 bits of microseconds.

@source systemd.time(7) "Parsing time spans"
*/
export const parseTimeSpan = (text: string): number | null => {
	if (infinity.test(text)) {
		return Number.POSITIVE_INFINITY;
	}

	let sumUs = 0;
	let position = 0;
	do {
		part.lastIndex = position;
		const found = part.exec(text);
		const us = found === null ? null : partUs(found, part.lastIndex === text.length);
		if (us === null || sumUs + us >= maxSpanUs) {
			return null;
		}

		sumUs += us;
		spaces.lastIndex = part.lastIndex;
		spaces.test(text);
		position = spaces.lastIndex;
	} while (position < text.length);

	return sumUs / 1000;
};
