import type {LaunchdJob} from '../model/service.js';
import {printable} from './printable.js';

/** How a job ended the last time: an exit code, a signal, or launchd's word for it (`pe`: ended while idle); `null`: never. */
export type LaunchdStatus = LaunchdJob['lastExit'];

/** A job in a table of launchctl. */
export type LaunchdRow = {
	label: string;
	/** `null`: loaded, not running. */
	pid: number | null;
	lastExit: LaunchdStatus;
};

/** A domain as `launchctl print` shows it. */
type LaunchdDomain = {
	/** `system`, `gui/501`, `user/501`, `pid/643`. */
	name: string;
	rows: readonly LaunchdRow[];
	/** How many jobs launchd says there are: against the number of rows it shows whether all were read. */
	serviceCount: number | null;
	/** What was switched on or off by hand, by label; `true`: disabled. Labels of software long gone, too. */
	disabled: ReadonlyMap<string, boolean>;
	/** Lines of the table that are no row. */
	skipped: number;
};

const oldSpellings: readonly (readonly [RegExp, string])[] = [
	[/^com\.apple\.xpc\.launchd\.domain\.system$/, 'system'],
	[/^com\.apple\.xpc\.launchd\.user\.domain\.(\d+)\.\d+\.Aqua$/, 'gui/$1'],
	[/^com\.apple\.xpc\.launchd\.domain\.user\.(\d+)$/, 'user/$1'],
	// the name of the app stands before its pid, and may hold blanks and dots
	[/^com\.apple\.xpc\.launchd\.domain\.pid\..*\.(\d+)$/s, 'pid/$1'],
];

/**
The name of a domain as launchctl takes it: `gui/501` also for `com.apple.xpc.launchd.user.domain.501.100007.Aqua`, as
macOS 10.14 prints it, and for `gui/501 [100020]`, as a job names it. Other words come back as they are.
*/
export const domainName = (text: string): string => {
	for (const [pattern, name] of oldSpellings) {
		if (pattern.test(text)) {
			return printable(text.replace(pattern, name), 256);
		}
	}

	return printable(/^(system|[a-z]+\/\d+)(?: \[|$)/.exec(text)?.[1] ?? text, 256);
};

/** The status column of a table: `-`, an exit code, minus a signal, `(pe)`. */
export const launchdStatus = (text: string): LaunchdStatus => {
	if (/^-?\d{1,10}$/.test(text)) {
		const value = Number(text);
		return value < 0 ? {type: 'signal', value: -value} : {type: 'code', value};
	}

	const word = text.replace(/^\((.*)\)$/s, '$1');
	return word === '-' || word === '' ? null : {type: 'word', value: printable(word, 256)};
};

/** The pid column of a table. `0`, `-` and `(dp)` (a job of the boot that is done) all mean that it does not run. */
export const launchdPid = (text: string): number | null => (/^\d{1,10}$/.test(text) ? Number(text) || null : null);

const serviceRow = (line: string): LaunchdRow | null => {
	const found = /^\s*(\d+|-|\([\w-]*\))\s+(-|-?\d+|\([\w-]*\))\s+(\S.*)$/s.exec(line);
	if (!found?.[1] || !found[2] || !found[3]) {
		return null;
	}

	return {label: printable(found[3].trimEnd(), 1024), pid: launchdPid(found[1]), lastExit: launchdStatus(found[2])};
};

const disabledRow = (line: string): readonly [string, boolean] | null => {
	const found = /^\s*"(.*)" => (true|false|disabled|enabled)\s*$/s.exec(line);
	return found ? [printable(found[1] ?? '', 1024), found[2] === 'true' || found[2] === 'disabled'] : null;
};

/** Which of the blocks that we read begins at a line of the first level. */
const openedBlock = (line: string): 'services' | 'disabled' | null =>
	/^\tservices = \{/.test(line) ? 'services' : /^\tdisabled services = \{/.test(line) ? 'disabled' : null;

/** A line of the first level: macOS 10.14 indents the rows of `disabled services` like one. */
const isFirstLevel = (line: string): boolean => /^\t[^\t\s"]/.test(line);

/** A domain, not one of its services: `system/com.apple.logd` has a label behind. Old spellings without a new one count, too. */
const isDomain = (name: string): boolean => /^(?:system|(?:gui|user|login|session|pid)\/\d+|com\.apple\.xpc\.launchd\.[^/]+)$/.test(name);

type Blocks = {header: string | null; serviceCount: number | null; services: readonly string[]; disabled: readonly string[]};

/** Which lines belong to which block. A second header ends the reading: each domain has a text of its own. */
const splitBlocks = (text: string): Blocks => {
	const services: string[] = [];
	const disabled: string[] = [];
	let header: string | null = null;
	let serviceCount: number | null = null;
	let block: 'services' | 'disabled' | null = null;
	for (const line of text.split('\n')) {
		const opened = /^(\S.*) = \{\s*$/s.exec(line)?.[1];
		if (opened !== undefined && header !== null) {
			break;
		}

		if (opened !== undefined) {
			header = opened;
		} else if (isFirstLevel(line)) {
			block = openedBlock(line);
			const count = /^\tservice count = (\d{1,9})\s*$/.exec(line)?.[1];
			serviceCount = count === undefined ? serviceCount : Number(count);
		} else if (block === 'services') {
			services.push(line);
		} else if (block === 'disabled') {
			disabled.push(line);
		}
	}

	return {header, serviceCount, services, disabled};
};

const readDisabled = (lines: readonly string[]): ReadonlyMap<string, boolean> =>
	new Map(lines.map(disabledRow).filter(row => row !== null));

/**
Reads `launchctl print system`, `gui/UID`, `user/UID` and `pid/PID`.

Goes by the indentation, never by counting braces: macOS 10.14 closes some blocks in the wrong column. `null`: not a
domain.

@source launchctl(1), "print", whose form Apple promises to nobody
*/
export const parseLaunchctlDomain = (text: string): LaunchdDomain | null => {
	const {header, serviceCount, services, disabled} = splitBlocks(text);
	const name = header === null ? '' : domainName(header);
	if (!isDomain(name)) {
		return null;
	}

	const lines = services.filter(line => line.trim() !== '');
	const rows = lines.map(serviceRow).filter(row => row !== null);
	return {name, rows, serviceCount, disabled: readDisabled(disabled), skipped: lines.length - rows.length};
};
