import {kindMark, kinds} from './model/evidence.js';
import {baseName, isGenericProgram} from './model/program.js';
import type {ExplainedProcess} from './model/snapshot.js';
import {formatBytes, formatDuration, formatInstant, formatPercent, formatUnit} from './text/format.js';
import {type Language, type Text, textOf} from './text/text.js';

export const columnIds = [
	'kind',
	'pid',
	'ppid',
	'name',
	'service',
	'user',
	'cpu',
	'mem',
	'what',
	'tty',
	'state',
	'nice',
	'threads',
	'time',
	'started',
	'confidence',
	'tags',
	'ports',
	'command',
] as const;
export type ColumnId = (typeof columnIds)[number];

export type Column = {
	id: ColumnId;
	align: 'left' | 'right';
	/** Cells: never narrower, and as wide as this where there is room. */
	width: {min: number; ideal: number};
	/** Takes the room that is left. */
	grows: boolean;
	/** The lowest disappears first; `null`: only in `list --columns`. */
	priority: number | null;
	/** The first order when sorted by it. */
	descending: boolean;
	/** What it is sorted by and what CSV holds. `null`: unknown. */
	value: (process: ExplainedProcess, language: Language) => string | number | null;
	format: (process: ExplainedProcess, text: Text) => string;
};

const dash = '–';

/** `nginx`, `node server.js`, or the name by which LaunchServices knows an app: what people call it. */
export const displayName = (process: ExplainedProcess): string => {
	if (process.app !== null && (process.verdict.kind === 'app' || process.verdict.kind === 'background-app')) {
		return process.app.name;
	}

	return process.script === null ? process.name : `${process.name} ${process.script}`;
};

export const commandLine = (process: ExplainedProcess): string => {
	const line = process.args === null || process.args.length === 0 ? (process.executable ?? `[${process.name}]`) : process.args.join(' ');
	return process.isArgsCut ? `${line}…` : line;
};

/** The role that a worker shows in its title: `checkpointer` of `postgres: checkpointer`, but no command line. */
const titleRole = (process: ExplainedProcess): string | null => {
	const title = process.args?.length === 1 ? process.args[0] : undefined;
	const found = title === undefined ? null : /^[\w./-]+: ([\p{L}\p{N}][\p{L}\p{N} .():_]{0,50})$/u.exec(title);
	return found?.[1]?.trim() ?? null;
};

/** A service as it is shown: without systemd's escapes, and without the numbers that launchd adds to the label of an app. */
const shortServiceName = (name: string): string => formatUnit(name).replace(/^(application\..*?)(?:\.\d+){1,2}$/, '$1');

/** A script that is called by its own name: `backup.sh`, which sh runs. */
const ofScript = ({name, executable}: ExplainedProcess, language: Language): string | null => {
	const interpreter = executable === null ? '' : baseName(executable);
	return interpreter !== name && isGenericProgram(interpreter) ? textOf(language).explorer.scriptOf(interpreter) : null;
};

/**
What the process does, in the reader's words: the dictionary's, else its unit's description as its maker wrote it; `null`:
nothing is known. Of a shell or an interpreter the unit knows more than the dictionary.
*/
export const describe = (process: ExplainedProcess, language: Language): string | null => {
	const ofUnit = process.service?.description ?? null;
	const isUnitBetter = ofUnit !== null && isGenericProgram(process.name);
	const known = isUnitBetter ? ofUnit : (process.program?.[language] ?? ofUnit ?? ofScript(process, language));
	const role = known === null ? null : titleRole(process);
	return role === null ? known : `${known} · ${role}`;
};

const ports = (process: ExplainedProcess): readonly number[] => [
	...new Set(process.traits.listens?.flatMap(socket => (socket.protocol === 'unix' ? [] : [socket.port])) ?? []),
];

const numeric = (
	id: ColumnId,
	width: number,
	priority: number | null,
	descending: boolean,
	read: (process: ExplainedProcess) => number | null,
): Column => ({
	id,
	align: 'right',
	width: {min: width, ideal: width},
	grows: false,
	priority,
	descending,
	value: read,
	format: process => String(read(process) ?? dash),
});

const textual = (
	id: ColumnId,
	width: {min: number; ideal: number},
	priority: number | null,
	read: (process: ExplainedProcess, text: Text | null) => string | null,
	grows = false,
): Column => ({
	id,
	align: 'left',
	width,
	grows,
	priority,
	descending: false,
	value: process => read(process, null),
	format: (process, text) => read(process, text) ?? '',
});

/** Every column, in the order of the table: drives the table, its sort menu, `list`, `--help` and the README. */
export const columns: readonly Column[] = [
	{
		id: 'kind',
		align: 'left',
		width: {min: 8, ideal: 14},
		grows: false,
		priority: 100,
		descending: false,
		value: process => kinds.indexOf(process.verdict.kind),
		format: ({verdict}, text) => `${kindMark[verdict.kind]} ${text.kind[verdict.kind].short}${verdict.confidence === 'guess' ? '?' : ''}`,
	},
	numeric('pid', 7, 40, false, process => process.pid),
	numeric('ppid', 7, null, false, process => process.ppid),
	textual('name', {min: 14, ideal: 20}, 99, displayName),
	textual('service', {min: 16, ideal: 22}, 60, process => (process.service === null ? null : shortServiceName(process.service.name))),
	textual('user', {min: 8, ideal: 9}, 50, process => process.user ?? (process.uid === null ? null : String(process.uid))),
	{
		...numeric('cpu', 6, 90, true, process => process.cpuPercent),
		format: process => formatPercent(process.cpuPercent),
	},
	{...numeric('mem', 5, 80, true, process => process.rssBytes), format: process => formatBytes(process.rssBytes)},
	{
		...textual('what', {min: 18, ideal: 36}, 70, () => null, true),
		value: describe,
		format: (process, text) =>
			describe(process, text.language) ?? (process.verdict.kind === 'kernel' ? text.kind.kernel.verdict : commandLine(process)),
	},
	textual('tty', {min: 7, ideal: 7}, null, process => process.tty),
	textual('state', {min: 1, ideal: 1}, null, process => process.state),
	numeric('nice', 3, null, false, process => process.nice),
	numeric('threads', 4, null, true, process => process.threads),
	{
		...numeric('time', 9, null, true, process => process.cpuTimeMs),
		format: process => (process.cpuTimeMs === null ? dash : formatDuration(process.cpuTimeMs)),
	},
	{
		...numeric('started', 19, null, true, process => process.startedAt),
		align: 'left',
		format: process => (process.startedAt === null ? dash : formatInstant(process.startedAt)),
	},
	textual('confidence', {min: 7, ideal: 7}, null, ({verdict}, text) =>
		text === null ? verdict.confidence : text.confidence[verdict.confidence],
	),
	textual('tags', {min: 12, ideal: 24}, null, ({verdict}, text) =>
		verdict.tags.map(tag => (text === null ? tag : text.tag[tag])).join(', '),
	),
	textual('ports', {min: 5, ideal: 12}, null, process => ports(process).join(' ') || null),
	textual('command', {min: 20, ideal: 60}, null, commandLine, true),
];

export const columnById = (id: ColumnId): Column => columns.find(column => column.id === id) as Column;

/** The columns of the explorer's table, those that stay longest when it gets narrow having the highest priority. */
export const tableColumns: readonly Column[] = columns.filter(column => column.priority !== null);

const isUnknown = (value: string | number | null): boolean => value === null || value === '';

/** Orders by one column, as its reader sees it; unknown values come last either way, equal ones by name and pid. */
export const compareBy = (column: Column, isDescending: boolean, language: Language) => {
	const direction = isDescending ? -1 : 1;
	const values = new Map<ExplainedProcess, string | number | null>();
	// each is compared a dozen times, and some values are sentences that are put together
	const sortValue = (process: ExplainedProcess): string | number | null => {
		const known = values.get(process);
		if (known !== undefined) {
			return known;
		}

		const value = column.value(process, language);
		values.set(process, value);
		return value;
	};

	return (a: ExplainedProcess, b: ExplainedProcess): number => {
		const left = sortValue(a);
		const right = sortValue(b);
		if (left !== right) {
			if (isUnknown(left) || isUnknown(right)) {
				return isUnknown(left) ? 1 : -1;
			}

			const order = typeof left === 'number' && typeof right === 'number' ? left - right : compareText(String(left), String(right));
			if (order !== 0) {
				return order * direction;
			}
		}

		return compareText(a.name, b.name) || a.pid - b.pid;
	};
};

/** By letters first, so that `Xorg` stands beside `xterm`; the same on every machine. */
const compareText = (a: string, b: string): number => {
	const left = a.toLowerCase();
	const right = b.toLowerCase();
	return left < right ? -1 : left > right ? 1 : a < b ? -1 : a > b ? 1 : 0;
};
