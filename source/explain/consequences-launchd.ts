import type {Bringer, Comeback, Throttle, Trigger, WayToEnd} from '../model/consequences.js';
import type {JobDetails} from '../model/details.js';
import type {KeepAliveCondition, LaunchdJob} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {comeback, type Ending, forEachWay, isCrash} from './consequences-ending.js';

/** A job as its domain and property list tell it, and as launchd tells of it alone (`null`: not yet). */
export type JobView = {job: LaunchdJob; details: JobDetails | null};

const launchd: Bringer = {type: 'manager', manager: 'launchd'};
const defaultThrottleSeconds = 10;
/** A ThrottleInterval that launchd shows for jobs it does not start again by itself. */
const endlessSeconds = 2_147_483_647;

const throttleSeconds = ({job, details}: JobView): number =>
	details?.minimumRuntimeSeconds ?? job.throttleSeconds ?? defaultThrottleSeconds;

const isLoaded = (label: string, domain: string, snapshot: Snapshot): boolean =>
	snapshot.services.some(service => service.manager === 'launchd' && service.domain === domain && service.name === label);

/** Whether one condition wants the job after this ending; `null`: not known. */
const holds = (condition: KeepAliveCondition, ending: Ending, job: LaunchdJob, snapshot: Snapshot): boolean | null => {
	switch (condition.type) {
		case 'successful-exit':
			return (ending.type === 'exit' && ending.code === 0) === condition.value;
		case 'crashed':
			return isCrash(ending) === condition.value;
		case 'other-job':
			return isLoaded(condition.name, job.domain, snapshot) === condition.value;
		case 'network':
			return false;
		case 'after-demand':
			// it runs, so somebody has asked for it
			return condition.value;
		default:
			return null;
	}
};

const decideConditions = (ending: Ending, {job}: JobView, snapshot: Snapshot, afterMs: number): Comeback => {
	const conditions = job.keepAliveConditions;
	const asked = conditions.filter(({type}) => type !== 'after-demand');
	// beside others, the wish to be asked for first is no condition of its own
	const deciding = asked.length > 0 ? asked : conditions;
	const answers = deciding.map(condition => ({condition, answer: holds(condition, ending, job, snapshot)}));
	const met = answers.filter(({answer}) => answer === true).map(({condition}) => condition);
	if (met.length > 0) {
		return comeback('yes', 'keep-alive-condition', {by: launchd, conditions: met, afterMs});
	}

	const open = answers.filter(({answer}) => answer === null).map(({condition}) => condition);
	return open.length > 0 || conditions.length === 0
		? comeback('unknown', 'keep-alive-condition', {by: launchd, conditions: open})
		: comeback('no', 'keep-alive-condition', {by: launchd, conditions: deciding});
};

const kindReasons = {application: 'app', 'xpc-service': 'xpc-service', extension: 'extension', driver: 'driver'} as const;
const verdictReasons: Readonly<Partial<Record<string, Comeback['reason']>>> = {
	'xpc-service': 'xpc-service',
	'app-extension': 'extension',
	driver: 'driver',
};

/** Jobs without a property list of their own follow the rule of their kind. */
const kindReason = (process: ExplainedProcess, {job}: JobView): Comeback['reason'] | null =>
	kindReasons[job.jobType as keyof typeof kindReasons] ?? (job.configPath === null ? (verdictReasons[process.verdict.kind] ?? null) : null);

const decideEnding = (ending: Ending, view: JobView, snapshot: Snapshot, afterMs: number): Comeback => {
	const {job, details} = view;
	const properties = details?.properties ?? [];
	const isOnce = job.launchOnlyOnce === true || properties.some(property => /^launch only once$/.test(property));
	if (isOnce || throttleSeconds(view) >= endlessSeconds) {
		return comeback('no', 'launch-only-once', {by: launchd});
	}

	if (job.keepAlive === true || properties.includes('keepalive')) {
		return comeback('yes', 'keep-alive', {by: launchd, afterMs});
	}

	if (job.keepAlive === 'conditions') {
		return decideConditions(ending, view, snapshot, afterMs);
	}

	return job.keepAlive === false
		? comeback('no', 'no-keep-alive', {by: launchd})
		: comeback('unknown', 'unknown-keep-alive', {by: launchd});
};

const trigger = (type: Trigger['type'], everyMs: number | null = null): Trigger => ({type, name: null, of: [], nextAt: null, everyMs});

/** What makes launchd start it. */
export const jobTriggers = (process: ExplainedProcess, view: JobView): readonly Trigger[] => {
	const reason = kindReason(process, view);
	const interval = view.details?.intervalSeconds ?? null;
	const types = new Set<Trigger['type']>([
		...(reason === null || reason === 'app' ? [] : (['request'] as const)),
		...view.job.startedBy,
		...(interval === null ? [] : (['interval'] as const)),
	]);
	return [...types].map(type => trigger(type, type === 'interval' && interval !== null ? interval * 1000 : null));
};

/** Whether launchd starts the job of a process again, for each way to end. */
export const jobComebacks = (process: ExplainedProcess, view: JobView, snapshot: Snapshot): Readonly<Record<WayToEnd, Comeback>> => {
	if (process.role === 'worker') {
		const main = snapshot.processes.find(({pid}) => pid === view.job.mainPid);
		const by: Bringer = main ? {type: 'process', process: {pid: main.pid, name: main.name}} : launchd;
		return forEachWay(process, () => comeback('unknown', view.job.jobType === 'application' ? 'parent' : 'worker', {by}));
	}

	const reason = kindReason(process, view);
	if (reason !== null) {
		return forEachWay(process, () => (reason === 'app' ? comeback('no', 'app') : comeback('on-demand', reason, {by: launchd})));
	}

	const triggers = jobTriggers(process, view);
	const ageMs = process.startedAt === null ? 0 : Math.max(0, snapshot.takenAt - process.startedAt);
	const afterMs = Math.max(0, throttleSeconds(view) * 1000 - ageMs);
	return forEachWay(process, ending => {
		const decided = decideEnding(ending, view, snapshot, afterMs);
		const isStarted = decided.answer === 'no' && decided.reason !== 'launch-only-once' && triggers.length > 0;
		return isStarted ? {...decided, answer: 'on-demand'} : decided;
	});
};

export const jobThrottle = (view: JobView): Throttle | null => {
	const seconds = throttleSeconds(view);
	return seconds > 0 && seconds < endlessSeconds ? {betweenMs: seconds * 1000} : null;
};
