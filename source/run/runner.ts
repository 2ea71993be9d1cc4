import type {Failure} from '../model/snapshot.js';

/** What to run: a program and its arguments, never a shell string. */
export type Command = {
	file: string;
	args: readonly string[];
	timeoutMs?: number;
	maxBytes?: number;
	/** `end`: of what is more than `maxBytes` the last part is kept, and that is no failure, as of logs that are read from their end. */
	keep?: 'end';
};

/** How a command went. */
export type Answer = {
	stdout: string;
	stderr: string;
	/** `null`: it did not get that far. */
	exitCode: number | null;
	failure: Failure | null;
	durationMs: number;
};

/** How a file's bytes become text: UTF-8 with bad bytes as U+FFFD, or base64 for files that are no text. */
export type FileEncoding = 'utf8' | 'base64';

/** The first `maxBytes` bytes of a file. */
export type FileAnswer = {text: string; isCut: boolean; failure: Failure | null};

export type ListAnswer = {names: readonly string[]; failure: Failure | null};

export type LinkAnswer = {target: string | null; failure: Failure | null};

/**
The only door to the operating system. Nothing here throws or rejects: whatever goes wrong is in the answer.

Files are read synchronously: they are procfs entries and small configuration files, and one synchronous read costs a
tenth of an asynchronous one.
*/
export type Runner = {
	run(command: Command, signal?: AbortSignal): Promise<Answer>;
	/**
	Runs a command that goes on by itself, such as `journalctl --follow`, and hands over pieces of its output as they come,
	cut anywhere. Resolves when it ends or the signal aborts; `stdout` of the answer is empty. It has no deadline.
	*/
	follow(command: Command, onText: (text: string) => void, signal: AbortSignal): Promise<Answer>;
	read(path: string, maxBytes?: number, encoding?: FileEncoding): FileAnswer;
	list(path: string): ListAnswer;
	link(path: string): LinkAnswer;
};

export const defaultTimeoutMs = 3000;
export const defaultMaxBytes = 16 * 1024 * 1024;
export const defaultMaxFileBytes = 64 * 1024;
