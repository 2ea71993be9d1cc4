import {isServiceUser} from '../model/account.js';
import {type ChecklistAnswer, type ChecklistTrait, checklistTraits, type Observed} from '../model/evidence.js';
import type {LaunchdJob, SystemdUnit} from '../model/service.js';
import type {ExplainedProcess, Host} from '../model/snapshot.js';
import {sourceFor} from './source.js';

type Answered = Omit<ChecklistAnswer, 'trait'>;

const answer = (value: ChecklistAnswer['answer'], reading: string, source: string | null, observed: Observed = {}): Answered => ({
	answer: value,
	reading,
	source,
	observed,
});

const yesOrNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

const unitOf = (process: ExplainedProcess): SystemdUnit | null => (process.service?.manager === 'systemd' ? process.service : null);

const jobOf = (process: ExplainedProcess): LaunchdJob | null => (process.service?.manager === 'launchd' ? process.service : null);

const show = (unit: SystemdUnit, property: string): string =>
	`systemctl ${unit.scope === 'user' ? '--user ' : ''}show -p ${property} ${unit.name}`;

const bootMs = 120_000;

const noTerminal = (process: ExplainedProcess): Answered => {
	const source = `/proc/${process.pid}/stat`;
	return process.hasTty === null
		? answer('unknown', 'unknown', null)
		: answer(yesOrNo(!process.hasTty), process.hasTty ? 'tty' : 'none', source, {tty: process.tty});
};

const noGui = (process: ExplainedProcess, host: Host): Answered => {
	const {usesDisplay, denied} = process.traits;
	const isListed = jobOf(process)?.domain !== undefined && jobOf(process)?.domain !== 'system';
	if (host.platform === 'darwin' && process.app === null && isListed) {
		return answer('yes', 'unregistered', 'lsappinfo list');
	}

	if (process.app) {
		const isSeen = process.app.type !== 'BackgroundOnly';
		return answer(yesOrNo(!isSeen), isSeen ? 'registered' : 'background-only', 'lsappinfo list', {type: process.app.type});
	}

	if (usesDisplay !== null) {
		return answer(yesOrNo(!usesDisplay), usesDisplay ? 'display' : 'none', `/proc/${process.pid}/maps`);
	}

	return answer('unknown', denied.includes('display') || denied.includes('environment') ? 'denied' : 'unknown', null);
};

const readsNoInput = (process: ExplainedProcess): Answered => {
	const stream = process.traits.stdio?.[0];
	if (stream) {
		return answer(yesOrNo(stream !== 'terminal'), stream, `/proc/${process.pid}/fd/0`);
	}

	const unit = unitOf(process);
	if (unit?.standardInput) {
		return answer(yesOrNo(!unit.standardInput.startsWith('tty')), 'unit', show(unit, 'StandardInput'), {value: unit.standardInput});
	}

	const job = jobOf(process);
	if (job && job.jobType !== 'application') {
		return answer('yes', 'launchd', job.configPath);
	}

	return answer('unknown', process.traits.denied.includes('stdio') ? 'denied' : 'unknown', null);
};

const startedAtBoot = (process: ExplainedProcess, host: Host): Answered => {
	if (process.startedAt === null || host.bootedAt === null) {
		return answer('unknown', 'unknown', null);
	}

	const seconds = Math.max(0, Math.round((process.startedAt - host.bootedAt) / 1000));
	return answer(yesOrNo(seconds * 1000 <= bootMs), 'after-boot', `/proc/${process.pid}/stat`, {seconds});
};

const survivesLogout = (process: ExplainedProcess): Answered => {
	const {cgroup, verdict} = process;
	// a user's own manager is an init, too, and goes with its user
	if (verdict.kind === 'kernel' || (verdict.kind === 'init' && process.pid === 1)) {
		return answer('yes', 'system', null);
	}

	const job = jobOf(process);
	if (job) {
		const survives = !job.domain.startsWith('gui/');
		return answer(
			yesOrNo(survives),
			job.domain === 'system' ? 'system-domain' : survives ? 'user-domain' : 'gui-domain',
			`launchctl print ${job.domain}`,
			{domain: job.domain},
		);
	}

	if (cgroup?.scope === 'user') {
		return answer('no', 'user-manager', `/proc/${process.pid}/cgroup`, {uid: cgroup.scopeUid});
	}

	if (cgroup?.unit?.endsWith('.service') || cgroup?.container) {
		return answer('yes', 'system-unit', `/proc/${process.pid}/cgroup`, {unit: cgroup.unit});
	}

	if (process.hasTty) {
		return answer('no', 'terminal', `/proc/${process.pid}/stat`, {tty: process.tty});
	}

	return verdict.kind === 'daemon' ? answer('yes', 'detached', `/proc/${process.pid}/stat`) : answer('unknown', 'unknown', null);
};

const keptAlive = (process: ExplainedProcess): Answered => {
	const {service} = process;
	if (!service) {
		return process.isServiceTold ? answer('no', 'nobody', null) : answer('unknown', 'unknown', null);
	}

	const unit = unitOf(process);
	if (service.restart === null) {
		return answer('unknown', 'unknown', null);
	}

	return answer(yesOrNo(service.restart !== 'no'), 'restart', unit ? show(unit, 'Restart') : (jobOf(process)?.configPath ?? null), {
		value: service.restart,
		manager: service.manager,
	});
};

const restartedOnError = (process: ExplainedProcess): Answered => {
	const unit = unitOf(process);
	if (!process.service) {
		return process.isServiceTold ? answer('no', 'nobody', null) : answer('unknown', 'unknown', null);
	}

	if (process.service.restart === null) {
		return answer('unknown', 'unknown', null);
	}

	const onError = ['always', 'conditions', 'on-failure', 'on-abnormal'].includes(process.service.restart);
	return answer(yesOrNo(onError), 'restarts', unit ? show(unit, 'NRestarts') : (jobOf(process)?.configPath ?? null), {
		value: process.service.restart,
		restarts: unit?.restarts ?? null,
	});
};

const logsToSystem = (process: ExplainedProcess): Answered => {
	const unit = unitOf(process);
	if (unit?.standardOutput) {
		const isSystem = /^(?:journal|syslog|kmsg)/.test(unit.standardOutput);
		return answer(yesOrNo(isSystem), 'unit', show(unit, 'StandardOutput'), {value: unit.standardOutput});
	}

	const job = jobOf(process);
	if (job?.standardOutPath) {
		return answer('no', 'file', job.configPath, {path: job.standardOutPath});
	}

	const stream = process.traits.stdio?.[1];
	if (!stream) {
		return answer('unknown', process.traits.denied.includes('stdio') ? 'denied' : 'unknown', null);
	}

	// a daemon without output may still write to the system log itself: that leaves no trace here
	return stream === 'null' || stream === 'closed' || stream === 'socket'
		? answer('unknown', 'stream', `/proc/${process.pid}/fd/1`, {stream})
		: answer('no', 'stream', `/proc/${process.pid}/fd/1`, {stream});
};

const handlesSignals = (process: ExplainedProcess): Answered => {
	const {signals} = process.traits;
	if (!signals) {
		return answer('unknown', 'unknown', null);
	}

	const hasHup = (signals.caughtMask & 1) !== 0;
	const hasTerm = (signals.caughtMask & (1 << 14)) !== 0;
	const reading = hasHup && hasTerm ? 'both' : hasTerm ? 'term' : hasHup ? 'hup' : 'none';
	return answer(yesOrNo(hasTerm || hasHup), reading, `/proc/${process.pid}/status`);
};

const ownAccount = (process: ExplainedProcess, host: Host): Answered => {
	if (process.uid === null) {
		return answer('unknown', 'unknown', null);
	}

	const isSystem = process.uid === 0 || isServiceUser(process.uid, host.platform);
	const reading = process.uid === 0 ? 'root' : isSystem ? 'account' : 'person';
	return answer(yesOrNo(isSystem && process.uid !== 0), reading, `/proc/${process.pid}/status`, {user: process.user ?? process.uid});
};

const thrift = (process: ExplainedProcess): Answered =>
	process.nice === null
		? answer('unknown', 'unknown', null)
		: answer(yesOrNo(process.nice > 0), 'nice', `/proc/${process.pid}/stat`, {nice: process.nice});

const questions: Readonly<Record<ChecklistTrait, (process: ExplainedProcess, host: Host) => Answered>> = {
	'no-terminal': noTerminal,
	'no-gui': noGui,
	'reads-no-input': readsNoInput,
	'started-at-boot': startedAtBoot,
	'survives-logout': survivesLogout,
	'kept-alive': keptAlive,
	'restarted-on-error': restartedOnError,
	'logs-to-system': logsToSystem,
	'handles-signals': handlesSignals,
	'own-account': ownAccount,
	thrift,
};

/** Traits that make no sense for a thread of the kernel. */
const notForKernel: ReadonlySet<ChecklistTrait> = new Set<ChecklistTrait>([
	'reads-no-input',
	'kept-alive',
	'restarted-on-error',
	'logs-to-system',
	'handles-signals',
	'own-account',
	'no-gui',
]);

/**
The textbook's questions about a daemon, answered from readings. What could not be read is `unknown`, never "no". The
score and the verdict may disagree, and often do.
*/
export const answerChecklist = (process: ExplainedProcess, host: Host): readonly ChecklistAnswer[] =>
	checklistTraits.map(trait => {
		const isMeaningless = process.verdict.kind === 'kernel' && notForKernel.has(trait);
		const answered = isMeaningless ? answer('not-applicable', 'kernel', null) : questions[trait](process, host);
		return {trait, ...answered, source: answered.source === null ? null : sourceFor(host.platform, answered.source, process.pid)};
	});

type ChecklistScore = {yes: number; no: number; unknown: number};

export const scoreChecklist = (answers: readonly ChecklistAnswer[]): ChecklistScore => ({
	yes: answers.filter(item => item.answer === 'yes').length,
	no: answers.filter(item => item.answer === 'no').length,
	unknown: answers.filter(item => item.answer === 'unknown').length,
});
