import type {Clock} from '../run/clock.js';
import type {Depth, Engine} from '../snapshot.js';
import type {Store} from './store.js';

/** The second sample comes soon: with it the CPU figures are known and every reading is in. */
const secondSampleMs = 400;
const maxFailureWaitMs = 30_000;

export type Sampler = {
	/** Samples now instead of at the end of the interval. */
	wake(): void;
	/** Resolves when sampling has ended: after the signal aborts. */
	done: Promise<void>;
};

/**
Samples for ever: never two samples at once, the interval counted from the end of one to the start of the next. A sample
that takes longer than half the interval stretches the next wait. A failure keeps the last list and tries again.
*/
export const startSampler = (engine: Engine, store: Store, clock: Clock, signal: AbortSignal): Sampler => {
	let wakeUp = new AbortController();
	signal.addEventListener('abort', () => wakeUp.abort(), {once: true});
	let isAskingServices = false;
	// a call during a sample counts for the wait after it
	let isWoken = false;
	const wake = (): void => {
		isWoken = true;
		wakeUp.abort();
	};

	let failures = 0;

	const refreshServices = (): void => {
		if (isAskingServices || !engine.hasStaleServices()) {
			return;
		}

		const isFirst = !store.getState().latest?.services.length;
		isAskingServices = true;
		const done = (): void => {
			isAskingServices = false;
			if (isFirst) {
				wake();
			}
		};

		engine.refreshServices(signal).then(done, done);
	};

	/** Samples, and tells how long to wait for the next one. */
	const sampleOnce = async (depth: Depth): Promise<number> => {
		const snapshot = await engine.sample(depth, signal).catch(() => null);
		if (signal.aborted) {
			return 0;
		}

		if (snapshot === null || snapshot.processes.length === 0) {
			failures++;
			const {latest} = store.getState();
			store.dispatch({type: 'stale', since: latest?.takenAt ?? clock.now(), problem: snapshot?.problems[0] ?? null});
			return Math.min(maxFailureWaitMs, store.getState().intervalMs * 2 ** Math.min(failures, 6));
		}

		failures = 0;
		store.dispatch({type: 'snapshot', snapshot});
		if (snapshot.unread === 0) {
			refreshServices();
		}

		const {intervalMs} = store.getState();
		return depth === 'full' ? Math.max(intervalMs, snapshot.durationMs * 2) : secondSampleMs;
	};

	/** A glimpse of a crowd is followed by all of it. */
	const depthAfter = (): Depth => ((store.getState().latest?.unread ?? 0) > 0 ? 'quick' : 'full');

	const loop = async (): Promise<void> => {
		let depth: Depth = 'glimpse';
		while (!signal.aborted) {
			const waitMs = await sampleOnce(depth);
			depth = depthAfter();
			if (signal.aborted) {
				break;
			}

			wakeUp = new AbortController();
			if (!isWoken) {
				await clock.wait(waitMs, wakeUp.signal);
			}

			isWoken = false;
		}
	};

	return {wake, done: loop()};
};
