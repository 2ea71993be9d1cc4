import type {HeldSocket, UnixType} from '../model/socket.js';
import {internetSocket, unixSocket, unixState, unknownSocket} from './held-socket.js';
import {printable} from './printable.js';
import {plainAddress, toPort} from './socket-address.js';

/** One socket of ss and who holds it, as far as one may see that. */
export type SsRow = {
	/** `id` is the inode; without descriptor, and with a peer that is known by its id alone. */
	socket: HeldSocket;
	holders: readonly {pid: number; fd: number}[];
};

const unixTypes: Readonly<Record<string, UnixType>> = {u_str: 'stream', u_dgr: 'dgram', u_seq: 'seqpacket'};

/** Kinds of the other rows. */
const otherKinds: Readonly<Record<string, string>> = {raw: 'RAW', icmp6: 'PING', 'icmp/': 'PING', p_raw: 'PACKET', p_dgr: 'PACKET'};

/** Every row begins with its kind, its state and two counts. Columns are as wide as the widest name. */
const rowStart =
	/^(tcp|udp|raw|icmp6|icmp\/|p_raw|p_dgr|u_str|u_dgr|u_seq|mptcp|sctp|dccp|nl|v_str|v_dgr) {1,12}([A-Z][A-Z\d-]{2,15}) {1,16}\d{1,10} {1,16}\d{1,10} /;

/** Longer than any name of a socket and the blanks around it; those who hold it may take more. */
const maxHead = 700;

type Ends = {local: string; localPort: string; remote: string; remotePort: string; rest: string};

/** Names of unix sockets may hold blanks, and their "port" is the inode: the last two numbers before `users:` or the marks. */
const unixEnds = /^ *(\S.{0,120}?) {1,200}(\d{1,20}) {1,200}(\S.{0,120}?) {1,200}(\d{1,20})(?= |$)/s;
const internetEnds = /^ *(\S{1,100}):([\d*]{1,5}) {1,200}(\S{1,100}):([\d*]{1,5})(?= |$)/;

const readEnds = (text: string, pattern: RegExp): Ends | null => {
	const found = pattern.exec(text.slice(0, maxHead));
	const [whole = '', local = '', localPort = '', remote = '', remotePort = ''] = found ?? [];
	return found === null ? null : {local, localPort, remote, remotePort, rest: text.slice(whole.length)};
};

/** `[fe80::1]%eth0` has its scope behind the brackets. */
const toEndpoint = (address: string, port: string) => ({
	address: printable(address.replace(/^\[([^[\]]*)\]/, '$1'), 64),
	port: toPort(port),
});

const holder = /\("(.{0,64}?)",pid=(\d{1,10})(?:,tid=\d{1,10})?,fd=(\d{1,10})\)[,)]/sy;

/** Names may hold blanks, quotes and brackets: each entry is read to its end before the next. */
const readHolders = (text: string): {holders: SsRow['holders']; rest: string} => {
	const start = /^ *users:\(/.exec(text)?.[0].length;
	if (start === undefined) {
		return {holders: [], rest: text};
	}

	const holders: {pid: number; fd: number}[] = [];
	let end = start;
	holder.lastIndex = start;
	for (let found = holder.exec(text); found !== null; found = holder.exec(text)) {
		holders.push({pid: Number(found[2]), fd: Number(found[3])});
		end = holder.lastIndex;
	}

	return {holders, rest: text.slice(end)};
};

/** The first one behind the holders: what follows may be the name of a control group, which anybody chooses. */
const inodeOf = (rest: string): string | null => {
	const inode = /(?:^| )ino:(\d{1,20})(?: |$)/.exec(rest.slice(0, 200))?.[1] ?? '0';
	return inode === '0' ? null : inode;
};

const toUnixRow = (kind: string, state: string, text: string): SsRow | null => {
	const ends = readEnds(text, unixEnds);
	if (ends === null) {
		return null;
	}

	const {local, localPort, remote, remotePort, rest} = ends;
	const nameOf = (name: string): string | null => (name === '*' ? null : printable(name, 512));
	return {
		socket: unixSocket({
			path: nameOf(local),
			unixType: unixTypes[kind] ?? null,
			state: unixState(state),
			id: localPort === '0' ? null : localPort,
			peer: remotePort === '0' ? null : {id: remotePort, path: nameOf(remote), pids: []},
		}),
		holders: readHolders(rest).holders,
	};
};

const toInternetRow = (kind: string, state: string, text: string): SsRow | null => {
	const ends = readEnds(text, internetEnds);
	if (ends === null) {
		return null;
	}

	const {holders, rest} = readHolders(ends.rest);
	const local = toEndpoint(ends.local, ends.localPort);
	// ss writes `*` for an IPv6 socket that takes IPv4, too
	const family = ends.local.startsWith('[') || ends.local.startsWith('*') ? ('ipv6' as const) : ('ipv4' as const);
	const common = {family, local, remote: toEndpoint(ends.remote, ends.remotePort), state, id: inodeOf(rest)};
	if (kind === 'tcp' || kind === 'udp') {
		return {socket: internetSocket({...common, protocol: kind}), holders};
	}

	const name = Object.hasOwn(otherKinds, kind) ? (otherKinds[kind] ?? null) : kind.toUpperCase();
	const plain = plainAddress(local.address);
	const near = plain === '*' ? null : {address: plain, port: null};
	const word = name === 'RAW' && local.port !== null ? `RAW ${local.port}` : name;
	return {socket: {...unknownSocket, kind: word, family, local: near, id: common.id}, holders};
};

/** A name may hold line breaks: what begins like no row goes on with the row before. */
const rowsOf = (text: string): readonly string[] => {
	const rows: string[][] = [];
	for (const line of text.split('\n')) {
		if (rowStart.test(line)) {
			rows.push([line]);
		} else {
			rows.at(-1)?.push(line);
		}
	}

	return rows.map(lines => lines.join('\n').trimEnd());
};

/**
Reads `ss -tuwxanpeH`, with or without a heading.

Behind the two ends stand `users:(("NAME",pid=1,fd=3),…)`, of processes that one may see, and details: of internet
sockets their inode. The `ino:` of a unix socket is that of its file, and no use here. Sockets that nobody holds have inode 0.

@source ss(8)
*/
export const parseSs = (text: string): readonly SsRow[] =>
	rowsOf(text).flatMap(row => {
		const [start = '', kind = '', state = ''] = rowStart.exec(row) ?? [];
		const rest = row.slice(start.length);
		const parsed = kind in unixTypes ? toUnixRow(kind, state, rest) : toInternetRow(kind, state, rest);
		return parsed === null ? [] : [parsed];
	});
