import {lessonExample} from '../learn/lesson-example.js';
import {questionOf} from '../learn/quiz-play.js';
import {termsAtHand} from '../learn/terms-at-hand.js';
import type {LessonExample, LessonId} from '../model/lesson.js';
import type {Snapshot} from '../model/snapshot.js';
import {type TermId, termIds} from '../model/term.js';
import {fitLine, justify, wrap} from '../paint/cell.js';
import {reportLines} from '../paint/report-lines.js';
import {emptyLine, type Line, line, span} from '../paint/style.js';
import {type Block, sentence} from '../report/block.js';
import {lessonReport} from '../report/lesson.js';
import {mythsReport} from '../report/myths.js';
import {quizReport, quizResultReport} from '../report/quiz.js';
import {learnPages} from '../store/reduce-learn.js';
import {selectProcess} from '../store/select.js';
import type {LearnPage, State} from '../store/state.js';
import {lessonWordsOf} from '../text/lesson-words.js';
import type {Text} from '../text/text.js';
import type {ListContent, ListOverlay} from './list-overlay.js';

const examples = new WeakMap<Snapshot, Map<LessonId, LessonExample | null>>();

/** Looking through all processes for an example is done once for each snapshot. */
const exampleIn = (lesson: LessonId, snapshot: Snapshot): LessonExample | null => {
	const known = examples.get(snapshot) ?? new Map<LessonId, LessonExample | null>();
	examples.set(snapshot, known);
	if (!known.has(lesson)) {
		known.set(lesson, lessonExample(lesson, snapshot));
	}

	return known.get(lesson) ?? null;
};

/** The example of a lesson from this machine, else that of the built-in Mac. */
const exampleFor = (lesson: LessonId, {shown, learning}: State): LessonExample | null => {
	const own = shown === null ? null : exampleIn(lesson, shown);
	const borrowed = own === null && learning.borrowed !== null ? exampleIn(lesson, learning.borrowed) : null;
	return own ?? (borrowed === null ? null : {...borrowed, isBorrowed: true});
};

const pageBlocks = (page: LearnPage, state: State, text: Text): readonly Block[] => {
	const words = lessonWordsOf(text.language);
	const platform = state.shown?.host.platform ?? 'generic';
	return page === 'myths'
		? mythsReport(platform, words)
		: lessonReport(page, exampleFor(page, state), {answer: state.learning.answer, platform}, words, text);
};

const quizBlocks = (state: State, text: Text): readonly Block[] => {
	const words = lessonWordsOf(text.language);
	const {quiz} = state.learning;
	if (quiz === null) {
		return [sentence(text.learn.preparing, 'dim')];
	}

	return questionOf(quiz) === null ? quizResultReport(quiz, state.learning.score, words.quiz, text) : quizReport(quiz, words.quiz, text);
};

/** No line of a text is longer than one reads with ease. */
const widestText = 100;

const moreLine = (more: number, text: Text, width: number): Line =>
	justify([], [span(`${text.explorer.moreBelow} ${text.explorer.more(more)} `, 'dim')], width);

/** A page to read, scrolled to the line of the menu. `last`: how far it can be scrolled. */
export const pageOverlay = (state: State, text: Text, width: number, height: number): ListOverlay => {
	const blocks = state.mode === 'quiz' ? quizBlocks(state, text) : pageBlocks(state.learning.page, state, text);
	const body = reportLines(blocks, Math.min(width - 3, widestText));
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
export const lessonsContent = (text: Text, width: number): ListContent => {
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
};

/** The terms under discussion first, then all others. */
const termsInOrder = (state: State): readonly TermId[] => [...new Set([...termsAtHand(state.pane, selectProcess(state)), ...termIds])];

/** The glossary; of the chosen term everything is shown. */
export const termsContent = (state: State, text: Text, width: number): ListContent => {
	const {terms, glossaryUi} = lessonWordsOf(text.language);
	const ids = termsInOrder(state);
	const chosen = Math.min(state.menuLine, ids.length - 1);
	const rows = (content: string, style: 'dim' | 'plain'): readonly Line[] =>
		wrap(content, Math.min(width - 6, widestText)).map(row => line(span('  '), span(row, style)));
	return {
		title: glossaryUi.title,
		hint: glossaryUi.count(ids.length),
		above: [emptyLine],
		entries: ids.map((id, index) => {
			const original = glossaryUi.originalName(id);
			const name = line(span(terms[id].name, 'strong'), span(original === null ? '' : `  ${original}`, 'dim'));
			return index === chosen
				? [name, ...rows(terms[id].line, 'plain'), ...rows(terms[id].more, 'dim'), emptyLine]
				: [name, ...rows(terms[id].line, 'dim')];
		}),
		empty: '',
	};
};
