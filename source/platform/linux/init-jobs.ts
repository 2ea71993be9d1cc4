import type {Process} from '../../model/process.js';
import type {Service, SupervisedJob} from '../../model/service.js';
import {printable} from '../../parse/printable.js';
import type {Runner} from '../../run/runner.js';

const maxFiles = 500;

const job = (manager: 'sysv' | 'openrc', name: string, mainPid: number, configPath: string): SupervisedJob => ({
	manager,
	name: printable(name, 256),
	description: null,
	mainPid,
	configPath,
	startsAtBoot: null,
	restart: manager === 'sysv' ? 'no' : null,
	supervisorPid: null,
	containerId: null,
});

const readPid = (runner: Runner, path: string): number | null => {
	const found = /^\s*(\d{1,10})\s*(?:\n|$)/.exec(runner.read(path, 256).text);
	return found ? Number(found[1]) : null;
};

/**
OpenRC keeps what it started in `/run/openrc/daemons/SERVICE/NNN`, with the pid file among it. It says "started" also of a
process that was killed, so only a living pid counts.

@source openrc-run(8), start-stop-daemon(8) of OpenRC
*/
const readOpenrcJobs = (runner: Runner): readonly SupervisedJob[] => {
	const root = '/run/openrc/daemons';
	const jobs: SupervisedJob[] = [];
	for (const name of runner.list(root).names.slice(0, maxFiles)) {
		for (const file of runner.list(`${root}/${name}`).names.slice(0, 20)) {
			const pidFile = /^pidfile=(\/\S+)/m.exec(runner.read(`${root}/${name}/${file}`, 4096).text)?.[1];
			const pid = pidFile === undefined ? null : readPid(runner, pidFile);
			if (pid !== null) {
				jobs.push(job('openrc', name, pid, `/etc/init.d/${name}`));
			}
		}
	}

	return jobs;
};

/** `/run/NAME.pid` and `/run/NAME/NAME.pid`: where init scripts keep the pid of what they started. */
const pidFiles = (runner: Runner): readonly {name: string; path: string}[] => {
	const files: {name: string; path: string}[] = [];
	for (const entry of runner.list('/run').names.slice(0, maxFiles)) {
		if (entry.endsWith('.pid')) {
			files.push({name: entry.slice(0, -4), path: `/run/${entry}`});
		} else if (!entry.includes('.')) {
			for (const inner of runner.list(`/run/${entry}`).names.slice(0, 50)) {
				if (inner.endsWith('.pid')) {
					files.push({name: entry, path: `/run/${entry}/${inner}`});
				}
			}
		}
	}

	return files;
};

const isNamedLike = (process: Process, names: readonly string[]): boolean =>
	names.some(name => process.name.startsWith(name) || name.startsWith(process.comm));

/**
Init scripts whose pid file names a living process with a fitting name: a stale file may hold the pid of anything.

@source Debian Policy 9.3, FHS 3.15.2 "/run"
*/
const readSysvJobs = (runner: Runner, byPid: ReadonlyMap<number, Process>): readonly SupervisedJob[] => {
	const scripts = new Set(runner.list('/etc/init.d').names);
	const jobs: SupervisedJob[] = [];
	for (const {name, path} of pidFiles(runner)) {
		const pid = readPid(runner, path);
		const process = pid === null ? undefined : byPid.get(pid);
		if (!process) {
			continue;
		}

		const script = [name, process.name, process.name.replace(/d$/, '')].find(candidate => scripts.has(candidate));
		if (script !== undefined && isNamedLike(process, [name, script])) {
			jobs.push(job('sysv', script, process.pid, `/etc/init.d/${script}`));
		}
	}

	return jobs;
};

/** Services of a system whose init is not systemd, from the files that its scripts keep. */
export const readInitJobs = (runner: Runner, processes: readonly Process[]): readonly Service[] => {
	const byPid = new Map(processes.map(process => [process.pid, process]));
	const openrc = readOpenrcJobs(runner).filter(service => service.mainPid !== null && byPid.has(service.mainPid));
	return openrc.length > 0 ? openrc : readSysvJobs(runner, byPid);
};
