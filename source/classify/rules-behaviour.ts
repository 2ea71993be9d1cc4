import type {Kind} from '../model/evidence.js';
import {isGenericProgram} from '../model/program.js';
import {type Facts, type Rule, when} from './rule.js';

const service: readonly Kind[] = ['daemon', 'agent', 'managed-job'];
const graphical: readonly Kind[] = ['app', 'background-app', 'app-helper', 'session'];

const SIGHUP = 1 << 0;
const SIGPIPE = 1 << 12;
const SIGTERM = 1 << 14;

const isOutsideKernel = ({process}: Facts): boolean => process.traits.isKernelThread !== true;

const signals = ({process}: Facts): {caughtMask: number; ignoredMask: number} => process.traits.signals ?? {caughtMask: 0, ignoredMask: 0};

const internetListener = ({process}: Facts): string | null => {
	const socket = process.traits.listens?.find(listener => listener.protocol !== 'unix');
	return socket ? `${socket.protocol} ${socket.port}` : null;
};

const unixListener = ({process}: Facts): string | null => {
	const socket = process.traits.listens?.find(listener => listener.protocol === 'unix');
	return socket?.path ?? null;
};

/** Programs with a hidden start are told so on the command line. */
const trayOption = /^--?(?:tray|systray|notification|minimi[sz]ed|start-minimi[sz]ed|hidden|hide|background|startintray|autostart)$/;

/** The option that tells a program to start out of sight; `null`: none. */
export const hiddenStartOption = ({args}: Facts['process']): string | null =>
	args?.find((argument, index) => index > 0 && trayOption.test(argument)) ?? null;

/** Signs in how a process behaves and what it is called. */
export const behaviourRules: readonly Rule[] = [
	{
		id: 'forked-without-exec',
		strength: 1,
		supports: service,
		source: '/proc/%/stat',
		points: 2,
		observe: facts => when(facts.process.traits.isForkedWithoutExec && isOutsideKernel(facts) && !facts.process.hasTty),
	},
	{
		id: 'listens-on-network',
		strength: 1,
		supports: service,
		source: '/proc/net, /proc/%/fd',
		points: 1,
		observe(facts) {
			const socket = internetListener(facts);
			return when(socket !== null, {socket});
		},
	},
	{
		id: 'listens-on-unix-socket',
		strength: 1,
		supports: service,
		source: '/proc/net/unix, /proc/%/fd',
		points: 1,
		observe(facts) {
			const path = unixListener(facts);
			return when(path !== null, {path});
		},
	},
	{
		id: 'catches-hup-and-term',
		strength: 1,
		supports: service,
		source: '/proc/%/status',
		points: 1,
		observe: facts => when((signals(facts).caughtMask & SIGHUP) !== 0 && (signals(facts).caughtMask & SIGTERM) !== 0),
	},
	{
		id: 'ignores-pipe',
		strength: 1,
		supports: service,
		source: '/proc/%/status',
		points: 1,
		observe: facts => when((signals(facts).ignoredMask & SIGPIPE) !== 0),
	},
	{
		id: 'output-to-socket',
		strength: 1,
		supports: service,
		source: '/proc/%/fd',
		points: 1,
		observe: ({process}) => when(process.traits.stdio?.[1] === 'socket' || process.traits.stdio?.[2] === 'socket'),
	},
	{
		id: 'streams-to-null',
		strength: 1,
		supports: [...service, 'background-process'],
		source: '/proc/%/fd',
		points: 1,
		observe: facts => when(facts.process.traits.stdio?.every(stream => stream === 'null' || stream === 'closed') && isOutsideKernel(facts)),
	},
	{
		id: 'title-rewritten',
		strength: 1,
		supports: service,
		source: '/proc/%/cmdline',
		points: 1,
		observe: ({process}) =>
			when(process.args?.length === 1 && /^[\w.-]+: /.test(process.args[0] ?? '') && !process.hasTty, {title: process.args?.[0] ?? null}),
	},
	{
		id: 'uses-display',
		strength: 2,
		supports: graphical,
		source: '/proc/%/maps',
		points: -2,
		observe: ({process}) => when(process.traits.usesDisplay),
	},
	{
		id: 'hidden-start-option',
		strength: 2,
		supports: ['background-app', 'agent'],
		source: '/proc/%/cmdline',
		points: 0,
		observe({process}) {
			const option = hiddenStartOption(process);
			return when(option !== null, {option});
		},
	},
	{
		id: 'known-program',
		strength: 1,
		supports: ({program}) => (program?.kind ? [program.kind] : []),
		source: 'dictionary',
		points: 2,
		observe: ({program, process}) => {
			const isInstalled =
				process.executable === null ||
				/^\/(?:usr|bin|sbin|lib|libexec|opt|snap|nix|System|Library|Applications)\//.test(process.executable);
			return when(program?.kind && isInstalled, {name: program?.name ?? null, kind: program?.kind ?? null});
		},
	},
	{
		id: 'daemon-in-name',
		strength: 1,
		supports: service,
		source: '/proc/%/comm',
		points: 1,
		observe: facts => when(/daemon|server/i.test(facts.process.name) && isOutsideKernel(facts), {name: facts.process.name}),
	},
	{
		id: 'name-ends-in-d',
		strength: 1,
		supports: service,
		source: '/proc/%/comm',
		points: 0.5,
		observe: ({process}) => when(/[a-z]d$/.test(process.name) && !isGenericProgram(process.name), {name: process.name}),
	},
	{
		id: 'name-without-d',
		strength: 1,
		supports: ['app', 'background-app', 'app-helper', 'interactive', 'background-process', 'session'],
		source: '/proc/%/comm',
		points: 0,
		observe: facts => when(!/d$/.test(facts.process.name) && isOutsideKernel(facts), {name: facts.process.name}),
	},
	{
		id: 'supervisor-above',
		strength: 2,
		supports: service,
		source: '/proc/%/stat',
		points: 4,
		observe: ({process}) =>
			when(process.supervisor !== null && process.hasTty === false, {
				manager: process.supervisor?.manager ?? null,
				supervisorPid: process.supervisor?.pid ?? null,
			}),
	},
];

/** What a sign weighs for this process: the dictionary speaks for or against, depending on what it says. */
export const pointsOf = (rule: Rule, facts: Facts): number => {
	if (rule.id !== 'known-program') {
		return rule.points ?? 0;
	}

	const kind = facts.program?.kind;
	return kind && service.includes(kind) ? 2 : -2;
};
