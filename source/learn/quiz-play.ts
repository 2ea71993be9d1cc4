import {pointsAfter, type QuizQuestion, type QuizState} from '../model/quiz.js';

export type QuizMove = {type: 'showClue'} | {type: 'answer'; choice: number} | {type: 'next'};

/** A quiz before its first answer. */
export const startQuiz = (questions: readonly QuizQuestion[]): QuizState => ({
	questions,
	index: 0,
	cluesShown: questions[0]?.freeClues ?? 0,
	answer: null,
	answers: [],
	points: 0,
	streak: 0,
	bestStreak: 0,
});

/** The question at hand; `null`: the quiz is over. */
export const questionOf = ({questions, index}: QuizState): QuizQuestion | null => questions[index] ?? null;

/** There is a clue that was not told yet, and it may still be asked for. */
export const hasMoreClues = (state: QuizState): boolean =>
	state.answer === null && state.cluesShown < (questionOf(state)?.clues.length ?? 0);

const answered = (state: QuizState, question: QuizQuestion, choice: number): QuizState => {
	const isRight = choice === question.right;
	const points = isRight ? pointsAfter(state.cluesShown - question.freeClues) : 0;
	const streak = isRight ? state.streak + 1 : 0;
	return {
		...state,
		answer: choice,
		answers: [...state.answers, {choice, isRight, points}],
		points: state.points + points,
		streak,
		bestStreak: Math.max(state.bestStreak, streak),
	};
};

const nextQuestion = (state: QuizState): QuizState => {
	const index = state.index + 1;
	return {...state, index, cluesShown: state.questions[index]?.freeClues ?? 0, answer: null};
};

/** The quiz after a move. A move that is not possible now changes nothing: the same object comes back. */
export const playQuiz = (state: QuizState, move: QuizMove): QuizState => {
	const question = questionOf(state);
	if (question === null) {
		return state;
	}

	switch (move.type) {
		case 'showClue':
			return hasMoreClues(state) ? {...state, cluesShown: state.cluesShown + 1} : state;
		case 'answer':
			return state.answer === null && question.choices[move.choice] !== undefined ? answered(state, question, move.choice) : state;
		default:
			return state.answer === null ? state : nextQuestion(state);
	}
};
