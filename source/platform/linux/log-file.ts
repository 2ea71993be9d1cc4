import {askLinux} from '../../ask/linux.js';
import type {LogAdvice, LogEntry, LogSource} from '../../model/log.js';
import type {Problem} from '../../model/snapshot.js';
import {parseLogFile} from '../../parse/log-file.js';
import type {LogPlace} from '../../parse/log-time.js';
import type {Answer, Runner} from '../../run/runner.js';
import {problemOf} from '../problem.js';

export const maxLogBytes = 4 * 1024 * 1024;
const timeoutMs = 3000;

export type FileSource = LogSource & {type: 'file'};

/** What one source gave. `source`: `null` where it turned out to be none. */
export type SourceReading = {
	source: LogSource | null;
	entries: readonly LogEntry[];
	cursor: string | null;
	advice: LogAdvice;
	problem: Problem | null;
};

const denial = /Permission denied|Operation not permitted/i;
const absence = /No such file|Not a directory/i;

/** Why a tool could not read a file, from what it complained. */
const failureOf = (answer: Answer): Answer['failure'] =>
	answer.failure !== 'exit' ? answer.failure : denial.test(answer.stderr) ? 'denied' : absence.test(answer.stderr) ? 'missing' : 'exit';

export const withReason = (answer: Answer): Answer => ({...answer, failure: failureOf(answer)});

/** `-rw-r----- adm`; `null`: not this. */
const readMode = (stdout: string): {type: string; canGroupRead: boolean; canGroupEnter: boolean; group: string} | null => {
	const found = /^([a-z-])([a-zA-Z-]{9})[.+@]? ([\w.@$-]{1,64})\n?$/.exec(stdout);
	const mode = found?.[2] ?? '';
	return found
		? {type: found[1] ?? '', canGroupRead: mode[3] === 'r', canGroupEnter: /[xs]/.test(mode[5] ?? ''), group: found[3] ?? ''}
		: null;
};

const askMode = async (runner: Runner, path: string, signal: AbortSignal) => {
	const answer = withReason(await runner.run({...askLinux.fileMode(path), timeoutMs}, signal));
	return {mode: readMode(answer.stdout), failure: answer.failure};
};

/** Who may read what we may not: the group of the file, or of the folder that keeps us out. */
const adviceFor = async (runner: Runner, path: string, signal: AbortSignal): Promise<LogAdvice> => {
	const {mode} = await askMode(runner, path, signal);
	const {mode: folder} = mode ? {mode: null} : await askMode(runner, path.slice(0, path.lastIndexOf('/')) || '/', signal);
	const group = mode?.canGroupRead ? mode.group : folder?.canGroupEnter ? folder.group : 'root';
	return group === 'root' ? {who: 'root'} : {who: 'group', groups: [group]};
};

const nothing: SourceReading = {source: null, entries: [], cursor: null, advice: null, problem: null};

/** A pipe would be emptied by reading it, and a device may never end. */
const isPlainFile = async (runner: Runner, path: string, signal: AbortSignal): Promise<boolean> => {
	const {mode, failure} = await askMode(runner, path, signal);
	// where a folder keeps us out, tail(1) says so; where stat(1) is not there, nothing is risked
	return mode === null ? failure === 'denied' : mode.type === '-';
};

/** Thousands of lines of others need not be read to be left out; what is indented belongs to the line before it. */
const nearLines = (text: string, {sender}: FileSource): string => {
	if (sender === null) {
		return text;
	}

	const signs = [`[${sender.pid}]`, ...sender.names];
	let isNear = false;
	const near = text.split('\n').filter(line => {
		isNear = /^[ \t]/.test(line) ? isNear : signs.some(sign => line.includes(sign));
		return isNear;
	});
	return near.join('\n');
};

/** The entries of one process in a file that others write to as well. */
export const entriesOf = (entries: readonly LogEntry[], {sender}: FileSource): readonly LogEntry[] =>
	sender === null
		? entries
		: entries.filter(entry => (entry.pid === null ? sender.names.includes(entry.sender ?? '') : entry.pid === sender.pid));

/** The end of a log file. */
export const readFileSource = async (
	runner: Runner,
	source: FileSource,
	isSurelyFile: boolean,
	place: LogPlace,
	signal: AbortSignal,
): Promise<SourceReading> => {
	if (!isSurelyFile && !(await isPlainFile(runner, source.path, signal))) {
		return nothing;
	}

	const answer = withReason(await runner.run({...askLinux.log(source), timeoutMs, maxBytes: maxLogBytes, keep: 'end'}, signal));
	const isDenied = answer.failure === 'denied';
	return {
		...nothing,
		source,
		entries: entriesOf(parseLogFile(nearLines(answer.stdout, source), place, source.sender !== null), source),
		advice: isDenied ? await adviceFor(runner, source.path, signal) : null,
		problem: problemOf(source.path, isDenied ? {...answer, stderr: ''} : answer),
	};
};
