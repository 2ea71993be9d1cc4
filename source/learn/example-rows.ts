import type {Kind, Tag} from '../model/evidence.js';
import type {LessonExample} from '../model/lesson.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';

/** What is picked for a lesson. */
export type Found = Pick<LessonExample, 'rows' | 'columns' | 'observed'>;

/** Looks for an example; `null`: this machine has none. */
export type FindExample = (snapshot: Snapshot) => Found | null;

export const hasTag = ({verdict}: ExplainedProcess, tag: Tag): boolean => verdict.tags.includes(tag);

/** Processes that a lesson may show: living, and not this program. */
export const showable = ({processes}: Snapshot): readonly ExplainedProcess[] =>
	processes.filter(process => !process.isSelf && process.state !== 'Z');

/** Those of some kinds, workers left out. */
export const mainOnesOf = (snapshot: Snapshot, ...kinds: readonly Kind[]): readonly ExplainedProcess[] =>
	showable(snapshot).filter(process => kinds.includes(process.verdict.kind) && process.role !== 'worker' && !hasTag(process, 'worker'));

const rankOf = (process: ExplainedProcess, famous: readonly string[]): number => {
	const place = famous.indexOf(process.name);
	return place === -1 ? famous.length + (process.program === null ? 1 : 0) : place;
};

/** The best known first: in the order of `famous`, then what the dictionary knows, then by pid. */
export const famousFirst = (processes: readonly ExplainedProcess[], famous: readonly string[]): readonly ExplainedProcess[] =>
	[...processes].sort((a, b) => rankOf(a, famous) - rankOf(b, famous) || a.pid - b.pid);

/** One of each name, the first that comes. */
export const withoutDoubles = (processes: readonly ExplainedProcess[]): readonly ExplainedProcess[] =>
	[...new Map([...processes].reverse().map(process => [process.name, process])).values()].reverse();

/** How many different programs there are. */
export const countNames = (processes: readonly ExplainedProcess[]): number => new Set(processes.map(({name}) => name)).size;
