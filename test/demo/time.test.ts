import {describe, expect, test} from 'vitest';
import {parseLaunchctlService} from '../../source/parse/launchctl-service.js';
import {parseSysctl, sysctlNames} from '../../source/parse/sysctl.js';
import {createMachine, type Machine, psRows, questions} from './demo-machine.js';

describe('time', () => {
	const processesAt = (machine: Machine, seconds: number) => {
		machine.moveTo(seconds);
		return psRows(machine);
	};

	test('the same elapsed time gives the same answers, on the way there and back', async () => {
		const [one, other] = [createMachine(), createMachine()];
		for (const [file = '', ...args] of questions) {
			one.moveTo(137.5);
			const first = await one.ask(file, ...args);
			one.moveTo(999);
			await one.ask(file, ...args);
			one.moveTo(137.5);
			other.moveTo(137.5);
			expect(await one.ask(file, ...args)).toBe(first);
			expect(await other.ask(file, ...args)).toBe(first);
		}
	});

	test('CPU times never go back, and those of busy programs grow in bursts', async () => {
		const machine = createMachine();
		let before = new Map<string, number>();
		const shares = new Map<string, number[]>();
		for (let seconds = 0; seconds <= 400; seconds += 2) {
			const rows = await processesAt(machine, seconds);
			const now = new Map(rows.map(({pid, startedAt: start, cpuTimeMs}) => [`${pid}@${start}`, cpuTimeMs]));
			expect([...now].filter(([key, time]) => time < (before.get(key) ?? 0))).toEqual([]);
			for (const {pid, startedAt: start, cpuTimeMs, path} of rows) {
				const share = (cpuTimeMs - (before.get(`${pid}@${start}`) ?? cpuTimeMs)) / 20;
				shares.set(path, [...(shares.get(path) ?? []), share]);
			}

			before = now;
		}

		const peaks = (name: string) => Math.max(...[...shares].flatMap(([path, values]) => (path.endsWith(`/${name}`) ? values : [])));
		expect(peaks('mds_stores')).toBeGreaterThan(80);
		expect(peaks('photoanalysisd')).toBeGreaterThan(120);
		expect(peaks('WindowServer')).toBeGreaterThan(20);
		expect(peaks('Google Chrome Helper (Renderer)')).toBeGreaterThan(70);
		expect(peaks('launchd')).toBeLessThan(5);
	});

	test('a job dies and is started again, with a new pid and one more run', async () => {
		const machine = createMachine();
		const states = [];
		for (let seconds = 0; seconds <= 60; seconds += 0.5) {
			machine.moveTo(seconds);
			const service = parseLaunchctlService(await machine.ask('/bin/launchctl', 'print', 'gui/501/dev.alex.note-sync'));
			states.push({seconds, pid: service?.pid ?? null, runs: service?.runs ?? 0, state: service?.state});
		}

		const lives = [...new Map(states.flatMap(({pid, runs}) => (pid === null ? [] : [[pid, runs] as const])))];
		expect(lives.length).toBeGreaterThanOrEqual(3);
		expect(lives.map(([, runs]) => runs - (lives[0]?.[1] ?? 0))).toEqual(lives.map((_, index) => index));
		expect(states.filter(({pid, state}) => (pid === null) !== (state === 'spawn scheduled'))).toEqual([]);
		expect(states.some(({pid}) => pid === null)).toBe(true);
	});

	test('workers, a service and a helper come and go, and no pid comes back within an hour', async () => {
		const machine = createMachine();
		const startOf = new Map<number, number | null>();
		const came = new Map<string, Set<number>>();
		for (let seconds = 0; seconds <= 3600; seconds += 15) {
			for (const {pid, startedAt: start, path} of await processesAt(machine, seconds)) {
				expect(startOf.get(pid) ?? start, path).toBe(start);
				startOf.set(pid, start);
				came.set(path, (came.get(path) ?? new Set()).add(pid));
			}
		}

		const names = [...came].flatMap(([path, pids]) => (pids.size > 20 ? [path.split('/').at(-1)] : []));
		expect(names.sort()).toEqual([
			'Google Chrome Helper (Renderer)',
			'ThumbnailExtension_macOS',
			'com.apple.appkit.xpc.openAndSavePanelService',
			'mdworker_shared',
			'note-sync',
		]);
	});

	test('the load wanders, and stays the load of a machine at work', async () => {
		const machine = createMachine();
		const loads = [];
		for (let seconds = 0; seconds <= 600; seconds += 5) {
			machine.moveTo(seconds);
			loads.push(parseSysctl(await machine.ask('/usr/sbin/sysctl', ...sysctlNames)).loadAverage ?? 0);
		}

		expect(Math.min(...loads)).toBeGreaterThan(0.5);
		expect(Math.max(...loads)).toBeLessThan(4);
		expect(new Set(loads).size).toBeGreaterThan(30);
	});
});
