import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {loadDictionary} from '../../source/knowledge/programs.js';
import type {Verdict} from '../../source/model/evidence.js';
import {createPlatform} from '../../source/platform/detect.js';
import {parseRecording, type Recording} from '../../source/run/recording.js';
import {createRedaction, withoutEnvironment} from '../../source/run/redact.js';
import {replayRunner} from '../../source/run/replay.js';
import {createEngine} from '../../source/snapshot.js';
import {hasCorpus} from '../corpus/corpus-folder.js';
import {procfsRecording} from '../corpus/procfs-recording.js';

const debian = (): Recording => {
	const file = path.resolve(import.meta.dirname, '../recordings/debian-12-panes.jsonl.gz');
	const parsed = parseRecording(gunzipSync(readFileSync(file)).toString());
	if ('error' in parsed) {
		throw new Error(parsed.error.reason);
	}

	return parsed.recording;
};

const verdictsOf = async (recording: Recording): Promise<readonly Verdict[]> => {
	const {runner, clock} = replayRunner(recording, () => Promise.resolve());
	const {pid, uid, platform} = recording.header;
	const machine = () => ({hostName: '', release: '', loadAverage: null, memoryBytes: 0, cpuCount: null});
	const sources = {runner, clock, self: {pid, uid, home: null}, listProcesses: () => Promise.resolve([]), machine};
	const engine = createEngine(createPlatform(platform, sources), clock, pid, await loadDictionary(platform));
	await engine.sample('full');
	await engine.refreshServices(new AbortController().signal);
	return (await engine.sample('full')).processes.map(({verdict}) => verdict);
};

/** What was found and by which rules: what they saw may hold a name. */
const grounds = ({kind, confidence, tags, evidenceFor}: Verdict) => ({kind, confidence, tags, rules: evidenceFor.map(({rule}) => rule)});

const folders = hasCorpus ? ['systemd', 'no-systemd', 'systemd-containers', 'traps'] : [];

describe('a recording', () => {
	test.each(['debian', ...folders])(
		'gives the same verdicts without values of variables, and without names and secrets: %s',
		async name => {
			const recording = name === 'debian' ? debian() : await procfsRecording(name);
			const verdicts = await verdictsOf(recording);
			const answers = recording.answers.map(withoutEnvironment);
			expect(await verdictsOf({...recording, answers})).toEqual(verdicts);
			const redacted = {...recording, answers: answers.map(createRedaction(['debian']))};
			expect((await verdictsOf(redacted)).map(grounds)).toEqual(verdicts.map(grounds));
			expect(verdicts.length).toBeGreaterThan(10);
		},
	);
});
