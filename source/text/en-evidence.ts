import type {Observed} from '../model/evidence.js';

const managers: Readonly<Record<string, string>> = {
	systemd: 'systemd',
	sysv: 'an init script',
	openrc: 'OpenRC',
	runit: 'runit',
	s6: 's6',
	supervisord: 'supervisord',
	pm2: 'PM2',
	cron: 'cron',
	at: 'at',
	docker: 'Docker',
	podman: 'Podman',
	kubernetes: 'Kubernetes',
	containerd: 'containerd',
	lxc: 'LXC',
};

export const managerName = (manager: unknown): string => managers[String(manager)] ?? String(manager);

/** One sentence for each rule of the classifier, from what it observed. */
export const evidence = {
	'kernel-thread': () => 'The kernel marks it as one of its own threads: it runs no program.',
	'first-process': ({name}: Observed) => `It is process 1, the first one (${name}): every other process descends from it.`,
	'user-manager': ({uid}: Observed) => `It is the systemd manager of user ${uid}, or keeps that user's session open.`,
	'container-process': ({engine, container}: Observed) => `Its control group belongs to the ${managerName(engine)} container ${container}.`,
	'container-monitor': ({name}: Observed) => `${name} watches over a container and reports how it ended.`,
	'first-in-namespace': ({name}: Observed) =>
		`It is process 1 of a namespace of its own: the ${name} of a container or of a system inside this one.`,
	'ssh-session': ({title}: Observed) => `sshd made it for one connection: "${title}".`,
	'session-program': ({name}: Observed) => `${name} is known as a part of the login session itself.`,
	'supervised-job': ({manager, supervisorPid, isParent}: Observed) =>
		`${managerName(manager)} ${supervisorPid === null ? '' : `(process ${supervisorPid}) `}${isParent === 1 ? 'started it and keeps it' : 'is among its ancestors'}.`,
	'unit-main-process': ({unit}: Observed) => `It is the main process of the system unit ${unit}: systemd keeps it for the whole computer.`,
	'unit-worker': ({unit, mainPid}: Observed) =>
		`It belongs to the system unit ${unit}${mainPid === null ? '' : `, whose main process is ${mainPid}`}.`,
	'autostart-unit': ({unit}: Observed) => `The desktop started it at login (${unit}).`,
	'application-unit': ({unit}: Observed) => `The desktop made ${unit} for an application that was opened.`,
	'user-unit-main-process': ({unit, uid}: Observed) =>
		`It is the main process of ${unit} in the service manager of user ${uid}: it serves one user.`,
	'user-unit-worker': ({unit, mainPid}: Observed) =>
		`It belongs to the user unit ${unit}${mainPid === null ? '' : `, whose main process is ${mainPid}`}.`,
	'init-script-pid': ({script}: Observed) => `The pid file of the init script ${script} names it.`,
	'graphical-in-terminal': ({tty}: Observed) => `It opened a window on the display and was only typed into the terminal ${tty}.`,
	'terminal-foreground': ({tty}: Observed) => `It has the terminal ${tty} in its hands: it, or something it started, is in the foreground.`,
	'terminal-session-leader': ({tty}: Observed) => `It leads the session of the terminal ${tty}, as shells do.`,
	'terminal-job': ({tty, state}: Observed) =>
		`It was sent to the background of the terminal ${tty}${state === 'T' ? ' and is stopped' : ''}: a shell's job.`,
	'worker-of-parent': ({parent, ppid}: Observed) =>
		`It is a worker of ${parent} (process ${ppid}), which started it and shares its session or program.`,
	'helper-of-app': ({parent, ppid}: Observed) => `${parent} (process ${ppid}) started it as a part of itself.`,
	'detached-program': ({name}: Observed) => `${name} puts itself in the background without any service manager knowing.`,
	zombie: ({parent}: Observed) => `It has ended; only its entry is left until ${parent ?? 'its parent'} collects the result.`,
	'has-terminal': ({tty}: Observed) => `It has a terminal (${tty}): a daemon has none.`,
	'no-terminal': () => 'It has no terminal. Daemons never have one, but apps and orphans have none either.',
	'login-session-scope': ({unit}: Observed) => `Its control group is ${unit}: it came out of somebody's login.`,
	'terminal-in-environment': () => 'It was started with the TERM of a real terminal.',
	'multiplexer-in-environment': () => 'It was started inside tmux or screen.',
	'ssh-in-environment': () => 'It was started from an ssh login.',
	'shell-in-environment': () => 'A shell is among those that started it (SHLVL).',
	'session-leader-gone': ({sid}: Observed) => `The leader of its session (process ${sid}) is gone, as after a terminal was closed.`,
	'works-in-root-directory': () => 'Its working directory is /, where a daemon blocks no disk from being unmounted.',
	'works-in-system-directory': ({path}: Observed) => `It works in a system directory (${path}).`,
	'works-in-home': ({path}: Observed) => `It works in a user's directory (${path}).`,
	'system-file-starts-it': ({file}: Observed) => `A system file starts this program: ${file}.`,
	'user-file-starts-it': ({file}: Observed) => `A file for user services starts this program: ${file}.`,
	'autostart-file-starts-it': ({file}: Observed) => `The desktop starts this program at login: ${file}.`,
	'desktop-entry-starts-it': ({file}: Observed) => `It is installed as an application to be opened: ${file}.`,
	'program-in-sbin': ({path}: Observed) => `Its program stands among system programs (${path}).`,
	'program-in-libexec': ({path}: Observed) => `Its program is not meant to be typed (${path}).`,
	'service-account': ({user}: Observed) => `It runs as ${user}, an account that no person logs in with.`,
	'root-without-terminal': () => 'It runs as root and has no terminal.',
	'forked-without-exec': () => 'It split off from its own program without starting another, as daemons and workers do.',
	'listens-on-network': ({socket}: Observed) => `It listens on the network (${socket}).`,
	'listens-on-unix-socket': ({path}: Observed) => `It listens on a local socket (${path}).`,
	'catches-hup-and-term': () => 'It handles SIGHUP and SIGTERM itself: reload and clean stop.',
	'ignores-pipe': () => 'It ignores SIGPIPE, so that a client hanging up does not end it.',
	'output-to-socket': () => 'Its output goes into a socket, as into the journal.',
	'streams-to-null': () => 'Its input and outputs are /dev/null or closed.',
	'invocation-in-environment': () => 'systemd gave it, or an ancestor, an invocation id.',
	'title-rewritten': ({title}: Observed) => `It shows its role in place of its arguments ("${title}").`,
	'uses-display': () => 'It talks to the display server: it can show windows or icons.',
	'hidden-start-option': ({option}: Observed) => `It was told to start out of sight (${option}).`,
	'known-program': ({name, kind}: Observed) => `The dictionary knows ${name} as: ${kind}.`,
	'daemon-in-name': ({name}: Observed) => `Its name says so: ${name}.`,
	'name-ends-in-d': ({name}: Observed) => `Its name ends in d (${name}). A weak hint: sed and Discord end in d as well.`,
	'name-without-d': ({name}: Observed) => `Its name does not end in d (${name}). That says little: nginx, cron and postgres are daemons.`,
	'supervisor-above': ({manager, supervisorPid}: Observed) =>
		`A supervisor stands above it: ${managerName(manager)}, process ${supervisorPid}.`,
} satisfies Readonly<Record<string, (observed: Observed) => string>>;
