import type {AppRegistration} from '../../model/app.js';
import type {Host} from '../../model/snapshot.js';
import {parseLsappinfo} from '../../parse/lsappinfo.js';
import {parseSwVers, parseSysctl} from '../../parse/sysctl.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Platform, Reading, Self} from '../platform.js';
import {problemOf} from '../problem.js';
import {createDarwinInspection} from './inspection.js';
import type {JobFiles} from './job-files.js';
import {readLaunchdJobs} from './launchd.js';
import {createDarwinListeners} from './listeners.js';
import {createDarwinProcessTable} from './process-table.js';

const sysctlNames = ['kern.boottime', 'kern.hostname', 'vm.loadavg', 'hw.memsize', 'hw.ncpu'];
const hostMaxAgeMs = 10_000;
/** Property lists that are not named after their job are read a few at a time. */
const filesPerRefresh = 150;

const readApps = async (runner: Runner, signal: AbortSignal): Promise<Reading<readonly AppRegistration[]>> => {
	const source = 'lsappinfo';
	const answer = await runner.run({file: '/usr/bin/lsappinfo', args: ['list'], timeoutMs: 3000}, signal);
	if (answer.failure !== null) {
		const problem = problemOf(source, answer);
		return {value: [], problems: problem ? [problem] : []};
	}

	const {apps, skipped} = parseLsappinfo(answer.stdout);
	return {value: apps, problems: skipped > 0 ? [{source, failure: 'parse', detail: String(skipped)}] : []};
};

const unknownHost: Host = {
	name: '',
	platform: 'darwin',
	release: 'macOS',
	bootedAt: null,
	loadAverage: null,
	init: 'launchd',
	memoryBytes: null,
	cpuCount: null,
};

/** macOS: processes from ps, jobs from launchd, apps from LaunchServices. Nothing needs root. */
export const createDarwinPlatform = (runner: Runner, clock: Clock, self: Self): Platform => {
	const table = createDarwinProcessTable(runner);
	const listeners = createDarwinListeners(runner, clock, self.uid);
	let files: JobFiles | null = null;
	let host: {readAt: number; value: Host} | null = null;

	const refreshHost = async (): Promise<void> => {
		if (host && clock.now() - host.readAt < hostMaxAgeMs) {
			return;
		}

		const [sysctl, version] = await Promise.all([
			runner.run({file: '/usr/sbin/sysctl', args: sysctlNames, timeoutMs: 2000}),
			host ? null : runner.run({file: '/usr/bin/sw_vers', args: [], timeoutMs: 2000}),
		]);
		const {bootedAt, hostName, loadAverage, memoryBytes, cpuCount} = parseSysctl(sysctl.stdout);
		const release = host?.value.release ?? parseSwVers(version?.stdout ?? '') ?? unknownHost.release;
		host = {
			readAt: clock.now(),
			value: {...unknownHost, name: (hostName ?? '').replace(/\.local$/, ''), release, bootedAt, loadAverage, memoryBytes, cpuCount},
		};
	};

	return {
		id: 'darwin',
		host: () => host?.value ?? unknownHost,
		async processes() {
			const [reading] = await Promise.all([table.read(), refreshHost()]);
			const processes = reading.value.map(process => ({...process, traits: listeners.traitsOf(process)}));
			return {value: {processes, hidden: null, unownedListeners: [], unread: 0}, problems: reading.problems};
		},
		async surroundings(_processes, signal) {
			// the property list parsers are loaded when a Mac is looked at
			files ??= (await import('./job-files.js')).createJobFiles(runner, self.home);
			files.fill(filesPerRefresh);
			const [jobs, apps, listenerProblems] = await Promise.all([
				readLaunchdJobs(runner, files, self, signal),
				readApps(runner, signal),
				listeners.refresh(signal),
			]);
			return {
				value: {services: jobs.value, apps: apps.value},
				problems: [...jobs.problems, ...files.problems(), ...apps.problems, ...listenerProblems],
			};
		},
		inspect: createDarwinInspection(runner, clock, self),
		programFiles: () => new Map(),
	};
};
