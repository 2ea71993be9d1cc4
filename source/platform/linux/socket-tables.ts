import type {HeldSocket} from '../../model/socket.js';
import {type NetTable, parseNetTable} from '../../parse/proc-net-all.js';
import type {Runner} from '../../run/runner.js';

const maxTableBytes = 8 * 1024 * 1024;

/** The likely ones first. */
export const allTables: readonly NetTable[] = [
	...(['tcp', 'tcp6', 'unix', 'udp', 'udp6', 'netlink'] as const),
	...(['raw', 'raw6', 'icmp', 'icmp6', 'packet', 'udplite', 'udplite6'] as const),
];

/** Where more is known of what lsof calls so. */
const tablesOfKind: readonly (readonly [RegExp, readonly NetTable[]])[] = [
	[/^(?:MP)?TCP/, ['tcp', 'tcp6']],
	[/^UDPLITE/i, ['udplite', 'udplite6']],
	[/^UDP/, ['udp', 'udp6']],
	[/^NETLINK$/, ['netlink']],
	[/^UNIX/, ['unix']],
	[/^RAW/, ['raw', 'raw6']],
	[/^PING/, ['icmp', 'icmp6']],
];

/** The tables that know what lsof did not tell: it cuts names of unix sockets at a blank, and names none of other networks. */
export const tablesFor = (sockets: readonly HeldSocket[]): readonly NetTable[] => {
	const wanted = new Set<NetTable>();
	for (const {protocol, kind} of sockets) {
		if (protocol === 'unix') {
			wanted.add('unix');
		} else if (protocol === 'other' && kind !== null) {
			for (const table of tablesOfKind.find(([pattern]) => pattern.test(kind))?.[1] ?? []) {
				wanted.add(table);
			}
		}
	}

	return allTables.filter(table => wanted.has(table));
};

/**
What the tables of a process's own network say of these sockets, by inode. Tables are read only as long as one is
missing. `isRead`: at least one of them could be read.
*/
export const readSocketTables = (
	runner: Runner,
	pid: number,
	tables: readonly NetTable[],
	ids: readonly (string | null)[],
): {known: ReadonlyMap<string, HeldSocket>; isRead: boolean} => {
	const known = new Map<string, HeldSocket>();
	const missing = new Set(ids.filter(id => id !== null));
	let isRead = false;
	for (const table of tables) {
		if (missing.size === 0) {
			break;
		}

		const {text, failure} = runner.read(`/proc/${pid}/net/${table}`, maxTableBytes);
		isRead ||= failure === null;
		for (const socket of parseNetTable(text, table)) {
			if (socket.id !== null && missing.delete(socket.id)) {
				known.set(socket.id, socket);
			}
		}
	}

	return {known, isRead};
};
