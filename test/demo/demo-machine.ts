import {expect} from 'vitest';
import {createDemoRunner} from '../../source/demo/demo-runner.js';
import {type DarwinPsRow, parseDarwinPs, psArgsColumns, psColumns} from '../../source/parse/ps-darwin.js';
import {sysctlNames} from '../../source/parse/sysctl.js';
import type {Runner} from '../../source/run/runner.js';

export const startedAt = Date.UTC(2025, 10, 22, 8, 30, 0, 250);

export type Machine = {
	runner: Runner;
	moveTo: (seconds: number) => void;
	/** The output of a tool that answers without a complaint. */
	ask: (file: string, ...args: readonly string[]) => Promise<string>;
};

/** A machine whose clock stands where it is put. */
export const createMachine = (): Machine => {
	let elapsed = 4000;
	const runner = createDemoRunner({now: () => startedAt + elapsed, elapsed: () => elapsed, wait: async () => {}});
	return {
		runner,
		moveTo(seconds) {
			elapsed = 4000 + seconds * 1000;
		},
		async ask(file, ...args) {
			const answer = await runner.run({file, args});
			expect(answer).toMatchObject({exitCode: 0, failure: null, stderr: ''});
			return answer.stdout;
		},
	};
};

export const domains = ['system', 'gui/501', 'user/501'];

/** What the code for macOS asks of the tools. */
export const questions: readonly (readonly string[])[] = [
	['/bin/ps', '-axww', '-o', psColumns],
	['/bin/ps', '-axww', '-o', psArgsColumns],
	...domains.map(domain => ['/bin/launchctl', 'print', domain]),
	['/bin/launchctl', 'print-disabled', 'system'],
	['/bin/launchctl', 'list'],
	['/bin/launchctl', 'list', 'com.apple.bird'],
	['/usr/bin/lsappinfo', 'list'],
	['/usr/bin/sw_vers'],
	['/usr/sbin/sysctl', ...sysctlNames],
	['/usr/sbin/lsof', '-nP', '-iTCP', '-sTCP:LISTEN', '-F0pcuftPnT'],
];

export const psRows = async ({ask}: Machine): Promise<readonly DarwinPsRow[]> =>
	parseDarwinPs(await ask('/bin/ps', '-axww', '-o', psColumns)).rows;
