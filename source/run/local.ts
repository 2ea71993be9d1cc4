import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import process from 'node:process';
import type {Options, Result} from 'execa';
import type {Failure} from '../model/snapshot.js';
import {createNewest} from './newest.js';
import {
	type Answer,
	type Command,
	defaultMaxBytes,
	defaultMaxFileBytes,
	defaultTimeoutMs,
	type FileAnswer,
	type FileEncoding,
	type Runner,
} from './runner.js';
import {mayRun, trustedPath} from './trusted-path.js';

/**
Commands run with C's dates and numbers but with UTF-8 characters: `LC_ALL=C` would turn Hangul arguments into `?`.
An empty TZ would be local time; UTC makes recordings comparable.
*/
const environment = {
	LANG: 'C',
	LC_ALL: undefined,
	LC_CTYPE: 'C.UTF-8',
	LANGUAGE: undefined,
	TZ: 'UTC',
	SYSTEMD_COLORS: '0',
	SYSTEMD_PAGER: '',
};

const failureByCode: Readonly<Record<string, Failure>> = {
	ENOENT: 'missing',
	ENOTDIR: 'missing',
	EACCES: 'denied',
	EPERM: 'denied',
	ESRCH: 'gone',
};

const failureOf = (error: unknown): Failure => failureByCode[(error as NodeJS.ErrnoException).code ?? ''] ?? 'exit';

/** What a command that goes on may complain. */
const maxFollowErrorBytes = 64 * 1024;

/** Files are read into one buffer that grows to the largest of them: a new one for each makes the collector of garbage run each time. */
let buffer: Buffer = Buffer.allocUnsafe(defaultMaxFileBytes + 1);
const maxKeptBytes = 1024 * 1024;

/** The last character may be cut in the middle of its bytes: leave it out instead of showing a replacement. */
const endOfWholeCharacters = (bytes: Buffer, end: number): number => {
	for (let back = 1; back <= 3 && back <= end; back++) {
		const byte = bytes[end - back] ?? 0;
		if ((byte & 0xc0) !== 0x80) {
			const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
			return length > back ? end - back : end;
		}
	}

	return end;
};

const grown = (target: Buffer, limit: number): Buffer => {
	const larger = Buffer.allocUnsafeSlow(Math.min(limit, target.length * 4));
	target.copy(larger);
	if (larger.length <= maxKeptBytes) {
		buffer = larger;
	}

	return larger;
};

/** At most `limit` bytes of a file, at the beginning of a buffer that is filled anew by the next call. */
const readBytes = (descriptor: number, limit: number): {bytes: Buffer; length: number} => {
	let target = buffer;
	let length = 0;
	while (length < limit) {
		if (length === target.length) {
			target = grown(target, limit);
		}

		const read = fs.readSync(descriptor, target, length, Math.min(limit, target.length) - length, null);
		if (read === 0) {
			break;
		}

		length += read;
	}

	return {bytes: target, length};
};

const readFile = (path: string, maxBytes: number, encoding: FileEncoding): FileAnswer => {
	let descriptor: number;
	try {
		// a FIFO in the place of a configuration file must not block
		descriptor = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
	} catch (error) {
		return {text: '', isCut: false, failure: failureOf(error)};
	}

	try {
		const {bytes, length} = readBytes(descriptor, maxBytes + 1);
		const isCut = length > maxBytes;
		const end = isCut ? (encoding === 'utf8' ? endOfWholeCharacters(bytes, maxBytes) : maxBytes) : length;
		return {text: bytes.toString(encoding, 0, end), isCut, failure: null};
	} catch (error) {
		return {text: '', isCut: false, failure: failureOf(error)};
	} finally {
		fs.closeSync(descriptor);
	}
};

const answerFailure = (result: Result): Failure | null => {
	if (!result.failed) {
		return null;
	}

	if (result.timedOut) {
		return 'timeout';
	}

	if (result.isCanceled) {
		return 'aborted';
	}

	if (result.isMaxBuffer) {
		return 'too-big';
	}

	if (result.exitCode !== undefined) {
		return 'exit';
	}

	return result.isTerminated ? 'signal' : (failureByCode[result.code ?? ''] ?? 'missing');
};

const noAnswer = (failure: Failure): Answer => ({stdout: '', stderr: '', exitCode: null, failure, durationMs: 0});

type Child = {stdout: NodeJS.ReadableStream | null} & Promise<Result>;

type Execa = (file: string, args: readonly string[], options: never) => unknown;

const startChild = (execa: Execa, {file, args}: Command, options: Options): Child =>
	execa(file, args, {
		stdin: 'ignore',
		env: {...environment, PATH: trustedPath(process.env.PATH)},
		cwd: '/',
		reject: false,
		// without it a child of a hung tool would hold the answer back past the deadline
		killDescendants: true,
		forceKillAfterDelay: 200,
		stripFinalNewline: false,
		...options,
	} as never) as Child;

/** Why a command is not even started. */
const refusal = ({file, args}: Command, signal?: AbortSignal): Failure | null => {
	if (signal?.aborted) {
		return 'aborted';
	}

	// no program can be given an argument that holds the end of one
	if ([file, ...args].some(argument => argument.includes('\0'))) {
		return 'missing';
	}

	return mayRun(file) ? null : fs.existsSync(file) ? 'denied' : 'missing';
};

const runCommand = async (command: Command, signal?: AbortSignal): Promise<Answer> => {
	const refused = refusal(command, signal);
	if (refused !== null) {
		return noAnswer(refused);
	}

	// loaded when the first command runs: most one-shot runs need none
	const {execa} = await import('execa');
	const maxBytes = command.maxBytes ?? defaultMaxBytes;
	const newest = command.keep === 'end' ? createNewest(maxBytes) : null;
	const child = startChild(execa, command, {
		timeout: command.timeoutMs ?? defaultTimeoutMs,
		maxBuffer: maxBytes,
		...(newest && {buffer: {stdout: false, stderr: true}}),
		...(signal && {cancelSignal: signal}),
	});
	if (newest) {
		child.stdout?.setEncoding('utf8').on('data', newest.add);
	}

	const result = await child;
	return {
		stdout: newest ? newest.text() : String(result.stdout ?? ''),
		stderr: String(result.stderr ?? ''),
		exitCode: result.exitCode ?? null,
		failure: answerFailure(result),
		durationMs: result.durationMs,
	};
};

const followCommand = async (command: Command, onText: (text: string) => void, signal: AbortSignal): Promise<Answer> => {
	const refused = refusal(command, signal);
	if (refused !== null) {
		return noAnswer(refused);
	}

	const {execa} = await import('execa');
	const child = startChild(execa, command, {
		buffer: {stdout: false, stderr: true},
		maxBuffer: maxFollowErrorBytes,
		cancelSignal: signal,
	});
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		if (!signal.aborted) {
			onText(text);
		}
	});
	const result = await child;
	return {
		stdout: '',
		stderr: String(result.stderr ?? ''),
		exitCode: result.exitCode ?? null,
		failure: answerFailure(result),
		durationMs: result.durationMs,
	};
};

/** The runner that asks this machine. */
export const localRunner: Runner = {
	run: runCommand,
	follow: followCommand,
	read: (path, maxBytes = defaultMaxFileBytes, encoding = 'utf8') => readFile(path, maxBytes, encoding),
	list(path) {
		try {
			return {names: fs.readdirSync(path), failure: null};
		} catch (error) {
			return {names: [], failure: failureOf(error)};
		}
	},
	link(path) {
		try {
			return {target: fs.readlinkSync(path), failure: null};
		} catch (error) {
			return {target: null, failure: failureOf(error)};
		}
	},
};
