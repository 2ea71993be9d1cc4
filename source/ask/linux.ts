import type {Question} from './question.js';

type Run = Extract<Question, {run: unknown}>['run'];

const run = (file: string, ...args: readonly string[]): Run => ({file, args});

/** How many lines of a log are asked for. */
export const logLines = 200;

/** Whose manager has a unit: the system's, one's own, or with root's eyes another user's. */
export type ManagerScope = {type: 'system'} | {type: 'own'} | {type: 'user'; name: string};

const scopeArguments = (scope: ManagerScope): readonly string[] =>
	scope.type === 'system' ? [] : scope.type === 'own' ? ['--user'] : ['--user', `--machine=${scope.name}@`];

/** Sources: lsof(8), ss(8), systemctl(1), journalctl(1), tail(1). */
export const askLinux = {
	/** Every open file of a process, for the sockets among them. */
	openFiles: (pid: number): Run => run('lsof', '-nP', '-w', '-a', '-p', String(pid), '-F0pcuftPnTid'),
	/** Every socket of the network namespace, with the processes one may see. */
	allSockets: (): Run => run('ss', '-tuxanpeOH'),
	unit: (scope: ManagerScope, names: readonly string[], properties: readonly string[]): Run =>
		run('systemctl', ...scopeArguments(scope), '--no-pager', '--no-ask-password', 'show', '-p', properties.join(','), '--', ...names),
	unitFiles: (scope: ManagerScope, name: string): Run => run('systemctl', ...scopeArguments(scope), '--no-pager', 'cat', '--', name),
	journalOfUnit: (unit: string, isUserUnit: boolean): Run =>
		run('journalctl', '--no-pager', '-q', '-o', 'json', '-n', String(logLines), isUserUnit ? '--user-unit' : '-u', unit),
	journalOfProcess: (pid: number): Run => run('journalctl', '--no-pager', '-q', '-o', 'json', '-n', String(logLines), `_PID=${pid}`),
	/** The journal from where a page ended, as it grows. */
	followJournal: (match: readonly string[], cursor: string | null): Run =>
		run('journalctl', '--no-pager', '-q', '-o', 'json', '-f', ...(cursor === null ? ['-n', '0'] : [`--after-cursor=${cursor}`]), ...match),
	endOfFile: (path: string): Run => run('tail', '-n', String(logLines), '--', path),
	followFile: (path: string): Run => run('tail', '-n', '0', '-F', '--', path),
} as const;
