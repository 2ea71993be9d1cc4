import {displayName} from '../columns.js';
import {olderFirst} from '../join/tree.js';
import type {ListeningSocket} from '../model/process.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {HeldSocket} from '../model/socket.js';
import type {SocketsText} from '../text/en/sockets.js';

/** A socket that a service manager holds for a service; `address` as its configuration writes it: `[::]:80`, `22`, a path. */
type ManagerSocket = {address: string; name: string; manager: 'systemd' | 'launchd'};

/** What is known of the other processes, looked up once for all sockets of one. */
export type Neighbours = {
	process: ExplainedProcess;
	byId: ReadonlyMap<string, readonly ExplainedProcess[]>;
	byAddress: ReadonlyMap<string, readonly ExplainedProcess[]>;
	/** Who listens on TCP ports, oldest first. */
	byPort: ReadonlyMap<number, readonly {process: ExplainedProcess; address: string}[]>;
	byPid: ReadonlyMap<number, ExplainedProcess>;
	/** Sockets that a manager holds for this process. */
	held: readonly ManagerSocket[];
	/** Of a service manager itself: what it waits at for others. */
	activates: readonly {address: string; unit: string; service: string | null}[];
};

const plain = (address: string): string => (address === '0.0.0.0' || address === '::' ? '*' : address);

/** UDP ports may be shared by strangers, so that an address alone says nothing. */
const addressKey = (socket: ListeningSocket): string | null =>
	socket.protocol === 'tcp' ? `${socket.family} ${plain(socket.address)} ${socket.port}` : null;

const add = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
	const known = map.get(key);
	if (known) {
		known.push(value);
	} else {
		map.set(key, [value]);
	}
};

/** What launchd or systemd holds for the service of a process. */
const managerSockets = ({service}: ExplainedProcess, snapshot: Snapshot): readonly ManagerSocket[] => {
	if (service?.manager === 'launchd') {
		return service.sockets.map(({name, address}) => ({name, address, manager: 'launchd'}));
	}

	return service?.manager === 'systemd'
		? snapshot.services.flatMap(unit =>
				unit.manager === 'systemd' && unit.scopeUid === service.scopeUid && unit.triggers.includes(service.name)
					? unit.listens.map(address => ({address, name: unit.name, manager: 'systemd' as const}))
					: [],
			)
		: [];
};

const activatedBy = ({verdict, uid}: ExplainedProcess, snapshot: Snapshot): Neighbours['activates'] =>
	verdict.kind === 'init'
		? snapshot.services.flatMap(unit =>
				unit.manager === 'systemd' && (unit.scopeUid === null || unit.scopeUid === uid)
					? unit.listens.map(address => ({address, unit: unit.name, service: unit.triggers[0] ?? null}))
					: [],
			)
		: [];

/** Everybody who may share the sockets of a process, and what is held for it. */
export const neighboursOf = (process: ExplainedProcess, snapshot: Snapshot): Neighbours => {
	const byId = new Map<string, ExplainedProcess[]>();
	const byAddress = new Map<string, ExplainedProcess[]>();
	const byPort = new Map<number, {process: ExplainedProcess; address: string}[]>();
	for (const other of [...snapshot.processes].sort(olderFirst)) {
		for (const socket of other.traits.listens ?? []) {
			const key = addressKey(socket);
			if (socket.id !== null) {
				add(byId, socket.id, other);
			} else if (key !== null) {
				add(byAddress, key, other);
			}

			if (socket.protocol === 'tcp') {
				add(byPort, socket.port, {process: other, address: plain(socket.address)});
			}
		}
	}

	const byPid = new Map(snapshot.processes.map(each => [each.pid, each]));
	return {process, byId, byAddress, byPort, byPid, held: managerSockets(process, snapshot), activates: activatedBy(process, snapshot)};
};

/** `name (pid)`, by pid where it is not in the snapshot. */
export const nameOf = (pid: number, {byPid}: Neighbours): string => {
	const process = byPid.get(pid);
	return process ? `${displayName(process)} (${pid})` : String(pid);
};

/** `[::]:80`, `127.0.0.1:631`, `*:22`, `22`, or the path of a unix socket. */
export const isAt = (written: string, {protocol, local, path}: HeldSocket): boolean => {
	if (protocol === 'unix') {
		return written === path;
	}

	const [, address = '', port = ''] = /^(?:(.*):)?(\d{1,5})$/s.exec(written) ?? [];
	const host = plain(address.replace(/^\[(.*)\]$/s, '$1'));
	return local !== null && local.port === Number(port) && (host === '' || host === local.address);
};

const holdersOf = ({id, protocol, family, local}: HeldSocket, {byId, byAddress}: Neighbours): readonly ExplainedProcess[] =>
	byId.get(id ?? '') ??
	(protocol === 'tcp' && local !== null ? byAddress.get(`${family} ${local.address} ${local.port}`) : undefined) ??
	[];

const maxNames = 3;

/** Who else holds a socket that waits, from this process's side; `null`: nobody. The oldest holder has opened it. */
export const sharingNote = (socket: HeldSocket, neighbours: Neighbours, words: SocketsText): string | null => {
	const {process} = neighbours;
	const others = holdersOf(socket, neighbours).filter(({pid}) => pid !== process.pid);
	const [owner = process] = [process, ...others].sort(olderFirst);
	if (others.length === 0) {
		return null;
	}

	if (owner.pid !== process.pid) {
		const name = nameOf(owner.pid, neighbours);
		return owner.verdict.kind === 'init' ? words.handedOver(name) : words.sharedBy(name);
	}

	const areWorkers = others.every(({role, isParentsProgram, name}) => role === 'worker' || isParentsProgram || name === process.name);
	const names = others.slice(0, maxNames).map(({pid}) => nameOf(pid, neighbours));
	return areWorkers && process.verdict.kind !== 'init'
		? words.sharedWorkers(others.length)
		: words.sharedWith(names, others.length - names.length);
};

/** What a service manager has to do with a socket that waits. */
export const managerNote = (socket: HeldSocket, {held, activates}: Neighbours, words: SocketsText): string | null => {
	const forIt = held.find(({address}) => isAt(address, socket));
	if (forIt) {
		return words.heldForIt(forIt.manager, forIt.name);
	}

	const other = activates.find(({address}) => isAt(address, socket));
	return other ? words.heldFor(other.unit, other.service) : null;
};
