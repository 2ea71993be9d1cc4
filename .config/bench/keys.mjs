// Presses keys, at rest and while a refresh is worked on, and tells when the screen has followed.
import {setTimeout as wait} from 'node:timers/promises';
import {system} from './system.mjs';
import {betweenRefreshesMs, eachFrame, refreshMs, size} from './terminal.mjs';

/** Where no byte comes for so long, what was drawn is complete. */
const silenceMs = 30;
const keysPerRefresh = 6;
/** The worker's timer may come early. */
const aheadMs = 60;

/** Resolves when the program begins to work by itself; where nobody tells, when it should. */
const workBegins = async (pid, expectedAt) => {
	await wait(Math.max(0, expectedAt - performance.now()));
	let before = system.workedNanoseconds(pid);
	while (before !== null && performance.now() < expectedAt + refreshMs) {
		await wait(1);
		const now = system.workedNanoseconds(pid);
		// the timer alone takes less; reading the processes takes more
		if (now === null || now - before > 300_000) {
			return;
		}

		before = now;
	}
};

const pressAll = async ({pid, press, quiet, answer}, refreshes, lastRefreshAt) => {
	const keys = [];
	const push = (isBusy, key) => {
		keys.push({at: performance.now(), isBusy});
		press(key);
	};
	// the cursor goes down and up within the first rows: a list that scrolls would move no mark
	let presses = 0;
	const next = () => (presses++ % 8 < 4 ? '\x1b[B' : '\x1b[A');
	let expectedAt = lastRefreshAt + refreshMs - aheadMs;
	for (let refresh = 0; refresh < refreshes; refresh++) {
		await workBegins(pid, expectedAt);
		expectedAt = performance.now() + refreshMs - aheadMs;
		push(true, next());
		await wait(betweenRefreshesMs);
		await answer(keys.at(-1).at, refreshMs);
		await quiet(betweenRefreshesMs);
		for (let key = 0; key < keysPerRefresh && performance.now() < expectedAt - betweenRefreshesMs; key++) {
			push(false, next());
			await answer(keys.at(-1).at, refreshMs);
			await wait(Math.random() * 80);
		}
	}

	return keys;
};

/** The row with the mark of the selection. */
const markedRow = line => Array.from({length: size.rows}, (_, row) => row).find(row => line(row)?.getCell(2)?.isInverse()) ?? null;

/** Milliseconds from each key to the end of the frame in which the mark has moved; null: it never did. */
const latenciesOf = async (keys, chunks) => {
	const latencies = keys.map(() => null);
	let mark = null;
	let before = null;
	let pressed = 0;
	await eachFrame(chunks, (at, line) => {
		while (pressed < keys.length && keys[pressed].at < at) {
			before = mark;
			pressed++;
		}

		mark = markedRow(line);
		if (pressed > 0 && latencies[pressed - 1] === null && mark !== before) {
			latencies[pressed - 1] = at - keys[pressed - 1].at;
		}
	});
	return latencies;
};

/** What was written between a key and the first silence after its answer. */
const bytesAfter = (key, chunks) => {
	let bytes = 0;
	let lastAt = key.at;
	for (const {at, data} of chunks.filter(chunk => chunk.at > key.at)) {
		if (at - lastAt > silenceMs && bytes > 0) {
			break;
		}

		lastAt = at;
		bytes += data.length;
	}

	return bytes;
};

/** Every key that was pressed during so many refreshes: whether the program was at work, its latency and its bytes. */
export const pressKeys = async (explorer, refreshes, lastRefreshAt) => {
	const keys = await pressAll(explorer, refreshes, lastRefreshAt);
	await explorer.quiet(betweenRefreshesMs);
	const latencies = await latenciesOf(keys, explorer.chunks);
	return keys.map((key, index) => ({isBusy: key.isBusy, latency: latencies[index], bytes: bytesAfter(key, explorer.chunks)}));
};
