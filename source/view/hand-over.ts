import process from 'node:process';

/**
Stops this process and its job, as Ctrl-Z does for other programs. SIGSTOP, because a SIGTSTP that one sends oneself is
dropped where nobody would continue it.
*/
export const stopJob = (): Promise<void> =>
	new Promise(resolve => {
		process.once('SIGCONT', () => {
			// the size may have changed meanwhile, and the shell was told instead of us
			process.kill(process.pid, 'SIGWINCH');
			resolve();
		});
		process.kill(0, 'SIGSTOP');
	});

/** Carries something out while the terminal belongs to others. */
export type HandOver = (
	during: () => void | Promise<void>,
	suspend: (during: () => void | Promise<void>) => Promise<void>,
) => Promise<void>;

/** Something that the terminal does for us while it is ours. */
type Held = {start(): void; stop(): void};

/**
Lends the terminal to somebody else, and what it does for us with it; one at a time: Ink throws at a second, as two quick
Ctrl-L would be. While it is away nobody draws.
*/
export const createHandOver = (
	held: readonly Held[],
	settled: () => Promise<void>,
): {handOver: HandOver; start: () => void; isAway: () => boolean} => {
	let isAway = false;
	const start = (): void => {
		for (const each of held) {
			each.start();
		}
	};

	const handOver: HandOver = async (during, suspend) => {
		if (isAway) {
			return;
		}

		isAway = true;
		try {
			await settled();
			for (const each of held) {
				each.stop();
			}

			await suspend(during);
		} finally {
			start();
			isAway = false;
		}
	};

	return {handOver, start, isAway: () => isAway};
};
