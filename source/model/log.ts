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

/** Where log lines come from. */
export type LogSource = {type: 'journal' | 'unified-log' | 'file'; name: string};

/** `group`: members of one of these groups may read it; `root`: only root may. */
export type LogAdvice = {who: 'group'; groups: readonly string[]} | {who: 'root'} | null;

/** What was read, oldest first. */
export type LogPage = {
	sources: readonly LogSource[];
	entries: readonly LogEntry[];
	/** What would show more than this user may see. */
	advice: LogAdvice;
};
