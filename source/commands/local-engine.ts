import process from 'node:process';
import {findProgram} from '../knowledge/programs.js';
import {createPlatform, localPlatformId} from '../platform/detect.js';
import {systemClock} from '../run/clock.js';
import {listProcesses} from '../run/list-processes.js';
import {localRunner} from '../run/local.js';
import {localMachine} from '../run/machine.js';
import {createEngine, type Engine} from '../snapshot.js';

/** The engine that explains this machine. */
export const createLocalEngine = (): Engine => {
	const self = {pid: process.pid, uid: process.getuid?.() ?? null};
	const platform = createPlatform(localPlatformId(), {runner: localRunner, clock: systemClock, self, listProcesses, machine: localMachine});
	return createEngine(platform, systemClock, self.pid, findProgram);
};
