import {describe, expect, it} from 'vitest';
import {createStatReader} from '../../source/platform/linux/process-stats.js';
import {pause, systemClock} from '../../source/run/clock.js';
import {createProcessMachine} from './process-machine.js';

describe('the stat lines of all processes', () => {
	it('are the same objects as long as they say the same, and another one with new figures where they do not', async () => {
		const {runner, start} = createProcessMachine();
		const read = createStatReader(runner, systemClock, pause);
		start({pid: 3});
		const busy = start({pid: 7});
		const [still, before] = (await read()).stats;
		busy.cpu = 90;
		const {stats} = await read();
		expect(stats[0]).toBe(still);
		expect(stats[1]).not.toBe(before);
		expect([before?.cpuTicks, stats[1]?.cpuTicks]).toEqual([5, 90]);
		expect((await read()).stats[1]).toBe(stats[1]);
	});

	it('come in the order of their pids, whatever the order of the names', async () => {
		const {runner, start} = createProcessMachine();
		for (const pid of [100, 9, 30, 1]) {
			start({pid});
		}

		expect((await createStatReader(runner, systemClock, pause)()).stats.map(({pid}) => pid)).toEqual([1, 9, 30, 100]);
	});

	it('lack a process that vanishes between its name and its line, also one that was known before', async () => {
		const {runner, start, processes} = createProcessMachine();
		const read = createStatReader(runner, systemClock, pause);
		const ended = start({pid: 5});
		start({pid: 6});
		const [first] = (await read()).stats;
		ended.hasVanished = true;
		expect(await read()).toMatchObject({stats: [{pid: 6}], unreadable: 0, failure: false});
		processes.delete(5);
		await read();
		start({pid: 5});
		const [again] = (await read()).stats;
		expect(again).toEqual(first);
		expect(again).not.toBe(first);
	});

	it('tell how many may not be read, and that none could be', async () => {
		const {runner, start, processes} = createProcessMachine();
		const read = createStatReader(runner, systemClock, pause);
		start({pid: 5});
		start({pid: 6, isDenied: true});
		start({pid: 7, isDenied: true});
		expect(await read()).toMatchObject({stats: [{pid: 5}], unreadable: 2, failure: false});
		processes.delete(5);
		expect(await read()).toMatchObject({stats: [], unreadable: 2, failure: true});
	});

	it('of two thousand processes leave the thread to what waits for it, also when nothing has changed', async () => {
		const {runner, start} = createProcessMachine();
		for (let pid = 1; pid <= 2000; pid++) {
			start({pid});
		}

		const read = createStatReader(runner, systemClock, pause);
		for (const _ of ['first', 'again']) {
			let hadItsTurn = false;
			setImmediate(() => {
				hadItsTurn = true;
			});
			const {stats} = await read();
			expect([stats.length, hadItsTurn]).toEqual([2000, true]);
		}
	});

	it('are those of the lowest pids when the time is up, and tell how many are left', async () => {
		const {runner, start} = createProcessMachine();
		for (let pid = 1; pid <= 3000; pid++) {
			start({pid});
		}

		let elapsed = 0;
		const {read: readFile} = runner;
		runner.read = (...args) => {
			elapsed += 0.1;
			return readFile(...args);
		};
		const read = createStatReader(runner, {...systemClock, elapsed: () => elapsed}, pause);
		const glimpse = await read(100);
		expect(glimpse.stats.length).toBeGreaterThanOrEqual(1000);
		expect(glimpse.stats.length).toBeLessThanOrEqual(1500);
		expect(glimpse.stats.map(({pid}) => pid)).toEqual(glimpse.stats.map((_, index) => index + 1));
		expect(glimpse.unread).toBe(3000 - glimpse.stats.length);
		expect(await read()).toMatchObject({stats: {length: 3000}, unread: 0});
	});

	it('are all there at once where they are few, however long it takes', async () => {
		const {runner, start} = createProcessMachine();
		for (let pid = 1; pid <= 400; pid++) {
			start({pid});
		}

		let elapsed = 0;
		const slow = {...systemClock, elapsed: () => (elapsed += 1000)};
		expect(await createStatReader(runner, slow, pause)(1)).toMatchObject({stats: {length: 400}, unread: 0});
	});
});
