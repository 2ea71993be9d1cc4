import {displayName} from '../columns.js';
import {ancestorsOf, indexByPid, olderFirst} from '../join/tree.js';
import type {Service} from '../model/service.js';
import type {ExplainedProcess, Snapshot, UnownedListener} from '../model/snapshot.js';
import {normalize, parseQuery} from '../store/query.js';
import {byRank, searchProcesses} from '../store/search.js';
import type {Language} from '../text/text.js';

/** What a target leads to: processes (best first), a unit without one, or a listener whose holder is hidden. */
export type Found = {processes: readonly ExplainedProcess[]; service: Service | null; listener: UnownedListener | null};

const nothing: Found = {processes: [], service: null, listener: null};

export const portOf = (target: string): number | null => (/^:\d{1,5}$/.test(target) ? Number(target.slice(1)) : null);

const listensOn = (process: ExplainedProcess, port: number): boolean =>
	process.traits.listens?.some(socket => socket.protocol !== 'unix' && socket.port === port) ?? false;

/** Main processes before their workers, old before young: the oldest holder of a shared socket is its owner. */
const mainFirst = (a: ExplainedProcess, b: ExplainedProcess): number =>
	Number(a.verdict.tags.includes('worker')) - Number(b.verdict.tags.includes('worker')) || olderFirst(a, b);

const findByPort = (snapshot: Snapshot, port: number): Found => {
	const processes = snapshot.processes.filter(process => listensOn(process, port)).sort(mainFirst);
	const listener = processes.length > 0 ? null : (snapshot.unownedListeners.find(socket => socket.port === port) ?? null);
	return {...nothing, processes, listener};
};

const stemOf = (name: string): string => normalize(name).replace(/\.service$/, '');

/** This program and all that started it: their arguments hold the words that were asked with, and some are named by them (`npm exec …`). */
const ownFamily = ({processes}: Snapshot): ReadonlySet<ExplainedProcess> => {
	const byPid = indexByPid(processes);
	return new Set(processes.filter(({isSelf}) => isSelf).flatMap(process => [process, ...ancestorsOf(process, byPid)]));
};

/** Whether the program or the service is called so, whatever stands behind the program's name. */
const isCalled = (process: ExplainedProcess, wanted: string): boolean =>
	[process.name, process.script ?? '', displayName(process)].some(name => normalize(name.split(' ')[0] ?? '').includes(wanted)) ||
	(process.service !== null && normalize(process.service.name).includes(wanted));

const findByName = (snapshot: Snapshot, target: string, language: Language): Found => {
	const wanted = normalize(target);
	const exact = snapshot.processes.filter(process => {
		const names = [process.name, displayName(process), process.comm, process.script ?? ''].map(normalize);
		return (
			names.includes(wanted) ||
			(process.service !== null && (normalize(process.service.name) === wanted || stemOf(process.service.name) === wanted))
		);
	});
	if (exact.length > 0) {
		return {...nothing, processes: exact.sort(mainFirst)};
	}

	const service = snapshot.services.find(({name}) => normalize(name) === wanted || stemOf(name) === wanted) ?? null;
	if (service) {
		return {...nothing, service};
	}

	const parsed = parseQuery(`"${target.replaceAll('"', '')}"`);
	const results = 'query' in parsed ? [...searchProcesses(snapshot.processes, parsed.query, language)].sort(byRank) : [];
	const own = ownFamily(snapshot);
	// what only resembles the name is an offer, not an answer
	return {
		...nothing,
		processes: results
			.filter(({match, process}) => match.rank <= 3 && (!own.has(process) || isCalled(process, wanted)))
			.map(({process}) => process)
			.sort(mainFirst),
	};
};

/** Whom a pid, a name, a unit, a label or `:port` means. */
export const findTarget = (snapshot: Snapshot, target: string, language: Language): Found => {
	const port = portOf(target);
	if (port !== null) {
		return findByPort(snapshot, port);
	}

	return /^\d+$/.test(target)
		? {...nothing, processes: snapshot.processes.filter(({pid}) => pid === Number(target))}
		: findByName(snapshot, target, language);
};
