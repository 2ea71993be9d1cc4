import {describe, expect, test} from 'vitest';
import {type NetTable, parseNetTable} from '../../source/parse/proc-net-all.js';
import {readOutput} from '../corpus/corpus-folder.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';
import {rowOf} from './socket-rows.js';

const net = (local: string, remote: string, state: string, inode: string | number = 42): string =>
	`   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000   104        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;

const none = '00000000:0000';
const rows = (text: string, table: NetTable): readonly string[] => parseNetTable(text, table).map(rowOf);

describe('a table of /proc/PID/net', () => {
	test.each([
		['0A', 'LISTEN'],
		['01', 'ESTABLISHED'],
		['02', 'SYN_SENT'],
		['03', 'SYN_RECV'],
		['04', 'FIN_WAIT1'],
		['05', 'FIN_WAIT2'],
		['06', 'TIME_WAIT'],
		['07', 'CLOSED'],
		['08', 'CLOSE_WAIT'],
		['09', 'LAST_ACK'],
		['0B', 'CLOSING'],
		['0C', 'SYN_RECV'],
		['0E', null],
	])('state %s of TCP is %s', (number, state) => {
		expect(parseNetTable(net('0100007F:1538', '0100007F:D5C7', number), 'tcp')[0]?.state).toBe(state);
	});

	test.each<[string, NetTable, string, string]>([
		[
			'both ends of a connection',
			'tcp',
			net('0100007F:1538', '0101A8C0:D5C7', '01'),
			'tcp ipv4 127.0.0.1:5432 192.168.1.1:54727 ESTABLISHED 42',
		],
		['any address', 'tcp', net('00000000:0050', none, '0A'), 'tcp ipv4 *:80 - LISTEN 42'],
		[
			'IPv4 inside IPv6 as IPv4',
			'tcp6',
			net('0000000000000000FFFF00000100007F:9277', '0000000000000000FFFF00000100007F:E38A', '01'),
			'tcp ipv6 127.0.0.1:37495 127.0.0.1:58250 ESTABLISHED 42',
		],
		['UDP without a peer', 'udp', net('FB0000E0:14E9', none, '07'), 'udp ipv4 224.0.0.251:5353 - BOUND 42'],
		['UDP with one', 'udp', net('0100007F:AAC6', '0100007F:0035', '01'), 'udp ipv4 127.0.0.1:43718 127.0.0.1:53 ESTABLISHED 42'],
		[
			'a raw socket by the protocol it reads',
			'raw6',
			net(`${'0'.repeat(32)}:003A`, `${'0'.repeat(32)}:0000`, '07'),
			'RAW 58 ipv6 - - null 42',
		],
		['an inode beyond 2^53', 'tcp', net(none, none, '07', '18446744073709551615'), 'tcp ipv4 - - CLOSED 18446744073709551615'],
	])('tells %s', (_, table, text, row) => {
		expect(rows(text, table)).toEqual([row]);
	});

	test('leaves out what nobody holds', () => {
		expect(rows(net('0100007F:0050', '0100007F:0051', '06', 0), 'tcp')).toEqual([]);
	});

	test('unix sockets have a type, a state and perhaps a name, which may hold a line break', () => {
		const text = [
			'Num       RefCount Protocol Flags    Type St Inode Path',
			'00000000870eae80: 00000002 00000000 00010000 0001 01 11 /run/my socket',
			'00000000ad31a7f6: 00000003 00000000 00000000 0002 03 12 /dev/log',
			'00000000466a30a6: 00000002 00000000 00000000 0005 01 13 @seq',
			'0000000029c2efa3: 00000002 00000000 00010000 0001 01 14 @abs',
			'nl',
			'00000000be9cd312: 00000003 00000000 00000000 0001 02     0 /tmp/being-made',
			'00000000df7fb57b: 00000003 00000000 00000000 0001 03 15',
			'',
		].join('\n');
		expect(rows(text, 'unix')).toEqual([
			'unix stream /run/my socket LISTEN 11',
			'unix dgram /dev/log CONNECTED 12',
			'unix seqpacket @seq UNCONNECTED 13',
			'unix stream @abs\\nnl LISTEN 14',
			'unix stream - CONNECTED 15',
		]);
	});

	test('netlink and packet sockets are known by what they listen to', () => {
		const netlink = 'sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode\n';
		const line = (protocol: number, inode: number): string => `000000004ce3bd7d ${protocol}   1234       00000000 0 0 0 2 0 ${inode}  \n`;
		expect(parseNetTable(netlink + line(0, 5) + line(15, 6) + line(31, 7), 'netlink').map(({kind, id}) => [kind, id])).toEqual([
			['NETLINK ROUTE', '5'],
			['NETLINK KOBJECT_UEVENT', '6'],
			['NETLINK', '7'],
		]);
		const packet =
			'sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n000000006b7c0cd4 3      3    0003   0     1 3338   0      656836\n';
		expect(parseNetTable(packet, 'packet').map(({kind, id}) => [kind, id])).toEqual([['PACKET', '656836']]);
	});
});

describe('whatever a table holds', () => {
	const tables: readonly NetTable[] = ['tcp', 'udp6', 'unix', 'raw', 'netlink', 'packet'];
	const parsers = tables.flatMap(table => [
		(text: string) => parseNetTable(text, table),
		(text: string) => parseNetTable(`0: 00000002 00000000 00010000 0001 01 9 ${text}`, table),
		(text: string) => parseNetTable(`   0: ${text}`, table),
	]);

	test('it neither throws nor hands on what must not be shown', () => {
		expect(parsers.flatMap(parse => [...throwing(parse), ...leaks(parse)])).toEqual([]);
	});

	test('it takes a time that grows with the length and no faster', () => {
		expect(parsers.flatMap(parse => units.filter(unit => !isLinearFor(parse, unit)))).toEqual([]);
	});
});

const recorded = ['no-systemd', 'traps'].flatMap(folder => {
	const unix = readOutput(folder, 'proc-net-unix.out');
	const tcp = readOutput(folder, 'proc-net-tcp.out');
	return unix === null || tcp === null ? [] : [[folder, unix, tcp] as const];
});

describe.skipIf(recorded.length === 0)('recorded machines', () => {
	test.each(recorded)('%s: every socket that somebody holds', (_, unix, tcp) => {
		expect(parseNetTable(unix, 'unix')).toHaveLength(unix.match(/^[0-9a-f]{16}: (?:\S+ ){4}\S+ +[1-9]\d*/gm)?.length ?? -1);
		// the recording is tcp, tcp6, udp and udp6 in one
		const all = parseNetTable(tcp, 'tcp');
		expect(all).toHaveLength(tcp.match(/^ +\d+: (?:\S+ ){6} *\d+ +\d+ +[1-9]\d* /gm)?.length ?? -1);
		expect(all.filter(({state, local}) => state === null || local === null)).toEqual([]);
	});
});
