import type {LaunchdJob, Service} from '../../model/service.js';
import type {Problem} from '../../model/snapshot.js';
import {parseLaunchctlList} from '../../parse/launchctl-list.js';
import {type LaunchdRow, parseLaunchctlDomain} from '../../parse/launchctl-print.js';
import type {Command, Runner} from '../../run/runner.js';
import type {Reading, Self} from '../platform.js';
import {problemOf} from '../problem.js';
import type {JobFiles} from './job-files.js';

const timeoutMs = 4000;
const launchctl = (...args: readonly string[]): Command => ({file: '/bin/launchctl', args, timeoutMs});

/** GUI apps that LaunchServices started: `application.BUNDLE.N.N`, and `[0x0-0x1].BUNDLE` before. */
const isApplicationLabel = (label: string): boolean => /^application\.|^\[0x/.test(label);

const jobTypeOf = (domain: string, label: string): LaunchdJob['jobType'] => {
	if (domain === 'system') {
		return 'daemon';
	}

	return isApplicationLabel(label) ? 'application' : 'agent';
};

const toJob = (domain: string, row: LaunchdRow, isDisabled: boolean | null, files: JobFiles): LaunchdJob => {
	const jobType = jobTypeOf(domain, row.label);
	const scope = domain === 'system' ? 'daemon' : 'agent';
	const file = jobType === 'application' ? null : files.find(scope, row.label);
	return {
		manager: 'launchd',
		name: row.label,
		domain,
		jobType,
		description: null,
		mainPid: row.pid,
		configPath: jobType === 'application' ? null : files.pathOf(scope, row.label),
		startsAtBoot: file?.runAtLoad ?? null,
		restart: file === null ? null : file.keepAlive === true ? 'always' : file.keepAlive === 'conditions' ? 'conditions' : 'no',
		lastExit: row.lastExit,
		program: file?.program ?? null,
		runAtLoad: file?.runAtLoad ?? null,
		keepAlive: file?.keepAlive ?? null,
		keepAliveConditions: file?.keepAliveConditions ?? [],
		throttleSeconds: file?.throttleSeconds ?? null,
		exitTimeoutSeconds: file?.exitTimeoutSeconds ?? null,
		launchOnlyOnce: file?.launchOnlyOnce ?? null,
		isDisabled: isDisabled ?? file?.isDisabled ?? null,
		startedBy: file?.startedBy ?? [],
		processType: file?.processType ?? null,
		sessionTypes: file?.sessionTypes ?? [],
		standardOutPath: file?.standardOutPath ?? null,
		standardErrorPath: file?.standardErrorPath ?? null,
		sockets: file?.sockets ?? [],
		userName: file?.userName ?? null,
		bundlePath: file?.bundlePath ?? null,
	};
};

type DomainReading = {jobs: readonly LaunchdJob[]; problem: Problem | null};

const readDomain = async (runner: Runner, domain: string, files: JobFiles, signal: AbortSignal): Promise<DomainReading> => {
	const answer = await runner.run(launchctl('print', domain), signal);
	const source = `launchctl print ${domain}`;
	const parsed = answer.failure === null ? parseLaunchctlDomain(answer.stdout) : null;
	if (!parsed) {
		return {jobs: [], problem: problemOf(source, answer) ?? {source, failure: 'parse', detail: null}};
	}

	// a row in a form never seen is left out, and said to be
	const problem: Problem | null =
		parsed.skipped > 0 || (parsed.serviceCount !== null && parsed.serviceCount > parsed.rows.length)
			? {source, failure: 'parse', detail: String(parsed.skipped)}
			: null;
	return {jobs: parsed.rows.map(row => toJob(domain, row, parsed.disabled.get(row.label) ?? null, files)), problem};
};

/** `launchctl list` is the old table: the jobs of the caller's session, without their domain. */
const readList = async (runner: Runner, uid: number, files: JobFiles, signal: AbortSignal): Promise<DomainReading> => {
	const answer = await runner.run(launchctl('list'), signal);
	const problem = problemOf('launchctl list', answer);
	const domain = uid === 0 ? 'system' : `gui/${uid}`;
	return {jobs: parseLaunchctlList(answer.stdout).rows.map(row => toJob(domain, row, null, files)), problem};
};

/**
Jobs of the system and of the caller's session.

Nothing here needs root. Only a Mac can confirm that `print user/UID` answers for everybody who has a session; where a
domain does not answer, `launchctl list` gives its jobs without their domain.

@source launchctl(1): `print` ("NOT API in any sense"), `list`
*/
export const readLaunchdJobs = async (
	runner: Runner,
	files: JobFiles,
	self: Self,
	signal: AbortSignal,
): Promise<Reading<readonly Service[]>> => {
	const domains = ['system', ...(self.uid === null || self.uid === 0 ? [] : [`gui/${self.uid}`, `user/${self.uid}`])];
	const readings = await Promise.all(domains.map(domain => readDomain(runner, domain, files, signal)));
	const jobs = readings.flatMap(reading => reading.jobs);
	const problems = readings.flatMap(reading => reading.problem ?? []);
	const hasSession = jobs.some(job => job.domain !== 'system');
	if (self.uid !== null && self.uid !== 0 && !hasSession) {
		const fallback = await readList(runner, self.uid, files, signal);
		return {value: [...jobs, ...fallback.jobs], problems: [...problems, ...(fallback.problem ? [fallback.problem] : [])]};
	}

	return {value: jobs, problems};
};
