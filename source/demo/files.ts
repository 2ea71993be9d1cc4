import {Buffer} from 'node:buffer';
import type {FileAnswer, FileEncoding, ListAnswer} from '../run/runner.js';
import handWritten from './files.json' with {type: 'json'};
import type {DemoJob, DemoMachine} from './machine.js';
import {splitTarget} from './machine.js';
import {binaryPropertyList, xmlPropertyList} from './property-list.js';

type DemoFiles = {
	list(path: string): ListAnswer;
	read(path: string, maxBytes: number, encoding: FileEncoding): FileAnswer;
};

const ownTexts: Readonly<Record<string, readonly string[]>> = handWritten;

const contentOf = (job: DemoJob): Buffer => {
	const dictionary = {...job.keys, Label: job.label ?? splitTarget(job.target).label};
	return job.binary ? binaryPropertyList(dictionary) : xmlPropertyList(dictionary);
};

/** launchd could not start them because their programs are gone: what people find after they removed an app by hand. */
const isProgramGone = (job: DemoJob): boolean => job.exit === 78;

/** Every file that is known by its path: property lists, and the programs of jobs and processes. */
const knownPaths = ({jobs, processes, spawners}: DemoMachine): readonly string[] => [
	...jobs.flatMap(job => [job.plist ?? [], job.file ?? [], isProgramGone(job) ? [] : (job.program ?? [])].flat()),
	...processes.map(process => process.path),
	...spawners.map(spawner => spawner.process.path),
];

const createTree = (paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> => {
	const tree = new Map<string, Set<string>>();
	for (const path of paths) {
		if (!path.startsWith('/')) {
			continue;
		}

		const parts = path.split('/').slice(1);
		for (const [index, name] of parts.entries()) {
			const folder = `/${parts.slice(0, index).join('/')}`;
			const names = tree.get(folder) ?? new Set();
			names.add(name);
			tree.set(folder, names);
		}
	}

	return tree;
};

const answer = (bytes: Buffer, maxBytes: number, encoding: FileEncoding): FileAnswer => {
	const isCut = bytes.length > maxBytes;
	const part = bytes.subarray(0, maxBytes);
	if (encoding === 'base64') {
		return {text: part.toString('base64'), isCut, failure: null};
	}

	// in stream mode half a character at the end is left out
	return {text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(part, {stream: isCut}), isCut, failure: null};
};

/** The files of the machine. Nothing is made before it is asked for. */
export const createDemoFiles = (machine: DemoMachine): DemoFiles => {
	let tree: ReadonlyMap<string, ReadonlySet<string>> | null = null;
	let jobs: ReadonlyMap<string, DemoJob> | null = null;
	return {
		list(path) {
			tree ??= createTree(knownPaths(machine));
			const names = tree.get(path.length > 1 ? path.replace(/\/+$/, '') : path);
			return names ? {names: [...names].sort(), failure: null} : {names: [], failure: 'missing'};
		},
		read(path, maxBytes, encoding) {
			const own = ownTexts[path];
			if (own) {
				return answer(Buffer.from(own.join('\n')), maxBytes, encoding);
			}

			jobs ??= new Map(machine.jobs.flatMap(job => (job.plist === undefined ? [] : [[job.plist, job] as const])));
			const job = jobs.get(path);
			return job ? answer(contentOf(job), maxBytes, encoding) : {text: '', isCut: false, failure: 'missing'};
		},
	};
};
