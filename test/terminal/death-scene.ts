import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect} from 'vitest';
import {commandLineOf, entryFile, nodeFile, type ProcessStat, runningProcesses, temporaryFolder} from './program.js';
import {listIsFilled} from './screen-parts.js';
import {type OpenTerminal, openTerminal, type Screen} from './terminal.js';

const prompt = 'prompt>';
export const hasPrompt = (screen: Screen): boolean => screen.findLast(row => row !== '') === prompt;

/** A module that does something to the program from within when SIGUSR2 comes. */
export const within = (what: string): string => {
	const file = path.join(temporaryFolder(), 'within.mjs');
	writeFileSync(file, `process.on('SIGUSR2', () => setTimeout(() => { ${what} }));\n`);
	return `NODE_OPTIONS=--import=${pathToFileURL(file).href}`;
};

/** A shell that leaves the terminal as it finds it: with its own line editor it would mend what the program left behind. */
export const plainBash: readonly string[] = ['bash', '--norc', '--noprofile', '--noediting', '-i'];

/** Starts the explorer from a shell; `settings` stand before its command. */
export const startFromShell = async (settings: string, shell = plainBash): Promise<{terminal: OpenTerminal; pid: number}> => {
	const [file = 'sh', ...args] = shell;
	const terminal = openTerminal({file, args, rows: 40, env: {PS1: `${prompt} `}});
	await terminal.waitFor(hasPrompt);
	terminal.write(`${settings} "${nodeFile}" "${entryFile}"\r`);
	await terminal.waitFor(listIsFilled);
	const isIt = ({pid, session}: ProcessStat): boolean =>
		session === terminal.pid && commandLineOf(pid).startsWith(`${nodeFile} ${entryFile}`);
	return {terminal, pid: runningProcesses().find(isIt)?.pid ?? 0};
};

/** Modes of the terminal that are on after everything that was written, each by its number. */
export const modesOn = (output: string): readonly string[] => {
	const on = new Set<string>();
	for (const [, numbers = '', end] of output.matchAll(/\x1b\[\?([\d;]+)([hl])/g)) {
		for (const number of numbers.split(';')) {
			on[end === 'h' ? 'add' : 'delete'](number);
		}
	}

	return [...on];
};

const cursorIsShown = '25';
const pasteIsMarked = '2004';

export const expectSane = async (terminal: OpenTerminal): Promise<string> => {
	await terminal.waitFor(hasPrompt);
	// a line editor of a shell has pasted text marked for itself
	const isEdited = /\x1b\[\?2004h$/.test(terminal.modes().rawBytes.slice(0, terminal.modes().rawBytes.lastIndexOf(prompt)));
	expect(modesOn(terminal.modes().rawBytes)).toEqual(isEdited ? [cursorIsShown, pasteIsMarked] : [cursorIsShown]);
	expect(terminal.modes().rawBytes).not.toMatch(/\x1b\[[>=]\d+u(?![\s\S]*\x1b\[<u)/);
	terminal.write('stty -a; echo "after-$((40+2))"\r');
	const screen = (await terminal.waitFor(now => now.includes('after-42') && hasPrompt(now))).join('\n');
	for (const setting of ['icanon', 'echo', 'isig', 'icrnl', 'opost', 'onlcr', 'ixon', 'iexten']) {
		expect(screen, setting).toMatch(new RegExp(`\\s${setting}\\s`));
	}

	return screen;
};
