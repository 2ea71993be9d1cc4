import {languages, textOf} from '../text/text.js';

/** How the words of the dialogue stand together in its help. */
export const wordGroups = ['finding', 'process', 'learning', 'session'] as const;
type WordGroup = (typeof wordGroups)[number];

const wordIds = [
	'list',
	'more',
	'kinds',
	'sort',
	'ports',
	'refresh',
	'overview',
	'why',
	'sockets',
	'config',
	'secrets',
	'logs',
	'learn',
	'commands',
	'lessons',
	'lesson',
	'myths',
	'terms',
	'term',
	'quiz',
	'language',
	'help',
	'quit',
] as const;
export type WordId = (typeof wordIds)[number];

export type TalkWord = {
	id: WordId;
	group: WordGroup;
	/** The keys of the explorer that do the same. */
	letters: readonly string[];
	/** Something may stand behind it; else a line that goes on is searched for. */
	takesMore: boolean;
};

/** Everything that can be asked: drives what a line means, and the help. */
export const talkWords: readonly TalkWord[] = [
	{id: 'list', group: 'finding', letters: [], takesMore: true},
	{id: 'more', group: 'finding', letters: [], takesMore: false},
	{id: 'kinds', group: 'finding', letters: ['f'], takesMore: false},
	{id: 'sort', group: 'finding', letters: ['s'], takesMore: true},
	{id: 'ports', group: 'finding', letters: ['p'], takesMore: false},
	{id: 'refresh', group: 'finding', letters: ['r'], takesMore: false},
	{id: 'overview', group: 'process', letters: [], takesMore: true},
	{id: 'why', group: 'process', letters: ['w'], takesMore: true},
	{id: 'sockets', group: 'process', letters: [], takesMore: true},
	{id: 'config', group: 'process', letters: [], takesMore: true},
	{id: 'secrets', group: 'process', letters: ['v'], takesMore: false},
	{id: 'logs', group: 'process', letters: [], takesMore: true},
	{id: 'learn', group: 'process', letters: [], takesMore: true},
	{id: 'commands', group: 'process', letters: ['$'], takesMore: false},
	{id: 'lessons', group: 'learning', letters: ['L'], takesMore: true},
	{id: 'lesson', group: 'learning', letters: [], takesMore: true},
	{id: 'myths', group: 'learning', letters: [], takesMore: false},
	{id: 'terms', group: 'learning', letters: ['x'], takesMore: true},
	{id: 'term', group: 'learning', letters: [], takesMore: true},
	{id: 'quiz', group: 'learning', letters: ['Q'], takesMore: false},
	{id: 'language', group: 'session', letters: ['l'], takesMore: true},
	{id: 'help', group: 'session', letters: ['?'], takesMore: true},
	{id: 'quit', group: 'session', letters: ['q'], takesMore: false},
];

/** Keys of the explorer that stand for a whole line. */
export const shortLines: Readonly<Record<string, string>> = {
	'0': 'list',
	D: 'list kind:daemon',
	A: 'list kind:agent',
	B: 'list kind:background-app',
	P: 'list kind:app',
	O: 'list !kind:daemon !kind:agent !kind:background-app !kind:app',
};

/** What the keys write while a Hangul layout (두벌식) is on, with the keys. */
const hangulLetters: Readonly<Record<string, string>> = {
	ㅂ: 'q',
	ㅃ: 'Q',
	ㅈ: 'w',
	ㄱ: 'r',
	ㅐ: 'O',
	ㅒ: 'O',
	ㅔ: 'p',
	ㅖ: 'P',
	ㅁ: 'A',
	ㄴ: 's',
	ㅇ: 'D',
	ㄹ: 'f',
	ㅣ: 'l',
	ㅌ: 'x',
	ㅍ: 'v',
	ㅠ: 'B',
};

const byLetter = new Map(talkWords.flatMap(word => word.letters.map(letter => [letter, word])));

/** English words are understood in every language, and the words of every language in English. */
const byName = new Map(
	talkWords.flatMap(word =>
		[word.id, ...languages.flatMap(language => textOf(language).accessible.command[word.id].names)].map(name => [name, word]),
	),
);

/** The word that somebody means by a name or a letter; `null`: none. */
export const findWord = (typed: string): TalkWord | null => byLetter.get(typed) ?? byName.get(typed.toLowerCase()) ?? null;

/** What a line asks for. */
export type Asked =
	| {type: 'nothing'}
	| {type: 'number'; number: number}
	| {type: 'word'; id: WordId; more: string}
	| {type: 'search'; query: string};

const maxCharacters = 1000;

/** Never what every object has: `constructor` is a search like any other. */
const lookUp = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
	Object.hasOwn(table, key) ? table[key] : undefined;

/** What a line that was typed asks for: a number, a word of the table with what stands behind it, or else a search. */
export const readTalk = (line: string): Asked => {
	const trimmed = line.slice(0, maxCharacters).normalize('NFC').trim();
	const latin = lookUp(hangulLetters, trimmed) ?? trimmed;
	const typed = lookUp(shortLines, latin) ?? latin;
	if (typed === '') {
		return {type: 'nothing'};
	}

	if (/^\d{1,9}$/.test(typed)) {
		return {type: 'number', number: Number(typed)};
	}

	if (typed.startsWith('/')) {
		return {type: 'search', query: typed.slice(1).trim()};
	}

	const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(typed) ?? [];
	const word = findWord(first);
	return word !== null && (rest === '' || word.takesMore) ? {type: 'word', id: word.id, more: rest} : {type: 'search', query: typed};
};
