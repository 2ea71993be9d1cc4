import type {AppRegistration} from '../model/app.js';
import type {Process} from '../model/process.js';
import {baseName} from '../model/program.js';
import type {LaunchdJob} from '../model/service.js';
import {filledProcess} from './quiz-bank-fill.js';
import type {JobRow, MacRow} from './quiz-bank-row.js';

/** A process as the Mac's ps shows it: nothing but columns. */
export const macProcess = (row: MacRow): Process => {
	const found = filledProcess(row, row.path, row.name ?? baseName(row.path), 'darwin');
	return {...found, comm: found.name};
};

const jobType = ({domain, label}: JobRow): LaunchdJob['jobType'] =>
	label.startsWith('application.') ? 'application' : domain === 'system' ? 'daemon' : 'agent';

const kept = (keep: JobRow['keep']): Pick<LaunchdJob, 'keepAlive' | 'keepAliveConditions' | 'restart'> => {
	if (keep === undefined) {
		return {keepAlive: null, keepAliveConditions: [], restart: null};
	}

	return typeof keep === 'boolean'
		? {keepAlive: keep, keepAliveConditions: [], restart: keep ? 'always' : 'no'}
		: {keepAlive: 'conditions', keepAliveConditions: [keep], restart: 'conditions'};
};

/** The job whose main process the row is; none: launchd knows no job for it. */
export const macJob = ({pid, job}: MacRow): readonly LaunchdJob[] =>
	job === undefined
		? []
		: [
				{
					manager: 'launchd',
					name: job.label,
					domain: job.domain,
					jobType: jobType(job),
					description: null,
					mainPid: pid,
					configPath: null,
					startsAtBoot: job.atLoad ?? null,
					...kept(job.keep),
					lastExit: null,
					program: null,
					runAtLoad: job.atLoad ?? null,
					throttleSeconds: null,
					exitTimeoutSeconds: null,
					launchOnlyOnce: null,
					isDisabled: null,
					startedBy: job.by ?? [],
					processType: null,
					sessionTypes: [],
					standardOutPath: null,
					standardErrorPath: null,
					sockets: [],
					userName: null,
					bundlePath: null,
				},
			];

/** What LaunchServices knows of the row. */
export const macApp = ({pid, path, app}: MacRow): readonly AppRegistration[] =>
	app === undefined ? [] : [{pid, name: baseName(path), bundleId: null, type: app}];
