import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, commandLineOf, entryFile, isLinux, killQuietly, runningProcesses, temporaryFolder, until} from './program.js';
import {listIsFilled} from './screen-parts.js';
import {type OpenTerminal, openTerminal, type Screen} from './terminal.js';

beforeAll(buildIfMissing);

const prompt = 'prompt>';
const hasPrompt = (screen: Screen): boolean => screen.findLast(row => row !== '') === prompt;

/** A module that does something to the program from within when SIGUSR2 comes. */
const within = (what: string): string => {
	const file = path.join(temporaryFolder(), 'within.mjs');
	writeFileSync(file, `process.on('SIGUSR2', () => setTimeout(() => { ${what} }));\n`);
	return `NODE_OPTIONS=--import=${pathToFileURL(file).href}`;
};

const start = async (settings: string): Promise<{terminal: OpenTerminal; pid: number}> => {
	const terminal = openTerminal({file: 'bash', args: ['--norc', '--noprofile', '--noediting', '-i'], rows: 40, env: {PS1: `${prompt} `}});
	await terminal.waitFor(hasPrompt);
	terminal.write(`${settings} "${process.execPath}" "${entryFile}"\r`);
	await terminal.waitFor(listIsFilled);
	const child = runningProcesses().find(({pid, parent}) => parent === terminal.pid && commandLineOf(pid).includes(entryFile));
	return {terminal, pid: child?.pid ?? 0};
};

/** Modes of the terminal that are on after everything that was written, each by its number. */
const modesOn = (output: string): readonly string[] => {
	const on = new Set<string>();
	for (const [, numbers = '', end] of output.matchAll(/\x1b\[\?([\d;]+)([hl])/g)) {
		for (const number of numbers.split(';')) {
			on[end === 'h' ? 'add' : 'delete'](number);
		}
	}

	return [...on];
};

const cursorIsShown = '25';

const expectSane = async (terminal: OpenTerminal): Promise<string> => {
	await terminal.waitFor(hasPrompt);
	expect(modesOn(terminal.modes().rawBytes)).toEqual([cursorIsShown]);
	expect(terminal.modes().rawBytes).not.toMatch(/\x1b\[[>=]\d+u(?![\s\S]*\x1b\[<u)/);
	terminal.write('stty -a; echo "after-$((40+2))"\r');
	const screen = (await terminal.waitFor(now => now.includes('after-42') && hasPrompt(now))).join('\n');
	for (const setting of ['icanon', 'echo', 'isig', 'icrnl', 'opost', 'onlcr', 'ixon', 'iexten']) {
		expect(screen, setting).toMatch(new RegExp(`\\s${setting}\\s`));
	}

	return screen;
};

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
		const {terminal, pid} = await start(settings());
		expect(pid).toBeGreaterThan(0);
		end(terminal, pid);
		await expectSane(terminal);
		expect(runningProcesses().some(each => each.pid === pid)).toBe(false);
	});

	it('two signals at once', async () => {
		const {terminal, pid} = await start('');
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
