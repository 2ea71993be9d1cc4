import type {Process} from '../model/process.js';
import {isSameService} from '../model/same-service.js';
import type {JoinedProcess, Supervisor} from '../model/snapshot.js';

/** What joining adds to a process. */
export type Added = Omit<JoinedProcess, keyof Process>;

const isSameSupervisor = (a: Supervisor | null, b: Supervisor | null): boolean =>
	a === b || (a !== null && b !== null && a.pid === b.pid && a.manager === b.manager && a.isParent === b.isParent);

const addedKeys = [
	'role',
	'isServiceTold',
	'cpuPercent',
	'parentKey',
	'parentName',
	'sessionLeader',
	'sessionLeaderName',
	'isForeground',
	'isParentsProgram',
	'files',
	'app',
	'isSelf',
] as const satisfies readonly (keyof Added)[];

const hasSameAdded = (a: Added, b: Added): boolean =>
	addedKeys.every(key => a[key] === b[key]) && isSameSupervisor(a.supervisor, b.supervisor) && isSameService(a.service, b.service);

/** What each process was joined to last. */
const joinedOf = new WeakMap<Process, JoinedProcess>();

/** The process with what was added to it: the object of the last time where neither has changed, so that nobody works on it again. */
export const withAdded = (process: Process, added: Added): JoinedProcess => {
	const before = joinedOf.get(process);
	if (before && hasSameAdded(before, added)) {
		return before;
	}

	// the spread stands last: V8 copies an object at once into a new one, and 30 times slower property by property before others
	const joined = {...added, ...process};
	joinedOf.set(process, joined);
	return joined;
};
