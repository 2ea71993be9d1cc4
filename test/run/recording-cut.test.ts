import {Buffer} from 'node:buffer';
import {mkdtempSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findProgram} from '../../source/knowledge/programs.js';
import {createPlatform} from '../../source/platform/detect.js';
import {parseRecording, type RecordedAnswer, type Recording, type RecordingHeader, serializeLine} from '../../source/run/recording.js';
import {openRecording} from '../../source/run/recording-file.js';
import {replayRunner} from '../../source/run/replay.js';
import {createEngine} from '../../source/snapshot.js';

const header: RecordingHeader = {
	format: 'daemon-top-recording',
	version: 1,
	tool: 'daemon-top 1.0.0',
	platform: 'linux',
	startedAt: 1_795_370_327_652,
	pid: 42,
	uid: 0,
};

const read = (file: string, text: string): RecordedAnswer => ({at: 1, read: file, answer: {text, isCut: false, failure: null}});
const fields = (ppid: number): string => `${ppid} 7 7 0 -1 4194560 100 0 0 0 12 5 0 0 20 0 1 0 500 1000000 300 18446744073709551615`;

/** A machine of two processes: a list, files, links and a tool, with Hangul and an emoji to be cut in the middle. */
const answers: readonly RecordedAnswer[] = [
	read('/proc/stat', 'cpu 1 2 3\nbtime 1795370000\n'),
	read('/proc/sys/kernel/hostname', '데몬-호스트😀\n'),
	{at: 2, list: '/proc', answer: {names: ['1', '7', 'self', 'stat'], failure: null}},
	read('/proc/1/stat', `1 (systemd) S ${fields(0)}`),
	read('/proc/1/status', 'Name:\tsystemd\nUid:\t0\t0\t0\t0\n'),
	read('/proc/1/cmdline', '/sbin/init\0'),
	read('/proc/1/cgroup', '0::/init.scope\n'),
	{at: 3, link: '/proc/1/exe', answer: {target: '/usr/lib/systemd/systemd', failure: null}},
	read('/proc/7/stat', `7 (데몬) S ${fields(1)}`),
	read('/proc/7/cmdline', '/usr/sbin/cron\0-f\0'),
	read('/proc/7/cgroup', '0::/system.slice/cron.service\n'),
	{at: 4, link: '/proc/7/exe', answer: {target: null, failure: 'denied'}},
	{
		at: 5,
		run: {file: 'systemctl', args: ['--no-pager', 'show']},
		answer: {stdout: 'Id=cron.service\nMainPID=7\n', stderr: '', exitCode: 0, failure: null, durationMs: 9.5},
	},
	{at: 6, read: '/x.plist', encoding: 'base64', answer: {text: 'YnBsaXN0', isCut: true, failure: null}},
];

const bytes = Buffer.from([header, ...answers].map(serializeLine).join(''));

/** What each answer of a recording is when it is asked for again. */
const replayed = async (recording: Recording): Promise<readonly unknown[]> => {
	const {runner} = replayRunner(recording, async () => undefined);
	return Promise.all(
		recording.answers.map(line => {
			if ('run' in line) {
				return runner.run(line.run);
			}

			return 'read' in line
				? runner.read(line.read, undefined, line.encoding)
				: 'list' in line
					? runner.list(line.list)
					: runner.link(line.link);
		}),
	);
};

const pidsOf = async (recording: Recording): Promise<readonly number[]> => {
	const {runner, clock} = replayRunner(recording, async () => undefined);
	const machine = () => ({hostName: '', release: '', loadAverage: null, memoryBytes: 0, cpuCount: null});
	const self = {pid: header.pid, uid: header.uid, home: null};
	const platform = createPlatform('linux', {runner, clock, self, listProcesses: async () => [], machine});
	const engine = createEngine(platform, clock, header.pid, findProgram);
	await engine.refreshServices(new AbortController().signal);
	return (await engine.sample('full')).processes.map(({pid}) => pid);
};

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'daemon-top-cut-'));
});
afterAll(() => {
	rmSync(folder, {recursive: true});
});

const lengths = Array.from({length: bytes.length + 1}, (_, index) => bytes.length - index);
const headerLength = Buffer.byteLength(serializeLine(header)) - 1;

describe('a recording that is cut at any byte', () => {
	test('gives the answers before the cut, and each of them again when it is asked for', async () => {
		for (const length of lengths) {
			const parsed = parseRecording(bytes.toString('utf8', 0, length));
			if ('error' in parsed) {
				expect([length, length < headerLength, parsed.error.reason]).toEqual([length, true, length === 0 ? 'empty' : 'foreign']);
				continue;
			}

			const kept = parsed.recording.answers;
			expect([length, kept]).toEqual([length, answers.slice(0, kept.length)]);
			expect([length, await replayed(parsed.recording)]).toEqual([length, kept.map(({answer}) => answer)]);
		}
	});

	test('opens, or says why not', () => {
		const file = path.join(folder, 'cut.jsonl');
		writeFileSync(file, bytes);
		const reasons = new Set<string>();
		for (const length of lengths) {
			truncateSync(file, length);
			const opened = openRecording(file);
			reasons.add('error' in opened ? opened.error.reason : `opened, ${opened.isCut ? 'cut' : 'whole'}`);
			if (!('error' in opened)) {
				// a cut between two lines cannot be seen
				expect([length, opened.isCut]).toEqual([length, bytes[length - 1] !== 0x0a]);
			}
		}

		expect([...reasons].sort()).toEqual(['cut', 'empty', 'foreign', 'opened, cut', 'opened, whole']);
	});

	test('shows the processes whose answers it still holds', async () => {
		const seen: string[] = [];
		for (let count = 0; count <= answers.length; count++) {
			seen.push((await pidsOf({header, answers: answers.slice(0, count)})).join(' '));
		}

		expect([...new Set(seen)]).toEqual(['', '1', '1 7']);
	});
});
