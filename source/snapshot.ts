import {createVerdicts, type FindProgram} from './classify/verdicts.js';
import {createJoiner} from './join/joiner.js';
import {type CpuTimes, cpuTimes} from './join/rates.js';
import {parentsFirst} from './join/tree.js';
import type {AppRegistration} from './model/app.js';
import type {Article} from './model/article.js';
import type {Process} from './model/process.js';
import type {ProgramFiles, Service} from './model/service.js';
import type {ExplainedProcess, JoinedProcess, Problem, Snapshot} from './model/snapshot.js';
import type {Inspection} from './platform/inspection.js';
import type {Depth, Platform, Reading} from './platform/platform.js';
import type {Clock} from './run/clock.js';

export type {Depth} from './platform/platform.js';

export type Engine = {
	/** Asks for the processes once and explains them with the services known so far. Throws only what the signal aborts with. */
	sample(depth: Depth, signal?: AbortSignal): Promise<Snapshot>;
	/** One whole snapshot from nothing: the processes, then their services, then both together. Never throws. */
	sampleWhole(signal: AbortSignal): Promise<Snapshot>;
	/** Asks the service managers again; the next sample knows the answer. */
	refreshServices(signal: AbortSignal): Promise<void>;
	/** What is asked only about one process. */
	inspect: Inspection & {
		/** What the encyclopedia says about its program. */
		article(process: ExplainedProcess): Promise<Reading<Article | null>>;
	};
	/** The services were never asked for, or long ago, or a process belongs to one that is not known. */
	hasStaleServices(): boolean;
};

type Read = {
	reading: Awaited<ReturnType<Platform['processes']>>;
	takenAt: number;
	durationMs: number;
	depth: Depth;
};

/** Looks an article up by the name of a program. */
export type FindArticle = (name: string) => Promise<Article | null>;

const noApps: readonly AppRegistration[] = [];
const noFiles: ReadonlyMap<string, ProgramFiles> = new Map();

const servicesMaxAgeMs = 20_000;
const servicesMinAgeMs = 3000;

const isOfLogin = (process: JoinedProcess): boolean =>
	process.traits.loginUid !== null ||
	/^session-.*\.scope$/.test(process.cgroup?.unit ?? '') ||
	(process.service?.manager === 'launchd' && process.service.domain.startsWith('gui/'));

/** The oldest process of a login: before it, nobody had logged in. */
const firstLoginAt = (processes: readonly JoinedProcess[]): number | null => {
	let first: number | null = null;
	for (const process of processes) {
		if (process.startedAt !== null && (first === null || process.startedAt < first) && isOfLogin(process)) {
			first = process.startedAt;
		}
	}

	return first;
};

/** What tells whether a new process may belong to something we have not asked about: its unit, or on macOS the process itself. */
const belonging = (process: Process): string =>
	process.cgroup?.unit ?? (process.cgroup === null && process.sid === null ? process.key : '');

const uniqueProblems = (problems: readonly Problem[]): readonly Problem[] => [
	...new Map(problems.map(problem => [`${problem.source} ${problem.failure}`, problem])).values(),
];

type KnownServices = {
	readAt: number;
	value: readonly Service[];
	apps: readonly AppRegistration[];
	problems: readonly Problem[];
	units: ReadonlySet<string>;
};

/** What the service managers answered last. */
const rememberServices = (platform: Platform, clock: Clock) => {
	let known: KnownServices | null = null;
	return {
		current: () => known,
		async refresh(processes: readonly Process[], signal: AbortSignal): Promise<void> {
			const units = new Set(processes.map(belonging));
			const reading = await platform.surroundings(processes, signal);
			if (!signal.aborted) {
				// a manager that fails to answer does not make its services vanish
				const value = reading.value.services.length > 0 ? reading.value.services : (known?.value ?? []);
				const apps = reading.value.apps.length > 0 ? reading.value.apps : (known?.apps ?? []);
				known = {readAt: clock.elapsed(), value, apps, problems: reading.problems, units};
			}
		},
		isStale(processes: readonly Process[]): boolean {
			if (known === null) {
				return true;
			}

			const {units, readAt} = known;
			// a clock that is set back must not make the answer look fresh
			const age = clock.elapsed() - readAt;
			return age > servicesMaxAgeMs || (age > servicesMinAgeMs && processes.some(process => !units.has(belonging(process))));
		},
	};
};

/**
The whole program in one place: collect, join, classify. Everything else asks this for a snapshot and shows it.
*/
export const createEngine = (
	platform: Platform,
	clock: Clock,
	selfPid: number,
	findProgram: FindProgram,
	findArticle: FindArticle = async () => null,
): Engine => {
	const join = createJoiner();
	const verdicts = createVerdicts(findProgram);
	let sequence = 0;
	let previousTimes: CpuTimes | null = null;
	let processes: readonly Process[] = [];
	const known = rememberServices(platform, clock);

	const explain = (joined: readonly JoinedProcess[]) =>
		verdicts.explain(joined, parentsFirst(joined), {
			platform: platform.id,
			init: joined.find(process => process.pid === 1)?.comm ?? null,
			firstLoginAt: firstLoginAt(joined),
		});

	const read = async (depth: Depth, signal?: AbortSignal): Promise<Read> => {
		const startedAt = clock.elapsed();
		const reading = await platform.processes(depth, signal);
		signal?.throwIfAborted();
		processes = reading.value.processes;
		return {reading, takenAt: clock.now(), durationMs: clock.elapsed() - startedAt, depth};
	};

	/** Joins what was read with the services that are known by now, and judges it. */
	const explained = ({reading, takenAt, durationMs, depth}: Read): Snapshot => {
		const joined = join({
			processes: reading.value.processes,
			services: known.current()?.value ?? null,
			apps: known.current()?.apps ?? noApps,
			programFiles: depth === 'full' ? platform.programFiles() : noFiles,
			previousTimes,
			takenAt,
			selfPid,
		});
		previousTimes = cpuTimes(reading.value.processes, takenAt);
		sequence++;
		return {
			sequence,
			host: platform.host(),
			takenAt,
			durationMs,
			processes: explain(joined),
			services: known.current()?.value ?? [],
			hidden: reading.value.hidden,
			unownedListeners: reading.value.unownedListeners,
			unread: reading.value.unread,
			isProvisional: depth !== 'full' || known.current() === null,
			problems: uniqueProblems([...reading.problems, ...(known.current()?.problems ?? [])]),
			ownCpuPercent: joined.find(process => process.pid === selfPid)?.cpuPercent ?? null,
		};
	};

	return {
		sample: async (depth, signal) => explained(await read(depth, signal)),
		async sampleWhole(signal) {
			const fresh = await read('full');
			await known.refresh(processes, signal);
			return explained(fresh);
		},
		inspect: {
			...platform.inspect,
			article: async ({name, program}) => ({
				value: (await findArticle(name)) ?? (program === null ? null : await findArticle(program.name)),
				problems: [],
			}),
		},
		refreshServices: signal => known.refresh(processes, signal),
		hasStaleServices: () => known.isStale(processes),
	};
};
