import type {Snapshot} from '../model/snapshot.js';
import {systemClock} from '../run/clock.js';
import type {Engine} from '../snapshot.js';

const cpuWindowMs = 500;

/**
One complete snapshot: processes, then their services, then both together. With `hasCpu`, two samples half a second
apart: without a second one nothing can be said about CPU.
*/
export const takeOneSnapshot = async (engine: Engine, hasCpu: boolean): Promise<Snapshot> => {
	const {signal} = new AbortController();
	await engine.sample('full');
	await Promise.all([engine.refreshServices(signal), hasCpu ? systemClock.wait(cpuWindowMs, signal) : undefined]);
	const snapshot = await engine.sample('full');
	return hasCpu
		? snapshot
		: {...snapshot, ownCpuPercent: null, processes: snapshot.processes.map(process => ({...process, cpuPercent: null}))};
};
