import type {PartId} from '../model/inspected.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {Engine} from '../snapshot.js';

const parts: readonly PartId[] = ['details', 'sockets', 'config', 'logs'];

/** Tools asked at once: more would only wait for each other. */
const workers = 4;

/**
Asks what the panes of every process would ask, so that a recording answers it, too. Kernel threads have nothing to
tell. `onProcess` hears how many are done.
*/
export const askPanes = async (
	engine: Engine,
	processes: readonly ExplainedProcess[],
	signal: AbortSignal,
	onProcess: (done: number, all: number) => void,
): Promise<void> => {
	const subjects = processes.filter(({verdict, isSelf}) => verdict.kind !== 'kernel' && !isSelf);
	const waiting = [...subjects];
	let done = 0;
	const work = async (): Promise<void> => {
		for (let process = waiting.shift(); process && !signal.aborted; process = waiting.shift()) {
			for (const part of parts) {
				await engine.inspect[part](process, signal).catch(() => null);
			}

			done++;
			onProcess(done, subjects.length);
		}
	};

	await Promise.all(Array.from({length: workers}, work));
};
