import {questionOf} from '../learn/quiz-play.js';
import type {QuizScore, QuizState} from '../model/quiz.js';
import type {Snapshot} from '../model/snapshot.js';
import type {State} from './state.js';
import type {Store} from './store.js';

/** All quizzes together, and what there is to say about keeping them: not kept, or kept anew because the old file was damaged. */
export type ScoreKept = {score: QuizScore | null; message: {id: 'quizKept' | 'quizNotKept' | 'scoreDamaged'; path: string} | null};

/** Where lessons and the quiz have their material from. Nothing rejects. */
export type Teaching = {
	/** The built-in Mac; `null`: it cannot be had. */
	borrow(): Promise<Snapshot | null>;
	/** A new quiz about what runs here. */
	drawQuiz(snapshot: Snapshot | null): Promise<QuizState>;
	keepScore(quiz: QuizState): Promise<ScoreKept>;
};

/** Before the service managers have answered, verdicts are guesses: no questions are made of them. A system without any has had its time by the third sample. */
const isJudged = (snapshot: Snapshot | null): boolean => snapshot !== null && (snapshot.services.length > 0 || snapshot.sequence >= 3);

const isOver = (quiz: QuizState): boolean => questionOf(quiz) === null;

/** Fetches what the lessons and the quiz need when they are opened, and keeps the score when a quiz ends or is left. */
export const startTeacher = (teaching: Teaching, store: Store, signal: AbortSignal): void => {
	let isBorrowing = false;
	let isDrawing = false;
	let kept: QuizState | null = null;

	const borrow = async (): Promise<void> => {
		isBorrowing = true;
		const snapshot = await teaching.borrow();
		if (snapshot && !signal.aborted) {
			store.dispatch({type: 'borrowed', snapshot});
		}
	};

	const draw = async (): Promise<void> => {
		isDrawing = true;
		const quiz = await teaching.drawQuiz(store.getState().latest);
		isDrawing = false;
		if (!signal.aborted) {
			store.dispatch({type: 'quiz-started', quiz});
		}
	};

	const keep = async (quiz: QuizState): Promise<void> => {
		kept = quiz;
		const {score, message} = await teaching.keepScore(quiz);
		if (!signal.aborted) {
			store.dispatch({type: 'score', score, message});
		}
	};

	let before: State = store.getState();
	const react = (): void => {
		const now = store.getState();
		const {quiz} = now.learning;
		const previous = before;
		before = now;
		if ((now.mode === 'lessons' || now.mode === 'lesson') && !isBorrowing) {
			void borrow();
		}

		// one that is over is followed by a new one when the quiz is opened again
		const isDue = quiz === null || (isOver(quiz) && previous.mode !== 'quiz');
		if (now.mode === 'quiz' && isDue && !isDrawing && isJudged(now.latest)) {
			void draw();
		}

		if (quiz !== null && quiz !== kept && isOver(quiz)) {
			void keep(quiz);
		}
	};

	const stop = store.subscribe(react);
	signal.addEventListener('abort', () => {
		stop();
		const {quiz} = store.getState().learning;
		// what was answered counts even of a quiz that is broken off
		if (quiz !== null && quiz !== kept && quiz.answers.length > 0) {
			void teaching.keepScore(quiz);
		}
	});
	react();
};
