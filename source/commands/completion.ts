import {columnIds} from '../columns.js';
import {type CommandName, type CommandSpec, commands, type OptionSpec} from '../commands.js';
import {kinds} from '../model/evidence.js';
import {lessonIds} from '../model/lesson.js';
import {printable} from '../parse/printable.js';
import {bashCompletion} from '../text/shell/bash.js';
import type {CompletedCommand, CompletedProgram, CompletedValue} from '../text/shell/completed.js';
import {fishCompletion} from '../text/shell/fish.js';
import {zshCompletion} from '../text/shell/zsh.js';
import {languages, type Text} from '../text/text.js';
import {colorChoices} from './arguments.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {themeNames} from './settings.js';

const scripts = {bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion} as const;

/** The shells whose command line can be completed. */
export const shells = Object.keys(scripts) as readonly (keyof typeof scripts)[];

const free: CompletedValue = {type: 'free'};
const files: CompletedValue = {type: 'files'};

const wordsOf = (...lists: readonly (readonly string[])[]): CompletedValue => ({type: 'words', words: lists.flat()});

/** What an option takes, by how its value is written in the help. What is not here is free. */
const values: Readonly<Record<string, CompletedValue>> = {
	LANG: wordsOf(languages),
	WHEN: wordsOf(colorChoices),
	THEME: wordsOf(themeNames),
	COLUMN: wordsOf(
		columnIds,
		columnIds.map(id => `-${id}`),
		['help'],
	),
	COLUMNS: {type: 'list', words: [...columnIds, 'help']},
	KINDS: {type: 'list', words: [...kinds, 'help']},
	FILE: files,
	FOLDER: {type: 'folders'},
};

/** What stands behind the name of a command, place by place. */
const places: Readonly<Partial<Record<CommandName, readonly CompletedValue[]>>> = {
	learn: [wordsOf(lessonIds, ['myths', 'terms'])],
	record: [files],
	replay: [files],
	config: [wordsOf(['keys', 'check']), files],
	completion: [wordsOf(shells)],
};

const completedCommand = ({name, options}: CommandSpec, text: Text): CompletedCommand => ({
	name,
	about: text.command[name],
	options: options.map(({name: option, short, value}: OptionSpec) => ({
		name: option,
		short: short ?? null,
		about: text.option[option],
		value: value === undefined ? null : (values[value] ?? free),
	})),
	places: places[name] ?? [],
});

/** The command line as a shell needs to know it, from the tables that also parse it. */
export const completedProgram = (text: Text): CompletedProgram => ({
	name: 'daemon-top',
	commands: commands.map(command => completedCommand(command, text)),
});

/** `daemon-top completion SHELL`: a script for the shell. */
export const completion = async ({arguments: {words}, text, stdout, stderr}: Context): Promise<ExitCode> => {
	const shell = shells.find(name => words.length === 1 && name === words[0]);
	if (shell === undefined) {
		stderr.write(`${text.error.badShell(printable(words.join(' ')), shells.join(', '))}\n`);
		return exitCode.usage;
	}

	stdout.write(scripts[shell](completedProgram(text)));
	return exitCode.ok;
};
