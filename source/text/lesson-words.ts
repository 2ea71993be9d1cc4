import {lessons, lessonUi} from './en/lessons.js';
import {myths, mythUi, mythVerdicts} from './en/myths.js';
import {quiz} from './en/quiz.js';
import {glossaryUi, terms} from './en/terms.js';
import {lessons as koreanLessons, lessonUi as koreanLessonUi} from './ko/lessons.js';
import {myths as koreanMyths, mythUi as koreanMythUi, mythVerdicts as koreanMythVerdicts} from './ko/myths.js';
import {quiz as koreanQuiz} from './ko/quiz.js';
import {glossaryUi as koreanGlossaryUi, terms as koreanTerms} from './ko/terms.js';
import type {Language} from './language.js';
import type {Widened} from './widened.js';

const en = {lessons, lessonUi, myths, mythVerdicts, mythUi, terms, glossaryUi, quiz};

/** Lessons, sayings, glossary and quiz. */
export type LearningWords = Widened<typeof en>;

const words: Readonly<Record<Language, LearningWords>> = {
	en,
	ko: {
		lessons: koreanLessons,
		lessonUi: koreanLessonUi,
		myths: koreanMyths,
		mythVerdicts: koreanMythVerdicts,
		mythUi: koreanMythUi,
		terms: koreanTerms,
		glossaryUi: koreanGlossaryUi,
		quiz: koreanQuiz,
	},
};

/** Long texts that only learning needs: kept apart from the others, so that a list need not load them. */
export const lessonWordsOf = (language: Language): LearningWords => words[language];
