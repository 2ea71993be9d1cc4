import {describe, expect, test} from 'vitest';
import {parseSs} from '../../source/parse/ss.js';
import {readOutput} from '../corpus/corpus-folder.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';
import {rowOf} from './socket-rows.js';

const one = (line: string) => parseSs(`${line}\n`)[0];

describe('a row of ss', () => {
	test.each([
		[
			'a listener',
			'tcp   LISTEN 0      511        127.0.0.1:20080      0.0.0.0:*     users:(("nginx",pid=580,fd=6),("nginx",pid=579,fd=7)) ino:508351 sk:19c cgroup:/ <->',
			'tcp ipv4 127.0.0.1:20080 - LISTEN 508351',
			[
				[580, 6],
				[579, 7],
			],
		],
		[
			'a connection',
			'tcp   CLOSE-WAIT 1 0 [::ffff:127.0.0.1]:20504 [::ffff:127.0.0.1]:43772 ino:12 sk:11fe cgroup:unreachable:1 -->',
			'tcp ipv6 127.0.0.1:20504 127.0.0.1:43772 CLOSE_WAIT 12',
			[],
		],
		['one that takes IPv4, too', 'tcp LISTEN 2 1 *:20504 *:* ino:3 sk:1 v6only:0', 'tcp ipv6 *:20504 - LISTEN 3', []],
		['one for IPv6 alone', 'tcp LISTEN 0 5 [::]:20503 [::]:* ino:3 sk:1 v6only:1', 'tcp ipv6 *:20503 - LISTEN 3', []],
		['one with a scope', 'udp UNCONN 0 0 [fe80::1]%eth0:546 [::]:* ino:4 sk:1', 'udp ipv6 fe80::1%eth0:546 - BOUND 4', []],
		['one of an interface', 'udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:* ino:4 sk:1', 'udp ipv4 127.0.0.53%lo:53 - BOUND 4', []],
		[
			'UDP with a peer',
			'udp ESTAB 0 0 127.0.0.1:43718 127.0.0.1:53 users:(("x",pid=9,fd=19)) ino:5 sk:10 cgroup:/ <->',
			'udp ipv4 127.0.0.1:43718 127.0.0.1:53 ESTABLISHED 5',
			[[9, 19]],
		],
		[
			'what nobody holds',
			'tcp TIME-WAIT 0 0 10.0.0.1:1 10.0.0.2:2 timer:(timewait,57sec,0) ino:0 sk:1d',
			'tcp ipv4 10.0.0.1:1 10.0.0.2:2 TIME_WAIT null',
			[],
		],
		['a raw socket', 'raw UNCONN 0 0 0.0.0.0:1 0.0.0.0:* users:(("ping",pid=7,fd=3))', 'RAW 1 ipv4 - - null null', [[7, 3]]],
		[
			'a unix socket, whose own inode stands where a port does',
			'u_str LISTEN 1 3 /tmp/plain 656838 * 0 users:(("python3",pid=32,fd=27)) <-> ino:2238428 dev:0/65024 peers: 656843',
			'unix stream /tmp/plain LISTEN 656838',
			[[32, 27]],
		],
		[
			'a name with blanks',
			'u_dgr UNCONN 0 0          /tmp/u sock 7 * 0      users:(("a",pid=1,fd=2)) <->',
			'unix dgram /tmp/u sock UNCONNECTED 7',
			[[1, 2]],
		],
		['a name that looks like a row', 'u_seq ESTAB 0 0 @a 5 * 6 b 7 * 8 users:(("a",pid=1,fd=2))', 'unix seqpacket @a CONNECTED 5', []],
		[
			'a name with a line break',
			'u_str LISTEN 0 3 @abs\nnl 9 * 0 users:(("a",pid=1,fd=2)) <->',
			'unix stream @abs\\nnl LISTEN 9',
			[[1, 2]],
		],
	] as const)('reads %s', (_, line, row, holders) => {
		const read = one(line);
		expect(read && rowOf(read.socket)).toBe(row);
		expect(read?.holders.map(({pid, fd}) => [pid, fd])).toEqual(holders);
	});

	test.each([
		['blanks', 'PM2 v5.4.3: God'],
		['brackets', 'a)),((b'],
		['quotes', 'a"b",c'],
		['what looks like the end of an entry', '",pid=1,fd=9'],
		['an inode', ' ino:5 sk:1 '],
	])('a process whose name has %s does not hide its number or the inode', (_, name) => {
		const read = one(`tcp LISTEN 0 5 *:1 *:* users:(("${name}",pid=4242,fd=3),("b",pid=4243,fd=4)) ino:77 sk:1`);
		expect(read?.holders.at(-1)).toEqual({pid: 4243, fd: 4});
		expect(read?.socket.id).toBe('77');
	});

	test('the name of a control group tells no inode', () => {
		expect(one('tcp LISTEN 0 5 *:1 *:* ino:7 sk:1 cgroup:/x ino:8 sk:2')?.socket.id).toBe('7');
	});

	test('the other end of a unix connection is known by its inode', () => {
		expect(one('u_str ESTAB 0 0 * 656848 * 656847 users:(("x",pid=3,fd=37)) <->')?.socket.peer).toEqual({
			id: '656847',
			path: null,
			pids: [],
		});
		expect(one('u_str ESTAB 0 0 * 656843 * 0')?.socket.peer).toBeNull();
	});

	test.each([
		'',
		'Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:Port Process\n',
		'Failed to find cgroup2 mount\n',
		'tcp LISTEN 0\n',
		'tcp LISTEN 0 5 here there\n',
	])('%j has none', text => {
		expect(parseSs(text)).toEqual([]);
	});
});

describe('whatever ss says', () => {
	const parsers = [
		parseSs,
		(text: string) => parseSs(`u_str LISTEN 0 5 ${text} 5 * 0 users:(("x",pid=1,fd=2))`),
		(text: string) => parseSs(`tcp LISTEN 0 5 *:1 *:* users:(("${text}",pid=1,fd=2)) ino:4`),
		(text: string) => parseSs(`tcp LISTEN 0 5 ${text}:1 ${text}:*`),
	];

	test('it neither throws nor hands on what must not be shown', () => {
		for (const parse of parsers) {
			expect(throwing(parse)).toEqual([]);
			expect(leaks(parse)).toEqual([]);
		}
	});

	test('it takes a time that grows with the length and no faster', () => {
		expect(parsers.flatMap(parse => units.filter(unit => !isLinearFor(parse, unit)))).toEqual([]);
	});
});

const recorded = [
	...['no-systemd', 'traps'].flatMap(folder =>
		['ss-all-O.out', 'ss-inet.out', 'ss-unix.out', 'ss-unix-listen.out'].map(file => [folder, file] as const),
	),
	...['systemd', 'systemd-containers'].flatMap(folder => ['ss-inet.out', 'ss-unix.out'].map(file => [folder, file] as const)),
].flatMap(([folder, file]) => {
	const text = readOutput(folder, file);
	return text === null ? [] : [[`${folder}/${file}`, text] as const];
});

describe.skipIf(recorded.length === 0)('recorded machines', () => {
	test.each(recorded)('%s: every socket, and every holder of each', (_, text) => {
		const rows = parseSs(text);
		expect(rows).toHaveLength(text.match(/^(?:tcp|udp|raw|u_str|u_dgr|u_seq|icmp6|p_raw|p_dgr|nl|v_str) /gm)?.length ?? -1);
		expect(rows.flatMap(({holders}) => holders)).toHaveLength(text.match(/,pid=\d+,fd=\d+\)/g)?.length ?? 0);
		// TCP in the state UNCONN is bound and does not listen
		expect(rows.filter(({socket}) => socket.protocol !== 'other' && socket.state === null)).toEqual([]);
		expect(rows.filter(({socket}) => socket.protocol === 'unix' && socket.id === null)).toEqual([]);
	});
});
