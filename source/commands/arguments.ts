import {parseArgs} from 'node:util';
import {type CommandName, commandOf, commands, type OptionName, type OptionSpec} from '../commands.js';
import {minimumIntervalMs} from '../store/state.js';
import {type Language, languageOfLocale, languages, type Text} from '../text/text.js';

export type Arguments = {
	command: CommandName;
	/** The command was written: `daemon-top explore`, not `daemon-top`. */
	isNamed: boolean;
	words: readonly string[];
	values: Readonly<Partial<Record<OptionName, string | true>>>;
};

type ParsedArguments = {arguments: Arguments} | {error: string};

const isCommand = (word: string | undefined): word is CommandName => commands.some(({name}) => name === word);

const allOptions: readonly OptionSpec[] = [
	...new Map(commands.flatMap(({options}) => options).map(option => [option.name, option])).values(),
];

const optionConfig = Object.fromEntries(
	allOptions.map(({name, short, value}) => [
		name,
		{type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short !== undefined && {short})},
	]),
);

type Given = {spec: OptionSpec; rawName: string; value: string | true};

/** `--mouse` and `--no-mouse`: the one is the other turned round. */
const areOpposite = (one: Given, other: Given): boolean =>
	one.spec.name === `no-${other.spec.name}` || other.spec.name === `no-${one.spec.name}`;

/** Without what a later option takes back. */
const inForce = (given: readonly Given[]): readonly Given[] =>
	given.filter((each, index) => !given.slice(index + 1).some(later => areOpposite(each, later)));

/** Splits the command line by the table of commands. The first word that names a command is it; other words are its query. */
export const parseArguments = (argv: readonly string[], text: Text): ParsedArguments => {
	const {tokens} = parseArgs({args: [...argv], options: optionConfig, strict: false, allowPositionals: true, tokens: true});
	const words: string[] = [];
	const given: Given[] = [];
	for (const token of tokens) {
		if (token.kind === 'positional') {
			words.push(token.value);
		} else if (token.kind === 'option') {
			const spec = allOptions.find(({name}) => name === token.name);
			if (!spec) {
				return {error: text.error.unknownOption(token.rawName)};
			}

			if (spec.value === undefined && token.value !== undefined) {
				return {error: text.error.noValueAllowed(token.rawName)};
			}

			if (spec.value !== undefined && (token.value === undefined || token.value === '')) {
				return {error: text.error.valueMissing(token.rawName)};
			}

			given.push({spec, rawName: token.rawName, value: token.value ?? true});
		}
	}

	const [first] = words;
	const command = isCommand(first) ? first : 'explore';
	const allowed = commandOf(command).options.map(({name}) => name);
	const misplaced = given.find(({spec}) => !allowed.includes(spec.name));
	if (misplaced) {
		return {error: text.error.optionNotHere(misplaced.rawName, command)};
	}

	return {
		arguments: {
			command,
			isNamed: isCommand(first),
			words: isCommand(first) ? words.slice(1) : words,
			values: Object.fromEntries(inForce(given).map(({spec, value}) => [spec.name, value])),
		},
	};
};

/** `2`, `0.5`, `2s`, `500ms` in milliseconds; `null`: not an interval, or too short. */
export const parseDelay = (value: string): number | null => {
	const found = /^(\d+(?:\.\d+)?|\.\d+)(ms|s)?$/.exec(value);
	if (!found) {
		return null;
	}

	const milliseconds = Number(found[1]) * (found[2] === 'ms' ? 1 : 1000);
	return milliseconds >= minimumIntervalMs && milliseconds <= 3_600_000 ? milliseconds : null;
};

/** `60s`, `5m`, `1h`, or seconds, in milliseconds. */
export const parseDuration = (value: string): number | null => {
	const found = /^(\d+(?:\.\d+)?)(s|m|h)?$/.exec(value);
	const units: Readonly<Record<string, number>> = {s: 1000, m: 60_000, h: 3_600_000};
	const milliseconds = found ? Number(found[1]) * (units[found[2] ?? 's'] ?? 1000) : 0;
	return milliseconds > 0 && milliseconds <= 86_400_000 ? milliseconds : null;
};

const languageCalled = (name: string | undefined): Language | null => languages.find(language => language === name) ?? null;

/**
The language asked for with `--lang`, else with DAEMON_TOP_LANG, else in the configuration file, else that of the locale.
`null`: there is no such language.
*/
export const chooseLanguage = (
	value: string | true | undefined,
	environment: NodeJS.ProcessEnv,
	chosen: Language | null = null,
): Language | null => {
	if (typeof value === 'string') {
		return languageCalled(value);
	}

	const named = languageCalled(environment.DAEMON_TOP_LANG) ?? chosen;
	return named ?? languageOfLocale(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG);
};

export const colorChoices = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof colorChoices)[number];

export const chooseColor = (values: Arguments['values']): ColorChoice | null => {
	const choice = values['no-color'] ? 'never' : (values.color ?? 'auto');
	return colorChoices.find(each => each === choice) ?? null;
};

/**
How much styling an output takes. NO_COLOR (any value that is not empty) leaves bold and inverse, as its authors mean it;
FORCE_COLOR asks for colours where a terminal is not seen.

@source no-color.org; force-color.org
*/
export const themeLevel = (choice: ColorChoice, isTerminal: boolean, environment: NodeJS.ProcessEnv): 'colours' | 'none' | 'plain' => {
	if (choice === 'always') {
		return 'colours';
	}

	if (choice === 'never' || environment.NO_COLOR) {
		return isTerminal ? 'none' : 'plain';
	}

	const isForced = Boolean(environment.FORCE_COLOR) && environment.FORCE_COLOR !== '0';
	return isForced || (isTerminal && environment.TERM !== 'dumb') ? 'colours' : 'plain';
};
