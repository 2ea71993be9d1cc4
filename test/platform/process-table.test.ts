import {describe, expect, it} from 'vitest';
import {createTableScene, kernelThread} from './process-machine.js';

describe('a process in the table', () => {
	it('is the same object as before while nothing of it changes', async () => {
		const {pass, start, asked} = createTableScene();
		start({pid: 1});
		start({pid: 40, sockets: [8]});
		start({pid: 50, ...kernelThread});
		const first = await pass();
		for (let count = 0; count < 8; count++) {
			const next = await pass();
			expect([...next.keys()]).toEqual([1, 40, 50]);
			for (const [pid, process] of next) {
				expect(process, String(pid)).toBe(first.get(pid));
			}
		}

		expect(asked.filter(path => /\/(?:status|cmdline|cgroup|environ|exe|cwd)$/.test(path))).toEqual([]);
	});

	it('stays the same object when its facts are read again and say the same', async () => {
		const {pass, start} = createTableScene();
		start({pid: 40});
		const first = await pass();
		for (let count = 0; count < 150; count++) {
			expect((await pass()).get(40)).toBe(first.get(40));
		}
	});

	it('keeps its traits, by which its verdict is known again, when its facts are read again and say the same', async () => {
		const {pass, start} = createTableScene();
		start({pid: 40});
		const traits = (await pass()).get(40)?.traits;
		for (let count = 0; count < 150; count++) {
			expect((await pass()).get(40)?.traits).toBe(traits);
		}
	});

	it('has its new figures when its stat line changes, and keeps its traits', async () => {
		const {pass, start} = createTableScene();
		const busy = start({pid: 40});
		const before = (await pass()).get(40);
		busy.cpu = 77;
		const after = (await pass()).get(40);
		expect([before?.cpuTimeMs, after?.cpuTimeMs]).toEqual([50, 770]);
		expect(after?.traits).toBe(before?.traits);
		expect(after?.key).toBe(before?.key);
	});

	it('is read again when it runs another program, and keeps its key and what it listens on', async () => {
		const {pass, start, listening} = createTableScene();
		listening.set(8, 80);
		const made = start({pid: 40, comm: 'sh', sockets: [8], folder: '/a'});
		const before = (await pass()).get(40);
		Object.assign(made, {comm: 'server', args: ['/usr/sbin/server', '-x'], folder: '/b'});
		const after = (await pass()).get(40);
		expect(before).toMatchObject({name: 'sh', traits: {workingDirectory: '/a'}});
		expect(after).toMatchObject({key: before?.key, name: 'server', args: ['/usr/sbin/server', '-x'], traits: {workingDirectory: '/b'}});
		expect(after?.traits.listens).toMatchObject([{port: 80}]);
	});

	it.each(['quick', 'full'] as const)('has nothing of an earlier one with its pid, when a %s reading finds it', async depth => {
		const {pass, start, startNow, listening} = createTableScene();
		listening.set(8, 80);
		start({pid: 40, comm: 'same', args: ['/usr/bin/same', 'old'], folder: '/old', sockets: [8]});
		const before = (await pass()).get(40);
		expect(before?.traits.listens).toMatchObject([{port: 80}]);
		startNow({pid: 40, comm: 'same', args: ['/usr/bin/same', 'new'], folder: '/new'});
		const after = (await pass(2000, depth)).get(40);
		expect(after?.key).not.toBe(before?.key);
		expect(after).toMatchObject({args: ['/usr/bin/same', 'new'], traits: {workingDirectory: depth === 'full' ? '/new' : null}});
		expect(after?.traits.listens ?? []).toEqual([]);
	});

	it('is left out when it vanishes half-way, and is there when only its facts could not be read', async () => {
		const {pass, start, processes, runner} = createTableScene();
		start({pid: 1});
		const ended = start({pid: 40});
		ended.hasVanished = true;
		expect([...(await pass()).keys()]).toEqual([1]);
		ended.hasVanished = false;
		// gone as soon as its stat line has been read
		const {read} = runner;
		runner.read = path => {
			const answer = read(path);
			ended.hasVanished ||= path === '/proc/40/stat';
			return answer;
		};
		expect((await pass()).get(40)).toMatchObject({comm: 'program-40', args: null, executable: null, traits: {listens: null}});
		processes.delete(40);
		expect([...(await pass()).keys()]).toEqual([1]);
	});
});
