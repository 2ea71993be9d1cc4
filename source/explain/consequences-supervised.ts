import {childrenByPid, indexByPid, parentOf} from '../join/tree.js';
import type {Bringer, Comeback, ProcessName, Trigger, WayToEnd} from '../model/consequences.js';
import type {SupervisedJob} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {comeback, type Ending, forEachWay} from './consequences-ending.js';

type Comebacks = Readonly<Record<WayToEnd, Comeback>>;

const nameOf = ({pid, name}: ExplainedProcess): ProcessName => ({pid, name});

const second = 1000;

/** Supervisors that start again whatever ended, and how long they wait: runsv and s6-supervise start once a second at most. */
const tireless: Readonly<Partial<Record<SupervisedJob['manager'], number>>> = {runit: second, s6: second, pm2: 0};

const isEndedWell = (ending: Ending): boolean => ending.type === 'exit' && ending.code === 0;

const decideSupervised = (ending: Ending, job: SupervisedJob, process: ExplainedProcess): Comeback => {
	const by: Bringer = {type: 'manager', manager: job.manager};
	const minimumMs = tireless[job.manager];
	if (minimumMs !== undefined) {
		return comeback('yes', 'supervised', {by, afterMs: minimumMs});
	}

	switch (job.manager) {
		case 'supervisord':
			// autorestart=unexpected, and 0 is expected, where nobody wrote anything else
			return comeback('unknown', 'supervisor-settings', {by, usually: isEndedWell(ending) ? 'no' : 'yes'});
		case 'openrc':
			return process.supervisor?.manager === 'openrc'
				? comeback('yes', 'supervised', {by, afterMs: 0})
				: comeback('no', 'init-script', {by});
		case 'sysv':
			return comeback('no', 'init-script', {by});
		case 'cron':
			return comeback('on-demand', 'cron', {by});
		case 'at':
			return comeback('no', 'at', {by});
		case 'kubernetes':
			return comeback('unknown', 'container-policy', {by, usually: 'yes'});
		default:
			return comeback('unknown', 'container-policy', {by});
	}
};

const containerManagers: ReadonlySet<SupervisedJob['manager']> = new Set(['docker', 'podman', 'kubernetes', 'containerd', 'lxc']);

export const isContainerJob = (job: SupervisedJob): boolean => containerManagers.has(job.manager);

/** The process whose end is the end of the container: the first of its pid namespace, or of its control group. */
export const isContainerMain = (process: ExplainedProcess): boolean =>
	process.traits.nestedPid === null ? process.role === 'main' : process.traits.nestedPid === 1;

const mainOf = (process: ExplainedProcess, job: SupervisedJob, snapshot: Snapshot): Bringer | null => {
	const found = isContainerJob(job)
		? snapshot.processes.find(other => other.cgroup?.container?.id === job.containerId && isContainerMain(other))
		: snapshot.processes.find(({pid}) => pid === job.mainPid);
	return found && found.pid !== process.pid ? {type: 'process', process: nameOf(found)} : null;
};

/** A job of a supervisor, an init script, cron or a container engine. */
export const supervisedComebacks = (process: ExplainedProcess, job: SupervisedJob, snapshot: Snapshot): Comebacks => {
	const isMain = isContainerJob(job) ? isContainerMain(process) : process.role !== 'worker';
	if (!isMain) {
		const reason = isContainerJob(job) ? 'container-member' : 'worker';
		return forEachWay(process, () => comeback('unknown', reason, {by: mainOf(process, job, snapshot)}));
	}

	return forEachWay(process, ending => decideSupervised(ending, job, process));
};

const noTrigger = {name: null, of: [], nextAt: null, everyMs: null} as const;

export const supervisedTriggers = ({manager}: SupervisedJob): readonly Trigger[] =>
	manager === 'cron' ? [{type: 'calendar', ...noTrigger}] : [];

/** Programs whose only task is to start another one again. Sources: mariadbd-safe(1), autossh(1) and their documentation. */
const keepers: ReadonlySet<string> = new Set(['mysqld_safe', 'mariadbd-safe', 'autossh', 'nodemon', 'forever']);

/** A shell forks itself for every pair of brackets, and never replaces what has ended. */
const shells = /^(?:ba|da|z|k|fi)?sh$/;

/** A process of an app that another process of the same program starts, or that never started a program of its own. */
const isHelper = (process: ExplainedProcess): boolean =>
	process.verdict.kind === 'app-helper' ||
	(!shells.test(process.name) && (process.isParentsProgram || process.traits.isForkedWithoutExec === true));

const kindReasons: Readonly<Partial<Record<string, Comeback['reason']>>> = {
	app: 'app',
	'background-app': 'app',
	interactive: 'by-hand',
	session: 'by-hand',
	'background-process': 'nobody',
};

/** A process that no service manager keeps. */
export const unkeptComebacks = (process: ExplainedProcess, snapshot: Snapshot): Comebacks => {
	const parent = parentOf(process, indexByPid(snapshot.processes));
	if (parent && parent.pid !== 1 && (isHelper(process) || keepers.has(parent.name))) {
		return forEachWay(process, () => comeback('unknown', 'parent', {by: {type: 'process', process: nameOf(parent)}}));
	}

	const {kind} = process.verdict;
	if (kind === 'xpc-service' || kind === 'app-extension' || kind === 'driver') {
		const reason = kind === 'app-extension' ? 'extension' : kind;
		return forEachWay(process, () => comeback('on-demand', reason, {by: {type: 'manager', manager: 'launchd'}}));
	}

	if (kind === 'app-helper') {
		return forEachWay(process, () => comeback('unknown', 'parent'));
	}

	// launchd starts every daemon and agent of a Mac: whose job is not known belongs to a session that did not answer
	const isHidden = snapshot.host.platform === 'darwin' && (kind === 'daemon' || kind === 'agent');
	const isTold = process.isServiceTold && !isHidden;
	return forEachWay(process, () => (isTold ? comeback('no', kindReasons[kind] ?? 'nobody') : comeback('unknown', 'untold')));
};

/** Everything below a process. */
export const descendantsOf = (process: ExplainedProcess, snapshot: Snapshot): readonly ExplainedProcess[] => {
	const children = childrenByPid(snapshot.processes);
	const found = new Set<ExplainedProcess>();
	const pending = [...(children.get(process.pid) ?? [])];
	for (let next = pending.pop(); next; next = pending.pop()) {
		if (next.pid !== process.pid && !found.has(next)) {
			found.add(next);
			pending.push(...(children.get(next.pid) ?? []));
		}
	}

	return [...found].sort((a, b) => a.pid - b.pid);
};
