import type {StopAdvice, StopNote} from '../model/consequences.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {roleIn, type UnitView, unitTriggers} from './consequences-systemd.js';

type Words = readonly string[];

/** Who reads the advice; `null`: not known. */
export const ownUid = (snapshot: Snapshot): number | null => snapshot.processes.find(({isSelf}) => isSelf)?.uid ?? null;

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

type ForGood = {verb: 'disable' | 'mask' | null; names: Words; flags: Words; alsoStop: boolean; notes: readonly StopNote[]};

const nothingMore: ForGood = {verb: null, names: [], flags: [], alsoStop: true, notes: []};

/** Which units have to be disabled or masked, so that nothing starts the service again. */
const forGoodOf = (view: UnitView, triggers: Words, snapshot: Snapshot): ForGood => {
	const {unit, details} = view;
	const enabled = triggers.filter(name => /^(?:enabled|linked)/.test(triggerState(name, view, snapshot) ?? ''));
	const isWanted = (details?.wantedBy.length ?? 0) + (details?.requiredBy.length ?? 0) > 0 || details?.busName != null;
	const disable = (names: Words, ...flags: Words): ForGood => ({...nothingMore, verb: 'disable', names, flags, alsoStop: false});
	const mask = (names: Words): ForGood => ({...nothingMore, verb: 'mask', names, alsoStop: false, notes: ['mask']});
	switch (stateOf(view)) {
		case 'runtime':
			return disable([...enabled, unit.name], '--runtime');
		case 'static':
			return enabled.length === triggers.length && enabled.length > 0 && !isWanted
				? {...disable(enabled), alsoStop: true}
				: mask([...triggers, unit.name]);
		case 'generated':
			return mask([...triggers, unit.name]);
		case 'disabled':
			return enabled.length > 0 ? {...disable(enabled), alsoStop: true} : {...nothingMore, notes: ['not-started-again']};
		case 'masked':
			return {...nothingMore, notes: ['not-started-again']};
		case 'transient':
			return {...nothingMore, notes: ['transient']};
		default:
			return disable([...enabled, unit.name]);
	}
};

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
	const stop = isRefused ? [] : [systemctl(view, snapshot, 'stop', ...triggers, unit.name)];
	const {verb, names, flags, alsoStop, notes} = forGoodOf(view, triggers, snapshot);
	const words = verb === null ? null : systemctl(view, snapshot, verb, ...flags, ...(isRefused ? [] : ['--now']), ...names);
	const stopAlone = systemctl(view, snapshot, 'stop', unit.name);
	return {
		now: stop,
		forGood: words === null ? [] : [words, ...(alsoStop && !isRefused ? [stopAlone] : [])],
		notes: [
			...(isRefused ? (['refuses-manual-stop'] as const) : []),
			...(roleIn(view, process) === 'worker' ? (['worker'] as const) : []),
			...(details !== null && details.upheldBy.length > 0 ? (['upheld'] as const) : []),
			...notes,
		],
	};
};
