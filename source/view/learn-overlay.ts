import {exampleFor} from '../learn/lesson-example.js';
import {questionOf} from '../learn/quiz-play.js';
import {termsAtHand} from '../learn/terms-at-hand.js';
import type {LessonExample, LessonId} from '../model/lesson.js';
import type {QuizScore, QuizState} from '../model/quiz.js';
import type {Host} from '../model/snapshot.js';
import {type TermId, termIds} from '../model/term.js';
import {fitLine, justify, wrap} from '../paint/cell.js';
import {reportLines} from '../paint/report-lines.js';
import {emptyLine, type Line, line, span} from '../paint/style.js';
import {sentence} from '../report/block.js';
import {openTermReport} from '../report/glossary.js';
import {lessonReport} from '../report/lesson.js';
import {mythsReport} from '../report/myths.js';
import {quizReport, quizResultReport} from '../report/quiz.js';
import {memoize} from '../store/memoize.js';
import {learnPages} from '../store/reduce-learn.js';
import {selectProcess} from '../store/select.js';
import type {LearnPage, State} from '../store/state.js';
import {lessonWordsOf} from '../text/lesson-words.js';
import type {Text} from '../text/text.js';
import type {ListContent, ListOverlay} from './list-overlay.js';

const lessonLines = memoize(
	(lesson: LessonId, example: LessonExample | null, answer: number | null, platform: Host['platform'], text: Text, width: number) =>
		reportLines(lessonReport(lesson, example, {answer, platform}, lessonWordsOf(text.language), text), width),
);

const mythLines = memoize((platform: Host['platform'], text: Text, width: number) =>
	reportLines(mythsReport(platform, lessonWordsOf(text.language)), width),
);

const quizLines = memoize((quiz: QuizState | null, score: QuizScore | null, text: Text, width: number) => {
	const words = lessonWordsOf(text.language).quiz;
	if (quiz === null) {
		return reportLines([sentence(text.learn.preparing, 'dim')], width);
	}

	return reportLines(questionOf(quiz) === null ? quizResultReport(quiz, score, words, text) : quizReport(quiz, words, text), width);
});

const linesOf = (state: State, text: Text, width: number): readonly Line[] => {
	const {page, answer, quiz, score, borrowed} = state.learning;
	const platform = state.shown?.host.platform ?? 'generic';
	if (state.mode === 'quiz') {
		return quizLines(quiz, score, text, width);
	}

	return page === 'myths'
		? mythLines(platform, text, width)
		: lessonLines(page, exampleFor(page, state.shown, borrowed), answer, platform, text, width);
};

/** No line of a text is longer than one reads with ease. */
const widestText = 100;

const moreLine = (more: number, text: Text, width: number): Line =>
	justify([], [span(`${text.explorer.moreBelow} ${text.explorer.more(more)} `, 'dim')], width);

/** A page to read, scrolled to the line of the menu. `last`: how far it can be scrolled. */
export const pageOverlay = (state: State, text: Text, width: number, height: number): ListOverlay => {
	const body = linesOf(state, text, Math.min(width - 3, widestText));
	// the last row tells how much more there is
	const room = body.length > height ? height - 1 : height;
	const last = body.length - Math.min(body.length, room);
	const top = Math.min(state.menuLine, last);
	const lines = body.slice(top, top + room).map(({spans}) => fitLine(line(span('  '), ...spans), width));
	while (lines.length < height) {
		lines.push(fitLine(emptyLine, width));
	}

	const more = last - top;
	return {lines: more === 0 ? lines : [...lines.slice(0, room), moreLine(more, text, width)], last};
};

const pageTitle = (page: LearnPage, text: Text): {title: string; idea: string} => {
	const words = lessonWordsOf(text.language);
	return page === 'myths'
		? {title: words.mythUi.title, idea: text.learn.mythsIdea}
		: {title: words.lessons[page].title, idea: words.lessons[page].idea};
};

/** Everything there is to read, a line and an idea each. */
export const lessonsContent = memoize((text: Text, width: number): ListContent => {
	const {lessonUi} = lessonWordsOf(text.language);
	return {
		title: lessonUi.lessons,
		hint: text.learn.readHint,
		above: [emptyLine],
		entries: learnPages.map((page, index) => {
			const {title, idea} = pageTitle(page, text);
			const number = page === 'myths' ? ' ~' : String(index + 1).padStart(2);
			return [
				line(span(`${number}  `, 'key'), span(title, 'strong')),
				...wrap(idea, width - 8).map(row => line(span('    '), span(row, 'dim'))),
			];
		}),
		empty: '',
	};
});

/** The terms under discussion first, then all others. */
const termsInOrder = (state: State): readonly TermId[] => [...new Set([...termsAtHand(state.pane, selectProcess(state)), ...termIds])];

const termWidth = (width: number): number => Math.min(width - 6, widestText);

const openTerm = (id: TermId, text: Text, width: number): readonly Line[] =>
	reportLines(openTermReport(id, lessonWordsOf(text.language)), termWidth(width)).map(({spans}) => line(span('  '), ...spans));

const termName = (id: TermId, text: Text): Line => {
	const {terms, glossaryUi} = lessonWordsOf(text.language);
	const original = glossaryUi.originalName(id);
	return line(span(terms[id].name, 'strong'), span(original === null ? '' : `  ${original}`, 'dim'));
};

/** Every term with its line alone. */
const closedTerms = memoize((text: Text, width: number): ReadonlyMap<TermId, readonly Line[]> => {
	const {terms} = lessonWordsOf(text.language);
	const rows = (id: TermId): readonly Line[] => wrap(terms[id].line, termWidth(width)).map(row => line(span('  '), span(row, 'dim')));
	return new Map(termIds.map(id => [id, [termName(id, text), ...rows(id)]]));
});

/** The glossary; of the chosen term everything is shown. */
export const termsContent = (state: State, text: Text, width: number): ListContent => {
	const {glossaryUi} = lessonWordsOf(text.language);
	const ids = termsInOrder(state);
	const chosen = Math.min(state.menuLine, ids.length - 1);
	const closed = closedTerms(text, width);
	return {
		title: glossaryUi.title,
		hint: glossaryUi.count(ids.length),
		above: [emptyLine],
		entries: ids.map((id, index) =>
			index === chosen ? [termName(id, text), ...openTerm(id, text, width), emptyLine] : (closed.get(id) ?? []),
		),
		empty: '',
	};
};
