import type {Process} from '../model/process.js';
import type {JoinedProcess} from '../model/snapshot.js';
import {type Added, withAdded} from './added.js';
import {type JoinParts, joinProcesses} from './join.js';
import {cpuPercent} from './rates.js';

/** What of a process has a say in where it, its children and its session belong: all but figures that move. */
const kinship = [
	'key',
	'ppid',
	'pgid',
	'sid',
	'tpgid',
	'uid',
	'user',
	'tty',
	'hasTty',
	'startedAt',
	'comm',
	'name',
	'script',
	'executable',
	'args',
	'isArgsCut',
	'cgroup',
	'traits',
] as const satisfies readonly (keyof Process)[];

/** A thread of the kernel is called by what it works on just now. */
const namesOfKernel: readonly string[] = ['comm', 'name'] satisfies readonly (typeof kinship)[number][];

const isReferredTo = ({pid}: Process, processes: readonly Process[]): boolean =>
	processes.some(({ppid, sid}) => ppid === pid || sid === pid);

const isSameKin = (a: Process, b: Process | undefined, processes: readonly Process[]): boolean => {
	if (a === b || b === undefined) {
		return a === b;
	}

	const changed = kinship.filter(property => a[property] !== b[property]);
	const isOnlyName = a.traits.isKernelThread === true && changed.every(property => namesOfKernel.includes(property));
	// others may be told whose child or in whose session they are
	return changed.length === 0 || (isOnlyName && !isReferredTo(a, processes));
};

/** The same processes, kept by the same services: only figures, and names that nobody goes by, have moved. */
const isSameMachine = (a: JoinParts, b: JoinParts): boolean =>
	a.services === b.services &&
	a.apps === b.apps &&
	a.programFiles === b.programFiles &&
	a.selfPid === b.selfPid &&
	a.processes.length === b.processes.length &&
	a.processes.every((process, index) => isSameKin(process, b.processes[index], a.processes));

const addedOf = (joined: JoinedProcess, cpuShare: number | null): Added => ({
	service: joined.service,
	role: joined.role,
	supervisor: joined.supervisor,
	isServiceTold: joined.isServiceTold,
	cpuPercent: cpuShare,
	parentKey: joined.parentKey,
	parentName: joined.parentName,
	sessionLeader: joined.sessionLeader,
	sessionLeaderName: joined.sessionLeaderName,
	isForeground: joined.isForeground,
	isParentsProgram: joined.isParentsProgram,
	files: joined.files,
	app: joined.app,
	isSelf: joined.isSelf,
});

/**
`joinProcesses` for one sample after the other: where only figures have moved since the sample before, nothing but those
is looked at. The result is the same.
*/
export const createJoiner = (): ((parts: JoinParts) => readonly JoinedProcess[]) => {
	let last: {parts: JoinParts; joined: readonly JoinedProcess[]} | null = null;

	const join = (parts: JoinParts): readonly JoinedProcess[] => {
		if (!last || !isSameMachine(last.parts, parts)) {
			return joinProcesses(parts);
		}

		const {joined} = last;
		return parts.processes.map((process, index) => {
			const before = joined[index] as JoinedProcess;
			return withAdded(process, addedOf(before, cpuPercent(process, parts.previousTimes, parts.takenAt)));
		});
	};

	return parts => {
		const joined = join(parts);
		last = {parts, joined};
		return joined;
	};
};
