import type {Answered, Inspected, PartId} from '../model/inspected.js';
import type {Service} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {Block} from '../report/block.js';
import type {Engine} from '../snapshot.js';
import type {Text} from '../text/text.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {type Found, findTarget, portOf} from './find-target.js';
import {toJsonEnvelope, toJsonService} from './json.js';
import {toJsonConfig, toJsonMatch} from './json-match.js';
import {openMachine} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';
import {printBlocks} from './print-blocks.js';
import {commandLines, processBlocks, serviceBlocks} from './why-blocks.js';

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

const shownParts: readonly PartId[] = ['details', 'sockets', 'config'];
const allParts: readonly PartId[] = [...shownParts, 'logs'];

/** Asks everything about one process at once. */
const inspect = async (engine: Engine, process: ExplainedProcess, wanted: readonly PartId[]): Promise<Inspected> => {
	const {signal} = new AbortController();
	const answers = await Promise.all(
		wanted.map(async part => {
			const {value, problems} = await engine.inspect[part](process, signal);
			return [part, {value, problem: problems[0] ?? null}];
		}),
	);
	return {key: process.key, parts: Object.fromEntries(answers) as Inspected['parts']};
};

/** A service without a process has its files all the same. */
const configOf = async (engine: Engine, service: Service): Promise<Answered<'config'>> => {
	const uid = service.manager === 'systemd' ? service.scopeUid : null;
	const {value, problems} = await engine.inspect.config({service, uid, user: null}, new AbortController().signal);
	return {value, problem: problems[0] ?? null};
};

type Asked = {engine: Engine; snapshot: Snapshot; found: Found; target: string; inspected: Inspected | null};

const toJson = async ({engine, snapshot, found, target, inspected}: Asked, text: Text) => {
	const {processes, service, listener} = found;
	const configOfUnit = service && toJsonConfig((await configOf(engine, service)).value, snapshot.takenAt, text);
	return {
		...toJsonEnvelope(snapshot),
		target,
		matches: processes.map((process, index) => toJsonMatch(process, snapshot, index === 0 ? inspected : null, text)),
		unit: service && {...toJsonService(service), config: configOfUnit ?? null},
		listener,
	};
};

/** `null`: nothing was found. */
const blocksOf = async ({engine, snapshot, found, target, inspected}: Asked, text: Text): Promise<readonly Block[] | null> => {
	const [best] = found.processes;
	if (best && inspected) {
		return processBlocks(best, snapshot, {found, target, inspected}, text);
	}

	return found.service && serviceBlocks(found.service, await configOf(engine, found.service), snapshot.takenAt, text);
};

/** `daemon-top why`: the verdict on one process, unit or port, with everything that speaks for and against it. */
export const why = async (context: Context): Promise<ExitCode> => {
	const {
		arguments: {words, values},
		text,
		stdout,
		stderr,
	} = context;
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

	const {engine} = opened.machine;
	const snapshot = await takeOneSnapshot(engine, false);
	const found = findTarget(snapshot, target, text.language);
	const code = codeOf(found, snapshot);
	const [best] = found.processes;
	const inspected = best ? await inspect(engine, best, values.commands ? allParts : shownParts) : null;
	const asked: Asked = {engine, snapshot, found, target, inspected};
	if (values.json) {
		stdout.write(`${JSON.stringify(await toJson(asked, text))}\n`);
		return code;
	}

	if (best && inspected && values.commands) {
		stdout.write(`${commandLines(best, snapshot, inspected, text).join('\n')}\n`);
		return code;
	}

	const blocks = await blocksOf(asked, text);
	if (blocks === null) {
		stderr.write(`${missingSentence(found, snapshot, target, text)}\n`);
		return code;
	}

	printBlocks(blocks, context, 120);
	return code;
};
