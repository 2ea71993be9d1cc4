import {blanksFor} from '../blanks.js';

/** Words of the command line. */
export const command = {
	explore: 'the explorer; with a query, filtered from the start',
	list: 'one table on standard output',
	why: 'the verdict on one process, unit or port, with its evidence',
	learn: 'lessons, terms and programs, explained as text',
	quiz: 'daemon or not? Questions about what runs here',
	record: 'write down what the system answers',
	replay: 'the explorer on a recording, from whatever system',
} as const;

export const option = {
	delay: 'seconds between samples: 2, 0.5, 500ms (at least 0.5; default 2)',
	lang: 'language: en, ko (default: from the locale)',
	color: 'colours: auto, always, never',
	'no-color': 'the same as --color never',
	json: 'JSON, with a published schema',
	commands: 'print the commands behind what is said instead',
	csv: 'comma-separated values',
	sort: 'column to sort by; -COLUMN for the other direction; help lists them',
	kind: 'only these kinds, separated by commas; help lists them',
	columns: 'columns to print, separated by commas; help lists them',
	tree: 'children below their parents',
	copy: 'let y hand text to the clipboard of the terminal (OSC 52)',
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
	title: 'daemon-top: is it a daemon? Every running process, with a verdict and the evidence.',
	commands: 'Commands',
	options: 'Options',
	examples: 'Examples',
	queryHelp: 'A query: words that must all match; !word excludes; kind:daemon user:root port:5432 pid:1 tag:worker cpu>5 mem>100M',
	exitCodes: 'Exit codes: 0 ok, 1 error, 2 wrong usage, 3 not found, 4 not permitted, 130 interrupted.',
	example: {
		explore: 'look at a Mac, wherever you are',
		list: 'daemons of root, largest first',
		why: 'who listens on port 5432, and what is it?',
		learn: 'what is bird, and may I quit it?',
		quiz: 'ten questions about a Mac',
		record: 'a minute, without names',
		replay: 'and look at it, here or elsewhere',
	},
	of: (name: string) => `Usage: daemon-top ${name}`,
	more: 'daemon-top --help lists the commands.',
} as const;

export const error = {
	unknownOption: (name: string) => `There is no option ${name}.`,
	optionNotHere: (name: string, commandName: string) => `The command ${commandName} has no option ${name}.`,
	valueMissing: (name: string) => `The option ${name} needs a value.`,
	noValueAllowed: (name: string) => `The option ${name} takes no value.`,
	badDelay: (value: string) => `"${value}" is no interval: write seconds (2, 0.5) or milliseconds (500ms), at least 0.5 s.`,
	badColor: (value: string) => `--color is auto, always or never, not "${value}".`,
	badLanguage: (value: string, languages: string) => `There is no language "${value}". There are: ${languages}.`,
	unknownColumn: (name: string, names: string) => `There is no column "${name}". There are: ${names}.`,
	unknownKind: (name: string, names: string) => `There is no kind "${name}". There are: ${names}.`,
	badQuery: (query: string, position: number, reason: string) =>
		`The query cannot be read at character ${position}: ${reason}.\n  ${query}\n  ${blanksFor(query.slice(0, position - 1))}^`,
	jsonAndCsv: '--json and --csv cannot be had together.',
	whyNeedsTarget: 'Say which process: why PID, why NAME, why UNIT or why :PORT.',
	tooManyTargets: 'One target at a time.',
	noTerminalIn: 'Standard input is no terminal, so no key could be pressed: try daemon-top list.',
	nodeTooOld: (found: string, needed: string) => `daemon-top needs Node ${needed} or newer; this is ${found}.`,
	nothingFound: (target: string) => `Nothing found for "${target}".`,
	maybeHidden: (hidden: string) => `It may be one of those that are hidden: ${hidden}.`,
	noListener: (port: number) => `Nothing listens on port ${port}.`,
	noListenerSeen: (port: number) => `Nothing whose sockets this user may see listens on port ${port}.`,
	listenerNotVisible: (protocol: string, port: number, user: string) =>
		`Something of user ${user} listens on ${protocol} port ${port}; its process is not visible to this user.`,
	severalMatch: (target: string, shown: number, count: number) =>
		`${count} processes match "${target}"; here are ${shown}. Name a pid to see one.`,
	unexpected: (reason: string) => `daemon-top stopped: ${reason}`,
	unitWithoutProcess: (unit: string) => `${unit} has no running process.`,
	nothingToLearn: (topic: string) => `There is no lesson, term or program called "${topic}". daemon-top learn lists the lessons.`,
	recordNeedsFile: 'Say into which file: record FILE.',
	replayNeedsFile: 'Say which recording: replay FILE.',
	badDuration: (value: string) => `"${value}" is no length of time: write 30s, 5m or 1h.`,
	cannotRecord: (path: string, reason: string) =>
		reason === 'EEXIST' ? `${path} is already there; a recording never overwrites a file.` : `${path} cannot be written (${reason}).`,
	recording: {
		empty: (path: string) => `${path} is empty.`,
		foreign: (path: string) => `${path} is no recording of daemon-top.`,
		newer: (path: string) => `${path} was recorded by a newer daemon-top: update this one.`,
		damaged: (path: string, line: number) => `${path} is damaged at line ${line}.`,
		cut: (path: string) => `${path} was cut short before it lists any process.`,
		missing: (path: string) => `${path} is not there.`,
		denied: (path: string) => `${path} may not be read as this user.`,
		'too-big': (path: string) => `${path} is too big to be a recording.`,
	},
	noFolder: (path: string) => `${path} is no folder that can be read.`,
	portInvalid: (value: string) => `"${value}" is no port: 1 to 65535.`,
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
