import {askLinux} from '../../ask/linux.js';
import type {ExplainedProcess, Problem} from '../../model/snapshot.js';
import type {HeldSocket, ProcessSockets} from '../../model/socket.js';
import {unknownSocket} from '../../parse/held-socket.js';
import {parseLsofProcess} from '../../parse/lsof-sockets.js';
import {parseSs, type SsRow} from '../../parse/ss.js';
import type {Answer, Runner} from '../../run/runner.js';
import type {Reading} from '../platform.js';
import {problemOf} from '../problem.js';
import {listSockets, unreadSockets} from '../socket-list.js';
import {allTables, readSocketTables, tablesFor} from './socket-tables.js';

const lsofTimeoutMs = 3000;
const ssTimeoutMs = 2000;
const maxToolBytes = 8 * 1024 * 1024;
/** A program may hold a million descriptors. */
const maxDescriptors = 16_384;

const asRead = (value: ProcessSockets, problems: readonly (Problem | null)[] = []): Reading<ProcessSockets> => ({
	value,
	problems: problems.filter(problem => problem !== null),
});

/** What the tool was cut off in is still worth reading. */
const hasSaid = ({failure}: Answer): boolean => failure === null || failure === 'exit' || failure === 'too-big';

const askSs = async (runner: Runner, signal: AbortSignal): Promise<{rows: readonly SsRow[]; answer: Answer}> => {
	const answer = await runner.run({...askLinux.allSockets(), timeoutMs: ssTimeoutMs, maxBytes: maxToolBytes}, signal);
	return {rows: hasSaid(answer) ? parseSs(answer.stdout) : [], answer};
};

/** Connected, and who with is not known. */
const lacksPeer = ({protocol, state, peer}: HeldSocket): boolean =>
	protocol === 'unix' && state === 'CONNECTED' && (peer === null || (peer.path === null && peer.pids.length === 0));

/** Both ends of unix connections: a client has no name of its own, but the service it is connected with has. */
const addPeers = (sockets: readonly HeldSocket[], rows: readonly SsRow[]): readonly HeldSocket[] => {
	const byId = new Map(
		rows.flatMap(row => (row.socket.protocol === 'unix' && row.socket.id !== null ? [[row.socket.id, row] as const] : [])),
	);
	return sockets.map(socket => {
		const peer = lacksPeer(socket) ? byId.get(socket.id ?? '')?.socket.peer : null;
		if (!peer) {
			return socket;
		}

		const other = byId.get(peer.id);
		const pids = [...new Set(other?.holders.map(({pid}) => pid))];
		return {...socket, peer: {id: peer.id, path: other?.socket.path ?? peer.path, pids}};
	});
};

/** Nobody but ss knows them. */
const withPeers = async (sockets: readonly HeldSocket[], runner: Runner, signal: AbortSignal): Promise<readonly HeldSocket[]> =>
	sockets.some(lacksPeer) ? addPeers(sockets, (await askSs(runner, signal)).rows) : sockets;

/** What the tables say, with what they do not: descriptor and peer. */
const merge = (socket: HeldSocket, told: HeldSocket | undefined): HeldSocket =>
	told === undefined ? socket : {...told, fd: socket.fd, peer: socket.peer};

/** `null`: lsof did not say anything about this process. */
const fromLsof = (answer: Answer, pid: number, runner: Runner): readonly HeldSocket[] | null => {
	const {isListed, isDenied, sockets} = parseLsofProcess(answer.stdout, pid);
	if (!hasSaid(answer) || !isListed || isDenied) {
		return null;
	}

	const tables = tablesFor(sockets);
	const {known} = readSocketTables(
		runner,
		pid,
		tables,
		sockets.filter(({protocol}) => protocol === 'unix' || protocol === 'other').map(({id}) => id),
	);
	return sockets.map(socket => merge(socket, known.get(socket.id ?? '')));
};

type Descriptors = {held: readonly {fd: number; id: string}[]; isCut: boolean; failure: Problem['failure'] | null};

/** The sockets among the descriptors, by inode. Where they are listed but none may be followed, they are denied. */
const readDescriptors = (runner: Runner, pid: number): Descriptors => {
	const {names, failure} = runner.list(`/proc/${pid}/fd`);
	const links = [...names]
		.filter(name => /^\d{1,9}$/.test(name))
		.map(Number)
		.sort((a, b) => a - b)
		.slice(0, maxDescriptors)
		.map(fd => ({fd, ...runner.link(`/proc/${pid}/fd/${fd}`)}));
	const held = links.flatMap(({fd, target}) => {
		const id = /^socket:\[(\d{1,20})\]$/.exec(target ?? '')?.[1];
		return id === undefined ? [] : [{fd, id}];
	});
	const isDenied = links.length > 0 && links.every(link => link.failure === 'denied');
	return {held, isCut: names.length > maxDescriptors, failure: isDenied ? 'denied' : failure};
};

/** Rows of ss about a process: by its descriptors where they are known, else by who ss says holds them. */
const fromSs = (rows: readonly SsRow[], pid: number, held: Descriptors['held']): readonly HeldSocket[] => {
	const named = new Map(rows.flatMap(({socket}) => (socket.id === null ? [] : [[socket.id, socket] as const])));
	return held.length > 0
		? held.map(({fd, id}) => ({...(named.get(id) ?? {...unknownSocket, id}), fd}))
		: rows.flatMap(({socket, holders}) => {
				const fd = holders.find(holder => holder.pid === pid)?.fd;
				return fd === undefined ? [] : [{...socket, fd}];
			});
};

/** Without lsof: the descriptors of the process and the tables of its network, or ss where one of them is missing. */
const withoutLsof = async (lsof: Answer, pid: number, runner: Runner, signal: AbortSignal): Promise<Reading<ProcessSockets>> => {
	const {held, isCut, failure} = readDescriptors(runner, pid);
	const trouble = lsof.failure === 'missing' || lsof.failure === 'exit' ? null : problemOf('lsof', lsof);
	const source = `/proc/${pid}/fd`;
	if (failure === 'denied' || failure === 'gone') {
		// ss looks through the same door
		return asRead(unreadSockets('/proc'), [{source, failure, detail: null}, trouble]);
	}

	const ids = held.map(({id}) => id);
	const {known, isRead} = readSocketTables(runner, pid, allTables, ids);
	if (failure === null && (isRead || held.length === 0)) {
		const sockets = held.map(({fd, id}) => ({...(known.get(id) ?? {...unknownSocket, id}), fd}));
		return asRead(listSockets(await withPeers(sockets, runner, signal), '/proc', isCut), [trouble]);
	}

	const {rows, answer} = await askSs(runner, signal);
	const sockets = fromSs(rows, pid, held);
	if (sockets.length > 0 && hasSaid(answer)) {
		return asRead(listSockets(addPeers(sockets, rows), 'ss', isCut), [trouble]);
	}

	// lsof has looked and the process was not there any more
	const why = failure === 'missing' && lsof.failure === 'exit' ? 'gone' : (failure ?? 'missing');
	return asRead(unreadSockets('ss'), [{source, failure: why, detail: null}, trouble, problemOf('ss', answer)]);
};

/**
The sockets of one process: lsof, completed by the tables of the process's own network, else `/proc` alone, else ss.
Without root those of other users may not be read. It takes 3 seconds for a tool that hangs, and 2 for a second one.

@source lsof(8), proc_pid_fd(5), proc_pid_net(5), ss(8)
*/
export const readLinuxSockets = async (runner: Runner, {pid}: ExplainedProcess, signal: AbortSignal): Promise<Reading<ProcessSockets>> => {
	const lsof = await runner.run({...askLinux.openFiles(pid), timeoutMs: lsofTimeoutMs, maxBytes: maxToolBytes}, signal);
	if (signal.aborted || lsof.failure === 'aborted') {
		return asRead(unreadSockets('lsof'));
	}

	const sockets = fromLsof(lsof, pid, runner);
	return sockets === null
		? withoutLsof(lsof, pid, runner, signal)
		: asRead(listSockets(await withPeers(sockets, runner, signal), 'lsof', lsof.failure === 'too-big'));
};
