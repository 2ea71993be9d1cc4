import type {LogSource} from '../model/log.js';
import type {Question} from './question.js';

type Run = Extract<Question, {run: unknown}>['run'];

const run = (file: string, ...args: readonly string[]): Run => ({file, args});

export const logLines = 200;
/** How far back the log of a Mac is gone through. */
export const logMinutes = 5;

/** Sources: lsof(8), launchctl(1), log(1), tail(1), plutil(1). */
export const askDarwin = {
	process: (pid: number): Run => run('/bin/ps', '-o', 'pid,ppid,pgid,user,tty,stat,nice,rss,vsz,lstart,time,args', '-p', String(pid)),
	/** Every open file of a process, for the sockets among them. */
	openFiles: (pid: number): Run => run('/usr/sbin/lsof', '-nP', '-w', '-a', '-p', String(pid), '-F0pcuftPnTd'),
	job: (domain: string, label: string): Run => run('/bin/launchctl', 'print', `${domain}/${label}`),
	/** What a process wrote lately: the log of a Mac is long, and every minute of it takes time to go through. */
	logOfProcess: (pid: number): Run =>
		run('/usr/bin/log', 'show', '--last', `${logMinutes}m`, '--style', 'ndjson', '--info', '--predicate', `processID == ${pid}`),
	/** The newest lines of a source, asked as the Logs pane does. */
	log: (source: Exclude<LogSource, {type: 'journal'}>): Run =>
		source.type === 'file' ? askDarwin.endOfFile(source.path) : askDarwin.logOfProcess(source.pid),
	followProcess: (pid: number): Run =>
		run('/usr/bin/log', 'stream', '--style', 'ndjson', '--level', 'info', '--predicate', `processID == ${pid}`),
	endOfFile: (path: string): Run => run('/usr/bin/tail', '-n', String(logLines), '--', path),
	followFile: (path: string): Run => run('/usr/bin/tail', '-n', '0', '-F', '--', path),
	propertyList: (path: string): Run => run('/usr/bin/plutil', '-p', path),
} as const;
