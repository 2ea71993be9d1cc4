import {domainName, type LaunchdStatus, launchdPid} from './launchctl-print.js';
import {printable} from './printable.js';

/** One job as `launchctl print DOMAIN/LABEL` shows it. `null`: launchctl did not say. */
export type LaunchctlService = {
	/** Every `key = value` line of the first level, by launchctl's own name for it. */
	fields: ReadonlyMap<string, string>;
	label: string;
	/** `system`, `gui/501`, `user/501`, `pid/643`. */
	domain: string | null;
	/** The property list, the bundle, or `(submitted by driverkitd.81)`. */
	path: string | null;
	program: string | null;
	/** LaunchDaemon, LaunchAgent, LaunchAngel, XPCService, Extension, Submitted … */
	type: string | null;
	state: string | null;
	pid: number | null;
	/** Starts since the domain began: boot or login. */
	runs: number | null;
	arguments: readonly string[];
	/** How it ended the last time; stands there for a job that runs, too. */
	lastExit: LaunchdStatus;
	/** launchd's name for ProcessType: daemon, interactive, background, adaptive, app. It does not tell daemon from agent. */
	spawnType: string | null;
	properties: readonly string[];
	/** Why this run began. */
	immediateReason: string | null;
	/** Names of the variables it is given: the values may be secrets, and are never kept. */
	environmentNames: readonly string[];
	stdoutPath: string | null;
	stderrPath: string | null;
	username: string | null;
	/** StartInterval. */
	runIntervalSeconds: number | null;
	parentBundleIdentifier: string | null;
	bundleId: string | null;
	/** The program that registered it, for example `com.apple.driverkitd`. */
	managedBy: string | null;
	/** How many events start it: calendar times and paths are among them. */
	eventTriggers: number;
	/** Names of the sockets that launchd holds for it. */
	sockets: readonly string[];
	/** Mach services. */
	machServices: readonly string[];
};

type Block = {name: string; lines: string[]};
type Sections = {header: string | null; fields: Map<string, string>; blocks: Block[]};

/** What a job chose itself and may hold line breaks: only the closing bracket in the first column of its level ends it. */
const isFreeText = (name: string): boolean => name === 'arguments' || name.endsWith('environment');

const addScalar = (fields: Map<string, string>, line: string): void => {
	const separator = line.indexOf(' =');
	const key = line.slice(1, separator);
	// the first one counts: what follows might be a line of an argument
	if (separator > 1 && !fields.has(key)) {
		fields.set(
			printable(key, 256),
			printable(
				line
					.slice(separator + 2)
					.replace(/^>? /, '')
					.trimEnd(),
			),
		);
	}
};

/**
The header, the scalars of the first level and the lines of its blocks. Where a block ends, the indentation says: the
brackets in it do not match, because launchctl prints binary values without the line break behind.
*/
const splitSections = (text: string): Sections => {
	const fields = new Map<string, string>();
	const blocks: Block[] = [];
	let header: string | null = null;
	let block: Block | null = null;
	for (const line of text.split('\n')) {
		const isClosed = /^\t\}\s*$/.test(line);
		if (header === null) {
			header = /^(\S.*) = \{\s*$/s.exec(line)?.[1] ?? null;
		} else if (block && !isClosed && (line.startsWith('\t\t') || isFreeText(block.name))) {
			block.lines.push(line);
		} else if (isClosed) {
			block = null;
		} else if (/^\t\S/.test(line)) {
			const name = /^\t(\S[^=]*?) =>? [{[]\s*$/.exec(line)?.[1];
			block = name === undefined ? null : {name, lines: []};
			if (block) {
				blocks.push(block);
			} else {
				addScalar(fields, line);
			}
		} else if (line.startsWith('}')) {
			break;
		}
	}

	return {header, fields, blocks};
};

/** Items stand behind two tabs; what does not is the next line of the item before. */
const items = (lines: readonly string[]): readonly string[] => {
	const found: string[][] = [];
	for (const line of lines) {
		if (line.startsWith('\t\t') || found.length === 0) {
			found.push([line.slice(2)]);
		} else {
			found.at(-1)?.push(line);
		}
	}

	return found.map(parts => printable(parts.join('\n')));
};

/** Names of the blocks of the second level, without their quotes. */
const names = (lines: readonly string[]): readonly string[] =>
	lines.flatMap(line => {
		const name = /^\t\t(\S.*) =>? \{\s*$/s.exec(line)?.[1];
		return name === undefined ? [] : [printable(name.replace(/^"(.*)"$/s, '$1'), 1024)];
	});

const variableNames = (lines: readonly string[]): readonly string[] =>
	lines.flatMap(line => {
		const name = /^\t\t(\S[^=]{0,255}?) =>/.exec(line)?.[1];
		return name === undefined ? [] : [printable(name, 256)];
	});

/** `0`, `78: EX_CONFIG`, `(never exited)`; `Terminated: 15`; a word such as `JETSAM_REASON_MEMORY_IDLE_EXIT`. */
const lastExit = (code: string | null, signal: string | null, reason: string | null): LaunchdStatus => {
	const number = /^(\d{1,9})(?::|$)/.exec(code ?? '')?.[1];
	const signalNumber = /(?:^|: )(\d{1,3})$/.exec(signal ?? '')?.[1];
	if (signalNumber !== undefined) {
		return {type: 'signal', value: Number(signalNumber)};
	}

	const word = reason ?? signal;
	return word ? {type: 'word', value: word} : number === undefined ? null : {type: 'code', value: Number(number)};
};

/** The domain before the label, or the one that the job names, and the label, which may hold `/`. */
const splitHeader = (header: string, domain: string | null): {domain: string | null; label: string} | null => {
	const found = /^(system|(?:gui|user|login|session|pid)\/\d+|com\.apple\.xpc\.launchd\.[^/]+)(?:\/(.+))?$/s.exec(header);
	if (!found) {
		return {domain: domain === null ? null : domainName(domain), label: printable(header, 1024)};
	}

	return found[2] === undefined ? null : {domain: domainName(found[1] ?? ''), label: printable(found[2], 1024)};
};

/**
Reads `launchctl print DOMAIN/LABEL`. `null`: not a job (no such one, or a whole domain).

@source launchctl(1), "print", whose form Apple promises to nobody
*/
export const parseLaunchctlService = (text: string): LaunchctlService | null => {
	const {header, fields, blocks} = splitSections(text);
	// launchctl's names, with `-` for their blanks
	const value = (name: string): string | null => fields.get(name.replaceAll('-', ' ')) || null;
	const linesOf = (isWanted: (name: string) => boolean): readonly string[] =>
		blocks.filter(({name}) => isWanted(name)).flatMap(({lines}) => lines);
	const identity = header === null ? null : splitHeader(header, value('domain'));
	if (!identity) {
		return null;
	}

	const spawn = /^(.*?) ?\((\d+)\)$/.exec(value('spawn-type') ?? '');
	return {
		...identity,
		fields,
		path: value('path'),
		program: value('program'),
		type: value('type'),
		state: value('state'),
		pid: launchdPid(value('pid') ?? ''),
		runs: /^\d{1,9}$/.test(value('runs') ?? '') ? Number(value('runs')) : null,
		arguments: items(linesOf(name => name === 'arguments')),
		lastExit: lastExit(value('last-exit-code'), value('last-terminating-signal'), value('last-exit-reason')),
		// a driver's has a number and no name
		spawnType: spawn ? spawn[1] || spawn[2] || null : value('spawn-type'),
		properties: value('properties')?.split(' | ') ?? [],
		immediateReason: value('immediate-reason'),
		environmentNames: [...new Set(variableNames(linesOf(name => name.endsWith('environment'))))],
		stdoutPath: value('stdout-path'),
		stderrPath: value('stderr-path'),
		username: value('username'),
		runIntervalSeconds: Number(/^(\d{1,9}) second/.exec(value('run-interval') ?? '')?.[1] ?? Number.NaN) || null,
		parentBundleIdentifier: value('parent-bundle-identifier'),
		bundleId: value('bundle-id'),
		managedBy: value('managed_by'),
		eventTriggers: names(linesOf(name => /^event triggers$/.test(name))).length,
		sockets: names(linesOf(name => name === 'sockets')),
		machServices: names(linesOf(name => name === 'endpoints')),
	};
};
