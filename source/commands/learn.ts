import {createEncyclopedia} from '../knowledge/articles.js';
import {loadDictionary} from '../knowledge/programs.js';
import {findTerms} from '../learn/find-term.js';
import {exampleFor} from '../learn/lesson-example.js';
import {type LessonExample, type LessonId, lessonIds} from '../model/lesson.js';
import type {ExplainedProcess, Host, Snapshot} from '../model/snapshot.js';
import type {TermId} from '../model/term.js';
import {printable} from '../parse/printable.js';
import {type Block, gap, heading, item, sentence} from '../report/block.js';
import {glossaryBookReport, termReport} from '../report/glossary.js';
import {entryReport, learnReport, nameReport} from '../report/learn.js';
import {lessonListReport, lessonReport} from '../report/lesson.js';
import {mythsReport} from '../report/myths.js';
import {normalize} from '../store/query.js';
import {lessonWordsOf} from '../text/lesson-words.js';
import {languages, type Text} from '../text/text.js';
import {borrowMac} from './borrowed-mac.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {findTarget} from './find-target.js';
import {type Machine, openMachine} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';
import {printBlocks} from './print-blocks.js';

/** Pages that are no lesson, by what one types for them in any language. */
const pageNames: Readonly<Record<string, 'myths' | 'terms'>> = {
	myths: 'myths',
	facts: 'myths',
	오해: 'myths',
	terms: 'terms',
	glossary: 'terms',
	용어: 'terms',
	용어집: 'terms',
};

/** A lesson by its number, its id or its title. */
const findLesson = (topic: string): LessonId | null => {
	const wanted = normalize(topic);
	const byNumber = /^\d{1,2}$/.test(wanted) ? lessonIds[Number(wanted) - 1] : undefined;
	const byName = lessonIds.find(
		id => id === wanted || languages.some(language => normalize(lessonWordsOf(language).lessons[id].title) === wanted),
	);
	return byNumber ?? byName ?? null;
};

/** The built-in Mac is made only where this machine has no example. */
const findExample = async (lesson: LessonId, snapshot: Snapshot): Promise<LessonExample | null> =>
	exampleFor(lesson, snapshot, null) ?? exampleFor(lesson, null, await borrowMac());

/** The terms that are called exactly so, or failing that, the nearest one. */
const termsCalled = (topic: string): {exact: readonly TermId[]; nearest: TermId | null} => {
	const found = findTerms(
		topic,
		languages.map(language => lessonWordsOf(language).terms),
	);
	const wanted = normalize(topic);
	const exact = found.filter(id =>
		languages.some(language => {
			const {name, aliases} = lessonWordsOf(language).terms[id];
			return [name, ...aliases].some(each => normalize(each) === wanted);
		}),
	);
	return {exact, nearest: found[0] ?? null};
};

const processBlocks = async (process: ExplainedProcess, snapshot: Snapshot, {engine}: Machine, text: Text): Promise<readonly Block[]> => {
	const [article, details] = await Promise.all([
		engine.inspect.article(process),
		engine.inspect.details(process, new AbortController().signal),
	]);
	return learnReport(process, snapshot, {article: article.value, details: details.value, isLoading: false}, text);
};

/** What the dictionary of a system knows under a name; the system that is looked at is asked first. */
const entryBlocks = async (name: string, platform: Host['platform'], text: Text): Promise<readonly Block[] | null> => {
	const other = platform === 'darwin' ? 'linux' : 'darwin';
	for (const system of [platform === 'darwin' ? 'darwin' : 'linux', other] as const) {
		const entry = (await loadDictionary(system))({name, unit: name, args: null, uid: null});
		if (entry) {
			const article = await createEncyclopedia(system)(entry.name);
			return entryReport({entry, article, platform: system}, text);
		}
	}

	return null;
};

const programBlocks = async (name: string, snapshot: Snapshot, machine: Machine, text: Text): Promise<readonly Block[] | null> => {
	const [found] = findTarget(snapshot, name, text.language).processes;
	const isCalledSo =
		found !== undefined && (normalize(found.name) === normalize(name) || found.service?.name === name || String(found.pid) === name);
	return isCalledSo ? processBlocks(found, snapshot, machine, text) : entryBlocks(name, snapshot.host.platform, text);
};

const overviewBlocks = (text: Text): readonly Block[] => {
	const words = lessonWordsOf(text.language);
	return [
		...lessonListReport(words),
		gap,
		item('~', 'accent', words.mythUi.title, 'daemon-top learn myths'),
		item('~', 'accent', words.glossaryUi.title, 'daemon-top learn terms'),
		gap,
		sentence(text.learn.commandHint, 'dim'),
	];
};

/** `null`: nothing is called so. */
const topicBlocks = async (topic: string, snapshot: Snapshot, machine: Machine, text: Text): Promise<readonly Block[] | null> => {
	const words = lessonWordsOf(text.language);
	const {platform} = snapshot.host;
	const page = pageNames[normalize(topic)];
	if (page !== undefined) {
		return page === 'myths' ? mythsReport(platform, words) : glossaryBookReport(words);
	}

	const lesson = findLesson(topic);
	if (lesson !== null) {
		const isAnswered = lessonReport(lesson, await findExample(lesson, snapshot), {answer: null, platform}, words, text);
		return [...isAnswered, gap, heading(text.learn.answer), sentence(words.lessons[lesson].question.because)];
	}

	const {exact, nearest} = termsCalled(topic);
	const program = await programBlocks(topic, snapshot, machine, text);
	const terms = exact.length > 0 || program !== null || nearest === null ? exact : [nearest];
	const all = [...terms.map(id => termReport(id, words)), ...(program === null ? [] : [program])];
	const guess = all.length === 0 && !/\s/.test(topic) ? nameReport(printable(topic), platform, text) : [];
	if (guess.length > 0) {
		return guess;
	}

	return all.length === 0 ? null : all.flatMap((blocks, index) => (index === 0 ? blocks : [gap, ...blocks]));
};

/** `daemon-top learn`: lessons, sayings, terms and programs as text, for pipes, screen readers and teachers. */
export const learn = async (context: Context): Promise<ExitCode> => {
	const {arguments: given, text, stderr} = context;
	const topic = given.words.join(' ').slice(0, 200);
	if (topic === '') {
		printBlocks(overviewBlocks(text), context);
		return exitCode.ok;
	}

	const opened = await openMachine(given.values, text);
	if ('error' in opened) {
		stderr.write(`${opened.error}\n`);
		return exitCode.error;
	}

	const snapshot = await takeOneSnapshot(opened.machine.engine, false);
	const blocks = await topicBlocks(topic, snapshot, opened.machine, text);
	if (blocks === null) {
		stderr.write(`${text.error.nothingToLearn(printable(topic))}\n`);
		return exitCode.notFound;
	}

	printBlocks(blocks, context);
	return exitCode.ok;
};
