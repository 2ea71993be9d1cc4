// What the benchmark asks the system about the program: from /proc on Linux, elsewhere from ps.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const read = file => {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return null;
	}
};

const ps = (...args) => {
	try {
		return execFileSync('ps', args, {encoding: 'utf8', maxBuffer: 2 ** 26, env: {...process.env, LC_ALL: 'C'}});
	} catch {
		return '';
	}
};

/** Clock ticks a second: the same on every Linux that Node runs on. */
const ticks = 100;

const linux = {
	/** Name of each living process by its number. */
	processes: () =>
		new Map(
			fs
				.readdirSync('/proc')
				.filter(name => /^\d+$/.test(name))
				.map(name => [Number(name), read(`/proc/${name}/comm`)?.trim()])
				.filter(([, name]) => name),
		),
	/** User and system time of a process, its threads, and its children that have ended. */
	cpuSeconds: pid => {
		const stat = read(`/proc/${pid}/stat`) ?? '';
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticks;
	},
	rssBytes: pid => Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? Number.NaN) * 1024,
	/** Time on a processor of all threads, fine enough to see work begin; `null`: the kernel does not count it. */
	workedNanoseconds: pid => {
		try {
			return fs
				.readdirSync(`/proc/${pid}/task`)
				.map(task => Number.parseInt(fs.readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8'), 10))
				.reduce((sum, time) => sum + time, 0);
		} catch {
			return null;
		}
	},
};

const secondsOf = time => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

const others = {
	processes: () =>
		new Map(
			ps('-axo', 'pid=,comm=')
				.split('\n')
				.map(line => /^\s*(\d+)\s+(.+)$/.exec(line))
				.filter(found => found !== null)
				.map(([, pid, name]) => [Number(pid), path.basename(name.trim())]),
		),
	/** Without its children: ps does not tell. */
	cpuSeconds: pid => secondsOf(ps('-o', 'time=', '-p', String(pid)).trim()),
	rssBytes: pid => Number(ps('-o', 'rss=', '-p', String(pid))) * 1024,
	workedNanoseconds: () => null,
};

export const system = process.platform === 'linux' ? linux : others;
