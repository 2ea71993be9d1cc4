import {isServiceUser} from '../model/account.js';
import type {Kind} from '../model/evidence.js';
import {type Facts, type Rule, when} from './rule.js';

const service: readonly Kind[] = ['daemon', 'agent', 'managed-job'];
const notService: readonly Kind[] = ['interactive', 'background-process', 'app', 'background-app', 'app-helper', 'session'];
const userOwned: readonly Kind[] = ['agent', 'interactive', 'background-process', 'app', 'background-app', 'app-helper', 'session'];
const job: readonly Kind[] = ['background-process', 'interactive'];

const isOutsideKernel = ({process}: Facts): boolean => process.traits.isKernelThread !== true;

const isInDirectory = (path: string | null, pattern: RegExp): boolean => path !== null && pattern.test(path);

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

/** Signs in where a process stands: terminal, session, environment, directory, account, and the files that name its program. */
export const circumstanceRules: readonly Rule[] = [
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
		source: '/usr/lib/systemd/system, /etc/init.d',
		points: 3,
		observe: ({process}) => when((process.files?.system.length ?? 0) > 0, {file: process.files?.system[0] ?? null}),
	},
	{
		id: 'user-file-starts-it',
		strength: 2,
		supports: ['agent'],
		source: '/usr/lib/systemd/user, /usr/share/dbus-1',
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
		observe: ({process, platform}) => when(isServiceUser(process.uid, platform), {user: process.user ?? process.uid}),
	},
	{
		id: 'root-without-terminal',
		strength: 1,
		supports: ['daemon', 'managed-job', 'init', 'kernel'],
		source: '/proc/%/status',
		points: 1,
		observe: ({process}) => when(process.uid === 0 && process.hasTty === false),
	},
	environmentSign('invocation-in-environment', 1, service, marks => marks.invocation),
];
