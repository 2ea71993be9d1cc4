import type {Burst, DemoJob, DemoMachine, DemoProcess, Spawner} from './machine.js';
import {hexOf} from './machine.js';

/** A process at one instant. */
export type LiveProcess = DemoProcess & {
	ppid: number;
	pgid: number;
	uid: number;
	stat: string;
	args: string;
	vsz: number;
	/** CPU time in hundredths of a second. */
	hundredths: number;
};

/** A job at one instant. */
export type LiveJob = DemoJob & {pid: number | null; isRestarting: boolean; process: LiveProcess | null};

/** The machine at one instant. */
export type Instant = {
	/** Seconds since the first look. */
	seconds: number;
	/** Seconds since the epoch. */
	bootedAt: number;
	processes: readonly LiveProcess[];
	jobs: ReadonlyMap<string, LiveJob>;
	load: readonly [number, number, number];
};

/** Pids of what comes and goes lie above all others. Ten for each second are enough for an hour and more without a repeat. */
const firstChangingPid = 60_000;
const changingPids = 39_990;
const pidsPerSecond = 10;
/** Before the first look there were some, too, and a remainder must not be negative. */
const secondsBefore = 1000;

/** How many seconds of bursts there were up to `seconds`. */
const burstSeconds = ({every, length, at}: Burst, seconds: number): number => {
	const cycles = Math.floor((seconds - at) / every);
	return cycles * length + Math.min(seconds - at - cycles * every, length);
};

const isBursting = ({every, length, at}: Burst, seconds: number): boolean =>
	seconds - at - Math.floor((seconds - at) / every) * every < length;

/** A share that rises and falls, and whose sum never falls: the sine swings less than the rate itself. */
const usedSeconds = (process: Pick<DemoProcess, 'pid' | 'rate' | 'burst'>, seconds: number): number => {
	const pace = (2 * Math.PI) / (19 + (process.pid % 37));
	const phase = process.pid % 6;
	const swing = (0.6 * (Math.sin(pace * seconds + phase) - Math.sin(phase))) / pace;
	const burst = process.burst ? ((burstSeconds(process.burst, seconds) - burstSeconds(process.burst, 0)) * process.burst.percent) / 100 : 0;
	return ((process.rate ?? 0) / 100) * (seconds + swing) + burst;
};

const pageKib = 16;

const toLive = (machine: DemoMachine, process: DemoProcess, seconds: number, age: number): LiveProcess => {
	const {burst, rate = 0, pid, rss, cpu, path, stat = 'S'} = process;
	const breath = rate === 0 ? 0 : Math.round(((rss * 0.02) / pageKib) * Math.sin(seconds / (11 + (pid % 23))));
	return {
		...process,
		ppid: process.ppid ?? 1,
		pgid: process.pgid ?? pid,
		uid: machine.users[process.user] ?? 0,
		stat: burst && isBursting(burst, seconds) ? stat.replace('S', 'R') : stat,
		args: process.args ?? path,
		rss: rss + breath * pageKib,
		// address space on Apple silicon is some 400 GB for everybody
		vsz: rss === 0 ? 0 : 435_200_000 + ((pid * 7919) % 90_000) * pageKib,
		hundredths: Math.floor((cpu + usedSeconds(process, age)) * 100),
	};
};

type Life = {cycle: number; process: LiveProcess | null; instance: string | null};

const lifeAt = (machine: DemoMachine, {slot, every, length, at, instanceOf, process}: Spawner, seconds: number): Life => {
	const cycle = Math.floor((seconds - at) / every);
	const start = at + cycle * every;
	const age = seconds - start;
	if (age >= length) {
		return {cycle, process: null, instance: null};
	}

	const pid = firstChangingPid + (((start + secondsBefore) * pidsPerSecond + slot) % changingPids);
	const instance =
		instanceOf === undefined ? null : `${instanceOf}.${hexOf(cycle, 6).toUpperCase()}${hexOf(slot, 2)}-0${slot}00-0000-0000-000000000000`;
	const born: DemoProcess = {
		...process,
		pid,
		start: machine.host.uptime + start,
		...(instance !== null && {job: instance}),
	};
	return {cycle, process: toLive(machine, born, seconds, age), instance};
};

/** As ps sorts: without a terminal first, then by terminal, by pid within. */
const byTerminal = (one: LiveProcess, other: LiveProcess): number => {
	const [first, second] = [one.tty ?? '', other.tty ?? ''];
	return first === second ? one.pid - other.pid : first < second ? -1 : 1;
};

const jobsAt = (
	machine: DemoMachine,
	processes: readonly LiveProcess[],
	lives: readonly (readonly [Spawner, Life])[],
): Map<string, LiveJob> => {
	const holders = new Map(processes.flatMap(process => (process.job === undefined ? [] : [[process.job, process] as const])));
	const cycles = new Map(lives.map(([spawner, life]) => [spawner.process.job, life.cycle]));
	const jobs = new Map<string, LiveJob>();
	const add = (job: DemoJob): void => {
		const process = holders.get(job.target) ?? null;
		const cycle = cycles.get(job.target);
		jobs.set(job.target, {
			...job,
			pid: process?.pid ?? null,
			runs: job.runs + (cycle ?? 0),
			isRestarting: cycle !== undefined && process === null,
			process,
		});
	};

	for (const job of machine.jobs) {
		// launchd does not load what its property list disables: there is a file, and no job
		if (job.keys.Disabled === true) {
			continue;
		}

		add(job);
		for (const [spawner, life] of lives) {
			if (spawner.instanceOf === job.target && life.instance !== null) {
				add({...job, target: life.instance, exit: '-', runs: 1});
			}
		}
	}

	return jobs;
};

const loadAt = (base: number, seconds: number): Instant['load'] => [
	base + 0.62 * Math.sin(seconds / 13) + 0.28 * Math.sin(seconds / 3.7),
	base + 0.11 + 0.3 * Math.sin(seconds / 57),
	base - 0.07 + 0.12 * Math.sin(seconds / 171),
];

/**
The machine at any number of seconds after the first look. Nothing is remembered from one instant to the next: the same
seconds give the same machine, in whatever order they are asked for.
*/
export const instantAt = (machine: DemoMachine, bootedAt: number, seconds: number): Instant => {
	const lives = machine.spawners.map(spawner => [spawner, lifeAt(machine, spawner, seconds)] as const);
	const processes = [
		...machine.processes.map(process => toLive(machine, process, seconds, seconds)),
		...lives.flatMap(([, life]) => life.process ?? []),
	].sort(byTerminal);
	return {seconds, bootedAt, processes, jobs: jobsAt(machine, processes, lives), load: loadAt(machine.host.load, seconds)};
};
