import {lessonAnswers} from '../learn/lesson-answers.js';
import {type LessonExample, type LessonId, lessonIds} from '../model/lesson.js';
import type {lessons, lessonUi} from '../text/en/lessons.js';
import type {Listing} from '../text/lesson-listings.js';
import type {Text} from '../text/text.js';
import type {Widened} from '../text/widened.js';
import {type Block, gap, heading, item, part, parts, sentence, type Tone} from './block.js';
import {lessonTable} from './lesson-table.js';

/** The words of the lessons in one language. */
type LessonWords = {lessons: Widened<typeof lessons>; lessonUi: Widened<typeof lessonUi>};

type Lesson = LessonWords['lessons'][LessonId];
type System = 'linux' | 'darwin';

export type LessonState = {
	/** The choice that was made, counted from 0. */
	answer: number | null;
	platform: 'linux' | 'darwin' | 'generic';
};

const systemNames: Readonly<Record<System, string>> = {linux: 'Linux', darwin: 'macOS'};

/** On a system that is neither, both are worth knowing. */
const systemsOf = (platform: LessonState['platform']): readonly System[] => (platform === 'generic' ? ['linux', 'darwin'] : [platform]);

const exampleBlocks = (lesson: Lesson, example: LessonExample | null, {lessonUi: words}: LessonWords, text: Text): readonly Block[] => {
	if (example === null) {
		return [];
	}

	return [
		gap,
		heading(example.isBorrowed ? words.borrowed : words.example),
		...(example.isBorrowed ? [sentence(words.borrowedWhy, 'dim')] : []),
		sentence(lesson.example(example.observed)),
		...lessonTable(example, words, text),
	];
};

/** Comments stand back, headings and keys come forward. */
const listingTone = (line: string): Tone =>
	/^\s*(?:#|<!--|<\?|<!)/.test(line) ? 'dim' : /^\[.*\]$|^\s*<key>/.test(line) ? 'strong' : 'plain';

const listingBlocks = (listings: readonly Listing[]): readonly Block[] =>
	listings.flatMap(({path, lines}) => [
		gap,
		sentence(path, 'accent'),
		...lines.map(line => (line === '' ? gap : parts([part(`  ${line}`, listingTone(line))], 4))),
	]);

const fileBlocks = (lesson: Lesson, platform: LessonState['platform'], {lessonUi: words}: LessonWords): readonly Block[] =>
	'listing' in lesson
		? [gap, heading(words.files, words.filesNote), ...systemsOf(platform).flatMap(system => listingBlocks(lesson.listing[system]))]
		: [];

const choiceBlock = (choice: string, index: number, right: number, answer: number | null): Block => {
	if (answer === null) {
		return item(String(index + 1), 'accent', choice);
	}

	const isShown = index === right || index === answer;
	return item(isShown ? (index === right ? '✓' : '✗') : ' ', index === right ? 'good' : 'bad', choice);
};

const questionBlocks = (id: LessonId, lesson: Lesson, answer: number | null, {lessonUi: words}: LessonWords): readonly Block[] => {
	const {ask, choices, because} = lesson.question;
	const right = lessonAnswers[id];
	const verdict =
		answer === null
			? sentence(words.answerHint(choices.length), 'dim')
			: answer === right
				? sentence(`${words.right} ${because}`, 'good')
				: sentence(`${words.wrong(right + 1)} ${because}`, 'warn');
	return [
		gap,
		heading(words.question),
		sentence(ask, 'strong'),
		...choices.map((choice, index) => choiceBlock(choice, index, right, answer)),
		verdict,
	];
};

const commandBlocks = (lesson: Lesson, platform: LessonState['platform'], {lessonUi: words}: LessonWords): readonly Block[] => [
	gap,
	...systemsOf(platform).flatMap(system => [
		heading(words.tryIt, platform === 'generic' ? words.onSystem(systemNames[system]) : null),
		...lesson.commands[system].map(command => item('$', 'dim', command)),
	]),
];

/** One lesson: what is to be known, an example from a machine, the question, and commands to look for oneself. */
export const lessonReport = (
	id: LessonId,
	example: LessonExample | null,
	{answer, platform}: LessonState,
	words: LessonWords,
	text: Text,
): readonly Block[] => {
	const lesson = words.lessons[id];
	return [
		heading(lesson.title, `${lessonIds.indexOf(id) + 1}/${lessonIds.length}`),
		sentence(lesson.idea, 'strong'),
		...lesson.paragraphs.flatMap(paragraph => [gap, sentence(paragraph)]),
		...exampleBlocks(lesson, example, words, text),
		...fileBlocks(lesson, platform, words),
		gap,
		sentence(lesson.surprise, 'accent'),
		...questionBlocks(id, lesson, answer, words),
		...commandBlocks(lesson, platform, words),
	];
};

/** The list of all lessons, in their order, each with its idea. */
export const lessonListReport = ({lessons: all, lessonUi: words}: LessonWords): readonly Block[] => [
	heading(words.lessons, String(lessonIds.length)),
	...lessonIds.flatMap((id, index) => [
		item(String(index + 1).padStart(2), 'accent', all[id].title),
		parts([part(`   ${all[id].idea}`, 'dim')]),
	]),
];
