import type {StartRule} from '../model/quiz.js';
import type {LaunchdJob, SystemdUnit} from '../model/service.js';
import type {ExplainedProcess} from '../model/snapshot.js';

/** launchd's job that this process is, not merely belongs to. */
export const ownJob = ({service, role}: ExplainedProcess): LaunchdJob | null =>
	service?.manager === 'launchd' && role === 'main' ? service : null;

/** The systemd service whose main process this is. */
export const ownUnit = ({service, role}: ExplainedProcess): SystemdUnit | null =>
	service?.manager === 'systemd' && role === 'main' && service.name.endsWith('.service') ? service : null;

/** Something that asks for a job when it is needed, other than the clock. */
export const isAskedFor = ({startedBy}: LaunchdJob): boolean => startedBy.some(trigger => trigger !== 'interval' && trigger !== 'calendar');

/** The clock starts it. */
export const isTimed = ({startedBy}: LaunchdJob): boolean => startedBy.some(trigger => trigger === 'interval' || trigger === 'calendar');

/** Kept after any end but a successful one. */
export const isKeptAfterFailure = ({keepAlive, keepAliveConditions}: LaunchdJob): boolean => {
	const [condition, ...more] = keepAliveConditions;
	return keepAlive === 'conditions' && more.length === 0 && condition?.type === 'successful-exit' && !condition.value;
};

/** A unit whose name ends so starts it. */
export const isTriggeredBy = ({triggeredBy}: SystemdUnit, suffix: RegExp): boolean => triggeredBy.some(name => suffix.test(name));

const startOfJob = (job: LaunchdJob): StartRule | null => {
	if (job.jobType === 'application' || job.launchOnlyOnce || (job.keepAlive !== true && isTimed(job) && isAskedFor(job))) {
		return null;
	}

	if (job.keepAlive === true || isKeptAfterFailure(job)) {
		return job.keepAlive === true ? 'kept' : 'after-failure';
	}

	if (job.keepAlive !== false || job.runAtLoad === null) {
		return null;
	}

	return job.runAtLoad ? (job.startedBy.length === 0 ? 'once' : null) : isTimed(job) ? 'timer' : isAskedFor(job) ? 'on-demand' : null;
};

const startOfUnit = (unit: SystemdUnit): StartRule | null => {
	const {restart, startsAtBoot, triggeredBy, type} = unit;
	if (isTriggeredBy(unit, /\.timer$/)) {
		return restart === 'no' && startsAtBoot === false && triggeredBy.length === 1 ? 'timer' : null;
	}

	if (startsAtBoot === false) {
		return restart === 'no' && isTriggeredBy(unit, /\.socket$/) ? 'on-demand' : null;
	}

	if (startsAtBoot !== true || triggeredBy.length > 0 || type === 'dbus' || type === 'oneshot') {
		return null;
	}

	return restart === 'always' ? 'kept' : restart === 'on-failure' ? 'after-failure' : restart === 'no' ? 'once' : null;
};

/** When the manager starts the job that the process is, and whether again; `null`: what is known does not tell, or tells two things. */
export const startRuleOf = (process: ExplainedProcess): StartRule | null => {
	const job = ownJob(process);
	const unit = ownUnit(process);
	return job ? startOfJob(job) : unit ? startOfUnit(unit) : null;
};

const triggerKeys: Readonly<Record<LaunchdJob['startedBy'][number], string>> = {
	'mach-service': '<key>MachServices</key> <dict>…</dict>',
	socket: '<key>Sockets</key> <dict>…</dict>',
	interval: '<key>StartInterval</key> <integer>…</integer>',
	calendar: '<key>StartCalendarInterval</key> <dict>…</dict>',
	path: '<key>WatchPaths</key> <array>…</array>',
	event: '<key>LaunchEvents</key> <dict>…</dict>',
	mount: '<key>StartOnMount</key> <true/>',
};

const truth = (value: boolean): string => (value ? '<true/>' : '<false/>');

const linesOfJob = (job: LaunchdJob): readonly string[] => [
	`<key>Label</key> <string>${job.name}</string>`,
	...(job.runAtLoad ? [`<key>RunAtLoad</key> ${truth(true)}`] : []),
	...(job.keepAlive === true ? [`<key>KeepAlive</key> ${truth(true)}`] : []),
	...(job.keepAlive === 'conditions' ? [`<key>KeepAlive</key> <dict><key>SuccessfulExit</key> ${truth(false)}</dict>`] : []),
	...job.startedBy.map(trigger => triggerKeys[trigger]),
];

const linesOfUnit = ({name, type, restart, unitFileState, triggeredBy}: SystemdUnit): readonly string[] => [
	`Id=${name}`,
	...(type === null ? [] : [`Type=${type}`]),
	...(restart === null ? [] : [`Restart=${restart}`]),
	...(unitFileState === null ? [] : [`UnitFileState=${unitFileState}`]),
	...(triggeredBy.length === 0 ? [] : [`TriggeredBy=${triggeredBy.join(' ')}`]),
];

/** What the start rule can be read from: keys of the property list, or properties as `systemctl show` prints them. */
export const startLinesOf = (process: ExplainedProcess): readonly string[] => {
	const job = ownJob(process);
	const unit = ownUnit(process);
	return job ? linesOfJob(job) : unit ? linesOfUnit(unit) : [];
};
