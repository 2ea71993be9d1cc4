import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeAll, describe, expect, test} from 'vitest';
import {buildIfMissing} from './program.js';
import {header} from './screen-parts.js';
import {openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) {
		rmSync(folder, {recursive: true, force: true});
	}
});

const stateHome = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dt-score-'));
	folders.push(folder);
	return folder;
};

const openDemo = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
	openTerminal({args: [...args, '--demo'], columns: 120, rows: 40, env: {XDG_STATE_HOME: stateHome(), ...env}});

const isFilled = (screen: Screen): boolean => /프로세스 \d{3}개/.test(header(screen));

describe('the explorer in Korean, on a real terminal,', () => {
	test.each([
		['by --lang', ['--lang', 'ko'], {}],
		['by the locale', [], {LC_ALL: 'ko_KR.UTF-8'}],
	] as const)('is asked for %s', async (_, args, env) => {
		const terminal = openDemo(args, env);
		await terminal.waitFor(isFilled);
		expect(terminal.screen().join('\n')).toMatch(/● 데몬 {2,}\d+/);
	});

	test('hears the keys of a Hangul layout, single and composed to a syllable', async () => {
		const terminal = openDemo(['--lang', 'ko']);
		await terminal.waitFor(isFilled);
		terminal.write('ㅈ');
		await terminal.waitFor('판정을 뒷받침하는 근거');
		// l does nothing here: it stands for L
		terminal.write('ㅣ');
		await terminal.waitFor('데몬이라는 말');
		// q closes it, and j is one down: one syllable
		terminal.write('버');
		await terminal.waitFor(screen => screen.some(line => /^› ● 데몬 +\d+ adid/.test(line)));
		terminal.write('ㅂ');
		expect((await terminal.exited).exitCode).toBe(0);
	});

	test('is switched to English and back by a key of the help', async () => {
		const terminal = openDemo(['--lang', 'ko']);
		await terminal.waitFor(isFilled);
		terminal.press('?');
		await terminal.waitFor('l English');
		terminal.press('l');
		await terminal.waitFor('l 한국어');
		expect(header(terminal.screen())).toMatch(/\d{3} processes/);
		terminal.press('l');
		await terminal.waitFor('l English');
	});

	test('finds by first consonants, the caret two cells behind each', async () => {
		const terminal = openDemo(['--lang', 'ko']);
		await terminal.waitFor(isFilled);
		terminal.press('/');
		await terminal.waitFor('Enter 유지');
		terminal.write('ㄷㅁ');
		const found = await terminal.waitFor(/ㄷㅁ .*개 찾음/);
		expect(found.filter(line => /● 데몬/.test(line)).length).toBeGreaterThan(5);
		expect(terminal.cursor()).toEqual({x: 7, y: 1});
	});
});

describe('learning on a real terminal', () => {
	test('reads a lesson, answers its question, and goes on', async () => {
		const terminal = openDemo(['--lang', 'ko']);
		await terminal.waitFor(isFilled);
		terminal.press('L');
		await terminal.waitFor('데몬이라는 말');
		terminal.press('enter');
		await terminal.waitFor('1/14');
		for (let page = 0; page < 4; page++) {
			terminal.press('pagedown');
		}

		terminal.press('2');
		await terminal.waitFor('맞았습니다');
		terminal.press('n');
		await terminal.waitFor('2/14');
		terminal.press('escape');
		await terminal.waitFor('직접 만들기');
	});

	test('plays a quiz to its end and keeps the score for its owner alone', async () => {
		const folder = stateHome();
		const terminal = openTerminal({
			args: ['quiz', '--demo', '--seed', 'a', '--count', '2'],
			columns: 120,
			rows: 40,
			env: {XDG_STATE_HOME: folder},
		});
		await terminal.waitFor('Question 1 of 2');
		terminal.press('h');
		terminal.press('1');
		await terminal.waitFor(/the answer|Right:/);
		terminal.press('enter');
		await terminal.waitFor('Question 2 of 2');
		terminal.press('2');
		await terminal.waitFor(/the answer|Right:/);
		terminal.press('enter');
		await terminal.waitFor('Your score is kept in');
		const file = path.join(folder, 'daemon-top/quiz.json');
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({played: 1, asked: 2});
	});

	test('a damaged score is put aside with a sentence', async () => {
		const folder = stateHome();
		const first = openTerminal({
			args: ['quiz', '--demo', '--seed', 'a', '--count', '1'],
			columns: 120,
			rows: 40,
			env: {XDG_STATE_HOME: folder},
		});
		await first.waitFor('Question 1 of 1');
		first.press('1');
		await first.waitFor(/the answer|Right:/);
		first.press('enter');
		await first.waitFor('Your score is kept in');
		const file = path.join(folder, 'daemon-top/quiz.json');
		writeFileSync(file, '{"version": 1, "played": "many"');
		const second = openTerminal({
			args: ['quiz', '--demo', '--seed', 'b', '--count', '1'],
			columns: 120,
			rows: 40,
			env: {XDG_STATE_HOME: folder},
		});
		await second.waitFor('Question 1 of 1');
		second.press('1');
		await second.waitFor(/the answer|Right:/);
		second.press('enter');
		await second.waitFor('was damaged');
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({played: 1});
	});
});
