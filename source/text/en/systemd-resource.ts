import {
	bindRuleOf,
	type DeviceAccess,
	delegationOf,
	deviceLimitOf,
	deviceRuleOf,
	percentOf,
	quotaOf,
	shareOf,
	tasksOf,
} from '../systemd-resource-parts.js';
import {unitOf} from './systemd-known-units.js';
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
} from './systemd-words.js';

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

		const share = shareOf(value.number, usual);
		if (share === null) {
			return wrong(value);
		}

		const words = {
			same: 'as much as others',
			times: `${share.amount} times the share of others`,
			percent: `${share.amount} % of the share of others`,
		};
		return `Where ${what} is scarce it gets ${words[share.kind]}${when} (${value.number}; ${usual} is usual).`;
	};

const starting = ' while the computer starts or stops';

const cpu = {
	'Resource.CPUAccounting': counted('the processor'),
	'Resource.CPUWeight': onShare('the processor', 100),
	'Resource.StartupCPUWeight': onShare('the processor', 100, starting),
	'Resource.CPUShares': onShare('the processor', 1024, '', missing),
	'Resource.StartupCPUShares': onShare('the processor', 1024, starting, missing),
	'Resource.CPUQuota': onText((text, value) => {
		const quota = quotaOf(text);
		if (quota === null) {
			return wrong(value);
		}

		const more = quota.processors === null ? '' : `, that is ${quota.processors} processors`;
		return `May use ${quota.percent} % of one processor at most${more}.`;
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

const onTasks: SayDirective = value => {
	const tasks = tasksOf(value);
	if (value.text === '' || tasks === null) {
		return value.text === '' ? takenBack : wrong(value);
	}

	return tasks.kind === 'unlimited'
		? 'May have as many processes and threads as it likes.'
		: `May have ${tasks.amount}${tasks.kind === 'percent' ? ' % of the processes and threads that the system allows' : ' processes and threads'} at most.`;
};

const tasks = {
	'Resource.TasksAccounting': counted('processes'),
	'Resource.TasksMax': onTasks,
	'Slice.ConcurrencyHardMax': onNumber(count => `At most ${count} units may run in it; more fail.`, takenBack),
	'Slice.ConcurrencySoftMax': onNumber(count => `At most ${count} units run in it at a time; more wait.`, takenBack),
};

/** A device, and a limit or a share for it. */
const onDevice =
	(say: (device: string, limit: string) => string): SayDirective =>
	value => {
		const found = deviceLimitOf(value.text);
		return value.text === '' ? takenBack : found === null ? wrong(value) : say(shorten(found.device), shorten(found.limit, 20));
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

const addressesOf = (items: readonly string[]): string =>
	someOf(items.map(item => (Object.hasOwn(addresses, item) ? (addresses[item] ?? item) : item)));

const bindRule = (text: string): string => bindRuleOf(text) ?? 'any port';

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

const rights: Readonly<Record<DeviceAccess, string>> = {r: 'read', w: 'write', m: 'make'};

const devicesOf = (sort: 'char' | 'block', name: string | null): string => {
	const what = sort === 'block' ? 'disk devices' : 'character devices';
	return name === null ? `all ${what}` : `${what} of the kind ${shorten(name)}`;
};

const onDeviceRule: SayDirective = value => {
	const rule = deviceRuleOf(value.text);
	if (rule === null) {
		return wrong(value);
	}

	const words = rule.access.map(letter => rights[letter]).join(', ');
	const devices = rule.sort === 'one' ? `the device ${shorten(rule.name ?? '')}` : devicesOf(rule.sort, rule.name);
	return `May ${words.replace(/, (\w+)$/, ' and $1')} ${devices}.`;
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
			({
				all: 'It may divide its control group itself.',
				none: 'It may not divide its control group itself.',
				some: `It may divide its control group itself, for ${someOf(items, 6)}.`,
			})[delegationOf(items)],
		'It may divide its control group itself, without controllers.',
	),
	'Resource.DelegateSubgroup': onText(name => `Its processes start in the part ${name} of its control group.`),
	'Resource.DisableControllers': onList(items => `Control groups inside it cannot have: ${someOf(items, 6)}.`),
	'Resource.ManagedOOMSwap': pressureKill('swap space'),
	'Resource.ManagedOOMMemoryPressure': pressureKill('memory'),
	'Resource.ManagedOOMMemoryPressureLimit': onText((text, value) => {
		const percent = percentOf(text);
		return percent === null ? wrong(value) : `Memory counts as short when all of it waits ${percent} % of the time.`;
	}),
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
