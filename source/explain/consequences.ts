import type {Comeback, Consequences, Storm, Trigger, WayToEnd} from '../model/consequences.js';
import type {ServiceDetails} from '../model/details.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {comeback, forEachWay} from './consequences-ending.js';
import {type JobView, jobComebacks, jobThrottle, jobTriggers} from './consequences-launchd.js';
import {stopAdvice} from './consequences-stop.js';
import {supervisedComebacks, supervisedTriggers, unkeptComebacks} from './consequences-supervised.js';
import {growingDelay, startLimit, statusExceptions, type UnitView, unitComebacks, unitTriggers} from './consequences-systemd.js';
import {dependentsOf, togetherOf} from './consequences-together.js';

const stormStarts = 5;
const stormMs = 60_000;

type Subject = {process: ExplainedProcess; snapshot: Snapshot; unit: UnitView | null; job: JobView | null};

const specialOf = (process: ExplainedProcess): Consequences['special'] => {
	if (process.verdict.kind === 'kernel') {
		return 'kernel';
	}

	return process.pid === 1 ? 'first-process' : process.state === 'Z' ? 'zombie' : null;
};

const comebacksOf = ({process, snapshot, unit, job}: Subject): Readonly<Record<WayToEnd, Comeback>> => {
	if (specialOf(process) !== null) {
		return forEachWay(process, () => comeback(process.state === 'Z' ? 'no' : 'stays', 'nobody'));
	}

	if (unit) {
		return unitComebacks(process, unit, snapshot);
	}

	if (job) {
		return jobComebacks(process, job, snapshot);
	}

	const {service} = process;
	return service && service.manager !== 'systemd' && service.manager !== 'launchd'
		? supervisedComebacks(process, service, snapshot)
		: unkeptComebacks(process, snapshot);
};

const triggersOf = ({process, snapshot, unit, job}: Subject): readonly Trigger[] => {
	const {service} = process;
	if (unit) {
		return unitTriggers(unit, snapshot);
	}

	if (job) {
		return jobTriggers(process, job);
	}

	return service && service.manager !== 'systemd' && service.manager !== 'launchd' ? supervisedTriggers(service) : [];
};

/** Started often, and young again: it does not stay up. Starts on demand are no storm, unless they never pause. */
const stormOf = ({process, snapshot, unit, job}: Subject): Storm | null => {
	const isYoung = process.startedAt !== null && snapshot.takenAt - process.startedAt < stormMs;
	const restarts = unit?.details?.restarts ?? unit?.unit.restarts ?? 0;
	if (unit) {
		return restarts >= stormStarts && isYoung ? {starts: restarts, everyMs: null, counted: 'restarts'} : null;
	}

	const starts = job?.details?.runs ?? 0;
	const {bootedAt} = snapshot.host;
	const everyMs = bootedAt === null || starts === 0 ? null : (snapshot.takenAt - bootedAt) / starts;
	const isKept = job !== null && (job.job.keepAlive === true || job.job.keepAlive === 'conditions');
	const isEndless = everyMs !== null && everyMs < stormMs;
	return starts >= stormStarts && isYoung && (isKept || isEndless) ? {starts, everyMs, counted: 'starts'} : null;
};

/**
What happens if a process stops: whether it comes back for each way to end, what goes with it, who needs it, and what
would stop it. `details` is what its manager told of it alone; without it some answers are less exact.

@source systemd.service(5), systemd.unit(5), systemd.kill(5), launchd.plist(5), launchctl(1), signal(7), pid_namespaces(7)
*/
export const consequencesOf = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null): Consequences => {
	const {service} = process;
	const subject: Subject = {
		process,
		snapshot,
		unit: service?.manager === 'systemd' ? {unit: service, details: details?.manager === 'systemd' ? details : null} : null,
		job: service?.manager === 'launchd' ? {job: service, details: details?.manager === 'launchd' ? details : null} : null,
	};
	const {unit, job} = subject;
	const comebacks = comebacksOf(subject);
	const doesComeBack = Object.values(comebacks).some(({answer}) => answer === 'yes');
	return {
		special: specialOf(process),
		comebacks,
		triggers: triggersOf(subject),
		limit: unit && doesComeBack ? startLimit(unit) : null,
		growingDelay: unit && doesComeBack ? growingDelay(unit) : null,
		throttle: job && doesComeBack ? jobThrottle(job) : null,
		exceptions: unit ? statusExceptions(unit) : {never: [], always: []},
		together: togetherOf(process, snapshot, details),
		dependents: dependentsOf(process, snapshot, details),
		stop: stopAdvice(process, snapshot, details),
		storm: stormOf(subject),
	};
};
