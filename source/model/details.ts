import type {LaunchdJob} from './service.js';

/** What launchd tells of one job. Source: launchctl(1), `print DOMAIN/LABEL`. */
export type JobDetails = {
	manager: 'launchd';
	/** The command that was asked. */
	source: string;
	state: string | null;
	/** LaunchDaemon, LaunchAgent, XPCService, Submitted … */
	type: string | null;
	/** Starts since boot or login, those on demand included. */
	runs: number | null;
	/** Why the present run began. */
	immediateReason: string | null;
	/** How its resources are weighed: daemon, interactive, background, adaptive, app. */
	spawnType: string | null;
	properties: readonly string[];
	lastExit: LaunchdJob['lastExit'];
	/** Who registered it, where no property list did. */
	managedBy: string | null;
	parentBundleIdentifier: string | null;
	/** Seconds between two starts at least: ThrottleInterval as it counts now. */
	minimumRuntimeSeconds: number | null;
	/** Seconds from SIGTERM to SIGKILL when launchd stops it. */
	exitTimeoutSeconds: number | null;
	/** Crashes in a row. */
	successiveCrashes: number | null;
	/** StartInterval. */
	intervalSeconds: number | null;
};

/** Exit codes, and signals without `SIG`, that a unit treats in a way of their own. */
export type ExitStatuses = {codes: readonly number[]; signals: readonly string[]};

/** What starts a unit on demand. Instants are milliseconds since the epoch. */
export type UnitTrigger = {
	/** Its name ends in `.timer`, `.socket` or `.path`. */
	unit: string;
	activeState: string | null;
	unitFileState: string | null;
	/** Of a timer; `null`: none is set. */
	nextAt: number | null;
	lastAt: number | null;
	/** Addresses and paths of a socket, without its type. */
	listens: readonly string[];
	/** Paths that are watched, without the manner of watching. */
	paths: readonly string[];
};

/**
What systemd tells of one unit. `null`: this version does not say, or there is no value.

@source org.freedesktop.systemd1(5), systemd.service(5), systemd.unit(5), systemd.kill(5)
*/
export type UnitDetails = {
	manager: 'systemd';
	/** The command that was asked. */
	source: string;
	id: string;
	type: string | null;
	/** `main`, or `cgroup`: it has ended when its last process has. */
	exitType: string | null;
	mainPid: number | null;
	mainStartedAt: number | null;
	/** Restart=. */
	restart: string | null;
	/** RestartSec=; `Infinity`: never. */
	restartDelayMs: number | null;
	/** The delay grows in so many steps … */
	restartSteps: number | null;
	/** … up to this. */
	restartDelayMaxMs: number | null;
	/** Automatic restarts, not starts by hand. */
	restarts: number | null;
	/** More starts than these within the interval are refused; 0 in either: no limit. */
	startLimitBurst: number | null;
	startLimitIntervalMs: number | null;
	/** none, reboot, poweroff … */
	startLimitAction: string | null;
	killMode: string | null;
	/** A number, as systemd prints it. */
	killSignal: number | null;
	stopTimeoutMs: number | null;
	sendsSigkill: boolean | null;
	remainsAfterExit: boolean | null;
	/** A failure of its command counts as success: `-` before the path in ExecStart=. */
	ignoresFailure: boolean | null;
	successStatuses: ExitStatuses;
	preventStatuses: ExitStatuses;
	forceStatuses: ExitStatuses;
	requiredBy: readonly string[];
	requisiteOf: readonly string[];
	boundBy: readonly string[];
	wantedBy: readonly string[];
	consistsOf: readonly string[];
	upheldBy: readonly string[];
	triggers: readonly UnitTrigger[];
	busName: string | null;
	refusesManualStop: boolean | null;
	isTransient: boolean | null;
	unitFileState: string | null;
	fragmentPath: string | null;
	dropInPaths: readonly string[];
	sourcePath: string | null;
	/** Its files were changed since systemd read them. */
	needsReload: boolean | null;
};

/** What a service manager tells of one job when it is asked for it alone: only for the selected process. */
export type ServiceDetails = JobDetails | UnitDetails;
