import {type Kind, kinds, type Tag, tags} from '../model/evidence.js';
import {languages, textOf} from '../text/text.js';

export type Comparison = '>' | '<' | '>=' | '<=' | '=';

type Condition =
	| {type: 'text'; value: string}
	| {type: 'kind'; kinds: readonly Kind[]}
	| {type: 'tag'; tags: readonly Tag[]}
	| {type: 'user'; value: string}
	| {type: 'service'; value: string}
	| {type: 'port'; port: number}
	| {type: 'pid'; pid: number}
	| {type: 'cpu'; comparison: Comparison; percent: number}
	| {type: 'mem'; comparison: Comparison; bytes: number};

/** One condition of a query; all must hold. */
export type Term = Condition & {isNegated: boolean};

export type Query = readonly Term[];

type QueryErrorId = 'unknown-kind' | 'unknown-tag' | 'not-a-number' | 'number-missing' | 'quote-open' | 'nothing-to-exclude';

/** What cannot be read, and where: the index of its first character. */
export type QueryError = {id: QueryErrorId; position: number; value: string};

type Word = {text: string; position: number; isQuoted: boolean};

const isError = (value: object): value is QueryError => 'id' in value && 'position' in value;

const splitWords = (text: string): readonly Word[] | QueryError => {
	const words: Word[] = [];
	const pattern = /(!?)(?:([a-z]+:)?"([^"]*)("?)|(\S+))/g;
	for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
		const [, mark = '', prefix = '', quoted, close, plain] = found;
		if (quoted !== undefined && close === '') {
			return {id: 'quote-open', position: found.index + mark.length + prefix.length, value: quoted};
		}

		words.push({
			text: mark + (quoted === undefined ? (plain ?? '') : prefix + quoted),
			position: found.index,
			isQuoted: quoted !== undefined && prefix === '',
		});
	}

	return words;
};

const multipliers: Readonly<Record<string, number>> = {'': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4};

const percentPattern = /^(\d+(?:\.\d*)?|\.\d+)%?$/;
const bytesPattern = /^(\d+(?:\.\d*)?|\.\d+)([kmgt]?)(?:i?b)?$/i;

const parseFigure = (field: 'cpu' | 'mem', comparison: Comparison, value: string, position: number): Condition | QueryError => {
	if (value === '') {
		return {id: 'number-missing', position, value};
	}

	const found = (field === 'cpu' ? percentPattern : bytesPattern).exec(value);
	if (!found) {
		return {id: 'not-a-number', position, value};
	}

	const number = Number(found[1]);
	const unit = (found[2] ?? '').toLowerCase();
	return field === 'cpu' ? {type: 'cpu', comparison, percent: number} : {type: 'mem', comparison, bytes: number * (multipliers[unit] ?? 1)};
};

const parseCount = (type: 'port' | 'pid', value: string, position: number): Condition | QueryError => {
	if (value === '') {
		return {id: 'number-missing', position, value};
	}

	if (!/^\d{1,10}$/.test(value)) {
		return {id: 'not-a-number', position, value};
	}

	return type === 'port' ? {type, port: Number(value)} : {type, pid: Number(value)};
};

const beginning = <Name extends string>(names: readonly Name[], value: string): readonly Name[] => {
	const wanted = value.toLowerCase();
	const exact = names.filter(name => name === wanted);
	return exact.length > 0 ? exact : names.filter(name => name.startsWith(wanted));
};

/** Kinds by the beginning of their id, or of their name in any language: `kind:back`, `kind:데몬`. */
const kindsCalled = (value: string): readonly Kind[] => {
	const byId = beginning(kinds, value);
	return byId.length > 0
		? byId
		: kinds.filter(kind => languages.some(language => normalize(textOf(language).kind[kind].name).startsWith(normalize(value))));
};

const parseBody = (body: string, position: number, isQuoted: boolean): Condition | QueryError => {
	const figure = /^(cpu|mem)(>=|<=|>|<|=)(.*)$/.exec(body);
	if (figure && !isQuoted) {
		const [, field = 'cpu', comparison = '>', value = ''] = figure;
		return parseFigure(field as 'cpu' | 'mem', comparison as Comparison, value, position + field.length + comparison.length);
	}

	const field = isQuoted ? null : /^([a-z]*):(.*)$/.exec(body);
	const value = field?.[2] ?? '';
	const at = position + (field?.[1]?.length ?? 0) + 1;
	switch (field?.[1]) {
		case 'kind': {
			const found = kindsCalled(value);
			return found.length > 0 ? {type: 'kind', kinds: found} : {id: 'unknown-kind', position: at, value};
		}

		case 'tag': {
			const found = beginning(tags, value);
			return found.length > 0 ? {type: 'tag', tags: found} : {id: 'unknown-tag', position: at, value};
		}

		case 'user':
		case 'service':
			return {type: field[1], value: normalize(value)};
		case 'port':
		case 'pid':
			return parseCount(field[1], value, at);
		case '':
			return /^\d/.test(value) ? parseCount('port', value, at) : {type: 'text', value: normalize(body)};
		default:
			return {type: 'text', value: normalize(body)};
	}
};

/** The form in which texts are compared: composed (NFC), so that Hangul from file names equals typed Hangul, and lower case. */
export const normalize = (text: string): string => text.normalize('NFC').toLowerCase();

/**
Reads a query: words that must all match, `!` before one that must not, fields `kind:` `user:` `service:` `port:` (or
`:5432`) `pid:` `tag:` and comparisons `cpu>5` `mem>100M`. Quotes keep spaces and take a word literally.
*/
export const parseQuery = (text: string): {query: Query} | {error: QueryError} => {
	const words = splitWords(text);
	if (isError(words)) {
		return {error: words};
	}

	const query: Term[] = [];
	for (const word of words) {
		const isNegated = word.text.startsWith('!') && !word.isQuoted ? true : word.isQuoted && text[word.position] === '!';
		const body = isNegated ? word.text.slice(1) : word.text;
		const position = word.position + (isNegated ? 1 : 0);
		if (body === '') {
			if (isNegated) {
				return {error: {id: 'nothing-to-exclude', position: word.position, value: ''}};
			}

			continue;
		}

		const term = parseBody(body, position, word.isQuoted);
		if (isError(term)) {
			return {error: term};
		}

		query.push({...term, isNegated} as Term);
	}

	return {query};
};
