import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import {beforeAll, describe, expect, test} from 'vitest';
import {lessonIds} from '../../source/model/lesson.js';
import {displayWidth} from '../../source/paint/cell.js';
import {lessonWordsOf} from '../../source/text/lesson-words.js';
import {languages} from '../../source/text/text.js';
import {buildIfMissing} from '../terminal/program.js';

beforeAll(buildIfMissing);

const entry = path.resolve(import.meta.dirname, '../../dist/cli.js');

const learn = async (...args: readonly string[]): Promise<{stdout: string; stderr: string; code: number}> => {
	try {
		return {...(await promisify(execFile)(process.execPath, [entry, 'learn', ...args])), code: 0};
	} catch (error) {
		return error as {stdout: string; stderr: string; code: number};
	}
};

describe.each(languages)('daemon-top learn, in %s,', language => {
	const {lessons, terms} = lessonWordsOf(language);
	const ask = (...args: readonly string[]) => learn(...args, '--lang', language, '--demo');

	test('lists every lesson, and where the rest is', async () => {
		const {stdout, code} = await ask();
		expect(code).toBe(0);
		expect(lessonIds.filter(id => !stdout.includes(lessons[id].title))).toEqual([]);
		expect(stdout).toContain('daemon-top learn myths');
	});

	test('prints a lesson by its number, its id and its title, with the answer', async () => {
		const all = await Promise.all([ask('3'), ask('three-nos'), ask(lessons['three-nos'].title)]);
		for (const {stdout} of all) {
			expect(stdout).toContain('3/14');
			expect(stdout.replaceAll('\n', ' ')).toContain(lessons['three-nos'].question.because.slice(0, 20));
			expect(stdout.split('\n').every(line => displayWidth(line) <= 100)).toBe(true);
		}
	});

	test('explains a term in the words of either language', async () => {
		const [english, korean] = await Promise.all([ask('socket'), ask('소켓')]);
		expect(english.stdout).toContain(terms.socket.name);
		expect(korean.stdout).toContain(terms.socket.name);
	});

	test('tells of a program that runs, and of one of the other system', async () => {
		const [bird, systemd] = await Promise.all([ask('bird'), ask('systemd-resolved')]);
		expect(bird.stdout).toContain('iCloud Drive');
		expect(bird.stdout).toContain('cloudd');
		expect(systemd.stdout).toContain('Linux');
	});

	test('guesses from the name of one that nobody knows, and says so', async () => {
		const {stdout, code} = await ask('com.acme.FooHelper');
		expect(code).toBe(0);
		expect(stdout).toContain(language === 'en' ? 'a guess' : '추측');
	});

	test('says what it does not find, with what can be done', async () => {
		const {stdout, stderr, code} = await ask('no such thing');
		expect([stdout, code]).toEqual(['', 3]);
		expect(stderr).toContain('daemon-top learn');
	});
});

test('a name that steers terminals is shown harmlessly', async () => {
	const {stdout, stderr} = await learn('\u001b]0;x\u0007Helper', '--demo');
	expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/u);
});
