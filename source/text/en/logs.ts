import type {LogAdvice, LogEntry, LogSource} from '../../model/log.js';
import type {StreamTarget} from '../../model/process.js';

const source = (from: LogSource): string => {
	switch (from.type) {
		case 'journal':
			return from.unit === null ? `journal, process ${from.pid}` : `journal of ${from.unit}`;
		case 'unified-log':
			return `unified log, last ${from.minutes} minutes`;
		default:
			return from.sender === null ? from.path : `${from.path}, its own lines`;
	}
};

const names = (groups: readonly string[]): string =>
	groups.length < 2 ? groups.join('') : `${groups.slice(0, -1).join(', ')} or ${groups.at(-1)}`;

/** Words of the Logs pane. */
export const logs = {
	title: 'Log',
	source,
	following: 'following',
	loading: 'Asking for its log. On a Mac this takes some seconds.',
	nobodyToAsk: 'Nobody keeps a log here that can be asked for one process.',
	noSource: 'It writes to no log that we can find.',
	kernelThread: 'A thread of the kernel has no log of its own: all of them write to the one of the kernel, which dmesg shows.',
	/** Where what it prints ends up, when nothing of it is kept. */
	output: {
		null: 'What it prints is thrown away: its output goes to /dev/null.',
		terminal: 'What it prints goes to its terminal and is not kept.',
		pipe: 'What it prints goes to another program, through a pipe.',
		closed: 'It has closed its output: it can print nothing.',
	} satisfies Readonly<Partial<Record<StreamTarget, string>>>,
	empty: 'No message of it is kept there.',
	emptyForUs: 'No message of it that this user may read.',
	emptyLately: (minutes: number) => `It has written no message in the last ${minutes} minutes.`,
	advice: (advice: NonNullable<LogAdvice>) =>
		advice.who === 'root'
			? 'There may be more: only root may read all of it.'
			: `There may be more: only root and members of the group ${names(advice.groups)} may read what others write.`,
	note: {
		binary: '(holds bytes that are no text)',
		missing: '(too long: the log does not give it)',
		cut: '(cut: longer than we read)',
	} satisfies Readonly<Record<NonNullable<LogEntry['note']>, string>>,
	/** Stands where an entry tells no time. */
	noTime: '–',
};

export type LogsText = typeof logs;
