import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../source/paint/cell.js';
import type {Action} from '../../source/store/state.js';
import {languages, textOf} from '../../source/text/text.js';
import {composeFrame} from '../../source/view/frame.js';
import {lookAtDemo} from './pane-machines.js';
import {screenOf, storeAt, suffixOf} from './scene.js';

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
	'demo-initials': [{type: 'search-open'}, {type: 'search-insert', text: 'ㄷㅁ'}],
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

	const sizes = [
		[120, 40],
		[80, 24],
		[40, 15],
	] as const;
	test.each(
		Object.keys(scenes).flatMap(name =>
			sizes.flatMap(([columns, rows]) => languages.map(language => [name, columns, rows, language] as const)),
		),
	)('%s at %i × %i, in %s', (name, columns, rows, language) => {
		const store = storeAt(columns, rows, snapshot, language);
		for (const action of scenes[name] ?? []) {
			store.dispatch(action);
		}

		const {lines} = composeFrame(store.getState(), textOf(language));
		expect(lines.map(lineWidth).filter(width => width !== columns)).toEqual([]);
		const file = path.join(golden, `${name}-${columns}x${rows}${suffixOf(language)}.txt`);
		const text = `${screenOf(store).join('\n')}\n`;
		if (process.env.UPDATE || !existsSync(file)) {
			writeFileSync(file, text);
		}

		expect(text).toBe(readFileSync(file, 'utf8'));
	});
});
