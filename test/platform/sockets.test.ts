import {describe, expect, test} from 'vitest';
import {readDarwinSockets} from '../../source/platform/darwin/sockets.js';
import {readLinuxSockets} from '../../source/platform/linux/sockets.js';
import {rowOf} from '../parse/socket-rows.js';
import {explainedFixture} from '../support/process-fixture.js';
import {createSocketMachine, type SocketMachine} from './socket-machine.js';

const {signal} = new AbortController();
const process = explainedFixture({pid: 45, uid: 1000, user: 'alex'});

/** Sets as `lsof -F0` writes them. */
const lsofText = (...sets: readonly (readonly string[])[]): string =>
	[['p45', 'cx', 'u1000'], ['fcwd', 'tDIR', 'n/'], ...sets].map(fields => `${fields.map(field => `${field}\0`).join('')}\n`).join('');

const listener = ['f3', 'tIPv4', 'd11', 'PTCP', 'n127.0.0.1:80', 'TST=LISTEN'];
const net = (local: string, remote: string, state: string, inode: number): string =>
	`   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;

const tables = {
	'/proc/45/net/tcp': net('0100007F:0050', '00000000:0000', '0A', 11) + net('0100007F:0050', '0100007F:C000', '01', 12),
	'/proc/45/net/unix':
		'00000000870eae80: 00000002 00000000 00010000 0001 01 13 /run/my socket\n00000000870eae81: 00000003 00000000 00000000 0001 03 14\n',
};
const descriptors = {
	lists: {'/proc/45/fd': ['0', '3', '4', '5', '6', '10', '11']},
	links: {
		'/proc/45/fd/0': '/dev/null',
		'/proc/45/fd/3': 'socket:[11]',
		'/proc/45/fd/4': 'socket:[12]',
		'/proc/45/fd/5': 'socket:[13]',
		'/proc/45/fd/6': 'socket:[14]',
		'/proc/45/fd/10': 'socket:[11]',
		'/proc/45/fd/11': 'socket:[99]',
	},
};
const fromTables = [
	'tcp ipv4 127.0.0.1:80 - LISTEN 11',
	'unix stream /run/my socket LISTEN 13',
	'tcp ipv4 127.0.0.1:80 127.0.0.1:49152 ESTABLISHED 12',
	'other null - - null 99',
	'unix stream - CONNECTED 14',
];

const ssText = [
	'tcp LISTEN 0 5 127.0.0.1:80 0.0.0.0:* users:(("x",pid=45,fd=3)) ino:11 sk:1',
	'tcp ESTAB 0 0 127.0.0.1:80 127.0.0.1:49152 users:(("x",pid=45,fd=4)) ino:12 sk:2',
	'u_str LISTEN 0 5 /run/my socket 13 * 0 users:(("x",pid=45,fd=5))',
	'u_str ESTAB 0 0 * 14 * 15 users:(("x",pid=45,fd=6))',
	'u_str ESTAB 0 0 /run/dbus/bus 15 * 14 users:(("dbus-daemon",pid=7,fd=9),("dbus-daemon",pid=7,fd=10))',
	'',
].join('\n');

const readLinux = async (machine: SocketMachine) => {
	const {runner, commands} = createSocketMachine(machine);
	const {value, problems} = await readLinuxSockets(runner, process, signal);
	return {value, rows: value.sockets?.map(rowOf) ?? null, problems, asked: commands.map(({file}) => file)};
};

describe('the sockets of a process of Linux', () => {
	test('are those that lsof lists, each once, with what lsof does not tell from the tables of its network', async () => {
		const text = lsofText(
			['f7', 'tunix', 'd0x1', 'i13', 'n/run/my type=STREAM', 'TST=LISTEN'],
			['f4', 'tsock', 'i12', 'nprotocol: TCP'],
			['f5', 'tsock', 'i77', 'nprotocol: TCP'],
			listener,
			['f10', ...listener.slice(1)],
		);
		const {value, rows, problems, asked} = await readLinux({tools: {lsof: {stdout: text}}, files: tables});
		expect(rows).toEqual([
			'tcp ipv4 127.0.0.1:80 - LISTEN 11',
			'unix stream /run/my socket LISTEN 13',
			'tcp ipv4 127.0.0.1:80 127.0.0.1:49152 ESTABLISHED 12',
			'TCP null - - null 77',
		]);
		expect(value).toMatchObject({isCut: false, source: 'lsof', sockets: [{fd: 3}, {fd: 7}, {fd: 4}, {fd: 5}]});
		expect(problems).toEqual([]);
		expect(asked).toEqual(['lsof']);
	});

	test('count although lsof ends with status 1', async () => {
		expect((await readLinux({tools: {lsof: {stdout: lsofText(listener), exitCode: 1, failure: 'exit'}}})).rows).toHaveLength(1);
	});

	test('are none where lsof lists other files alone', async () => {
		expect((await readLinux({tools: {lsof: {stdout: lsofText()}}})).value).toEqual({sockets: [], isCut: false, source: 'lsof'});
	});

	test('know who is at the other end of a unix connection, where ss tells', async () => {
		const text = lsofText(['f6', 'tunix', 'd0x2', 'i14', 'ntype=STREAM', 'TST=CONNECTED']);
		const {value, asked} = await readLinux({tools: {lsof: {stdout: text}, ss: {stdout: ssText}}, files: tables});
		expect(value.sockets).toMatchObject([{id: '14', fd: 6, peer: {id: '15', path: '/run/dbus/bus', pids: [7]}}]);
		expect(asked).toEqual(['lsof', 'ss']);
		expect((await readLinux({tools: {lsof: {stdout: text}}})).value.sockets).toMatchObject([{id: '14', peer: null}]);
	});

	test.each<[string, SocketMachine['tools'], readonly object[]]>([
		['is not installed', {}, []],
		['hangs', {lsof: {failure: 'timeout', exitCode: null}}, [{source: 'lsof', failure: 'timeout', detail: null}]],
		['is one that knows no options', {lsof: {stdout: '45\t/usr/bin/x\tsocket:[11]\n'}}, []],
		['may not read the descriptors', {lsof: {stdout: lsofText(['fNOFD', 'n/proc/45/fd (opendir: Permission denied)'])}}, []],
	])('are found in /proc where lsof %s', async (_, tools, expected) => {
		const {value, rows, problems} = await readLinux({tools: tools ?? {}, files: tables, ...descriptors});
		expect(rows).toEqual(fromTables);
		expect(value.source).toBe('/proc');
		expect(problems).toEqual(expected);
	});

	test('are found through ss where there are no tables', async () => {
		const {value, rows} = await readLinux({tools: {ss: {stdout: ssText}}, ...descriptors});
		expect([...(rows ?? [])].sort()).toEqual([...fromTables].sort());
		expect(value).toMatchObject({source: 'ss'});
		expect(value.sockets?.find(({id}) => id === '11')?.fd).toBe(3);
	});

	test('are found through ss where there is no list of descriptors', async () => {
		const {rows} = await readLinux({tools: {ss: {stdout: ssText}}});
		expect(rows).toEqual(fromTables.filter(row => !row.startsWith('other')));
	});

	test.each<[string, SocketMachine, object]>([
		[
			'the descriptors of another user',
			{
				tools: {
					lsof: {stdout: lsofText(['fNOFD', 'n/proc/45/fd (opendir: Permission denied)'])},
					ss: {stdout: ssText.replaceAll(/users:\S+/g, '')},
				},
				lists: {'/proc/45/fd': 'denied'},
			},
			{source: '/proc/45/fd', failure: 'denied', detail: null},
		],
		[
			'descriptors that are listed and may not be followed',
			{lists: {'/proc/45/fd': ['0', '3']}, deniedLinks: ['/proc/45/fd/0', '/proc/45/fd/3'], files: tables},
			{source: '/proc/45/fd', failure: 'denied', detail: null},
		],
		['a process that has ended', {tools: {lsof: {exitCode: 1, failure: 'exit'}}}, {source: '/proc/45/fd', failure: 'gone', detail: null}],
		['nobody to ask', {}, {source: '/proc/45/fd', failure: 'missing', detail: null}],
		[
			'descriptors, and nobody who knows more of them',
			{...descriptors, tools: {ss: {failure: 'timeout', exitCode: null}}},
			{source: '/proc/45/fd', failure: 'missing', detail: null},
		],
	])('may not be read: %s', async (_, machine, problem) => {
		const {value, problems, asked} = await readLinux(machine);
		expect(value.sockets).toBeNull();
		expect(problems[0]).toEqual(problem);
		// ss has no other door to the descriptors of others
		expect(asked.includes('ss')).toBe(problems[0]?.failure !== 'denied');
	});

	test('are five hundred at most, and those that listen are among them', async () => {
		const many = Array.from({length: 900}, (_, index) => [
			`f${index + 20}`,
			'tIPv4',
			`d${index + 2000}`,
			'PTCP',
			`n10.0.0.1:${index + 1}->10.0.0.2:443`,
			'TST=CLOSE_WAIT',
		]);
		const {value} = await readLinux({tools: {lsof: {stdout: lsofText(...many, listener)}}});
		expect(value.sockets).toHaveLength(500);
		expect(value.isCut).toBe(true);
		expect(value.sockets?.[0]).toMatchObject({state: 'LISTEN', id: '11'});
	});

	test('are cut where lsof says more than is read', async () => {
		const {value} = await readLinux({tools: {lsof: {stdout: lsofText(listener), exitCode: null, failure: 'too-big'}}});
		expect(value).toMatchObject({isCut: true, sockets: [{id: '11'}]});
	});

	test('are not asked for any more once nobody looks', async () => {
		const {runner, commands} = createSocketMachine({tools: {lsof: {stdout: lsofText(listener)}}, ...descriptors});
		expect(await readLinuxSockets(runner, process, AbortSignal.abort())).toMatchObject({value: {sockets: null}, problems: []});
		expect(commands).toHaveLength(1);
	});

	test('lsof has three seconds', async () => {
		const {runner, commands} = createSocketMachine({});
		await readLinuxSockets(runner, process, signal);
		expect(commands.map(({file, timeoutMs}) => [file, timeoutMs])).toEqual([
			['lsof', 3000],
			['ss', 2000],
		]);
	});
});

describe('the sockets of a process of macOS', () => {
	const macListener = ['f9', 'tIPv6', 'd0xa1', 'PTCP', 'n*:7000', 'TST=LISTEN'];
	const readMac = async (machine: SocketMachine, selfUid: number | null = 1000) => {
		const {value, problems} = await readDarwinSockets(createSocketMachine(machine).runner, process, selfUid, signal);
		return {value, rows: value.sockets?.map(rowOf) ?? null, problems};
	};

	test('are those that lsof lists', async () => {
		const text = lsofText(['f8', 'tunix', 'd0xb1', 'n->0xb2'], macListener, ['f12', ...macListener.slice(1)]);
		expect(await readMac({tools: {lsof: {stdout: text, exitCode: 1, failure: 'exit'}}})).toMatchObject({
			rows: ['tcp ipv6 *:7000 - LISTEN 0xa1', 'unix null - CONNECTED 0xb1'],
			problems: [],
			value: {source: 'lsof', isCut: false},
		});
	});

	test('of a pair within one process know each other', async () => {
		const text = lsofText(['f8', 'tunix', 'd0xb1', 'n->0xb2'], ['f9', 'tunix', 'd0xb2', 'n->0xb1'], ['f10', 'tunix', 'd0xb3', 'n->0xff']);
		const {value} = await readMac({tools: {lsof: {stdout: text}}});
		expect(value.sockets?.map(({peer}) => peer?.pids)).toEqual([[45], [45], []]);
	});

	test('are none where lsof lists other files alone', async () => {
		expect((await readMac({tools: {lsof: {stdout: lsofText()}}})).value).toMatchObject({sockets: []});
	});

	const silent = {exitCode: 1, failure: 'exit'} as const;
	test.each([
		['of another user, to whom lsof says nothing', {lsof: silent}, 501, 'denied'],
		['of one’s own that has ended', {lsof: silent}, 1000, 'gone'],
		['that has ended, to root', {lsof: silent}, 0, 'gone'],
		['without lsof', {}, 1000, 'missing'],
		['with an lsof that hangs', {lsof: {failure: 'timeout', exitCode: null}}, 501, 'timeout'],
		['with an lsof that complains', {lsof: {...silent, stderr: 'lsof: illegal option\n'}}, 501, 'exit'],
	] as const)('may not be read of a process %s', async (_, tools, selfUid, failure) => {
		const {value, problems} = await readMac({tools}, selfUid);
		expect(value.sockets).toBeNull();
		expect(problems).toMatchObject([{source: 'lsof', failure}]);
	});
});
