import type {Kind, Verdict} from '../../source/model/evidence.js';
import {type Process, processKey, type Traits} from '../../source/model/process.js';
import type {SystemdUnit} from '../../source/model/service.js';
import type {ExplainedProcess, Host, Snapshot} from '../../source/model/snapshot.js';
import {parseCgroupPath} from '../../source/parse/cgroup.js';

/** When the machine of the fixtures started. */
export const bootedAt = Date.UTC(2026, 0, 1);

export const cgroupFixture = parseCgroupPath;

export const traitsFixture = (parts: Partial<Traits> = {}): Traits => ({
	isKernelThread: false,
	isForkedWithoutExec: false,
	signals: {caughtMask: 0, ignoredMask: 0},
	workingDirectory: '/',
	stdio: ['null', 'null', 'null'],
	environment: null,
	loginUid: null,
	nestedPid: null,
	usesDisplay: false,
	listens: [],
	isExecutableDeleted: false,
	denied: [],
	...parts,
});

/** A quiet process of root without a terminal; its key follows from its pid and start unless it is given. */
export const processFixture = (parts: Partial<Process> = {}): Process => {
	const {pid = 100, startedAt = bootedAt + pid * 1000, name = 'program'} = parts;
	return {
		key: processKey(pid, startedAt ?? '?'),
		pid,
		ppid: 1,
		pgid: pid,
		sid: pid,
		tpgid: -1,
		uid: 0,
		user: 'root',
		tty: null,
		hasTty: false,
		state: 'S',
		nice: 0,
		threads: 1,
		startedAt,
		cpuTimeMs: 1000,
		rssBytes: 1024 ** 2,
		vszBytes: 1024 ** 3,
		comm: name.slice(0, 15),
		name,
		script: null,
		executable: `/usr/bin/${name}`,
		args: [`/usr/bin/${name}`],
		isArgsCut: false,
		cgroup: null,
		traits: traitsFixture(),
		...parts,
	};
};

/** Every call gives an object of its own: texts of a process are kept by its verdict. */
export const verdictFixture = (kind: Kind = 'daemon', parts: Partial<Verdict> = {}): Verdict => ({
	kind,
	confidence: 'certain',
	tags: [],
	evidenceFor: [],
	evidenceAgainst: [],
	...parts,
});

export const explainedFixture = ({kind, ...parts}: Partial<ExplainedProcess> & {kind?: Kind} = {}): ExplainedProcess => ({
	...processFixture(parts),
	service: null,
	isServiceTold: true,
	role: null,
	supervisor: null,
	cpuPercent: 0,
	parentKey: null,
	parentName: null,
	sessionLeader: 'self',
	sessionLeaderName: null,
	isForeground: null,
	isParentsProgram: false,
	files: null,
	app: null,
	isSelf: false,
	verdict: verdictFixture(kind),
	program: null,
	...parts,
});

export const unitFixture = (name: string, parts: Partial<SystemdUnit> = {}): SystemdUnit => ({
	manager: 'systemd',
	name,
	scope: 'system',
	scopeUid: null,
	description: null,
	mainPid: null,
	configPath: `/usr/lib/systemd/system/${name}`,
	sourcePath: null,
	startsAtBoot: true,
	restart: 'no',
	type: 'simple',
	loadState: 'loaded',
	activeState: 'active',
	subState: 'running',
	result: 'success',
	unitFileState: 'enabled',
	controlGroup: `/system.slice/${name}`,
	restarts: 0,
	triggeredBy: [],
	triggers: [],
	listens: [],
	standardInput: 'null',
	standardOutput: 'journal',
	lastExitStatus: 0,
	...parts,
});

export const hostFixture = (parts: Partial<Host> = {}): Host => ({
	name: 'machine',
	platform: 'linux',
	release: 'Debian GNU/Linux 12 (bookworm)',
	bootedAt,
	loadAverage: 0.5,
	init: 'systemd',
	memoryBytes: 8 * 1024 ** 3,
	cpuCount: 2,
	...parts,
});

export const snapshotFixture = (processes: readonly ExplainedProcess[], parts: Partial<Snapshot> = {}): Snapshot => ({
	sequence: 1,
	host: hostFixture(),
	takenAt: bootedAt + 3_600_000,
	durationMs: 20,
	processes,
	services: [],
	hidden: null,
	unownedListeners: [],
	unread: 0,
	isProvisional: false,
	problems: [],
	ownCpuPercent: null,
	...parts,
});
