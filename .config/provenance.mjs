// Writes what the bundle is made of: dist/provenance.json for tools, dist/third-party-licences.txt for people.
import fs from 'node:fs';
import path from 'node:path';

/** What the build changes in a library on its way into the bundle. */
const changes = {
	ink: 'its connection to React DevTools is left out',
	'string-width': 'its table of emoji and its segmenter are made when they are first needed',
	'yoga-layout': 'its WebAssembly is decoded in place instead of being fetched',
};

/** Facts that were read somewhere and written down in words of our own. */
const knowledge = [
	{
		what: 'What programs do, and the articles about them (source/knowledge)',
		from: 'manual pages and documentation of the programs, named at each entry as its source; no text of theirs is copied',
		licence: 'that of daemon-top',
	},
	{
		what: 'What keys of launchd, directives of systemd and values of the system mean (source/text)',
		from: 'launchd.plist(5), systemd.directives(7) and other manual pages, named where they are used; no text of theirs is copied',
		licence: 'that of daemon-top',
	},
	{
		what: 'The machine of --demo (source/demo)',
		from: 'made up for daemon-top in the format of the tools of macOS; it is a recording of nobody',
		licence: 'that of daemon-top',
	},
];

const libraryOf = input => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? null;

/** A web address for `owner/name`, `github:owner/name`, `git+https://…` and their like. */
const address = repository => {
	const text = (typeof repository === 'string' ? repository : repository?.url) ?? '';
	const short = /^(?:github:)?([^/:@]+\/[^/:@]+)$/.exec(text);
	return short
		? `https://github.com/${short[1]}`
		: text
				.replace(/^git\+/, '')
				.replace(/^git:\/\//, 'https://')
				.replace(/^git@([^:]+):/, 'https://$1/')
				.replace(/\.git$/, '');
};

/** The licence and whatever else must go along with a copy: files of the library, else what we keep of it, else its README. */
const noticeOf = (root, folder, name) => {
	const inFolder = path.join(root, folder);
	const files = fs.readdirSync(inFolder).filter(file => /^(?:licen[cs]e|notice|copying|third.?party)/i.test(file));
	if (files.length > 0) {
		return files.map(file => fs.readFileSync(path.join(inFolder, file), 'utf8').trim()).join('\n\n');
	}

	const kept = path.join(root, '.config/licences', `${name.replace('@', '').replaceAll('/', '-')}.txt`);
	if (fs.existsSync(kept)) {
		return fs.readFileSync(kept, 'utf8').trim();
	}

	const readme = fs.readdirSync(inFolder).find(file => /^readme/i.test(file));
	const section = readme && /^#+ *licen[cs]e *\n([^#]*copyright[^#]*)/im.exec(fs.readFileSync(path.join(inFolder, readme), 'utf8'));
	if (!section) {
		throw new Error(`${name} brings no licence text; put it into ${path.relative(root, kept)}`);
	}

	return section[1].trim();
};

const describe = (root, locked, folder) => {
	const {name, version, license, repository, homepage} = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
	// the same whether node_modules stands here or is a link to another
	const lock = locked[folder.slice(folder.indexOf('node_modules/'))];
	if (lock?.version !== version || !lock.integrity) {
		throw new Error(`package-lock.json does not know ${folder} ${version}`);
	}

	return {
		name,
		version,
		licence: license,
		source: address(repository) || homepage,
		// a package URL names the file in the npm registry, and the integrity is the checksum that npm compared it with
		package: `pkg:npm/${name.replace('@', '%40')}@${version}`,
		integrity: lock.integrity,
	};
};

const table = rows => {
	const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
	return rows
		.map(row =>
			row
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
};

const rule = `\n${'-'.repeat(72)}\n\n`;

const tableOf = libraries =>
	table([
		['library', 'version', 'licence', 'source'],
		...libraries.map(({name, version, licence, source}) => [name, version, licence, source]),
	]);

/** `outputs`: those of esbuild's metafile; `dependencies`: what is installed beside the bundle instead of standing in it. */
export const writeProvenance = (root, outputs, dependencies) => {
	// npm leaves a copy of what it installed where the project's own lock file is not at hand
	const lockFile = ['package-lock.json', 'node_modules/.package-lock.json'].map(file => path.join(root, file)).find(fs.existsSync);
	const locked = JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
	// the same version may lie in several folders, which is one library all the same
	const libraries = new Map();
	for (const [input, {bytesInOutput}] of Object.values(outputs).flatMap(output => Object.entries(output.inputs))) {
		const folder = bytesInOutput > 0 ? libraryOf(input) : null;
		if (folder !== null) {
			const library = describe(root, locked, folder);
			const known = libraries.get(library.package) ?? {folder, library, bytes: 0};
			libraries.set(library.package, {...known, bytes: known.bytes + bytesInOutput});
		}
	}

	const found = [...libraries.values()].sort((a, b) => (a.library.package < b.library.package ? -1 : 1));
	const bundled = found.map(({library, bytes}) => ({...library, bytes, changed: changes[library.name] ?? null}));
	const installed = dependencies.map(name => describe(root, locked, `node_modules/${name}`));
	fs.writeFileSync(path.join(root, 'dist/provenance.json'), `${JSON.stringify({version: 1, bundled, installed, knowledge}, null, '\t')}\n`);

	const head = [
		'daemon-top holds code of these libraries. Their licences follow; provenance.json, beside this file, names the exact',
		'package of each in the npm registry, with its checksum, its size in the bundle and what the build changes in it.',
		'',
		tableOf(bundled),
		'',
		'Installed beside it by npm, with a licence of its own:',
		'',
		tableOf(installed),
	].join('\n');
	const notices = found.map(({folder, library: {name, version, licence}}) => {
		return `${name} ${version} (${licence})\n\n${noticeOf(root, folder, name)}\n`;
	});
	fs.writeFileSync(path.join(root, 'dist/third-party-licences.txt'), [`${head}\n`, ...notices].join(rule));
};
