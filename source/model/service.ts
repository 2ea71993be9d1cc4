/** Who keeps a service alive. */
export type ServiceManager =
	| 'systemd'
	| 'launchd'
	| 'sysv'
	| 'openrc'
	| 'runit'
	| 's6'
	| 'supervisord'
	| 'pm2'
	| 'cron'
	| 'at'
	| 'docker'
	| 'podman'
	| 'kubernetes'
	| 'containerd'
	| 'lxc';

type ServiceCommon = {
	/** launchd's Label, systemd's Id, the supervisor's name for it. */
	name: string;
	description: string | null;
	mainPid: number | null;
	/** Property list, unit file, init script. */
	configPath: string | null;
	/** Enabled to start by itself at boot or login. */
	startsAtBoot: boolean | null;
	/** Restarted when it ends: the manager's own word for when. */
	restart: string | null;
};

/** Source: systemctl(1) `show`, org.freedesktop.systemd1(5). */
export type SystemdUnit = ServiceCommon & {
	manager: 'systemd';
	scope: 'system' | 'user';
	/** The user whose manager has it; `null` in the system scope. */
	scopeUid: number | null;
	/** simple, exec, forking, notify, oneshot, dbus, idle; `null` for units that are no service. */
	type: string | null;
	loadState: string | null;
	activeState: string | null;
	subState: string | null;
	/** success, exit-code, signal, timeout, start-limit-hit … */
	result: string | null;
	unitFileState: string | null;
	controlGroup: string | null;
	/** NRestarts: automatic restarts, not starts by hand. */
	restarts: number | null;
	/** Units (sockets, timers, paths) that start it. */
	triggeredBy: readonly string[];
	/** Units that this one starts: for sockets, timers and paths. */
	triggers: readonly string[];
	/** Addresses and paths at which a socket unit waits, as systemd writes them. */
	listens: readonly string[];
	/** `null`: standard output was not asked for. */
	standardOutput: string | null;
	standardInput: string | null;
	sourcePath: string | null;
	lastExitStatus: number | null;
};

/**
A condition under which launchd keeps a job: what must hold, and whether it must or must not. `network` is not
implemented any more; `after-demand`: only once somebody has asked for it.
*/
export type KeepAliveCondition =
	| {type: 'successful-exit' | 'crashed' | 'network' | 'after-demand'; value: boolean}
	| {type: 'path' | 'other-job'; name: string; value: boolean}
	| {type: 'other'; name: string};

/** `address`: a path, or `host:port` as ss(8) writes it, `*` for any host; the port may be the name of a service. */
export type LaunchdSocket = {name: string; address: string};

/** Source: launchctl(1) `print`, launchd.plist(5). `name` is the Label. */
export type LaunchdJob = ServiceCommon & {
	manager: 'launchd';
	/** `system`, `gui/501`, `user/501`: a Label is unique only within its domain. */
	domain: string;
	/** What the domain or the property list says it is; `application`: LaunchServices started it for somebody. */
	jobType: 'daemon' | 'agent' | 'application' | 'xpc-service' | 'extension' | 'driver' | 'submitted' | null;
	/** How it ended the last time, which may be long ago: it says nothing about the process that runs now. */
	lastExit: {type: 'code' | 'signal'; value: number} | {type: 'word'; value: string} | null;
	program: string | null;
	runAtLoad: boolean | null;
	/** `true`, `false`, or the conditions under which it is kept. */
	keepAlive: boolean | 'conditions' | null;
	/** Any one of them is enough. */
	keepAliveConditions: readonly KeepAliveCondition[];
	/** ThrottleInterval; `null`: not given, which means 10. */
	throttleSeconds: number | null;
	/** ExitTimeOut. */
	exitTimeoutSeconds: number | null;
	launchOnlyOnce: boolean | null;
	isDisabled: boolean | null;
	/** Mach services, sockets, events, paths, times: what starts it on demand. */
	startedBy: readonly ('mach-service' | 'socket' | 'interval' | 'calendar' | 'path' | 'event' | 'mount')[];
	processType: string | null;
	sessionTypes: readonly string[];
	standardOutPath: string | null;
	standardErrorPath: string | null;
	/** Sockets that launchd holds for it, by the names its property list gives them. */
	sockets: readonly LaunchdSocket[];
	/** The user its property list names. */
	userName: string | null;
	/** The app whose bundle holds the property list, or that it is associated with. */
	bundlePath: string | null;
};

/** A job of any other supervisor, known from control groups, parents and pid files. */
export type SupervisedJob = ServiceCommon & {
	manager: Exclude<ServiceManager, 'systemd' | 'launchd'>;
	/** The supervising process, where it is one. */
	supervisorPid: number | null;
	/** Container id, for the container engines. */
	containerId: string | null;
};

export type Service = SystemdUnit | LaunchdJob | SupervisedJob;

/** Which installed files name a program, found by its path. */
export type ProgramFiles = {
	/** System units, system D-Bus services, init scripts. */
	system: readonly string[];
	/** User units, session D-Bus services. */
	user: readonly string[];
	/** XDG autostart entries. */
	autostart: readonly string[];
	/** Desktop entries of applications that need no terminal. */
	desktop: readonly string[];
	/** Init scripts among `system`. */
	initScripts: readonly string[];
};
