import {jobChannels} from './launchctl-triggers.js';
import type {DemoHost, Plist, PlistDictionary} from './machine.js';
import {hexOf, numberOf, splitTarget} from './machine.js';
import {isPlistDictionary} from './property-list.js';
import {fill, type TemplateValues, words} from './template.js';
import type {LiveJob} from './timeline.js';

const text = (value: Plist | undefined): string | null => (value === undefined ? null : String(value));

const texts = (value: Plist | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Apple's own, by where their files lie. */
const isApples = ({plist, bundlePath, argv}: LiveJob): boolean =>
	/^\/(?:System|Library\/Apple)\//.test(plist ?? bundlePath ?? argv?.[0] ?? '');

const signalNames: Readonly<Record<number, string>> = {9: 'Killed', 15: 'Terminated'};

const exitNames: Readonly<Record<number, string>> = {78: '78: EX_CONFIG'};

const exitValues = (exit: string | number): TemplateValues => {
	if (typeof exit === 'number') {
		return exit < 0 ? {exitSignal: `${signalNames[-exit] ?? ''}: ${-exit}`} : {exitCode: exitNames[exit] ?? exit};
	}

	return exit === '-' ? {exitCode: words.neverExited} : {exitReason: 'JETSAM_REASON_MEMORY_IDLE_EXIT'};
};

const isKept = (keys: PlistDictionary): boolean => keys.KeepAlive === true;

const startsAtLoad = (keys: PlistDictionary): boolean => keys.RunAtLoad === true || isKept(keys);

const semaphores = ({KeepAlive: keepAlive}: PlistDictionary): readonly string[] => {
	if (!isPlistDictionary(keepAlive)) {
		return [];
	}

	const {SuccessfulExit: successful, Crashed: crashed} = keepAlive;
	return [
		...(successful === undefined ? [] : [`${words.successfulExit} => ${successful === true ? 1 : 0}`]),
		...(crashed === undefined ? [] : [`${words.afterCrash} => ${crashed === true ? 1 : 0}`]),
	];
};

/** The flags of the last line, in launchd's order. */
const propertiesOf = (job: LiveJob): readonly string[] => {
	const {keys} = job;
	const isApple = isApples(job);
	const isPressured = keys.EnablePressuredExit === true;
	const flags: readonly (readonly [string, boolean])[] = [
		[words.xpcBundle, job.type === 'XPCService'],
		[words.partial, job.submittedBy !== undefined],
		['keepalive', isKept(keys)],
		['runatload', startsAtLoad(keys)],
		[words.lowPriority, keys.LowPriorityIO === true],
		[words.once, keys.LaunchOnlyOnce === true],
		[words.transactions, isPressured || keys.EnableTransactions === true],
		[words.pressuredExit, isPressured],
		['inetd-compatible', keys.inetdCompatibility !== undefined],
		[words.abandonGroup, keys.AbandonProcessGroup === true],
		[words.inferred, keys.Program === undefined && keys.BundleProgram === undefined && job.identifier === undefined],
		['app', job.spawn === 'app'],
		[words.systemService, isApple && job.target.startsWith('system/')],
		[words.throttling, isApple],
		[words.apple, isApple],
		[words.managed, !isApple],
	];
	return flags.flatMap(([word, isSet]) => (isSet ? word : []));
};

const spawnTypes: Readonly<Record<string, string>> = {
	App: 'app (1)',
	app: 'app (1)',
	Interactive: 'interactive (4)',
	Background: 'background (5)',
	Adaptive: 'adaptive (6)',
	// a driver's class has a number and no name
	driver: ' (7)',
};

const categoryOf = ({spawn, type}: LiveJob): string => {
	if (spawn === 'driver') {
		return 'DriverKit';
	}

	return spawn === 'app' ? 'app' : type === 'XPCService' ? 'xpcservice' : 'daemon';
};

/** The path, or for jobs without a file who handed them in. */
const jobPath = (job: LiveJob): string =>
	job.submittedBy === undefined ? (job.plist ?? job.bundlePath ?? '') : fill('submitted', {by: job.submittedBy});

export const jobType = (job: LiveJob): string => job.type ?? (job.target.startsWith('system/') ? 'LaunchDaemon' : 'LaunchAgent');

const argumentsOf = (job: LiveJob): readonly string[] => job.argv ?? texts(job.keys.ProgramArguments);

export const programOf = (job: LiveJob): string | null =>
	job.identifier === undefined ? (text(job.keys.Program) ?? argumentsOf(job)[0] ?? job.process?.path ?? job.program ?? null) : null;

const environmentOf = (job: LiveJob, label: string): readonly string[] => {
	const {EnvironmentVariables: variables} = job.keys;
	return [
		'OSLogRateLimit => 64',
		...(isApples(job) ? ['MallocSpaceEfficient => 1'] : []),
		...Object.entries(isPlistDictionary(variables) ? variables : {}).map(([name, value]) => `${name} => ${value}`),
		`XPC_SERVICE_NAME => ${label}`,
	];
};

const uuidOf = (name: string): string => {
	const digits = [1, 2, 3, 4]
		.map(part => hexOf(numberOf(`${name} ${part}`), 8))
		.join('')
		.toUpperCase();
	return [0, 8, 12, 16, 20].map((start, index, starts) => digits.slice(start, starts[index + 1])).join('-');
};

/** Why it runs now: by itself, or because somebody asked. */
const reasonOf = (job: LiveJob): string | null =>
	job.pid === null ? null : (job.reason ?? (startsAtLoad(job.keys) ? 'speculative' : words.machRequest));

const stateValues = (job: LiveJob): TemplateValues => ({
	state: job.pid === null ? (job.isRestarting ? words.restarting : words.notRunning) : 'running',
	runs: job.runs,
	pid: job.pid,
	reason: reasonOf(job),
	jobState: job.jobState ?? (job.pid === null && job.runs > 0 && job.submittedBy === undefined && !isApples(job) ? 'exited' : null),
	coalition: job.pid === null ? null : 600 + (numberOf(job.target) % 9000) * 2,
	jetsamCoalition: job.pid === null ? null : 601 + (numberOf(job.target) % 9000) * 2,
	...exitValues(job.exit),
});

const settingValues = (job: LiveJob, domain: string, label: string): TemplateValues => {
	const {keys} = job;
	const {Umask: umask} = keys;
	return {
		workingDirectory: text(keys.WorkingDirectory),
		stdout: text(keys.StandardOutPath),
		stderr: text(keys.StandardErrorPath),
		sandbox: job.spawn === 'driver' ? 'com.apple.dext' : null,
		environment: environmentOf(job, label),
		inherited: domain.startsWith('gui/') ? ['SSH_AUTH_SOCK => /var/run/com.apple.launchd.k3VbQ1m0sZ/Listeners'] : null,
		username: domain === 'system' ? text(keys.UserName) : null,
		group: domain === 'system' ? text(keys.GroupName) : null,
		umask: typeof umask === 'number' ? umask.toString(8) : null,
		minimumRuntime: text(keys.ThrottleInterval) ?? 10,
		exitTimeout: text(keys.ExitTimeOut) ?? 5,
		nice: text(keys.Nice),
		interval: text(keys.StartInterval),
		semaphores: semaphores(keys),
		spawnType: spawnTypes[job.spawn ?? text(keys.ProcessType) ?? ''] ?? 'daemon (3)',
		priority: job.spawn === 'app' ? 100 : keys.ProcessType === 'Interactive' ? 180 : 40,
		category: categoryOf(job),
		properties: propertiesOf(job).join(' | '),
	};
};

/** What `launchctl print DOMAIN/LABEL` prints of a job that is there. */
export const serviceText = (job: LiveJob, host: DemoHost): string => {
	const {domain, label} = splitTarget(job.target);
	const isRunning = job.pid !== null;
	const monitor = domain === 'system' ? 'com.apple.UserEventAgent-System' : 'com.apple.UserEventAgent-Aqua';
	const channels = jobChannels(label, job.keys, monitor, isRunning);
	return fill('service', {
		...stateValues(job),
		...settingValues(job, domain, label),
		...channels,
		target: job.target,
		label,
		activeCount: isRunning ? 1 + channels.endpoints.length : 0,
		path: jobPath(job),
		type: jobType(job),
		managedBy: job.managedBy,
		bundle: job.bundle,
		program: programOf(job),
		identifier: job.identifier,
		parentBundle: job.parentBundle,
		btm: job.parentBundle === undefined ? null : uuidOf(job.target),
		isSubmitted: job.submittedBy === undefined ? null : 1,
		arguments: argumentsOf(job),
		domain: domain.startsWith('gui/') ? `${domain} [${host.asid}]` : domain,
		asid: domain.startsWith('gui/') ? host.asid : null,
	});
};

/** What `launchctl list LABEL` prints: it has the raw status of wait(2), where the exit code stands one byte higher. */
export const listedJobText = (job: LiveJob): string => {
	const {keys, exit} = job;
	const code = typeof exit === 'number' ? exit : exit === '-' ? 0 : -9;
	const session = keys.LimitLoadToSessionType;
	return fill('listJob', {
		stdout: text(keys.StandardOutPath),
		stderr: text(keys.StandardErrorPath),
		session: Array.isArray(session) ? session.map(String)[0] : (text(session as Plist | undefined) ?? 'Aqua'),
		machServices: isPlistDictionary(keys.MachServices) ? Object.keys(keys.MachServices) : [],
		label: splitTarget(job.target).label,
		onDemand: String(!isKept(keys)),
		status: code < 0 ? -code : code * 256,
		pid: job.pid,
		program: programOf(job),
		arguments: argumentsOf(job),
	});
};
