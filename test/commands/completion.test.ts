import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {columnIds} from '../../source/columns.js';
import {completedProgram, shells} from '../../source/commands/completion.js';
import {commandOf, commands} from '../../source/commands.js';
import {kinds} from '../../source/model/evidence.js';
import {lessonIds} from '../../source/model/lesson.js';
import {bashCompletion} from '../../source/text/shell/bash.js';
import {allOptions} from '../../source/text/shell/completed.js';
import {fishCompletion} from '../../source/text/shell/fish.js';
import {zshCompletion} from '../../source/text/shell/zsh.js';
import {textOf} from '../../source/text/text.js';
import {completeInBash, completeInFish, completeInZsh, hasShell} from './shells.js';

const program = completedProgram(textOf('en'));
const commandNames = commands.map(({name}) => name);
const longOptions = (name: (typeof commandNames)[number]): readonly string[] => commandOf(name).options.map(option => `--${option.name}`);

/** A line, its last word being completed, and what is offered for it in every shell; the order is the shell's. */
const offers: readonly (readonly [line: string, offered: readonly string[]])[] = [
	['li', ['list']],
	['completion ', shells],
	['completion z', ['zsh']],
	['learn three', ['three-nos']],
	['learn ', [...lessonIds, 'myths', 'terms']],
	['config ', ['keys', 'check']],
	['--lang ', ['en', 'ko']],
	['list --lang k', ['ko']],
	['why --color a', ['auto', 'always']],
	['--theme l', ['light']],
	['list --sort thr', ['threads']],
	['list --columns started', ['started']],
	['--demo learn let', ['letter-d']],
	['--lang ko li', ['list']],
	['quiz --see', ['--seed']],
	['record --red', ['--redact']],
	['quiz word', []],
	['nginx li', []],
	['list --seed', []],
];

const wordsOf = (line: string): readonly string[] => ['daemon-top', ...line.split(' ')];
const sorted = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'offered-'));
	writeFileSync(path.join(folder, 'mac one.jsonl'), '');
	mkdirSync(path.join(folder, 'machine'));
});

afterAll(() => {
	rmSync(folder, {recursive: true, force: true});
});

describe('the command line as shells know it', () => {
	test('has every command, every option and every value that is one of a few', () => {
		expect(program.commands.map(({name}) => name)).toEqual(commandNames);
		const taking = allOptions(program).filter(({value}) => value !== null && value.type !== 'free');
		expect(taking.map(({name}) => name)).toEqual(['root', 'lang', 'color', 'theme', 'sort', 'kind', 'columns', 'replay']);
	});
});

describe.each([
	['bash', (line: string) => completeInBash(bashCompletion(program), wordsOf(line))],
	['zsh', (line: string) => completeInZsh(zshCompletion(program), `daemon-top ${line}`)],
	['fish', (line: string) => completeInFish(fishCompletion(program), `daemon-top ${line}`)],
])('%s', (shell, complete) => {
	if (!hasShell(shell)) {
		test.skip(`is not installed: ${shell}`, () => undefined);
		return;
	}

	test.each(offers)('offers for "%s"', (line, offered) => {
		expect(sorted(complete(line))).toEqual(sorted(offered));
	});

	test('offers the commands where none is written', () => {
		expect(sorted(complete(''))).toEqual(sorted(commandNames));
	});

	test.each(commandNames.filter(name => name !== 'explore'))('offers all options of %s', name => {
		expect(complete(`${name} --`)).toEqual(expect.arrayContaining([...longOptions(name)]));
	});
});

describe.skipIf(!hasShell('bash'))('bash', () => {
	const complete = (words: readonly string[]) => completeInBash(bashCompletion(program), words, folder);

	test('keeps what stands before the last comma', () => {
		expect(complete(['daemon-top', 'list', '--columns', 'pid,na'])).toEqual(['pid,name']);
		expect(complete(['daemon-top', 'list', '--kind', 'daemon,'])).toEqual([...kinds, 'help'].map(kind => `daemon,${kind}`));
	});

	test('knows values behind =, which it splits off', () => {
		expect(complete(['daemon-top', '--lang', '=', 'k'])).toEqual(['ko']);
		expect(complete(['daemon-top', 'list', '--sort', '='])).toEqual([...columnIds, ...columnIds.map(id => `-${id}`), 'help']);
		expect(complete(['daemon-top', '--lang', '=', 'ko', 'comp'])).toEqual(['completion']);
	});

	test('offers files and folders, also with spaces in their names', () => {
		expect(complete(['daemon-top', 'replay', 'mac'])).toEqual(expect.arrayContaining(['mac one.jsonl', 'machine']));
		expect(complete(['daemon-top', '--root', 'mac'])).toEqual(['machine']);
		expect(complete(['daemon-top', 'config', 'check', 'mac o'])).toEqual(['mac one.jsonl']);
		expect(complete(['daemon-top', 'list', '--replay', 'mac o'])).toEqual(['mac one.jsonl']);
	});

	test('is told of short options as well', () => {
		expect(complete(['daemon-top', '-'])).toEqual(expect.arrayContaining(['-d', '-V', '-h', '--delay']));
		expect(complete(['daemon-top', '-d', '2', 'li'])).toEqual(['list']);
	});
});

describe('descriptions', () => {
	const hostile = {
		name: 'daemon-top',
		commands: [
			{
				name: 'explore',
				about: "it's [a] $(touch x) `id` \\ :b",
				options: [
					{name: 'odd', short: null, about: "don't [do]: $(touch x) \\", value: null},
					{name: 'other', short: 'o', about: "`touch x` 'x", value: {type: 'words', words: ['one']}},
				],
				places: [],
			},
		],
	} as const;

	test.skipIf(!hasShell('fish'))('are no code in fish', () => {
		expect(completeInFish(fishCompletion(hostile), 'daemon-top --od', folder)).toEqual(['--odd']);
	});

	test.skipIf(!hasShell('zsh'))('are no code in zsh', () => {
		expect(completeInZsh(zshCompletion(hostile), 'daemon-top --o')).toEqual(['--odd', '--other']);
	});
});
