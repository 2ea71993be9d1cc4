import type {Binding} from '../keymap.js';
import type {ChosenKeys} from '../store/state.js';
import {namedKeys} from './show-key.js';

/** Keys that cannot be taken away: whatever was chosen, every mode can be left. */
const fixedKeys: readonly string[] = ['ctrl+c', 'escape'];

/** What a binding is called where keys are chosen: `search` in the list, `menu.menuClose` elsewhere. */
export const bindingId = (binding: Pick<Binding, 'in' | 'help'>): string =>
	binding.in === 'browse' ? binding.help : `${binding.in}.${binding.help}`;

const withKeys = (binding: Binding, keys: readonly string[] | undefined): Binding =>
	keys === undefined
		? binding
		: {...binding, keys: [...keys.filter(key => !fixedKeys.includes(key)), ...binding.keys.filter(key => fixedKeys.includes(key))]};

/** The bindings with the keys that somebody chose; what nobody named keeps its own. */
export const withChosenKeys = (bindings: readonly Binding[], keys: ChosenKeys): readonly Binding[] =>
	bindings.map(binding => withKeys(binding, Object.hasOwn(keys, bindingId(binding)) ? keys[bindingId(binding)] : undefined));

/** Why a key cannot be chosen; more in `KeyProblem`. */
type KeyProblemId = 'unknownKey' | 'fixedKey' | 'textKey';

/** Terminals send these as Tab, Enter and Backspace. */
const sameKeys = ['ctrl+i', 'ctrl+j', 'ctrl+m', 'ctrl+h'];

const isKey = (key: string): boolean =>
	namedKeys.includes(key) || /^[!-~]$/.test(key) || /^alt\+[!-~]$/.test(key) || (/^ctrl\+[a-z]$/.test(key) && !sameKeys.includes(key));

/** `null`: the key can be chosen for this binding. In the search line, characters are text. */
export const keyProblem = (binding: Pick<Binding, 'in' | 'keys'>, key: string): KeyProblemId | null => {
	if (!isKey(key)) {
		return 'unknownKey';
	}

	if (fixedKeys.includes(key) && !binding.keys.includes(key)) {
		return 'fixedKey';
	}

	return binding.in === 'search' && (key.length === 1 || key === 'space') ? 'textKey' : null;
};

/** The first two bindings of one mode that would share a key; the later one is that which was chosen, if one was. */
export const sharedKey = (
	bindings: readonly Binding[],
	isChosen: (binding: Binding) => boolean,
): {key: string; chosen: Binding; other: Binding} | null => {
	const seen = new Map<string, Binding>();
	for (const binding of bindings) {
		for (const key of new Set(binding.keys)) {
			const other = seen.get(`${binding.in} ${key}`);
			if (other !== undefined) {
				return isChosen(binding) ? {key, chosen: binding, other} : {key, chosen: other, other: binding};
			}

			seen.set(`${binding.in} ${key}`, binding);
		}
	}

	return null;
};
