import {drawQuiz} from '../learn/quiz-draw.js';
import {startQuiz} from '../learn/quiz-play.js';
import type {Clock} from '../run/clock.js';
import type {ScoreKept, Teaching} from '../store/teacher.js';
import type {Arguments} from './arguments.js';
import {borrowMac} from './borrowed-mac.js';
import {type KeptScore, keepScore} from './keep-score.js';
import {loadQuizBank, parseCount} from './quiz-questions.js';

/** The last thing that went wrong, else where the score is kept now. */
const messageOf = ({path, problems}: KeptScore): ScoreKept['message'] => {
	const problem = problems.at(-1);
	if (problem === undefined) {
		return path === null ? null : {id: 'quizKept', path};
	}

	return problem.id === 'nowhere' ? null : {id: problem.id === 'damaged' ? 'scoreDamaged' : 'quizNotKept', path: problem.path};
};

/** What lessons and the quiz of the explorer are made from: the built-in Mac, the collection of traps, and the file with the score. */
export const createTeaching = (values: Arguments['values'], environment: NodeJS.ProcessEnv, clock: Clock): Teaching => {
	let drawn = 0;
	return {
		borrow: borrowMac,
		async drawQuiz(snapshot) {
			const bank = await loadQuizBank();
			// a second quiz of one run asks something else; a seed repeats both
			const seed = typeof values.seed === 'string' ? `${values.seed}${drawn === 0 ? '' : ` ${drawn}`}` : String(clock.now());
			drawn++;
			return startQuiz(drawQuiz(snapshot, bank, seed, parseCount(values.count) ?? 1));
		},
		async keepScore(quiz) {
			const kept = keepScore(quiz, environment, clock.now());
			return {score: kept.score, message: messageOf(kept)};
		},
	};
};
