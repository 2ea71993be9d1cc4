import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Consequences} from '../../source/model/consequences.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import type {Systemd} from './inside-systemd.js';
import {explain, isRunning, settled, statesOf, takeSnapshot, wait} from './observe.js';
import {folder, makeUnits, removeUnits, type Sample, triggersOf} from './sample-units.js';

const prefix = 'dt-e2e-stop-';

const sleeps = 'ExecStart=/bin/sleep infinity';
const forks = (mode: string): readonly string[] => [`KillMode=${mode}`, "ExecStart=/bin/sh -c 'sleep infinity & sleep infinity & wait'"];
const install = '[Install]\nWantedBy=multi-user.target';

const sample = (name: string, service: readonly string[], unit: readonly string[] = [], triggers: Sample['triggers'] = {}): Sample => ({
	name: `${prefix}${name}`,
	unit,
	service,
	triggers,
});

const samples: readonly Sample[] = [
	sample('limit', ['Restart=always', 'RestartSec=100ms', sleeps], ['StartLimitBurst=3', 'StartLimitIntervalSec=60']),
	sample('slow', ['Restart=always', 'RestartSec=2s', sleeps]),
	sample('control-group', forks('control-group')),
	sample('mixed', forks('mixed')),
	sample('process', forks('process')),
	sample('base', [sleeps]),
	sample('bound', [sleeps], [`BindsTo=${prefix}base.service`, `After=${prefix}base.service`]),
	sample('requiring', [sleeps], [`Requires=${prefix}base.service`, `After=${prefix}base.service`]),
	sample('wanting', [sleeps], [`Wants=${prefix}base.service`]),
	sample('static', ['Restart=always', sleeps]),
	sample('enabled', ['Restart=always', sleeps, install]),
	sample('socket', [sleeps], [], {socket: `[Socket]\nListenFIFO=${folder}/stop.listen\n`}),
	sample('timer', ['Restart=on-failure', sleeps, install], [], {
		timer: '[Timer]\nOnUnitInactiveSec=1s\nAccuracySec=10ms\n[Install]\nWantedBy=timers.target\n',
	}),
];

const unit = (name: string): string => `${prefix}${name}.service`;
const triggers = (name: string): readonly string[] => samples.filter(each => each.name === prefix + name).flatMap(triggersOf);

type Subject = {process: ExplainedProcess; consequences: Consequences};

/** Starts units and asks about the main process of each. */
const begin = async (systemd: Systemd, ...names: readonly string[]): Promise<readonly Subject[]> => {
	const units = names.map(unit);
	systemd.shell(`systemctl reset-failed '${prefix}*' 2>/dev/null; systemctl start ${[...names.flatMap(triggers), ...units].join(' ')}`);
	const states = await settled(systemd, units);
	const snapshot = await takeSnapshot(systemd);
	return Promise.all(
		names.map(async name => {
			const pid = states.get(`${prefix}${name}`)?.mainPid;
			const process = snapshot.processes.find(each => each.pid === pid);
			if (!process) {
				throw new Error(`${name} does not run`);
			}

			return {process, consequences: await explain(systemd, snapshot, process)};
		}),
	);
};

/** Whoever runs the tests is root, with or without sudo. */
const run = (systemd: Systemd, commands: readonly (readonly string[])[]): void => {
	for (const [first = '', ...rest] of commands) {
		const words = first === 'sudo' ? rest : [first, ...rest];
		systemd.shell(words.map(word => `'${word}'`).join(' '));
	}
};

const activeOf = (systemd: Systemd, names: readonly string[]): readonly string[] =>
	names.filter(name => systemd.shell(`systemctl is-active '${name}' || true`).trim() === 'active');

/** Kills, and stops by the commands that the program prints, and looks at what goes with it. */
export const describeStops = (systemd: Systemd): void => {
	describe('what systemd does with the rest', {timeout: 60_000}, () => {
		beforeAll(() => {
			systemd.shell(removeUnits(prefix));
			systemd.shell(makeUnits(samples));
		});

		afterAll(() => {
			systemd.shell(removeUnits(prefix));
		});

		test('starts no more often than the limit allows', async () => {
			const [subject] = await begin(systemd, 'limit');
			const limit = subject?.consequences.limit;
			expect(limit).toEqual({starts: 3, withinMs: 60_000, isReachable: true, action: null});
			let starts = 1;
			for (let pid = subject?.process.pid ?? 0; pid !== 0; ) {
				systemd.shell(`kill -KILL ${pid}`);
				await wait(400);
				pid = (await settled(systemd, [unit('limit')])).get(`${prefix}limit`)?.mainPid ?? 0;
				starts += pid === 0 ? 0 : 1;
			}

			expect(starts).toBe(limit?.starts);
			expect(statesOf(systemd, [unit('limit')]).get(`${prefix}limit`)?.result).toMatch(/start-limit-hit|signal/);
		});

		test('waits as long as was said', async () => {
			const [subject] = await begin(systemd, 'slow');
			expect(subject?.consequences.comebacks.killed).toMatchObject({answer: 'yes', afterMs: 2000});
			systemd.shell(`kill -KILL ${subject?.process.pid}`);
			await wait(1200);
			expect(statesOf(systemd, [unit('slow')]).get(`${prefix}slow`)).toMatchObject({mainPid: 0, sub: 'auto-restart'});
			expect((await settled(systemd, [unit('slow')])).get(`${prefix}slow`)).toMatchObject({restarts: 1, sub: 'running'});
		});

		test.each(['control-group', 'mixed', 'process'])('ends the others of the unit, or leaves them: KillMode=%s', async mode => {
			const [subject] = await begin(systemd, mode);
			const {ended = [], left = []} = subject?.consequences.together ?? {};
			expect([ended.length, left.length]).toEqual(mode === 'process' ? [0, 2] : [2, 0]);
			systemd.shell(`kill -KILL ${subject?.process.pid}`);
			await settled(systemd, [unit(mode)]);
			expect(ended.filter(({pid}) => isRunning(systemd, pid))).toEqual([]);
			expect(left.filter(({pid}) => !isRunning(systemd, pid))).toEqual([]);
			systemd.shell(left.map(({pid}) => `kill ${pid}`).join('\n'));
		});

		test('takes with it the units that are bound to it, and on a stop those that require it', async () => {
			const names = ['base', 'bound', 'requiring', 'wanting'];
			const [subject] = await begin(systemd, ...names);
			const {dependents, stop} = subject?.consequences ?? {};
			expect(dependents).toEqual({bound: [unit('bound')], required: [unit('requiring')], wanting: [unit('wanting')]});
			systemd.shell(`kill -KILL ${subject?.process.pid}`);
			await settled(systemd, names.map(unit));
			expect(activeOf(systemd, names.map(unit))).toEqual([unit('requiring'), unit('wanting')]);
			systemd.shell(`systemctl start ${names.map(unit).join(' ')}`);
			run(systemd, stop?.now ?? []);
			await settled(systemd, names.map(unit));
			expect(activeOf(systemd, names.map(unit))).toEqual([unit('wanting')]);
		});

		const isStillGone = async (name: string): Promise<void> => {
			// without a reader there is no caller
			systemd.shell(`[ ! -p ${folder}/stop.listen ] || timeout 1 sh -c 'echo x >${folder}/stop.listen' || true`);
			await wait(1600);
			expect(activeOf(systemd, [unit(name), ...triggers(name)])).toEqual([]);
		};

		test.each([
			['static', 'masked'],
			['enabled', 'disabled'],
			['socket', 'static'],
			['timer', 'disabled'],
		])('is stopped by the commands that are printed, for now and for good: %s', async (name, state) => {
			systemd.shell(`systemctl enable --runtime ${unit('enabled')} ${unit('timer')} ${triggers('timer').join(' ')} 2>&1`);
			const [first] = await begin(systemd, name);
			run(systemd, first?.consequences.stop.now ?? []);
			await isStillGone(name);
			const [second] = await begin(systemd, name);
			run(systemd, second?.consequences.stop.forGood ?? []);
			await isStillGone(name);
			const states = [unit(name), ...triggers(name)].map(each => systemd.shell(`systemctl is-enabled '${each}' || true`).trim());
			expect(states[0]).toBe(state);
			expect(states.slice(1).filter(each => each !== 'masked' && each !== 'disabled')).toEqual([]);
		});
	});
};
