import {describe, expect, test} from 'vitest';
import {findProgram} from '../../source/knowledge/programs.js';
import {createPlatform} from '../../source/platform/detect.js';
import {type Clock, systemClock} from '../../source/run/clock.js';
import {localRunner} from '../../source/run/local.js';
import {localMachine} from '../../source/run/machine.js';
import {recordingRunner} from '../../source/run/record.js';
import {parseRecording, type RecordedAnswer, type RecordingHeader, serializeLine} from '../../source/run/recording.js';
import {withoutEnvironment} from '../../source/run/redact.js';
import {replayRunner} from '../../source/run/replay.js';
import type {FileAnswer, Runner} from '../../source/run/runner.js';
import {createEngine} from '../../source/snapshot.js';

const header: RecordingHeader = {
	format: 'daemon-top-recording',
	version: 1,
	tool: 'test',
	platform: 'linux',
	startedAt: 5000,
	pid: process.pid,
	uid: process.getuid?.() ?? null,
};

const wait: Clock['wait'] = async () => undefined;

const read = (at: number, path: string, text: string): RecordedAnswer => ({at, read: path, answer: {text, isCut: false, failure: null}});

const run = (at: number, args: readonly string[], stdout: string): RecordedAnswer => ({
	at,
	run: {file: 'systemctl', args},
	answer: {stdout, stderr: '', exitCode: 0, failure: null, durationMs: 1},
});

describe('a replay', () => {
	test('gives the n-th question of a kind its n-th answer, and the last one for ever', () => {
		const {runner} = replayRunner({header, answers: [read(1, '/a', 'one'), read(2, '/b', 'other'), read(3, '/a', 'two')]}, wait);
		expect(['/a', '/b', '/a', '/a', '/b', '/a'].map(path => runner.read(path).text)).toEqual([
			'one',
			'other',
			'two',
			'two',
			'other',
			'two',
		]);
	});

	test('tells commands apart by all of their arguments', async () => {
		const {runner} = replayRunner({header, answers: [run(1, ['a', 'b'], 'two'), run(2, ['a b'], 'one'), run(3, [], 'none')]}, wait);
		const asked = [['a b'], ['a', 'b'], []];
		const outputs = await Promise.all(asked.map(async args => (await runner.run({file: 'systemctl', args, timeoutMs: 1})).stdout));
		expect(outputs).toEqual(['one', 'two', 'none']);
	});

	test('tells reading, listing and following a path apart', () => {
		const answers: readonly RecordedAnswer[] = [
			read(1, '/x', 'text'),
			{at: 2, list: '/x', answer: {names: ['a'], failure: null}},
			{at: 3, link: '/x', answer: {target: '/y', failure: null}},
		];
		const {runner} = replayRunner({header, answers}, wait);
		expect([runner.link('/x').target, runner.list('/x').names, runner.read('/x').text]).toEqual(['/y', ['a'], 'text']);
	});

	test('tells a file read as text from the same file read as base64', () => {
		const binary: RecordedAnswer = {at: 1, read: '/x', encoding: 'base64', answer: {text: 'AA==', isCut: false, failure: null}};
		const {runner} = replayRunner({header, answers: [binary, read(2, '/x', 'text')]}, wait);
		expect([runner.read('/x').text, runner.read('/x', 5, 'base64').text]).toEqual(['text', 'AA==']);
	});

	test('answers what was never asked as if it were not there', async () => {
		const {runner} = replayRunner({header, answers: [read(1, '/a', 'x')]}, wait);
		expect(await runner.run({file: 'ps', args: []})).toEqual({stdout: '', stderr: '', exitCode: null, failure: 'missing', durationMs: 0});
		expect(runner.read('/b')).toEqual({text: '', isCut: false, failure: 'missing'});
		expect(runner.list('/a')).toEqual({names: [], failure: 'missing'});
		expect(runner.link('/a')).toEqual({target: null, failure: 'missing'});
	});

	test('gives failures as they were recorded', () => {
		const {runner} = replayRunner({header, answers: [{at: 1, link: '/x', answer: {target: null, failure: 'denied'}}]}, wait);
		expect(runner.link('/x')).toEqual({target: null, failure: 'denied'});
	});

	test('has a clock that stands at the last answer given and never goes back', () => {
		const {runner, clock} = replayRunner({header, answers: [read(10, '/a', ''), read(20, '/b', ''), read(30, '/a', '')]}, wait);
		const times = [clock.now()];
		for (const path of ['/b', '/a', '/none', '/a', '/b']) {
			runner.read(path);
			times.push(clock.now());
		}

		expect(times).toEqual([5000, 5020, 5020, 5020, 5030, 5030]);
		expect(clock.elapsed()).toBe(30);
	});

	test('waits as it is told', async () => {
		const waited: number[] = [];
		const {clock} = replayRunner({header, answers: []}, async milliseconds => void waited.push(milliseconds));
		await clock.wait(250, new AbortController().signal);
		expect(waited).toEqual([250]);
	});
});

const takeSample = async (runner: Runner, clock: Clock) => {
	const self = {pid: header.pid, uid: header.uid, home: null};
	const platform = createPlatform('linux', {runner, clock, self, listProcesses: async () => [], machine: localMachine});
	const engine = createEngine(platform, clock, self.pid, findProgram);
	await engine.sample('quick');
	await engine.refreshServices(new AbortController().signal);
	const {processes, services, hidden, unownedListeners, problems, host} = await engine.sample('full');
	// the share of the processor depends on the instant of the sample, not only on what was read
	return {processes: processes.map(process => ({...process, cpuPercent: null})), services, hidden, unownedListeners, problems, host};
};

describe.skipIf(process.platform !== 'linux')('this machine, recorded and replayed,', () => {
	test('has the same processes, kinds and evidence', async () => {
		const lines: string[] = [serializeLine({...header, startedAt: systemClock.now()})];
		// values of environments are never recorded, so they must not be seen here either
		const withoutValues: Runner = {
			...localRunner,
			read: (path, maxBytes, encoding) =>
				withoutEnvironment({at: 0, read: path, answer: localRunner.read(path, maxBytes, encoding)}).answer as FileAnswer,
		};
		const recorder = recordingRunner(withoutValues, systemClock, line => lines.push(line));
		const live = await takeSample(recorder, systemClock);
		const parsed = parseRecording(lines.join(''));
		if ('error' in parsed) {
			throw new Error(parsed.error.reason);
		}

		const {runner, clock} = replayRunner(parsed.recording, wait);
		const replayed = await takeSample(runner, clock);
		expect(live.processes.length).toBeGreaterThan(0);
		expect(live.processes.some(({verdict}) => verdict.evidenceFor.length > 0)).toBe(true);
		expect(replayed.processes).toEqual(live.processes);
		expect({...replayed, processes: []}).toEqual({...live, processes: []});
	});
});
