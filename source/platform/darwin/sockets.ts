import {askDarwin} from '../../ask/darwin.js';
import type {ExplainedProcess, Problem} from '../../model/snapshot.js';
import type {HeldSocket, ProcessSockets} from '../../model/socket.js';
import {parseLsofProcess} from '../../parse/lsof-sockets.js';
import type {Runner} from '../../run/runner.js';
import type {Reading} from '../platform.js';
import {problemOf} from '../problem.js';
import {listSockets, unreadSockets} from '../socket-list.js';

const timeoutMs = 3000;
const maxBytes = 8 * 1024 * 1024;

/** Whoever is at the other end is told only by address: where this process holds that one as well, it is known. */
const withOwnPeers = (sockets: readonly HeldSocket[], pid: number): readonly HeldSocket[] => {
	const byId = new Map(sockets.flatMap(socket => (socket.id === null ? [] : [[socket.id, socket] as const])));
	return sockets.map(socket => {
		const other = socket.peer && byId.get(socket.peer.id);
		return other ? {...socket, peer: {id: socket.peer?.id ?? '', path: other.path, pids: [pid]}} : socket;
	});
};

/**
The sockets of one process. Without root lsof shows the files of its caller alone and says nothing about it: then an
empty answer about another user's process means that they may not be read. Of one's own process it lists at least
its program.

@source lsof(8)
*/
export const readDarwinSockets = async (
	runner: Runner,
	process: ExplainedProcess,
	selfUid: number | null,
	signal: AbortSignal,
): Promise<Reading<ProcessSockets>> => {
	const answer = await runner.run({...askDarwin.openFiles(process.pid), timeoutMs, maxBytes}, signal);
	const {isListed, sockets} = parseLsofProcess(answer.stdout, process.pid);
	const isCut = answer.failure === 'too-big';
	if (isListed && (isCut || answer.failure === null || answer.failure === 'exit')) {
		return {value: listSockets(withOwnPeers(sockets, process.pid), 'lsof', isCut), problems: []};
	}

	// exit status 1 with nothing to say: nothing matched
	const isSilent = (answer.failure === 'exit' || answer.failure === null) && answer.stderr.trim() === '';
	const isForeign = selfUid !== 0 && process.uid !== selfUid;
	const silence: Problem = {source: 'lsof', failure: isForeign ? 'denied' : 'gone', detail: null};
	const problem = isSilent ? silence : problemOf('lsof', answer);
	return {value: unreadSockets('lsof'), problems: problem === null || signal.aborted ? [] : [problem]};
};
