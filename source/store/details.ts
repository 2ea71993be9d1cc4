import type {ProcessKey} from '../model/process.js';
import type {Clock} from '../run/clock.js';
import type {Engine} from '../snapshot.js';
import {selectProcess} from './select.js';
import type {Store} from './store.js';

/** Holding a key down must not ask about every process that is passed. */
const settleMs = 80;

/**
Asks for what the open pane needs to know of the selected process alone. A new selection aborts the question before it,
and an answer that comes late is dropped.
*/
export const startDetails = (engine: Engine, store: Store, clock: Clock, signal: AbortSignal): void => {
	let asked: ProcessKey | null = null;
	let current = new AbortController();

	const load = async (key: ProcessKey, mine: AbortController): Promise<void> => {
		await clock.wait(settleMs, mine.signal);
		const process = selectProcess(store.getState());
		if (mine.signal.aborted || process?.key !== key) {
			return;
		}

		const {value, problems} = await engine.details(process, mine.signal).catch(() => ({value: null, problems: []}));
		if (!mine.signal.aborted) {
			store.dispatch({type: 'details', key, value, problem: problems[0] ?? null});
		}
	};

	const follow = (): void => {
		const process = selectProcess(store.getState());
		// a job that has just become known is asked for too
		const key = process?.service ? process.key : null;
		if (key === asked) {
			return;
		}

		asked = key;
		current.abort();
		current = new AbortController();
		if (key !== null && !signal.aborted) {
			void load(key, current);
		}
	};

	const stop = store.subscribe(follow);
	signal.addEventListener('abort', () => {
		stop();
		current.abort();
	});
};
