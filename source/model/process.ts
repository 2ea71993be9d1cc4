/** `pid@start`: the pid and when it started, in the platform's own clock. Unlike a pid it is never used twice. */
export type ProcessKey = string & {readonly brand: 'ProcessKey'};

export const processKey = (pid: number, start: number | string): ProcessKey => `${pid}@${start}` as ProcessKey;

/** What a standard stream is connected to. */
export type StreamTarget = 'null' | 'terminal' | 'file' | 'pipe' | 'socket' | 'closed' | 'other';

/**
Which telling variables were in the environment a process was started with. Values are kept only where they name a
service; everything else in an environment is nobody's business.
*/
export type EnvironmentMarks = {
	/** TERM of a real terminal (not `linux`, `dumb` or unset). */
	terminal: boolean;
	/** TMUX or STY: started inside tmux or screen. */
	multiplexer: boolean;
	/** SSH_CONNECTION, SSH_CLIENT or SSH_TTY. */
	ssh: boolean;
	/** SHLVL: a shell is among the ancestors. */
	shell: boolean;
	/** DISPLAY or WAYLAND_DISPLAY. */
	display: boolean;
	/** INVOCATION_ID: systemd started it or an ancestor. */
	invocation: boolean;
	/** SYSTEMD_EXEC_PID: the pid that systemd itself started. */
	systemdExecPid: number | null;
	/** The name that a supervisor gave it: SUPERVISOR_PROCESS_NAME, or PM2's `name`. */
	supervisedName: string | null;
};

/** `id`: inode on Linux, kernel address on macOS; the same in all processes that share the socket. */
export type ListeningSocket =
	| {protocol: 'tcp' | 'udp'; family: 'ipv4' | 'ipv6'; address: string; port: number; id: string | null}
	| {protocol: 'unix'; path: string; id: string | null};

/**
What the platform could learn about a process beyond the columns of ps(1). `null` always means "could not be read" or
"this system does not tell", never "no".
*/
export type Traits = {
	isKernelThread: boolean | null;
	/** Forked and never called exec: a worker, or a daemon that put itself in the background. PF_FORKNOEXEC. */
	isForkedWithoutExec: boolean | null;
	/** Bit n-1 stands for signal n; signals 1 to 31. */
	signals: {caughtMask: number; ignoredMask: number} | null;
	workingDirectory: string | null;
	/** Standard input, output and error. */
	stdio: readonly [StreamTarget, StreamTarget, StreamTarget] | null;
	environment: EnvironmentMarks | null;
	/** The user who logged in, carried through su and sudo; `null` also where nobody logged in. */
	loginUid: number | null;
	/** Its pid in the innermost pid namespace when that is not ours. */
	nestedPid: number | null;
	/** A library that talks to the X server or Wayland compositor is mapped. */
	usesDisplay: boolean | null;
	listens: readonly ListeningSocket[] | null;
	/** The program was rewritten or removed since it started. */
	isExecutableDeleted: boolean;
	/** Names of what was refused, for "could not read" answers. */
	denied: readonly Reading[];
};

/** Nothing was told. */
export const unknownTraits: Traits = {
	isKernelThread: null,
	isForkedWithoutExec: null,
	signals: null,
	workingDirectory: null,
	stdio: null,
	environment: null,
	loginUid: null,
	nestedPid: null,
	usesDisplay: null,
	listens: null,
	isExecutableDeleted: false,
	denied: [],
};

/** What may be refused or unknown per process. */
export type Reading = 'executable' | 'workingDirectory' | 'stdio' | 'environment' | 'listens' | 'display' | 'status' | 'arguments';

export type ContainerEngine = 'docker' | 'podman' | 'kubernetes' | 'containerd' | 'lxc';

/** Where a control group places a process, as systemd and the container engines name their groups. */
export type ControlGroup = {
	path: string;
	/** The unit that holds it: last `.service` or `.scope` component. */
	unit: string | null;
	/** `user`: below a user's manager. */
	scope: 'system' | 'user';
	/** The user of that manager, or of the login session. */
	scopeUid: number | null;
	/** The nearest slice: `app.slice`, `session.slice`, `background.slice`, `system.slice` … */
	slice: string | null;
	/** `isMonitor`: not in the container, but what watches over it. */
	container: {engine: ContainerEngine; id: string; isMonitor: boolean} | null;
};

/** One process as the operating system reports it. Sources: proc(5), ps(1). */
export type Process = {
	key: ProcessKey;
	pid: number;
	ppid: number;
	/** Process group. */
	pgid: number | null;
	/** Session; equals the pid in its leader. */
	sid: number | null;
	/** Foreground process group of its terminal. */
	tpgid: number | null;
	uid: number | null;
	user: string | null;
	/** `pts/3`; `null`: no controlling terminal (or, on a generic system, unknown: see `hasTty`). */
	tty: string | null;
	/** `null` where the system did not say. */
	hasTty: boolean | null;
	/** First letter of ps's STAT: R S D T t Z I X. */
	state: string | null;
	nice: number | null;
	threads: number | null;
	/** Milliseconds since the epoch. */
	startedAt: number | null;
	cpuTimeMs: number | null;
	rssBytes: number | null;
	vszBytes: number | null;
	/** The kernel's short name: at most 15 bytes on Linux. */
	comm: string;
	/** The best name for people: `comm`, completed from the executable or the arguments where it was cut. */
	name: string;
	/** What an interpreter runs: the script's file name, or `-m module`. */
	script: string | null;
	executable: string | null;
	args: readonly string[] | null;
	/** The arguments were longer than we read. */
	isArgsCut: boolean;
	/** Linux: the unified control group, or the one systemd names. */
	cgroup: ControlGroup | null;
	traits: Traits;
};
