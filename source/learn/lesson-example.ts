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

type Examples = Map<LessonId, LessonExample | null>;

const known: Readonly<Record<'own' | 'borrowed', WeakMap<Snapshot, Examples>>> = {own: new WeakMap(), borrowed: new WeakMap()};

/** Looking through all processes for an example is done once for each snapshot. */
const exampleIn = (lesson: LessonId, snapshot: Snapshot, whose: 'own' | 'borrowed'): LessonExample | null => {
	const examples: Examples = known[whose].get(snapshot) ?? new Map();
	known[whose].set(snapshot, examples);
	if (!examples.has(lesson)) {
		const found = lessonExample(lesson, snapshot);
		examples.set(lesson, found && {...found, isBorrowed: whose === 'borrowed'});
	}

	return examples.get(lesson) ?? null;
};

/**
The example of a lesson from this machine, else from a borrowed one, the built-in Mac; the same object for the same
snapshots. `null`: neither has one, or is there.
*/
export const exampleFor = (lesson: LessonId, own: Snapshot | null, borrowed: Snapshot | null): LessonExample | null =>
	(own && exampleIn(lesson, own, 'own')) ?? (borrowed && exampleIn(lesson, borrowed, 'borrowed'));
