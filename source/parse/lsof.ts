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

/** The fields of a process or of an open file, by letter; `TST` for the state of a connection. */
type Fields = ReadonlyMap<string, string>;

/** An open file and the process that has it open. */
export type LsofFile = {process: Fields; file: Fields};

/** lsof writes bytes that are not plain as `\xec`, on macOS blanks, too, and doubles a backslash. */
const decode = (text: string): string =>
	text.replace(/\\\\|(?:\\x[\da-fA-F]{2})+/g, escaped =>
		escaped === '\\\\' ? '\\' : Buffer.from(escaped.replaceAll('\\x', ''), 'hex').toString('utf8'),
	);

/** The value of a field, safe to show; `null`: there is none. */
export const cleanField = (text: string | undefined, maxCharacters = 1024): string | null =>
	text === undefined || text === '' ? null : printable(decode(text), maxCharacters);

/** `[::1]:631`, `*:5353`, `127.0.0.1:80`: the port stands behind the last colon. */
export const lsofEndpoint = (text: string | undefined): {address: string | null; port: number | null} => {
	if (text === undefined) {
		return {address: null, port: null};
	}

	const colon = text.lastIndexOf(':');
	const port = colon === -1 ? '' : text.slice(colon + 1);
	const address = colon === -1 ? text : text.slice(0, colon);
	return {
		address: cleanField(address.replace(/^\[(.*)\]$/s, '$1'), 256),
		port: /^\d{1,5}$/.test(port) && Number(port) <= 0xffff ? Number(port) : null,
	};
};

const families: Readonly<Record<string, LsofSocket['family']>> = {IPv4: 'ipv4', IPv6: 'ipv6', unix: 'unix'};
const protocols: Readonly<Record<string, LsofSocket['protocol']>> = {TCP: 'tcp', UDP: 'udp'};

const lookUp = <Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | null =>
	key !== undefined && Object.hasOwn(table, key) ? (table[key] ?? null) : null;

/** Linux adds the type behind the name, macOS the peer instead of one. */
export const unixPath = (name: string): string | null => {
	const path = name.replace(/(?:^| )type=[A-Z]+(?: .*)?$/s, '');
	return path.startsWith('->') ? null : cleanField(path);
};

/** The type, or where it was not asked for what the address shows; `null`: no socket. */
const familyOf = (file: Fields): LsofSocket['family'] | null => {
	if (file.has('t')) {
		return lookUp(families, file.get('t'));
	}

	const isInternet = file.has('TST') || lookUp(protocols, file.get('P')) !== null;
	return isInternet ? (file.get('n')?.startsWith('[') ? 'ipv6' : 'ipv4') : null;
};

/** Older ones and those not asked for `T` have the state behind the name: `*:80 (LISTEN)`. */
export const splitName = (file: Fields): {name: string; state: string | undefined} => {
	const [, name = '', listed] = /^(.*?)(?: \(([A-Z_\d]+)\))?$/s.exec(file.get('n') ?? '') ?? [];
	return {name, state: file.get('TST') ?? listed};
};

const maxDescriptorDigits = 9;

/** `null`: no number, such as `cwd`. */
export const descriptorOf = (file: Fields): number | null => {
	const fd = file.get('f') ?? '';
	return /^\d+$/.test(fd) && fd.length <= maxDescriptorDigits ? Number(fd) : null;
};

const toSocket = ({process, file}: LsofFile): LsofSocket | null => {
	const family = familyOf(file);
	const pid = process.get('p') ?? '';
	if (family === null || !/^\d{1,10}$/.test(pid)) {
		return null;
	}

	const isUnix = family === 'unix';
	const {name, state} = splitName(file);
	const [local, remote] = isUnix ? [] : name.split('->', 2);
	const uid = process.get('u') ?? '';
	return {
		pid: Number(pid),
		fd: descriptorOf(file),
		command: cleanField(process.get('c'), 256),
		// uid_t has 32 bits: nobody of macOS is -2, here 4294967294
		uid: /^-?\d{1,10}$/.test(uid) ? Number(uid) | 0 : null,
		family,
		// only TCP has a state
		protocol: lookUp(protocols, file.get('P')) ?? (!isUnix && file.has('TST') ? 'tcp' : null),
		localAddress: lsofEndpoint(local).address,
		localPort: lsofEndpoint(local).port,
		remoteAddress: lsofEndpoint(remote).address,
		remotePort: lsofEndpoint(remote).port,
		state: cleanField(state, 32),
		path: isUnix ? unixPath(name) : null,
		device: cleanField(file.get('d'), 64),
	};
};

/**
Reads `lsof -F`, with fields that end with a line break or, with `-F0`, with NUL.

A file is whole when the next one begins: in which order its fields come, the versions disagree about. Files before any
process are handed on with a process that has no fields.

@source lsof(8), "Output for other programs"
*/
export const readLsofFiles = (text: string): readonly LsofFile[] => {
	const files: LsofFile[] = [];
	let process = new Map<string, string>();
	let target = process;
	for (const part of text.split(text.includes('\0') ? '\0' : '\n')) {
		// the line break that ends a set stands before the field that opens the next
		const field = part.replace(/^\n/, '');
		const letter = field.slice(0, 1);
		if (letter === 'p') {
			process = new Map();
			target = process;
		} else if (letter === 'f') {
			target = new Map();
			files.push({process, file: target});
		}

		target.set(letter === 'T' ? field.slice(0, 3) : letter, field.slice(letter === 'T' ? 4 : 1));
	}

	return files;
};

/** The sockets in what `lsof -F` printed, of all processes. Other files are left out. */
export const parseLsofFields = (text: string): readonly LsofSocket[] =>
	readLsofFiles(text)
		.map(toSocket)
		.filter(socket => socket !== null);
