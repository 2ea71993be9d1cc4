import {describe, expect, test} from 'vitest';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {type History, historyLength, recordHistory} from '../../source/store/history.js';
import {explainedFixture, snapshotFixture} from '../support/process-fixture.js';

const record = (history: History, ...processes: readonly ExplainedProcess[]): History => recordHistory(history, snapshotFixture(processes));

const sampled = (pid: number, cpuPercent: number | null, parts: Partial<ExplainedProcess> = {}): ExplainedProcess =>
	explainedFixture({pid, cpuPercent, rssBytes: pid * 1000, ...parts});

describe('the history', () => {
	test('grows by one sample at a time, unknown figures included', () => {
		const history = record(record(new Map(), sampled(1, null)), sampled(1, 5));
		expect([...history.values()]).toEqual([{cpu: [null, 5], mem: [1000, 1000]}]);
	});

	test('keeps the last samples and no more', () => {
		let history: History = new Map();
		for (let sample = 0; sample < historyLength + 15; sample++) {
			history = record(history, sampled(1, sample));
		}

		const [figures] = history.values();
		expect([figures?.cpu.length, figures?.cpu.at(0), figures?.cpu.at(-1), figures?.mem.length]).toEqual([
			historyLength,
			15,
			historyLength + 14,
			historyLength,
		]);
	});

	test('forgets processes that are gone', () => {
		const history = record(record(new Map(), sampled(1, 1), sampled(2, 2)), sampled(2, 3));
		expect([...history.values()].map(({cpu}) => cpu)).toEqual([[2, 3]]);
	});

	test('begins anew for a later process with the same pid', () => {
		const history = record(record(new Map(), sampled(1, 1, {startedAt: 5})), sampled(1, 9, {startedAt: 6}));
		expect([...history.values()].map(({cpu}) => cpu)).toEqual([[9]]);
	});

	test('leaves the one before it as it was', () => {
		const before = record(new Map(), sampled(1, 1));
		record(before, sampled(1, 2));
		expect([...before.values()][0]?.cpu).toEqual([1]);
	});
});
