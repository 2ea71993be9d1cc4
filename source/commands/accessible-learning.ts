import {findTerms} from '../learn/find-term.js';
import {lessonAnswers} from '../learn/lesson-answers.js';
import {exampleFor} from '../learn/lesson-example.js';
import {questionOf} from '../learn/quiz-play.js';
import {termsAtHand} from '../learn/terms-at-hand.js';
import {type LessonExample, type LessonId, lessonIds} from '../model/lesson.js';
import {mythIds, mythVerdict} from '../model/myth.js';
import {type TermId, termIds} from '../model/term.js';
import {printable} from '../parse/printable.js';
import {gap, heading, sentence} from '../report/block.js';
import {termReport} from '../report/glossary.js';
import {lessonReport} from '../report/lesson.js';
import {mythReport} from '../report/myths.js';
import {quizResultReport} from '../report/quiz.js';
import {lessonWordsOf} from '../text/lesson-words.js';
import {languages, type Text} from '../text/text.js';
import {tell, tellListing} from './accessible-lines.js';
import {spoken, spokenLessonWords, withoutTables} from './accessible-speech.js';
import type {Answer, Respond, Talk} from './accessible-talk.js';
import {borrowMac} from './borrowed-mac.js';
import {play} from './quiz.js';

const none = (): null => null;

/** The example of this machine, else that of the built-in Mac, which is kept for the next lesson. */
const findExample = async (id: LessonId, talk: Talk): Promise<{example: LessonExample | null; talk: Talk}> => {
	const own = exampleFor(id, talk.snapshot, null);
	if (own !== null) {
		return {example: own, talk};
	}

	const borrowed = talk.borrowed ?? (await borrowMac());
	return {example: exampleFor(id, null, borrowed), talk: {...talk, borrowed}};
};

const tellAnswer = (id: LessonId, choice: number, talk: Talk): Answer => {
	const {lessons, lessonUi} = lessonWordsOf(talk.text.language);
	const right = lessonAnswers[id];
	const number = lessonIds.indexOf(id) + 1;
	return tell(
		talk,
		`${choice === right ? lessonUi.right : lessonUi.wrong(right + 1)} ${lessons[id].question.because}`,
		talk.text.accessible.afterAnswer(number < lessonIds.length ? number + 1 : null),
	);
};

/** A lesson, whose question the next number answers. */
const tellLesson = async (id: LessonId, before: Talk): Promise<Answer> => {
	const {example, talk} = await findExample(id, before);
	const {text, snapshot} = talk;
	const words = spokenLessonWords(text);
	const report = lessonReport(id, example, {answer: null, platform: snapshot.host.platform}, words, text);
	const [, ...rest] = report;
	const headed = [heading(words.lessons[id].title, text.accessible.lessonOf(lessonIds.indexOf(id) + 1, lessonIds.length)), ...rest];
	const {choices} = words.lessons[id].question;
	return {
		talk: {
			...talk,
			listing: {
				count: choices.length,
				told: choices.length,
				line: (index, {text}) => lessonWordsOf(text.language).lessons[id].question.choices[index] ?? '',
				pick: async (index, now) => tellAnswer(id, index, now),
				processOf: none,
			},
		},
		blocks: spoken(withoutTables(headed, text), text, {marks: {$: text.accessible.mark.command}}),
	};
};

/** All lessons; behind the last one, what is often said. */
export const tellLessons: Respond = async (talk, more) => {
	const {text} = talk;
	const words = text.accessible;
	if (more !== '') {
		const id = /^\d{1,2}$/.test(more) ? lessonIds[Number(more) - 1] : undefined;
		return id ? tellLesson(id, talk) : tell(talk, words.noLesson(printable(more), lessonIds.length));
	}

	return tellListing(talk, words.lessonsHead(lessonIds.length), {
		count: lessonIds.length + 1,
		line: (index, {text}) => {
			const {lessons, mythUi} = lessonWordsOf(text.language);
			const id = lessonIds[index];
			return id
				? text.accessible.lessonLine(lessons[id].title, lessons[id].idea)
				: text.accessible.lessonLine(mythUi.title, text.learn.mythsIdea);
		},
		pick: async (index, now) => (lessonIds[index] ? tellLesson(lessonIds[index], now) : tellMyths(now, '')),
		processOf: none,
	});
};

/** However it stands the test, the verdict follows as a word. */
const checkedMarks = ({accessible: {mark}}: Text): Readonly<Record<string, string>> => ({
	'✓': mark.checked,
	'~': mark.checked,
	'✗': mark.checked,
	'≠': mark.checked,
});

/** What is often said, each with how it stands the test; a number gives what holds. */
export const tellMyths: Respond = async talk =>
	tellListing(talk, talk.text.accessible.mythsHead(mythIds.length), {
		count: mythIds.length,
		line: (index, {text}) => {
			const id = mythIds[index] ?? 'background-process';
			const {myths, mythVerdicts} = lessonWordsOf(text.language);
			return text.accessible.mythLine(myths[id].says, mythVerdicts[mythVerdict[id]]);
		},
		pick: async (index, now) => {
			const {text, snapshot} = now;
			const report = mythReport(mythIds[index] ?? 'background-process', snapshot.host.platform, lessonWordsOf(text.language));
			// the hint to try it stands before the command, not behind it
			const blocks = report.map(block => (block.type === 'item' && block.mark === '$' ? {...block, note: null} : block));
			return {talk: now, blocks: spoken(blocks, text, {marks: {...checkedMarks(text), $: text.accessible.tryIt}})};
		},
		processOf: none,
	});

const tellTerm = (id: TermId, talk: Talk): Answer => ({talk, blocks: spoken(termReport(id, lessonWordsOf(talk.text.language)), talk.text)});

const tellTermList = (ids: readonly TermId[], talk: Talk): Answer =>
	tellListing(talk, talk.text.accessible.termsHead(ids.length), {
		count: ids.length,
		line: (index, {text}) => {
			const {name, line} = lessonWordsOf(text.language).terms[ids[index] ?? 'process'];
			return text.accessible.termLine(name, line);
		},
		pick: async (index, now) => tellTerm(ids[index] ?? 'process', now),
		processOf: none,
	});

const maxOthers = 8;

/** The term of that name, with others that have it in theirs; without a word, the glossary, first the terms at hand. */
export const tellTerms: Respond = async (talk, more) => {
	if (more === '') {
		return tellTermList([...new Set([...termsAtHand(talk.pane, talk.chosen), ...termIds])], talk);
	}

	const words = talk.text.accessible;
	const [best, ...others] = findTerms(
		more,
		languages.map(language => lessonWordsOf(language).terms),
	);
	if (best === undefined) {
		return tell(talk, words.noTerm(printable(more)));
	}

	const told = tellTerm(best, talk);
	const {terms} = lessonWordsOf(talk.text.language);
	const names = others.slice(0, maxOthers).map(id => terms[id].name);
	return names.length === 0 ? told : {talk, blocks: [...told.blocks, gap, sentence(words.otherTerms(names))]};
};

/** Hands over to the dialogue of the quiz until it ends. */
export const tellQuiz: Respond = async talk => {
	const {text, desk, teaching, snapshot} = talk;
	const {quiz: words} = lessonWordsOf(text.language);
	const marks = {'✓': text.accessible.mark.right, '✗': text.accessible.mark.wrong};
	const drawn = await teaching.drawQuiz(snapshot);
	if (questionOf(drawn) === null) {
		return tell(talk, words.noQuestions);
	}

	desk.print([sentence(text.accessible.quizHint), gap]);
	const ended = await play(drawn, {
		...desk,
		print: blocks => desk.print([...spoken(blocks, text, {marks}), ...(blocks.at(-1)?.type === 'gap' ? [gap] : [])]),
		words,
		text,
	});
	const {score, message} = await teaching.keepScore(ended);
	return {
		talk,
		blocks: [
			...spoken(quizResultReport(ended, score, words, text), text, {marks}),
			...(message === null ? [] : [sentence(text.message[message.id](message.path))]),
			sentence(text.accessible.quizEnded, 'dim'),
		],
	};
};
