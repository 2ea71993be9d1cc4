import type {CommandName} from '../commands.js';
import {commandOf, commands, type OptionSpec} from '../commands.js';
import type {Text} from '../text/text.js';

const optionLabel = ({name, short, value}: OptionSpec): string =>
	`${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;

const optionLines = (options: readonly OptionSpec[], text: Text): readonly string[] =>
	options.map(option => `  ${optionLabel(option).padEnd(24)} ${text.option[option.name]}`);

/** `--help`: everything on one screen, or the options of one command. */
export const helpText = (name: CommandName, text: Text): string => {
	const {usage} = text;
	if (name !== 'explore') {
		const command = commandOf(name);
		return [
			usage.of(command.usage),
			'',
			text.command[name],
			'',
			`${usage.options}:`,
			...optionLines(command.options, text),
			'',
			usage.queryHelp,
			usage.exitCodes,
			usage.more,
			'',
		].join('\n');
	}

	return [
		usage.title,
		'',
		`${usage.commands}:`,
		...commands.map(command => `  daemon-top ${command.usage.padEnd(26)} ${text.command[command.name]}`),
		'',
		`${usage.options}:`,
		...optionLines(commandOf('explore').options, text),
		'',
		`${usage.examples}:`,
		...commands.map(command => `  ${command.example.padEnd(48)} ${usage.example[command.name]}`),
		'',
		usage.queryHelp,
		usage.exitCodes,
		'',
	].join('\n');
};
