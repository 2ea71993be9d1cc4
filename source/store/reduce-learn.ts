import type {QuizMove} from '../learn/quiz-play.js';
import {playQuiz, questionOf} from '../learn/quiz-play.js';
import {lessonIds} from '../model/lesson.js';
import type {Learning, LearnPage, State} from './state.js';

/** Everything there is to read, in its order. */
export const learnPages: readonly LearnPage[] = [...lessonIds, 'myths'];

const withLearning = (state: State, learning: Partial<Learning>): State => ({...state, learning: {...state.learning, ...learning}});

/** Opens a lesson from its start. */
export const openPage = (state: State, page: LearnPage): State =>
	withLearning({...state, mode: 'lesson', menuLine: 0, message: null}, {page, answer: null});

/** To the next lesson or the one before; at either end it stays. */
export const stepPage = (state: State, by: number): State => {
	const index = learnPages.indexOf(state.learning.page) + by;
	return openPage(state, learnPages[Math.max(0, Math.min(index, learnPages.length - 1))] ?? 'word');
};

const moveQuiz = (state: State, move: QuizMove): State => {
	const {quiz} = state.learning;
	const next = quiz === null ? null : playQuiz(quiz, move);
	return next === quiz ? state : withLearning({...state, menuLine: 0, message: null}, {quiz: next});
};

/** Answers what is asked: the question of the quiz, or that of the lesson, which may be tried again. */
export const choose = (state: State, choice: number): State => {
	if (state.mode === 'quiz') {
		return moveQuiz(state, {type: 'answer', choice});
	}

	return state.learning.page === 'myths' ? state : withLearning({...state, message: null}, {answer: choice});
};

export const showClue = (state: State): State => moveQuiz(state, {type: 'showClue'});

/** On to the next question, or where the quiz is over, out of it. */
export const nextQuestion = (state: State): State => {
	const {quiz} = state.learning;
	return quiz !== null && questionOf(quiz) === null ? {...state, mode: 'browse', message: null} : moveQuiz(state, {type: 'next'});
};
