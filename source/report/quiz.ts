import {type Evidence, type Kind, kindMark} from '../model/evidence.js';
import {
	fullPoints,
	pointsAfter,
	type QuizChoice,
	type QuizClue,
	type QuizQuestion,
	type QuizScore,
	type QuizState,
	type QuizSubject,
} from '../model/quiz.js';
import type {quiz as english} from '../text/en/quiz.js';
import type {Text} from '../text/text.js';
import type {Widened} from '../text/widened.js';
import {type Block, field, gap, heading, item, part, parts, sentence} from './block.js';

/** Words of the quiz in any language. */
export type QuizWords = Widened<typeof english>;

const evidenceText = ({rule, observed}: Evidence, text: Text): string =>
	text.evidence[rule as keyof typeof text.evidence]?.(observed) ?? rule;

const choiceText = (choice: QuizChoice, words: QuizWords, text: Text): string => {
	switch (choice.type) {
		case 'kind':
			return text.kind[choice.kind].name;
		case 'evidence': {
			const {rule, observed} = choice.evidence;
			const weak = choice.isWeak ? words.weakLine[rule as keyof QuizWords['weakLine']] : undefined;
			return weak ? weak(observed) : evidenceText(choice.evidence, text);
		}

		case 'logout':
			return words.logout[choice.fate];
		case 'kill':
			return words.kill[choice.fate].choice;
		default:
			return words.start[choice.start].choice;
	}
};

const clueText = ({id, observed}: QuizClue, words: QuizWords, text: Text): string => {
	if (id === 'kind') {
		return text.kind[observed.kind as Kind].name;
	}

	return id === 'name' ? String(observed.name) : words.clue[id](observed, text.managerName(observed.manager));
};

/** The name stands in the question already. */
const clueBlocks = ({clues}: QuizQuestion, shown: number, words: QuizWords, text: Text): readonly Block[] =>
	clues
		.slice(0, shown)
		.filter(({id}) => id !== 'name')
		.map(clue => field(words.clueLabel[clue.id], clueText(clue, words, text)));

const choiceBlock = (text: string, index: number, answer: number | null, right: number, words: QuizWords): Block => {
	if (answer === null) {
		return item(String(index + 1), 'accent', text);
	}

	if (index === right) {
		return item('✓', 'good', text, index === answer ? words.yourAnswer : words.theAnswer);
	}

	return index === answer ? item('✗', 'bad', text, words.yourAnswer) : item(String(index + 1), 'dim', text);
};

/** Where it was read can be looked up on this machine alone. */
const evidenceBlock = (evidence: Evidence, isFor: boolean, origin: QuizSubject['origin'], text: Text): Block =>
	item(
		text.why.strengthMark[evidence.strength],
		isFor ? 'good' : 'bad',
		evidenceText(evidence, text),
		origin === 'machine' ? text.why.sourceOf(evidence.source) : null,
	);

/** Why the right answer is right, where no evidence about this one process says it. */
const becauseOf = (answer: QuizChoice | undefined, words: QuizWords): string | null => {
	switch (answer?.type) {
		case 'logout':
			return answer.fate === 'next' ? null : words.logoutBecause[answer.fate];
		case 'kill':
			return words.kill[answer.fate].because;
		case 'start':
			return words.start[answer.start].because;
		case 'evidence':
			return words.proofBecause;
		default:
			return null;
	}
};

/** What settles it: the evidence, or why the manager acts so. */
const groundBlocks = ({mode, subject, choices, right, trap}: QuizQuestion, words: QuizWords, text: Text): readonly Block[] => {
	const because = becauseOf(choices[right], words);
	if (because !== null) {
		return [sentence(because)];
	}

	const objections = mode === 'kind' && trap !== null ? subject.objections : [];
	return [
		heading(words.proof),
		...subject.evidence.map(evidence => evidenceBlock(evidence, true, subject.origin, text)),
		...(objections.length === 0
			? []
			: [heading(words.objections), ...objections.map(evidence => evidenceBlock(evidence, false, subject.origin, text))]),
	];
};

/** Traps are about what a process is; one is about when it runs. */
const isTrapTold = ({mode, trap}: QuizQuestion): boolean => trap !== null && (mode === 'kind' || trap === 'on-demand-daemon');

const answerBlocks = (question: QuizQuestion, points: number, isRight: boolean, words: QuizWords, text: Text): readonly Block[] => {
	const {subject, trap, mode} = question;
	return [
		gap,
		sentence(isRight ? words.right(points) : words.wrong, isRight ? 'good' : 'bad'),
		...(mode === 'kind' ? [sentence(`${kindMark[subject.kind]} ${text.kind[subject.kind].verdict}`, 'strong')] : []),
		...(subject.does === null ? [] : [sentence(`${subject.name}: ${subject.does[text.language]}`, 'dim')]),
		...groundBlocks(question, words, text),
		...(trap !== null && isTrapTold(question) ? [sentence(`${words.trapHeading}: ${words.trap[trap](subject.name)}`, 'accent')] : []),
	];
};

/** The question at hand: what is asked, the clues so far, the choices, and after the answer what settles it. Empty when the quiz is over. */
export const quizReport = (state: QuizState, words: QuizWords, text: Text): readonly Block[] => {
	const {questions, index, cluesShown, answer, points, streak, answers} = state;
	const question = questions[index];
	if (question === undefined) {
		return [];
	}

	const {mode, subject, lines, choices, right} = question;
	const note = [
		words.where(subject.origin, subject.platform),
		...(answer === null ? [words.worth(pointsAfter(cluesShown - question.freeClues))] : []),
		words.tally(points, streak),
	];
	const last = answers.at(-1);
	return [
		heading(words.question(index + 1, questions.length), note.join(' · ')),
		sentence(words.ask[mode](subject.name, text.kind[subject.kind].name, subject.platform), 'strong'),
		...lines.map(line => parts([part(`  ${line}`, 'string')], 2)),
		...clueBlocks(question, answer === null ? cluesShown : question.clues.length, words, text),
		gap,
		...choices.map((choice, number) => choiceBlock(choiceText(choice, words, text), number, answer, right, words)),
		...(answer !== null && last !== undefined ? answerBlocks(question, last.points, last.isRight, words, text) : []),
	];
};

const fewest = 3;
const goodShare = 0.8;

/** The kind most often taken for another, once it has come often enough to tell. */
const weakestKind = ({byKind}: QuizScore): {kind: Kind; asked: number; right: number} | null => {
	const known = Object.entries(byKind)
		.map(([kind, {asked, right}]) => ({kind: kind as Kind, asked, right}))
		.filter(({asked, right}) => asked >= fewest && right / asked < goodShare);
	return known.sort((a, b) => a.right / a.asked - b.right / b.asked || b.asked - a.asked)[0] ?? null;
};

const totalBlocks = (score: QuizScore, words: QuizWords, text: Text): readonly Block[] => {
	if (score.played === 0) {
		return [];
	}

	const weakest = weakestKind(score);
	return [
		gap,
		heading(words.soFarHeading),
		sentence(words.soFar(score)),
		...(weakest === null ? [] : [sentence(words.weakest(text.kind[weakest.kind].name, weakest.right, weakest.asked))]),
	];
};

const answeredBlocks = ({questions, answers}: QuizState, words: QuizWords, text: Text): readonly Block[] =>
	answers.flatMap(({isRight, points}, index) => {
		const subject = questions[index]?.subject;
		return subject === undefined
			? []
			: [
					item(
						isRight ? '✓' : '✗',
						isRight ? 'good' : 'bad',
						`${subject.name}: ${text.kind[subject.kind].name}`,
						isRight ? words.points(points) : null,
					),
				];
	});

const missedKinds = ({questions, answers}: QuizState): readonly Kind[] => [
	...new Set(answers.flatMap(({isRight}, index) => (isRight ? [] : [questions[index]?.subject.kind ?? 'unknown']))),
];

/** How a quiz went, ended or broken off. `score`: all quizzes with this one; `null`: none is kept. */
export const quizResultReport = (state: QuizState, score: QuizScore | null, words: QuizWords, text: Text): readonly Block[] => {
	const {questions, answers, points, bestStreak} = state;
	const right = answers.filter(({isRight}) => isRight).length;
	const left = questions.length - answers.length;
	const missed = missedKinds(state).map(kind => text.kind[kind].name);
	const total = score === null ? [] : totalBlocks(score, words, text);
	if (answers.length === 0) {
		return [heading(words.result), sentence(words.nothingAnswered), ...total];
	}

	return [
		heading(words.result, words.resultPoints(points, answers.length * fullPoints)),
		sentence([words.resultOf(right, answers.length), ...(bestStreak > 1 ? [words.resultStreak(bestStreak)] : [])].join(' · '), 'strong'),
		...answeredBlocks(state, words, text),
		...(left === 0 ? [] : [sentence(words.notAnswered(left), 'dim')]),
		sentence(missed.length === 0 ? words.allRight : words.lookAgain(missed), 'accent'),
		...total,
	];
};
