import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {consequencesOf} from '../../source/explain/consequences.js';
import {findProgram} from '../../source/knowledge/programs.js';
import {type Consequences, type WayToEnd, waysToEnd} from '../../source/model/consequences.js';
import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {createLinuxPlatform} from '../../source/platform/linux/linux.js';
import {readUnitDetails} from '../../source/platform/linux/unit-details.js';
import {systemClock} from '../../source/run/clock.js';
import {createEngine} from '../../source/snapshot.js';
import {openSystemd, type Systemd} from './inside-systemd.js';
import {canBeTold, deeds, folder, makeUnits, prefix, removeUnits, type Sample, samples} from './sample-units.js';

const opened = openSystemd();
if (typeof opened === 'string') {
	console.info(`no systemd to try the restarts in: ${opened}`);
}

const {signal} = new AbortController();
const wait = (milliseconds: number): Promise<void> => systemClock.wait(milliseconds, signal);

type State = {mainPid: number; restarts: number; active: string; sub: string; result: string};

const statesOf = (systemd: Systemd, names: readonly string[]): ReadonlyMap<string, State> => {
	const text = systemd.shell(`systemctl show -p Id,MainPID,NRestarts,ActiveState,SubState,Result ${names.join(' ')}`);
	return new Map(
		text
			.trim()
			.split('\n\n')
			.map(block => {
				const value = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(block)?.[1] ?? '';
				return [
					value('Id').replace(/\.service$/, ''),
					{
						mainPid: Number(value('MainPID')),
						restarts: Number(value('NRestarts')),
						active: value('ActiveState'),
						sub: value('SubState'),
						result: value('Result'),
					},
				];
			}),
	);
};

const isMoving = ({sub}: State, name: string): boolean =>
	/^(?:start|stop|final|condition|cleaning)/.test(sub) || (sub === 'auto-restart' && !name.endsWith('endless-delay'));

/** Two looks that see the same, with nothing between two states. */
const settled = async (systemd: Systemd, names: readonly string[]): Promise<ReadonlyMap<string, State>> => {
	let before = '';
	for (let look = 0; look < 60; look++) {
		const states = statesOf(systemd, names);
		const now = JSON.stringify([...states]);
		if (now === before && ![...states].some(([name, state]) => isMoving(state, name))) {
			return states;
		}

		before = now;
		await wait(250);
	}

	throw new Error(`never settled: ${before}`);
};

const takeSnapshot = async (systemd: Systemd): Promise<Snapshot> => {
	const engine = createEngine(createLinuxPlatform(systemd.runner, systemClock, systemd.self), systemClock, systemd.self.pid, findProgram);
	await engine.sample('full');
	await engine.refreshServices(signal);
	return engine.sample('full');
};

const explain = async (systemd: Systemd, snapshot: Snapshot, process: ExplainedProcess): Promise<Consequences> => {
	const {value, problems} = await readUnitDetails(systemd.runner, process, systemd.self, signal);
	expect(problems).toEqual([]);
	return consequencesOf(process, snapshot, value);
};

const startAll = (systemd: Systemd, units: readonly Sample[]): void => {
	const names = units.map(({name}) => `${name}.service`).join(' ');
	const triggers = units.flatMap(({files}) => Object.keys(files ?? {}).map(file => prefix + file)).join(' ');
	systemd.shell(
		[
			`rm -f ${folder}/path.flag`,
			`systemctl stop --no-block ${triggers} ${names}`,
			`systemctl kill -s KILL ${names} 2>/dev/null; systemctl stop ${triggers} ${names}`,
			// KillMode=process leaves them
			`for group in /sys/fs/cgroup/system.slice/${prefix}*/cgroup.kill; do [ ! -e "$group" ] || echo 1 >"$group"; done`,
			`systemctl reset-failed '${prefix}*' 2>/dev/null`,
			`systemctl start ${triggers} ${names}`,
		].join('\n'),
	);
};

/** What makes the triggers go off. The timer does by itself. */
const pullTriggers = `(echo x >${folder}/socket.listen) & touch ${folder}/path.flag; wait`;

const act = (way: WayToEnd, units: readonly {sample: Sample; pid: number}[]): string => {
	const deed = deeds[way];
	const lines = units.map(({sample, pid}) =>
		'signal' in deed ? `kill -${deed.signal} ${pid}` : `timeout 5 sh -c 'echo ${deed.code} >${folder}/${sample.name}.fifo'`,
	);
	return lines.join('\n');
};

/** What the answer says will be seen; where the exit code of a handler decides, what that code leads to. */
const expectedOf = (name: string, consequences: Consequences, way: WayToEnd): string => {
	const {answer, byCode} = consequences.comebacks[way];
	const decided = answer === 'unknown' && byCode ? (name.endsWith('-0') ? byCode.zero : byCode.other) : answer;
	return decided === 'yes'
		? 'new'
		: decided === 'stays'
			? 'same'
			: decided === 'on-demand'
				? 'none, then new'
				: decided === 'no'
					? 'none'
					: decided;
};

const seenOf = (before: number, after: State, isRunning: (pid: number) => boolean): string => {
	if (after.mainPid === 0 || !isRunning(after.mainPid)) {
		return 'none';
	}

	return after.mainPid === before ? 'same' : 'new';
};

type Row = {unit: string; way: WayToEnd; answer: string; reason: string; expected: string; seen: string};

const rows: Row[] = [];

describe.skipIf(typeof opened === 'string')('what systemd does when a program ends', () => {
	const systemd = opened as Systemd;
	const isRunning = (pid: number): boolean =>
		systemd.runner.read(`/proc/${pid}/stat`).text !== '' && !/\) Z /.test(systemd.runner.read(`/proc/${pid}/stat`).text);

	beforeAll(() => {
		systemd.shell(removeUnits);
		systemd.shell(makeUnits(samples));
	});

	afterAll(() => {
		systemd.shell(removeUnits);
		systemd.close();
		if (process.env.SHOW_TABLE) {
			console.table(rows);
		}
	});

	test.each(waysToEnd)('is what was said before: %s', {timeout: 60_000}, async way => {
		const units = samples.filter(each => 'signal' in deeds[way] || canBeTold(each));
		const names = units.map(({name}) => name);
		startAll(systemd, units);
		const before = await settled(
			systemd,
			names.map(name => `${name}.service`),
		);
		const snapshot = await takeSnapshot(systemd);
		const subjects = await Promise.all(
			units.map(async sample => {
				const pid = before.get(sample.name)?.mainPid ?? 0;
				const found = snapshot.processes.find(each => each.pid === pid);
				expect(found, sample.name).toBeDefined();
				return {sample, pid, consequences: await explain(systemd, snapshot, found as ExplainedProcess)};
			}),
		);

		systemd.shell(act(way, subjects));
		await wait(500);
		const after = await settled(
			systemd,
			names.map(name => `${name}.service`),
		);
		const first = new Map(subjects.map(({sample, pid}) => [sample.name, seenOf(pid, after.get(sample.name) as State, isRunning)]));
		systemd.shell(pullTriggers);
		await wait(1500);
		const later = await settled(
			systemd,
			names.map(name => `${name}.service`),
		);
		for (const {sample, pid, consequences} of subjects) {
			const {name} = sample;
			const then = seenOf(pid, later.get(name) as State, isRunning);
			const now = first.get(name) ?? '';
			const {answer, reason} = consequences.comebacks[way];
			rows.push({
				unit: name,
				way,
				answer,
				reason,
				expected: expectedOf(name, consequences, way),
				seen: now === then ? now : `${now}, then ${then}`,
			});
		}

		expect(rows.filter(row => row.way === way && row.expected !== row.seen)).toEqual([]);
		expect(after.get(`${prefix}remains`)?.sub).toBe(way === 'asked' || way === 'finished' ? 'exited' : 'running');
	});
});
