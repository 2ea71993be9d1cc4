import {printable} from './printable.js';

/** User names by uid, from `/etc/passwd` or `getent passwd`. The first name of a uid counts. Source: passwd(5). */
export const parsePasswd = (text: string): ReadonlyMap<number, string> => {
	const names = new Map<number, string>();
	for (const line of text.split('\n')) {
		const [name, , uid] = line.split(':');
		if (name && uid && /^\d+$/.test(uid) && !names.has(Number(uid))) {
			names.set(Number(uid), printable(name, 64));
		}
	}

	return names;
};
