import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import {hasPrompt, startFromShell} from './death-scene.js';
import {procRoot, removeProcRoots} from './proc-root.js';
import {buildIfMissing, isLinux, temporaryFolder} from './program.js';
import {footer, listIsFilled} from './screen-parts.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);
afterEach(removeProcRoots);

/** What was written while the explorer had left its screen, a text for each time. */
const writtenAway = (output: string): readonly string[] =>
	output
		.split('\x1b[?1049l')
		.slice(1)
		.map(text => text.split('\x1b[?1049h')[0] ?? '');

/** A place on the screen, all of it, or the mark of a picture: only somebody who draws writes these. */
const drawing = /\x1b\[(?:\d+;\d+H|2J|\?2026h)/;

const drawnAway = (output: string): readonly string[] => writtenAway(output).flatMap(text => drawing.exec(text) ?? []);

const stopAndContinue = async (terminal: Awaited<ReturnType<typeof startFromShell>>['terminal'], between: () => void): Promise<void> => {
	terminal.press('ctrl+z');
	await terminal.waitFor(screen => hasPrompt(screen) && !terminal.modes().alternateScreen);
	between();
	// the next sample is due as soon as it goes on
	await new Promise(resolve => setTimeout(resolve, 1200));
	terminal.write('fg\r');
	await terminal.waitFor(screen => listIsFilled(screen) && footer(screen).includes('q quit'));
};

describe.skipIf(!isLinux)('while the terminal belongs to others, the explorer draws nothing on it:', () => {
	it('not when it is stopped and goes on, whatever the size', async () => {
		const {terminal} = await startFromShell('');
		for (const [columns, rows] of [
			[120, 40],
			[100, 30],
			[120, 40],
			[120, 40],
		] as const) {
			await stopAndContinue(terminal, () => terminal.resize(columns, rows));
			terminal.press('down');
		}

		terminal.press('ctrl+c');
		await terminal.waitFor(hasPrompt);
		expect(writtenAway(terminal.modes().rawBytes)).toHaveLength(5);
		expect(drawnAway(terminal.modes().rawBytes)).toEqual([]);
	}, 60_000);

	it('not on a pager that shows a file for some samples', async () => {
		const folder = temporaryFolder();
		const pager = path.join(folder, 'pager');
		writeFileSync(pager, '#!/bin/sh\nprintf "the pager is here"\nsleep 3\nprintf ", still"\nsleep 1\n', {mode: 0o755});
		writeFileSync(
			path.join(folder, 'systemctl'),
			"#!/bin/sh\nprintf 'Id=u.service\\nNames=u.service\\nLoadState=loaded\\nActiveState=active\\nSubState=running\\nMainPID=300\\nFragmentPath=/etc/systemd/system/u.service\\nControlGroup=/system.slice/u.service\\n\\n'\n",
			{mode: 0o755},
		);
		const root = procRoot(
			[
				{pid: 1, comm: 'systemd'},
				{pid: 300, comm: 'u', args: ['/usr/bin/u'], cgroup: '/system.slice/u.service'},
			],
			{
				'etc/systemd/system/u.service': '[Service]\nExecStart=/usr/bin/u\n',
				'run/systemd/system/.keep': '',
			},
		);
		const terminal = openTerminal({
			args: ['--root', root, '--delay', '0.5', '--lang', 'en', 'pid:300'],
			env: {PATH: `${folder}:/usr/bin:/bin`, PAGER: pager, EDITOR: ''},
		});
		await terminal.waitFor(screen => listIsFilled(screen) && screen.join('\n').includes('u.service'));
		terminal.press('4');
		await terminal.waitFor('ExecStart');
		terminal.press('e');
		await terminal.waitFor('the pager is here, still');
		terminal.resize(100, 28);
		await terminal.waitFor(screen => listIsFilled(screen) && footer(screen).includes('q quit'));
		terminal.press('ctrl+c');
		expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
		expect(writtenAway(terminal.modes().rawBytes).length).toBeGreaterThan(1);
		expect(drawnAway(terminal.modes().rawBytes)).toEqual([]);
	}, 60_000);
});
