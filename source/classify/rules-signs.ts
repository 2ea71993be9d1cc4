import type {Kind} from '../model/evidence.js';
import {isGenericProgram} from '../model/program.js';
import {type Facts, type Rule, when} from './rule.js';

const service: readonly Kind[] = ['daemon', 'agent', 'managed-job'];
const notService: readonly Kind[] = ['interactive', 'background-process', 'app', 'background-app', 'app-helper', 'session'];
const userOwned: readonly Kind[] = ['agent', 'interactive', 'background-process', 'app', 'background-app', 'app-helper', 'session'];
const graphical: readonly Kind[] = ['app', 'background-app', 'app-helper', 'session'];
const job: readonly Kind[] = ['background-process', 'interactive'];

const nobody = 65534;
const SIGHUP = 1 << 0;
const SIGPIPE = 1 << 12;
const SIGTERM = 1 << 14;

const isOutsideKernel = ({process}: Facts): boolean => process.traits.isKernelThread !== true;

const isServiceUser = (uid: number | null, firstUserUid: number): boolean =>
	uid !== null && ((uid > 0 && uid < firstUserUid) || uid === nobody);

const isInDirectory = (path: string | null, pattern: RegExp): boolean => path !== null && pattern.test(path);

const signals = ({process}: Facts): {caughtMask: number; ignoredMask: number} => process.traits.signals ?? {caughtMask: 0, ignoredMask: 0};

const internetListener = ({process}: Facts): string | null => {
	const socket = process.traits.listens?.find(listener => listener.protocol !== 'unix');
	return socket ? `${socket.protocol} ${socket.port}` : null;
};

const unixListener = ({process}: Facts): string | null => {
	const socket = process.traits.listens?.find(listener => listener.protocol === 'unix');
	return socket?.path ?? null;
};

const environmentSign = (
	id: string,
	points: number,
	supports: readonly Kind[],
	holds: (marks: NonNullable<Facts['process']['traits']['environment']>) => boolean,
): Rule => ({
	id,
	strength: Math.abs(points) >= 2 ? 2 : 1,
	supports,
	source: '/proc/%/environ',
	points,
	observe: ({process}) => when(process.traits.environment && holds(process.traits.environment)),
});

/** Programs with a hidden start are told so on the command line. */
const trayOption = /^--?(?:tray|systray|notification|minimi[sz]ed|start-minimi[sz]ed|hidden|hide|background|startintray|autostart)$/;

/**
Signs that add up where no fact decides alone. Each weighs as much as it was measured to tell services from everything
else on recorded machines; two points are enough for a background service.
*/
export const signRules: readonly Rule[] = [
	{
		id: 'has-terminal',
		strength: 3,
		supports: job,
		source: '/proc/%/stat',
		points: -6,
		observe: ({process}) => when(process.hasTty, {tty: process.tty}),
	},
	{
		id: 'no-terminal',
		strength: 1,
		supports: [...service, 'app', 'background-app', 'app-helper', 'background-process', 'session', 'init', 'kernel'],
		source: '/proc/%/stat',
		points: 0,
		observe: ({process}) => when(process.hasTty === false),
	},
	{
		id: 'login-session-scope',
		strength: 2,
		supports: notService,
		source: '/proc/%/cgroup',
		points: -5,
		observe: ({process}) => when(/^session-.*\.scope$/.test(process.cgroup?.unit ?? ''), {unit: process.cgroup?.unit ?? null}),
	},
	environmentSign('terminal-in-environment', -2, notService, marks => marks.terminal),
	environmentSign('multiplexer-in-environment', -1, notService, marks => marks.multiplexer),
	environmentSign('ssh-in-environment', -1, notService, marks => marks.ssh),
	environmentSign('shell-in-environment', -1, notService, marks => marks.shell),
	{
		id: 'session-leader-gone',
		strength: 1,
		supports: job,
		source: '/proc/%/stat',
		points: -1,
		observe: ({process}) => when(process.hasTty === false && process.sessionLeader === 'gone', {sid: process.sid}),
	},
	{
		id: 'works-in-root-directory',
		strength: 2,
		supports: service,
		source: '/proc/%/cwd',
		points: 2,
		observe: facts => when(facts.process.traits.workingDirectory === '/' && isOutsideKernel(facts)),
	},
	{
		id: 'works-in-system-directory',
		strength: 1,
		supports: service,
		source: '/proc/%/cwd',
		points: 1,
		observe: ({process}) =>
			when(isInDirectory(process.traits.workingDirectory, /^\/(?:var|run|etc|usr|srv)(?:\/|$)/), {path: process.traits.workingDirectory}),
	},
	{
		id: 'works-in-home',
		strength: 1,
		supports: userOwned,
		source: '/proc/%/cwd',
		points: -1,
		observe: ({process}) =>
			when(isInDirectory(process.traits.workingDirectory, /^\/(?:home\/|root(?:\/|$)|tmp(?:\/|$))/), {
				path: process.traits.workingDirectory,
			}),
	},
	{
		id: 'system-file-starts-it',
		strength: 2,
		supports: ['daemon', 'managed-job', 'init'],
		source: 'unit files, /etc/init.d',
		points: 3,
		observe: ({process}) => when((process.files?.system.length ?? 0) > 0, {file: process.files?.system[0] ?? null}),
	},
	{
		id: 'user-file-starts-it',
		strength: 2,
		supports: ['agent'],
		source: 'user units, D-Bus services',
		points: 4,
		observe: ({process}) => when((process.files?.user.length ?? 0) > 0, {file: process.files?.user[0] ?? null}),
	},
	{
		id: 'autostart-file-starts-it',
		strength: 2,
		supports: ['background-app', 'agent'],
		source: '/etc/xdg/autostart',
		points: 2,
		observe: ({process}) => when((process.files?.autostart.length ?? 0) > 0, {file: process.files?.autostart[0] ?? null}),
	},
	{
		id: 'desktop-entry-starts-it',
		strength: 2,
		supports: ['app', 'background-app'],
		source: '/usr/share/applications',
		points: -3,
		observe: ({process}) => when((process.files?.desktop.length ?? 0) > 0, {file: process.files?.desktop[0] ?? null}),
	},
	{
		id: 'program-in-sbin',
		strength: 1,
		supports: service,
		source: '/proc/%/exe',
		points: 1,
		observe: ({process}) => when(isInDirectory(process.executable, /\/sbin\//), {path: process.executable}),
	},
	{
		id: 'program-in-libexec',
		strength: 1,
		supports: [...service, 'app-helper'],
		source: '/proc/%/exe',
		points: 1,
		observe: ({process}) => when(isInDirectory(process.executable, /^\/usr\/(?:libexec|lib)\//), {path: process.executable}),
	},
	{
		id: 'service-account',
		strength: 2,
		supports: ['daemon', 'managed-job'],
		source: '/proc/%/status',
		points: 2,
		observe: ({process, firstUserUid}) => when(isServiceUser(process.uid, firstUserUid), {user: process.user ?? process.uid}),
	},
	{
		id: 'root-without-terminal',
		strength: 1,
		supports: ['daemon', 'managed-job', 'init', 'kernel'],
		source: '/proc/%/status',
		points: 1,
		observe: ({process}) => when(process.uid === 0 && process.hasTty === false),
	},
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
	environmentSign('invocation-in-environment', 1, service, marks => marks.invocation),
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
			const option = process.args?.find((argument, index) => index > 0 && trayOption.test(argument));
			return when(option !== undefined, {option: option ?? null});
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
