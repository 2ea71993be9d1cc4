import {answerChecklist} from '../classify/checklist.js';
import {displayName} from '../columns.js';
import {ancestorsOf, indexByPid} from '../join/tree.js';
import type {ServiceDetails} from '../model/details.js';
import {kindMark} from '../model/evidence.js';
import type {Service} from '../model/service.js';
import type {ExplainedProcess, Snapshot, UnownedListener} from '../model/snapshot.js';
import {reportLines} from '../paint/report-lines.js';
import {line, span} from '../paint/style.js';
import {createTheme, type Theme} from '../paint/theme.js';
import {type Block, field, gap, sentence} from '../report/block.js';
import {overviewReport} from '../report/overview.js';
import {whyReport} from '../report/why.js';
import {normalize, parseQuery} from '../store/query.js';
import {byRank, searchProcesses} from '../store/search.js';
import type {Text} from '../text/text.js';
import {chooseColor, themeLevel} from './arguments.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {toJsonEnvelope, toJsonProcess, toJsonService} from './json.js';
import {openMachine} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';

/** What a target leads to: processes (best first), a unit without one, or a listener whose holder is hidden. */
type Found = {processes: readonly ExplainedProcess[]; service: Service | null; listener: UnownedListener | null};

const nothing: Found = {processes: [], service: null, listener: null};

const portOf = (target: string): number | null => (/^:\d{1,5}$/.test(target) ? Number(target.slice(1)) : null);

const listensOn = (process: ExplainedProcess, port: number): boolean =>
	process.traits.listens?.some(socket => socket.protocol !== 'unix' && socket.port === port) ?? false;

/** Main processes before their workers, old before young: the oldest holder of a shared socket is its owner. */
const mainFirst = (a: ExplainedProcess, b: ExplainedProcess): number =>
	Number(a.verdict.tags.includes('worker')) - Number(b.verdict.tags.includes('worker')) ||
	(a.startedAt ?? 0) - (b.startedAt ?? 0) ||
	a.pid - b.pid;

const findByPort = (snapshot: Snapshot, port: number): Found => {
	const processes = snapshot.processes.filter(process => listensOn(process, port)).sort(mainFirst);
	const listener = processes.length > 0 ? null : (snapshot.unownedListeners.find(socket => socket.port === port) ?? null);
	return {...nothing, processes, listener};
};

const stemOf = (name: string): string => normalize(name).replace(/\.service$/, '');

const findByName = (snapshot: Snapshot, target: string): Found => {
	const wanted = normalize(target);
	const exact = snapshot.processes.filter(process => {
		const names = [process.name, displayName(process), process.comm, process.script ?? ''].map(normalize);
		return (
			names.includes(wanted) ||
			(process.service !== null && (normalize(process.service.name) === wanted || stemOf(process.service.name) === wanted))
		);
	});
	if (exact.length > 0) {
		return {...nothing, processes: exact.sort(mainFirst)};
	}

	const service = snapshot.services.find(({name}) => normalize(name) === wanted || stemOf(name) === wanted) ?? null;
	if (service) {
		return {...nothing, service};
	}

	const parsed = parseQuery(`"${target.replaceAll('"', '')}"`);
	const results = 'query' in parsed ? [...searchProcesses(snapshot.processes, parsed.query)].sort(byRank) : [];
	// what only resembles the name is an offer, not an answer
	return {
		...nothing,
		processes: results
			.filter(({match}) => match.rank <= 3)
			.map(({process}) => process)
			.sort(mainFirst),
	};
};

const find = (snapshot: Snapshot, target: string): Found => {
	const port = portOf(target);
	if (port !== null) {
		return findByPort(snapshot, port);
	}

	return /^\d+$/.test(target)
		? {...nothing, processes: snapshot.processes.filter(({pid}) => pid === Number(target))}
		: findByName(snapshot, target);
};

const serviceBlocks = (service: Service, text: Text): readonly Block[] => {
	const unit = service.manager === 'systemd' ? service : null;
	const words = text.whyCommand;
	const state = unit
		? text.overview.stateOf(text.overview.scope[unit.scope], unit.activeState, unit.subState, unit.unitFileState)
		: text.managerName(service.manager);
	return [
		sentence(text.error.unitWithoutProcess(service.name), 'strong'),
		...(service.description === null ? [] : [sentence(service.description)]),
		sentence(words.unitState(state)),
		...(unit?.result && unit.result !== 'success' ? [sentence(words.result(unit.result, unit.lastExitStatus), 'bad')] : []),
		...(unit?.restarts ? [sentence(words.restarts(unit.restarts))] : []),
		...(unit && unit.triggers.length > 0 ? [sentence(words.starts(unit.triggers.join(', ')))] : []),
		...(unit && unit.triggeredBy.length > 0 ? [sentence(words.startedBy(unit.triggeredBy.join(', ')))] : []),
		...(unit?.name.endsWith('.service') ? [field(text.overview.restart, text.overview.restartOf(unit.restart, unit.restarts))] : []),
		...(service.configPath === null ? [] : [sentence(words.config(service.configPath))]),
	];
};

const titleOf = (process: ExplainedProcess, text: Text): Block => {
	const {verdict} = process;
	return sentence(
		`${kindMark[verdict.kind]} ${text.whyCommand.kindOf(displayName(process), process.pid, text.kind[verdict.kind].name, text.confidence[verdict.confidence])}`,
		'strong',
	);
};

const maxOthers = 20;

const otherBlocks = (found: Found, target: string, text: Text): readonly Block[] => {
	const [, ...others] = found.processes;
	if (others.length === 0) {
		return [];
	}

	return [
		gap,
		sentence(text.error.severalMatch(target, 1, found.processes.length), 'dim'),
		...others.slice(0, maxOthers).map(process => titleOf(process, text)),
	].map(block => (block.type === 'sentence' ? {...block, tone: 'dim' as const} : block));
};

type Asked = {found: Found; target: string; details: ServiceDetails | null};

const processBlocks = (process: ExplainedProcess, snapshot: Snapshot, {found, target, details}: Asked, text: Text): readonly Block[] => [
	titleOf(process, text),
	gap,
	...overviewReport(process, snapshot, {history: null, details}, text),
	gap,
	// the verdict's sentence stands above already
	...whyReport(process, snapshot, text).slice(1),
	...otherBlocks(found, target, text),
];

const toJsonMatch = (process: ExplainedProcess, snapshot: Snapshot, text: Text) => ({
	...toJsonProcess(process, text),
	ancestors: ancestorsOf(process, indexByPid(snapshot.processes)).map(({pid, name, verdict}) => ({pid, name, kind: verdict.kind})),
	checklist: answerChecklist(process, snapshot.host).map(({trait, answer, reading, observed, source}) => ({
		trait,
		answer,
		reading,
		observed,
		source,
	})),
});

const codeOf = (found: Found, snapshot: Snapshot): ExitCode => {
	if (found.processes.length > 0 || found.service) {
		return exitCode.ok;
	}

	return found.listener || snapshot.hidden?.hidepid ? exitCode.notPermitted : exitCode.notFound;
};

const missingSentence = (found: Found, snapshot: Snapshot, target: string, text: Text): string => {
	if (found.listener) {
		const {protocol, port, user, uid} = found.listener;
		return text.error.listenerNotVisible(protocol, port, user ?? String(uid));
	}

	const port = portOf(target);
	// Linux lists every socket, whoever holds it; elsewhere those of others are not seen
	const isPartial = snapshot.host.platform !== 'linux' && snapshot.processes.some(({traits}) => traits.listens === null);
	const noListener = isPartial ? text.error.noListenerSeen : text.error.noListener;
	const sentenceOf = port === null ? text.error.nothingFound(target) : noListener(port);
	return snapshot.hidden ? `${sentenceOf} ${text.error.maybeHidden(text.hidden(snapshot.hidden))}` : sentenceOf;
};

const print = (blocks: readonly Block[], width: number, theme: Theme): string =>
	reportLines(blocks, width)
		.map(each => theme.paint(line(...each.spans.map(part => span(part.text, part.style)))).trimEnd())
		.join('\n');

const targetError = (words: readonly string[], text: Text): string | null => {
	const [target, ...more] = words;
	if (target === undefined || target === '') {
		return text.error.whyNeedsTarget;
	}

	if (more.length > 0) {
		return text.error.tooManyTargets;
	}

	const isBadPort = /^:\d/.test(target) && (portOf(target) === null || (portOf(target) ?? 0) < 1 || (portOf(target) ?? 0) > 65_535);
	return isBadPort ? text.error.portInvalid(target) : null;
};

/** `daemon-top why`: the verdict on one process, unit or port, with everything that speaks for and against it. */
export const why = async ({arguments: {words, values}, text, stdout, stderr, environment}: Context): Promise<ExitCode> => {
	const error = targetError(words, text);
	const [target = ''] = words;
	if (error !== null) {
		stderr.write(`${error}\n`);
		return exitCode.usage;
	}

	const opened = await openMachine(values, text);
	if ('error' in opened) {
		stderr.write(`${opened.error}\n`);
		return exitCode.error;
	}

	const snapshot = await takeOneSnapshot(opened.machine.engine, false);
	const found = find(snapshot, target);
	const code = codeOf(found, snapshot);
	if (values.json) {
		const matches = found.processes.map(process => toJsonMatch(process, snapshot, text));
		stdout.write(
			`${JSON.stringify({...toJsonEnvelope(snapshot), target, matches, unit: found.service === null ? null : toJsonService(found.service), listener: found.listener})}\n`,
		);
		return code;
	}

	const [best] = found.processes;
	const details = best ? (await opened.machine.engine.details(best, new AbortController().signal)).value : null;
	const blocks = best
		? processBlocks(best, snapshot, {found, target, details}, text)
		: found.service
			? serviceBlocks(found.service, text)
			: null;
	if (blocks === null) {
		stderr.write(`${missingSentence(found, snapshot, target, text)}\n`);
		return code;
	}

	const theme = createTheme(themeLevel(chooseColor(values) ?? 'auto', stdout.isTTY === true, environment));
	stdout.write(`${print(blocks, stdout.isTTY ? Math.min(stdout.columns, 120) : 100, theme)}\n`);
	return code;
};
