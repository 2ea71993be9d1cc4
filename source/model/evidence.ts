import type {StreamTarget} from './process.js';

/** The fifteen kinds, in the order in which they are listed. */
export const kinds = [
	'daemon',
	'agent',
	'background-app',
	'app',
	'app-helper',
	'xpc-service',
	'app-extension',
	'driver',
	'managed-job',
	'background-process',
	'interactive',
	'session',
	'init',
	'kernel',
	'unknown',
] as const;
export type Kind = (typeof kinds)[number];

/** The mark that stands beside a kind, so that colour is never the only channel. */
export const kindMark: Readonly<Record<Kind, string>> = {
	daemon: '●',
	agent: '◐',
	'background-app': '◇',
	app: '◆',
	'app-helper': '◦',
	'xpc-service': 'x',
	'app-extension': '+',
	driver: '▪',
	'managed-job': '▸',
	'background-process': '○',
	interactive: '›',
	session: '∙',
	init: '■',
	kernel: '▫',
	unknown: '?',
};

export const tags = [
	'worker',
	'on-demand',
	'keep-alive',
	'timer',
	'one-shot',
	'socket-activated',
	'third-party',
	'apple',
	'listens',
	'ui',
	'pre-login',
	'zombie',
	'self',
] as const;
export type Tag = (typeof tags)[number];

const confidences = ['certain', 'likely', 'guess'] as const;
export type Confidence = (typeof confidences)[number];

/** 3 proves, 2 suggests, 1 hints. */
export type Strength = 1 | 2 | 3;

/** Values an observation is made of; words come from `text/`. */
export type Observed = Readonly<Record<string, string | number | null>>;

/** One observed fact that speaks for some kinds and so against the others. Data only; words come from `text/`. */
export type Evidence = {
	/** Identifier of the rule, for example `unit-main-process`. */
	rule: string;
	supports: readonly Kind[];
	strength: Strength;
	/** Where it was read, for example `/proc/812/cgroup`. */
	source: string;
	observed: Observed;
};

export type Verdict = {
	kind: Kind;
	confidence: Confidence;
	tags: readonly Tag[];
	/** What speaks for the kind, strongest first. */
	evidenceFor: readonly Evidence[];
	/** What speaks against it, strongest first. */
	evidenceAgainst: readonly Evidence[];
};

/** The traits of a textbook daemon, in the order in which they are asked. */
export const checklistTraits = [
	'no-terminal',
	'no-gui',
	'reads-no-input',
	'started-at-boot',
	'survives-logout',
	'kept-alive',
	'restarted-on-error',
	'logs-to-system',
	'handles-signals',
	'own-account',
	'thrift',
] as const;
export type ChecklistTrait = (typeof checklistTraits)[number];

export type ChecklistAnswer = {
	trait: ChecklistTrait;
	/** `unknown` is "could not read": never "no". */
	answer: 'yes' | 'no' | 'unknown' | 'not-applicable';
	/** Key into the texts of this trait, saying what was read. */
	reading: string;
	observed: Observed & {stream?: StreamTarget};
	source: string | null;
};
