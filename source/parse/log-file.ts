import type {LogEntry} from '../model/log.js';
import {findLevel, levelOfWord} from './log-level.js';
import {newestLines} from './log-line-splitter.js';
import {readMessage, withoutColours} from './log-message.js';
import {type LineStart, type LogPlace, readLineStart} from './log-time.js';
import {printable} from './printable.js';

const maxLines = 10_000;
const maxLinesOfEntry = 200;
const maxLineCharacters = 64 * 1024;

type Draft = {at: number | null; level: LogEntry['level']; pid: number | null; sender: string | null; lines: string[]};

/** `host prog[123]: `; busybox puts `facility.level` between, Apple `<Notice>` behind. */
const syslogHeader =
	/^\S{1,255} (?:[a-z0-9]{2,10}\.([a-z]{3,7}) )?([^\s[\]<>:]{1,64})(?:\[(\d{1,10})\])?(?: <([A-Z][a-z]{2,10})>)?:(?: |$)/;

/** `[123]`, `[123-1]`, `[error] 123#456:`, `[core:error] [pid 123:tid 456]`: PostgreSQL, nginx and Apache tell it behind the time. */
const leadingPid = /^(?:\[(\d{1,10})(?:-\d{1,6})?\](?: |$)|\[\w{1,10}\] (\d{1,10})#\d{1,10}:|(?:\[[\w:-]{1,40}\] )?\[pid (\d{1,10})[:\]])/;

const startDraft = ({at, rest, pid, level, form}: LineStart, isSyslog: boolean): Draft => {
	const header = form === 'other' ? null : syslogHeader.exec(rest);
	// elsewhere than in syslog's own files, two words and a colon may be the message itself
	if (header && (form === 'syslog' || isSyslog || header[3] !== undefined)) {
		const text = rest.slice(header[0].length);
		return {
			at,
			level: level ?? levelOfWord(header[1] ?? header[4] ?? '') ?? findLevel(text),
			pid: header[3] === undefined ? null : Number(header[3]),
			sender: printable(header[2] ?? '', 64),
			lines: [text],
		};
	}

	const found = leadingPid.exec(rest);
	const own = found?.[1] ?? found?.[2] ?? found?.[3];
	return {at, level: level ?? findLevel(rest), pid: pid ?? (own === undefined ? null : Number(own)), sender: null, lines: [rest]};
};

const tracebackStart =
	/^(?:Traceback \(most recent call last\):|Caused by: |\s*During handling of the above exception|panic: |goroutine \d+ \[)/;

/** The line that ends a traceback of Python, or begins one of Java: `ValueError: no`, `java.io.IOException: no`. */
const exceptionLine = /^[A-Za-z_$][\w.$]{0,200}(?:Error|Exception|Warning|Interrupt|Exit)(?::|$)/;

/** A line belongs to the one before where it is indented, or is part of a traceback. */
const createJoiner = () => {
	let isTraceback = false;
	return (line: string, hasTime: boolean): boolean => {
		if (hasTime) {
			isTraceback = false;
			return false;
		}

		if (tracebackStart.test(line)) {
			isTraceback = true;
			return true;
		}

		if (/^[ \t]/.test(line) || (line === '' && isTraceback)) {
			return true;
		}

		const isException = exceptionLine.test(line);
		isTraceback = isTraceback && !isException;
		return isException;
	};
};

const finish = ({lines, ...entry}: Draft): LogEntry => ({...entry, ...readMessage(lines.slice(0, maxLinesOfEntry).join('\n'))});

/**
Reads the end of a log file. There are as many forms as programs; of the usual ones the time, the level and the writer
are told, and a line in any other form is an entry without a time.

Never throws. Of more than ten thousand lines the last ones are read. `isSyslog`: every line names a host and a program.
*/
export const parseLogFile = (text: string, place: LogPlace, isSyslog = false): readonly LogEntry[] => {
	const drafts: Draft[] = [];
	const joins = createJoiner();
	for (const raw of newestLines(text, maxLines)) {
		const line = withoutColours(raw.slice(0, maxLineCharacters).replace(/\r$/, ''));
		const start = readLineStart(line, place);
		const last = drafts.at(-1);
		if (joins(line, start !== null) && last) {
			last.lines.push(line);
		} else if (start) {
			drafts.push(startDraft(start, isSyslog));
		} else if (line !== '') {
			drafts.push({at: null, level: findLevel(line), pid: null, sender: null, lines: [line]});
		}
	}

	return drafts.map(finish);
};
