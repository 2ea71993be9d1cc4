import {describe, expect, test} from 'vitest';
import {hasMoreClues, playQuiz, type QuizMove, questionOf, startQuiz} from '../../source/learn/quiz-play.js';
import {addToScore} from '../../source/learn/quiz-score.js';
import {emptyScore, type QuizState} from '../../source/model/quiz.js';
import {questionFixture, subjectFixture} from './quiz-scene.js';

const clue: QuizMove = {type: 'showClue'};
const next: QuizMove = {type: 'next'};
const answer = (choice: number): QuizMove => ({type: 'answer', choice});
const right = answer(1);
const wrong = answer(0);

const three = [questionFixture('a'), questionFixture('b'), questionFixture('c')];
const stateAfter = (moves: readonly QuizMove[], questions = three): QuizState => moves.reduce(playQuiz, startQuiz(questions));

describe('playing', () => {
	test.each([
		['at once', [right], 5],
		['after one clue', [clue, right], 4],
		['after two clues', [clue, clue, right], 3],
		['wrongly', [wrong], 0],
	] as const)('a question answered %s gives points', (_, moves, points) => {
		expect(stateAfter(moves).points).toBe(points);
	});

	test('a right answer is worth at least one point, however many clues were told', () => {
		const clues = Array.from({length: 9}, () => ({id: 'terminal' as const, observed: {tty: null}}));
		const question = questionFixture('a', {clues});
		expect(stateAfter([...clues.map(() => clue), right], [question]).points).toBe(1);
	});

	test('clues that are told from the start cost nothing', () => {
		const question = questionFixture('a', {freeClues: 2});
		const start = startQuiz([question]);
		expect(start.cluesShown).toBe(2);
		expect(playQuiz(start, right).points).toBe(5);
		expect(stateAfter([clue, right], [question]).points).toBe(4);
	});

	test('right answers in a row are counted, and a wrong one ends the row', () => {
		const state = stateAfter([right, next, right, next, wrong]);
		expect(state.streak).toBe(0);
		expect(state.bestStreak).toBe(2);
		expect(state.answers.map(({isRight}) => isRight)).toEqual([true, true, false]);
	});

	test('the next question begins anew', () => {
		const state = stateAfter([clue, clue, right, next]);
		expect(questionOf(state)?.subject.name).toBe('b');
		expect(state).toMatchObject({index: 1, cluesShown: 1, answer: null, points: 3});
	});

	test('behind the last question the quiz is over, and stays as it is', () => {
		const over = stateAfter([right, next, right, next, right, next]);
		expect(questionOf(over)).toBeNull();
		for (const move of [clue, right, next]) {
			expect(playQuiz(over, move)).toBe(over);
		}
	});

	test.each([
		['a second answer', [wrong], right],
		['an answer that is none', [], answer(7)],
		['a negative answer', [], answer(-1)],
		['going on without an answer', [], next],
		['a clue after the answer', [wrong], clue],
		['a clue beyond the last', [clue, clue], clue],
	] as const)('%s changes nothing', (_, before, move) => {
		const state = stateAfter(before);
		expect(playQuiz(state, move)).toBe(state);
	});

	test('whether there is one more clue is known', () => {
		expect(hasMoreClues(stateAfter([]))).toBe(true);
		expect(hasMoreClues(stateAfter([clue, clue]))).toBe(false);
		expect(hasMoreClues(stateAfter([right]))).toBe(false);
		expect(hasMoreClues(startQuiz([]))).toBe(false);
	});
});

describe('the score', () => {
	const questions = [questionFixture('a'), questionFixture('b', {subject: subjectFixture('b', 'daemon')}), questionFixture('c')];

	test('grows by a quiz, and by the kinds that were asked', () => {
		const first = addToScore(emptyScore, stateAfter([right, next, wrong, next, right, next], questions), 1000);
		expect(first).toEqual({
			played: 1,
			asked: 3,
			right: 2,
			points: 10,
			bestPoints: 10,
			bestStreak: 1,
			byKind: {agent: {asked: 2, right: 2}, daemon: {asked: 1, right: 0}},
			lastPlayedAt: 1000,
		});
		const second = addToScore(first, stateAfter([clue, right], questions), 2000);
		expect(second).toMatchObject({played: 2, asked: 4, right: 3, points: 14, bestPoints: 10, lastPlayedAt: 2000});
		expect(second.byKind.agent).toEqual({asked: 3, right: 3});
	});

	test('counts a quiz that was broken off by its answers, and none without an answer', () => {
		expect(addToScore(emptyScore, stateAfter([right, next]), 1).asked).toBe(1);
		expect(addToScore(emptyScore, stateAfter([clue]), 1)).toBe(emptyScore);
	});
});
