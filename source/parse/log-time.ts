import {type LogLevel, logLevels} from '../model/log.js';
import {isWallTime, readMilliseconds, readOffset, universal, type WallTime, type Zone} from './wall-time.js';

/** What a file does not say itself: the instant at which it is read, and the clocks of its machine. */
export type LogPlace = {now: number; zone: Zone};

/** What the beginning of a line tells. */
export type LineStart = {
	at: number;
	/** What is left of the line. */
	rest: string;
	pid: number | null;
	level: LogLevel | null;
	/** Whether a host and a program may follow, as syslog writes them. */
	form: 'syslog' | 'iso' | 'other';
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const month = `(${months.join('|')})`;
const clock = '(\\d\\d):(\\d\\d):(\\d\\d)';
const fraction = '(?:[.,](\\d{1,9}))?';
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

/** Of a line without a year the last such date is meant; clocks and zones may be wrong by as much as this. */
const slackMs = 86_400_000;
/** Between two leap days there are at most so many years. */
const maxYearsBack = 8;

const instantOf = (time: WallTime, zone: Zone): number | null => {
	const instant = isWallTime(time) ? zone(time) : Number.NaN;
	return Number.isFinite(instant) ? instant : null;
};

/** The last such date that is not in the future. */
const lastInstant = (time: Omit<WallTime, 'year'>, {now, zone}: LogPlace): number | null => {
	const thisYear = new Date(now).getUTCFullYear() + 1;
	for (let year = thisYear; year >= thisYear - maxYearsBack; year--) {
		const isLeapDay = time.month === 2 && time.day === 29;
		const exists = !isLeapDay || new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
		const instant = exists ? instantOf({...time, year}, zone) : null;
		if (instant !== null && instant <= now + slackMs) {
			return instant;
		}
	}

	return null;
};

type Groups = readonly (string | undefined)[];
type Found = Omit<LineStart, 'rest' | 'at'> & {at: number | null};

const timeOf = (hour: string | undefined, minute: string | undefined, second: string | undefined, part: string | undefined) => ({
	hour: Number(hour),
	minute: Number(minute),
	second: Number(second),
	millisecond: readMilliseconds(part),
});

const monthOf = (name: string | undefined): number => months.indexOf(name ?? '') + 1;

const plain = {pid: null, level: null, form: 'other'} as const;

/** `2026-11-22T16:01:02.123456+00:00`, `2026/11/22 16:01:02`, `[2026-11-22 16:01:02,123]`, `2026-11-22 16:01:02.123 KST [12]`. */
const readIso = ([year, monthNumber, day, hour, minute, second, part, offset]: Groups, place: LogPlace): Found => {
	const time = {year: Number(year), month: Number(monthNumber), day: Number(day), ...timeOf(hour, minute, second, part)};
	return {...plain, at: instantOf(time, readOffset((offset ?? '').trim()) ?? place.zone), form: 'iso'};
};

/** `Nov 22 16:01:02`, with a priority before it where it comes from the network. */
const readSyslog = ([priority, name, day, hour, minute, second, part]: Groups, place: LogPlace): Found => ({
	pid: null,
	at: lastInstant({month: monthOf(name), day: Number(day), ...timeOf(hour, minute, second, part)}, place),
	level: priority === undefined ? null : (logLevels[Number(priority) % 8] ?? null),
	form: 'syslog',
});

/** `[Sun Nov 22 16:01:02.123456 2026]`, as ctime(3) has it. */
const readCalendar = ([name, day, hour, minute, second, part, year]: Groups, {zone}: LogPlace): Found => ({
	...plain,
	at: instantOf({year: Number(year), month: monthOf(name), day: Number(day), ...timeOf(hour, minute, second, part)}, zone),
});

/** `[22/Nov/2026:16:01:02 +0000]`, the Common Log Format of web servers. */
const readWeb = ([day, name, year, hour, minute, second, offset]: Groups, {zone}: LogPlace): Found => {
	const time = {year: Number(year), month: monthOf(name), day: Number(day), ...timeOf(hour, minute, second, undefined)};
	return {...plain, at: instantOf(time, readOffset(offset ?? '') ?? zone)};
};

const redisLevels: Readonly<Record<string, LogLevel>> = {'.': 'debug', '-': 'info', '*': 'notice', '#': 'warning'};

/** `123:M 22 Nov 2026 16:01:02.123 * text` */
const readRedis = ([pid, day, name, year, hour, minute, second, part, mark]: Groups, {zone}: LogPlace): Found => ({
	...plain,
	at: instantOf({year: Number(year), month: monthOf(name), day: Number(day), ...timeOf(hour, minute, second, part)}, zone),
	pid: Number(pid),
	level: redisLevels[mark ?? ''] ?? null,
});

const klogLevels: Readonly<Record<string, LogLevel>> = {I: 'info', W: 'warning', E: 'error', F: 'critical'};

/** `E1122 16:01:02.123456   123 file.go:12]`, Google's form, which containers' tools write in UTC. */
const readKlog = ([level, monthNumber, day, hour, minute, second, part, pid]: Groups, {now}: LogPlace): Found => ({
	...plain,
	at: lastInstant({month: Number(monthNumber), day: Number(day), ...timeOf(hour, minute, second, part)}, {now, zone: universal}),
	pid: Number(pid),
	level: klogLevels[level ?? ''] ?? null,
});

type Form = {pattern: RegExp; read: (groups: Groups, place: LogPlace) => Found};

/** How lines begin. Each pattern is tied to the beginning and has a bound on everything that repeats. */
const forms: readonly Form[] = [
	{
		pattern: new RegExp(
			`^\\[?(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ]${clock}${fraction}(?:(Z|[+-]\\d\\d(?::?\\d\\d)?| (?:UTC|GMT|[+-]\\d\\d:?\\d\\d))(?!\\w)| [A-Z]{2,5}(?= \\[\\d))?\\]?[:,]?(?: |$)`,
		),
		read: readIso,
	},
	{pattern: new RegExp(`^(?:<(\\d{1,3})>)?${month} ([ \\d]\\d) ${clock}${fraction}(?: |$)`), read: readSyslog},
	{pattern: new RegExp(`^\\[?${weekday} ${month} ([ \\d]\\d) ${clock}${fraction} (\\d{4})\\]?:?(?: |$)`), read: readCalendar},
	{pattern: new RegExp(`^\\[(\\d\\d)/${month}/(\\d{4}):${clock} ([+-]\\d{4})\\](?: |$)`), read: readWeb},
	{pattern: new RegExp(`^(\\d{1,10}):[A-Z] (\\d\\d) ${month} (\\d{4}) ${clock}${fraction} ([.*#-]) `), read: readRedis},
	{pattern: new RegExp(`^([IWEF])(\\d\\d)(\\d\\d) ${clock}\\.(\\d{1,9}) {1,10}(\\d{1,10}) `), read: readKlog},
];

/** In the line of a web server's access log, the time stands behind the address and the user. */
const webTime = new RegExp(`\\[(\\d\\d)/${month}/(\\d{4}):${clock} ([+-]\\d{4})\\]`);
const maxBeforeWebTime = 300;

const readAccess = (line: string, place: LogPlace): LineStart | null => {
	const found = webTime.exec(line.slice(0, maxBeforeWebTime));
	const at = found === null ? null : readWeb(found.slice(1), place).at;
	return at === null ? null : {...plain, at, rest: line};
};

/**
The time a line begins with, and what else is told there; `null`: no time, or not in one of the usual forms.

@source RFC 3164, RFC 3339, ctime(3), the Common Log Format, and the defaults of PostgreSQL, nginx, Apache, Redis and klog
*/
export const readLineStart = (line: string, place: LogPlace): LineStart | null => {
	for (const {pattern, read} of forms) {
		const match = pattern.exec(line);
		const found = match === null ? null : read(match.slice(1), place);
		if (match !== null && found !== null && found.at !== null) {
			return {...found, at: found.at, rest: line.slice(match[0].length)};
		}
	}

	return readAccess(line, place);
};
