import {byTimestamp, endpointOf, reachOf} from '../systemd-socket-parts.js';
import {unitOf} from './systemd-known-units.js';
import {onCommand} from './systemd-service.js';
import {
	missing,
	onChoice,
	onFlag,
	onList,
	onMode,
	onNumber,
	onRange,
	onSize,
	onSpan,
	onText,
	type SayDirective,
	someOf,
	wrong,
} from './systemd-words.js';

const addressOf = (address: string): string =>
	({
		'all-ipv4': 'on all IPv4 addresses',
		all: 'on all addresses',
		'this-computer': `on ${address}, from this computer only`,
		one: `on ${address}`,
	})[reachOf(address)];

/** @source systemd.socket(5), ListenStream= */
const endpoint = (text: string, protocol: string): string => {
	const found = endpointOf(text);
	if (found.kind === 'port') {
		return `on ${protocol} port ${found.port}, ${found.address === null ? 'on all addresses' : addressOf(found.address)}`;
	}

	return {
		file: `at the socket file ${text}`,
		local: `at the local name ${text}, which is no file`,
		vsock: `for its virtual machines, or the machine it runs in (${text})`,
		other: `at ${text}`,
	}[found.kind];
};

const allTaken = 'Takes back all addresses that were set before.';

const onEndpoint = (say: (where: string) => string, protocol: string): SayDirective =>
	onText(text => say(endpoint(text, protocol)), allTaken);

const addresses = {
	'Socket.ListenStream': onEndpoint(where => `Waits for connections ${where}.`, 'TCP'),
	'Socket.ListenDatagram': onEndpoint(where => `Waits for messages ${where}.`, 'UDP'),
	'Socket.ListenSequentialPacket': onText(
		(text, value) => (/^[/@]/.test(text) ? `Waits for connections that keep messages apart, ${endpoint(text, '')}.` : wrong(value)),
		allTaken,
	),
	'Socket.ListenFIFO': onText(path => `Waits for somebody to write to the pipe ${path}.`, allTaken),
	'Socket.ListenNetlink': onText(family => `Waits for messages of the kernel: ${family}.`, allTaken),
	'Socket.ListenSpecial': onText(path => `Waits for something to read from the device or special file ${path}.`, allTaken),
	'Socket.ListenMessageQueue': onText(name => `Waits for messages in the queue ${name}.`, allTaken),
	'Socket.ListenUSBFunction': onText(path => `Waits for a computer that uses this one as a USB device, at ${path}.`, allTaken),
	'Socket.SocketProtocol': onChoice({
		udplite: 'Speaks UDP-Lite instead of UDP.',
		sctp: 'Speaks SCTP instead of TCP.',
		mptcp: 'Speaks TCP over several networks at once, where both sides can.',
	}),
	'Socket.BindIPv6Only': onChoice({
		default: 'Whether an IPv6 address also takes IPv4 is left to the system; as a rule it does.',
		both: 'An IPv6 address also takes IPv4.',
		'ipv6-only': 'An IPv6 address takes IPv6 only.',
		yes: 'An IPv6 address takes IPv6 only.',
		no: 'An IPv6 address also takes IPv4.',
	}),
	'Socket.BindToDevice': onText(name => `Only for what comes in at the network interface ${name}.`),
	'Socket.FreeBind': onFlag(
		'May listen on an address that the computer does not have yet.',
		'Listens only on addresses that the computer has.',
	),
	'Socket.ReusePort': onFlag('Others may listen on the same port and share the connections.', 'Nobody else may listen on the same port.'),
	'Socket.Transparent': onFlag(
		'May take connections that are meant for other addresses, as a proxy does.',
		'Takes only connections that are meant for it.',
	),
	'Socket.Broadcast': onFlag('May send to all computers of the network at once.', 'May not send to all computers of the network at once.'),
};

const handing = {
	'Socket.Accept': onFlag(
		'Each connection is served by a process of its own, an instance of the service.',
		'One service is handed the socket and serves all connections.',
	),
	'Socket.Service': onText(name => `Starts ${unitOf(name)}.`, missing),
	'Socket.FileDescriptorName': onText(name => `The service knows this socket by the name ${name}.`),
	'Socket.PassFileDescriptorsToExec': onFlag(
		'The commands before and after are handed the socket too.',
		'Only the service is handed the socket.',
	),
	'Socket.AcceptFileDescriptors': onFlag('May be sent open files.', 'May not be sent open files.'),
	'Socket.Backlog': onNumber(count => `Up to ${count} connections may wait to be taken.`),
	'Socket.MaxConnections': onNumber(count => `Up to ${count} connections at once, where each has a process of its own.`),
	'Socket.MaxConnectionsPerSource': onNumber(count =>
		count === 0 ? 'One address may have any number of connections.' : `One address may have up to ${count} connections.`,
	),
	'Socket.TriggerLimitIntervalSec': onSpan(span => `Its starts of the service are counted over ${span}.`, {
		zero: 'May start the service as often as it likes.',
	}),
	'Socket.TriggerLimitBurst': onNumber(count =>
		count === 0 ? 'May start the service as often as it likes.' : `After ${count} starts within that time it fails and stays closed.`,
	),
	'Socket.PollLimitIntervalSec': onSpan(span => `What comes in is counted over ${span}; with too much it pauses.`, {
		zero: 'Does not pause, however much comes in.',
	}),
	'Socket.PollLimitBurst': onNumber(count =>
		count === 0 ? 'Does not pause, however much comes in.' : `After ${count} events within that time it pauses for a while.`,
	),
	'Socket.DeferTrigger': onChoice({
		no: 'Where the service conflicts with something running, that is stopped for it.',
		yes: 'Where the service conflicts with something running, its start waits for that to end.',
		patient: 'Where the service conflicts with something running, its start waits for that to end, however long.',
	}),
	'Socket.DeferTriggerMaxSec': onSpan(span => `That wait lasts ${span} at most.`, {forever: 'That wait lasts as long as it takes.'}),
	'Socket.FlushPending': onFlag(
		'What is waiting when the service ends is dropped.',
		'What is waiting when the service ends is kept for the next.',
	),
};

const nodes = {
	'Socket.SocketUser': onText(user => `The socket file belongs to ${user}.`),
	'Socket.SocketGroup': onText(group => `The socket file belongs to the group ${group}.`),
	'Socket.SocketMode': onMode(permissions => `The socket file: ${permissions}. To connect takes the right to write.`),
	'Socket.DirectoryMode': onMode(permissions => `Folders made for it on the way: ${permissions}.`),
	'Socket.Symlinks': onList(items => `Also found at ${someOf(items)}.`),
	'Socket.RemoveOnStop': onFlag('Its socket file is removed when it stops.', 'Its socket file stays when it stops.'),
	'Socket.Writable': onFlag('The special file is opened for writing as well.', 'The special file is opened for reading only.'),
};

const connection = {
	'Socket.KeepAlive': onFlag('Connections that are silent for long are checked for life.', 'Silent connections are not checked for life.'),
	'Socket.KeepAliveTimeSec': onSpan(span => `The check begins after ${span} of silence.`),
	'Socket.KeepAliveIntervalSec': onSpan(span => `The check is repeated every ${span}.`, {forever: 'The check is not repeated.'}),
	'Socket.KeepAliveProbes': onNumber(count => `After ${count} checks without an answer the connection is given up.`),
	'Socket.NoDelay': onFlag('Small pieces are sent at once.', 'Small pieces may be collected before they are sent.'),
	'Socket.DeferAcceptSec': onSpan(span => `A connection counts only once something comes over it, for which it has ${span}.`, {
		zero: 'A connection counts at once.',
	}),
	'Socket.Priority': onNumber(number => `What it sends has priority ${number}.`),
	'Socket.ReceiveBuffer': onSize(size => `Up to ${size} may wait to be read.`, 'As much as comes may wait to be read.', null, missing),
	'Socket.SendBuffer': onSize(size => `Up to ${size} may wait to be sent.`, 'As much as there is may wait to be sent.', null, missing),
	'Socket.PipeSize': onSize(size => `The pipe holds ${size}.`, 'The pipe holds as much as it can.', null, missing),
	'Socket.IPTOS': onText(service => `What it sends asks the network for: ${service}.`),
	'Socket.IPTTL': onRange(0, 255, hops => `What it sends may pass ${hops} routers.`, missing),
	'Socket.Mark': onNumber(mark => `What it sends is marked ${mark} for the firewall.`),
	'Socket.TCPCongestion': onText(name => `Avoids jams in the network by the method ${name}.`),
	'Socket.MessageQueueMaxMessages': onNumber(count => `The queue holds ${count} messages.`),
	'Socket.MessageQueueMessageSize': onNumber(size => `Each message in the queue may have ${size} bytes.`),
};

const senders = {
	'Socket.PassCredentials': onFlag('The service is told which process and account calls.', 'The service is not told who calls.'),
	'Socket.PassPIDFD': onFlag(
		'The service is handed a sure reference to the process that calls.',
		'The service is handed no reference to the process that calls.',
	),
	'Socket.PassSecurity': onFlag(
		'The service is told the security label of who calls.',
		'The service is not told the security label of who calls.',
	),
	'Socket.PassPacketInfo': onFlag('The service is told where each packet came in.', 'The service is not told where each packet came in.'),
	'Socket.Timestamping': onChoice(
		byTimestamp({
			microseconds: 'The service is told when each packet came in, to the microsecond.',
			nanoseconds: 'The service is told when each packet came in, to the nanosecond.',
			off: 'The service is not told when packets came in.',
		}),
	),
	'Socket.SmackLabel': onText(label => `The socket file has the SMACK label ${label}.`),
	'Socket.SmackLabelIPIn': onText(label => `What comes in has the SMACK label ${label}.`),
	'Socket.SmackLabelIPOut': onText(label => `What goes out has the SMACK label ${label}.`),
	'Socket.SELinuxContextFromNet': onFlag('The service takes its SELinux level from who calls.', 'The service keeps its own SELinux level.'),
};

const commands = {
	'Socket.ExecStartPre': onCommand(program => `Before it listens: runs ${program}.`),
	'Socket.ExecStartPost': onCommand(program => `Once it listens: runs ${program}.`),
	'Socket.ExecStopPre': onCommand(program => `Before it is closed: runs ${program}.`),
	'Socket.ExecStopPost': onCommand(program => `Once it is closed: runs ${program}.`),
	'Socket.TimeoutSec': onSpan(span => `Each of these commands is given ${span}.`, {
		zero: 'These commands may take as long as they like.',
		forever: 'These commands may take as long as they like.',
	}),
};

/** The [Socket] section alone. @source systemd.socket(5) */
export const socketDirectives = {...addresses, ...handing, ...nodes, ...connection, ...senders, ...commands};
