import type {ChecklistTrait, Observed} from '../model/evidence.js';
import {managerName} from './en-evidence.js';
import {formatDuration} from './format.js';

const streams: Readonly<Record<string, string>> = {
	null: '/dev/null',
	terminal: 'a terminal',
	file: 'a file',
	pipe: 'a pipe',
	socket: 'a socket',
	closed: 'closed',
	other: 'a device',
};

type Readings = {question: string; readings: Readonly<Record<string, (observed: Observed) => string>>};

const unknown = () => 'this system does not tell';
const denied = () => 'may not be read as this user';
const kernel = () => 'does not apply to a kernel thread';

/** The textbook's questions and, for each, what was read. */
export const checklist = {
	'no-terminal': {question: 'No terminal', readings: {none: () => 'none', tty: ({tty}) => `it has ${tty}`, unknown}},
	'no-gui': {
		question: 'No graphical interface',
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
		readings: {'after-boot': ({seconds}) => `started ${formatDuration(Number(seconds) * 1000)} after boot`, unknown},
	},
	'survives-logout': {
		question: 'Survives logout',
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
		readings: {nice: ({nice}) => (Number(nice) > 0 ? `nice ${nice}` : `nice ${nice}: ordinary priority, as most daemons`), unknown},
	},
} satisfies Readonly<Record<ChecklistTrait, Readings>>;
