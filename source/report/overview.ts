import {commandLine, describe, displayName} from '../columns.js';
import {ancestorsOf, indexByPid} from '../join/tree.js';
import type {ServiceDetails} from '../model/details.js';
import type {ListeningSocket} from '../model/process.js';
import type {SystemdUnit} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {formatBytes, formatDuration, formatInstant, formatPercent} from '../text/format.js';
import type {Text} from '../text/text.js';
import {type Block, field, gap, sentence} from './block.js';
import {consequencesReport} from './consequences.js';
import {serviceFields, stormRestarts, unitOf} from './service-fields.js';

/** `systemd (1) → sshd (812) → bash (900)`. */
export const chainOf = (process: ExplainedProcess, snapshot: Snapshot): string | null => {
	const ancestors = ancestorsOf(process, indexByPid(snapshot.processes));
	return ancestors.length === 0
		? null
		: [...ancestors]
				.reverse()
				.map(ancestor => `${displayName(ancestor)} (${ancestor.pid})`)
				.join(' → ');
};

const socketText = (socket: ListeningSocket): string =>
	socket.protocol === 'unix'
		? socket.path
		: `${socket.protocol} ${socket.family === 'ipv6' ? `[${socket.address}]` : socket.address}:${socket.port}`;

const maxSockets = 12;

const listensLine = (process: ExplainedProcess, text: Text): string => {
	const {listens, denied} = process.traits;
	if (listens === null) {
		return denied.length > 0 ? text.overview.notReadable : text.overview.none;
	}

	const internetFirst = [...listens].sort((a, b) => Number(a.protocol === 'unix') - Number(b.protocol === 'unix'));
	const shown = [...new Set(internetFirst.map(socketText))];
	return shown.length === 0
		? text.overview.none
		: shown.slice(0, maxSockets).join(', ') + (shown.length > maxSockets ? ` +${shown.length - maxSockets}` : '');
};

const whenFields = (process: ExplainedProcess, snapshot: Snapshot, text: Text): readonly Block[] => {
	const words = text.overview;
	if (process.startedAt === null) {
		return [];
	}

	const {bootedAt} = snapshot.host;
	const afterBoot = bootedAt === null ? null : formatDuration(process.startedAt - bootedAt);
	const login = process.verdict.tags.includes('pre-login') ? `, ${words.beforeLogin}` : '';
	return [
		field(
			words.started,
			words.startedAt(formatInstant(process.startedAt), formatDuration(snapshot.takenAt - process.startedAt), afterBoot) + login,
		),
	];
};

/** The last samples of one figure, as bars. */
const sparkline = (values: readonly (number | null)[], maximum: number): string => {
	const bars = '▁▂▃▄▅▆▇█';
	const top = Math.max(maximum, ...values.map(value => value ?? 0));
	return values
		.map(value => (value === null ? ' ' : bars[Math.min(bars.length - 1, Math.round((value / top) * (bars.length - 1)))]))
		.join('');
};

type ProcessHistory = {cpu: readonly (number | null)[]; mem: readonly (number | null)[]};

const figureFields = (process: ExplainedProcess, history: ProcessHistory | null, text: Text): readonly Block[] => {
	const words = text.overview;
	const total = process.cpuTimeMs === null ? '–' : formatDuration(process.cpuTimeMs);
	const cpuGraph = history && history.cpu.length > 1 ? `${sparkline(history.cpu, 5)}  ` : '';
	const memGraph = history && history.mem.length > 1 ? `${sparkline(history.mem, 1)}  ` : '';
	const cpu =
		process.cpuPercent === null
			? history === null
				? words.cpuTotal(total)
				: words.cpuUnknown(total)
			: words.cpuOf(formatPercent(process.cpuPercent), total);
	const memory =
		process.vszBytes === null
			? formatBytes(process.rssBytes)
			: words.memoryOf(formatBytes(process.rssBytes), formatBytes(process.vszBytes));
	return [field(words.cpu, cpuGraph + cpu), ...(process.verdict.kind === 'kernel' ? [] : [field(words.memory, memGraph + memory)])];
};

const stateWord = (process: ExplainedProcess, text: Text): string =>
	text.state[process.state as keyof typeof text.state] ?? process.state ?? '–';

const circumstanceFields = (process: ExplainedProcess, text: Text): readonly Block[] => {
	const words = text.overview;
	const {traits} = process;
	const {listens} = traits;
	const blocks: Block[] = [field(words.state, stateWord(process, text), process.state === 'Z' || process.state === 'D' ? 'warn' : 'plain')];
	if (process.hasTty !== null) {
		blocks.push(field(words.terminal, process.tty ?? words.noTerminal));
	}

	if (process.sid !== null && process.verdict.kind !== 'kernel') {
		blocks.push(field(words.session, words.sessionOf(process.sid, process.sessionLeader, process.sessionLeaderName)));
	}

	if (process.nice !== null) {
		blocks.push(field(words.priority, words.nice(process.nice)));
	}

	if (process.threads !== null && process.threads > 1) {
		blocks.push(field(words.threads, String(process.threads)));
	}

	if (process.verdict.kind === 'kernel') {
		return blocks;
	}

	const isDenied = (reading: (typeof traits.denied)[number]): boolean => traits.denied.includes(reading);
	const executable =
		process.executable === null
			? isDenied('executable')
				? words.notReadable
				: null
			: `${process.executable}${traits.isExecutableDeleted ? ` ${words.deleted}` : ''}`;
	const optional: readonly (readonly [string, string | null])[] = [
		[words.listens, listens === null && !isDenied('listens') && !isDenied('stdio') ? null : listensLine(process, text)],
		[words.program, executable],
		[words.arguments, process.args && process.args.length > 0 ? commandLine(process) : null],
		[words.directory, traits.workingDirectory ?? (isDenied('workingDirectory') ? words.notReadable : null)],
		[words.controlGroup, process.cgroup === null || process.cgroup.path === '/' ? null : process.cgroup.path],
	];
	return [...blocks, ...optional.flatMap(([label, value]) => (value === null ? [] : [field(label, value)]))];
};

/** What the service manager looks after that has no process of its own: shown at the manager itself. */
const unitFields = (snapshot: Snapshot, text: Text): readonly Block[] => {
	const units = snapshot.services.map(unitOf).filter(unit => unit !== null);
	if (units.length === 0) {
		return [];
	}

	const words = text.overview;
	const services = units.filter(unit => unit.name.endsWith('.service'));
	const failed = units.filter(unit => unit.activeState === 'failed');
	const restarting = services.filter(unit => unit.subState === 'auto-restart' || (unit.restarts ?? 0) >= stormRestarts);
	const waiting = units.filter(unit => /\.(?:timer|socket|path)$/.test(unit.name) && unit.activeState === 'active');
	const running = services.filter(unit => unit.subState === 'running');
	const names = (list: readonly SystemdUnit[]): string => list.map(unit => unit.name).join(', ');
	const blocks: Block[] = [field(words.units, words.unitCounts(running.length, failed.length, waiting.length))];
	if (failed.length > 0) {
		blocks.push(field('', words.unitFailed(names(failed)), 'bad'));
	}

	if (restarting.length > 0) {
		blocks.push(field('', words.unitRestarting(names(restarting)), 'warn'));
	}

	if (waiting.length > 0) {
		blocks.push(
			field(
				'',
				words.unitWaiting(waiting.map(unit => `${unit.name}${unit.triggers.length > 0 ? ` → ${unit.triggers.join(' ')}` : ''}`).join(', ')),
			),
		);
	}

	return blocks;
};

/** The sentence that stands first everywhere: the kind, and how sure we are. */
export const verdictSentence = (process: ExplainedProcess, text: Text): string =>
	`${text.kind[process.verdict.kind].verdict} ${text.why.confidenceOf(text.confidence[process.verdict.confidence])}`;

/** The Overview pane: what a process is, who started it, and how it stands. */
export const overviewReport = (
	process: ExplainedProcess,
	snapshot: Snapshot,
	{history, details}: {history: ProcessHistory | null; details: ServiceDetails | null},
	text: Text,
): readonly Block[] => {
	const words = text.overview;
	const {verdict} = process;
	const what = describe(process, text.language);
	const tags = verdict.tags.map(tag => text.tag[tag]).join(', ');
	return [
		sentence(verdictSentence(process, text), 'strong'),
		...(what === null ? [] : [field(words.what, what)]),
		field(words.chain, chainOf(process, snapshot) ?? words.nobodyStarted),
		...serviceFields(process, details, text),
		...consequencesReport(process, snapshot, details, text),
		gap,
		...(verdict.kind === 'init' && process.pid === 1 ? unitFields(snapshot, text) : []),
		...(process.app === null ? [] : [field(words.app, words.appOf(process.app.name, process.app.type, process.app.bundleId))]),
		...(process.uid === null ? [] : [field(words.account, words.uid(process.user, process.uid))]),
		...whenFields(process, snapshot, text),
		...figureFields(process, history, text),
		...circumstanceFields(process, text),
		...(tags === '' ? [] : [field(words.tags, tags)]),
		...snapshot.problems.slice(0, 5).map(problem => field(words.problems, text.problem(problem), 'warn')),
	];
};
