import type {LogEntry, LogLevel} from '../model/log.js';
import {type Fields, parseFields, textField} from './json-line.js';
import {newestLines} from './log-line-splitter.js';
import {readMessage} from './log-message.js';
import {printable} from './printable.js';
import {readTimestamp} from './wall-time.js';

const maxLines = 10_000;

type UnifiedLog = {
	entries: readonly LogEntry[];
	/** Lines that are neither an event nor what log(1) says about itself. */
	skipped: number;
};

/** Messages without a type of their own are `Default`, which Apple's programming interface calls `notice`. */
const levels: ReadonlyMap<string, LogLevel> = new Map([
	['Default', 'notice'],
	['Info', 'info'],
	['Debug', 'debug'],
	['Error', 'error'],
	['Fault', 'critical'],
]);

/** Events that carry no message of the program. */
const otherEvents: ReadonlySet<string> = new Set([
	'activityCreateEvent',
	'activityTransitionEvent',
	'signpostEvent',
	'lossEvent',
	'stateEvent',
	'timesyncEvent',
	'traceEvent',
]);

/** What log(1) says before it begins: the predicate in its own words, and which levels it leaves out. */
const introduction = /^(?:Filtering the log data|Skipping (?:info|debug)|Timestamp |={10,})/;

const lastName = (path: string): string | null => path.split('/').at(-1) || null;

/** `com.apple.network:connection`, or the program where it names no subsystem. */
const senderOf = (fields: Fields): string | null => {
	const subsystem = textField(fields.subsystem) ?? '';
	const category = textField(fields.category) ?? '';
	const sender =
		subsystem === '' ? lastName(textField(fields.processImagePath) ?? '') : category === '' ? subsystem : `${subsystem}:${category}`;
	return sender === null ? null : printable(sender, 256);
};

const readPid = (value: unknown): number | null => (Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null);

const toEntry = (fields: Fields): LogEntry => {
	const message = fields.eventMessage;
	return {
		at: readTimestamp(textField(fields.timestamp) ?? ''),
		level: levels.get(textField(fields.messageType) ?? '') ?? null,
		pid: readPid(fields.processID),
		sender: senderOf(fields),
		...(typeof message === 'string' ? readMessage(message) : ({lines: [], note: 'missing'} as const)),
	};
};

/** `{"count":3,"finished":1}` */
const isSummary = (fields: Fields): boolean => 'finished' in fields && !('timestamp' in fields);

/**
Reads `log show` and `log stream` with `--style ndjson`: one object a line.

Never throws. Activities, signposts and what the log says about itself are left out; lines that are neither are counted.
Of more than ten thousand lines the last ones are read.

@source log(1) of macOS
*/
export const parseUnifiedLog = (text: string): UnifiedLog => {
	const entries: LogEntry[] = [];
	let skipped = 0;
	for (const line of newestLines(text, maxLines)) {
		if (line.trim() === '' || introduction.test(line)) {
			continue;
		}

		const fields = parseFields(line);
		if (fields === null) {
			skipped++;
		} else if (!isSummary(fields) && !otherEvents.has(textField(fields.eventType) ?? '')) {
			entries.push(toEntry(fields));
		}
	}

	return {entries, skipped};
};
