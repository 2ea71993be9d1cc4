import {type ColumnId, columnById, columnIds, commandLine, compareBy, describe, displayName} from '../columns.js';
import {listListeners} from '../join/listeners.js';
import {type Kind, kinds} from '../model/evidence.js';
import type {Listener} from '../model/listener.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {truncate} from '../paint/cell.js';
import {printable} from '../parse/printable.js';
import {sentence} from '../report/block.js';
import {parseQuery} from '../store/query.js';
import {hasTextTerm} from '../store/search.js';
import {type Row, selectRows} from '../store/select.js';
import {initialState} from '../store/store.js';
import {formatBytes, formatPercent} from '../text/format.js';
import {languages, type Text, textOf} from '../text/text.js';
import {choose, tell, tellListing} from './accessible-lines.js';
import {columnName, plainly} from './accessible-speech.js';
import {type Answer, lookIfOld, type Respond, type Talk} from './accessible-talk.js';

const maxCommandCells = 60;

const portsOf = ({traits}: ExplainedProcess): readonly number[] => [
	...new Set(traits.listens?.flatMap(socket => (socket.protocol === 'unix' ? [] : [socket.port])) ?? []),
];

/** One process as a sentence: what matters most to the ear comes first. */
export const processLine = (process: ExplainedProcess, text: Text): string => {
	const {verdict, pid, user, uid, cpuPercent, rssBytes, isSelf} = process;
	const words = text.accessible;
	const isKernel = verdict.kind === 'kernel';
	const known = describe(process, text.language);
	const does = known ?? (isKernel ? '' : words.runs(truncate(commandLine(process), maxCommandCells)));
	const facts = words.processLine({
		name: displayName(process),
		pid,
		kind: text.kind[verdict.kind].name,
		isGuess: verdict.confidence === 'guess',
		user: user ?? (uid === null ? null : String(uid)),
		cpu: cpuPercent === null ? null : formatPercent(cpuPercent),
		memory: rssBytes === null || isKernel ? null : formatBytes(rssBytes),
		ports: portsOf(process).slice(0, 4),
		isSelf,
	});
	return does === '' ? facts : `${facts}. ${plainly(does, words)}`;
};

/** The rows that the explorer would show for the same search and order. */
const rowsOf = ({snapshot, search, sort, text, isRanked}: Talk): readonly Row[] => {
	const found = selectRows({
		...initialState({columns: 80, rows: 24}, text.language, 2000),
		shown: snapshot,
		search: {text: '', caret: 0, query: search.query, error: null},
		sort,
	});
	const compare = compareBy(columnById(sort.column), sort.isDescending, text.language);
	return isRanked ? found : [...found].sort((a, b) => compare(a.process, b.process));
};

/** See `Match`. */
const fuzzyRank = 5;

const isOnlyAlike = (rows: readonly Row[]): boolean => rows.every(({match}) => match?.rank === fuzzyRank);

const headOf = (rows: readonly Row[], {snapshot, search, sort, text, isRanked}: Talk, isOrderSaid: boolean): string => {
	const words = text.accessible;
	const typed = printable(search.typed);
	if (isOnlyAlike(rows)) {
		return words.onlyAlike(rows.length, typed);
	}

	const order = isRanked ? words.nearest : columnName(text.column[sort.column].head);
	return words.listHead(rows.length, snapshot.processes.length, typed, isOrderSaid ? null : order);
};

/** The processes of the last search, in the order that was asked for. Where it is only one, that is chosen. */
const tellProcesses = (talk: Talk, above: readonly string[] = []): Answer => {
	const {text, search} = talk;
	const words = text.accessible;
	const rows = rowsOf(talk);
	const processes = rows.map(({process}) => process);
	const [only, second] = processes;
	if (only === undefined) {
		return tell(talk, search.typed === '' ? words.noProcess : words.nothingMatches(printable(search.typed)));
	}

	const listed = tellListing(
		talk,
		headOf(rows, talk, above.length > 0),
		{
			count: processes.length,
			line: (index, {text}) => processLine(processes[index] ?? only, text),
			pick: async (index, now) => choose(processes[index] ?? only, now),
			processOf: index => processes[index] ?? null,
		},
		above.map(each => sentence(each)),
	);
	if (second !== undefined || isOnlyAlike(rows)) {
		return listed;
	}

	// there is nothing to choose any more, which the last line offers
	const lines = listed.blocks.slice(0, -1);
	return {talk: choose(only, listed.talk).talk, blocks: [...lines, sentence(words.onlyOne), sentence(words.chosen, 'dim')]};
};

/** Where and why a query cannot be read, as a sentence; `null`: it can. */
export const queryProblem = (typed: string, text: Text): string | null => {
	const parsed = parseQuery(typed);
	if (!('error' in parsed)) {
		return null;
	}

	const {id, position, value} = parsed.error;
	return text.accessible.badQuery(position + 1, printable(typed.slice(position)), text.queryError[id](printable(value)));
};

/** Whatever is no word of the dialogue is searched for; nothing gives all processes. */
export const search: Respond = async (before, typed) => {
	const parsed = parseQuery(typed);
	if ('error' in parsed) {
		return tell(before, queryProblem(typed, before.text) ?? '');
	}

	const talk = await lookIfOld(before);
	return tellProcesses({...talk, search: {typed, query: parsed.query}, isRanked: hasTextTerm(parsed.query)});
};

const countKinds = ({processes}: Snapshot): readonly (readonly [Kind, number])[] =>
	kinds.map(kind => [kind, processes.filter(({verdict}) => verdict.kind === kind).length] as const).filter(([, count]) => count > 0);

/** How many there are of each kind, as one sentence. */
export const countsSentence = ({snapshot, text}: Talk): string => text.accessible.counts(snapshot.processes.length, countKinds(snapshot));

export const tellKinds: Respond = async before => {
	const talk = await lookIfOld(before);
	const {text, snapshot} = talk;
	const words = text.accessible;
	const counted = countKinds(snapshot);
	const missing = kinds.filter(kind => !counted.some(([each]) => each === kind)).map(kind => text.kind[kind].plural);
	const {blocks, talk: after} = tellListing(talk, words.kindsHead(counted.length), {
		count: counted.length,
		line: (index, {text}) => {
			const [kind, count] = counted[index] ?? ['unknown', 0];
			return text.accessible.kindLine(text.kind[kind].plural, count, text.kind[kind].verdict);
		},
		pick: async (index, now) => search(now, `kind:${counted[index]?.[0] ?? 'unknown'}`),
		processOf: () => null,
	});
	return {
		talk: after,
		blocks: [...blocks.slice(0, -1), ...(missing.length === 0 ? [] : [sentence(words.kindsMissing(missing))]), ...blocks.slice(-1)],
	};
};

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** A column by its id, or by its head in any language. */
const findColumn = (name: string): ColumnId | null =>
	columnIds.find(id => id === fold(name) || languages.some(language => fold(textOf(language).column[id].head) === fold(name))) ?? null;

const sortBy = async (column: ColumnId, isReversed: boolean, before: Talk): Promise<Answer> => {
	const talk = await lookIfOld(before);
	const isDescending = columnById(column).descending !== isReversed;
	const said = talk.text.accessible.sorted(columnName(talk.text.column[column].head), isDescending);
	return tellProcesses({...talk, sort: {column, isDescending}, isRanked: false}, [said]);
};

/** `sort cpu`, `sort -cpu` the other way round; alone, the columns. */
export const sort: Respond = async (talk, more) => {
	const {text} = talk;
	const words = text.accessible;
	if (more === '') {
		return tellListing(talk, words.columnsHead(columnIds.length, columnName(text.column[talk.sort.column].head)), {
			count: columnIds.length,
			line: (index, {text}) => {
				const id = columnIds[index] ?? 'kind';
				return text.accessible.columnLine(id, text.column[id].about);
			},
			pick: async (index, now) => sortBy(columnIds[index] ?? 'kind', false, now),
			processOf: () => null,
		});
	}

	const column = findColumn(more.replace(/^[-+]/, ''));
	return column === null ? tell(talk, words.noColumn(printable(more))) : sortBy(column, more.startsWith('-'), talk);
};

const portLine = ({protocol, port, address, owner, user, uid, sharers, activates}: Listener, text: Text): string =>
	text.accessible.portLine({
		protocol,
		port,
		name: owner === null ? null : displayName(owner),
		pid: owner?.pid ?? null,
		kind: owner === null ? null : text.kind[owner.verdict.kind].name,
		user: user ?? (uid === null ? null : String(uid)),
		reach: text.addressWord(address),
		sharers,
		heldFor: activates === null ? null : (activates.service ?? activates.unit),
	});

/** What sounds alike, as the same port for both families of addresses, is said once. */
const onceEach = (listeners: readonly Listener[], text: Text): readonly Listener[] => [
	...new Map(listeners.map(listener => [portLine(listener, text), listener])).values(),
];

/** Every address where somebody waits for callers. */
export const tellPorts: Respond = async before => {
	const talk = await lookIfOld(before);
	const {text, snapshot} = talk;
	const listeners = onceEach(listListeners(snapshot), text);
	if (listeners.length === 0) {
		return tell(talk, text.ports.none);
	}

	return tellListing(talk, text.accessible.portsHead(listeners.length), {
		count: listeners.length,
		line: (index, {text}) => (listeners[index] ? portLine(listeners[index], text) : ''),
		pick: async (index, now) => {
			const listener = listeners[index];
			return listener?.owner
				? choose(listener.owner, now)
				: tell(now, listener ? now.text.message.ownerNotSeen(listener.protocol, listener.port, listener.user) : '');
		},
		processOf: index => listeners[index]?.owner ?? null,
	});
};
