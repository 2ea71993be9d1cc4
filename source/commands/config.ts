import {tableColumns} from '../columns.js';
import {bindingId} from '../keymap/chosen-keys.js';
import {keymap} from '../keymap.js';
import {fitText} from '../paint/cell.js';
import {printable} from '../parse/printable.js';
import {configFilePath, currentReader, type ReadConfig, readConfigFile} from '../run/config-file.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {defaultSettings} from './settings.js';
import {checkSettings} from './settings-check.js';
import {problemSentence} from './settings-words.js';

/** The defaults as the file writes them: saved as they are, they change nothing. */
export const defaultConfig = {
	language: 'auto',
	intervalSeconds: defaultSettings.intervalMs / 1000,
	columns: tableColumns.map(({id}) => id),
	listColumns: defaultSettings.listColumns,
	sort: defaultSettings.sort.column,
	theme: defaultSettings.theme,
	mouse: defaultSettings.hasMouse,
	copy: defaultSettings.canCopy,
	keys: {},
};

const listText = (values: readonly unknown[]): string => `[${values.map(value => JSON.stringify(value)).join(', ')}]`;

const lineText = (name: string, value: unknown): string =>
	`\t${JSON.stringify(name)}: ${Array.isArray(value) ? listText(value) : JSON.stringify(value)}`;

/** JSON with a setting on each line, lists on the line of their name. */
export const configText = (): string => {
	const lines = Object.entries(defaultConfig).map(([name, value]) => lineText(name, value));
	return `{\n${lines.join(',\n')}\n}\n`;
};

const idWidth = 28;

/** What has keys, by the name that the file uses, its keys as the file writes them, and what it does. */
const keysText = ({text, settings}: Context): string =>
	keymap
		.map(binding => {
			const keys = settings?.keys[bindingId(binding)] ?? binding.keys;
			return `${fitText(bindingId(binding), idWidth)} ${fitText(JSON.stringify(keys), idWidth)} ${text.keyHelp[binding.help]}\n`;
		})
		.join('');

const checkText = (file: string, content: string, {text, stdout, stderr}: Context): ExitCode => {
	const {problems} = checkSettings(content);
	for (const problem of problems) {
		stderr.write(`${problemSentence(file, problem, text)}\n`);
	}

	if (problems.length > 0) {
		return exitCode.usage;
	}

	stdout.write(`${text.error.settings.fine(printable(file))}\n`);
	return exitCode.ok;
};

const checkRead = (file: string, read: ReadConfig, isNamed: boolean, context: Context): ExitCode => {
	const words = context.text.error.settings;
	if ('text' in read) {
		return checkText(file, read.text, context);
	}

	if ('failure' in read) {
		context.stderr.write(`${words.failure[read.failure](printable(file))}\n`);
		return read.failure === 'denied' ? exitCode.notPermitted : exitCode.usage;
	}

	// without a file of one's own nothing is wrong
	const stream = isNamed ? context.stderr : context.stdout;
	stream.write(`${words[isNamed ? 'missing' : 'none'](printable(file))}\n`);
	return isNamed ? exitCode.notFound : exitCode.ok;
};

const check = (named: string | undefined, context: Context): ExitCode => {
	const file = named ?? configFilePath(context.environment);
	if (file === null) {
		context.stderr.write(`${context.text.error.settings.nowhere}\n`);
		return exitCode.usage;
	}

	return checkRead(file, readConfigFile(file, currentReader(context.environment)), named !== undefined, context);
};

/** `daemon-top config`: the default file; `config keys`: what has keys; `config check [FILE]`: what is wrong with a file. */
export const config = async (context: Context): Promise<ExitCode> => {
	const [word, ...more] = context.arguments.words;
	if (word === 'check' && more.length <= 1) {
		return check(more[0], context);
	}

	if (word === undefined || (word === 'keys' && more.length === 0)) {
		context.stdout.write(word === undefined ? configText() : keysText(context));
		return exitCode.ok;
	}

	context.stderr.write(`${context.text.error.configUsage}\n`);
	return exitCode.usage;
};
