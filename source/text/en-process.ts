import type {Confidence, Kind, Tag} from '../model/evidence.js';
import type {Failure, HiddenProcesses, Problem} from '../model/snapshot.js';

type KindText = {name: string; short: string; plural: string; verdict: string};

/** How each kind is called, and the sentence that a verdict begins with. */
export const kind = {
	daemon: {name: 'daemon', short: 'daemon', plural: 'Daemons', verdict: 'A daemon: a background service for the whole computer.'},
	agent: {name: 'agent', short: 'agent', plural: 'Agents', verdict: 'An agent: a background service for one user.'},
	'background-app': {
		name: 'background app',
		short: 'bg app',
		plural: 'Background apps',
		verdict: 'A background app: an ordinary app of the login session that stays out of the way.',
	},
	app: {name: 'app', short: 'app', plural: 'Apps', verdict: 'An app: a program with windows that somebody opened.'},
	'app-helper': {
		name: 'app helper',
		short: 'helper',
		plural: 'App helpers',
		verdict: 'An app helper: a part of an app, living and dying with it.',
	},
	'xpc-service': {
		name: 'XPC service',
		short: 'xpc',
		plural: 'XPC services',
		verdict: 'An XPC service: a helper started when an app first asks for it.',
	},
	'app-extension': {
		name: 'app extension',
		short: 'extension',
		plural: 'App extensions',
		verdict: 'An app extension: a plug-in that one app lends to others.',
	},
	driver: {
		name: 'driver / system extension',
		short: 'driver',
		plural: 'Drivers',
		verdict: 'A driver or system extension running outside the kernel.',
	},
	'managed-job': {
		name: 'managed job',
		short: 'managed',
		plural: 'Managed jobs',
		verdict: 'A managed job: kept by a supervisor that is not the init system.',
	},
	'background-process': {
		name: 'background process',
		short: 'bg process',
		plural: 'Background processes',
		verdict: 'A background process: somebody started it, let go of it, and nobody looks after it.',
	},
	interactive: {
		name: 'interactive program',
		short: 'interactive',
		plural: 'Interactive programs',
		verdict: 'An interactive program: it works with somebody at a terminal.',
	},
	session: {name: 'part of the login session', short: 'session', plural: 'Login session', verdict: 'A part of the login session itself.'},
	init: {
		name: 'init / service manager',
		short: 'init',
		plural: 'Service managers',
		verdict: 'The init system or a service manager: it starts and keeps the others.',
	},
	kernel: {name: 'kernel', short: 'kernel', plural: 'Kernel', verdict: 'A thread of the kernel: it runs no program.'},
	unknown: {name: 'unknown', short: 'unknown', plural: 'Unknown', verdict: 'Unknown: too little may be read to tell.'},
} satisfies Readonly<Record<Kind, KindText>>;

export const confidence = {certain: 'certain', likely: 'likely', guess: 'a guess'} satisfies Readonly<Record<Confidence, string>>;

export const tag = {
	worker: 'worker',
	'on-demand': 'on demand',
	'keep-alive': 'kept alive',
	timer: 'by timer',
	'one-shot': 'one-shot',
	'socket-activated': 'by socket',
	'third-party': 'third-party',
	apple: 'Apple',
	listens: 'listens',
	ui: 'has a display',
	'pre-login': 'before login',
	zombie: 'zombie',
	self: 'daemon-top itself',
} satisfies Readonly<Record<Tag, string>>;

const failureWords = {
	missing: 'is not there',
	denied: 'may not be asked as this user',
	timeout: 'did not answer in time and was stopped',
	'too-big': 'gave more than we read',
	signal: 'was ended by a signal',
	exit: 'reported an error',
	parse: 'answered in a form we do not know',
	cut: 'is cut short: what came after is missing',
	gone: 'ended meanwhile',
	aborted: 'was interrupted',
} satisfies Readonly<Record<Failure, string>>;

export const problem = ({source, failure, detail}: Problem): string =>
	`${source} ${failureWords[failure]}${detail === null ? '' : `: ${detail}`}`;

export const hiddenShort = 'others hidden';

/** What is said about processes that exist and cannot be seen. */
export const hidden = ({hidepid, unreadable, threads}: HiddenProcesses): string => {
	const counts = [unreadable > 0 ? `${unreadable} processes` : null, threads ? `${threads} threads` : null].filter(Boolean).join(', ');
	return hidepid === null ? `${unreadable} not readable` : `others are hidden${counts === '' ? '' : ` (${counts})`}`;
};

export const state = {
	R: 'running',
	S: 'sleeping',
	D: 'waiting for a disk or device',
	Z: 'ended, not yet collected',
	T: 'stopped',
	t: 'stopped by a debugger',
	I: 'idle',
	X: 'dead',
} satisfies Readonly<Record<string, string>>;

/** Words of the Overview pane. */
export const overview = {
	what: 'Does',
	chain: 'Started by',
	service: 'Service',
	restart: 'Comes back',
	triggers: 'Triggered by',
	config: 'Configured in',
	lastResult: 'Last result',
	account: 'Account',
	started: 'Started',
	state: 'State',
	terminal: 'Terminal',
	session: 'Session',
	priority: 'Priority',
	threads: 'Threads',
	memory: 'Memory',
	cpu: 'CPU',
	listens: 'Listens on',
	program: 'Program',
	arguments: 'Arguments',
	directory: 'Works in',
	controlGroup: 'Control group',
	tags: 'Also',
	units: 'Units',
	problems: 'Not known',
	deleted: '(removed or replaced since it started)',
	cut: '… (longer than we read)',
	none: 'none',
	noTerminal: 'none',
	notReadable: 'may not be read as this user',
	nobodyStarted: 'nothing we can see',
	uid: (user: string | null, uid: number | null) => (user === null ? `uid ${uid}` : `${user} (uid ${uid})`),
	startedAt: (instant: string, ago: string, afterBoot: string | null) =>
		`${instant}, ${ago} ago${afterBoot === null ? '' : `, ${afterBoot} after boot`}`,
	beforeLogin: 'before anyone logged in',
	stateOf: (scope: string, active: string | null, sub: string | null, enabled: string | null) =>
		[scope, active === null ? null : `${active}${sub === null ? '' : ` (${sub})`}`, enabled].filter(Boolean).join(', '),
	scope: {system: 'for the whole system', user: 'for one user'},
	roleWorker: (mainPid: number | null) => (mainPid === null ? 'one of its processes' : `one of its processes; the main one is ${mainPid}`),
	restartOf: (policy: string | null, restarts: number | null) => {
		const times = restarts ? `, restarted ${restarts} ${restarts === 1 ? 'time' : 'times'} so far` : '';
		switch (policy) {
			case null:
				return `not known${times}`;
			case 'no':
				return `no: the service manager leaves it ended (Restart=no)${times}`;
			case 'always':
				return `yes, always (Restart=always)${times}`;
			case 'on-failure':
				return `only after a failure (Restart=on-failure)${times}`;
			default:
				return `under conditions (Restart=${policy})${times}`;
		}
	},
	/** The same for everything that is not systemd. */
	restartBy: {
		sysv: 'no: an init script starts it once and does not watch it',
		openrc: 'not known: it depends on how OpenRC starts it',
		runit: 'yes, always: runit starts it again at once',
		s6: 'yes, always: s6 starts it again at once',
		supervisord: 'as supervisord is told (autorestart)',
		pm2: 'yes: PM2 starts it again at once',
		cron: 'no, but cron starts it again at its next time',
		at: 'no: at runs it once',
		docker: 'as the restart policy of its container says',
		podman: 'as the restart policy of its container says',
		kubernetes: 'as the restart policy of its pod says',
		containerd: 'as whoever made the container decides',
		lxc: 'as the configuration of its container says',
		launchd: 'as its property list says',
	},
	domain: (domain: string) => (domain === 'system' ? 'in the system domain' : `in the domain ${domain}`),
	keepAlive: (keepAlive: boolean | 'conditions' | null) => {
		switch (keepAlive) {
			case true:
				return 'yes, always: launchd starts it again (KeepAlive)';
			case 'conditions':
				return 'under conditions (KeepAlive with conditions)';
			case false:
				return 'only when it is needed again (no KeepAlive)';
			default:
				return 'not known: its property list was not found';
		}
	},
	job: 'Job',
	jobOf: (state: string | null, type: string | null, runs: number | null, reason: string | null) =>
		[
			state,
			type,
			runs === null ? null : `started ${runs} ${runs === 1 ? 'time' : 'times'}`,
			reason === null ? null : `this time because of: ${reason}`,
		]
			.filter(Boolean)
			.join(', '),
	jobProperties: (spawnType: string | null, properties: readonly string[]) =>
		[spawnType === null ? null : `resources as: ${spawnType}`, ...properties].filter(Boolean).join(', '),
	managedBy: (name: string) => `registered by ${name}`,
	restartApp: 'no: an app is opened again by somebody',
	jobStarts: (runAtLoad: boolean | null, triggers: readonly string[]) => {
		const words: Readonly<Record<string, string>> = {
			'mach-service': 'a message to it',
			socket: 'a connection',
			interval: 'an interval',
			calendar: 'the calendar',
			path: 'a change of files',
			event: 'an event',
			mount: 'a mounted disk',
		};
		return (
			[...(runAtLoad ? ['being loaded, at boot or login'] : []), ...triggers.map(trigger => words[trigger] ?? trigger)].join(', ') ||
			'nothing that we can see'
		);
	},
	lastExit: ({type, value}: {type: 'code' | 'signal' | 'word'; value: number | string}) => {
		if (type === 'signal') {
			return `an earlier run was ended by signal ${value}`;
		}

		return type === 'code'
			? `an earlier run ended with code ${value}`
			: value === '(pe)' || value === 'pe'
				? 'an earlier run was ended while idle, to save memory (normal)'
				: `an earlier run: ${value}`;
	},
	disabled: 'disabled: launchd will not load it again',
	app: 'App',
	appOf: (name: string, type: string | null, bundleId: string | null) => [name, type, bundleId].filter(Boolean).join(', '),
	restartNobody: 'no: no service manager knows it',
	restartUntold: 'not known: no service manager has told',
	restartStorm: (restarts: number) => `it keeps failing: ${restarts} automatic restarts`,
	sessionOf: (sid: number | null, leader: 'self' | 'other' | 'gone' | null, name: string | null) => {
		switch (leader) {
			case 'self':
				return `${sid}, which it leads`;
			case 'other':
				return `${sid}, led by ${name}`;
			case 'gone':
				return `${sid}, whose leader is gone`;
			default:
				return sid === null || sid === 0 ? 'none' : String(sid);
		}
	},
	nice: (nice: number) =>
		nice === 0 ? 'ordinary (nice 0)' : nice > 0 ? `steps back for others (nice ${nice})` : `preferred (nice ${nice})`,
	unitCounts: (running: number, failed: number, waiting: number) =>
		`${running} services running, ${failed} failed, ${waiting} timers, sockets and paths waiting`,
	unitFailed: (names: string) => `failed: ${names}`,
	unitRestarting: (names: string) => `restarting again and again: ${names}`,
	unitWaiting: (names: string) => `waiting: ${names}`,
	ended: 'This process has ended.',
	memoryOf: (rss: string, vsz: string) => `${rss} in memory, ${vsz} reserved`,
	cpuOf: (percent: string, total: string) => `${percent} % now, ${total} of CPU time in all`,
	cpuTotal: (total: string) => `${total} of CPU time in all`,
	cpuUnknown: (total: string) => `known after the next sample; ${total} of CPU time in all`,
} as const;

/** Words of the Why pane. */
export const why = {
	/** Sources that are no file and no command. */
	sourceOf: (source: string) => (source === 'dictionary' ? 'daemon-top dictionary' : source),
	speaksFor: 'Speaks for it',
	speaksAgainst: 'Speaks against it',
	nothingAgainst: 'nothing that we looked at',
	strength: {1: 'hint', 2: 'sign', 3: 'proof'},
	strengthMark: {1: '▪··', 2: '▪▪·', 3: '▪▪▪'},
	checklist: 'The textbook daemon',
	score: (yes: number, asked: number) => `${yes} of ${asked} hold`,
	answerMark: {yes: '✓', no: '✗', unknown: '?', 'not-applicable': '–'},
	answer: {yes: 'yes', no: 'no', unknown: 'unknown', 'not-applicable': 'n/a'},
	confidenceOf: (word: string) => `How sure: ${word}.`,
	dIsRight: (name: string) => `The name ${name} ends in d, and here the d means what people think.`,
	dMisleads: (name: string, kindName: string) => `The name ${name} ends in d, but this is no daemon: ${kindName}.`,
	dMissing: (name: string) => `${name} is a daemon although its name does not end in d.`,
	scoreHighNoDaemon: (kindName: string) =>
		`It looks like a textbook daemon and still is none: what counts is who keeps it, and the verdict says ${kindName}.`,
	scoreLowDaemon:
		'It misses much of the textbook and still is a daemon: the service manager keeps it for the whole computer, and that decides.',
} as const;
