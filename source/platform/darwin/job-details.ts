import type {ServiceDetails} from '../../model/details.js';
import type {ExplainedProcess} from '../../model/snapshot.js';
import {parseLaunchctlService} from '../../parse/launchctl-service.js';
import type {Runner} from '../../run/runner.js';
import type {Reading} from '../platform.js';
import {problemOf} from '../problem.js';

/** launchctl's names, with `-` for their blanks. */
const countOf = (fields: ReadonlyMap<string, string>, name: string): number | null => {
	const text = fields.get(name.replaceAll('-', ' ')) ?? '';
	return /^\d{1,10}$/.test(text) ? Number(text) : null;
};

const nothing: Reading<null> = {value: null, problems: []};

/** Asks launchd for one job. Source: launchctl(1), `print DOMAIN/LABEL`. */
export const readJobDetails = async (
	runner: Runner,
	{service}: ExplainedProcess,
	signal: AbortSignal,
): Promise<Reading<ServiceDetails | null>> => {
	if (service?.manager !== 'launchd') {
		return nothing;
	}

	const target = `${service.domain}/${service.name}`;
	const source = `launchctl print ${target}`;
	const answer = await runner.run({file: '/bin/launchctl', args: ['print', target], timeoutMs: 3000}, signal);
	const parsed = answer.failure === null ? parseLaunchctlService(answer.stdout) : null;
	if (!parsed) {
		const problem = answer.failure === null ? ({source, failure: 'parse', detail: null} as const) : problemOf(source, answer, -1);
		return {value: null, problems: problem ? [problem] : []};
	}

	const {state, type, runs, immediateReason, spawnType, properties, lastExit, managedBy, parentBundleIdentifier, fields} = parsed;
	return {
		value: {
			manager: 'launchd',
			source,
			state,
			type,
			runs,
			immediateReason,
			spawnType,
			properties,
			lastExit,
			managedBy,
			parentBundleIdentifier,
			minimumRuntimeSeconds: countOf(fields, 'minimum-runtime'),
			exitTimeoutSeconds: countOf(fields, 'exit-timeout'),
			successiveCrashes: countOf(fields, 'successive-crashes'),
			intervalSeconds: parsed.runIntervalSeconds,
		},
		problems: [],
	};
};
