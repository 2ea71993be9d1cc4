import {expect, it} from 'vitest';
import {createPlatform} from '../../source/platform/detect.js';
import {systemClock} from '../../source/run/clock.js';
import {localMachine} from '../../source/run/machine.js';
import {createProcessMachine} from './process-machine.js';

it('is read no further once nobody waits for it any more', async () => {
	const {runner, start, asked} = createProcessMachine();
	for (let pid = 1; pid <= 3000; pid++) {
		start({pid});
	}

	const platform = createPlatform('linux', {
		runner,
		clock: systemClock,
		self: {pid: 1, uid: 0, home: null},
		listProcesses: () => Promise.reject(new Error('not asked')),
		machine: localMachine,
	});
	const ending = new AbortController();
	const reading = platform.processes('full', ending.signal);
	ending.abort();
	await expect(reading).rejects.toBe(ending.signal.reason);
	expect(asked.length).toBeLessThan(1000);
});
