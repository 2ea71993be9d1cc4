import {columns} from '../columns.js';
import {type CommandSpec, commands, type OptionSpec} from '../commands.js';
import {type KeyMode, keymap, showKey} from '../keymap.js';
import {kinds} from '../model/evidence.js';
import {manual} from '../text/manual.js';
import {textOf} from '../text/text.js';

const text = textOf('en');
const {headings} = manual;
const program = 'daemon-top';

/** Text as roff reads it: nothing in it is a request or an escape, and all of it is ASCII. */
export const roffText = (plain: string): string =>
	plain
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll('~', '\\(ti')
		.replaceAll('^', '\\(ha')
		.replaceAll('\u0060', '\\(ga')
		.replaceAll('\u0027', '\\(aq')
		.replaceAll(/[\u0080-\u{10ffff}]/gu, character => `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
		.replaceAll(/^\./gm, '\\&.');

const quotedText = (plain: string): string => `"${roffText(plain).replaceAll('"', '\\(dq')}"`;

const heading = (title: string): string => `.SH ${quotedText(title)}`;
const subheading = (title: string): string => `.SS ${quotedText(title)}`;
const paragraph = (sentence: string): string => `.PP\n${roffText(sentence)}`;
const item = (term: string, about: string): string => `.TP\n.B ${quotedText(term)}\n${roffText(about)}`;
const items = (entries: Readonly<Record<string, string>>): readonly string[] =>
	Object.entries(entries).map(([term, about]) => item(term, about));

const optionTerm = ({name, short, value}: OptionSpec): string =>
	[...(short === undefined ? [] : [`-${short},`]), `--${name}`, ...(value === undefined ? [] : [value])].join(' ');

const commandTerm = ({usage}: CommandSpec): string => `${program} ${usage}`;

const allOptions: readonly OptionSpec[] = [
	...new Map(commands.flatMap(({options}) => options).map(option => [option.name, option])).values(),
];

/** An option, and of which commands, where it is not of all. */
const optionItem = (option: OptionSpec): string => {
	const owners = commands.filter(({options}) => options.some(({name}) => name === option.name)).map(({name}) => name);
	const about = text.option[option.name];
	return item(optionTerm(option), owners.length === commands.length ? about : `${about}. ${manual.ofCommands} ${owners.join(', ')}.`);
};

const keyModes: readonly KeyMode[] = [...new Set(keymap.map(binding => binding.in))];

const keyItems = (mode: KeyMode): readonly string[] => [
	subheading(text.mode[mode]),
	...keymap.filter(binding => binding.in === mode).map(({keys, help}) => item(keys.map(showKey).join(' '), text.keyHelp[help])),
];

const example = ({name, example: line}: CommandSpec): string =>
	[paragraph(`${text.usage.example[name]}:`), '.PP', '.EX', `    ${roffText(line)}`, '.EE'].join('\n');

const parts = (version: string): readonly string[] => [
	`.TH ${quotedText(program.toUpperCase())} 1 "" ${quotedText([program, version].join(' '))} ${quotedText(manual.section)}`,
	heading(headings.name),
	`${roffText(program)} \\- ${roffText(manual.name)}`,
	heading(headings.synopsis),
	...commands.map(command => `.br\n.B ${quotedText(program)}\n${roffText(command.usage)}`),
	heading(headings.description),
	...manual.description.map(paragraph),
	heading(headings.commands),
	...commands.map(command => item(commandTerm(command), text.command[command.name])),
	heading(headings.options),
	...allOptions.map(optionItem),
	heading(headings.query),
	paragraph(manual.query),
	paragraph(text.usage.queryHelp),
	heading(headings.kinds),
	...kinds.map(kind => item(kind, text.kind[kind].verdict)),
	heading(headings.columns),
	...columns.map(({id}) => item(id, text.column[id].about)),
	heading(headings.keys),
	...keyModes.flatMap(keyItems),
	heading(headings.configuration),
	...manual.configuration.map(paragraph),
	...items(manual.settings),
	heading(headings.environment),
	...items(manual.environment),
	heading(headings.files),
	...items(manual.files),
	paragraph(manual.filesNote),
	heading(headings.exitStatus),
	...items(manual.exitStatus),
	heading(headings.examples),
	...commands.map(example),
	heading(headings.seeAlso),
	`.PP\n${manual.seeAlso.map(roffText).join(', ')}`,
];

/** The manual page in roff, with the macros of man(7). */
export const manualPage = (version: string): string => `${parts(version).join('\n')}\n`;
