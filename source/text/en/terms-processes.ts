import type {TermsOf} from '../../model/term.js';

/** What belongs to any process. */
export const processTerms: TermsOf<'processes'> = {
	process: {
		name: 'process',
		aliases: ['task', 'running program'],
		line: 'A program while it runs, with memory, files and rights of its own.',
		more: 'The same program can run as many processes at once. macOS tells of them by ps and Activity Monitor, Linux by ps and the folders in /proc.',
	},
	thread: {
		name: 'thread',
		aliases: ['thread of execution'],
		line: 'One line of work inside a process; all threads of a process share its memory.',
		more: 'See them with ps -M on macOS and ps -L on Linux. Linux counts kernel threads among the processes.',
	},
	pid: {
		name: 'PID',
		aliases: ['process ID', 'process number'],
		line: 'The number by which the system calls a process.',
		more: 'Numbers are used again when a process has ended, on both systems. So this program remembers the time of the start with it.',
	},
	ppid: {
		name: 'PPID',
		aliases: ['parent process ID'],
		line: 'The PID of the parent.',
		more: 'A PPID of 1 means that init started or adopted it. On macOS that is true of every app, on Linux of system daemons and of orphans.',
	},
	parent: {
		name: 'parent process',
		aliases: ['parent'],
		line: 'The process that started another one and is told of its end.',
		more: 'On macOS launchd is the parent of apps and services alike. On Linux the parent of a unit is systemd, and of a command the shell.',
	},
	child: {
		name: 'child process',
		aliases: ['child', 'fork'],
		line: 'A process that was started by another one.',
		more: 'It inherits account, folder, environment and open files. Both systems make it with fork or posix_spawn.',
	},
	orphan: {
		name: 'orphan process',
		aliases: ['orphan', 'adopted process'],
		line: 'A process whose parent has ended before it.',
		more: 'launchd adopts it on macOS. On Linux systemd does, or the nearest ancestor that has asked for it. It runs on as before.',
	},
	zombie: {
		name: 'zombie process',
		aliases: ['zombie', 'defunct'],
		line: 'A process that has ended, and whose parent has not asked yet how.',
		more: 'It is only an entry in the list, with the state Z on both systems: no memory, no program. It cannot be killed and goes when its parent asks or ends.',
	},
	session: {
		name: 'session',
		aliases: ['process session', 'setsid'],
		line: 'A set of processes that share one terminal, or have none.',
		more: 'Do not mix it up with the login session. A daemon has a session of its own without a terminal; launchd and systemd see to that.',
	},
	'login-session': {
		name: 'login session',
		aliases: ['graphical session', 'user session'],
		line: 'All that belongs to one login, from logging in to logging out.',
		more: 'On macOS it is the domain gui/UID or an ssh login; on Linux systemd-logind counts sessions, see loginctl. Agents and apps belong to it, daemons do not.',
	},
	'session-leader': {
		name: 'session leader',
		aliases: ['s in STAT'],
		line: 'The process that opened a session; mostly a shell or a daemon.',
		more: 'ps marks it with a small s in STAT on both systems. When the leader of a terminal ends, its foreground job gets SIGHUP.',
	},
	'controlling-terminal': {
		name: 'controlling terminal',
		aliases: ['TTY', 'terminal'],
		line: 'The terminal whose keys, such as Ctrl-C, reach a process.',
		more: 'ps shows it in the column TTY: ttys001 on macOS, pts/1 on Linux, and ?? or ? where there is none. A daemon has none, but that alone is no proof.',
	},
	foreground: {
		name: 'foreground',
		aliases: ['foreground job'],
		line: 'The job of a terminal that gets the keys at this moment.',
		more: 'ps marks it with a + in STAT on both systems. On macOS an app in the Dock is called foreground as well, though it has no terminal.',
	},
	background: {
		name: 'background',
		aliases: ['background job'],
		line: 'Whatever runs without getting the keys of a terminal or the eyes of a user.',
		more: 'In a shell, & and bg put a job there; it still belongs to the terminal. A daemon of launchd or systemd never belonged to one.',
	},
	'standard-input': {
		name: 'standard input',
		aliases: ['stdin', 'descriptor 0'],
		line: 'Where a program reads from if nothing else is said: file descriptor 0.',
		more: 'Mostly the keyboard of a terminal, or a pipe. launchd and systemd give their services /dev/null, where nothing ever comes.',
	},
	'standard-output': {
		name: 'standard output',
		aliases: ['stdout', 'descriptor 1'],
		line: 'Where a program writes its results: file descriptor 1.',
		more: 'systemd leads it to the journal (StandardOutput=), launchd to /dev/null unless StandardOutPath names a file.',
	},
	'standard-error': {
		name: 'standard error',
		aliases: ['stderr', 'descriptor 2'],
		line: 'Where a program writes complaints, apart from its results: file descriptor 2.',
		more: 'systemd leads it where standard output goes, launchd to /dev/null unless StandardErrorPath names a file.',
	},
	'file-descriptor': {
		name: 'file descriptor',
		aliases: ['fd', 'open file'],
		line: 'The number by which a process calls an open file, pipe, device or socket.',
		more: 'Both systems limit how many a process may have. lsof lists them; Linux also shows them in /proc/PID/fd.',
	},
	'working-directory': {
		name: 'working directory',
		aliases: ['cwd', 'current directory'],
		line: 'The directory from which a process looks for names that do not begin with a slash.',
		more: 'Daemons have / by custom, so that they keep no disk from being ejected. WorkingDirectory sets it in a property list and in a unit file.',
	},
	'environment-variable': {
		name: 'environment variable',
		aliases: ['environment', 'PATH'],
		line: 'A name with a value that a process gets from whoever starts it.',
		more: 'A service does not get those of your shell: EnvironmentVariables in a property list or Environment= in a unit sets them. They may hold secrets, so this program covers them.',
	},
};
