import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Consequences, type WayToEnd, waysToEnd} from '../../source/model/consequences.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import type {Systemd} from './inside-systemd.js';
import {explain, isRunning, type State, settled, takeSnapshot, wait} from './observe.js';
import {canBeTold, deeds, folder, killGroups, makeUnits, prefix, removeUnits, type Sample, samples, triggersOf} from './sample-units.js';

const startAll = (systemd: Systemd, units: readonly Sample[]): void => {
	const names = units.map(({name}) => `${name}.service`).join(' ');
	const triggers = units.flatMap(triggersOf).join(' ');
	systemd.shell(
		[
			`rm -f ${folder}/path.flag`,
			`systemctl stop --no-block ${triggers} ${names}`,
			`systemctl kill -s KILL ${names} 2>/dev/null; systemctl stop ${triggers} ${names}`,
			killGroups(prefix),
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

const seenOf = (systemd: Systemd, before: number, after: State): string => {
	if (after.mainPid === 0 || !isRunning(systemd, after.mainPid)) {
		return 'none';
	}

	return after.mainPid === before ? 'same' : 'new';
};

type Row = {unit: string; way: WayToEnd; answer: string; reason: string; expected: string; seen: string};

/** Ends real programs in every way, and compares what systemd does with what was said before. */
export const describeRestarts = (systemd: Systemd): void => {
	const rows: Row[] = [];

	describe('what systemd does when a program ends', () => {
		beforeAll(() => {
			systemd.shell(removeUnits(prefix));
			systemd.shell(makeUnits(samples));
		});

		afterAll(() => {
			systemd.shell(removeUnits(prefix));
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
			const first = new Map(subjects.map(({sample, pid}) => [sample.name, seenOf(systemd, pid, after.get(sample.name) as State)]));
			systemd.shell(pullTriggers);
			await wait(1500);
			const later = await settled(
				systemd,
				names.map(name => `${name}.service`),
			);
			for (const {sample, pid, consequences} of subjects) {
				const {name} = sample;
				const then = seenOf(systemd, pid, later.get(name) as State);
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
};
