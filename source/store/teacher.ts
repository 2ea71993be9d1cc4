import {questionOf} from '../learn/quiz-play.js';
import type {QuizScore, QuizState} from '../model/quiz.js';
import type {Snapshot} from '../model/snapshot.js';
import type {Action, State} from './state.js';
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

type Errands = {borrow(): void; draw(): void; keep(quiz: QuizState): void};

/** Each is run once at a time, the built-in Mac and the score of a quiz once at all. What comes too late is dropped. */
const createErrands = (teaching: Teaching, store: Store, signal: AbortSignal): Errands => {
	let isBorrowed = false;
	let isDrawing = false;
	let kept: QuizState | null = null;
	const hand = (action: Action): void => {
		if (!signal.aborted) {
			store.dispatch(action);
		}
	};

	return {
		async borrow() {
			if (!isBorrowed) {
				isBorrowed = true;
				const snapshot = await teaching.borrow();
				if (snapshot) {
					hand({type: 'borrowed', snapshot});
				}
			}
		},
		async draw() {
			if (!isDrawing) {
				isDrawing = true;
				const quiz = await teaching.drawQuiz(store.getState().latest);
				isDrawing = false;
				hand({type: 'quiz-started', quiz});
			}
		},
		async keep(quiz) {
			if (quiz !== kept) {
				kept = quiz;
				hand({type: 'score', ...(await teaching.keepScore(quiz))});
			}
		},
	};
};

/** Fetches what the lessons and the quiz need when they are opened, and keeps the score when a quiz ends or is left. */
export const startTeacher = (teaching: Teaching, store: Store, signal: AbortSignal): void => {
	const {borrow, draw, keep} = createErrands(teaching, store, signal);
	let before: State = store.getState();
	const react = (): void => {
		const now = store.getState();
		const {quiz} = now.learning;
		const previous = before;
		before = now;
		if (now.mode === 'lessons' || now.mode === 'lesson') {
			borrow();
		}

		// one that is over is followed by a new one when the quiz is opened again
		const isDue = quiz === null || (isOver(quiz) && previous.mode !== 'quiz');
		if (now.mode === 'quiz' && isDue && isJudged(now.latest)) {
			draw();
		}

		if (quiz !== null && isOver(quiz)) {
			keep(quiz);
		}
	};

	const stop = store.subscribe(react);
	signal.addEventListener('abort', () => {
		stop();
		const {quiz} = store.getState().learning;
		// what was answered counts even of a quiz that is broken off
		if (quiz !== null && quiz.answers.length > 0) {
			keep(quiz);
		}
	});
	react();
};
