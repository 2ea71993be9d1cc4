import {askLinux, journalMatch} from '../../ask/linux.js';
import type {LogAdvice, LogEntry, LogPage, LogSource} from '../../model/log.js';
import type {ExplainedProcess, Problem} from '../../model/snapshot.js';
import {parseJournal} from '../../parse/journal.js';
import {parseLogFile} from '../../parse/log-file.js';
import {createZone, type Zone} from '../../parse/wall-time.js';
import type {Runner} from '../../run/runner.js';
import {type Followed, followLog} from '../follow-log.js';
import {newestEntries} from '../newest-entries.js';
import type {Reading, Self} from '../platform.js';
import {problemOf} from '../problem.js';
import {entriesOf, type FileSource, maxLogBytes, readFileSource, type SourceReading, withReason} from './log-file.js';
import {findOpenLogs, type OpenLog} from './open-logs.js';

/** What a log must be read with: `now` and the time zone of the machine (`null`: that of the reader) for times that a file leaves out. */
export type LogHost = {isSystemd: boolean; now: number; timeZone: string | null};

const journalTimeoutMs = 5000;
const maxFiles = 4;
/** Where the syslog daemons of the distributions put what they are sent. */
const syslogFiles = ['syslog', 'messages', 'daemon.log', 'user.log', 'auth.log', 'secure'];
/** Who may read all of the journal by default: systemd-journald.service(8), "Access control". */
const journalGroups = ['systemd-journal', 'adm'];
/** The start of a process is known to a second or so, and the clock of the log may be corrected meanwhile. */
const startSlackMs = 5000;

type JournalSource = LogSource & {type: 'journal'};

/** The unit that keeps a process, also where its manager has not been asked yet. */
const unitOf = ({service, cgroup}: ExplainedProcess): {name: string; scope: 'system' | 'user'; uid: number | null} | null => {
	if (service?.manager === 'systemd') {
		return {name: service.name, scope: service.scope, uid: service.scopeUid};
	}

	return cgroup?.unit?.endsWith('.service') && cgroup.container === null
		? {name: cgroup.unit, scope: cgroup.scope, uid: cgroup.scope === 'user' ? cgroup.scopeUid : null}
		: null;
};

const journalSourceOf = (process: ExplainedProcess, self: Self): JournalSource => {
	const unit = unitOf(process);
	if (unit === null) {
		return {type: 'journal', unit: null, pid: process.pid, match: journalMatch.process(process.pid)};
	}

	const isOthers = unit.uid !== null && unit.uid !== self.uid;
	const match =
		unit.scope === 'system'
			? journalMatch.unit(unit.name)
			: isOthers && unit.uid !== null
				? journalMatch.unitOfUser(unit.name, unit.uid)
				: journalMatch.ownUnit(unit.name);
	return {type: 'journal', unit: unit.name, pid: process.pid, match};
};

/** Pids are used again: what was written before the process began is somebody else's. */
const sinceStart = (entries: readonly LogEntry[], {startedAt}: ExplainedProcess): readonly LogEntry[] =>
	startedAt === null ? entries : entries.filter(({at}) => at === null || at >= startedAt - startSlackMs);

/** journalctl does not say that it leaves out what others wrote; that nobody else's messages came is all there is to see. */
const isJournalClosed = (writers: ReadonlySet<number>, process: ExplainedProcess, self: Self): boolean =>
	self.uid !== null && self.uid !== 0 && process.uid !== self.uid && [...writers].every(uid => uid === self.uid);

const readJournal = async (
	runner: Runner,
	source: JournalSource,
	process: ExplainedProcess,
	self: Self,
	signal: AbortSignal,
): Promise<SourceReading> => {
	const answer = withReason(
		await runner.run({...askLinux.log(source), timeoutMs: journalTimeoutMs, maxBytes: maxLogBytes, keep: 'end'}, signal),
	);
	const isDenied = answer.failure === 'denied' || /insufficient permissions/.test(answer.stderr);
	const {entries, cursor, skipped, writers} = parseJournal(answer.stdout);
	// the last line of an answer that was stopped is half a line
	const isDamaged = answer.failure === null && skipped > 0;
	return {
		source,
		entries: source.unit === null ? sinceStart(entries, process) : entries,
		cursor,
		advice: isDenied || (answer.failure === null && isJournalClosed(writers, process, self)) ? {who: 'group', groups: journalGroups} : null,
		problem: isDamaged
			? {source: 'journalctl', failure: 'parse', detail: String(skipped)}
			: problemOf('journalctl', isDenied ? {...answer, failure: 'denied'} : answer),
	};
};

const programName = (path: string | null): string => path?.split('/').at(-1) ?? '';

const syslogSources = (runner: Runner, {pid, name, comm, executable}: ExplainedProcess): readonly FileSource[] => {
	const present = new Set(runner.list('/var/log').names);
	const names = [...new Set([name, comm, programName(executable)])].filter(each => each !== '');
	return syslogFiles.filter(file => present.has(file)).map(file => ({type: 'file', path: `/var/log/${file}`, sender: {names, pid}}));
};

const keyOf = ({at, pid, lines}: LogEntry): string => `${at} ${pid} ${lines.join('\n')}`;

/** A syslog daemon may put one message into several files. */
const withoutRepeats = (readings: readonly SourceReading[]): readonly SourceReading[] => {
	const known = new Set<string>();
	return readings.map(reading => {
		const entries = reading.entries.filter(entry => !known.has(keyOf(entry)));
		for (const entry of entries) {
			known.add(keyOf(entry));
		}

		return {...reading, entries};
	});
};

/** A group is less to ask for than all rights. */
const joinAdvice = (all: readonly LogAdvice[]): LogAdvice => {
	const given = all.filter(advice => advice !== null);
	const groups = [...new Set(given.flatMap(advice => (advice.who === 'group' ? advice.groups : [])))];
	return groups.length > 0 ? {who: 'group', groups} : (given[0] ?? null);
};

const noPage: LogPage = {sources: [], entries: [], cursor: null, advice: null};

/**
The newest entries of everything a process writes to: the journal of its unit (or its own, without one), or the files of
syslog where there is no systemd; and files that it has open. A source that fails is a problem, not the end.

@source journalctl(1), systemd.exec(5) StandardOutput, proc_pid_fd(5)
*/
export const readLinuxLogs = async (
	runner: Runner,
	process: ExplainedProcess,
	host: LogHost,
	self: Self,
	signal: AbortSignal,
): Promise<Reading<LogPage>> => {
	if (process.traits.isKernelThread) {
		return {value: noPage, problems: []};
	}

	const place = {now: host.now, zone: createZone(host.timeZone)};
	const open = findOpenLogs(runner, process, maxFiles);
	const syslog = host.isSystemd ? [] : syslogSources(runner, process);
	const readOpen = ({path, isSurelyFile}: OpenLog) =>
		readFileSource(runner, {type: 'file', path, sender: null}, isSurelyFile, place, signal);
	const [journal, shared, own] = await Promise.all([
		host.isSystemd ? readJournal(runner, journalSourceOf(process, self), process, self, signal) : null,
		Promise.all(syslog.map(source => readFileSource(runner, source, true, place, signal))),
		// the syslog daemon itself has them open
		Promise.all(open.files.filter(({path}) => !syslog.some(source => source.path === path)).map(readOpen)),
	]);
	const lately = withoutRepeats(shared).map(reading => ({...reading, entries: sinceStart(reading.entries, process)}));
	const readings = [...(journal ? [journal] : []), ...lately, ...own];
	const entries = newestEntries(readings.map(reading => reading.entries));
	const hidden: LogAdvice = open.isDenied && entries.length === 0 ? {who: 'root'} : null;
	return {
		value: {
			sources: readings.flatMap(({source}) => source ?? []),
			entries,
			cursor: journal?.cursor ?? null,
			advice: joinAdvice([...readings.map(({advice}) => advice), hidden]),
		},
		problems: readings.flatMap(({problem}) => problem ?? []),
	};
};

type Following = {cursor: string | null; now: () => number; zone: Zone};

const followedSource = (source: LogSource, {cursor, now, zone}: Following): readonly Followed[] => {
	switch (source.type) {
		case 'file': {
			const parse = (text: string) => entriesOf(parseLogFile(text, {now: now(), zone}, source.sender !== null), source);
			return [{command: askLinux.followFile(source.path), source: source.path, parse, isReadableCut: true}];
		}

		case 'journal': {
			const parse = (text: string) => parseJournal(text).entries;
			return [{command: askLinux.followJournal(source.match, cursor), source: 'journalctl', parse, isReadableCut: false}];
		}

		default:
			return [];
	}
};

/**
Hands over what is written to the sources of a page from where it ended, until the signal aborts. Resolves with why it
ended before that.
*/
export const followLinuxLogs = (
	runner: Runner,
	{sources, cursor}: Pick<LogPage, 'sources' | 'cursor'>,
	{now, timeZone}: {now: () => number; timeZone: string | null},
	onEntries: (entries: readonly LogEntry[]) => void,
	signal: AbortSignal,
): Promise<Problem | null> => {
	const zone = createZone(timeZone);
	return followLog(
		runner,
		sources.flatMap(source => followedSource(source, {cursor, now, zone})),
		onEntries,
		signal,
	);
};
