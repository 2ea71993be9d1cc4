import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {PassThrough} from 'node:stream';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {Arguments} from '../../source/commands/arguments.js';
import type {Context} from '../../source/commands/context.js';
import {quiz} from '../../source/commands/quiz.js';
import {type Language, textOf} from '../../source/text/text.js';

let home: string;

beforeEach(() => {
	home = mkdtempSync(path.join(os.tmpdir(), 'quiz-'));
});

afterEach(() => {
	rmSync(home, {recursive: true, force: true});
});

type Asked = {
	input?: string;
	values?: Readonly<Record<string, string | true>>;
	words?: readonly string[];
	language?: Language;
	environment?: NodeJS.ProcessEnv;
};

/** Plays on the built-in Mac, with everything that is typed given at once. */
const play = async ({input = '', values = {}, words = [], language = 'en', environment = {XDG_STATE_HOME: home}}: Asked = {}) => {
	const stdin = new PassThrough();
	stdin.end(input);
	const written = {out: '', err: ''};
	const streamTo = (key: keyof typeof written) => ({
		isTTY: false,
		columns: 80,
		write(text: string) {
			written[key] += text;
			return true;
		},
	});
	const context = {
		arguments: {command: 'quiz', words, values: {demo: true, seed: 'test', ...values}} as unknown as Arguments,
		text: textOf(language),
		stdin,
		stdout: streamTo('out'),
		stderr: streamTo('err'),
		environment,
	} as unknown as Context;
	return {code: await quiz(context), ...written};
};

const answers = (count: number): string => '1\n'.repeat(count);

const savedScore = () => JSON.parse(readFileSync(path.join(home, 'daemon-top/quiz.json'), 'utf8'));

describe('the quiz as plain text', () => {
	test('asks ten questions, answers each, and ends with the result', async () => {
		const {code, out, err} = await play({input: answers(10)});
		expect(code).toBe(0);
		expect(err).toBe('');
		expect(out.match(/^Question \d+ of 10 /gm)).toHaveLength(10);
		expect(out.match(/^(?:Right: \d points?|Not quite)\.$/gm)).toHaveLength(10);
		expect(out).toMatch(/^Result {2}\d+ of 50 points$/m);
		expect(out).toMatch(/--seed test\n$/);
	});

	test('is the same for the same seed, and another for another', async () => {
		const [first, second, other] = await Promise.all([
			play({environment: {}, values: {seed: 'a'}}),
			play({environment: {}, values: {seed: 'a'}}),
			play({environment: {}, values: {seed: 'b'}}),
		]);
		expect(second.out).toBe(first.out);
		expect(other.out).not.toBe(first.out);
	});

	test('holds no escape sequences, whatever is in the way', async () => {
		const {out} = await play({input: `\u001b[A\n\u0007\n${'9'.repeat(5000)}\n1\n`});
		expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
	});

	test.each(['h', 'H', 'ㅗ'])('tells a clue for %s, as typed on any keyboard', async word => {
		const {out} = await play({input: `${word}\n1\n`, values: {count: '1'}});
		expect(out).toMatch(/^Owner {2}/m);
		expect(out).toContain('The right answer is now worth 4 points.');
	});

	test('says when there is no further clue', async () => {
		const {out} = await play({input: `${'h\n'.repeat(9)}1\n`, values: {count: '1'}});
		expect(out).toContain('There is no further clue.');
	});

	test.each(['q', 'Q', 'ㅂ'])('ends with %s, and counts what was answered', async word => {
		const {out} = await play({input: `1\n${word}\n1\n`});
		expect(out).toContain('9 questions were not answered.');
		expect(savedScore()).toMatchObject({played: 1, asked: 1});
	});

	test('ends with its input', async () => {
		const {code, out} = await play({input: '1\n2'});
		expect(code).toBe(0);
		expect(out).toContain('8 questions were not answered.');
	});

	test('asks again after what is no answer', async () => {
		const {out} = await play({input: '0\n7\nyes\n\n1\n', values: {count: '1'}});
		expect(out.match(/^Please type a number/gm)).toHaveLength(4);
		expect(out.match(/^Question /gm)).toHaveLength(1);
	});

	test('without any input counts nothing and keeps nothing', async () => {
		const {code, out} = await play();
		expect(code).toBe(0);
		expect(out).toContain('No question was answered.');
		expect(() => savedScore()).toThrow();
	});

	test('speaks Korean', async () => {
		const {out} = await play({input: answers(3), values: {count: '3'}, language: 'ko'});
		expect(out).toContain('문제 1/3');
		expect(out).toContain('결과');
		expect(out).not.toMatch(/Question|Right|Not quite/);
	});
});

describe('what is asked for', () => {
	test.each(['0', '51', '-1', '2.5', 'ten', '1e1', ''])('--count %s is refused with a sentence', async count => {
		const {code, out, err} = await play({values: {count}});
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toMatch(/^--count takes a number from 1 to 50/);
	});

	test('a word is refused, and shown harmless', async () => {
		const {code, err} = await play({words: ['da\u001b[31memon']});
		expect(code).toBe(2);
		expect(err).toContain('The quiz takes no words');
		expect(err).not.toContain('\u001b');
	});

	test('--count says how many questions there are', async () => {
		const {out} = await play({input: answers(3), values: {count: '3'}});
		expect(out.match(/^Question \d of 3 /gm)).toHaveLength(3);
	});

	test('a recording that is not there is an error', async () => {
		const {code, err} = await play({values: {demo: '', replay: path.join(home, 'none.jsonl')}});
		expect(code).toBe(1);
		expect(err).not.toBe('');
	});
});

describe('the score', () => {
	test('grows from quiz to quiz', async () => {
		await play({input: answers(10)});
		const {out} = await play({input: answers(10)});
		expect(savedScore()).toMatchObject({version: 1, played: 2, asked: 20});
		expect(out).toContain('So far: 2 quizzes, ');
	});

	test('that is damaged is set aside, and that is said', async () => {
		mkdirSync(path.join(home, 'daemon-top'));
		writeFileSync(path.join(home, 'daemon-top/quiz.json'), 'not ours');
		const {code, err} = await play({input: answers(1), values: {count: '1'}});
		expect(code).toBe(0);
		expect(err).toMatch(/set aside as .*quiz\.json\.damaged-\d+/);
		expect(savedScore().played).toBe(1);
	});

	test('that cannot be kept is no error, and that is said', async () => {
		writeFileSync(path.join(home, 'daemon-top'), '');
		const {code, out, err} = await play({input: answers(1), values: {count: '1'}});
		expect(code).toBe(0);
		expect(out).toContain('Result');
		expect(err).toContain('cannot be read');
	});

	test('has no place without a home, and that is said', async () => {
		const {err} = await play({input: answers(1), values: {count: '1'}, environment: {}});
		expect(err).toContain('XDG_STATE_HOME');
	});
});
