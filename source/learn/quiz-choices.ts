import type {Evidence, Kind} from '../model/evidence.js';
import {kinds} from '../model/evidence.js';
import {
	killFates,
	type LogoutChoice,
	logoutFates,
	type QuizChoice,
	type QuizMode,
	type StartRule,
	type WeakRule,
	weakRules,
} from '../model/quiz.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {Candidate} from './quiz-candidate.js';
import {killFateOf, logoutFateOf} from './quiz-fates.js';
import {type Random, shuffled} from './quiz-random.js';
import {startRuleOf} from './quiz-start.js';
import {naiveKindOf} from './quiz-traps.js';

/** What can be chosen from, and which of it is right. */
type Choices = {choices: readonly QuizChoice[]; right: number};

const maxChoices = 4;

/** What each kind is most easily taken for, the likeliest first. */
const lookAlikes: Readonly<Record<Kind, readonly Kind[]>> = {
	daemon: ['agent', 'background-process', 'app', 'managed-job', 'background-app'],
	agent: ['daemon', 'background-app', 'app', 'background-process'],
	'background-app': ['agent', 'daemon', 'app', 'app-helper'],
	app: ['background-app', 'agent', 'daemon', 'interactive'],
	'app-helper': ['daemon', 'app', 'xpc-service', 'background-process', 'agent'],
	'xpc-service': ['agent', 'app-helper', 'daemon', 'app'],
	'app-extension': ['app-helper', 'agent', 'daemon', 'app'],
	driver: ['daemon', 'kernel', 'agent', 'app-extension'],
	'managed-job': ['daemon', 'background-process', 'agent', 'interactive'],
	'background-process': ['daemon', 'agent', 'interactive', 'managed-job'],
	interactive: ['background-process', 'daemon', 'session', 'app'],
	session: ['daemon', 'agent', 'interactive', 'init'],
	init: ['daemon', 'kernel', 'session', 'agent'],
	kernel: ['daemon', 'init', 'agent', 'background-process'],
	unknown: ['daemon', 'agent', 'app', 'background-process'],
};

const onlyOnMac: ReadonlySet<Kind> = new Set<Kind>(['xpc-service', 'app-extension', 'driver']);

const inOrder = <Item>(all: readonly Item[], chosen: ReadonlySet<Item>, right: Item): {items: readonly Item[]; right: number} => {
	const items = all.filter(item => chosen.has(item));
	return {items, right: items.indexOf(right)};
};

const kindChoices = ({process, platform, trap}: Candidate, random: Random): Choices => {
	const {kind} = process.verdict;
	const naive = trap === null ? [] : [naiveKindOf(trap, process, platform)].filter(other => other !== kind);
	const [likeliest = 'daemon', ...others] = lookAlikes[kind].filter(other => platform === 'darwin' || !onlyOnMac.has(other));
	// "daemon or not?" is the question: the word is always on offer
	const wanted = new Set<Kind>([kind, ...naive, 'daemon', likeliest, ...shuffled(others, random)]);
	const {items, right} = inOrder(kinds, new Set([...wanted].slice(0, maxChoices)), kind);
	return {choices: items.map(item => ({type: 'kind', kind: item})), right};
};

const isWeakRule = (rule: string): rule is WeakRule => (weakRules as readonly string[]).includes(rule);

/** All of these are true: one decides, the others are true of many kinds. */
const proofChoices = ({process}: Candidate, random: Random): Choices | null => {
	const {confidence, evidenceFor, evidenceAgainst} = process.verdict;
	const [proof] = evidenceFor;
	const weak = [...evidenceFor, ...evidenceAgainst].filter(({rule, strength}) => strength < 3 && isWeakRule(rule));
	if (confidence !== 'certain' || proof?.strength !== 3 || weak.length < 2) {
		return null;
	}

	const lines: readonly Evidence[] = shuffled([proof, ...shuffled(weak, random).slice(0, maxChoices - 1)], random);
	return {choices: lines.map(evidence => ({type: 'evidence', evidence, isWeak: evidence !== proof})), right: lines.indexOf(proof)};
};

/** A Mac knows no lingering. */
const logoutOrder = (platform: Candidate['platform']): readonly LogoutChoice[] =>
	platform === 'darwin' ? ['stays', 'next', 'ends'] : logoutFates;

const logoutChoices = ({process, platform}: Candidate): Choices | null => {
	const fate = logoutFateOf(process, platform);
	const fates = logoutOrder(platform);
	return fate === null || !fates.includes(fate)
		? null
		: {choices: fates.map(item => ({type: 'logout', fate: item})), right: fates.indexOf(fate)};
};

const killChoices = ({process, platform}: Candidate): Choices | null => {
	const fate = killFateOf(process, platform);
	return fate === null ? null : {choices: killFates.map(item => ({type: 'kill', fate: item})), right: killFates.indexOf(fate)};
};

const otherStarts: Readonly<Record<StartRule, readonly StartRule[]>> = {
	kept: ['after-failure', 'once', 'on-demand'],
	'after-failure': ['kept', 'once', 'on-demand'],
	once: ['kept', 'after-failure', 'on-demand'],
	'on-demand': ['kept', 'once', 'timer'],
	timer: ['kept', 'once', 'on-demand'],
};

const startOrder: readonly StartRule[] = ['kept', 'after-failure', 'once', 'on-demand', 'timer'];

const startChoices = (process: ExplainedProcess): Choices | null => {
	const rule = startRuleOf(process);
	if (rule === null) {
		return null;
	}

	const {items, right} = inOrder(startOrder, new Set([rule, ...otherStarts[rule]]), rule);
	return {choices: items.map(start => ({type: 'start', start})), right};
};

/** The answers to choose from; `null`: this cannot be asked about this process. */
export const choicesOf = (mode: QuizMode, candidate: Candidate, random: Random): Choices | null => {
	switch (mode) {
		case 'kind':
			return kindChoices(candidate, random);
		case 'proof':
			return proofChoices(candidate, random);
		case 'logout':
			return logoutChoices(candidate);
		case 'kill':
			return killChoices(candidate);
		default:
			return startChoices(candidate.process);
	}
};
