import type {AppRegistration} from '../model/app.js';
import type {Process} from '../model/process.js';
import {canonicalPath, isGenericProgram} from '../model/program.js';
import type {ProgramFiles, Service} from '../model/service.js';
import type {JoinedProcess, Supervisor} from '../model/snapshot.js';
import {withAdded} from './added.js';
import {indexJobs, type JobIndex, jobOf} from './launchd.js';
import {type CpuTimes, cpuPercent} from './rates.js';
import {containerJob, indexServices, roleInUnit, type ServiceIndex, unitOf} from './service.js';
import {findSupervisor, supervisedJob} from './supervisor.js';
import {isServiceTold} from './told.js';
import {ancestorsOf, childrenByPid, indexByPid, type ProcessIndex, parentOf} from './tree.js';

export type JoinParts = {
	processes: readonly Process[];
	/** `null`: not read yet. */
	services: readonly Service[] | null;
	apps: readonly AppRegistration[];
	programFiles: ReadonlyMap<string, ProgramFiles>;
	previousTimes: CpuTimes | null;
	takenAt: number;
	selfPid: number;
};

/** Pids of foreground process groups' members and of all their ancestors in the same session. */
const foregroundPids = (processes: readonly Process[], byPid: ProcessIndex): ReadonlySet<number> => {
	const pids = new Set<number>();
	for (const process of processes) {
		if (!process.hasTty || process.pgid === null || process.pgid !== process.tpgid) {
			continue;
		}

		let current: Process | null = process;
		while (current && current.sid === process.sid && current.tty === process.tty && !pids.has(current.pid)) {
			pids.add(current.pid);
			current = parentOf(current, byPid);
		}
	}

	return pids;
};

/** The installed files that name the process's program: by its path, or by its name where the path may not be read. */
const filesOf = (process: Process, programFiles: ReadonlyMap<string, ProgramFiles>): ProgramFiles | null => {
	const scriptPath =
		isGenericProgram(process.name) || isGenericProgram(process.executable ?? '')
			? process.args?.find((argument, index) => index > 0 && argument.startsWith('/'))
			: undefined;
	const paths = [process.executable, process.args?.[0], scriptPath];
	for (const path of paths) {
		const files = path?.startsWith('/') && !isGenericProgram(path) ? programFiles.get(canonicalPath(path)) : undefined;
		if (files) {
			return files;
		}
	}

	const isPathUnknown = process.executable === null && process.traits.denied.includes('executable');
	return isPathUnknown && !isGenericProgram(process.name) ? (programFiles.get(`name:${process.name}`) ?? null) : null;
};

const foundFiles = new WeakMap<Process, {among: ReadonlyMap<string, ProgramFiles>; files: ProgramFiles | null}>();

/** Looked up once for each process and answer of the system. */
const knownFilesOf = (process: Process, programFiles: ReadonlyMap<string, ProgramFiles>): ProgramFiles | null => {
	const known = foundFiles.get(process);
	if (known?.among === programFiles) {
		return known.files;
	}

	const files = filesOf(process, programFiles);
	foundFiles.set(process, {among: programFiles, files});
	return files;
};

/** The installed files of any process. */
type FilesOf = (process: Process) => ProgramFiles | null;

type Place = {service: Service | null; role: 'main' | 'worker' | null; supervisor: Supervisor | null};

const nowhere: Place = {service: null, role: null, supervisor: null};

const sysvJob = (script: string): Service => ({
	manager: 'sysv',
	name: script.slice(script.lastIndexOf('/') + 1),
	description: null,
	mainPid: null,
	configPath: script,
	startsAtBoot: null,
	// an init script starts a daemon once and does not watch it
	restart: 'no',
	supervisorPid: null,
	containerId: null,
});

const isDetached = (process: Process): boolean =>
	process.hasTty === false && process.ppid === 1 && process.traits.environment?.terminal !== true;

/** Runs its parent's program, or never started one of its own: a worker of the same job. */
const sharesProgram = (process: Process, parent: Process): boolean =>
	!process.hasTty &&
	(process.traits.isForkedWithoutExec === true ||
		(process.executable !== null && process.executable === parent.executable) ||
		process.name === parent.name);

/**
An init script's job, for a system whose init is not systemd: the process that a pid file names, else a detached one
whose program a script names, and the workers of either.
*/
const initScriptJob = (process: Process, files: FilesOf, index: ServiceIndex, ancestors: readonly Process[]): Place | null => {
	let member = process;
	for (let distance = 0; distance <= ancestors.length; distance++) {
		const noted = index.byMainPid.get(member.pid);
		const script = isDetached(member) ? files(member)?.initScripts[0] : undefined;
		const service = noted ?? (script === undefined ? null : sysvJob(script));
		if (service) {
			return {service, role: distance === 0 ? 'main' : 'worker', supervisor: null};
		}

		const above = ancestors[distance];
		if (!above || !sharesProgram(member, above)) {
			return null;
		}

		member = above;
	}

	return null;
};

type Scene = {files: FilesOf; services: ServiceIndex; jobs: JobIndex; byPid: ProcessIndex; isSystemd: boolean};

/** The job of a supervisor among the ancestors; one that left the supervisor's own unit (cron with PAM opens a session) is still its job. */
const supervisedPlace = (process: Process, found: Supervisor | null, ancestors: readonly Process[], byPid: ProcessIndex): Place | null => {
	const supervisor = found ? byPid.get(found.pid) : undefined;
	if (!found || !supervisor || supervisor.name === process.name || found.manager === 'containerd' || found.manager === 'podman') {
		return null;
	}

	const started = found.isParent ? process : (ancestors[ancestors.findIndex(ancestor => ancestor.pid === found.pid) - 1] ?? process);
	return {service: supervisedJob(started, supervisor, found.manager), role: found.isParent ? 'main' : 'worker', supervisor: found};
};

const placeOf = (process: Process, {files, services, jobs, byPid, isSystemd}: Scene): Place => {
	const ancestors = ancestorsOf(process, byPid);
	const parent = ancestors[0] ?? null;
	const supervisor = process.hasTty ? null : findSupervisor(ancestors);
	const container = containerJob(process);
	if (container && process.cgroup?.container?.isMonitor === false) {
		const isWorker = parent?.cgroup?.path === process.cgroup.path;
		return {service: container, role: isWorker ? 'worker' : 'main', supervisor};
	}

	const job = jobOf(process, jobs, ancestors);
	if (job?.role === 'main') {
		return {...job, supervisor};
	}

	const supervised = supervisedPlace(process, supervisor, ancestors, byPid);
	if (supervised) {
		return supervised;
	}

	const unit = unitOf(process, services);
	if (unit) {
		return {service: unit, role: roleInUnit(process, unit, parent, byPid), supervisor};
	}

	const scripted = isSystemd ? null : initScriptJob(process, files, services, ancestors);
	return (job && {...job, supervisor}) ?? scripted ?? {service: container, role: container ? 'worker' : null, supervisor};
};

const apps = new Map<string, AppRegistration>();
const maxKnownApps = 2000;

/** The same object for the same registration, so that a verdict need not be made again. */
const knownApp = (app: AppRegistration | null): AppRegistration | null => {
	if (app === null) {
		return null;
	}

	const key = JSON.stringify(app);
	const known = apps.get(key);
	if (known) {
		return known;
	}

	if (apps.size >= maxKnownApps) {
		apps.clear();
	}

	apps.set(key, app);
	return app;
};

/** This program and everything below it, by pid. */
const pidsBelow = (pid: number, children: ReturnType<typeof childrenByPid<Process>>): ReadonlySet<number> => {
	const below = new Set([pid]);
	for (const each of below) {
		for (const child of children.get(each) ?? []) {
			below.add(child.pid);
		}
	}

	return below;
};

/** Puts together what different sources know about each process. Pure. */
export const joinProcesses = (parts: JoinParts): readonly JoinedProcess[] => {
	const {processes} = parts;
	const byPid = indexByPid(processes);
	const services = indexServices(parts.services ?? []);
	const init = byPid.get(1)?.comm ?? null;
	const isSystemd = services.byUnit.size > 0 || init === 'systemd';
	const isTold = isServiceTold(parts.services, isSystemd ? 'systemd' : init);
	const appByPid = new Map(parts.apps.map(app => [app.pid, app]));
	const foreground = foregroundPids(processes, byPid);
	const files: FilesOf = process => knownFilesOf(process, parts.programFiles);
	const own = pidsBelow(parts.selfPid, childrenByPid(processes));
	const scene: Scene = {files, services, jobs: indexJobs(parts.services ?? []), byPid, isSystemd};
	return processes.map(process => {
		const parent = parentOf(process, byPid);
		const leader = process.sid === null || process.sid === 0 ? null : byPid.get(process.sid);
		const place = process.traits.isKernelThread === true ? nowhere : placeOf(process, scene);
		return withAdded(process, {
			service: place.service,
			role: place.role,
			supervisor: place.supervisor,
			isServiceTold: isTold(process),
			cpuPercent: cpuPercent(process, parts.previousTimes, parts.takenAt),
			parentKey: parent?.key ?? null,
			parentName: parent?.name ?? null,
			sessionLeader: leader === null ? null : leader === undefined ? 'gone' : leader.pid === process.pid ? 'self' : 'other',
			sessionLeaderName: leader?.name ?? null,
			isForeground: process.hasTty ? foreground.has(process.pid) : null,
			isParentsProgram: parent?.executable != null && parent.executable === process.executable && parent.name === process.name,
			files: files(process),
			app: knownApp(appByPid.get(process.pid) ?? null),
			isSelf: own.has(process.pid),
		});
	});
};
