import type {TermsOf} from '../../model/term.js';

/** How processes end, and what they leave written. */
export const endingTerms: TermsOf<'endings'> = {
	'exit-code': {
		name: 'exit code',
		aliases: ['exit status', 'return code'],
		line: 'The number a process leaves when it ends: 0 for success.',
		more: 'launchctl list shows the last one in its second column, systemctl status in brackets. 126 and 127 are those of a shell, 78 means a wrong configuration.',
	},
	signal: {
		name: 'signal',
		aliases: ['SIGTERM', 'SIGKILL', 'SIGHUP', 'kill'],
		line: 'A short message from the system or another process, such as “end” or “stop”.',
		more: 'SIGTERM asks, SIGKILL forces, SIGHUP often means “read your configuration again”. Linux shows in /proc/PID/status which are handled; macOS does not tell.',
	},
	crash: {
		name: 'crash',
		aliases: ['abnormal end', 'segmentation fault', 'core dump'],
		line: 'An end that nobody asked for, by an error of the program.',
		more: 'macOS writes a report that Console shows; Linux may keep a core dump, see coredumpctl. Whether the service comes back is for its manager to decide.',
	},
	log: {
		name: 'log',
		aliases: ['log file', 'messages'],
		line: 'What programs write down about what they do, line after line with the time.',
		more: 'It may be a file of its own, or part of a log of the whole system: the unified log of macOS, the journal of Linux.',
	},
	'system-log': {
		name: 'system log',
		aliases: ['syslog', '/var/log'],
		line: 'The log that all programs of a computer share.',
		more: 'Formerly syslog wrote it into /var/log. macOS has the unified log instead, Linux the journal, at times with rsyslog beside it.',
	},
	'unified-log': {
		name: 'unified log',
		aliases: ['os_log', 'Console', 'log show'],
		line: 'The log of macOS, in which apps and daemons alike write.',
		more: 'Read it with the Console app, log show or log stream. It hides private values. The journal of systemd is its counterpart.',
	},
	journal: {
		name: 'journal',
		aliases: ['journalctl', 'journald', 'systemd journal'],
		line: 'The log that systemd keeps for every unit and for the kernel.',
		more: '“journalctl -u ssh” shows that of one unit. On macOS the unified log plays this part.',
	},
};

/** What processes use up. */
export const resourceTerms: TermsOf<'resources'> = {
	resource: {
		name: 'resource',
		aliases: ['system resource', 'limit'],
		line: 'What processes share and can use up: processor, memory, disk, network, file descriptors.',
		more: 'systemd limits them for each unit (MemoryMax=, CPUQuota=); launchd has a few limits and holds back jobs of the type Background.',
	},
	'cpu-time': {
		name: 'CPU time',
		aliases: ['processor time', 'CPU usage', '%CPU'],
		line: 'How long processor cores have worked for a process.',
		more: '100 % means one core all the time, on both systems; a process with many threads can have more. A daemon waiting for work uses next to none.',
	},
	'resident-memory': {
		name: 'resident memory',
		aliases: ['RSS', 'memory', 'RAM'],
		line: 'The part of the memory of a process that is in RAM at this moment.',
		more: 'Shared parts are counted with every process, so the sum is too high. Activity Monitor on macOS shows another figure, the footprint; on Linux PSS divides what is shared.',
	},
	priority: {
		name: 'priority',
		aliases: ['scheduling priority', 'ProcessType'],
		line: 'Who gets the processor first when several want it.',
		more: 'On Linux it follows from the nice value and from CPUWeight= of the unit. macOS decides above all by the type of a job and the class of its work (QoS).',
	},
	'nice-value': {
		name: 'nice value',
		aliases: ['nice', 'renice', 'niceness'],
		line: 'A number from −20 to 19 or 20: the higher, the more a process steps back for others.',
		more: 'It is 0 for nearly all, daemons among them. Only root may lower it. Set it with Nice in a property list and Nice= in a unit.',
	},
};

/** How processes talk to each other. */
export const networkTerms: TermsOf<'network'> = {
	socket: {
		name: 'socket',
		aliases: ['network socket', 'Unix socket'],
		line: 'An end point by which processes talk, on one computer or over the network.',
		more: 'A socket with a port is reached over the network; a Unix socket is a file on this computer. lsof shows them on macOS, ss on Linux.',
	},
	port: {
		name: 'port',
		aliases: ['port number', 'TCP port', 'UDP port'],
		line: 'A number that tells which program of a computer is meant: 22 is ssh, 443 is the web.',
		more: 'On Linux only root, or a program with that capability, may take those below 1024; macOS allows it since version 10.14 when it listens on all addresses. A Mach port on macOS is something else.',
	},
	listen: {
		name: 'listen',
		aliases: ['LISTEN', 'listening socket', 'open port'],
		line: 'To wait at a port or socket for others to call.',
		more: 'Servers do, daemons or not. At 127.0.0.1 only this computer can call, at * everybody. launchd or systemd may listen in place of a service.',
	},
	'connection-state': {
		name: 'connection state',
		aliases: ['TCP state', 'ESTABLISHED', 'TIME_WAIT', 'CLOSE_WAIT'],
		line: 'How far a TCP connection has come, from the call to the end.',
		more: 'LISTEN waits, ESTABLISHED talks, TIME_WAIT is over. Many in CLOSE_WAIT mean that a program forgets to hang up. Both systems use the same words, ss shortens some.',
	},
};

/** Who may do what. */
export const rightTerms: TermsOf<'rights'> = {
	permission: {
		name: 'permission',
		aliases: ['access right', 'rights', 'TCC'],
		line: 'What a process may read, change or do.',
		more: 'It follows from its account and from the mode of files. macOS also asks for camera, folders and more by program; Linux has capabilities and, in places, SELinux or AppArmor.',
	},
	root: {
		name: 'root',
		aliases: ['superuser', 'UID 0', 'sudo'],
		line: 'The account with the number 0, which may do nearly everything.',
		more: 'Many daemons run as root. On macOS even root may not touch what System Integrity Protection covers; on Linux a unit can take single rights from it.',
	},
	administrator: {
		name: 'administrator',
		aliases: ['admin', 'admin group', 'wheel'],
		line: 'A person’s account that may become root for a moment.',
		more: 'On macOS members of the group admin, on Linux mostly of sudo or wheel. It is not root itself.',
	},
	'dedicated-account': {
		name: 'dedicated account',
		aliases: ['service account', 'system account', 'role account', '_name'],
		line: 'An account made for one service, with as few rights as it needs.',
		more: 'On macOS its name begins with an underscore, such as _mdnsresponder; on Linux it has a low UID, or DynamicUser= makes one up. Nobody logs in with it.',
	},
	sandbox: {
		name: 'sandbox',
		aliases: ['App Sandbox', 'hardening', 'seccomp'],
		line: 'Walls around a process beyond those of its account.',
		more: 'On macOS a profile says which files and services it may reach. On Linux directives of its unit do, such as ProtectSystem= and SystemCallFilter=, or Flatpak for apps.',
	},
	'app-container': {
		name: 'container of an app',
		aliases: ['app container', '~/Library/Containers'],
		line: 'The folder in which macOS keeps the files of an app that runs in a sandbox.',
		more: 'It stands in ~/Library/Containers and has nothing to do with Docker. Flatpak on Linux has ~/.var/app for this.',
	},
	container: {
		name: 'container',
		aliases: ['Docker', 'Podman', 'Kubernetes', 'container image'],
		line: 'A set of processes with files, network and PIDs of their own, on the kernel of the host.',
		more: 'On Linux its processes stand in the list like others. On macOS Docker and Podman run them in a virtual Linux machine, so the list only shows that machine.',
	},
	'system-integrity-protection': {
		name: 'System Integrity Protection',
		aliases: ['SIP', 'rootless', 'csrutil'],
		line: 'The rule of macOS that not even root may change Apple’s files and services.',
		more: 'So launchctl refuses to unload most jobs of Apple, and the system volume is sealed. Linux knows nothing quite like it; some systems mount /usr read-only.',
	},
};

/** How this program judges. */
export const judgingTerms: TermsOf<'judging'> = {
	evidence: {
		name: 'evidence',
		aliases: ['proof', 'sign'],
		line: 'A fact read from the system that speaks for one kind and against others.',
		more: 'The strongest comes from whoever keeps the process: launchd or systemd. The pane Why shows each fact with the place where it was read.',
	},
	verdict: {
		name: 'verdict',
		aliases: ['classification', 'kind'],
		line: 'The kind that the evidence speaks for.',
		more: 'Two questions decide: for whom does it work, and who keeps it? The kinds are the same on macOS and on Linux.',
	},
	confidence: {
		name: 'confidence',
		aliases: ['certain', 'likely', 'guess'],
		line: 'How sure the verdict is: certain, likely or a guess.',
		more: 'It measures how good the evidence is, not how much the process resembles a textbook daemon. As an ordinary user one may read less, and on macOS still less than on Linux.',
	},
	unknown: {
		name: 'unknown',
		aliases: ['needs root', 'could not be read'],
		line: 'What could not be read; it never counts as no.',
		more: 'Other users’ files and sockets need root on both systems. What a system does not tell at all, such as caught signals on macOS, stays unknown even then.',
	},
};
