import type {CalendarEvent} from './calendar.js';
import type {Failure} from './snapshot.js';

/** What a stretch of a configuration file is, for the theme to colour. */
export type CodeRole = 'plain' | 'key' | 'section' | 'string' | 'number' | 'boolean' | 'comment' | 'punctuation';

/** `isSecret`: covered until somebody asks for it. */
export type CodePart = {text: string; role: CodeRole; isSecret?: boolean};

export type CodeLine = readonly CodePart[];

/**
A value as an explanation needs it: whatever of these it can be read as, all others `null` or empty. Strings are safe
to show.
*/
export type KeyValue = {
	/** On one line, lists joined with `, `; a secret is covered. */
	text: string;
	flag: boolean | null;
	number: number | null;
	/** The members of a list, the words of a list in a unit, the keys of a dictionary; else the value alone. */
	items: readonly string[];
	/** A span of time, `Infinity` for ever. */
	durationMs: number | null;
	/** Permissions in octal, `0600`. */
	mode: string | null;
	/** What a reader chose as a key: the NAME of `MachServices.NAME`. */
	name: string | null;
	calendar: readonly CalendarEvent[];
	/** The next moment that the calendar names. Milliseconds since the epoch. */
	nextAt: number | null;
};

/** What is said beside a key. `id` is that of the text; `null`: we do not know this key. */
export type KeyNote = {key: string; id: string | null; value: KeyValue};

/**
One piece of a configuration file: the lines of one key, or lines without a key (comments, headings, brackets).
Pieces stand in the order of the file, and all their lines together are the whole file.
*/
export type ConfigPiece = {
	lines: readonly CodeLine[];
	note: KeyNote | null;
	/** A later file takes this value back or replaces it: its path. */
	overriddenBy: string | null;
};

export type ConfigFormat = 'plist-xml' | 'plist-binary' | 'plist-openstep' | 'unit' | 'script';

/** `source`: what a generated unit was made from. */
export type ConfigRole = 'main' | 'drop-in' | 'source' | 'trigger';

export type ConfigFile = {
	path: string;
	role: ConfigRole;
	format: ConfigFormat;
	/** Whether the last lines are missing because the file is longer than we read. */
	isCut: boolean;
	/** Why there are no pieces; a code of the parser behind `parse`. */
	failure: Failure | null;
	detail: string | null;
	pieces: readonly ConfigPiece[];
};

/** Nothing starts it by itself, or at all. */
export type NeverStarts = {when: 'never' | 'masked'};

/** When something starts, as its configuration says. */
export type StartReason =
	| {when: 'boot' | 'login' | 'load' | 'demand' | 'mount'}
	| NeverStarts
	| {when: 'socket' | 'path' | 'event' | 'mach-service' | 'bus' | 'device' | 'unit' | 'target'; names: readonly string[]}
	| {when: 'interval'; everyMs: number}
	| {when: 'after-boot' | 'after-start' | 'after-end' | 'after-activation'; delayMs: number; unit: string | null}
	| {when: 'calendar'; events: readonly CalendarEvent[]; nextAt: number | null; unit: string | null};

/** How it is kept: `policy` is Restart= of systemd; for launchd `always`, `never` or `conditions`. */
export type KeepPolicy = {policy: string; conditions: readonly string[]; delayMs: number | null};

/** The one sentence above a configuration: when it starts, whether it is kept, and as whom. */
export type ConfigSummary = {
	starts: readonly StartReason[];
	keeps: KeepPolicy | null;
	/** `null`: the default of its manager, root or the user whose it is. */
	user: string | null;
	isDisabled: boolean;
};

/** Everything that configures one service, in the order in which it counts. */
export type ConfigDocument = {
	name: string;
	system: 'launchd' | 'systemd' | 'init';
	files: readonly ConfigFile[];
	summary: ConfigSummary | null;
};
