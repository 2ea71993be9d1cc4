import {loadAllArticles} from '../../source/knowledge/articles.js';
import linuxPrograms from '../../source/knowledge/programs.json' with {type: 'json'};
import macPrograms from '../../source/knowledge/programs-macos.json' with {type: 'json'};
import {keyWordsOf} from '../../source/text/key-words.js';
import {lessonWordsOf} from '../../source/text/lesson-words.js';
import {textOf} from '../../source/text/text.js';
import type {KoreanText} from './korean-texts.js';
import {dictionaryWords} from './korean-words.js';

const articles = (
	await Promise.all((['linux', 'darwin'] as const).map(async system => (await loadAllArticles(system)).map(article => ({system, article}))))
).flat();

const programs = [...linuxPrograms, ...macPrograms];

/** How many programs the dictionaries and the encyclopedia describe. */
export const counts = {programs: programs.length, articles: articles.length};

/** English prose: the words in small letters of what the program says in English. */
const ordinaryWords: ReadonlySet<string> = new Set(
	JSON.stringify([textOf('en'), keyWordsOf('en'), lessonWordsOf('en'), programs.map(({en}) => en)], (key, value) =>
		typeof value === 'function' ? String(value) : key === 'commands' || key === 'listing' ? undefined : value,
	).match(/(?<![\w./=-])[a-z]{3,}(?![\w./=-])/g),
);

const namesOfPrograms: ReadonlySet<string> = new Set([
	...programs.map(({name}) => name),
	...articles.flatMap(({article}) => article.names),
	...dictionaryWords.split(/\s+/),
]);

/** The place of the article that a text belongs to. */
export const articlePlace = (where: string): string => where.replace(/\.[A-Za-z]+(?:\.\d+)?$/, '');

/** What the English says of the same program. */
const englishOf: ReadonlyMap<string, string> = new Map([
	...programs.map(({name, en, ko}) => [`program ${name} ${ko}`, `${name} ${en}`] as const),
	...articles.map(
		({system, article: {names, en}}) => [`article ${system} ${names[0]}`, `${names.join(' ')} ${JSON.stringify(en)}`] as const,
	),
]);

/** A command or a name of several words that stands in the English just so. */
const isQuoted = (word: string, text: string, english: string): boolean =>
	(text.match(/[\w.@:/=*~|<>&%+$-]+(?: [\w.@:/=*~|<>&%+$-]+)+/g) ?? []).some(run => {
		const parts = run.split(' ');
		return parts.includes(word) && english.includes(run) && parts.some(part => !ordinaryWords.has(part));
	});

/** Whether a word of the dictionaries or of the encyclopedia is a name: of a program, or one that the English has as well. */
export const isNameThere = (word: string, {where, text}: KoreanText): boolean => {
	const isArticle = where.startsWith('article ');
	const english = englishOf.get(isArticle ? articlePlace(where) : `${where} ${text}`) ?? '';
	return /^[a-z]/.test(word)
		? namesOfPrograms.has(word) || (isArticle && ((english.includes(word) && !ordinaryWords.has(word)) || isQuoted(word, text, english)))
		: english.toLowerCase().includes(word.toLowerCase());
};
