import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, test} from 'vitest';
import {columnIds} from '../../source/columns.js';
import {configText, defaultConfig} from '../../source/commands/config.js';
import {defaultSettings, themeNames} from '../../source/commands/settings.js';
import {checkSettings, settingNames} from '../../source/commands/settings-check.js';
import {actionIds} from '../../source/commands/settings-keys.js';
import {problemSentence} from '../../source/commands/settings-words.js';
import {bindingId, keyProblem} from '../../source/keymap/chosen-keys.js';
import {findBinding, keymap} from '../../source/keymap.js';
import {languages, textOf} from '../../source/text/text.js';

const schema = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../source/schema/config.schema.json'), 'utf8'));
const validate = new Ajv2020({allErrors: true, strict: true}).compile(schema);

const settingsOf = (value: unknown) => checkSettings(JSON.stringify(value));

describe('the printed default', () => {
	test('is read without a word and changes nothing', () => {
		expect(checkSettings(configText())).toEqual({settings: defaultSettings, problems: []});
	});

	test('has every setting, and keeps to the schema that is shipped', () => {
		expect(Object.keys(defaultConfig)).toEqual(settingNames);
		expect([validate(JSON.parse(configText())), validate.errors]).toEqual([true, null]);
	});
});

describe('the schema', () => {
	test('has the settings, columns, names, languages and themes of the program', () => {
		expect(Object.keys(schema.properties).filter(name => name !== '$schema')).toEqual(settingNames);
		expect(schema.$defs.column.enum).toEqual([...columnIds]);
		expect(schema.$defs.action.enum).toEqual(actionIds);
		expect(schema.properties.language.enum).toEqual(['auto', ...languages]);
		expect(schema.properties.theme.enum).toEqual([...themeNames]);
	});

	test('has the defaults of the program', () => {
		const defaults = Object.fromEntries(settingNames.map(name => [name, schema.properties[name].default]));
		expect(defaults).toEqual(JSON.parse(JSON.stringify(defaultConfig)));
	});

	const good: readonly Readonly<Record<string, unknown>>[] = [
		{},
		{$schema: 'anything', language: 'ko'},
		{intervalSeconds: 0.5},
		{intervalSeconds: 3600, mouse: false, copy: true},
		{columns: ['name'], sort: '-cpu', theme: 'light'},
		{listColumns: ['command', 'pid']},
		{keys: {search: ['/', 'ctrl+f'], 'menu.menuClose': ['x'], quit: []}},
	];
	const bad: readonly Readonly<Record<string, unknown>>[] = [
		{langauge: 'ko'},
		{language: 'de'},
		{intervalSeconds: 0.4},
		{intervalSeconds: '2'},
		{columns: []},
		{columns: ['pid', 'pid']},
		{columns: ['shoe']},
		{sort: 'shoe'},
		{theme: 'pink'},
		{mouse: 'no'},
		{keys: []},
		{keys: {shoe: ['x']}},
		{keys: {search: '/'}},
		{keys: {search: ['']}},
		{keys: {search: ['ctrl+m']}},
		{keys: {search: ['word']}},
		{keys: {search: ['ctrl+c']}},
	];

	test.each(good)('and the program take %j', value => {
		expect([validate(value), settingsOf(value).problems]).toEqual([true, []]);
	});

	test.each(bad)('and the program refuse %j', value => {
		// the schema does not know which keys are taken
		expect([validate(value) && !JSON.stringify(value).includes('ctrl+c'), settingsOf(value).problems.length]).toEqual([false, 1]);
	});
});

describe('settings', () => {
	test('are those of the file, and the defaults for the rest', () => {
		const {settings} = settingsOf({
			language: 'ko',
			intervalSeconds: 5,
			columns: ['name', 'cpu'],
			sort: '-mem',
			theme: 'dark',
			mouse: false,
		});
		expect(settings).toEqual({
			...defaultSettings,
			language: 'ko',
			intervalMs: 5000,
			columns: ['name', 'cpu'],
			sort: {column: 'mem', isReversed: true},
			theme: 'dark',
			hasMouse: false,
		});
	});

	test('that are wrong leave the others as they are', () => {
		const {settings, problems} = settingsOf({theme: 'pink', copy: true, keys: {search: ['j']}});
		expect(settings).toEqual({...defaultSettings, canCopy: true});
		expect(problems.map(({setting}) => setting)).toEqual(['theme', 'keys.search']);
	});

	test('of a file that is no JSON are the defaults', () => {
		expect(checkSettings('{"copy": true,').settings).toEqual(defaultSettings);
		expect(checkSettings('[]').problems).toMatchObject([{setting: '', expected: {id: 'object'}}]);
	});

	test('are told of at most twenty problems', () => {
		const many = Object.fromEntries(Array.from({length: 100}, (_, index) => [`x${index}`, 1]));
		expect(settingsOf(many).problems).toHaveLength(20);
	});

	test('take no name of an object’s inside for a setting', () => {
		expect(checkSettings('{"__proto__": 1, "constructor": 2, "keys": {"toString": ["x"]}}').problems.map(({setting}) => setting)).toEqual([
			'__proto__',
			'constructor',
			'keys.toString',
		]);
	});
});

const sentences: readonly (readonly [text: string, english: string, korean: string])[] = [
	[
		'{\n\t"copy": 1\n}',
		'f, line 2, column 10, copy: true or false is expected.',
		'f, 2번째 줄 10번째 글자, copy: true나 false가 와야 합니다.',
	],
	[
		'{"keys": {"search": ["s"]}}',
		'f, line 1, column 22, keys.search: another key is expected: "s" is that of sort.',
		'f, 1번째 줄 22번째 글자, keys.search: 다른 키를 쓰세요. “s” 키는 sort의 키입니다.',
	],
	[
		'{"keys": {"shoe": ["s"]}}',
		'f, line 1, column 11, keys.shoe: nothing is called "shoe"; daemon-top config keys lists what is expected.',
		'f, 1번째 줄 11번째 글자, keys.shoe: “shoe” 동작은 없습니다. 동작 목록: daemon-top config keys',
	],
	[
		'{"copy": true, "copy": true}',
		'f, line 1, column 16, copy: "copy" is expected only once.',
		'f, 1번째 줄 16번째 글자, copy: “copy”: 한 번만 써야 합니다.',
	],
	[
		'{"copy": true,}',
		'f, line 1, column 15: a name in double quotes is expected; behind the last value stands no comma.',
		'f, 1번째 줄 15번째 글자: 큰따옴표로 묶은 이름이 와야 합니다. 마지막 값 뒤에는 쉼표를 쓰지 않습니다.',
	],
	[
		'{"theme": "\\u001b[2J"}',
		'f, line 1, column 11, theme: "\\x1b[2J" is none of those expected: auto, dark, light, none.',
		'f, 1번째 줄 11번째 글자, theme: “\\x1b[2J”는 쓸 수 없습니다. 쓸 수 있는 값: auto, dark, light, none.',
	],
];

test.each(sentences)('a sentence names the file, the place and what is expected: %s', (text, english, korean) => {
	const [problem] = checkSettings(text).problems;
	expect(languages.map(language => problem && problemSentence('f', problem, textOf(language)))).toEqual([english, korean]);
});

describe('chosen keys', () => {
	const chosen = (keys: Readonly<Record<string, readonly string[]>>) => settingsOf({keys});

	test('take the place of the usual ones', () => {
		const {keys} = chosen({search: ['S', 'ctrl+f'], sort: ['/']}).settings;
		expect(['S', 'ctrl+f', '/', 's'].map(key => findBinding('browse', key, keys)?.help ?? null)).toEqual([
			'search',
			'search',
			'sort',
			null,
		]);
		expect(findBinding('browse', '/')?.help).toBe('search');
	});

	test('may be none', () => {
		const {keys} = chosen({quiz: []}).settings;
		expect([findBinding('browse', 'Q', keys), findBinding('lessons', 'Q', keys)?.help]).toEqual([null, 'quiz']);
	});

	test('leave Ctrl-C and Esc in every mode', () => {
		const all = Object.fromEntries(actionIds.map(id => [id, []]));
		const {settings, problems} = chosen(all);
		expect(problems).toEqual([]);
		for (const mode of new Set(keymap.map(binding => binding.in))) {
			expect(findBinding(mode, 'ctrl+c', settings.keys)?.action.type).toBe('quit');
			expect(findBinding(mode, 'escape', settings.keys)?.action.type).toMatch(/^(?!quit$)/);
		}
	});

	test.each([
		['a key of another action', {search: ['s']}],
		['the same key for two', {search: ['X'], sort: ['X']}],
		['Ctrl-C for something else', {search: ['ctrl+c']}],
		['a character in the search line', {'search.searchKeep': ['x']}],
		['what terminals send as Tab', {search: ['ctrl+i']}],
		['a Hangul letter', {search: ['ㅅ']}],
	])('cannot be %s', (_, keys) => {
		const {settings, problems} = chosen(keys);
		expect([problems.length, settings.keys]).toEqual([1, {}]);
	});

	test('all usual keys could be chosen, and chosen again change nothing', () => {
		expect(keymap.flatMap(binding => binding.keys.filter(key => keyProblem(binding, key) !== null))).toEqual([]);
		const usual = Object.fromEntries(keymap.map(binding => [bindingId(binding), binding.keys]));
		const {settings, problems} = chosen(usual);
		expect(problems).toEqual([]);
		expect(keymap.filter(binding => binding.keys.some(key => findBinding(binding.in, key, settings.keys)?.help !== binding.help))).toEqual(
			[],
		);
	});

	test('have names of which no two are the same', () => {
		expect(new Set(actionIds).size).toBe(actionIds.length);
	});
});
