import type {HeldSocket, ProcessSockets} from '../model/socket.js';

/** No pane shows more. */
const maxSockets = 500;

/** What waits for somebody comes first: it must not be lost where a list is cut. */
const rankOf = ({state, protocol, path}: HeldSocket): number => {
	if (state === 'LISTEN') {
		return protocol === 'unix' ? 1 : 0;
	}

	return state === 'BOUND' ? 2 : protocol !== 'unix' ? 3 : path !== null ? 4 : 5;
};

/** A socket that is held through several descriptors counts once; one without an id is always another. */
const once = (sockets: readonly HeldSocket[]): readonly HeldSocket[] => {
	const seen = new Set<string>();
	return sockets.filter(({id}) => {
		const isNew = id === null || !seen.has(id);
		if (id !== null) {
			seen.add(id);
		}

		return isNew;
	});
};

/** The sockets of one process, each once, listeners first, at most as many as are shown. */
export const listSockets = (found: readonly HeldSocket[], source: string, isCut: boolean): ProcessSockets => {
	const sockets = [...once(found)].sort((a, b) => rankOf(a) - rankOf(b));
	return {sockets: sockets.slice(0, maxSockets), isCut: isCut || sockets.length > maxSockets, source};
};

/** Nothing may be read, or nobody could be asked: that is not "none". */
export const unreadSockets = (source: string): ProcessSockets => ({sockets: null, isCut: false, source});
