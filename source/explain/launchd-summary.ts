import type {ConfigSummary, KeepPolicy, StartReason} from '../model/config.js';
import {isDictionary, type PlistDictionary, type PlistValue} from '../model/property-list.js';
import {printable} from '../parse/printable.js';
import type {ExplainContext} from './context.js';
import {launchdCalendar, nextOf} from './launchd-calendar.js';
import {readFlag, readNumber, readText} from './launchd-reading.js';

type Job = {keys: PlistDictionary; isOldStyle: boolean};

const maxNames = 100;
const defaultDelayMs = 10_000;

const namesOf = (value: PlistValue | undefined): readonly string[] => {
	if (isDictionary(value)) {
		return Object.keys(value).slice(0, maxNames);
	}

	return Array.isArray(value) ? value.slice(0, maxNames).flatMap(item => readText(item) ?? []) : [];
};

const flagOf = ({keys, isOldStyle}: Job, key: string): boolean | null => readFlag(keys[key], isOldStyle);

/** The old spelling of KeepAlive is its opposite. */
const isAlwaysKept = (job: Job): boolean =>
	flagOf(job, 'KeepAlive') === true || (job.keys.KeepAlive === undefined && flagOf(job, 'OnDemand') === false);

const conditionsOf = ({keys}: Job): PlistDictionary => (isDictionary(keys.KeepAlive) ? keys.KeepAlive : {});

/** Names of a condition's dictionary that must hold, not be missing. */
const wanted = (job: Job, key: string): readonly string[] => {
	const condition = conditionsOf(job)[key];
	return namesOf(condition).filter(name => isDictionary(condition) && readFlag(condition[name], job.isOldStyle) === true);
};

/** A job that waits for how it ended has to run once first, unless it waits to be asked. */
const isStartedAtLoad = (job: Job): boolean =>
	flagOf(job, 'RunAtLoad') === true ||
	isAlwaysKept(job) ||
	(conditionsOf(job).SuccessfulExit !== undefined && readFlag(conditionsOf(job).AfterInitialDemand, job.isOldStyle) !== true);

/** What clients connect to: a path, a port, or else the name that the job knows a socket by. */
const socketNames = (sockets: PlistValue | undefined): readonly string[] =>
	namesOf(sockets).flatMap(name => {
		const value = isDictionary(sockets) ? sockets[name] : null;
		const all: readonly PlistValue[] = Array.isArray(value) ? value.slice(0, maxNames) : [value ?? null];
		const found = all.flatMap(socket => {
			const {SockPathName: path, SockServiceName: service} = isDictionary(socket) ? socket : ({} as PlistDictionary);
			return readText(path) ?? (typeof service === 'number' ? String(service) : readText(service)) ?? [];
		});
		return found.length > 0 ? [...new Set(found)] : [name];
	});

/** Streams without an event start nothing. */
const eventNames = (events: PlistValue | undefined): readonly string[] =>
	namesOf(events).filter(name => isDictionary(events) && namesOf(events[name]).length > 0);

const named = (when: 'path' | 'socket' | 'mach-service' | 'event' | 'unit', names: readonly string[]): readonly StartReason[] =>
	names.length === 0 ? [] : [{when, names: [...new Set(names)].map(name => printable(name, 200))}];

const startsOf = (job: Job, context: ExplainContext): readonly StartReason[] => {
	const {keys, isOldStyle} = job;
	const seconds = readNumber(keys.StartInterval, isOldStyle);
	const events = launchdCalendar(keys.StartCalendarInterval, isOldStyle);
	const paths = [...namesOf(keys.WatchPaths), ...namesOf(keys.QueueDirectories), ...wanted(job, 'PathState')];
	const starts: readonly StartReason[] = [
		...(isStartedAtLoad(job) ? [{when: 'load'} as const] : []),
		...(seconds !== null && seconds > 0 ? [{when: 'interval', everyMs: seconds * 1000} as const] : []),
		...(events.length > 0 ? [{when: 'calendar', events, nextAt: nextOf(events, context), unit: null} as const] : []),
		...named('path', paths),
		...named('socket', socketNames(keys.Sockets)),
		...named('mach-service', namesOf(keys.MachServices)),
		...named('event', eventNames(keys.LaunchEvents)),
		...(flagOf(job, 'StartOnMount') === true ? [{when: 'mount'} as const] : []),
		...named('unit', wanted(job, 'OtherJobEnabled')),
	];
	return starts.length > 0 ? starts : [{when: 'demand'}];
};

/** `SuccessfulExit=false`, `PathState./tmp/x=true`. */
const conditionTexts = (conditions: PlistDictionary, isOldStyle: boolean): readonly string[] => {
	const show = (key: string, value: PlistValue | undefined): string =>
		printable(`${key}=${readFlag(value, isOldStyle) ?? (typeof value === 'object' ? '' : value)}`, 200);
	return Object.entries(conditions)
		.slice(0, maxNames)
		.flatMap(([key, value]) => (isDictionary(value) ? namesOf(value).map(name => show(`${key}.${name}`, value[name])) : show(key, value)));
};

const keepsOf = (job: Job): KeepPolicy | null => {
	const {keys, isOldStyle} = job;
	const throttle = readNumber(keys.ThrottleInterval, isOldStyle);
	const delayMs = throttle !== null && throttle >= 0 ? throttle * 1000 : defaultDelayMs;
	if (isAlwaysKept(job)) {
		return {policy: 'always', conditions: [], delayMs};
	}

	if (isDictionary(keys.KeepAlive)) {
		return {policy: 'conditions', conditions: conditionTexts(keys.KeepAlive, isOldStyle), delayMs};
	}

	const isKnown = keys.KeepAlive === undefined || flagOf(job, 'KeepAlive') !== null;
	return isKnown ? {policy: 'never', conditions: [], delayMs: null} : null;
};

/**
When a job starts, whether it is kept and as whom it runs. `null`: the property list is none of a job.

@source launchd.plist(5)
*/
export const summarizeJob = (value: PlistValue, isOldStyle: boolean, context: ExplainContext): ConfigSummary | null => {
	if (!isDictionary(value) || readText(value.Label) === null) {
		return null;
	}

	const job = {keys: value, isOldStyle};
	return {
		starts: startsOf(job, context),
		keeps: keepsOf(job),
		user: readText(value.UserName),
		isDisabled: flagOf(job, 'Disabled') === true,
	};
};
