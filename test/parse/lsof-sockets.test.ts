import {describe, expect, test} from 'vitest';
import {parseLsofProcess} from '../../source/parse/lsof-sockets.js';
import {readOutput} from '../corpus/corpus-folder.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';
import {rowOf} from './socket-rows.js';

/** Sets as `-F0` writes them: fields end with NUL, sets with a line break. */
const answer = (...sets: readonly (readonly string[])[]): string =>
	sets.map(fields => `${fields.map(field => `${field}\0`).join('')}\n`).join('');

const process = ['p45', 'cpython3', 'u0'];
const one = (...fields: readonly string[]) => parseLsofProcess(answer(process, ['f9', ...fields]), 45).sockets[0];

describe('a socket of lsof', () => {
	test.each<[string, readonly string[], string]>([
		[
			'a listener of Linux, by its inode',
			['tIPv4', 'd504360', 'PTCP', 'n*:20500', 'TST=LISTEN', 'TQR=0'],
			'tcp ipv4 *:20500 - LISTEN 504360',
		],
		[
			'one of macOS, by the address of the kernel',
			['tIPv6', 'd0xd9e6', 'PTCP', 'n*:7000', 'TST=LISTEN'],
			'tcp ipv6 *:7000 - LISTEN 0xd9e6',
		],
		['a state that comes before the name', ['tIPv6', 'd4', 'PTCP', 'TST=LISTEN', 'n[::1]:631'], 'tcp ipv6 ::1:631 - LISTEN 4'],
		[
			'a connection',
			['tIPv4', 'd4', 'PTCP', 'n10.0.0.1:5->10.0.0.2:443', 'TST=CLOSE_WAIT'],
			'tcp ipv4 10.0.0.1:5 10.0.0.2:443 CLOSE_WAIT 4',
		],
		[
			'the states of macOS',
			['tIPv4', 'd4', 'PTCP', 'n10.0.0.1:5->10.0.0.2:443', 'TST=FIN_WAIT_2'],
			'tcp ipv4 10.0.0.1:5 10.0.0.2:443 FIN_WAIT2 4',
		],
		[
			'another spelling',
			['tIPv4', 'd4', 'PTCP', 'n10.0.0.1:5->10.0.0.2:443', 'TST=SYN_RCVD'],
			'tcp ipv4 10.0.0.1:5 10.0.0.2:443 SYN_RECV 4',
		],
		['TCP that is bound to nothing', ['tIPv4', 'd4', 'PTCP', 'n*:*', 'TST=CLOSED'], 'tcp ipv4 - - CLOSED 4'],
		['UDP', ['tIPv4', 'd4', 'PUDP', 'n*:5353', 'TQR=0'], 'udp ipv4 *:5353 - BOUND 4'],
		['UDP with a peer', ['tIPv4', 'd4', 'PUDP', 'n127.0.0.1:1->127.0.0.1:53'], 'udp ipv4 127.0.0.1:1 127.0.0.1:53 ESTABLISHED 4'],
		['UDP without a port', ['tIPv6', 'd4', 'PUDP', 'n*:*'], 'udp ipv6 - - null 4'],
		['another protocol', ['tIPv4', 'd4', 'PICMP', 'n*:*'], 'ICMP ipv4 - - null 4'],
		[
			'a unix socket of Linux, by its inode',
			['tunix', 'd0x1f', 'i77', 'n/run/x type=STREAM', 'TST=LISTEN'],
			'unix stream /run/x LISTEN 77',
		],
		['one without a name', ['tunix', 'd0x1f', 'i77', 'ntype=DGRAM', 'TST=CONNECTED'], 'unix dgram - CONNECTED 77'],
		['one of macOS', ['tunix', 'd0x1f', 'n/var/run/my socket'], 'unix null /var/run/my socket null 0x1f'],
		['one of macOS that lost its peer', ['tunix', 'd0x1f', 'n->(none)'], 'unix null - null 0x1f'],
		['one of another network', ['tsock', 'i5', 'nprotocol: TCP'], 'TCP null - - null 5'],
		['netlink', ['tnetlink', 'i5', 'nROUTE'], 'NETLINK ROUTE null - - null 5'],
		['a raw one', ['traw6', 'i5', `n${'0'.repeat(32)}:003A->${'0'.repeat(32)}:0000 st=07`], 'RAW 58 null - - null 5'],
		['one that sees packets', ['tpack', 'd5', 'PALL', 'ntype=SOCK_RAW'], 'PACKET null - - null 5'],
		['one of a Mac to its kernel', ['tsystm', 'd0x5', 'n[ctl com.apple.netsrc id 7 unit 40]'], 'SYSTEM com.apple.netsrc null - - null 0x5'],
		['one that cannot be told', ['tsock', 'i5', "ncan't identify protocol"], 'other null - - null 5'],
	])('is read: %s', (_, fields, row) => {
		const socket = one(...fields);
		expect(socket && rowOf(socket)).toBe(row);
		expect(socket?.fd).toBe(9);
	});

	test('of macOS has the address of its peer, and is connected', () => {
		expect(one('tunix', 'd0x2e57ee0', 'n->0x2e57e58')).toMatchObject({
			state: 'CONNECTED',
			peer: {id: '0x2e57e58', path: null, pids: []},
			path: null,
		});
	});

	test('is of the process that was asked for', () => {
		const text = answer(process, ['f1', 'tunix', 'd0x1', 'n/a'], ['p46', 'cx'], ['f1', 'tunix', 'd0x2', 'n/b']);
		expect(parseLsofProcess(text, 46).sockets.map(({path}) => path)).toEqual(['/b']);
	});
});

describe('no socket', () => {
	test('of a process whose files are listed is none', () => {
		expect(parseLsofProcess(answer(process, ['fcwd', 'tDIR', 'n/'], ['f0', 'tCHR', 'n/dev/null'], ['f3', 'tFIFO', 'npipe']), 45)).toEqual({
			isListed: true,
			isDenied: false,
			sockets: [],
		});
	});

	test('of a process whose descriptors may not be read is no answer', () => {
		const text = answer(
			process,
			['fcwd', 'tunknown', 'n/proc/45/cwd (readlink: Permission denied)'],
			['fNOFD', 'n/proc/45/fd (opendir: Permission denied)'],
		);
		expect(parseLsofProcess(text, 45)).toEqual({isListed: true, isDenied: true, sockets: []});
	});

	test.each([
		['nothing', ''],
		['a table', 'COMMAND PID USER FD TYPE\npython3 45 root 3u IPv4 0x1 0t0 TCP *:1 (LISTEN)\n'],
		['the lines of busybox', '45\t/usr/bin/python3.11\tsocket:[504360]\n1\t/sbin/init\t/dev/null\n'],
	])('in %s is no answer either', (_, text) => {
		expect(parseLsofProcess(text, 45)).toEqual({isListed: false, isDenied: false, sockets: []});
	});
});

describe('whatever lsof says', () => {
	const parsers = [
		(text: string) => parseLsofProcess(text, 45),
		(text: string) => parseLsofProcess(`p45\0\nf1\0tunix\0n${text}\0\n`, 45),
		(text: string) => parseLsofProcess(`p45\0\nf1\0tIPv4\0P${text}\0d${text}\0n${text}:1->${text}\0TST=${text}\0\n`, 45),
		(text: string) =>
			parseLsofProcess(`p45\0\nf1\0tsock\0i${text}\0nprotocol: ${text}\0\nf2\0tsystm\0n[ctl ${text}\0\nf3\0t${text}\0\n`, 45),
	];

	test('it neither throws nor hands on what must not be shown', () => {
		expect(parsers.flatMap(parse => [...throwing(parse), ...leaks(parse)])).toEqual([]);
	});

	test('it takes a time that grows with the length and no faster', () => {
		expect(parsers.flatMap(parse => units.filter(unit => !isLinearFor(parse, unit)))).toEqual([]);
	});
});

const recorded = ['no-systemd', 'systemd', 'traps'].flatMap(folder =>
	['lsof-F-unix.out', 'lsof-F-inet-nl.out'].flatMap(file => {
		const text = readOutput(folder, file);
		return text === null ? [] : [[`${folder}/${file}`, text] as const];
	}),
);

describe.skipIf(recorded.length === 0)('recorded machines', () => {
	test.each(recorded)('%s: every socket of every process, each in a state', (_, text) => {
		const pids = [...text.matchAll(/^p(\d+)$/gm)].map(found => Number(found[1]));
		const sockets = [...new Set(pids)].flatMap(pid => parseLsofProcess(text, pid).sockets);
		expect(sockets).toHaveLength(text.match(/^t(?:IPv4|IPv6|unix)$/gm)?.length ?? -1);
		expect(sockets.filter(({protocol, unixType}) => protocol === 'unix' && unixType === null)).toEqual([]);
		expect(sockets.filter(({protocol, state}) => protocol !== 'unix' && state === null)).toEqual([]);
	});
});
