import type {ChecklistTrait, Observed} from '../../model/evidence.js';
import {formatDuration} from '../format.js';
import {managerName} from './evidence.js';

const streams: Readonly<Record<string, string>> = {
	null: '/dev/null',
	terminal: 'a terminal',
	file: 'a file',
	pipe: 'a pipe',
	socket: 'a socket',
	closed: 'closed',
	other: 'a device',
};

/** `matters`: why one asks, and how little or much the answer proves. */
type Readings = {question: string; matters: string; readings: Readonly<Record<string, (observed: Observed) => string>>};

const unknown = () => 'this system does not tell';
const denied = () => 'may not be read as this user';
const kernel = () => 'does not apply to a kernel thread';

/** The textbook's questions and, for each, what was read. */
export const checklist = {
	'no-terminal': {
		question: 'No terminal',
		matters:
			'Closing a terminal takes along what is attached to it. A service must outlast that, so it has none. Apps from the Dock have none either: needed, but no proof.',
		readings: {none: () => 'none', tty: ({tty}) => `it has ${tty}`, unknown},
	},
	'no-gui': {
		question: 'No graphical interface',
		matters:
			'Before a login there is no desktop to draw on, so a service for everybody leaves windows to others. A program without a window is far from always a daemon, and the one that draws the whole screen is one.',
		readings: {
			none: () => 'no display library in use',
			display: () => 'it talks to the display server',
			registered: ({type}) => `LaunchServices knows it as an app (${type})`,
			unregistered: () => 'LaunchServices knows no app of this process',
			'background-only': () => 'LaunchServices knows it as background only',
			denied,
			unknown,
			kernel,
		},
	},
	'reads-no-input': {
		question: 'Waits for no input',
		matters:
			'Nobody sits in front of a daemon, and waiting for a key would halt it for ever. Background jobs and apps often read nothing either, so this hints and does not prove.',
		readings: {
			null: () => 'standard input is /dev/null',
			closed: () => 'standard input is closed',
			file: () => 'standard input is a file',
			pipe: () => 'standard input is a pipe',
			socket: () => 'standard input is a socket',
			other: () => 'standard input is a device',
			terminal: () => 'standard input is a terminal',
			unit: ({value}) => `its unit says StandardInput=${value}`,
			launchd: () => 'launchd gives its jobs /dev/null',
			denied,
			unknown,
			kernel,
		},
	},
	'started-at-boot': {
		question: 'Started at boot',
		matters:
			'What runs minutes after boot was started by the machine, not by a person. Many services start only when they are asked for, so a late start says little against a daemon.',
		readings: {'after-boot': ({seconds}) => `started ${formatDuration(Number(seconds) * 1000)} after boot`, unknown},
	},
	'survives-logout': {
		question: 'Survives logout',
		matters:
			'It tells for whom a program works: the computer, or the person who logged in. No other trait separates daemons from agents so cleanly. Orphans may outlive a login, too.',
		readings: {
			system: () => 'part of the system itself',
			'system-domain': () => 'the system domain of launchd is there before anybody logs in',
			'user-domain': ({domain}) => `the domain ${domain} may outlive the last logout`,
			'gui-domain': ({domain}) => `the domain ${domain} ends with the login`,
			'user-manager': ({uid}) => `ends with the last login of user ${uid}, unless lingering is on`,
			'system-unit': ({unit}) => `it is outside every login${unit ? ` (${unit})` : ''}`,
			terminal: ({tty}) => `it is tied to ${tty}`,
			detached: () => 'it belongs to no login and has no terminal',
			unknown: () => 'nothing tells',
		},
	},
	'kept-alive': {
		question: 'Kept alive by somebody',
		matters:
			'Whoever starts it again is in charge of it: so one learns why it comes back. Both launchd and systemd keep nothing alive unless told, so a daemon may well lack this.',
		readings: {
			nobody: () => 'no service manager knows it',
			restart: ({value, manager}) =>
				value === 'no' ? `${managerName(manager)} does not restart it` : `${managerName(manager)} restarts it: ${value}`,
			unknown,
			kernel,
		},
	},
	'restarted-on-error': {
		question: 'Restarted after an error',
		matters:
			'A service should be back before anybody notices that it was gone. The manager does that, never the program, and only where its configuration asks for it.',
		readings: {
			nobody: () => 'nobody would start it again',
			restarts: ({value, restarts}) =>
				`${value === 'no' ? 'never' : value}${restarts === null || restarts === undefined ? '' : `; restarted ${restarts} times so far`}`,
			unknown,
			kernel,
		},
	},
	'logs-to-system': {
		question: 'Writes to the system log',
		matters:
			'With no window to complain in, a log is the only place to say what went wrong. A service that opens the system log by itself leaves no trace in its streams, so often this stays unknown.',
		readings: {
			unit: ({value}) => `its unit says StandardOutput=${value}`,
			file: ({path}) => `its output goes to ${path}`,
			stream: ({stream}) => `its output is ${streams[String(stream)] ?? stream}`,
			denied,
			unknown,
			kernel,
		},
	},
	'handles-signals': {
		question: 'Handles signals',
		matters:
			'A program that is never closed by hand has to hear “finish” (SIGTERM) and “read your configuration again” (SIGHUP) as signals. Ordinary programs catch signals as well, and macOS does not tell.',
		readings: {
			both: () => 'SIGHUP and SIGTERM have handlers',
			term: () => 'SIGTERM has a handler',
			hup: () => 'SIGHUP has a handler',
			none: () => 'SIGTERM ends it at once',
			unknown,
			kernel,
		},
	},
	'own-account': {
		question: 'Own account',
		matters:
			'An account of its own limits what a mistake or an attack can reach. Many daemons still run as root, and an agent runs as its user by design.',
		readings: {
			root: () => 'it runs as root, not as an account of its own',
			account: ({user}) => `it runs as ${user}`,
			person: ({user}) => `it runs as ${user}, a person's account`,
			unknown,
			kernel,
		},
	},
	thrift: {
		question: 'Steps back for others',
		matters:
			'What nobody looks at should not slow down what somebody does. In truth most daemons run at ordinary priority, and macOS limits work by the type of a job rather than by its nice value.',
		readings: {nice: ({nice}) => (Number(nice) > 0 ? `nice ${nice}` : `nice ${nice}: ordinary priority, as most daemons`), unknown},
	},
} satisfies Readonly<Record<ChecklistTrait, Readings>>;
