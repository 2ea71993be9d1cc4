import {performance} from 'node:perf_hooks';
import process from 'node:process';
import fc from 'fast-check';
import {unsafe} from '../parse/hostile-texts.js';
import type {Fuzzed} from './fuzz-table.js';
import {fuzzTexts, growingTexts} from './fuzz-text.js';

/** Longer than this no case may take, of whatever it is made: the longest is twelve thousand characters. */
const limitMs = 250;
const maxTrials = 3000;

export type FuzzFailure = {reason: string; text: string};

export type FuzzResult = {name: string; cases: number; failures: number; found: readonly FuzzFailure[]; worstMs: number; tookMs: number};

const plain = /^[ -~]*$/;

/** The first string of a value, or key of a map or an object, that must not be shown. */
const firstUnsafe = (value: unknown): string | null => {
	if (typeof value === 'string') {
		return !plain.test(value) && unsafe.test(value) ? value : null;
	}

	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) {
		return null;
	}

	const isList = Array.isArray(value) || value instanceof Set;
	for (const item of isList
		? value
		: value instanceof Map
			? [...value.keys(), ...value.values()]
			: [...Object.keys(value), ...Object.values(value)]) {
		const found = firstUnsafe(item);
		if (found !== null) {
			return found;
		}
	}

	return null;
};

const timed = (parse: Fuzzed['parse'], text: string): number => {
	const started = performance.now();
	parse(text);
	return performance.now() - started;
};

/** Why a text breaks a law, or `null`; and how long it took. A busy machine is not slow code: what seems slow is timed again. */
const judge = ({parse, isRaw}: Fuzzed, text: string, slowest: number): {reason: string | null; ms: number} => {
	const started = performance.now();
	let value: unknown;
	try {
		value = parse(text);
	} catch (error) {
		return {reason: `throws ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 120)}` : String(error)}`, ms: 0};
	}

	let ms = performance.now() - started;
	for (let tries = 0; tries < 3 && ms > slowest; tries++) {
		ms = Math.min(ms, timed(parse, text));
	}

	const bad = isRaw ? null : firstUnsafe(value);
	return {reason: ms > limitMs ? `takes over ${limitMs} ms` : bad === null ? null : 'gives a string that cannot be shown', ms};
};

/** The text without whatever can be left out while it breaks the same law. */
const smallest = (parser: Fuzzed, {reason, text}: FuzzFailure): string => {
	let best = text;
	let trials = 0;
	for (let size = best.length >> 1; size >= 1 && trials < maxTrials; size = size >> 1) {
		for (let start = 0; start < best.length && trials < maxTrials; ) {
			const shorter = best.slice(0, start) + best.slice(start + size);
			trials++;
			if (judge(parser, shorter, limitMs).reason === reason) {
				best = shorter;
			} else {
				start += size;
			}
		}
	}

	return best;
};

export type FuzzOptions = {cases: number; seed: number; onCase?: () => void};

/** Gives a parser so many texts, the same ones for the same seed, and keeps of each way to fail the smallest text. */
export const fuzz = (parser: Fuzzed, {cases, seed, onCase}: FuzzOptions): FuzzResult => {
	const found = new Map<string, FuzzFailure>();
	let failures = 0;
	let worstMs = 0;
	const started = performance.now();
	const law = fc.property(fuzzTexts(parser.seeds), text => {
		onCase?.();
		const {reason, ms} = judge(parser, text, Math.max(worstMs, 1));
		worstMs = Math.max(worstMs, ms);
		if (reason !== null) {
			failures++;
			const known = found.get(reason);
			if ((known === undefined && found.size < 20) || (known !== undefined && text.length < known.text.length)) {
				found.set(reason, {reason, text});
			}
		}
	});
	fc.assert(law, {numRuns: cases, seed});
	const tookMs = performance.now() - started;
	const small = [...found.values()].map(failure => ({...failure, text: smallest(parser, failure)}));
	return {name: parser.name, cases, failures, found: small, worstMs, tookMs};
};

/** The fastest of a few runs, in milliseconds of the processor. */
const costOf = (parse: Fuzzed['parse'], text: string): number => {
	let fastest = Number.POSITIVE_INFINITY;
	for (let run = 0; run < 4 && (run === 0 || fastest < 200); run++) {
		const before = process.cpuUsage();
		parse(text);
		const {user, system} = process.cpuUsage(before);
		fastest = Math.min(fastest, (user + system) / 1000);
	}

	return fastest;
};

const shortest = 16_000;
const doublings = 3;
/** What seems to grow too fast is looked at further: where memory begins to be cleared up, a doubling costs more once. */
const doublingsOfSuspect = 5;
/** What is over so soon at the greatest length grows no faster than it may. */
const soonMs = 20;
const maxGrowth = 2.5;

/** Enough is seen where one run takes so long. */
const tooLongMs = 1000;

const costsOf = (parse: Fuzzed['parse'], make: (length: number) => string, count: number): readonly number[] => {
	const costs: number[] = [];
	while (costs.length <= count && (costs.at(-1) ?? 0) < tooLongMs) {
		costs.push(costOf(parse, make(shortest * 2 ** costs.length)));
	}

	return costs;
};

const isTooFast = (costs: readonly number[]): boolean =>
	(costs.at(-1) ?? 0) > soonMs && costs.slice(-2).every((cost, index) => cost > maxGrowth * Math.max(costs.at(index - 3) ?? 0, 0.5));

const growthOf = (parse: Fuzzed['parse'], make: (length: number) => string): string | null => {
	try {
		// from the smallest on: what grows fast never ends at the greatest length
		if (!isTooFast(costsOf(parse, make, doublings))) {
			return null;
		}

		const tries = Array.from({length: 2}, () => costsOf(parse, make, doublingsOfSuspect));
		return tries.every(isTooFast) ? `grows too fast: ${(tries[0] ?? []).map(ms => ms.toFixed(0)).join(' → ')} ms` : null;
	} catch (error) {
		return `throws at a great length: ${String(error).slice(0, 80)}`;
	}
};

/** Texts at whose great lengths a parser throws, or whose doubling takes much more than double the time, again and again. */
export const fuzzGrowth = ({parse, seeds}: Fuzzed, count: number, seed: number, onCase?: () => void): readonly FuzzFailure[] =>
	growingTexts(seeds, count, seed).flatMap(make => {
		const counted = (text: string): unknown => {
			onCase?.();
			return parse(text);
		};
		const reason = growthOf(counted, make);
		return reason === null ? [] : [{reason, text: make(100)}];
	});
