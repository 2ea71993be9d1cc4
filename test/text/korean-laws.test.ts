import {describe, expect, test} from 'vitest';
import {particle, withParticle} from '../../source/text/ko/particle.js';
import {
	badMarks,
	type Check,
	curtSentences,
	doubleParticles,
	englishWords,
	oddCharacters,
	wrongParticles,
	wrongSpellings,
} from './korean-checks.js';
import {articlePlace, counts, isNameThere} from './korean-names.js';
import {names} from './korean-samples.js';
import {articleTexts, type KoreanText, koreanTexts, programTexts, spoken} from './korean-texts.js';
import {latinWords, rightSpellings} from './korean-words.js';

const laws: readonly (readonly [law: string, check: Check])[] = [
	['has no English words', englishWords(isNameThere)],
	['leaves no particle to the reader', doubleParticles],
	['has the particle that the word before it asks for', wrongParticles],
	['ends its sentences politely', curtSentences],
	['sets its blanks and quotes as Korean does', badMarks],
	['is written in whole syllables and known marks', oddCharacters],
	['spells and names things as everywhere else', wrongSpellings],
];

/** At most thirty, so that a failure can be read. */
const broken = (texts: readonly KoreanText[], check: Check): readonly string[] =>
	texts.flatMap(each => check(each).map(found => `${each.where}: ${found}: ${each.text.slice(0, 100)}`)).slice(0, 30);

describe.each([
	['what the program says', koreanTexts],
	['what the dictionaries say', programTexts],
	['what the articles say', articleTexts],
])('%s', (_, texts) => {
	test.each(laws)('%s', (__, check) => {
		expect(broken(texts, check)).toEqual([]);
	});
});

describe('the walk', () => {
	test('reaches the functions', () => {
		const silent = spoken.filter(({texts}) => texts.length === 0).map(({where}) => where);
		expect(silent).toEqual(['learn.lessons.make-your-own.example']);
		expect(spoken.length).toBeGreaterThan(1000);
	});

	test('hears every sample name in hundreds of texts', () => {
		const heard = names.map(name => koreanTexts.filter(({given, text}) => given.includes(name) && text.includes(name)).length);
		expect(Math.min(...heard)).toBeGreaterThan(500);
	});

	test('reaches every text', () => {
		const places = new Set(koreanTexts.map(({where}) => where.split('.')[0]));
		expect([...places].sort()).toEqual(['ko', 'launchd', 'learn', 'systemd']);
		expect(programTexts).toHaveLength(counts.programs);
		expect(new Set(articleTexts.map(({where}) => articlePlace(where))).size).toBe(counts.articles);
	});
});

const breaches: Readonly<Record<string, readonly (readonly [text: string, given?: string])[]>> = {
	'has no English words': [
		['데몬 process입니다.'],
		['cron이 service를 시작합니다.', 'cron'],
		['Network 설정을 봅니다.'],
		['시스템의 read-only 폴더입니다.'],
	],
	'leaves no particle to the reader': [['데몬은(는) 없습니다.'], ['443(으)로 갑니다.'], ['cron을/를 봅니다.'], ['데비와/과 함께']],
	'has the particle that the word before it asks for': [
		['cron는 데몬입니다.'],
		['launchd은 데몬입니다.'],
		['launchctl으로 봅니다.'],
		['443를 엽니다.'],
		['“크론”는 없습니다.'],
		['터미널으로 봅니다.'],
		['데비이라는 이름입니다.'],
		['launchd(1번)을 봅니다.'],
	],
	'ends its sentences politely': [['데몬이다.'], ['다시 시작해요.'], ['봅니다. 시작함.'], ['시작한다'], ['맞죠?'], ['봅니다. 데몬.']],
	'sets its blanks and quotes as Korean does': [['두  칸'], ['끝 .'], ['"데몬"입니다.'], ['끝입니다..'], ['null 계정입니다.']],
	'is written in whole syllables and known marks': [['데몬'.normalize('NFD')], ['ㅋ'], ['Ａ'], ['ﾃﾞ'], ['，']],
	'spells and names things as everywhere else': rightSpellings.map(([wrong]) => [wrong]),
};

describe('each law', () => {
	test.each(laws)('finds a text that breaks it: %s', (law, check) => {
		const found = (breaches[law] ?? []).filter(
			([text, ...given]) => check({where: 'ko.example', text, given: given.flatMap(sample => sample ?? [])}).length > 0,
		);
		expect(found).toEqual(breaches[law]);
		expect(found.length).toBeGreaterThan(0);
	});
});

describe('the lists', () => {
	test('hold no word that no text needs', () => {
		const all = [...koreanTexts, ...programTexts, ...articleTexts];
		const needed = (word: string, where: RegExp = /./): boolean => all.some(each => where.test(each.where) && each.text.includes(word));
		const idle = latinWords.flatMap(({words = '', phrases = [], where}) =>
			[...words.split(/\s+/), ...phrases].filter(word => !needed(word, where)),
		);
		expect(idle).toEqual([]);
	});

	test('name each wrong spelling once, and no right one is a wrong one', () => {
		const wrong = rightSpellings.map(([word]) => word);
		expect(new Set(wrong).size).toBe(wrong.length);
		expect(wrong.length).toBeGreaterThanOrEqual(25);
		expect(rightSpellings.filter(([, right]) => wrong.some(word => right.includes(word)))).toEqual([]);
	});
});

test('a particle behind a name is that of its last sound', () => {
	expect(names.map(name => withParticle(name, '으로'))).toEqual([
		...['크론으로', '데비로', '터미널로', 'cron으로', 'launchd로', 'launchctl로', '443으로'],
	]);
	expect(names.map(name => particle(name, '은'))).toEqual(['은', '는', '은', '은', '는', '은', '은']);
});
