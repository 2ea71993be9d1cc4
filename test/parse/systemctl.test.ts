import {describe, expect, test} from 'vitest';
import {parseSystemctlShow, unitProperties} from '../../source/parse/systemctl.js';

const block = (properties: Readonly<Record<string, string>>): string =>
	Object.entries({Id: 'nginx.service', LoadState: 'loaded', ...properties})
		.map(([name, value]) => `${name}=${value}\n`)
		.join('');

const unitOf = (properties: Readonly<Record<string, string>>) => parseSystemctlShow(block(properties), 'system', null)[0];

const nginx = {
	Type: 'forking',
	Restart: 'on-failure',
	MainPID: '812',
	NRestarts: '3',
	ExecMainStatus: '1',
	StandardInput: 'null',
	StandardOutput: 'journal',
	Result: 'success',
	Id: 'nginx.service',
	Description: 'A high performance web server = fast',
	ActiveState: 'active',
	SubState: 'running',
	FragmentPath: '/usr/lib/systemd/system/nginx.service',
	SourcePath: '/etc/init.d/nginx',
	UnitFileState: 'enabled',
	ControlGroup: '/system.slice/nginx.service',
	TriggeredBy: 'nginx.socket nginx.timer',
	Triggers: '',
	Listen: '/run/nginx.sock (Stream)\nListen=[::]:80 (Stream)',
};

describe('parseSystemctlShow', () => {
	test('reads every property it asks for', () => {
		expect(Object.keys({LoadState: '', ...nginx}).sort()).toEqual([...unitProperties].sort());
		expect(unitOf(nginx)).toEqual({
			listens: ['/run/nginx.sock', '[::]:80'],
			manager: 'systemd',
			name: 'nginx.service',
			scope: 'system',
			scopeUid: null,
			description: 'A high performance web server = fast',
			mainPid: 812,
			configPath: '/usr/lib/systemd/system/nginx.service',
			sourcePath: '/etc/init.d/nginx',
			startsAtBoot: true,
			restart: 'on-failure',
			type: 'forking',
			loadState: 'loaded',
			activeState: 'active',
			subState: 'running',
			result: 'success',
			unitFileState: 'enabled',
			controlGroup: '/system.slice/nginx.service',
			restarts: 3,
			triggeredBy: ['nginx.socket', 'nginx.timer'],
			triggers: [],
			standardInput: 'null',
			standardOutput: 'journal',
			lastExitStatus: 1,
		});
	});

	test('reads many blocks in their order and notes whose they are', () => {
		const text = [block({Id: 'b.service'}), block({Id: 'a.timer'}), block({Id: 'c.socket'})].join('\n');
		const units = parseSystemctlShow(text, 'user', 1000);
		expect(units.map(({name}) => name)).toEqual(['b.service', 'a.timer', 'c.socket']);
		expect(units[0]).toMatchObject({scope: 'user', scopeUid: 1000});
	});

	test('leaves out units that do not exist and blocks without a name', () => {
		const text = [block({Id: 'gone.service', LoadState: 'not-found'}), 'LoadState=loaded\n', block({Id: ''}), block({})].join('\n\n\n');
		expect(parseSystemctlShow(text, 'system', null).map(({name}) => name)).toEqual(['nginx.service']);
	});

	test.each([
		['a description that is the name', {Description: 'nginx.service'}, {description: null}],
		['no description', {Description: ''}, {description: null}],
		['no main process', {MainPID: '0'}, {mainPid: null}],
		['restarts that are not set', {NRestarts: '[not set]'}, {restarts: null}],
		[
			'the largest number as none',
			{NRestarts: '18446744073709551615', ExecMainStatus: '18446744073709551615'},
			{restarts: null, lastExitStatus: null},
		],
		['no restarts', {NRestarts: '0'}, {restarts: 0}],
		['a figure that is no number', {NRestarts: '-1', MainPID: 'x'}, {restarts: null, mainPid: null}],
		['words for no value', {Type: 'n/a', Result: '[not set]', Restart: 'infinity'}, {type: null, result: null, restart: null}],
		['a masked unit', {LoadState: 'masked', UnitFileState: 'masked'}, {loadState: 'masked', startsAtBoot: false}],
		['a disabled unit', {UnitFileState: 'disabled'}, {startsAtBoot: false}],
		['a unit enabled until the next boot', {UnitFileState: 'enabled-runtime'}, {startsAtBoot: true}],
		['a static unit', {UnitFileState: 'static'}, {startsAtBoot: null}],
		['a transient unit', {UnitFileState: ''}, {startsAtBoot: null, unitFileState: null}],
		['an escape sequence', {Description: 'a\u001b[2J'}, {description: 'a\\x1b[2J'}],
		['a Hangul description', {Description: '웹 서버'}, {description: '웹 서버'}],
		['an equals sign in a value', {StandardOutput: 'file:/a=b'}, {standardOutput: 'file:/a=b'}],
		['an escaped name, which is passed back as it came', {Id: 'a\\x2db.service'}, {name: 'a\\x2db.service'}],
	])('reads %s', (_, properties, expected) => {
		expect(unitOf(properties)).toMatchObject(expected);
	});

	test('takes the shell quotes off names in a list', () => {
		expect(unitOf({TriggeredBy: '"dev-sda\\\\x2d1.path" plain.timer'})?.triggeredBy).toEqual(['dev-sda\\x2d1.path', 'plain.timer']);
	});

	test.each(['', '\n\n\n', 'nonsense', '=value\n', 'Failed to connect to bus: No such file or directory\n'])(
		'finds no unit in %j',
		text => {
			expect(parseSystemctlShow(text, 'system', null)).toEqual([]);
		},
	);

	test('reads what there is of an answer that was cut', () => {
		const text = `${block({Id: 'a.service'})}\nId=b.serv`;
		expect(parseSystemctlShow(text, 'system', null).map(({name}) => name)).toEqual(['a.service', 'b.serv']);
	});
});
