import {createInterface} from 'node:readline';
import {loadDictionary} from '../knowledge/programs.js';
import {judgeBank} from '../learn/quiz-bank.js';
import {drawQuiz} from '../learn/quiz-draw.js';
import {hasMoreClues, playQuiz, questionOf, startQuiz} from '../learn/quiz-play.js';
import {addToScore} from '../learn/quiz-score.js';
import {pointsAfter, type QuizState} from '../model/quiz.js';
import type {Snapshot} from '../model/snapshot.js';
import {reportLines} from '../paint/report-lines.js';
import {line, span} from '../paint/style.js';
import {createTheme} from '../paint/theme.js';
import {printable} from '../parse/printable.js';
import type {Block} from '../report/block.js';
import {type QuizWords, quizReport, quizResultReport} from '../report/quiz.js';
import {type ReadScore, readScore, scorePath, writeScore} from '../run/score-file.js';
import type {Language, Text} from '../text/text.js';
import {chooseColor, themeLevel} from './arguments.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {openMachine} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';

/** Words of the quiz, loaded when they are needed. */
export const quizWordsOf = async (language: Language): Promise<QuizWords> =>
	language === 'ko' ? (await import('../text/ko-quiz.js')).quiz : (await import('../text/en-quiz.js')).quiz;

/** The collection of mistakable processes, judged with the dictionaries of both systems. */
export const loadQuizBank = async (): Promise<readonly Snapshot[]> => {
	const [linux, darwin] = await Promise.all([loadDictionary('linux'), loadDictionary('darwin')]);
	return judgeBank({linux, darwin});
};

const defaultCount = 10;
const maxCount = 50;

const parseCount = (value: string | true | undefined): number | null => {
	if (typeof value !== 'string') {
		return defaultCount;
	}

	const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
	return count >= 1 && count <= maxCount ? count : null;
};

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
	say(`${words.plain.clueCosts(pointsAfter(after.cluesShown))}\n`);
	return after;
};

/** What is new after an answer: everything behind the choices. */
const tellAnswer = (state: QuizState, {print, words, text}: Desk): void => {
	const blocks = quizReport(state, words, text);
	const firstChoice = blocks.findIndex(({type}) => type === 'gap');
	print([...blocks.slice(firstChoice), {type: 'gap'}]);
};

/** Asks until the end, `q`, or the end of the input. */
const play = async (first: QuizState, desk: Desk): Promise<QuizState> => {
	const {lines, print, say, words, text} = desk;
	let state = first;
	let isNew = true;
	for (let question = questionOf(state); question !== null; question = questionOf(state)) {
		if (isNew) {
			print(quizReport(state, words, text));
		}

		const count = question.choices.length;
		say(words.plain.prompt(count, hasMoreClues(state)));
		const next = await lines.next();
		say('\n');
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

type Kept = {score: ReadScore | null; warnings: readonly string[]};

/** Adds a quiz to the score and keeps it; what went wrong is said, and ends nothing. */
const keepScore = (state: QuizState, environment: NodeJS.ProcessEnv, now: number, words: QuizWords): Kept => {
	const path = scorePath(environment);
	if (path === null) {
		return {score: null, warnings: [words.scoreNowhere]};
	}

	const before = readScore(path, now);
	if ('failure' in before) {
		return {score: null, warnings: [words.scoreStuck(printable(path))]};
	}

	const warnings = before.damaged === null ? [] : [words.scoreDamaged(printable(before.damaged))];
	if (state.answers.length === 0) {
		return {score: before, warnings};
	}

	const score = addToScore(before.score, state, now);
	const {failure} = writeScore(path, score);
	return {score: {...before, score}, warnings: failure === null ? warnings : [...warnings, words.scoreNotKept(printable(path), failure)]};
};

const printer = ({arguments: {values}, stdout, environment}: Context): ((blocks: readonly Block[]) => void) => {
	const theme = createTheme(themeLevel(chooseColor(values) ?? 'auto', stdout.isTTY === true, environment));
	const width = stdout.isTTY ? Math.min(stdout.columns, 100) : 100;
	return blocks => {
		for (const each of reportLines(blocks, width)) {
			stdout.write(`${theme.paint(line(...each.spans.map(part => span(part.text, part.style)))).trimEnd()}\n`);
		}
	};
};

/** What this command alone takes, beside the options of every machine. */
type QuizOptions = {seed?: string | true; count?: string | true};

/**
`daemon-top quiz` without a screen of its own: questions as text, one line of input for each answer, for pipes and screen
readers. Ends with the result, which is added to the score.
*/
export const quiz = async (context: Context): Promise<ExitCode> => {
	const {arguments: given, text, stdin, stdout, stderr, environment} = context;
	const {seed, count: countValue} = given.values as QuizOptions;
	const words = await quizWordsOf(text.language);
	const count = parseCount(countValue);
	const [extra] = given.words;
	if (count === null || extra !== undefined) {
		stderr.write(`${extra === undefined ? words.badCount(printable(String(countValue)), maxCount) : words.noWords(printable(extra))}\n`);
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
	const print = printer(context);
	const say = (what: string): void => void stdout.write(what);
	const ended = await play(startQuiz(questions), {lines: input[Symbol.asyncIterator](), print, say, words, text});
	input.close();
	const {score, warnings} = keepScore(ended, environment, clock.now(), words);
	print([{type: 'gap'}, ...quizResultReport(ended, score !== null && 'score' in score ? score.score : null, words, text)]);
	say(`${words.plain.again(printable(chosenSeed))}\n`);
	stderr.write(warnings.map(warning => `${warning}\n`).join(''));
	return exitCode.ok;
};
