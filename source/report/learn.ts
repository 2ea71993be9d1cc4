import {displayName} from '../columns.js';
import {lessonsOf} from '../learn/lessons-of.js';
import {mythsOf} from '../learn/myths-of.js';
import {readName} from '../learn/name-grammar.js';
import type {Article} from '../model/article.js';
import type {ServiceDetails} from '../model/details.js';
import {lessonIds} from '../model/lesson.js';
import {mythVerdict} from '../model/myth.js';
import {isGenericProgram, type ProgramEntry} from '../model/program.js';
import type {ExplainedProcess, Host, Snapshot} from '../model/snapshot.js';
import {lessonWordsOf} from '../text/lesson-words.js';
import type {Text} from '../text/text.js';
import {type Block, field, gap, heading, item, sentence} from './block.js';
import {comebackReport} from './consequences.js';

type Shown = {
	article: Article | null;
	details: ServiceDetails | null;
	/** The article is still being looked for. */
	isLoading: boolean;
};

const optional = (label: string, text: string | null): readonly Block[] => (text === null || text === '' ? [] : [field(label, text)]);

const labelled = (label: string, lines: readonly string[]): readonly Block[] =>
	lines.map((line, index) => field(index === 0 ? label : '', line));

/** Processes of one program count as copies of each other. */
const copiesOf = ({name}: ExplainedProcess, {processes}: Snapshot): number => processes.filter(process => process.name === name).length;

const quitBlocks = (article: Article, platform: Host['platform'], text: Text): readonly Block[] => {
	const words = text.learn;
	const isGuarded = article.isSystem && platform === 'darwin';
	return [
		field(words.quit, words.ending[article.safeToQuit], 'strong'),
		...(article.wantsRoot ? [field('', words.root, 'dim')] : []),
		...(isGuarded ? [field('', words.protectedOnMac, 'dim')] : []),
		field(words.ifEnded, article[text.language].ifKilled),
	];
};

/** What is true of the program on this computer, right now. */
type Here = {comeback: readonly Block[]; copies: number};

const nowhere: Here = {comeback: [], copies: 0};

const articleBlocks = (article: Article, {comeback, copies}: Here, platform: Host['platform'], text: Text): readonly Block[] => {
	const words = text.learn;
	const said = article[text.language];
	const several = [...(said.copies === null ? [] : [said.copies]), ...(copies > 1 ? [words.copiesNow(copies)] : [])];
	return [
		sentence(said.does),
		gap,
		field(words.neededBy, said.neededBy),
		...optional(words.window, article.uiPartner === null ? null : words.windowOf(article.uiPartner)),
		field(words.starts, words.start[article.startedBy]),
		...quitBlocks(article, platform, text),
		...comeback,
		...labelled(words.busy, said.whyBusy),
		...(said.normalFor === null ? [] : [field(said.whyBusy.length === 0 ? words.busy : '', words.normalFor(said.normalFor), 'dim')]),
		field(words.turnOff, said.properOff),
		...labelled(words.copies, several),
		...optional(words.network, said.network),
		field(words.genuine, said.genuine),
		field(words.vendor, article.vendor),
		field(words.read, article.learnMore.join(', ')),
		field(words.sources, words.sourceOf(article.sources.join(', '), words.confidence[article.confidence]), 'dim'),
	];
};

/** What can be said of a program without an article: what its name looks like, which is a guess and called one. */
const guessBlocks = (name: string, platform: Host['platform'], text: Text): readonly Block[] => {
	const words = text.learn;
	const {pattern, family, vendor} = readName(name, platform);
	const lines = [
		...(family === null ? [] : [words.family[family]]),
		...(pattern === null ? [] : [words.pattern[pattern.id]]),
		...(vendor === null ? [] : [words.vendorGuess(vendor)]),
	];
	return lines.length === 0 || isGenericProgram(name)
		? []
		: [gap, heading(words.guess, words.guessNote), ...lines.map(line => sentence(line))];
};

const withoutArticle = (process: ExplainedProcess, snapshot: Snapshot, {details}: Shown, text: Text): readonly Block[] => {
	const words = text.learn;
	const unit = process.service?.description ?? null;
	const bundle = /\/([^/]+)\.app\//.exec(process.executable ?? '')?.[1] ?? null;
	return [
		...(process.program === null ? [sentence(words.unknown, 'dim')] : []),
		...(unit === null || process.program !== null ? [] : [sentence(words.ofUnit(unit))]),
		...(bundle === null || process.program !== null ? [] : [sentence(words.ofBundle(bundle))]),
		...comebackReport(process, snapshot, details, text),
		...guessBlocks(process.name, snapshot.host.platform, text),
		...(process.program === null ? [] : [gap, field(words.sources, process.program.source, 'dim')]),
	];
};

const mythBlocks = (process: ExplainedProcess, text: Text): readonly Block[] => {
	const words = lessonWordsOf(text.language);
	const myths = mythsOf(process);
	return myths.length === 0
		? []
		: [
				gap,
				heading(text.learn.myths),
				...myths.flatMap(id => [
					item('“', 'dim', words.myths[id].says, null),
					item('→', 'accent', `${words.mythVerdicts[mythVerdict[id]]}: ${words.myths[id].fact}`, null),
				]),
			];
};

const lessonBlocks = (process: ExplainedProcess, text: Text): readonly Block[] => {
	const words = lessonWordsOf(text.language);
	const lessons = lessonsOf(process);
	return [
		gap,
		heading(text.learn.lessons, text.learn.lessonsHint),
		...lessons.map(id => item(String(lessonIds.indexOf(id) + 1), 'accent', words.lessons[id].title, null)),
	];
};

const hereOf = (process: ExplainedProcess, snapshot: Snapshot, details: ServiceDetails | null, text: Text): Here => ({
	comeback: comebackReport(process, snapshot, details, text),
	copies: copiesOf(process, snapshot),
});

/** What the name alone of a program suggests that neither runs here nor is in the dictionary; empty: nothing. */
export const nameReport = (name: string, platform: Host['platform'], text: Text): readonly Block[] => {
	const guess = guessBlocks(name, platform, text);
	return guess.length === 0 ? [] : [sentence(name, 'strong'), sentence(text.learn.unknown, 'dim'), ...guess];
};

/** What the encyclopedia says of a program that does not run here. */
export const entryReport = (
	{entry, article, platform}: {entry: ProgramEntry; article: Article | null; platform: Host['platform']},
	text: Text,
): readonly Block[] => [
	sentence(`${entry.name}: ${entry[text.language]}`, 'strong'),
	...(entry.kind === null ? [] : [sentence(text.learn.usually(text.kind[entry.kind].name))]),
	sentence(text.learn.notRunning(text.learn.system[platform]), 'dim'),
	...(article === null ? [gap, field(text.learn.sources, entry.source, 'dim')] : [gap, ...articleBlocks(article, nowhere, platform, text)]),
];

/** The Learn pane: what the encyclopedia says of a program, or what its name suggests; sayings it is an example of, and lessons. */
export const learnReport = (process: ExplainedProcess, snapshot: Snapshot, shown: Shown, text: Text): readonly Block[] => {
	const summary = process.program?.[text.language] ?? null;
	const {article} = shown;
	return [
		sentence(summary === null ? displayName(process) : `${displayName(process)}: ${summary}`, 'strong'),
		...(shown.isLoading
			? [sentence(text.learn.loading, 'dim')]
			: article === null
				? withoutArticle(process, snapshot, shown, text)
				: articleBlocks(article, hereOf(process, snapshot, shown.details, text), snapshot.host.platform, text)),
		...mythBlocks(process, text),
		...lessonBlocks(process, text),
	];
};
