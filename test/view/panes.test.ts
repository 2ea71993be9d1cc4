import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {lineWidth} from '../../source/paint/cell.js';
import {plainText} from '../../source/paint/style.js';
import {type Action, type PaneId, paneIds} from '../../source/store/state.js';
import {type Language, languages, textOf} from '../../source/text/text.js';
import {composeFrame} from '../../source/view/frame.js';
import {paneText} from '../../source/view/pane.js';
import {reports} from '../../source/view/reports.js';
import {findProcess, type Looked, lookAtDemo, lookAtRecording, openPane} from './pane-machines.js';
import {screenOf, storeAt, suffixOf} from './scene.js';

const golden = path.join(import.meta.dirname, 'golden');

const machines: Readonly<Record<string, Looked>> = {mac: await lookAtDemo(), linux: await lookAtRecording('debian-12-panes.jsonl.gz')};

const named = (name: string) => (process: ExplainedProcess) => process.name === name;
const ofUnit = (unit: string) => (process: ExplainedProcess) => process.service?.name === unit && process.role === 'main';
const withArguments = (word: string) => (process: ExplainedProcess) => process.args?.some(argument => argument.includes(word)) ?? false;

type Scene = {machine: string; who: (process: ExplainedProcess) => boolean; pane: PaneId; steps?: readonly Action[]};

const full: Action = {type: 'pane-open'};
const commands: Action = {type: 'menu', mode: 'commands'};
const ports: Action = {type: 'menu', mode: 'ports'};

const scenes: Readonly<Record<string, Scene>> = {
	'mac-overview': {machine: 'mac', who: named('bird'), pane: 'overview'},
	'mac-sockets': {machine: 'mac', who: withArguments('server.js'), pane: 'sockets'},
	'mac-sockets-denied': {machine: 'mac', who: named('mDNSResponder'), pane: 'sockets'},
	'mac-config': {machine: 'mac', who: named('mDNSResponder'), pane: 'config', steps: [full]},
	'mac-config-none': {machine: 'mac', who: named('Maccy'), pane: 'config'},
	'mac-learn': {machine: 'mac', who: named('bird'), pane: 'learn'},
	'mac-learn-full': {machine: 'mac', who: named('distnoted'), pane: 'learn', steps: [full]},
	'mac-learn-guess': {machine: 'mac', who: named('focus-timer-agent'), pane: 'learn'},
	'mac-logs': {machine: 'mac', who: named('bird'), pane: 'logs'},
	'mac-ports': {machine: 'mac', who: named('bird'), pane: 'overview', steps: [ports]},
	'mac-commands': {machine: 'mac', who: named('bird'), pane: 'overview', steps: [commands]},
	'linux-overview': {machine: 'linux', who: ofUnit('ssh.service'), pane: 'overview'},
	'linux-sockets': {machine: 'linux', who: ofUnit('nginx.service'), pane: 'sockets'},
	'linux-config': {machine: 'linux', who: ofUnit('dt-dropin.service'), pane: 'config', steps: [full]},
	'linux-learn': {machine: 'linux', who: ofUnit('ssh.service'), pane: 'learn'},
	'linux-logs': {machine: 'linux', who: ofUnit('ssh.service'), pane: 'logs'},
	'linux-ports': {machine: 'linux', who: ofUnit('ssh.service'), pane: 'overview', steps: [ports, {type: 'menu-move', by: 4}]},
	'linux-commands': {machine: 'linux', who: ofUnit('ssh.service'), pane: 'config', steps: [commands]},
};

const openScene = async ({machine, who, pane, steps = []}: Scene, columns: number, rows: number, language: Language = 'en') => {
	const looked = machines[machine] as Looked;
	const store = storeAt(columns, rows, looked.snapshot, language);
	for (const action of [...(await openPane(looked, findProcess(looked, who), pane)), ...steps]) {
		store.dispatch(action);
	}

	return store;
};

const sizes = [
	[120, 40],
	[80, 24],
	[40, 15],
] as const;

describe.each(languages)('a pane, in %s,', language => {
	test.each(Object.keys(scenes).flatMap(name => sizes.map(([columns, rows]) => [name, columns, rows] as const)))(
		'%s at %i × %i',
		async (name, columns, rows) => {
			const store = await openScene(scenes[name] as Scene, columns, rows, language);
			const {lines} = composeFrame(store.getState(), textOf(language));
			expect(lines.map(lineWidth).filter(width => width !== columns)).toEqual([]);
			expect(lines).toHaveLength(rows);
			const file = path.join(golden, `pane-${name}-${columns}x${rows}${suffixOf(language)}.txt`);
			const text = `${screenOf(store).join('\n')}\n`;
			if (process.env.UPDATE || !existsSync(file)) {
				writeFileSync(file, text);
			}

			expect(text).toBe(readFileSync(file, 'utf8'));
		},
	);
});

describe('a pane', () => {
	const secretScene: Scene = {machine: 'linux', who: ofUnit('dt-dropin.service'), pane: 'config', steps: [full]};

	test('covers what looks like a secret until somebody asks', async () => {
		const store = await openScene(secretScene, 120, 40);
		expect(screenOf(store).join('\n')).toContain('DT_SECRET=••••••');
		store.dispatch({type: 'secrets'});
		expect(screenOf(store).join('\n')).not.toContain('••••••');
	});

	test('opens with its newest lines where it is a log, and scrolls to the older ones', async () => {
		const store = await openScene({machine: 'mac', who: named('bird'), pane: 'logs'}, 80, 24);
		const last = screenOf(store).at(-2);
		const {paneScrollMax} = composeFrame(store.getState(), textOf('en'));
		expect(paneScrollMax).toBeGreaterThan(0);
		store.dispatch({type: 'pane-scroll', by: -1, limit: paneScrollMax});
		expect(screenOf(store).at(-2)).not.toBe(last);
		store.dispatch({type: 'pane-scroll', by: 1, limit: paneScrollMax});
		expect(screenOf(store).at(-2)).toBe(last);
	});
});

describe.each(Object.keys(machines).flatMap(name => languages.map(language => [name, language] as const)))(
	'of every process of the machine "%s", in %s,',
	(name, language) => {
		test.each(paneIds)(
			'the pane %s is drawn in whole lines, of words alone',
			async pane => {
				const looked = machines[name] as Looked;
				const odd: string[] = [];
				for (const process of looked.snapshot.processes) {
					const store = storeAt(80, 24, looked.snapshot, language);
					for (const action of await openPane(looked, process, pane)) {
						store.dispatch(action);
					}

					const text = paneText(store.getState(), textOf(language), reports).map(plainText).join('\n');
					const isWhole = composeFrame(store.getState(), textOf(language)).lines.every(line => lineWidth(line) === 80);
					if (!isWhole || /\bundefined\b|\bNaN\b|\[object|\bInfinity\b/.test(text)) {
						odd.push(`${process.name} ${process.pid}`);
					}
				}

				expect(odd).toEqual([]);
			},
			60_000,
		);
	},
);

describe('the list of everything that listens', () => {
	test('leads to the process that listens, with its sockets open', async () => {
		const store = await openScene({machine: 'linux', who: ofUnit('ssh.service'), pane: 'overview', steps: [ports]}, 120, 40);
		const chosen = /^› tcp (\d+) .*? (\w+) (\d+)/.exec(screenOf(store).find(row => row.startsWith('› tcp')) ?? '');
		store.dispatch({type: 'menu-choose'});
		expect(store.getState()).toMatchObject({mode: 'browse', pane: 'sockets'});
		expect(store.getState().selected?.split('@')[0]).toBe(chosen?.[3]);
	});

	test('finds a process that a filter hides', async () => {
		const store = await openScene(
			{
				machine: 'linux',
				who: ofUnit('ssh.service'),
				pane: 'overview',
				steps: [{type: 'filter', filter: 'kernel'}, ports, {type: 'menu-choose'}],
			},
			120,
			40,
		);
		expect(store.getState()).toMatchObject({mode: 'browse', filter: 'all', pane: 'sockets'});
	});
});
