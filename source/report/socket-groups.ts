import type {HeldSocket, SocketState} from '../model/socket.js';
import type {SocketCounts} from '../text/en/sockets.js';
import {addressReach} from '../text/socket-reach.js';
import type {Neighbours} from './socket-sharing.js';

/** Which way a connection was made: a caller came in at a port where somebody here waits, or this process called. */
type Direction = 'in' | 'out';

/** Sockets that are the same but for a port or a descriptor. */
export type Fold = {first: HeldSocket; all: readonly HeldSocket[]; direction: Direction | null};

export type SocketGroups = {listening: readonly Fold[]; connections: readonly Fold[]; unix: readonly Fold[]; others: readonly Fold[]};

const foldBy = (
	sockets: readonly HeldSocket[],
	keyOf: (socket: HeldSocket) => unknown,
	directionOf?: (socket: HeldSocket) => Direction,
) => {
	const folds = new Map<string, HeldSocket[]>();
	for (const socket of sockets) {
		const key = JSON.stringify(keyOf(socket));
		const known = folds.get(key);
		if (known) {
			known.push(socket);
		} else {
			folds.set(key, [socket]);
		}
	}

	return [...folds.values()].flatMap((all): readonly Fold[] => {
		const [first] = all;
		return first ? [{first, all, direction: directionOf?.(first) ?? null}] : [];
	});
};

const isInternet = ({protocol}: HeldSocket): boolean => protocol === 'tcp' || protocol === 'udp';
const isWaiting = (socket: HeldSocket): boolean => isInternet(socket) && (socket.state === 'LISTEN' || socket.state === 'BOUND');

const stateOrder: readonly (SocketState | null)[] = [
	...(['CLOSE_WAIT', 'ESTABLISHED', 'SYN_SENT', 'SYN_RECV', 'FIN_WAIT1', 'FIN_WAIT2'] as const),
	...(['CLOSING', 'LAST_ACK', 'TIME_WAIT', 'CLOSED', null] as const),
];

const unixRank = ({state, path, peer}: HeldSocket): number => (state === 'LISTEN' ? 0 : path !== null ? 1 : peer?.path ? 2 : 3);

/** A caller comes in at a port where this process, or whoever handed the connection on, listens. */
const directionIn = (waiting: readonly HeldSocket[], {byPort}: Neighbours): ((socket: HeldSocket) => Direction) => {
	const own = new Set(waiting.map(({protocol, local}) => `${protocol} ${local?.port}`));
	return ({protocol, local}) => {
		const port = local?.port ?? -1;
		return own.has(`${protocol} ${port}`) || (protocol === 'tcp' && byPort.has(port)) ? 'in' : 'out';
	};
};

/** What a pane shows, in its order. IPv4 and IPv6 at every network count as one where the port is the same. */
export const groupSockets = (sockets: readonly HeldSocket[], neighbours: Neighbours): SocketGroups => {
	const waiting = sockets.filter(isWaiting);
	const connected = sockets.filter(socket => isInternet(socket) && !isWaiting(socket));
	const direction = directionIn(waiting, neighbours);
	const connections = foldBy(
		connected,
		socket => {
			const way = direction(socket);
			const {protocol, state, remote, local} = socket;
			return [protocol, state, way, remote?.address, way === 'in' ? local?.port : remote?.port];
		},
		direction,
	);
	return {
		listening: foldBy(waiting, ({protocol, local}) => [protocol, local]),
		connections: [...connections].sort((a, b) => stateOrder.indexOf(a.first.state) - stateOrder.indexOf(b.first.state)),
		unix: foldBy(
			[...sockets.filter(({protocol}) => protocol === 'unix')].sort((a, b) => unixRank(a) - unixRank(b)),
			({state, path, unixType, peer}) => [state, path, unixType, peer?.path, path === null && !peer?.path ? peer?.pids : null],
		),
		others: foldBy(
			sockets.filter(({protocol}) => protocol === 'other'),
			({kind, local}) => [kind, local],
		),
	};
};

const reachOrder = ['every', 'one', 'computer'] as const;

/** A port is counted once, by the furthest that it reaches. */
export const countSockets = (sockets: readonly HeldSocket[]): SocketCounts => {
	const ports = new Map<string, number>();
	for (const {protocol, local} of sockets.filter(isWaiting)) {
		const key = `${protocol} ${local?.port}`;
		const reach = reachOrder.indexOf(addressReach(local?.address ?? '*'));
		ports.set(key, Math.min(ports.get(key) ?? reach, reach));
	}

	const reaching = (reach: (typeof reachOrder)[number]): number =>
		[...ports.values()].filter(each => each === reachOrder.indexOf(reach)).length;
	const unix = sockets.filter(({protocol}) => protocol === 'unix');
	return {
		every: reaching('every'),
		one: reaching('one'),
		computer: reaching('computer'),
		unixServers: unix.filter(({state}) => state === 'LISTEN').length,
		connections: sockets.filter(({protocol, remote}) => remote !== null && protocol !== 'unix').length,
		unix: unix.length,
		others: sockets.length - unix.length - sockets.filter(isInternet).length,
	};
};
