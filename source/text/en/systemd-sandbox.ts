import {boundPathsOf, isOnlyNative, labelOf, ownHostnameOf, pathOf} from '../systemd-sandbox-parts.js';
import {addressFamilyOf, capabilityOf, systemCallsOf} from './systemd-kernel-names.js';
import {either, onChoice, onFilter, onFlag, onList, onPath, onText, type SayDirective, someOf, takenBack, wrong} from './systemd-words.js';

const boundPathOf = (item: string): string => {
	const {from, to} = boundPathsOf(item);
	return to === null ? from : `${from} at ${to}`;
};

const paths = (say: (names: string) => string, nameOf: (item: string) => string = pathOf): SayDirective =>
	onList(items => say(someOf(items.map(nameOf), 4)), 'Takes back the paths that were set before.');

const onLabel = (say: (label: string) => string): SayDirective =>
	onText(text => {
		const {label, isOptional} = labelOf(text);
		return `${say(label)}${isOptional ? ', where that works' : ''}.`;
	});

const namespaces: Readonly<Record<string, string>> = {
	cgroup: 'control groups',
	ipc: 'shared memory',
	mnt: 'mounts',
	net: 'the network',
	pid: 'processes',
	time: 'clocks',
	user: 'accounts',
	uts: 'the name of the computer',
};

const namespacesOf = (items: readonly string[]): string =>
	someOf(
		items.map(item => (Object.hasOwn(namespaces, item) ? (namespaces[item] ?? item) : item)),
		4,
	);

const restrictNamespaces: SayDirective = (value, now) =>
	value.flag === null
		? onFilter(
				items => `May make isolated views, as containers have, only of ${namespacesOf(items)}.`,
				items => `May not make isolated views, as containers have, of ${namespacesOf(items)}.`,
				'May make isolated views, as containers have.',
			)(value, now)
		: value.flag
			? 'May not make isolated views of the system, as containers have.'
			: 'May make isolated views of the system, as containers have.';

const fileSystem = {
	'Exec.ProtectSystem': onChoice({
		no: 'May write to system folders as far as its rights go.',
		yes: 'Cannot write to /usr and the boot folders.',
		full: 'Cannot write to /usr, the boot folders and /etc.',
		strict: 'Cannot write anywhere but to /dev, /proc, /sys and the paths named for it.',
	}),
	'Exec.ProtectHome': onChoice({
		no: 'Sees the home folders.',
		yes: 'Home folders look empty to it.',
		'read-only': 'Home folders are read-only for it.',
		tmpfs: 'Home folders look empty to it, and what it writes there is thrown away.',
	}),
	'Exec.PrivateTmp': onChoice({
		no: 'Shares /tmp with all others.',
		yes: 'Has a /tmp and /var/tmp of its own, emptied when it stops.',
		disconnected: 'Has a /tmp and /var/tmp of its own, in memory only.',
	}),
	'Exec.ReadWritePaths': paths(names => `May write to ${names}, as far as its rights go.`),
	'Exec.ReadOnlyPaths': paths(names => `May only read ${names}.`),
	'Exec.InaccessiblePaths': paths(names => `Cannot see what is in ${names}.`),
	'Exec.ExecPaths': paths(names => `May run programs from ${names}.`),
	'Exec.NoExecPaths': paths(names => `May run no programs from ${names}.`),
	'Exec.BindPaths': paths(names => `Sees folders in other places: ${names}.`, boundPathOf),
	'Exec.BindReadOnlyPaths': paths(names => `Sees folders, read-only: ${names}.`, boundPathOf),
	'Exec.TemporaryFileSystem': paths(names => `Has an empty folder in memory at ${names}.`),
	'Exec.PrivateMounts': onFlag('What it mounts, nobody else sees.', 'What it mounts, all others see.'),
	'Exec.MountFlags': onText(flag =>
		flag === 'shared'
			? 'What it mounts, all others see.'
			: flag === 'slave'
				? 'What it mounts, nobody else sees; it sees what others mount.'
				: flag === 'private'
					? 'What it mounts, nobody else sees, and it does not see what others mount.'
					: `Shares mounts as ${flag} says.`,
	),
	'Exec.MountAPIVFS': onFlag(
		'Has /proc, /sys and /dev in its root folder.',
		'Has no /proc, /sys and /dev in its root folder but those that are there.',
		takenBack,
	),
	'Exec.RestrictFileSystems': onFilter(
		items => `May open files only on file systems of the ${either(items, 'kind', 'kinds')} ${someOf(items)}.`,
		items => `May open no files on file systems of the ${either(items, 'kind', 'kinds')} ${someOf(items)}.`,
	),
};

const images = {
	'Exec.RootImage': onPath(path => `Takes the disk image ${path} for the whole file system.`),
	'Exec.RootImageOptions': onList(items => `Its disk image is mounted with ${someOf(items)}.`),
	'Exec.RootHash': onText(() => 'The check sum that its disk image must have.'),
	'Exec.RootHashSignature': onText(() => 'The signature of that check sum.'),
	'Exec.RootVerity': onPath(path => `The data to check its disk image with are in ${path}.`),
	'Exec.RootEphemeral': onFlag('Works on a copy of its root, thrown away when it stops.', 'Works on its root itself.'),
	'Exec.RootImagePolicy': onText(() => 'What its disk image must hold, and how that must be protected.'),
	'Exec.MountImagePolicy': onText(() => 'How mounted disk images must be protected.'),
	'Exec.ExtensionImagePolicy': onText(() => 'How added disk images must be protected.'),
	'Exec.MountImages': onList(items => `Disk images mounted for it: ${someOf(items)}.`),
	'Exec.ExtensionImages': onList(items => `Disk images laid over /usr and /opt for it: ${someOf(items)}.`),
	'Exec.ExtensionDirectories': onList(items => `Folders laid over /usr and /opt for it: ${someOf(items)}.`),
};

const isolation = {
	'Exec.PrivateDevices': onFlag('Sees no real devices, only the likes of /dev/null.', 'Sees the real devices.'),
	'Exec.PrivateNetwork': onFlag('Has no network but a loopback of its own.', 'Uses the network of the computer.'),
	'Exec.PrivateIPC': onFlag(
		'Shares no System V memory and message queues with others.',
		'Shares System V memory and message queues with others.',
	),
	'Exec.PrivatePIDs': onFlag('Sees no processes but its own.', 'Sees the processes of others.'),
	'Exec.PrivateBPF': onFlag('Has a BPF file system of its own.', 'Sees the BPF file system of all.'),
	'Exec.PrivateUsers': onChoice({
		no: 'Sees all accounts.',
		yes: 'Sees only root and its own account; all others look like nobody, and root rights end at its borders.',
		self: 'Sees only its own account besides root; all others look like nobody.',
		identity: 'Has a user list of its own for the first 65536 accounts, with the same numbers.',
		full: 'Has a user list of its own, with all accounts under the same numbers.',
		managed: 'Has a user list of its own, with numbers that nobody else has.',
	}),
	'Exec.NetworkNamespacePath': onPath(path => `Uses the network that ${path} stands for.`),
	'Exec.IPCNamespacePath': onPath(path => `Shares memory and message queues with those in ${path}.`),
	'Exec.UserNamespacePath': onText(path => `Uses the user list that ${path} stands for.`),
	'Exec.DelegateNamespaces': onList(items => `It may itself change these isolated views: ${someOf(items)}.`),
	'Exec.BindLogSockets': onFlag('Can reach the log although it sees little else.', 'Cannot reach the log by its sockets.', takenBack),
	'Exec.RemoveIPC': onFlag('Memory it shared with others is removed when it stops.', 'Memory it shared with others stays when it stops.'),
};

const hostname = onChoice({
	no: 'May change the name of the computer as far as its rights go.',
	yes: 'May not change the name of the computer.',
	private: 'May change the name of the computer for itself only.',
});

/** A colon and a name may follow, which is the computer's name for it. */
const onHostname: SayDirective = (value, now) => {
	const own = ownHostnameOf(value.text);
	return own === null
		? hostname(value, now)
		: own.mode === 'private'
			? `May change the name of the computer for itself only; it starts as ${own.name}.`
			: own.mode === 'yes'
				? `May not change the name of the computer, which is ${own.name} for it.`
				: wrong(value);
};

const system = {
	'Exec.ProtectKernelTunables': onFlag(
		'May not change settings of the kernel.',
		'May change settings of the kernel as far as its rights go.',
	),
	'Exec.ProtectKernelModules': onFlag('May not load kernel modules.', 'May load kernel modules as far as its rights go.'),
	'Exec.ProtectKernelLogs': onFlag(
		'May not read or write the log of the kernel.',
		'May read the log of the kernel as far as its rights go.',
	),
	'Exec.ProtectClock': onFlag('May not set the clock.', 'May set the clock as far as its rights go.'),
	'Exec.ProtectControlGroups': onChoice({
		no: 'May change control groups as far as its rights go.',
		yes: 'May not change control groups.',
		private: 'Sees only its own control groups.',
		strict: 'Sees only its own control groups, and may not change them.',
	}),
	'Exec.ProtectHostname': onHostname,
	'Exec.ProtectProc': onChoice({
		default: 'Sees the processes of all users.',
		noaccess: 'May not look into processes of other users.',
		invisible: 'Does not see processes of other users at all.',
		ptraceable: 'Sees only processes that it may debug.',
	}),
	'Exec.ProcSubset': onChoice({all: 'Sees all of /proc.', pid: 'Sees in /proc only processes, nothing of the system.'}),
};

const kernel = {
	'Exec.NoNewPrivileges': onFlag(
		'It and all it starts can never gain more rights, as by sudo.',
		'May gain rights by programs such as sudo.',
	),
	'Exec.CapabilityBoundingSet': onFilter(
		items => `Of the rights of root it can have at most: ${someOf(items.map(capabilityOf), 4)}.`,
		items => `Can never have these rights of root: ${someOf(items.map(capabilityOf), 4)}.`,
		'Can have no rights of root at all, unless further lines name some.',
		'May have all rights of root; takes back what was set before.',
	),
	'Exec.AmbientCapabilities': onFilter(
		items => `Has these rights of root although it is not root: ${someOf(items.map(capabilityOf), 4)}.`,
		items => `Has all rights of root but: ${someOf(items.map(capabilityOf), 4)}.`,
		'Has no rights of root by this way.',
		'Has all rights of root, although it is not root.',
	),
	'Exec.SecureBits': onList(items => `How its rights change with its account: ${someOf(items)}.`),
	'Exec.SystemCallFilter': onFilter(
		items => `May use only these calls to the kernel: ${systemCallsOf(items)}.`,
		items => `May not use these calls to the kernel: ${systemCallsOf(items)}.`,
		'Takes back the filters of calls to the kernel that were set before.',
	),
	'Exec.SystemCallLog': onFilter(
		items => `These calls to the kernel are logged: ${systemCallsOf(items)}.`,
		items => `All calls to the kernel are logged but: ${systemCallsOf(items)}.`,
		takenBack,
		'All calls to the kernel are logged.',
	),
	'Exec.SystemCallErrorNumber': onText(
		code => (code === 'kill' ? 'A forbidden call to the kernel ends it.' : `A forbidden call to the kernel only fails, with ${code}.`),
		'A forbidden call to the kernel ends it.',
	),
	'Exec.SystemCallArchitectures': onList(
		items =>
			isOnlyNative(items)
				? 'May call the kernel only in the way of this processor, not of older ones.'
				: `May call the kernel only in the way of ${someOf(items)}.`,
		'May call the kernel in any way that the processor has.',
	),
	'Exec.RestrictAddressFamilies': onFilter(
		items =>
			items[0] === 'none'
				? 'May open no sockets at all.'
				: `May open only these kinds of sockets: ${someOf(items.map(addressFamilyOf), 6)}.`,
		items => `May not open these kinds of sockets: ${someOf(items.map(addressFamilyOf), 6)}.`,
		'May open sockets of all kinds.',
	),
	'Exec.RestrictNamespaces': restrictNamespaces,
	'Exec.RestrictRealtime': onFlag(
		'May not take real-time priority, which could block others.',
		'May take real-time priority as far as its rights go.',
	),
	'Exec.RestrictSUIDSGID': onFlag(
		'May not make programs that run with the rights of their owner.',
		'May make programs that run with the rights of their owner.',
	),
	'Exec.LockPersonality': onFlag('May not change how the kernel behaves towards it.', 'May change how the kernel behaves towards it.'),
	'Exec.MemoryDenyWriteExecute': onFlag(
		'May not run code that it has written to memory itself.',
		'May run code that it has written to memory itself, as just-in-time compilers do.',
	),
	'Exec.SELinuxContext': onLabel(context => `Runs under the SELinux label ${context}`),
	'Exec.AppArmorProfile': onLabel(profile => `Confined by the AppArmor rules ${profile}`),
	'Exec.SmackProcessLabel': onLabel(label => `Runs under the SMACK label ${label}`),
};

/** What a service is kept from. @source systemd.exec(5) "Sandboxing", "Capabilities", "System call filtering" */
export const sandboxDirectives = {...fileSystem, ...images, ...isolation, ...system, ...kernel};
