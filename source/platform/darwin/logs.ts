import {askDarwin, logMinutes} from '../../ask/darwin.js';
import type {LogAdvice, LogEntry, LogPage, LogSource} from '../../model/log.js';
import type {ExplainedProcess, Problem} from '../../model/snapshot.js';
import {parseLogFile} from '../../parse/log-file.js';
import type {LogPlace} from '../../parse/log-time.js';
import {parseUnifiedLog} from '../../parse/unified-log.js';
import {createZone, type Zone} from '../../parse/wall-time.js';
import type {Answer, Runner} from '../../run/runner.js';
import {type Followed, followLog} from '../follow-log.js';
import {newestEntries} from '../newest-entries.js';
import type {Reading} from '../platform.js';
import {problemOf} from '../problem.js';

const logTool = '/usr/bin/log';
/** Every minute of the log takes time to go through; a busy Mac writes thousands of messages in it. */
const logTimeoutMs = 15_000;
const fileTimeoutMs = 3000;
const maxBytes = 4 * 1024 * 1024;
const maxFiles = 4;
const startSlackMs = 5000;
/** Who may read the unified log: administrators. */
const adminAdvice: LogAdvice = {who: 'group', groups: ['admin']};

type SourceReading = {source: LogSource; entries: readonly LogEntry[]; advice: LogAdvice; problem: Problem | null};

/** How log(1) and tail(1) refuse. */
const refusal = /Operation not permitted|Must be admin|Permission denied/i;
const absence = /No such file/i;

/** Why a tool failed, from what it complained. Nothing more need be said of a refusal. */
const withReason = (answer: Answer): Answer => {
	if (answer.failure !== 'exit') {
		return answer;
	}

	return refusal.test(answer.stderr)
		? {...answer, failure: 'denied', stderr: ''}
		: absence.test(answer.stderr)
			? {...answer, failure: 'missing', stderr: ''}
			: answer;
};

/** The words of log(1) itself, without what it says of the predicate. */
const withoutIntroduction = (answer: Answer): Answer => ({...answer, stderr: answer.stderr.replace(/^(?:Filtering|Skipping) .*\n/gm, '')});

const readUnifiedLog = async (runner: Runner, {pid, startedAt}: ExplainedProcess, signal: AbortSignal): Promise<SourceReading> => {
	const source = {type: 'unified-log', pid, minutes: logMinutes} as const;
	const answer = withReason(
		withoutIntroduction(await runner.run({...askDarwin.log(source), timeoutMs: logTimeoutMs, maxBytes, keep: 'end'}, signal)),
	);
	const {entries, skipped} = parseUnifiedLog(answer.stdout);
	const isDamaged = answer.failure === null && skipped > 0;
	return {
		source,
		// pids are used again: what was written before the process began is somebody else's
		entries: startedAt === null ? entries : entries.filter(({at}) => at === null || at >= startedAt - startSlackMs),
		advice: answer.failure === 'denied' ? adminAdvice : null,
		problem: isDamaged ? {source: logTool, failure: 'parse', detail: String(skipped)} : problemOf(logTool, answer),
	};
};

const readFile = async (
	runner: Runner,
	source: LogSource & {type: 'file'},
	place: LogPlace,
	signal: AbortSignal,
): Promise<SourceReading> => {
	const answer = withReason(await runner.run({...askDarwin.log(source), timeoutMs: fileTimeoutMs, maxBytes, keep: 'end'}, signal));
	return {
		source,
		entries: parseLogFile(answer.stdout, place),
		advice: answer.failure === 'denied' ? {who: 'root'} : null,
		problem: problemOf(source.path, answer),
	};
};

/** Where launchd lets the output of a job go, devices aside. */
const filesOf = ({service}: ExplainedProcess, extraPaths: readonly string[]): readonly string[] => {
	const own = service?.manager === 'launchd' ? service.standardOutPath : null;
	const paths = [...(own === null ? [] : [own]), ...extraPaths].filter(path => path.startsWith('/') && !path.startsWith('/dev/'));
	return [...new Set(paths)].slice(0, maxFiles);
};

const joinAdvice = (all: readonly LogAdvice[]): LogAdvice =>
	all.find(advice => advice?.who === 'group') ?? all.find(advice => advice !== null) ?? null;

/**
The newest entries of what a process of a Mac writes: the unified log of the last minutes, and the files that its
property list sends its output to (`extraPaths`: those that launchd does not tell, such as StandardErrorPath).

@source log(1), launchd.plist(5)
*/
export const readDarwinLogs = async (
	runner: Runner,
	process: ExplainedProcess,
	{now, timeZone}: {now: number; timeZone: string | null},
	extraPaths: readonly string[],
	signal: AbortSignal,
): Promise<Reading<LogPage>> => {
	const place = {now, zone: createZone(timeZone)};
	const readings = await Promise.all([
		readUnifiedLog(runner, process, signal),
		...filesOf(process, extraPaths).map(path => readFile(runner, {type: 'file', path, sender: null}, place, signal)),
	]);
	return {
		value: {
			sources: readings.map(({source}) => source),
			entries: newestEntries(readings.map(({entries}) => entries)),
			cursor: null,
			advice: joinAdvice(readings.map(({advice}) => advice)),
		},
		problems: readings.flatMap(({problem}) => problem ?? []),
	};
};

const followedSource = (source: LogSource, now: () => number, zone: Zone): readonly Followed[] => {
	switch (source.type) {
		case 'file': {
			const parse = (text: string) => parseLogFile(text, {now: now(), zone});
			return [{command: askDarwin.followFile(source.path), source: source.path, parse, isReadableCut: true}];
		}

		case 'unified-log': {
			const parse = (text: string) => parseUnifiedLog(text).entries;
			return [{command: askDarwin.followProcess(source.pid), source: logTool, parse, isReadableCut: false}];
		}

		default:
			return [];
	}
};

/** Hands over what is written to the sources of a page from now on, until the signal aborts. Resolves with why it ended before that. */
export const followDarwinLogs = async (
	runner: Runner,
	{sources}: Pick<LogPage, 'sources'>,
	{now, timeZone}: {now: () => number; timeZone: string | null},
	onEntries: (entries: readonly LogEntry[]) => void,
	signal: AbortSignal,
): Promise<Problem | null> => {
	const zone = createZone(timeZone);
	const problem = await followLog(
		runner,
		sources.flatMap(source => followedSource(source, now, zone)),
		onEntries,
		signal,
	);
	return problem?.detail && refusal.test(problem.detail) ? {...problem, failure: 'denied', detail: null} : problem;
};
