import {describe, expect, test} from 'vitest';
import {noInspection} from '../../source/platform/inspection.js';
import type {Engine} from '../../source/snapshot.js';
import {startSampler} from '../../source/store/sampler.js';
import {createStore, initialState} from '../../source/store/store.js';
import {unitFixture} from '../support/process-fixture.js';
import {named, size} from './play.js';
import {settle, startScene} from './sampler-scene.js';

describe('the sampler', () => {
	test('takes a glimpse at once, a full one soon after, and then one each interval', async () => {
		const {samples, waits, tick} = startScene(3000);
		for (let round = 0; round < 4; round++) {
			await samples.at(-1)?.answer();
			await tick();
		}

		expect(samples.map(({depth}) => depth)).toEqual(['glimpse', 'full', 'full', 'full', 'full']);
		expect(waits.map(({milliseconds}) => milliseconds)).toEqual([400, 3000, 3000, 3000]);
	});

	test('takes a quick sample where the glimpse did not reach all, and then full ones', async () => {
		const {samples, waits, store, tick} = startScene(3000);
		await samples[0]?.answer({processes: named('a'), unread: 8000});
		expect(store.getState().shown).toMatchObject({processes: [{name: 'a'}], unread: 8000});
		for (let round = 1; round < 4; round++) {
			await tick();
			await samples[round]?.answer({processes: named('a', 'b')});
		}

		expect(samples.map(({depth}) => depth)).toEqual(['glimpse', 'quick', 'full', 'full']);
		expect(waits.map(({milliseconds}) => milliseconds)).toEqual([400, 400, 3000, 3000]);
	});

	test('shows each sample when it is there', async () => {
		const {samples, store, tick} = startScene();
		await samples[0]?.answer({processes: named('a')});
		expect(store.getState().shown?.sequence).toBe(1);
		await tick();
		await samples[1]?.answer({processes: named('a', 'b')});
		expect(store.getState().shown?.processes).toHaveLength(2);
	});

	test('waits as long as the interval is at that moment', async () => {
		const {samples, waits, store, tick} = startScene(2000);
		await samples[0]?.answer();
		await tick();
		store.dispatch({type: 'interval', factor: 2});
		await samples[1]?.answer();
		expect(waits.at(-1)?.milliseconds).toBe(4000);
	});

	test('waits longer where a sample takes more than half of the interval', async () => {
		const {samples, waits, tick} = startScene(2000);
		await samples[0]?.answer({durationMs: 9000});
		await tick();
		await samples[1]?.answer({durationMs: 1500});
		expect(waits.map(({milliseconds}) => milliseconds)).toEqual([400, 3000]);
	});

	test('never takes two samples at once, however often it is woken', async () => {
		const {samples, sampler, mostAtOnce, tick} = startScene();
		for (let round = 0; round < 5; round++) {
			sampler.wake();
			await settle();
			sampler.wake();
			await samples.at(-1)?.answer();
			sampler.wake();
			await settle();
			await tick();
		}

		expect([mostAtOnce(), samples.length > 5]).toEqual([1, true]);
	});

	test('samples at once when it is woken', async () => {
		const {samples, sampler} = startScene();
		await samples[0]?.answer();
		expect(samples).toHaveLength(1);
		sampler.wake();
		await settle();
		expect(samples).toHaveLength(2);
	});
});

describe('a sampler that finds nothing', () => {
	test('keeps the last list, says since when, and waits longer each time', async () => {
		const {samples, store, waits, tick} = startScene(1000);
		await samples[0]?.answer({processes: named('a')});
		await tick();
		for (let failure = 0; failure < 8; failure++) {
			await samples.at(-1)?.answer({processes: []});
			await tick();
		}

		const {shown, stale} = store.getState();
		expect([shown?.processes.length, stale?.since]).toEqual([1, shown?.takenAt]);
		expect(waits.map(({milliseconds}) => milliseconds)).toEqual([400, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000]);
	});

	test('goes on as before when there is something again', async () => {
		const {samples, store, waits, tick} = startScene(1000);
		for (const processes of [[], [], named('a')]) {
			await samples.at(-1)?.answer({processes});
			await tick();
		}

		expect([store.getState().stale, waits.map(({milliseconds}) => milliseconds)]).toEqual([null, [2000, 4000, 1000]]);
	});

	test('says since when there is nothing also where there never was anything', async () => {
		const {samples, store} = startScene();
		await samples[0]?.answer({processes: []});
		expect(store.getState().stale).toEqual({since: 777, problem: null});
	});

	test('survives a sample that throws', async () => {
		const {samples, sampler, tick} = startScene();
		let isOver = false;
		sampler.done.then(
			() => undefined,
			() => {
				isOver = true;
			},
		);
		await samples[0]?.fail();
		await tick();
		expect([isOver, samples.length]).toEqual([false, 2]);
	});
});

describe('a sampler that is stopped', () => {
	test('does not begin where it was stopped before', async () => {
		const ending = new AbortController();
		ending.abort();
		const never = (): never => {
			throw new Error('asked');
		};
		const store = createStore(initialState(size, 'en', 1000));
		const engine: Engine = {
			sample: never,
			sampleWhole: never,
			refreshServices: never,
			hasStaleServices: never,
			inspect: {...noInspection, article: async () => ({value: null, problems: []})},
		};
		await expect(startSampler(engine, store, {now: () => 0, elapsed: () => 0, wait: never}, ending.signal).done).resolves.toBeUndefined();
	});

	test('ends at once while it waits', async () => {
		const {samples, sampler, ending} = startScene();
		await samples[0]?.answer();
		ending.abort();
		await expect(sampler.done).resolves.toBeUndefined();
		expect(samples).toHaveLength(1);
	});

	test('ends after the sample it is taking, and shows it to nobody', async () => {
		const {samples, sampler, ending, store, waits} = startScene();
		ending.abort();
		await samples[0]?.answer();
		await expect(sampler.done).resolves.toBeUndefined();
		expect([store.getState().latest, samples.length, waits.length]).toEqual([null, 1, 0]);
	});
});

describe('the services', () => {
	test('are asked for after the first sample, once at a time, and only when they are old', async () => {
		const {samples, questions, scene, tick} = startScene();
		scene.isStale = true;
		await samples[0]?.answer();
		await tick();
		await samples[1]?.answer();
		expect(questions).toHaveLength(1);
		await questions[0]?.answer();
		scene.isStale = false;
		await samples[2]?.answer();
		await tick();
		expect(questions).toHaveLength(1);
		scene.isStale = true;
		await samples[3]?.answer();
		expect(questions).toHaveLength(2);
	});

	test('wake the sampler when their first answer comes late', async () => {
		const {samples, questions, scene, tick} = startScene();
		scene.isStale = true;
		await samples[0]?.answer();
		await tick();
		await samples[1]?.answer();
		expect(samples).toHaveLength(2);
		await questions[0]?.answer();
		expect(samples).toHaveLength(3);
	});

	test('do not wake the sampler once they are known', async () => {
		const {samples, questions, scene} = startScene();
		scene.isStale = true;
		await samples[0]?.answer({services: [unitFixture('a.service')]});
		await questions[0]?.answer();
		expect(samples).toHaveLength(1);
	});

	test('lead to a new sample also when their first answer comes during one', async () => {
		const {samples, questions, scene, tick} = startScene();
		scene.isStale = true;
		await samples[0]?.answer();
		await tick();
		await questions[0]?.answer();
		scene.isStale = false;
		await samples[1]?.answer();
		expect(samples).toHaveLength(3);
	});
});
