import type {Evidence, Kind, Observed} from './evidence.js';
import type {ProcessKey} from './process.js';
import type {Host} from './snapshot.js';

/**
What a question asks: what a process is, which line proves it, whether it outlives the login, whether it comes back when
it is killed, and when its file lets it start.
*/
export const quizModes = ['kind', 'proof', 'logout', 'kill', 'plist'] as const;
export type QuizMode = (typeof quizModes)[number];

/** What may be told about the process, one thing after the other: the later, the more it tells. */
const clueIds = ['name', 'kind', 'owner', 'terminal', 'program', 'parent', 'dock', 'manager', 'restart'] as const;
export type ClueId = (typeof clueIds)[number];

/** One thing told; words come from `text/`. */
export type QuizClue = {id: ClueId; observed: Observed};

/** What becomes of a process when its owner logs out. `may-stay`: as the account is set to linger or not. */
export const logoutFates = ['stays', 'may-stay', 'ends'] as const;
export type LogoutFate = (typeof logoutFates)[number];
/** `next`: what nothing does. A wrong answer where nobody can linger. */
export type LogoutChoice = LogoutFate | 'next';

/** What follows when a process is ended with SIGKILL. `logout`: the login session goes with it. */
export const killFates = ['back', 'on-demand', 'gone', 'logout'] as const;
export type KillFate = (typeof killFates)[number];

/** When a service manager starts a job, and whether again. */
export const startRules = ['kept', 'after-failure', 'once', 'on-demand', 'timer'] as const;
export type StartRule = (typeof startRules)[number];

/** Observations that are true of many kinds and prove none: wrong answers to "which line proves it?". */
export const weakRules = [
	'no-terminal',
	'name-ends-in-d',
	'name-without-d',
	'root-without-terminal',
	'daemon-in-name',
	'program-in-sbin',
	'program-in-libexec',
	'service-account',
	'works-in-root-directory',
	'works-in-home',
	'streams-to-null',
	'listens-on-network',
	'listens-on-unix-socket',
	'ignores-pipe',
	'catches-hup-and-term',
] as const;
export type WeakRule = (typeof weakRules)[number];

export type QuizChoice =
	| {type: 'kind'; kind: Kind}
	/** `isWeak`: it is told without the classifier's opinion on what it is worth. */
	| {type: 'evidence'; evidence: Evidence; isWeak: boolean}
	| {type: 'logout'; fate: LogoutChoice}
	| {type: 'kill'; fate: KillFate}
	| {type: 'start'; start: StartRule};

/** Why a process is easily taken for what it is not. The first that fits is told. */
export const trapIds = [
	'first-process',
	'kernel-d',
	'draws-the-screen',
	'login-window',
	'namesake',
	'called-daemon',
	'index-behind-window',
	'homebrew',
	'two-instances',
	'agent-with-window',
	'agent-without-d',
	'agent-in-name',
	'god-daemon',
	'key-agent',
	'daemon-in-name',
	'service-bundle',
	'daemon-in-app-bundle',
	'capital-letters',
	'own-account',
	'd-no-daemon',
	'orphan-helper',
	'helper-no-window',
	'page-process',
	'menu-bar-app',
	'worker',
	'supervised',
	'root-at-terminal',
	'listening-developer',
	'detached',
	'on-demand-daemon',
] as const;
export type TrapId = (typeof trapIds)[number];

/** `unknown`: not in the dictionary of programs. */
const difficulties = ['trap', 'clear', 'unknown'] as const;
export type Difficulty = (typeof difficulties)[number];

/** The process a question is about: what is told of it, and what its verdict rests on. */
export type QuizSubject = {
	name: string;
	kind: Kind;
	/** What speaks for the verdict, strongest first. */
	evidence: readonly Evidence[];
	/** Strong things that speak against it. */
	objections: readonly Evidence[];
	/** What it does, in one line of the dictionary; `null`: it is in none. */
	does: Readonly<Record<'en' | 'ko', string>> | null;
	platform: Host['platform'];
	/** On this machine, or from the collection that the program brings. */
	origin: 'machine' | 'bank';
	/** `null` for what the collection brings: it does not run here. */
	key: ProcessKey | null;
};

export type QuizQuestion = {
	mode: QuizMode;
	subject: QuizSubject;
	difficulty: Difficulty;
	trap: TrapId | null;
	clues: readonly QuizClue[];
	/** How many of them are told from the start; each further one costs a point. */
	freeClues: number;
	/** Lines of its file, as its manager has them; none unless the question is about them. */
	lines: readonly string[];
	choices: readonly QuizChoice[];
	/** Index into the choices. */
	right: number;
};

/** What the right answer is worth when no clue was bought. */
export const fullPoints = 5;

/** What the right answer is worth after this many clues beyond the free ones. */
export const pointsAfter = (cluesBought: number): number => Math.max(1, fullPoints - cluesBought);

/** What was answered to a question. */
type QuizAnswer = {choice: number; isRight: boolean; points: number};

/** A quiz in play. It is over when `index` has reached the end. */
export type QuizState = {
	questions: readonly QuizQuestion[];
	index: number;
	/** Clues told so far in this question, the free ones included. */
	cluesShown: number;
	/** The choice taken in this question; `null`: none yet. */
	answer: number | null;
	/** One for each question answered, in their order. */
	answers: readonly QuizAnswer[];
	points: number;
	/** Right answers in a row, up to now. */
	streak: number;
	bestStreak: number;
};

export type KindScore = {asked: number; right: number};

/** What is kept from one quiz to the next. */
export type QuizScore = {
	/** Quizzes in which at least one question was answered. */
	played: number;
	asked: number;
	right: number;
	points: number;
	/** The most points of one quiz. */
	bestPoints: number;
	bestStreak: number;
	/** By what the process was: which kinds are known, which are not. */
	byKind: Readonly<Partial<Record<Kind, KindScore>>>;
	/** Milliseconds since the epoch. */
	lastPlayedAt: number | null;
};

/** Nothing played yet. */
export const emptyScore: QuizScore = {
	played: 0,
	asked: 0,
	right: 0,
	points: 0,
	bestPoints: 0,
	bestStreak: 0,
	byKind: {},
	lastPlayedAt: null,
};
