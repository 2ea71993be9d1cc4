import {askDarwin} from '../ask/darwin.js';
import {askLinux, type ManagerScope, managerScopeOf} from '../ask/linux.js';
import {type Question, shellLine} from '../ask/question.js';
import {answerChecklist} from '../classify/checklist.js';
import type {Inspected, Parts} from '../model/inspected.js';
import type {SystemdUnit} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';

/** What a command tells; words come from `text.commands`. */
type CommandTopic = 'process' | 'status' | 'program' | 'directory' | 'evidence' | 'job' | 'sockets' | 'config' | 'whole' | 'log';

/** A line for a shell that only reads, and gives again what a pane shows. */
type ShownCommand = {line: string; topic: CommandTopic};

/** The panes that know where they have it from. */
export type CommandPane = 'overview' | 'why' | 'sockets' | 'config' | 'logs' | 'learn';

type Subject = {process: ExplainedProcess; snapshot: Snapshot; parts: {readonly [Part in keyof Parts]?: Parts[Part]}};

const asked = (topic: CommandTopic, ...questions: readonly Question[]): readonly ShownCommand[] =>
	questions.map(question => ({line: shellLine(question), topic}));

/** The unit of the process with whom to ask about it, as whoever runs this program. */
const askedUnit = (subject: Subject): {unit: SystemdUnit; scope: ManagerScope} | null => {
	const {process, snapshot} = subject;
	const unit = process.service?.manager === 'systemd' ? process.service : null;
	const own = snapshot.processes.find(({isSelf}) => isSelf)?.uid ?? null;
	const owner = snapshot.processes.find(({uid}) => uid === unit?.scopeUid)?.user ?? null;
	const scope = unit === null ? null : managerScopeOf(unit, own, owner);
	return unit && scope ? {unit, scope} : null;
};

const unitFields = ['Description', 'ActiveState', 'SubState', 'MainPID', 'NRestarts', 'Restart', 'RestartUSec', 'TriggeredBy'];

const linuxOverview = (subject: Subject): readonly ShownCommand[] => {
	const {pid, service} = subject.process;
	const own = askedUnit(subject);
	return [
		...asked('process', {run: askLinux.process(pid)}),
		...asked('status', {read: `/proc/${pid}/status`}, {read: `/proc/${pid}/cgroup`}),
		...asked('program', {run: askLinux.link(`/proc/${pid}/exe`)}),
		...asked('directory', {run: askLinux.link(`/proc/${pid}/cwd`)}),
		...(own ? asked('job', {run: askLinux.unit(own.scope, [own.unit.name], unitFields)}) : []),
		...(!own && service?.configPath ? asked('config', {read: service.configPath}) : []),
	];
};

const darwinOverview = ({process: {pid, service}}: Subject): readonly ShownCommand[] => [
	...asked('process', {run: askDarwin.process(pid)}),
	...(service?.manager === 'launchd' ? asked('job', {run: askDarwin.job(service.domain, service.name)}) : []),
];

/** How a place that a rule names is read: links are followed, folders are listed. */
const readPlace = (place: string): readonly Question[] => {
	if (/^\/proc\/\d+\/(?:exe|cwd)$/.test(place)) {
		return [{run: askLinux.link(place)}];
	}

	if (place === '/proc/net') {
		return ['tcp', 'tcp6', 'udp', 'udp6'].map(table => ({read: `/proc/net/${table}`}));
	}

	if (place.endsWith('/environ')) {
		return [{run: askLinux.variableNames(place)}];
	}

	const isFile = /^\/proc\/(?:\d+\/\w+|net\/\w+)$/.test(place) && !place.endsWith('/fd');
	return [isFile ? {read: place} : {run: askLinux.folder(place)}];
};

/** A source that is a command already stands as it is. */
const readSource = (source: string): readonly string[] => {
	if (source.startsWith('/')) {
		return source.split(', ').flatMap(readPlace).map(shellLine);
	}

	return source.includes(' ') ? [source] : [];
};

const whyCommands = ({process, snapshot}: Subject): readonly ShownCommand[] => {
	const {evidenceFor, evidenceAgainst} = process.verdict;
	const sources = [...evidenceFor, ...evidenceAgainst, ...answerChecklist(process, snapshot.host)].flatMap(({source}) => source ?? []);
	return [...new Set(sources.flatMap(readSource))].map(line => ({line, topic: 'evidence'}));
};

const socketCommands = ({process: {pid}, snapshot, parts}: Subject): readonly ShownCommand[] => {
	if (snapshot.host.platform === 'darwin') {
		return asked('sockets', {run: askDarwin.openFiles(pid)});
	}

	const tables = parts.sockets?.source === '/proc' ? ['tcp', 'tcp6', 'udp', 'udp6', 'unix'] : [];
	return [
		...asked('sockets', ...(tables.length > 0 ? [{run: askLinux.folder(`/proc/${pid}/fd`)}] : [{run: askLinux.openFiles(pid)}])),
		...asked('sockets', ...tables.map(table => ({read: `/proc/${pid}/net/${table}`}))),
		...asked('whole', {run: askLinux.allSockets()}),
	];
};

const configCommands = (subject: Subject): readonly ShownCommand[] => {
	const {process, snapshot, parts} = subject;
	const own = askedUnit(subject);
	const paths = parts.config?.files.map(({path}) => path) ?? (process.service?.configPath ? [process.service.configPath] : []);
	const isMac = snapshot.host.platform === 'darwin';
	return [
		// systemctl does not show files of another user's manager
		...(own && own.scope.type !== 'user' ? asked('whole', {run: askLinux.unitFiles(own.scope, own.unit.name)}) : []),
		...asked('config', ...paths.map((path): Question => (isMac ? {run: askDarwin.propertyList(path)} : {read: path}))),
	];
};

const logCommands = ({snapshot, parts}: Subject): readonly ShownCommand[] => {
	const isMac = snapshot.host.platform === 'darwin';
	return (parts.logs?.sources ?? []).flatMap(source => {
		if (source.type === 'journal') {
			return asked('log', {run: askLinux.log(source)});
		}

		return asked('log', {run: isMac || source.type === 'unified-log' ? askDarwin.log(source) : askLinux.log(source)});
	});
};

const overview = (subject: Subject): readonly ShownCommand[] =>
	subject.snapshot.host.platform === 'darwin' ? darwinOverview(subject) : linuxOverview(subject);

const byPane: Readonly<Record<CommandPane, (subject: Subject) => readonly ShownCommand[]>> = {
	overview,
	// the encyclopedia is our own; what is said of this computer is the overview's
	learn: overview,
	why: whyCommands,
	sockets: socketCommands,
	config: configCommands,
	logs: logCommands,
};

/** The read-only commands behind a pane, ready for a shell. Every claim can be checked by hand. */
export const commandsOf = (
	pane: CommandPane,
	process: ExplainedProcess,
	snapshot: Snapshot,
	inspected: Inspected | null,
): readonly ShownCommand[] => {
	const answers = inspected?.key === process.key ? inspected.parts : {};
	const parts = Object.fromEntries(Object.entries(answers).map(([part, answer]) => [part, answer?.value]));
	return byPane[pane]({process, snapshot, parts});
};
