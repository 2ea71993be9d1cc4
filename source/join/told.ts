import {firstUserUid} from '../model/account.js';
import type {Process} from '../model/process.js';
import type {Service} from '../model/service.js';

/** The manager that would keep the process has told its jobs: that it names none is an answer. */
export type IsServiceTold = (process: Process) => boolean;

const launchdTold = (services: readonly Service[]): IsServiceTold => {
	const domains = new Set(services.flatMap(service => (service.manager === 'launchd' ? [service.domain] : [])));
	return ({uid}) =>
		uid === null || uid < firstUserUid.darwin ? domains.has('system') : domains.has(`gui/${uid}`) || domains.has(`user/${uid}`);
};

/**
Who was told what. Under systemd the control group alone says that no unit holds a process; launchd answers for the
system and for one user; elsewhere the services have to have been looked for.
*/
export const isServiceTold = (services: readonly Service[] | null, init: string | null): IsServiceTold => {
	if (init === 'launchd') {
		return launchdTold(services ?? []);
	}

	return process => process.hasTty !== null && (init === 'systemd' ? process.cgroup !== null : services !== null);
};
