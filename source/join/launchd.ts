import type {Process} from '../model/process.js';
import type {LaunchdJob, Service} from '../model/service.js';

export type JobIndex = ReadonlyMap<number, LaunchdJob>;

/** Running jobs by pid. Where domains disagree, the system's word comes first: it is given first. */
export const indexJobs = (services: readonly Service[]): JobIndex => {
	const byPid = new Map<number, LaunchdJob>();
	for (const service of services) {
		if (service.manager === 'launchd' && service.mainPid !== null && !byPid.has(service.mainPid)) {
			byPid.set(service.mainPid, service);
		}
	}

	return byPid;
};

export type JobPlace = {service: LaunchdJob; role: 'main' | 'worker'};

/**
The job a process belongs to: its own, else that of the nearest ancestor that has one, else that of the leader of its
process group, which launchd makes of every job. What has a terminal, or was started by an app, belongs to nobody's job.
*/
export const jobOf = (process: Process, index: JobIndex, ancestors: readonly Process[]): JobPlace | null => {
	const own = index.get(process.pid);
	if (own) {
		return {service: own, role: 'main'};
	}

	if (process.hasTty) {
		return null;
	}

	const keeper = ancestors.find(ancestor => ancestor.pid !== 1 && index.has(ancestor.pid));
	const isDirect = keeper !== undefined && !ancestors.slice(0, ancestors.indexOf(keeper)).some(ancestor => ancestor.hasTty);
	const job =
		(isDirect && keeper ? index.get(keeper.pid) : undefined) ??
		(process.pgid === null || process.pgid === 1 ? undefined : index.get(process.pgid));
	return job ? {service: job, role: 'worker'} : null;
};
