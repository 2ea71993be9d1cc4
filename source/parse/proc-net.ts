import {printable} from './printable.js';
import {formatAddress} from './socket-address.js';

/** A listening or bound socket of `/proc/net`, by inode. */
export type NetSocket = {
	inode: string;
	uid: number;
	protocol: 'tcp' | 'udp';
	family: 'ipv4' | 'ipv6';
	address: string;
	port: number;
};

const tcpListen = '0A';
/** A UDP socket that is bound and not connected. */
const udpUnconnected = '07';

/** One row of `/proc/net/{tcp,udp,raw …}`. */
export type NetRow = {
	family: 'ipv4' | 'ipv6';
	/** As the kernel writes it: see `netEndpoint`. */
	local: string;
	remote: string;
	/** The kernel's number, two hexadecimal digits. */
	state: string;
	uid: number;
	inode: string;
};

const netRow =
	/^\s{0,20}\d{1,10}: ((?:[0-9A-F]{8}|[0-9A-F]{32}):[0-9A-F]{4}) ((?:[0-9A-F]{8}|[0-9A-F]{32}):[0-9A-F]{4}) ([0-9A-F]{2}) \S+ \S+ \S+\s+(\d+)\s+\d+\s+(\d+)/;

/** `null`: a heading, or no row. */
export const parseNetRow = (line: string): NetRow | null => {
	const [, local = '', remote = '', state = '', uid, inode = ''] = netRow.exec(line) ?? [];
	return local === '' ? null : {family: local.length === 13 ? 'ipv4' : 'ipv6', local, remote, state, uid: Number(uid), inode};
};

/** `0100007F:1538` is port 5432 of 127.0.0.1. */
export const netEndpoint = (text: string): {address: string; port: number} => {
	const [address = '', port = ''] = text.split(':');
	return {address: formatAddress(address), port: Number.parseInt(port, 16)};
};

/**
Listening TCP and unconnected UDP sockets of one of `/proc/net/{tcp,tcp6,udp,udp6}`.

@source proc_pid_net(5)
*/
export const parseProcNet = (text: string, protocol: 'tcp' | 'udp'): readonly NetSocket[] => {
	const wanted = protocol === 'tcp' ? tcpListen : udpUnconnected;
	const sockets: NetSocket[] = [];
	for (const line of text.split('\n')) {
		const row = parseNetRow(line);
		if (row !== null && row.state === wanted) {
			sockets.push({inode: row.inode, uid: row.uid, protocol, family: row.family, ...netEndpoint(row.local)});
		}
	}

	return sockets;
};

/** `__SO_ACCEPTCON`: the socket listens. */
const acceptsConnections = 0x10000;

/** One row of `/proc/net/unix`: the kernel's numbers of its type and state, and its name (`@` begins an abstract one). */
type UnixRow = {inode: string; isListening: boolean; type: number; state: number; path: string | null};

const unixRow = /^[0-9a-f]{1,16}: [0-9A-F]{8} [0-9A-F]{8} ([0-9A-F]{8}) ([0-9A-F]{4}) ([0-9A-F]{2})\s{1,20}(\d+)(?: (.*))?$/is;

/** Longer than any name a socket can have. */
const maxNameLines = 110;

/** A name may hold line breaks: what is no row goes on with the name before. */
const unixLines = (text: string): readonly string[] => {
	const lines: string[] = [];
	let added = 0;
	for (const line of text.split('\n')) {
		if (unixRow.test(line)) {
			lines.push(line);
			added = 0;
		} else if (lines.length > 0 && added++ < maxNameLines) {
			lines[lines.length - 1] += `\n${line}`;
		}
	}

	return lines;
};

/**
All sockets of `/proc/net/unix` that some process holds.

@source proc_pid_net(5), "/proc/net/unix"
*/
export const parseUnixRows = (text: string): readonly UnixRow[] => {
	const rows: UnixRow[] = [];
	for (const line of unixLines(text.replace(/\n$/, ''))) {
		const [, flags = '0', type = '0', state = '0', inode = '0', path] = unixRow.exec(line) ?? [];
		if (inode !== '0') {
			rows.push({
				inode,
				isListening: (Number.parseInt(flags, 16) & acceptsConnections) !== 0,
				type: Number.parseInt(type, 16),
				state: Number.parseInt(state, 16),
				path: path === undefined || path === '' ? null : printable(path),
			});
		}
	}

	return rows;
};

/** Listening unix sockets with a name, from `/proc/net/unix`: inode and path (`@` for abstract ones). */
export const parseProcNetUnix = (text: string): ReadonlyMap<string, string> =>
	new Map(parseUnixRows(text).flatMap(({inode, isListening, path}) => (isListening && path !== null ? [[inode, path] as const] : [])));
