import {Buffer} from 'node:buffer';
import {type LogEntry, logLevels} from '../model/log.js';
import {parseFields, textField} from './json-line.js';
import {newestLines} from './log-line-splitter.js';
import {readMessage} from './log-message.js';
import {printableOrNull} from './printable.js';

const maxLines = 10_000;
const maxRepeats = 20;
/** The last instant that a Date can hold. */
const lastInstant = 8.64e15;

type Journal = {
	entries: readonly LogEntry[];
	/** The place behind the last entry, for `--after-cursor`. */
	cursor: string | null;
	/** Lines that are no journal entry. */
	skipped: number;
	/** The users whose processes wrote the entries. */
	writers: ReadonlySet<number>;
};

type Message = Pick<LogEntry, 'lines' | 'note'>;

const isByte = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

/** Binary where there is any byte that is no text: only then does the journal give bytes, or where there are colours. */
const readBytes = (bytes: readonly number[]): Message => readMessage(decoder.decode(Buffer.from(bytes)));

const missing: Message = {lines: [], note: 'missing'};

/** One value of the field: text, bytes, or `null` where it is over 4096 bytes. */
const readValue = (value: unknown): Message | null => {
	if (typeof value === 'string') {
		return readMessage(value);
	}

	if (value === null) {
		return missing;
	}

	return Array.isArray(value) && value.length > 0 && value.every(isByte) ? readBytes(value) : null;
};

/** `null`: no message, or none that the journal could have written. */
const readField = (value: unknown): Message | null => {
	const single = readValue(value);
	if (single !== null || !Array.isArray(value)) {
		return single;
	}

	const parts = value.slice(0, maxRepeats).map(readValue);
	const found = parts.filter(part => part !== null);
	return found.length === 0
		? null
		: {
				lines: found.flatMap(part => part.lines),
				note: found.find(part => part.note !== null)?.note ?? (value.length > maxRepeats ? 'cut' : null),
			};
};

/** Microseconds go beyond what a number holds exactly: the last three digits are left out before they are one. */
const readInstant = (text: string | null): number | null => {
	if (text === null || !/^\d{4,20}$/.test(text)) {
		return null;
	}

	const instant = Number(text.slice(0, -3));
	return instant <= lastInstant ? instant : null;
};

const readNumber = (text: string | null): number | null => (text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null);

const cursorPattern = /^[a-z]=[0-9a-f]{1,32}(?:;[a-z]=[0-9a-f]{1,32}){0,9}$/;

/**
Reads `journalctl --output=json`: one object a line, its values strings, bytes as arrays of numbers, `null` for what is
too long, arrays for fields that are there several times.

Never throws: lines that are no entry are counted, entries without a message are left out as journalctl itself does. Of
more than ten thousand lines the last ones are read.

@source journalctl(1), systemd.journal-fields(7), Journal JSON Format of systemd
*/
export const parseJournal = (text: string): Journal => {
	const entries: LogEntry[] = [];
	const writers = new Set<number>();
	let cursor: string | null = null;
	let skipped = 0;
	for (const line of newestLines(text, maxLines)) {
		const fields = line === '' ? null : parseFields(line);
		if (fields === null) {
			skipped += line === '' ? 0 : 1;
			continue;
		}

		const place = textField(fields.__CURSOR);
		cursor = place !== null && cursorPattern.test(place) ? place : cursor;
		const uid = readNumber(textField(fields._UID));
		const message = readField(fields.MESSAGE);
		if (message === null) {
			continue;
		}

		if (uid !== null) {
			writers.add(uid);
		}

		entries.push({
			at: readInstant(textField(fields.__REALTIME_TIMESTAMP)),
			level: logLevels[readNumber(textField(fields.PRIORITY)) ?? logLevels.length] ?? null,
			pid: readNumber(textField(fields._PID)) ?? readNumber(textField(fields.SYSLOG_PID)),
			sender: printableOrNull(textField(fields.SYSLOG_IDENTIFIER) ?? textField(fields._COMM), 256),
			...message,
		});
	}

	return {entries, cursor, skipped, writers};
};
