import {findProgram} from '../../source/knowledge/programs.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import {createPlatform} from '../../source/platform/detect.js';
import {replayRunner} from '../../source/run/replay.js';
import {createEngine} from '../../source/snapshot.js';
import {procfsRecording} from './procfs-recording.js';

/** The second full snapshot of a recording: processes, then services, then both together, as one-shot commands take it. */
export const replaySnapshot = async (folder: string): Promise<Snapshot> => {
	const recording = await procfsRecording(folder);
	const {runner, clock} = replayRunner(recording, () => Promise.resolve());
	const {pid, uid, platform} = recording.header;
	const self = {pid, uid, home: null};
	const engine = createEngine(
		createPlatform(platform, {
			runner,
			clock,
			self,
			listProcesses: () => Promise.resolve([]),
			machine: () => ({hostName: '', release: '', loadAverage: null, memoryBytes: 0, cpuCount: null}),
		}),
		clock,
		pid,
		findProgram,
	);
	await engine.sample('full');
	await engine.refreshServices(new AbortController().signal);
	return engine.sample('full');
};
