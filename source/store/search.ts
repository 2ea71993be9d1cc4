import Fuse from 'fuse.js';
import {commandLine, describe, displayName} from '../columns.js';
import type {Verdict} from '../model/evidence.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import {formatUnit} from '../text/format.js';
import {type Comparison, normalize, type Query, type Term} from './query.js';

/** Characters from `start` up to `end` of a text. */
export type Range = readonly [start: number, end: number];

export type SearchField = 'name' | 'service' | 'what' | 'user' | 'pid';

export type Match = {
	/** Exact 0, prefix 1, start of a word 2, anywhere 3, in the description or arguments 4, fuzzy 5: the worst of the words. */
	rank: number;
	/** Only for fuzzy matches: smaller is nearer. */
	distance: number;
	ranges: Readonly<Partial<Record<SearchField, readonly Range[]>>>;
};

type Texts = {name: string; service: string; serviceStem: string; what: string; command: string};

const textsByVerdict = new WeakMap<Verdict, Texts>();

/** The texts of a process in the form they are compared in. A verdict is made anew whenever one of them changes. */
const textsOf = (process: ExplainedProcess): Texts => {
	const known = textsByVerdict.get(process.verdict);
	if (known) {
		return known;
	}

	const service = normalize(process.service === null ? '' : formatUnit(process.service.name));
	const texts = {
		name: normalize(displayName(process)),
		service,
		serviceStem: service.replace(/\.(?:service|scope|socket|timer)$/, ''),
		what: normalize(describe(process) ?? ''),
		command: normalize(commandLine(process)),
	};
	textsByVerdict.set(process.verdict, texts);
	return texts;
};

const isWordStart = (text: string, index: number): boolean => index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1] ?? '');

/** Rank of a word within one text: exact, prefix, word start, anywhere; `null`: not in it. */
const rankIn = (text: string, word: string): {rank: number; range: Range} | null => {
	const first = text.indexOf(word);
	if (first === -1) {
		return null;
	}

	if (first === 0) {
		return {rank: text.length === word.length ? 0 : 1, range: [0, word.length]};
	}

	for (let index = first; index !== -1; index = text.indexOf(word, index + 1)) {
		if (isWordStart(text, index)) {
			return {rank: 2, range: [index, index + word.length]};
		}
	}

	return {rank: 3, range: [first, first + word.length]};
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

const holdsField = (process: ExplainedProcess, term: Exclude<Term, {type: 'text'}>): boolean => {
	switch (term.type) {
		case 'kind':
			return term.kinds.includes(process.verdict.kind);
		case 'tag':
			return process.verdict.tags.some(tag => term.tags.includes(tag));
		case 'user':
			return normalize(process.user ?? String(process.uid ?? '')).startsWith(term.value) || String(process.uid) === term.value;
		case 'service':
			return process.service !== null && textsOf(process).service.includes(term.value);
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

const findPlain = (process: ExplainedProcess, word: string): Found | null => {
	const texts = textsOf(process);
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

	const what = texts.what.indexOf(word);
	if (what !== -1) {
		return {rank: 4, distance: 0, field: 'what', ranges: [[what, what + word.length]]};
	}

	return texts.command.includes(word) ? {rank: 4, distance: 0, field: null, ranges: []} : null;
};

type FuzzyFinder = (process: ExplainedProcess, word: string) => Found | null;

const fuzzyMinimum = 3;

/** Fuzzy search over the distinct names and services: command lines would cost fifty times as much and say little. */
const createFuzzy = (processes: readonly ExplainedProcess[]): FuzzyFinder => {
	let fuse: Fuse<string> | null = null;
	const results = new Map<string, ReadonlyMap<string, {score: number; ranges: readonly Range[]}>>();
	const search = (word: string) => {
		const known = results.get(word);
		if (known) {
			return known;
		}

		fuse ??= new Fuse(
			[...new Set(processes.flatMap(process => [textsOf(process).name, textsOf(process).service]))].filter(text => text !== ''),
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
		if (word.length < fuzzyMinimum) {
			return null;
		}

		const {name, service} = textsOf(process);
		const found = search(word);
		const byName = found.get(name);
		const byService = service === '' ? undefined : found.get(service);
		if (byName && (!byService || byName.score <= byService.score)) {
			return {rank: 5, distance: byName.score, field: 'name', ranges: byName.ranges};
		}

		return byService ? {rank: 5, distance: byService.score, field: 'service', ranges: byService.ranges} : null;
	};
};

const matchOf = (process: ExplainedProcess, query: Query, fuzzy: FuzzyFinder): Match | null => {
	let rank = 0;
	let distance = 0;
	const ranges: Partial<Record<SearchField, readonly Range[]>> = {};
	for (const term of query) {
		if (term.type !== 'text') {
			if (holdsField(process, term) === term.isNegated) {
				return null;
			}

			continue;
		}

		const plain = findPlain(process, term.value);
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

/** The processes that a query finds, in the order they were given; ranks are for the caller to sort by. */
export const searchProcesses = (processes: readonly ExplainedProcess[], query: Query): readonly SearchResult[] => {
	const fuzzy = createFuzzy(processes);
	return processes.flatMap(process => {
		const match = matchOf(process, query, fuzzy);
		return match ? [{process, match}] : [];
	});
};

/** Nearest first; equal ones keep the order they came in. */
export const byRank = (a: SearchResult, b: SearchResult): number => a.match.rank - b.match.rank || a.match.distance - b.match.distance;

export const hasTextTerm = (query: Query): boolean => query.some(term => term.type === 'text' && !term.isNegated);
