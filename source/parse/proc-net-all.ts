import type {HeldSocket, UnixType} from '../model/socket.js';
import {internetSocket, unixSocket, unknownSocket} from './held-socket.js';
import {type NetRow, netEndpoint, parseNetRow, parseUnixRows} from './proc-net.js';
import {plainAddress} from './socket-address.js';

/** The states of `include/net/tcp_states.h`, by number. */
const tcpStates: Readonly<Record<string, string>> = {
	'01': 'ESTABLISHED',
	'02': 'SYN_SENT',
	'03': 'SYN_RECV',
	'04': 'FIN_WAIT1',
	'05': 'FIN_WAIT2',
	'06': 'TIME_WAIT',
	'07': 'CLOSED',
	'08': 'CLOSE_WAIT',
	'09': 'LAST_ACK',
	'0A': 'LISTEN',
	'0B': 'CLOSING',
	'0C': 'SYN_RECV',
	'0D': 'CLOSED',
};

const portOf = (port: number): number | null => (port === 0 ? null : port);

const toInternet = (row: NetRow, protocol: 'tcp' | 'udp'): HeldSocket => {
	const local = netEndpoint(row.local);
	const remote = netEndpoint(row.remote);
	return internetSocket({
		protocol,
		family: row.family,
		local: {...local, port: portOf(local.port)},
		remote: {...remote, port: portOf(remote.port)},
		state: tcpStates[row.state] ?? null,
		id: row.inode,
	});
};

/** Their local "port" is the number of the protocol they read: `RAW 1` reads ICMP. */
const toRaw = (row: NetRow, kind: string): HeldSocket => {
	const {address, port} = netEndpoint(row.local);
	const plain = plainAddress(address);
	return {
		...unknownSocket,
		kind: kind === 'RAW' ? `RAW ${port}` : kind,
		family: row.family,
		local: plain === '*' ? null : {address: plain, port: null},
		id: row.inode,
	};
};

/** `SOCK_STREAM` and so on, by number. */
const unixTypes: Readonly<Record<number, UnixType>> = {1: 'stream', 2: 'dgram', 5: 'seqpacket'};
/** `SS_CONNECTING` and `SS_CONNECTED`. */
const connectedStates: readonly number[] = [2, 3];

const parseUnix = (text: string): readonly HeldSocket[] =>
	parseUnixRows(text).map(({inode, isListening, type, state, path}) =>
		unixSocket({
			path,
			unixType: unixTypes[type] ?? null,
			state: isListening ? 'LISTEN' : connectedStates.includes(state) ? 'CONNECTED' : state === 1 ? 'UNCONNECTED' : null,
			id: inode,
		}),
	);

/** Netlink protocols by number: what of the kernel a process listens to. */
const netlinkNames: Readonly<Record<string, string>> = {
	'0': 'ROUTE',
	'4': 'SOCK_DIAG',
	'5': 'NFLOG',
	'6': 'XFRM',
	'7': 'SELINUX',
	'9': 'AUDIT',
	'11': 'CONNECTOR',
	'12': 'NETFILTER',
	'15': 'KOBJECT_UEVENT',
	'16': 'GENERIC',
};

/** Tables whose last column is the inode. */
const parseOthers = (text: string, kindOf: (columns: readonly string[]) => string): readonly HeldSocket[] =>
	text.split('\n').flatMap(line => {
		const columns = line.trim().split(/\s+/, 16);
		const inode = columns.at(-1) ?? '';
		return /^[\da-f]+$/.test(columns[0] ?? '') && columns.length >= 8 && /^[1-9]\d{0,19}$/.test(inode)
			? [{...unknownSocket, kind: kindOf(columns), id: inode}]
			: [];
	});

const parseInternet = (text: string, toSocket: (row: NetRow) => HeldSocket): readonly HeldSocket[] =>
	text.split('\n').flatMap(line => {
		const row = parseNetRow(line);
		return row === null || row.inode === '0' ? [] : [toSocket(row)];
	});

/** How each table is read, by the name of its file. */
const readers = {
	tcp: text => parseInternet(text, row => toInternet(row, 'tcp')),
	tcp6: text => parseInternet(text, row => toInternet(row, 'tcp')),
	udp: text => parseInternet(text, row => toInternet(row, 'udp')),
	udp6: text => parseInternet(text, row => toInternet(row, 'udp')),
	udplite: text => parseInternet(text, row => toInternet(row, 'udp')),
	udplite6: text => parseInternet(text, row => toInternet(row, 'udp')),
	unix: parseUnix,
	raw: text => parseInternet(text, row => toRaw(row, 'RAW')),
	raw6: text => parseInternet(text, row => toRaw(row, 'RAW')),
	icmp: text => parseInternet(text, row => toRaw(row, 'PING')),
	icmp6: text => parseInternet(text, row => toRaw(row, 'PING')),
	packet: text => parseOthers(text, () => 'PACKET'),
	netlink: text => parseOthers(text, columns => `NETLINK ${netlinkNames[columns[1] ?? ''] ?? ''}`.trimEnd()),
} as const satisfies Readonly<Record<string, (text: string) => readonly HeldSocket[]>>;

export type NetTable = keyof typeof readers;

/**
All sockets of one table of `/proc/PID/net` that some process holds. `id` is the inode, by which `/proc/PID/fd` names
them; no table tells the descriptor or the other end of a unix socket.

@source proc_pid_net(5), netlink(7)
*/
export const parseNetTable = (text: string, table: NetTable): readonly HeldSocket[] => readers[table](text);
