/** The terms of the glossary by what they are about, each group in the order in which it is best read. */
export const termGroups = {
	kinds: [
		'daemon',
		'agent',
		'background-app',
		'menu-bar-app',
		'login-item',
		'app',
		'helper',
		'xpc-service',
		'app-extension',
		'system-extension',
		'driver',
		'managed-job',
		'background-process',
		'interactive-program',
		'session-part',
		'init',
		'kernel',
		'kernel-thread',
		'worker',
	],
	processes: [
		'process',
		'thread',
		'pid',
		'ppid',
		'parent',
		'child',
		'orphan',
		'zombie',
		'session',
		'login-session',
		'session-leader',
		'controlling-terminal',
		'foreground',
		'background',
		'standard-input',
		'standard-output',
		'standard-error',
		'file-descriptor',
		'working-directory',
		'environment-variable',
	],
	services: [
		'service-manager',
		'supervisor',
		'job',
		'unit',
		'label',
		'domain',
		'control-group',
		'life-cycle',
		'boot',
		'login',
		'logout',
		'start-at-load',
		'on-demand',
		'socket-activation',
		'keep-alive',
		'automatic-restart',
		'scheduled-job',
		'timer',
		'reload',
		'stop',
		'restart',
		'allow-in-background',
	],
	files: [
		'configuration-file',
		'property-list',
		'unit-file',
		'drop-in',
		'launch-daemons-folder',
		'launch-agents-folder',
		'spool',
		'index',
		'cache',
	],
	endings: ['exit-code', 'signal', 'crash', 'log', 'system-log', 'unified-log', 'journal'],
	resources: ['resource', 'cpu-time', 'resident-memory', 'priority', 'nice-value'],
	network: ['socket', 'port', 'listen', 'connection-state'],
	rights: [
		'permission',
		'root',
		'administrator',
		'dedicated-account',
		'sandbox',
		'app-container',
		'container',
		'system-integrity-protection',
	],
	judging: ['evidence', 'verdict', 'confidence', 'unknown'],
} as const;

export type TermGroup = keyof typeof termGroups;
type TermIdOf<Group extends TermGroup> = (typeof termGroups)[Group][number];
export type TermId = TermIdOf<TermGroup>;

/** Every term, group after group. */
export const termIds: readonly TermId[] = Object.values(termGroups).flat();

/**
`aliases`: other words for the same, by which it is found as well; `line`: what it is, in one sentence; `more`: how it is
on macOS and on Linux.
*/
type TermWords = {name: string; aliases: readonly string[]; line: string; more: string};

export type Terms = Readonly<Record<TermId, TermWords>>;
export type TermsOf<Group extends TermGroup> = Readonly<Record<TermIdOf<Group>, TermWords>>;
