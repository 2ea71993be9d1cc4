import type {ExitStatuses, UnitDetails, UnitTrigger} from '../model/details.js';
import {printable} from './printable.js';
import {quotedNames, systemctlBlocks, type UnitProperties} from './systemctl-blocks.js';
import {parseTimeSpan} from './time-span.js';

/** What is asked of the selected unit. systemd leaves out what its version does not know. */
export const unitDetailProperties = [
	'Id',
	'Type',
	'ExitType',
	'MainPID',
	'ExecMainStartTimestamp',
	'ExecStart',
	'Restart',
	'RestartUSec',
	'RestartSteps',
	'RestartMaxDelayUSec',
	'NRestarts',
	'StartLimitBurst',
	'StartLimitIntervalUSec',
	'StartLimitAction',
	'KillMode',
	'KillSignal',
	'TimeoutStopUSec',
	'SendSIGKILL',
	'RemainAfterExit',
	'SuccessExitStatus',
	'RestartPreventExitStatus',
	'RestartForceExitStatus',
	'RequiredBy',
	'RequisiteOf',
	'BoundBy',
	'WantedBy',
	'ConsistsOf',
	'UpheldBy',
	'TriggeredBy',
	'BusName',
	'RefuseManualStop',
	'Transient',
	'UnitFileState',
	'FragmentPath',
	'DropInPaths',
	'SourcePath',
	'NeedDaemonReload',
	'LoadState',
] as const;

/** What is asked of the timers, sockets and paths that start it. */
export const triggerProperties = [
	'Id',
	'ActiveState',
	'UnitFileState',
	'NextElapseUSecRealtime',
	'NextElapseUSecMonotonic',
	'LastTriggerUSec',
	'StateChangeTimestamp',
	'StateChangeTimestampMonotonic',
	'Listen',
	'Paths',
] as const;

const maxNames = 500;
const maxText = 1024;

const noValue: ReadonlySet<string> = new Set(['', '[not set]', 'n/a', '18446744073709551615']);

const textOf = (properties: UnitProperties, name: string): string | null => {
	const value = properties.get(name)?.[0];
	return value === undefined || noValue.has(value) ? null : printable(value, maxText);
};

const countOf = (properties: UnitProperties, name: string): number | null => {
	const text = textOf(properties, name);
	return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
};

const flagOf = (properties: UnitProperties, name: string): boolean | null => {
	const text = textOf(properties, name);
	return text === 'yes' ? true : text === 'no' ? false : null;
};

/** `100ms`, `1min 30s`, `infinity`. */
const spanOf = (properties: UnitProperties, name: string): number | null => {
	const text = textOf(properties, name);
	return text === null ? null : parseTimeSpan(text);
};

/** `Sun 2026-11-22 16:37:38 UTC`: systemctl is asked in UTC, and in the words of the C locale. */
const instantOf = (properties: UnitProperties, name: string): number | null => {
	const found = /^(?:[A-Z][a-z]{2} )?(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d+)? UTC$/.exec(textOf(properties, name) ?? '');
	if (!found) {
		return null;
	}

	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second);
};

const namesOf = (properties: UnitProperties, name: string): readonly string[] =>
	quotedNames(properties.get(name)?.[0] ?? '')
		.slice(0, maxNames)
		.map(word => printable(word, maxText));

/** `1 255 ABRT RTMIN+1`: codes, then signals. */
const statusesOf = (properties: UnitProperties, name: string): ExitStatuses => {
	const words = namesOf(properties, name);
	return {
		codes: words.filter(word => /^\d{1,3}$/.test(word)).map(Number),
		signals: words.filter(word => /^[A-Z]/.test(word)).map(word => word.replace(/^SIG/, '')),
	};
};

/** Where it stands behind the arguments, which may hold anything. Several commands that differ say nothing. */
const ignoresFailure = (properties: UnitProperties): boolean | null => {
	const answers = (properties.get('ExecStart') ?? []).map(
		command => / ; ignore_errors=(yes|no) ; start_time=\[[^\]]*\] ; stop_time=\[[^\]]*\] ;[^;]*;[^;]*;[^;]*$/.exec(command)?.[1],
	);
	const [first] = answers;
	return first === undefined || answers.some(answer => answer !== first) ? null : first === 'yes';
};

/** `127.0.0.1:18080 (Stream)`, `/run/systemd/ask-password (DirectoryNotEmpty)`. */
const placesOf = (properties: UnitProperties, name: string): readonly string[] =>
	(properties.get(name) ?? []).slice(0, maxNames).flatMap(text => printable(text.replace(/ \([A-Za-z]+\)$/, ''), maxText) || []);

/**
Reads `systemctl show -p …` of one unit, without what starts it. `null`: there is no such unit.

@source systemctl(1), org.freedesktop.systemd1(5)
*/
export const parseUnitDetails = (text: string, source: string): {details: UnitDetails; triggeredBy: readonly string[]} | null => {
	const properties = systemctlBlocks(text.trim())[0] ?? new Map();
	const id = textOf(properties, 'Id');
	if (id === null || textOf(properties, 'LoadState') === 'not-found') {
		return null;
	}

	const details: UnitDetails = {
		manager: 'systemd',
		source,
		id,
		type: textOf(properties, 'Type'),
		exitType: textOf(properties, 'ExitType'),
		mainPid: countOf(properties, 'MainPID') || null,
		mainStartedAt: instantOf(properties, 'ExecMainStartTimestamp'),
		restart: textOf(properties, 'Restart'),
		restartDelayMs: spanOf(properties, 'RestartUSec'),
		restartSteps: countOf(properties, 'RestartSteps'),
		restartDelayMaxMs: spanOf(properties, 'RestartMaxDelayUSec'),
		restarts: countOf(properties, 'NRestarts'),
		startLimitBurst: countOf(properties, 'StartLimitBurst'),
		startLimitIntervalMs: spanOf(properties, 'StartLimitIntervalUSec'),
		startLimitAction: textOf(properties, 'StartLimitAction'),
		killMode: textOf(properties, 'KillMode'),
		killSignal: countOf(properties, 'KillSignal'),
		stopTimeoutMs: spanOf(properties, 'TimeoutStopUSec'),
		sendsSigkill: flagOf(properties, 'SendSIGKILL'),
		remainsAfterExit: flagOf(properties, 'RemainAfterExit'),
		ignoresFailure: ignoresFailure(properties),
		successStatuses: statusesOf(properties, 'SuccessExitStatus'),
		preventStatuses: statusesOf(properties, 'RestartPreventExitStatus'),
		forceStatuses: statusesOf(properties, 'RestartForceExitStatus'),
		requiredBy: namesOf(properties, 'RequiredBy'),
		requisiteOf: namesOf(properties, 'RequisiteOf'),
		boundBy: namesOf(properties, 'BoundBy'),
		wantedBy: namesOf(properties, 'WantedBy'),
		consistsOf: namesOf(properties, 'ConsistsOf'),
		upheldBy: namesOf(properties, 'UpheldBy'),
		triggers: [],
		busName: textOf(properties, 'BusName'),
		refusesManualStop: flagOf(properties, 'RefuseManualStop'),
		isTransient: flagOf(properties, 'Transient'),
		unitFileState: textOf(properties, 'UnitFileState'),
		fragmentPath: textOf(properties, 'FragmentPath'),
		dropInPaths: namesOf(properties, 'DropInPaths'),
		sourcePath: textOf(properties, 'SourcePath'),
		needsReload: flagOf(properties, 'NeedDaemonReload'),
	};
	return {details, triggeredBy: namesOf(properties, 'TriggeredBy')};
};

/**
When a timer elapses next. Monotonic times count from the boot and stand still while the machine sleeps; the last change
of the unit is told on both clocks, which leads from the one to the other.
*/
const nextElapse = (properties: UnitProperties): number | null => {
	const monotonicMs = spanOf(properties, 'NextElapseUSecMonotonic') || null;
	const anchorAt = instantOf(properties, 'StateChangeTimestamp');
	const anchorUs = countOf(properties, 'StateChangeTimestampMonotonic');
	const isKnown = monotonicMs !== null && Number.isFinite(monotonicMs) && anchorAt !== null && anchorUs !== null;
	const times = [instantOf(properties, 'NextElapseUSecRealtime'), isKnown ? Math.round(anchorAt + monotonicMs - anchorUs / 1000) : null];
	const known = times.filter(time => time !== null);
	return known.length === 0 ? null : Math.min(...known);
};

/**
Reads `systemctl show -p …` of the units that start another.

@source systemctl(1), systemd.timer(5), systemd.socket(5), systemd.path(5)
*/
export const parseUnitTriggers = (text: string): readonly UnitTrigger[] =>
	systemctlBlocks(text)
		.slice(0, maxNames)
		.flatMap(properties => {
			const unit = textOf(properties, 'Id');
			return unit === null
				? []
				: [
						{
							unit,
							activeState: textOf(properties, 'ActiveState'),
							unitFileState: textOf(properties, 'UnitFileState'),
							nextAt: nextElapse(properties),
							lastAt: instantOf(properties, 'LastTriggerUSec'),
							listens: placesOf(properties, 'Listen'),
							paths: placesOf(properties, 'Paths'),
						},
					];
		});
