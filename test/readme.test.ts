import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {decisiveRules, signRules} from '../source/classify/rules.js';
import {pointsOf} from '../source/classify/rules-behaviour.js';
import {columns} from '../source/columns.js';
import {commands} from '../source/commands.js';
import {type KeyMode, keymap, showKey} from '../source/keymap.js';
import {kindMark, kinds} from '../source/model/evidence.js';
import {en} from '../source/text/en.js';

const file = path.resolve(import.meta.dirname, '../README.md');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** What a rule says, with its observation left open. */
const sentence = (id: string): string => {
	const open = new Proxy({}, {get: () => '…'});
	return en.evidence[id as keyof typeof en.evidence](open as never).replaceAll('(process …) ', '');
};

const sourceText = (source: unknown): string => (typeof source === 'string' ? source.replaceAll('%', 'PID') : 'launchctl print gui/UID');

const supported = (supports: unknown): string =>
	Array.isArray(supports)
		? supports.length > 4
			? `${supports.slice(0, 4).join(', ')} …`
			: supports.join(', ')
		: 'as its parent or manager says';

const modes: readonly KeyMode[] = ['browse', 'search', 'menu', 'ports', 'commands'];

/** The parts of the README that come from the tables of the program. */
const blocks: Readonly<Record<string, string>> = {
	commands: [
		table(
			['command', 'does'],
			commands.map(command => [code(`daemon-top ${command.usage}`), en.command[command.name]]),
		),
		table(
			['option', 'of', 'means'],
			[...new Map(commands.flatMap(command => command.options.map(option => [option.name, option] as const))).values()].map(option => [
				code(`${option.short ? `-${option.short}, ` : ''}--${option.name}${option.value ? ` ${option.value}` : ''}`),
				commands.every(command => command.options.some(({name}) => name === option.name))
					? 'all'
					: commands
							.filter(command => command.options.some(({name}) => name === option.name))
							.map(({name}) => name)
							.join(', '),
				en.option[option.name],
			]),
		),
	].join('\n\n'),
	kinds: table(
		['', 'kind', 'what it is'],
		kinds.map(kind => [code(kindMark[kind]), code(kind), en.kind[kind].verdict]),
	),
	decisive: table(
		['rule', 'says', 'so it is', 'read from'],
		decisiveRules.map(rule => [code(rule.id), sentence(rule.id), supported(rule.supports), code(sourceText(rule.source))]),
	),
	signs: table(
		['sign', 'says', 'points', 'read from'],
		signRules.map(rule => [
			code(rule.id),
			sentence(rule.id),
			rule.id === 'known-program'
				? '+2 or −2'
				: (pointsOf(rule, {} as never) > 0 ? '+' : '') + String(pointsOf(rule, {} as never)).replace('-', '−'),
			code(sourceText(rule.source)),
		]),
	),
	keys: modes
		.map(mode =>
			[
				`**${en.mode[mode]}**`,
				table(
					['key', 'does'],
					keymap
						.filter(binding => binding.in === mode)
						.map(binding => [binding.keys.map(key => code(showKey(key))).join(' '), en.keyHelp[binding.help]]),
				),
			].join('\n\n'),
		)
		.join('\n\n'),
	columns: table(
		['column', 'head', 'stays', 'shows'],
		[...columns]
			.sort((a, b) => (b.priority ?? -1) - (a.priority ?? -1))
			.map(column => [
				code(column.id),
				en.column[column.id].head,
				column.priority === null ? '' : String(column.priority),
				en.column[column.id].about,
			]),
	),
};

const withBlock = (text: string, name: string, content: string): string =>
	text.replace(
		new RegExp(`(<!-- ${name}:begin -->\n)[\\s\\S]*?(<!-- ${name}:end -->)`),
		(_, begin: string, end: string) => `${begin}\n${content}\n\n${end}`,
	);

test('the tables of the README are those of the program (UPDATE=1 rewrites them)', () => {
	const readme = readFileSync(file, 'utf8');
	const fresh = Object.entries(blocks).reduce((text, [name, content]) => withBlock(text, name, content), readme);
	if (process.env.UPDATE) {
		writeFileSync(file, fresh);
	}

	expect(process.env.UPDATE ? fresh : readme).toBe(fresh);
	expect(Object.keys(blocks).filter(name => !readme.includes(`<!-- ${name}:begin -->`))).toEqual([]);
});
