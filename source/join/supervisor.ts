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

type Kept = (typeof supervisors)[number];

const keptBy = new WeakMap<Process, Kept | null>();

/** Asked once for each process, not once for each of its descendants. */
const supervisorKind = (process: Process): Kept | null => {
	const known = keptBy.get(process);
	if (known !== undefined) {
		return known;
	}

	const kind = process.hasTty ? null : (supervisors.find(({comm}) => comm.test(process.comm)) ?? null);
	keptBy.set(process, kind);
	return kind;
};

/** Which supervisor this process itself is. */
export const supervisorOf = (process: Process): Manager | null => supervisorKind(process)?.manager ?? null;

/** The nearest supervisor among the ancestors (nearest first). */
export const findSupervisor = (ancestors: readonly Process[]): Supervisor | null => {
	const distance = ancestors.findIndex((ancestor, index) => {
		const kind = supervisorKind(ancestor);
		return kind !== null && (index === 0 || kind.scope === 'descendants');
	});
	const found = ancestors[distance];
	const kind = found === undefined ? null : supervisorKind(found);
	return found && kind ? {manager: kind.manager, pid: found.pid, isParent: distance === 0} : null;
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
