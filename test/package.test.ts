import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {beforeAll, describe, expect, test} from 'vitest';
import {buildIfMissing} from './terminal/program.js';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

type Manifest = {
	version: string;
	bin: Record<string, string>;
	man: string;
	engines: {node: string};
	dependencies: Record<string, string>;
	scripts: Record<string, string>;
};
type Packed = {size: number; bundled: string[]; files: {path: string; mode: number}[]};
type Library = {name: string; version: string; licence: string; source: string; package: string; integrity: string};
type Lock = {packages: Record<string, {version: string; dependencies?: object; optionalDependencies?: object; peerDependencies?: object}>};

const manifest: Manifest = JSON.parse(read('package.json'));

/** The libraries whose code the bundler takes, found by bundling and not by what the build says of itself. */
const librariesInBundle = async (): Promise<readonly string[]> => {
	const {metafile} = await build({
		absWorkingDir: root,
		entryPoints: ['source/main.ts'],
		bundle: true,
		write: false,
		metafile: true,
		splitting: true,
		outdir: 'none',
		platform: 'node',
		format: 'esm',
		logLevel: 'error',
		external: [...Object.keys(manifest.dependencies), 'react-devtools-core'],
	});
	const folders = Object.values(metafile.outputs)
		.flatMap(({inputs}) => Object.entries(inputs))
		.flatMap(([input, {bytesInOutput}]) => (bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []) : []));
	const names = [...new Set(folders)].map(folder => {
		const {name, version} = JSON.parse(read(path.join(folder, 'package.json')));
		return `${name} ${version}`;
	});
	return [...new Set(names)].sort();
};

describe('the package', () => {
	let packed: Packed;
	let files: readonly string[];

	beforeAll(async () => {
		await buildIfMissing();
		const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: root, encoding: 'utf8', stdio: 'pipe'});
		[packed] = JSON.parse(json);
		files = packed.files.map(file => file.path);
	});

	test('is smaller than 1.5 MB', () => {
		expect(packed.size).toBeLessThan(1_500_000);
		expect(packed.size).toBeGreaterThan(100_000);
	});

	test('holds the program, its manual page, its schemas, its licences and where its libraries come from', () => {
		expect(files).toEqual(
			expect.arrayContaining([
				'package.json',
				'README.md',
				'README.ko.md',
				'LICENSE',
				'dist/cli.js',
				'dist/load.js',
				'dist/main.mjs',
				'dist/package.json',
				'dist/third-party-licences.txt',
				'dist/provenance.json',
				'dist/daemon-top.1',
				'dist/output.schema.json',
				'dist/config.schema.json',
			]),
		);
		expect(files.includes('dist/CHANGELOG.md')).toBe(existsSync(path.join(root, '.github/CHANGELOG.md')));
	});

	test('holds nothing else: no sources, no tests, no source maps, no packages', () => {
		const expected = /^(?:package\.json|README(?:\.ko)?\.md|LICENSE|dist\/[\w.-]+\.(?:mjs|js|json|1|txt|md))$/;
		expect(files.filter(file => !expected.test(file) || /\.map$|\.test\.|tsbuildinfo/.test(file))).toEqual([]);
		expect(packed.bundled).toEqual([]);
	});

	test('starts with a file that may be run, and names the manual page it holds', () => {
		expect(manifest.bin).toEqual({'daemon-top': 'dist/cli.js'});
		expect(packed.files.find(file => file.path === 'dist/cli.js')?.mode).toBe(0o755);
		expect(files).toContain(manifest.man);
	});

	test('brings at most one other package, which brings none, and nothing that runs while it is installed', () => {
		const {packages}: Lock = JSON.parse(read('package-lock.json'));
		const names = Object.keys(manifest.dependencies);
		expect(names.length).toBeLessThanOrEqual(1);
		for (const name of names) {
			const {dependencies = {}, optionalDependencies = {}, peerDependencies = {}} = packages[`node_modules/${name}`]!;
			expect({...dependencies, ...optionalDependencies, ...peerDependencies}, name).toEqual({});
		}

		expect(Object.keys(manifest.scripts).filter(name => /^(?:pre|post)?install$/.test(name))).toEqual([]);
	});

	test('refuses the Nodes that engines refuses, in words that an old Node can read', () => {
		const entry = read('dist/cli.js');
		const needed = manifest.engines.node.replace('>=', '');
		expect(entry).toContain(`[${needed.replace('.', ',')}]`);
		expect(entry).toContain(`needs Node ${needed} or newer`);
		expect(entry).toContain(`Node ${needed} 이상이 필요합니다`);
		expect(entry).not.toMatch(/\bimport\b|\bawait\b|\basync\b|\bexport\b|\?\.|\?\?|\.\.\.|node:/);
		expect(JSON.parse(read('dist/package.json'))).toEqual({type: 'commonjs'});
	});
});

describe('what is bundled', () => {
	const licences = (): string => read('dist/third-party-licences.txt');

	test('stands in the provenance, library by library and none besides, each with its licence, source, package and checksum', async () => {
		const {bundled}: {bundled: Library[]} = JSON.parse(read('dist/provenance.json'));
		expect(bundled.map(({name, version}) => `${name} ${version}`).sort()).toEqual(await librariesInBundle());
		for (const {name, version, licence, source, package: packageUrl, integrity} of bundled) {
			expect(licence, name).toMatch(/^(?:MIT|ISC|Apache-2\.0|BSD-[\w-]+)$/);
			expect(source, name).toMatch(/^https:\/\/[\w.-]+\/[\w./-]+$/);
			expect(packageUrl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
			expect(integrity, name).toMatch(/^sha512-[\w+/]{86}==$/);
		}
	});

	test('has the checksums of the lock file', () => {
		const {bundled, installed}: {bundled: Library[]; installed: Library[]} = JSON.parse(read('dist/provenance.json'));
		const locked = new Set([...read('package-lock.json').matchAll(/"integrity": "([^"]+)"/g)].map(([, integrity]) => integrity));
		expect([...bundled, ...installed].filter(({integrity}) => !locked.has(integrity))).toEqual([]);
		expect(installed.map(({name}) => name)).toEqual(Object.keys(manifest.dependencies));
	});

	test('goes with the text of every licence', () => {
		const {bundled}: {bundled: Library[]} = JSON.parse(read('dist/provenance.json'));
		const notices = licences()
			.split(`\n${'-'.repeat(72)}\n\n`)
			.slice(1);
		expect(notices.map(notice => notice.split('\n')[0])).toEqual(
			bundled.map(({name, version, licence}) => `${name} ${version} (${licence})`),
		);
		const permission = /Permission is hereby granted|Permission to use, copy, modify|Redistribution and use in source|TERMS AND CONDITIONS/;
		expect(notices.filter(notice => !/copyright/i.test(notice) || !permission.test(notice)).map(notice => notice.slice(0, 60))).toEqual([]);
	});

	test('goes with the notices of what the libraries themselves took from others', () => {
		expect(licences()).toContain('Copyright OpenJS Foundation and other contributors');
		expect(licences()).toContain('Emscripten authors');
	});
});

describe('the pictures of the README', () => {
	test.each(['README.md', 'README.ko.md'])('of %s are there', file => {
		const pictures = [...read(file).matchAll(/(?:!\[[^\]]*\]\(|(?:src|srcset)=")([^)"\s]+)/g)].map(([, picture = '']) => picture);
		expect(pictures.length).toBeGreaterThan(0);
		const local = pictures.map(picture => picture.replace(/^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[^/]+\//, ''));
		expect(local.filter(picture => !/^https?:/.test(picture) && !existsSync(path.join(root, picture)))).toEqual([]);
	});
});
