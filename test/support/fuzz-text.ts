import {Buffer} from 'node:buffer';
import fc from 'fast-check';
import {createRandom} from '../parse/random.js';
import {hostile, nests} from './fuzz-words.js';

const maxCharacters = 12_000;
const maxTokens = 400;

export type Step = readonly [kind: number, where: number, what: number];

/** `base`: which seed, or soup of tokens; then what happens to it. */
type Recipe = readonly [base: number, steps: readonly Step[]];

/** A language of its own for each parser: its seeds and the tokens that they are made of. */
type Language = {seeds: readonly string[]; tokens: readonly string[]};

const tokenPattern = /<[^<>]{0,40}>|[\p{L}\p{N}_]+|[ \t]+|\r?\n|[^\p{L}\p{N}_]/gu;

const languageOf = (seeds: readonly string[]): Language => {
	const tokens = new Set(seeds.flatMap(seed => seed.match(tokenPattern) ?? []));
	return {seeds, tokens: [...tokens].slice(0, maxTokens)};
};

const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

const nest = (what: number): string => {
	const [open, close] = pick(nests, what);
	const depth = pick([1, 3, 64, 65, 300], what >> 5);
	return open.repeat(depth) + pick(['', 'x', '1'], what >> 8) + (what & 1024 ? close.repeat(depth) : '');
};

/** From `start` as far as the second number says, at most to the end. */
const rangeOf = (text: string, where: number, what: number): readonly [number, number] => {
	const start = where % (text.length + 1);
	const length = what % (what & 64 ? 16 : text.length + 1);
	return [start, Math.min(text.length, start + length)];
};

/** The token that stands at or behind a place. */
const tokenAt = (text: string, where: number): readonly [number, number] => {
	const pattern = /[\p{L}\p{N}_.-]+/gu;
	pattern.lastIndex = where % (text.length + 1);
	const found = pattern.exec(text);
	return found ? [found.index, found.index + found[0].length] : [text.length, text.length];
};

const put = (text: string, [start, end]: readonly [number, number], other: string): string =>
	text.slice(0, start) + other + text.slice(end);

const at = (text: string, where: number): readonly [number, number] => [where % (text.length + 1), where % (text.length + 1)];

const flipByte = (text: string, where: number, what: number): string => {
	const bytes = Buffer.from(text);
	if (bytes.length === 0) {
		return text;
	}

	const index = where % bytes.length;
	bytes[index] = (bytes[index] ?? 0) ^ (1 << (what % 8));
	return bytes.toString('utf8');
};

const replaceLine = (text: string, where: number, change: (line: string) => string): string => {
	const start = text.lastIndexOf('\n', where % (text.length + 1)) + 1;
	const end = text.indexOf('\n', start);
	return put(text, [start, end === -1 ? text.length : end + 1], change(text.slice(start, end === -1 ? text.length : end + 1)));
};

type Change = (text: string, where: number, what: number, language: Language) => string;

/** What can go wrong with a text. */
const changes: readonly Change[] = [
	(text, where, what) => put(text, at(text, where), pick(hostile, what)),
	(text, where, what) => put(text, tokenAt(text, where), pick(hostile, what)),
	(text, where, what, {tokens}) => put(text, tokenAt(text, where), pick(tokens, what)),
	(text, where, what, {tokens}) => put(text, at(text, where), pick(tokens, what)),
	(text, where, what) => put(text, rangeOf(text, where, what), ''),
	(text, where, what) => (what & 1 ? text.slice(0, where % (text.length + 1)) : text.slice(where % (text.length + 1))),
	(text, where, what) => {
		const range = rangeOf(text, where, what >> 4);
		return put(text, range, text.slice(...range).repeat(2 + (what % 40)));
	},
	(text, where, what) => put(text, at(text, where), String.fromCharCode(what & 0xffff)),
	(text, where, what) => put(text, [where % (text.length + 1), (where % (text.length + 1)) + 1], String.fromCharCode(what & 0xff)),
	flipByte,
	(text, where, what, {seeds}) => {
		const other = pick(seeds, what);
		return put(text, at(text, where), other.slice(...rangeOf(other, what >> 3, where >> 3)));
	},
	(text, where, what) => put(text, at(text, where), nest(what)),
	(text, where, what) => {
		const found = /\d+/.exec(text.slice(where % (text.length + 1)));
		const start = (where % (text.length + 1)) + (found?.index ?? 0);
		return found
			? put(text, [start, start + found[0].length], pick(['0', '-1', '9'.repeat(20), '9'.repeat(400), '4294967296', '1.5'], what))
			: text;
	},
	(text, where, what) => replaceLine(text, where, line => pick(['', line + line, line.trimStart(), `\t${line}`, line.trimEnd()], what)),
	(text, where, what) => put(text, at(text, where), pick(hostile, what).repeat(1 + ((what >> 8) % 300))),
];

const pairOf = (random: (limit: number) => number, {tokens}: Language): string =>
	random(8) === 0 ? pick(hostile, random(1 << 20)) : pick(tokens, random(1 << 20));

/** Tokens of the language in an order of nobody's. */
const soup = (seed: number, language: Language): string => {
	const random = createRandom(seed);
	return Array.from({length: 1 + random(40)}, () => pairOf(random, language)).join(pick(['', '', ' ', '\n'], seed));
};

const cook = ([base, steps]: Recipe, language: Language): string => {
	let text = base % 4 === 0 ? soup(base >> 2, language) : pick(language.seeds, base >> 2);
	for (const [kind, where, what] of steps) {
		text = pick(changes, kind)(text, where, what, language).slice(0, maxCharacters);
	}

	return text;
};

const maxSteps = 5;

/** One number for a whole recipe: a million of them are made in seconds. */
const recipe = fc.noBias(fc.integer({min: -0x8000_0000, max: 0x7fff_ffff})).map((seed): Recipe => {
	const random = createRandom(seed);
	const number = (): number => random(0x4000_0000);
	return [number(), Array.from({length: 1 + random(maxSteps)}, (): Step => [number(), number(), number()])];
});
const bytes = fc.uint8Array({maxLength: 120, size: 'max'}).map(array => Buffer.from(array).toString('utf8'));
const codeUnits = fc.array(fc.integer({min: 0, max: 0xffff}), {maxLength: 60, size: 'max'}).map(units => String.fromCharCode(...units));

/** Texts for a parser: mostly its own seeds with something done to them and soups of their tokens; also bytes, text and JSON out of nothing. */
export const fuzzTexts = (seeds: readonly string[]): fc.Arbitrary<string> => {
	const language = languageOf(seeds);
	return fc.oneof(
		{arbitrary: recipe.map(made => cook(made, language)), weight: 40},
		{arbitrary: bytes, weight: 1},
		{arbitrary: codeUnits, weight: 1},
		{arbitrary: fc.string({unit: 'binary', maxLength: 40}), weight: 1},
		{arbitrary: fc.json({maxDepth: 4}), weight: 1},
	);
};

/** What patterns try again and again, with something else at its end. */
const plainUnits: readonly string[] = ['\\"', '1', 'x', ' ', '\t', '"', '\\', '/', '(', '-', '.', 'a ', 'a=', '\n'];

/** What to repeat, and between what, to see how the time grows. */
export const growingTexts = (seeds: readonly string[], count: number, seed: number): readonly ((length: number) => string)[] => {
	const random = createRandom(seed);
	const language = languageOf(seeds);
	const plain = plainUnits.slice(0, count).map(unit => (length: number) => `${unit.repeat(Math.ceil(length / unit.length))}x`);
	const mixed = Array.from({length: Math.max(0, count - plain.length)}, (_, index) => {
		const base = pick(seeds, index);
		const start = random(base.length + 1);
		const own = base.slice(start, start + 1 + random(pick([2, 8, 40, 1200], index)));
		const unit =
			pick([own, pairOf(random, language) + pairOf(random, language), pick(hostile, index), pick(nests, index >> 2)[0]], index) || ' ';
		const place = pick([0, start, base.length], random(3));
		return (length: number) => base.slice(0, place) + unit.repeat(Math.ceil(length / unit.length)) + base.slice(place);
	});
	return [...plain, ...mixed];
};
