import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';

const root = path.resolve(import.meta.dirname, '../source');

/** Who may import whom: the flow is collect → join → classify → store → view. */
const layers: Readonly<Record<string, readonly string[]>> = {
	model: [],
	text: ['model'],
	knowledge: ['model'],
	run: ['model', 'parse'],
	demo: ['model', 'run'],
	parse: ['model'],
	platform: ['model', 'run', 'parse', 'ask', 'explain'],
	join: ['model'],
	classify: ['model'],
	snapshot: ['model', 'platform', 'join', 'classify', 'run'],
	columns: ['model', 'text'],
	ask: ['model'],
	explain: ['model', 'parse', 'join'],
	learn: ['model', 'columns', 'join', 'classify', 'explain'],
	report: ['model', 'text', 'columns', 'join', 'classify', 'ask', 'explain', 'learn'],
	paint: ['model', 'report'],
	store: ['model', 'text', 'columns', 'join', 'snapshot', 'run', 'learn'],
	keymap: ['store', 'text'],
	view: ['model', 'text', 'columns', 'learn', 'report', 'paint', 'store', 'keymap'],
	commands: [
		'model',
		'text',
		'knowledge',
		'run',
		'parse',
		'platform',
		'join',
		'classify',
		'ask',
		'explain',
		'snapshot',
		'columns',
		'learn',
		'report',
		'paint',
		'store',
		'keymap',
		'commands',
		'demo',
	],
	cli: [],
	main: ['commands', 'text', 'parse', 'polyfills'],
	polyfills: ['polyfills-node-20'],
	'polyfills-node-20': [],
};

/** `commands` may load the view when it is needed, and only `commands/run-screen.ts` does. */
const lazyImports: Readonly<Record<string, string>> = {'commands/run-screen.ts': 'view'};

/** Packages and modules that belong to one place. */
const owners: Readonly<Record<string, readonly string[]>> = {
	react: ['view'],
	ink: ['view'],
	execa: ['run'],
	'ps-list': ['run'],
	'node:child_process': [],
	'node:fs': ['run'],
	'node:os': ['run'],
	'fuse.js': ['store'],
	'string-width': ['paint'],
	'es-hangul': ['view'],
};

type Source = {file: string; layer: string; text: string; imports: readonly {target: string; isLazy: boolean}[]};

const layerOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.tsx?$/, ''));

const readSources = (): readonly Source[] =>
	readdirSync(root, {recursive: true, encoding: 'utf8'})
		.filter(file => /\.tsx?$/.test(file))
		.map(file => {
			const text = readFileSync(path.join(root, file), 'utf8');
			const found = [...text.matchAll(/(import\()?(?:from |import )?'([^']+)'(?: with [^;]*)?[;)]/g)].filter(match =>
				/import|from/.test(match[0]),
			);
			return {file, layer: layerOf(file), text, imports: found.map(match => ({target: match[2] ?? '', isLazy: match[1] !== undefined}))};
		});

const sources = readSources();

const layerOfImport = (file: string, target: string): string | null =>
	target.startsWith('.') ? layerOf(path.relative(root, path.resolve(root, path.dirname(file), target)).replace(/\.js(on)?$/, '')) : null;

describe('the tree is the architecture', () => {
	test('every folder and file at the top is a layer', () => {
		expect([...new Set(sources.map(({layer}) => layer))].filter(layer => !(layer in layers))).toEqual([]);
	});

	test.each(sources.map(source => [source.file, source] as const))(
		'%s imports only from the layers below it',
		(_, {file, layer, imports}) => {
			const forbidden = imports.flatMap(({target, isLazy}) => {
				const other = layerOfImport(file, target);
				const isAllowed = other === null || other === layer || layers[layer]?.includes(other) || (isLazy && lazyImports[file] === other);
				return isAllowed ? [] : [`${layer} → ${other} (${target})`];
			});
			expect(forbidden).toEqual([]);
		},
	);

	test.each(Object.entries(owners))('%s is used only where it belongs', (name, allowed) => {
		const users = sources.filter(({imports}) => imports.some(({target}) => target === name || target.startsWith(`${name}/`)));
		expect(users.filter(({layer}) => !allowed.includes(layer)).map(({file}) => file)).toEqual([]);
	});

	test('time is asked of the clock alone', () => {
		const users = sources.filter(({text}) => /Date\.now|performance\.now|new Date\(\)/.test(text)).map(({file}) => file);
		expect(users).toEqual(['run/clock.ts']);
	});

	test('which system this is, one file asks', () => {
		expect(sources.filter(({text}) => text.includes('process.platform')).map(({file}) => file)).toEqual(['platform/detect.ts']);
	});

	test('no file is longer than 250 lines, data aside', () => {
		const long = sources
			.filter(({text, layer}) => layer !== 'text' && text.split('\n').length > 251)
			.map(({file, text}) => `${file}: ${text.split('\n').length}`);
		expect(long).toEqual([]);
	});

	test('no name says nothing', () => {
		expect(
			sources.filter(({file}) => /(?:^|\/)(?:utils?|helpers?|common|misc|manager|types|index)\.tsx?$/.test(file)).map(({file}) => file),
		).toEqual([]);
	});
});
