import {bundlePlace} from '../model/bundle.js';
import type {Kind} from '../model/evidence.js';
import type {LaunchdJob} from '../model/service.js';
import {type Facts, type Rule, when} from './rule.js';

const jobOf = ({process}: Facts): LaunchdJob | null => (process.service?.manager === 'launchd' ? process.service : null);

const ownJob = (facts: Facts): LaunchdJob | null => (facts.process.role === 'main' ? jobOf(facts) : null);

const isMac = ({platform}: Facts): boolean => platform === 'darwin';

/** LaunchServices' word on an app; `null`: it does not know the process, or says something we have not met. */
const appKind = ({process}: Facts): Kind | null => {
	switch (process.app?.type) {
		case 'Foreground':
			return 'app';
		case 'UIElement':
		case 'BackgroundOnly':
			return 'background-app';
		default:
			return null;
	}
};

const placeOf = (facts: Facts) => bundlePlace(isMac(facts) ? facts.process.executable : null);

/** Python's interpreter stands in an app bundle and is none. */
const isInterpreterBundle = (path: string | null): boolean => path?.endsWith('/Python.app') ?? false;

/** Inside an app's bundle without being its own program. */
const isInsideApp = (facts: Facts): boolean => {
	const {appPath, isAppsOwnProgram, suffix} = placeOf(facts);
	return appPath !== null && !isAppsOwnProgram && suffix === null && !isInterpreterBundle(appPath);
};

const isOwnAppProgram = (facts: Facts): boolean => {
	const {appPath, isAppsOwnProgram, suffix} = placeOf(facts);
	return appPath !== null && isAppsOwnProgram && suffix === null && !isInterpreterBundle(appPath);
};

/** The parent is a program of the same app. */
const isOfParentsApp = (facts: Facts): boolean => {
	const {appPath} = placeOf(facts);
	return appPath !== null && facts.parent !== null && bundlePlace(facts.parent.executable).appPath === appPath;
};

const isAppLike = (kind: Kind | undefined): boolean => kind === 'app' || kind === 'background-app' || kind === 'app-helper';

/** What macOS says by the kind of bundle, by launchd's domains and by LaunchServices, in the order in which it is believed. */
export const launchdRules: readonly Rule[] = [
	{
		id: 'driver-bundle',
		strength: 3,
		supports: ['driver'],
		source: 'ps -o comm= -p %',
		observe(facts) {
			const {suffix} = placeOf(facts);
			return when(suffix === 'dext' || suffix === 'systemextension', {suffix});
		},
	},
	{
		id: 'extension-bundle',
		strength: 3,
		supports: ['app-extension'],
		source: 'ps -o comm= -p %',
		observe: facts => when(placeOf(facts).suffix === 'appex', {path: facts.process.executable}),
	},
	{
		id: 'system-domain-job',
		strength: 3,
		supports: ['daemon'],
		source: 'launchctl print system',
		observe(facts) {
			const job = ownJob(facts);
			return when(job?.domain === 'system', {label: job?.name ?? null});
		},
	},
	{
		id: 'launched-app',
		strength: 3,
		supports: facts => [appKind(facts) ?? 'app'],
		source: 'lsappinfo list',
		observe(facts) {
			const job = ownJob(facts);
			return when(job?.jobType === 'application' && placeOf(facts).suffix === null, {
				label: job?.name ?? null,
				type: facts.process.app?.type ?? null,
			});
		},
	},
	{
		id: 'login-item',
		strength: 3,
		supports: ['background-app'],
		source: 'ps -o comm= -p %',
		observe: facts => when(placeOf(facts).isLoginItem && !isAppLike(facts.parentVerdict?.kind), {app: placeOf(facts).appPath}),
	},
	{
		id: 'session-domain-job',
		strength: 3,
		supports: ['agent'],
		source: facts => `launchctl print ${ownJob(facts)?.domain}`,
		observe(facts) {
			const job = ownJob(facts);
			return when(job && job.domain !== 'system' && job.jobType !== 'application', {label: job?.name ?? null, domain: job?.domain ?? null});
		},
	},
	{
		id: 'xpc-bundle',
		strength: 3,
		supports: ['xpc-service'],
		source: 'ps -o comm= -p %',
		observe: facts => when(placeOf(facts).suffix === 'xpc', {path: facts.process.executable}),
	},
	{
		id: 'inside-app-bundle',
		strength: 3,
		supports: ['app-helper'],
		source: 'ps -o comm= -p %',
		observe: facts =>
			when(
				(isInsideApp(facts) || (isOfParentsApp(facts) && isAppLike(facts.parentVerdict?.kind))) && !facts.process.hasTty && !ownJob(facts),
				{app: placeOf(facts).appPath},
			),
	},
	{
		id: 'started-by-app',
		strength: 2,
		supports: ['app-helper'],
		source: 'ps -o ppid= -p %',
		observe: facts =>
			when(isMac(facts) && isAppLike(facts.parentVerdict?.kind) && !facts.process.hasTty && !ownJob(facts), {
				parent: facts.process.parentName,
				ppid: facts.process.ppid,
			}),
	},
	{
		id: 'registered-app',
		strength: 2,
		supports: facts => [appKind(facts) ?? 'app'],
		source: 'lsappinfo list',
		observe: facts =>
			when(isOwnAppProgram(facts) && !facts.process.hasTty && !jobOf(facts) && appKind(facts) !== null, {
				type: facts.process.app?.type ?? null,
			}),
	},
	{
		id: 'app-bundle',
		strength: 2,
		supports: ['app'],
		source: 'ps -o comm= -p %',
		observe: facts =>
			when(isOwnAppProgram(facts) && !facts.process.hasTty && !jobOf(facts) && appKind(facts) === null, {path: facts.process.executable}),
	},
	{
		id: 'job-worker',
		strength: 3,
		supports: facts => [jobOf(facts)?.domain === 'system' ? 'daemon' : 'agent'],
		source: 'ps -o ppid=,pgid= -p %',
		observe(facts) {
			const job = jobOf(facts);
			return when(job && facts.process.role === 'worker' && job.jobType !== 'application', {
				label: job?.name ?? null,
				mainPid: job?.mainPid ?? null,
			});
		},
	},
];

/** Arguments by which Apple's own programs tell their instances for one user from the one for all. */
const agentArgument = /^(?:agent|--agent|-agent|\(Aqua\)|\(LoginWindow\)|\(Background\))$/;
const daemonArgument = /^(?:daemon|--daemon|system|--system|--privileged|runAsRoot|\(System\))$/;

const hasArgument = ({process}: Facts, pattern: RegExp): boolean =>
	process.args?.some((argument, index) => index > 0 && pattern.test(argument)) ?? false;

const isUnlisted = (facts: Facts): boolean => isMac(facts) && jobOf(facts) === null && !facts.process.hasTty;

/** Conventions of macOS that speak where no domain that may be asked lists a process: other users' agents, and a silent launchd. */
export const launchdConventionRules: readonly Rule[] = [
	{
		id: 'instance-for-a-user',
		strength: 2,
		supports: ['agent'],
		source: 'ps -o args= -p %',
		points: 3,
		observe: facts => when(isUnlisted(facts) && hasArgument(facts, agentArgument)),
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
		id: 'system-program-folder',
		strength: 1,
		supports: ['daemon', 'agent'],
		source: 'ps -o comm= -p %',
		points: 2,
		observe: facts =>
			when(
				isUnlisted(facts) &&
					/^\/(?:usr\/(?:libexec|sbin)|sbin|System\/Library\/(?:CoreServices|PrivateFrameworks|Frameworks)|System\/Cryptexes)\//.test(
						facts.process.executable ?? '',
					),
				{
					path: facts.process.executable,
				},
			),
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
		id: 'unlisted-orphan',
		strength: 2,
		supports: ['background-process'],
		source: 'launchctl print',
		points: -3,
		observe: facts =>
			when(
				isUnlisted(facts) &&
					facts.process.ppid === 1 &&
					facts.process.uid !== null &&
					facts.process.uid >= facts.firstUserUid &&
					!/^\/(?:System|usr\/libexec|usr\/sbin)\//.test(facts.process.executable ?? ''),
			),
	},
];
