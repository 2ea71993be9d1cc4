import {describe, expect, test} from 'vitest';
import type {PartId} from '../../source/model/inspected.js';
import type {LogEntry, LogPage} from '../../source/model/log.js';
import type {Problem} from '../../source/model/snapshot.js';
import {noInspection} from '../../source/platform/inspection.js';
import type {Clock} from '../../source/run/clock.js';
import type {Engine} from '../../source/snapshot.js';
import {startInspector} from '../../source/store/inspector.js';
import type {PaneId} from '../../source/store/state.js';
import {createStore, initialState} from '../../source/store/store.js';
import {explainedFixture, snapshotFixture, unitFixture} from '../support/process-fixture.js';

const rest = async (): Promise<void> => {
	for (let turn = 0; turn < 30; turn++) {
		await Promise.resolve();
	}
};

type Question = {part: PartId; name: string; signal: AbortSignal; answer: (source?: string) => Promise<void>};

type Following = {
	name: string;
	signal: AbortSignal;
	hand: (entries: readonly LogEntry[]) => void;
	end: (problem: Problem | null) => Promise<void>;
};

const page: LogPage = {sources: [], entries: [], cursor: null, advice: null};

const entry = (line: string): LogEntry => ({at: 0, level: 'info', pid: 1, sender: null, lines: [line], note: null});

/** Three services, an engine that answers when it is told to, and a clock whose waits end when they are told to. */
const startScene = (pane: PaneId = 'overview') => {
	const processes = ['a', 'b', 'c'].map((name, index) =>
		explainedFixture({name, pid: 10 + index, service: unitFixture(`${name}.service`)}),
	);
	const store = createStore({...initialState({columns: 80, rows: 24}, 'en', 1000), pane});
	const asked: Question[] = [];
	const followed: Following[] = [];
	const waits: {milliseconds: number; end: () => void}[] = [];
	const ask = (part: PartId) => (process: object, signal: AbortSignal) =>
		new Promise<never>(resolve => {
			const name = String((process as {name?: string}).name);
			const value = part === 'logs' ? page : part === 'sockets' ? {sockets: [], isCut: false, source: name} : null;
			const answer = async (): Promise<void> => {
				resolve({value, problems: []} as never);
				await rest();
			};
			asked.push({part, name, signal, answer});
		});
	const inspect: Engine['inspect'] = {
		...noInspection,
		article: async () => ({value: null, problems: []}),
		details: ask('details'),
		sockets: ask('sockets'),
		config: ask('config'),
		logs: ask('logs'),
		followLogs: ({name}, _page, hand, signal) =>
			new Promise(resolve => {
				const end = async (problem: Problem | null): Promise<void> => {
					resolve(problem);
					await rest();
				};
				followed.push({name, signal, hand, end});
			}),
	};
	const engine: Engine = {
		sample: async () => snapshotFixture([]),
		sampleWhole: async () => snapshotFixture([]),
		refreshServices: async () => undefined,
		hasStaleServices: () => false,
		inspect,
	};
	const clock: Clock = {
		now: () => 0,
		elapsed: () => 0,
		wait: (milliseconds, signal) =>
			new Promise(resolve => {
				signal.addEventListener('abort', () => resolve());
				waits.push({milliseconds, end: resolve});
			}),
	};
	/** Lets all waits of today end, or only those up to so many milliseconds. */
	const pass = async (upTo = Number.POSITIVE_INFINITY): Promise<void> => {
		for (const wait of waits.splice(0).filter(({milliseconds}) => milliseconds <= upTo)) {
			wait.end();
		}

		await rest();
	};
	const ending = new AbortController();
	startInspector(engine, store, clock, ending.signal);
	store.dispatch({type: 'snapshot', snapshot: snapshotFixture(processes)});
	const partsKnown = () => Object.keys(store.getState().inspected?.parts ?? {});
	return {store, asked, followed, ending, pass, processes, partsKnown};
};

describe('what a pane needs to know of one process', () => {
	test('is asked for when the process is selected, and kept with its key', async () => {
		const {store, asked, pass, partsKnown} = startScene('sockets');
		await pass();
		await asked[0]?.answer();
		expect(store.getState().inspected).toMatchObject({key: store.getState().selected, parts: {sockets: {value: {source: 'a'}}}});
		expect(partsKnown()).toEqual(['sockets']);
	});

	test.each([
		['overview', ['details']],
		['why', []],
		['sockets', ['sockets']],
		['config', ['config']],
		['logs', ['logs']],
	] as const)('is for the pane %s exactly %j', async (pane, parts) => {
		const {asked, pass} = startScene(pane);
		await pass();
		expect(asked.map(({part}) => part)).toEqual(parts);
	});

	test('of a process that was passed by is never asked, and its late answer is dropped', async () => {
		const {store, asked, pass} = startScene('sockets');
		await pass();
		store.dispatch({type: 'move', by: 1});
		store.dispatch({type: 'move', by: 1});
		await pass();
		expect(asked.map(({name}) => name)).toEqual(['a', 'c']);
		expect(asked[0]?.signal.aborted).toBe(true);
		await asked[0]?.answer();
		expect(store.getState().inspected).toBeNull();
		await asked[1]?.answer();
		expect(store.getState().inspected?.parts.sockets?.value?.source).toBe('c');
	});

	test('is kept of earlier panes of the same process', async () => {
		const {store, asked, pass, partsKnown} = startScene('sockets');
		await pass();
		await asked[0]?.answer();
		store.dispatch({type: 'pane', pane: 'config'});
		await pass(80);
		await asked[1]?.answer();
		expect(partsKnown().sort()).toEqual(['config', 'sockets']);
	});

	test('is asked for again while the pane stays open, but not while the list is paused', async () => {
		const {store, asked, pass} = startScene('sockets');
		await pass();
		await asked[0]?.answer();
		await pass();
		expect(asked).toHaveLength(2);
		await asked[1]?.answer();
		store.dispatch({type: 'pause'});
		await pass();
		expect(asked).toHaveLength(2);
		store.dispatch({type: 'pause'});
		await pass();
		expect(asked).toHaveLength(3);
	});

	test('is asked for again at once on request', async () => {
		const {store, asked, pass} = startScene('config');
		await pass();
		await asked[0]?.answer();
		await pass();
		expect(asked).toHaveLength(1);
		store.dispatch({type: 'refresh'});
		await pass();
		expect(asked).toHaveLength(2);
	});

	test('is not asked of a process that has ended, nor when everything ends', async () => {
		const {store, asked, pass, processes, ending} = startScene('sockets');
		await pass();
		store.dispatch({type: 'snapshot', snapshot: snapshotFixture(processes.slice(1), {sequence: 2})});
		await pass();
		expect(store.getState().ended?.name).toBe('a');
		expect(asked.map(({name, signal}) => [name, signal.aborted])).toEqual([['a', true]]);
		ending.abort();
		store.dispatch({type: 'move', by: 1});
		await pass();
		expect(asked).toHaveLength(1);
	});
});

describe('a log that is followed', () => {
	const startFollowing = async () => {
		const scene = startScene('logs');
		await scene.pass();
		await scene.asked[0]?.answer();
		scene.store.dispatch({type: 'follow'});
		await rest();
		const lines = () => scene.store.getState().inspected?.parts.logs?.value?.entries.flatMap(each => each.lines);
		return {...scene, lines};
	};

	test('gets its new lines in batches', async () => {
		const {followed, lines, pass} = await startFollowing();
		followed[0]?.hand([entry('one')]);
		followed[0]?.hand([entry('two'), entry('three')]);
		expect(lines()).toEqual([]);
		await pass(100);
		expect(lines()).toEqual(['one', 'two', 'three']);
	});

	test('holds its lines back while somebody reads further up', async () => {
		const {store, followed, lines, pass} = await startFollowing();
		store.dispatch({type: 'pane-scroll', by: -3, limit: 10});
		followed[0]?.hand([entry('later')]);
		await pass(100);
		expect([lines(), store.getState().heldEntries.length]).toEqual([[], 1]);
		store.dispatch({type: 'pane-scroll', by: 3, limit: 10});
		expect([lines(), store.getState().heldEntries.length]).toEqual([['later'], 0]);
	});

	test.each([
		['another process', {type: 'move', by: 1}],
		['another pane', {type: 'pane', pane: 'why'}],
		['the key again', {type: 'follow'}],
	] as const)('is let go by %s', async (_, action) => {
		const {store, followed} = await startFollowing();
		expect(followed[0]?.signal.aborted).toBe(false);
		store.dispatch(action);
		await rest();
		expect([store.getState().isFollowing, followed[0]?.signal.aborted]).toEqual([false, true]);
	});

	test('says why it ended when nobody asked it to', async () => {
		const {store, followed} = await startFollowing();
		const problem: Problem = {source: 'journalctl', failure: 'missing', detail: null};
		await followed[0]?.end(problem);
		expect(store.getState()).toMatchObject({isFollowing: false, message: {id: 'problem', problem}});
	});

	test('is not what other panes do', () => {
		const {store} = startScene('why');
		store.dispatch({type: 'follow'});
		expect(store.getState()).toMatchObject({isFollowing: false, message: {id: 'onlyInLogs'}});
	});
});

test('secrets that were shown are covered again for the next process', () => {
	const {store} = startScene('config');
	store.dispatch({type: 'secrets'});
	expect(store.getState().areSecretsShown).toBe(true);
	store.dispatch({type: 'move', by: 1});
	expect(store.getState().areSecretsShown).toBe(false);
});
