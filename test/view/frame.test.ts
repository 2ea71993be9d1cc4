import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {keymap} from '../../source/keymap.js';
import {lineWidth} from '../../source/paint/cell.js';
import {plainText} from '../../source/paint/style.js';
import type {Action} from '../../source/store/state.js';
import type {Store} from '../../source/store/store.js';
import {type Language, languages, textOf} from '../../source/text/text.js';
import {composeFrame, type Frame} from '../../source/view/frame.js';
import {machineSnapshot, screenOf, storeAt, suffixOf} from './scene.js';

const golden = path.join(import.meta.dirname, 'golden');
const sizes = [
	[160, 45],
	[120, 40],
	[80, 24],
	[40, 15],
	[24, 6],
	[20, 5],
] as const;

const scenes: Readonly<Record<string, readonly Action[]>> = {
	list: [],
	why: [
		{type: 'move', by: 7},
		{type: 'pane', pane: 'why'},
	],
	service: [{type: 'search-insert', text: '한글'}, {type: 'search-keep'}, {type: 'message', message: null}],
	search: [{type: 'search-open'}, {type: 'search-insert', text: 'ngnx !user:root'}],
	'broken-search': [{type: 'search-open'}, {type: 'search-insert', text: 'ssh kind:zzz'}],
	glimpse: [],
	'glimpse-none': [
		{type: 'filter', filter: 'managed-job'},
		{type: 'message', message: null},
	],
	'none-of-kind': [
		{type: 'filter', filter: 'managed-job'},
		{type: 'message', message: null},
	],
	'none-found-of-kind': [
		{type: 'filter', filter: 'agent'},
		{type: 'search-insert', text: 'nginx'},
		{type: 'search-keep'},
		{type: 'message', message: null},
	],
	tree: [{type: 'tree'}],
	sort: [{type: 'menu', mode: 'sort'}],
	kinds: [{type: 'menu', mode: 'facets'}],
	help: [{type: 'menu', mode: 'help'}],
	pane: [{type: 'pane-open'}],
	reading: [],
};

const play = (name: string, columns: number, rows: number, language: Language = 'en'): Store => {
	const snapshot = machineSnapshot({unread: name.startsWith('glimpse') ? 10_055 : 0});
	const store = storeAt(columns, rows, name === 'reading' ? null : snapshot, language);
	for (const action of scenes[name] ?? []) {
		store.dispatch(action);
	}

	return store;
};

const cases = Object.keys(scenes).flatMap(name => sizes.map(([columns, rows]) => [name, columns, rows] as const));

const frameOf = (store: Store): Frame => composeFrame(store.getState(), textOf(store.getState().language));

describe.each(languages)('frames in %s', language => {
	test.each(cases.filter(([name, columns]) => columns === 120 || columns === 80 || columns === 40 || name === 'list'))(
		'%s at %i × %i',
		(name, columns, rows) => {
			const file = path.join(golden, `${name}-${columns}x${rows}${suffixOf(language)}.txt`);
			const text = `${screenOf(play(name, columns, rows, language)).join('\n')}\n`;
			if (process.env.UPDATE || !existsSync(file)) {
				mkdirSync(golden, {recursive: true});
				writeFileSync(file, text);
			}

			expect(text).toBe(readFileSync(file, 'utf8'));
		},
	);

	test.each(cases)('%s at %i × %i fills the screen exactly', (name, columns, rows) => {
		const {lines} = frameOf(play(name, columns, rows, language));
		expect(lines).toHaveLength(rows);
		expect(lines.map(lineWidth).filter(width => width !== columns)).toEqual([]);
	});

	test.each(['list', 'why', 'tree', 'kinds', 'service'])('no size breaks a line of %s, down to nothing', name => {
		const store = play(name, 80, 24, language);
		for (let columns = 1; columns < 170; columns += 3) {
			for (const rows of [1, 2, 5, 6, 9, 15, 21, 24, 50]) {
				store.dispatch({type: 'resize', size: {columns, rows}});
				const {lines} = frameOf(store);
				expect(lines.length, `${columns}x${rows}`).toBe(rows);
				expect(
					lines.map(lineWidth).filter(width => width !== columns),
					`${columns}x${rows}`,
				).toEqual([]);
			}
		}
	});

	test('every key in any mode, in a long random row, leaves a whole screen', () => {
		const store = storeAt(80, 24, machineSnapshot(), language);
		let seed = 7;
		const random = (limit: number): number => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
			return seed % limit;
		};

		const actions = keymap.map(({action}) => action).filter(({type}) => type !== 'quit');
		for (let step = 0; step < 2000; step++) {
			const action =
				random(10) === 0
					? ({type: 'resize', size: {columns: 1 + random(170), rows: 1 + random(50)}} as const)
					: actions[random(actions.length)];
			store.dispatch(action as Action);
			const {size} = store.getState();
			const {lines} = frameOf(store);
			expect(lines.length).toBe(size.rows);
			expect(lines.every(line => lineWidth(line) === size.columns)).toBe(true);
		}
	});
});

describe('the selected row', () => {
	test('is marked by a sign and not by colour alone', () => {
		expect(screenOf(storeAt(80, 24)).filter(line => line.startsWith('› '))).toHaveLength(1);
	});

	test('has its name and pid above the pane', () => {
		const store = storeAt(120, 40);
		store.dispatch({type: 'move', by: 1});
		const selected = screenOf(store).find(line => line.startsWith('› ')) ?? '';
		const pid = /\d+/.exec(selected)?.[0];
		expect(screenOf(store).some(line => line.includes('1 Overview') && line.endsWith(` · ${pid}`))).toBe(true);
	});
});

test('a match is highlighted in the cell where it was found', () => {
	const store = play('search', 120, 40);
	const {lines} = composeFrame(store.getState(), textOf('en'));
	const marked = lines.flatMap(({spans}) => spans.filter(({style}) => style === 'match').map(({text}) => text)).join('');
	expect(marked).toMatch(/^(?:nginx|ngnx|n|g|nx|ng)+$/);
	expect(lines.map(plainText).some(line => line.includes('nginx'))).toBe(true);
});
