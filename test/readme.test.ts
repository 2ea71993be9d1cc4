import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {decisiveRules, signRules} from '../source/classify/rules.js';
import {pointsOf} from '../source/classify/rules-behaviour.js';
import {columns} from '../source/columns.js';
import {type CommandSpec, commands} from '../source/commands.js';
import {type Binding, findBinding, type KeyMode, keymap, showKey} from '../source/keymap.js';
import linuxBase from '../source/knowledge/details/linux-base.json' with {type: 'json'};
import linuxDesktop from '../source/knowledge/details/linux-desktop.json' with {type: 'json'};
import linuxServers from '../source/knowledge/details/linux-servers.json' with {type: 'json'};
import macFiles from '../source/knowledge/details/macos-files-and-cloud.json' with {type: 'json'};
import macInterface from '../source/knowledge/details/macos-interface-and-apps.json' with {type: 'json'};
import macSystem from '../source/knowledge/details/macos-system.json' with {type: 'json'};
import linuxPrograms from '../source/knowledge/programs.json' with {type: 'json'};
import macPrograms from '../source/knowledge/programs-macos.json' with {type: 'json'};
import {kindMark, kinds} from '../source/model/evidence.js';
import {lessonIds} from '../source/model/lesson.js';
import {mythIds} from '../source/model/myth.js';
import {termIds} from '../source/model/term.js';
import {type FieldAccess, fieldAccess, type Mark} from './support/readme-fields.js';
import {english, korean, type Readme, readmes} from './support/readme-languages.js';
import {code, table, withBlock} from './support/readme-markdown.js';
import {promises} from './support/readme-promises.js';

/** What a rule says, with its observation left open. */
const sentence = (id: string, {text, blank, needless}: Readme): string => {
	const open = new Proxy({}, {get: () => blank});
	return text.evidence[id as keyof typeof text.evidence](open as never).replaceAll(needless, '');
};

const sourceText = (source: unknown, {words}: Readme): string => {
	const command = typeof source === 'string' ? source.replaceAll('%', 'PID') : 'launchctl print gui/UID';
	return command === 'dictionary' ? words.dictionary : code(command);
};

const supported = (supports: unknown, {kindOf, words}: Readme): string => {
	if (!Array.isArray(supports)) {
		return words.inherited;
	}

	const names = supports.map(kindOf);
	return names.length > 4 ? `${names.slice(0, 4).join(', ')} …` : names.join(', ');
};

const has = (command: CommandSpec, option: string): boolean => command.options.some(({name}) => name === option);

const commandTables = ({text, words}: Readme): string =>
	[
		table(
			[words.command, words.does],
			commands.map(command => [code(`daemon-top ${command.usage}`), text.command[command.name]]),
		),
		table(
			[words.option, words.of, words.means],
			[...new Map(commands.flatMap(command => command.options.map(option => [option.name, option] as const))).values()].map(option => [
				code(`${option.short ? `-${option.short}, ` : ''}--${option.name}${option.value ? ` ${option.value}` : ''}`),
				commands.every(command => has(command, option.name))
					? words.all
					: commands
							.filter(command => has(command, option.name))
							.map(({name}) => name)
							.join(', '),
				text.option[option.name],
			]),
		),
	].join('\n\n');

const kindTable = ({text, words}: Readme): string =>
	table(
		['', words.kind, words.isWhat],
		kinds.map(kind => [code(kindMark[kind]), code(kind), text.kind[kind].verdict]),
	);

const decisiveTable = (readme: Readme): string =>
	table(
		[readme.words.rule, readme.words.says, readme.words.soItIs, readme.words.readFrom],
		decisiveRules.map(rule => [
			code(rule.id),
			sentence(rule.id, readme),
			supported(rule.supports, readme),
			sourceText(rule.source, readme),
		]),
	);

const signTable = (readme: Readme): string =>
	table(
		[readme.words.sign, readme.words.says, readme.words.points, readme.words.readFrom],
		signRules.map(rule => [
			code(rule.id),
			sentence(rule.id, readme),
			rule.id === 'known-program'
				? readme.words.or
				: (pointsOf(rule, {} as never) > 0 ? '+' : '') + String(pointsOf(rule, {} as never)).replace('-', '−'),
			sourceText(rule.source, readme),
		]),
	);

const keyModes: readonly KeyMode[] = [...new Set(keymap.map(binding => binding.in))];

/** The key does the same in every mode. */
const isEverywhere = (key: string): boolean => new Set(keyModes.map(mode => findBinding(mode, key)?.help)).size === 1;

const keyRow = (binding: Binding, keys: readonly string[], {text}: Readme): readonly string[] => [
	keys.map(key => code(showKey(key))).join(' '),
	text.keyHelp[binding.help],
];

const keyTable = (title: string, bindings: readonly Binding[], isShown: (key: string) => boolean, readme: Readme): string => {
	const rows = bindings.flatMap(binding => {
		const keys = binding.keys.filter(isShown);
		return keys.length === 0 ? [] : [keyRow(binding, keys, readme)];
	});
	return `**${title}**\n\n${table([readme.words.key, readme.words.does], rows)}`;
};

const bindingsOf = (mode: KeyMode): readonly Binding[] => keymap.filter(binding => binding.in === mode);

const keyTables = (readme: Readme): string =>
	[
		...keyModes.map(mode => keyTable(readme.text.mode[mode], bindingsOf(mode), key => !isEverywhere(key), readme)),
		keyTable(readme.words.everywhere, bindingsOf('browse'), isEverywhere, readme),
	].join('\n\n');

const columnTable = ({text, words}: Readme): string =>
	table(
		[words.column, words.head, words.stays, words.shows],
		[...columns]
			.sort((a, b) => (b.priority ?? -1) - (a.priority ?? -1))
			.map(column => [
				code(column.id),
				text.column[column.id].head,
				column.priority === null ? '' : String(column.priority),
				text.column[column.id].about,
			]),
	);

/** How much there is to read, counted. */
const figureTables = ({words}: Readme): string =>
	[
		table(
			['', 'Linux', 'macOS'],
			[
				[words.entries, String(linuxPrograms.length), String(macPrograms.length)],
				[
					words.articles,
					String([linuxBase, linuxDesktop, linuxServers].flat().length),
					String([macSystem, macFiles, macInterface].flat().length),
				],
			],
		),
		table([words.lessons, words.sayings, words.terms], [[lessonIds, mythIds, termIds].map(ids => String(ids.length))]),
	].join('\n\n');

const marks: Readonly<Record<Mark, string>> = {yes: '✓', no: '–', some: '(✓)'};

const fieldTable = (system: 'linux' | 'mac', {language, words}: Readme): string => {
	const remark = ({remarks}: FieldAccess): string => remarks[system]?.[language] ?? '';
	const who = [words.root, words.own, words.others, ...(system === 'linux' ? [words.hidden] : [])];
	return table(
		[system === 'linux' ? 'Linux' : 'macOS', ...who, ''],
		fieldAccess
			.filter(row => row[system] !== null)
			.map(row => [row[language], ...(row[system] ?? []).map(mark => marks[mark]), remark(row)]),
	);
};

const fieldTables = (readme: Readme): string => [fieldTable('linux', readme), fieldTable('mac', readme)].join('\n\n');

const promiseTable = ({language, words}: Readme): string =>
	table(
		[words.promise, words.heldBy],
		promises.map(promise => [
			promise[language],
			promise.tests.map(([file, title]) => `[${path.basename(file, '.test.ts')}](${file}): “${title}”`).join('<br>'),
		]),
	);

/** The parts of a README that come from the tables of the program. */
const blocks: Readonly<Record<string, (readme: Readme) => string>> = {
	figures: figureTables,
	commands: commandTables,
	kinds: kindTable,
	decisive: decisiveTable,
	signs: signTable,
	keys: keyTables,
	columns: columnTable,
	fields: fieldTables,
	promises: promiseTable,
};

const pathOf = ({file}: Readme): string => path.resolve(import.meta.dirname, '..', file);

const headingsOf = (readme: Readme): readonly string[] =>
	readFileSync(pathOf(readme), 'utf8')
		.replace(/^```[\s\S]*?^```/gm, '')
		.split('\n')
		.flatMap(line => /^#+(?= )/.exec(line) ?? []);

describe('the READMEs', () => {
	test.each(readmes)('the tables of $file are those of the program (UPDATE=1 rewrites them)', readme => {
		const written = readFileSync(pathOf(readme), 'utf8');
		const fresh = Object.entries(blocks).reduce((text, [name, make]) => withBlock(text, name, make(readme)), written);
		if (process.env.UPDATE) {
			writeFileSync(pathOf(readme), fresh);
		}

		expect(process.env.UPDATE ? fresh : written).toBe(fresh);
		expect(Object.keys(blocks).filter(name => !written.includes(`<!-- ${name}:begin -->`))).toEqual([]);
	});

	test('each begins with a link to the other', () => {
		const beginnings = readmes.map(readme => readFileSync(pathOf(readme), 'utf8').split('\n').slice(0, 5).join('\n'));
		expect(beginnings[0]).toContain('한국어: [README.ko.md](README.ko.md)');
		expect(beginnings[1]).toContain('English: [README.md](README.md)');
	});

	test('they have the same sections', () => {
		expect(headingsOf(korean)).toEqual(headingsOf(english));
	});

	test('they show the same commands', () => {
		const commandsOf = (readme: Readme): readonly string[] =>
			[...readFileSync(pathOf(readme), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, lines]) => lines ?? '');
		expect(commandsOf(korean)).toEqual(commandsOf(english));
	});
});
