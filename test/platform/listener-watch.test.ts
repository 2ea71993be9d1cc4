import {describe, expect, it} from 'vitest';
import {createTableScene} from './process-machine.js';

type Scene = ReturnType<typeof createTableScene>;

const port = 8080;
const inode = 9000;

/** Seconds until a process is seen to listen on the port; `null`: not in this time. */
const secondsUntilFound = async (scene: Scene, pid: number, mostSeconds: number, intervalMs = 2000): Promise<number | null> => {
	for (let passedMs = intervalMs; passedMs <= mostSeconds * 1000; passedMs += intervalMs) {
		const listens = (await scene.pass(intervalMs)).get(pid)?.traits.listens ?? [];
		if (listens.some(socket => socket.protocol === 'tcp' && socket.port === port)) {
			return passedMs / 1000;
		}
	}

	return null;
};

const sceneOf = async (count: number): Promise<Scene> => {
	const scene = createTableScene();
	for (let pid = 1; pid <= count; pid++) {
		scene.start({pid, sockets: [100 + pid]});
	}

	await scene.pass();
	return scene;
};

const isTable = (path: string): boolean => path.startsWith('/proc/net/');

const clocks = [
	['the clock goes on', 0],
	['the clock was set back', -7_200_000],
	['the clock was set forward', 7_200_000],
] as const;

describe('listening sockets', () => {
	it('are looked up in tables that are not read with every pass', async () => {
		const scene = await sceneOf(20);
		let passesWithTables = 0;
		for (let count = 0; count < 60; count++) {
			await scene.pass(1000);
			passesWithTables += scene.asked.some(isTable) ? 1 : 0;
		}

		expect(passesWithTables).toBeGreaterThanOrEqual(6);
		expect(passesWithTables).toBeLessThanOrEqual(8);
	});

	it('are known to be none as soon as a process is seen, also when the tables are not read then', async () => {
		const scene = await sceneOf(300);
		scene.startNow({pid: 1001});
		const processes = await scene.pass(500);
		expect(scene.asked.some(isTable)).toBe(false);
		expect([...processes.values()].filter(({traits}) => traits.listens?.length !== 0)).toEqual([]);
	});

	it('are looked for in a few processes at a time while nothing changes', async () => {
		const scene = await sceneOf(640);
		for (let count = 0; count < 40; count++) {
			await scene.pass();
			expect(scene.asked.filter(path => path.endsWith('/fd')).length).toBeLessThanOrEqual(25);
		}
	});

	describe.each(clocks)('when %s', (_, setBy) => {
		it.each([1, 37, 300])('of an old process, the one with pid %i, are found within eight seconds and a few passes', async pid => {
			const scene = await sceneOf(300);
			scene.time.setBy = setBy;
			await scene.pass();
			scene.listening.set(inode, port);
			scene.start({pid, sockets: [5, inode]});
			expect(await secondsUntilFound(scene, pid, 8 + 6 * 2)).not.toBeNull();
		});

		it.each([0, 500, 2000, 3000, 5000, 7500])(
			'of a new process are found within three seconds, %i ms after the tables were read',
			async ageMs => {
				const scene = await sceneOf(300);
				scene.time.setBy = setBy;
				await scene.pass(8000);
				expect(scene.asked.some(isTable)).toBe(true);
				await scene.pass(ageMs);
				scene.listening.set(inode, port);
				scene.startNow({pid: 1000, sockets: [inode]});
				expect(await secondsUntilFound(scene, 1000, 3.5, 500)).not.toBeNull();
			},
		);
	});

	it('of a process that has just begun are not missed when it opens them a little later', async () => {
		const scene = await sceneOf(10);
		const made = scene.startNow({pid: 1000});
		await scene.pass(500);
		scene.listening.set(inode, port);
		made.sockets = [inode];
		expect(await secondsUntilFound(scene, 1000, 12)).not.toBeNull();
	});

	it('that no longer listen are gone within eight seconds and a few passes', async () => {
		const scene = await sceneOf(300);
		scene.listening.set(inode, port);
		const made = scene.start({pid: 300, sockets: [inode]});
		expect(await secondsUntilFound(scene, 300, 20)).not.toBeNull();
		scene.listening.delete(inode);
		made.sockets = [];
		for (let count = 0; count < 10; count++) {
			await scene.pass();
		}

		expect((await scene.pass()).get(300)?.traits.listens).toEqual([]);
	});

	it('that are handed on to another process are found there in the end, and no longer at the first one', async () => {
		const scene = createTableScene();
		scene.listening.set(inode, port);
		const first = scene.start({pid: 7, sockets: [inode]});
		const second = scene.start({pid: 20});
		for (let pid = 100; pid < 400; pid++) {
			scene.start({pid});
		}

		expect((await scene.pass()).get(7)?.traits.listens).toMatchObject([{port}]);
		first.sockets = [];
		second.sockets = [inode];
		expect(await secondsUntilFound(scene, 20, 33 * 2)).not.toBeNull();
		for (let count = 0; count < 32; count++) {
			await scene.pass();
		}

		expect((await scene.pass()).get(7)?.traits.listens).toEqual([]);
		expect(scene.table.unownedListeners()).toEqual([]);
	});

	it('of another network are found in the tables of that network', async () => {
		const scene = await sceneOf(100);
		const network = new Map<number, number>();
		const made = scene.start({pid: 50, network});
		await scene.pass();
		network.set(inode, port);
		made.sockets = [inode];
		expect(await secondsUntilFound(scene, 50, 33 * 2)).not.toBeNull();
		expect(scene.table.unownedListeners()).toEqual([]);
	});

	it('that no process holds are told apart, also when their holder has ended', async () => {
		const scene = await sceneOf(5);
		scene.listening.set(inode, port);
		scene.start({pid: 5, sockets: [inode]});
		expect(await secondsUntilFound(scene, 5, 20)).not.toBeNull();
		expect(scene.table.unownedListeners()).toEqual([]);
		scene.processes.delete(5);
		await scene.pass();
		expect(scene.table.unownedListeners()).toMatchObject([{port}]);
	});

	it('are the same array from pass to pass while they are the same', async () => {
		const scene = await sceneOf(5);
		scene.listening.set(inode, port);
		scene.start({pid: 5, sockets: [inode]});
		await secondsUntilFound(scene, 5, 20);
		const {listens} = (await scene.pass()).get(5)?.traits ?? {};
		expect(listens).toHaveLength(1);
		for (let count = 0; count < 40; count++) {
			expect((await scene.pass()).get(5)?.traits.listens).toBe(listens);
		}
	});

	it('of a process that ends while they are looked for hold nothing up', async () => {
		const scene = await sceneOf(30);
		const {list} = scene.runner;
		scene.runner.list = path => {
			const made = scene.processes.get(Number(/^\/proc\/(\d+)\/fd$/.exec(path)?.[1] ?? 0));
			if (made && made.pid % 3 === 0) {
				made.hasVanished = true;
			}

			return list(path);
		};
		for (let count = 0; count < 40; count++) {
			await scene.pass();
		}

		expect([...(await scene.pass()).keys()]).toEqual(Array.from({length: 30}, (_, index) => index + 1).filter(pid => pid % 3 !== 0));
	});
});
