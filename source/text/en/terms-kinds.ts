import type {TermsOf} from '../../model/term.js';

/** What kinds of programs are called. */
export const kindTerms: TermsOf<'kinds'> = {
	daemon: {
		name: 'daemon',
		aliases: ['system service', 'background service'],
		line: 'A service in the background that works for the whole computer, whoever is logged in.',
		more: 'On macOS launchd keeps it in the system domain, on Linux systemd keeps it as a system unit. It has no terminal and usually no window, and logging out does not end it.',
	},
	agent: {
		name: 'agent',
		aliases: ['launch agent', 'user agent', 'user service'],
		line: 'A service in the background that works for one user who is logged in.',
		more: 'launchd keeps it in the domain of that user, or the systemd of that user keeps it as a user unit. It runs as the user and ends with the session. Some product names say agent and mean a daemon.',
	},
	'background-app': {
		name: 'background app',
		aliases: ['agent app', 'LSUIElement', 'tray program'],
		line: 'An ordinary app of the login session that stays out of the way.',
		more: 'On macOS it has no icon in the Dock, on Linux it sits in the tray or is started by the desktop at login. It may show windows at any time, and mostly nobody starts it again.',
	},
	'menu-bar-app': {
		name: 'menu bar app',
		aliases: ['status item', 'tray icon'],
		line: 'A background app that is reached by an icon in the menu bar or tray.',
		more: 'The icon is a small window of an app in your session. What does the actual work may be a daemon with another name: behind the Time Machine menu on macOS works backupd, behind the network icon on Linux NetworkManager.',
	},
	'login-item': {
		name: 'login item',
		aliases: ['startup app', 'autostart', 'open at login'],
		line: 'An app that is opened as soon as you log in.',
		more: 'macOS lists them in Login Items & Extensions; Linux desktops read *.desktop files in an autostart folder. They are opened once: nothing opens them again when they end.',
	},
	app: {
		name: 'app',
		aliases: ['application', 'graphical program'],
		line: 'A program with windows that somebody opened.',
		more: 'It has no terminal, just as a daemon, and on macOS launchd is its parent, too; Linux desktops give it a scope such as app-firefox-1234.scope. But it belongs to the login session and ends with it at the latest.',
	},
	helper: {
		name: 'app helper',
		aliases: ['helper process', 'renderer'],
		line: 'A process that does a part of the work of an app, and lives and dies with it.',
		more: 'Browsers and Electron apps have one for each page, one for drawing and one for the network. On macOS its program stands inside the bundle of the app; on Linux it shares the scope of the app.',
	},
	'xpc-service': {
		name: 'XPC service',
		aliases: ['XPC', '.xpc bundle'],
		line: 'A small helper on macOS that launchd starts when somebody first sends it a message.',
		more: 'It comes in a bundle ending in .xpc and is ended when it is idle. Each app has its own, but a few serve the whole system. On Linux a helper activated by D-Bus is closest.',
	},
	'app-extension': {
		name: 'app extension',
		aliases: ['extension', 'plug-in', '.appex'],
		line: 'A part that one app lends to others: a widget, a share menu, a file provider.',
		more: 'macOS starts it for whoever needs it, even while its own app is closed. Its bundle ends in .appex. Linux desktops know plug-ins, but seldom as processes of their own.',
	},
	'system-extension': {
		name: 'system extension',
		aliases: ['network extension', 'endpoint security extension', '.systemextension'],
		line: 'A part of an app that extends macOS itself, outside the kernel: a filter, a VPN, a virus scanner.',
		more: 'It is approved once in System Settings, often runs as root and goes on when its app is quit. Linux uses kernel modules and daemons for this.',
	},
	driver: {
		name: 'driver',
		aliases: ['DriverKit', '.dext', 'device driver'],
		line: 'The program that knows how to talk to one kind of device.',
		more: 'New drivers for macOS are processes of the account _driverkit, one for each device. On Linux drivers are mostly in the kernel or its modules, so they are no processes at all.',
	},
	'managed-job': {
		name: 'managed job',
		aliases: ['supervised process', 'supervised job'],
		line: 'A process that a supervisor other than the service manager keeps.',
		more: 'PM2, supervisord, cron or Docker started it and watches over it, on macOS as on Linux. If the supervisor goes, nobody keeps the job.',
	},
	'background-process': {
		name: 'background process',
		aliases: ['detached process', 'nohup'],
		line: 'In a wide sense any process that is not in front; here, one that was let go and that nobody looks after.',
		more: 'nohup, a job of a shell set free, or the server of tmux are examples on both systems. It looks like an old daemon, but no manager knows it, and after the next boot it is gone.',
	},
	'interactive-program': {
		name: 'interactive program',
		aliases: ['terminal program', 'command-line program'],
		line: 'A program that works with somebody at a terminal.',
		more: 'Shells, editors and this explorer are such programs, and a server typed into a terminal is one, too. Both systems show the terminal in the TTY column of ps.',
	},
	'session-part': {
		name: 'part of the login session',
		aliases: ['loginwindow', 'display manager'],
		line: 'A program that builds and holds a login session.',
		more: 'On macOS that is loginwindow and login, on Linux gdm, the desktop shell or the sshd process of one connection. End it, and the login ends.',
	},
	init: {
		name: 'init',
		aliases: ['PID 1', 'first process'],
		line: 'The first process, with the PID 1, which starts all others and adopts orphans.',
		more: 'On macOS it is launchd, on most Linux systems systemd, in a container often the program itself. Both are the service manager as well.',
	},
	kernel: {
		name: 'kernel',
		aliases: ['kernel_task', 'XNU'],
		line: 'The core of the operating system, which shares out processor, memory and devices.',
		more: 'It is no program among others. macOS shows its work as kernel_task with the PID 0, Linux shows its threads below kthreadd.',
	},
	'kernel-thread': {
		name: 'kernel thread',
		aliases: ['kthread', 'kworker'],
		line: 'A task of the kernel that the list shows like a process.',
		more: 'Linux writes its name in brackets, such as [kworker] or [kswapd0]; it has no program file. macOS hides all of them in kernel_task. None is a daemon, even with a d at the end.',
	},
	worker: {
		name: 'worker process',
		aliases: ['worker', 'child worker'],
		line: 'One of several processes among which a service divides its work.',
		more: 'nginx, PostgreSQL and gunicorn start them on both systems. The manager only knows the main process, which replaces workers that fail.',
	},
};
