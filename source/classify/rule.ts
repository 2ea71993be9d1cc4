import type {Kind, Observed, Strength, Verdict} from '../model/evidence.js';
import type {ProgramEntry} from '../model/program.js';
import type {JoinedProcess} from '../model/snapshot.js';
import {sourceFor} from './source.js';

/** All that a rule may look at. */
export type Facts = {
	process: JoinedProcess;
	parent: JoinedProcess | null;
	parentVerdict: Verdict | null;
	program: ProgramEntry | null;
	platform: 'linux' | 'darwin' | 'generic';
	/** Name of the first process, or `systemd`. */
	init: string | null;
};

/**
One thing that can be observed about a process and what it speaks for. Words for `observe`'s answer are in
`text.evidence[id]`.
*/
export type Rule = {
	id: string;
	strength: Strength;
	/** What the observation supports; it speaks against every other kind. */
	supports: readonly Kind[] | ((facts: Facts) => readonly Kind[]);
	/** Where it was read; `%` stands for the pid. */
	source: string | ((facts: Facts) => string);
	/** `null`: nothing of the sort is seen. */
	observe: (facts: Facts) => Observed | null;
	/** How much it weighs for (or, below zero, against) a background service, where no rule decides alone. */
	points?: number;
};

export const kindsOf = (rule: Rule, facts: Facts): readonly Kind[] =>
	typeof rule.supports === 'function' ? rule.supports(facts) : rule.supports;

export const sourceOf = (rule: Rule, facts: Facts): string =>
	typeof rule.source === 'function' ? rule.source(facts) : sourceFor(facts.platform, rule.source, facts.process.pid);

/** A yes without particulars. */
export const seen: Observed = {};

export const when = (condition: boolean | null | undefined, observed: Observed = seen): Observed | null => (condition ? observed : null);
