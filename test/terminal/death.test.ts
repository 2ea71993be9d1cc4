import {beforeAll, describe, expect, it} from 'vitest';
import {expectSane, startFromShell, within} from './death-scene.js';
import {buildIfMissing, isLinux, killQuietly, runningProcesses, until} from './program.js';
import {listIsFilled} from './screen-parts.js';
import {type OpenTerminal, openTerminal} from './terminal.js';

beforeAll(buildIfMissing);

describe.skipIf(!isLinux)('after the explorer no mode of the terminal is left on, however it ended:', () => {
	const deaths: readonly (readonly [name: string, settings: () => string, end: (terminal: OpenTerminal, pid: number) => void])[] = [
		['q', () => '', terminal => terminal.press('q')],
		['Ctrl-C', () => '', terminal => terminal.press('ctrl+c')],
		['Ctrl-C in the search', () => '', terminal => terminal.press('/', 'a', 'ctrl+c')],
		['SIGTERM', () => '', (_, pid) => killQuietly(pid, 'SIGTERM')],
		['SIGHUP', () => '', (_, pid) => killQuietly(pid, 'SIGHUP')],
		['SIGINT', () => '', (_, pid) => killQuietly(pid, 'SIGINT')],
		['an error nobody caught', () => within("throw new Error('on purpose')"), (_, pid) => killQuietly(pid, 'SIGUSR2')],
		['a promise that nobody heard fail', () => within("Promise.reject(new Error('on purpose'))"), (_, pid) => killQuietly(pid, 'SIGUSR2')],
		['an exit from within', () => within('process.exit(3)'), (_, pid) => killQuietly(pid, 'SIGUSR2')],
		[
			'an output that fails',
			() => within("process.stdout.emit('error', Object.assign(new Error('gone'), {code: 'EIO'}))"),
			(_, pid) => killQuietly(pid, 'SIGUSR2'),
		],
	];

	it.each(deaths)('%s', async (_, settings, end) => {
		const {terminal, pid} = await startFromShell(settings());
		expect(pid).toBeGreaterThan(0);
		end(terminal, pid);
		await expectSane(terminal);
		expect(runningProcesses().some(each => each.pid === pid)).toBe(false);
	});

	it('two signals at once', async () => {
		const {terminal, pid} = await startFromShell('');
		killQuietly(pid, 'SIGTERM');
		killQuietly(pid, 'SIGHUP');
		killQuietly(pid, 'SIGTERM');
		await expectSane(terminal);
	});

	it('a terminal that is closed takes the explorer and all that it started with it', async () => {
		const terminal = openTerminal();
		await terminal.waitFor(listIsFilled);
		const pid = terminal.pid;
		terminal.kill('SIGHUP');
		await terminal.exited;
		expect(await until(() => runningProcesses().every(each => each.pid !== pid && each.session !== pid))).toBe(true);
	});
});
