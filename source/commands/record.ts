import process from 'node:process';
import type {ExplainedProcess} from '../model/snapshot.js';
import {parsePasswd} from '../parse/passwd.js';
import {systemClock} from '../run/clock.js';
import {localRunner} from '../run/local.js';
import {localMachine} from '../run/machine.js';
import {recordingRunner} from '../run/record.js';
import {type RecordingHeader, recordingFormat, recordingVersion, serializeLine} from '../run/recording.js';
import {createRecording} from '../run/recording-file.js';
import {createRedaction} from '../run/redact.js';
import type {Engine} from '../snapshot.js';
import {formatBytes, formatDuration} from '../text/format.js';
import {parseDuration} from './arguments.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {localSource, openSource} from './machine.js';
import {askPanes} from './record-panes.js';
import {intervalInForce} from './settings-in-force.js';

declare const __VERSION__: string;

const defaultLengthMs = 10_000;

const headerOf = (isRedacted: boolean): RecordingHeader => {
	const {platform, self} = localSource();
	return {
		format: recordingFormat,
		version: recordingVersion,
		tool: `daemon-top ${__VERSION__}`,
		platform,
		startedAt: systemClock.now(),
		pid: self.pid,
		uid: self.uid,
		...(isRedacted || self.home === null ? {} : {home: self.home}),
	};
};

/** Everybody with a home on this machine, known before the first answer is written. */
const peopleHere = (): readonly string[] => {
	const names = ['/home', '/Users']
		.flatMap(folder => localRunner.list(folder).names)
		.filter(name => !name.startsWith('.') && name !== 'Shared');
	const accounts = [...parsePasswd(localRunner.read('/etc/passwd', 1024 * 1024).text)].flatMap(([uid, name]) =>
		uid >= 1000 && uid < 60_000 ? [name] : [],
	);
	const home = process.env.HOME?.split('/').at(-1);
	return [...new Set([...names, ...accounts, ...(home && home !== 'root' ? [home] : [])])];
};

type Progress = (samples: number, elapsedMs: number) => void;

/** Samples until the time is over or the signal aborts; what stands around the processes is asked for in each sample. */
const sampleFor = async (
	engine: Engine,
	lengthMs: number,
	intervalMs: number,
	signal: AbortSignal,
	onSample: Progress,
): Promise<{samples: number; processes: readonly ExplainedProcess[]}> => {
	const startedAt = systemClock.elapsed();
	let samples = 0;
	for (;;) {
		const {processes} = await engine.sample('full');
		await engine.refreshServices(signal);
		samples++;
		const elapsedMs = systemClock.elapsed() - startedAt;
		onSample(samples, elapsedMs);
		if (signal.aborted || elapsedMs + intervalMs > lengthMs) {
			return {samples, processes};
		}

		await systemClock.wait(intervalMs, signal);
		if (signal.aborted) {
			return {samples, processes};
		}
	}
};

type Wanted = {path: string; lengthMs: number; intervalMs: number};

/** What is to be recorded; a sentence where the arguments do not say. */
const readWanted = (context: Context): Wanted | string => {
	const {
		arguments: {words, values},
		text,
	} = context;
	const [path, ...more] = words;
	const lengthMs = typeof values.for === 'string' ? parseDuration(values.for) : defaultLengthMs;
	const intervalMs = intervalInForce(context);
	if (path === undefined || more.length > 0) {
		return text.error.recordNeedsFile;
	}

	if (lengthMs === null) {
		return text.error.badDuration(String(values.for));
	}

	return intervalMs === null ? text.error.badDelay(String(values.delay)) : {path, lengthMs, intervalMs};
};

/** `daemon-top record FILE`: writes down what the system answers, to be opened anywhere with `replay`. */
export const record = async (context: Context): Promise<ExitCode> => {
	const {
		arguments: {values},
		text,
		stderr,
	} = context;
	const wanted = readWanted(context);
	if (typeof wanted === 'string') {
		stderr.write(`${wanted}\n`);
		return exitCode.usage;
	}

	const {path, lengthMs, intervalMs} = wanted;
	const made = createRecording(path);
	if ('error' in made) {
		stderr.write(`${text.error.cannotRecord(path, made.error)}\n`);
		return made.error === 'EACCES' ? exitCode.notPermitted : exitCode.error;
	}

	const {file} = made;
	const isRedacted = values.redact === true;
	file.write(serializeLine(headerOf(isRedacted)));
	const change = isRedacted ? createRedaction([localMachine().hostName], peopleHere()) : undefined;
	const {engine} = await openSource(localSource(recordingRunner(localRunner, systemClock, file.write, change)));
	const ending = new AbortController();
	const stop = (): void => ending.abort();
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	const show = (line: string): void => {
		if (stderr.isTTY) {
			stderr.write(`\r${line}  `);
		}
	};

	const {samples, processes} = await sampleFor(engine, lengthMs, intervalMs, ending.signal, (count, elapsedMs) => {
		show(text.record.progress(count, formatDuration(elapsedMs), formatDuration(lengthMs), formatBytes(file.bytes())));
	});
	if (values.panes) {
		// the last sample was taken before the services were known
		const {processes: explained} = ending.signal.aborted ? {processes} : await engine.sample('full');
		await askPanes(engine, explained, ending.signal, (done, all) => show(text.record.panes(done, all, formatBytes(file.bytes()))));
	}

	process.off('SIGINT', stop);
	process.off('SIGTERM', stop);
	file.close();
	stderr.write(`${stderr.isTTY ? '\r' : ''}${text.record.done(path, samples, formatBytes(file.bytes()), isRedacted)}\n`);
	return exitCode.ok;
};
