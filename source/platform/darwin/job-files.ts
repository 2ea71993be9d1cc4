import {Buffer} from 'node:buffer';
import type {Failure, Problem} from '../../model/snapshot.js';
import {type JobDefinition, parseJobDefinition} from '../../parse/job-definition.js';
import {parsePropertyList} from '../../parse/plist.js';
import {printable} from '../../parse/printable.js';
import type {Runner} from '../../run/runner.js';

export type JobFile = JobDefinition & {path: string; bundlePath: string | null};

type Scope = 'daemon' | 'agent';

const maxFileBytes = 1024 * 1024;
const maxFiles = 3000;
const maxApps = 500;
const maxProblems = 20;

/** Roots below which `LaunchDaemons` and `LaunchAgents` stand. The same tree of Safari has two names. */
const roots = [
	'/System/Library',
	'/Library',
	'/Library/Apple/System/Library',
	'/System/Cryptexes/App/System/Library',
	'/System/Volumes/Preboot/Cryptexes/App/System/Library',
];

const folders = (home: string | null): readonly {directory: string; scope: Scope}[] => [
	...roots.flatMap(root => [
		{directory: `${root}/LaunchDaemons`, scope: 'daemon'} as const,
		{directory: `${root}/LaunchAgents`, scope: 'agent'} as const,
	]),
	{directory: '/System/Library/LaunchAngels', scope: 'agent'},
	...(home === null ? [] : [{directory: `${home}/Library/LaunchAgents`, scope: 'agent'} as const]),
];

export type JobFiles = {
	/** The file of a job; `null`: none found, or not looked at yet. */
	find(scope: Scope, label: string): JobFile | null;
	/** Where a job is configured; also where its file cannot be read and only the name says whose it is. */
	pathOf(scope: Scope, label: string): string | null;
	/** Reads at most so many more files, those not named after their job among them. Returns how many are left. */
	fill(limit: number): number;
	/** Files found so far that could not be read or are no property list. */
	problems(): readonly Problem[];
};

/**
The property lists of every place, by scope and Label. Most are named after their job and read when it is asked for; the
others are found as `fill` goes through the rest. Sources: launchd.plist(5), SMAppService for those in app bundles.
*/
export const createJobFiles = (runner: Runner, home: string | null): JobFiles => {
	const byLabel = new Map<string, JobFile>();
	const unread = new Map<string, {path: string; scope: Scope; bundlePath: string | null}>();
	const problems: Problem[] = [];
	const unreadable = new Map<string, string>();
	let isListed = false;

	const report = (path: string, failure: Failure, detail: string | null): void => {
		if (problems.length < maxProblems) {
			problems.push({source: printable(path, 300), failure, detail});
		}
	};

	const note = (directory: string, scope: Scope, bundlePath: string | null): void => {
		for (const name of runner.list(directory).names) {
			const key = `${scope}/${name}`;
			if (name.endsWith('.plist') && unread.size < maxFiles && !unread.has(key)) {
				unread.set(key, {path: `${directory}/${name}`, scope, bundlePath});
			}
		}
	};

	const listAll = (): void => {
		isListed = true;
		for (const {directory, scope} of folders(home)) {
			note(directory, scope, null);
		}

		for (const root of ['/Applications', ...(home === null ? [] : [`${home}/Applications`])]) {
			for (const app of runner
				.list(root)
				.names.filter(name => name.endsWith('.app'))
				.slice(0, maxApps)) {
				const bundlePath = `${root}/${app}`;
				note(`${bundlePath}/Contents/Library/LaunchDaemons`, 'daemon', bundlePath);
				note(`${bundlePath}/Contents/Library/LaunchAgents`, 'agent', bundlePath);
			}
		}
	};

	const readOne = (key: string): void => {
		const file = unread.get(key);
		unread.delete(key);
		if (!file) {
			return;
		}

		const answer = runner.read(file.path, maxFileBytes, 'base64');
		if (answer.failure !== null) {
			report(file.path, answer.failure, null);
			unreadable.set(key, file.path);
			return;
		}

		const {value, error} = parsePropertyList(Buffer.from(answer.text, 'base64'));
		if (value === null) {
			report(file.path, 'parse', error);
			unreadable.set(key, file.path);
		}

		const definition = value === null ? null : parseJobDefinition(value);
		const known = definition && byLabel.has(`${file.scope} ${definition.label}`);
		if (definition && !known) {
			byLabel.set(`${file.scope} ${definition.label}`, {...definition, path: file.path, bundlePath: file.bundlePath});
		}
	};

	return {
		find(scope, label) {
			if (!isListed) {
				listAll();
			}

			readOne(`${scope}/${label}.plist`);
			return byLabel.get(`${scope} ${label}`) ?? null;
		},
		pathOf: (scope, label) => byLabel.get(`${scope} ${label}`)?.path ?? unreadable.get(`${scope}/${label}.plist`) ?? null,
		fill(limit) {
			if (!isListed) {
				listAll();
			}

			for (const key of [...unread.keys()].slice(0, limit)) {
				readOne(key);
			}

			return unread.size;
		},
		problems: () => problems,
	};
};
