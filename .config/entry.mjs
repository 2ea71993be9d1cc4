// Writes dist/cli.js, which every Node since 6 can read, and dist/load.js, which it opens on a Node that is new enough.
import fs from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {loadSource} from './load-source.mjs';

/** What the texts say of a Node that is too old, by language, with `%` for its version. */
const sentences = async (root, needed) => {
	const contents =
		"import {languages, textOf} from './source/text/text.js';" +
		'export const sentences = needed => Object.fromEntries(' +
		"languages.map(language => [language, textOf(language).error.nodeTooOld('%', needed)]));";
	const module = await loadSource(root, {stdin: {contents, resolveDir: root, loader: 'ts'}});
	return module.sentences(needed);
};

/** `engines`: the range of package.json, `>=20.19`. */
export const writeEntry = async (root, engines) => {
	const [, needed] = /^>=(\d+\.\d+)$/.exec(engines) ?? [];
	if (needed === undefined) {
		throw new Error(`engines.node of package.json is ${engines}, and only >=major.minor is understood`);
	}

	const entry = path.join(root, 'dist/cli.js');
	await build({
		absWorkingDir: root,
		entryPoints: ['source/cli.ts'],
		outfile: entry,
		bundle: true,
		external: ['./load.js'],
		platform: 'node',
		format: 'cjs',
		target: 'node6',
		minifySyntax: true,
		minifyWhitespace: true,
		charset: 'utf8',
		logLevel: 'warning',
		banner: {js: '#!/usr/bin/env node'},
		define: {
			__NEEDED_NODE__: JSON.stringify(needed.split('.').map(Number)),
			__NODE_TOO_OLD__: JSON.stringify(await sentences(root, needed)),
		},
	});
	fs.chmodSync(entry, 0o755);
	fs.writeFileSync(path.join(root, 'dist/load.js'), "import('./main.mjs');\n");
	// without this, .js in a package of modules is a module, which a Node before 12 cannot read
	fs.writeFileSync(path.join(root, 'dist/package.json'), '{"type": "commonjs"}\n');
};
