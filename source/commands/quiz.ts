import {createInterface} from 'node:readline';
import {drawQuiz} from '../learn/quiz-draw.js';
import {hasMoreClues, playQuiz, questionOf, startQuiz} from '../learn/quiz-play.js';
import {pointsAfter, type QuizState} from '../model/quiz.js';
import {printable} from '../parse/printable.js';
import type {Block} from '../report/block.js';
import {type QuizWords, quizReport, quizResultReport} from '../report/quiz.js';
import {lessonWordsOf} from '../text/lesson-words.js';
import type {Text} from '../text/text.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {keepScore, type ScoreProblem} from './keep-score.js';
import {openMachine} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';
import {printBlocks} from './print-blocks.js';
import {loadQuizBank, mostQuestions, parseCount} from './quiz-questions.js';

type Typed = {type: 'choice'; choice: number} | {type: 'clue'} | {type: 'end'} | {type: 'other'};

/** What a line says. On a Korean keyboard h and q are ㅗ and ㅂ. */
const readLine = (typed: string, choices: number): Typed => {
	const word = typed.trim().normalize('NFC').toLowerCase();
	if (/^[hㅗ]$/u.test(word)) {
		return {type: 'clue'};
	}

	if (/^[qㅂ]$/u.test(word)) {
		return {type: 'end'};
	}

	const choice = /^\d$/.test(word) ? Number(word) - 1 : -1;
	return choice >= 0 && choice < choices ? {type: 'choice', choice} : {type: 'other'};
};

type Desk = {
	lines: AsyncIterator<string>;
	sayEnter: () => void;
	print: (blocks: readonly Block[]) => void;
	say: (text: string) => void;
	words: QuizWords;
	text: Text;
};

/** A clue, if there is one more. Only what is new is printed: a screen reader need not hear the rest again. */
const tellClue = (state: QuizState, {print, say, words, text}: Desk): QuizState => {
	if (!hasMoreClues(state)) {
		say(`${words.plain.noMoreClues}\n`);
		return state;
	}

	const after = playQuiz(state, {type: 'showClue'});
	print(
		quizReport(after, words, text)
			.filter(({type}) => type === 'field')
			.slice(-1),
	);
	say(`${words.plain.clueCosts(pointsAfter(after.cluesShown - (questionOf(after)?.freeClues ?? 0)))}\n`);
	return after;
};

/** What is new after an answer: everything behind the choices. */
const tellAnswer = (state: QuizState, {print, words, text}: Desk): void => {
	const blocks = quizReport(state, words, text);
	const firstChoice = blocks.findIndex(({type}) => type === 'gap');
	print([...blocks.slice(firstChoice), {type: 'gap'}]);
};

/** Asks until the end, `q`, or the end of the input. */
export const play = async (first: QuizState, desk: Desk): Promise<QuizState> => {
	const {lines, sayEnter, print, say, words, text} = desk;
	let state = first;
	let isNew = true;
	for (let question = questionOf(state); question !== null; question = questionOf(state)) {
		if (isNew) {
			print(quizReport(state, words, text));
		}

		const count = question.choices.length;
		say(words.plain.prompt(count, hasMoreClues(state)));
		const next = await lines.next();
		sayEnter();
		const typed: Typed = next.done === true ? {type: 'end'} : readLine(next.value, count);
		if (typed.type === 'end') {
			return state;
		}

		isNew = typed.type === 'choice';
		if (typed.type === 'clue') {
			state = tellClue(state, desk);
		} else if (typed.type === 'choice') {
			state = playQuiz(state, {type: 'answer', choice: typed.choice});
			tellAnswer(state, desk);
			state = playQuiz(state, {type: 'next'});
		} else {
			say(`${words.plain.notAnAnswer(count)}\n`);
		}
	}

	return state;
};

/** What went wrong with the score is said, and ends nothing. */
const problemText = (problem: ScoreProblem, words: QuizWords): string => {
	switch (problem.id) {
		case 'nowhere':
			return words.scoreNowhere;
		case 'stuck':
			return words.scoreStuck(problem.path);
		case 'damaged':
			return words.scoreDamaged(problem.path);
		default:
			return words.scoreNotKept(problem.path, problem.reason);
	}
};

/**
`daemon-top quiz` without a screen of its own: questions as text, one line of input for each answer, for pipes and screen
readers. Ends with the result, which is added to the score.
*/
export const quiz = async (context: Context): Promise<ExitCode> => {
	const {arguments: given, text, stdin, stdout, stderr, environment} = context;
	const {seed, count: countValue} = given.values;
	const {quiz: words} = lessonWordsOf(text.language);
	const count = parseCount(countValue);
	const [extra] = given.words;
	if (count === null || extra !== undefined) {
		const shownCount = printable(String(countValue));
		stderr.write(`${extra === undefined ? words.badCount(shownCount, mostQuestions) : words.noWords(printable(extra))}\n`);
		return exitCode.usage;
	}

	const opened = await openMachine(given.values, text);
	if ('error' in opened) {
		stderr.write(`${opened.error}\n`);
		return exitCode.error;
	}

	const {engine, clock} = opened.machine;
	const chosenSeed = typeof seed === 'string' ? seed : String(clock.now());
	const [snapshot, bank] = await Promise.all([takeOneSnapshot(engine, false), loadQuizBank()]);
	const questions = drawQuiz(snapshot, bank, chosenSeed, count);
	if (questions.length === 0) {
		stderr.write(`${words.noQuestions}\n`);
		return exitCode.notFound;
	}

	const input = createInterface({input: stdin, terminal: false});
	const print = (blocks: readonly Block[]): void => printBlocks(blocks, context);
	const say = (what: string): void => void stdout.write(what);
	// a terminal shows the Enter that ends a line; what comes out of a pipe shows nothing
	const sayEnter = (): void => say(stdin.isTTY ? '' : '\n');
	const ended = await play(startQuiz(questions), {lines: input[Symbol.asyncIterator](), sayEnter, print, say, words, text});
	input.close();
	const {score, problems} = keepScore(ended, environment, clock.now());
	print([{type: 'gap'}, ...quizResultReport(ended, score, words, text)]);
	say(`${words.plain.again(printable(chosenSeed))}\n`);
	stderr.write(problems.map(problem => `${problemText(problem, words)}\n`).join(''));
	return exitCode.ok;
};
