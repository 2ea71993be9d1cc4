import type {Observed} from '../../model/evidence.js';
import type {ClueId, KillFate, LogoutChoice, LogoutFate, QuizMode, QuizScore, StartRule, WeakRule} from '../../model/quiz.js';
import {traps} from './quiz-traps.js';

type Platform = 'linux' | 'darwin' | 'generic';

const points = (count: number): string => (count === 1 ? '1 point' : `${count} points`);

const systems: Readonly<Record<Platform, string>> = {linux: 'On a Linux machine', darwin: 'On a Mac', generic: 'On a Unix system'};

/** What is asked. `kindName` is the verdict, which only some questions tell. */
const ask = {
	kind: name => `What is ${name}?`,
	proof: (name, kindName) => `The verdict on ${name} is: ${kindName}. All of these lines are true. Which one proves it?`,
	logout: name => `The person at the screen logs out. What becomes of ${name}?`,
	kill: name => `Somebody ends ${name} with kill -9. What follows?`,
	plist: (name, _, platform) =>
		platform === 'darwin'
			? `These lines are from the property list of ${name}. When does launchd run it?`
			: `This is what systemd says about ${name}. When does it run?`,
} satisfies Readonly<Record<QuizMode, (name: string, kindName: string, platform: Platform) => string>>;

const clueLabel = {
	name: 'Name',
	kind: 'Kind',
	owner: 'Owner',
	terminal: 'Terminal',
	program: 'Program',
	parent: 'Parent',
	dock: 'Dock',
	manager: 'Manager',
	restart: 'Restart',
} satisfies Readonly<Record<ClueId, string>>;

const accounts: Readonly<Record<string, string>> = {
	root: 'may do everything',
	service: 'an account that no person logs in with',
	person: 'a person',
	unknown: 'nothing more is known',
};

const docks: Readonly<Record<string, string>> = {
	Foreground: 'has an icon in the Dock (Foreground)',
	UIElement: 'has no icon in the Dock (UIElement)',
	BackgroundOnly: 'has no icon in the Dock and no window (BackgroundOnly)',
};

const managerClue = ({manager, place, name, role}: Observed, managerName: string): string => {
	if (manager === null) {
		return 'no service manager knows it';
	}

	const where =
		manager === 'launchd'
			? `, domain ${place}`
			: manager === 'systemd'
				? place === 'user'
					? ', the manager of one user'
					: ', the manager of the system'
				: '';
	return `${managerName}${where}: ${name}${role === 'worker' ? ', not its main process' : ''}`;
};

/** What a clue tells. The kind's own name comes from the reader's words for kinds. */
const clue = {
	owner: ({user, account}: Observed) => `${user} – ${accounts[String(account)] ?? account}`,
	terminal: ({tty}: Observed) => (tty === null ? 'none' : String(tty)),
	program: ({path}: Observed) => (path === null ? 'no program file' : String(path)),
	parent: ({parent, ppid}: Observed) => `${parent} (${ppid})`,
	dock: ({type}: Observed) => docks[String(type)] ?? String(type),
	manager: managerClue,
	restart: ({key, value}: Observed) => `${key} = ${value}`,
} satisfies Readonly<Partial<Record<ClueId, (observed: Observed, managerName: string) => string>>>;

/** True of many, proof of nothing: told without an opinion. */
const weakLine = {
	'no-terminal': () => 'It has no terminal.',
	'name-ends-in-d': () => 'Its name ends in d.',
	'name-without-d': () => 'Its name does not end in d.',
	'root-without-terminal': () => 'It runs as root.',
	'daemon-in-name': ({name}: Observed) => `Its name says so: ${name}.`,
	'program-in-sbin': ({path}: Observed) => `Its program stands in a folder for system programs (${path}).`,
	'program-in-libexec': ({path}: Observed) => `Its program is not meant to be typed (${path}).`,
	'service-account': ({user}: Observed) => `It runs as ${user}, an account that no person logs in with.`,
	'works-in-root-directory': () => 'Its working directory is /.',
	'works-in-home': ({path}: Observed) => `It works in a user's directory (${path}).`,
	'streams-to-null': () => 'Its input and outputs are /dev/null or closed.',
	'listens-on-network': ({socket}: Observed) => `It listens on the network (${socket}).`,
	'listens-on-unix-socket': ({path}: Observed) => `It listens on a local socket (${path}).`,
	'ignores-pipe': () => 'It ignores SIGPIPE.',
	'catches-hup-and-term': () => 'It handles SIGHUP and SIGTERM itself.',
} satisfies Readonly<Record<WeakRule, (observed: Observed) => string>>;

const logout = {
	stays: 'It goes on running',
	'may-stay': 'That depends on a setting of the account (lingering)',
	next: 'It goes on for whoever logs in next',
	ends: 'It ends',
} satisfies Readonly<Record<LogoutChoice, string>>;

const logoutBecause = {
	stays: 'It belongs to no login: whoever comes and goes, it is there for the whole computer.',
	'may-stay':
		"It belongs to one user's service manager, which ends with that user's last login, unless lingering is on (loginctl enable-linger).",
	ends: 'It belongs to the login session, and the session takes it along.',
} satisfies Readonly<Record<LogoutFate, string>>;

const kill = {
	back: {
		choice: 'It is started again at once',
		because: 'Its manager has been told to keep it running (KeepAlive, Restart=), and SIGKILL counts as a failure.',
	},
	'on-demand': {
		choice: 'It comes back when somebody next asks for it',
		because: 'Nothing keeps it running, but its manager holds its sockets or message names: the next caller starts it.',
	},
	gone: {
		choice: 'It stays away until somebody starts it',
		because: 'Nobody was told to start it again. At most the next login or boot brings it back.',
	},
	logout: {
		choice: 'The whole login session ends',
		because: 'The login session hangs on it: when it goes, the person at the screen is logged out.',
	},
} satisfies Readonly<Record<KillFate, {choice: string; because: string}>>;

const start = {
	kept: {
		choice: 'From boot or login on, and again whenever it ends',
		because: 'KeepAlive = true, or Restart=always: however it ends, the manager starts it again.',
	},
	'after-failure': {
		choice: 'From boot or login on, and again only after a failure',
		because:
			'It is started once and left alone if it ends well: only a failure (SuccessfulExit = false, Restart=on-failure) brings a new start.',
	},
	once: {
		choice: 'From boot or login on; when it ends, it is left alone',
		because: 'It is started by itself (RunAtLoad, enabled), and nothing asks for a second start.',
	},
	'on-demand': {
		choice: 'Only when somebody asks for it',
		because: 'Nothing starts it by itself: its manager waits at its sockets, paths or message names and starts it for the first who asks.',
	},
	timer: {
		choice: 'At set times',
		because: 'The clock starts it (StartInterval, StartCalendarInterval, a .timer unit); in between it does not run.',
	},
} satisfies Readonly<Record<StartRule, {choice: string; because: string}>>;

/** Words of the quiz, in English. */
export const quiz = {
	title: 'Daemon or not?',
	question: (number: number, count: number) => `Question ${number} of ${count}`,
	points,
	worth: (count: number) => `worth ${points(count)}`,
	tally: (count: number, streak: number) => `${points(count)}${streak > 1 ? `, ${streak} in a row` : ''}`,
	where: (origin: 'machine' | 'bank', platform: Platform) => (origin === 'machine' ? 'On this machine' : systems[platform]),
	ask,
	clueLabel,
	clue,
	weakLine,
	logout,
	logoutBecause,
	kill,
	start,
	trap: traps,
	right: (count: number) => `Right: ${points(count)}.`,
	wrong: 'Not quite.',
	yourAnswer: 'your answer',
	theAnswer: 'the answer',
	proof: 'What tells',
	proofBecause: 'The other lines are true of it as well, but they are just as true of processes of other kinds.',
	objections: 'What might mislead',
	trapHeading: 'The trap',
	result: 'Result',
	resultOf: (right: number, answered: number) => `${right} of ${answered} right`,
	resultPoints: (count: number, possible: number) => `${count} of ${possible} points`,
	resultStreak: (count: number) => `${count} in a row at best`,
	notAnswered: (count: number) => (count === 1 ? 'One question was not answered.' : `${count} questions were not answered.`),
	nothingAnswered: 'No question was answered.',
	allRight: 'Every answer is right: you tell them apart.',
	lookAgain: (kindNames: readonly string[]) => `Worth another look: ${kindNames.join(', ')}.`,
	soFar: ({played, asked, right, bestPoints}: QuizScore) =>
		`So far: ${played === 1 ? 'one quiz' : `${played} quizzes`}, ${right} of ${asked} right, ${points(bestPoints)} at best.`,
	soFarHeading: 'All quizzes',
	weakest: (kindName: string, right: number, asked: number) => `Hardest for you: ${kindName} (${right} of ${asked} right).`,
	plain: {
		prompt: (last: number, hasClue: boolean) => `Your answer, 1 to ${last}${hasClue ? '; h for a clue' : ''}; q to end: `,
		notAnAnswer: (last: number) => `Please type a number from 1 to ${last}, h or q.`,
		noMoreClues: 'There is no further clue.',
		clueCosts: (count: number) => `The right answer is now ${`worth ${points(count)}`}.`,
		again: (seed: string) => `The same quiz again: --seed ${seed}`,
	},
	badCount: (value: string, most: number) => `--count takes a number from 1 to ${most}, not ${value}.`,
	noWords: (word: string) => `The quiz takes no words, but there is: ${word}.`,
	noQuestions: 'There is nothing to ask about here.',
	scoreDamaged: (path: string) => `The file with your score could not be read. It was set aside as ${path}, and counting starts anew.`,
	scoreStuck: (path: string) => `The file with your score cannot be read: ${path}. It stays as it is, and this quiz is not counted.`,
	scoreNotKept: (path: string, reason: string) => `The score could not be kept in ${path} (${reason}).`,
	scoreNowhere: 'The score is not kept: neither XDG_STATE_HOME nor HOME names a folder.',
} as const;
