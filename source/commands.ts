import type {Text} from './text/text.js';

export type OptionName = keyof Text['option'];

export type OptionSpec = {
	name: OptionName;
	short?: string;
	/** How its value is written in the help; without one it is a switch. */
	value?: string;
};

/** Which machine is looked at. */
const machine: readonly OptionSpec[] = [{name: 'demo'}, {name: 'replay', value: 'FILE'}, {name: 'root', value: 'FOLDER'}];

const shared: readonly OptionSpec[] = [
	{name: 'lang', value: 'LANG'},
	{name: 'color', value: 'WHEN'},
	{name: 'no-color'},
	{name: 'theme', value: 'THEME'},
	{name: 'version', short: 'V'},
	{name: 'help', short: 'h'},
];

/** What the configuration file also sets is said with an option either way. */
const mouse: readonly OptionSpec[] = [{name: 'mouse'}, {name: 'no-mouse'}];

/** How one looks at it. */
const screen: readonly OptionSpec[] = [{name: 'copy'}, {name: 'no-copy'}, ...mouse, {name: 'accessible'}];

export type CommandName = keyof Text['command'];

export type CommandSpec = {
	name: CommandName;
	/** How it is written, without `daemon-top`. */
	usage: string;
	options: readonly OptionSpec[];
	/** An example that stands in the help and the README. */
	example: string;
};

/** Every command and option: drives parsing, `--help`, the manual page, completion and the README. */
export const commands: readonly CommandSpec[] = [
	{
		name: 'explore',
		usage: '[QUERY]',
		options: [{name: 'delay', short: 'd', value: 'SECONDS'}, {name: 'demo'}, {name: 'root', value: 'FOLDER'}, ...screen, ...shared],
		example: 'daemon-top --demo',
	},
	{
		name: 'list',
		usage: 'list [QUERY]',
		options: [
			{name: 'json'},
			{name: 'csv'},
			{name: 'sort', value: 'COLUMN'},
			{name: 'kind', value: 'KINDS'},
			{name: 'columns', value: 'COLUMNS'},
			{name: 'tree'},
			...machine,
			...shared,
		],
		example: 'daemon-top list kind:daemon user:root --sort mem',
	},
	{
		name: 'why',
		usage: 'why PID|NAME|UNIT|:PORT',
		options: [{name: 'json'}, {name: 'commands'}, ...machine, ...shared],
		example: 'daemon-top why :5432',
	},
	{
		name: 'learn',
		usage: 'learn [TOPIC]',
		options: [...machine, ...shared],
		example: 'daemon-top learn bird --demo',
	},
	{
		name: 'quiz',
		usage: 'quiz',
		options: [{name: 'seed', value: 'TEXT'}, {name: 'count', value: 'N'}, ...mouse, {name: 'accessible'}, ...machine, ...shared],
		example: 'daemon-top quiz --demo',
	},
	{
		name: 'record',
		usage: 'record FILE',
		options: [{name: 'for', value: 'TIME'}, {name: 'redact'}, {name: 'panes'}, {name: 'delay', short: 'd', value: 'SECONDS'}, ...shared],
		example: 'daemon-top record mac.jsonl --for 60s --redact',
	},
	{
		name: 'replay',
		usage: 'replay FILE [QUERY]',
		options: [{name: 'delay', short: 'd', value: 'SECONDS'}, ...screen, ...shared],
		example: 'daemon-top replay mac.jsonl',
	},
	{
		name: 'config',
		usage: 'config [keys|check [FILE]]',
		options: shared,
		example: 'daemon-top config',
	},
	{
		name: 'paths',
		usage: 'paths',
		options: [{name: 'json'}, ...shared],
		example: 'daemon-top paths',
	},
	{
		name: 'completion',
		usage: 'completion SHELL',
		options: shared,
		example: 'daemon-top completion bash',
	},
];

export const commandOf = (name: CommandName): CommandSpec => commands.find(command => command.name === name) as CommandSpec;
