import {shellLine} from '../ask/question.js';
import {answerChecklist} from '../classify/checklist.js';
import {consequencesOf} from '../explain/consequences.js';
import {ancestorsOf, indexByPid} from '../join/tree.js';
import type {ConfigDocument} from '../model/config.js';
import {waysToEnd} from '../model/consequences.js';
import type {ServiceDetails} from '../model/details.js';
import type {Inspected} from '../model/inspected.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {ProcessSockets} from '../model/socket.js';
import {noteText, summarySentence} from '../report/config.js';
import type {Text} from '../text/text.js';
import {toJsonProcess} from './json.js';

const toJsonSockets = (value: ProcessSockets | null | undefined) =>
	value && {
		source: value.source,
		isCut: value.isCut,
		sockets:
			value.sockets?.map(({fd, protocol, local, remote, path, unixType, state, id}) => ({
				fd,
				protocol,
				local,
				remote,
				path,
				unixType,
				state,
				id,
			})) ?? null,
	};

/** The files with every key that is explained; values that look like secrets are covered. */
export const toJsonConfig = (document: ConfigDocument | null | undefined, now: number, text: Text) =>
	document && {
		name: document.name,
		system: document.system,
		summary: document.summary === null ? null : summarySentence(document.summary, document, now, text),
		files: document.files.map(file => ({
			path: file.path,
			role: file.role,
			format: file.format,
			isCut: file.isCut,
			failure: file.failure,
			keys: file.pieces.flatMap(({note, overriddenBy}) =>
				note === null
					? []
					: [
							{
								key: note.key,
								isKnown: note.id !== null,
								value: note.value.text,
								meaning: noteText(note, document, now, text),
								overriddenBy,
							},
						],
			),
		})),
	};

const toShell = (commands: readonly (readonly string[])[]): readonly string[] =>
	commands.map(([file = '', ...args]) => shellLine({run: {file, args}}));

/** What happens if it stops: for each way to end whether it comes back, and the commands that stop it. None is ever run. */
const toJsonConsequences = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null) => {
	const {comebacks, together, stop} = consequencesOf(process, snapshot, details);
	return {
		comesBack: Object.fromEntries(
			waysToEnd.map(way => [way, {answer: comebacks[way].answer, reason: comebacks[way].reason, afterMs: comebacks[way].afterMs}]),
		),
		endsWithIt: together.ended.map(({pid}) => pid),
		stopNow: toShell(stop.now),
		stopForGood: toShell(stop.forGood),
	};
};

/** One process with everything that `why` tells of it; `null` where it was not asked for: of all matches only the first is. */
export const toJsonMatch = (process: ExplainedProcess, snapshot: Snapshot, inspected: Inspected | null, text: Text) => ({
	...toJsonProcess(process, text),
	ancestors: ancestorsOf(process, indexByPid(snapshot.processes)).map(({pid, name, verdict}) => ({pid, name, kind: verdict.kind})),
	checklist: answerChecklist(process, snapshot.host).map(({trait, answer, reading, observed, source}) => ({
		trait,
		answer,
		reading,
		observed,
		source,
	})),
	ifItStops: toJsonConsequences(process, snapshot, inspected?.parts.details?.value ?? null),
	sockets: toJsonSockets(inspected?.parts.sockets?.value) ?? null,
	config: toJsonConfig(inspected?.parts.config?.value, snapshot.takenAt, text) ?? null,
});
