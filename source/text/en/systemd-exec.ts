import type {KeyValue} from '../../model/config.js';
import {
	architectures,
	byDiskClass,
	byFacility,
	byLevel,
	credentialOf,
	folderUnder,
	namedStreamOf,
	processorsOf,
	type SyslogLevel,
	variableOf,
} from '../systemd-exec-parts.js';
import {
	either,
	missing,
	onChoice,
	onFlag,
	onList,
	onMode,
	onNumber,
	onPath,
	onRange,
	onSpan,
	onText,
	type SayDirective,
	shorten,
	someOf,
	takenBack,
	wrong,
} from './systemd-words.js';
import {maskOf} from './values.js';

const identity = {
	'Exec.User': onText(
		user => (user === 'root' || user === '0' ? 'Runs as root.' : `Runs as the user ${user}, not as root.`),
		'Runs as the user of its manager: root, for a system service.',
	),
	'Exec.Group': onText(group => `Its main group is ${group}.`, 'Its main group is that of its user.'),
	'Exec.SupplementaryGroups': onList(items => `Also belongs to the ${either(items, 'group', 'groups')} ${someOf(items)}.`),
	'Exec.DynamicUser': onFlag('Runs under an account made up for it, which is gone when it stops.', 'Runs under an ordinary account.'),
	'Exec.PAMName': onText(name => `A login session is opened for it first, by the PAM rules of ${name}.`),
	'Exec.SetLoginEnvironment': onFlag(
		'Has HOME, LOGNAME and SHELL set as at a login.',
		'Has no HOME, LOGNAME and SHELL set for it.',
		takenBack,
	),
};

const nameOf = (assignment: string): string => shorten(variableOf(assignment), 40);

const fileOf = (text: string): string =>
	text.startsWith('-')
		? `Reads variables from ${text.slice(1)}, if that file is there.`
		: `Reads variables from ${text}; without that file it does not start.`;

const credential =
	(say: (name: string, rest: string) => string): SayDirective =>
	(value, now) => {
		const found = credentialOf(value.text);
		return found === null ? wrong(value) : onText(() => say(shorten(found.name), shorten(found.rest)))(value, now);
	};

const environment = {
	'Exec.Environment': onList(
		items => `Sets the ${either(items.map(nameOf), 'variable', 'variables')} ${someOf(items.map(nameOf), 5)}.`,
		'Takes back all variables that were set before.',
	),
	'Exec.EnvironmentFile': onText(fileOf, 'Takes back the files that were named before.'),
	'Exec.PassEnvironment': onList(items => `Is given ${someOf(items, 5)} from the environment of the manager.`),
	'Exec.UnsetEnvironment': onList(items => `Does not see the ${either(items, 'variable', 'variables')} ${someOf(items.map(nameOf), 5)}.`),
	'Exec.ExecSearchPath': onList(items => `Programs without a path are looked for in ${someOf(items.flatMap(item => item.split(':')))}.`),
	'Exec.LoadCredential': credential(
		(name, path) => `Is handed the credential ${name} as a file of its own${path === '' ? '' : `, from ${path}`}.`,
	),
	'Exec.LoadCredentialEncrypted': credential(
		(name, path) => `Is handed the credential ${name} as a file of its own, decrypted${path === '' ? '' : ` from ${path}`}.`,
	),
	'Exec.SetCredential': credential(name => `Is handed the credential ${name}, whose content stands here for everybody to read.`),
	'Exec.SetCredentialEncrypted': credential(name => `Is handed the credential ${name}, whose content stands here encrypted.`),
	'Exec.ImportCredential': onList(items => `Is handed those credentials of the manager whose names match ${someOf(items)}.`),
};

const capitalized = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const places = {
	'Exec.WorkingDirectory': onPath(path => {
		const folder = path.replace(/^-/, '');
		const where = folder === '~' ? 'the home folder of its user' : folder;
		return `Starts in ${where}${path.startsWith('-') ? ', or in / if that is missing' : ''}.`;
	}, "Starts in /, or for a user's service in the home folder."),
	'Exec.RootDirectory': onPath(path =>
		path === '/' ? 'Sees the whole file system.' : `Takes ${path} for the root of the file system and sees nothing outside.`,
	),
	'Exec.UMask': (value: KeyValue) =>
		value.text === '' ? missing : value.mode === null ? wrong(value) : `${capitalized(maskOf(value.mode))}.`,
};

const streams: Readonly<Record<string, string>> = {
	inherit: 'where its input comes from',
	null: 'nowhere',
	tty: 'to a terminal',
	journal: 'to the log',
	syslog: 'to the log',
	kmsg: 'to the log of the kernel',
	'journal+console': 'to the log and to the console',
	'syslog+console': 'to the log and to the console',
	'kmsg+console': 'to the log of the kernel and to the console',
	socket: 'to the connection it was started for',
};

const namedStreams = {
	file: (path: string) => `to the file ${path}, from its start`,
	append: (path: string) => `to the end of the file ${path}`,
	truncate: (path: string) => `to the file ${path}, which is emptied first`,
	fd: (name: string) => `to the open file called ${name}`,
};

/** Where a stream of output goes. */
const onOutput =
	(what: string, inherit: string): SayDirective =>
	value => {
		const {text} = value;
		const named = namedStreamOf(text);
		if (named) {
			return `${what} goes ${namedStreams[named.kind](shorten(named.name))}.`;
		}

		return text === 'inherit'
			? `${what} goes ${inherit}.`
			: text === 'fd'
				? `${what} goes to an open file it is handed.`
				: Object.hasOwn(streams, text)
					? `${what} goes ${streams[text]}.`
					: wrong(value);
	};

const inputs: Readonly<Record<string, string>> = {
	null: 'Has no input.',
	tty: 'Reads from a terminal, which it waits for.',
	'tty-force': 'Reads from a terminal, which it takes from whoever has it.',
	'tty-fail': 'Reads from a terminal; does not start if somebody else has it.',
	data: 'Reads what StandardInputText= and StandardInputData= say.',
	socket: 'Reads from the connection it was started for.',
	fd: 'Reads from an open file it is handed.',
};

const onInput: SayDirective = value => {
	const {text} = value;
	return text.startsWith('file:')
		? `Reads from ${shorten(text.slice(5))}.`
		: text.startsWith('fd:')
			? `Reads from the open file called ${shorten(text.slice(3))}.`
			: Object.hasOwn(inputs, text)
				? (inputs[text] ?? '')
				: wrong(value);
};

const levelNames: Readonly<Record<SyslogLevel, string>> = {
	emerg: 'emergency',
	alert: 'alert',
	crit: 'critical error',
	err: 'error',
	warning: 'warning',
	notice: 'notice',
	info: 'information',
	debug: 'debugging',
};

const levels = (say: (level: string) => string): SayDirective => onChoice(byLevel(level => say(levelNames[level])));

const input = {
	'Exec.StandardInput': onInput,
	'Exec.StandardOutput': onOutput('Its output', 'where its input comes from; without an input (the default) it is thrown away'),
	'Exec.StandardError': onOutput('Its error output', 'where its output goes'),
	'Exec.StandardInputText': onText(() => 'Text that it reads as its input.'),
	'Exec.StandardInputData': onText(() => 'Data that it reads as its input, in Base64.'),
	'Exec.TTYPath': onPath(path => `Its terminal is ${path}.`),
	'Exec.TTYReset': onFlag('Its terminal is reset before and after.', 'Its terminal is not reset.'),
	'Exec.TTYVHangup': onFlag('Whoever else uses its terminal is cut off before and after.', 'Others may use its terminal as well.'),
	'Exec.TTYVTDisallocate': onFlag('The screen of its terminal is cleared before and after.', 'The screen of its terminal is not cleared.'),
	'Exec.TTYRows': onText(rows => `Its terminal has ${rows} lines.`),
	'Exec.TTYColumns': onText(columns => `Its terminal has ${columns} columns.`),
	'Exec.SyslogIdentifier': onText(name => `Its lines in the log are marked ${name}.`),
	'Exec.SyslogFacility': onChoice(byFacility(name => `Its lines in the log belong to the group ${name}.`)),
	'Exec.SyslogLevel': levels(level => `Its lines in the log count as: ${level}.`),
	'Exec.SyslogLevelPrefix': onFlag('A <number> before a line tells its importance.', 'A <number> before a line is part of it.'),
	'Exec.LogLevelMax': levels(level => `What is less important than this is not logged: ${level}.`),
	'Exec.LogExtraFields': onList(items => `Its entries in the log also have ${someOf(items.map(nameOf))}.`),
	'Exec.LogRateLimitIntervalSec': onSpan(span => `Its lines in the log are counted over ${span}; too many are dropped.`, {
		zero: 'Its lines in the log are never dropped for being many.',
	}),
	'Exec.LogRateLimitBurst': onNumber(count =>
		count === 0 ? 'Its lines in the log are never dropped for being many.' : `More than ${count} lines within that time are dropped.`,
	),
	'Exec.LogFilterPatterns': onText(text =>
		text.startsWith('~') ? `Lines that match ${text.slice(1)} are not logged.` : `Only lines that match ${text} are logged.`,
	),
	'Exec.LogNamespace': onText(name => `Its log is kept apart, under the name ${name}.`),
	'Exec.UtmpIdentifier': onText(name => `Listed among the logins as ${name}.`),
	'Exec.UtmpMode': onChoice({
		init: 'Listed among the logins as a process of init.',
		login: 'Listed among the logins as a prompt for a login.',
		user: 'Listed among the logins as a user who is logged in.',
	}),
};

const nice: SayDirective = onRange(-20, 19, number =>
	number === 0
		? 'Has ordinary priority.'
		: number > 0
			? `Steps back for others (nice ${number} of 19).`
			: `Is preferred to others (nice ${number} of -20).`,
);

const memoryVictim: SayDirective = onRange(-1000, 1000, score => {
	if (score === 0) {
		return 'As likely as others to be killed when memory runs out.';
	}

	return score === -1000
		? 'Never killed when memory runs out.'
		: score > 0
			? `More likely than others to be killed when memory runs out (${score} of 1000).`
			: `Less likely than others to be killed when memory runs out (${score} of -1000).`;
});

const priority = {
	'Exec.Nice': nice,
	'Exec.OOMScoreAdjust': memoryVictim,
	'Exec.CPUSchedulingPolicy': onChoice(
		{
			other: 'Shares the processor as usual.',
			batch: 'Shares the processor as a long calculation: fewer, longer turns.',
			idle: 'Runs only when nobody else needs the processor.',
			fifo: 'Real time: runs before all ordinary programs until it waits by itself.',
			rr: 'Real time: runs before all ordinary programs, in turns with its like.',
			ext: 'Its turns on the processor are decided by a loaded program.',
		},
		takenBack,
	),
	'Exec.CPUSchedulingPriority': onRange(
		0,
		99,
		number => (number === 0 ? 'No real-time priority.' : `Real-time priority ${number}; 99 is the highest.`),
		missing,
	),
	'Exec.CPUSchedulingResetOnFork': onFlag(
		'Processes that it starts have ordinary priority again.',
		'Processes that it starts have its priority.',
	),
	'Exec.CPUAffinity': onList(items => {
		const processors = processorsOf(items);
		return processors === 'numa' ? 'Runs on the processors near its memory only.' : `Runs on the processors ${someOf(processors, 8)} only.`;
	}),
	'Exec.NUMAPolicy': onChoice(
		{
			default: 'Its memory is taken from wherever it runs.',
			preferred: 'Its memory is taken from the nodes of NUMAMask= where possible.',
			bind: 'Its memory is taken from the nodes of NUMAMask= only.',
			interleave: 'Its memory is taken from the nodes of NUMAMask= in turn.',
			local: 'Its memory is taken from the node it runs on.',
		},
		takenBack,
	),
	'Exec.NUMAMask': onText(nodes => (nodes === 'all' ? 'All memory nodes.' : `The memory nodes ${nodes}.`)),
	'Exec.IOSchedulingClass': onChoice(
		byDiskClass({
			none: 'Its turn at the disk follows from its CPU priority.',
			realtime: 'Its turn at the disk comes before all others.',
			'best-effort': 'Its turn at the disk comes as usual.',
			idle: 'Its turn at the disk comes only when nobody else wants it.',
		}),
		takenBack,
	),
	'Exec.IOSchedulingPriority': onRange(0, 7, number => `Within its class at the disk, priority ${number}; 0 is the highest, 7 the lowest.`),
	'Exec.TimerSlackNSec': onText(
		(slack, value) =>
			/^[\d.]/.test(slack)
				? `Its waits may be up to ${/^\d+$/.test(slack) ? `${slack} ns` : slack} too long, to save power.`
				: wrong(value),
		missing,
	),
	'Exec.IgnoreSIGPIPE': onFlag(
		'Is not ended by writing to a closed pipe.',
		'Is ended by writing to a closed pipe, as programs are in a shell.',
	),
	'Exec.Personality': onChoice(Object.fromEntries(architectures.map(name => [name, `Is told that the processor is ${name}.`])), takenBack),
	'Exec.CoredumpFilter': onList(items => `Its core dumps hold these kinds of memory: ${someOf(items)}.`),
	'Exec.KeyringMode': onChoice({
		inherit: 'Has the key ring of the kernel that its manager has.',
		private: 'Has a key ring of its own in the kernel.',
		shared: 'Has a key ring of its own in the kernel, linked with that of its user.',
	}),
	'Exec.MemoryKSM': onFlag(
		'Memory pages that are the same are kept only once.',
		'Memory pages that are the same are each kept.',
		takenBack,
	),
};

const folders = (root: string, life: string): SayDirective =>
	onList(
		items =>
			`${either(items, 'Has the folder', 'Has the folders')} ${someOf(
				items.map(item => folderUnder(root, item)),
				3,
			)}, made for it; ${life}.`,
	);

const stays = 'kept when the service stops';

const modeOf = (what: string): SayDirective => onMode(permissions => `${what}: ${permissions}.`);

const directories = {
	'Exec.RuntimeDirectory': folders('/run', 'removed when the service stops, unless RuntimeDirectoryPreserve= keeps it'),
	'Exec.StateDirectory': folders('/var/lib', stays),
	'Exec.CacheDirectory': folders('/var/cache', stays),
	'Exec.LogsDirectory': folders('/var/log', stays),
	'Exec.ConfigurationDirectory': folders('/etc', stays),
	'Exec.RuntimeDirectory.user': folders('$XDG_RUNTIME_DIR', 'removed when the service stops, unless RuntimeDirectoryPreserve= keeps it'),
	'Exec.StateDirectory.user': folders('~/.local/state', stays),
	'Exec.CacheDirectory.user': folders('~/.cache', stays),
	'Exec.LogsDirectory.user': folders('~/.local/state/log', stays),
	'Exec.ConfigurationDirectory.user': folders('~/.config', stays),
	'Exec.RuntimeDirectoryMode': modeOf('Its folder in /run'),
	'Exec.StateDirectoryMode': modeOf('Its state folder'),
	'Exec.CacheDirectoryMode': modeOf('Its cache folder'),
	'Exec.LogsDirectoryMode': modeOf('Its log folder'),
	'Exec.ConfigurationDirectoryMode': modeOf('Its configuration folder'),
	'Exec.RuntimeDirectoryPreserve': onChoice({
		no: 'Its folder in /run is removed whenever it stops.',
		yes: 'Its folder in /run stays when it stops.',
		restart: 'Its folder in /run stays over a restart.',
	}),
	'Exec.TimeoutCleanSec': onSpan(span => `Given ${span} to remove its folders when somebody asks for that.`, {
		forever: 'May take as long as it likes to remove its folders.',
	}),
};

/** How programs are run: account, environment, input and output, priority, folders. @source systemd.exec(5) */
export const execDirectives = {...identity, ...environment, ...places, ...input, ...priority, ...directories};
