import type {Listener} from '../model/listener.js';
import type {ListeningSocket} from '../model/process.js';
import type {Service, SystemdUnit} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {olderFirst} from './tree.js';

type Internet = Extract<ListeningSocket, {port: number}>;

/** The same socket has the same id in all processes; without one, the same address is the same socket. */
const identity = ({protocol, family, address, port, id}: Internet): string => id ?? `${protocol} ${family} ${address} ${port}`;

const socketUnits = (services: readonly Service[]): readonly SystemdUnit[] =>
	services.filter((service): service is SystemdUnit => service.manager === 'systemd' && service.listens.length > 0);

/** `127.0.0.1:18080`, `[::]:22`: how a socket unit writes what the tables of the kernel tell as address and port. */
const isUnitsAddress = (written: string, {address, port}: {address: string; port: number}): boolean =>
	written === `${address}:${port}` || written === `[${address}]:${port}`;

/** The socket unit that waits at an address, where its holder is a service manager. */
const activationOf = (socket: Internet, owner: ExplainedProcess | null, units: readonly SystemdUnit[]): Listener['activates'] => {
	const unit =
		owner === null || owner.verdict.kind === 'init'
			? units.find(({listens}) => listens.some(written => isUnitsAddress(written, socket)))
			: undefined;
	return unit ? {unit: unit.name, service: unit.triggers[0] ?? null} : null;
};

const heldListeners = (snapshot: Snapshot, units: readonly SystemdUnit[]): readonly Listener[] => {
	const holders = new Map<string, {socket: Internet; processes: Set<ExplainedProcess>}>();
	for (const process of snapshot.processes) {
		for (const socket of process.traits.listens ?? []) {
			if (socket.protocol !== 'unix') {
				const key = identity(socket);
				const entry = holders.get(key) ?? {socket, processes: new Set()};
				entry.processes.add(process);
				holders.set(key, entry);
			}
		}
	}

	return [...holders.values()].map(({socket, processes}) => {
		const [owner = null, ...others] = [...processes].sort(olderFirst);
		return {
			protocol: socket.protocol,
			address: socket.address,
			port: socket.port,
			owner,
			sharers: others.length,
			user: owner?.user ?? null,
			uid: owner?.uid ?? null,
			activates: activationOf(socket, owner, units),
		};
	});
};

const unseenListeners = (snapshot: Snapshot, units: readonly SystemdUnit[]): readonly Listener[] =>
	snapshot.unownedListeners.map(({protocol, address, port, uid, user}) => ({
		protocol,
		address,
		port,
		owner: null,
		sharers: 0,
		user,
		uid,
		activates: activationOf({protocol, address, port, family: 'ipv4', id: null}, null, units),
	}));

const byPort = (a: Listener, b: Listener): number =>
	a.port - b.port || a.protocol.localeCompare(b.protocol, 'en') || a.address.localeCompare(b.address, 'en');

/** Every TCP and UDP address of the machine where somebody waits, once each, by port. */
export const listListeners = (snapshot: Snapshot): readonly Listener[] => {
	const units = socketUnits(snapshot.services);
	return [...heldListeners(snapshot, units), ...unseenListeners(snapshot, units)].sort(byPort);
};
