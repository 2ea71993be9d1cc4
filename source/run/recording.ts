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

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(item => typeof item === 'string');

/** What an answer of each kind must hold. */
const hasAnswer = {
	run: ({stdout, stderr}: Fields) => typeof stdout === 'string' && typeof stderr === 'string',
	read: ({text}: Fields) => typeof text === 'string',
	list: ({names}: Fields) => isTexts(names),
	link: ({target}: Fields) => typeof target === 'string' || target === null,
} as const;

const isQuestion = (kind: keyof typeof hasAnswer, value: unknown): boolean =>
	kind === 'run' ? isObject(value) && typeof value.file === 'string' && isTexts(value.args) : typeof value === 'string';

const isAnswer = (line: unknown): line is RecordedAnswer => {
	if (
		!isObject(line) ||
		typeof line.at !== 'number' ||
		!isObject(line.answer) ||
		!failures.has((line.answer.failure ?? null) as Failure | null)
	) {
		return false;
	}

	const {answer} = line;
	const kind = (['run', 'read', 'list', 'link'] as const).find(name => name in line);
	return kind !== undefined && isQuestion(kind, line[kind]) && hasAnswer[kind](answer);
};

const isHeader = (header: RecordingHeader): boolean =>
	Number.isInteger(header.version) &&
	Number.isFinite(header.startedAt) &&
	Number.isInteger(header.pid) &&
	['linux', 'darwin', 'generic'].includes(header.platform);

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

	if (!isHeader(header)) {
		return {error: {reason: 'damaged', line: 1}};
	}

	const answers: RecordedAnswer[] = [];
	for (let index = 1; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const value = line === '' ? undefined : parseJson(line);
		if (isAnswer(value)) {
			answers.push(value);
		} else if (line !== '' && index < lines.length - 1) {
			return {error: {reason: 'damaged', line: index + 1}};
		}
	}

	return {recording: {header, answers}};
};

/** Whether anything in it lists processes; one that was cut early may hold none. Elsewhere than on Linux and macOS none is recorded. */
export const holdsProcesses = ({header, answers}: Recording): boolean =>
	header.platform === 'generic' || answers.some(line => 'run' in line || ('list' in line && line.list === '/proc'));
