import type {KeyValue} from '../../model/config.js';
import type {LaunchdKeyId} from '../../model/launchd-key.js';
import {appleVendor, commandForm, deviceNumberOf, maskDigits, nodeReach, portOf, twoDigits} from '../launchd-values.js';
import {calendarSentence, formatMoment} from './calendar.js';
import {
	counted,
	everySpan,
	listed,
	maskOf,
	onDictionary,
	onFlag,
	onLimit,
	onList,
	onNamedFlag,
	onNumber,
	onRange,
	onSpan,
	onText,
	onWord,
	permissionsOf,
	type SayKey,
	spanOf,
	wrongForm,
} from './values.js';

const command = (items: readonly string[]): string => {
	const found = commandForm(items);
	if (found.form === 'shell-line') {
		return found.line === ''
			? `Has the shell ${found.shell} run a command line, but none is given.`
			: `Has the shell ${found.shell} run a command line: ${listed([found.line])}.`;
	}

	if (found.form === 'script') {
		return `Has ${found.interpreter} run the script ${listed([found.script])}${found.count > 0 ? `, with ${counted(found.count, 'argument')}` : ''}.`;
	}

	const {program, rest} = found;
	const what = rest.length === 0 ? 'without arguments' : `with ${counted(rest.length, 'argument')}: ${listed(rest)}`;
	return `Runs ${listed([program])} ${what}.`;
};

const programArguments = (items: readonly string[]): string =>
	`${command(items)}${items[0]?.includes('$') ? ' launchd fills in no variables, so this path is taken as it stands.' : ''}`;

const keepAlive: SayKey = value => {
	if (value.flag !== null) {
		return value.flag
			? 'Always kept running: started as soon as it is loaded, and again whenever it ends.'
			: 'Not kept running: once it ends it stays ended until something starts it again.';
	}

	return onDictionary(
		conditions => `Kept running under conditions, any one of which is enough: ${listed(conditions)}.`,
		'Kept running under conditions, but none is given.',
	)(value).replace(wrongForm('a dictionary'), wrongForm('true, false or a dictionary of conditions'));
};

const calendar = (value: KeyValue, now: number): string => {
	if (value.calendar.length === 0) {
		return wrongForm('one or more dictionaries with Minute, Hour, Day, Weekday or Month as numbers');
	}

	const sentence = calendarSentence(value.calendar);
	const next = value.nextAt === null ? '' : ` Next: ${formatMoment(value.nextAt, now)}.`;
	const start = sentence.charAt(0).toUpperCase() + sentence.slice(1);
	return `${start}${start.endsWith('.') ? '' : '.'}${next} Times missed while asleep are made up for once after waking.`;
};

const startInterval: SayKey = ({durationMs}) =>
	durationMs === null || durationMs === 0
		? wrongForm('a number of seconds above 0')
		: `E${everySpan(durationMs).slice(1)}; times missed while asleep or still running are left out.`;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
];

const machService: SayKey = value => {
	const name = listed([value.name ?? '']);
	if (value.flag !== null) {
		return value.flag
			? `Offers ${name}: a message sent to this name starts the job.`
			: `Names ${name} with false, where launchd expects true or a dictionary.`;
	}

	return onDictionary(
		settings => `Offers ${name}, to which a message starts the job, with settings: ${listed(settings)}.`,
		`Offers ${name}: a message sent to this name starts the job.`,
	)(value).replace(wrongForm('a dictionary'), wrongForm('true or a dictionary'));
};

const nodeName = onText(
	node =>
		({
			loopback: `Only programs on this computer can connect (${node}).`,
			'every-ipv4': 'On every IPv4 address of this computer (0.0.0.0).',
			every: `On every address of this computer (${node}).`,
			one: `On the address ${node} and no other.`,
		})[nodeReach(node)],
);

const serviceName: SayKey = value => {
	const found = portOf(value);
	if (found === null) {
		return wrongForm('a port number or the name of a service');
	}

	return found.isNumber ? `Port ${found.port}.` : `The port that /etc/services gives for ${listed([found.port])}.`;
};

const bonjour: SayKey = value => {
	if (value.flag !== null) {
		return value.flag
			? 'Announced on the local network (Bonjour) by the name of its service.'
			: 'Not announced on the local network (Bonjour).';
	}

	return onList(names => `Announced on the local network (Bonjour) as ${listed(names)}.`, 'Announced under no name.')(value);
};

const account = (kind: 'user' | 'group') =>
	onNumber(id =>
		id === 0
			? `The socket file belongs to the ${kind} 0, ${kind === 'user' ? 'root' : 'wheel'}.`
			: `The socket file belongs to the ${kind} ${id}.`,
	);

const socketMode: SayKey = ({mode}) => (mode === null ? wrongForm('a decimal number') : `Permissions ${mode}: ${permissionsOf(mode)}.`);

const umask: SayKey = ({mode, number}) => {
	if (mode === null) {
		return wrongForm('a decimal number or an octal text');
	}

	const octal = maskDigits(mode);
	return `${number === null ? `Mask ${octal}` : `${number}, which is ${octal} in octal`}: ${maskOf(mode)}.`;
};

const streams: Readonly<Record<string, string>> = {
	'com.apple.iokit.matching': 'Started when a device or driver appears that matches',
	'com.apple.notifyd.matching': 'Started by notifications between processes',
	'com.apple.distnoted.matching': 'Undocumented: started by notifications that apps send to all others',
	'com.apple.xpc.activity': 'Background work for which macOS picks a good moment',
	'com.apple.fsevents.matching': 'Undocumented: started when files change',
	'com.apple.usernotificationcenter.matching': 'Undocumented: started by what happens to notifications on the screen',
	'com.apple.bonjour.events': 'Undocumented: started when services come and go on the local network',
	'com.apple.reachability': 'Undocumented: started when a computer on the network can be reached or no longer',
	'com.apple.systemconfiguration': 'Undocumented: started when settings of the system change',
	'com.apple.OpenDirectory.ODTrigger': 'Undocumented: started when accounts change',
	'com.apple.remoteservicediscovery.events': 'Undocumented: started when a connected device offers a service',
};

const eventStream: SayKey = value => {
	const name = value.name ?? '';
	const what = Object.hasOwn(streams, name) ? streams[name] : `Undocumented: started by events from ${listed([name])}`;
	return onDictionary(events => `${what}: ${counted(events.length, 'event')}.`, `${what}, but no event is named.`)(value);
};

const deviceNumber =
	(what: string): SayKey =>
	value => {
		const number = deviceNumberOf(value);
		if (number === null || number === 'any') {
			return number === null ? wrongForm('a number or *') : `Devices of any ${what}.`;
		}

		return `Only devices of the ${what} ${number}${what === 'vendor' && number === appleVendor ? ' (Apple)' : ''}.`;
	};

const sessions: Readonly<Record<string, string>> = {
	Aqua: 'logins with a desktop',
	Background: 'the background of a user, with or without a desktop',
	LoginWindow: 'the login window, before anyone has logged in',
	StandardIO: 'logins without a desktop, as through ssh',
	System: 'the system itself',
};

const sessionTypes = onList(
	types =>
		`For agents: loaded only in ${listed(
			types.map(type => (Object.hasOwn(sessions, type) ? (sessions[type] ?? type) : `sessions of the type ${type}`)),
			5,
		)}.`,
	'For agents: loaded in no session.',
);

const processTypes: Readonly<Record<string, string>> = {
	Background: 'Work that nobody waits for: its use of the processor and of disks is strongly limited.',
	Standard: 'Ordinary limits on the processor and disks (the default).',
	Adaptive: 'Limited like background work, but not while it works for an app.',
	Interactive: 'Somebody waits for it: as few limits as for an app.',
	App: 'Undocumented: treated like an app.',
};

const processType = onWord(processTypes, type => `A type of process that the manual does not have: ${type}.`);

const spawnType =
	(about: string): SayKey =>
	value =>
		`${about} ${processType(value).replace(/^Undocumented: (.)/, (_, first: string) => first.toUpperCase())}`;

const models =
	(verb: string): SayKey =>
	value =>
		onList(
			items => `${verb} computers whose hw.${listed([value.name ?? ''])} is ${listed(items)}.`,
			`${verb} no computers: the list is empty.`,
		)(value);

const hardware = (verb: string): SayKey =>
	onDictionary(
		keys => `${verb} certain computers, told by ${listed(keys.map(key => `hw.${key}`))}.`,
		`${verb} certain computers, but none is named.`,
	);

const outdatedHosts = onList(
	hosts => `No effect any more: was to name computers (${listed(hosts)}).`,
	'No effect any more: was to name computers.',
);

const output = (what: string): SayKey =>
	onText(path => (path === '/dev/null' ? `${what} are thrown away (the default).` : `${what} go to ${path}.`));

const limits = {
	soft: {lead: 'At most', tail: ', but it may raise this up to the hard limit'},
	hard: {lead: 'Never more than', tail: ''},
} as const;

const noLimit = 'No limit.';

const limit = (kind: keyof typeof limits, unit: 'bytes' | 'seconds' | 'count', say: (amount: string) => string): SayKey =>
	onLimit(unit, amount => `${limits[kind].lead} ${say(amount)}${limits[kind].tail}.`, noLimit);

const coreLimit =
	(kind: keyof typeof limits): SayKey =>
	value =>
		value.number === 0
			? 'Writes no memory dump when it crashes.'
			: limit(kind, 'bytes', amount => `${amount} of memory dump when it crashes`)(value);

const cpuTypes: Readonly<Record<number, string>> = {
	7: 'Intel, 32 bits',
	16777223: 'Intel, 64 bits',
	12: 'ARM, 32 bits',
	16777228: 'Apple silicon',
	18: 'PowerPC, 32 bits',
	16777234: 'PowerPC, 64 bits',
};

const memoryOrder = (number: number): string => `Undocumented: rank ${number} when memory is short; whoever ranks lower is ended first.`;

/** What each key of a launchd property list means for its value; `now` is in milliseconds since the epoch. */
export const launchdKeys = {
	Label: onText(() => 'launchd knows the job by this name, which no other in its domain has.'),
	Disabled: onFlag(
		'Not loaded by itself. What `launchctl enable` and `disable` have set counts more than this.',
		'Loaded by itself, unless `launchctl disable` has said otherwise.',
	),
	UserName: onText(user =>
		user === 'root' ? 'Runs as root, as daemons do anyway.' : `Runs as the user ${user}. Counts for daemons only.`,
	),
	GroupName: onText(group => `Runs with the group ${group}. Counts for daemons only.`),
	InitGroups: onFlag(
		'Has the further groups of the user in UserName as well (the default).',
		'Has one group only, not the further groups of the user in UserName.',
	),
	Program: onText(path => `Runs ${path}. Beside it, the first of ProgramArguments is only the name that the program is told.`),
	BundleProgram: onText(path => `Runs ${path}, a path inside the app that registered the job.`),
	ProgramArguments: onList(programArguments, 'Empty: there is nothing to run.'),
	EnableGlobbing: onFlag(
		'Signs such as * in the arguments are replaced by the names of files first.',
		'The arguments stay as they are written (the default).',
	),
	RunAtLoad: onFlag(
		'Starts as soon as it is loaded: a daemon at boot, an agent at login.',
		'Does not start just because it is loaded (the default).',
	),
	KeepAlive: keepAlive,
	'KeepAlive.SuccessfulExit': onFlag(
		'Started again after it ended well (exit code 0). It also starts as soon as it is loaded.',
		'Started again after it failed (an exit code other than 0, or ended by a signal). It also starts as soon as it is loaded.',
	),
	'KeepAlive.Crashed': onFlag(
		'Started again after a crash, that is a signal such as SIGSEGV.',
		'Started again after every end that was no crash.',
	),
	'KeepAlive.PathState': onDictionary(
		paths => `Kept running depending on whether files exist: ${listed(paths)}. launchd may notice late.`,
		'Depends on files, but none is named.',
	),
	'KeepAlive.PathState.x': onNamedFlag(
		path => `Kept running as long as ${path} exists.`,
		path => `Kept running as long as ${path} does not exist.`,
	),
	'KeepAlive.OtherJobEnabled': onDictionary(
		jobs => `Kept running depending on whether other jobs are loaded: ${listed(jobs)}.`,
		'Depends on other jobs, but none is named.',
	),
	'KeepAlive.OtherJobEnabled.x': onNamedFlag(
		job => `Kept running as long as the job ${job} is loaded, whether or not that one runs.`,
		job => `Kept running as long as the job ${job} is not loaded.`,
	),
	'KeepAlive.NetworkState': onFlag(
		'No effect any more: was to mean "as long as there is a network".',
		'No effect any more: was to mean "as long as there is no network".',
	),
	'KeepAlive.AfterInitialDemand': onFlag(
		'Undocumented: the conditions count only once something has asked for the job.',
		'Undocumented: the conditions count from the start.',
	),
	OnDemand: onFlag(
		'Outdated, KeepAlive took its place: once it ends it stays ended until something starts it again, as it would without this key.',
		'Outdated, KeepAlive took its place: always kept running.',
	),
	ServiceIPC: () => 'Outdated, without effect any more: it should be removed.',
	LaunchOnlyOnce: onFlag('Starts once at most until the computer is restarted.', 'May be started again and again (the default).'),
	ThrottleInterval: onSpan((span, durationMs) =>
		durationMs === 0
			? 'Asks for no pause between two starts; without this key it is 10 seconds.'
			: `At least ${span} from one start to the next${durationMs === 10_000 ? ' (the default)' : '; without this key it is 10 seconds'}.`,
	),
	ExitTimeOut: ({durationMs}) => {
		if (durationMs === null) {
			return wrongForm('a number of seconds');
		}

		return durationMs === Number.POSITIVE_INFINITY
			? 'May take for ever to end after SIGTERM: it is never killed, which can hold up a shutdown.'
			: `To be stopped it gets SIGTERM, and SIGKILL ${spanOf(durationMs)} later if it still runs.`;
	},
	TimeOut: onSpan(span => `No effect any more: a time (${span}) after which it was to end when idle.`),
	EnableTransactions: onFlag(
		'Tells launchd when it is busy: idle it may be killed at once, busy it gets SIGTERM first.',
		'Does not tell launchd when it is busy (the default).',
	),
	EnablePressuredExit: onFlag(
		'May be ended when it is idle and memory is short; if it was busy after all, it is started again.',
		'Is not ended to free memory (the default).',
	),
	StartInterval: startInterval,
	StartCalendarInterval: calendar,
	'StartCalendarInterval.Minute': onRange(0, 59, minute => `At minute ${twoDigits(minute)} of the hour.`),
	'StartCalendarInterval.Hour': onRange(0, 23, hour => `In the hour from ${twoDigits(hour)}:00.`),
	'StartCalendarInterval.Day': onRange(1, 31, day => `On day ${day} of the month.`),
	'StartCalendarInterval.Weekday': onRange(0, 7, day => `On ${weekdays[day]}s.`),
	'StartCalendarInterval.Month': onRange(1, 12, month => `In ${months[month - 1]}.`),
	StartOnMount: onFlag('Starts whenever a disk or volume is mounted.', 'Is not started by disks that are mounted (the default).'),
	WatchPaths: onList(
		paths => `Starts when ${listed(paths)} ${paths.length === 1 ? 'changes' : 'change'}. Changes may be missed.`,
		'Empty: watches nothing.',
	),
	QueueDirectories: onList(paths => `Runs as long as there are files in ${listed(paths)}.`, 'Empty: watches no folder.'),
	MachServices: onDictionary(
		names => `Offers ${counted(names.length, 'name')} that other programs send messages to; a message starts the job.`,
		'Offers no names for messages.',
	),
	'MachServices.x': machService,
	'MachServices.x.ResetAtClose': onFlag(
		'Whoever talks to it is told when it ends, and has to connect anew.',
		'Whoever talks to it does not notice that it ended: messages wait for its next start (the default).',
	),
	'MachServices.x.HideUntilCheckIn': onFlag(
		'The name cannot be found until the job runs and takes it.',
		'The name can be found at once (the default).',
	),
	'MachServices.x.HostSpecialPort': onNumber(
		port => `Undocumented: programs find it as special port ${port} of this computer, without its name.`,
	),
	'MachServices.x.TaskSpecialPort': onNumber(
		port => `Undocumented: the programs that launchd starts are given it as their special port ${port}.`,
	),
	'MachServices.x.DrainMessagesOnCrash': onWord(
		{
			All: 'Undocumented: after a crash all waiting messages are thrown away, so that none crashes it again.',
			One: 'Undocumented: after a crash the first waiting message is thrown away, so that it does not crash it again.',
		},
		text => `Undocumented: which waiting messages are thrown away after a crash (${text}).`,
	),
	Sockets: onDictionary(
		names => `launchd itself opens these sockets and hands them to the job: ${listed(names)}. Whatever arrives first starts it.`,
		'launchd opens no sockets for it.',
	),
	'Sockets.x': value =>
		value.flag !== null || value.number !== null
			? wrongForm('a dictionary or a list of them')
			: `A socket that the job asks launchd for by the name ${listed([value.name ?? ''])}.`,
	'Sockets.x.SockType': onWord(
		{
			stream: 'A connection over which bytes flow both ways, such as TCP (the default).',
			dgram: 'Single packets without a connection, such as UDP.',
			seqpacket: 'A connection that keeps messages apart.',
		},
		type => `A type of socket that the manual does not have: ${type}.`,
	),
	'Sockets.x.SockPassive': onFlag('Listens for connections (the default).', 'Connects to somebody instead of listening.'),
	'Sockets.x.SockNodeName': nodeName,
	'Sockets.x.SockServiceName': serviceName,
	'Sockets.x.SockFamily': onWord(
		{
			IPv4: 'On IPv4 only.',
			IPv6: 'On IPv6 only.',
			IPv4v6: 'On IPv4 and IPv6 through one socket.',
			IPv6v4: 'On IPv4 and IPv6 through one socket.',
			Unix: 'A local socket with a path in place of a port.',
		},
		family => `A kind of address that the manual does not have: ${family}.`,
	),
	'Sockets.x.SockProtocol': onWord(
		{TCP: 'Over TCP: connections.', UDP: 'Over UDP: single packets.'},
		protocol => `A protocol that the manual does not have: ${protocol}.`,
	),
	'Sockets.x.SockPathName': onText(path => `A local socket at ${path}, which launchd makes.`),
	'Sockets.x.SockPathOwner': account('user'),
	'Sockets.x.SockPathGroup': account('group'),
	'Sockets.x.SockPathMode': socketMode,
	'Sockets.x.SecureSocketWithKey': onText(
		name => `launchd makes a local socket at a path nobody can guess, and tells it in the environment variable ${name}.`,
	),
	'Sockets.x.Bonjour': bonjour,
	'Sockets.x.MulticastGroup': onText(group => `Also gets what is sent to the multicast group ${group}.`),
	inetdCompatibility: onDictionary(
		() => 'Started in the way of the old inetd, which programs made for it expect.',
		'Started in the way of the old inetd.',
	),
	'inetdCompatibility.Wait': onFlag(
		'As with inetd: gets the listening socket as its input and output, and takes the connections itself.',
		'As with inetd: each connection starts a process of its own, with the connection as its input and output.',
	),
	LaunchEvents: onDictionary(sources => `Started by events from ${listed(sources)}.`, 'Started by no events.'),
	'LaunchEvents.x': eventStream,
	'LaunchEvents.x.x': value =>
		onDictionary(
			() => `One event, which the job calls ${listed([value.name ?? ''])}.`,
			`One event, which the job calls ${listed([value.name ?? ''])}.`,
		)(value),
	'LaunchEvents.x.x.Notification': onText(name => `When the notification ${name} is sent.`),
	'LaunchEvents.x.x.Name': onText(name => `Undocumented: when the notification ${name} is sent.`),
	'LaunchEvents.x.x.Path': onList(paths => `Undocumented: when something changes at ${listed(paths)}.`, 'Undocumented: watches nothing.'),
	'LaunchEvents.x.x.IOMatchLaunchStream': onFlag(
		'Has to be true for a device to start the job.',
		'As it is false, no device starts the job.',
	),
	'LaunchEvents.x.x.IOProviderClass': onText(name => `Only devices and drivers of the class ${name}.`),
	'LaunchEvents.x.x.IONameMatch': onList(names => `Only devices with the name ${listed(names)}.`, 'Devices of any name.'),
	'LaunchEvents.x.x.IOPropertyMatch': value =>
		value.flag === null && value.number === null
			? `Only devices with certain properties: ${listed(value.items)}.`
			: wrongForm('a dictionary'),
	'LaunchEvents.x.x.idVendor': deviceNumber('vendor'),
	'LaunchEvents.x.x.idProduct': deviceNumber('product'),
	'LaunchEvents.x.x.Interval': onSpan((_, durationMs) => `About ${everySpan(durationMs)}.`),
	'LaunchEvents.x.x.Repeating': onFlag('Again and again.', 'Once only.'),
	'LaunchEvents.x.x.Delay': onSpan((span, durationMs) =>
		durationMs === 0 ? 'Without a wait before the first time.' : `Only after a wait of ${span}.`,
	),
	'LaunchEvents.x.x.GracePeriod': onSpan(span => `May be put off by up to ${span} to find a good moment.`),
	'LaunchEvents.x.x.Priority': onWord(
		{
			Maintenance: 'Work that nobody waits for: done when little else goes on.',
			Utility: 'Work that somebody will want the result of, though not at once.',
		},
		priority => `How urgent it is: ${priority}.`,
	),
	'LaunchEvents.x.x.AllowBattery': onFlag('Also on battery.', 'Only on mains power.'),
	'LaunchEvents.x.x.PowerNap': onFlag('Undocumented: also during Power Nap, while the Mac sleeps.', 'Undocumented: not during Power Nap.'),
	'LaunchEvents.x.x.RequireScreenSleep': onFlag('Only while the screen is off.', 'Whether or not the screen is on.'),
	'LaunchEvents.x.x.RequireNetworkConnectivity': onFlag(
		'Undocumented: only while there is a network.',
		'Undocumented: also without a network.',
	),
	'LaunchEvents.x.x.RequireBatteryLevel': onNumber(percent => `Only with at least ${percent} % of battery.`),
	'LaunchEvents.x.x.bundleid': onText(bundle => `Undocumented: about the notifications of ${bundle}.`),
	'LaunchEvents.x.x.events': onList(
		events => `Undocumented: when this happens: ${listed(events)}.`,
		'Undocumented: names nothing that starts it.',
	),
	LimitLoadToSessionType: sessionTypes,
	LimitLoadToHosts: outdatedHosts,
	LimitLoadFromHosts: outdatedHosts,
	LimitLoadToHardware: hardware('Loaded only on'),
	'LimitLoadToHardware.x': models('Loaded only on'),
	LimitLoadFromHardware: hardware('Not loaded on'),
	'LimitLoadFromHardware.x': models('Not loaded on'),
	LimitLoadToVariant: value => `Undocumented: loaded only on a certain variant of the system (${listed(value.items)}).`,
	RootDirectory: onText(path => `Sees ${path} as the root of all files (chroot), which is risky on macOS.`),
	WorkingDirectory: onText(path => (path === '/' ? 'Starts in / (the default).' : `Starts in the folder ${path}.`)),
	EnvironmentVariables: onDictionary(
		names => `Starts with ${counted(names.length, 'environment variable')} set: ${listed(names)}.`,
		'Sets no environment variables.',
	),
	'EnvironmentVariables.x': value => {
		if (value.name === 'PATH') {
			return `Commands without a path are looked for in ${listed([value.text])}.`;
		}

		const name = listed([value.name ?? '']);
		return value.text === '' ? `Sets ${name} to nothing.` : `Sets ${name} to ${listed([value.text])}.`;
	},
	Umask: umask,
	StandardInPath: onText(path => (path === '/dev/null' ? 'Gets no input (the default).' : `Reads its input from ${path}.`)),
	StandardOutPath: output('Its messages'),
	StandardErrorPath: output('Its error messages'),
	Debug: onFlag('launchd logs more about this job.', 'launchd logs no more than usual about this job (the default).'),
	WaitForDebugger: onFlag('Stands still after its start until a debugger is attached.', 'Does not wait for a debugger (the default).'),
	SoftResourceLimits: onDictionary(
		names => `Limits that the program itself may raise up to the hard ones: ${listed(names)}.`,
		'Sets no limits.',
	),
	'SoftResourceLimits.Core': coreLimit('soft'),
	'SoftResourceLimits.CPU': limit('soft', 'seconds', amount => `${amount} of processor time`),
	'SoftResourceLimits.Data': limit('soft', 'bytes', amount => `${amount} of data`),
	'SoftResourceLimits.FileSize': limit('soft', 'bytes', amount => `${amount} in one file`),
	'SoftResourceLimits.MemoryLock': limit('soft', 'bytes', amount => `${amount} of memory kept from being swapped out`),
	'SoftResourceLimits.NumberOfFiles': limit('soft', 'count', amount => `${amount} open files`),
	'SoftResourceLimits.NumberOfProcesses': limit('soft', 'count', amount => `${amount} processes of its user`),
	'SoftResourceLimits.ResidentSetSize': limit('soft', 'bytes', amount => `${amount} of memory while others need some`),
	'SoftResourceLimits.Stack': limit('soft', 'bytes', amount => `${amount} of stack`),
	HardResourceLimits: onDictionary(names => `Limits that the program cannot raise: ${listed(names)}.`, 'Sets no limits.'),
	'HardResourceLimits.Core': coreLimit('hard'),
	'HardResourceLimits.CPU': limit('hard', 'seconds', amount => `${amount} of processor time`),
	'HardResourceLimits.Data': limit('hard', 'bytes', amount => `${amount} of data`),
	'HardResourceLimits.FileSize': limit('hard', 'bytes', amount => `${amount} in one file`),
	'HardResourceLimits.MemoryLock': limit('hard', 'bytes', amount => `${amount} of memory kept from being swapped out`),
	'HardResourceLimits.NumberOfFiles': limit('hard', 'count', amount => `${amount} open files`),
	'HardResourceLimits.NumberOfProcesses': limit('hard', 'count', amount => `${amount} processes of its user`),
	'HardResourceLimits.ResidentSetSize': limit('hard', 'bytes', amount => `${amount} of memory while others need some`),
	'HardResourceLimits.Stack': limit('hard', 'bytes', amount => `${amount} of stack`),
	Nice: onRange(-20, 20, nice => {
		if (nice === 0) {
			return 'Gets as much of the processor as others (the default).';
		}

		return nice > 0 ? `Lets others go first: nice ${nice}, of 20 at most.` : `Goes before others: nice ${nice}, of −20 at most.`;
	}),
	ProcessType: processType,
	LowPriorityIO: onFlag('Its use of disks gives way to that of others.', 'Its use of disks does not give way (the default).'),
	LowPriorityBackgroundIO: onFlag(
		'While it is limited as background work, its use of disks gives way to that of others.',
		'As background work, too, its use of disks does not give way (the default).',
	),
	MaterializeDatalessFiles: onFlag(
		'Reading a file that is kept only in the cloud downloads it.',
		'Reading a file that is kept only in the cloud fails and downloads nothing.',
	),
	LegacyTimers: onFlag(
		'Its timers are exact, and not put together with others to save energy.',
		'Its timers may be put together with others to save energy (the default).',
	),
	AbandonProcessGroup: onFlag(
		'What it has started is left alone when it ends.',
		'When it ends, what is left of its process group is ended as well (the default).',
	),
	SessionCreate: onFlag('Starts in a security session of its own.', 'Starts in the security session it belongs to (the default).'),
	AssociatedBundleIdentifiers: onList(
		bundles => `Shown in the settings under Login Items as part of ${listed(bundles)}.`,
		'Shown in the settings under no app.',
	),
	HopefullyExitsFirst: () => 'No effect any more: was to let it end among the first at shutdown.',
	HopefullyExitsLast: () => 'No effect any more: was to let it end among the last at shutdown.',
	POSIXSpawnType: spawnType('Undocumented, the older name of ProcessType.'),
	PosixSpawnType: spawnType('Undocumented, another spelling of POSIXSpawnType, the older name of ProcessType.'),
	JetsamProperties: onDictionary(
		keys => `Undocumented: how it is treated when memory is short (${listed(keys)}).`,
		'Undocumented: how it is treated when memory is short; nothing is set.',
	),
	'JetsamProperties.JetsamPriority': onNumber(memoryOrder),
	'JetsamProperties.JetsamMemoryLimit': onNumber(
		number => `Undocumented: how much memory it may use (${number}, in megabytes as far as known).`,
	),
	PublishesEvents: value => `Undocumented: the job is a source of events that start other jobs (${listed(value.items)}).`,
	MultipleInstances: onFlag('Undocumented: several of it may run at a time.', 'Undocumented: only one of it runs at a time.'),
	SandboxProfile: onText(profile => `Undocumented: what it may do is limited by the sandbox ${profile}.`),
	DisableASLR: onFlag(
		'Undocumented: its memory is not laid out at random, for debugging.',
		'Undocumented: its memory is laid out at random, as usual.',
	),
	RemoteServices: onDictionary(
		names => `Undocumented: services for devices connected to this Mac: ${listed(names)}.`,
		'Undocumented: no services for connected devices.',
	),
	'RemoteServices.x': value => `Undocumented: offers ${listed([value.name ?? ''])} to devices connected to this Mac.`,
	BinaryOrderPreference: onList(
		types =>
			`Undocumented: the processor for which the program is preferred: ${listed(types.map(type => cpuTypes[Number(type)] ?? `type ${type}`))}.`,
		'Undocumented: prefers no processor.',
	),
	CFBundleIdentifier: onText(bundle => `Undocumented: the job is part of ${bundle}.`),
	BeginTransactionAtShutdown: onFlag(
		'Undocumented: counts as busy once the Mac shuts down, so that it is not killed at once.',
		'Undocumented: does not count as busy when the Mac shuts down.',
	),
	DisabledInSafeBoot: onFlag('Undocumented: not loaded in safe mode.', 'Undocumented: loaded in safe mode as well.'),
	EnabledPressuredExit: () => 'No key that is known to have an effect: EnablePressuredExit is probably meant.',
} satisfies Readonly<Record<LaunchdKeyId, (value: KeyValue, now: number) => string>>;
