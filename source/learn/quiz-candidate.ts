import type {Kind} from '../model/evidence.js';
import {isGenericProgram} from '../model/program.js';
import type {Difficulty, TrapId} from '../model/quiz.js';
import type {ExplainedProcess, Host, Snapshot} from '../model/snapshot.js';
import {trapOf} from './quiz-traps.js';

/** A process that may be asked about, and how hard it is. */
export type Candidate = {
	process: ExplainedProcess;
	platform: Host['platform'];
	origin: 'machine' | 'bank';
	difficulty: Difficulty;
	trap: TrapId | null;
};

/** What a shell or an interpreter is can be asked only where it shows by itself: at a terminal, or below somebody. */
const isTelling = ({name, verdict}: ExplainedProcess): boolean =>
	!isGenericProgram(name) || verdict.kind === 'interactive' || verdict.kind === 'managed-job';

/** Only what the evidence decides may be asked: a guess has no right answer. */
const isDecided = ({verdict, isSelf}: ExplainedProcess): boolean =>
	verdict.kind !== 'unknown' &&
	verdict.confidence !== 'guess' &&
	verdict.evidenceFor.length > 0 &&
	!verdict.tags.includes('zombie') &&
	!isSelf;

const difficultyOf = (process: ExplainedProcess, trap: TrapId | null): Difficulty =>
	process.program === null ? 'unknown' : trap === null ? 'clear' : 'trap';

/** Programs that run as a daemon and as an agent at the same time, by name. */
const twinsOf = (processes: readonly ExplainedProcess[]): ReadonlySet<string> => {
	const namesOf = (kind: Kind): ReadonlySet<string> =>
		new Set(processes.filter(({verdict}) => verdict.kind === kind).map(({name}) => name));
	const agents = namesOf('agent');
	return new Set([...namesOf('daemon')].filter(name => agents.has(name)));
};

/** The processes of a snapshot that a quiz may ask about, in the snapshot's order. */
export const candidatesOf = (snapshot: Snapshot, origin: Candidate['origin']): readonly Candidate[] => {
	const {platform} = snapshot.host;
	const asked = snapshot.processes.filter(process => isDecided(process) && isTelling(process));
	const twins = twinsOf(asked);
	return asked.map(process => {
		const trap = trapOf(process, platform, twins);
		return {process, platform, origin, difficulty: difficultyOf(process, trap), trap};
	});
};
