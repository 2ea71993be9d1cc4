import type {ListeningSocket} from '../../model/process.js';
import {type NetSocket, parseProcNet, parseProcNetUnix} from '../../parse/proc-net.js';
import type {Runner} from '../../run/runner.js';

const maxTableBytes = 8 * 1024 * 1024;
/** A program may hold a million descriptors; the first ones it opened are among the lowest. */
const maxDescriptors = 4096;
const maxNamespaces = 64;

/** The listening sockets of one network namespace, by inode. */
type SocketTable = {internet: ReadonlyMap<string, NetSocket>; unix: ReadonlyMap<string, string>};

const readTable = (runner: Runner, directory: string): SocketTable => {
	const internet = new Map<string, NetSocket>();
	for (const [file, protocol] of [
		['tcp', 'tcp'],
		['tcp6', 'tcp'],
		['udp', 'udp'],
		['udp6', 'udp'],
	] as const) {
		for (const socket of parseProcNet(runner.read(`${directory}/${file}`, maxTableBytes).text, protocol)) {
			internet.set(socket.inode, socket);
		}
	}

	return {internet, unix: parseProcNetUnix(runner.read(`${directory}/unix`, maxTableBytes).text)};
};

const describe = (table: SocketTable, inode: string): ListeningSocket | null => {
	const socket = table.internet.get(inode);
	if (socket) {
		return {protocol: socket.protocol, family: socket.family, address: socket.address, port: socket.port, id: inode};
	}

	const path = table.unix.get(inode);
	return path === undefined ? null : {protocol: 'unix', path, id: inode};
};

const hasSameKeys = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
	a.size === b.size && [...a.keys()].every(key => b.has(key));

export type Listeners = {
	/** Reads the kernel's tables of our network again; tells whether a listening socket has come or gone. */
	readTables(): boolean;
	/** Looks again at the descriptors of these processes. */
	scan(pids: readonly number[]): void;
	/** What a process listens on; `null`: its descriptors cannot be read. */
	of(pid: number): readonly ListeningSocket[] | null;
	forget(pid: number): void;
	/** Listening sockets of our network namespace that no visible process holds. */
	unowned(): readonly NetSocket[];
};

/**
Finds which process listens where: socket inodes of `/proc/net` against the descriptors of each process. Sockets in other
network namespaces are looked up in the tables of those.

@source proc_pid_net(5), proc_pid_fd(5)
*/
export const createListeners = (runner: Runner): Listeners => {
	const found = new Map<number, {sockets: readonly ListeningSocket[]; inodes: readonly string[]} | null>();
	let own: SocketTable = {internet: new Map(), unix: new Map()};

	const scanOne = (pid: number, tables: Map<string, SocketTable>, ownNamespace: string | null): void => {
		const {names, failure} = runner.list(`/proc/${pid}/fd`);
		if (failure !== null) {
			found.set(pid, null);
			return;
		}

		const namespace = runner.link(`/proc/${pid}/ns/net`).target ?? ownNamespace;
		let table = own;
		if (namespace !== null && namespace !== ownNamespace) {
			table = tables.get(namespace) ?? (tables.size < maxNamespaces ? readTable(runner, `/proc/${pid}/net`) : own);
			tables.set(namespace, table);
		}

		const inodes: string[] = [];
		const sockets: ListeningSocket[] = [];
		let denied = 0;
		for (const name of names.slice(0, maxDescriptors)) {
			const {target, failure: refusal} = runner.link(`/proc/${pid}/fd/${name}`);
			denied += refusal === 'denied' ? 1 : 0;
			const inode = target?.startsWith('socket:[') ? target.slice(8, -1) : null;
			const socket = inode === null ? null : describe(table, inode);
			if (inode !== null && socket) {
				inodes.push(inode);
				sockets.push(socket);
			}
		}

		// a first process may list its descriptors and refuse to say what they are
		if (denied > 0 && denied === Math.min(names.length, maxDescriptors)) {
			found.set(pid, null);
			return;
		}

		const before = found.get(pid);
		// the same reference while nothing changes, so that a verdict need not be made again
		if (!before || before.inodes.join() !== inodes.join()) {
			found.set(pid, {sockets, inodes});
		}
	};

	return {
		readTables() {
			const before = own;
			own = readTable(runner, '/proc/net');
			return !hasSameKeys(before.internet, own.internet) || !hasSameKeys(before.unix, own.unix);
		},
		scan(pids) {
			const ownNamespace = runner.link('/proc/self/ns/net').target;
			const tables = new Map<string, SocketTable>();
			for (const pid of pids) {
				scanOne(pid, tables, ownNamespace);
			}
		},
		of: pid => found.get(pid)?.sockets ?? null,
		forget: pid => void found.delete(pid),
		unowned() {
			const held = new Set([...found.values()].flatMap(entry => entry?.inodes ?? []));
			return [...own.internet.values()].filter(socket => !held.has(socket.inode));
		},
	};
};
