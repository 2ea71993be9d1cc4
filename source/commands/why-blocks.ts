import {displayName} from '../columns.js';
import {kindMark} from '../model/evidence.js';
import type {Answered, Inspected, PartId} from '../model/inspected.js';
import type {Service} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import {type Block, field, gap, heading, sentence} from '../report/block.js';
import {type CommandPane, commandsOf} from '../report/commands.js';
import {configReport, configSubject} from '../report/config.js';
import {overviewReport} from '../report/overview.js';
import {socketsReport} from '../report/sockets.js';
import {whyReport} from '../report/why.js';
import type {Text} from '../text/text.js';
import type {Found} from './find-target.js';

/** What is known of a unit that has no process, and what its files say. */
export const serviceBlocks = (service: Service, config: Answered<'config'>, now: number, text: Text): readonly Block[] => {
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
		gap,
		heading(text.pane.config),
		...configReport(
			{service, isKernel: false},
			config.value,
			{isLoading: false, problem: config.problem, areSecretsShown: false, isBrief: true, now},
			text,
		),
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

const answerOf = <Part extends PartId>({parts}: Inspected, part: Part) => ({
	value: parts[part]?.value ?? null,
	shown: {isLoading: false, problem: parts[part]?.problem ?? null},
});

/** Everything about one process: the verdict, who keeps it, what it listens on, and what its file says. */
export const processBlocks = (
	process: ExplainedProcess,
	snapshot: Snapshot,
	{found, target, inspected}: {found: Found; target: string; inspected: Inspected},
	text: Text,
): readonly Block[] => {
	const sockets = answerOf(inspected, 'sockets');
	const config = answerOf(inspected, 'config');
	return [
		titleOf(process, text),
		gap,
		...overviewReport(process, snapshot, {history: null, details: answerOf(inspected, 'details').value}, text),
		gap,
		// the verdict's sentence stands above already
		...whyReport(process, snapshot, text).slice(1),
		gap,
		heading(text.pane.sockets),
		...socketsReport(process, snapshot, sockets.value, sockets.shown, text),
		gap,
		heading(text.pane.config),
		...configReport(
			configSubject(process),
			config.value,
			{...config.shown, areSecretsShown: false, isBrief: true, now: snapshot.takenAt},
			text,
		),
		...otherBlocks(found, target, text),
	];
};

const commandPanes: readonly CommandPane[] = ['overview', 'why', 'sockets', 'config', 'logs'];

/** The read-only commands behind everything that is said about a process, by pane. */
export const commandLines = (process: ExplainedProcess, snapshot: Snapshot, inspected: Inspected, text: Text): readonly string[] =>
	commandPanes.flatMap(pane => {
		const commands = commandsOf(pane, process, snapshot, inspected);
		return commands.length === 0
			? []
			: [`# ${text.pane[pane]}`, ...commands.map(({line, topic}) => `${line}  # ${text.commands.topic[topic]}`)];
	});
