import {addToScore} from '../learn/quiz-score.js';
import type {QuizScore, QuizState} from '../model/quiz.js';
import {printable} from '../parse/printable.js';
import {readScore, scorePath, writeScore} from '../run/score-file.js';

/** What there is to say about a score: it has no place, its file cannot be read or written, or was damaged and is put aside. Paths are printable. */
export type ScoreProblem =
	| {id: 'nowhere'}
	| {id: 'stuck'; path: string}
	| {id: 'damaged'; path: string}
	| {id: 'not-kept'; path: string; reason: string};

/** `score`: all quizzes with this one; `null`: what was played before is not known. */
export type KeptScore = {score: QuizScore | null; path: string | null; problems: readonly ScoreProblem[]};

/** Adds a quiz to the score and keeps it. A quiz without an answer changes nothing. */
export const keepScore = (quiz: QuizState, environment: NodeJS.ProcessEnv, now: number): KeptScore => {
	const path = scorePath(environment);
	if (path === null) {
		return {score: null, path, problems: [{id: 'nowhere'}]};
	}

	const shownPath = printable(path);
	const before = readScore(path, now);
	if ('failure' in before) {
		return {score: null, path: shownPath, problems: [{id: 'stuck', path: shownPath}]};
	}

	const damaged: readonly ScoreProblem[] = before.damaged === null ? [] : [{id: 'damaged', path: printable(before.damaged)}];
	if (quiz.answers.length === 0) {
		return {score: before.score, path: shownPath, problems: damaged};
	}

	const score = addToScore(before.score, quiz, now);
	const {failure} = writeScore(path, score);
	const lost: readonly ScoreProblem[] = failure === null ? [] : [{id: 'not-kept', path: shownPath, reason: failure}];
	return {score, path: shownPath, problems: [...damaged, ...lost]};
};
