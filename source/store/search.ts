import Fuse from 'fuse.js';
import {commandLine, describe, displayName} from '../columns.js';
import type {Verdict} from '../model/evidence.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import {formatUnit} from '../text/format.js';
import {type Language, textOf} from '../text/text.js';
import {hasHangul} from './hangul.js';
import {type Comparison, normalize, type Query, type Term} from './query.js';
import {findWord, type Range, rankIn} from './word-match.js';

export type {Range};

export type SearchField = 'name' | 'service' | 'what' | 'user' | 'pid';

export type Match = {
	/** Exact 0, prefix 1, start of a word 2, anywhere 3, in the description or arguments 4, fuzzy 5: the worst of the words. */
	rank: number;
	/** Only for fuzzy matches: smaller is nearer. */
	distance: number;
	ranges: Readonly<Partial<Record<SearchField, readonly Range[]>>>;
};

type Texts = {language: Language; name: string; service: string; serviceStem: string; kind: string; what: string; command: string};

const textsByVerdict = new WeakMap<Verdict, Texts>();

/** The texts of a process in the form they are compared in. A verdict is made anew whenever one of them changes. */
const textsOf = (process: ExplainedProcess, language: Language): Texts => {
	const known = textsByVerdict.get(process.verdict);
	if (known?.language === language) {
		return known;
	}

	const service = normalize(process.service === null ? '' : formatUnit(process.service.name));
	const texts = {
		language,
		name: normalize(displayName(process)),
		service,
		serviceStem: service.replace(/\.(?:service|scope|socket|timer)$/, ''),
		kind: normalize(textOf(language).kind[process.verdict.kind].name),
		what: normalize(describe(process, language) ?? ''),
		command: normalize(commandLine(process)),
	};
	textsByVerdict.set(process.verdict, texts);
	return texts;
};

const compare = (value: number | null, comparison: Comparison, wanted: number): boolean => {
	if (value === null) {
		return false;
	}

	switch (comparison) {
		case '>':
			return value > wanted;
		case '<':
			return value < wanted;
		case '>=':
			return value >= wanted;
		case '<=':
			return value <= wanted;
		default:
			return value === wanted;
	}
};

const holdsField = (process: ExplainedProcess, term: Exclude<Term, {type: 'text'}>, language: Language): boolean => {
	switch (term.type) {
		case 'kind':
			return term.kinds.includes(process.verdict.kind);
		case 'tag':
			return process.verdict.tags.some(tag => term.tags.includes(tag));
		case 'user':
			return normalize(process.user ?? String(process.uid ?? '')).startsWith(term.value) || String(process.uid) === term.value;
		case 'service':
			return process.service !== null && textsOf(process, language).service.includes(term.value);
		case 'port':
			return process.traits.listens?.some(socket => socket.protocol !== 'unix' && socket.port === term.port) ?? false;
		case 'pid':
			return process.pid === term.pid;
		case 'cpu':
			return compare(process.cpuPercent, term.comparison, term.percent);
		case 'mem':
			return compare(process.rssBytes, term.comparison, term.bytes);
	}
};

type Found = {rank: number; distance: number; field: SearchField | null; ranges: readonly Range[]};

/** The kind in the reader's words: no process is called 데몬, whoever types that means the kind. */
const isKindWord = (texts: Texts, word: string): boolean => hasHangul(word) && findWord(texts.kind, word) !== null;

const findPlain = (process: ExplainedProcess, word: string, language: Language): Found | null => {
	const texts = textsOf(process, language);
	if (String(process.pid) === word) {
		return {rank: 0, distance: 0, field: 'pid', ranges: [[0, word.length]]};
	}

	const name = rankIn(texts.name, word);
	const service = texts.service === '' ? null : rankIn(texts.service, word);
	const serviceRank = service && texts.serviceStem === word ? 0 : service?.rank;
	if (name && (serviceRank === undefined || name.rank <= serviceRank)) {
		return {rank: name.rank, distance: 0, field: 'name', ranges: [name.range]};
	}

	if (service && serviceRank !== undefined) {
		return {rank: serviceRank, distance: 0, field: 'service', ranges: [service.range]};
	}

	const what = findWord(texts.what, word);
	if (what !== null) {
		return {rank: 4, distance: 0, field: 'what', ranges: [what]};
	}

	const isElsewhere = isKindWord(texts, word) || findWord(texts.command, word) !== null;
	return isElsewhere ? {rank: 4, distance: 0, field: null, ranges: []} : null;
};

type FuzzyFinder = (process: ExplainedProcess, word: string) => Found | null;

const fuzzyMinimum = 3;

/** Fuzzy search over the distinct names and services: command lines would cost fifty times as much and say little. */
const createFuzzy = (processes: readonly ExplainedProcess[], language: Language): FuzzyFinder => {
	let fuse: Fuse<string> | null = null;
	const results = new Map<string, ReadonlyMap<string, {score: number; ranges: readonly Range[]}>>();
	const search = (word: string) => {
		const known = results.get(word);
		if (known) {
			return known;
		}

		fuse ??= new Fuse(
			[...new Set(processes.flatMap(process => [textsOf(process, language).name, textsOf(process, language).service]))].filter(
				text => text !== '',
			),
			{
				includeScore: true,
				includeMatches: true,
				threshold: 0.34,
				ignoreLocation: true,
				minMatchCharLength: 2,
			},
		);
		const found = new Map(
			fuse
				.search(word)
				.map(result => [
					result.item,
					{score: result.score ?? 1, ranges: (result.matches?.[0]?.indices ?? []).map(([start, end]): Range => [start, end + 1])},
				]),
		);
		results.set(word, found);
		return found;
	};

	return (process, word) => {
		if (word.length < fuzzyMinimum || hasHangul(word)) {
			return null;
		}

		const {name, service} = textsOf(process, language);
		const found = search(word);
		const byName = found.get(name);
		const byService = service === '' ? undefined : found.get(service);
		if (byName && (!byService || byName.score <= byService.score)) {
			return {rank: 5, distance: byName.score, field: 'name', ranges: byName.ranges};
		}

		return byService ? {rank: 5, distance: byService.score, field: 'service', ranges: byService.ranges} : null;
	};
};

const matchOf = (process: ExplainedProcess, query: Query, fuzzy: FuzzyFinder, language: Language): Match | null => {
	let rank = 0;
	let distance = 0;
	const ranges: Partial<Record<SearchField, readonly Range[]>> = {};
	for (const term of query) {
		if (term.type !== 'text') {
			if (holdsField(process, term, language) === term.isNegated) {
				return null;
			}

			continue;
		}

		const plain = findPlain(process, term.value, language);
		if (term.isNegated) {
			if (plain && plain.rank < 4) {
				return null;
			}

			continue;
		}

		const found = plain ?? fuzzy(process, term.value);
		if (!found) {
			return null;
		}

		rank = Math.max(rank, found.rank);
		distance += found.distance;
		if (found.field !== null) {
			ranges[found.field] = [...(ranges[found.field] ?? []), ...found.ranges];
		}
	}

	return {rank, distance, ranges};
};

export type SearchResult = {process: ExplainedProcess; match: Match};

/** The processes that a query finds, in the order they were given; ranks are for the caller to sort by. What they do is searched in the reader's language. */
export const searchProcesses = (processes: readonly ExplainedProcess[], query: Query, language: Language): readonly SearchResult[] => {
	const fuzzy = createFuzzy(processes, language);
	return processes.flatMap(process => {
		const match = matchOf(process, query, fuzzy, language);
		return match ? [{process, match}] : [];
	});
};

/** Nearest first; equal ones keep the order they came in. */
export const byRank = (a: SearchResult, b: SearchResult): number => a.match.rank - b.match.rank || a.match.distance - b.match.distance;

export const hasTextTerm = (query: Query): boolean => query.some(term => term.type === 'text' && !term.isNegated);
