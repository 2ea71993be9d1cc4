/** From what must be seen to what nobody reads; the names of syslog(3), and what macOS calls `fault`, is `critical`. */
export const logLevels = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One message of a log. Sources: systemd.journal-fields(7), log(1), syslog files. */
export type LogEntry = {
	/** Milliseconds since the epoch. */
	at: number | null;
	level: LogLevel | null;
	pid: number | null;
	/** Who wrote it: syslog identifier, process or subsystem. */
	sender: string | null;
	/** The lines of the message, each safe to show. */
	lines: readonly string[];
	/** `binary`: it held bytes that are no text; `missing`: the log would not give it, too long; `cut`: longer than we read. */
	note: 'binary' | 'missing' | 'cut' | null;
};

/** Where log lines come from, and what must be known to ask for them again. */
export type LogSource =
	/** `unit`: its messages and those of systemd about it; `null`: those of one process. `match`: the same in the words of journalctl(1). */
	| {type: 'journal'; unit: string | null; pid: number; match: readonly string[]}
	/** What one process wrote to the log of a Mac during the last `minutes`. */
	| {type: 'unified-log'; pid: number; minutes: number}
	/** `sender`: the file is shared by many programs, and only lines of this one are taken; `null`: all lines. */
	| {type: 'file'; path: string; sender: LogSender | null};

/** By which names a process signs its lines in a file of syslog. */
type LogSender = {names: readonly string[]; pid: number};

/** `group`: members of one of these groups may read it; `root`: only root may. */
export type LogAdvice = {who: 'group'; groups: readonly string[]} | {who: 'root'} | null;

/** What was read, oldest first. */
export type LogPage = {
	sources: readonly LogSource[];
	entries: readonly LogEntry[];
	/** The place in the journal behind the last entry, where following begins; `null`: there is none. */
	cursor: string | null;
	/** What would show more than this user may see. */
	advice: LogAdvice;
};
