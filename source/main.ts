import './polyfills.js';
import process from 'node:process';
import {type Arguments, chooseColor, chooseLanguage, parseArguments} from './commands/arguments.js';
import type {Context} from './commands/context.js';
import {type ExitCode, exitCode} from './commands/exit-code.js';
import {loadSettings} from './commands/load-settings.js';
import {themeNames} from './commands/settings.js';
import type {CommandName} from './commands.js';
import {printable} from './parse/printable.js';
import {type Language, languages, type Text, textOf} from './text/text.js';

declare const __VERSION__: string;

/** Each command's code is loaded when it is asked for: `list` never waits for React. */
const runners: Readonly<Record<CommandName, (context: Context) => Promise<ExitCode>>> = {
	completion: async context => (await import('./commands/completion.js')).completion(context),
	config: async context => (await import('./commands/config.js')).config(context),
	explore: async context => (await import('./commands/explore.js')).explore(context),
	learn: async context => (await import('./commands/learn.js')).learn(context),
	list: async context => (await import('./commands/list.js')).list(context),
	paths: async context => (await import('./commands/paths.js')).paths(context),
	quiz: async context => (await import('./commands/explore.js')).exploreQuiz(context),
	record: async context => (await import('./commands/record.js')).record(context),
	replay: async context => (await import('./commands/replay.js')).replay(context),
	why: async context => (await import('./commands/why.js')).why(context),
};

/** These speak of the file themselves, or are read by a shell. */
const withoutComplaint: readonly CommandName[] = ['completion', 'config', 'paths'];

/** A value that an option of every command cannot have, as a sentence; `null`: there is none. */
const wrongValue = (values: Arguments['values'], language: Language | null, text: Text): string | null => {
	if (language === null) {
		return text.error.badLanguage(String(values.lang), languages.join(', '));
	}

	if (chooseColor(values) === null) {
		return text.error.badColor(String(values.color));
	}

	const isTheme = values.theme === undefined || themeNames.some(name => name === values.theme);
	return isTheme ? null : text.error.badTheme(String(values.theme), themeNames.join(', '));
};

const main = async (): Promise<ExitCode> => {
	const {stdin, stdout, stderr, env: environment, argv} = process;
	const {settings, complaint, notice} = await loadSettings(environment);
	let text = textOf(chooseLanguage(undefined, environment, settings.language) ?? 'en');
	const say = (sentence: string): void => void stderr.write(`${printable(sentence).replaceAll('\\n', '\n')}\n`);
	const fail = (sentence: string): ExitCode => {
		say(sentence);
		return exitCode.usage;
	};

	const parsed = parseArguments(argv.slice(2), text);
	if ('error' in parsed) {
		return fail(parsed.error);
	}

	const {command, values} = parsed.arguments;
	const language = chooseLanguage(values.lang, environment, settings.language);
	text = language === null ? text : textOf(language);
	const wrong = wrongValue(values, language, text);
	if (wrong !== null) {
		return fail(wrong);
	}

	if (values.version) {
		stdout.write(`daemon-top ${__VERSION__}\n`);
		return exitCode.ok;
	}

	if (values.help) {
		const {helpText} = await import('./commands/help.js');
		stdout.write(helpText(parsed.arguments.isNamed ? command : null, text));
		return exitCode.ok;
	}

	const complained = withoutComplaint.includes(command) ? null : complaint(text);
	if (complained !== null) {
		say(complained);
	}

	return runners[command]({arguments: parsed.arguments, text, stdin, stdout, stderr, environment, settings, notice});
};

// whoever reads our output may stop reading (`| head`): that is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	process.exit(error.code === 'EPIPE' || error.code === 'EIO' ? exitCode.ok : exitCode.error);
});

try {
	process.exitCode = await main();
} catch (error) {
	const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`${textOf('en').error.unexpected(printable(reason).replaceAll('\\n', '\n'))}\n`);
	process.exitCode = exitCode.error;
}
