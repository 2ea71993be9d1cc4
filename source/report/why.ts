import {answerChecklist, scoreChecklist} from '../classify/checklist.js';
import type {ChecklistAnswer, Evidence} from '../model/evidence.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {Text} from '../text/text.js';
import {type Block, gap, heading, item, part, parts, sentence, type Tone} from './block.js';
import {verdictSentence} from './overview.js';

const sentenceOf = (evidence: Evidence, text: Text): string => {
	const words = text.evidence[evidence.rule as keyof typeof text.evidence];
	return words === undefined ? evidence.rule : words(evidence.observed);
};

const evidenceItem = (evidence: Evidence, direction: 'for' | 'against', text: Text): Block =>
	item(
		text.why.strengthMark[evidence.strength],
		direction === 'for' ? 'good' : 'bad',
		sentenceOf(evidence, text),
		text.why.sourceOf(evidence.source),
	);

/** The lesson of the last letter: what the name's d is worth for this process. */
const letterSentence = (process: ExplainedProcess, text: Text): string | null => {
	const {kind} = process.verdict;
	const isService = kind === 'daemon' || kind === 'agent' || kind === 'managed-job';
	if (process.name.endsWith('d')) {
		return kind === 'daemon' ? text.why.dIsRight(process.name) : text.why.dMisleads(process.name, text.kind[kind].name);
	}

	return isService && kind === 'daemon' ? text.why.dMissing(process.name) : null;
};

const answerTone = {yes: 'good', no: 'bad', unknown: 'warn', 'not-applicable': 'dim'} as const satisfies Readonly<
	Record<ChecklistAnswer['answer'], Tone>
>;

/** A trait, what was read, and why it matters. */
const answerBlocks = (answer: ChecklistAnswer, text: Text): readonly Block[] => {
	const {question, readings, matters} = text.checklist[answer.trait];
	const reading =
		(readings as Readonly<Record<string, (observed: ChecklistAnswer['observed']) => string>>)[answer.reading]?.(answer.observed) ??
		answer.reading;
	return [
		item(text.why.answerMark[answer.answer], answerTone[answer.answer], `${question}: ${reading}`, answer.source),
		parts([part(`  ${matters}`, 'dim')]),
	];
};

/** Where the textbook and the verdict disagree, that is the lesson. */
const disagreement = (process: ExplainedProcess, yes: number, asked: number, text: Text): string | null => {
	if (asked === 0) {
		return null;
	}

	const share = yes / asked;
	const {kind} = process.verdict;
	if (share >= 0.6 && kind !== 'daemon' && kind !== 'kernel' && kind !== 'init') {
		return text.why.scoreHighNoDaemon(text.kind[kind].name);
	}

	return share < 0.5 && kind === 'daemon' ? text.why.scoreLowDaemon : null;
};

/** The Why pane: every piece of evidence, for and against, then the textbook's checklist. */
export const whyReport = (process: ExplainedProcess, snapshot: Snapshot, text: Text): readonly Block[] => {
	const {evidenceFor, evidenceAgainst} = process.verdict;
	const answers = answerChecklist(process, snapshot.host);
	const score = scoreChecklist(answers);
	const asked = score.yes + score.no;
	const letter = letterSentence(process, text);
	const lesson = disagreement(process, score.yes, asked, text);
	return [
		sentence(verdictSentence(process, text), 'strong'),
		...(letter === null ? [] : [sentence(letter)]),
		gap,
		heading(text.why.speaksFor, String(evidenceFor.length)),
		...evidenceFor.map(evidence => evidenceItem(evidence, 'for', text)),
		gap,
		heading(text.why.speaksAgainst, String(evidenceAgainst.length)),
		...(evidenceAgainst.length === 0
			? [sentence(text.why.nothingAgainst, 'dim')]
			: evidenceAgainst.map(evidence => evidenceItem(evidence, 'against', text))),
		gap,
		heading(text.why.checklist, text.why.score(score.yes, asked)),
		...answers.flatMap(answer => answerBlocks(answer, text)),
		...(lesson === null ? [] : [gap, sentence(lesson, 'accent')]),
	];
};
