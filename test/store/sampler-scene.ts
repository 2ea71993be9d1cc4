import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {noInspection} from '../../source/platform/inspection.js';
import type {Clock} from '../../source/run/clock.js';
import type {Engine} from '../../source/snapshot.js';
import {startSampler} from '../../source/store/sampler.js';
import {createStore, initialState} from '../../source/store/store.js';
import {snapshotFixture} from '../support/process-fixture.js';
import {named, size} from './play.js';

/** Lets everything run that is not waiting for the clock or the engine. */
export const settle = async (): Promise<void> => {
	for (let turn = 0; turn < 30; turn++) {
		await Promise.resolve();
	}
};

type Answer = {processes?: readonly ExplainedProcess[]; services?: Snapshot['services']; durationMs?: number; unread?: number};

/** A sampler whose samples, service answers and waits end when the test says so. */
export const startScene = (intervalMs = 2000) => {
	const ending = new AbortController();
	const store = createStore(initialState(size, 'en', intervalMs));
	const waits: {milliseconds: number; end: () => void}[] = [];
	const samples: {depth: string; answer: (answer?: Answer) => Promise<void>; fail: () => Promise<void>}[] = [];
	const questions: {answer: () => Promise<void>}[] = [];
	let running = 0;
	let most = 0;
	const scene = {ending, store, waits, samples, questions, isStale: false, mostAtOnce: () => most};
	const clock: Clock = {
		now: () => 777,
		elapsed: () => 0,
		wait: (milliseconds, signal) =>
			new Promise(resolve => {
				signal.addEventListener('abort', () => resolve());
				waits.push({milliseconds, end: resolve});
				if (signal.aborted) {
					resolve();
				}
			}),
	};
	const engine: Engine = {
		inspect: {...noInspection, article: async () => ({value: null, problems: []})},
		sampleWhole: () => Promise.reject(new Error('not asked')),
		sample: depth =>
			new Promise((resolve, reject) => {
				running++;
				most = Math.max(most, running);
				const sequence = samples.length + 1;
				const end = async (finish: () => void): Promise<void> => {
					running--;
					finish();
					await settle();
				};
				samples.push({
					depth,
					answer: ({processes = named('a'), services = [], durationMs = 20, unread = 0} = {}) =>
						end(() => resolve(snapshotFixture(processes, {sequence, services, durationMs, unread}))),
					fail: () => end(() => reject(new Error('unreadable'))),
				});
			}),
		refreshServices: () =>
			new Promise(resolve => {
				questions.push({
					answer: async () => {
						resolve();
						await settle();
					},
				});
			}),
		hasStaleServices: () => scene.isStale,
	};
	const sampler = startSampler(engine, store, clock, ending.signal);
	const tick = async (): Promise<void> => {
		waits.at(-1)?.end();
		await settle();
	};
	return {...scene, scene, sampler, tick};
};
