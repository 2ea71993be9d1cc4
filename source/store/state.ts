import type {ColumnId} from '../columns.js';
import type {Kind} from '../model/evidence.js';
import type {Inspected, PartId, Parts} from '../model/inspected.js';
import type {LessonId} from '../model/lesson.js';
import type {LogEntry} from '../model/log.js';
import type {ProcessKey} from '../model/process.js';
import type {QuizScore, QuizState} from '../model/quiz.js';
import type {ExplainedProcess, Problem, Snapshot} from '../model/snapshot.js';
import type {Language} from '../text/text.js';
import type {History} from './history.js';
import type {Size} from './layout.js';
import type {Query, QueryError} from './query.js';

export const facetIds = ['all', 'daemon', 'agent', 'background-app', 'app', 'other'] as const;
export type FacetId = (typeof facetIds)[number];

/** What the list is limited to: one of the facets, or any single kind from the menu. */
export type KindFilter = FacetId | Kind;

export const paneIds = ['overview', 'why', 'sockets', 'config', 'logs', 'learn'] as const;
export type PaneId = (typeof paneIds)[number];

export type Mode = 'browse' | 'search' | 'help' | 'sort' | 'facets' | 'ports' | 'commands' | 'lessons' | 'lesson' | 'terms' | 'quiz';

/** What can be read: a lesson, or the sayings that were checked. */
export type LearnPage = LessonId | 'myths';

export type Learning = {
	page: LearnPage;
	/** The choice taken in the lesson's question. */
	answer: number | null;
	/** The built-in Mac, for the examples that this machine does not have; `null`: not loaded. */
	borrowed: Snapshot | null;
	/** `null`: none was begun. */
	quiz: QuizState | null;
	/** All quizzes together, with the one that has ended; `null`: none is kept. */
	score: QuizScore | null;
};

/** A short line for the user; words come from `text.message`. */
export type Message =
	| {id: 'treeOn' | 'treeOff' | 'paused' | 'resumed' | 'facetAll' | 'refreshed' | 'noProcess' | 'noParent' | 'noJobControl' | 'cleared'}
	| {id: 'sorted'; column: ColumnId; isDescending: boolean}
	| {id: 'interval' | 'intervalLimit'; milliseconds: number}
	| {id: 'facet'; filter: KindFilter}
	| {id: 'unknownKey'; key: string}
	| {id: 'searchKept'}
	| {id: 'followOn' | 'followOff' | 'followEnded' | 'onlyInLogs' | 'nothingToFollow' | 'onlyInConfig'}
	| {id: 'quizKept' | 'quizNotKept' | 'scoreDamaged'; path: string}
	| {id: 'secretsShown' | 'secretsCovered' | 'noConfigFile' | 'nothingToCopy' | 'copyIsOff' | 'noEditor'}
	| {id: 'copied'; text: string}
	/** The configuration file: what stands in a line is none, or the whole file cannot be read. */
	| {id: 'settingsWrong'; line: number}
	| {id: 'settingsUnread'}
	| {id: 'problem'; problem: Problem}
	| {id: 'ownerNotSeen'; protocol: 'tcp' | 'udp'; port: number; user: string | null; uid: number | null};

export type Search = {
	text: string;
	/** Index into the text, in UTF-16 units. */
	caret: number;
	/** The last query that could be read: a broken one does not empty the list. */
	query: Query;
	error: QueryError | null;
};

export type State = {
	/** What is drawn; stays put while paused. */
	shown: Snapshot | null;
	latest: Snapshot | null;
	/** Sampling fails since then; the last list stays. */
	stale: {since: number; problem: Problem | null} | null;
	history: History;
	selected: ProcessKey | null;
	/** The line of the table, from 0, on which the selected process stays when the list is sorted anew. */
	screenLine: number;
	/** Somebody chose what is selected: before, the list stays at its top whatever comes above it. */
	isChosen: boolean;
	/** The selected process that has ended: its pane stays until the selection moves. */
	ended: ExplainedProcess | null;
	sort: {column: ColumnId; isDescending: boolean};
	filter: KindFilter;
	search: Search;
	/** What was asked about one process alone; `null`: nothing yet. */
	inspected: Inspected | null;
	/** The Logs pane takes new lines as they are written. */
	isFollowing: boolean;
	/** Lines that came while somebody reads further up. */
	heldEntries: readonly LogEntry[];
	/** Values that look like secrets are shown in the Config pane. */
	areSecretsShown: boolean;
	/** What was selected when the search line was opened. */
	beforeSearch: ProcessKey | null;
	mode: Mode;
	/** The line that is chosen in a menu, or scrolled to in the help. */
	menuLine: number;
	pane: PaneId;
	/** Lines from the top; in the Logs pane from the end. */
	paneScroll: number;
	isPaneFull: boolean;
	isPaused: boolean;
	isTree: boolean;
	intervalMs: number;
	size: Size;
	language: Language;
	learning: Learning;
	/** The columns of the table, in its order; those that come first stay longest when it gets narrow. `null`: the usual ones. */
	columns: readonly ColumnId[] | null;
	keys: ChosenKeys;
	message: Message | null;
};

export const nothingLearnt: Learning = {page: 'word', answer: null, borrowed: null, quiz: null, score: null};

/**
Keys that somebody chose in place of those of the keymap: for what is done in the list by its id (`search`), elsewhere by
mode and id (`menu.menuClose`).
*/
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

export const noChosenKeys: ChosenKeys = {};

export const noSearch: Search = {text: '', caret: 0, query: [], error: null};

export const minimumIntervalMs = 500;
export const maximumIntervalMs = 60_000;

/** Everything that can happen, in one place. */
export type Action =
	| {type: 'snapshot'; snapshot: Snapshot}
	| {type: 'stale'; since: number; problem: Problem | null}
	| {[Part in PartId]: {type: 'inspected'; key: ProcessKey; part: Part; value: Parts[Part]; problem: Problem | null}}[PartId]
	| {type: 'log-entries'; key: ProcessKey; entries: readonly LogEntry[]}
	| {type: 'follow-ended'; problem: Problem | null}
	| {type: 'follow'}
	| {type: 'secrets'}
	| {type: 'resize'; size: Size}
	| {type: 'move'; by: number}
	| {type: 'move-page'; pages: number}
	| {type: 'move-to'; place: 'first' | 'last' | 'parent'}
	| {type: 'select'; key: ProcessKey}
	| {type: 'pane'; pane: PaneId}
	| {type: 'pane-step'; by: number}
	| {type: 'pane-open'}
	/** `limit`: how far there is something to scroll to, known to who draws it. */
	| {type: 'pane-scroll'; by: number; limit?: number}
	| {type: 'back'}
	| {type: 'search-open'}
	| {type: 'search-insert'; text: string}
	| {type: 'search-erase'; what: 'back' | 'forward' | 'word' | 'start'}
	| {type: 'search-caret'; to: 'left' | 'right' | 'start' | 'end'}
	| {type: 'search-keep'}
	| {type: 'search-clear'}
	| {type: 'filter'; filter: KindFilter}
	| {type: 'sort'; column: ColumnId}
	| {type: 'sort-invert'}
	| {type: 'sort-step'; by: number}
	| {type: 'tree'}
	/** The next language of the list. */
	| {type: 'language'}
	| {type: 'pause'}
	| {type: 'interval'; factor: number}
	| {type: 'menu'; mode: 'help' | 'sort' | 'facets' | 'ports' | 'commands' | 'lessons' | 'terms'}
	| {type: 'lesson'; page: LearnPage}
	| {type: 'lesson-step'; by: number}
	| {type: 'borrowed'; snapshot: Snapshot}
	/** Asks for a new quiz, or goes on with the one begun. */
	| {type: 'quiz'}
	| {type: 'quiz-started'; quiz: QuizState}
	| {type: 'score'; score: QuizScore | null; message: Message | null}
	/** Answers the question on the screen; counted from 0. */
	| {type: 'choice'; choice: number}
	| {type: 'quiz-clue'}
	| {type: 'quiz-next'}
	| {type: 'menu-move'; by: number; limit?: number}
	| {type: 'menu-choose'}
	| {type: 'message'; message: Message | null}
	| {type: 'unknown-key'; key: string}
	/** Carried out outside the state: see `effects`. */
	| {type: 'copy'}
	| {type: 'open-config'}
	| {type: 'refresh'}
	| {type: 'redraw'}
	| {type: 'suspend'}
	| {type: 'quit'};
