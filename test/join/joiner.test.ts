import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {JoinParts} from '../../source/join/join.js';
import {joinProcesses} from '../../source/join/join.js';
import {createJoiner} from '../../source/join/joiner.js';
import {cpuTimes} from '../../source/join/rates.js';
import type {Process} from '../../source/model/process.js';
import {processFixture, traitsFixture} from '../support/process-fixture.js';

const base = (processes: readonly Process[]): JoinParts => ({
	processes,
	services: null,
	apps: [],
	programFiles: new Map(),
	previousTimes: null,
	takenAt: 0,
	selfPid: 3,
});

/** 7 is the parent of 8; both are threads of the kernel, which are called by what they do. */
const crowd = (): readonly Process[] => [
	...[1, 2, 3, 4, 5, 6].map(pid => processFixture({pid, ppid: Math.floor(pid / 2), sid: pid > 3 ? 2 : 1, name: `p${pid}`, cpuTimeMs: 0})),
	...[7, 8].map(pid =>
		processFixture({
			pid,
			ppid: pid === 7 ? 0 : 7,
			sid: 0,
			name: `k${pid}`,
			executable: null,
			traits: traitsFixture({isKernelThread: true}),
		}),
	),
];

/** One thing that may happen to a process between two samples. */
const happening = fc.record({
	pid: fc.integer({min: 1, max: 8}),
	change: fc.constantFrom<Partial<Process> | 'ends' | 'nothing'>(
		'nothing',
		'ends',
		{cpuTimeMs: 500},
		{rssBytes: 5},
		{ppid: 1},
		{name: 'sshd'},
		{name: 'k7', comm: 'k7'},
		{name: 'kworker/0:1-events', comm: 'kworker/0:1-events'},
		{ppid: 8},
		{sid: 8},
		{tpgid: 4, hasTty: true, tty: 'pts/0', pgid: 4},
		{sid: 5},
		{executable: '/bin/x'},
		{user: 'other', uid: 7},
	),
});

const after = (processes: readonly Process[], {pid, change}: {pid: number; change: Partial<Process> | 'ends' | 'nothing'}) =>
	change === 'ends'
		? processes.filter(process => process.pid !== pid)
		: change === 'nothing'
			? processes
			: processes.map(process => (process.pid === pid ? {...process, ...change} : process));

describe('joining one sample after the other', () => {
	it('gives what joining each alone gives, whatever happens between them', () => {
		fc.assert(
			fc.property(fc.array(happening, {maxLength: 20}), happenings => {
				const join = createJoiner();
				let parts = base(crowd());
				expect(join(parts)).toEqual(joinProcesses(parts));
				for (const each of happenings) {
					const previousTimes = cpuTimes(parts.processes, parts.takenAt);
					parts = {...parts, processes: after(parts.processes, each), previousTimes, takenAt: parts.takenAt + 1000};
					expect(join(parts)).toEqual(joinProcesses(parts));
				}
			}),
		);
	});

	it('gives a process of which nothing has changed back as the same object', () => {
		const join = createJoiner();
		const parts = {...base(crowd()), previousTimes: cpuTimes(crowd(), 0), takenAt: 1000};
		const first = join(parts);
		const moved = parts.processes.map(process => (process.pid === 4 ? {...process, rssBytes: 77} : process));
		const second = join({...parts, processes: moved, previousTimes: cpuTimes(parts.processes, 1000), takenAt: 2000});
		expect(second.map((process, index) => process === first[index])).toEqual([true, true, true, false, true, true, true, true]);
	});

	it('gives everything else back as the same objects when a thread of the kernel is called otherwise', () => {
		const join = createJoiner();
		const parts = {...base(crowd()), previousTimes: cpuTimes(crowd(), 0), takenAt: 1000};
		const first = join(parts);
		const renamed = parts.processes.map(process =>
			process.pid === 8 ? {...process, name: 'kworker/1:0-x', comm: 'kworker/1:0-x'} : process,
		);
		const told = {...parts, processes: renamed, previousTimes: cpuTimes(parts.processes, 1000), takenAt: 2000};
		const second = join(told);
		expect(second).toEqual(joinProcesses(told));
		expect(second.map((process, index) => process === first[index])).toEqual([true, true, true, true, true, true, true, false]);
	});

	it('looks at all of it again when a service or a file is known that was not', () => {
		const join = createJoiner();
		const parts = base(crowd());
		join(parts);
		const files = new Map([['/bin/x', {initScripts: ['/etc/init.d/x']}]]) as never;
		const told = {...parts, services: [], programFiles: files, processes: parts.processes.map(each => ({...each, executable: '/bin/x'}))};
		join({...told, programFiles: new Map()});
		expect(join(told)).toEqual(joinProcesses(told));
	});
});
