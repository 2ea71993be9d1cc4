import {describe, expect, test} from 'vitest';
import {createEncyclopedia, loadAllArticles} from '../../source/knowledge/articles.js';
import {findProgram, loadDictionary} from '../../source/knowledge/programs.js';
import {type Article, type ArticleWords, endings, starts} from '../../source/model/article.js';
import {languages} from '../../source/text/text.js';

const articles = {linux: await loadAllArticles('linux'), darwin: await loadAllArticles('darwin')} as const;
const dictionaries = {linux: findProgram, darwin: await loadDictionary('darwin')} as const;
const systems = ['linux', 'darwin'] as const;

const most = 340;

const textsOf = (words: ArticleWords): readonly string[] =>
	[
		words.does,
		words.neededBy,
		words.ifKilled,
		...words.whyBusy,
		words.normalFor,
		words.properOff,
		words.copies,
		words.network,
		words.genuine,
	].filter(text => text !== null);

const nameOf = ({names}: Article): string => names[0] ?? '';

test('the encyclopedia has articles about the 250 programs that are met most', () => {
	const names = systems.flatMap(system => articles[system].flatMap(article => article.names));
	expect(names.length).toBeGreaterThanOrEqual(250);
});

describe.each(systems)('the articles of %s', system => {
	const all = articles[system];

	test('are about one program each, and no program has two', () => {
		const names = all.flatMap(article => article.names);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		expect(all.filter(({names: own}) => own.length === 0)).toEqual([]);
	});

	test('are about programs of the dictionary', () => {
		const unknown = all.flatMap(({names}) => names).filter(name => !dictionaries[system]({name, unit: null, args: null, uid: null}));
		expect(unknown).toEqual([]);
	});

	test('say in both languages what they say in one', () => {
		const shape = (words: ArticleWords): readonly unknown[] => [
			words.whyBusy.length,
			words.normalFor === null,
			words.copies === null,
			words.network === null,
		];
		expect(all.filter(({en, ko}) => JSON.stringify(shape(en)) !== JSON.stringify(shape(ko))).map(nameOf)).toEqual([]);
		expect(all.filter(({en, ko}) => Object.keys(en).sort().join() !== Object.keys(ko).sort().join()).map(nameOf)).toEqual([]);
	});

	test.each(languages)('are short, in whole words of %s', language => {
		const odd = all.flatMap(article =>
			textsOf(article[language])
				.filter(text => text.trim() !== text || text.length < 2 || text.length > most || /\p{Cc}| {2}/u.test(text))
				.map(text => `${nameOf(article)}: ${text}`),
		);
		expect(odd).toEqual([]);
		const isKorean = (text: string): boolean => /[가-힣]/.test(text);
		expect(all.flatMap(article => textsOf(article[language]).filter(text => isKorean(text) !== (language === 'ko')))).toEqual([]);
	});

	test('tell from what they were learnt, how sure that is, and where to read more', () => {
		expect(all.filter(({sources, learnMore}) => sources.length === 0 || learnMore.length === 0).map(nameOf)).toEqual([]);
		expect(all.filter(({confidence}) => !['high', 'medium', 'low'].includes(confidence)).map(nameOf)).toEqual([]);
		const isOnlyHearsay = ({sources}: Article): boolean => sources.every(source => source === 'general knowledge');
		expect(all.filter(article => isOnlyHearsay(article) && article.confidence === 'high').map(nameOf)).toEqual([]);
	});

	test('name only starts and endings that exist', () => {
		expect(all.filter(({startedBy, safeToQuit}) => !starts.includes(startedBy) || !endings.includes(safeToQuit)).map(nameOf)).toEqual([]);
	});

	test('never advise to weaken the system', () => {
		const advice = /csrutil disable|disable SIP|SIP를 (?:끄|비활성)|rm -rf?\b/i;
		expect(
			all.filter(article => languages.some(language => textsOf(article[language]).some(text => advice.test(text)))).map(nameOf),
		).toEqual([]);
	});
});

describe('an article is found', () => {
	test('by the name of its program, on its own system alone', async () => {
		expect((await createEncyclopedia('darwin')('bird'))?.names).toContain('bird');
		expect(await createEncyclopedia('linux')('WindowServer')).toBeNull();
		expect(await createEncyclopedia('darwin')('no such program')).toBeNull();
	});
});
