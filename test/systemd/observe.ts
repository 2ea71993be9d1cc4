import {consequencesOf} from '../../source/explain/consequences.js';
import {findProgram} from '../../source/knowledge/programs.js';
import type {Consequences} from '../../source/model/consequences.js';
import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {createLinuxPlatform} from '../../source/platform/linux/linux.js';
import {readUnitDetails} from '../../source/platform/linux/unit-details.js';
import {systemClock} from '../../source/run/clock.js';
import {createEngine} from '../../source/snapshot.js';
import type {Systemd} from './inside-systemd.js';

const never = (): AbortSignal => new AbortController().signal;

export const wait = (milliseconds: number): Promise<void> => systemClock.wait(milliseconds, never());

/** What systemd says of a service. */
export type State = {mainPid: number; restarts: number; active: string; sub: string; result: string};

export const statesOf = (systemd: Systemd, names: readonly string[]): ReadonlyMap<string, State> => {
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
export const settled = async (systemd: Systemd, names: readonly string[]): Promise<ReadonlyMap<string, State>> => {
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

/** The machine inside, as the program sees it. */
export const takeSnapshot = async (systemd: Systemd): Promise<Snapshot> => {
	const engine = createEngine(createLinuxPlatform(systemd.runner, systemClock, systemd.self), systemClock, systemd.self.pid, findProgram);
	await engine.sample('full');
	await engine.refreshServices(never());
	return engine.sample('full');
};

/** What the program says before anything happens. */
export const explain = async (systemd: Systemd, snapshot: Snapshot, process: ExplainedProcess): Promise<Consequences> => {
	const {value, problems} = await readUnitDetails(systemd.runner, process, systemd.self, never());
	if (problems.length > 0) {
		throw new Error(JSON.stringify(problems));
	}

	return consequencesOf(process, snapshot, value);
};

export const isRunning = (systemd: Systemd, pid: number): boolean => {
	const {text} = systemd.runner.read(`/proc/${pid}/stat`);
	return text !== '' && !/\) Z /.test(text);
};
