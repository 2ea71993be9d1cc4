import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, isLinux, killQuietly, startWaiters, temporaryFolder} from './program.js';
import {foundCount, header, listIsFilled} from './screen-parts.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);

const hourMs = 3_600_000;

/** By how much the clock is wrong after each jump. */
const jumps: readonly (readonly [name: string, offset: string])[] = [
	['an hour ahead', String(hourMs)],
	['an hour behind', String(-hourMs)],
	['at the beginning of time', '-real()'],
	['a century ahead', String(100 * 365 * 24 * hourMs)],
	['right again', '0'],
];

/** A module that sets the clock of the program, and of it alone, at each SIGUSR2. */
const clockModule = (): string => {
	const file = path.join(temporaryFolder(), 'clock.mjs');
	writeFileSync(
		file,
		`const real = Date.now.bind(Date);\nlet offset = 0;\nlet next = 0;\nDate.now = () => real() + offset;\nprocess.on('SIGUSR2', () => { offset = [${jumps.map(([, offset]) => `() => ${offset}`).join(', ')}][next++](); });\n`,
	);
	return pathToFileURL(file).href;
};

describe.skipIf(!isLinux)('a clock that jumps', () => {
	it('leaves the explorer at work: new processes come, and no row is too wide', async () => {
		const {word, startOneMore} = startWaiters(1);
		const terminal = openTerminal({args: ['--delay', '0.5', word], env: {NODE_OPTIONS: `--import=${clockModule()}`}});
		// the explorer itself was started with that word, too
		let count = 2;
		await terminal.waitFor(screen => listIsFilled(screen) && foundCount(screen) === count);
		for (const [name] of jumps) {
			killQuietly(terminal.pid, 'SIGUSR2');
			startOneMore();
			count++;
			await terminal.waitFor(screen => foundCount(screen) === count);
			// what it knows stays news for as long as it goes on looking
			await new Promise(resolve => setTimeout(resolve, 1200));
			expect(header(terminal.screen()), name).not.toContain('no news');
			expect(terminal.wrappedRows(), name).toBe(0);
		}

		terminal.press('ctrl+c');
		expect((await terminal.exited).exitCode).toBe(0);
	}, 60_000);
});
