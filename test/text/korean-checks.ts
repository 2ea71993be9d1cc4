import {type Particle, particle} from '../../source/text/ko/particle.js';
import {names} from './korean-samples.js';
import type {KoreanText} from './korean-texts.js';
import {
	aliasPlaces,
	commandNames,
	englishPlaces,
	type LatinWords,
	latinWords,
	marks,
	officialNames,
	readings,
	rightSpellings,
	spacedPlaces,
} from './korean-words.js';

/** What breaks a law in one text; none: nothing does. */
export type Check = (text: KoreanText) => readonly string[];

const wordsOf = ({words = ''}: LatinWords): readonly string[] => words.split(/\s+/).filter(word => word !== '');

/** A command with what is typed behind it; the English word for a term, in brackets behind the Korean one. */
const typed = new RegExp(`(?<![\\w.-])(?:${commandNames.join('|')})(?: [\\w.@:/=*~|<>&%+$"-]+)+`, 'g');
const gloss = /(?<=[가-힣])\((?:[a-z]+ ?)+\)/g;

/** Keys, paths, options, values and abbreviations are written as they are in every language. */
const isCode = (word: string): boolean =>
	/[._/=<>:~@$%+*&;|…\d]/.test(word) ||
	word.startsWith('-') ||
	/^[A-Z]+(?:-[A-Z]+)*s?$/.test(word) ||
	/[a-z][A-Z]|[A-Z]{2}[a-z]/.test(word);

/** The Latin words of a text that are neither code nor brought in by a sample. */
const plainWords = (text: string, given: readonly string[]): readonly string[] => {
	const brought = new Set(given.flatMap(sample => sample.split(/[^A-Za-z]+/)));
	return (text.match(/[A-Za-z0-9./_=<>:~@$%+*&;|…-]+/g) ?? [])
		.map(word => word.replace(/[.:;]+$/, ''))
		.filter(word => /[A-Za-z]{3}/.test(word) && !isCode(word) && !word.split('-').every(part => brought.has(part)));
};

const anywhere: ReadonlySet<string> = new Set(latinWords.filter(({where}) => where === undefined).flatMap(wordsOf));

const phrases = latinWords.flatMap(group => group.phrases ?? []);

/** A text without names of several words, English words in brackets behind the Korean one, and what is typed. */
const withoutPhrases = (text: string): string =>
	phrases
		.reduce((left, phrase) => left.replaceAll(phrase, ' '), text)
		.replace(gloss, ' ')
		.replace(typed, ' ');

/** English words. `isName`: which others are names, beside those of the list. */
export const englishWords =
	(isName: (word: string, text: KoreanText) => boolean): Check =>
	each => {
		const unknownIn = (text: string): readonly string[] => plainWords(text, each.given).filter(word => !anywhere.has(word));
		// most texts have none, and are not looked at any closer
		if (englishPlaces.test(each.where) || unknownIn(each.text).length === 0) {
			return [];
		}

		const there = new Set(latinWords.filter(({where}) => where?.test(each.where)).flatMap(wordsOf));
		return unknownIn(withoutPhrases(each.text)).filter(word => !there.has(word) && !isName(word, each));
	};

/** Two particles at once, to be chosen from by the reader. */
export const doubleParticles: Check = ({text}) =>
	text.match(
		/[은는이가을를과와](?:\([은는이가을를과와]\))|\([으이]\)[로라나며고]|(?:은\/는|는\/은|이\/가|가\/이|을\/를|를\/을|와\/과|과\/와|으로\/로|로\/으로)/g,
	) ?? [];

const particles: readonly (readonly [closed: Particle, open: string])[] = [
	['은', '는'],
	['이', '가'],
	['을', '를'],
	['과', '와'],
	['으로', '로'],
	['이라', '라'],
	['이나', '나'],
	['이며', '며'],
	['이고', '고'],
];

const particleAt = new RegExp(
	`(?<=[A-Za-z0-9%)”’]|${names.filter(name => /[가-힣]/.test(name)).join('|')})(으로|이라|이나|이며|이고|[은는이가을를과와로라나며고])(?:는|도|만|서|써|부터|의|고|면)?(?=[\\s.,;:!?)\\]”’…·]|$)`,
	'g',
);

/** A clock is read as hours, minutes and seconds; a number at the end of a name is read in more than one way. */
const isReadOtherwise = /\d:\d\d$|[A-Za-z]\d+$/;

const asRead = (before: string): string => {
	const word = /[A-Za-z]+$/.exec(before.replace(/\s*\([^()]*\)$/, ''))?.[0] ?? '';
	return Object.hasOwn(readings, word) ? (readings[word] ?? '') : before;
};

/** Particles directly behind a name, a Latin word or a number that are not the ones that its last sound asks for. */
export const wrongParticles: Check = ({text}) =>
	[...text.matchAll(particleAt)].flatMap(found => {
		const before = text.slice(0, found.index);
		const [, written = ''] = found;
		const [closed] = particles.find(forms => forms.includes(written as never)) ?? [];
		// what is, is said in full behind a vowel, too
		const isCopula = written === '이며' || written === '이고';
		if (closed === undefined || isReadOtherwise.test(before) || (isCopula && particle(asRead(before), closed) !== written)) {
			return [];
		}

		const right = particle(asRead(before), closed);
		return right === written ? [] : [`${before.slice(-20)}${written} → ${right}`];
	});

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[^A-Za-z][.?!][”’)]*)\s+/);

const withoutAsides = (sentence: string): string => sentence.replace(/\s*\([^()]*\)/g, '').replace(/[“”‘’]/g, '');

/** A polite end; a question that lets the reader guess; a label with what it labels; a place among the settings. */
const endsWell = (sentence: string): boolean =>
	/(?:니다|니까|세요)[.?!]$|까요\?$/.test(sentence) ||
	/: .+\.$|→ .+\.$/.test(sentence) ||
	!/[가-힣]/.test(sentence) ||
	!/[.?!]$/.test(sentence);

/** A heading may ask itself. */
const isHeading = (text: string): boolean => /^[^.]*까\?$/.test(text);

const curtEnd = /[가-힣](?<![니마보])다(?=[.?!]|$)|(?:[해어아여네군지에예돼]요|죠)(?=[.?!]|$)/;

/** Sentences that do not end as polite ones do. */
export const curtSentences: Check = ({text}) => {
	const sentences = sentencesOf(text).map(withoutAsides);
	const unfinished = /[.?!][”’)]*$/.test(text) && !isHeading(text) ? sentences.filter(sentence => !endsWell(sentence)) : [];
	return [...unfinished, ...sentences.filter(sentence => curtEnd.test(sentence))];
};

/** Blanks where none belong, straight quotes, holes, and two full stops. */
export const badMarks: Check = ({where, text}) => [
	...(spacedPlaces.test(where) ? [] : (text.match(/.{0,9} {2}/g) ?? [])),
	...(text.match(/.{0,9} \.(?=\s|$)|.{0,9}[가-힣]\.\.(?!\.)/g) ?? []),
	...(text.match(/"[^"]*[가-힣][^"]*"/g) ?? []),
	...(text.match(/undefined|NaN|\[object|(?<![/\w])null\b/g) ?? []),
];

/** Characters that are no Hangul syllables, ASCII or known marks, and what is not composed. */
export const oddCharacters: Check = ({where, text}) => [
	...(text.match(/[^\x20-\x7e가-힣]/gu) ?? []).filter(
		character => !marks.includes(character) && !(where === 'ko.error.badQuery' && /[\n\u3000]/.test(character)),
	),
	...(text === text.normalize('NFC') ? [] : ['NFC']),
];

/** Wrong spellings, each with the right one. */
export const wrongSpellings: Check = ({where, text}) => {
	const own = officialNames.reduce((left, name) => left.replaceAll(name, ' '), text);
	return aliasPlaces.test(where)
		? []
		: rightSpellings.filter(([wrong]) => own.includes(wrong)).map(([wrong, right]) => `${wrong} → ${right}`);
};
