import type {Kind} from '../model/evidence.js';
import type {SystemdUnit} from '../model/service.js';
import {type Facts, type Rule, when} from './rule.js';

const unitOf = ({process}: Facts): SystemdUnit | null => (process.service?.manager === 'systemd' ? process.service : null);

const serviceUnit = (facts: Facts, scope: 'system' | 'user'): SystemdUnit | null => {
	const unit = unitOf(facts);
	return unit && unit.scope === scope && unit.name.endsWith('.service') ? unit : null;
};

/** Units that desktops make for the applications they start. */
const isApplicationUnit = (name: string): boolean => /^(?:app-|snap\.|flatpak-|dbus-:)/.test(name) && !name.startsWith('app-dbus');

const containerEngines: ReadonlySet<string> = new Set(['docker', 'podman', 'kubernetes', 'containerd', 'lxc']);
const supervisors: ReadonlySet<string> = new Set(['supervisord', 'pm2', 'cron', 'at', 'runit', 's6', 'openrc']);
/** Supervisors that are the init system where pid 1 is theirs. */
const initFamilies: Readonly<Record<string, RegExp>> = {runit: /^runit/, s6: /^s6-/, openrc: /^(?:init|openrc)/};

const supervisedKind = ({process, init}: Facts): Kind =>
	initFamilies[process.service?.manager ?? '']?.test(init ?? '') ? 'daemon' : 'managed-job';

const isSshSession = ({process, parent}: Facts): boolean => {
	const isSshd = process.comm === 'sshd' || process.comm === 'sshd-session' || process.comm === 'sshd-auth';
	const title = process.args?.[0] ?? '';
	return isSshd && (/^sshd(?:-session)?: (?!.*\[listener\])/.test(title) || (parent?.comm === 'sshd' && process.ppid !== 1));
};

const isInitScriptJob = ({service}: Facts['process']): boolean => service?.manager === 'sysv' || service?.manager === 'openrc';

/** What the kernel, the service manager or a supervisor says about a process: believed before anything else. */
export const managerRules: readonly Rule[] = [
	{
		id: 'kernel-thread',
		strength: 3,
		supports: ['kernel'],
		source: '/proc/%/stat',
		observe: ({process}) => when(process.traits.isKernelThread, {flag: 'PF_KTHREAD'}),
	},
	{
		id: 'first-process',
		strength: 3,
		supports: ['init'],
		source: '/proc/1/stat',
		observe: ({process}) => when(process.pid === 1, {name: process.name}),
	},
	{
		id: 'user-manager',
		strength: 3,
		supports: ({process}) => (process.name === '(sd-pam)' ? ['session'] : ['init']),
		source: '/proc/%/cgroup',
		observe(facts) {
			const {cgroup} = facts.process;
			const isManager = cgroup?.scope === 'user' && cgroup.unit === 'init.scope';
			return when(isManager || /^user@\d+\.service$/.test(cgroup?.unit ?? ''), {uid: cgroup?.scopeUid ?? null});
		},
	},
	{
		id: 'container-process',
		strength: 3,
		supports: ['managed-job'],
		source: '/proc/%/cgroup',
		observe: ({process}) =>
			when(process.service !== null && containerEngines.has(process.service.manager), {
				engine: process.service?.manager ?? null,
				container: process.service?.name ?? null,
			}),
	},
	{
		id: 'container-monitor',
		strength: 3,
		supports: ['daemon'],
		source: '/proc/%/cgroup',
		observe: ({process}) =>
			when(process.cgroup?.container?.isMonitor || /^(?:containerd-shim|conmon$)/.test(process.comm), {name: process.name}),
	},
	{
		id: 'first-in-namespace',
		strength: 3,
		supports: ['init'],
		source: '/proc/%/status',
		observe: ({process, program}) => when(process.traits.nestedPid === 1 && program?.kind === 'init', {name: process.name}),
	},
	{
		id: 'ssh-session',
		strength: 3,
		supports: ['session'],
		source: '/proc/%/cmdline',
		observe: facts => when(isSshSession(facts), {title: facts.process.args?.[0] ?? null}),
	},
	{
		id: 'session-program',
		strength: 2,
		supports: ['session'],
		source: 'dictionary',
		observe: ({process, program}) =>
			when(
				program?.kind === 'session' &&
					!(process.role === 'main' && process.service?.manager === 'systemd' && process.service.scope === 'system'),
				{
					name: program?.name ?? null,
				},
			),
	},
	{
		id: 'supervised-job',
		strength: 3,
		supports: facts => [supervisedKind(facts)],
		source: '/proc/%/stat',
		observe: ({process}) =>
			when(process.supervisor !== null && process.service !== null && supervisors.has(process.service.manager), {
				manager: process.service?.manager ?? null,
				supervisorPid: process.supervisor?.pid ?? null,
				isParent: process.supervisor?.isParent ? 1 : 0,
			}),
	},
	{
		id: 'unit-main-process',
		strength: 3,
		supports: ['daemon'],
		source: '/proc/%/cgroup',
		observe(facts) {
			const unit = serviceUnit(facts, 'system');
			return when(unit && facts.process.role === 'main', {unit: unit?.name ?? null});
		},
	},
	{
		id: 'unit-worker',
		strength: 3,
		supports: ['daemon'],
		source: '/proc/%/cgroup',
		observe(facts) {
			const unit = serviceUnit(facts, 'system');
			return when(unit && facts.process.role === 'worker' && !facts.process.hasTty, {
				unit: unit?.name ?? null,
				mainPid: unit?.mainPid ?? null,
			});
		},
	},
	{
		id: 'autostart-unit',
		strength: 3,
		supports: ({process}) => (process.role === 'worker' ? ['app-helper'] : ['background-app']),
		source: '/proc/%/cgroup',
		observe(facts) {
			const unit = serviceUnit(facts, 'user');
			return when(unit && /^app-.*@autostart\.service$/.test(unit.name) && !facts.process.hasTty, {unit: unit?.name ?? null});
		},
	},
	{
		id: 'application-unit',
		strength: 3,
		supports: ({process}) => (process.role === 'worker' ? ['app-helper'] : ['app']),
		source: '/proc/%/cgroup',
		observe(facts) {
			const unit = unitOf(facts);
			const isApplication =
				unit?.scope === 'user' &&
				(isApplicationUnit(unit.name) || facts.program?.kind === 'app') &&
				!/@autostart\.service$/.test(unit.name);
			return when(isApplication && !facts.process.hasTty, {unit: unit?.name ?? null});
		},
	},
	{
		id: 'user-unit-main-process',
		strength: 3,
		supports: ['agent'],
		source: '/proc/%/cgroup',
		observe(facts) {
			const unit = serviceUnit(facts, 'user');
			return when(unit && facts.process.role === 'main' && !isApplicationUnit(unit.name), {
				unit: unit?.name ?? null,
				uid: unit?.scopeUid ?? null,
			});
		},
	},
	{
		id: 'user-unit-worker',
		strength: 3,
		supports: ['agent'],
		source: '/proc/%/cgroup',
		observe(facts) {
			const unit = serviceUnit(facts, 'user');
			return when(unit && facts.process.role === 'worker' && !facts.process.hasTty && !isApplicationUnit(unit.name), {
				unit: unit?.name ?? null,
				mainPid: unit?.mainPid ?? null,
			});
		},
	},
	{
		id: 'init-script-pid',
		strength: 3,
		supports: ['daemon'],
		source: '/run',
		observe: ({process}) =>
			when(isInitScriptJob(process) && process.role === 'main' && process.service?.mainPid === process.pid && !process.hasTty, {
				script: process.service?.name ?? null,
			}),
	},
];
