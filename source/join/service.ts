import type {ControlGroup, Process} from '../model/process.js';
import type {Service, SupervisedJob, SystemdUnit} from '../model/service.js';

/** Services by the two ways in which a process leads to one. */
export type ServiceIndex = {
	/** Units by scope, user and name. */
	byUnit: ReadonlyMap<string, SystemdUnit>;
	/** Jobs of init scripts by the pid they noted. */
	byMainPid: ReadonlyMap<number, SupervisedJob>;
};

const unitKey = (scope: 'system' | 'user', uid: number | null, name: string): string => `${scope === 'user' ? uid : ''}/${name}`;

export const indexServices = (services: readonly Service[]): ServiceIndex => {
	const byUnit = new Map<string, SystemdUnit>();
	const byMainPid = new Map<number, SupervisedJob>();
	for (const service of services) {
		if (service.manager === 'systemd') {
			byUnit.set(unitKey(service.scope, service.scopeUid, service.name), service);
		} else if (service.manager !== 'launchd' && service.mainPid !== null) {
			byMainPid.set(service.mainPid, service);
		}
	}

	return {byUnit, byMainPid};
};

/** What a control group alone tells about a unit, before or without an answer from systemd. */
const bareUnit = (cgroup: ControlGroup, name: string): SystemdUnit => ({
	manager: 'systemd',
	name,
	scope: cgroup.scope,
	scopeUid: cgroup.scope === 'user' ? cgroup.scopeUid : null,
	description: null,
	mainPid: null,
	configPath: null,
	sourcePath: null,
	startsAtBoot: null,
	restart: null,
	type: null,
	loadState: null,
	activeState: null,
	subState: null,
	result: null,
	unitFileState: null,
	controlGroup: cgroup.path,
	restarts: null,
	triggeredBy: [],
	triggers: [],
	listens: [],
	standardInput: null,
	standardOutput: null,
	lastExitStatus: null,
});

const bareUnits = new Map<string, SystemdUnit>();
const maxBareUnits = 5000;

/** The same object for the same group, so that a verdict need not be made again. */
const knownBareUnit = (cgroup: ControlGroup, name: string): SystemdUnit => {
	const known = bareUnits.get(cgroup.path);
	if (known) {
		return known;
	}

	if (bareUnits.size >= maxBareUnits) {
		bareUnits.clear();
	}

	const unit = bareUnit(cgroup, name);
	bareUnits.set(cgroup.path, unit);
	return unit;
};

export const unitOf = (process: Process, index: ServiceIndex): SystemdUnit | null => {
	const {cgroup} = process;
	if (!cgroup?.unit || cgroup.container) {
		return null;
	}

	// a user's manager sits in a scope of its own making, below the system unit that started it
	if (cgroup.scope === 'user' && cgroup.unit === 'init.scope') {
		const name = `user@${cgroup.scopeUid}.service`;
		return index.byUnit.get(unitKey('system', null, name)) ?? knownBareUnit({...cgroup, scope: 'system'}, name);
	}

	const uid = cgroup.scope === 'user' ? cgroup.scopeUid : null;
	return index.byUnit.get(unitKey(cgroup.scope, uid, cgroup.unit)) ?? knownBareUnit(cgroup, cgroup.unit);
};

/**
Whether the process is its unit's main one. systemd's word where it gave one that still holds; else the process whose
parent is outside the control group.
*/
export const roleInUnit = (
	process: Process,
	unit: SystemdUnit,
	parent: Process | null,
	byPid: ReadonlyMap<number, Process>,
): 'main' | 'worker' => {
	// the unit may have been started anew since systemd was asked
	const isMainAlive = unit.mainPid !== null && byPid.get(unit.mainPid)?.cgroup?.path === process.cgroup?.path;
	if (isMainAlive) {
		return unit.mainPid === process.pid ? 'main' : 'worker';
	}

	return parent?.cgroup?.path === process.cgroup?.path ? 'worker' : 'main';
};

/** A container's job: named after the container's id until an engine gives a better name. */
export const containerJob = (process: Process): SupervisedJob | null => {
	const container = process.cgroup?.container;
	if (!container) {
		return null;
	}

	return {
		manager: container.engine,
		name: container.engine === 'lxc' ? container.id : container.id.slice(0, 12),
		description: null,
		mainPid: null,
		configPath: null,
		startsAtBoot: null,
		restart: null,
		supervisorPid: null,
		containerId: container.id,
	};
};
