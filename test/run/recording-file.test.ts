import {mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {serializeLine} from '../../source/run/recording.js';
import {createRecording, openRecording} from '../../source/run/recording-file.js';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'daemon-top-recording-'));
});
afterAll(() => {
	rmSync(folder, {recursive: true});
});

const header = serializeLine({
	format: 'daemon-top-recording',
	version: 1,
	tool: 'test',
	platform: 'linux',
	startedAt: 5,
	pid: 1,
	uid: null,
});

describe('a recording on disk', () => {
	test('holds what was written, counts its bytes, and is for its owner alone', () => {
		const file = path.join(folder, 'new');
		const made = createRecording(file);
		if ('error' in made) {
			throw new Error(made.error);
		}

		made.file.write(header);
		made.file.write('데\n');
		expect(made.file.bytes()).toBe(header.length + 4);
		made.file.close();
		expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([`${header}데\n`, 0o600]);
	});

	test('is never written over another file', () => {
		const file = path.join(folder, 'taken');
		writeFileSync(file, 'precious');
		expect(createRecording(file)).toEqual({error: 'EEXIST'});
		expect(readFileSync(file, 'utf8')).toBe('precious');
	});

	test('cannot be made where there is no folder', () => {
		expect(createRecording(path.join(folder, 'none', 'file'))).toEqual({error: 'ENOENT'});
	});

	test.each([
		['whole', '', false],
		['with a line that was cut', '{"at":0,"rea', true],
	])('is opened %s', (_, end, isCut) => {
		const file = path.join(folder, 'good');
		writeFileSync(file, header + serializeLine({at: 0, list: '/proc', answer: {names: ['1'], failure: null}}) + end);
		expect(openRecording(file)).toMatchObject({recording: {header: {pid: 1}, answers: [{list: '/proc'}]}, isCut});
	});

	test('that holds no list of processes was cut', () => {
		const file = path.join(folder, 'short');
		writeFileSync(file, header);
		expect(openRecording(file)).toEqual({error: {reason: 'cut', line: 0}});
	});

	test.each([
		['empty', '', 'empty'],
		['foreign', 'hello', 'foreign'],
		['damaged', `${header}x\n{}\n`, 'damaged'],
	])('that is %s says so', (name, content, reason) => {
		const file = path.join(folder, name);
		writeFileSync(file, content);
		expect(openRecording(file)).toMatchObject({error: {reason}});
	});

	test('that is not there is missing', () => {
		expect(openRecording(path.join(folder, 'nowhere'))).toEqual({error: {reason: 'missing', line: 0}});
	});

	test('that is too big is not read', () => {
		const file = path.join(folder, 'huge');
		writeFileSync(file, '');
		// a hole of this size takes no room
		truncateSync(file, 600 * 1024 * 1024);
		expect(openRecording(file)).toEqual({error: {reason: 'too-big', line: 0}});
	});
});
