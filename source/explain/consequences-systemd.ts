import type {Bringer, Comeback, GrowingDelay, StartLimit, Trigger, WayToEnd} from '../model/consequences.js';
import type {ExitStatuses, UnitDetails, UnitTrigger} from '../model/details.js';
import type {SystemdUnit} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {comeback, type Ending, forEachWay, isCrash} from './consequences-ending.js';

/** A unit as its list tells it, and as it tells of itself when it is asked (`null`: not yet). */
export type UnitView = {unit: SystemdUnit; details: UnitDetails | null};

const systemd: Bringer = {type: 'manager', manager: 'systemd'};

const includes = (statuses: ExitStatuses, ending: Ending): boolean =>
	ending.type === 'exit' ? statuses.codes.includes(ending.code) : statuses.signals.includes(ending.name);

const none: ExitStatuses = {codes: [], signals: []};

/** Signals that end a daemon properly. A command that runs to its end (oneshot) has no such signals. */
const cleanSignals: ReadonlySet<string> = new Set(['HUP', 'INT', 'TERM', 'PIPE']);

/** What systemd makes of an ending. */
type Result = 'success' | 'exit-code' | 'signal' | 'core-dump';

const isClean = (ending: Ending, {unit, details}: UnitView): boolean => {
	if (includes(details?.successStatuses ?? none, ending)) {
		return true;
	}

	const isOneshot = (details?.type ?? unit.type) === 'oneshot';
	return ending.type === 'exit' ? ending.code === 0 : !isOneshot && cleanSignals.has(ending.name);
};

const resultOf = (ending: Ending, view: UnitView): Result => {
	if (isClean(ending, view) || view.details?.ignoresFailure) {
		return 'success';
	}

	return ending.type === 'exit' ? 'exit-code' : isCrash(ending) ? 'core-dump' : 'signal';
};

/**
After which results each Restart= starts the service again.

@source systemd.service(5), "Exit causes and the effect of the Restart= settings on them"
*/
const policies: Readonly<Record<string, readonly Result[]>> = {
	no: [],
	always: ['success', 'exit-code', 'signal', 'core-dump'],
	'on-success': ['success'],
	'on-failure': ['exit-code', 'signal', 'core-dump'],
	'on-abnormal': ['signal', 'core-dump'],
	'on-abort': ['signal', 'core-dump'],
	'on-watchdog': [],
};

const decideEnding = (ending: Ending, view: UnitView): Comeback => {
	const {unit, details} = view;
	const policy = details?.restart ?? unit.restart;
	const result = resultOf(ending, view);
	if (result === 'success' && details?.remainsAfterExit) {
		return comeback('no', 'remains-active', {by: systemd});
	}

	if (includes(details?.preventStatuses ?? none, ending)) {
		return comeback('no', 'prevented-status', {by: systemd, detail: policy});
	}

	const isForced = includes(details?.forceStatuses ?? none, ending);
	const results = policies[policy ?? ''];
	if (!isForced && results === undefined) {
		return comeback('unknown', 'untold', {by: systemd});
	}

	const restarts = isForced || results?.includes(result) === true;
	const reason = isForced ? 'forced-status' : 'restart-policy';
	const afterMs = details?.restartDelayMs ?? null;
	if (restarts && afterMs === Number.POSITIVE_INFINITY) {
		return comeback('no', 'endless-delay', {by: systemd, detail: policy});
	}

	return comeback(restarts ? 'yes' : 'no', reason, {by: systemd, detail: policy, afterMs: restarts ? afterMs : null});
};

const isActive = (name: string, scope: SystemdUnit['scope'], scopeUid: number | null, snapshot: Snapshot): boolean | null => {
	const found = snapshot.services.find(
		service => service.manager === 'systemd' && service.name === name && service.scope === scope && service.scopeUid === scopeUid,
	);
	return found?.manager === 'systemd' ? found.activeState === 'active' : null;
};

const triggerTypes: Readonly<Record<string, Trigger['type']>> = {timer: 'timer', socket: 'socket', path: 'path'};

const toTrigger = (name: string, told: UnitTrigger | null): Trigger => ({
	type: triggerTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'request',
	name,
	of: [...(told?.listens ?? []), ...(told?.paths ?? [])],
	nextAt: told?.nextAt ?? null,
	everyMs: null,
});

/** Sockets, timers and paths that wait, and a D-Bus name. */
export const unitTriggers = ({unit, details}: UnitView, snapshot: Snapshot): readonly Trigger[] => {
	const told = details?.triggers ?? [];
	const names = [...new Set([...told.map(trigger => trigger.unit), ...unit.triggeredBy])];
	const waiting = names.filter(name => {
		const state = told.find(trigger => trigger.unit === name)?.activeState;
		return state == null ? isActive(name, unit.scope, unit.scopeUid, snapshot) !== false : state === 'active';
	});
	const bus: readonly Trigger[] =
		details?.busName == null ? [] : [{type: 'bus', name: details.busName, of: [], nextAt: null, everyMs: null}];
	return [...waiting.map(name => toTrigger(name, told.find(trigger => trigger.unit === name) ?? null)), ...bus];
};

/** What systemd does where its own rule says no: another unit may want the service. */
const otherwise = (decided: Comeback, view: UnitView, triggers: readonly Trigger[], snapshot: Snapshot): Comeback => {
	if (decided.answer !== 'no' || decided.reason === 'remains-active') {
		return decided;
	}

	const {unit, details} = view;
	const upholder = details?.upheldBy.find(name => isActive(name, unit.scope, unit.scopeUid, snapshot) !== false);
	if (upholder !== undefined) {
		return {...decided, answer: 'yes', reason: 'upheld', by: {type: 'unit', name: upholder}, detail: upholder};
	}

	return triggers.length > 0 ? {...decided, answer: 'on-demand'} : decided;
};

/** Whether the unit has other processes. */
const isAlone = (process: ExplainedProcess, snapshot: Snapshot): boolean => {
	const path = process.cgroup?.path;
	return path === undefined || !snapshot.processes.some(other => other.pid !== process.pid && other.cgroup?.path === path);
};

/**
`main`: systemd watches it. `member`: the unit has no main process, or goes on without it, as long as any lives. What the
unit told of itself may be of a later run than the process.
*/
export const roleIn = ({unit, details}: UnitView, process: ExplainedProcess): 'main' | 'worker' | 'member' => {
	if (details?.exitType === 'cgroup') {
		return 'member';
	}

	if (unit.mainPid === process.pid || details?.mainPid === process.pid) {
		return 'main';
	}

	if (details === null) {
		return process.role === 'worker' ? 'worker' : 'main';
	}

	return details.mainPid === null && unit.mainPid === null ? 'member' : 'worker';
};

const mainProcess = ({unit, details}: UnitView, snapshot: Snapshot): Bringer | null => {
	const found = snapshot.processes.find(({pid}) => pid === details?.mainPid) ?? snapshot.processes.find(({pid}) => pid === unit.mainPid);
	return found ? {type: 'process', process: {pid: found.pid, name: found.name}} : null;
};

/** Whether systemd starts the service of a process again, for each way to end. */
export const unitComebacks = (process: ExplainedProcess, view: UnitView, snapshot: Snapshot): Readonly<Record<WayToEnd, Comeback>> => {
	if (!view.unit.name.endsWith('.service')) {
		return forEachWay(process, () => comeback('no', 'scope'));
	}

	const role = roleIn(view, process);
	if (role === 'worker') {
		const by = mainProcess(view, snapshot);
		return forEachWay(process, () => comeback('unknown', 'worker', {by}));
	}

	if (role === 'member' && !isAlone(process, snapshot)) {
		return forEachWay(process, () => comeback('no', 'group-goes-on'));
	}

	const triggers = unitTriggers(view, snapshot);
	const isWatched = role === 'main' || view.details?.mainPid === process.pid || view.unit.mainPid === process.pid;
	// the end of a process that is nobody's main one is the end of an empty group, which is a success
	const seen = (ending: Ending): Ending => (isWatched ? ending : {type: 'exit', code: 0});
	return forEachWay(process, ending => otherwise(decideEnding(seen(ending), view), view, triggers, snapshot));
};

/** How many starts systemd allows. `null`: it does not limit them, or that is not known. */
export const startLimit = ({details}: UnitView): StartLimit | null => {
	const {startLimitBurst: starts, startLimitIntervalMs: withinMs, startLimitAction: action, restartDelayMs} = details ?? {};
	if (!starts || !withinMs) {
		return null;
	}

	return {
		starts,
		withinMs,
		isReachable: starts * (restartDelayMs ?? 0) < withinMs,
		action: action == null || action === 'none' ? null : action,
	};
};

export const growingDelay = ({details}: UnitView): GrowingDelay | null => {
	const {restartDelayMs: firstMs, restartDelayMaxMs: lastMs, restartSteps: steps} = details ?? {};
	return steps && firstMs != null && lastMs != null && Number.isFinite(lastMs) && lastMs > firstMs ? {firstMs, lastMs, steps} : null;
};

const written = ({codes, signals}: ExitStatuses): readonly string[] => [...codes.map(String), ...signals.map(name => `SIG${name}`)];

/** Codes and signals that Restart= does not decide. */
export const statusExceptions = ({details}: UnitView): {never: readonly string[]; always: readonly string[]} => ({
	never: written(details?.preventStatuses ?? none),
	always: written(details?.forceStatuses ?? none),
});
