import {describe, expect, test} from 'vitest';
import type {ServiceDetails} from '../../source/model/details.js';
import type {Clock} from '../../source/run/clock.js';
import type {Engine} from '../../source/snapshot.js';
import {startDetails} from '../../source/store/details.js';
import {createStore, initialState} from '../../source/store/store.js';
import {explainedFixture, snapshotFixture, unitFixture} from '../support/process-fixture.js';

const detailsOf = (source: string): ServiceDetails => ({
	source,
	state: 'running',
	type: null,
	runs: 1,
	immediateReason: null,
	spawnType: null,
	properties: [],
	lastExit: null,
	managedBy: null,
	parentBundleIdentifier: null,
});

const rest = async (): Promise<void> => {
	for (let turn = 0; turn < 20; turn++) {
		await Promise.resolve();
	}
};

/** Three services, an engine that answers when it is told to, and a clock that never waits. */
const startScene = () => {
	const processes = ['a', 'b', 'c'].map((name, index) =>
		explainedFixture({name, pid: 10 + index, service: unitFixture(`${name}.service`)}),
	);
	const store = createStore(initialState({columns: 80, rows: 24}, 'en', 1000));
	const asked: {name: string; signal: AbortSignal; answer: () => void}[] = [];
	const engine: Engine = {
		sample: async () => snapshotFixture([]),
		refreshServices: async () => undefined,
		hasStaleServices: () => false,
		details: (process, signal) =>
			new Promise(resolve =>
				asked.push({name: process.name, signal, answer: () => resolve({value: detailsOf(process.name), problems: []})}),
			),
	};
	const clock: Clock = {now: () => 0, elapsed: () => 0, wait: async () => undefined};
	const ending = new AbortController();
	startDetails(engine, store, clock, ending.signal);
	store.dispatch({type: 'snapshot', snapshot: snapshotFixture(processes)});
	return {store, asked, ending};
};

describe('the details of the selected process', () => {
	test('are asked for when it is selected, and kept with its key', async () => {
		const {store, asked} = startScene();
		await rest();
		asked[0]?.answer();
		await rest();
		expect(store.getState().details).toMatchObject({key: store.getState().selected, value: {source: 'a'}});
	});

	test('of a process that was passed by are aborted, and dropped when they come late', async () => {
		const {store, asked} = startScene();
		await rest();
		store.dispatch({type: 'move', by: 1});
		await rest();
		expect(asked.map(({name}) => name)).toEqual(['a', 'b']);
		expect(asked[0]?.signal.aborted).toBe(true);
		asked[1]?.answer();
		await rest();
		asked[0]?.answer();
		await rest();
		expect(store.getState().details?.value?.source).toBe('b');
	});

	test('of what was passed by quickly are never asked for', async () => {
		const {store, asked} = startScene();
		store.dispatch({type: 'move', by: 1});
		store.dispatch({type: 'move', by: 1});
		await rest();
		expect(asked.map(({name}) => name)).toEqual(['c']);
	});

	test('are not asked for any more when the program ends', async () => {
		const {store, asked, ending} = startScene();
		ending.abort();
		store.dispatch({type: 'move', by: 1});
		await rest();
		expect(asked.filter(({name}) => name === 'b')).toEqual([]);
	});
});
