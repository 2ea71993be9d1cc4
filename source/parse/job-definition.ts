import {isDictionary, type PlistDictionary, type PlistValue} from '../model/property-list.js';
import type {KeepAliveCondition, LaunchdJob, LaunchdSocket} from '../model/service.js';
import {printable} from './printable.js';

/** What a launchd property list says about its job, as far as the list and the verdict need it. */
export type JobDefinition = Pick<
	LaunchdJob,
	| 'program'
	| 'runAtLoad'
	| 'keepAlive'
	| 'keepAliveConditions'
	| 'throttleSeconds'
	| 'exitTimeoutSeconds'
	| 'launchOnlyOnce'
	| 'isDisabled'
	| 'startedBy'
	| 'processType'
	| 'sessionTypes'
	| 'standardOutPath'
	| 'standardErrorPath'
	| 'sockets'
	| 'userName'
> & {label: string};

const text = (value: PlistValue | undefined): string | null => (typeof value === 'string' ? printable(value, 1024) : null);

const flag = (value: PlistValue | undefined): boolean | null => (typeof value === 'boolean' ? value : null);

const hasContent = (value: PlistValue | undefined): boolean =>
	value !== undefined &&
	value !== null &&
	value !== false &&
	!(isDictionary(value) && Object.keys(value).length === 0) &&
	!(Array.isArray(value) && value.length === 0);

const triggerKeys: readonly (readonly [key: string, trigger: LaunchdJob['startedBy'][number]])[] = [
	['MachServices', 'mach-service'],
	['Sockets', 'socket'],
	['StartInterval', 'interval'],
	['StartCalendarInterval', 'calendar'],
	['WatchPaths', 'path'],
	['QueueDirectories', 'path'],
	['LaunchEvents', 'event'],
	['StartOnMount', 'mount'],
];

const keepAliveOf = (dictionary: PlistDictionary): LaunchdJob['keepAlive'] => {
	const {KeepAlive: keepAlive, OnDemand: onDemand} = dictionary;
	if (typeof keepAlive === 'boolean') {
		return keepAlive;
	}

	// the old spelling: a job that is not on demand is kept alive
	return isDictionary(keepAlive) ? 'conditions' : onDemand === false;
};

const maxConditions = 50;

const flagConditions: Readonly<Record<string, 'successful-exit' | 'crashed' | 'network' | 'after-demand'>> = {
	SuccessfulExit: 'successful-exit',
	Crashed: 'crashed',
	NetworkState: 'network',
	AfterInitialDemand: 'after-demand',
};

const namedConditions: Readonly<Record<string, 'path' | 'other-job'>> = {PathState: 'path', OtherJobEnabled: 'other-job'};

const conditionsOfKey = (key: string, value: PlistValue): readonly KeepAliveCondition[] => {
	const flagType = flagConditions[key];
	const namedType = namedConditions[key];
	if (flagType !== undefined && typeof value === 'boolean') {
		return [{type: flagType, value}];
	}

	if (namedType !== undefined && isDictionary(value)) {
		return Object.entries(value)
			.slice(0, maxConditions)
			.flatMap(([name, state]) => (typeof state === 'boolean' ? [{type: namedType, name: printable(name, 1024), value: state}] : []));
	}

	return [{type: 'other', name: printable(key, 256)}];
};

const conditionsOf = ({KeepAlive: keepAlive}: PlistDictionary): readonly KeepAliveCondition[] =>
	isDictionary(keepAlive)
		? Object.entries(keepAlive)
				.slice(0, maxConditions)
				.flatMap(([key, value]) => conditionsOfKey(key, value))
		: [];

const maxSockets = 64;

/** Where one entry of `Sockets` waits; one that calls others waits nowhere. */
const socketAddress = (entry: PlistValue): string | null => {
	if (!isDictionary(entry) || entry.SockPassive === false) {
		return null;
	}

	const {SockServiceName: service, SockNodeName: node} = entry;
	const port = typeof service === 'number' || typeof service === 'bigint' ? String(service) : text(service);
	return text(entry.SockPathName) ?? (port === null ? null : `${text(node) ?? '*'}:${port}`);
};

const socketsOf = ({Sockets: sockets}: PlistDictionary): readonly LaunchdSocket[] =>
	Object.entries(isDictionary(sockets) ? sockets : {})
		.flatMap(([name, entries]) =>
			(Array.isArray(entries) ? entries : [entries]).map((entry: PlistValue) => ({name, address: socketAddress(entry)})),
		)
		.flatMap(({name, address}) => (address === null ? [] : [{name, address}]))
		.slice(0, maxSockets);

/** Property lists from tools may hold an integer as a text. */
const seconds = (value: PlistValue | undefined): number | null => {
	const number = typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
	return value !== '' && Number.isFinite(number) && number >= 0 ? number : null;
};

/**
Reads the keys of a job. `null`: the file is no job (it has no Label).

@source launchd.plist(5)
*/
export const parseJobDefinition = (value: PlistValue): JobDefinition | null => {
	const label = isDictionary(value) ? text(value.Label) : null;
	if (!isDictionary(value) || label === null || label === '') {
		return null;
	}

	const {ProgramArguments: programArguments, LimitLoadToSessionType: session} = value;
	const first = Array.isArray(programArguments) ? text(programArguments[0]) : null;
	return {
		label,
		program: text(value.Program) ?? text(value.BundleProgram) ?? first,
		runAtLoad: flag(value.RunAtLoad) ?? false,
		keepAlive: keepAliveOf(value),
		keepAliveConditions: conditionsOf(value),
		throttleSeconds: seconds(value.ThrottleInterval),
		exitTimeoutSeconds: seconds(value.ExitTimeOut),
		launchOnlyOnce: flag(value.LaunchOnlyOnce),
		isDisabled: flag(value.Disabled),
		startedBy: [...new Set(triggerKeys.filter(([key]) => hasContent(value[key])).map(([, trigger]) => trigger))],
		processType: text(value.ProcessType) ?? text(value.POSIXSpawnType),
		sessionTypes: (Array.isArray(session) ? session : [session]).flatMap(type => text(type) ?? []),
		standardOutPath: text(value.StandardOutPath),
		standardErrorPath: text(value.StandardErrorPath),
		sockets: socketsOf(value),
		userName: text(value.UserName),
	};
};
