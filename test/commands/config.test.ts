import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {type Arguments, chooseLanguage, parseArguments} from '../../source/commands/arguments.js';
import {themeFor, themeName} from '../../source/commands/choose-theme.js';
import {config, configText} from '../../source/commands/config.js';
import type {Context} from '../../source/commands/context.js';
import {list} from '../../source/commands/list.js';
import {loadSettings} from '../../source/commands/load-settings.js';
import {paths} from '../../source/commands/paths.js';
import {defaultSettings, type Settings} from '../../source/commands/settings.js';
import type {CommandName} from '../../source/commands.js';
import {type Language, textOf} from '../../source/text/text.js';

let home: string;
let file: string;

beforeEach(() => {
	home = mkdtempSync(path.join(os.tmpdir(), 'settings-'));
	file = path.join(home, 'daemon-top/config.json');
	mkdirSync(path.dirname(file));
});

afterEach(() => {
	rmSync(home, {recursive: true, force: true});
});

const save = (text: string): void => {
	writeFileSync(file, text);
	chmodSync(file, 0o600);
};

type Asked = {
	words?: readonly string[];
	values?: Arguments['values'];
	language?: Language;
	settings?: Settings;
	environment?: NodeJS.ProcessEnv;
};

const run = async (
	command: (context: Context) => Promise<number>,
	{words = [], values = {}, language = 'en', settings, environment = {XDG_CONFIG_HOME: home, XDG_STATE_HOME: '/nowhere'}}: Asked = {},
) => {
	const written = {out: '', err: ''};
	const streamTo = (key: keyof typeof written) => ({
		isTTY: false,
		columns: 80,
		write(text: string) {
			written[key] += text;
			return true;
		},
	});
	const context = {
		arguments: {command: 'config' as CommandName, isNamed: true, words, values},
		text: textOf(language),
		stdout: streamTo('out'),
		stderr: streamTo('err'),
		environment,
		settings,
	} as unknown as Context;
	return {code: await command(context), ...written};
};

describe('daemon-top config', () => {
	test('prints a file that config check finds in order', async () => {
		const printed = await run(config);
		expect(printed).toEqual({code: 0, out: configText(), err: ''});
		save(printed.out);
		expect(await run(config, {words: ['check']})).toEqual({code: 0, out: `${file} is in order.\n`, err: ''});
	});

	test('check names every problem with its place, and ends with 2', async () => {
		save('{\n\t"theme": "pink",\n\t"keys": {"search": ["s"]}\n}\n');
		const {code, out, err} = await run(config, {words: ['check']});
		expect([code, out]).toEqual([2, '']);
		expect(err.trimEnd().split('\n')).toEqual([
			`${file}, line 2, column 11, theme: "pink" is none of those expected: auto, dark, light, none.`,
			`${file}, line 3, column 22, keys.search: another key is expected: "s" is that of sort.`,
		]);
	});

	test('check of nothing is fine without a file, and an error for one that was named', async () => {
		expect(await run(config, {words: ['check']})).toMatchObject({code: 0, err: ''});
		expect(await run(config, {words: ['check', '/nowhere/x.json']})).toMatchObject({code: 3, out: ''});
		expect(await run(config, {words: ['check'], environment: {}})).toMatchObject({code: 2, out: ''});
		expect(await run(config, {words: ['check', home]})).toMatchObject({code: 2, out: ''});
	});

	test('keys lists what has keys, as it is chosen', async () => {
		const {out} = await run(config, {words: ['keys'], settings: {...defaultSettings, keys: {search: ['S']}}});
		expect(out).toMatch(/^search +\["S"\] +\S/m);
		expect(out).toMatch(/^menu\.menuClose +\["escape"/m);
	});

	test.each([[['print']], [['keys', 'x']], [['check', 'a', 'b']]])('%j is wrong usage', async words => {
		expect(await run(config, {words})).toMatchObject({code: 2, out: ''});
	});
});

describe('daemon-top paths', () => {
	test('tells where files are looked for and whether they are there', async () => {
		const {code, out} = await run(paths);
		expect(code).toBe(0);
		expect(out).toContain(`${file}  (not there)\n`);
		expect(out).toMatch(/\/schema\/config\.schema\.json\n/);
		save('{}');
		expect((await run(paths)).out).toContain(`${file}\n`);
	});

	test('says the same as JSON, by the schema that is shipped', async () => {
		const schema = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../source/schema/output.schema.json'), 'utf8'));
		const validate = new Ajv2020({strict: true, strictTypes: false, allowUnionTypes: true}).compile(schema);
		const {out} = await run(paths, {values: {json: true}, environment: {}});
		expect([validate(JSON.parse(out)), validate.errors]).toEqual([true, null]);
		expect(JSON.parse(out).paths.slice(0, 2)).toEqual([
			{id: 'config', path: null, isThere: false},
			{id: 'score', path: null, isThere: false},
		]);
	});

	test('takes no words', async () => {
		expect(await run(paths, {words: ['x']})).toMatchObject({code: 2, out: ''});
	});
});

describe('the settings that hold', () => {
	const load = async () => {
		const {settings, complaint, notice} = await loadSettings({XDG_CONFIG_HOME: home});
		return {settings, complaint: complaint(textOf('en')), notice};
	};

	test('are the defaults without a file, without a word', async () => {
		expect(await load()).toEqual({settings: defaultSettings, complaint: null, notice: null});
		expect((await loadSettings({})).settings).toEqual(defaultSettings);
	});

	test('are those of the file', async () => {
		save('{"intervalSeconds": 10}');
		expect(await load()).toEqual({settings: {...defaultSettings, intervalMs: 10_000}, complaint: null, notice: null});
	});

	test('of a broken file are told in one sentence, and the rest of it holds', async () => {
		save('{"copy": true,\n"theme": 1, "mouse": 2}');
		const {settings, complaint, notice} = await load();
		expect(notice).toEqual({id: 'settingsWrong', line: 2});
		expect(settings).toEqual({...defaultSettings, canCopy: true});
		expect(complaint).toBe(
			`${file}, line 2, column 10, theme: "1" is none of those expected: auto, dark, light, none. 1 more like this. The default holds there; daemon-top config check tells all.`,
		);
	});

	test('of a file that cannot be read are the defaults', async () => {
		mkdirSync(file);
		expect(await load()).toEqual({
			settings: defaultSettings,
			complaint: `${file} is no regular file: put one there, as daemon-top config prints it. The default settings hold until then.`,
			notice: {id: 'settingsUnread'},
		});
	});
});

describe('what comes first', () => {
	test.each([
		['ko', {DAEMON_TOP_LANG: 'en', LANG: 'C'}, 'en', 'ko'],
		[undefined, {DAEMON_TOP_LANG: 'ko', LANG: 'C'}, 'en', 'ko'],
		[undefined, {LANG: 'en_US.UTF-8'}, 'ko', 'ko'],
		[undefined, {LANG: 'ko_KR.UTF-8'}, null, 'ko'],
		[undefined, {DAEMON_TOP_LANG: 'xx', LANG: 'ko_KR.UTF-8'}, null, 'ko'],
		[undefined, {}, null, 'en'],
		['xx', {}, 'ko', null],
	] as const)('language: option %s, environment %j, file %s → %s', (option, environment, chosen, language) => {
		expect(chooseLanguage(option, environment, chosen)).toBe(language);
	});

	const asked = (values: Arguments['values'], environment: NodeJS.ProcessEnv, theme: Settings['theme']) => ({
		arguments: {values} as Arguments,
		environment: {TERM: 'xterm', ...environment},
		settings: {...defaultSettings, theme},
	});
	const red = {spans: [{text: 'x', style: 'bad'}], isSelected: false} as const;
	const hasColour = (each: ReturnType<typeof asked>): boolean => themeFor(each, true).paint(red as never) !== 'x';

	test.each([
		[{}, {}, 'none', false],
		[{}, {}, 'dark', true],
		[{theme: 'dark'}, {}, 'none', true],
		[{theme: 'none'}, {}, 'dark', false],
		[{color: 'always'}, {}, 'none', true],
		[{'no-color': true}, {}, 'dark', false],
		[{}, {NO_COLOR: '1'}, 'dark', false],
		[{}, {FORCE_COLOR: '1'}, 'none', true],
		[{theme: 'none'}, {FORCE_COLOR: '1'}, 'dark', false],
	] as const)('colours: options %j, environment %j, file %s → %s', (values, environment, theme, isColoured) => {
		expect(hasColour(asked(values, environment, theme))).toBe(isColoured);
	});

	test('theme: the option, then the file', () => {
		expect(themeName(asked({theme: 'light'}, {}, 'dark'))).toBe('light');
		expect(themeName(asked({}, {}, 'dark'))).toBe('dark');
	});

	test('theme: without an option or a file, what the terminal says of its background', () => {
		const paintedIn = (environment: NodeJS.ProcessEnv, theme: Settings['theme'] = 'auto'): string =>
			themeFor(asked({}, {COLORTERM: 'truecolor', ...environment}, theme), true).paint(red as never);
		const [dark, light] = [paintedIn({}, 'dark'), paintedIn({}, 'light')];
		expect(light).not.toBe(dark);
		expect([paintedIn({}), paintedIn({COLORFGBG: '15;0'}), paintedIn({COLORFGBG: '0;15'})]).toEqual([dark, dark, light]);
		expect([paintedIn({COLORFGBG: '0;15'}, 'dark'), paintedIn({COLORFGBG: '15;0'}, 'light')]).toEqual([dark, light]);
	});

	test('columns and order of the list: the options, then the file', async () => {
		const settings: Settings = {...defaultSettings, listColumns: ['name', 'pid'], sort: {column: 'pid', isReversed: true}};
		const headOf = async (values: Arguments['values']) =>
			(await run(list, {settings, values: {demo: true, csv: true, ...values}})).out.split('\r\n');
		const pids = (await headOf({})).slice(1, -1).map(line => Number(line.split(',').at(-1)));
		expect((await headOf({}))[0]).toBe('name,pid');
		expect(pids).toEqual([...pids].sort((a, b) => b - a));
		expect((await headOf({columns: 'user', sort: 'pid'}))[0]).toBe('user');
	});
});

test('a command that is written is told from the explorer that is meant', () => {
	const namedIn = (argv: readonly string[]) => {
		const parsed = parseArguments(argv, textOf('en'));
		return 'error' in parsed ? parsed.error : parsed.arguments.isNamed;
	};

	expect([['explore', '--help'], ['--help'], ['list'], ['nginx']].map(namedIn)).toEqual([true, false, true, false]);
});
