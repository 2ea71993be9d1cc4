import type {LogSource} from '../model/log.js';
import type {Question} from './question.js';

type Run = Extract<Question, {run: unknown}>['run'];

const run = (file: string, ...args: readonly string[]): Run => ({file, args});

/** How many lines of a log are asked for. */
export const logLines = 200;
/** How many of a file that all programs share, to find those of one among them. */
const sharedLogLines = 5000;

/** Which messages of the journal, in the words of journalctl(1) and systemd.journal-fields(7). */
export const journalMatch = {
	unit: (unit: string): readonly string[] => ['-u', unit],
	ownUnit: (unit: string): readonly string[] => ['--user-unit', unit],
	/** `--user-unit` means the asking user's own unit of that name, for root as well. */
	unitOfUser: (unit: string, uid: number): readonly string[] => [
		`_SYSTEMD_USER_UNIT=${unit}`,
		`_UID=${uid}`,
		'+',
		`USER_UNIT=${unit}`,
		`_UID=${uid}`,
	],
	/** Pids are used again: only since the boot. */
	process: (pid: number): readonly string[] => ['-b', `_PID=${pid}`],
} as const;

const journal = (match: readonly string[]): Run => run('journalctl', '--no-pager', '-q', '-o', 'json', '-n', String(logLines), ...match);

/** Whose manager has a unit: the system's, one's own, or with root's eyes another user's. */
export type ManagerScope = {type: 'system'} | {type: 'own'} | {type: 'user'; name: string};

/** How systemctl is told whom to ask. */
export const scopeArguments = (scope: ManagerScope): readonly string[] =>
	scope.type === 'system' ? [] : scope.type === 'own' ? ['--user'] : ['--user', `--machine=${scope.name}@`];

type Unit = {scope: 'system' | 'user'; scopeUid: number | null};

/** Whom `uid` asks about a unit. `null`: the manager of another user, whom only root may ask. `owner`: that user's name. */
export const managerScopeOf = ({scope, scopeUid}: Unit, uid: number | null, owner: string | null): ManagerScope | null => {
	if (scope === 'system') {
		return {type: 'system'};
	}

	if (scopeUid === uid) {
		return {type: 'own'};
	}

	return uid === 0 && scopeUid !== null ? {type: 'user', name: owner ?? String(scopeUid)} : null;
};

/** Sources: lsof(8), ss(8), systemctl(1), journalctl(1), tail(1), stat(1). */
export const askLinux = {
	process: (pid: number): Run => run('ps', '-o', 'pid,ppid,pgid,sid,user,tty,stat,nice,nlwp,rss,vsz,lstart,time,args', '-p', String(pid)),
	link: (path: string): Run => run('readlink', path),
	folder: (path: string): Run => run('ls', '-l', path),
	/** The names alone: values of variables may be secrets. */
	variableNames: (path: string): Run => run('grep', '-zoaE', '^[^=]+', path),
	/** Every open file of a process, for the sockets among them. */
	openFiles: (pid: number): Run => run('lsof', '-nP', '-w', '-a', '-p', String(pid), '-F0pcuftPnTid'),
	/** Every socket of the network namespace, with the processes one may see. */
	allSockets: (): Run => run('ss', '-tuwxanpeH'),
	unit: (scope: ManagerScope, names: readonly string[], properties: readonly string[]): Run =>
		run('systemctl', ...scopeArguments(scope), '--no-pager', '--no-ask-password', 'show', '-p', properties.join(','), '--', ...names),
	unitFiles: (scope: ManagerScope, name: string): Run => run('systemctl', ...scopeArguments(scope), '--no-pager', 'cat', '--', name),
	/** The newest lines of a source, asked as the Logs pane does. */
	log: (source: Exclude<LogSource, {type: 'unified-log'}>): Run =>
		source.type === 'journal'
			? journal(source.match)
			: run('tail', '-n', String(source.sender === null ? logLines : sharedLogLines), '--', source.path),
	/** The journal from where a page ended, as it grows. Without `-n` only ten of the lines written meanwhile would come. */
	followJournal: (match: readonly string[], cursor: string | null): Run =>
		run(
			'journalctl',
			'--no-pager',
			'-q',
			'-o',
			'json',
			'-f',
			...(cursor === null ? ['-n', '0'] : ['-n', String(logLines), `--after-cursor=${cursor}`]),
			...match,
		),
	followFile: (path: string): Run => run('tail', '-n', '0', '-F', '--', path),
	/** The type, the mode and the group of a file: whether it can be read to its end, and who may. */
	fileMode: (path: string): Run => run('stat', '-L', '-c', '%A %G', '--', path),
} as const;
