import {unitOf} from './en-systemd-known-units.js';
import {
	either,
	missing,
	onChoice,
	onFilter,
	onFlag,
	onList,
	onNumber,
	onSize,
	onSpan,
	onText,
	type SayDirective,
	shorten,
	someOf,
	takenBack,
	wrong,
} from './en-systemd-words.js';

const counted = (what: string): SayDirective => onFlag(`Its use of ${what} is counted.`, `Its use of ${what} is not counted for it.`);

/** A share of something scarce, as against others; `idle` for what is left over. */
const onShare =
	(what: string, usual: number, when = '', empty = takenBack): SayDirective =>
	value => {
		if (value.text === 'idle') {
			return `Gets ${what} only when nobody else wants it${when}.`;
		}

		if (value.text === '') {
			return empty;
		}

		const {number} = value;
		if (number === null || number < 1) {
			return wrong(value);
		}

		const share =
			number === usual
				? 'as much as others'
				: number > usual
					? `${round(number / usual)} times the share of others`
					: `${round((number / usual) * 100)} % of the share of others`;
		return `Where ${what} is scarce it gets ${share}${when} (${number}; ${usual} is usual).`;
	};

const round = (number: number): string => String(number >= 10 ? Math.round(number) : Math.round(number * 10) / 10);

const starting = ' while the computer starts or stops';

const cpu = {
	'Resource.CPUAccounting': counted('the processor'),
	'Resource.CPUWeight': onShare('the processor', 100),
	'Resource.StartupCPUWeight': onShare('the processor', 100, starting),
	'Resource.CPUShares': onShare('the processor', 1024, '', missing),
	'Resource.StartupCPUShares': onShare('the processor', 1024, starting, missing),
	'Resource.CPUQuota': onText((text, value) => {
		const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
		return percent === undefined
			? wrong(value)
			: `May use ${percent} % of one processor at most${Number(percent) > 100 ? `, that is ${round(Number(percent) / 100)} processors` : ''}.`;
	}, 'May use the processors as it likes.'),
	'Resource.CPUQuotaPeriodSec': onSpan(span => `That share of the processor is measured over ${span}.`, {empty: takenBack}),
	'Resource.AllowedCPUs': onList(items => `May run on the processors ${someOf(items, 8)} only.`),
	'Resource.StartupAllowedCPUs': onList(items => `May run on the processors ${someOf(items, 8)} only${starting}.`),
	'Resource.AllowedMemoryNodes': onList(items => `May use the memory nodes ${someOf(items, 8)} only.`),
	'Resource.StartupAllowedMemoryNodes': onList(items => `May use the memory nodes ${someOf(items, 8)} only${starting}.`),
};

/** Memory in bytes, or as a share of all memory: `64M of memory`, `10 % of all memory`. */
const onMemory = (say: (amount: string) => string, unlimited: string, empty = takenBack): SayDirective =>
	onSize(size => say(size.includes('%') ? size : `${size} of memory`), unlimited, 'all memory', empty);

const isNone = (amount: string): boolean => amount.startsWith('0 ');

const killed = (when = '', empty = takenBack): SayDirective =>
	onMemory(
		amount => `May use ${amount}${when}; when it needs more, its processes are killed.`,
		`May use as much memory as it likes${when}.`,
		empty,
	);

const slowed = (when = ''): SayDirective =>
	onMemory(amount => `Slowed down when it uses more than ${amount}${when}.`, `Not slowed down for its use of memory${when}.`);

const kept = (how: string): SayDirective =>
	onMemory(
		amount => (isNone(amount) ? 'No memory is kept for it.' : `Of what it uses, ${amount} ${how}.`),
		`All memory that it uses ${how}.`,
	);

const swapped = (what: string, when = ''): SayDirective =>
	onSize(
		size => (isNone(size) ? `May use no ${what}${when}.` : `May use ${size.includes('%') ? size : `${size} of ${what}`}${when}.`),
		`May use as much ${what} as it likes${when}.`,
		`the ${what}`,
	);

const forChildren = (how: string): SayDirective =>
	onMemory(amount => `For each unit inside it, ${amount} ${how}.`, `For each unit inside it, all memory ${how}.`);

const never = 'is never taken from it';
const rarely = 'is taken from it only when there is no other left';

const memory = {
	'Resource.MemoryAccounting': counted('memory'),
	'Resource.MemoryMin': kept(never),
	'Resource.MemoryLow': kept(rarely),
	'Resource.StartupMemoryLow': kept(`${rarely},${starting}`),
	'Resource.MemoryHigh': slowed(),
	'Resource.StartupMemoryHigh': slowed(starting),
	'Resource.MemoryMax': killed(),
	'Resource.StartupMemoryMax': killed(starting),
	'Resource.MemoryLimit': killed('', missing),
	'Resource.MemorySwapMax': swapped('swap space'),
	'Resource.StartupMemorySwapMax': swapped('swap space', starting),
	'Resource.MemoryZSwapMax': swapped('compressed swap space'),
	'Resource.StartupMemoryZSwapMax': swapped('compressed swap space', starting),
	'Resource.MemoryZSwapWriteback': onFlag(
		'Its compressed swap space may be written to disk.',
		'Its compressed swap space stays in memory.',
		takenBack,
	),
	'Resource.DefaultMemoryMin': forChildren(never),
	'Resource.DefaultMemoryLow': forChildren(rarely),
	'Resource.DefaultStartupMemoryLow': forChildren(`${rarely},${starting}`),
	'Resource.MemoryPressureWatch': onChoice(
		{
			auto: 'Told when memory gets short, where its memory is counted.',
			on: 'Told when memory gets short.',
			off: 'Told not to watch for memory getting short.',
			yes: 'Told when memory gets short.',
			no: 'Told not to watch for memory getting short.',
			skip: 'Not told whether memory gets short.',
		},
		takenBack,
	),
	'Resource.MemoryPressureThresholdSec': onSpan(span => `Memory counts as short when it has waited for it for ${span}.`, {
		empty: takenBack,
	}),
};

const tasks = {
	'Resource.TasksAccounting': counted('processes'),
	'Resource.TasksMax': (value: Parameters<SayDirective>[0]) =>
		value.text === ''
			? takenBack
			: value.number === Number.POSITIVE_INFINITY
				? 'May have as many processes and threads as it likes.'
				: value.number === null && !/^\d+(?:\.\d{1,2})?%$/.test(value.text)
					? wrong(value)
					: `May have ${value.text.endsWith('%') ? `${value.text.slice(0, -1)} % of the processes and threads that the system allows` : `${value.number} processes and threads`} at most.`,
	'Slice.ConcurrencyHardMax': onNumber(count => `At most ${count} units may run in it; more fail.`, takenBack),
	'Slice.ConcurrencySoftMax': onNumber(count => `At most ${count} units run in it at a time; more wait.`, takenBack),
};

/** A device, and a limit or a share for it. */
const onDevice =
	(say: (device: string, limit: string) => string): SayDirective =>
	value => {
		const [, device = '', limit = ''] = /^(\S+) (\S+)$/.exec(value.text) ?? [];
		return value.text === '' ? takenBack : device === '' ? wrong(value) : say(shorten(device), shorten(limit, 20));
	};

const speeds = {
	read: onDevice((device, limit) => `May read from ${device} at ${limit} bytes a second at most.`),
	write: onDevice((device, limit) => `May write to ${device} at ${limit} bytes a second at most.`),
};

const disk = {
	'Resource.IOAccounting': counted('disks'),
	'Resource.IOWeight': onShare('the disk', 100),
	'Resource.StartupIOWeight': onShare('the disk', 100, starting),
	'Resource.IODeviceWeight': onDevice((device, weight) => `Where ${device} is scarce its share is ${weight}; 100 is usual.`),
	'Resource.IOReadBandwidthMax': speeds.read,
	'Resource.IOWriteBandwidthMax': speeds.write,
	'Resource.IOReadIOPSMax': onDevice((device, limit) => `May read from ${device} ${limit} times a second at most.`),
	'Resource.IOWriteIOPSMax': onDevice((device, limit) => `May write to ${device} ${limit} times a second at most.`),
	'Resource.IODeviceLatencyTargetSec': onDevice(
		(device, span) => `Others are held back so that it waits for ${device} no longer than ${span}.`,
	),
	'Resource.BlockIOAccounting': counted('disks'),
	'Resource.BlockIOWeight': onShare('the disk', 500),
	'Resource.StartupBlockIOWeight': onShare('the disk', 500, starting),
	'Resource.BlockIODeviceWeight': onDevice((device, weight) => `Where ${device} is scarce its share is ${weight}; 500 is usual.`),
	'Resource.BlockIOReadBandwidth': speeds.read,
	'Resource.BlockIOWriteBandwidth': speeds.write,
};

const addresses: Readonly<Record<string, string>> = {
	any: 'all addresses',
	localhost: 'this computer itself',
	'link-local': 'neighbours on the same cable',
	multicast: 'groups of computers',
};

const addressesOf = (items: readonly string[]): string => someOf(items.map(item => addresses[item] ?? item));

const bindRule = (text: string): string =>
	text === 'any'
		? 'any port'
		: text
				.replace(/^ipv([46]):?/, 'IPv$1 ')
				.replace(/(tcp|udp):?/, word => `${word.slice(0, 3).toUpperCase()} `)
				.trim();

const interfacesOf = (items: readonly string[]): string => `the network ${either(items, 'interface', 'interfaces')} ${someOf(items)}`;

const network = {
	'Resource.IPAccounting': counted('the network'),
	'Resource.IPAddressAllow': onList(items => `May talk to ${addressesOf(items)}.`),
	'Resource.IPAddressDeny': onList(
		items => `May not talk to ${addressesOf(items).replace('all addresses', 'any address')}, but for what IPAddressAllow= allows.`,
	),
	'Resource.SocketBindAllow': onList(items => `May listen on ${someOf(items.map(bindRule))}.`),
	'Resource.SocketBindDeny': onList(items => `May not listen on ${someOf(items.map(bindRule))}, but for what SocketBindAllow= allows.`),
	'Resource.RestrictNetworkInterfaces': onFilter(
		items => `May use only ${interfacesOf(items)}.`,
		items => `May not use ${interfacesOf(items)}.`,
	),
	'Resource.IPIngressFilterPath': onText(path => `What it receives is filtered by the program ${path}.`),
	'Resource.IPEgressFilterPath': onText(path => `What it sends is filtered by the program ${path}.`),
	'Resource.BPFProgram': onText(program => `A loaded program decides over some of what it does: ${program}.`),
	'Resource.NFTSet': onList(() => 'Its control group, or its account, is entered into a set of the firewall.'),
};

const rights: Readonly<Record<string, string>> = {r: 'read', w: 'write', m: 'make'};

/** `char-tty`: all devices that the kernel calls so. */
const deviceOf = (device: string): string => {
	const [, sort, name] = /^(char|block)-(.+)$/.exec(device) ?? [];
	if (sort === undefined) {
		return `the device ${device}`;
	}

	const what = sort === 'block' ? 'disk devices' : 'character devices';
	return name === '*' ? `all ${what}` : `${what} of the kind ${name}`;
};

const onDeviceRule: SayDirective = value => {
	const [device = '', access = 'rwm'] = value.text.split(' ', 2);
	const words = [...new Set(access)].flatMap(letter => rights[letter] ?? []);
	return device === '' || words.length === 0 || !/^[rwm]+$/.test(access)
		? wrong(value)
		: `May ${words.join(', ').replace(/, (\w+)$/, ' and $1')} ${deviceOf(shorten(device))}.`;
};

const devices = {
	'Resource.DeviceAllow': (value: Parameters<SayDirective>[0], now: number) =>
		value.text === '' ? 'Takes back the devices that were named before.' : onDeviceRule(value, now),
	'Resource.DevicePolicy': onChoice({
		auto: 'May use all devices, or where DeviceAllow= names some, only these and the likes of /dev/null.',
		closed: 'May use only the likes of /dev/null and the devices of DeviceAllow=.',
		strict: 'May use only the devices of DeviceAllow=.',
	}),
};

const pressureKill = (what: string): SayDirective =>
	onChoice(
		{
			auto: `systemd-oomd ends it because of ${what} only where a unit above it asks for that.`,
			kill: `When ${what} gets short, systemd-oomd ends processes inside it.`,
		},
		takenBack,
	);

const groups = {
	'Resource.Slice': onText(name => `Its control group is a part of ${unitOf(name)}.`, missing),
	'Resource.Delegate': onList(
		items =>
			/^(?:yes|true|on|1|y|t)$/i.test(items[0] ?? '')
				? 'It may divide its control group itself.'
				: /^(?:no|false|off|0|n|f)$/i.test(items[0] ?? '')
					? 'It may not divide its control group itself.'
					: `It may divide its control group itself, for ${someOf(items, 6)}.`,
		'It may divide its control group itself, without controllers.',
	),
	'Resource.DelegateSubgroup': onText(name => `Its processes start in the part ${name} of its control group.`),
	'Resource.DisableControllers': onList(items => `Control groups inside it cannot have: ${someOf(items, 6)}.`),
	'Resource.ManagedOOMSwap': pressureKill('swap space'),
	'Resource.ManagedOOMMemoryPressure': pressureKill('memory'),
	'Resource.ManagedOOMMemoryPressureLimit': onText((text, value) =>
		/^\d+(?:\.\d+)?%$/.test(text) ? `Memory counts as short when all of it waits ${text.slice(0, -1)} % of the time.` : wrong(value),
	),
	'Resource.ManagedOOMMemoryPressureDurationSec': onSpan(span => `Memory must be short for ${span} before systemd-oomd acts.`, {
		empty: takenBack,
	}),
	'Resource.ManagedOOMPreference': onChoice({
		none: 'systemd-oomd ends it like any other.',
		avoid: 'systemd-oomd ends it only when nothing else is left.',
		omit: 'systemd-oomd never ends it.',
	}),
	'Resource.CoredumpReceive': onFlag(
		'Core dumps of its containers are handed into them.',
		'Core dumps of its containers are kept outside.',
	),
};

/** Shares and limits of a control group. @source systemd.resource-control(5) */
export const resourceDirectives = {...cpu, ...memory, ...tasks, ...disk, ...network, ...devices, ...groups};
