import {describe, expect, test} from 'vitest';
import {parseProcNet, parseProcNetUnix} from '../../source/parse/proc-net.js';

const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';

const lineOf = (address: string, state = '0A', inode = 4242): string =>
	`   0: ${address} ${'0'.repeat(address.length - 5)}:0000 ${state} 00000000:00000000 00:00000000 00000000   104        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;

/** The hexadecimal form of 16 bytes as a little-endian kernel prints test. */
const ipv6 = (...groups: readonly number[]): string => {
	const bytes = groups.flatMap(group => [group >> 8, group & 0xff]);
	const words = [0, 4, 8, 12].flatMap(start => bytes.slice(start, start + 4).reverse());
	return words.map(byte => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
};

const addressOf = (hexadecimal: string): string | undefined => parseProcNet(head + lineOf(`${hexadecimal}:0050`), 'tcp')[0]?.address;

describe('parseProcNet', () => {
	test('reads a listening socket', () => {
		expect(parseProcNet(head + lineOf('0100007F:1538'), 'tcp')).toEqual([
			{inode: '4242', uid: 104, protocol: 'tcp', family: 'ipv4', address: '127.0.0.1', port: 5432},
		]);
	});

	test('reads an IPv6 socket', () => {
		expect(parseProcNet(head + lineOf(`${ipv6(0, 0, 0, 0, 0, 0, 0, 1)}:01BB`), 'tcp')).toMatchObject([
			{family: 'ipv6', address: '::1', port: 443},
		]);
	});

	test.each([
		['00000000', '0.0.0.0'],
		['0100007F', '127.0.0.1'],
		['0101A8C0', '192.168.1.1'],
		['FFFFFFFF', '255.255.255.255'],
		[ipv6(0, 0, 0, 0, 0, 0, 0, 0), '::'],
		[ipv6(0, 0, 0, 0, 0, 0, 0, 1), '::1'],
		[ipv6(0xfe80, 0, 0, 0, 0x0211, 0x22ff, 0xfe33, 0x4455), 'fe80::211:22ff:fe33:4455'],
		[ipv6(0, 0, 0, 0, 0, 0xffff, 0x7f00, 1), '::ffff:127.0.0.1'],
		[ipv6(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), '2001:db8::1'],
		// a single zero group is not shortened
		[ipv6(0x2001, 0xdb8, 0, 1, 1, 1, 1, 1), '2001:db8:0:1:1:1:1:1'],
		// the longest run is shortened, the first of equal ones
		[ipv6(0x2001, 0, 0, 1, 0, 0, 0, 1), '2001:0:0:1::1'],
		[ipv6(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1), '2001:db8::1:0:0:1'],
		[ipv6(1, 0, 0, 0, 0, 0, 0, 0), '1::'],
		[ipv6(0, 0, 1, 2, 3, 4, 5, 6), '::1:2:3:4:5:6'],
		[ipv6(1, 2, 3, 4, 5, 6, 7, 8), '1:2:3:4:5:6:7:8'],
		[ipv6(0xabcd, 0xef01, 1, 2, 3, 4, 5, 0xffff), 'abcd:ef01:1:2:3:4:5:ffff'],
	])('writes address %s as %s', (hexadecimal, address) => {
		expect(addressOf(hexadecimal)).toBe(address);
	});

	test('takes of TCP only sockets that listen', () => {
		const states = ['01', '02', '06', '07', '08', '0A', '0B'];
		const sockets = parseProcNet(head + states.map((state, index) => lineOf('00000000:0050', state, index)).join(''), 'tcp');
		expect(sockets.map(socket => states[Number(socket.inode)])).toEqual(['0A']);
	});

	test('takes of UDP only sockets that are bound and not connected', () => {
		const states = ['01', '07', '0A'];
		const sockets = parseProcNet(head + states.map((state, index) => lineOf('00000000:0035', state, index)).join(''), 'udp');
		expect(sockets).toMatchObject([{inode: '1', protocol: 'udp', port: 53}]);
	});

	test.each(['', head, 'nonsense\n', lineOf('0100007F:1538').slice(0, 60), lineOf('0100007:1538'), lineOf('010000ZZ:1538')])(
		'finds nothing in %j',
		text => {
			expect(parseProcNet(text, 'tcp')).toEqual([]);
		},
	);
});

describe('parseProcNetUnix', () => {
	const unixHead = 'Num       RefCount Protocol Flags    Type St Inode Path\n';
	const unixLine = (path: string, flags = '00010000', inode = 99): string =>
		`0000000000000000: 00000002 00000000 ${flags} 0001 01 ${inode}${path === '' ? '' : ` ${path}`}\n`;

	test.each([
		['a path', '/run/dbus/system_bus_socket', '/run/dbus/system_bus_socket'],
		['an abstract name', '@/tmp/.X11-unix/X0', '@/tmp/.X11-unix/X0'],
		['an abstract name of NULs', '@@@@', '@@@@'],
		['a name with spaces', '/run/my socket here', '/run/my socket here'],
		['a name with an escape sequence', '@\u001b[2J', '@\\x1b[2J'],
		['a Hangul name', '/run/데몬', '/run/데몬'],
	])('reads %s', (_, path, expected) => {
		expect([...parseProcNetUnix(unixHead + unixLine(path))]).toEqual([['99', expected]]);
	});

	test('takes only sockets that listen and have a name', () => {
		const text = unixHead + unixLine('/run/a') + unixLine('/run/b', '00000000', 100) + unixLine('', '00010000', 101);
		expect([...parseProcNetUnix(text).keys()]).toEqual(['99']);
	});

	test.each(['\r', '\u2028'])('reads a name that holds the line separator %j', separator => {
		expect(parseProcNetUnix(unixLine(`/run/a${separator}b`)).size).toBe(1);
	});
});
