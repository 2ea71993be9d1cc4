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

/** Only what the evidence decides may be asked: a guess has no right answer. */
const isDecided = ({verdict, isSelf}: ExplainedProcess): boolean =>
	verdict.kind !== 'unknown' &&
	verdict.confidence !== 'guess' &&
	verdict.evidenceFor.length > 0 &&
	!verdict.tags.includes('zombie') &&
	!isSelf;

const difficultyOf = (process: ExplainedProcess, trap: TrapId | null): Difficulty =>
	process.program === null ? 'unknown' : trap === null ? 'clear' : 'trap';

/** The processes of a snapshot that a quiz may ask about, in the snapshot's order. */
export const candidatesOf = (snapshot: Snapshot, origin: Candidate['origin']): readonly Candidate[] => {
	const {platform} = snapshot.host;
	return snapshot.processes.filter(isDecided).map(process => {
		const trap = trapOf(process, platform);
		return {process, platform, origin, difficulty: difficultyOf(process, trap), trap};
	});
};
