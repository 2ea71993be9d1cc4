import {Buffer} from 'node:buffer';
import {printable} from './printable.js';

/** A socket that a process holds. */
export type LsofSocket = {
	pid: number;
	/** `null` where lsof names no number. */
	fd: number | null;
	command: string | null;
	uid: number | null;
	family: 'ipv4' | 'ipv6' | 'unix';
	protocol: 'tcp' | 'udp' | null;
	/** Without the brackets of IPv6; `*`: any. `null` for unix sockets. */
	localAddress: string | null;
	/** `null`: none, or a name instead of a number (lsof without `-P`). */
	localPort: number | null;
	remoteAddress: string | null;
	remotePort: number | null;
	/** LISTEN, ESTABLISHED …; UDP has none. */
	state: string | null;
	/** Of a unix socket with a name; `@` begins an abstract one. */
	path: string | null;
	/** Kernel address of a socket on macOS: the same in all processes that share it. */
	device: string | null;
};

/** The fields of the open process and its open file, by letter; `TST` for the state of a connection. */
type Fields = Map<string, string>;

/** lsof writes bytes that are not plain as `\xec`, on macOS blanks, too. */
const decode = (text: string): string =>
	text.replace(/(?:\\x[\da-fA-F]{2})+/g, bytes => Buffer.from(bytes.replaceAll('\\x', ''), 'hex').toString('utf8'));

const clean = (text: string | undefined, maxCharacters = 1024): string | null =>
	text === undefined || text === '' ? null : printable(decode(text), maxCharacters);

/** `[::1]:631`, `*:5353`, `127.0.0.1:80`: the port stands behind the last colon. */
const endpoint = (text: string | undefined): {address: string | null; port: number | null} => {
	if (text === undefined) {
		return {address: null, port: null};
	}

	const colon = text.lastIndexOf(':');
	const port = colon === -1 ? '' : text.slice(colon + 1);
	const address = colon === -1 ? text : text.slice(0, colon);
	return {
		address: clean(address.replace(/^\[(.*)\]$/s, '$1'), 256),
		port: /^\d{1,5}$/.test(port) && Number(port) <= 0xffff ? Number(port) : null,
	};
};

const families: Readonly<Record<string, LsofSocket['family']>> = {IPv4: 'ipv4', IPv6: 'ipv6', unix: 'unix'};
const protocols: Readonly<Record<string, LsofSocket['protocol']>> = {TCP: 'tcp', UDP: 'udp'};

const lookUp = <Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | null =>
	key !== undefined && Object.hasOwn(table, key) ? (table[key] ?? null) : null;

/** Linux adds the type behind the name, macOS the peer instead of one. */
const unixPath = (name: string): string | null => {
	const path = name.replace(/(?:^| )type=[A-Z]+(?: .*)?$/s, '');
	return path.startsWith('->') ? null : clean(path);
};

/** The type, or where it was not asked for what the address shows; `null`: no socket. */
const familyOf = (file: Fields): LsofSocket['family'] | null => {
	if (file.has('t')) {
		return lookUp(families, file.get('t'));
	}

	const isInternet = file.has('TST') || lookUp(protocols, file.get('P')) !== null;
	return isInternet ? (file.get('n')?.startsWith('[') ? 'ipv6' : 'ipv4') : null;
};

const toSocket = (process: Fields, file: Fields): LsofSocket | null => {
	const family = familyOf(file);
	const pid = process.get('p') ?? '';
	if (family === null || !/^\d{1,10}$/.test(pid)) {
		return null;
	}

	const isUnix = family === 'unix';
	const [, name = '', listed] = /^(.*?)(?: \(([A-Z_\d]+)\))?$/s.exec(file.get('n') ?? '') ?? [];
	const [local, remote] = isUnix ? [] : name.split('->', 2);
	const uid = process.get('u') ?? '';
	const fd = file.get('f') ?? '';
	return {
		pid: Number(pid),
		fd: /^\d{1,9}$/.test(fd) ? Number(fd) : null,
		command: clean(process.get('c'), 256),
		// uid_t has 32 bits: nobody of macOS is -2, here 4294967294
		uid: /^-?\d{1,10}$/.test(uid) ? Number(uid) | 0 : null,
		family,
		// only TCP has a state
		protocol: lookUp(protocols, file.get('P')) ?? (!isUnix && file.has('TST') ? 'tcp' : null),
		localAddress: endpoint(local).address,
		localPort: endpoint(local).port,
		remoteAddress: endpoint(remote).address,
		remotePort: endpoint(remote).port,
		state: clean(file.get('TST') ?? listed, 32),
		path: isUnix ? unixPath(name) : null,
		device: clean(file.get('d'), 64),
	};
};

/**
Reads `lsof -F`, with fields that end with a line break or, with `-F0`, with NUL. Sockets only; other files are left out.

A file is whole when the next one begins: in which order its fields come, the versions disagree about.

@source lsof(8), "Output for other programs"
*/
export const parseLsofFields = (text: string): readonly LsofSocket[] => {
	const sockets: LsofSocket[] = [];
	let process: Fields = new Map();
	let file: Fields | null = null;
	const finish = (): void => {
		const socket = file && toSocket(process, file);
		if (socket) {
			sockets.push(socket);
		}

		file = null;
	};

	for (const part of text.split(text.includes('\0') ? '\0' : '\n')) {
		const field = part.replace(/^\n/, '');
		const letter = field.slice(0, 1);
		if (letter === 'p') {
			finish();
			process = new Map();
		} else if (letter === 'f') {
			finish();
			file = new Map();
		}

		const target: Fields = file ?? process;
		const key = letter === 'T' ? field.slice(0, 3) : letter;
		target.set(key, field.slice(letter === 'T' ? 4 : 1));
	}

	finish();
	return sockets;
};
