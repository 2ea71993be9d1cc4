import {askLinux, managerScopeOf} from '../../ask/linux.js';
import {explainUnit} from '../../explain/unit.js';
import type {ConfigDocument, ConfigRole} from '../../model/config.js';
import type {SupervisedJob, SystemdUnit} from '../../model/service.js';
import type {Problem, ServiceSubject} from '../../model/snapshot.js';
import {parseUnitPaths, type UnitPaths, unitPathProperties} from '../../parse/unit-paths.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Reading, Self} from '../platform.js';
import {problemOf} from '../problem.js';
import {readTimeZone} from '../time-zone.js';

const timeoutMs = 3000;
const maxFileBytes = 1024 * 1024;
const maxFiles = 60;

type Place = {path: string; role: ConfigRole};

const nothing: Reading<null> = {value: null, problems: []};

/** The files of a unit in the order in which systemd reads them: the unit, its drop-ins, what it was generated from. */
const placesOf = ({fragment, dropIns, source}: UnitPaths, role: 'main' | 'trigger'): readonly Place[] => [
	...(fragment === null ? [] : [{path: fragment, role}]),
	...dropIns.map(path => ({path, role: role === 'main' ? ('drop-in' as const) : role})),
	...(source === null ? [] : [{path: source, role: 'source' as const}]),
];

type Machine = {runner: Runner; clock: Clock; self: Self};

const explain = ({runner, clock}: Machine, name: string, scope: 'system' | 'user', places: readonly Place[]) => {
	const files = places.slice(0, maxFiles).map(place => ({...place, ...runner.read(place.path, maxFileBytes)}));
	return explainUnit(name, files, {now: clock.now(), timeZone: readTimeZone(runner), scope});
};

const readUnit = async (
	machine: Machine,
	unit: SystemdUnit,
	subject: ServiceSubject,
	signal: AbortSignal,
): Promise<Reading<ConfigDocument | null>> => {
	const owner = subject.uid === unit.scopeUid ? subject.user : null;
	const scope = managerScopeOf(unit, machine.self.uid, owner);
	const names = [unit.name, ...unit.triggeredBy];
	const answer = scope === null ? null : await machine.runner.run({...askLinux.unit(scope, names, unitPathProperties), timeoutMs}, signal);
	if (signal.aborted) {
		return nothing;
	}

	const told = answer?.failure === null ? parseUnitPaths(answer.stdout) : [];
	const known: UnitPaths = {name: unit.name, fragment: unit.configPath, dropIns: [], source: unit.sourcePath};
	const own = told.find(({name}) => name === unit.name) ?? known;
	const triggers = told.filter(({name}) => name !== own.name);
	const places = [...placesOf(own, 'main'), ...triggers.flatMap(trigger => placesOf(trigger, 'trigger'))];
	const problem: Problem | null = answer === null ? null : problemOf('systemctl', answer);
	return {
		value: {name: unit.name, system: 'systemd', ...explain(machine, unit.name, unit.scope, places)},
		problems: problem ? [problem] : [],
	};
};

const readJob = (machine: Machine, {name, configPath}: SupervisedJob): Reading<ConfigDocument | null> =>
	configPath === null
		? nothing
		: {value: {name, system: 'init', ...explain(machine, name, 'system', [{path: configPath, role: 'source'}])}, problems: []};

/**
Reads what configures the service of a process: for systemd the unit with its drop-ins, and the sockets, timers and
paths that start it; else the script or file of its supervisor.

@source systemctl(1) `show`, systemd.unit(5) "Unit File Load Path"
*/
export const readLinuxConfig = async (
	runner: Runner,
	clock: Clock,
	self: Self,
	subject: ServiceSubject,
	signal: AbortSignal,
): Promise<Reading<ConfigDocument | null>> => {
	const {service} = subject;
	const machine = {runner, clock, self};
	if (service === null || service.manager === 'launchd') {
		return nothing;
	}

	return service.manager === 'systemd' ? readUnit(machine, service, subject, signal) : readJob(machine, service);
};
