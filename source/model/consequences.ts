import type {ListeningSocket} from './process.js';
import type {KeepAliveCondition, ServiceManager} from './service.js';

/**
The ways in which a process ends: SIGTERM, SIGKILL, a signal of its own fault such as SIGSEGV, exit code 0, exit code 1.
*/
export const waysToEnd = ['asked', 'killed', 'crashed', 'failed', 'finished'] as const;
export type WayToEnd = (typeof waysToEnd)[number];

/** A process as it is named in an explanation. */
export type ProcessName = {pid: number; name: string};

/** Who starts it again. */
export type Bringer = {type: 'manager'; manager: ServiceManager} | {type: 'process'; process: ProcessName} | {type: 'unit'; name: string};

/** Why it comes back, or not. Words come from `text/`. */
export type ComebackReason =
	/** Restart= of its unit, in `detail`. */
	| 'restart-policy'
	/** Its exit status is in RestartForceExitStatus=, or in RestartPreventExitStatus=. */
	| 'forced-status'
	| 'prevented-status'
	/** RemainAfterExit=: its unit counts as active without a process. */
	| 'remains-active'
	/** RestartSec=infinity. */
	| 'endless-delay'
	/** The unit in `detail` upholds it. */
	| 'upheld'
	/** Its unit goes on as long as any of its processes. */
	| 'group-goes-on'
	/** A scope: systemd knows these processes, and never starts them. */
	| 'scope'
	/** Not the main process of its service: the manager does not see it end. */
	| 'worker'
	/** It has a handler for SIGTERM, and its exit code decides. */
	| 'own-exit-code'
	/** Which signal decides. */
	| 'by-signal'
	/** Its kernel or the process itself drops the signal. */
	| 'ignores-signal'
	| 'keep-alive'
	| 'keep-alive-condition'
	| 'no-keep-alive'
	| 'launch-only-once'
	| 'unknown-keep-alive'
	/** Opened by somebody, and not opened again by anybody else. */
	| 'app'
	| 'xpc-service'
	| 'extension'
	| 'driver'
	| 'supervised'
	/** The supervisor's configuration decides, which was not read. */
	| 'supervisor-settings'
	| 'container-policy'
	| 'container-member'
	| 'init-script'
	| 'cron'
	| 'at'
	/** Its parent runs the same program and may start another. */
	| 'parent'
	| 'by-hand'
	| 'nobody'
	| 'untold';

/** Whether a process is started again after it ended in one way. */
export type Comeback = {
	/** `stays`: it does not end this way. `on-demand`: something of `triggers` starts it. */
	answer: 'yes' | 'no' | 'on-demand' | 'unknown' | 'stays';
	reason: ComebackReason;
	by: Bringer | null;
	detail: string | null;
	/** From its end to its start; `null`: not known, or it does not come back. */
	afterMs: number | null;
	/** What holds where nobody changed the defaults. */
	usually: 'yes' | 'no' | null;
	/** Where the answer is unknown because of the exit code: what code 0, and any other, leads to. */
	byCode: {zero: Comeback['answer']; other: Comeback['answer']} | null;
	/** launchd: the conditions that decide. */
	conditions: readonly KeepAliveCondition[];
};

/** What starts it on demand. */
export type Trigger = {
	type: 'socket' | 'timer' | 'path' | 'bus' | 'mach-service' | 'interval' | 'calendar' | 'event' | 'mount' | 'request';
	/** The unit, or the D-Bus name. */
	name: string | null;
	/** Addresses, paths. */
	of: readonly string[];
	/** Milliseconds since the epoch. */
	nextAt: number | null;
	everyMs: number | null;
};

/** How often a manager starts it before it gives up. */
export type StartLimit = {
	starts: number;
	withinMs: number;
	/** Ending at once each time, it gets there. */
	isReachable: boolean;
	/** reboot, poweroff …; `null`: it is left failed. */
	action: string | null;
};

/** The wait before a restart becomes longer with each one. */
export type GrowingDelay = {firstMs: number; lastMs: number; steps: number};

/** The least time between two starts. */
export type Throttle = {betweenMs: number};

/** What ends with something that people see. */
export type WiderEnd =
	| 'graphical-session'
	| 'login-session'
	| 'user-manager'
	| 'container'
	| 'bus'
	| 'logins'
	| 'network'
	| 'devices'
	| 'journal'
	| 'remote-logins';

/** What happens to others when it is killed. */
export type Together = {
	/** Ended with it by the service manager, or with the container. */
	ended: readonly ProcessName[];
	/** Of its unit, and left running (KillMode=). */
	left: readonly ProcessName[];
	/** Below it, in the foreground of the terminal that it leads: they get SIGHUP. */
	hungUp: readonly ProcessName[];
	/** Below it, and alive without it. */
	orphaned: readonly ProcessName[];
	/** Nobody listens there any more. */
	closed: readonly ListeningSocket[];
	/** Others listen there, too. */
	shared: readonly ListeningSocket[];
	/** The service manager keeps these open: who calls waits. */
	held: readonly string[];
	wider: WiderEnd | null;
};

/** Units that need it. */
export type Dependents = {
	/** BindsTo=: stop as soon as it is gone. */
	bound: readonly string[];
	/** Requires=, Requisite=, PartOf=: stop when it is stopped, and start again when it is. */
	required: readonly string[];
	/** Wants=, targets aside. */
	wanting: readonly string[];
};

/** What is to be known about stopping it. Words come from `text/`. */
export type StopNote =
	| 'foreign-manager'
	| 'kernel'
	| 'first-process'
	| 'zombie'
	| 'refuses-manual-stop'
	| 'mask'
	| 'vital'
	| 'transient'
	| 'until-boot'
	| 'until-login'
	| 'apple'
	| 'app-menu'
	| 'login-items'
	| 'crontab'
	| 'supervisord-settings'
	| 'container-owner'
	| 'kubernetes'
	| 'lxc-settings'
	| 'xpc-service'
	| 'worker'
	| 'once'
	| 'not-started-again'
	| 'upheld'
	| 'whole-user';

/** Programs with their arguments, to be pasted into a shell; never run by us. */
export type StopAdvice = {
	now: readonly (readonly string[])[];
	forGood: readonly (readonly string[])[];
	notes: readonly StopNote[];
};

/** Started again and again. */
export type Storm = {
	starts: number;
	/** On average since boot; `null`: not known. */
	everyMs: number | null;
	/** launchd counts starts, systemd restarts. */
	counted: 'starts' | 'restarts';
};

/** What happens if a process stops. */
export type Consequences = {
	/** Why the question has no ordinary answer. */
	special: 'kernel' | 'first-process' | 'zombie' | null;
	comebacks: Readonly<Record<WayToEnd, Comeback>>;
	triggers: readonly Trigger[];
	limit: StartLimit | null;
	growingDelay: GrowingDelay | null;
	throttle: Throttle | null;
	/** Codes and signals after which it never, or always, comes back. */
	exceptions: {never: readonly string[]; always: readonly string[]};
	together: Together;
	dependents: Dependents;
	stop: StopAdvice;
	storm: Storm | null;
};
