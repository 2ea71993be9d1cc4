import {isPerson} from '../model/account.js';
import type {Confidence, Evidence, Kind, Verdict} from '../model/evidence.js';
import {type Facts, kindsOf, type Rule, sourceOf} from './rule.js';
import {decisiveRules, signRules} from './rules.js';
import {hiddenStartOption, pointsOf} from './rules-behaviour.js';
import {tagsOf} from './tags.js';

export const allRules: readonly Rule[] = [...decisiveRules, ...signRules];

const serviceThreshold = 2;
const likelyPoints = 5;

const evidenceOf = (rule: Rule, facts: Facts): Evidence | null => {
	const observed = rule.observe(facts);
	return observed === null
		? null
		: {rule: rule.id, supports: kindsOf(rule, facts), strength: rule.strength, source: sourceOf(rule, facts), observed};
};

const graphicalKinds: ReadonlySet<Kind> = new Set<Kind>(['app', 'background-app', 'session']);

type Decision = {kind: Kind; confidence: Confidence};

/** Which service it is when the signs say "a service": what its arguments say, else the user's own or the computer's. */
const serviceKind = ({process, platform}: Facts, evidence: readonly Evidence[]): Kind => {
	if (evidence.some(({rule}) => rule === 'instance-for-a-user')) {
		return 'agent';
	}

	return isPerson(process.uid, platform) ? 'agent' : 'daemon';
};

/** A program on the screen that no unit holds: an app, unless it says or is known to stay in the background. */
const graphicalKind = ({process, program}: Facts): Decision => {
	if (program?.kind === 'background-app' || program?.kind === 'agent') {
		return {kind: program.kind, confidence: 'likely'};
	}

	if (hiddenStartOption(process) !== null || (process.files?.autostart.length ?? 0) > 0) {
		return {kind: 'background-app', confidence: 'likely'};
	}

	return {kind: 'app', confidence: (process.files?.desktop.length ?? 0) > 0 ? 'likely' : 'guess'};
};

/** Nothing beyond a name and a parent is known: systems without a reader of their own. */
const isBlind = ({process}: Facts): boolean => process.hasTty === null;

const fromSigns = (facts: Facts, points: number, evidence: readonly Evidence[]): Decision => {
	const {process, program} = facts;
	if (isBlind(facts)) {
		return {kind: program?.kind ?? 'unknown', confidence: 'guess'};
	}

	if (points >= serviceThreshold) {
		return {kind: serviceKind(facts, evidence), confidence: points >= likelyPoints ? 'likely' : 'guess'};
	}

	if (process.traits.usesDisplay) {
		return graphicalKind(facts);
	}

	// another user's program may not be looked into: then its name is all there is
	const isUnseen = process.traits.usesDisplay === null && process.traits.denied.includes('display');
	if (isUnseen && program?.kind && graphicalKinds.has(program.kind)) {
		return {kind: program.kind, confidence: 'guess'};
	}

	if (isUnseen && (process.files?.desktop.length ?? 0) > 0) {
		return {kind: 'app', confidence: 'guess'};
	}

	return {kind: 'background-process', confidence: points <= 0 && !isUnseen ? 'likely' : 'guess'};
};

const fromEvidence = (evidence: Evidence): Decision => ({
	kind: evidence.supports[0] ?? 'unknown',
	confidence: evidence.strength === 3 ? 'certain' : 'likely',
});

const order: readonly Confidence[] = ['certain', 'likely', 'guess'];

/** Rules that pass on what another process is: they cannot be surer than its verdict. */
const inherited: ReadonlySet<string> = new Set(['worker-of-parent', 'helper-of-app', 'zombie']);

const noSurerThanParent = (decision: Decision, rule: string, facts: Facts): Decision => {
	const parent = inherited.has(rule) ? facts.parentVerdict?.confidence : undefined;
	return parent !== undefined && order.indexOf(parent) > order.indexOf(decision.confidence) ? {...decision, confidence: parent} : decision;
};

const strongestFirst = (a: Evidence, b: Evidence): number => b.strength - a.strength;

/**
The verdict on one process: what it is, how sure we are, and every observation for and against. Pure.

The first decisive rule that holds gives the kind; where none does, the weighed signs do.
*/
export const classify = (facts: Facts, firstLoginAt: number | null): Verdict => {
	const evidence: Evidence[] = [];
	let decision: Decision | null = null;
	for (const rule of decisiveRules) {
		const found = evidenceOf(rule, facts);
		if (found && found.supports.length > 0) {
			decision ??= noSurerThanParent(fromEvidence(found), rule.id, facts);
			evidence.push(found);
		}
	}

	let points = 0;
	for (const rule of signRules) {
		const found = evidenceOf(rule, facts);
		if (found && found.supports.length > 0) {
			points += pointsOf(rule, facts);
			evidence.push(found);
		}
	}

	decision ??= fromSigns(facts, points, evidence);
	const {kind, confidence} = decision;
	return {
		kind,
		confidence,
		tags: tagsOf(facts, kind, evidence, firstLoginAt),
		evidenceFor: evidence.filter(item => item.supports.includes(kind)).sort(strongestFirst),
		evidenceAgainst: evidence.filter(item => !item.supports.includes(kind)).sort(strongestFirst),
	};
};
