import type {Confidence, Kind, Tag} from '../../model/evidence.js';
import type {Failure, HiddenProcesses, Problem} from '../../model/snapshot.js';

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
