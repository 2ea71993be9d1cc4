import {type CommandName, commandOf, commands, type OptionName, type OptionSpec} from '../commands.js';
import {displayWidth, fitText, wrap} from '../paint/cell.js';
import type {Text} from '../text/text.js';

const helpColumns = 80;
const labelWidth = 24;
const usageWidth = 26;

/** Options that stand in the short help: enough to begin with, and to find the others. */
const firstOptions: readonly OptionName[] = ['demo', 'accessible', 'lang', 'version'];

const optionLabel = ({name, short, value}: OptionSpec): string =>
	`${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;

/** What an option does, beside it; lines that it needs more of stand below. */
const optionLines = (options: readonly OptionSpec[], text: Text): readonly string[] =>
	options.flatMap(option => {
		const label = optionLabel(option);
		const [first = '', ...more] = wrap(text.option[option.name], helpColumns - labelWidth - 3);
		return [
			`  ${fitText(label, Math.max(labelWidth, displayWidth(label)))} ${first}`,
			...more.map(line => `${' '.repeat(labelWidth + 3)}${line}`),
		];
	});

const wrapped = (sentence: string): readonly string[] => wrap(sentence, helpColumns);

const commandHelp = (name: CommandName, {usage, ...text}: Text): readonly string[] => {
	const command = commandOf(name);
	return [
		...wrapped(usage.of(command.usage)),
		'',
		text.command[name],
		'',
		`${usage.options}:`,
		...optionLines(command.options, {usage, ...text}),
		'',
		`${usage.exampleOne}:`,
		`  ${command.example}`,
		`      ${usage.example[name]}`,
		'',
		...(command.usage.includes('QUERY') ? wrapped(usage.queryHelp) : []),
		...wrapped(usage.exitCodes),
		...wrapped(usage.more),
	];
};

const shortHelp = (text: Text): readonly string[] => [
	text.usage.title,
	'',
	`${text.usage.commands}:`,
	...commands.map(({usage, name}) => `  ${usage.padEnd(usageWidth)} ${text.command[name]}`),
	'',
	`${text.usage.options}:`,
	...optionLines(
		firstOptions.flatMap(name => commandOf('explore').options.find(option => option.name === name) ?? []),
		text,
	),
	'',
	text.usage.queryShort,
	text.usage.exitShort,
	text.usage.commandHelp,
];

/** `--help`: what there is, on a screen of 80 columns and 24 rows with room for the prompt; behind a command, all of its options. */
export const helpText = (name: CommandName | null, text: Text): string =>
	`${(name === null ? shortHelp(text) : commandHelp(name, text)).join('\n')}\n`;
