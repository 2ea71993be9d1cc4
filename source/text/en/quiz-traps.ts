import type {TrapId} from '../../model/quiz.js';

/** Why a process is easily taken for what it is not, told after the answer. */
export const traps = {
	'first-process': name =>
		`${name} is the first process and keeps all the others. Nobody keeps it but the kernel, so it is no daemon among daemons, whatever its last letter.`,
	'kernel-d': name => `The kernel runs ${name} itself: a thread without a program file. Its d is only a name.`,
	'draws-the-screen': name =>
		`${name} paints every window and still is a daemon: launchd keeps it in the system domain, under an account of its own, before anybody logs in.`,
	'login-window': name => `${name} comes from a file in LaunchDaemons and yet runs as you: it is the login session itself.`,
	namesake: name => `This ${name} has nothing to do with iCloud: on Linux a program of that name talks to routers, as a system service.`,
	'called-daemon': name =>
		`The manual page of ${name} says daemon. launchd keeps it in the domain of one user, under that user's account: an agent.`,
	'index-behind-window': name =>
		`The search window is another process (Spotlight). ${name} keeps the index for everybody and shows nothing: a daemon.`,
	'capital-letters': name => `Capital letters, no d at the end: ${name} does not look like a daemon. Its domain says that it is one.`,
	'two-instances': name =>
		`${name} runs more than once: for the computer, and for each user. The name cannot tell these apart; owner and domain can.`,
	'agent-with-window': name =>
		`${name} has something to show, but nobody opened it: launchd keeps it for the login session. That makes it an agent.`,
	'agent-without-d': name => `No d, and hardly ever seen: ${name} is an agent all the same, because launchd keeps it for one user.`,
	'agent-in-name': name =>
		`Its makers call ${name} an agent because it acts for somebody far away. Here it serves the whole computer, and that is a daemon.`,
	'god-daemon': () =>
		'Nobody becomes a daemon by calling itself one: no service manager knows PM2 until "pm2 startup" tells one. It looks after others, and nobody looks after it.',
	'key-agent': name =>
		`${name} is able to put itself in the background. Here a service manager keeps it, for one user: an agent in both senses of the word.`,
	'daemon-in-name': name => `A name is no proof: ${name} has "daemon" in it, and its manager tells another story.`,
	homebrew: name => `"brew services" makes an agent of ${name}, "sudo brew services" a daemon: the same program, another domain.`,
	'service-bundle': name => `The program stands in an .xpc bundle, but launchd keeps ${name} in the system domain: one for everybody.`,
	'daemon-in-app-bundle': name =>
		`The path of ${name} leads through an .app folder. A folder decides nothing: launchd keeps it in the system domain.`,
	'own-account': name => `A daemon need not be root: ${name} has an account of its own, which is allowed little else.`,
	'd-no-daemon': name =>
		`${name} looks like a d-name, but works for one user and ends with that user's session. The d says "background service", not "daemon".`,
	'orphan-helper': name =>
		`Process 1 is its parent, as with daemons. But the program of ${name} stands inside an app: it was left behind to watch for a crash.`,
	'helper-no-window': name => `No window and no terminal do not make a daemon: ${name} is a part of an app and ends with it.`,
	'page-process': name => `${name} draws web pages for other programs. Nobody opened it: it was started when an app first asked.`,
	'menu-bar-app': name =>
		`${name} stays out of the way like an agent. But it was opened as an app, and nothing starts it again after it quits.`,
	worker: name =>
		`${name} is one of several processes of the same service. The manager started the main one; the workers belong to the same daemon.`,
	supervised: name => `${name} looks like a daemon, but another supervisor stands between it and the init system: a managed job.`,
	'root-at-terminal': name => `It runs as root and still is no daemon: ${name} holds a terminal.`,
	'listening-developer': name => `It listens on a port, as servers do. But it holds a terminal: close the window, and ${name} is gone.`,
	detached: name =>
		`No terminal and no window: ${name} looks like a daemon. No service manager knows it, so after the next boot it stays away.`,
	'on-demand-daemon': name => `Not every daemon runs all the time: ${name} is started when somebody asks for it.`,
} satisfies Readonly<Record<TrapId, (name: string) => string>>;
