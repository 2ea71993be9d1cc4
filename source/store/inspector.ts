import type {PartId, Parts} from '../model/inspected.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {Clock} from '../run/clock.js';
import type {Engine} from '../snapshot.js';
import {createLogFollower} from './log-follower.js';
import {selectProcess} from './select.js';
import type {Action, PaneId, State} from './state.js';
import type {Store} from './store.js';

/** Holding a key down must not ask about every process that is passed. */
const settleMs = 80;

/** What each pane needs to know of its process alone. */
export const partsOfPane: Readonly<Record<PaneId, readonly PartId[]>> = {
	overview: ['details'],
	why: [],
	sockets: ['sockets'],
	config: ['config'],
	logs: ['logs'],
	learn: ['article', 'details'],
};

/** After how long a part is asked for again while its pane is open; `null`: only on request, it does not change by itself. */
const refreshMs: Readonly<Record<PartId, number | null>> = {details: 10_000, sockets: 4000, config: null, logs: null, article: null};
/** A slow answer is asked for so much more seldom. */
const restFactor = 10;

const nothing = {value: null, problems: []} as const;

/** The process whose pane is open and alive. */
const subjectOf = (state: State): ExplainedProcess | null => (state.ended === null ? selectProcess(state) : null);

/** What is looked at: when it changes, other questions are due. A job that has just become known is one. */
const viewOf = (state: State): string => {
	const process = subjectOf(state);
	return process === null ? '' : `${process.key} ${state.pane} ${process.service?.name ?? ''}`;
};

type Asker = (part: PartId, signal: AbortSignal) => Promise<void>;

/** Asks for one part, and again and again where it changes by itself, until the signal aborts. */
const createAsker = (engine: Engine, store: Store, clock: Clock): Asker => {
	const askOnce = async (part: PartId, process: ExplainedProcess, signal: AbortSignal): Promise<void> => {
		const {value, problems} = await engine.inspect[part](process, signal).catch(() => nothing);
		if (!signal.aborted) {
			const answer = {type: 'inspected', key: process.key, part, value: value as Parts[PartId], problem: problems[0] ?? null};
			store.dispatch(answer as Action & {type: 'inspected'});
		}
	};

	return async (part, signal) => {
		for (;;) {
			const process = subjectOf(store.getState());
			if (signal.aborted || process === null) {
				return;
			}

			const startedAt = clock.elapsed();
			await askOnce(part, process, signal);
			const pauseMs = refreshMs[part];
			if (pauseMs === null) {
				return;
			}

			do {
				await clock.wait(Math.max(pauseMs, (clock.elapsed() - startedAt) * restFactor), signal);
			} while (!signal.aborted && store.getState().isPaused);
		}
	};
};

/**
Asks for what the open pane needs to know of the selected process alone, and again while it stays open. Whoever moves on
calls the questions off, and an answer that comes late is dropped.
*/
export const startInspector = (engine: Engine, store: Store, clock: Clock, signal: AbortSignal): void => {
	const ask = createAsker(engine, store, clock);
	const follower = createLogFollower(engine, store, clock);
	let view = '';
	let asking = new AbortController();

	const load = async (mine: AbortSignal): Promise<void> => {
		await clock.wait(settleMs, mine);
		if (!mine.aborted) {
			await Promise.all(partsOfPane[store.getState().pane].map(part => ask(part, mine)));
		}
	};

	const start = (): void => {
		asking.abort();
		asking = new AbortController();
		if (view !== '' && !signal.aborted) {
			void load(asking.signal);
		}
	};

	const stops = [
		store.subscribe(() => {
			const state = store.getState();
			const now = viewOf(state);
			if (now !== view) {
				view = now;
				start();
			}

			follower.react(state, subjectOf(state));
		}),
		store.onAction(action => (action.type === 'refresh' ? start() : undefined)),
		() => asking.abort(),
		() => follower.stop(),
	];
	signal.addEventListener('abort', () => {
		for (const stop of stops) {
			stop();
		}
	});
};
