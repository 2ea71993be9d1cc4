import type {ColumnId} from '../columns.js';
import type {Inspected} from '../model/inspected.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {Block} from '../report/block.js';
import type {Query} from '../store/query.js';
import type {PaneId} from '../store/state.js';
import type {Teaching} from '../store/teacher.js';
import type {Text} from '../text/text.js';
import type {Machine} from './machine.js';

/** Where a dialogue hears and speaks. */
export type Desk = {
	lines: AsyncIterator<string>;
	/** A terminal shows the Enter that ends a line; what comes out of a pipe shows nothing. */
	sayEnter: () => void;
	say: (what: string) => void;
	print: (blocks: readonly Block[]) => void;
};

/** Lines that were counted out: a number picks one of them, and `more` goes on. */
export type Listing = {
	count: number;
	/** How many have been told; all of them where there is nothing to go on with. */
	told: number;
	/** A line without its number; counted from 0. */
	line: (index: number, talk: Talk) => string;
	pick: (index: number, talk: Talk) => Promise<Answer>;
	/** The process that a line is about; `null`: it is about none. */
	processOf: (index: number) => ExplainedProcess | null;
};

/** All that is known between one question and the next. */
export type Talk = {
	machine: Machine;
	teaching: Teaching;
	desk: Desk;
	text: Text;
	snapshot: Snapshot;
	/** A snapshot older than this is not told of any more: a new look comes first. */
	maxAgeMs: number;
	/** Of the last search, which `sort` keeps; `typed`: as it was typed. */
	search: {typed: string; query: Query};
	sort: {column: ColumnId; isDescending: boolean};
	/** The last search stands in order of how well it matches; an order that was asked for later counts more. */
	isRanked: boolean;
	listing: Listing | null;
	/** What `more` tells next, a page at a time, before it goes on with the listing. */
	pages: readonly (readonly Block[])[];
	/** The process that is talked about, as it was last seen. */
	chosen: ExplainedProcess | null;
	hasEnded: boolean;
	/** The pane that was told last. */
	pane: PaneId;
	inspected: Inspected | null;
	areSecretsShown: boolean;
	/** The built-in Mac, for examples that this machine does not have. */
	borrowed: Snapshot | null;
	isOver: boolean;
};

export type Answer = {talk: Talk; blocks: readonly Block[]};

/** Answers a word; `more` is what stood behind it. */
export type Respond = (talk: Talk, more: string) => Promise<Answer>;

/** Looks at all processes again. The process that is talked about stays the same, or has ended. */
export const lookAgain = async (talk: Talk, areServicesAsked: boolean): Promise<Talk> => {
	const {engine} = talk.machine;
	if (areServicesAsked || engine.hasStaleServices()) {
		await engine.refreshServices(new AbortController().signal);
	}

	const snapshot = await engine.sample('full');
	const {chosen} = talk;
	const now = chosen === null ? null : (snapshot.processes.find(({key}) => key === chosen.key) ?? null);
	return {...talk, snapshot, chosen: now ?? chosen, hasEnded: chosen !== null && now === null};
};

/** Looks again where the last look is too long ago. */
export const lookIfOld = async (talk: Talk): Promise<Talk> =>
	talk.machine.clock.now() - talk.snapshot.takenAt > talk.maxAgeMs ? lookAgain(talk, false) : talk;
