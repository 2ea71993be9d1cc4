import {printable} from './printable.js';

/** A line of `ps -ef`, `ps aux` or `ps -e`: what people paste. */
export type PsTableRow = {
	pid: number;
	ppid: number | null;
	/** Name or number, as printed; `null` where the table has no such column. */
	user: string | null;
	/** `ttys002`, or `s002` as `aux` prints it. */
	tty: string | null;
	stat: string | null;
	/** Arguments, or the path where there is a COMM and no other column. */
	args: string;
};

/** The columns of `ps -ef`, for rows without a header. */
const fullFormat: readonly string[] = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];

/** In any place but the last, ps cuts the name to this width; it may hold blanks. */
const nameWidth = 16;

const isHeader = (words: readonly string[]): boolean => words.every(word => /^[A-Z%/]+$/.test(word)) && words.length > 0;

/** The values of all columns but the last, which takes the rest of the line; `null`: fewer words than columns. */
const cells = (line: string, columns: readonly string[]): ReadonlyMap<string, string> | null => {
	const values = new Map<string, string>();
	let position = 0;
	for (const [index, column] of columns.entries()) {
		const isLast = index === columns.length - 1;
		const start = line.slice(position).search(/\S/);
		if (start === -1 && !isLast) {
			return null;
		}

		position = start === -1 ? line.length : position + start;
		const word = /^\S+/.exec(line.slice(position, position + 4096))?.[0] ?? '';
		const value = isLast ? line.slice(position) : column === 'COMM' ? line.slice(position, position + nameWidth) : word;
		values.set(column, value.trimEnd());
		position += value.length;
	}

	return values;
};

const toRow = (values: ReadonlyMap<string, string>, lastColumn: string): PsTableRow | null => {
	const value = (...columns: string[]): string | null => {
		const text = columns.map(column => values.get(column)).find(cell => cell !== undefined);
		return text === undefined ? null : printable(text);
	};

	const pid = values.get('PID') ?? '';
	const ppid = values.get('PPID');
	if (!/^\d{1,15}$/.test(pid) || (ppid !== undefined && !/^\d{1,15}$/.test(ppid))) {
		return null;
	}

	const tty = value('TTY', 'TT');
	return {
		pid: Number(pid),
		ppid: ppid === undefined ? null : Number(ppid),
		user: value('USER', 'UID'),
		tty: tty === null || /^\?|-$/.test(tty) ? null : tty,
		stat: value('STAT', 'S'),
		args: value(lastColumn) ?? '',
	};
};

/**
Reads what `ps -ef`, `ps aux`, `ps -axu`, `ps -e` and the like print, by the words of their header; rows without one are
taken for `ps -ef`. Lines that are no row are left out and counted.

@source ps(1)
*/
export const parsePsTable = (text: string): {rows: readonly PsTableRow[]; skipped: number} => {
	const rows: PsTableRow[] = [];
	let columns = fullFormat;
	let skipped = 0;
	for (const line of text.split('\n')) {
		const words = line.trim().split(/\s+/, 32);
		if (words[0] === '') {
			continue;
		}

		if (isHeader(words)) {
			columns = words;
			continue;
		}

		const values = cells(line, columns);
		const row = values && toRow(values, columns.at(-1) ?? '');
		if (row) {
			rows.push(row);
		} else {
			skipped++;
		}
	}

	return {rows, skipped};
};
