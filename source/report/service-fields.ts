import type {JobDetails, ServiceDetails} from '../model/details.js';
import type {LaunchdJob, Service, SystemdUnit} from '../model/service.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {Text} from '../text/text.js';
import {type Block, field} from './block.js';

export const unitOf = (service: Service | null): SystemdUnit | null => (service?.manager === 'systemd' ? service : null);

const serviceLine = (process: ExplainedProcess, service: Service, text: Text): string => {
	const unit = unitOf(service);
	const particulars = unit
		? text.overview.stateOf(text.overview.scope[unit.scope], unit.activeState, unit.subState, unit.unitFileState)
		: text.managerName(service.manager);
	const role = process.role === 'worker' ? ` · ${text.overview.roleWorker(service.mainPid)}` : '';
	const description = service.description === null ? '' : ` · ${service.description}`;
	return `${service.name} · ${particulars}${description}${role}`;
};

/** So many automatic restarts are no accident. */
export const stormRestarts = 5;

const jobLine = (process: ExplainedProcess, job: LaunchdJob, text: Text): string => {
	const words = text.overview;
	const role = process.role === 'worker' ? ` · ${words.roleWorker(job.mainPid)}` : '';
	return `${job.name} · ${words.domain(job.domain)}${role}`;
};

/** What launchd said when it was asked for this job alone. */
const detailFields = (details: JobDetails, text: Text): readonly Block[] => {
	const words = text.overview;
	const {state, type, runs, immediateReason, spawnType, properties, managedBy} = details;
	return [
		field(words.job, words.jobOf(state, type, runs, immediateReason)),
		...(spawnType === null && properties.length === 0 ? [] : [field('', words.jobProperties(spawnType, properties))]),
		...(managedBy === null ? [] : [field('', words.managedBy(managedBy))]),
	];
};

const jobFields = (process: ExplainedProcess, job: LaunchdJob, details: ServiceDetails | null, text: Text): readonly Block[] => {
	const words = text.overview;
	const isApplication = job.jobType === 'application';
	return [
		field(words.service, jobLine(process, job, text)),
		...(details?.manager === 'launchd' ? detailFields(details, text) : []),
		...(isApplication ? [] : [field(words.triggers, words.jobStarts(job.runAtLoad, job.startedBy))]),
		...(job.lastExit === null ? [] : [field(words.lastResult, words.lastExit(job.lastExit))]),
		...(job.isDisabled ? [field(words.state, words.disabled, 'warn')] : []),
		...(job.configPath === null ? [] : [field(words.config, job.configPath)]),
	];
};

/** What the service manager says: which job this is, what starts it, where it is configured. */
export const serviceFields = (process: ExplainedProcess, details: ServiceDetails | null, text: Text): readonly Block[] => {
	const {service} = process;
	const words = text.overview;
	if (!service) {
		return [];
	}

	if (service.manager === 'launchd') {
		return jobFields(process, service, details, text);
	}

	const unit = unitOf(service);
	const blocks: Block[] = [field(words.service, serviceLine(process, service, text))];
	if (unit && unit.triggeredBy.length > 0) {
		blocks.push(field(words.triggers, unit.triggeredBy.join(', ')));
	}

	if (unit?.result && unit.result !== 'success') {
		blocks.push(field(words.lastResult, unit.result, 'bad'));
	}

	const configPath = unit?.sourcePath ?? service.configPath;
	return configPath ? [...blocks, field(words.config, configPath)] : blocks;
};
