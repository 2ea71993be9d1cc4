import type {Problem} from '../../model/snapshot.js';
import type {SocketState} from '../../model/socket.js';
import {portNameOf} from '../port-names.js';
import {type SocketKind, socketKindOf} from '../socket-kinds.js';
import {type Reach, reachOf} from '../socket-reach.js';
import type {Widened} from '../widened.js';

const stateWords = {
	LISTEN: 'waits for callers',
	BOUND: 'waits for packets',
	ESTABLISHED: 'connected',
	SYN_SENT: 'is calling and has no answer yet',
	SYN_RECV: 'is being called, not connected yet',
	CLOSE_WAIT: 'the other side hung up and this program has not closed yet: a leak if there are many',
	FIN_WAIT1: 'has hung up, and the other side has not noticed yet',
	FIN_WAIT2: 'has hung up, and waits for the other side to do so',
	CLOSING: 'both sides are hanging up at the same moment',
	LAST_ACK: 'both sides have hung up, and one last confirmation is missing',
	TIME_WAIT: 'over; the system keeps the port back for a while so that late packets do no harm',
	CLOSED: 'not connected',
	CONNECTED: 'connected',
	UNCONNECTED: 'not connected',
} satisfies Readonly<Record<SocketState, string>>;

/** What a state means. */
export const stateWord = (state: SocketState): string => stateWords[state];

const portNames: Readonly<Record<number, string>> = {
	20: 'FTP data',
	25: 'mail, SMTP',
	67: 'DHCP server',
	68: 'DHCP client',
	80: 'web, HTTP',
	110: 'mail, POP3',
	111: 'RPC directory',
	123: 'time, NTP',
	137: 'NetBIOS names',
	138: 'NetBIOS messages',
	139: 'Windows file sharing',
	143: 'mail, IMAP',
	179: 'BGP routing',
	427: 'service location, SLP',
	443: 'web, HTTPS',
	445: 'Windows file sharing, SMB',
	465: 'mail, SMTP over TLS',
	500: 'IPsec keys',
	546: 'DHCPv6 client',
	547: 'DHCPv6 server',
	548: 'Apple file sharing',
	554: 'streaming, RTSP',
	587: 'sending mail',
	631: 'printing, IPP',
	636: 'LDAP over TLS',
	853: 'DNS over TLS',
	993: 'mail, IMAP over TLS',
	995: 'mail, POP3 over TLS',
	1080: 'SOCKS proxy',
	1433: 'SQL Server',
	1521: 'Oracle database',
	1900: 'finding devices, SSDP',
	2376: 'Docker over TLS',
	3389: 'remote desktop, RDP',
	3689: 'music sharing, DAAP',
	5037: 'Android debugging',
	5060: 'telephony, SIP',
	5222: 'chat, XMPP',
	5223: 'push messages',
	5228: 'Google push messages',
	5353: 'names nearby, mDNS',
	5355: 'names nearby, LLMNR',
	5900: 'screen sharing, VNC',
	8080: 'web, second choice',
	8443: 'web over TLS, second choice',
	8883: 'MQTT over TLS',
	9100: 'printing, raw',
	17500: 'Dropbox on the local network',
	62078: 'iPhone synchronisation',
};

/** What a port is commonly used for; which program answers there is another matter. */
export const portName = (port: number): string | null => portNameOf(port, portNames);

/** Who can reach a socket that waits at an address. */
export const addressWord = (address: string): string => {
	const words: Readonly<Record<Reach, string>> = {
		any: 'every network',
		loopback: 'this computer only',
		link: 'direct neighbours only (link-local)',
		mdns: 'everybody nearby who asks for names (mDNS)',
		ssdp: 'everybody nearby who looks for devices (SSDP)',
		llmnr: 'everybody nearby who asks for names (LLMNR)',
		multicast: 'everybody who sends to this group (multicast)',
		broadcast: 'everybody on the local network (broadcast)',
		private: `one network: ${address}`,
		public: `one network: ${address}`,
	};
	return words[reachOf(address)];
};

/** Where somebody at the other end of a connection is. */
export const remoteWord = (address: string): string => {
	const words: Readonly<Record<Reach, string>> = {
		any: 'somewhere',
		loopback: 'on this computer',
		link: 'on the same cable or Wi-Fi (link-local)',
		mdns: 'nearby who asks for names (mDNS)',
		ssdp: 'nearby who looks for devices (SSDP)',
		llmnr: 'nearby who asks for names (LLMNR)',
		multicast: 'in a multicast group',
		broadcast: 'anywhere on the local network',
		private: 'in a private network',
		public: 'on the internet',
	};
	return words[reachOf(address)];
};

const kindWords: Readonly<Record<SocketKind, string>> = {
	'netlink-route': 'hears from the kernel about network interfaces, addresses and routes',
	'netlink-uevent': 'hears from the kernel about devices that come and go',
	'netlink-audit': 'the audit log of the kernel',
	'netlink-generic': 'talks with one part of the kernel, such as Wi-Fi',
	'netlink-netfilter': 'firewall rules and the list of tracked connections',
	'netlink-xfrm': 'the IPsec settings of the kernel',
	'netlink-sock-diag': 'asks the kernel for lists of sockets',
	'netlink-connector': 'hears from the kernel about processes that start and end',
	'netlink-selinux': 'hears about decisions of SELinux',
	netlink: 'talks with the kernel',
	packet: 'sees whole network packets as they pass: a DHCP client, a monitor or a sniffer does that',
	icmp: 'writes and reads ICMP itself, as ping does',
	icmpv6: 'writes and reads ICMPv6 itself, as neighbour discovery does',
	raw: 'writes and reads packets of one IP protocol itself',
	ping: 'sends pings',
	tcp: 'not connected and listening nowhere, or part of another network that cannot be seen from here',
	udp: 'bound to no port yet, or part of another network that cannot be seen from here',
	unix: 'part of another network that cannot be seen from here',
	vsock: 'between a virtual machine and its host',
	alg: 'encryption done by the kernel',
	system: 'talks with a part of the kernel',
	route: 'hears from the kernel about routes',
	key: 'the IPsec keys of the kernel',
	ndrv: 'writes and reads whole packets of one network interface',
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const listed = (parts: readonly string[]): string =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** What is counted: ports by how far they reach, and the rest. */
export type SocketCounts = {
	every: number;
	one: number;
	computer: number;
	unixServers: number;
	connections: number;
	unix: number;
	others: number;
};

const summary = ({every, one, computer, unixServers, connections, unix, others}: SocketCounts): string => {
	const ports = (number: number): string => count(number, 'port', 'ports');
	const reached = [
		every > 0 ? `on ${ports(every)} for every network` : null,
		one > 0 ? `on ${ports(one)} for one network` : null,
		computer > 0 ? `on ${ports(computer)} for this computer only` : null,
		every + one + computer === 0 && unixServers > 0
			? `for this computer only, at ${count(unixServers, 'Unix socket', 'Unix sockets')}`
			: null,
	].filter(part => part !== null);
	const connected = count(connections, 'connection', 'connections');
	if (reached.length > 0) {
		return `Listens ${listed(reached)}, and has ${connections === 0 ? 'no connections' : connected}.`;
	}

	if (connections > 0) {
		return `Has ${connected}, and listens on nothing.`;
	}

	const rest = [
		unix > 0 ? count(unix, 'Unix socket', 'Unix sockets') : null,
		others > 0 ? count(others, 'socket of another kind', 'sockets of other kinds') : null,
	];
	return `Neither listens nor has connections: it holds ${listed(rest.filter(part => part !== null))}.`;
};

/** Words of the Sockets pane. */
export const sockets = {
	stateWord,
	addressWord,
	remoteWord,
	portName,
	summary,
	kindWord: (kind: string | null): string => {
		const found = socketKindOf(kind);
		return found === null ? 'of a kind that the system does not explain' : kindWords[found];
	},
	loading: 'Asking which sockets it holds …',
	none: 'Holds no sockets: it talks to nobody over a network. It may still use messages, pipes or shared memory on this computer.',
	notTold: 'This system cannot be asked for the sockets of one process.',
	gone: 'It ended before it could be asked for its sockets.',
	/** `user`: whose process it is; `null`: one's own, or not known. */
	denied: (user: string | null): string =>
		user === null
			? 'Its sockets may not be read as this user. That does not mean that it has none.'
			: `Its sockets may not be read: it belongs to ${user}, and only ${user === 'root' ? 'root' : `${user} and root`} may look. That does not mean that it has none.`,
	nobodyTells: (problem: string): string => `Which sockets it holds is not known: ${problem}.`,
	askWith: 'To see them',
	command: (pid: number): string => `sudo daemon-top why ${pid}`,
	meanwhile: (problem: string): string => `${problem}; the rest was found another way.`,
	listening: 'Listening',
	connections: 'Connections',
	unix: 'Unix sockets',
	others: 'Other sockets',
	waitsFrom: (state: SocketState, reach: string): string => `${stateWords[state]}: ${reach}`,
	/** Of UDP, which has no connections. */
	oneAddressOnly: (where: string): string => `exchanges packets with one address only, somebody ${where}`,
	times: (number: number): string => (number > 1 ? ` ×${number}` : ''),
	sameAddress: (number: number): string => `${number} sockets share the work at this address`,
	arrow: {in: '←', out: '→'},
	manyIn: (from: string, port: string): string => `from ${from} to port ${port} here`,
	manyOut: (to: string): string => `to ${to}`,
	/** `where`: a word of `remoteWord`. */
	calledBy: (where: string): string => `called by somebody ${where}`,
	/** `who`: the process that answers there. */
	called: (where: string, who: string | null): string => (who === null ? `it called somebody ${where}` : `it called ${who} ${where}`),
	closeWait: (number: number): string =>
		`${number} connections are in CLOSE_WAIT: the other side has hung up and this program has not closed its end yet. If the number keeps growing, it leaks connections.`,
	noName: 'no name',
	unixType: {stream: 'stream', dgram: 'datagrams', seqpacket: 'packets'},
	unixServer: 'waits for callers on this computer',
	unixInbox: 'takes messages that are sent to this name',
	unixNamed: 'has this name; whether it listens or is connected is not told',
	unixState: (state: SocketState | null): string => (state === null ? 'its state is not told' : stateWords[state]),
	bothEnds: 'both ends are in this process',
	otherEnd: (names: readonly string[], more: number): string =>
		`at the other end: ${names.join(', ')}${more > 0 ? ` and ${count(more, 'more', 'more')}` : ''}`,
	peerNamed: (path: string): string => `→ ${path}`,
	sharedBy: (owner: string): string => `shared with ${owner}, which opened it`,
	handedOver: (owner: string): string => `${owner} opened it and handed it over`,
	sharedWorkers: (number: number): string => `shared with ${count(number, 'worker', 'workers')}`,
	sharedWith: (names: readonly string[], more: number): string => `shared with ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
	heldForIt: (manager: 'systemd' | 'launchd', name: string): string =>
		`${manager} holds this socket for it (${name}): whatever arrives first starts it`,
	heldFor: (unit: string, service: string | null): string =>
		service === null ? `held for ${unit}` : `held for ${unit}: whatever arrives first starts ${service}`,
	more: (number: number): string => `… and ${number} more`,
	cut: 'It holds more sockets than are read; those that listen are all here as far as they were seen.',
	toldBy: (source: string): string => `Told by ${source}.`,
};

export type SocketsText = Widened<typeof sockets>;

/** What the pane needs of all words. */
export type SocketWords = {sockets: SocketsText; problem: (problem: Problem) => string};
