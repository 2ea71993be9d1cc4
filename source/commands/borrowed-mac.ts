import type {Snapshot} from '../model/snapshot.js';
import {openDemo} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';

/** A snapshot of the built-in Mac, for examples that another machine does not have; `null`: it cannot be had. */
export const borrowMac = async (): Promise<Snapshot | null> => {
	try {
		return await takeOneSnapshot((await openDemo()).engine, false);
	} catch {
		return null;
	}
};
