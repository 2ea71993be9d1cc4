import type {Service} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {type FindExample, type Found, famousFirst, hasTag, mainOnesOf, showable, withoutDoubles} from './example-rows.js';

const famousFiles = ['mDNSResponder', 'sshd', 'cron', 'nginx', 'bird', 'postgres', 'rsyslogd'];

/** What the manager starts: services that a process may be expected of. */
const isStartable = ({name, manager}: Service): boolean => manager !== 'systemd' || name.endsWith('.service');

/** Services with the files that describe them. */
export const configFileExample: FindExample = snapshot => {
	const withFile = mainOnesOf(snapshot, 'daemon', 'agent').filter(({service}) => service?.configPath != null);
	const services = snapshot.services.filter(service => isStartable(service) && service.configPath !== null);
	const [first, ...others] = withoutDoubles(famousFirst(withFile, famousFiles));
	if (!first?.service || services.length === 0) {
		return null;
	}

	return {
		rows: [first, ...others.slice(0, 2)],
		columns: ['kind', 'name', 'file'],
		observed: {
			name: first.name,
			services: services.length,
			running: services.filter(({name, mainPid}) => mainPid !== null || snapshot.processes.some(({service}) => service?.name === name))
				.length,
		},
	};
};

const hup = 0x1;
const term = 0x4000;

/** Where the kernel tells: who catches which signal. */
const caughtSignals = (snapshot: Snapshot): Found | null => {
	const services = mainOnesOf(snapshot, 'daemon', 'agent', 'managed-job').filter(({traits}) => traits.signals !== null);
	const catches = (mask: number, processes = services): readonly ExplainedProcess[] =>
		processes.filter(({traits}) => ((traits.signals?.caughtMask ?? 0) & mask) === mask);
	const both = famousFirst(catches(hup | term), ['sshd', 'nginx', 'cron', 'rsyslogd', 'dbus-daemon']);
	if (both.length === 0) {
		return null;
	}

	const onlyTerm = famousFirst(
		catches(term).filter(process => !both.includes(process)),
		['systemd-journald', 'systemd-logind'],
	);
	const none = services.filter(({traits}) => traits.signals?.caughtMask === 0);
	return {
		rows: [...withoutDoubles(both).slice(0, 3), ...onlyTerm.slice(0, 1), ...none.slice(0, 1)],
		columns: ['kind', 'name', 'signals', 'what'],
		observed: {services: services.length, both: both.length, term: catches(term).length},
	};
};

/** Elsewhere: who would come back after any signal, and who would not. */
const comebacks = (snapshot: Snapshot): Found | null => {
	const kept = famousFirst(
		mainOnesOf(snapshot, 'agent', 'daemon').filter(process => process.service?.restart === 'always'),
		['Finder', 'Dock', 'ControlCenter', 'coreaudiod', 'bluetoothd'],
	);
	const gone = famousFirst(mainOnesOf(snapshot, 'background-app', 'background-process'), ['Maccy', 'Rectangle']);
	return kept.length === 0 || gone.length === 0
		? null
		: {
				rows: [...kept.slice(0, 2), ...gone.slice(0, 2)],
				columns: ['kind', 'name', 'restart', 'what'],
				observed: {kept: kept.length, services: null},
			};
};

export const signalsExample: FindExample = snapshot => caughtSignals(snapshot) ?? comebacks(snapshot);

const sigterm = 15;

/** It ended otherwise than it should: an error, or a signal that is no request. */
const hasFailed = (service: Service | null): boolean => {
	if (service?.manager === 'launchd') {
		const {lastExit} = service;
		return (lastExit?.type === 'code' && lastExit.value !== 0) || (lastExit?.type === 'signal' && lastExit.value !== sigterm);
	}

	return (
		service?.manager === 'systemd' &&
		((service.restarts ?? 0) > 0 || service.activeState === 'failed' || (service.result !== null && service.result !== 'success'))
	);
};

/** Services that ended badly: those that run again, and how many there are in all. */
export const errorsExample: FindExample = snapshot => {
	const again = [...mainOnesOf(snapshot, 'daemon', 'agent', 'managed-job')]
		.filter(({service}) => hasFailed(service))
		.sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0) || a.pid - b.pid);
	const failed = snapshot.services.filter(hasFailed);
	const [first] = again;
	return first
		? {
				rows: again.slice(0, 4),
				columns: ['kind', 'name', 'exit', 'restart', 'service'],
				observed: {name: first.name, again: again.length, failed: Math.max(failed.length, again.length)},
			}
		: null;
};

/** Programs that servers are made of. */
const serverNames =
	/^(?:node|nodejs|deno|bun|python[\d.]*|gunicorn|uwsgi|uvicorn|celery|java|ruby[\d.]*|puma|php-fpm[\d.]*|nginx|apache2|httpd|caddy|postgres|mysqld|mariadbd|redis-server|memcached|PM2 .*|supervisord|dockerd|containerd(?:-shim.*)?|com\.docker\..*)$/i;

const kindsOf = (processes: readonly ExplainedProcess[]): number => new Set(processes.map(({verdict}) => verdict.kind)).size;

/** One of each kind first, then the rest. */
const oneOfEachKind = (processes: readonly ExplainedProcess[]): readonly ExplainedProcess[] => {
	const firsts = processes.filter((process, index) => processes.findIndex(({verdict}) => verdict.kind === process.verdict.kind) === index);
	return [...firsts, ...processes.filter(process => !firsts.includes(process))];
};

/** Server programs by who keeps them; the program with the most kinds leads. */
export const serversExample: FindExample = snapshot => {
	const servers = showable(snapshot).filter(process => serverNames.test(process.name) && !hasTag(process, 'worker'));
	const sameAs = (name: string): readonly ExplainedProcess[] => servers.filter(other => other.name.toLowerCase() === name.toLowerCase());
	const [same = []] = withoutDoubles(servers)
		.map(({name}) => sameAs(name))
		.sort((a, b) => kindsOf(b) - kindsOf(a) || b.length - a.length);
	const [first] = same;
	return first
		? {
				rows: [...oneOfEachKind(same).slice(0, 4), ...oneOfEachKind(withoutDoubles(servers.filter(({name}) => name !== first.name)))].slice(
					0,
					6,
				),
				columns: ['kind', 'name', 'tty', 'keeper'],
				observed: {program: first.name, same: same.length, sameKinds: kindsOf(same), servers: servers.length, kinds: kindsOf(servers)},
			}
		: null;
};
