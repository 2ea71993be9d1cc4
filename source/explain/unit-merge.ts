import type {KeyValue} from '../model/config.js';
import {alsoSets, type Directive, isListed, resetGroupOf} from './unit-directives.js';
import {isTaken} from './unit-validity.js';

/** One assignment of a unit; `overriddenBy` is the path of the file in which a later one takes its place. */
export type Setting = {directive: Directive; value: KeyValue; path: string; overriddenBy: string | null};

/** The values of a unit that count in the end, by the id of the directive, in the order of the files. */
export type MergedValues = ReadonlyMap<string, readonly KeyValue[]>;

type Active = Map<string, Setting[]>;

const take = (active: Active, id: string, path: string): void => {
	for (const setting of active.get(id) ?? []) {
		setting.overriddenBy ??= path;
	}

	active.delete(id);
};

const resetGroup = (active: Active, setting: Setting): void => {
	const group = resetGroupOf(setting.directive.id);
	take(active, setting.directive.id, setting.path);
	if (group === setting.directive.id) {
		return;
	}

	for (const id of active.keys()) {
		if (resetGroupOf(id) === group) {
			take(active, id, setting.path);
		}
	}
};

const variables = ({value}: Setting): ReadonlySet<string> =>
	new Set(value.items.map(item => item.slice(0, Math.max(item.indexOf('='), 0))));

/** Who set each variable last, and how many each line still sets. */
type Owners = {ofVariable: Map<string, Setting>; counts: Map<Setting, number>};

/** Marks lines of which later ones have set all variables again. */
const overrideVariables = (added: Setting, {ofVariable, counts}: Owners): void => {
	const names = variables(added);
	counts.set(added, names.size);
	for (const name of names) {
		const key = `${added.directive.id} ${name}`;
		const owner = ofVariable.get(key);
		ofVariable.set(key, added);
		if (owner !== undefined && owner.overriddenBy === null) {
			const left = (counts.get(owner) ?? 0) - 1;
			counts.set(owner, left);
			owner.overriddenBy = left > 0 ? null : added.path;
		}
	}
};

const addListed = (active: Active, setting: Setting, owners: Owners): void => {
	const {kind, id} = setting.directive;
	if (setting.value.text === '') {
		// what a unit depends on adds up for good
		if (kind !== 'units') {
			resetGroup(active, setting);
		}

		return;
	}

	const settings = active.get(id) ?? [];
	if (kind === 'environment') {
		overrideVariables(setting, owners);
	}

	settings.push(setting);
	active.set(id, settings);
};

const addSingle = (active: Active, setting: Setting): void => {
	const {id} = setting.directive;
	for (const other of [id, ...(alsoSets[id] ?? [])]) {
		take(active, other, setting.path);
	}

	active.set(id, [setting]);
};

/**
Goes through the assignments of one unit in systemd's order, marks those that a later one replaces or takes back, and
gives the values that count. What systemd ignores replaces nothing.
*/
export const mergeSettings = (settings: readonly Setting[]): MergedValues => {
	const active: Active = new Map();
	const owners: Owners = {ofVariable: new Map(), counts: new Map()};
	for (const setting of settings) {
		if (!isTaken(setting.directive, setting.value)) {
			continue;
		}

		if (isListed(setting.directive)) {
			addListed(active, setting, owners);
		} else {
			addSingle(active, setting);
		}
	}

	return new Map(
		[...active].map(([id, left]) => [
			id,
			left.filter(({overriddenBy, value}) => overriddenBy === null && value.text !== '').map(({value}) => value),
		]),
	);
};
