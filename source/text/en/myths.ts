import type {Myths, MythVerdict} from '../../model/myth.js';

/** What is often read about daemons, and what holds. */
export const myths: Myths = {
	'background-process': {
		says: 'A daemon is a process in the background that nobody controls directly.',
		fact: 'That is the heart of it. But having no window is not enough: helpers of apps, agents and forgotten jobs have none either. What counts is for whom a process works and who keeps it.',
	},
	'menu-bar-app': {
		says: 'A clipboard or window tool in the menu bar is a background app and no daemon.',
		fact: 'Such a tool is an ordinary app that keeps itself out of the Dock (LSUIElement). It starts after you log in and ends when you log out. Most of them nobody starts again.',
	},
	'boot-to-shutdown': {
		says: 'A daemon runs from boot to shutdown.',
		fact: 'Some do. Most services of launchd, and many of systemd, start only when somebody asks for them, and may end when they are idle. Meanwhile the service manager keeps their place, often their socket.',
	},
	'three-nos': {
		says: 'A daemon has no terminal, no window, and waits for no input.',
		fact: 'Look for no terminal (TTY) and a standard input of /dev/null. An app opened from the Dock has no terminal either, and WindowServer, a daemon, draws the whole screen. So the three hint, and none of them proves.',
	},
	'restarts-itself': {
		says: 'A daemon that dies starts itself again.',
		fact: 'What is dead starts nothing. The service manager does it, and only if told to: KeepAlive for launchd, Restart= for systemd. Unless configured, neither of them does.',
	},
	'survives-logout': {
		says: 'A daemon survives your logout.',
		fact: 'Yes: it never belonged to your login. An agent did, and ends with your session (on Linux unless lingering is on). No other trait tells the two apart so cleanly.',
	},
	'low-priority': {
		says: 'Daemons run at low priority and need little.',
		fact: 'Most have the nice value 0, as any program. macOS holds work back by the type of a job (Background, Adaptive) instead. An indexing mds or a busy WindowServer can well top the list.',
	},
	'letter-d': {
		says: 'A name that ends in d is the name of a daemon.',
		fact: 'The d says “background service”, no more. Of the Mac programs in our dictionary that end in d, about four in ten are agents of one user, and three in ten daemons have no d at all. Threads of the Linux kernel such as kswapd have one, too.',
	},
	bird: {
		says: 'bird is the daemon of iCloud.',
		fact: 'It does keep iCloud Drive in step, but launchd runs it from LaunchAgents, as you and for you: an agent. Even its manual page says daemon. The word is often used for any service in the background.',
	},
	mdnsresponder: {
		says: 'mDNSResponder looks up names on a Mac.',
		fact: 'True, and for both ways: Bonjour on the local network and ordinary DNS. It runs from boot under an account of its own, _mdnsresponder. A textbook daemon without a d.',
	},
	'launchctl-list': {
		says: 'launchctl list shows every running daemon.',
		fact: 'Asked by an ordinary user, it lists the jobs of your login: agents and apps, running or not. The daemons are in “launchctl print system”, which needs no root, or in “sudo launchctl list”.',
	},
	'grep-daemon': {
		says: 'ps aux | grep daemon finds the daemons.',
		fact: 'It finds command lines with these six letters in them, its own among them. Most daemons do not carry the word, a build daemon of Gradle carries it and is none, and the God Daemon of PM2 is missed for its capital D.',
	},
	'user-daemon-folder': {
		says: 'Settings of your own daemons are in ~/Library/LaunchAgents.',
		fact: 'The folder is right, the word is not: what stands there are agents. A folder ~/Library/LaunchDaemons does not exist, for at boot nobody has logged in yet. On Linux, ~/.config/systemd/user is the counterpart.',
	},
	'dies-on-error': {
		says: 'An app dies of an error, a daemon goes on.',
		fact: 'Both die. Nobody starts the app again; the daemon is started again by its service manager, where its configuration says so. The new one has another PID.',
	},
	'console-or-log': {
		says: 'Apps write to the console, daemons to the system log.',
		fact: 'Where output goes is decided by whoever starts a program: systemd leads it to the journal, launchd to /dev/null or to a file. And on a Mac, apps and daemons alike write to the unified log.',
	},
	signals: {
		says: 'Daemons give signals a meaning of their own.',
		fact: 'SIGTERM asks them to finish what they do and to end; with SIGHUP many read their configuration again. It is a custom, not a law: without a handler, SIGHUP just ends a program.',
	},
	servers: {
		says: 'With systemd or PM2 an ordinary server becomes a daemon.',
		fact: 'Well seen. The same node in a terminal is an interactive program, under PM2 a managed job, as a system unit a daemon. Who keeps it decides, not the program.',
	},
	'cron-and-named': {
		says: 'crond and named are daemons of macOS.',
		fact: 'These are names from Linux. On a Mac the program is called cron, without d, and runs only once somebody has a crontab. named is not part of macOS any more: mDNSResponder looks up names.',
	},
};

/** How a saying stands the test. */
export const mythVerdicts = {
	right: 'right',
	half: 'half right',
	myth: 'a myth',
	word: 'the wrong word',
} satisfies Readonly<Record<MythVerdict, string>>;

/** What stands around them. */
export const mythUi = {
	title: 'What is said of daemons, and what holds',
	count: (count: number): string => `${count} sayings`,
	tryIt: 'try it',
};
