import {isServiceUser} from '../model/account.js';
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

/** Apple packs many of its services as apps: Dock and Spotlight stand in `.app` bundles among the system's own programs. */
const isApplesServiceBundle = (facts: Facts): boolean => {
	const {appPath} = placeOf(facts);
	const isSystems = appPath !== null && /^\/(?:System\/Library|Library\/Apple\/System\/Library)\//.test(appPath);
	return (
		isSystems && facts.program?.kind !== 'app' && facts.program?.kind !== 'app-helper' && !appPath.includes('/CoreServices/Applications/')
	);
};

/** launchd's own child under an account of the system: no app of a person, wherever its program stands. */
const isOfSystemAccount = ({process, platform}: Facts): boolean =>
	process.ppid === 1 && (process.uid === 0 || isServiceUser(process.uid, platform));

const isAppOfPerson = (facts: Facts): boolean => !isApplesServiceBundle(facts) && !isOfSystemAccount(facts);

/** Inside an app's bundle without being its own program. */
const isInsideApp = (facts: Facts): boolean => {
	const {appPath, isAppsOwnProgram, suffix} = placeOf(facts);
	return appPath !== null && !isAppsOwnProgram && suffix === null && !isInterpreterBundle(appPath) && isAppOfPerson(facts);
};

const isOwnAppProgram = (facts: Facts): boolean => {
	const {appPath, isAppsOwnProgram, suffix} = placeOf(facts);
	return appPath !== null && isAppsOwnProgram && suffix === null && !isInterpreterBundle(appPath) && isAppOfPerson(facts);
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
		supports: ({program}) => [program?.kind === 'background-app' ? 'background-app' : 'app'],
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
