import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import {parseRecording, type Recording, type RecordingError} from './recording.js';

const maxRecordingBytes = 512 * 1024 * 1024;

export type OpenedRecording = {recording: Recording} | {error: RecordingError | {reason: 'missing' | 'denied' | 'too-big'; line: number}};

/** Reads a recording from a file. */
export const openRecording = (path: string): OpenedRecording => {
	try {
		if (fs.statSync(path).size > maxRecordingBytes) {
			return {error: {reason: 'too-big', line: 0}};
		}

		return parseRecording(fs.readFileSync(path, 'utf8'));
	} catch (error) {
		const isDenied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
		return {error: {reason: isDenied ? 'denied' : 'missing', line: 0}};
	}
};

export type RecordingFile = {write(line: string): void; close(): void; bytes(): number};

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
