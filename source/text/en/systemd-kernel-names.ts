import {someOf} from './systemd-words.js';

/** @source capabilities(7) */
const capabilities: Readonly<Record<string, string>> = {
	CAP_AUDIT_CONTROL: 'set up auditing',
	CAP_AUDIT_READ: 'read the audit log',
	CAP_AUDIT_WRITE: 'write to the audit log',
	CAP_BLOCK_SUSPEND: 'keep the computer awake',
	CAP_BPF: 'load programs into the kernel',
	CAP_CHECKPOINT_RESTORE: 'freeze and thaw processes',
	CAP_CHOWN: 'give files to others',
	CAP_DAC_OVERRIDE: 'use any file',
	CAP_DAC_READ_SEARCH: 'read any file',
	CAP_FOWNER: 'act as the owner of any file',
	CAP_FSETID: 'keep set-id bits',
	CAP_IPC_LOCK: 'keep memory from being swapped out',
	CAP_IPC_OWNER: 'use shared memory of others',
	CAP_KILL: 'signal any process',
	CAP_LEASE: 'be told of uses of files',
	CAP_LINUX_IMMUTABLE: 'make files unchangeable',
	CAP_MAC_ADMIN: 'change security rules',
	CAP_MAC_OVERRIDE: 'bypass security rules',
	CAP_MKNOD: 'make device files',
	CAP_NET_ADMIN: 'set up the network',
	CAP_NET_BIND_SERVICE: 'listen on ports below 1024',
	CAP_NET_BROADCAST: 'broadcast',
	CAP_NET_RAW: 'send raw packets',
	CAP_PERFMON: 'measure performance',
	CAP_SETFCAP: 'give rights to programs',
	CAP_SETGID: 'take on any group',
	CAP_SETPCAP: 'pass on rights',
	CAP_SETUID: 'take on any account',
	CAP_SYSLOG: 'read the kernel log',
	CAP_SYS_ADMIN: 'most of administration',
	CAP_SYS_BOOT: 'restart the computer',
	CAP_SYS_CHROOT: 'change its root folder',
	CAP_SYS_MODULE: 'load kernel modules',
	CAP_SYS_NICE: 'raise priorities',
	CAP_SYS_PACCT: 'record processes',
	CAP_SYS_PTRACE: 'look into other processes',
	CAP_SYS_RAWIO: 'reach hardware directly',
	CAP_SYS_RESOURCE: 'exceed limits',
	CAP_SYS_TIME: 'set the clock',
	CAP_SYS_TTY_CONFIG: 'set up terminals',
	CAP_WAKE_ALARM: 'wake the computer',
};

/** @source systemd.exec(5), "Currently predefined system call sets" */
const callSets: Readonly<Record<string, string>> = {
	'@aio': 'reading and writing in the background',
	'@basic-io': 'plain reading and writing',
	'@chown': 'giving files to others',
	'@clock': 'setting the clock',
	'@cpu-emulation': 'emulating old processors',
	'@debug': 'debugging',
	'@default': 'what every program needs',
	'@file-system': 'files and folders',
	'@io-event': 'waiting for input',
	'@ipc': 'talking between processes',
	'@keyring': 'keys in the kernel',
	'@known': 'all that systemd knows',
	'@memlock': 'keeping memory from being swapped out',
	'@module': 'kernel modules',
	'@mount': 'mounting',
	'@network-io': 'the network',
	'@obsolete': 'calls of old times',
	'@pkey': 'protecting memory',
	'@privileged': 'what only root may do',
	'@process': 'starting and ending processes',
	'@raw-io': 'reaching hardware directly',
	'@reboot': 'restarting the computer',
	'@resources': 'changing limits and priorities',
	'@sandbox': 'locking itself in',
	'@setuid': 'changing its account',
	'@signal': 'signals',
	'@swap': 'swap space',
	'@sync': 'making sure that data is on disk',
	'@system-service': 'what ordinary services need',
	'@timer': 'timers',
};

const families: Readonly<Record<string, string>> = {
	AF_UNIX: 'local',
	AF_LOCAL: 'local',
	AF_INET: 'IPv4',
	AF_INET6: 'IPv6',
	AF_NETLINK: 'messages of the kernel',
	AF_PACKET: 'raw packets',
	AF_BLUETOOTH: 'Bluetooth',
	AF_VSOCK: 'to virtual machines',
	AF_CAN: 'CAN bus',
	AF_ALG: 'encryption in the kernel',
	AF_QIPCRTR: 'modems',
};

const withMeaning = (table: Readonly<Record<string, string>>, name: string): string =>
	Object.hasOwn(table, name) ? `${name} (${table[name]})` : name;

export const capabilityOf = (name: string): string => withMeaning(capabilities, name.toUpperCase());

export const addressFamilyOf = (name: string): string => withMeaning(families, name);

/** A few of the names and sets of system calls. */
export const systemCallsOf = (names: readonly string[]): string =>
	someOf(
		names.map(name => withMeaning(callSets, name)),
		3,
	);
