import type {Kind} from '../model/evidence.js';
import type {KindScore, QuizScore, QuizState} from '../model/quiz.js';

const countedByKind = (state: QuizState, before: QuizScore['byKind']): QuizScore['byKind'] => {
	const byKind: Partial<Record<Kind, KindScore>> = {...before};
	for (const [index, {isRight}] of state.answers.entries()) {
		const kind = state.questions[index]?.subject.kind;
		if (kind !== undefined) {
			const {asked, right} = byKind[kind] ?? {asked: 0, right: 0};
			byKind[kind] = {asked: asked + 1, right: right + (isRight ? 1 : 0)};
		}
	}

	return byKind;
};

/** What is kept after one more quiz, ended or broken off. A quiz without an answer counts for nothing. */
export const addToScore = (score: QuizScore, state: QuizState, now: number): QuizScore => {
	if (state.answers.length === 0) {
		return score;
	}

	return {
		played: score.played + 1,
		asked: score.asked + state.answers.length,
		right: score.right + state.answers.filter(({isRight}) => isRight).length,
		points: score.points + state.points,
		bestPoints: Math.max(score.bestPoints, state.points),
		bestStreak: Math.max(score.bestStreak, state.bestStreak),
		byKind: countedByKind(state, score.byKind),
		lastPlayedAt: now,
	};
};
