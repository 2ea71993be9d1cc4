import type {CalendarEvent} from '../model/calendar.js';
import type {KeyValue} from '../model/config.js';
import {parseCalendarEvent} from '../parse/calendar-event.js';
import {printable} from '../parse/printable.js';
import {parseTimeSpan} from '../parse/time-span.js';
import {unitWords} from '../parse/unit-words.js';
import type {ExplainContext} from './context.js';
import {nextTime} from './next-time.js';
import type {DirectiveKind} from './unit-directive-names.js';
import type {Directive} from './unit-directives.js';

const maxTextCharacters = 2000;
const maxItems = 256;

const truths: ReadonlySet<string> = new Set(['1', 'yes', 'y', 'true', 't', 'on']);
const untruths: ReadonlySet<string> = new Set(['0', 'no', 'n', 'false', 'f', 'off']);

/** @source systemd's parse_boolean() */
const readFlag = (text: string): boolean | null => {
	const word = text.toLowerCase();
	return truths.has(word) ? true : untruths.has(word) ? false : null;
};

const powers = 'KMGTPE';

/** A number; with a suffix to the base of 1024, bytes; `infinity` for no limit. */
const readNumber = (text: string): number | null => {
	if (text === 'infinity') {
		return Number.POSITIVE_INFINITY;
	}

	const found = /^([+-]?\d{1,30}(?:\.\d{1,30})?) ?([KMGTPE])?B?$/.exec(text);
	return found === null ? null : Number(found[1]) * 1024 ** (powers.indexOf(found[2] ?? '') + (found[2] ? 1 : 0));
};

const readMode = (text: string): string | null => (/^[0-7]{1,5}$/.test(text) ? text.replace(/^0(?=\d{4})/, '').padStart(4, '0') : null);

const single: ReadonlySet<DirectiveKind> = new Set<DirectiveKind>([
	...(['text', 'lines', 'flag', 'number', 'amount', 'condition', 'choice', 'path', 'stream', 'signal'] as const),
]);

const itemsOf = (text: string, directive: Directive | null): readonly string[] => {
	if (text === '') {
		return [];
	}

	const isOne = directive !== null && single.has(directive.kind);
	return isOne ? [text] : unitWords(text, maxItems).map(word => printable(word.text, maxTextCharacters));
};

const calendarOf = (text: string, directive: Directive | null): readonly CalendarEvent[] => {
	const event = directive?.kind === 'calendar' ? parseCalendarEvent(text) : null;
	return event === null ? [] : [event];
};

const nextOf = (events: readonly CalendarEvent[], {now, timeZone}: ExplainContext): number | null => {
	const times = events.map(event => nextTime(event, now, timeZone)).filter(time => time !== null);
	return times.length === 0 ? null : Math.min(...times);
};

/** A value as its explanation needs it. `text`: without secrets, with its specifiers filled in. */
export const unitValue = (text: string, directive: Directive | null, context: ExplainContext): KeyValue => {
	const line = printable(text.replace(/ {2,}/g, ' ').trim(), maxTextCharacters);
	const calendar = calendarOf(line, directive);
	const isShort = line.length <= 200;
	return {
		text: line,
		flag: readFlag(line),
		number: isShort ? readNumber(line) : null,
		items: itemsOf(line, directive),
		durationMs: isShort ? parseTimeSpan(line) : null,
		mode: readMode(line),
		name: null,
		calendar,
		nextAt: nextOf(calendar, context),
	};
};
