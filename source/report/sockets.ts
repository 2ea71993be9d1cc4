import type {ExplainedProcess, Problem, Snapshot} from '../model/snapshot.js';
import type {Endpoint, HeldSocket, ProcessSockets} from '../model/socket.js';
import type {SocketsText, SocketWords} from '../text/en/sockets.js';
import {addressReach} from '../text/socket-reach.js';
import {type Block, field, gap, heading, item, sentence, type Tone} from './block.js';
import {countSockets, type Fold, groupSockets, type SocketGroups} from './socket-groups.js';
import {isAt, managerNote, type Neighbours, nameOf, neighboursOf, sharingNote} from './socket-sharing.js';

/** Fewer are a moment in the life of a connection. */
const manyCloseWaits = 5;
const maxItems = 100;
const maxPeers = 3;

type Context = {neighbours: Neighbours; words: SocketsText};

const joined = (...notes: readonly (string | null)[]): string | null => notes.filter(note => note !== null).join('; ') || null;

const endText = (end: Endpoint | null, words: SocketsText): string => {
	if (end === null) {
		return '*';
	}

	const name = end.port === null ? null : words.portName(end.port);
	const address = end.address.includes(':') ? `[${end.address}]` : end.address;
	return `${address}:${end.port ?? '*'}${name === null ? '' : ` (${name})`}`;
};

/** `tcp4`, `tcp6`, `tcp46` for both, as netstat(1) of the BSDs writes them. */
const familyText = (sockets: readonly HeldSocket[]): string => {
	const has = (family: HeldSocket['family']): boolean => sockets.some(socket => socket.family === family);
	return `${sockets[0]?.protocol ?? ''}${has('ipv4') ? '4' : ''}${has('ipv6') ? '6' : ''}`;
};

const listeningItem = ({first, all}: Fold, {neighbours, words}: Context): Block => {
	const {local, state} = first;
	const address = local?.address ?? '*';
	const perFamily = Math.max(...(['ipv4', 'ipv6'] as const).map(family => all.filter(socket => socket.family === family).length));
	const from = (note: (socket: HeldSocket) => string | null): string | null => all.map(note).find(each => each !== null) ?? null;
	const held = from(socket => managerNote(socket, neighbours, words));
	const note = joined(
		words.waitsFrom(state ?? 'LISTEN', words.addressWord(address)),
		perFamily > 1 ? words.sameAddress(perFamily) : null,
		held,
		held === null ? from(socket => sharingNote(socket, neighbours, words)) : null,
	);
	const isOpen = addressReach(address) !== 'computer';
	return item('●', isOpen ? 'accent' : 'good', `${familyText(all)} ${endText(local, words)}  ${state}`, note);
};

/** Who answers at the other end, where that is on this computer and can be seen. */
const answeringName = ({protocol, local, remote}: HeldSocket, {neighbours}: Context): string | null => {
	if (protocol !== 'tcp' || remote === null || remote.port === null) {
		return null;
	}

	const isHere = addressReach(remote.address) === 'computer' || remote.address === local?.address;
	const answering = neighbours.byPort.get(remote.port)?.find(({address}) => address === '*' || address === remote.address);
	return isHere && answering ? nameOf(answering.process.pid, neighbours) : null;
};

const connectionNote = ({first, direction}: Fold, context: Context): string | null => {
	const {words} = context;
	const {protocol, state, remote} = first;
	if (remote === null) {
		return words.stateWord(state ?? 'CLOSED');
	}

	const where = words.remoteWord(remote.address);
	if (protocol === 'udp') {
		return words.oneAddressOnly(where);
	}

	const whose = direction === 'in' ? words.calledBy(where) : words.called(where, answeringName(first, context));
	return joined(state === null ? null : words.stateWord(state), whose);
};

const connectionItem = (fold: Fold, context: Context): Block => {
	const {words} = context;
	const {first, all, direction} = fold;
	const {local, remote, state} = first;
	const family = familyText(all);
	const bare = (address: string): string => (address.includes(':') ? `[${address}]` : address);
	const ends =
		remote === null
			? `${endText(local, words)}  ${state ?? ''}`
			: all.length === 1
				? `${endText(local, words)} ${words.arrow[direction ?? 'out']} ${endText(remote, words)}  ${state ?? ''}`
				: direction === 'in'
					? `${state}${words.times(all.length)}  ${words.manyIn(bare(remote.address), endText(local, words).replace(/^.*:(?=\d)/s, ''))}`
					: `${state}${words.times(all.length)}  ${words.manyOut(endText(remote, words))}`;
	const isLeak = state === 'CLOSE_WAIT';
	const tone: Tone = isLeak ? 'warn' : state === 'ESTABLISHED' ? 'good' : 'dim';
	return item(isLeak ? '!' : state === 'ESTABLISHED' ? '●' : '○', tone, `${family} ${ends}`.trimEnd(), connectionNote(fold, context));
};

/** Who is at the other ends of unix connections. */
const peerNote = (all: readonly HeldSocket[], {neighbours, words}: Context): string | null => {
	const pids = [...new Set(all.flatMap(({peer}) => peer?.pids ?? []))];
	const others = pids.filter(pid => pid !== neighbours.process.pid);
	if (others.length === 0) {
		return pids.length > 0 ? words.bothEnds : null;
	}

	const names = others.slice(0, maxPeers).map(pid => nameOf(pid, neighbours));
	return words.otherEnd(names, others.length - names.length);
};

const unixMeaning = ({path, state, unixType}: HeldSocket, words: SocketsText): string => {
	if (state === 'LISTEN') {
		return words.unixServer;
	}

	if (path !== null && unixType === 'dgram') {
		return words.unixInbox;
	}

	return path !== null && state === null ? words.unixNamed : words.unixState(state);
};

const unixItem = ({first, all}: Fold, context: Context): Block => {
	const {neighbours, words} = context;
	const {path, state, unixType, peer} = first;
	const target = peer?.path ? words.peerNamed(peer.path) : null;
	const name = path ?? target ?? words.noName;
	const type = unixType === null ? '' : `  ${words.unixType[unixType]}`;
	const text = `${name}${words.times(all.length)}${path !== null && target !== null ? ` ${target}` : ''}${type}  ${state ?? ''}`.trimEnd();
	const isServer = state === 'LISTEN';
	const held = isServer ? managerNote(first, neighbours, words) : null;
	const meaning = unixMeaning(first, words);
	const note = joined(meaning, peerNote(all, context), held, isServer && held === null ? sharingNote(first, neighbours, words) : null);
	return item(isServer || state === 'CONNECTED' ? '●' : '○', isServer ? 'good' : 'dim', text, note);
};

const otherItem = ({first, all}: Fold, {words}: Context): Block => {
	const address = first.local === null ? '' : ` ${endText(first.local, words)}`;
	return item('○', 'dim', `${first.kind ?? '?'}${address}${words.times(all.length)}`, words.kindWord(first.kind));
};

/** Sockets that a manager holds and that are not among those of the process. */
const heldItems = (sockets: readonly HeldSocket[], {neighbours, words}: Context): readonly Block[] =>
	neighbours.held
		.filter(({address}) => !sockets.some(socket => isAt(address, socket)))
		.map(({address, manager, name}) => item('◌', 'accent', address, words.heldForIt(manager, name)));

const groupBlocks = (
	title: string,
	folds: readonly Fold[],
	toItem: (fold: Fold) => Block,
	words: SocketsText,
	more: readonly Block[] = [],
) => {
	if (folds.length === 0 && more.length === 0) {
		return [];
	}

	const number = folds.reduce((sum, {all}) => sum + all.length, 0);
	const rest = folds.length - maxItems;
	return [
		gap,
		heading(title, number === 0 ? null : String(number)),
		...folds.slice(0, maxItems).map(toItem),
		...(rest > 0 ? [sentence(words.more(rest), 'dim')] : []),
		...more,
	];
};

const allGroups = (groups: SocketGroups, held: readonly Block[], context: Context): readonly Block[] => {
	const {words} = context;
	return [
		...groupBlocks(words.listening, groups.listening, fold => listeningItem(fold, context), words, held),
		...groupBlocks(words.connections, groups.connections, fold => connectionItem(fold, context), words),
		...groupBlocks(words.unix, groups.unix, fold => unixItem(fold, context), words),
		...groupBlocks(words.others, groups.others, fold => otherItem(fold, context), words),
	];
};

/** "May not be read" is not "none": why, and which command would tell. */
const unreadBlocks = (process: ExplainedProcess, snapshot: Snapshot, problem: Problem | null, text: SocketWords): readonly Block[] => {
	const words = text.sockets;
	if (problem?.failure === 'gone') {
		return [sentence(words.gone, 'warn')];
	}

	if (problem !== null && problem.failure !== 'denied') {
		return [sentence(words.nobodyTells(text.problem(problem)), 'warn')];
	}

	const self = snapshot.processes.find(({isSelf}) => isSelf);
	const isOwn = self !== undefined && self.uid === process.uid;
	return [sentence(words.denied(isOwn ? null : process.user), 'warn'), field(words.askWith, words.command(process.pid), 'accent')];
};

/** What is known beside the answer: whether it is being asked, and what went wrong. */
export type SocketsState = {
	isLoading: boolean;
	problem: Problem | null;
};

/** The Sockets pane: where a process waits for others, whom it is connected with, and what each of that means. */
export const socketsReport = (
	process: ExplainedProcess,
	snapshot: Snapshot,
	value: ProcessSockets | null,
	{isLoading, problem}: SocketsState,
	text: SocketWords,
): readonly Block[] => {
	const words = text.sockets;
	const context: Context = {neighbours: neighboursOf(process, snapshot), words};
	const sockets = value?.sockets ?? [];
	const held = heldItems(sockets, context);
	if (value === null || value.sockets === null) {
		const empty = value === null && problem === null ? [sentence(isLoading ? words.loading : words.notTold, 'dim')] : null;
		return [...(empty ?? unreadBlocks(process, snapshot, problem, text)), ...groupBlocks(words.listening, [], () => gap, words, held)];
	}

	const closeWaits = sockets.filter(({state}) => state === 'CLOSE_WAIT').length;
	return [
		sentence(sockets.length === 0 ? words.none : words.summary(countSockets(sockets)), 'strong'),
		...(closeWaits >= manyCloseWaits ? [sentence(words.closeWait(closeWaits), 'warn')] : []),
		...(value.isCut ? [sentence(words.cut, 'warn')] : []),
		...allGroups(groupSockets(sockets, context.neighbours), held, context),
		gap,
		...(problem === null ? [] : [sentence(words.meanwhile(text.problem(problem)), 'dim')]),
		sentence(words.toldBy(value.source), 'dim'),
	];
};
