import {describe, expect, it} from 'vitest';
import {pause} from '../../source/run/clock.js';
import {createTableScene, kernelThread} from './process-machine.js';

/** In which passes, two seconds apart, a file of each process was read again. */
const rereadings = async (scene: ReturnType<typeof createTableScene>, name: string, passes: number) => {
	const seconds = new Map<number, number[]>();
	for (let count = 1; count <= passes; count++) {
		await scene.pass();
		for (const pid of scene.readIn(name)) {
			seconds.set(pid, [...(seconds.get(pid) ?? []), count * 2]);
		}
	}

	return seconds;
};

describe('what rarely changes of a process', () => {
	it('is read again a second after it was read first, as long as the process is young', async () => {
		const {pass, startNow, readIn} = createTableScene();
		await pass();
		const made = startNow({pid: 40, args: ['/usr/bin/server']});
		await pass(100);
		expect(readIn('environ')).toEqual([40]);
		made.args = ['server: ready'];
		await pass(500);
		expect(readIn('cmdline')).toEqual([]);
		const later = await pass(600);
		expect(readIn('environ')).toEqual([40]);
		expect(later.get(40)?.args).toEqual(['server: ready']);
		await pass(5000);
		expect(readIn('environ')).toEqual([40]);
		await pass(5000);
		expect(readIn('environ')).toEqual([]);
	});

	it('is read again every 30 to 60 seconds, not of all processes in the same pass', async () => {
		const scene = createTableScene();
		for (let pid = 100; pid < 164; pid++) {
			scene.start({pid});
		}

		await scene.pass();
		const seconds = await rereadings(scene, 'cmdline', 60);
		for (let pid = 100; pid < 164; pid++) {
			const times = [0, ...(seconds.get(pid) ?? [])];
			expect(times.length, `${pid} in two minutes`).toBeGreaterThanOrEqual(2);
			for (const [index, time] of times.slice(1).entries()) {
				expect(time - (times[index] ?? 0)).toBeGreaterThan(30);
				expect(time - (times[index] ?? 0)).toBeLessThanOrEqual(62);
			}
		}

		const firstTimes = [...seconds.values()].map(([first]) => first);
		const mostAtOnce = Math.max(...firstTimes.map(time => firstTimes.filter(each => each === time).length));
		expect(mostAtOnce).toBeLessThanOrEqual(8);
	});

	it('is read with what only a verdict in doubt needs every two to four minutes, not of all processes in the same pass', async () => {
		const scene = createTableScene();
		for (let pid = 100; pid < 164; pid++) {
			scene.start({pid});
		}

		await scene.pass();
		const seconds = await rereadings(scene, 'environ', 122);
		const firstTimes = Array.from({length: 64}, (_, index) => seconds.get(index + 100)?.[0] ?? Number.NaN);
		expect(Math.min(...firstTimes)).toBeGreaterThan(120);
		expect(Math.max(...firstTimes)).toBeLessThanOrEqual(242);
		expect(new Set(firstTimes).size).toBeGreaterThanOrEqual(8);
	});

	it('is in the list when it was read again: first what is read quickly, then the rest', async () => {
		const {pass, start} = createTableScene();
		const made = start({pid: 40, args: ['server'], folder: '/old'});
		await pass();
		Object.assign(made, {args: ['server: idle'], folder: '/new'});
		expect((await pass(62_000)).get(40)).toMatchObject({args: ['server: idle'], traits: {workingDirectory: '/old'}});
		for (let count = 0; count < 4; count++) {
			await pass(62_000);
		}

		expect((await pass()).get(40)).toMatchObject({args: ['server: idle'], traits: {workingDirectory: '/new'}});
	});

	it('is read as far as the first list needs it, and wholly with the next pass', async () => {
		const {pass, start, readIn} = createTableScene();
		start({pid: 40});
		start({pid: 41});
		const quick = await pass(0, 'quick');
		expect([readIn('cmdline'), readIn('environ'), readIn('cwd')]).toEqual([[40, 41], [], []]);
		expect(quick.get(40)).toMatchObject({
			args: ['/usr/bin/program-40'],
			traits: {workingDirectory: null, environment: null, listens: null},
		});
		const full = await pass(400);
		expect([readIn('environ'), readIn('cwd')]).toEqual([
			[40, 41],
			[40, 41],
		]);
		expect(full.get(41)?.traits).toMatchObject({workingDirectory: '/', listens: []});
		expect(full.get(41)?.traits.environment).not.toBeNull();
	});

	it('does not hold back the first list for long: the last processes get it with the next pass', async () => {
		const scene = createTableScene();
		const {read} = scene.runner;
		scene.runner.read = path => {
			scene.time.sinceBoot += path.endsWith('/status') ? 1 : 0;
			return read(path);
		};
		for (let pid = 1; pid <= 200; pid++) {
			scene.start({pid});
		}

		const quick = await scene.pass(0, 'quick');
		expect(quick.size).toBe(200);
		expect(scene.readIn('status').length).toBeLessThan(100);
		expect(quick.get(1)?.args).toEqual(['/usr/bin/program-1']);
		expect(quick.get(200)).toMatchObject({name: 'program-200', args: null, user: null});
		expect((await scene.pass()).get(200)).toMatchObject({args: ['/usr/bin/program-200'], user: 'root'});
	});

	it('of the kernel itself is not read again', async () => {
		const {pass, start, readIn} = createTableScene();
		start({pid: 2, ...kernelThread});
		await pass();
		expect(['environ', 'exe', 'cwd', 'fd'].flatMap(readIn)).toEqual([]);
		const {traits} = (await pass(600_000)).get(2) ?? {};
		expect(traits?.isKernelThread).toBe(true);
		expect(['status', 'cmdline', 'environ', 'exe', 'cwd', 'fd'].flatMap(readIn)).toEqual([]);
	});

	describe.each([
		['nobody sets the clock', 0],
		['the clock is set back by two hours', -7_200_000],
		['the clock is set forward by two hours', 7_200_000],
	])('when %s', (_, setBy) => {
		it('is read as often as ever', async () => {
			const scene = createTableScene();
			scene.start({pid: 16});
			scene.start({pid: 31});
			await scene.pass();
			scene.time.setBy = setBy;
			const seconds = await rereadings(scene, 'cmdline', 60);
			// each comes at its own pace of 30 to 60 seconds
			expect([seconds.get(16), seconds.get(31)]).toEqual([
				[32, 64, 96],
				[60, 120],
			]);
		});

		it('is read again after a second as long as a new process is young, and no longer', async () => {
			const scene = createTableScene();
			await scene.pass();
			scene.time.setBy = setBy;
			scene.startNow({pid: 40});
			await scene.pass();
			await scene.pass();
			expect(scene.readIn('environ')).toEqual([40]);
			await scene.pass(6000);
			await scene.pass();
			expect(scene.readIn('environ')).toEqual([]);
		});
	});

	it('of two thousand processes is not read in one go: what waits for the thread has it meanwhile', async () => {
		let most = 0;
		let count = 0;
		const scene = createTableScene(async () => {
			count = 0;
			await pause();
		});
		const {read, list} = scene.runner;
		scene.runner.read = path => {
			count += /\/(?:status|environ)$/.test(path) ? 1 : 0;
			most = Math.max(most, count);
			return read(path);
		};
		scene.runner.list = path => {
			count += path.endsWith('/fd') ? 1 : 0;
			most = Math.max(most, count);
			return list(path);
		};
		for (let pid = 1; pid <= 2000; pid++) {
			scene.start({pid});
		}

		for (const depth of ['quick', 'full'] as const) {
			let turns = 0;
			let hasEnded = false;
			const wait = (): void => {
				turns++;
				if (!hasEnded) {
					setImmediate(wait);
				}
			};

			setImmediate(wait);
			expect((await scene.pass(400, depth)).size).toBe(2000);
			hasEnded = true;
			expect(turns, depth).toBeGreaterThan(20);
		}

		expect(most).toBeLessThanOrEqual(150);
	});
});
