import {describe, expect, test} from 'vitest';
import {drawQuiz} from '../../source/learn/quiz-draw.js';
import {type Difficulty, type QuizMode, type QuizQuestion, quizModes} from '../../source/model/quiz.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import {lookAtDemo, lookAtRecording} from '../view/pane-machines.js';
import {bank} from './quiz-scene.js';

const {snapshot: mac} = await lookAtDemo();
const {snapshot: debian} = await lookAtRecording('debian-12-panes.jsonl.gz');

const machines: readonly (readonly [string, Snapshot | null])[] = [
	['the demo Mac', mac],
	['a Debian', debian],
	['no machine', null],
];

const seeds = Array.from({length: 40}, (_, index) => `seed ${index}`);

const ofDifficulty = (quiz: readonly QuizQuestion[], difficulty: Difficulty): number =>
	quiz.filter(question => question.difficulty === difficulty).length;

describe.each(machines)('a quiz about %s', (_, snapshot) => {
	const quizzes = seeds.map(seed => drawQuiz(snapshot, bank, seed, 10));

	test('is the same for the same seed, and another for another', () => {
		expect(drawQuiz(snapshot, bank, 'x', 10)).toEqual(drawQuiz(snapshot, bank, 'x', 10));
		expect(new Set(quizzes.map(quiz => JSON.stringify(quiz))).size).toBe(seeds.length);
	});

	test('has four traps, four clear questions and two about programs in no dictionary', () => {
		const counts = quizzes.map(quiz => (['trap', 'clear', 'unknown'] as const).map(difficulty => ofDifficulty(quiz, difficulty)));
		expect(counts.filter(([traps, clear, unknown]) => traps !== 4 || clear !== 4 || unknown !== 2)).toEqual([]);
	});

	test('asks about no program twice', () => {
		const doubles = quizzes.filter(
			quiz => new Set(quiz.map(({subject}) => subject.name.split(' ')[0]?.toLowerCase())).size < quiz.length - 1,
		);
		expect(doubles).toEqual([]);
	});

	test('has two to four different choices to each question, one of them right', () => {
		for (const {choices, right} of quizzes.flat()) {
			expect(choices.length).toBeGreaterThanOrEqual(2);
			expect(choices.length).toBeLessThanOrEqual(4);
			expect(new Set(choices.map(choice => JSON.stringify(choice))).size).toBe(choices.length);
			expect(choices[right]).toBeDefined();
		}
	});

	test('offers the daemon wherever the kind is asked, and calls right what the verdict says', () => {
		for (const {mode, choices, right, subject} of quizzes.flat()) {
			if (mode === 'kind') {
				expect(choices).toContainEqual({type: 'kind', kind: 'daemon'});
				expect(choices[right]).toEqual({type: 'kind', kind: subject.kind});
			}
		}
	});

	test('tells the name from the start, and never the kind where it is asked', () => {
		for (const {mode, clues, freeClues} of quizzes.flat()) {
			expect(clues[0]?.id).toBe('name');
			expect(freeClues).toBeGreaterThanOrEqual(1);
			expect(freeClues).toBeLessThanOrEqual(clues.length);
			expect(mode === 'kind' && clues.some(({id}) => id === 'kind' || id === 'restart')).toBe(false);
		}
	});

	test('asks for the line that proves the verdict only where one does and two others do not', () => {
		for (const {choices, right} of quizzes.flat().filter(({mode}) => mode === 'proof')) {
			const strengths = choices.map(choice => (choice.type === 'evidence' ? choice.evidence.strength : 0));
			expect(choices.length).toBeGreaterThanOrEqual(3);
			expect(strengths.filter(strength => strength === 3)).toHaveLength(1);
			expect(strengths[right]).toBe(3);
		}
	});

	test('shows lines of a file only where they are asked about', () => {
		expect(quizzes.flat().filter(({mode, lines}) => (mode === 'plist') !== lines.length > 0)).toEqual([]);
	});

	test('is about what a process is for the most part, and asks everything else now and then', () => {
		const counts = new Map<QuizMode, number>(
			quizModes.map(mode => [mode, quizzes.flat().filter(question => question.mode === mode).length]),
		);
		expect(counts.get('kind')).toBeGreaterThan(quizzes.flat().length / 2);
		expect([...counts].filter(([, count]) => count < 5)).toEqual([]);
	});
});

describe('drawing', () => {
	test('prefers this machine, where it has something to ask about', () => {
		const origins = seeds.flatMap(seed => drawQuiz(mac, bank, seed, 10).map(({subject}) => subject.origin));
		const share = origins.filter(origin => origin === 'machine').length / origins.length;
		expect(share).toBeGreaterThan(0.5);
		expect(share).toBeLessThan(0.85);
	});

	test('names the process of this machine, and none for what it only tells of', () => {
		const subjects = seeds.flatMap(seed => drawQuiz(mac, bank, seed, 10).map(({subject}) => subject));
		const keys = new Set(mac.processes.map(({key}) => key));
		expect(subjects.filter(({origin, key}) => (origin === 'machine') !== (key !== null && keys.has(key)))).toEqual([]);
	});

	test('varies its traps', () => {
		for (const seed of seeds) {
			const traps = drawQuiz(null, bank, seed, 10).flatMap(({difficulty, trap}) => (difficulty === 'trap' ? [trap] : []));
			expect(new Set(traps).size).toBe(traps.length);
		}
	});

	test.each([1, 3, 25, 50])('gives %i questions when so many are wanted', count => {
		expect(drawQuiz(mac, bank, 'many', count)).toHaveLength(count);
	});

	test('gives as many as there are programs when more are wanted, and none of nothing', () => {
		const all = drawQuiz(null, bank, 'all', 500);
		expect(all.length).toBeGreaterThan(60);
		expect(all.length).toBeLessThan(500);
		expect(drawQuiz(null, [], 'none', 10)).toEqual([]);
	});

	test('tells the owner at once where a program has two instances', () => {
		const twins = seeds
			.flatMap(seed => drawQuiz(null, bank, seed, 10))
			.filter(({trap, mode}) => trap === 'two-instances' && mode === 'kind');
		expect(twins.length).toBeGreaterThan(0);
		expect(twins.filter(({clues, freeClues}) => !clues.slice(0, freeClues).some(({id}) => id === 'owner'))).toEqual([]);
	});

	test('asks nothing about what is only guessed, about zombies, or about itself', () => {
		const doubtful = {
			...mac,
			processes: mac.processes.map((process, index) => {
				const {verdict} = process;
				return index % 3 === 0
					? {...process, verdict: {...verdict, confidence: 'guess' as const}}
					: index % 3 === 1
						? {...process, verdict: {...verdict, tags: ['zombie' as const]}}
						: {...process, isSelf: true};
			}),
		};
		expect(drawQuiz(doubtful, [], 'doubt', 10)).toEqual([]);
	});
});
