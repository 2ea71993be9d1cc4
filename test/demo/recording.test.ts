import {expect, test} from 'vitest';
import {createDemoRunner} from '../../source/demo/demo-runner.js';
import {loadDictionary} from '../../source/knowledge/programs.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import {createPlatform} from '../../source/platform/detect.js';
import type {Clock} from '../../source/run/clock.js';
import {recordingRunner} from '../../source/run/record.js';
import {parseRecording, type RecordingHeader, recordingFormat, recordingVersion, serializeLine} from '../../source/run/recording.js';
import {createRedaction} from '../../source/run/redact.js';
import {replayRunner} from '../../source/run/replay.js';
import type {Runner} from '../../source/run/runner.js';
import {createEngine} from '../../source/snapshot.js';

const startedAt = Date.UTC(2026, 10, 22, 12, 0, 0);

const look = async (runner: Runner, clock: Clock, home: string | null): Promise<Snapshot> => {
	const machine = () => ({hostName: '', release: '', loadAverage: null, memoryBytes: 0, cpuCount: null});
	const platform = createPlatform('darwin', {runner, clock, self: {pid: -1, uid: 501, home}, listProcesses: async () => [], machine});
	const engine = createEngine(platform, clock, -1, await loadDictionary('darwin'));
	await engine.sample('full');
	await engine.refreshServices(new AbortController().signal);
	return engine.sample('full');
};

const still: Clock = {now: () => startedAt, elapsed: () => 0, wait: async () => undefined};

const record = async (change?: ReturnType<typeof createRedaction>): Promise<{text: string; seen: Snapshot}> => {
	const header: RecordingHeader = {
		format: recordingFormat,
		version: recordingVersion,
		tool: 'test',
		platform: 'darwin',
		startedAt,
		pid: -1,
		uid: 501,
	};
	const lines = [serializeLine(header)];
	const seen = await look(
		recordingRunner(createDemoRunner(still), still, line => lines.push(line), change),
		still,
		'/Users/alex',
	);
	return {text: lines.join(''), seen};
};

const replay = async (text: string, home: string): Promise<Snapshot> => {
	const parsed = parseRecording(text);
	if ('error' in parsed) {
		throw new Error(parsed.error.reason);
	}

	const {runner, clock} = replayRunner(parsed.recording, async () => undefined);
	return look(runner, clock, home);
};

const verdicts = (snapshot: Snapshot) =>
	snapshot.processes.map(({key, verdict}) => [key, verdict.kind, verdict.confidence, verdict.tags.join()]);

test('a recording of a Mac opens here with the same verdicts', async () => {
	const {text, seen} = await record();
	const replayed = await replay(text, '/Users/alex');
	expect(verdicts(replayed)).toEqual(verdicts(seen));
	expect(replayed.host).toEqual(seen.host);
});

test('a redacted one too, and it names nobody', async () => {
	const {text, seen} = await record(createRedaction(['studio'], ['alex']));
	expect(text).not.toMatch(/\balex\b/);
	expect(text).not.toMatch(/\bstudio\b/);
	const replayed = await replay(text, '/Users/user1');
	expect(replayed.processes.map(({pid, verdict}) => [pid, verdict.kind])).toEqual(
		seen.processes.map(({pid, verdict}) => [pid, verdict.kind]),
	);
});
