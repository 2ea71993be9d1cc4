import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const corpora = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../shared/corpus');
const root = path.join(corpora, 'macos');

/** lsof prints its fields alike on both systems. */
export const linuxRoot = path.join(corpora, 'linux');

/** The specimens live beside the repository and are not part of it. */
export const hasMacCorpus = fs.existsSync(root);

export const noticeWithoutMacCorpus = (): void => {
	if (!hasMacCorpus) {
		console.info(`no specimens at ${root}: the tests that need them are skipped`);
	}
};

/** The names of all files below a folder of the corpus that end so; empty where there is no corpus. */
export const macFiles = (folder: string, ending = ''): readonly string[] =>
	hasMacCorpus
		? fs
				.readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true})
				.filter(entry => entry.isFile() && entry.name.endsWith(ending))
				.map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
				.sort()
		: [];

export const readMacBytes = (name: string): Uint8Array => fs.readFileSync(path.join(root, name));

export const readMacText = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');

/** Pieces of a text that each begin with a line like `header`, without what stands before the first. */
export const splitAtLines = (text: string, header: RegExp): readonly string[] => {
	const starts = [...text.matchAll(header)].map(found => found.index);
	return starts.map((start, index) => text.slice(start, starts[index + 1]));
};
