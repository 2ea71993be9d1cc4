import {createVerdicts} from '../../source/classify/verdicts.js';
import {joinProcesses} from '../../source/join/join.js';
import {parentsFirst} from '../../source/join/tree.js';
import {findProgram, loadDictionary} from '../../source/knowledge/programs.js';
import type {AppRegistration} from '../../source/model/app.js';
import type {EnvironmentMarks, Process} from '../../source/model/process.js';
import type {ProgramFiles, Service} from '../../source/model/service.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {bootedAt, cgroupFixture, processFixture, traitsFixture} from '../support/process-fixture.js';

export type Scene = {
	services?: readonly Service[];
	apps?: readonly AppRegistration[];
	platform?: 'linux' | 'darwin';
	programFiles?: ReadonlyMap<string, ProgramFiles>;
	firstLoginAt?: number | null;
};

const findOnMac = await loadDictionary('darwin');

/** Everything that is explained about a set of processes, by pid. */
export const explainAll = (processes: readonly Process[], scene: Scene = {}): ReadonlyMap<number, ExplainedProcess> => {
	const joined = joinProcesses({
		processes,
		services: scene.services ?? [],
		apps: scene.apps ?? [],
		programFiles: scene.programFiles ?? new Map(),
		previousTimes: null,
		takenAt: bootedAt + 3_600_000,
		selfPid: -1,
	});
	const context = {
		platform: scene.platform ?? 'linux',
		init: joined.find(({pid}) => pid === 1)?.comm ?? null,
		firstLoginAt: scene.firstLoginAt ?? null,
	};
	return new Map(
		createVerdicts(scene.platform === 'darwin' ? findOnMac : findProgram)
			.explain(joined, parentsFirst(joined), context)
			.map(process => [process.pid, process]),
	);
};

export const noMarks: EnvironmentMarks = {
	terminal: false,
	multiplexer: false,
	ssh: false,
	shell: false,
	display: false,
	invocation: false,
	systemdExecPid: null,
	supervisedName: null,
};

/** Process 1 of a machine with systemd, and of one without. */
export const systemd = processFixture({pid: 1, ppid: 0, name: 'systemd', comm: 'systemd', cgroup: cgroupFixture('/init.scope')});
export const otherInit = processFixture({pid: 1, ppid: 0, name: 'tini', comm: 'tini'});

type Parts = Partial<Process>;

/** What a person types in a terminal of their own. */
export const typed = (parts: Parts = {}): Process =>
	processFixture({
		uid: 1000,
		user: 'alex',
		tty: 'pts/1',
		hasTty: true,
		sid: 900,
		pgid: parts.pid ?? 100,
		tpgid: parts.pid ?? 100,
		ppid: 900,
		...parts,
		traits: traitsFixture({
			workingDirectory: '/home/alex',
			stdio: ['terminal', 'terminal', 'terminal'],
			environment: {...noMarks, terminal: true, shell: true},
			...parts.traits,
		}),
	});

export const shell = typed({pid: 900, ppid: 800, name: 'bash', pgid: 900, tpgid: 950, executable: '/usr/bin/bash', args: ['-bash']});

/** A classic daemon that put itself in the background. */
export const classic = (parts: Parts = {}): Process =>
	processFixture({
		...parts,
		traits: traitsFixture({
			isForkedWithoutExec: true,
			signals: {caughtMask: 1 | (1 << 14), ignoredMask: 1 << 12},
			workingDirectory: '/',
			stdio: ['null', 'null', 'null'],
			environment: noMarks,
			...parts.traits,
		}),
	});

/** A program of somebody's desktop, with the display in use. */
export const graphical = (parts: Parts = {}): Process =>
	processFixture({
		uid: 1000,
		user: 'alex',
		...parts,
		traits: traitsFixture({
			workingDirectory: '/home/alex',
			stdio: ['null', 'file', 'file'],
			environment: {...noMarks, display: true},
			usesDisplay: true,
			...parts.traits,
		}),
	});
