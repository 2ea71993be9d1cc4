import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {emptyScore, type QuizScore} from '../../source/model/quiz.js';
import {readScore, scorePath, writeScore} from '../../source/run/score-file.js';

const score: QuizScore = {
	played: 2,
	asked: 20,
	right: 12,
	points: 54,
	bestPoints: 30,
	bestStreak: 4,
	byKind: {daemon: {asked: 6, right: 5}, agent: {asked: 6, right: 4}},
	lastPlayedAt: 1_795_000_000_000,
};

let home: string;
let file: string;

beforeEach(() => {
	home = mkdtempSync(path.join(os.tmpdir(), 'score-'));
	file = path.join(home, 'state/daemon-top/quiz.json');
});

afterEach(() => {
	chmodSync(home, 0o700);
	rmSync(home, {recursive: true, force: true});
});

const put = (text: string): void => {
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, text);
};

const modeOf = (target: string): number => statSync(target).mode & 0o777;

describe('where the score is kept', () => {
	test.each([
		[{XDG_STATE_HOME: '/state', HOME: '/home/alex'}, '/state/daemon-top/quiz.json'],
		[{HOME: '/home/alex'}, '/home/alex/.local/state/daemon-top/quiz.json'],
		[{XDG_STATE_HOME: '', HOME: '/home/alex'}, '/home/alex/.local/state/daemon-top/quiz.json'],
		[{XDG_STATE_HOME: 'state', HOME: '/home/alex'}, '/home/alex/.local/state/daemon-top/quiz.json'],
		[{HOME: 'alex'}, null],
		[{}, null],
	])('with %j: %s', (environment, expected) => {
		expect(scorePath(environment)).toBe(expected);
	});
});

describe('the file with the score', () => {
	test('gives back what was kept, in the folders it made', () => {
		expect(writeScore(file, score)).toEqual({failure: null});
		expect(readScore(file, 1)).toEqual({score, damaged: null});
	});

	test('can be read by its owner alone, and so can its folder', () => {
		writeScore(file, score);
		expect(modeOf(file)).toBe(0o600);
		expect(modeOf(path.dirname(file))).toBe(0o700);
	});

	test('becomes private when it is written anew, and leaves nothing beside it', () => {
		put('{}');
		chmodSync(file, 0o644);
		writeScore(file, score);
		expect(modeOf(file)).toBe(0o600);
		expect(readdirSync(path.dirname(file))).toEqual(['quiz.json']);
	});

	test('that is not there is an empty score', () => {
		expect(readScore(file, 1)).toEqual({score: emptyScore, damaged: null});
	});

	test.each([
		['nothing', ''],
		['half of it', `{"version":1,"played":2,"asked"`],
		['no object', '[1, 2]'],
		['another version', JSON.stringify({version: 2, ...score})],
		['a negative count', JSON.stringify({version: 1, ...score, played: -1})],
		['a count that is none', JSON.stringify({version: 1, ...score, points: 1.5})],
		['a count beyond belief', JSON.stringify({version: 1, ...score, points: 1e300})],
		['more right than asked', JSON.stringify({version: 1, ...score, right: 21})],
		['a kind with more right than asked', JSON.stringify({version: 1, ...score, byKind: {daemon: {asked: 1, right: 2}}})],
		['kinds that are no table', JSON.stringify({version: 1, ...score, byKind: null})],
		['a time in words', JSON.stringify({version: 1, ...score, lastPlayedAt: 'today'})],
		['too much', `${JSON.stringify({version: 1, ...score})}${' '.repeat(100_000)}`],
		['bytes that are no text', '\u0000\u0001\ufffd'],
		['deep nesting', '['.repeat(60_000)],
	])('that holds %s is set aside and reported', (_, text) => {
		put(text);
		const damaged = `${file}.damaged-1795`;
		expect(readScore(file, 1795)).toEqual({score: emptyScore, damaged});
		expect(readFileSync(damaged, 'utf8')).toBe(text);
		expect(readdirSync(path.dirname(file))).toEqual(['quiz.json.damaged-1795']);
	});

	test('keeps only kinds that exist', () => {
		put(JSON.stringify({version: 1, ...score, byKind: {...score.byKind, demon: {asked: 9, right: 9}, __proto__: {asked: 1, right: 1}}}));
		expect(readScore(file, 1)).toEqual({score, damaged: null});
	});

	test('is not written through a link, nor in a folder that is one', () => {
		const elsewhere = path.join(home, 'elsewhere');
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(elsewhere, 'mine');
		symlinkSync(elsewhere, file);
		expect(writeScore(file, score)).toEqual({failure: 'ELOOP'});
		expect(readFileSync(elsewhere, 'utf8')).toBe('mine');

		const linked = path.join(home, 'linked/daemon-top');
		mkdirSync(path.dirname(linked));
		symlinkSync(home, linked);
		expect(writeScore(path.join(linked, 'quiz.json'), score)).toEqual({failure: 'ELOOP'});
		expect(readdirSync(home)).not.toContain('quiz.json');
	});

	test('replaces a link that waits where the new file is made, and does not follow it', () => {
		const elsewhere = path.join(home, 'elsewhere');
		writeFileSync(elsewhere, 'mine');
		mkdirSync(path.dirname(file), {recursive: true});
		symlinkSync(elsewhere, `${file}.${process.pid}.new`);
		expect(writeScore(file, score)).toEqual({failure: null});
		expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
	});

	test('that is a folder is neither read nor set aside nor overwritten', () => {
		mkdirSync(file, {recursive: true});
		expect(readScore(file, 1)).toEqual({failure: 'EINVAL'});
		expect(writeScore(file, score).failure).not.toBeNull();
		expect(readdirSync(path.dirname(file))).toEqual(['quiz.json']);
	});

	test.skipIf(process.platform === 'win32')('that is a pipe is not waited for', async () => {
		const {execFileSync} = await import('node:child_process');
		mkdirSync(path.dirname(file), {recursive: true});
		execFileSync('mkfifo', [file]);
		expect(readScore(file, 1)).toEqual({failure: 'EINVAL'});
	});

	test('whose folder cannot be made is a failure with a name', () => {
		const blocked = path.join(home, 'file');
		writeFileSync(blocked, '');
		const below = path.join(blocked, 'daemon-top/quiz.json');
		expect(writeScore(below, score).failure).toBe('ENOTDIR');
		expect(readScore(below, 1)).toEqual({failure: 'ENOTDIR'});
	});

	test.skipIf(process.getuid?.() === 0)('in a folder that may not be written is a failure with a name', () => {
		chmodSync(home, 0o500);
		expect(writeScore(file, score)).toEqual({failure: 'EACCES'});
	});
});
