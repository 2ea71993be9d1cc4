import {loadAllArticles} from '../../source/knowledge/articles.js';
import linuxPrograms from '../../source/knowledge/programs.json' with {type: 'json'};
import macPrograms from '../../source/knowledge/programs-macos.json' with {type: 'json'};
import {keyWordsOf} from '../../source/text/key-words.js';
import {lessonWordsOf} from '../../source/text/lesson-words.js';
import {textOf} from '../../source/text/text.js';
import {createRandom} from '../parse/random.js';
import {directiveValues, jobValues} from './korean-key-values.js';
import {names, samplesByName, samplesByPath} from './korean-samples.js';

/** One Korean text, where it stands, and what the samples brought into it. */
export type KoreanText = {where: string; text: string; given: readonly string[]};

type Say = (...values: readonly unknown[]) => unknown;

/** The texts of a function; none: it was called, and said nothing. */
type Spoken = {where: string; texts: readonly KoreanText[]};

type Parameter = {isTakenApart: boolean; names: readonly string[]};

const mostCalls = 3000;

/** `(a, {b, c: d}) => …`: a, and an object with b and c. */
const parametersOf = (say: Say): readonly Parameter[] => {
	const source = String(say);
	const head = source
		.slice(0, source.indexOf('=>'))
		.trim()
		.replace(/^\((.*)\)$/s, '$1');
	return (head.match(/\{[^}]*\}|[\w$]+(?:\s*=[^,]+)?/g) ?? []).map(part =>
		part.startsWith('{')
			? {isTakenApart: true, names: part.match(/[\w$]+(?=\s*(?::[^,}]*)?[,}])/g) ?? []}
			: {isTakenApart: false, names: [/^[\w$]+/.exec(part)?.[0] ?? '']},
	);
};

const samplesFor = (path: string, name: string): readonly unknown[] =>
	samplesByPath.find(([start, samples]) => path.startsWith(start) && name in samples)?.[1][name] ?? samplesByName[name] ?? names;

/** Every combination of the samples where these are few, else some by chance. */
const combinationsOf = (lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] => {
	const count = lists.reduce((product, list) => product * list.length, 1);
	const random = createRandom(443);
	return Array.from({length: Math.min(count, mostCalls)}, (_, index) => {
		let rest = index;
		return lists.map(list => {
			const at = count <= mostCalls ? rest % list.length : random(list.length);
			rest = Math.floor(rest / list.length);
			return list[at];
		});
	});
};

const stringsIn = (value: unknown): readonly string[] =>
	typeof value === 'string' || typeof value === 'number'
		? [String(value)]
		: value !== null && typeof value === 'object'
			? Object.values(value).flatMap(stringsIn)
			: [];

const attempt = (say: Say, values: readonly unknown[]): unknown => {
	try {
		return say(...values);
	} catch {
		// a sample had another shape than this function takes
		return null;
	}
};

const spokenBy = (where: string, say: Say, calls: readonly (readonly unknown[])[]): Spoken => ({
	where,
	texts: calls.flatMap(values =>
		stringsIn(attempt(say, values)).flatMap(text => (text === '' ? [] : [{where, text, given: stringsIn(values)}])),
	),
});

const callsOf = (where: string, say: Say): readonly (readonly unknown[])[] => {
	const parameters = parametersOf(say);
	const lists = parameters.flatMap(parameter => parameter.names.map(name => samplesFor(where, name)));
	return combinationsOf(lists).map(values => {
		const left = [...values];
		return parameters.map(({isTakenApart, names: parts}) =>
			isTakenApart ? Object.fromEntries(parts.map(part => [part, left.shift()])) : left.shift(),
		);
	});
};

/** Commands and the lines of listings are no Korean, but what is written into a listing is. */
const ownText = (where: string, text: string): string =>
	/\.commands(?:\.|$)/.test(where) ? '' : /\.listing\./.test(where) ? (/[가-힣].*?(?=\s*-->|$)/.exec(text)?.[0] ?? '') : text;

type Walked = {texts: readonly KoreanText[]; spoken: readonly Spoken[]};

const walk = (where: string, value: unknown): Walked => {
	if (typeof value === 'function') {
		const spoken = spokenBy(where, value as Say, callsOf(where, value as Say));
		return {texts: spoken.texts, spoken: [spoken]};
	}

	if (typeof value === 'string') {
		const text = ownText(where, value);
		return {texts: text === '' ? [] : [{where, text, given: []}], spoken: []};
	}

	const parts =
		value !== null && typeof value === 'object' ? Object.entries(value).map(([key, part]) => walk(`${where}.${key}`, part)) : [];
	return {texts: parts.flatMap(({texts}) => texts), spoken: parts.flatMap(({spoken}) => spoken)};
};

const {launchdKeys, systemdDirectives} = keyWordsOf('ko');

const keys: readonly Spoken[] = [
	...Object.entries(launchdKeys).map(([id, say]) => spokenBy(`launchd.${id}`, say as Say, jobValues)),
	...Object.entries(systemdDirectives).map(([id, say]) => spokenBy(`systemd.${id}`, say as Say, directiveValues(id))),
];

const {language: _, ...interfaceText} = textOf('ko');
const walked = [walk('ko', interfaceText), walk('learn', lessonWordsOf('ko'))];

/** Every function that says something in Korean, called with samples. */
export const spoken: readonly Spoken[] = [...walked.flatMap(part => part.spoken), ...keys];

/** What the dictionaries say of each program. */
export const programTexts: readonly KoreanText[] = [...linuxPrograms, ...macPrograms].map(({name, ko}) => ({
	where: `program ${name}`,
	text: ko,
	given: [],
}));

const loadArticleTexts = async (): Promise<readonly KoreanText[]> => {
	const articles = await Promise.all((['linux', 'darwin'] as const).map(async system => ({system, all: await loadAllArticles(system)})));
	return articles.flatMap(({system, all}) => all.flatMap(({names: [name = ''], ko}) => walk(`article ${system} ${name}`, ko).texts));
};

/** Each text once. */
const unique = (texts: readonly KoreanText[]): readonly KoreanText[] => [
	...new Map(texts.map(each => [`${each.where}\0${each.text}`, each])).values(),
];

/** Every Korean text of the interface, of learning and of the keys of files. */
export const koreanTexts: readonly KoreanText[] = unique([...walked.flatMap(part => part.texts), ...keys.flatMap(({texts}) => texts)]);

/** Every Korean text of the encyclopedia's articles. */
export const articleTexts: readonly KoreanText[] = await loadArticleTexts();
