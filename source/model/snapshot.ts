import type {AppRegistration} from './app.js';
import type {Verdict} from './evidence.js';
import type {Process, ProcessKey} from './process.js';
import type {ProgramEntry} from './program.js';
import type {ProgramFiles, Service} from './service.js';

/** A supervisor found among the ancestors of a process. */
export type Supervisor = {
	manager: 'runit' | 's6' | 'openrc' | 'supervisord' | 'pm2' | 'cron' | 'at' | 'containerd' | 'docker' | 'podman';
	pid: number;
	/** The supervisor is the parent, not a remoter ancestor. */
	isParent: boolean;
};

/** A process and everything that other sources know about it. */
export type JoinedProcess = Process & {
	service: Service | null;
	/** Whoever would keep it has told its services: only then does `service: null` mean that nobody does. */
	isServiceTold: boolean;
	/** `main`: the service is this process; `worker`: it belongs to it. */
	role: 'main' | 'worker' | null;
	supervisor: Supervisor | null;
	/** Share of one core since the previous sample; `null` in the first. */
	cpuPercent: number | null;
	parentKey: ProcessKey | null;
	parentName: string | null;
	/** The leader of its session: itself, another living process, or gone. */
	sessionLeader: 'self' | 'other' | 'gone' | null;
	/** What leads its session, by name. */
	sessionLeaderName: string | null;
	/** It, or a descendant, is in the foreground group of its terminal. */
	isForeground: boolean | null;
	/** Same executable as its parent. */
	isParentsProgram: boolean;
	files: ProgramFiles | null;
	/** What LaunchServices knows of it, macOS. */
	app: AppRegistration | null;
	/** daemon-top or one of its children. */
	isSelf: boolean;
};

export type ExplainedProcess = JoinedProcess & {
	verdict: Verdict;
	/** What the dictionary knows about its program. */
	program: ProgramEntry | null;
};

/** A service and whose it is: a process of it, or the service alone where nothing of it runs. */
export type ServiceSubject = Pick<ExplainedProcess, 'service' | 'uid' | 'user'>;

/** Why something asked for was not got. */
export type Failure = 'missing' | 'denied' | 'timeout' | 'too-big' | 'signal' | 'exit' | 'parse' | 'cut' | 'gone' | 'aborted';

/** Something we asked for and did not get. Shown, exported, never thrown. */
export type Problem = {
	/** The tool or file, for example `systemctl`. */
	source: string;
	failure: Failure;
	detail: string | null;
};

/** Processes that exist and cannot be seen. */
export type HiddenProcesses = {
	/** proc(5) mount option: 1 noaccess, 2 invisible, 4 ptraceable. */
	hidepid: string | null;
	/** Listed but not readable. */
	unreadable: number;
	/** Threads (kernel threads included) that the kernel counts and we cannot see; `null` where it does not tell. */
	threads: number | null;
};

export type Host = {
	name: string;
	platform: 'linux' | 'darwin' | 'generic';
	/** "Debian GNU/Linux 12 (bookworm)", "macOS 26.1". */
	release: string;
	bootedAt: number | null;
	loadAverage: number | null;
	/** The init system: `systemd`, or pid 1's name. */
	init: string | null;
	memoryBytes: number | null;
	cpuCount: number | null;
};

/** A listening socket whose holder cannot be seen. */
export type UnownedListener = {protocol: 'tcp' | 'udp'; address: string; port: number; uid: number; user: string | null};

/** Everything known at one instant: what `list --json` prints and the screen draws. */
export type Snapshot = {
	sequence: number;
	host: Host;
	takenAt: number;
	durationMs: number;
	/** Sorted by pid. */
	processes: readonly ExplainedProcess[];
	services: readonly Service[];
	hidden: HiddenProcesses | null;
	unownedListeners: readonly UnownedListener[];
	/** How many more processes there are than were read yet: the very first list of a crowded machine has those read first. */
	unread: number;
	/** Read quickly, or before the service managers had answered: its verdicts are guesses that a later one corrects. */
	isProvisional: boolean;
	problems: readonly Problem[];
	/** What this program cost since the previous sample, in percent of one core; `null` in the first. */
	ownCpuPercent: number | null;
};
