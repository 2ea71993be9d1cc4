import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {allRules} from '../source/classify/classify.js';
import {columnIds, columns} from '../source/columns.js';
import {commands} from '../source/commands.js';
import {keymap} from '../source/keymap.js';
import {allPrograms} from '../source/knowledge/programs.js';
import macPrograms from '../source/knowledge/programs-macos.json' with {type: 'json'};
import {checklistTraits, kindMark, kinds, tags} from '../source/model/evidence.js';
import type {ProgramEntry} from '../source/model/program.js';
import {displayWidth} from '../source/paint/cell.js';
import {en} from '../source/text/en.js';

describe('the keymap', () => {
	test('in each mode a key has exactly one binding', () => {
		const seen = keymap.flatMap(binding => binding.keys.map(key => `${binding.in} ${key}`));
		expect(seen.filter((key, index) => seen.indexOf(key) !== index)).toEqual([]);
	});

	test('every binding is explained', () => {
		expect(keymap.filter(binding => !en.keyHelp[binding.help])).toEqual([]);
	});

	test('every explanation belongs to a binding', () => {
		const used = new Set(keymap.map(binding => binding.help));
		expect(Object.keys(en.keyHelp).filter(key => !used.has(key as never))).toEqual([]);
	});

	test('every mode can be left, and left with Ctrl-C', () => {
		for (const mode of ['browse', 'search', 'menu', 'ports', 'commands', 'lessons', 'lesson', 'terms', 'quiz', 'help']) {
			expect(keymap.some(binding => binding.in === mode && binding.keys.includes('ctrl+c') && binding.action.type === 'quit')).toBe(true);
			expect(keymap.some(binding => binding.in === mode && binding.keys.includes('escape') && binding.action.type !== 'quit')).toBe(true);
		}
	});

	test('no key kills', () => {
		expect(keymap.filter(binding => /kill|signal/.test(binding.action.type))).toEqual([]);
	});
});

describe('the rules', () => {
	test('every rule has a name of its own', () => {
		const ids = allRules.map(rule => rule.id);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});

	test('every rule has a sentence, and every sentence a rule', () => {
		const ids = allRules.map(rule => rule.id);
		expect(ids.filter(id => !(id in en.evidence))).toEqual([]);
		expect(Object.keys(en.evidence).filter(id => !ids.includes(id))).toEqual([]);
	});

	test('no single sign outweighs a terminal', () => {
		expect(Math.max(...allRules.map(rule => rule.points ?? 0))).toBeLessThan(6);
	});
});

describe('the tables', () => {
	test('every kind has a mark of its own and a name', () => {
		expect(new Set(kinds.map(kind => kindMark[kind])).size).toBe(kinds.length);
		expect(kinds.filter(kind => !en.kind[kind].name || !en.kind[kind].verdict.endsWith('.'))).toEqual([]);
	});

	test('every tag, trait and column has words', () => {
		expect(tags.filter(tag => !en.tag[tag])).toEqual([]);
		expect(checklistTraits.filter(trait => !en.checklist[trait].question)).toEqual([]);
		expect(columnIds.filter(id => !en.column[id]?.head)).toEqual([]);
	});

	test('the columns stand in the order of their ids, and no two have the same priority', () => {
		expect(columns.map(column => column.id)).toEqual([...columnIds]);
		const priorities = columns.flatMap(column => column.priority ?? []);
		expect(new Set(priorities).size).toBe(priorities.length);
	});

	test('every command and option is explained', () => {
		for (const command of commands) {
			expect(en.command[command.name]).toBeTruthy();
			expect(command.options.filter(option => !en.option[option.name])).toEqual([]);
		}
	});
});

describe.each([
	['Linux', allPrograms],
	['macOS', macPrograms as typeof allPrograms],
])('the dictionary of %s', (_, entries) => {
	const keyOf = ({name, unit, argument, user}: ProgramEntry): string => [name, unit, argument, user].map(part => part ?? '').join('\u0000');

	test('is sorted, without doubles', () => {
		const keys = entries.map(keyOf);
		expect(keys).toEqual([...new Set(keys)].sort((a, b) => (a < b ? -1 : 1)));
	});

	test('says in one plain line what a program does, and where that was learnt', () => {
		expect(entries.filter(({en: line}) => line.length < 12 || line.length > 60 || line.endsWith('.') || /[\p{C}]/u.test(line))).toEqual([]);
		expect(entries.filter(({source}) => source === '')).toEqual([]);
	});

	test('says it in Korean as well, in a polite sentence that fits its column', () => {
		expect(
			entries.filter(({ko: line}) => !/[가-힣]니다(?:\([^)]+\))?$/.test(line) || displayWidth(line) > 68).map(({ko: line}) => line),
		).toEqual([]);
	});

	test('knows only kinds that exist', () => {
		expect(entries.filter(({kind}) => kind !== null && !kinds.includes(kind))).toEqual([]);
	});
});

describe('words', () => {
	const root = path.resolve(import.meta.dirname, '../source');
	const files = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(file => /\.tsx?$/.test(file) && !file.startsWith('text/'));

	test.each(files)('%s shows no English of its own', file => {
		const code = readFileSync(path.join(root, file), 'utf8')
			.replace(/\/\*[\s\S]*?\*\//g, '')
			.replace(/^\s*\/\/.*$/gm, '')
			.replace(/^(?:import|export) .* from .*$/gm, '');
		const strings = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(found => found[1] ?? found[2] ?? '');
		const sentences = strings.filter(string => /[A-Za-z]{2,},? [a-z]{2,}/.test(string.replace(/\$\{[^}]*\}/g, '')));
		// what tools are asked, and what stands in examples of the command line, is no English
		const technical =
			/^(?:\[not set\]|\s*trap |daemon-top |list \[|why PID|systemctl |launchctl |lsappinfo |run |read |list |link |D-BUS Service|Desktop Entry)/;
		expect(sentences.filter(string => !technical.test(string))).toEqual([]);
	});
});
