import type {LessonId} from '../model/lesson.js';

/** Which choice of a lesson's question is right, counted from 0. The same in every language. */
export const lessonAnswers: Readonly<Record<LessonId, number>> = {
	word: 1,
	'menu-bar-app': 2,
	'three-nos': 0,
	'life-cycle': 1,
	'who-keeps-it': 2,
	'daemon-or-agent': 0,
	'letter-d': 1,
	'window-elsewhere': 2,
	accounts: 1,
	'config-file': 0,
	signals: 2,
	'errors-and-logs': 1,
	servers: 0,
	'make-your-own': 2,
};
