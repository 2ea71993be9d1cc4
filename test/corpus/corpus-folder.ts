import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../shared/corpus/linux');

/** The recordings live beside the repository and are not part of it. */
export const hasCorpus = fs.existsSync(root);

export const noticeWithoutCorpus = (): void => {
	if (!hasCorpus) {
		console.info(`no recordings at ${root}: the tests that need them are skipped`);
	}
};

/** One line of `procfs.jsonl`. `null`, or a string that begins with `!`, is what could not be read. */
export type Row = {
	pid: number;
	stat: string;
	status: string;
	cmdline: string | null;
	comm: string;
	cgroup: string | null;
	environ: string | null;
	exe: string;
	cwd: string;
	fd: string | Readonly<Record<string, string>>;
	loginuid: string | null;
	ns: Readonly<Record<string, string>>;
};

/** What a process is known to be, from who started it. */
export type Truth = {
	pid: number;
	name: string;
	label: string;
	expected: string;
	accept: readonly string[];
	of: string | null;
	why: string;
};

/** A recorded output, or `null` where that command was not recorded. */
export const readOutput = (folder: string, name: string): string | null => {
	const file = path.join(root, folder, name);
	return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
};

export const outputNames = (folder: string): readonly string[] => fs.readdirSync(path.join(root, folder)).sort();

export const readRows = (folder: string): readonly Row[] =>
	(readOutput(folder, 'procfs.jsonl') ?? '')
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line) as Row);

export const readTruth = (folder: string): readonly Truth[] => JSON.parse(readOutput(folder, 'truth.json') ?? '[]') as readonly Truth[];

/** With the `u` flag only surrogates without a partner match, so real emoji stay whole. */
const loneByte = /[\udc80-\udcff]/gu;

/** The bytes that the recorder read: it kept each byte that is not UTF-8 as a lone surrogate. */
export const toBytes = (text: string): Buffer => {
	const parts: Buffer[] = [];
	let from = 0;
	for (const found of text.matchAll(loneByte)) {
		parts.push(Buffer.from(text.slice(from, found.index)), Buffer.from([found[0].charCodeAt(0) - 0xdc00]));
		from = found.index + 1;
	}

	return Buffer.concat([...parts, Buffer.from(text.slice(from))]);
};

/** The text that the local runner would give for those bytes. */
export const toText = (text: string): string => (/[\ud800-\udfff]/u.test(text) ? toBytes(text).toString('utf8') : text);
