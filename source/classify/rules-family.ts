import type {Kind} from '../model/evidence.js';
import {type Facts, type Rule, when} from './rule.js';

const hasWindowChangeHandler = ({process}: Facts): boolean => ((process.traits.signals?.caughtMask ?? 0) & (1 << 27)) !== 0;

/** A graphical program typed into a terminal; full-screen terminal programs built with X libraries watch the window size. */
const isGraphicalInTerminal = (facts: Facts): boolean => facts.process.traits.usesDisplay === true && !hasWindowChangeHandler(facts);

const serviceKinds: ReadonlySet<Kind> = new Set<Kind>(['daemon', 'agent', 'managed-job']);
const appKinds: ReadonlySet<Kind> = new Set<Kind>(['app', 'background-app', 'app-helper']);

const isInitScriptJob = ({service}: Facts['process']): boolean => service?.manager === 'sysv' || service?.manager === 'openrc';

const belongsToParent = ({process, parent}: Facts): boolean =>
	parent !== null &&
	!process.hasTty &&
	(!process.service || (isInitScriptJob(process) && process.role === 'worker')) &&
	(process.isParentsProgram || process.traits.isForkedWithoutExec === true || (process.sid !== null && process.sid === parent.sid));

/** What a terminal, a parent or the process table says, where no manager knows a process. */
export const familyRules: readonly Rule[] = [
	{
		id: 'graphical-in-terminal',
		strength: 2,
		supports: ['app'],
		source: '/proc/%/maps',
		observe: facts => when(facts.process.hasTty && isGraphicalInTerminal(facts), {tty: facts.process.tty}),
	},
	{
		id: 'terminal-foreground',
		strength: 3,
		supports: ['interactive'],
		source: '/proc/%/stat',
		observe: ({process}) => when(process.hasTty && process.isForeground, {tty: process.tty}),
	},
	{
		id: 'terminal-session-leader',
		strength: 3,
		supports: ['interactive'],
		source: '/proc/%/stat',
		observe: ({process}) => when(process.hasTty && process.sessionLeader === 'self', {tty: process.tty}),
	},
	{
		id: 'terminal-job',
		strength: 2,
		supports: ['background-process'],
		source: '/proc/%/stat',
		observe: ({process}) =>
			when(process.hasTty && process.isForeground === false && process.sessionLeader !== 'self', {tty: process.tty, state: process.state}),
	},
	{
		id: 'worker-of-parent',
		strength: 2,
		supports: ({parentVerdict}) => (parentVerdict ? [parentVerdict.kind] : []),
		source: '/proc/%/stat',
		observe: facts =>
			when(
				facts.parentVerdict &&
					serviceKinds.has(facts.parentVerdict.kind) &&
					facts.process.traits.usesDisplay !== true &&
					belongsToParent(facts),
				{
					parent: facts.process.parentName,
					ppid: facts.process.ppid,
				},
			),
	},
	{
		id: 'helper-of-app',
		strength: 2,
		supports: ['app-helper'],
		source: '/proc/%/stat',
		observe: facts =>
			when(facts.parentVerdict && appKinds.has(facts.parentVerdict.kind) && belongsToParent(facts), {
				parent: facts.process.parentName,
				ppid: facts.process.ppid,
			}),
	},
	{
		id: 'detached-program',
		strength: 2,
		supports: ['background-process'],
		source: 'dictionary',
		observe: ({program, process}) =>
			when(program?.kind === 'background-process' && process.hasTty === false, {name: program?.name ?? null}),
	},
	{
		id: 'zombie',
		strength: 3,
		supports: ({parentVerdict}) => [parentVerdict && parentVerdict.kind !== 'init' ? parentVerdict.kind : 'background-process'],
		source: '/proc/%/stat',
		observe: ({process}) => when(process.state === 'Z', {parent: process.parentName}),
	},
];
