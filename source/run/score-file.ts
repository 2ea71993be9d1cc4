import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {type Kind, kinds} from '../model/evidence.js';
import {emptyScore, type KindScore, type QuizScore} from '../model/quiz.js';

const maxBytes = 64 * 1024;
const maxCount = 1e9;

type Environment = Readonly<Record<string, string | undefined>>;

/**
Where the score of the quiz is kept; `null`: the environment names no folder. Relative paths are ignored, as the
specification asks.

@source XDG Base Directory Specification, "Environment variables"
*/
export const scorePath = ({XDG_STATE_HOME: state, HOME: home}: Environment): string | null => {
	const folder = state && path.isAbsolute(state) ? state : home && path.isAbsolute(home) ? path.join(home, '.local/state') : null;
	return folder === null ? null : path.join(folder, 'daemon-top/quiz.json');
};

const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxCount;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const readKinds = (value: unknown): QuizScore['byKind'] | null => {
	if (!isRecord(value)) {
		return null;
	}

	const byKind: Partial<Record<Kind, KindScore>> = {};
	for (const kind of kinds) {
		const found = value[kind];
		if (found === undefined) {
			continue;
		}

		if (!isRecord(found) || !isCount(found.asked) || !isCount(found.right) || found.right > found.asked) {
			return null;
		}

		byKind[kind] = {asked: found.asked, right: found.right};
	}

	return byKind;
};

const counts = ['played', 'asked', 'right', 'points', 'bestPoints', 'bestStreak'] as const;

/** `null`: this is no score that we wrote. */
const parseScore = (text: string): QuizScore | null => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}

	if (!isRecord(value) || value.version !== 1) {
		return null;
	}

	const numbers = counts.map(name => [name, value[name]] as const);
	const byKind = readKinds(value.byKind);
	const {lastPlayedAt} = value;
	const isWhole = numbers.every(([, count]) => isCount(count)) && byKind !== null && Number(value.right) <= Number(value.asked);
	const isTime = lastPlayedAt === null || (typeof lastPlayedAt === 'number' && Number.isFinite(lastPlayedAt));
	return isWhole && isTime
		? {...emptyScore, ...(Object.fromEntries(numbers) as Record<(typeof counts)[number], number>), byKind, lastPlayedAt}
		: null;
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'EIO';

/** At most `maxBytes` of a regular file; `null`: there is more in it. Never waits, as opening a pipe would. */
const readRegular = (file: string): string | null => {
	const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
	try {
		if (!fs.fstatSync(descriptor).isFile()) {
			throw Object.assign(new Error(), {code: 'EINVAL'});
		}

		const buffer = Buffer.alloc(maxBytes + 1);
		const length = fs.readSync(descriptor, buffer, 0, buffer.length, 0);
		return length > maxBytes ? null : buffer.toString('utf8', 0, length);
	} finally {
		fs.closeSync(descriptor);
	}
};

/** A score, with where a damaged file was put; or why it cannot be read, and then nothing may be written over it. */
type ReadScore = {score: QuizScore; damaged: string | null} | {failure: string};

const setAside = (file: string, now: number): ReadScore => {
	const damaged = `${file}.damaged-${now}`;
	try {
		fs.renameSync(file, damaged);
		return {score: emptyScore, damaged};
	} catch (error) {
		return {failure: codeOf(error)};
	}
};

/**
Reads the score. A file that is not there is an empty score; one that holds something else is renamed to
`quiz.json.damaged-<now>`. `failure`: the system's name of the error. Never throws.
*/
export const readScore = (file: string, now: number): ReadScore => {
	try {
		const text = readRegular(file);
		const score = text === null ? null : parseScore(text);
		return score === null ? setAside(file, now) : {score, damaged: null};
	} catch (error) {
		const code = codeOf(error);
		return code === 'ENOENT' ? {score: emptyScore, damaged: null} : {failure: code};
	}
};

const newFileFlags = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

const writeWhole = (file: string, text: string): void => {
	const descriptor = fs.openSync(file, newFileFlags, 0o600);
	try {
		fs.writeFileSync(descriptor, text);
		fs.fsyncSync(descriptor);
	} finally {
		fs.closeSync(descriptor);
	}
};

/** A link in place of the file or its folder leads somewhere that is not ours to write. */
const isLink = (file: string): boolean => fs.lstatSync(file, {throwIfNoEntry: false})?.isSymbolicLink() ?? false;

const replace = (file: string, text: string): void => {
	const fresh = `${file}.${process.pid}.new`;
	// left over from a process of this number that was killed
	fs.rmSync(fresh, {force: true});
	try {
		writeWhole(fresh, text);
		fs.renameSync(fresh, file);
	} catch (error) {
		fs.rmSync(fresh, {force: true});
		throw error;
	}
};

/**
Keeps the score: in a new file that only its owner can read, put in the old one's place at once. Links are not followed.
`failure`: the system's name of the error; `null`: it is kept. Never throws.
*/
export const writeScore = (file: string, score: QuizScore): {failure: string | null} => {
	try {
		const folder = path.dirname(file);
		fs.mkdirSync(folder, {recursive: true, mode: 0o700});
		if (isLink(folder) || isLink(file)) {
			return {failure: 'ELOOP'};
		}

		replace(file, `${JSON.stringify({version: 1, ...score})}\n`);
		return {failure: null};
	} catch (error) {
		return {failure: codeOf(error)};
	}
};
