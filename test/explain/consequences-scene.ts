import type {UnitDetails} from '../../source/model/details.js';
import type {Traits} from '../../source/model/process.js';
import type {SystemdUnit} from '../../source/model/service.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {cgroupFixture, explainedFixture, traitsFixture, unitFixture} from '../support/process-fixture.js';

const none = {codes: [], signals: []};

export const detailsFixture = (parts: Partial<UnitDetails> = {}): UnitDetails => ({
	manager: 'systemd',
	source: 'systemctl show -- web.service',
	id: 'web.service',
	type: 'simple',
	exitType: 'main',
	mainPid: 100,
	mainStartedAt: null,
	restart: 'no',
	restartDelayMs: 100,
	restartSteps: null,
	restartDelayMaxMs: null,
	restarts: 0,
	startLimitBurst: 5,
	startLimitIntervalMs: 10_000,
	startLimitAction: 'none',
	killMode: 'control-group',
	killSignal: 15,
	stopTimeoutMs: 90_000,
	sendsSigkill: true,
	remainsAfterExit: false,
	ignoresFailure: false,
	successStatuses: none,
	preventStatuses: none,
	forceStatuses: none,
	requiredBy: [],
	requisiteOf: [],
	boundBy: [],
	wantedBy: ['multi-user.target'],
	consistsOf: [],
	upheldBy: [],
	triggers: [],
	busName: null,
	refusesManualStop: false,
	isTransient: false,
	unitFileState: 'enabled',
	fragmentPath: '/etc/systemd/system/web.service',
	dropInPaths: [],
	sourcePath: null,
	needsReload: false,
	...parts,
});

/** The process of `web.service`, with its main one being 100. */
export const unitProcess = (parts: Partial<ExplainedProcess> & {unit?: Partial<SystemdUnit>; traits?: Traits} = {}): ExplainedProcess => {
	const {unit, ...rest} = parts;
	const service = unitFixture(unit?.name ?? 'web.service', {mainPid: 100, ...unit});
	return explainedFixture({
		name: 'web',
		pid: 100,
		service,
		role: 'main',
		cgroup: cgroupFixture(`/system.slice/${service.name}`),
		...rest,
	});
};

export const bit = (...signals: readonly number[]): number => signals.reduce((mask, number) => mask | (1 << (number - 1)), 0);

export const catching = (...signals: readonly number[]): Traits => traitsFixture({signals: {caughtMask: bit(...signals), ignoredMask: 0}});

export const ignoring = (...signals: readonly number[]): Traits => traitsFixture({signals: {caughtMask: 0, ignoredMask: bit(...signals)}});
