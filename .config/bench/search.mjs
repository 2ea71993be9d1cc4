// Types into the search, letter by letter, and tells when the screen shows what is found.
import {setTimeout as wait} from 'node:timers/promises';
import {betweenRefreshesMs, eachFrame} from './terminal.mjs';

/** A word that is found, one with a mistake in it, one that nothing is called, and a question for what processes do. */
const words = ['daemon', 'ngnx', 'qqzzx', 'kernel', 'sshd'];

const longestMs = 2000;

/** The line that shows what is searched for. */
const searchRow = 1;

const typeAll = async ({press, answer, quiet}) => {
	const letters = [];
	press('/');
	await answer(performance.now(), longestMs);
	for (const word of words) {
		for (let length = 1; length <= word.length; length++) {
			await quiet(50);
			letters.push({at: performance.now(), shown: `/ ${word.slice(0, length)} `});
			press(word[length - 1]);
			await answer(letters.at(-1).at, longestMs);
		}

		press('\x15');
		await wait(100);
	}

	press('\x1b');
	await quiet(betweenRefreshesMs);
	return letters;
};

/** Milliseconds from each letter to the end of the frame that shows it, and with it what is found; null: none did. */
export const typeSearch = async explorer => {
	const letters = await typeAll(explorer);
	const latencies = letters.map(() => null);
	await eachFrame(explorer.chunks, (at, line) => {
		const text = line(searchRow)?.translateToString(true) ?? '';
		for (const [index, letter] of letters.entries()) {
			const next = letters[index + 1]?.at ?? Number.POSITIVE_INFINITY;
			if (latencies[index] === null && at > letter.at && at < next && `${text} `.includes(letter.shown)) {
				latencies[index] = at - letter.at;
			}
		}
	});
	return latencies;
};
