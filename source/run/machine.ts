import os from 'node:os';

/** What Node itself knows about the machine, for systems without a reader of their own. */
export type Machine = {hostName: string; release: string; loadAverage: number | null; memoryBytes: number; cpuCount: number | null};

export const localMachine = (): Machine => ({
	hostName: os.hostname(),
	release: `${os.type()} ${os.release()}`,
	loadAverage: os.loadavg()[0] ?? null,
	memoryBytes: os.totalmem(),
	cpuCount: os.cpus().length || null,
});
