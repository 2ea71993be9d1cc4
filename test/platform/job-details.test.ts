import {describe, expect, test} from 'vitest';
import {readJobDetails} from '../../source/platform/darwin/job-details.js';
import type {Answer, Runner} from '../../source/run/runner.js';
import {jobFixture} from '../classify/mac-scene.js';
import {explainedFixture} from '../support/process-fixture.js';

const printed = (...lines: readonly string[]): string =>
	['system/org.example.web = {', ...lines.map(line => `\t${line}`), '}', ''].join('\n');

const read = async (answer: Partial<Answer>) => {
	const runner = {run: async () => ({stdout: '', stderr: '', exitCode: 0, failure: null, durationMs: 1, ...answer})} as unknown as Runner;
	const process = explainedFixture({service: jobFixture('system', 'org.example.web')});
	return readJobDetails(runner, process, new AbortController().signal);
};

describe('the details of a job', () => {
	test('have what launchd counts and measures', async () => {
		const stdout = printed(
			'state = running',
			'minimum runtime = 2',
			'base minimum runtime = 10',
			'exit timeout = 5',
			'runs = 38771',
			'successive crashes = 3',
			'run interval = 900 seconds',
			'properties = keepalive | runatload',
		);
		expect((await read({stdout})).value).toMatchObject({
			manager: 'launchd',
			minimumRuntimeSeconds: 2,
			exitTimeoutSeconds: 5,
			runs: 38_771,
			successiveCrashes: 3,
			intervalSeconds: 900,
			properties: ['keepalive', 'runatload'],
		});
	});

	test('have null for what launchd does not say, or says in another way', async () => {
		expect((await read({stdout: printed('state = running', 'minimum runtime = soon')})).value).toMatchObject({
			minimumRuntimeSeconds: null,
			exitTimeoutSeconds: null,
			successiveCrashes: null,
			intervalSeconds: null,
		});
	});

	test('are null, and a problem, where launchd does not know the job', async () => {
		expect(await read({failure: 'exit', exitCode: 113, stderr: 'Could not find service'})).toMatchObject({
			value: null,
			problems: [{failure: 'exit'}],
		});
	});
});
