import type {Kind} from '../../model/evidence.js';
import {listed, spanOf} from './values.js';

const nouns = {
	daemon: ['daemon', 'daemons'],
	agent: ['agent', 'agents'],
	'background-app': ['background app', 'background apps'],
	app: ['app', 'apps'],
	'app-helper': ['app helper', 'app helpers'],
	'xpc-service': ['XPC service', 'XPC services'],
	'app-extension': ['app extension', 'app extensions'],
	driver: ['driver or system extension', 'drivers and system extensions'],
	'managed-job': ['managed job', 'managed jobs'],
	'background-process': ['background process', 'background processes'],
	interactive: ['interactive program', 'interactive programs'],
	session: ['part of the login session', 'parts of the login session'],
	init: ['service manager', 'service managers'],
	kernel: ['kernel thread', 'kernel threads'],
	unknown: ['unknown process', 'unknown processes'],
} satisfies Readonly<Record<Kind, readonly [string, string]>>;

const processes = (count: number): string => (count === 1 ? '1 process' : `${count} processes`);

/** What each word of the dialogue does. `names`: the words for it in this language beside the English one. */
const command = {
	list: {names: [] as readonly string[], help: 'all processes; with words behind it, those that match'},
	more: {names: [] as readonly string[], help: 'the next lines of the last list; Enter alone does the same'},
	kinds: {names: [] as readonly string[], help: 'how many there are of each kind, to choose one'},
	sort: {names: [] as readonly string[], help: 'the order of the list: sort cpu, sort mem, sort -name; alone it tells the columns'},
	ports: {names: [] as readonly string[], help: 'everything that waits for callers on this computer'},
	refresh: {names: [] as readonly string[], help: 'looks again at all processes'},
	overview: {names: [] as readonly string[], help: 'what it is, who started it, and what happens if it stops'},
	why: {names: [] as readonly string[], help: 'the evidence for and against the verdict'},
	sockets: {names: [] as readonly string[], help: 'what it listens on and is connected to'},
	config: {names: [] as readonly string[], help: 'its configuration file, key by key'},
	secrets: {names: [] as readonly string[], help: 'its configuration with secrets spoken, or covered again'},
	logs: {names: [] as readonly string[], help: 'what it wrote last'},
	learn: {names: [] as readonly string[], help: 'what it is for, and what to do about it'},
	commands: {names: [] as readonly string[], help: 'the lines for a shell that give the same answers as the last pane'},
	lessons: {names: [] as readonly string[], help: 'all lessons, to choose one'},
	lesson: {names: [] as readonly string[], help: 'one lesson by its number, as in lesson 3; a number answers its question'},
	myths: {names: [] as readonly string[], help: 'what is often said about daemons, checked'},
	terms: {names: [] as readonly string[], help: 'the glossary, first the terms about the chosen process'},
	term: {names: [] as readonly string[], help: 'one term, as in term socket'},
	quiz: {names: [] as readonly string[], help: 'ten questions: daemon or not?'},
	language: {names: [] as readonly string[], help: 'the other language: 한국어'},
	help: {names: [] as readonly string[], help: 'this help; with a word behind it, what that word does'},
	quit: {names: [] as readonly string[], help: 'leaves; so does the end of the input'},
};

const group = {
	finding: 'To find processes',
	process: 'About the chosen process, or the one named behind the word, as in why bird',
	learning: 'To learn',
	session: 'Otherwise',
};

/** What the explorer says line by line, for ears. */
export const accessible = {
	command,
	group,
	/** `up`: milliseconds since boot. */
	machine: (name: string, release: string, upMs: number | null): string =>
		`This is ${name}, ${release}${upMs === null ? '' : `, up for ${spanOf(upMs)}`}.`,
	counts: (total: number, kinds: readonly (readonly [Kind, number])[]): string =>
		`${processes(total)}: ${listed(
			kinds.map(([kind, count]) => `${count} ${nouns[kind][count === 1 ? 0 : 1]}`),
			kinds.length,
		)}.`,
	notKnown: (reasons: readonly string[]): string => `Not everything is known: ${reasons.join('; ')}.`,
	unread: (count: number): string => `${processes(count)} may not be read`,
	howToAsk: 'Type list for all processes, a word to search for, help for everything that can be asked, quit to leave.',
	/** `what`: the query as it was typed; empty: none. `order`: `null` where it has been said. */
	listHead: (count: number, total: number, what: string, order: string | null): string =>
		`${what === '' ? processes(count) : `${count} of ${processes(total)} ${count === 1 ? 'matches' : 'match'} ${what}`}${count > 1 && order !== null ? `, in order of ${order}` : ''}`,
	/** Nothing has the word in it, only letters like it. */
	onlyAlike: (count: number, what: string): string =>
		`No process matches ${what} letter for letter. ${count === 1 ? '1 looks like it' : `${count} look like it`}`,
	nearest: 'how well they match',
	processLine: (line: {
		name: string;
		pid: number;
		kind: string;
		isGuess: boolean;
		user: string | null;
		cpu: string | null;
		memory: string | null;
		ports: readonly number[];
		isSelf: boolean;
	}): string =>
		[
			line.name,
			`pid ${line.pid}`,
			line.isGuess ? `${line.kind}, a guess` : line.kind,
			line.user === null ? null : `user ${line.user}`,
			line.cpu === null ? null : `CPU ${line.cpu} %`,
			line.memory === null ? null : `memory ${line.memory}`,
			line.ports.length === 0 ? null : `port ${line.ports.join(' ')}`,
			line.isSelf ? 'daemon-top itself' : null,
		]
			.filter(part => part !== null)
			.join(', '),
	runs: (command: string): string => `Runs ${command}`,
	told: (told: number, count: number): string => `${told} of ${count} told. Enter or more goes on; a number chooses a line.`,
	pickHint: 'A number chooses a line.',
	onlyOne: 'As the only one it is chosen.',
	nothingMatches: (what: string): string => `No process matches ${what}. Type help for the words that can be asked.`,
	noProcess: 'The system shows no process.',
	badQuery: (position: number, rest: string, reason: string): string =>
		`The search cannot be read from character ${position} on${rest === '' ? ', at its end' : `, which says ${rest}`}: ${reason}.`,
	lastMessages: (told: number, count: number): string => `The last ${told} of ${count} messages.`,
	earlier: 'Enter or more goes further back.',
	earliest: 'These were the first that were read.',
	noMore: 'There is no more to tell.',
	noList: 'Nothing was listed yet. Type list, or a word to search for.',
	byPid: (number: number): string => `There is no line ${number}; this is the process with that pid.`,
	noLine: (number: number, last: number): string =>
		last === 0 ? `There is no line ${number}.` : `There is no line ${number}: the last list goes from 1 to ${last}.`,
	nothingChosen: 'No process is chosen. Search for one and type its number, or name it behind the word, as in why bird.',
	notFound: (target: string): string => `No process is called ${target}.`,
	chosen: 'Now ask: overview, why, sockets, config, logs, learn or commands.',
	startedBy: (name: string, pid: number): string => `Started by ${name}, pid ${pid}.`,
	hasEnded: (name: string, pid: number): string => `${name}, pid ${pid}, has ended. This is what was known of it.`,
	paneHead: (pane: string, name: string, pid: number): string => `${name}, pid ${pid}, ${pane}`,
	commandsHead: (pane: string, name: string, pid: number): string => `${name}, pid ${pid}, behind ${pane}`,
	commandsAbout: 'These lines for a shell only read.',
	kindLine: (plural: string, count: number, verdict: string): string => `${plural}, ${count}. ${verdict}`,
	kindsHead: (count: number): string => `${count} kinds run here`,
	kindsMissing: (plurals: readonly string[]): string => `None of these: ${plurals.join(', ')}.`,
	columnsHead: (count: number, now: string): string => `The list is in order of ${now}. ${count} columns to sort by`,
	columnLine: (name: string, about: string): string => `${name}: ${about}`,
	noColumn: (name: string): string => `There is no column ${name}. Type sort to hear all of them.`,
	sorted: (name: string, isDescending: boolean): string => `In order of ${name}, ${isDescending ? 'largest first' : 'smallest first'}.`,
	portsHead: (count: number): string => `${count} ${count === 1 ? 'address' : 'addresses'} where somebody waits`,
	portLine: (line: {
		protocol: string;
		port: number;
		name: string | null;
		pid: number | null;
		kind: string | null;
		user: string | null;
		reach: string;
		sharers: number;
		heldFor: string | null;
	}): string =>
		[
			`${line.protocol} port ${line.port}`,
			line.name === null ? 'held by a process that is not visible' : `${line.name}, pid ${line.pid}, ${line.kind}`,
			line.sharers === 0 ? null : `shared with ${line.sharers} more`,
			line.user === null ? null : `user ${line.user}`,
			line.heldFor === null ? null : `held for ${line.heldFor}`,
			`for ${line.reach}`,
		]
			.filter(part => part !== null)
			.join(', '),
	refreshed: (started: number, ended: number): string =>
		started === 0 && ended === 0
			? 'Looked again: nothing has started or ended.'
			: `Looked again: ${started} started and ${ended} ended since the last look.`,
	chosenEnded: (name: string, pid: number): string => `The chosen process, ${name}, pid ${pid}, has ended.`,
	lessonsHead: (count: number): string => `${count} lessons, and what is often said`,
	lessonLine: (title: string, idea: string): string => `${title}${title.endsWith('?') ? '' : '.'} ${idea}`,
	lessonOf: (number: number, count: number): string => `lesson ${number} of ${count}`,
	noLesson: (name: string, count: number): string => `There is no lesson ${name}: they are numbered from 1 to ${count}.`,
	lessonNumber: (number: number): string => `lesson ${number}:`,
	lessonsHint: 'type lesson and the number',
	answerHint: (count: number): string => `Answer with a number from 1 to ${count}.`,
	afterAnswer: (next: number | null): string => (next === null ? 'This was the last lesson.' : `The next one: lesson ${next}.`),
	mythsHead: (count: number): string => `${count} sayings`,
	mythLine: (says: string, verdict: string): string => `${says} This is ${verdict}.`,
	tryIt: 'To see for yourself:',
	termsHead: (count: number): string => `${count} terms`,
	termLine: (name: string, line: string): string => `${name}: ${line}`,
	otherTerms: (names: readonly string[]): string => `Also found: ${names.join(', ')}.`,
	noTerm: (word: string): string => `No term is called ${word}. Type terms to hear all of them.`,
	secretsCovered: 'What looks like a secret is covered. The word secrets uncovers it.',
	secretsShown: 'What looks like a secret is spoken. The word secrets covers it.',
	covered: 'covered',
	/** Stands before what a mark says on a screen. */
	mark: {right: 'right:', wrong: 'wrong:', error: 'error:', warning: 'warning:', command: 'Type:', saying: 'Saying:', checked: 'Checked:'},
	arrow: {in: 'from', out: 'to'},
	times: (count: number): string => (count > 1 ? `, ${count} of them` : ''),
	/** Between the links of a chain, the first of which comes first. */
	link: ', then ',
	unknown: 'unknown',
	readFrom: (source: string): string => `(${source})`,
	quizEnded: 'Back from the quiz.',
	quizHint: 'Ten questions. Each is answered by a number; h tells one thing more for a point, q ends.',
	languageNow: 'This is English now. The words of the other language are understood as well.',
	helpLine: (names: readonly string[], help: string): string => `${names.join(' or ')}: ${help}`,
	helpSearch: 'Anything else is searched for. A slash before a word searches for it even if it is one of these.',
	helpQuery:
		'Several words must all match; an exclamation mark excludes. Also kind:daemon, user:root, port:5432, pid:1, tag:worker, cpu>5, mem>100M.',
	helpNumber: 'A number chooses that line of the last list.',
	noSuchWord: (word: string): string => `${word} is none of the words that can be asked.`,
	goodbye: 'Left.',
};
