import type {StopAdvice, StopNote} from '../model/consequences.js';
import type {ServiceDetails} from '../model/details.js';
import type {LaunchdJob, SupervisedJob} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {asRoot, ownUid, unitStopAdvice} from './consequences-stop-systemd.js';

type Words = readonly string[];

const advice = (now: readonly Words[], forGood: readonly Words[] = [], notes: readonly StopNote[] = []): StopAdvice => ({
	now,
	forGood,
	notes,
});

const isIgnored = ({traits: {signals}}: ExplainedProcess, number: number): boolean =>
	signals !== null && (signals.ignoredMask & (1 << (number - 1))) !== 0;

/** SIGTERM where it is heard; shells listen to SIGHUP alone. */
const killWords = (process: ExplainedProcess, snapshot: Snapshot): Words => {
	const words = isIgnored(process, 15)
		? ['kill', isIgnored(process, 1) ? '-KILL' : '-HUP', String(process.pid)]
		: ['kill', String(process.pid)];
	return process.uid !== null && process.uid === ownUid(snapshot) ? words : asRoot(words, snapshot);
};

const asOwner = (words: Words, process: ExplainedProcess, snapshot: Snapshot): Words => {
	if (process.uid === ownUid(snapshot)) {
		return words;
	}

	return process.uid === 0 ? asRoot(words, snapshot) : ['sudo', '-Hu', process.user ?? `#${process.uid}`, ...words];
};

const isApples = ({name, configPath, program}: LaunchdJob): boolean =>
	/^\/(?:System|Library\/Apple|usr\/libexec|usr\/sbin)\//.test(configPath ?? program ?? '') ||
	(configPath === null && name.startsWith('com.apple.'));

/** The innermost bundle that holds a program, the outermost for one that only helps its app. */
const bundleName = ({executable}: ExplainedProcess, isHelper: boolean): string | undefined =>
	(isHelper ? /\/([^/]+)\.app\// : /.*\/([^/]+)\.app\//).exec(executable ?? '')?.[1];

const appName = (process: ExplainedProcess): string =>
	bundleName(process, process.role === 'worker' || process.verdict.kind === 'app-helper') ?? process.app?.name ?? process.name;

/** An AppleScript string: quotes and backslashes are escaped. */
const quitApp = (process: ExplainedProcess): Words => [
	'osascript',
	'-e',
	['quit', 'app', `"${appName(process).replace(/[\\"]/g, '\\$&')}"`].join(' '),
];

const isAppKind = ({verdict}: ExplainedProcess): boolean => verdict.kind === 'app' || verdict.kind === 'background-app';

const appAdvice = (process: ExplainedProcess): StopAdvice =>
	advice([quitApp(process)], [], ['app-menu', ...(process.verdict.kind === 'background-app' ? (['login-items'] as const) : [])]);

const requestedKinds: ReadonlySet<string> = new Set(['xpc-service', 'extension', 'app-extension', 'driver']);

/** Jobs without which a Mac hangs or logs everybody out: nobody is told how to be rid of them. */
const vitalJobs =
	/^com\.apple\.(?:loginwindow|WindowServer|powerd|hidd|configd|opendirectoryd|securityd|runningboardd|launchservicesd|coreservicesd|UserEventAgent|logd|tccd)(?:$|[.-])/;

const jobNotes = (process: ExplainedProcess, job: LaunchdJob, details: ServiceDetails | null): readonly StopNote[] => {
	const isOfApp = job.bundlePath !== null || (details?.manager === 'launchd' && details.managedBy !== null);
	const until = job.domain === 'system' ? 'until-boot' : 'until-login';
	return [
		...(process.role === 'worker' ? (['worker'] as const) : []),
		...(isApples(job) ? (['apple'] as const) : ([until, ...(isOfApp ? (['login-items'] as const) : [])] as const)),
		...(vitalJobs.test(job.name) ? (['vital'] as const) : []),
	];
};

/** `system/LABEL`, `gui/501/LABEL`: the one needs root, the other only that it is one's own. */
const jobAdvice = (process: ExplainedProcess, job: LaunchdJob, details: ServiceDetails | null, snapshot: Snapshot): StopAdvice => {
	if (job.jobType === 'application') {
		return appAdvice(process);
	}

	const isRequested = requestedKinds.has(job.jobType ?? '') || (job.configPath === null && requestedKinds.has(process.verdict.kind));
	if (isRequested || job.domain.startsWith('pid/')) {
		return advice([killWords(process, snapshot)], [], ['xpc-service']);
	}

	const target = `${job.domain}/${job.name}`;
	const isOwn = job.domain === `gui/${ownUid(snapshot)}` || job.domain === `user/${ownUid(snapshot)}`;
	const launchctl = (verb: string): Words => (isOwn ? ['launchctl', verb, target] : asRoot(['launchctl', verb, target], snapshot));
	const notes = jobNotes(process, job, details);
	return advice([launchctl('bootout')], notes.includes('vital') ? [] : [launchctl('disable'), launchctl('bootout')], notes);
};

const isRedHat = (release: string): boolean => /red hat|centos|fedora|rocky|alma|suse/i.test(release);

/** The folder of a service is where its supervisor works; known only where that may be read. */
const serviceFolder = (job: SupervisedJob, snapshot: Snapshot): string | null => {
	const supervisor = snapshot.processes.find(({pid}) => pid === job.supervisorPid);
	const folder = supervisor?.traits.workingDirectory ?? null;
	return folder === null || folder === '/' ? null : folder;
};

const engineAdvice = (process: ExplainedProcess, job: SupervisedJob, snapshot: Snapshot): StopAdvice => {
	const isRootless = process.cgroup?.scope === 'user';
	const words = (...rest: Words): Words => {
		const all = [job.manager, ...rest];
		return isRootless
			? asOwner(all, {...process, uid: process.cgroup?.scopeUid ?? process.uid, user: null}, snapshot)
			: asRoot(all, snapshot);
	};

	return advice([words('stop', job.name)], [words('update', '--restart=no', job.name), words('stop', job.name)]);
};

type Supervised = (process: ExplainedProcess, job: SupervisedJob, snapshot: Snapshot) => StopAdvice;

const runitOrS6 =
	(stop: (place: string) => Words): Supervised =>
	(_process, job, snapshot) => {
		const folder = serviceFolder(job, snapshot);
		const now = asRoot(stop(folder ?? job.name), snapshot);
		// a file named `down` keeps it from being started when its supervisor starts
		return advice([now], folder === null ? [] : [asRoot(['touch', `${folder}/down`], snapshot), now]);
	};

const cronTable = (process: ExplainedProcess, snapshot: Snapshot): Words =>
	process.uid === ownUid(snapshot) ? ['crontab', '-e'] : asRoot(['crontab', '-u', process.user ?? String(process.uid), '-e'], snapshot);

const bySupervisor: Readonly<Record<SupervisedJob['manager'], Supervised>> = {
	sysv: (_process, {name}, snapshot) =>
		advice(
			[asRoot(['service', name, 'stop'], snapshot)],
			[asRoot(isRedHat(snapshot.host.release) ? ['chkconfig', name, 'off'] : ['update-rc.d', name, 'disable'], snapshot)],
		),
	openrc: (_process, {name}, snapshot) =>
		advice([asRoot(['rc-service', name, 'stop'], snapshot)], [asRoot(['rc-update', '--all', 'del', name], snapshot)]),
	runit: runitOrS6(place => ['sv', 'down', place]),
	s6: runitOrS6(place => ['s6-svc', '-d', place]),
	supervisord(_process, job, snapshot) {
		const supervisor = snapshot.processes.find(({pid}) => pid === job.supervisorPid);
		const words = ['supervisorctl', 'stop', job.name];
		return advice([supervisor ? asOwner(words, supervisor, snapshot) : asRoot(words, snapshot)], [], ['supervisord-settings']);
	},
	pm2: (process, {name}, snapshot) =>
		advice(
			[asOwner(['pm2', 'stop', name], process, snapshot)],
			[asOwner(['pm2', 'delete', name], process, snapshot), asOwner(['pm2', 'save'], process, snapshot)],
		),
	cron: (process, _job, snapshot) => advice([killWords(process, snapshot)], [cronTable(process, snapshot)], ['crontab']),
	at: (process, _job, snapshot) => advice([killWords(process, snapshot)], [], ['once']),
	docker: engineAdvice,
	podman: engineAdvice,
	kubernetes: () => advice([], [], ['kubernetes']),
	containerd: () => advice([], [], ['container-owner']),
	lxc: (_process, {name}, snapshot) => advice([asRoot(['lxc-stop', '--name', name], snapshot)], [], ['lxc-settings']),
};

/** How a process is stopped, for now and for good. Lines for a shell, to be read. */
export const stopAdvice = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null): StopAdvice => {
	const {service, verdict} = process;
	if (verdict.kind === 'kernel') {
		return advice([], [], ['kernel']);
	}

	if (process.pid === 1) {
		return advice([], [], ['first-process']);
	}

	if (process.state === 'Z') {
		return advice([], [], ['zombie']);
	}

	// in a container or a namespace runs a systemd of its own, which ours does not know
	if (service?.manager === 'systemd' && snapshot.host.init !== 'systemd') {
		return advice([], [], ['foreign-manager']);
	}

	if (service?.manager === 'systemd' && service.name.endsWith('.service')) {
		return unitStopAdvice(process, {unit: service, details: details?.manager === 'systemd' ? details : null}, snapshot);
	}

	if (service?.manager === 'launchd') {
		return jobAdvice(process, service, details, snapshot);
	}

	if (service && service.manager !== 'systemd') {
		return bySupervisor[service.manager](process, service, snapshot);
	}

	return snapshot.host.platform === 'darwin' && isAppKind(process) ? appAdvice(process) : advice([killWords(process, snapshot)]);
};
