import {describe, expect, test} from 'vitest';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {figuresOf, type History, historyLength, noHistory, recordHistory} from '../../source/store/history.js';
import {explainedFixture, snapshotFixture} from '../support/process-fixture.js';

const record = (history: History, ...processes: readonly ExplainedProcess[]): History => recordHistory(history, snapshotFixture(processes));

const sampled = (pid: number, cpuPercent: number | null, parts: Partial<ExplainedProcess> = {}): ExplainedProcess =>
	explainedFixture({pid, cpuPercent, rssBytes: pid * 1000, ...parts});

const figures = (history: History) => [...history.byKey.keys()].map(key => figuresOf(history, key));

describe('the history', () => {
	test('grows by one sample at a time, unknown figures included', () => {
		const history = record(record(noHistory, sampled(1, null)), sampled(1, 5));
		expect(figures(history)).toEqual([{cpu: [null, 5], mem: [1000, 1000]}]);
	});

	test('keeps the last samples and no more', () => {
		let history = noHistory;
		for (let sample = 0; sample < historyLength + 15; sample++) {
			history = record(history, sampled(1, sample));
		}

		const [kept] = figures(history);
		expect([kept?.cpu.length, kept?.cpu.at(0), kept?.cpu.at(-1), kept?.mem.length]).toEqual([
			historyLength,
			15,
			historyLength + 14,
			historyLength,
		]);
	});

	test('is the same as a list of all samples, whatever they are', () => {
		let history = noHistory;
		const all: (number | null)[] = [];
		let seed = 7;
		for (let sample = 0; sample < 300; sample++) {
			seed = (seed * 1103515245 + 12345) % 2 ** 31;
			const value = seed % 5 === 0 ? null : seed % 3 === 0 ? (seed % 100) / 10 : (all.at(-1) ?? 0);
			all.push(value);
			history = record(history, sampled(1, value));
			expect(figures(history)[0]?.cpu).toEqual(all.slice(-historyLength));
		}
	});

	test('holds one entry for a process that sleeps, and no more than are shown for one that works', () => {
		let history = noHistory;
		for (let sample = 0; sample < historyLength * 3; sample++) {
			history = record(history, sampled(1, 0), sampled(2, sample));
		}

		expect([...history.byKey.values()].map(changes => changes.length)).toEqual([1, historyLength]);
	});

	test('forgets processes that are gone', () => {
		const history = record(record(noHistory, sampled(1, 1), sampled(2, 2)), sampled(2, 3));
		expect(figures(history)).toEqual([{cpu: [2, 3], mem: [2000, 2000]}]);
	});

	test('begins anew for a later process with the same pid', () => {
		const history = record(record(noHistory, sampled(1, 1, {startedAt: 5})), sampled(1, 9, {startedAt: 6}));
		expect(figures(history)).toEqual([{cpu: [9], mem: [1000]}]);
	});

	test('leaves the one before it as it was', () => {
		const before = record(noHistory, sampled(1, 1));
		record(before, sampled(1, 2));
		expect(figures(before)[0]?.cpu).toEqual([1]);
	});
});
