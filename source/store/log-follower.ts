import type {LogEntry} from '../model/log.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {Clock} from '../run/clock.js';
import type {Engine} from '../snapshot.js';
import type {State} from './state.js';
import type {Store} from './store.js';

/** Log lines that come fast are handed over together, so that a flood of lines is no flood of frames. */
const gatherMs = 100;

const createGatherer = (clock: Clock, signal: AbortSignal, hand: (entries: readonly LogEntry[]) => void) => {
	let gathered: LogEntry[] = [];
	return (entries: readonly LogEntry[]): void => {
		if (gathered.length === 0 && entries.length > 0) {
			void clock.wait(gatherMs, signal).then(() => {
				const batch = gathered;
				gathered = [];
				if (!signal.aborted) {
					hand(batch);
				}
			});
		}

		gathered.push(...entries);
	};
};

type LogFollower = {
	/** Starts or ends following, as the state says. */
	react(state: State, process: ExplainedProcess | null): void;
	stop(): void;
};

/** Takes the lines of a log as they are written, while the state says that somebody follows it. */
export const createLogFollower = (engine: Engine, store: Store, clock: Clock): LogFollower => {
	let following: AbortController | null = null;

	const start = (process: ExplainedProcess, state: State): void => {
		const page = state.inspected?.key === process.key ? state.inspected.parts.logs?.value : null;
		if (!page) {
			return;
		}

		const mine = new AbortController();
		following = mine;
		const gather = createGatherer(clock, mine.signal, entries => store.dispatch({type: 'log-entries', key: process.key, entries}));
		const end = engine.inspect.followLogs(process, page, gather, mine.signal).catch(() => null);
		void end.then(problem => {
			if (!mine.signal.aborted) {
				store.dispatch({type: 'follow-ended', problem});
			}
		});
	};

	const stop = (): void => {
		following?.abort();
		following = null;
	};

	return {
		stop,
		react(state, process) {
			if (state.isFollowing && following === null && process !== null) {
				start(process, state);
			} else if (!state.isFollowing) {
				stop();
			}
		},
	};
};
