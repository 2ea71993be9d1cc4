import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {fuzz} from '../support/fuzz-run.js';
import {type Fuzzed, fuzzTable} from '../support/fuzz-table.js';
import {isLinear} from './linear-time.js';

const cases = 300;
const seed = 20_261_122;

describe('texts that nobody thought of', () => {
	test.each(fuzzTable.map(parser => [parser.name, parser] as const))(
		'%s takes them, soon, and gives nothing that cannot be shown',
		(_, parser) => {
			const {failures, found} = fuzz(parser, {cases, seed});
			expect({failures, found}).toEqual({failures: 0, found: []});
		},
	);

	test.each(fuzzTable.map(parser => [parser.name, parser] as const))(
		'%s takes a time that grows with its own texts and no faster',
		(_, {parse, seeds}) => {
			const grows = (text: string): boolean => isLinear(length => () => parse(text.repeat(Math.ceil(length / text.length))), 4000);
			expect(seeds.slice(0, 2).filter(text => !grows(text))).toEqual([]);
		},
	);
});

const folder = path.resolve(import.meta.dirname, '../../source/parse');

/** What a file of parsers hands out to others. */
const exported = (file: string): readonly string[] =>
	[...readFileSync(path.join(folder, file), 'utf8').matchAll(/^export const ((?:parse|read|find|mark)[A-Z]\w*) =/gm)].map(
		found => found[1] ?? '',
	);

describe('the table of what is fuzzed', () => {
	test('calls every parser by a name of its own', () => {
		expect(new Set(fuzzTable.map(({name}) => name)).size).toBe(fuzzTable.length);
		expect(fuzzTable.filter(({seeds}) => seeds.length === 0 || seeds.includes(''))).toEqual([]);
	});

	test('leaves no exported parser out', () => {
		const support = path.resolve(import.meta.dirname, '../support');
		const tables = readdirSync(support)
			.filter(file => file.startsWith('fuzz-table-'))
			.map(file => readFileSync(path.join(support, file), 'utf8').replace(/^import[^;]*;/gm, ''))
			.join('');
		const parsers = readdirSync(folder).flatMap(exported);
		expect(parsers.length).toBeGreaterThan(60);
		expect(parsers.filter(name => !new RegExp(`\\b${name}\\b`).test(tables))).toEqual([]);
	});
});

describe('a parser that breaks a law', () => {
	const seeds = ['one two three\n', 'four 4\n'];
	const reasonsOf = (parse: Fuzzed['parse']): readonly string[] =>
		fuzz({name: 'broken', parse, seeds}, {cases: 400, seed}).found.map(({reason, text}) => `${reason} ${JSON.stringify(text)}`);

	test('is found by what it throws at, cut down to what matters', () => {
		const parse = (text: string): null => {
			if (text.includes('\0')) {
				throw new RangeError('no');
			}

			return null;
		};
		expect(reasonsOf(parse)).toEqual(['throws RangeError: no "\\u0000"']);
	});

	test('is found by what it lets through', () => {
		expect(reasonsOf(text => new Map([[text.includes('\u202e') ? '\u202e' : '', {a: ['x']}]]))).toEqual([
			'gives a string that cannot be shown "\u202e"',
		]);
	});

	test('gets the same texts from the same seed', () => {
		const textsOf = (from: number): readonly string[] => {
			const texts: string[] = [];
			fuzz({name: 'x', parse: text => texts.push(text), seeds}, {cases: 50, seed: from});
			return texts;
		};
		expect(textsOf(1)).toEqual(textsOf(1));
		expect(textsOf(1)).not.toEqual(textsOf(2));
		expect(new Set(textsOf(1)).size).toBeGreaterThan(40);
	});
});
