// Bundles the program into dist/: a script that old Nodes can read, a small entry without React, and chunks that load when a command needs them.
import fs from 'node:fs';
import {builtinModules} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {writeEntry} from './entry.mjs';
import {writeManual} from './man.mjs';
import {writeProvenance} from './provenance.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
fs.rmSync(path.join(root, 'dist'), {recursive: true, force: true});

const result = await build({
	absWorkingDir: root,
	entryPoints: {main: 'source/main.ts'},
	outdir: 'dist',
	outExtension: {'.js': '.mjs'},
	bundle: true,
	splitting: true,
	platform: 'node',
	format: 'esm',
	target: 'node20',
	jsx: 'automatic',
	minify: true,
	charset: 'utf8',
	legalComments: 'none',
	metafile: true,
	logLevel: 'warning',
	external: Object.keys(manifest.dependencies),
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		__VERSION__: JSON.stringify(manifest.version),
		// yoga-layout fetches its own data: address; without fetch it decodes it itself, which is faster at start
		fetch: 'undefined',
	},
	plugins: [
		{
			name: 'lazy-builtins',
			setup(builder) {
				// an import of a module of Node asks for everything that it has: process for its streams, util for its tables of differences
				const builtins = new Set(builtinModules.flatMap(name => [name, `node:${name}`]));
				builder.onResolve({filter: /^(?:node:)?[a-z_/]+$/}, ({path: name}) =>
					builtins.has(name) ? {path: name.replace(/^(?:node:)?/, 'node:'), namespace: 'builtin'} : null,
				);
				builder.onLoad({filter: /.*/, namespace: 'builtin'}, ({path: name}) => ({
					contents: `module.exports = process.getBuiltinModule('${name}')`,
				}));
			},
		},
		{
			name: 'late-tables',
			setup(builder) {
				// making a segmenter and the pattern of all emoji costs 20 ms each, and most lists hold no text that needs them
				const late = {
					'const segmenter = new Intl.Segmenter();':
						'let madeSegmenter; const segmenter = {segment: text => (madeSegmenter ??= new Intl.Segmenter()).segment(text)};',
					'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;':
						'let madeEmoji; const rgiEmojiRegex = {test: text => (madeEmoji ??= /^\\p{RGI_Emoji}$/v).test(text)};',
				};
				builder.onLoad({filter: /[\\/]string-width[\\/]index\.js$/}, ({path: file}) => {
					let code = fs.readFileSync(file, 'utf8');
					for (const [eager, lazy] of Object.entries(late)) {
						if (!code.includes(eager)) {
							throw new Error(`${file} has changed: there is no ${eager}`);
						}
						code = code.replace(eager, () => lazy);
					}
					return {contents: code};
				});
			},
		},
		{
			name: 'parsed-json',
			setup(builder) {
				// a long object is parsed twice as fast as JSON than as JavaScript
				builder.onLoad({filter: /[\\/](?:knowledge|demo)[\\/].*\.json$/}, ({path: file}) => {
					const json = JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8')))
						.replace(/[\\']/g, '\\$&')
						.replace(/[\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16)}`);
					return {contents: `export default JSON.parse('${json}')`, loader: 'js'};
				});
			},
		},
		{
			name: 'no-devtools',
			setup(builder) {
				builder.onResolve({filter: /^react-devtools-core$/}, () => ({path: 'none', namespace: 'none'}));
				builder.onLoad({filter: /.*/, namespace: 'none'}, () => ({contents: 'export default {}'}));
			},
		},
	],
});

for (const name of fs.readdirSync(path.join(root, 'source/schema'))) {
	fs.copyFileSync(path.join(root, 'source/schema', name), path.join(root, 'dist', name));
}

const changelog = path.join(root, '.github/CHANGELOG.md');
if (fs.existsSync(changelog)) {
	fs.copyFileSync(changelog, path.join(root, 'dist/CHANGELOG.md'));
}

await writeEntry(root, manifest.engines.node);
writeProvenance(root, result.metafile.outputs, Object.keys(manifest.dependencies));
await writeManual(root, manifest.version);
