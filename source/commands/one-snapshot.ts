import type {Snapshot} from '../model/snapshot.js';
import {systemClock} from '../run/clock.js';
import type {Engine} from '../snapshot.js';

const cpuWindowMs = 500;

/** Two samples half a second apart: without a second one nothing can be said about CPU. */
const sampleTwice = async (engine: Engine, signal: AbortSignal): Promise<Snapshot> => {
	await engine.sample('full');
	await Promise.all([engine.refreshServices(signal), systemClock.wait(cpuWindowMs, signal)]);
	return engine.sample('full');
};

/** One complete snapshot; with `hasCpu` it takes half a second and knows what each process uses. */
export const takeOneSnapshot = async (engine: Engine, hasCpu: boolean): Promise<Snapshot> => {
	const {signal} = new AbortController();
	return hasCpu ? sampleTwice(engine, signal) : engine.sampleWhole(signal);
};
