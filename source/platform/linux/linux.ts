import type {ProgramFiles} from '../../model/service.js';
import type {Host} from '../../model/snapshot.js';
import {printable} from '../../parse/printable.js';
import {parseBootTime, parseHidepid, parseLoadAverage, parseMemTotal, parseOsRelease, parsePageSize} from '../../parse/proc-system.js';
import {type Clock, pause} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Platform, Self} from '../platform.js';
import {readInitJobs} from './init-jobs.js';
import {createLinuxInspection} from './inspection.js';
import {createProcessTable} from './process-table.js';
import {readProgramFiles} from './program-files.js';
import {isBootedWithSystemd, readSystemdUnits} from './systemd.js';
import {createUsers} from './users.js';

const programFilesMaxAgeMs = 120_000;

const countCpus = (stat: string): number | null => stat.match(/^cpu\d+ /gm)?.length ?? null;

/** Linux from `/proc` alone, and from systemd where it is the init system. */
export const createLinuxPlatform = (runner: Runner, clock: Clock, self: Self): Platform => {
	const stat = runner.read('/proc/stat', 256 * 1024).text;
	const bootedAt = parseBootTime(stat);
	const users = createUsers(runner);
	const machine = {bootedAt, pageBytes: parsePageSize(runner.read('/proc/self/smaps', 8192).text), users};
	let reading: AbortSignal | undefined;
	/** Lets others have the thread, and goes on only if somebody still waits for what is read. */
	const turn = async (): Promise<void> => {
		await pause();
		reading?.throwIfAborted();
	};

	const table = createProcessTable(runner, clock, turn, machine);
	const hidepid = parseHidepid(runner.read('/proc/self/mounts', 1024 * 1024).text);
	const isSystemd = isBootedWithSystemd(runner);
	let files: {readAt: number; value: ReadonlyMap<string, ProgramFiles>} | null = null;

	const host: Omit<Host, 'loadAverage'> = {
		name: printable(runner.read('/proc/sys/kernel/hostname', 256).text.trim(), 64),
		platform: 'linux',
		release:
			parseOsRelease(runner.read('/etc/os-release', 8192).text) ??
			`Linux ${printable(runner.read('/proc/sys/kernel/osrelease', 256).text.trim(), 64)}`,
		bootedAt,
		init: isSystemd ? 'systemd' : printable(runner.read('/proc/1/comm', 64).text.trim(), 64) || null,
		memoryBytes: parseMemTotal(runner.read('/proc/meminfo', 8192).text),
		cpuCount: countCpus(stat),
	};

	return {
		id: 'linux',
		host: () => ({...host, loadAverage: parseLoadAverage(runner.read('/proc/loadavg', 256).text).load}),
		async processes(depth, signal) {
			reading = signal;
			const {processes, unreadable, unread, failure} = await table.read(depth);
			const visibleThreads = processes.reduce((sum, process) => sum + (process.threads ?? 1), 0);
			const threads = hidepid === null || unread > 0 ? null : parseLoadAverage(runner.read('/proc/loadavg', 256).text).threads;
			return {
				value: {
					processes,
					hidden:
						hidepid === null && unreadable === 0
							? null
							: {hidepid, unreadable, threads: threads === null ? null : Math.max(0, threads - visibleThreads)},
					unread,
					unownedListeners: table.unownedListeners().map(socket => ({
						protocol: socket.protocol,
						address: socket.address,
						port: socket.port,
						uid: socket.uid,
						user: users.name(socket.uid),
					})),
				},
				problems: failure ? [{source: '/proc', failure: 'missing', detail: null}] : [],
			};
		},
		async surroundings(processes, signal) {
			await users.resolve(signal);
			const {value, problems} = isSystemd
				? await readSystemdUnits(runner, processes, self, signal)
				: {value: readInitJobs(runner, processes), problems: []};
			return {value: {services: value, apps: []}, problems};
		},
		inspect: createLinuxInspection(runner, clock, self, isSystemd),
		programFiles() {
			if (files === null || clock.elapsed() - files.readAt > programFilesMaxAgeMs) {
				files = {readAt: clock.elapsed(), value: readProgramFiles(runner)};
			}

			return files.value;
		},
	};
};
