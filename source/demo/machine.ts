import machine from './machine.json' with {type: 'json'};

/** What a property list of a job may hold. */
export type Plist = string | number | boolean | readonly Plist[] | PlistDictionary;
export type PlistDictionary = {readonly [key: string]: Plist};

/** What LaunchServices knows about an application. */
type DemoApp = {
	type: 'Foreground' | 'UIElement' | 'BackgroundOnly';
	name: string;
	bundle: string;
	version: string;
	/** `APPL` where it is left out. */
	fileType?: string;
	creator?: string;
	sandboxed?: boolean;
};

/** Now and then a process is busy: `percent` of a core for `length` seconds out of every `every`, the first time at `at`. */
export type Burst = {percent: number; every: number; length: number; at: number};

export type DemoProcess = {
	pid: number;
	/** 1 where it is left out: launchd is nearly everybody's parent. */
	ppid?: number;
	/** The pid where it is left out. */
	pgid?: number;
	user: string;
	tty?: string;
	stat?: string;
	nice?: number;
	/** Seconds after the boot. */
	start: number;
	/** KiB. */
	rss: number;
	/** Percent of a core, on average. */
	rate?: number;
	/** Seconds of CPU time at the first look. */
	cpu: number;
	burst?: Burst;
	path: string;
	/** The path where it is left out. */
	args?: string;
	/** `DOMAIN/LABEL` of the job that it is the process of. */
	job?: string;
	app?: DemoApp;
	/** `tcp4 *:5000`, `udp6 *:5353`, `tcp4 LOCAL->REMOTE STATE`, `unix PATH`. */
	sockets?: readonly string[];
	cwd?: string;
	/** Where its output goes. */
	output?: string;
};

/** A process that comes and goes: lives `length` seconds out of every `every`, with a new pid each time. */
export type Spawner = {
	/** Keeps the pids of spawners that start in the same second apart. */
	slot: number;
	every: number;
	length: number;
	at: number;
	/** A job of which each life is an instance with a name of its own. */
	instanceOf?: string;
	process: Omit<DemoProcess, 'pid' | 'start'>;
};

export type DemoJob = {
	/** `DOMAIN/LABEL`. */
	target: string;
	/** The file of its property list. */
	plist?: string;
	/** The bundle of an XPC service. */
	bundlePath?: string;
	/** The keys of its property list but the Label. */
	keys: PlistDictionary;
	/** Where it differs from the one in the target. */
	label?: string;
	isHandWritten?: boolean;
	binary?: boolean;
	/** LaunchDaemon or LaunchAgent, by the domain, where it is left out. */
	type?: string;
	/** `smd.286`: who handed it to launchd. */
	submittedBy?: string;
	managedBy?: string;
	bundle?: string;
	parentBundle?: string;
	/** The program's path in that bundle. */
	identifier?: string;
	/** The program of a job that does not run; of others it is their process's. */
	program?: string;
	argv?: readonly string[];
	/** A program that exists, where nothing else names it. */
	file?: string;
	/** `-`: never ended; `(pe)`: ended while idle; a code, or minus a signal. */
	exit: string | number;
	runs: number;
	reason?: string;
	spawn?: string;
	jobState?: string;
};

export type DemoHost = {
	name: string;
	version: string;
	build: string;
	memory: number;
	cpus: number;
	/** Seconds between the boot and the first look. */
	uptime: number;
	bootMicroseconds: number;
	/** The audit session of the login. */
	asid: number;
	loginwindow: number;
	load: number;
};

export type DemoMachine = {
	host: DemoHost;
	users: Readonly<Record<string, number>>;
	processes: readonly DemoProcess[];
	spawners: readonly Spawner[];
	jobs: readonly DemoJob[];
	/** What was switched on or off by hand, by domain and label; `true`: disabled. */
	disabled: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
};

/** The Mac of the demo. Its account `alex` is the one that asks. */
export const demoMachine = machine as unknown as DemoMachine;

export const askingUser = 'alex';

/** The domain and the label of a target: `gui/501` and what stands behind; labels may hold slashes. */
export const splitTarget = (target: string): {domain: string; label: string} => {
	const found = /^(system|[a-z]+\/\d+)\/(.+)$/s.exec(target);
	return {domain: found?.[1] ?? '', label: found?.[2] ?? target};
};

/** A number that belongs to a text: the same on every machine, unlike a random one. FNV-1a, its bits mixed once more. */
export const numberOf = (text: string): number => {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}

	hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
	return (hash ^ (hash >>> 15)) >>> 0;
};

export const hexOf = (value: number, width = 0): string => value.toString(16).padStart(width, '0');
