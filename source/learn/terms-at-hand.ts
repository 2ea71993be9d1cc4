import type {Kind, Tag} from '../model/evidence.js';
import type {ServiceManager} from '../model/service.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {TermId} from '../model/term.js';

const kindTerms: Readonly<Record<Kind, readonly TermId[]>> = {
	daemon: ['daemon'],
	agent: ['agent'],
	'background-app': ['background-app', 'menu-bar-app'],
	app: ['app'],
	'app-helper': ['helper'],
	'xpc-service': ['xpc-service'],
	'app-extension': ['app-extension'],
	driver: ['driver', 'system-extension'],
	'managed-job': ['managed-job', 'supervisor'],
	'background-process': ['background-process', 'orphan'],
	interactive: ['interactive-program', 'controlling-terminal'],
	session: ['session-part', 'login-session'],
	init: ['init', 'service-manager'],
	kernel: ['kernel-thread', 'kernel'],
	unknown: ['unknown'],
};

const tagTerms: Readonly<Record<Tag, readonly TermId[]>> = {
	worker: ['worker'],
	'on-demand': ['on-demand'],
	'keep-alive': ['keep-alive', 'automatic-restart'],
	timer: ['timer', 'scheduled-job'],
	'one-shot': ['life-cycle'],
	'socket-activated': ['socket-activation'],
	'third-party': [],
	apple: [],
	listens: ['listen'],
	ui: [],
	'pre-login': ['login'],
	zombie: ['zombie'],
	self: [],
};

const supervised: readonly TermId[] = ['supervisor', 'managed-job'];
const contained: readonly TermId[] = ['container', 'control-group'];

const managerTerms: Readonly<Record<ServiceManager, readonly TermId[]>> = {
	launchd: ['job', 'label', 'domain'],
	systemd: ['unit', 'control-group'],
	sysv: ['init', 'boot'],
	openrc: supervised,
	runit: supervised,
	s6: supervised,
	supervisord: supervised,
	pm2: supervised,
	cron: ['scheduled-job'],
	at: ['scheduled-job'],
	docker: contained,
	podman: contained,
	kubernetes: contained,
	containerd: contained,
	lxc: contained,
};

/** What each pane speaks of; the panes are named as in the explorer. */
const paneTerms: Readonly<Record<string, readonly TermId[]>> = {
	overview: [
		'process',
		'pid',
		'parent',
		'life-cycle',
		'cpu-time',
		'resident-memory',
		'nice-value',
		'working-directory',
		'dedicated-account',
		'thread',
	],
	why: ['evidence', 'verdict', 'confidence', 'unknown', 'controlling-terminal', 'standard-input', 'session', 'logout', 'signal'],
	sockets: ['socket', 'port', 'listen', 'connection-state', 'socket-activation', 'file-descriptor'],
	config: [
		'configuration-file',
		'property-list',
		'unit-file',
		'drop-in',
		'label',
		'start-at-load',
		'on-demand',
		'keep-alive',
		'automatic-restart',
		'environment-variable',
		'sandbox',
	],
	logs: ['log', 'unified-log', 'journal', 'system-log', 'standard-output', 'standard-error', 'exit-code', 'crash'],
	learn: ['life-cycle', 'service-manager', 'stop', 'automatic-restart', 'logout', 'evidence'],
};

/** With no pane open one speaks of the list. */
const listTerms: readonly TermId[] = [
	'daemon',
	'agent',
	'background-app',
	'app',
	'helper',
	'managed-job',
	'background-process',
	'process',
	'pid',
	'cpu-time',
	'resident-memory',
	'service-manager',
];

type System = 'darwin' | 'linux';

/** Terms that mean nothing to the other system. */
const systemOfTerm: Readonly<Partial<Record<TermId, System>>> = {
	'menu-bar-app': 'darwin',
	'system-extension': 'darwin',
	job: 'darwin',
	label: 'darwin',
	domain: 'darwin',
	'property-list': 'darwin',
	'keep-alive': 'darwin',
	'unified-log': 'darwin',
	'system-integrity-protection': 'darwin',
	unit: 'linux',
	'unit-file': 'linux',
	'drop-in': 'linux',
	'control-group': 'linux',
	timer: 'linux',
	journal: 'linux',
};

/** The system of a process, as far as it shows; `null`: nothing tells. */
const systemOf = ({service, app, cgroup, verdict, traits}: ExplainedProcess): System | null => {
	if (service?.manager === 'launchd' || app !== null || verdict.tags.includes('apple')) {
		return 'darwin';
	}

	return service?.manager === 'systemd' || cgroup !== null || traits.isKernelThread !== null ? 'linux' : null;
};

const ofProcess = (process: ExplainedProcess): readonly TermId[] => [
	...kindTerms[process.verdict.kind],
	...process.verdict.tags.flatMap(tag => tagTerms[tag]),
	...(process.service === null ? [] : managerTerms[process.service.manager]),
	...(process.supervisor === null ? [] : managerTerms[process.supervisor.manager]),
	...(process.verdict.tags.includes('apple') ? (['system-integrity-protection'] as const) : []),
];

const most = 12;
/** However much there is to say about a process, so many places are left for its pane. */
const leftForPane = 5;

/**
The terms under discussion: those of the process, the nearest first, then those of the pane; at most twelve, each once.
`pane`: the open one, or any other word where none is open.
*/
export const termsAtHand = (pane: string, process: ExplainedProcess | null): readonly TermId[] => {
	const system = process === null ? null : systemOf(process);
	const fits = (id: TermId): boolean => system === null || (systemOfTerm[id] ?? system) === system;
	const ofPane = paneTerms[pane] ?? listTerms;
	const own = process === null ? [] : [...new Set(ofProcess(process).filter(fits))].slice(0, most - leftForPane);
	return [...new Set([...own, ...ofPane.filter(fits)])].slice(0, most);
};
