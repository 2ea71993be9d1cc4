import type {TermsOf} from '../../model/term.js';

/** How services are kept, and when they run. */
export const serviceTerms: TermsOf<'services'> = {
	'service-manager': {
		name: 'service manager',
		aliases: ['launchd', 'systemd', 'init system'],
		line: 'The program that starts services, watches over them and starts them again.',
		more: 'launchd on macOS, systemd on most Linux systems; both run as PID 1. launchd looks after every user as well; with systemd, each user has a second one.',
	},
	supervisor: {
		name: 'supervisor',
		aliases: ['daemon manager', 'process manager', 'PM2', 'supervisord'],
		line: 'A program that keeps other programs running without being the init system.',
		more: 'PM2, supervisord, runit and container engines are such programs, on both systems. To be back after a boot, the supervisor itself has to be kept by launchd or systemd.',
	},
	job: {
		name: 'job',
		aliases: ['launchd job', 'shell job'],
		line: 'What launchd calls a thing that it keeps, running or not.',
		more: 'It is described by a property list and named by its label. systemd uses the word for a start or stop in progress, and shells for what was typed as one line.',
	},
	unit: {
		name: 'unit',
		aliases: ['service unit', 'systemd unit', 'scope', 'slice'],
		line: 'What systemd calls a thing that it manages: a service, socket, timer, mount and more.',
		more: 'The end of the name tells the type: ssh.service, apt-daily.timer. launchd has no such types: one job may have sockets and times.',
	},
	label: {
		name: 'label',
		aliases: ['service name', 'reverse domain name'],
		line: 'The unique name of a job of launchd, such as com.apple.mDNSResponder.',
		more: 'It is unique only within its domain, and need not be like the name of the program. On Linux the name of the unit plays this part.',
	},
	domain: {
		name: 'domain',
		aliases: ['launchd domain', 'gui domain', 'system domain'],
		line: 'The circle in which launchd keeps a job: system, user/UID or gui/UID.',
		more: 'system is there from boot, gui/UID from a graphical login to its logout. On Linux the manager of the system and the manager of each user are separate in this way.',
	},
	'control-group': {
		name: 'control group',
		aliases: ['cgroup', 'slice'],
		line: 'A group in which the Linux kernel counts and limits processes together.',
		more: 'systemd gives each unit one, so no process can run away from its service. macOS has none; launchd remembers coalitions for accounting.',
	},
	'life-cycle': {
		name: 'life cycle',
		aliases: ['lifetime', 'lifespan'],
		line: 'The way of a process from its start to its end.',
		more: 'That of a daemon is bound to the computer, that of an agent to a login, that of a helper to its app. This holds on macOS and on Linux.',
	},
	boot: {
		name: 'boot',
		aliases: ['startup', 'system start'],
		line: 'The start of the computer, from the kernel to the moment when services run.',
		more: 'launchd then loads the folders LaunchDaemons, systemd the units that its default target wants. Nobody has logged in yet.',
	},
	login: {
		name: 'login',
		aliases: ['log in', 'sign in'],
		line: 'The moment when a person gets a session of their own.',
		more: 'launchd then loads the agents of that user; on Linux the first login starts the user’s systemd. What ran before it is likely a daemon.',
	},
	logout: {
		name: 'logout',
		aliases: ['log out', 'sign out'],
		line: 'The end of a login session and of what belongs to it.',
		more: 'Apps and agents end on both systems, daemons stay. On Linux user units outlive it while another login is open or lingering is on.',
	},
	'start-at-load': {
		name: 'start at load',
		aliases: ['RunAtLoad', 'WantedBy', 'enabled'],
		line: 'A service starts as soon as its manager knows it, not first when asked for.',
		more: 'RunAtLoad in a property list says so. systemd starts an enabled unit when the target in WantedBy= is started, mostly at boot.',
	},
	'on-demand': {
		name: 'on demand',
		aliases: ['activation', 'lazy start', 'launch on demand'],
		line: 'A service is started only when somebody needs it.',
		more: 'launchd waits for Mach messages, sockets, paths and times; most of its jobs are like that. systemd starts by socket, D-Bus name, device, path or timer.',
	},
	'socket-activation': {
		name: 'socket activation',
		aliases: ['inetd', 'socket unit', 'Sockets key'],
		line: 'The manager listens in place of a service and starts it at the first call.',
		more: 'systemd does it with a .socket unit, launchd with the key Sockets. Until then the port seems to belong to PID 1.',
	},
	'keep-alive': {
		name: 'keep alive',
		aliases: ['KeepAlive'],
		line: 'The order to have a job running all the time, or while a condition holds.',
		more: 'KeepAlive in a property list: true, or conditions such as Crashed or SuccessfulExit. Restart=always is the nearest in a unit file. Without it, neither manager starts again what has ended.',
	},
	'automatic-restart': {
		name: 'automatic restart',
		aliases: ['Restart=', 'restart on failure'],
		line: 'The manager starts a service again when it has ended.',
		more: 'Restart= in a unit file says when: no, on-failure, always. launchd reads KeepAlive. Both wait between starts, and systemd gives up after too many in a short time.',
	},
	'scheduled-job': {
		name: 'scheduled job',
		aliases: ['cron job', 'crontab', 'StartCalendarInterval', 'StartInterval'],
		line: 'A program that is started at set times.',
		more: 'launchd reads StartCalendarInterval and StartInterval, systemd has timers, and cron still works on both. Between its times nothing of it runs.',
	},
	timer: {
		name: 'timer',
		aliases: ['timer unit', 'OnCalendar'],
		line: 'A unit of systemd that starts another one at set times.',
		more: '“systemctl list-timers” shows when they are due. On macOS the times stand in the property list of the job itself.',
	},
	reload: {
		name: 'reload',
		aliases: ['re-read configuration', 'ExecReload', 'SIGHUP'],
		line: 'A service reads its configuration again without ending.',
		more: 'By custom SIGHUP asks for it. “systemctl reload” does what ExecReload= says; launchd has no such command, and a changed property list is loaded anew with bootout and bootstrap.',
	},
	stop: {
		name: 'stop',
		aliases: ['quit', 'terminate', 'kill'],
		line: 'To end a process: first by asking (SIGTERM), then by force (SIGKILL).',
		more: 'Ask the manager and not the process, or it may come back: “launchctl bootout” and “systemctl stop”.',
	},
	restart: {
		name: 'restart',
		aliases: ['start again', 'kickstart'],
		line: 'To stop a service and start it once more.',
		more: '“systemctl restart” on Linux, “launchctl kickstart -k” on macOS. Its PID changes, and its configuration is read anew.',
	},
	'allow-in-background': {
		name: 'allow in the background',
		aliases: ['background item', 'background items added', 'BTM'],
		line: 'The switch in System Settings that lets the agents and daemons of an app run.',
		more: 'macOS shows it in General ▸ Login Items & Extensions and tells when an app adds one. On Linux “systemctl enable” and “disable” are closest.',
	},
};

/** The files that describe services, and what services leave in files. */
export const fileTerms: TermsOf<'files'> = {
	'configuration-file': {
		name: 'configuration file',
		aliases: ['config file', 'settings file'],
		line: 'A file that says how a program should behave.',
		more: 'How a service is started stands in a property list on macOS and in a unit file on Linux. What it then does is often in a file of its own, below /etc.',
	},
	'property-list': {
		name: 'property list',
		aliases: ['plist', '.plist'],
		line: 'Apple’s format for keys and values; launchd reads one for each job.',
		more: 'It may be XML or binary; “plutil -p” prints both. Linux has unit files for this.',
	},
	'unit-file': {
		name: 'unit file',
		aliases: ['.service file', 'service file'],
		line: 'The text file that describes a unit to systemd, in sections with directives.',
		more: 'Packages put it in /usr/lib/systemd/system, administrators in /etc/systemd/system. “systemctl cat” prints it with its drop-ins. macOS has property lists for this.',
	},
	'drop-in': {
		name: 'drop-in',
		aliases: ['override.conf', '.d directory'],
		line: 'A small file that changes single lines of a unit file without touching it.',
		more: 'It stands in a directory such as ssh.service.d; “systemctl edit” makes one. launchd has nothing like it.',
	},
	'launch-daemons-folder': {
		name: 'LaunchDaemons folder',
		aliases: ['LaunchDaemons', '/Library/LaunchDaemons'],
		line: 'Where macOS has the property lists of daemons.',
		more: '/System/Library/LaunchDaemons has those of Apple, /Library/LaunchDaemons those of others. There is none in a home folder. Linux: /usr/lib/systemd/system.',
	},
	'launch-agents-folder': {
		name: 'LaunchAgents folder',
		aliases: ['LaunchAgents', '~/Library/LaunchAgents'],
		line: 'Where macOS has the property lists of agents.',
		more: '/System/Library and /Library hold those for every user, ~/Library those of one user. Linux: /usr/lib/systemd/user and ~/.config/systemd/user.',
	},
	spool: {
		name: 'spool',
		aliases: ['queue folder', 'print queue'],
		line: 'A folder where work waits until a service takes it up.',
		more: 'Mail, print jobs and crontabs wait there; on both systems it is mostly /var/spool.',
	},
	index: {
		name: 'index',
		aliases: ['search index', 'Spotlight index'],
		line: 'A list prepared in advance so that a search need not read everything.',
		more: 'On macOS mds keeps the one of Spotlight, on Linux desktops tinysparql or baloo. Building it anew costs CPU time for a while.',
	},
	cache: {
		name: 'cache',
		aliases: ['cached data'],
		line: 'A copy kept at hand because fetching it again would take longer.',
		more: 'It may be thrown away without harm: ~/Library/Caches on macOS, ~/.cache and /var/cache on Linux.',
	},
};
