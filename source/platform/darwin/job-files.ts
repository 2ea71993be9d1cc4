import {Buffer} from 'node:buffer';
import type {Problem} from '../../model/snapshot.js';
import {type JobDefinition, parseJobDefinition} from '../../parse/job-definition.js';
import {parsePropertyList} from '../../parse/plist.js';
import {printable} from '../../parse/printable.js';
import type {Runner} from '../../run/runner.js';

type JobFile = JobDefinition & {path: string; bundlePath: string | null};

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

/** A file that was listed and not read yet. */
type Unread = {path: string; scope: Scope; bundlePath: string | null};

type Place = {directory: string; scope: Scope; bundlePath: string | null};

/** Apps bring jobs of their own. @source SMAppService */
const placesInApps = (runner: Runner, root: string): readonly Place[] =>
	runner
		.list(root)
		.names.filter(name => name.endsWith('.app'))
		.slice(0, maxApps)
		.flatMap(app => {
			const bundlePath = `${root}/${app}`;
			return [
				{directory: `${bundlePath}/Contents/Library/LaunchDaemons`, scope: 'daemon', bundlePath} as const,
				{directory: `${bundlePath}/Contents/Library/LaunchAgents`, scope: 'agent', bundlePath} as const,
			];
		});

const places = (runner: Runner, home: string | null): readonly Place[] => [
	...folders(home).map(place => ({...place, bundlePath: null})),
	...['/Applications', ...(home === null ? [] : [`${home}/Applications`])].flatMap(root => placesInApps(runner, root)),
];

/** Every property list by its scope and name; of two that are called alike the first counts. */
const listFiles = (runner: Runner, home: string | null): Map<string, Unread> => {
	const files = new Map<string, Unread>();
	for (const {directory, scope, bundlePath} of places(runner, home)) {
		for (const name of runner.list(directory).names) {
			const key = `${scope}/${name}`;
			if (name.endsWith('.plist') && files.size < maxFiles && !files.has(key)) {
				files.set(key, {path: `${directory}/${name}`, scope, bundlePath});
			}
		}
	}

	return files;
};

/** What a file says; `problem`: why it says nothing. One that is a property list of something else is no problem. */
const readJobFile = (
	runner: Runner,
	{path, bundlePath}: Unread,
): {file: JobFile | null; problem: Pick<Problem, 'failure' | 'detail'> | null} => {
	const answer = runner.read(path, maxFileBytes, 'base64');
	if (answer.failure !== null) {
		return {file: null, problem: {failure: answer.failure, detail: null}};
	}

	const {value, error} = parsePropertyList(Buffer.from(answer.text, 'base64'));
	if (value === null) {
		return {file: null, problem: {failure: 'parse', detail: error}};
	}

	const definition = parseJobDefinition(value);
	return {file: definition && {...definition, path, bundlePath}, problem: null};
};

/**
The property lists of every place, by scope and Label. Most are named after their job and read when it is asked for; the
others are found as `fill` goes through the rest. Sources: launchd.plist(5), SMAppService for those in app bundles.
*/
export const createJobFiles = (runner: Runner, home: string | null): JobFiles => {
	const byLabel = new Map<string, JobFile>();
	const problems: Problem[] = [];
	const unreadable = new Map<string, string>();
	let listed: Map<string, Unread> | null = null;

	const unread = (): Map<string, Unread> => {
		listed ??= listFiles(runner, home);
		return listed;
	};

	const readOne = (key: string): void => {
		const found = unread().get(key);
		if (!found) {
			return;
		}

		unread().delete(key);
		const {file, problem} = readJobFile(runner, found);
		if (problem !== null) {
			unreadable.set(key, found.path);
			if (problems.length < maxProblems) {
				problems.push({source: printable(found.path, 300), ...problem});
			}
		}

		if (file && !byLabel.has(`${found.scope} ${file.label}`)) {
			byLabel.set(`${found.scope} ${file.label}`, file);
		}
	};

	return {
		find(scope, label) {
			readOne(`${scope}/${label}.plist`);
			return byLabel.get(`${scope} ${label}`) ?? null;
		},
		pathOf: (scope, label) => byLabel.get(`${scope} ${label}`)?.path ?? unreadable.get(`${scope}/${label}.plist`) ?? null,
		fill(limit) {
			for (const key of [...unread().keys()].slice(0, limit)) {
				readOne(key);
			}

			return unread().size;
		},
		problems: () => problems,
	};
};
