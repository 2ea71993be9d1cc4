import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const maxBytes = 64 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

/**
Where the configuration file stands; `null`: the environment names no folder. Relative paths are ignored, as the
specification asks.

@source XDG Base Directory Specification, "Environment variables"
*/
export const configFilePath = ({XDG_CONFIG_HOME: config, HOME: home}: Environment): string | null => {
	const folder = config && path.isAbsolute(config) ? config : home && path.isAbsolute(home) ? path.join(home, '.config') : null;
	return folder === null ? null : path.join(folder, 'daemon-top/config.json');
};

/** Why a file that is there is not read. `foreign`, `writable` and `link` stop root alone. */
type ConfigFailure = 'denied' | 'no-file' | 'too-big' | 'foreign' | 'writable' | 'link' | 'unreadable';

export type ReadConfig = {text: string} | {missing: true} | {failure: ConfigFailure};

/** Who reads, and who may have written what root reads: root, and the person who typed sudo. */
export type ConfigReader = {isRoot: boolean; owners: readonly number[]};

export const currentReader = (environment: Environment): ConfigReader => {
	const sudoUid = /^\d{1,10}$/.test(environment.SUDO_UID ?? '') ? [Number(environment.SUDO_UID)] : [];
	return {isRoot: process.geteuid?.() === 0, owners: [0, ...sudoUid]};
};

const groupOrOthersWrite = 0o022;

const failureOf = (status: fs.Stats, {isRoot, owners}: ConfigReader): ConfigFailure | null => {
	if (!status.isFile()) {
		return 'no-file';
	}

	if (isRoot && !owners.includes(status.uid)) {
		return 'foreign';
	}

	if (isRoot && (status.mode & groupOrOthersWrite) !== 0) {
		return 'writable';
	}

	return status.size > maxBytes ? 'too-big' : null;
};

const readOpen = (descriptor: number, reader: ConfigReader): ReadConfig => {
	const failure = failureOf(fs.fstatSync(descriptor), reader);
	if (failure !== null) {
		return {failure};
	}

	const buffer = Buffer.alloc(maxBytes + 1);
	let length = 0;
	let count = 0;
	do {
		count = fs.readSync(descriptor, buffer, length, buffer.length - length, null);
		length += count;
	} while (count > 0 && length < buffer.length);

	return length > maxBytes ? {failure: 'too-big'} : {text: buffer.toString('utf8', 0, length)};
};

const failures: Readonly<Record<string, ConfigFailure>> = {
	EACCES: 'denied',
	EPERM: 'denied',
	ELOOP: 'link',
	ENXIO: 'no-file',
	EISDIR: 'no-file',
};

/**
Reads a configuration file: a regular one of at most 64 KiB, looked at after it was opened, so that nothing can be put in
its place meanwhile. For root, it must belong to root or to the person behind sudo, nobody else may write it, and it is
no link. Never waits, as opening a pipe would; never throws.
*/
export const readConfigFile = (file: string, reader: ConfigReader): ReadConfig => {
	try {
		const links = reader.isRoot ? fs.constants.O_NOFOLLOW : 0;
		const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK | links);
		try {
			return readOpen(descriptor, reader);
		} finally {
			fs.closeSync(descriptor);
		}
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? '';
		return code === 'ENOENT' || code === 'ENOTDIR' ? {missing: true} : {failure: failures[code] ?? 'unreadable'};
	}
};

/** Something stands at this path that this user may see. */
export const isThere = (file: string): boolean => fs.existsSync(file);
