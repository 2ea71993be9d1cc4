import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {createDemoRunner} from '../../source/demo/demo-runner.js';
import {createEncyclopedia} from '../../source/knowledge/articles.js';
import {loadDictionary} from '../../source/knowledge/programs.js';
import type {PartId} from '../../source/model/inspected.js';
import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {createPlatform} from '../../source/platform/detect.js';
import type {Clock} from '../../source/run/clock.js';
import {parseRecording} from '../../source/run/recording.js';
import {replayRunner} from '../../source/run/replay.js';
import type {Runner} from '../../source/run/runner.js';
import {createEngine, type Engine} from '../../source/snapshot.js';
import {partsOfPane} from '../../source/store/inspector.js';
import type {Action, PaneId} from '../../source/store/state.js';

/** A machine whose processes are all explained, and which can be asked about each. */
export type Looked = {engine: Engine; snapshot: Snapshot};

type Source = {platform: 'linux' | 'darwin'; runner: Runner; clock: Clock; self: {pid: number; uid: number | null; home: string | null}};

const {signal} = new AbortController();

const look = async ({platform, runner, clock, self}: Source, later: () => void): Promise<Looked> => {
	const machine = () => ({hostName: '', release: '', loadAverage: null, memoryBytes: 0, cpuCount: null});
	const parts = {runner, clock, self, listProcesses: async () => [], machine};
	const engine = createEngine(
		createPlatform(platform, parts),
		clock,
		self.pid,
		await loadDictionary(platform),
		createEncyclopedia(platform),
	);
	await engine.sample('full');
	await engine.refreshServices(signal);
	later();
	return {engine, snapshot: await engine.sample('full')};
};

/** The built-in Mac, ten seconds after it was opened. */
export const lookAtDemo = async (): Promise<Looked> => {
	let now = Date.UTC(2026, 10, 22, 12, 0, 0);
	const clock: Clock = {now: () => now, elapsed: () => now, wait: async () => undefined};
	const self = {pid: -1, uid: 501, home: '/Users/alex'};
	return look({platform: 'darwin', runner: createDemoRunner(clock), clock, self}, () => {
		now += 10_000;
	});
};

/** A recording of this folder: a Debian 12 whose panes were recorded, too. */
export const lookAtRecording = async (name: string): Promise<Looked> => {
	const file = path.resolve(import.meta.dirname, '../recordings', name);
	const parsed = parseRecording(gunzipSync(readFileSync(file)).toString('utf8'));
	if ('error' in parsed) {
		throw new Error(JSON.stringify(parsed.error));
	}

	const {header} = parsed.recording;
	const self = {pid: header.pid, uid: header.uid, home: null};
	return look({platform: 'linux', ...replayRunner(parsed.recording, async () => undefined), self}, () => undefined);
};

export const findProcess = ({snapshot}: Looked, isIt: (process: ExplainedProcess) => boolean): ExplainedProcess => {
	const found = snapshot.processes.find(isIt);
	if (!found) {
		throw new Error('no such process');
	}

	return found;
};

/** Opens a pane of a process, with everything answered that it asks. */
export const openPane = async ({engine}: Looked, process: ExplainedProcess, pane: PaneId): Promise<readonly Action[]> => {
	const answer = async (part: PartId): Promise<Action> => {
		const {value, problems} = await engine.inspect[part](process, signal);
		return {type: 'inspected', key: process.key, part, value, problem: problems[0] ?? null} as Action;
	};
	return [{type: 'select', key: process.key}, {type: 'pane', pane}, ...(await Promise.all(partsOfPane[pane].map(answer)))];
};
