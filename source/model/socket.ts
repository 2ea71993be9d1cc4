/**
One word for each state of a connection, as netstat(8) writes it. `BOUND`: a UDP socket with a port and without a peer;
one with a peer is `ESTABLISHED`. The last two are those of unix sockets.
*/
export const socketStates = [
	'LISTEN',
	'BOUND',
	'ESTABLISHED',
	'SYN_SENT',
	'SYN_RECV',
	'CLOSE_WAIT',
	'FIN_WAIT1',
	'FIN_WAIT2',
	'CLOSING',
	'LAST_ACK',
	'TIME_WAIT',
	'CLOSED',
	'CONNECTED',
	'UNCONNECTED',
] as const;
export type SocketState = (typeof socketStates)[number];

/** An address without brackets; `*`: any. A scope stands behind it: `fe80::1%eth0`. */
export type Endpoint = {address: string; port: number | null};

export type UnixType = 'stream' | 'dgram' | 'seqpacket';

/** The other end of a unix connection. */
type SocketPeer = {
	/** As `id` of a held socket. */
	id: string;
	/** The name it has: that of the service a client is connected with. */
	path: string | null;
	/** Who holds it; empty: not told. */
	pids: readonly number[];
};

/** A socket that a process holds. Sources: lsof(8), proc_pid_net(5), ss(8). */
export type HeldSocket = {
	fd: number | null;
	protocol: 'tcp' | 'udp' | 'unix' | 'other';
	/** Of another protocol: what the system calls it, such as `NETLINK` or `TCP` (of a socket it says no more about). */
	kind: string | null;
	family: 'ipv4' | 'ipv6' | null;
	local: Endpoint | null;
	remote: Endpoint | null;
	/** Of a unix socket with a name; `@` begins an abstract one. */
	path: string | null;
	unixType: UnixType | null;
	/** `null`: the system gave none that we know. */
	state: SocketState | null;
	/** Inode on Linux, kernel address on macOS: the same in all processes that share the socket. */
	id: string | null;
	/** `null`: has none, or not told. */
	peer: SocketPeer | null;
};

/** What was found out about the sockets of one process. `null` sockets: they may not be read. */
export type ProcessSockets = {
	sockets: readonly HeldSocket[] | null;
	/** More than we show. */
	isCut: boolean;
	/** What answered: `lsof`, `/proc`, `ss`. */
	source: string;
};
