import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {nextTime} from '../../source/explain/next-time.js';
import {parseCalendarEvent} from '../../source/parse/calendar-event.js';
import {parseTimeSpan} from '../../source/parse/time-span.js';
import {timeSpans} from '../parse/time-spans.js';
import {calendarSpecifications, randomSpecifications} from './calendar-specifications.js';

const ask = (timeZone: string, ...args: readonly string[]) =>
	spawnSync('systemd-analyze', args, {
		encoding: 'utf8',
		env: {PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: timeZone},
		timeout: 60_000,
		maxBuffer: 64 * 1024 * 1024,
	});

const hasSystemd = ask('UTC', 'calendar', '--iterations=1', '--base-time=2026-01-01', 'daily').status === 0;
if (!hasSystemd) {
	console.log('systemd-analyze is not here: calendar events and time spans are compared with nothing');
}

/** What a specification means: refused, or its next moments. */
type Meaning = 'refused' | readonly string[];

const iterations = 3;

const instants = (block: string): readonly string[] => [
	...new Set([...block.matchAll(/ (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/gm)].map(([, day, time]) => `${day}T${time}`)),
];

/** The tool answers in order, and tells apart what it refuses and what it cannot find. */
const systemdMeanings = (specifications: readonly string[], base: string, timeZone: string): readonly Meaning[] => {
	const {stdout, stderr, error} = ask(
		timeZone,
		'calendar',
		`--iterations=${iterations}`,
		`--base-time=${base} UTC`,
		'--',
		...specifications,
	);
	expect(error).toBeUndefined();
	const named = (sentence: string): ReadonlySet<string> =>
		new Set([...stderr.matchAll(new RegExp(`^Failed to ${sentence} '(.*)': `, 'gm'))].map(found => found[1] ?? ''));
	const refused = named('parse calendar specification');
	const lost = named('determine next elapse for');
	const blocks = stdout.split(/^ *Normalized form: .*$/m).slice(1);
	let answered = 0;
	const meanings = specifications.map(text => (refused.has(text) ? 'refused' : lost.has(text) ? [] : instants(blocks[answered++] ?? '')));
	expect(answered).toBe(blocks.length);
	return meanings;
};

const ownMeaning = (text: string, base: string, timeZone: string, count: number): Meaning => {
	const event = parseCalendarEvent(text);
	if (event === null) {
		return 'refused';
	}

	const moments: string[] = [];
	let after: number | null = Date.parse(`${base.replace(' ', 'T')}Z`);
	while (moments.length < count && after !== null) {
		after = nextTime(event, after, timeZone);
		moments.push(...(after === null ? [] : [new Date(after).toISOString().slice(0, 19)]));
	}

	return moments;
};

/** Steps of less than a second are several moments there, and one here. */
const differences = (specifications: readonly string[], meanings: readonly Meaning[], base: string, timeZone: string) =>
	specifications
		.map((text, index) => {
			const theirs = meanings[index] ?? 'refused';
			const count = theirs !== 'refused' && /\.\d/.test(text) ? theirs.length : iterations;
			return {text, theirs, ours: ownMeaning(text, base, timeZone, count)};
		})
		.filter(({theirs, ours}) => JSON.stringify(theirs) !== JSON.stringify(ours));

const closeField = (text: string, last: number): string => text.replace(/(?<![./\d])(\d+)\/(?=\d)/g, `$1..${last}/`);

const closeDaysFromEnd = (text: string): string =>
	text.replace(/(?<![./\d])(\d+)\/(\d+)/g, (_, start, step) => `${((Number(start) - 1) % Number(step)) + 1}..${start}/${step}`);

const closeDate = (text: string): string => {
	const [, year = '', month = '', separator, day = ''] = /^(?:(.*)-)?(.*)([-~])(.*)$/.exec(text) ?? [];
	const days = separator === '~' ? closeDaysFromEnd(day) : closeField(day, 31);
	return `${year === '' ? '' : `${closeField(year, 2199)}-`}${closeField(month, 12)}${separator}${days}`;
};

/**
The same event without steps that have no end: `1/7` becomes `1..31/7`. Where such a step runs over the end of a year or over a
change of clocks, some systemd miss the first value after it, against their manual.
*/
const withClosedSteps = (text: string): string =>
	text
		.split(' ')
		.map(word =>
			word.includes(':')
				? word
						.split(':')
						.map((field, index) => closeField(field, index === 0 ? 23 : 59))
						.join(':')
				: /\d[-~]|\*[-~]/.test(word)
					? closeDate(word)
					: word,
		)
		.join(' ');

/** Compares what each means, and once more in closed form those whose steps systemd may have lost. */
const expectSame = (specifications: readonly string[], base: string, timeZone: string): void => {
	const different = differences(specifications, systemdMeanings(specifications, base, timeZone), base, timeZone);
	const closed = different.map(({text, theirs}) => (theirs === 'refused' ? text : withClosedSteps(text)));
	expect(closed.length === 0 ? [] : differences(closed, systemdMeanings(closed, base, timeZone), base, timeZone)).toEqual([]);
	expect(different.filter(({text}, index) => text === closed[index])).toEqual([]);
	expect(different.length).toBeLessThan(specifications.length / 20);
};

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Seoul', 'America/Santiago', 'Australia/Lord_Howe'].filter(
	zone => zone === 'UTC' || existsSync(`/usr/share/zoneinfo/${zone}`),
);

/** Ordinary days, the eve of a leap day, and the hours before clocks change, as `YYYY-MM-DD HH:MM:SS`, UTC. */
const bases = [
	'2026-11-22 13:05:09',
	'2028-02-28 12:00:00',
	'2026-03-28 23:20:00',
	'2026-10-24 22:10:30',
	'2026-03-08 05:59:59',
	'2026-11-01 04:15:00',
	'2026-12-31 23:59:59',
];

describe.skipIf(!hasSystemd)('what systemd-analyze says of calendar events', () => {
	describe.each(zones)('in %s', zone => {
		test.each(bases)('after %s is what we say of the forms of the manual page', base => {
			expectSame(calendarSpecifications, base, zone);
		});

		test.each(bases.map((base, index) => [base, index] as const))('after %s is what we say of random ones', (base, index) => {
			expectSame(randomSpecifications(150, 1 + index + 100 * zones.indexOf(zone)), base, zone);
		});
	});
});

describe.skipIf(!hasSystemd)('what systemd-analyze says of time spans', () => {
	test.each(timeSpans)('is what we say of $text', ({text}) => {
		const answer = /^ *μs: (\d+)$/m.exec(ask('UTC', 'timespan', '--', text).stdout)?.[1];
		const us = answer === '18446744073709551615' ? Number.POSITIVE_INFINITY : Number(answer);
		expect(parseTimeSpan(text)).toEqual(answer === undefined ? null : us / 1000);
	});
});
