import {isDictionary, type PlistDictionary, type PlistValue} from '../model/property-list.js';
import type {LaunchdJob} from '../model/service.js';
import {printable} from './printable.js';

/** What a launchd property list says about its job, as far as the list and the verdict need it. */
export type JobDefinition = Pick<
	LaunchdJob,
	'program' | 'runAtLoad' | 'keepAlive' | 'isDisabled' | 'startedBy' | 'processType' | 'sessionTypes' | 'standardOutPath' | 'userName'
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
		isDisabled: flag(value.Disabled),
		startedBy: [...new Set(triggerKeys.filter(([key]) => hasContent(value[key])).map(([, trigger]) => trigger))],
		processType: text(value.ProcessType) ?? text(value.POSIXSpawnType),
		sessionTypes: (Array.isArray(session) ? session : [session]).flatMap(type => text(type) ?? []),
		standardOutPath: text(value.StandardOutPath),
		userName: text(value.UserName),
	};
};
