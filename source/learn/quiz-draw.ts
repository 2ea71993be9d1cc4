import {displayName} from '../columns.js';
import type {Kind} from '../model/evidence.js';
import {type Difficulty, type QuizMode, type QuizQuestion, type QuizSubject, quizModes, type TrapId} from '../model/quiz.js';
import type {Snapshot} from '../model/snapshot.js';
import {type Candidate, candidatesOf} from './quiz-candidate.js';
import {choicesOf} from './quiz-choices.js';
import {cluesFor, freeCluesOf} from './quiz-clues.js';
import {type Random, randomOf, shuffled} from './quiz-random.js';
import {startLinesOf} from './quiz-start.js';

const trapShare = 0.4;
const unknownShare = 0.2;

/** How often a process of this machine is preferred to one of the collection. */
const machineShare = 2 / 3;

/** How often each kind comes, beside the others. */
const kindWeights: Readonly<Record<Kind, number>> = {
	daemon: 4,
	agent: 3.5,
	'background-app': 2.5,
	app: 1.5,
	'app-helper': 1.5,
	'xpc-service': 1,
	'app-extension': 1,
	driver: 0.7,
	'managed-job': 2,
	'background-process': 2.5,
	interactive: 1.2,
	session: 0.8,
	init: 0.5,
	kernel: 0.7,
	unknown: 0.1,
};

const modeWeights: Readonly<Record<QuizMode, number>> = {kind: 4, proof: 1.5, logout: 1.5, kill: 1.5, plist: 1.5};

/** What was drawn so far. */
type Drawn = {programs: Set<string>; kinds: Map<Kind, number>; traps: Map<TrapId, number>; modes: Map<QuizMode, number>};

/** The same program under two paths is one program. */
const programOf = ({process}: Candidate): string => process.name.toLowerCase();

const countOf = <Item>(counts: ReadonlyMap<Item, number>, item: Item): number => counts.get(item) ?? 0;

const count = <Item>(counts: Map<Item, number>, item: Item): void => {
	counts.set(item, countOf(counts, item) + 1);
};

/** The less a kind or a trap came so far, the cheaper; chance decides between what costs about the same. */
const costOf = ({process, trap}: Candidate, drawn: Drawn, random: Random): number => {
	const {kind} = process.verdict;
	const kindCost = (countOf(drawn.kinds, kind) + 1) / kindWeights[kind];
	const trapCost = trap === null ? 0 : countOf(drawn.traps, trap) * 2;
	return (kindCost + trapCost) * (0.3 + random());
};

const cheapest = (candidates: readonly Candidate[], drawn: Drawn, random: Random): Candidate | null => {
	let best: {candidate: Candidate; cost: number} | null = null;
	for (const candidate of candidates) {
		const cost = costOf(candidate, drawn, random);
		if (best === null || cost < best.cost) {
			best = {candidate, cost};
		}
	}

	return best?.candidate ?? null;
};

const pick = (candidates: readonly Candidate[], difficulty: Difficulty, drawn: Drawn, random: Random): Candidate | null => {
	const open = candidates.filter(candidate => candidate.difficulty === difficulty && !drawn.programs.has(programOf(candidate)));
	const preferred = random() < machineShare ? 'machine' : 'bank';
	const ofPreferred = open.filter(({origin}) => origin === preferred);
	return cheapest(ofPreferred.length > 0 ? ofPreferred : open, drawn, random);
};

/** What to ask: traps are about the kind, except the one about when a daemon runs. */
const modesFor = ({trap, difficulty}: Candidate, drawn: Drawn, random: Random): readonly QuizMode[] => {
	if (difficulty === 'trap') {
		return trap === 'on-demand-daemon' ? ['plist'] : ['kind'];
	}

	const cost = new Map(quizModes.map(mode => [mode, ((countOf(drawn.modes, mode) + 1) / modeWeights[mode]) * (0.5 + random())]));
	return [...quizModes].sort((a, b) => (cost.get(a) ?? 0) - (cost.get(b) ?? 0));
};

const maxEvidence = 3;

const subjectOf = ({process, platform, origin}: Candidate): QuizSubject => ({
	name: displayName(process),
	kind: process.verdict.kind,
	// what the dictionary says is no observation
	evidence: process.verdict.evidenceFor.filter(({rule}) => rule !== 'known-program').slice(0, maxEvidence),
	objections: process.verdict.evidenceAgainst.filter(({strength}) => strength > 1).slice(0, maxEvidence - 1),
	does: process.program && {en: process.program.en, ko: process.program.ko},
	platform,
	origin,
	key: origin === 'machine' ? process.key : null,
});

const questionOf = (candidate: Candidate, drawn: Drawn, random: Random): QuizQuestion | null => {
	for (const mode of modesFor(candidate, drawn, random)) {
		const chosen = choicesOf(mode, candidate, random);
		if (chosen) {
			const {process, platform, difficulty, trap} = candidate;
			const lines = mode === 'plist' ? startLinesOf(process) : [];
			const clues = cluesFor(mode, process, platform);
			return {
				mode,
				subject: subjectOf(candidate),
				difficulty,
				trap,
				clues,
				freeClues: freeCluesOf(mode, clues, candidate),
				lines,
				...chosen,
			};
		}
	}

	return null;
};

const note = (drawn: Drawn, candidate: Candidate, mode: QuizMode): void => {
	drawn.programs.add(programOf(candidate));
	count(drawn.kinds, candidate.process.verdict.kind);
	if (candidate.trap !== null) {
		count(drawn.traps, candidate.trap);
	}

	if (candidate.difficulty !== 'trap') {
		count(drawn.modes, mode);
	}
};

/** Two in five are traps, one in five is in no dictionary, the rest is clear. */
const plan = (questions: number, random: Random): readonly Difficulty[] => {
	const traps = Math.round(questions * trapShare);
	const unknown = Math.round(questions * unknownShare);
	const all = Array.from(
		{length: questions},
		(_, index): Difficulty => (index < traps ? 'trap' : index < traps + unknown ? 'unknown' : 'clear'),
	);
	return shuffled(all, random);
};

const fallbacks: Readonly<Record<Difficulty, readonly Difficulty[]>> = {
	trap: ['trap', 'clear', 'unknown'],
	clear: ['clear', 'trap', 'unknown'],
	unknown: ['unknown', 'clear', 'trap'],
};

/**
A quiz of at most `questions` questions about the processes of this machine (`null`: none is looked at) and of the
collection. No program comes twice. The same seed, machine and collection give the same quiz.
*/
export const drawQuiz = (
	snapshot: Snapshot | null,
	bank: readonly Snapshot[],
	seed: string,
	questions: number,
): readonly QuizQuestion[] => {
	const random = randomOf(seed);
	const candidates = [
		...(snapshot === null ? [] : candidatesOf(snapshot, 'machine')),
		...bank.flatMap(collection => candidatesOf(collection, 'bank')),
	];
	const drawn: Drawn = {programs: new Set(), kinds: new Map(), traps: new Map(), modes: new Map()};
	const quiz: QuizQuestion[] = [];
	for (const difficulty of plan(questions, random)) {
		for (const tried of fallbacks[difficulty]) {
			const candidate = pick(candidates, tried, drawn, random);
			const question = candidate && questionOf(candidate, drawn, random);
			if (candidate && question) {
				note(drawn, candidate, question.mode);
				quiz.push(question);
				break;
			}
		}
	}

	return quiz;
};
