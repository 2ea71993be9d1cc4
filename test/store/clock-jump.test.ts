import {describe, expect, it} from 'vitest';
import type {Process} from '../../source/model/process.js';
import {noInspection} from '../../source/platform/inspection.js';
import type {Platform} from '../../source/platform/platform.js';
import type {Clock} from '../../source/run/clock.js';
import {createEngine} from '../../source/snapshot.js';
import {figuresOf, historyLength, noHistory, recordHistory} from '../../source/store/history.js';
import {startSampler} from '../../source/store/sampler.js';
import {createStore, initialState} from '../../source/store/store.js';
import {hostFixture, processFixture} from '../support/process-fixture.js';
import {size} from './play.js';
import {settle} from './sampler-scene.js';

const hourMs = 3_600_000;

/** A machine with one busy process, whose clock says what the test wants. It uses a quarter of a core. */
const scene = () => {
	const time = {now: 1_800_000_000_000, elapsed: 0, used: 0};
	const ends: (() => void)[] = [];
	const clock: Clock = {
		now: () => time.now,
		elapsed: () => time.elapsed,
		wait: (_, signal) =>
			new Promise(resolve => {
				ends.push(resolve);
				signal.addEventListener('abort', () => resolve());
			}),
	};
	const processes = (): readonly Process[] => [processFixture({pid: 10, cpuTimeMs: time.used})];
	const platform: Platform = {
		id: 'linux',
		host: () => hostFixture(),
		processes: async () => ({value: {processes: processes(), hidden: null, unownedListeners: [], unread: 0}, problems: []}),
		surroundings: async () => ({value: {services: [], apps: []}, problems: []}),
		inspect: noInspection,
		programFiles: () => new Map(),
	};
	const ending = new AbortController();
	const store = createStore(initialState(size, 'en', 2000));
	startSampler(
		createEngine(platform, clock, 1, () => null),
		store,
		clock,
		ending.signal,
	);
	/** Two seconds go by, in which somebody sets the clock by so much. */
	const pass = async (setByMs = 0): Promise<void> => {
		time.elapsed += 2000;
		time.now += 2000 + setByMs;
		time.used += 500;
		ends.at(-1)?.();
		await settle();
	};
	return {store, ending, pass, share: () => store.getState().latest?.processes[0]?.cpuPercent ?? null};
};

describe('a clock that jumps', () => {
	it.each([
		['back by an hour', -hourMs],
		['on by an hour', hourMs],
		['back to the beginning of time', -1_800_000_000_000],
		['on by a century', 100 * 365 * 24 * hourMs],
	])('%s never stops the sampling, and every figure is a share of a core', async (_, jumpMs) => {
		const {store, ending, pass, share} = scene();
		await settle();
		await pass();
		await pass();
		expect(share()).toBe(25);
		const before = store.getState().latest?.sequence ?? 0;
		await pass(jumpMs);
		expect(share() ?? 0).toBeGreaterThanOrEqual(0);
		expect(share() ?? 0).toBeLessThanOrEqual(25);
		await pass();
		expect(share()).toBe(25);
		expect(store.getState().latest?.sequence).toBeGreaterThanOrEqual(before + 2);
		expect(store.getState().stale).toBeNull();
		ending.abort();
	});

	it('leaves a history that is as long as ever', async () => {
		const {store, ending, pass} = scene();
		await settle();
		let history = noHistory;
		for (let round = 0; round < historyLength * 2; round++) {
			await pass(round % 2 === 0 ? -hourMs : hourMs);
			const {latest} = store.getState();
			history = latest ? recordHistory(history, latest) : history;
		}

		const figures = figuresOf(history, [...history.byKey.keys()][0] as never);
		expect(figures?.cpu).toHaveLength(historyLength);
		expect(figures?.cpu.every(value => value === null || (Number.isFinite(value) && value >= 0))).toBe(true);
		ending.abort();
	});
});
