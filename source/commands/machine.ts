import process from 'node:process';
import {createEncyclopedia} from '../knowledge/articles.js';
import {loadDictionary} from '../knowledge/programs.js';
import type {Problem} from '../model/snapshot.js';
import {createPlatform, localPlatformId} from '../platform/detect.js';
import type {Platform, Self} from '../platform/platform.js';
import {type Clock, systemClock} from '../run/clock.js';
import {type ListProcesses, listProcesses} from '../run/list-processes.js';
import {localRunner} from '../run/local.js';
import {localMachine} from '../run/machine.js';
import type {Recording} from '../run/recording.js';
import {openRecording} from '../run/recording-file.js';
import {replayRunner} from '../run/replay.js';
import {rootedRunner} from '../run/rooted.js';
import type {Runner} from '../run/runner.js';
import {createEngine, type Engine} from '../snapshot.js';
import type {Text} from '../text/text.js';
import type {Arguments} from './arguments.js';

/** What is looked at: this machine, the built-in Mac, or a recording. */
export type Machine = {engine: Engine; clock: Clock /** Its files are those of this machine. */; isLocal: boolean};

export type Source = {
	platform: Parameters<typeof createPlatform>[0];
	runner: Runner;
	clock: Clock;
	self: Self;
	isLocal: boolean;
	problems?: readonly Problem[];
};

/** Only this machine may be asked through ps-list: a recording of another must not be filled up with our own processes. */
const nobody: ListProcesses = async () => [];

/** A platform whose every reading says what is wrong with where it comes from. */
const withProblems = (platform: Platform, problems: readonly Problem[]): Platform => ({
	...platform,
	async processes(depth, signal) {
		const reading = await platform.processes(depth, signal);
		return {...reading, problems: [...problems, ...reading.problems]};
	},
});

export const openSource = async ({platform, runner, clock, self, isLocal, problems = []}: Source): Promise<Machine> => {
	const parts = {runner, clock, self, listProcesses: isLocal ? listProcesses : nobody, machine: localMachine};
	const reader = withProblems(createPlatform(platform, parts), problems);
	const engine = createEngine(reader, clock, self.pid, await loadDictionary(platform), createEncyclopedia(platform));
	return {engine, clock, isLocal};
};

/** Under sudo on a Mac the login session that one means is that of the person who typed it. */
const uidOn = (platform: Source['platform']): number | null => {
	const uid = process.getuid?.() ?? null;
	const sudoUid = Number(process.env.SUDO_UID ?? Number.NaN);
	return platform === 'darwin' && uid === 0 && Number.isInteger(sudoUid) && sudoUid > 0 ? sudoUid : uid;
};

export const localSource = (runner: Runner = localRunner, platform: Source['platform'] = localPlatformId()): Source => ({
	platform,
	runner,
	clock: systemClock,
	self: {pid: process.pid, uid: uidOn(platform), home: process.env.HOME ?? null},
	isLocal: true,
});

/** A system whose files and tools stand below a folder, as where a container is shown its host; a Mac is known by its sw_vers. */
const rootedSource = (root: string): Source => {
	const runner = rootedRunner(localRunner, root.replace(/\/+$/, ''));
	const isMac = runner.list('/usr/bin').names.includes('sw_vers');
	return {...localSource(runner, isMac ? 'darwin' : 'linux'), isLocal: false};
};

/** The person at the built-in Mac. */
const demoSelf: Self = {pid: -1, uid: 501, home: '/Users/alex'};

const demoSource = async (): Promise<Source> => {
	const {createDemoRunner} = await import('../demo/demo-runner.js');
	return {platform: 'darwin', runner: createDemoRunner(systemClock), clock: systemClock, self: demoSelf, isLocal: false};
};

/** The built-in Mac, opened. */
export const openDemo = async (): Promise<Machine> => openSource(await demoSource());

const replaySource = (recording: Recording, problems: readonly Problem[]): Source => {
	const {header} = recording;
	return {
		platform: header.platform,
		...replayRunner(recording, systemClock.wait),
		self: {pid: header.pid, uid: header.uid, home: header.home ?? null},
		isLocal: false,
		problems,
	};
};

/** Opens what the arguments ask for; an error is a sentence. */
export const openMachine = async (values: Arguments['values'], text: Text): Promise<{machine: Machine} | {error: string}> => {
	if (values.demo) {
		return {machine: await openDemo()};
	}

	if (typeof values.root === 'string') {
		return localRunner.list(values.root).failure === null
			? {machine: await openSource(rootedSource(values.root))}
			: {error: text.error.noFolder(values.root)};
	}

	if (typeof values.replay !== 'string') {
		return {machine: await openSource(localSource())};
	}

	const opened = openRecording(values.replay);
	if ('error' in opened) {
		return {error: text.error.recording[opened.error.reason](values.replay, opened.error.line)};
	}

	const problems: readonly Problem[] = opened.isCut ? [{source: values.replay, failure: 'cut', detail: null}] : [];
	return {machine: await openSource(replaySource(opened.recording, problems))};
};
