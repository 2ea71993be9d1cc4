import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, temporaryFolder} from './program.js';
import {footer, listIsFilled} from './screen-parts.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);

const withFile = (content: string): Readonly<Record<string, string>> => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'daemon-top/config.json');
	mkdirSync(path.dirname(file));
	writeFileSync(file, content);
	chmodSync(file, 0o600);
	return {XDG_CONFIG_HOME: folder};
};

describe('a configuration file', () => {
	it('that is broken is told of on the screen, until a key is pressed', async () => {
		const terminal = openTerminal({args: ['--demo'], env: withFile('{\n"theme": "pink"\n}')});
		await terminal.waitFor(listIsFilled);
		await terminal.waitFor(screen => footer(screen).includes('Configuration, line 2: the default holds there. daemon-top config check'));
		terminal.write('j');
		await terminal.waitFor(screen => footer(screen).includes('quit'));
		terminal.press('q');
	});

	it.each([
		[[], 'Handed to the terminal'],
		[['--no-copy'], 'start with --copy'],
	])('that lets y copy is overruled by an option: %j', async (options, said) => {
		const terminal = openTerminal({args: ['--demo', ...options], env: withFile('{"copy": true}')});
		await terminal.waitFor(listIsFilled);
		terminal.write('y');
		await terminal.waitFor(screen => footer(screen).includes(said));
		expect(footer(terminal.screen())).toContain(said);
	});

	it.each([
		[[], false],
		[['--mouse'], true],
	])('that leaves the mouse alone is overruled by an option: %j', async (options, hasMouse) => {
		const terminal = openTerminal({args: ['--demo', ...options], env: withFile('{"mouse": false}')});
		await terminal.waitFor(listIsFilled);
		// the mouse is asked for when keys are heard
		terminal.press('?');
		await terminal.waitFor('Esc close');
		expect(terminal.modes().rawBytes.includes('\u001b[?1006h')).toBe(hasMouse);
	});
});
