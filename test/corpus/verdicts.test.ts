import {beforeAll, describe, expect, it} from 'vitest';
import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {hasCorpus, noticeWithoutCorpus, readOutput, readRows, readTruth} from './corpus-folder.js';
import {scoreSnapshot} from './judge.js';
import {replaySnapshot} from './replay-snapshot.js';

noticeWithoutCorpus();

const kernelThreadFlag = 0x200000;

const isKernelThread = (stat: string): boolean => (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[6]) & kernelThreadFlag) !== 0;

type UnitByPs = {scope: 'system' | 'user'; name: string};

/** The `.service` that ps itself says a process is in: the user manager's where there is one. */
const unitsByPs = (folder: string): ReadonlyMap<number, UnitByPs> =>
	new Map(
		(readOutput(folder, 'ps-unit.out') ?? '').split('\n').flatMap(line => {
			const [pid, unit, userUnit] = line.trim().split(/\s+/);
			const isUser = userUnit !== undefined && userUnit !== '-';
			const name = isUser ? userUnit : unit;
			return name?.endsWith('.service') ? [[Number(pid), {scope: isUser ? 'user' : 'system', name}] as const] : [];
		}),
	);

const byPid = (snapshot: Snapshot): ReadonlyMap<number, ExplainedProcess> =>
	new Map(snapshot.processes.map(process => [process.pid, process]));

describe.skipIf(!hasCorpus).each(['systemd', 'systemd-containers', 'no-systemd'])('%s', folder => {
	let snapshot: Snapshot;

	beforeAll(async () => {
		snapshot = await replaySnapshot(folder);
	});

	it('lists every recorded process and asks nothing that was not recorded', () => {
		expect(snapshot.processes.map(({pid}) => pid)).toEqual(
			readRows(folder)
				.map(({pid}) => pid)
				.sort((a, b) => a - b),
		);
		expect(snapshot.problems).toEqual([]);
		expect(snapshot.hidden).toBeNull();
	});

	it('has a verdict on every process', () => {
		expect(snapshot.processes.filter(({verdict}) => verdict.kind === 'unknown').map(({pid, name}) => `${pid} ${name}`)).toEqual([]);
	});

	it('calls kernel threads, and nothing else, kernel', () => {
		const threads = readRows(folder).flatMap(row => (isKernelThread(row.stat) ? [row.pid] : []));
		expect(snapshot.processes.flatMap(({pid, verdict}) => (verdict.kind === 'kernel' ? [pid] : []))).toEqual(threads);
	});
});

describe.skipIf(!hasCorpus).each(['systemd', 'systemd-containers'])('%s: units', folder => {
	let snapshot: Snapshot;

	beforeAll(async () => {
		snapshot = await replaySnapshot(folder);
	});

	it('is right about every process whose truth is known', () => {
		const truths = readTruth(folder);
		const score = scoreSnapshot(snapshot, truths);
		const listed = new Set(readRows(folder).map(({pid}) => pid));
		expect(score.wrong, score.summary).toEqual([]);
		expect(score.total).toBe(truths.filter(({pid}) => listed.has(pid)).length);
		expect([score.precision, score.recall]).toEqual([1, 1]);
	});

	it('names the unit of every main process', () => {
		const processes = byPid(snapshot);
		const mains = snapshot.services.flatMap(service => {
			const process = service.mainPid === null ? undefined : processes.get(service.mainPid);
			// a user's manager stands in the init.scope below its own unit
			return process && !service.name.startsWith('user@') ? [{service, process}] : [];
		});
		expect(mains.length).toBeGreaterThan(5);
		expect(mains.map(({process}) => [process.pid, process.service?.name, process.role])).toEqual(
			mains.map(({service}) => [service.mainPid, service.name, 'main']),
		);
	});

	it('names the unit of a user manager', () => {
		const unit = snapshot.services.find(({name}) => name === 'user@1001.service');
		expect(unit?.mainPid).toBe(135);
		expect(byPid(snapshot).get(135)?.service).toMatchObject({name: 'user@1001.service', scope: 'system', mainPid: 135});
	});

	it('gives every process the unit that ps gives it', () => {
		const units = [...unitsByPs(folder)].filter(([pid]) => byPid(snapshot).has(pid));
		expect(units.length).toBeGreaterThan(5);
		for (const [pid, unit] of units) {
			expect(byPid(snapshot).get(pid)?.service, `pid ${pid}`).toMatchObject({manager: 'systemd', ...unit});
		}
	});

	it('tags the workers of a unit', () => {
		const units = unitsByPs(folder);
		const mainPidOf = (unit: UnitByPs): number | null =>
			snapshot.services.find(service => service.name === unit.name && 'scope' in service && service.scope === unit.scope)?.mainPid ?? null;
		const workers = snapshot.processes.filter(({pid, ppid}) => {
			const unit = units.get(pid);
			const mainPid = unit ? mainPidOf(unit) : null;
			return unit !== undefined && (units.get(ppid)?.name === unit.name || (mainPid !== null && mainPid !== pid));
		});
		expect(workers.length).toBeGreaterThan(1);
		expect(
			workers.filter(({verdict, role}) => !verdict.tags.includes('worker') || role !== 'worker').map(({pid, name}) => [pid, name]),
		).toEqual([]);
	});
});

describe.skipIf(!hasCorpus)('no-systemd: no service manager to ask', () => {
	it('finds the background services by signs alone', async () => {
		const truths = readTruth('no-systemd');
		const score = scoreSnapshot(await replaySnapshot('no-systemd'), truths);
		const report = [score.summary, ...score.wrong].join('\n');
		expect(score.total).toBe(truths.length);
		expect(score.precision, report).toBe(1);
		expect(score.recall, report).toBeGreaterThanOrEqual(0.97);
		expect(score.rightShare, report).toBeGreaterThanOrEqual(0.95);
	});
});

describe.skipIf(!hasCorpus)('systemd: secrets', () => {
	it('keeps what is in environments to itself', async () => {
		expect(readRows('systemd').some(row => row.environ?.includes('do-not-show'))).toBe(true);
		expect(JSON.stringify(await replaySnapshot('systemd'))).not.toContain('do-not-show');
	});
});
