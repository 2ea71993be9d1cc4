import type {Observed} from './evidence.js';
import type {ExplainedProcess} from './snapshot.js';

/** The lessons in the order in which they build on each other: the word, the doubt, the traits, the look for oneself, the uses. */
export const lessonIds = [
	'word',
	'menu-bar-app',
	'three-nos',
	'life-cycle',
	'who-keeps-it',
	'daemon-or-agent',
	'letter-d',
	'window-elsewhere',
	'accounts',
	'config-file',
	'signals',
	'errors-and-logs',
	'servers',
	'make-your-own',
] as const;
export type LessonId = (typeof lessonIds)[number];

/**
What a lesson shows of a machine: a few processes, the columns to look at, and the values of the sentence above them.
`columns` are ids of columns of the list, or of those that only lessons have.
*/
export type LessonExample = {
	lesson: LessonId;
	/** May be empty: then the sentence says it all. */
	rows: readonly ExplainedProcess[];
	columns: readonly string[];
	observed: Observed;
	/** This machine has no example: it is that of the built-in Mac. */
	isBorrowed: boolean;
};
