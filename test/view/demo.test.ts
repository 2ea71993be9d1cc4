import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../source/paint/cell.js';
import type {Action} from '../../source/store/state.js';
import {textOf} from '../../source/text/text.js';
import {composeFrame} from '../../source/view/frame.js';
import {lookAtDemo} from './pane-machines.js';
import {screenOf, storeAt} from './scene.js';

const golden = path.join(import.meta.dirname, 'golden');

const {snapshot} = await lookAtDemo();

const scenes: Readonly<Record<string, readonly Action[]>> = {
	'demo-list': [],
	'demo-bird': [
		{type: 'search-insert', text: 'bird'},
		{type: 'pane', pane: 'why'},
	],
	'demo-maccy': [{type: 'search-insert', text: 'Maccy'}],
	'demo-kakao': [{type: 'search-insert', text: '카카오'}],
};

describe('the built-in Mac', () => {
	test('has a verdict on everything, and asks nothing in vain', () => {
		expect(snapshot.processes.length).toBeGreaterThan(250);
		expect(snapshot.problems).toEqual([]);
		expect(snapshot.processes.filter(({verdict}) => verdict.kind === 'unknown').map(({name}) => name)).toEqual([]);
	});

	test.each([
		['bird', 'agent'],
		['Maccy', 'background-app'],
		['WindowServer', 'daemon'],
		['loginwindow', 'session'],
		['Finder', 'agent'],
		['Safari', 'app'],
		['com.docker.backend', 'app-helper'],
		['Google Chrome Helper (Renderer)', 'app-helper'],
		['com.apple.WebKit.WebContent', 'xpc-service'],
		['mDNSResponder', 'daemon'],
	] as const)('knows %s as %s', (name, kind) => {
		const found = snapshot.processes.filter(process => process.name === name);
		expect(found.length).toBeGreaterThan(0);
		expect(new Set(found.map(({verdict}) => verdict.kind))).toEqual(new Set([kind]));
	});

	test('says what nearly every process does', () => {
		expect(snapshot.processes.filter(({program}) => program === null).length / snapshot.processes.length).toBeLessThan(0.1);
	});

	test.each(Object.keys(scenes).flatMap(name => [[name, 120, 40] as const, [name, 80, 24] as const, [name, 40, 15] as const]))(
		'%s at %i × %i',
		(name, columns, rows) => {
			const store = storeAt(columns, rows, snapshot);
			for (const action of scenes[name] ?? []) {
				store.dispatch(action);
			}

			const {lines} = composeFrame(store.getState(), textOf('en'));
			expect(lines.map(lineWidth).filter(width => width !== columns)).toEqual([]);
			const file = path.join(golden, `${name}-${columns}x${rows}.txt`);
			const text = `${screenOf(store).join('\n')}\n`;
			if (process.env.UPDATE || !existsSync(file)) {
				writeFileSync(file, text);
			}

			expect(text).toBe(readFileSync(file, 'utf8'));
		},
	);
});
