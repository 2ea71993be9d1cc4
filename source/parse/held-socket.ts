import type {Endpoint, HeldSocket, SocketState, UnixType} from '../model/socket.js';
import {plainAddress} from './socket-address.js';

/** Nothing is known. */
export const unknownSocket: HeldSocket = {
	fd: null,
	protocol: 'other',
	kind: null,
	family: null,
	local: null,
	remote: null,
	path: null,
	unixType: null,
	state: null,
	id: null,
	peer: null,
};

/** The words of lsof on Linux and macOS, of ss, and of the kernel's table, without what joins their parts. */
const states: Readonly<Record<string, SocketState>> = {
	LISTEN: 'LISTEN',
	ESTAB: 'ESTABLISHED',
	ESTABLISHED: 'ESTABLISHED',
	SYNSENT: 'SYN_SENT',
	SYNRECV: 'SYN_RECV',
	SYNRCVD: 'SYN_RECV',
	SYNRECEIVED: 'SYN_RECV',
	CLOSEWAIT: 'CLOSE_WAIT',
	FINWAIT1: 'FIN_WAIT1',
	FINWAIT2: 'FIN_WAIT2',
	CLOSING: 'CLOSING',
	LASTACK: 'LAST_ACK',
	TIMEWAIT: 'TIME_WAIT',
	CLOSE: 'CLOSED',
	CLOSED: 'CLOSED',
	UNCONN: 'CLOSED',
	BOUND: 'CLOSED',
	BOUNDINACTIVE: 'CLOSED',
	IDLE: 'CLOSED',
};

const unixStates: Readonly<Record<string, SocketState>> = {
	LISTEN: 'LISTEN',
	ESTAB: 'CONNECTED',
	CONNECTED: 'CONNECTED',
	CONNECTING: 'CONNECTED',
	UNCONN: 'UNCONNECTED',
	UNCONNECTED: 'UNCONNECTED',
};

const lookUp = (table: Readonly<Record<string, SocketState>>, word: string | null): SocketState | null => {
	const key = word?.toUpperCase().replace(/[-_ ]/g, '') ?? '';
	return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
};

export const unixState = (word: string | null): SocketState | null => lookUp(unixStates, word);

/** What an end of a socket is where nothing is bound to it or at it. */
const orNull = ({address, port}: Endpoint): Endpoint | null => {
	const plain = plainAddress(address);
	return plain === '*' && port === null ? null : {address: plain, port};
};

type InternetFacts = {
	protocol: 'tcp' | 'udp';
	family: 'ipv4' | 'ipv6';
	local: Endpoint | null;
	remote: Endpoint | null;
	/** The tool's word; UDP has none of its own. */
	state: string | null;
	id: string | null;
	fd?: number | null;
};

/** A TCP or UDP socket, said in one way whoever told of it. */
export const internetSocket = ({protocol, family, local, remote, state, id, fd = null}: InternetFacts): HeldSocket => {
	const near = local && orNull(local);
	const far = remote && orNull(remote);
	const udpState: SocketState | null = far !== null ? 'ESTABLISHED' : near !== null && near.port !== null ? 'BOUND' : null;
	return {
		...unknownSocket,
		fd,
		protocol,
		family,
		local: near,
		remote: far,
		state: protocol === 'udp' ? udpState : lookUp(states, state),
		id,
	};
};

type UnixFacts = {
	path: string | null;
	unixType: UnixType | null;
	state: SocketState | null;
	id: string | null;
	peer?: HeldSocket['peer'];
	fd?: number | null;
};

export const unixSocket = ({path, unixType, state, id, peer = null, fd = null}: UnixFacts): HeldSocket => ({
	...unknownSocket,
	fd,
	protocol: 'unix',
	path,
	unixType,
	state,
	id,
	peer,
});
