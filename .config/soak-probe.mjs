// Loaded into the program by soak.mjs: on SIGUSR2 it writes what the program holds to the file named by SOAK_PROBE.
import fs from 'node:fs';
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const listenersOf = emitter => emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);

process.on('SIGUSR2', () => {
	collectGarbage();
	const resources = process.getActiveResourcesInfo();
	const counts = {
		heapBytes: process.memoryUsage().heapUsed,
		listeners: [process, process.stdin, process.stdout, process.stderr].map(listenersOf).reduce((a, b) => a + b),
		timers: resources.filter(name => name === 'Timeout' || name === 'Immediate').length,
		resources: resources.length,
	};
	fs.writeFileSync(`${process.env.SOAK_PROBE}.new`, JSON.stringify(counts));
	fs.renameSync(`${process.env.SOAK_PROBE}.new`, process.env.SOAK_PROBE);
});
