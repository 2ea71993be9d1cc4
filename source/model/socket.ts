/** One word for each state of a connection, as netstat(8) writes it. `BOUND`: a UDP socket without a peer. */
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

/** An address as the system writes it, without brackets; `*`: any. */
export type Endpoint = {address: string; port: number | null};

/** A socket that a process holds. Sources: lsof(8), proc_pid_net(5), ss(8). */
export type HeldSocket = {
	fd: number | null;
	protocol: 'tcp' | 'udp' | 'unix' | 'other';
	family: 'ipv4' | 'ipv6' | null;
	local: Endpoint | null;
	remote: Endpoint | null;
	/** Of a unix socket with a name; `@` begins an abstract one. */
	path: string | null;
	unixType: 'stream' | 'dgram' | 'seqpacket' | null;
	/** `null`: the system gave none that we know. */
	state: SocketState | null;
	/** Inode on Linux, kernel address on macOS: the same in all processes that share the socket. */
	id: string | null;
};

/** What was found out about the sockets of one process. `null` sockets: they may not be read. */
export type ProcessSockets = {
	sockets: readonly HeldSocket[] | null;
	/** More than we show. */
	isCut: boolean;
	/** What answered: `lsof`, `/proc`, `ss`. */
	source: string;
};
