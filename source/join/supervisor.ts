import type {Process} from '../model/process.js';
import type {SupervisedJob} from '../model/service.js';
import type {Supervisor} from '../model/snapshot.js';

type Manager = Supervisor['manager'];

/**
Programs that keep others running, by the kernel's name for them; a name alone is enough only because the executable or
title must fit too (an argument such as `--pm2` of any program must not).
*/
const supervisors: readonly {comm: RegExp; manager: Manager; scope: 'children' | 'descendants'}[] = [
	{comm: /^runsv$/, manager: 'runit', scope: 'children'},
	{comm: /^s6-supervise$/, manager: 's6', scope: 'children'},
	{comm: /^supervise-daemo(?:n)?$/, manager: 'openrc', scope: 'children'},
	{comm: /^supervisord$/, manager: 'supervisord', scope: 'descendants'},
	{comm: /^PM2 v\d/, manager: 'pm2', scope: 'descendants'},
	{comm: /^crond?$/, manager: 'cron', scope: 'descendants'},
	{comm: /^atd$/, manager: 'at', scope: 'descendants'},
	{comm: /^containerd-shim/, manager: 'containerd', scope: 'descendants'},
	{comm: /^conmon$/, manager: 'podman', scope: 'descendants'},
];

/** Which supervisor this process itself is. */
export const supervisorOf = (process: Process): Manager | null => {
	if (process.hasTty) {
		return null;
	}

	return supervisors.find(({comm}) => comm.test(process.comm))?.manager ?? null;
};

/** The nearest supervisor among the ancestors (nearest first). */
export const findSupervisor = (ancestors: readonly Process[]): Supervisor | null => {
	for (const [distance, ancestor] of ancestors.entries()) {
		const known = ancestor.hasTty ? undefined : supervisors.find(({comm}) => comm.test(ancestor.comm));
		if (known && (distance === 0 || known.scope === 'descendants')) {
			return {manager: known.manager, pid: ancestor.pid, isParent: distance === 0};
		}
	}

	return null;
};

const restartWords: Readonly<Partial<Record<Manager, string>>> = {runit: 'always', s6: 'always', pm2: 'always'};

const jobName = (manager: Manager, process: Process, supervisor: Process): string => {
	if (manager === 'runit' || manager === 's6' || manager === 'openrc') {
		// `runsv NAME`, `s6-supervise NAME`, `supervise-daemon NAME …`
		const argument = supervisor.args?.find((value, index) => index > 0 && !value.startsWith('-'));
		return argument?.split('/').findLast(part => part !== '') ?? process.name;
	}

	return process.traits.environment?.supervisedName ?? process.script ?? process.name;
};

/** The job that a supervisor keeps, where this process is the one it started. */
export const supervisedJob = (process: Process, supervisor: Process, manager: Manager): SupervisedJob => ({
	manager,
	name: jobName(manager, process, supervisor),
	description: null,
	mainPid: process.pid,
	configPath: null,
	startsAtBoot: null,
	restart: restartWords[manager] ?? null,
	supervisorPid: supervisor.pid,
	containerId: null,
});
