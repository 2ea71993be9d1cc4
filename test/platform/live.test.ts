import {describe, expect, test} from 'vitest';
import {findProgram} from '../../source/knowledge/programs.js';
import type {Process} from '../../source/model/process.js';
import {createPlatform} from '../../source/platform/detect.js';
import {createGenericPlatform} from '../../source/platform/generic.js';
import {systemClock} from '../../source/run/clock.js';
import {listProcesses} from '../../source/run/list-processes.js';
import {localRunner} from '../../source/run/local.js';
import {localMachine} from '../../source/run/machine.js';
import type {Runner} from '../../source/run/runner.js';
import {createEngine} from '../../source/snapshot.js';

const self = {pid: process.pid, uid: process.getuid?.() ?? null, home: null};
const platformOver = (runner: Runner) => createPlatform('linux', {runner, clock: systemClock, self, listProcesses, machine: localMachine});
const processesOf = async (runner: Runner = localRunner): Promise<readonly Process[]> =>
	(await platformOver(runner).processes('full')).value.processes;

describe.skipIf(process.platform !== 'linux')('this machine', () => {
	test('is read with its own process in it, and without a problem', async () => {
		const engine = createEngine(platformOver(localRunner), systemClock, process.pid, findProgram);
		await engine.sample('full');
		await engine.refreshServices(new AbortController().signal);
		const snapshot = await engine.sample('full');
		const own = snapshot.processes.find(({pid}) => pid === process.pid);
		expect(own).toMatchObject({isSelf: true, uid: self.uid, ppid: process.ppid});
		expect(own?.cpuPercent).not.toBeNull();
		expect(snapshot.processes.filter(({verdict}) => verdict.kind === 'unknown')).toEqual([]);
	});

	test('ps-list sees the same pids, parents and users, of processes that were there before and after', async context => {
		const listed = await listProcesses().catch(() => null);
		if (listed === null) {
			console.info('skipped: ps is not installed');
			context.skip();
			return;
		}

		const before = await processesOf();
		const middle = await listProcesses();
		const after = new Map((await processesOf()).map(process => [process.pid, process]));
		const oracle = new Map(middle.map(process => [process.pid, process]));
		const steady = before.filter(process => after.get(process.pid)?.key === process.key && after.get(process.pid)?.ppid === process.ppid);
		expect(steady.length).toBeGreaterThan(0);
		for (const process of steady) {
			expect(oracle.get(process.pid), `${process.pid} ${process.name}`).toMatchObject({ppid: process.ppid, uid: process.uid});
		}

		// what ps-list sees on both sides of our second look was there during it: its own ps, and whatever came and went, was not
		const atTheEnd = new Map((await listProcesses()).map(({pid, startTime}) => [pid, startTime?.getTime()]));
		const stayed = middle.filter(({pid, startTime}) => atTheEnd.has(pid) && atTheEnd.get(pid) === startTime?.getTime());
		expect(stayed.length).toBeGreaterThan(0);
		expect(stayed.filter(({pid}) => !after.has(pid))).toEqual([]);
	});

	test('a process that is renamed is read again, and one whose pid is used again is another', async () => {
		const stats = [
			'7 (first) S 1 7 7 0 -1 0 0 0 0 0 10 0 0 0 20 0 1 0 500 1000 10 0 0',
			'7 (second) S 1 7 7 0 -1 0 0 0 0 0 20 0 0 0 20 0 1 0 500 1000 10 0 0',
			'7 (third) S 1 7 7 0 -1 0 0 0 0 0 1 0 0 0 20 0 1 0 900 1000 10 0 0',
		];
		let pass = 0;
		const runner: Runner = {
			run: async () => ({stdout: '', stderr: '', exitCode: null, failure: 'missing', durationMs: 0}),
			read: path => ({text: path === '/proc/7/stat' ? (stats[pass] ?? '') : '', isCut: false, failure: null}),
			list: path => ({names: path === '/proc' ? ['7'] : [], failure: null}),
			follow: () => Promise.reject(new Error('not asked')),
			link: () => ({target: null, failure: 'gone'}),
		};
		const platform = platformOver(runner);
		const keys: string[] = [];
		const names: string[] = [];
		for (pass = 0; pass < 3; pass++) {
			const [only] = (await platform.processes('full')).value.processes;
			keys.push(only?.key ?? '');
			names.push(only?.name ?? '');
		}

		expect(names).toEqual(['first', 'second', 'third']);
		expect(keys[0]).toBe(keys[1]);
		expect(keys[2]).not.toBe(keys[1]);
	});

	test('a /proc that cannot be read is a problem, and ps-list steps in', async () => {
		const blind: Runner = {...localRunner, list: () => ({names: [], failure: 'denied'})};
		const {value, problems} = await platformOver(blind).processes('full');
		expect(problems.map(({source}) => source)).toContain('/proc');
		expect(value.processes.length > 0 || problems.some(({source}) => source === 'ps')).toBe(true);
	});
});

describe('a system that only ps-list can list', () => {
	const listed = [
		{
			pid: 5,
			ppid: 1,
			name: 'thingd',
			path: '/opt/thingd',
			cmd: '/opt/thingd --fast',
			uid: 3,
			cpu: 1,
			memory: 50,
			startTime: new Date(1000),
		},
	];

	test('gives what ps-list gives, and null for the rest', async () => {
		const platform = createGenericPlatform(
			async () => listed,
			() => ({hostName: 'h', release: 'r', loadAverage: null, memoryBytes: 1000, cpuCount: 1}),
		);
		expect((await platform.processes('full')).value.processes).toMatchObject([
			{
				pid: 5,
				ppid: 1,
				name: 'thingd',
				executable: '/opt/thingd',
				uid: 3,
				rssBytes: 500,
				startedAt: 1000,
				tty: null,
				hasTty: null,
				cpuTimeMs: null,
				cgroup: null,
			},
		]);
	});

	test('a ps that fails is a problem and no crash', async () => {
		const platform = createGenericPlatform(async () => Promise.reject(new Error('no ps \u001b[31m')), localMachine);
		const {value, problems} = await platform.processes('full');
		expect(value.processes).toEqual([]);
		expect(problems).toMatchObject([{source: 'ps', detail: 'no ps \\x1b[31m'}]);
	});
});
