import {ancestorsOf, indexByPid} from '../join/tree.js';
import {isPerson, isServiceUser} from '../model/account.js';
import {isGenericProgram} from '../model/program.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {type FindExample, famousFirst, hasTag, mainOnesOf, showable, withoutDoubles} from './example-rows.js';

const byStart = (a: ExplainedProcess, b: ExplainedProcess): number => (a.startedAt ?? 0) - (b.startedAt ?? 0) || a.pid - b.pid;

/** The oldest process of a person that is not older than the first login. */
const firstOfLogin = (snapshot: Snapshot): ExplainedProcess | null =>
	[...mainOnesOf(snapshot, 'agent', 'app', 'background-app', 'interactive')]
		.filter(process => process.startedAt !== null && !hasTag(process, 'pre-login') && isPerson(process.uid, snapshot.host.platform))
		.sort(byStart)[0] ?? null;

/** The life of a machine since it was switched on: boot, daemons, login, agents, apps, and a daemon that came late. */
export const lifeCycleExample: FindExample = snapshot => {
	const {bootedAt} = snapshot.host;
	const login = firstOfLogin(snapshot);
	const services = mainOnesOf(snapshot, 'daemon').filter(({startedAt}) => startedAt !== null);
	const early = services.filter(process => hasTag(process, 'pre-login'));
	if (login?.startedAt == null || bootedAt === null || early.length === 0) {
		return null;
	}

	const loginAt = login.startedAt;
	const famous = famousFirst(early, ['launchd', 'logd', 'configd', 'mds', 'WindowServer', 'systemd-journald', 'dbus-daemon', 'cron']);
	const ofLogin = mainOnesOf(snapshot, 'agent', 'app', 'background-app').filter(
		({startedAt, uid, name}) =>
			startedAt !== null && startedAt >= loginAt && isPerson(uid, snapshot.host.platform) && !isGenericProgram(name),
	);
	const agents = [...ofLogin].filter(({verdict}) => verdict.kind === 'agent').sort(byStart);
	const apps = [...ofLogin].filter(({verdict}) => verdict.kind !== 'agent').sort(byStart);
	const late = services.filter(({startedAt}) => startedAt !== null && startedAt > loginAt);
	const rows = [
		...withoutDoubles(famous).slice(0, 2),
		...withoutDoubles(agents).slice(0, 2),
		...apps.slice(0, 1),
		...famousFirst(late, ['softwareupdated', 'spindump', 'installd']).slice(0, 1),
	];
	return {
		rows: rows.sort(byStart),
		columns: ['started', 'kind', 'name', 'user'],
		observed: {bootedAt, loginAt, early: early.length, late: late.length},
	};
};

const famousKept = ['postgres', 'nginx', 'sshd', 'apache2', 'coreaudiod', 'Dock', 'cron'];

const childrenOf = (process: ExplainedProcess, snapshot: Snapshot): readonly ExplainedProcess[] =>
	showable(snapshot).filter(({ppid}) => ppid === process.pid);

/** A service that its manager starts again, with everything between it and process 1. */
export const keeperExample: FindExample = snapshot => {
	const kept = mainOnesOf(snapshot, 'daemon', 'agent', 'managed-job').filter(
		process => process.service !== null && hasTag(process, 'keep-alive'),
	);
	const known = kept.filter(process => process.program !== null);
	const [service] = famousFirst(known.length > 0 ? known : kept, famousKept);
	if (!service?.service) {
		return null;
	}

	const ancestors = [...ancestorsOf(service, indexByPid(snapshot.processes))].reverse();
	return {
		rows: [...ancestors, service, ...childrenOf(service, snapshot).slice(0, 2)],
		columns: ['pid', 'ppid', 'kind', 'name', 'restart'],
		observed: {name: service.name, manager: service.service.manager, keeper: ancestors.at(-1)?.name ?? null},
	};
};

const famousAccounts = ['mDNSResponder', 'coreaudiod', 'WindowServer', 'locationd', 'dbus-daemon', 'avahi-daemon', 'nginx', 'exim4'];

/** Daemons as root, and daemons under names that no person has. */
export const accountsExample: FindExample = snapshot => {
	const {platform} = snapshot.host;
	const daemons = showable(snapshot).filter(({verdict}) => verdict.kind === 'daemon');
	const own = famousFirst(
		daemons.filter(({uid}) => isServiceUser(uid, platform)),
		famousAccounts,
	);
	const root = famousFirst(
		mainOnesOf(snapshot, 'daemon').filter(({uid}) => uid === 0),
		['configd', 'airportd', 'sshd', 'systemd-logind', 'cron'],
	);
	if (own.length === 0) {
		return null;
	}

	const ofPerson = mainOnesOf(snapshot, 'agent').filter(({uid}) => isPerson(uid, platform));
	return {
		rows: [
			...root.slice(0, 2),
			...withoutDoubles(own).slice(0, 3),
			...famousFirst(ofPerson, ['bird', 'pipewire', 'dbus-daemon']).slice(0, 1),
		],
		columns: ['user', 'kind', 'name', 'what'],
		observed: {
			daemons: daemons.length,
			root: daemons.filter(({uid}) => uid === 0).length,
			own: own.length,
			accounts: new Set(own.map(({uid}) => uid)).size,
		},
	};
};
