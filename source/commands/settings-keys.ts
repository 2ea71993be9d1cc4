import {bindingId, keyProblem, sharedKey, withChosenKeys} from '../keymap/chosen-keys.js';
import {type Binding, keymap} from '../keymap.js';
import type {JsonEntry, JsonNode} from '../parse/located-json.js';
import {printable} from '../parse/printable.js';
import type {ChosenKeys} from '../store/state.js';
import type {Report} from './settings-check.js';

const longestName = 60;
const mostKeys = 8;

/** Everything that has keys, by the name that the file uses; no two in one mode are called the same. */
export const actionIds: readonly string[] = keymap.map(bindingId);

const bindingOf = (id: string): Binding | undefined => keymap.find(binding => bindingId(binding) === id);

const expectationOf = {unknownKey: 'keyName', fixedKey: 'freeKey', textKey: 'controlKey'} as const;

const readKeys = (
	binding: Binding,
	node: JsonNode,
	report: (offset: number, id: 'list' | 'keyName' | 'freeKey' | 'controlKey') => null,
) => {
	if (node.type !== 'array' || node.items.length > mostKeys) {
		return report(node.offset, 'list');
	}

	for (const item of node.items) {
		const problem = item.type === 'string' ? keyProblem(binding, item.value) : 'unknownKey';
		if (problem !== null) {
			return report(item.offset, expectationOf[problem]);
		}
	}

	return node.items.map(item => (item.type === 'string' ? item.value : ''));
};

/** The names that stand near: the actions of the same mode. */
const namesNear = (id: string): readonly string[] => {
	const mode = id.includes('.') ? id.slice(0, id.indexOf('.') + 1) : null;
	return actionIds.filter(each => (mode === null ? !each.includes('.') : each.startsWith(mode)));
};

const placeOfShared = (entries: readonly JsonEntry[], id: string, key: string): number => {
	const entry = entries.find(each => each.key === id);
	const item = entry?.value.type === 'array' ? entry.value.items.find(each => each.type === 'string' && each.value === key) : undefined;
	return item?.offset ?? entry?.offset ?? 0;
};

/** The chosen keys; `null`: something in them is wrong, was reported, and none holds. */
export const checkKeys = (node: JsonNode, report: Report): ChosenKeys | null => {
	if (node.type !== 'object') {
		return report(node.offset, {id: 'object'});
	}

	const keys: Record<string, readonly string[]> = {};
	let hasFailed = false;
	for (const {key: id, offset, value} of node.entries) {
		const name = printable(id, longestName);
		const setting = `keys.${name}`;
		const binding = bindingOf(id);
		const isTwice = Object.hasOwn(keys, id);
		if (binding === undefined || isTwice) {
			report(offset, {id: isTwice ? 'once' : 'action', found: name, names: namesNear(id)}, setting);
			hasFailed = true;
			continue;
		}

		const read = readKeys(binding, value, (at, expected) => report(at, {id: expected}, setting));
		hasFailed ||= read === null;
		keys[id] = read ?? [];
	}

	const shared = hasFailed ? null : sharedKey(withChosenKeys(keymap, keys), binding => Object.hasOwn(keys, bindingId(binding)));
	if (shared !== null) {
		const chosen = bindingId(shared.chosen);
		report(
			placeOfShared(node.entries, chosen, shared.key),
			{id: 'sharedKey', key: shared.key, other: bindingId(shared.other)},
			`keys.${chosen}`,
		);
	}

	return hasFailed || shared !== null ? null : keys;
};
