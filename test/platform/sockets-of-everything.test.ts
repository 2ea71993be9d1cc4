import {execFileSync, spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {findProgram} from '../../source/knowledge/programs.js';
import {createLinuxPlatform} from '../../source/platform/linux/linux.js';
import {systemClock} from '../../source/run/clock.js';
import {localRunner} from '../../source/run/local.js';
import {createEngine} from '../../source/snapshot.js';
import {listening, listeningBySs} from '../support/ss-listening.js';

const hasTools = ['ss', 'lsof'].every(tool => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);
if (!hasTools) {
	console.info('ss or lsof is not installed: the sockets of this machine are not compared');
}

const {signal} = new AbortController();

const askSs = (): ReadonlyMap<number, readonly string[]> => listeningBySs(execFileSync('ss', ['-tulnpxH'], {encoding: 'utf8'}));

describe.skipIf(process.platform !== 'linux' || !hasTools)('every process of this machine', () => {
	test('has the sockets in its pane that ss names', async () => {
		const self = {pid: process.pid, uid: process.getuid?.() ?? null, home: null};
		const engine = createEngine(createLinuxPlatform(localRunner, systemClock, self), systemClock, self.pid, findProgram);
		const before = askSs();
		const {processes} = await engine.sample('full');
		const shown = new Map<number, readonly string[]>();
		for (const each of processes.filter(({pid}) => before.has(pid))) {
			const {value} = await engine.inspect.sockets(each, signal);
			shown.set(each.pid, listening(value?.sockets));
		}

		const after = askSs();
		// what opens or closes sockets meanwhile is not compared
		const still = [...before].filter(([pid, sockets]) => shown.has(pid) && JSON.stringify(after.get(pid)) === JSON.stringify(sockets));
		console.info(`sockets compared with ss: ${still.length} processes`);
		expect(Object.fromEntries(still.map(([pid]) => [pid, shown.get(pid)]))).toEqual(Object.fromEntries(still));
	}, 120_000);
});
