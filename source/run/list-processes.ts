import process from 'node:process';
import {trustedPath} from './trusted-path.js';

/** One process as ps-list gives it: the little that every system tells. */
export type ListedProcess = {
	pid: number;
	ppid: number;
	name: string;
	path?: string | undefined;
	cmd?: string | undefined;
	uid?: number | undefined;
	/** Percent, as that system's `ps` counts it. */
	cpu?: number | undefined;
	/** Percent of the machine's memory. */
	memory?: number | undefined;
	startTime?: Date | undefined;
};

export type ListProcesses = () => Promise<readonly ListedProcess[]>;

/** ps-list: the collector of systems we have no own reader for, and the oracle our own is held against. */
export const listProcesses: ListProcesses = async () => {
	// it looks for `ps` by itself
	process.env.PATH = trustedPath(process.env.PATH);
	const {default: psList} = await import('ps-list');
	return (await psList()) as unknown as readonly ListedProcess[];
};
