import {isPerson} from '../model/account.js';
import {isGenericProgram} from '../model/program.js';
import {type Facts, type Rule, when} from './rule.js';

/** Arguments by which Apple's own programs tell their instances for one user from the one for all. */
const agentArgument = /^(?:agent|--agent|-agent|--runmode=agent|\(Aqua\)|\(LoginWindow\)|\(Background\))$/;
const daemonArgument = /^(?:daemon|-daemon|--daemon|system|--system|--privileged|--runmode=privileged|launchDaemon|runAsRoot|\(System\))$/;
/** Of whom launchd is told that it is launchd who starts them. */
const launchdArgument = /^(?:-{0,2}launchd|LAUNCHED_BY_LAUNCHD|server-init)$/;

const systemProgramFolder =
	/^\/(?:usr\/(?:libexec|sbin)|sbin|System\/Cryptexes|Library\/Apple\/System\/Library|System\/Library\/(?:CoreServices|PrivateFrameworks|Frameworks|Filesystems|Services|Image Capture|Input Methods))\//;
/** Where administrators and installers put programs. */
const installedFolder = /^\/(?:Library|usr\/local|opt|usr\/bin|Applications)\//;

const hasArgument = ({process}: Facts, pattern: RegExp): boolean =>
	process.args?.some((argument, index) => index > 0 && pattern.test(argument)) ?? false;

const isUnlisted = ({platform, process}: Facts): boolean =>
	platform === 'darwin' && process.service?.manager !== 'launchd' && !process.hasTty;

/** The dictionary knows it as a service, and it stands where the system keeps such programs, or does not say where. */
const isKnownService = ({program, process}: Facts): boolean =>
	(program?.kind === 'daemon' || program?.kind === 'agent') &&
	(process.executable === null || /^\/(?:usr\/)?bin\//.test(process.executable));

/** Conventions of macOS that speak where no domain that may be asked lists a process: other users' agents, and a silent launchd. */
export const launchdConventionRules: readonly Rule[] = [
	{
		id: 'instance-for-a-user',
		strength: 2,
		supports: ['agent'],
		source: 'ps -o args= -p %',
		points: 3,
		observe: facts => when(isUnlisted(facts) && (hasArgument(facts, agentArgument) || /^mdworker/.test(facts.process.name))),
	},
	{
		id: 'instance-for-all',
		strength: 2,
		supports: ['daemon'],
		source: 'ps -o args= -p %',
		points: 3,
		observe: facts => when(isUnlisted(facts) && hasArgument(facts, daemonArgument)),
	},
	{
		id: 'started-for-launchd',
		strength: 2,
		supports: ['daemon', 'agent'],
		source: 'ps -o args= -p %',
		points: 2,
		observe: facts => when(isUnlisted(facts) && hasArgument(facts, launchdArgument)),
	},
	{
		id: 'system-program-folder',
		strength: 1,
		supports: ['daemon', 'agent'],
		source: 'ps -o comm= -p %',
		points: 2,
		observe: facts =>
			when(isUnlisted(facts) && systemProgramFolder.test(facts.process.executable ?? ''), {
				path: facts.process.executable,
			}),
	},
	{
		id: 'privileged-helper-folder',
		strength: 2,
		supports: ['daemon'],
		source: 'ps -o comm= -p %',
		points: 4,
		observe: facts =>
			when(isUnlisted(facts) && facts.process.executable?.startsWith('/Library/PrivilegedHelperTools/'), {path: facts.process.executable}),
	},
	{
		id: 'root-orphan',
		strength: 1,
		supports: ['daemon'],
		source: 'ps -o ppid=,user= -p %',
		points: 2,
		// where launchd answers, it would know a daemon: then this is somebody's `sudo nohup`
		observe: facts =>
			when(
				isUnlisted(facts) &&
					!facts.process.isServiceTold &&
					facts.process.uid === 0 &&
					facts.process.ppid === 1 &&
					installedFolder.test(facts.process.executable ?? '') &&
					!isGenericProgram(facts.process.name),
			),
	},
	{
		id: 'unlisted-orphan',
		strength: 2,
		supports: ['background-process'],
		source: 'launchctl print',
		points: -3,
		observe: facts =>
			when(
				isUnlisted(facts) &&
					facts.process.isServiceTold &&
					facts.process.ppid === 1 &&
					isPerson(facts.process.uid, facts.platform) &&
					!/^\/(?:System|Library\/Apple|usr\/libexec|usr\/sbin)\//.test(facts.process.executable ?? '') &&
					!isKnownService(facts),
			),
	},
];
