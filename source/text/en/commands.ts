import {blanksFor} from '../blanks.js';
import {settings} from './settings.js';

/** Words of the command line. */
export const command = {
	explore: 'the explorer; with a query, filtered from the start',
	list: 'one table on standard output',
	why: 'the verdict on a process, unit or port, and why',
	learn: 'lessons, terms and programs, explained as text',
	quiz: 'daemon or not? Questions about what runs here',
	record: 'write down what the system answers',
	replay: 'the explorer on a recording, from whatever system',
	config: 'default configuration file; keys; check of a file',
	paths: 'where files are looked for',
	completion: 'a script that completes the command line in a shell',
} as const;

export const option = {
	delay: 'seconds between samples: 2, 0.5, 500ms (at least 0.5; default 2)',
	lang: 'language: en, ko (default: from the locale)',
	color: 'colours: auto, always, never',
	'no-color': 'the same as --color never',
	theme: 'colours for a background: auto, dark, light; none: no colours',
	json: 'JSON, with a published schema',
	commands: 'print the commands behind what is said instead',
	csv: 'comma-separated values',
	sort: 'column to sort by; -COLUMN for the other direction; help lists them',
	kind: 'only these kinds, separated by commas; help lists them',
	columns: 'columns to print, separated by commas; help lists them',
	tree: 'children below their parents',
	copy: 'let y hand text to the clipboard of the terminal (OSC 52)',
	'no-copy': 'let y hand over nothing, whatever the configuration says',
	mouse: 'hear the mouse, whatever the configuration says',
	'no-mouse': 'leave the mouse to the terminal',
	demo: 'look at a built-in Mac',
	replay: 'look at a recording',
	root: 'look at a system whose files and tools stand below a folder',
	for: 'how long: 60s, 5m (default 10s)',
	panes: 'also sockets, configuration and logs of every process; takes longer',
	redact: 'replace users, homes, host, addresses and secrets',
	seed: 'draw the same questions again',
	count: 'how many questions (default 10)',
	accessible: 'line by line, without boxes: for screen readers',
	version: 'print the version',
	help: 'print this help',
} as const;

export const usage = {
	title: 'daemon-top: is it a daemon? Every process, with a verdict and the evidence.',
	commands: 'Commands',
	options: 'Options',
	exampleOne: 'Example',
	queryHelp: 'A query: words that must all match; !word excludes; kind:daemon user:root port:5432 pid:1 tag:worker cpu>5 mem>100M',
	queryShort: 'QUERY: words; !word excludes; kind:daemon user:root port:5432 cpu>5 mem>100M',
	exitCodes: 'Exit codes: 0 ok, 1 error, 2 wrong usage, 3 not found, 4 not permitted, 130 interrupted.',
	exitShort: 'Exit: 0 ok, 1 error, 2 usage, 3 not found, 4 not permitted, 130 interrupted',
	example: {
		explore: 'look at a Mac, wherever you are',
		list: 'daemons of root, largest first',
		why: 'who listens on port 5432, and what is it?',
		learn: 'what is bird, and may I quit it?',
		quiz: 'ten questions about a Mac',
		record: 'a minute, without names',
		replay: 'and look at it, here or elsewhere',
		config: 'what can be set, as a file that can be kept',
		paths: 'where the configuration file would be',
		completion: 'what bash sources to complete with Tab',
	},
	of: (name: string) => `Usage: daemon-top ${name}`,
	commandHelp: 'daemon-top COMMAND --help: options and an example; daemon-top explore --help',
	more: 'daemon-top --help lists the commands.',
	paths: {
		label: {
			config: 'configuration file',
			score: 'score of the quiz',
			configSchema: 'schema of the configuration',
			outputSchema: 'schema of the output',
			recordings: 'recordings given by name',
		},
		absent: 'not there',
		nowhere: 'nowhere: HOME is not set',
	},
} as const;

/** What helps with a recording that cannot be used. */
const recordAnew = 'daemon-top record FILE makes a new one.';

export const error = {
	unknownOption: (name: string) => `There is no option ${name}. daemon-top COMMAND --help lists those of a command.`,
	optionNotHere: (name: string, commandName: string) =>
		`The command ${commandName} has no option ${name}. daemon-top ${commandName} --help lists its options.`,
	valueMissing: (name: string) => `The option ${name} needs a value. daemon-top COMMAND --help shows which.`,
	noValueAllowed: (name: string) => `The option ${name} takes no value: write ${name} alone.`,
	badDelay: (value: string) => `"${value}" is no interval: write seconds (2, 0.5) or milliseconds (500ms), at least 0.5 s.`,
	badColor: (value: string) => `There is no --color "${value}". There are: auto, always, never.`,
	badTheme: (value: string, names: string) => `There is no theme "${value}". There are: ${names}.`,
	badLanguage: (value: string, languages: string) => `There is no language "${value}". There are: ${languages}.`,
	unknownColumn: (name: string, names: string) => `There is no column "${name}". There are: ${names}.`,
	unknownKind: (name: string, names: string) => `There is no kind "${name}". There are: ${names}.`,
	badQuery: (query: string, position: number, reason: string) =>
		`The query cannot be read at character ${position}: ${reason}.\n  ${query}\n  ${blanksFor(query.slice(0, position - 1))}^\ndaemon-top list --help shows how a query is written.`,
	jsonAndCsv: '--json and --csv cannot be had together: leave one out.',
	whyNeedsTarget: 'Say which process: why PID, why NAME, why UNIT or why :PORT.',
	tooManyTargets: 'One target at a time: run daemon-top why for each.',
	noTerminalIn: 'Standard input is no terminal, so no key could be pressed: try daemon-top list.',
	nodeTooOld: (found: string, needed: string) => `daemon-top needs Node ${needed} or newer; this is ${found}. nodejs.org has newer ones.`,
	nothingFound: (target: string) => `Nothing found for "${target}". daemon-top list shows everything that runs.`,
	maybeHidden: (hidden: string) => `It may be one of those that are hidden: ${hidden}. Try again with sudo.`,
	noListener: (port: number) => `Nothing listens on port ${port}. daemon-top list --columns ports,name shows the ports that are open.`,
	noListenerSeen: (port: number) => `Nothing whose sockets this user may see listens on port ${port}. Try again with sudo.`,
	listenerNotVisible: (protocol: string, port: number, user: string) =>
		`Something of user ${user} listens on ${protocol} port ${port}; its process is not visible to this user. Try again with sudo.`,
	severalMatch: (target: string, shown: number, count: number) =>
		`${count} processes match "${target}"; here are ${shown}. Name a pid to see one.`,
	unexpected: (reason: string) => `daemon-top stopped. daemon-top list may still work. What went wrong: ${reason}`,
	unitWithoutProcess: (unit: string) => `${unit} has no running process. daemon-top list shows what runs.`,
	nothingToLearn: (topic: string) => `There is no lesson, term or program called "${topic}". daemon-top learn lists the lessons.`,
	recordNeedsFile: 'Say into which file: record FILE.',
	replayNeedsFile: 'Say which recording: replay FILE.',
	badDuration: (value: string) => `"${value}" is no length of time: write 30s, 5m or 1h.`,
	cannotRecord: (path: string, reason: string) =>
		reason === 'EEXIST'
			? `${path} is already there; a recording never overwrites a file. Name another.`
			: `${path} cannot be written (${reason}). Name a file in a folder of yours.`,
	recording: {
		empty: (path: string) => `${path} is empty. ${recordAnew}`,
		foreign: (path: string) => `${path} is no recording of daemon-top. ${recordAnew}`,
		newer: (path: string) => `${path} was recorded by a newer daemon-top: update this one.`,
		damaged: (path: string, line: number) => `${path} is damaged at line ${line}. ${recordAnew}`,
		cut: (path: string) => `${path} was cut short before it lists any process. ${recordAnew}`,
		missing: (path: string) => `${path} is not there. daemon-top paths tells where files are looked for.`,
		denied: (path: string) => `${path} may not be read as this user. Ask its owner, or try again with sudo.`,
		'too-big': (path: string) => `${path} is too big to be a recording. ${recordAnew}`,
	},
	noFolder: (path: string) => `${path} is no folder that can be read. Name the folder that holds etc and proc, or System.`,
	portInvalid: (value: string) => `"${value}" is no port: write 1 to 65535.`,
	badShell: (name: string, names: string) => `There is no completion for "${name}". daemon-top completion takes: ${names}.`,
	configUsage: 'daemon-top config prints the default file; config keys lists what has keys; config check [FILE] reads a file.',
	noWords: (commandName: string, word: string) =>
		`The command ${commandName} takes nothing behind it, not "${word}". daemon-top ${commandName} --help tells more.`,
	settings,
} as const;

export const why = {
	kindOf: (name: string, pid: number, kindName: string, sure: string) => `${name} (${pid}) is: ${kindName} (${sure})`,
	unitState: (state: string) => `State: ${state}`,
	result: (result: string, status: number | null) => `Last result: ${result}${status === null ? '' : ` (exit status ${status})`}`,
	restarts: (count: number) => `Automatic restarts so far: ${count}`,
	starts: (names: string) => `Starts: ${names}`,
	startedBy: (names: string) => `Started by: ${names}`,
	config: (path: string) => `Configured in: ${path}`,
} as const;

export const record = {
	progress: (samples: number, elapsed: string, length: string, size: string) =>
		`${samples} ${samples === 1 ? 'sample' : 'samples'}, ${elapsed} of ${length}, ${size}. Ctrl-C ends.`,
	panes: (done: number, all: number, size: string) => `panes of ${done} of ${all} processes, ${size}. Ctrl-C ends.`,
	done: (path: string, samples: number, size: string, isRedacted: boolean) =>
		`${path}: ${samples} ${samples === 1 ? 'sample' : 'samples'}, ${size}${isRedacted ? ', names replaced' : '; it holds user names and arguments: --redact replaces them'}.`,
} as const;
