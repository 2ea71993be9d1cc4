import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import {holdsProcesses, parseRecording, type Recording, type RecordingError} from './recording.js';

const maxRecordingBytes = 512 * 1024 * 1024;

type OpenedRecording =
	/** `isCut`: its end is missing, as where the recorder was killed or the copy did not finish. */
	{recording: Recording; isCut: boolean} | {error: RecordingError | {reason: 'missing' | 'denied' | 'too-big' | 'cut'; line: number}};

/** Reads a recording from a file. */
export const openRecording = (path: string): OpenedRecording => {
	try {
		if (fs.statSync(path).size > maxRecordingBytes) {
			return {error: {reason: 'too-big', line: 0}};
		}

		const text = fs.readFileSync(path, 'utf8');
		const parsed = parseRecording(text);
		if ('error' in parsed) {
			return parsed;
		}

		return holdsProcesses(parsed.recording) ? {...parsed, isCut: !text.endsWith('\n')} : {error: {reason: 'cut', line: 0}};
	} catch (error) {
		const isDenied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
		return {error: {reason: isDenied ? 'denied' : 'missing', line: 0}};
	}
};

type RecordingFile = {write(line: string): void; close(): void; bytes(): number};

/**
Makes a file for a recording that only its owner can read, and never overwrites one. `null` and the reason where that
cannot be done.
*/
export const createRecording = (path: string): {file: RecordingFile} | {error: string} => {
	let descriptor: number;
	try {
		descriptor = fs.openSync(path, 'wx', 0o600);
	} catch (error) {
		return {error: (error as NodeJS.ErrnoException).code ?? 'EIO'};
	}

	let bytes = 0;
	return {
		file: {
			write(line) {
				bytes += Buffer.byteLength(line);
				fs.writeSync(descriptor, line);
			},
			close: () => fs.closeSync(descriptor),
			bytes: () => bytes,
		},
	};
};
