import type {HeldSocket, UnixType} from '../model/socket.js';
import {internetSocket, unixSocket, unixState, unknownSocket} from './held-socket.js';
import {cleanField, descriptorOf, type LsofFile, lsofEndpoint, readLsofFiles, splitName, unixPath} from './lsof.js';
import {netEndpoint} from './proc-net.js';

type File = LsofFile['file'];

/** The sockets of one process in what `lsof -F` printed of it. */
type LsofProcess = {
	/** lsof knows the process. */
	isListed: boolean;
	/** Its descriptors may not be read: no socket means nothing. */
	isDenied: boolean;
	sockets: readonly HeldSocket[];
};

const endpointOf = (text: string | undefined) => {
	const {address, port} = lsofEndpoint(text);
	return address === null ? null : {address, port: port === 0 ? null : port};
};

/** Linux gives the inode as the device of internet sockets, and as `i` of all others; macOS an address as the device. */
const idOf = (file: File): string | null => cleanField(file.get('i') ?? file.get('d'), 64);

const toInternet = (file: File, family: 'ipv4' | 'ipv6'): HeldSocket => {
	const {name, state = null} = splitName(file);
	const [local, remote] = name.split('->', 2);
	const protocol = file.get('P');
	const common = {family, local: endpointOf(local), remote: endpointOf(remote), state, id: idOf(file), fd: descriptorOf(file)};
	if (protocol === 'TCP' || protocol === 'UDP') {
		return internetSocket({...common, protocol: protocol === 'TCP' ? 'tcp' : 'udp'});
	}

	const {local: near, remote: far} = internetSocket({...common, protocol: 'udp'});
	return {...unknownSocket, kind: cleanField(protocol, 32), family, local: near, remote: far, id: common.id, fd: common.fd};
};

const unixTypes: Readonly<Record<string, UnixType>> = {STREAM: 'stream', DGRAM: 'dgram', SEQPACKET: 'seqpacket'};

const toUnix = (file: File): HeldSocket => {
	const {name, state = null} = splitName(file);
	const type = /(?:^| )type=([A-Z]{1,12})(?: |$)/.exec(name)?.[1] ?? '';
	const peer = /^->(0x[\da-f]{1,16})$/i.exec(name)?.[1];
	return unixSocket({
		path: unixPath(name),
		unixType: Object.hasOwn(unixTypes, type) ? (unixTypes[type] ?? null) : null,
		// macOS tells no state, but only what is connected has a peer
		state: unixState(state) ?? (peer === undefined ? null : 'CONNECTED'),
		id: idOf(file),
		peer: peer === undefined ? null : {id: peer, path: null, pids: []},
		fd: descriptorOf(file),
	});
};

/** `00000000:0001->…`: the "port" is the number of the protocol that is read. */
const rawKind = (name: string): string => {
	const found = /^((?:[\dA-F]{8}|[\dA-F]{32}):[\dA-F]{4})->/.exec(name)?.[1];
	return found === undefined ? 'RAW' : `RAW ${netEndpoint(found).port}`;
};

/** Sockets that lsof has a type of their own for: how they are called here, from their name. */
const otherKinds: Readonly<Record<string, (name: string) => string | null>> = {
	sock: name => cleanField(/^protocol: (\S{1,32})/.exec(name)?.[1]),
	netlink: name => cleanField(`NETLINK ${name}`.trimEnd(), 48),
	pack: () => 'PACKET',
	raw: rawKind,
	raw6: rawKind,
	systm: name => cleanField(`SYSTEM ${/^\[ctl (\S{1,80})/.exec(name)?.[1] ?? ''}`.trimEnd(), 96),
	ndrv: () => 'NDRV',
	key: () => 'KEY',
	rte: () => 'ROUTE',
};

const families: Readonly<Record<string, 'ipv4' | 'ipv6'>> = {IPv4: 'ipv4', IPv6: 'ipv6'};

const toHeld = (file: File): HeldSocket | null => {
	const type = file.get('t') ?? '';
	const family = Object.hasOwn(families, type) ? families[type] : undefined;
	if (family !== undefined) {
		return toInternet(file, family);
	}

	if (type === 'unix') {
		return toUnix(file);
	}

	return Object.hasOwn(otherKinds, type)
		? {...unknownSocket, kind: otherKinds[type]?.(file.get('n') ?? '') ?? null, id: idOf(file), fd: descriptorOf(file)}
		: null;
};

/**
The sockets of one process in the output of `lsof -F0pcuftPnTid`.

A descriptor folder that may not be opened is a file `NOFD`. Another program of the same name, such as busybox's, prints
no `p` field: then the process is not listed.

@source lsof(8), "Output for other programs"
*/
export const parseLsofProcess = (text: string, pid: number): LsofProcess => {
	const files = readLsofFiles(text)
		.filter(({process}) => process.get('p') === String(pid))
		.map(({file}) => file);
	return {
		isListed: files.length > 0,
		isDenied: files.some(file => file.get('f') === 'NOFD'),
		sockets: files.map(toHeld).filter(socket => socket !== null),
	};
};
