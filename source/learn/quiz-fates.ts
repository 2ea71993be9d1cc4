import type {KillFate, LogoutFate} from '../model/quiz.js';
import type {LaunchdJob, SystemdUnit} from '../model/service.js';
import type {ExplainedProcess, Host} from '../model/snapshot.js';
import {isAskedFor, isKeptAfterFailure, isTimed, isTriggeredBy, ownJob, ownUnit} from './quiz-start.js';

/** Programs that are the login session: whoever ends them ends it, and they are made anew after a logout. */
const sessionHolders: ReadonlySet<string> = new Set(['WindowServer', 'loginwindow']);

const isSessionHolder = ({name}: ExplainedProcess, platform: Host['platform']): boolean =>
	platform === 'darwin' && sessionHolders.has(name);

const fateOfJob = ({domain}: LaunchdJob): LogoutFate | null => (domain === 'system' ? 'stays' : domain.startsWith('gui/') ? 'ends' : null);

const partsOfApps: ReadonlySet<string> = new Set(['app', 'background-app', 'app-helper', 'app-extension']);

/** What becomes of a process when its owner logs out; `null`: what is known does not tell. */
export const logoutFateOf = (process: ExplainedProcess, platform: Host['platform']): LogoutFate | null => {
	const {cgroup, verdict, service} = process;
	if (verdict.kind === 'init' || verdict.kind === 'kernel' || isSessionHolder(process, platform)) {
		return null;
	}

	if (service?.manager === 'launchd') {
		return fateOfJob(service);
	}

	if (cgroup?.scope === 'user') {
		// an app goes with the screen it is drawn on, whatever the account is set to
		return verdict.kind === 'agent' ? 'may-stay' : partsOfApps.has(verdict.kind) ? 'ends' : null;
	}

	if (verdict.kind === 'daemon' && (service !== null || cgroup !== null)) {
		return 'stays';
	}

	if (partsOfApps.has(verdict.kind)) {
		return 'ends';
	}

	// what runs inside tmux or screen has a terminal, too, and stays with it
	return process.hasTty === true && process.traits.environment?.multiplexer === false ? 'ends' : null;
};

const killOfJob = (job: LaunchdJob): KillFate | null => {
	if (job.launchOnlyOnce) {
		return null;
	}

	if (job.jobType === 'application') {
		return 'gone';
	}

	if (job.keepAlive === true || isKeptAfterFailure(job)) {
		return 'back';
	}

	if (job.keepAlive !== false || isTimed(job)) {
		return null;
	}

	return isAskedFor(job) ? 'on-demand' : 'gone';
};

/** Restart= words under which SIGKILL, an unclean end, brings a new start. */
const restartsAfterKill: ReadonlySet<string> = new Set(['always', 'on-failure', 'on-abnormal', 'on-abort']);

const killOfUnit = (unit: SystemdUnit): KillFate | null => {
	if (unit.restart !== null && restartsAfterKill.has(unit.restart)) {
		return 'back';
	}

	// a name on D-Bus may start it again, and nothing here says whether
	if (unit.restart !== 'no' || unit.type === 'dbus' || unit.type === 'oneshot' || isTriggeredBy(unit, /\.timer$/)) {
		return null;
	}

	return isTriggeredBy(unit, /\.(?:socket|path)$/) ? 'on-demand' : 'gone';
};

/** What follows when somebody ends the process with SIGKILL; `null`: what is known does not tell. */
export const killFateOf = (process: ExplainedProcess, platform: Host['platform']): KillFate | null => {
	if (isSessionHolder(process, platform)) {
		return 'logout';
	}

	const job = ownJob(process);
	const unit = ownUnit(process);
	if (job || unit) {
		return job ? killOfJob(job) : unit && killOfUnit(unit);
	}

	const isNobodys = process.service === null && process.isServiceTold && process.supervisor === null && !process.isParentsProgram;
	return isNobodys && process.verdict.kind === 'background-process' ? 'gone' : null;
};
