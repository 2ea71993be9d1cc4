import type {Failure} from '../model/snapshot.js';

/** Words of the explorer's frame. */
export const explorer = {
	title: 'daemon-top',
	up: (duration: string) => `up ${duration}`,
	load: (load: string) => `load ${load}`,
	every: (seconds: string) => `every ${seconds} s`,
	slow: (seconds: string) => `slow: every ${seconds} s`,
	processes: (count: number) => `${count} processes`,
	own: (percent: string) => `own ${percent} %`,
	paused: 'PAUSED',
	stale: (ago: string) => `no news for ${ago}`,
	problems: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
	failedUnits: (count: number) => `${count} failed`,
	reading: 'Asking the system which processes run …',
	noneMatch: 'No process matches. Esc clears the search.',
	noneAtAll: 'The system shows no process.',
	hiddenByFilter: (count: number) => `${count} hidden`,
	searchHint: '/ search',
	searchPrompt: '/',
	found: (count: number) => `${count} found`,
	ended: 'ended',
	tooSmall: (columns: number, rows: number, needColumns: number, needRows: number) => [
		'daemon-top needs',
		`${needColumns} × ${needRows}`,
		`here: ${columns} × ${rows}`,
		'q quits',
	],
	more: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
	moreAbove: '↑',
	moreBelow: '↓',
} as const;

export const facet = {
	all: 'All',
	daemon: 'Daemons',
	agent: 'Agents',
	'background-app': 'Background apps',
	app: 'Apps',
	other: 'Other',
} as const;

export const facetShort = {
	all: 'All',
	daemon: 'Daemons',
	agent: 'Agents',
	'background-app': 'Bg apps',
	app: 'Apps',
	other: 'Other',
} as const;

type ColumnText = {head: string; about: string};

export const column = {
	kind: {head: 'KIND', about: 'the verdict; ? marks a guess'},
	pid: {head: 'PID', about: 'process id'},
	ppid: {head: 'PPID', about: 'process id of the parent'},
	name: {head: 'NAME', about: 'program, and the script it runs'},
	service: {head: 'SERVICE', about: 'unit, label or job it belongs to'},
	user: {head: 'USER', about: 'account it runs as'},
	cpu: {head: 'CPU%', about: 'share of one core since the last sample'},
	mem: {head: 'MEM', about: 'resident memory'},
	what: {head: 'WHAT IT DOES', about: 'from the dictionary, the unit, or its arguments'},
	tty: {head: 'TTY', about: 'controlling terminal'},
	state: {head: 'S', about: 'state, as ps shows it'},
	nice: {head: 'NI', about: 'nice value'},
	threads: {head: 'THR', about: 'number of threads'},
	time: {head: 'TIME', about: 'CPU time in all'},
	started: {head: 'STARTED', about: 'when it started'},
	confidence: {head: 'SURE', about: 'certain, likely or a guess'},
	tags: {head: 'ALSO', about: 'everything else true of it'},
	ports: {head: 'PORTS', about: 'ports it listens on'},
	command: {head: 'COMMAND', about: 'program with all arguments'},
} satisfies Readonly<Record<string, ColumnText>>;

export const pane = {overview: 'Overview', why: 'Why'} as const;

export const footerKey = {
	move: 'move',
	pane: 'pane',
	search: 'search',
	sort: 'sort',
	tree: 'tree',
	why: 'why',
	facets: 'kinds',
	help: 'help',
	quit: 'quit',
	keep: 'keep',
	clear: 'clear',
	choose: 'choose',
	back: 'back',
	pause: 'pause',
	open: 'open',
} as const;

/** One line for each key binding, for the help overlay and the README. */
export const keyHelp = {
	down: 'one process down',
	up: 'one process up',
	pageDown: 'one page down',
	pageUp: 'one page up',
	halfPageDown: 'half a page down',
	halfPageUp: 'half a page up',
	first: 'to the first process',
	last: 'to the last process',
	parent: 'to the parent of this process',
	nextPane: 'next pane',
	previousPane: 'previous pane',
	overviewPane: 'Overview: what it is and who started it',
	whyPane: 'Why: the evidence for and against',
	openPane: 'pane on the whole screen',
	paneDown: 'scroll the pane down',
	paneUp: 'scroll the pane up',
	back: 'one step back; never quits',
	search: 'search: names, kind: user: port: pid: tag: cpu> mem>',
	facets: 'choose which kinds are listed',
	facetAll: 'all kinds',
	facetDaemon: 'only daemons',
	facetAgent: 'only agents',
	facetBackgroundApp: 'only background apps',
	facetApp: 'only apps',
	facetOther: 'only the others',
	sort: 'choose the column to sort by',
	invert: 'turn the order round',
	sortLeft: 'sort by the column to the left',
	sortRight: 'sort by the column to the right',
	tree: 'tree of parents and children, or a flat list',
	pause: 'freeze the list; sampling goes on',
	refresh: 'sample now',
	redraw: 'draw the whole screen again',
	faster: 'sample more often',
	slower: 'sample less often',
	help: 'this help',
	suspend: 'back to the shell; fg returns',
	quit: 'leave',
	menuUp: 'up in the menu',
	menuDown: 'down in the menu',
	menuChoose: 'choose',
	menuClose: 'close',
	searchKeep: 'keep the result and go back to the list',
	searchClear: 'clear the search',
	searchDown: 'one result down',
	searchUp: 'one result up',
	caretLeft: 'caret left',
	caretRight: 'caret right',
	caretStart: 'caret to the start',
	caretEnd: 'caret to the end',
	eraseBack: 'erase before the caret',
	eraseForward: 'erase behind the caret',
	eraseWord: 'erase a word',
	eraseAll: 'erase to the start',
} as const;

export const mode = {browse: 'List', search: 'Search', menu: 'Menus', help: 'Help'} as const;

/** Short-lived lines at the bottom: every change of mode, with the key that undoes it. */
export const message = {
	treeOn: 'Tree: parents and children, oldest first. t: flat list.',
	treeOff: 'Flat list. t: tree.',
	paused: 'Paused: the list stands still, sampling goes on. Space: continue.',
	resumed: 'The list moves again.',
	sorted: (column: string, isDescending: boolean) =>
		`Sorted by ${column}, ${isDescending ? 'largest first' : 'smallest first'}. I: turn round.`,
	interval: (seconds: string) => `A sample every ${seconds} s. + -: change.`,
	intervalLimit: (seconds: string) => `${seconds} s is the limit.`,
	facet: (name: string, hidden: number) => `${name}. ${hidden} hidden. 0: all.`,
	facetAll: 'All kinds.',
	refreshed: 'Sampling now.',
	noProcess: 'No process is selected.',
	noParent: 'Its parent is not in the list.',
	unknownKey: (key: string) => `${key} does nothing here. ?: all keys.`,
	noJobControl: 'There is no shell to go back to: this terminal was started with daemon-top.',
	searchKept: (count: number) => `${count} found. Esc: show all again.`,
	cleared: 'The search is cleared.',
} as const;

export const menu = {
	sort: 'Sort by',
	facets: 'Show',
	help: 'Keys',
	helpHint: '↑↓ scroll   Esc close',
	confidenceNote: 'marks',
} as const;

export const queryError = {
	'unknown-kind': (value: string) => `no kind begins with "${value}"`,
	'unknown-tag': (value: string) => `no tag begins with "${value}"`,
	'not-a-number': (value: string) => `"${value}" is no number`,
	'number-missing': () => 'a number is missing here',
	'quote-open': () => 'a quote is not closed',
	'nothing-to-exclude': () => 'something to exclude must follow the !',
} as const;

export const failureShort = {
	missing: 'missing',
	denied: 'denied',
	timeout: 'too slow',
	'too-big': 'too big',
	signal: 'ended',
	exit: 'error',
	parse: 'unreadable',
	cut: 'cut short',
	gone: 'gone',
	aborted: 'interrupted',
} satisfies Readonly<Record<Failure, string>>;
