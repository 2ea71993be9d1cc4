import {describe, expect, test} from 'vitest';
import {drawQuiz} from '../../source/learn/quiz-draw.js';
import {playQuiz, type QuizMove, startQuiz} from '../../source/learn/quiz-play.js';
import {emptyScore, killFates, logoutFates, type QuizQuestion, type QuizState, startRules, trapIds} from '../../source/model/quiz.js';
import {quizReport, quizResultReport} from '../../source/report/quiz.js';
import {lessonWordsOf} from '../../source/text/lesson-words.js';
import {languages, textOf} from '../../source/text/text.js';
import {bank, questionFixture, subjectFixture} from '../learn/quiz-scene.js';
import {lineText} from './report-text.js';

const {quiz: words} = lessonWordsOf('en');
const text = textOf('en');

const lines = (state: QuizState): readonly string[] => quizReport(state, words, text).map(lineText);

const stateAfter = (question: QuizQuestion, ...moves: readonly QuizMove[]): QuizState => moves.reduce(playQuiz, startQuiz([question]));

const clue: QuizMove = {type: 'showClue'};
const right: QuizMove = {type: 'answer', choice: 1};
const wrong: QuizMove = {type: 'answer', choice: 0};

const bird = questionFixture('bird', {
	trap: 'called-daemon',
	subject: subjectFixture('bird', 'agent', {
		does: {en: 'Syncs your iCloud Drive files', ko: 'iCloud Drive 파일을 동기화'},
		evidence: [
			{
				rule: 'session-domain-job',
				supports: ['agent'],
				strength: 3,
				source: 'launchctl print gui/501',
				observed: {label: 'com.apple.bird', domain: 'gui/501'},
			},
		],
		objections: [{rule: 'service-account', supports: ['daemon'], strength: 2, source: 'ps -o user= -p 1', observed: {user: '_x'}}],
	}),
});

describe('a question', () => {
	test('asks, says what it is worth, and offers choices by number', () => {
		expect(lines(startQuiz([bird]))).toEqual([
			'# Question 1 of 1 On this machine · worth 5 points · 0 points',
			'What is bird?',
			'',
			'1 daemon',
			'2 agent',
			'3 app',
		]);
	});

	test('tells one more clue at a time, and loses worth', () => {
		const all = lines(stateAfter(bird, clue, clue));
		expect(all[0]).toContain('worth 3 points');
		expect(all).toContain('Owner: alex – a person');
		expect(all).toContain('Terminal: none');
		expect(lines(stateAfter(bird, clue))).not.toContain('Terminal: none');
	});

	test('tells the whole truth after the answer: all clues, the proof, what misleads, the trap', () => {
		expect(lines(stateAfter(bird, right))).toEqual([
			'# Question 1 of 1 On this machine · 5 points',
			'What is bird?',
			'Owner: alex – a person',
			'Terminal: none',
			'',
			'1 daemon',
			'✓ agent | your answer',
			'3 app',
			'',
			'Right: 5 points.',
			'◐ An agent: a background service for one user.',
			'bird: Syncs your iCloud Drive files',
			'# What tells',
			'▪▪▪ launchd keeps it for one user, in the domain gui/501, as com.apple.bird. | launchctl print gui/501',
			'# What might mislead',
			'▪▪· It runs as _x, an account that no person logs in with. | ps -o user= -p 1',
			expect.stringMatching(/^The trap: The manual page of bird says daemon\./),
		]);
	});

	test('marks a wrong answer and the right one', () => {
		const all = lines(stateAfter(bird, wrong));
		expect(all).toContain('✗ daemon | your answer');
		expect(all).toContain('✓ agent | the answer');
		expect(all).toContain('Not quite.');
	});

	test('names no command for a process that does not run here', () => {
		const elsewhere = {...bird, subject: {...bird.subject, origin: 'bank' as const}};
		const all = lines(stateAfter(elsewhere, right));
		expect(all[0]).toContain('On a Mac');
		expect(all.filter(each => each.includes('launchctl print') || each.includes('ps -o'))).toEqual([]);
	});

	test('about a proof tells weak lines without saying that they are weak', () => {
		const weak = {rule: 'no-terminal', supports: ['agent'], strength: 1, source: '', observed: {}} as const;
		const question = questionFixture('bird', {
			mode: 'proof',
			choices: [
				{type: 'evidence', evidence: weak, isWeak: true},
				{type: 'evidence', evidence: bird.subject.evidence[0] ?? weak, isWeak: false},
			],
		});
		expect(lines(startQuiz([question]))).toContain('1 It has no terminal.');
		expect(lines(stateAfter(question, right))).toContain(words.proofBecause);
	});

	test('about a file shows its lines', () => {
		const question = questionFixture('bird', {mode: 'plist', lines: ['<key>KeepAlive</key> <true/>']});
		expect(lines(startQuiz([question]))).toContain('  <key>KeepAlive</key> <true/>');
	});

	test('about a trap of time tells it where the time is asked', () => {
		const question = questionFixture('smbd', {
			mode: 'plist',
			trap: 'on-demand-daemon',
			choices: [
				{type: 'start', start: 'kept'},
				{type: 'start', start: 'on-demand'},
			],
		});
		const all = lines(stateAfter(question, wrong));
		expect(all).toContain(words.start['on-demand'].because);
		expect(all.at(-1)).toMatch(/^The trap: /);
	});

	test('is none when the quiz is over', () => {
		expect(quizReport(startQuiz([]), words, text)).toEqual([]);
	});
});

describe('the result', () => {
	const questions = [bird, questionFixture('mds', {subject: subjectFixture('mds', 'daemon')}), questionFixture('c')];
	const played = ([right, {type: 'next'}, wrong] as const).reduce<QuizState>(playQuiz, startQuiz(questions));

	test('counts points, names what was missed, and what was not answered', () => {
		expect(quizResultReport(played, null, words, text).map(lineText)).toEqual([
			'# Result 5 of 10 points',
			'1 of 2 right',
			'✓ bird: agent | 5 points',
			'✗ mds: daemon',
			'One question was not answered.',
			'Worth another look: daemon.',
		]);
	});

	test('tells all quizzes so far, and the kind that is hardest', () => {
		const score = {
			...emptyScore,
			played: 3,
			asked: 30,
			right: 20,
			bestPoints: 41,
			byKind: {agent: {asked: 8, right: 2}, app: {asked: 2, right: 0}},
		};
		const all = quizResultReport(played, score, words, text).map(lineText);
		expect(all).toContain('So far: 3 quizzes, 20 of 30 right, 41 points at best.');
		expect(all).toContain('Hardest for you: agent (2 of 8 right).');
	});

	test('of nothing says so', () => {
		expect(quizResultReport(startQuiz(questions), null, words, text).map(lineText)).toEqual(['# Result', 'No question was answered.']);
	});

	test('without a mistake praises', () => {
		expect(quizResultReport(stateAfter(bird, right), null, words, text).map(lineText)).toContain(words.allRight);
	});
});

describe.each(languages)('the words in %s', language => {
	const own = lessonWordsOf(language).quiz;
	const ownText = textOf(language);

	test('say every trap in whole sentences, with the name where they use it', () => {
		for (const id of trapIds) {
			expect(own.trap[id]('mds_stores')).toMatch(/[.]$/);
			expect(own.trap[id]('mds_stores')).not.toMatch(/undefined|null|\$\{/);
		}
	});

	test('have a choice and a reason for everything that can follow', () => {
		const reasons = [
			...logoutFates.map(fate => own.logoutBecause[fate]),
			...killFates.map(fate => own.kill[fate].because),
			...startRules.map(rule => own.start[rule].because),
		];
		expect(reasons.filter(reason => !reason.endsWith('.'))).toEqual([]);
		const choices = [...killFates.map(fate => own.kill[fate].choice), ...startRules.map(rule => own.start[rule].choice)];
		expect(new Set(choices).size).toBe(choices.length);
	});

	test('leave no question, clue or answer of the collection without words', () => {
		const quizzes = Array.from({length: 12}, (_, index) => drawQuiz(null, bank, `words ${index}`, 20)).flat();
		for (const question of quizzes) {
			const moves: readonly QuizMove[] = [...question.clues.map(() => clue), wrong];
			for (const state of moves.map((_, index) => stateAfter(question, ...moves.slice(0, index + 1)))) {
				const shown = quizReport(state, own, ownText).map(lineText).join('\n');
				expect(shown).not.toMatch(/undefined|null|\[object|NaN/);
			}
		}
	});
});

describe('the words in Korean', () => {
	const {quiz: korean} = lessonWordsOf('ko');

	test('choose the particle that a name asks for', () => {
		expect(korean.ask.kind('mds')).toBe('mds는 무엇일까요?');
		expect(korean.ask.kind('cron')).toBe('cron은 무엇일까요?');
	});

	test('hold Hangul in every sentence', () => {
		const sentences = [
			...trapIds.map(id => korean.trap[id]('x')),
			...killFates.map(fate => korean.kill[fate].because),
			korean.result,
			korean.wrong,
		];
		expect(sentences.filter(each => !/[가-힣]/u.test(each))).toEqual([]);
	});
});
