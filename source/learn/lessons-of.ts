import type {Kind} from '../model/evidence.js';
import type {LessonId} from '../model/lesson.js';
import type {ExplainedProcess} from '../model/snapshot.js';

/** The lesson that explains a kind best. */
const byKind: Readonly<Record<Kind, LessonId>> = {
	daemon: 'life-cycle',
	agent: 'daemon-or-agent',
	'background-app': 'menu-bar-app',
	app: 'menu-bar-app',
	'app-helper': 'menu-bar-app',
	'xpc-service': 'who-keeps-it',
	'app-extension': 'menu-bar-app',
	driver: 'who-keeps-it',
	'managed-job': 'servers',
	'background-process': 'three-nos',
	interactive: 'three-nos',
	session: 'life-cycle',
	init: 'who-keeps-it',
	kernel: 'word',
	unknown: 'word',
};

type Sign = {lesson: LessonId; holds: (process: ExplainedProcess) => boolean};

/** What else makes a process an example of a lesson. */
const signs: readonly Sign[] = [
	{lesson: 'letter-d', holds: ({name, verdict}) => name.endsWith('d') !== (verdict.kind === 'daemon')},
	{lesson: 'who-keeps-it', holds: ({verdict}) => verdict.tags.includes('keep-alive')},
	{lesson: 'accounts', holds: ({verdict, user}) => verdict.kind === 'daemon' && user !== null && user !== 'root'},
	{lesson: 'window-elsewhere', holds: ({verdict}) => verdict.kind === 'daemon' || verdict.kind === 'agent'},
	{lesson: 'config-file', holds: ({service}) => service?.configPath !== null && service?.configPath !== undefined},
	{lesson: 'servers', holds: ({verdict}) => verdict.tags.includes('worker') || verdict.tags.includes('listens')},
];

const most = 3;

/** Lessons that a process is an example of, the most fitting first. */
export const lessonsOf = (process: ExplainedProcess): readonly LessonId[] =>
	[...new Set([byKind[process.verdict.kind], ...signs.filter(({holds}) => holds(process)).map(({lesson}) => lesson)])].slice(0, most);
