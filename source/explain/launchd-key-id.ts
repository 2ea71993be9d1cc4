import {type LaunchdKeyId, launchdKeyIds} from '../model/launchd-key.js';

type Node = {id: LaunchdKeyId | null; readonly inner: Map<string, Node>};

const growTree = (): Node => {
	const root: Node = {id: null, inner: new Map()};
	for (const id of launchdKeyIds) {
		let node = root;
		for (const part of id.split('.')) {
			const next = node.inner.get(part) ?? {id: null, inner: new Map()};
			node.inner.set(part, next);
			node = next;
		}

		node.id = id;
	}

	return root;
};

const tree = growTree();

/** Which explanation belongs to a key, and the innermost name in its path that somebody chose. */
export const launchdKeyId = (path: readonly string[]): {id: LaunchdKeyId | null; name: string | null} => {
	let node: Node | undefined = tree;
	let name: string | null = null;
	for (const key of path) {
		const exact: Node | undefined = key === 'x' ? undefined : node.inner.get(key);
		name = exact ? name : key;
		node = exact ?? node.inner.get('x');
		if (node === undefined) {
			return {id: null, name: null};
		}
	}

	return {id: node.id, name};
};
