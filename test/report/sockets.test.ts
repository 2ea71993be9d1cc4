import {describe, expect, test} from 'vitest';
import type {ListeningSocket} from '../../source/model/process.js';
import type {ExplainedProcess, Problem, Snapshot} from '../../source/model/snapshot.js';
import {type HeldSocket, socketStates} from '../../source/model/socket.js';
import {internetSocket, unixSocket, unknownSocket} from '../../source/parse/held-socket.js';
import {type SocketsState, socketsReport} from '../../source/report/sockets.js';
import {addressWord, portName, remoteWord, stateWord, sockets as words} from '../../source/text/en/sockets.js';
import {en} from '../../source/text/en.js';
import {jobFixture} from '../classify/mac-scene.js';
import {explainedFixture, snapshotFixture, traitsFixture, unitFixture, verdictFixture} from '../support/process-fixture.js';
import {lineText} from './report-text.js';

const text = {...en, sockets: words};
let nextId = 0;

/** `127.0.0.1:80` or `10.0.0.1:5->10.0.0.2:443`. */
const tcp = (ends: string, state: string, parts: Partial<HeldSocket> = {}): HeldSocket => {
	const [local = null, remote = null] = ends.split('->').map(end => {
		const [, address = '', port = ''] = /^(.*):(\d+)$/.exec(end) ?? [];
		return {address, port: Number(port)};
	});
	nextId++;
	return {...internetSocket({protocol: 'tcp', family: 'ipv4', local, remote, state, id: String(nextId)}), ...parts};
};

const udp = (ends: string): HeldSocket => {
	const {local, remote, id} = tcp(ends, 'LISTEN');
	return internetSocket({protocol: 'udp', family: 'ipv4', local, remote, state: null, id});
};

const unix = (parts: Partial<HeldSocket>): HeldSocket => ({
	...unixSocket({path: null, unixType: 'stream', state: 'CONNECTED', id: String(++nextId)}),
	...parts,
});

const process = explainedFixture({pid: 812, name: 'nginx', uid: 0, user: 'root'});
const quiet: SocketsState = {isLoading: false, problem: null};

const reportOf = (
	sockets: readonly HeldSocket[] | null,
	{
		state = {},
		others = [],
		self = process,
		services = [],
	}: {
		state?: Partial<SocketsState>;
		others?: readonly ExplainedProcess[];
		self?: ExplainedProcess;
		services?: Snapshot['services'];
	} = {},
): readonly string[] =>
	socketsReport(
		self,
		snapshotFixture([...others, self], {services}),
		{sockets, isCut: false, source: 'lsof'},
		{...quiet, ...state},
		text,
	).map(lineText);

const listening = (pid: number, sockets: readonly Partial<ListeningSocket>[], parts: Partial<ExplainedProcess> = {}): ExplainedProcess =>
	explainedFixture({
		pid,
		name: 'nginx',
		traits: traitsFixture({
			listens: sockets.map(
				socket => ({protocol: 'tcp', family: 'ipv4', address: '0.0.0.0', port: 80, id: null, ...socket}) as ListeningSocket,
			),
		}),
		...parts,
	});

describe('the sentence on top', () => {
	test.each<[string, readonly HeldSocket[], string]>([
		[
			'nothing',
			[],
			'Holds no sockets: it talks to nobody over a network. It may still use messages, pipes or shared memory on this computer.',
		],
		[
			'ports and connections',
			[
				tcp('*:80', 'LISTEN'),
				tcp('*:443', 'LISTEN'),
				...['1', '2', '3'].map(host => tcp(`10.0.0.1:80->10.0.0.${host}:5000`, 'ESTABLISHED')),
			],
			'Listens on 2 ports for every network, and has 3 connections.',
		],
		[
			'ports of several reaches, each counted once by its furthest',
			[
				tcp('127.0.0.1:80', 'LISTEN'),
				tcp('*:80', 'LISTEN', {family: 'ipv6'}),
				tcp('127.0.0.1:80', 'LISTEN'),
				udp('192.168.1.5:123'),
				tcp('::1:5432', 'LISTEN'),
				tcp('127.0.0.1:5432', 'LISTEN'),
			],
			'Listens on 1 port for every network, on 1 port for one network and on 1 port for this computer only, and has no connections.',
		],
		['a connection', [tcp('10.0.0.1:5->10.0.0.2:443', 'ESTABLISHED')], 'Has 1 connection, and listens on nothing.'],
		[
			'a unix server',
			[unix({path: '/run/x', state: 'LISTEN'})],
			'Listens for this computer only, at 1 Unix socket, and has no connections.',
		],
		[
			'the rest',
			[unix({}), unix({}), {...unknownSocket, kind: 'NETLINK ROUTE', id: 'a'}],
			'Neither listens nor has connections: it holds 2 Unix sockets and 1 socket of another kind.',
		],
	])('sums up %s', (_, sockets, sentence) => {
		expect(reportOf(sockets)[0]).toBe(sentence);
	});
});

describe('what listens', () => {
	test('comes first, with who can reach it', () => {
		const shown = reportOf([
			unix({}),
			tcp('10.0.0.1:5->10.0.0.2:443', 'ESTABLISHED'),
			tcp('127.0.0.1:631', 'LISTEN'),
			udp('224.0.0.251:5353'),
		]);
		expect(shown.filter(line => line.startsWith('#'))).toEqual(['# Listening 2', '# Connections 1', '# Unix sockets 1']);
		expect(shown).toContain('● tcp4 127.0.0.1:631 (printing, IPP)  LISTEN | waits for callers: this computer only');
		expect(shown).toContain(
			'● udp4 224.0.0.251:5353 (names nearby, mDNS)  BOUND | waits for packets: everybody nearby who asks for names (mDNS)',
		);
	});

	test('for every network with IPv4 and with IPv6 is one', () => {
		const shown = reportOf([tcp('*:7000', 'LISTEN'), tcp('*:7000', 'LISTEN', {family: 'ipv6'})]);
		expect(shown).toContain('● tcp46 *:7000  LISTEN | waits for callers: every network');
	});

	test('several times at one address shares the work', () => {
		expect(reportOf([udp('127.0.0.1:20053'), udp('127.0.0.1:20053')])).toContain(
			'● udp4 127.0.0.1:20053  BOUND | waits for packets: this computer only; 2 sockets share the work at this address',
		);
	});
});

describe('a socket that others hold, too', () => {
	const socket = tcp('*:80', 'LISTEN', {id: '641923'});
	const same = [{id: '641923'}];
	const noteOf = (others: readonly ExplainedProcess[], self: ExplainedProcess = process): string | undefined =>
		reportOf([socket], {others, self})
			.find(line => line.includes('LISTEN'))
			?.split(': every network')
			.at(1);

	test('was opened by the oldest of them', () => {
		expect(noteOf([listening(700, same), listening(900, same)])).toBe('; shared with nginx (700), which opened it');
		expect(
			noteOf([listening(700, same, {startedAt: process.startedAt, pid: 811}), listening(813, same, {startedAt: process.startedAt})]),
		).toBe('; shared with nginx (811), which opened it');
	});

	test('is shared with workers by whoever opened it', () => {
		const worker = (pid: number) => listening(pid, same, {isParentsProgram: true});
		expect(noteOf([worker(900), worker(901), worker(902)])).toBe('; shared with 3 workers');
		expect(noteOf([worker(900)])).toBe('; shared with 1 worker');
	});

	test('is shared with others by name', () => {
		const others = [900, 901, 902, 903].map(pid => listening(pid, same, {name: `other${pid}`}));
		expect(noteOf(others)).toBe('; shared with other900 (900), other901 (901), other902 (902) and 1 more');
	});

	test('was handed over by a service manager', () => {
		const init = listening(1, same, {name: 'systemd', verdict: verdictFixture('init')});
		expect(noteOf([init])).toBe('; systemd (1) opened it and handed it over');
	});

	test('is not the one at the same address in another network', () => {
		expect(noteOf([listening(700, [{id: '5'}])])).toBe('');
	});

	test('is known by its address where nothing better is told, of TCP alone', () => {
		expect(noteOf([listening(700, [{id: null}])])).toBe('; shared with nginx (700), which opened it');
		expect(noteOf([listening(700, [{protocol: 'udp', id: null}])])).toBe('');
		const dns = udp('*:5353');
		const others = [listening(700, [{protocol: 'udp', port: 5353, id: null}])];
		expect(reportOf([dns], {others})).toContain('● udp4 *:5353 (names nearby, mDNS)  BOUND | waits for packets: every network');
	});
});

describe('a socket that a manager holds', () => {
	const job = (address: string) => ({
		...process,
		service: jobFixture('system', 'com.openssh.sshd', 812, {sockets: [{name: 'Listeners', address}]}),
	});
	const held = job('*:22');

	test('is told beside it, or alone', () => {
		expect(reportOf([tcp('*:22', 'LISTEN')], {self: held})).toContain(
			'● tcp4 *:22 (SSH)  LISTEN | waits for callers: every network; launchd holds this socket for it (Listeners): whatever arrives first starts it',
		);
		expect(reportOf([], {self: held})).toContain('◌ *:22 | launchd holds this socket for it (Listeners): whatever arrives first starts it');
		expect(reportOf(null, {self: held, state: {problem: {source: 'lsof', failure: 'denied', detail: null}}}).at(-1)).toContain(
			'launchd holds',
		);
	});

	test.each([
		['22', true],
		['[::]:22', true],
		['0.0.0.0:22', true],
		['127.0.0.1:22', false],
		['23', false],
		['/run/x', false],
	])('written %s is the one at port 22 of every network: %s', (address, isSame) => {
		const shown = reportOf([tcp('*:22', 'LISTEN')], {self: job(address)});
		expect(shown.some(line => line.startsWith('◌'))).toBe(!isSame);
	});

	const services = [unitFixture('dt-sock.socket', {triggers: ['dt-sock.service'], listens: ['127.0.0.1:18080']})];

	test('is known from the socket units of a service', () => {
		const self = {...process, service: unitFixture('dt-sock.service')};
		expect(reportOf([], {self, services})).toContain(
			'◌ 127.0.0.1:18080 | systemd holds this socket for it (dt-sock.socket): whatever arrives first starts it',
		);
	});

	test('says at the manager for whom', () => {
		const self = explainedFixture({pid: 1, name: 'systemd', kind: 'init'});
		expect(reportOf([tcp('127.0.0.1:18080', 'LISTEN')], {self, services})).toContain(
			'● tcp4 127.0.0.1:18080  LISTEN | waits for callers: this computer only; held for dt-sock.socket: whatever arrives first starts dt-sock.service',
		);
	});
});

describe('connections', () => {
	test('that are alike are one line', () => {
		const leaks = Array.from({length: 31}, (_, index) => tcp(`10.0.0.1:${50_000 + index}->10.0.0.5:443`, 'CLOSE_WAIT'));
		const callers = [5001, 5002].map(port => tcp(`10.0.0.1:80->10.0.0.9:${port}`, 'ESTABLISHED'));
		const shown = reportOf([tcp('*:80', 'LISTEN'), ...callers, ...leaks]);
		expect(shown).toContain(
			'! tcp4 CLOSE_WAIT ×31  to 10.0.0.5:443 (web, HTTPS) | the other side hung up and this program has not closed yet: a leak if there are many; it called somebody in a private network',
		);
		expect(shown).toContain(
			'● tcp4 ESTABLISHED ×2  from 10.0.0.9 to port 80 (web, HTTP) here | connected; called by somebody in a private network',
		);
	});

	test('that the other side has closed are a warning from five on', () => {
		const leaks = (number: number) => Array.from({length: number}, (_, index) => tcp(`10.0.0.1:${index + 1}->10.0.0.5:443`, 'CLOSE_WAIT'));
		expect(reportOf(leaks(4)).filter(line => line.includes('in CLOSE_WAIT'))).toEqual([]);
		expect(reportOf(leaks(5))[1]).toMatch(/^5 connections are in CLOSE_WAIT: .*leaks connections\.$/);
	});

	test('name who answers on this computer', () => {
		const others = [
			listening(571, [{address: '127.0.0.1', port: 5432}], {name: 'postgres'}),
			listening(572, [{address: '10.0.0.5', port: 5432}]),
		];
		expect(reportOf([tcp('127.0.0.1:53412->127.0.0.1:5432', 'ESTABLISHED')], {others})).toContain(
			'● tcp4 127.0.0.1:53412 → 127.0.0.1:5432 (PostgreSQL)  ESTABLISHED | connected; it called postgres (571) on this computer',
		);
	});

	test('name nobody who merely listens at the same port here', () => {
		const others = [listening(571, [{address: '0.0.0.0', port: 5432}], {name: 'postgres'})];
		expect(reportOf([tcp('10.0.0.1:53412->10.0.0.7:5432', 'ESTABLISHED')], {others})).toContain(
			'● tcp4 10.0.0.1:53412 → 10.0.0.7:5432 (PostgreSQL)  ESTABLISHED | connected; it called somebody in a private network',
		);
	});

	test('that another process accepted came in, too', () => {
		const others = [listening(571, [{address: '127.0.0.1', port: 5432}], {name: 'postgres'})];
		expect(reportOf([tcp('127.0.0.1:5432->127.0.0.1:53412', 'ESTABLISHED')], {others})).toContain(
			'● tcp4 127.0.0.1:5432 (PostgreSQL) ← 127.0.0.1:53412  ESTABLISHED | connected; called by somebody on this computer',
		);
	});

	test('of UDP are none, but an address', () => {
		expect(reportOf([udp('10.0.0.1:40000->9.9.9.9:53')])).toContain(
			'● udp4 10.0.0.1:40000 → 9.9.9.9:53 (DNS)  ESTABLISHED | exchanges packets with one address only, somebody on the internet',
		);
	});

	test('of IPv6 have their addresses in brackets', () => {
		const socket = tcp('2001:db8::1:40000->2001:db8::2:443', 'SYN_SENT', {family: 'ipv6'});
		expect(reportOf([socket])).toContain(
			'○ tcp6 [2001:db8::1]:40000 → [2001:db8::2]:443 (web, HTTPS)  SYN_SENT | is calling and has no answer yet; it called somebody on the internet',
		);
	});

	test('are cut after a hundred lines, and say so', () => {
		const many = Array.from({length: 130}, (_, index) => tcp(`10.0.0.1:${index + 1}->10.0.1.${index}:443`, 'ESTABLISHED'));
		expect(reportOf(many)).toContain('… and 30 more');
	});
});

describe('unix sockets and others', () => {
	test('say what they are for, and who is at the other end', () => {
		const bus = explainedFixture({pid: 30, name: 'dbus-daemon'});
		const shown = reportOf(
			[
				unix({path: '/run/x', state: 'LISTEN'}),
				unix({path: '/dev/log', unixType: 'dgram', state: 'UNCONNECTED'}),
				unix({peer: {id: 'p', path: '/run/dbus/bus', pids: [30]}}),
				...[812, 812].map(pid => unix({peer: {id: 'q', path: null, pids: [pid]}})),
				unix({path: '/tmp/y', state: null, unixType: null}),
				...[1, 2, 3, 4, 5].map(pid => unix({path: '/run/x', peer: {id: `c${pid}`, path: null, pids: [pid]}})),
				unix({}),
			],
			{others: [bus]},
		);
		expect(shown.slice(3, 10)).toEqual([
			'● /run/x  stream  LISTEN | waits for callers on this computer',
			'○ /dev/log  datagrams  UNCONNECTED | takes messages that are sent to this name',
			'○ /tmp/y | has this name; whether it listens or is connected is not told',
			'● /run/x ×5  stream  CONNECTED | connected; at the other end: 1, 2, 3 and 2 more',
			'● → /run/dbus/bus  stream  CONNECTED | connected; at the other end: dbus-daemon (30)',
			'● no name ×2  stream  CONNECTED | connected; both ends are in this process',
			'● no name  stream  CONNECTED | connected',
		]);
	});

	test.each([
		['NETLINK ROUTE', 'hears from the kernel about network interfaces, addresses and routes'],
		['RAW 1', 'writes and reads ICMP itself, as ping does'],
		['RAW 17', 'writes and reads packets of one IP protocol itself'],
		['TCPv6', 'not connected and listening nowhere, or part of another network that cannot be seen from here'],
		['SYSTEM com.apple.netsrc', 'talks with a part of the kernel'],
		[null, 'of a kind that the system does not explain'],
	])('of the kind %s are explained', (kind, word) => {
		const sockets = ['a', 'b'].map(id => ({...unknownSocket, kind, id}));
		expect(reportOf(sockets)).toContain(`○ ${kind ?? '?'} ×2 | ${word}`);
	});
});

describe('what may not be read', () => {
	const problem = (failure: Problem['failure']): Problem => ({source: 'lsof', failure, detail: null});
	const unread = (failure: Problem['failure'], others: readonly ExplainedProcess[] = []): readonly string[] =>
		reportOf(null, {state: {problem: problem(failure)}, others});

	test('is not none: why, and which command would tell', () => {
		const [why, how] = unread('denied', [explainedFixture({pid: 9, uid: 1000, isSelf: true})]);
		expect(why).toBe('Its sockets may not be read: it belongs to root, and only root may look. That does not mean that it has none.');
		expect(how).toBe('To see them: sudo daemon-top why 812');
	});

	test('may be closed to its own user', () => {
		expect(unread('denied', [explainedFixture({pid: 9, uid: 0, isSelf: true})])[0]).toBe(
			'Its sockets may not be read as this user. That does not mean that it has none.',
		);
	});

	test('says otherwise why not', () => {
		expect(unread('gone')).toEqual(['It ended before it could be asked for its sockets.']);
		expect(unread('timeout')).toEqual(['Which sockets it holds is not known: lsof did not answer in time and was stopped.']);
	});

	test('may still be coming, or cannot be asked', () => {
		const show = (isLoading: boolean) =>
			socketsReport(process, snapshotFixture([process]), null, {...quiet, isLoading}, text).map(lineText);
		expect(show(true)).toEqual(['Asking which sockets it holds …']);
		expect(show(false)).toEqual(['This system cannot be asked for the sockets of one process.']);
	});

	test('is told beside what was found another way', () => {
		const shown = reportOf([unix({})], {state: {problem: problem('timeout')}});
		expect(shown.slice(-2)).toEqual(['lsof did not answer in time and was stopped; the rest was found another way.', 'Told by lsof.']);
	});
});

describe('the words', () => {
	test.each([
		['*', 'every network'],
		['0.0.0.0', 'every network'],
		['::', 'every network'],
		['127.0.0.53%lo', 'this computer only'],
		['::1', 'this computer only'],
		['::ffff:127.0.0.1', 'this computer only'],
		['192.168.1.5', 'one network: 192.168.1.5'],
		['172.32.0.1', 'one network: 172.32.0.1'],
		['fd00::1', 'one network: fd00::1'],
		['fe80::1%eth0', 'direct neighbours only (link-local)'],
		['fe80:4::aede', 'direct neighbours only (link-local)'],
		['169.254.3.4', 'direct neighbours only (link-local)'],
		['224.0.0.251', 'everybody nearby who asks for names (mDNS)'],
		['FF02::FB', 'everybody nearby who asks for names (mDNS)'],
		['239.255.255.250', 'everybody nearby who looks for devices (SSDP)'],
		['ff02::1', 'everybody who sends to this group (multicast)'],
		['255.255.255.255', 'everybody on the local network (broadcast)'],
	])('of the address %s say who can reach it', (address, word) => {
		expect(addressWord(address)).toBe(word);
	});

	test.each([
		['127.0.0.1', 'on this computer'],
		['172.16.0.1', 'in a private network'],
		['172.15.0.1', 'on the internet'],
		['100.64.0.1', 'in a private network'],
		['2606:4700::1111', 'on the internet'],
		['fe80::1', 'on the same cable or Wi-Fi (link-local)'],
	])('of the far address %s say where that is', (address, word) => {
		expect(remoteWord(address)).toBe(word);
	});

	test('there are some for every state', () => {
		expect(socketStates.filter(state => stateWord(state).length < 4)).toEqual([]);
		expect(stateWord('LISTEN')).toBe('waits for callers');
	});

	test('a port has a name where it has a common use', () => {
		expect([22, 53, 80, 443, 631, 5353, 5432, 3306, 6379].filter(port => portName(port) === null)).toEqual([]);
		expect([0, 20_057, 65_535, -1, Number.NaN].map(portName)).toEqual([null, null, null, null, null]);
	});
});
