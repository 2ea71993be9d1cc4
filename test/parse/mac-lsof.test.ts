import {describe, expect, test} from 'vitest';
import {parseLsofFields} from '../../source/parse/lsof.js';

/** A process with one file. */
const socketOf = (...fields: readonly string[]) => parseLsofFields(['p5', 'cx', 'u501', 'f3', ...fields, ''].join('\n'))[0];

const listening = {
	pid: 632,
	fd: 9,
	command: 'ControlCenter',
	uid: 501,
	family: 'ipv4',
	protocol: 'tcp',
	localAddress: '*',
	localPort: 7000,
	remoteAddress: null,
	remotePort: null,
	state: 'LISTEN',
	path: null,
	device: '0xd9e6f3d31d857ef',
};

const fields = [
	'p632',
	'cControlCenter',
	'u501',
	'f9',
	'tIPv4',
	'd0xd9e6f3d31d857ef',
	'PTCP',
	'n*:7000',
	'TST=LISTEN',
	'TQR=0',
	'f10',
	'tIPv6',
	'PTCP',
	'TST=LISTEN',
	'n*:7000',
];

describe('parseLsofFields', () => {
	const both = [listening, {...listening, fd: 10, family: 'ipv6', device: null}];

	test('reads fields that end with a line break, in any order', () => {
		expect(parseLsofFields(`${fields.join('\n')}\n`)).toEqual(both);
	});

	test('reads fields that end with NUL', () => {
		const text = `p632\0cControlCenter\0u501\0\nf9\0tIPv4\0d0xd9e6f3d31d857ef\0PTCP\0n*:7000\0TST=LISTEN\0TQR=0\0\nf10\0tIPv6\0PTCP\0TST=LISTEN\0n*:7000\0\n`;
		expect(parseLsofFields(text)).toEqual(both);
	});

	test.each<[string, readonly string[], object]>([
		[
			'a connection',
			['tIPv4', 'PTCP', 'n10.9.5.15:63194->10.9.5.180:5252', 'TST=ESTABLISHED'],
			{localAddress: '10.9.5.15', localPort: 63194, remoteAddress: '10.9.5.180', remotePort: 5252, state: 'ESTABLISHED'},
		],
		['an address of IPv6', ['tIPv6', 'PTCP', 'n[::1]:631', 'TST=LISTEN'], {family: 'ipv6', localAddress: '::1', localPort: 631}],
		[
			'two addresses of IPv6',
			['tIPv6', 'PTCP', 'n[fe80::1%lo0]:1->[::1]:2'],
			{localAddress: 'fe80::1%lo0', remoteAddress: '::1', remotePort: 2, state: null},
		],
		['UDP', ['tIPv4', 'PUDP', 'n*:5353'], {protocol: 'udp', localAddress: '*', localPort: 5353, state: null}],
		['a socket that is bound to nothing', ['tIPv4', 'PUDP', 'n*:*'], {localAddress: '*', localPort: null}],
		[
			'names instead of numbers',
			['tIPv4', 'PTCP', 'nlocalhost:postgresql (LISTEN)'],
			{localAddress: 'localhost', localPort: null, state: 'LISTEN'},
		],
		['a socket without a type', ['n*:5252', 'TST=LISTEN'], {family: 'ipv4', protocol: 'tcp', localPort: 5252}],
		['a socket of IPv6 without a type', ['PUDP', 'n[::1]:53'], {family: 'ipv6', protocol: 'udp', localAddress: '::1'}],
		[
			'a unix socket of macOS',
			['tunix', 'd0x1f', 'n/var/run/my socket'],
			{family: 'unix', protocol: null, path: '/var/run/my socket', device: '0x1f', localAddress: null},
		],
		['one of a pair', ['tunix', 'n->0x8f3'], {path: null}],
		['one that lost its peer', ['tunix', 'n->(none)'], {path: null}],
		['a unix socket of Linux', ['tunix', 'n/run/dbus/system_bus_socket type=STREAM'], {path: '/run/dbus/system_bus_socket'}],
		['one without a name', ['tunix', 'ntype=DGRAM'], {path: null}],
		['a backslash, which lsof doubles', ['tunix', 'n/run/a\\\\x41'], {path: '/run/a\\x41'}],
		['one that listens', ['tunix', 'n@/tmp/x type=STREAM (LISTEN)'], {path: '@/tmp/x', state: 'LISTEN'}],
		['no name', ['tIPv4', 'PTCP'], {localAddress: null, localPort: null, remoteAddress: null}],
		['a port that is none', ['tIPv4', 'PTCP', 'n*:70000'], {localPort: null}],
		['a blank access mode and unknown letters', ['a ', 'l ', 'ZZ', 'tIPv4', 'PUDP', 'n*:1'], {localPort: 1}],
		['an escape sequence', ['tunix', 'n/a\u001b[2J'], {path: '/a\\x1b[2J'}],
		['a protocol that every object has', ['tIPv4', 'Pconstructor', 'n*:1'], {protocol: null}],
	])('reads %s', (_, file, expected) => {
		expect(socketOf(...file)).toMatchObject({pid: 5, fd: 3, command: 'x', uid: 501, ...expected});
	});

	test.each([
		['Google\\x20Chrome\\x20Helper\\x20(Renderer)', 'Google Chrome Helper (Renderer)'],
		['\\xec\\xb9\\xb4\\xec\\xb9\\xb4\\xec\\x98\\xa4\\xed\\x86\\xa1', '카카오톡'],
		['LM\\x20Stu\\x', 'LM Stu\\x'],
		['\\x1b[2J', '\\x1b[2J'],
		['\\xff', '\ufffd'],
		['tmux: server', 'tmux: server'],
	])('undoes the escapes of the command %s', (command, name) => {
		expect(parseLsofFields(`p1\nc${command}\nf1\ntunix\n`)[0]?.command).toBe(name);
	});

	test('knows nobody by either number', () => {
		expect(parseLsofFields('p1\nu4294967294\nf1\ntunix\np2\nu-2\nf1\ntunix\n').map(({uid}) => uid)).toEqual([-2, -2]);
	});

	test('leaves out what is no socket, and files before any process', () => {
		const text = [
			'f1',
			'tunix',
			'p1',
			'fcwd',
			'tDIR',
			'n/',
			'f1',
			'tPIPE',
			'n->0x1',
			'f2',
			'tKQUEUE',
			'ncount=0',
			'f3',
			'tsystm',
			'f4',
			'tsock',
			'f5',
			'tIPv4',
			'fx',
			'tIPv4',
		];
		expect(parseLsofFields(text.join('\n')).map(({pid, fd}) => [pid, fd])).toEqual([
			[1, 5],
			[1, null],
		]);
	});

	test('finds nothing in a table or in nothing', () => {
		expect(parseLsofFields('')).toEqual([]);
		expect(parseLsofFields('COMMAND PID USER FD TYPE\npython3 12 alex 3u IPv4 0x1 0t0 TCP *:1 (LISTEN)\nfoo\n')).toEqual([]);
	});
});
