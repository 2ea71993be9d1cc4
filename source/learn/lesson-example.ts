import type {LessonExample, LessonId} from '../model/lesson.js';
import type {Snapshot} from '../model/snapshot.js';
import type {FindExample} from './example-rows.js';
import {accountsExample, keeperExample, lifeCycleExample} from './examples-of-keeping.js';
import {letterExample, menuBarAppExample, threeNosExample, twinsExample, wordExample} from './examples-of-kinds.js';
import {configFileExample, errorsExample, serversExample, signalsExample} from './examples-of-services.js';
import {windowExample} from './examples-of-windows.js';

const examples: Readonly<Record<LessonId, FindExample>> = {
	word: wordExample,
	'menu-bar-app': menuBarAppExample,
	'three-nos': threeNosExample,
	'life-cycle': lifeCycleExample,
	'who-keeps-it': keeperExample,
	'daemon-or-agent': twinsExample,
	'letter-d': letterExample,
	'window-elsewhere': windowExample,
	accounts: accountsExample,
	'config-file': configFileExample,
	signals: signalsExample,
	'errors-and-logs': errorsExample,
	servers: serversExample,
	// it is made, not found
	'make-your-own': () => null,
};

/**
The example of a lesson from this machine, the same for the same snapshot. `null`: it has none; the built-in Mac has one
of every lesson but the last.
*/
export const lessonExample = (lesson: LessonId, snapshot: Snapshot): LessonExample | null => {
	const found = examples[lesson](snapshot);
	return found === null ? null : {lesson, ...found, isBorrowed: false};
};
