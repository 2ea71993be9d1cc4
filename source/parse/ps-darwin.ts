import {printable} from './printable.js';

export {type PsTableRow, parsePsTable} from './ps-table.js';

/** What to ask ps for: every column but the last is free of blanks, and an empty heading for each leaves out the header line. */
export const psColumns = 'pid=,ppid=,pgid=,uid=,user=,tty=,stat=,nice=,rss=,vsz=,time=,lstart=,comm=';

/** The second call: `comm` and `args` may both hold blanks, so only one of them can be the last column. */
export const psArgsColumns = 'pid=,args=';

/** A line of ps on macOS. Sizes in bytes, times in milliseconds. */
export type DarwinPsRow = {
	pid: number;
	ppid: number;
	pgid: number;
	/** -2 is nobody. */
	uid: number;
	user: string;
	/** `ttys003`; `null`: no controlling terminal, or one that can no longer be reached. */
	tty: string | null;
	/** `+` in STAT: in the foreground group of its terminal. */
	isForeground: boolean;
	/** First letter of STAT: I R S T U Z, or `?`. Uninterruptible is U here. */
	state: string;
	stat: string;
	nice: number | null;
	rssBytes: number;
	vszBytes: number;
	cpuTimeMs: number;
	/** Since the epoch, when ps ran with TZ=UTC; to the second. */
	startedAt: number | null;
	/** The whole path of the executable, blanks and all; `(name)` of a process that is gone. */
	path: string;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Wed Jan 28 17:21:44 2026`, the one thing in a line that a user name cannot hold. */
const startPattern = /\s(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})(?=\s|$)/;
/** A start that ps does not know, behind the eleven columns before it. */
const unknownStartPattern = /^\s*(?:\S+\s+){11}-(?=\s|$)/;

const toStart = (found: RegExpExecArray): number | null => {
	const [, month = '', day, hours, minutes, seconds, year] = found;
	const index = months.indexOf(month);
	return index === -1 ? null : Date.UTC(Number(year), index, Number(day), Number(hours), Number(minutes), Number(seconds));
};

/** `48408:22.84` has minutes without end; days, hours and a decimal comma are other systems' and languages' ways. */
const cpuTime = (text: string): number | null => {
	const found = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+)(?:[.,](\d{1,3}))?$/.exec(text);
	if (!found) {
		return null;
	}

	const [, days = 0, hours = 0, minutes, seconds, fraction = ''] = found;
	const wholeSeconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
	return wholeSeconds * 1000 + Number(fraction.padEnd(3, '0'));
};

const terminal = (text: string): string | null => (/^\?|-$/.test(text) ? null : printable(text, 64));

type Split = {before: string; startedAt: number | null; path: string};

const splitAtStart = (line: string): Split | null => {
	const found = startPattern.exec(line);
	if (found) {
		return {before: line.slice(0, found.index), startedAt: toStart(found), path: line.slice(found.index + found[0].length).trim()};
	}

	const unknown = unknownStartPattern.exec(line);
	return unknown && {before: unknown[0].slice(0, -1), startedAt: null, path: line.slice(unknown[0].length).trim()};
};

const integer = (text: string | undefined): number => (text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

const parseRow = (line: string): DarwinPsRow | null => {
	const split = splitAtStart(line);
	if (!split) {
		return null;
	}

	const words = split.before.trim().split(/\s+/);
	const [pid = Number.NaN, ppid = Number.NaN, pgid = Number.NaN, uid = Number.NaN] = words.slice(0, 4).map(integer);
	// names of a directory may hold blanks: what stands between the four numbers before and the six words behind
	const user = words.slice(4, -6).join(' ');
	const [tty = '', stat = '', nice, rss, vsz, time = ''] = words.slice(-6);
	const row = {
		pid,
		ppid,
		pgid,
		// uid_t has 32 bits, and some versions print nobody as 4294967294
		uid: Number.isNaN(uid) ? uid : uid | 0,
		user: printable(user, 256),
		tty: terminal(tty),
		isForeground: stat.includes('+'),
		state: printable(stat.slice(0, 1)),
		stat: printable(stat, 32),
		nice: nice === '-' ? null : integer(nice),
		rssBytes: integer(rss) * 1024,
		vszBytes: integer(vsz) * 1024,
		cpuTimeMs: cpuTime(time) ?? Number.NaN,
		startedAt: split.startedAt,
		path: printable(split.path),
	};
	const isWhole = words.length >= 11 && !Object.values(row).some(value => Number.isNaN(value));
	return isWhole ? row : null;
};

/**
Reads `ps -axww -o` with `psColumns`, run with LC_ALL=C and TZ=UTC. Lines that are no row are left out and counted.

@source ps(1)
*/
export const parseDarwinPs = (text: string): {rows: readonly DarwinPsRow[]; skipped: number} => {
	const rows: DarwinPsRow[] = [];
	let skipped = 0;
	for (const line of text.split('\n')) {
		const row = parseRow(line);
		if (row) {
			rows.push(row);
		} else if (line.trim() !== '') {
			skipped++;
		}
	}

	return {rows, skipped};
};

/**
Reads `ps -axww -o` with `psArgsColumns`: the arguments of each pid, joined by blanks as ps joins them.

What ps encoded (`\012` for a newline, `M-C` for a byte above 127) stays as it is. Blanks that a rewritten title left at
the end are gone.

@source ps(1), vis(3)
*/
export const parseDarwinArgs = (text: string): ReadonlyMap<number, string> => {
	const argumentsOf = new Map<number, string>();
	for (const line of text.split('\n')) {
		const found = /^\s*(\d{1,15})(?:\s(.*))?$/s.exec(line);
		if (found) {
			argumentsOf.set(Number(found[1]), printable((found[2] ?? '').trimEnd()));
		}
	}

	return argumentsOf;
};
