import type {ListeningSocket, Process, Traits} from '../../model/process.js';
import type {Problem} from '../../model/snapshot.js';
import {type LsofSocket, parseLsofFields} from '../../parse/lsof.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import {problemOf} from '../problem.js';

const lsof = {file: '/usr/sbin/lsof', args: ['-nPw', '-iTCP', '-sTCP:LISTEN', '-iUDP', '-FpuftPnTd'], timeoutMs: 5000};

const maxKnownSets = 2000;

type Held = {uid: number | null; listens: readonly ListeningSocket[]};

/** Bound UDP sockets listen, too; one that is connected has a peer, one that is not bound no port. */
const toListening = ({family, protocol, localAddress, localPort, remotePort, state, device}: LsofSocket): ListeningSocket | null =>
	family === 'unix' || protocol === null || localPort === null || remotePort !== null || (protocol === 'tcp' && state !== 'LISTEN')
		? null
		: {protocol, family, address: localAddress ?? '*', port: localPort, id: device};

const group = (sockets: readonly LsofSocket[]): ReadonlyMap<number, Held> => {
	const byPid = new Map<number, Held>();
	for (const socket of sockets) {
		const listening = toListening(socket);
		const held = byPid.get(socket.pid) ?? {uid: socket.uid, listens: []};
		byPid.set(socket.pid, listening ? {...held, listens: [...held.listens, listening]} : held);
	}

	return byPid;
};

type DarwinListeners = {
	/** Asks lsof, a few hundred milliseconds. What cannot be got is the answer, and the sockets known before are kept. */
	refresh(signal: AbortSignal): Promise<readonly Problem[]>;
	/** The traits of a process with what it listens on; the same object as long as that stays the same. */
	traitsOf(process: Process): Traits;
};

/**
Who listens where on a Mac. Without root lsof shows the sockets of the caller alone, and says nothing about it: then no
socket of another user's process means that it could not be read.

@source lsof(8)
*/
export const createDarwinListeners = (runner: Runner, clock: Clock, uid: number | null): DarwinListeners => {
	let byPid: ReadonlyMap<number, Held> = new Map();
	let readAt: number | null = null;
	let seesAll = uid === 0;
	const made = new Map<string, Traits>();

	const make = (traits: Traits, listens: Traits['listens']): Traits => {
		const key = JSON.stringify(listens);
		const known = made.get(key);
		if (known) {
			return known;
		}

		if (made.size >= maxKnownSets) {
			made.clear();
		}

		const fresh: Traits = {...traits, listens, denied: listens === null ? [...traits.denied, 'listens'] : traits.denied};
		made.set(key, fresh);
		return fresh;
	};

	return {
		async refresh(signal) {
			const answer = await runner.run(lsof, signal);
			// 1 with nothing to say: nothing matched
			const isEmpty = answer.failure === 'exit' && answer.stdout === '' && answer.stderr.trim() === '';
			const isPartial = answer.failure === 'exit' && answer.stdout !== '';
			if (answer.failure !== null && !isEmpty && !isPartial) {
				const problem = problemOf('lsof', answer);
				return problem ? [problem] : [];
			}

			byPid = group(parseLsofFields(answer.stdout));
			seesAll ||= [...byPid.values()].some(held => held.uid !== null && held.uid !== uid);
			readAt = clock.now();
			return [];
		},
		traitsOf(process) {
			if (readAt === null || (process.startedAt !== null && process.startedAt > readAt)) {
				return process.traits;
			}

			const listens = byPid.get(process.pid)?.listens ?? (seesAll || process.uid === uid ? [] : null);
			return make(process.traits, listens);
		},
	};
};
