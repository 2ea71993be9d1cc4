import type {StopAdvice, StopNote} from '../model/consequences.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {roleIn, type UnitView, unitTriggers} from './consequences-systemd.js';

type Words = readonly string[];

/** launchd answers for the session of whoever asks. */
const sessionUid = (snapshot: Snapshot): number | null => {
	for (const service of snapshot.services) {
		const uid = service.manager === 'launchd' ? /^gui\/(\d+)$/.exec(service.domain)?.[1] : undefined;
		if (uid !== undefined) {
			return Number(uid);
		}
	}

	return null;
};

/** Who reads the advice; `null`: not known. */
export const ownUid = (snapshot: Snapshot): number | null => snapshot.processes.find(({isSelf}) => isSelf)?.uid ?? sessionUid(snapshot);

export const asRoot = (words: Words, snapshot: Snapshot): Words => (ownUid(snapshot) === 0 ? words : ['sudo', ...words]);

const userName = (uid: number | null, snapshot: Snapshot): string =>
	snapshot.processes.find(process => process.uid === uid && process.user !== null)?.user ?? String(uid ?? '');

/** `systemctl` for the manager that has the unit. */
const systemctl = ({unit}: UnitView, snapshot: Snapshot, ...words: Words): Words => {
	if (unit.scope === 'system') {
		return asRoot(['systemctl', ...words], snapshot);
	}

	return unit.scopeUid === ownUid(snapshot)
		? ['systemctl', '--user', ...words]
		: asRoot(['systemctl', '--user', `--machine=${userName(unit.scopeUid, snapshot)}@`, ...words], snapshot);
};

type FileState = 'enabled' | 'runtime' | 'disabled' | 'static' | 'masked' | 'generated' | 'init-script' | 'transient' | 'unknown';

const fileStates: Readonly<Record<string, FileState>> = {
	enabled: 'enabled',
	linked: 'enabled',
	alias: 'enabled',
	'enabled-runtime': 'runtime',
	'linked-runtime': 'runtime',
	disabled: 'disabled',
	static: 'static',
	indirect: 'static',
	masked: 'masked',
	'masked-runtime': 'masked',
	generated: 'generated',
	transient: 'transient',
};

const stateOf = ({unit, details}: UnitView): FileState => {
	if (details?.isTransient) {
		return 'transient';
	}

	const state = fileStates[details?.unitFileState ?? unit.unitFileState ?? ''] ?? 'unknown';
	const isInitScript = (details?.sourcePath ?? unit.sourcePath ?? '').startsWith('/etc/init.d/');
	return state === 'generated' && isInitScript ? 'init-script' : state;
};

const triggerState = (name: string, {unit, details}: UnitView, snapshot: Snapshot): string | null =>
	details?.triggers.find(trigger => trigger.unit === name)?.unitFileState ??
	snapshot.services.flatMap(service =>
		service.manager === 'systemd' && service.name === name && service.scope === unit.scope ? [service.unitFileState] : [],
	)[0] ??
	null;

type ForGood = {disable: Words; flags: Words; mask: Words; notes: readonly StopNote[]};

type UnitPart = 'disable' | 'runtime' | 'mask' | 'nothing';

const unitParts: Readonly<Record<FileState, UnitPart>> = {
	enabled: 'disable',
	'init-script': 'disable',
	unknown: 'disable',
	runtime: 'runtime',
	static: 'mask',
	generated: 'mask',
	disabled: 'nothing',
	masked: 'nothing',
	transient: 'nothing',
};

/** Which units have to be disabled or masked, so that nothing starts the service again. */
const forGoodOf = (view: UnitView, triggers: Words, snapshot: Snapshot): ForGood => {
	const {unit, details} = view;
	const stateOfTrigger = (name: string): string => triggerState(name, view, snapshot) ?? '';
	const enabled = triggers.filter(name => /^(?:enabled|linked)/.test(stateOfTrigger(name)));
	const fixed = triggers.filter(name => stateOfTrigger(name) === 'static');
	const isWanted = (details?.wantedBy.length ?? 0) + (details?.requiredBy.length ?? 0) > 0 || details?.busName != null;
	const state = stateOf(view);
	// a unit that only its triggers start need not be masked
	const part = state === 'static' && triggers.length > 0 && !isWanted ? 'nothing' : unitParts[state];
	const mask = [...fixed, ...(part === 'mask' ? [unit.name] : [])];
	const isSettled = part === 'nothing' && enabled.length + fixed.length === 0;
	const settledNote: readonly StopNote[] = isSettled ? [state === 'transient' ? 'transient' : 'not-started-again'] : [];
	return {
		disable: [...enabled, ...(part === 'disable' || part === 'runtime' ? [unit.name] : [])],
		flags: part === 'runtime' ? ['--runtime'] : [],
		mask,
		notes: mask.length > 0 ? ['mask'] : settledNote,
	};
};

/** Without these the system does not work: nobody is told how to be rid of them. */
const vitalUnits = /^(?:dbus(?:-broker)?|systemd-(?:journald|udevd|logind))\.service$/;

/** Stopping a user's manager is logging the user out. */
const userManagerAdvice = ({unit}: UnitView, snapshot: Snapshot): StopAdvice => {
	const uid = Number(/^user@(\d+)\.service$/.exec(unit.name)?.[1]);
	const name = userName(uid, snapshot);
	return {
		now: [asRoot(['loginctl', 'terminate-user', name], snapshot)],
		forGood: [asRoot(['loginctl', 'disable-linger', name], snapshot)],
		notes: ['whole-user'],
	};
};

/** How a unit is stopped, with what would start it again. */
export const unitStopAdvice = (process: ExplainedProcess, view: UnitView, snapshot: Snapshot): StopAdvice => {
	const {unit, details} = view;
	if (/^user@\d+\.service$/.test(unit.name)) {
		return userManagerAdvice(view, snapshot);
	}

	const triggers = unitTriggers(view, snapshot).flatMap(({type, name}) => (type === 'bus' || name === null ? [] : [name]));
	const isRefused = details?.refusesManualStop === true;
	const isVital = vitalUnits.test(unit.name);
	const {disable, flags, mask, notes} = forGoodOf(view, triggers, snapshot);
	const flag = isRefused ? [] : ['--now'];
	const isLeft = disable.length + mask.length > 0 && !disable.includes(unit.name) && !mask.includes(unit.name) && !isRefused;
	return {
		now: isRefused ? [] : [systemctl(view, snapshot, 'stop', ...triggers, unit.name)],
		forGood: isVital
			? []
			: [
					...(disable.length === 0 ? [] : [systemctl(view, snapshot, 'disable', ...flags, ...flag, ...disable)]),
					...(mask.length === 0 ? [] : [systemctl(view, snapshot, 'mask', ...flag, ...mask)]),
					...(isLeft ? [systemctl(view, snapshot, 'stop', unit.name)] : []),
				],
		notes: [
			...(isRefused ? (['refuses-manual-stop'] as const) : []),
			...(roleIn(view, process) === 'worker' ? (['worker'] as const) : []),
			...(details !== null && details.upheldBy.length > 0 ? (['upheld'] as const) : []),
			...(isVital ? (['vital'] as const) : notes),
		],
	};
};
