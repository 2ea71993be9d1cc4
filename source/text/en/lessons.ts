import type {Observed} from '../../model/evidence.js';
import type {LessonId} from '../../model/lesson.js';
import {formatDuration, formatInstant} from '../format.js';
import {lessonCommands} from '../lesson-commands.js';
import {type Listing, lessonListings} from '../lesson-listings.js';

/** One lesson: half a minute to read, an example, something to be surprised at, and a question. */
type Lesson = {
	title: string;
	/** The lesson in one line. */
	idea: string;
	paragraphs: readonly string[];
	/** The sentence above the table, from what was picked for it. */
	example: (observed: Observed) => string;
	surprise: string;
	/** Which choice is right stands in `learn/lesson-answers.ts`. */
	question: {ask: string; choices: readonly string[]; because: string};
	commands: {linux: readonly string[]; darwin: readonly string[]};
	listing?: {linux: readonly Listing[]; darwin: readonly Listing[]};
};

const times = (count: unknown): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const counted = (count: unknown, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The fourteen lessons. */
export const lessons = {
	word: {
		title: 'The word daemon',
		idea: 'A daemon works in the background for the whole computer, and nobody has to watch it.',
		paragraphs: [
			'Daemon is the old spelling of demon, and no devil is meant: in Greek tales a daimon was a helping spirit. Around 1963 programmers at MIT thought of Maxwell’s demon, the tireless being that sorts molecules in a famous thought experiment, and gave its name to the programs that did chores for them in the background.',
			'Others say service and mean much the same. Windows has services; macOS has launchd and most Linux systems have systemd, and what these two start and keep for everybody is still called a daemon.',
			'“Background process” is the wide word, for everything that stays out of sight. “Daemon” is a narrow one. The next lessons show how narrow.',
		],
		example: ({all, apps, interactive, unseen}) =>
			apps === 0 && interactive === 0
				? `${all} processes run here. None of them has a window, and none works at a terminal.`
				: `Of ${all} processes, ${counted(apps, 'is an app', 'are apps')} with windows and ${counted(interactive, 'works', 'work')} at a terminal. The other ${unseen} run out of sight.`,
		surprise: 'Most of what runs here was never started by you.',
		question: {
			ask: 'Which of these says what a daemon is?',
			choices: ['Any program without a window', 'A background service for the whole computer', 'A program that has lost its parent'],
			because:
				'Plenty of programs have no window, and an orphan may be anything. What counts is for whom a program works, and who keeps it.',
		},
		commands: lessonCommands.word,
	},
	'menu-bar-app': {
		title: 'Is my clipboard app a daemon?',
		idea: 'A menu bar app hides, but it is an app: it comes with your login and goes with it.',
		paragraphs: [
			'Maccy, Rectangle or Dropbox show no window and no icon in the Dock, and they may open by themselves when you log in. In a list of processes they look just like a daemon: no terminal, launchd as parent, always there.',
			'Two questions tell them apart. For whom does it work? For you alone, inside your session. Who keeps it? Nobody: quit it, and it stays away until you open it or log in again.',
			'On macOS such an app has LSUIElement in its Info.plist. Apple calls that an “agent app”, which has nothing to do with a launch agent. On Linux, the tray programs that the desktop starts at login are the same thing.',
		],
		example: ({app, daemon}) => `${app} and ${daemon} side by side: neither has a terminal. Compare the account, and who starts it again.`,
		surprise: 'The look of a process does not tell. Its account and its keeper do.',
		question: {
			ask: 'You quit Maccy in the menu bar. What happens?',
			choices: ['launchd starts it again at once', 'It goes on working without its icon', 'It is gone until you open it or log in again'],
			because: 'Nothing watches over a login item. It is opened once, at login, and after that it is an app like any other.',
		},
		commands: lessonCommands['menu-bar-app'],
	},
	'three-nos': {
		title: 'No terminal, no window, no input',
		idea: 'A daemon talks to nobody directly. But not everything that keeps silent is a daemon.',
		paragraphs: [
			'What you start in a shell has a controlling terminal: it reads your keyboard, and Ctrl-C reaches it. A daemon has none. In the TTY column of ps that is ?? on macOS and ? on Linux.',
			'A daemon draws no window, as a rule, and its standard input is /dev/null: whoever reads from that finds the end at once. Nobody is there to type.',
			'An app that you open from the Dock or a menu has no terminal either. And WindowServer, a daemon, draws everything you see on a Mac. The three Nos are signs. None of them is the definition.',
		],
		example: ({shell, tty, daemon, app}) =>
			[
				...(shell === null ? [] : [`${shell} has the terminal ${tty}.`]),
				app === null ? `${daemon} has none.` : `${daemon} has none, and ${app} has none either.`,
			].join(' '),
		surprise: 'An app has no terminal either: the sign is necessary, and it is not enough.',
		question: {
			ask: 'The TTY column of a process shows ??. What do you know?',
			choices: ['That it has no terminal, and no more', 'That it is a daemon', 'That it has crashed'],
			because:
				'Daemons, agents, apps and forgotten background jobs all show it. It rules out one thing: a program that works with you at a terminal.',
		},
		commands: lessonCommands['three-nos'],
	},
	'life-cycle': {
		title: 'From boot to shutdown',
		idea: 'Daemons are there before you log in, and after you have logged out.',
		paragraphs: [
			'The kernel starts one process, launchd or systemd, and that one starts the rest. Daemons come first. Most of them are at work before the login window appears, and it needs some of them itself.',
			'Your login brings agents and apps, all of them inside your session. Log out, and the session ends with everything in it. The daemons do not even notice.',
			'“From boot to shutdown” is only half of the truth, though. Many daemons do not run until something asks for them, a device, a timer or another program. They may start days after the boot, and stop when there is nothing left to do.',
		],
		example: ({bootedAt, loginAt, early, late}) =>
			`Booted ${formatInstant(Number(bootedAt))}, first login ${formatDuration(Number(loginAt) - Number(bootedAt))} later. Of the daemons that run now, ${early} ${early === 1 ? 'was' : 'were'} there before it and ${late} came after it.`,
		surprise: 'A daemon may be younger than your login. Then somebody asked for it late.',
		question: {
			ask: 'A process started two hours after your login. Can it be a daemon?',
			choices: ['No: daemons start at boot', 'Yes, if it is started on demand', 'Only if the computer was restarted in between'],
			because:
				'When it started is a hint. A daemon that is started on demand keeps to the same manager, the same domain and the same account at any hour.',
		},
		commands: lessonCommands['life-cycle'],
	},
	'who-keeps-it': {
		title: 'Who keeps it alive?',
		idea: 'A daemon does not restart itself. Its service manager starts a new one.',
		paragraphs: [
			'When a daemon crashes it is as dead as any other program. But launchd or systemd is its parent, sees it end, looks into its configuration and starts a new process.',
			'The key is called KeepAlive at launchd and Restart= at systemd. Unless somebody sets it, nothing is started again. Both managers also know restraint: launchd does not start a job more often than every ten seconds, systemd gives up after five starts in ten seconds. Both figures can be changed.',
			'Process 1 also adopts most processes whose parent has ended. So “its parent is 1” proves nothing. Ask the manager whether it knows the process.',
		],
		example: ({name, keeper, manager}) =>
			`${keeper ?? manager} keeps ${name}. Follow the PPID from line to line up to process 1, and look at the rule by which it is started again.`,
		surprise: 'What looks like the same daemon after a crash is another process, with another PID.',
		question: {
			ask: 'Who starts a crashed daemon again?',
			choices: ['The daemon itself, with its last strength', 'The kernel', 'The service manager, if its configuration says so'],
			because: 'The dead start nothing, and the kernel does not know what a service is. KeepAlive and Restart= are orders to the manager.',
		},
		commands: lessonCommands['who-keeps-it'],
	},
	'daemon-or-agent': {
		title: 'Daemon or agent: for whom?',
		idea: 'The same program can be a daemon for the computer and an agent for you.',
		paragraphs: [
			'A daemon is there once and serves everybody, even when nobody is logged in. An agent is there once for each user who is logged in, works with the rights of that user, and ends with the session.',
			'launchd keeps them apart by domain: daemons in system, agents in gui/501 or user/501, where 501 is the number of the user. systemd has one manager for the system and another for each user: system.slice here, user@1000.service there.',
			'bird is often called the iCloud daemon, even in Apple’s own manual. It runs as you, in your domain: an agent. Vendors use the word daemon for both.',
		],
		example: ({name, daemons, agents}) =>
			`${name} runs ${times(daemons)} as a daemon and ${times(agents)} as an agent: one program, two kinds.`,
		surprise: 'The file on the disk does not decide. The domain that it runs in does.',
		question: {
			ask: 'cfprefsd runs twice: as root in the domain system, and as alex in gui/501. alex logs out. What ends?',
			choices: ['The one in gui/501', 'Both of them', 'Neither: it is a service'],
			because: 'The domain gui/501 is the login of that user, and it ends with the login. The domain system stays.',
		},
		commands: lessonCommands['daemon-or-agent'],
	},
	'letter-d': {
		title: 'The letter d',
		idea: 'A d at the end says “service in the background”. It does not say “daemon”.',
		paragraphs: [
			'sshd, ntpd, httpd: the d stands for daemon, an old custom of Unix. Apple kept it and uses it for agents as well, and so do desktops on Linux: gvfsd works for you alone.',
			'We looked at about 780 names of Apple’s programs. 426 of them end in d, and of these 57 % are daemons and 39 % are agents. The other way round, 26 % of the daemons have no d: mds, cron, mDNSResponder, WindowServer.',
			'And the letter is cheap. sed, Discord and the kernel’s own thread kauditd have it, too.',
		],
		example: ({inD, daemonsInD, agentsInD, othersInD, daemons, plainDaemons}) =>
			`${counted(inD, 'name ends', 'names end')} in d here: ${counted(daemonsInD, 'daemon')}, ${counted(agentsInD, 'agent')} and ${counted(othersInD, 'other')}. Of ${counted(daemons, 'daemon')}, ${plainDaemons} ${plainDaemons === 1 ? 'has' : 'have'} no d.`,
		surprise: 'Who bets on the d loses in both directions.',
		question: {
			ask: 'secd, sharingd and usernoted run as you, in gui/501. What are they?',
			choices: ['Daemons: look at the names', 'Agents', 'Threads of the kernel'],
			because: 'They work for one user, in the domain of that user’s login. The name only says that they do it in the background.',
		},
		commands: lessonCommands['letter-d'],
	},
	'window-elsewhere': {
		title: 'The window is somebody else’s',
		idea: 'A daemon has no window. Another process shows what it does.',
		paragraphs: [
			'Spotlight has a search field, so how can it be a daemon? It is none. The field belongs to Spotlight, an agent with a window. The index behind it is the work of mds, a daemon that nobody sees.',
			'They are apart on purpose. The daemon has far-reaching rights and serves every user; the window has yours, and lives in your session. Messages go between them: XPC on macOS, D-Bus or a socket on Linux.',
			'Once you know it, you find it everywhere: the Wi-Fi menu and airportd or NetworkManager, the Time Machine menu and backupd, the command docker and dockerd.',
		],
		example: ({window, worker, users}) =>
			`${window} shows it, ${worker} does it: two processes${users === 1 ? '' : ', and two accounts if you look closely'}.`,
		surprise: 'Close the window, and the work goes on. Stop the daemon, and the window has nothing to show.',
		question: {
			ask: 'Time Machine is copying, and you close the window of its settings. What about the backup?',
			choices: ['It stops at once', 'It waits until the window is open again', 'It goes on: backupd does the work'],
			because: 'The settings only show what backupd reports. The daemon needs no window, and not even a login.',
		},
		commands: lessonCommands['window-elsewhere'],
	},
	accounts: {
		title: 'Accounts nobody logs in with',
		idea: 'Many daemons run under an account of their own, so that a hole in one stays a small hole.',
		paragraphs: [
			'root may do everything. Whoever breaks into a daemon that runs as root may do everything, too. So there are accounts for single services: _mdnsresponder and _coreaudiod on macOS, avahi or www-data on Linux.',
			'Nobody logs in with them: they have no password and no shell. On macOS their names begin with an underscore. Their numbers lie below 500 there, and below 1000 on most Linux systems. systemd can even invent an account for as long as a service runs (DynamicUser=).',
			'Some services begin as root, to open a port or to read a key, and then step down. The first process of nginx often belongs to root, its workers never should.',
		],
		example: ({daemons, root, own, accounts}) =>
			`Of ${counted(daemons, 'daemon process', 'daemon processes')}, ${root} ${root === 1 ? 'runs' : 'run'} as root and ${own} under ${counted(accounts, 'account')} that no person has.`,
		surprise: 'Daemon does not mean root.',
		question: {
			ask: 'A process runs as _locationd. What does that tell you?',
			choices: ['Somebody of that name is logged in', 'It is a service with few rights', 'It is malware with an odd name'],
			because: 'Apple makes such an account for a single service. It can do little beyond the service’s own files.',
		},
		commands: lessonCommands.accounts,
	},
	'config-file': {
		title: 'Read a configuration',
		idea: 'A small file says when a service starts, as whom, and whether it comes back.',
		paragraphs: [
			'On macOS it is a property list: Apple’s are in /System/Library/LaunchDaemons and LaunchAgents, those of installed programs in /Library, yours in ~/Library/LaunchAgents. There is no ~/Library/LaunchDaemons, because at boot no user is there yet.',
			'On Linux it is a unit file: packages bring theirs to /usr/lib/systemd/system, and what you write goes to /etc/systemd/system. Drop-ins, in a folder such as ssh.service.d, change single lines.',
			'Look for three things. What is started: ProgramArguments, ExecStart=. When: RunAtLoad, MachServices, Sockets; WantedBy=, timers, sockets. Does it come back: KeepAlive, Restart=. The pane Config says it line by line.',
		],
		example: ({name, services, running}) =>
			`${counted(services, 'service has a file', 'services have a file')} here, and ${running} of them run now. ${name} is a good one to begin with.`,
		surprise: 'What is installed need not run: many services wait until somebody asks for them.',
		question: {
			ask: 'A property list has MachServices, but neither RunAtLoad nor KeepAlive. When does the job start?',
			choices: ['When a program first sends it a message', 'At boot', 'Never'],
			because: 'launchd holds the name for it and starts the job with the first message. That is what on demand means.',
		},
		commands: lessonCommands['config-file'],
	},
	signals: {
		title: 'Signals: TERM, HUP, KILL',
		idea: 'A signal is a knock at the door: please finish, read again, or it is over.',
		paragraphs: [
			'SIGTERM (15) asks for an orderly end. A good daemon finishes what it has begun, closes its files and exits. launchd and systemd send it first when they stop a service, and give it some time.',
			'SIGHUP (1) used to say that the modem had hung up. A daemon has no line to lose, so many take it as: read your configuration again. On a Mac, “sudo killall -HUP mDNSResponder” empties the cache of names.',
			'SIGKILL (9) cannot be caught. The kernel takes the process away, and nothing is saved: the last resort. It does not even stop a service: with KeepAlive or Restart=always the next one is there within seconds. To stop it, tell its manager: launchctl bootout, systemctl stop.',
		],
		example: ({services, term, both, kept}) =>
			services === null
				? `This system does not show who catches a signal. But it shows who comes back: ${counted(kept, 'service is', 'services are')} started again whatever ends them, and an app is not.`
				: `Of ${counted(services, 'service')}, ${term} ${term === 1 ? 'has' : 'have'} a handler for SIGTERM, and ${both} for SIGHUP as well.`,
		surprise: 'Killed is not gone: its manager may start the next one.',
		question: {
			ask: 'You send SIGKILL to a service with KeepAlive or Restart=always. What happens?',
			choices: [
				'It stays away until the next boot',
				'It finishes its work, then it ends',
				'It ends, and soon another one runs under a new PID',
			],
			because:
				'SIGKILL leaves no time to finish anything, and the manager is told to have the service running. Only the manager can stop it for good.',
		},
		commands: lessonCommands.signals,
	},
	'errors-and-logs': {
		title: 'Failures: exit codes and logs',
		idea: 'A daemon has no screen. It leaves a number, and a line in a log.',
		paragraphs: [
			'A program that ends leaves an exit code: 0 is fine, anything else is trouble, and its manual says which. One that a signal ended leaves the number of the signal: 9 killed, 11 touched memory that was not its own, 15 asked to end.',
			'The manager remembers the last one. “launchctl list” has it in the second column, signals with a minus. “systemctl status” shows it above the last lines of the log.',
			'systemd puts what a service prints into the journal. launchd sends it to /dev/null unless the property list names a file (StandardOutPath, StandardErrorPath); programs of macOS write to the unified log instead, which “log show” and Console read.',
		],
		example: ({name, again, failed}) =>
			failed === 1
				? `One service ended badly the last time, and it runs again: ${name}.`
				: `${failed} services ended badly the last time, and ${again === failed ? 'all' : again} of them ${again === 1 ? 'runs' : 'run'} again. ${name} was started last.`,
		surprise: 'What crashes every ten seconds and is started again looks healthy: it runs. Its age and its last exit give it away.',
		question: {
			ask: 'launchctl list shows -9 beside a label. What happened?',
			choices: ['The job ended with exit code 9', 'SIGKILL ended the job', 'The job runs with the nice value -9'],
			because: 'The minus marks a signal, and 9 is SIGKILL: somebody killed it, or the system needed its memory.',
		},
		commands: lessonCommands['errors-and-logs'],
	},
	servers: {
		title: 'Servers, PM2 and containers',
		idea: 'Who keeps a server makes it a daemon, not what it does.',
		paragraphs: [
			'“node server.js” in a terminal listens on a port, as a daemon may. Close the terminal and it ends: an interactive program. Start it with nohup and & and it lives on, but nobody looks after it: a background process.',
			'Under PM2 or supervisord it is a managed job: they start it again. PM2’s own “God Daemon” went into the background by itself, and no service manager knows it until “pm2 startup” has told one.',
			'With a unit or a property list of its own it is a daemon at last, or an agent. In a container it is a managed job again, kept by the engine. On Linux that engine is a daemon, dockerd; on a Mac it works in a virtual machine that belongs to the app Docker.',
		],
		example: ({program, same, sameKinds, servers, kinds}) =>
			Number(sameKinds) > 1
				? `${program} runs ${times(same)} here, as ${sameKinds} different kinds. The program is the same; the keeper is not.`
				: `${counted(servers, 'server process runs', 'server processes run')} here, of ${counted(kinds, 'kind')}. Look at who keeps each of them.`,
		surprise: 'The same node can be four kinds of process.',
		question: {
			ask: 'Over ssh you start “nohup node server.js &”, log out, and the machine is rebooted. What runs then?',
			choices: ['Nothing: nobody was told to start it', 'The server: nohup made it a daemon', 'The server, on another port'],
			because: 'nohup only protects from SIGHUP. To be there after a boot, a service manager must know of it.',
		},
		commands: lessonCommands.servers,
	},
	'make-your-own': {
		title: 'Make your own',
		idea: 'A short file turns a script into a service. Here are three to read and to change.',
		paragraphs: [
			'Begin with a script that works when you run it by hand. It must not go into the background by itself: its manager has to see it run and end. It writes to standard output, ends on SIGTERM, and exits with 0 only if all went well.',
			'Three uses: watch a log and raise the alarm, make a backup at night, ask every few minutes whether an API still answers. The files below are for one user, so they make agents and need no root. On Linux, “loginctl enable-linger” lets them run while you are logged out.',
			'daemon-top only prints them. For the whole computer they would go to /etc/systemd/system or /Library/LaunchDaemons, owned by root and with other paths, and then they would be daemons.',
		],
		example: () => '',
		surprise: 'The script knows nothing about daemons. The file beside it makes it a service.',
		question: {
			ask: 'Under launchd, your script runs “my-server &” and ends. What happens?',
			choices: ['launchd looks after my-server', 'launchd rejects the file', 'launchd takes the job to be over'],
			because:
				'launchd watches the process that it started. When the script has ended, so has the job, and what it left behind is ended, too. Run the server in the foreground, with exec.',
		},
		commands: lessonCommands['make-your-own'],
		listing: lessonListings({
			logMonitor: 'Watches a log and raises the alarm',
			backup: 'Makes a backup of the documents',
			apiCheck: 'Asks whether the API still answers',
			comesBack: 'start it again when it has failed, and only then',
			catchesUp: 'if the computer was off at that time, run it at the next start',
			stepsBack: 'give way to everybody else',
			everyNight: 'every night at half past two',
			everyFiveMinutes: 'every five minutes',
			wholePaths: 'launchd does not know ~: write whole paths',
		}),
	},
} satisfies Readonly<Record<LessonId, Lesson>>;

/** Words around the lessons. */
export const lessonUi = {
	lessons: 'Lessons',
	example: 'On this computer',
	borrowed: 'On the built-in Mac',
	borrowedWhy: 'This computer has no example of it.',
	question: 'Question',
	answerHint: (count: number) => `Answer with a key from 1 to ${count}.`,
	right: 'Right.',
	wrong: (number: number) => `Not quite: ${number} is right.`,
	tryIt: 'Look for yourself',
	onSystem: (system: string) => `on ${system}`,
	files: 'The files',
	filesNote: 'printed, never installed',
	/** Heads of the columns that only lessons have. */
	head: {input: 'INPUT', signals: 'CATCHES', restart: 'COMES BACK', file: 'FILE', exit: 'LAST EXIT', keeper: 'KEPT BY'},
	noTerminal: 'none',
	/** Of a service manager's policy; others are shown as the manager writes them. */
	comesBack: {no: 'no', always: 'always', conditions: 'on conditions', nobody: 'no', unknown: '?'},
	exitCode: (code: number) => `code ${code}`,
	exitSignal: (name: string) => name,
	input: {
		null: '/dev/null',
		terminal: 'terminal',
		file: 'file',
		pipe: 'pipe',
		socket: 'socket',
		closed: 'closed',
		other: 'device',
	},
	nobody: 'nobody',
	noSignals: 'none',
};
