/** The only use of time. */
export type Clock = {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Milliseconds from an arbitrary start, never going back. */
	elapsed(): number;
	/** Resolves after `milliseconds`, or at once when the signal aborts. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	wait: (milliseconds, signal) =>
		new Promise(resolve => {
			if (signal.aborted) {
				resolve();
				return;
			}

			const done = () => {
				clearTimeout(timer);
				signal.removeEventListener('abort', done);
				resolve();
			};

			const timer = setTimeout(done, milliseconds);
			signal.addEventListener('abort', done);
		}),
};

/** Lets whatever waits run first: a key that was pressed, a frame to draw. */
export const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
