import {ancestorsOf, indexByPid} from '../join/tree.js';
import type {Dependents, ProcessName, Together, WiderEnd} from '../model/consequences.js';
import type {ServiceDetails} from '../model/details.js';
import type {ListeningSocket} from '../model/process.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {descendantsOf, isContainerJob, isContainerMain} from './consequences-supervised.js';
import {roleIn} from './consequences-systemd.js';

const nameOf = ({pid, name}: ExplainedProcess): ProcessName => ({pid, name});

const isBelow = (path: string, group: string): boolean => path === group || path.startsWith(`${group}/`);

/** The group of a unit as its own processes see it: systemd's path begins where the view of systemd does. */
const groupPath = (path: string, unit: string): string | null => {
	const end = `${path}/`.indexOf(`/${unit}/`);
	return end === -1 ? null : path.slice(0, end + unit.length + 1);
};

type Group = {ended: readonly ExplainedProcess[]; left: readonly ExplainedProcess[]};

const nobody: Group = {ended: [], left: []};

const unitGroup = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null): Group => {
	const unit = process.service?.manager === 'systemd' ? process.service : null;
	const unitDetails = details?.manager === 'systemd' ? details : null;
	const isLoaded = unitDetails !== null || unit?.loadState === 'loaded';
	if (!unit?.name.endsWith('.service') || !isLoaded || roleIn({unit, details: unitDetails}, process) !== 'main') {
		return nobody;
	}

	const group = process.cgroup === null ? null : (groupPath(process.cgroup.path, unit.name) ?? process.cgroup.path);
	const others = snapshot.processes.filter(
		other => other.pid !== process.pid && group !== null && other.cgroup !== null && isBelow(other.cgroup.path, group),
	);
	const killMode = unitDetails?.killMode ?? 'control-group';
	return killMode === 'process' || killMode === 'none' ? {ended: [], left: others} : {ended: others, left: []};
};

/** launchd ends what is left of the job's process group, unless it is told to leave it (AbandonProcessGroup). */
const jobGroup = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null): Group => {
	if (process.role !== 'main') {
		return nobody;
	}

	const others = snapshot.processes.filter(other => other.pid !== process.pid && other.pgid === process.pid);
	const isAbandoned = details?.manager === 'launchd' && details.properties.some(property => /^abandon process group$/.test(property));
	return isAbandoned ? {ended: [], left: others} : {ended: others, left: []};
};

/** The kernel ends every process of a pid namespace with its first. */
const containerGroup = (process: ExplainedProcess, snapshot: Snapshot): Group => {
	const id = process.cgroup?.container?.id;
	const others = snapshot.processes.filter(
		other => other.pid !== process.pid && other.cgroup?.container?.id === id && !other.cgroup?.container?.isMonitor,
	);
	return id !== undefined && isContainerMain(process) ? {ended: others, left: []} : nobody;
};

const groupOf = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null): Group => {
	const {service} = process;
	if (!service) {
		return nobody;
	}

	switch (service.manager) {
		case 'systemd':
			return unitGroup(process, snapshot, details);
		case 'launchd':
			return jobGroup(process, snapshot, details);
		default:
			return isContainerJob(service) ? containerGroup(process, snapshot) : nobody;
	}
};

const socketText = (socket: ListeningSocket): string =>
	socket.protocol === 'unix'
		? socket.path
		: `${socket.protocol} ${socket.family === 'ipv6' ? `[${socket.address}]` : socket.address}:${socket.port}`;

/** The same socket in two processes has the same id; where that is not told, the same place is taken for it. */
const isSameSocket = (a: ListeningSocket, b: ListeningSocket): boolean =>
	a.id !== null && b.id !== null ? a.id === b.id : socketText(a) === socketText(b);

/** What the manager listens on for it: `127.0.0.1:18080`, `[::]:22`, `/run/x.sock`. */
const heldPlaces = (details: ServiceDetails | null): readonly string[] =>
	details?.manager === 'systemd'
		? [...new Set(details.triggers.filter(({activeState}) => activeState === 'active').flatMap(({listens}) => listens))]
		: [];

const isHeld = (socket: ListeningSocket, held: readonly string[]): boolean => {
	const place = socket.protocol === 'unix' ? socket.path : socketText(socket).slice(socket.protocol.length + 1);
	return held.includes(place);
};

const listenersOf = (process: ExplainedProcess, ended: readonly ExplainedProcess[], snapshot: Snapshot, held: readonly string[]) => {
	const gone = new Set([process.pid, ...ended.map(({pid}) => pid)]);
	const others = snapshot.processes.filter(({pid}) => !gone.has(pid)).flatMap(({traits}) => traits.listens ?? []);
	const own = [process, ...ended].flatMap(({traits}) => traits.listens ?? []);
	const listens = own.filter((socket, index) => own.findIndex(other => socketText(other) === socketText(socket)) === index);
	const isShared = (socket: ListeningSocket): boolean => others.some(other => isSameSocket(other, socket));
	return {
		closed: listens.filter(socket => !isHeld(socket, held) && !isShared(socket)),
		shared: listens.filter(socket => !isHeld(socket, held) && isShared(socket)),
	};
};

/** Programs whose end people notice at once, by the kernel's short name. */
const widerEnds: readonly (readonly [RegExp, WiderEnd])[] = [
	[
		/^(?:Xorg|X|Xwayland|gdm3?|gdm-.*|lightdm|sddm|xdm|greetd|gnome-shell|gnome-session.*|kwin_.*|sway|weston|WindowServer|loginwindow)$/,
		'graphical-session',
	],
	[/^(?:dbus-daemon|dbus-broker|dbus-broker-lau)$/, 'bus'],
	[/^systemd-logind?$/, 'logins'],
	[/^(?:NetworkManager|systemd-network|wpa_supplicant|dhclient|dhcpcd|networkd|configd)$/, 'network'],
	[/^(?:systemd-udevd|udevd)$/, 'devices'],
	[/^(?:systemd-journal|logd)$/, 'journal'],
];

const isSshListener = (process: ExplainedProcess): boolean =>
	process.comm === 'sshd' && (process.role === 'main' || process.ppid === 1) && process.verdict.kind !== 'session';

const widerEndOf = (process: ExplainedProcess): WiderEnd | null => {
	const {comm, verdict} = process;
	if (verdict.kind === 'init') {
		return process.traits.nestedPid === 1 ? 'container' : 'user-manager';
	}

	const known = widerEnds.find(([pattern]) => pattern.test(comm))?.[1];
	// the bus of one user is not that of the system
	if (known !== undefined && (known !== 'bus' || process.cgroup?.scope !== 'user')) {
		return known;
	}

	if (isSshListener(process)) {
		return 'remote-logins';
	}

	const isLoginLeader = verdict.kind === 'session' && (process.sessionLeader === 'self' || /^sshd/.test(comm));
	const isLoginShell = process.hasTty === true && process.sessionLeader === 'self' && process.args?.[0]?.startsWith('-') === true;
	return isLoginLeader || isLoginShell ? 'login-session' : null;
};

/** Who holds the other end of a process's terminal: the nearest ancestor that is not in it. */
const terminalHolder = (process: ExplainedProcess, byPid: ReadonlyMap<number, ExplainedProcess>): ExplainedProcess | null =>
	ancestorsOf(process, byPid).find(ancestor => ancestor.tty !== process.tty) ?? null;

type Below = {hungUp: readonly ExplainedProcess[]; orphaned: readonly ExplainedProcess[]};

/**
Processes below one that ends: those whose terminal goes with it, and those who are in the foreground of the terminal
whose session it leads, get SIGHUP; the others live on.
*/
const belowOf = (process: ExplainedProcess, snapshot: Snapshot, counted: ReadonlySet<ExplainedProcess>): Below => {
	const byPid = indexByPid(snapshot.processes);
	const below = descendantsOf(process, snapshot).filter(other => !counted.has(other));
	const isHungUp = (other: ExplainedProcess): boolean => {
		if (!other.hasTty || other.tty === null) {
			return false;
		}

		if (other.tty === process.tty) {
			return process.sessionLeader === 'self' && other.pgid !== null && other.pgid === other.tpgid;
		}

		const holder = terminalHolder(other, byPid);
		return holder !== null && (holder.pid === process.pid || counted.has(holder));
	};

	// a Mac does not tell who leads a session
	const isOpen = (other: ExplainedProcess): boolean => process.sessionLeader === null && other.tty !== null && other.tty === process.tty;
	const hungUp = below.filter(isHungUp);
	return {hungUp, orphaned: below.filter(other => !hungUp.includes(other) && !isOpen(other))};
};

/** What happens to others when a process is killed. */
export const togetherOf = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null): Together => {
	const {ended, left} = groupOf(process, snapshot, details);
	const {hungUp, orphaned} = belowOf(process, snapshot, new Set([...ended, ...left]));
	const held = heldPlaces(details);
	return {
		ended: ended.map(nameOf),
		left: left.map(nameOf),
		hungUp: hungUp.map(nameOf),
		orphaned: orphaned.map(nameOf),
		...listenersOf(process, ended, snapshot, held),
		held,
		wider: widerEndOf(process),
	};
};

/** Units that need it, those that do not run left out. */
export const dependentsOf = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null): Dependents => {
	const {service} = process;
	if (details?.manager !== 'systemd' || service?.manager !== 'systemd' || process.role === 'worker') {
		return {bound: [], required: [], wanting: []};
	}

	const states = new Map(
		snapshot.services.flatMap(other =>
			other.manager === 'systemd' && other.scope === service.scope && other.scopeUid === service.scopeUid
				? [[other.name, other.activeState] as const]
				: [],
		),
	);
	const isRunning = (name: string): boolean => {
		const state = states.get(name);
		return state === undefined || state === null || state === 'active' || state === 'activating' || state === 'reloading';
	};

	const bound = details.boundBy.filter(isRunning);
	const required = [...new Set([...details.requiredBy, ...details.requisiteOf, ...details.consistsOf])].filter(
		name => isRunning(name) && !bound.includes(name),
	);
	const wanting = details.wantedBy.filter(name => isRunning(name) && !name.endsWith('.target'));
	return {bound, required, wanting};
};
