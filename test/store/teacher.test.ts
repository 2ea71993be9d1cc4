import {describe, expect, test} from 'vitest';
import {loadQuizBank} from '../../source/commands/quiz-questions.js';
import {drawQuiz} from '../../source/learn/quiz-draw.js';
import {startQuiz} from '../../source/learn/quiz-play.js';
import {emptyScore, type QuizState} from '../../source/model/quiz.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import {createStore, initialState} from '../../source/store/store.js';
import {type ScoreKept, startTeacher, type Teaching} from '../../source/store/teacher.js';
import {snapshotFixture, unitFixture} from '../support/process-fixture.js';

const bank = await loadQuizBank();
const judged = snapshotFixture([], {services: [unitFixture('a.service')]});
const message = {id: 'quizKept', path: '/score'} as const;

const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

const open = (parts: Partial<Teaching> = {}) => {
	const store = createStore(initialState({columns: 80, rows: 24}, 'en', 1000));
	const ending = new AbortController();
	const asked = {borrowed: 0, drawn: [] as (Snapshot | null)[], kept: [] as QuizState[]};
	startTeacher(
		{
			borrow: async () => {
				asked.borrowed++;
				return judged;
			},
			drawQuiz: async snapshot => {
				asked.drawn.push(snapshot);
				return startQuiz(drawQuiz(null, bank, 'seed', 1));
			},
			keepScore: async (quiz): Promise<ScoreKept> => {
				asked.kept.push(quiz);
				return {score: {...emptyScore, played: 1}, message};
			},
			...parts,
		},
		store,
		ending.signal,
	);
	return {store, asked, ending};
};

describe('the teacher', () => {
	test('borrows the built-in Mac once, and not before somebody opens the lessons', async () => {
		const {store, asked} = open();
		store.dispatch({type: 'snapshot', snapshot: judged});
		expect(asked.borrowed).toBe(0);
		store.dispatch({type: 'menu', mode: 'lessons'});
		store.dispatch({type: 'back'});
		store.dispatch({type: 'lesson', page: 'word'});
		await settled();
		expect(asked.borrowed).toBe(1);
		expect(store.getState().learning.borrowed).toBe(judged);
	});

	test('makes no questions of verdicts that the service managers have not confirmed', async () => {
		const {store, asked} = open();
		store.dispatch({type: 'quiz'});
		store.dispatch({type: 'snapshot', snapshot: snapshotFixture([], {sequence: 1})});
		await settled();
		expect(asked.drawn).toEqual([]);
		const second = {...judged, sequence: 2};
		store.dispatch({type: 'snapshot', snapshot: second});
		await settled();
		expect(asked.drawn).toEqual([second]);
		expect(store.getState().learning.quiz?.questions).toHaveLength(1);
	});

	test('asks a system without any service manager from its third sample on', async () => {
		const {store, asked} = open();
		store.dispatch({type: 'quiz'});
		for (const sequence of [1, 2, 3]) {
			expect(asked.drawn).toEqual([]);
			store.dispatch({type: 'snapshot', snapshot: snapshotFixture([], {sequence})});
		}

		await settled();
		expect(asked.drawn).toHaveLength(1);
	});

	test('keeps the score of a quiz once, when it is over, and says where', async () => {
		const {store, asked} = open();
		store.dispatch({type: 'snapshot', snapshot: judged});
		store.dispatch({type: 'quiz'});
		await settled();
		store.dispatch({type: 'choice', choice: 0});
		await settled();
		expect(asked.kept).toEqual([]);
		store.dispatch({type: 'quiz-next'});
		await settled();
		expect(asked.kept).toHaveLength(1);
		expect(store.getState()).toMatchObject({message, learning: {score: {played: 1}}});
		store.dispatch({type: 'menu-move', by: 1});
		await settled();
		expect(asked.kept).toHaveLength(1);
	});

	test('draws another quiz when one that is over is opened again, and goes on with one that is not', async () => {
		const {store, asked} = open();
		store.dispatch({type: 'snapshot', snapshot: judged});
		store.dispatch({type: 'quiz'});
		await settled();
		store.dispatch({type: 'back'});
		store.dispatch({type: 'quiz'});
		await settled();
		expect(asked.drawn).toHaveLength(1);
		store.dispatch({type: 'choice', choice: 0});
		store.dispatch({type: 'quiz-next'});
		store.dispatch({type: 'quiz-next'});
		expect(store.getState().mode).toBe('browse');
		store.dispatch({type: 'quiz'});
		await settled();
		expect(asked.drawn).toHaveLength(2);
	});

	test('keeps what was answered of a quiz that is broken off', async () => {
		const {store, asked, ending} = open();
		store.dispatch({type: 'snapshot', snapshot: judged});
		store.dispatch({type: 'quiz'});
		await settled();
		ending.abort();
		expect(asked.kept).toEqual([]);
		const second = open();
		second.store.dispatch({type: 'snapshot', snapshot: judged});
		second.store.dispatch({type: 'quiz'});
		await settled();
		second.store.dispatch({type: 'choice', choice: 0});
		second.ending.abort();
		expect(second.asked.kept).toHaveLength(1);
	});
});
