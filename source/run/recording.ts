import type {Failure} from '../model/snapshot.js';
import type {Answer, Command, FileAnswer, LinkAnswer, ListAnswer} from './runner.js';

export const recordingFormat = 'daemon-top-recording';
export const recordingVersion = 1;

export type RecordingHeader = {
	format: typeof recordingFormat;
	version: number;
	/** The program that wrote it, with its version. */
	tool: string;
	platform: 'linux' | 'darwin' | 'generic';
	/** Milliseconds since the epoch. */
	startedAt: number;
	/** The pid of the program that recorded. */
	pid: number;
	/** Its user. */
	uid: number | null;
	/** Its home folder, where property lists of its own stand. */
	home?: string;
};

/** One answer, as it came and before any cleaning, with the milliseconds since the start. */
export type RecordedAnswer =
	| {at: number; run: Pick<Command, 'file' | 'args'>; answer: Answer}
	| {at: number; read: string; encoding?: 'base64'; answer: FileAnswer}
	| {at: number; list: string; answer: ListAnswer}
	| {at: number; link: string; answer: LinkAnswer};

export type Recording = {header: RecordingHeader; answers: readonly RecordedAnswer[]};

/** Why a file is not a recording that can be opened. */
export type RecordingError = {reason: 'empty' | 'foreign' | 'newer' | 'damaged'; line: number};

export const serializeLine = (line: RecordingHeader | RecordedAnswer): string => `${JSON.stringify(line)}\n`;

const failures: ReadonlySet<Failure | null> = new Set<Failure | null>([
	null,
	'missing',
	'denied',
	'timeout',
	'too-big',
	'signal',
	'exit',
	'parse',
	'gone',
	'aborted',
]);

const isAnswer = (value: unknown): value is RecordedAnswer => {
	const line = value as {at?: unknown; answer?: {failure?: Failure | null}};
	const isKnown = 'run' in (value as object) || 'read' in (value as object) || 'list' in (value as object) || 'link' in (value as object);
	return typeof line.at === 'number' && isKnown && typeof line.answer === 'object' && failures.has(line.answer.failure ?? null);
};

const parseJson = (line: string): unknown => {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
};

/**
Reads a recording: a header line and one answer a line.

A last line that was cut (the recorder was killed) is left out; a broken line before it makes the file damaged.
*/
export const parseRecording = (text: string): {recording: Recording} | {error: RecordingError} => {
	const lines = text.split('\n');
	const header = parseJson(lines[0] ?? '') as RecordingHeader | undefined;
	if (lines[0] === '') {
		return {error: {reason: 'empty', line: 1}};
	}

	if (typeof header !== 'object' || header === null || header.format !== recordingFormat) {
		return {error: {reason: 'foreign', line: 1}};
	}

	if (header.version > recordingVersion) {
		return {error: {reason: 'newer', line: 1}};
	}

	const answers: RecordedAnswer[] = [];
	for (let index = 1; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const value = line === '' ? undefined : parseJson(line);
		if (typeof value === 'object' && value !== null && isAnswer(value)) {
			answers.push(value);
		} else if (line !== '' && index < lines.length - 1) {
			return {error: {reason: 'damaged', line: index + 1}};
		}
	}

	return {recording: {header, answers}};
};
