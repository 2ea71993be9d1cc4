import {printable} from './printable.js';

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

const littleEndianBytes = (hexadecimal: string): number[] => {
	const bytes: number[] = [];
	for (let word = 0; word < hexadecimal.length; word += 8) {
		for (let byte = 6; byte >= 0; byte -= 2) {
			bytes.push(Number.parseInt(hexadecimal.slice(word + byte, word + byte + 2), 16));
		}
	}

	return bytes;
};

const longestZeroRun = (groups: readonly string[]): {start: number; length: number} => {
	let best = {start: 0, length: 0};
	let start = 0;
	for (let index = 0; index <= groups.length; index++) {
		if (groups[index] !== '0') {
			best = index - start > best.length ? {start, length: index - start} : best;
			start = index + 1;
		}
	}

	return best;
};

/** The longest run of zero groups becomes `::`, as RFC 5952 asks. */
const formatIpv6 = (bytes: readonly number[]): string => {
	const groups: string[] = [];
	for (let index = 0; index < 16; index += 2) {
		groups.push((((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0)).toString(16));
	}

	const isMapped = groups.slice(0, 5).every(group => group === '0') && groups[5] === 'ffff';
	if (isMapped) {
		return `::ffff:${bytes.slice(12).join('.')}`;
	}

	const {start, length} = longestZeroRun(groups);
	if (length < 2) {
		return groups.join(':');
	}

	return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
};

const formatAddress = (hexadecimal: string): string => {
	const bytes = littleEndianBytes(hexadecimal);
	return bytes.length === 4 ? bytes.join('.') : formatIpv6(bytes);
};

/**
Listening TCP and unconnected UDP sockets of one of `/proc/net/{tcp,tcp6,udp,udp6}`.

@source proc_pid_net(5)
*/
export const parseProcNet = (text: string, protocol: 'tcp' | 'udp'): readonly NetSocket[] => {
	const wanted = protocol === 'tcp' ? tcpListen : udpUnconnected;
	const sockets: NetSocket[] = [];
	for (const line of text.split('\n')) {
		const found =
			/^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) \S+ \S+ \S+\s+(\d+)\s+\d+\s+(\d+)/.exec(line);
		if (found?.[1] && found[2] && found[3] === wanted) {
			sockets.push({
				inode: found[5] ?? '',
				uid: Number(found[4]),
				protocol,
				family: found[1].length === 8 ? 'ipv4' : 'ipv6',
				address: formatAddress(found[1]),
				port: Number.parseInt(found[2], 16),
			});
		}
	}

	return sockets;
};

/** `__SO_ACCEPTCON`: the socket listens. */
const acceptsConnections = 0x10000;

/**
Listening unix sockets with a name, from `/proc/net/unix`: inode and path (`@` for abstract ones).

@source proc_pid_net(5), "/proc/net/unix"
*/
export const parseProcNetUnix = (text: string): ReadonlyMap<string, string> => {
	const paths = new Map<string, string>();
	for (const line of text.split('\n')) {
		const found = /^[0-9a-f]+: [0-9A-F]{8} [0-9A-F]{8} ([0-9A-F]{8}) [0-9A-F]{4} [0-9A-F]{2}\s+(\d+) (.+)$/is.exec(line);
		if (found?.[2] && found[3] && (Number.parseInt(found[1] ?? '0', 16) & acceptsConnections) !== 0) {
			paths.set(found[2], printable(found[3]));
		}
	}

	return paths;
};
