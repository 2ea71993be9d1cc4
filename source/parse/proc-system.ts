import {printable} from './printable.js';

/** Boot time in milliseconds since the epoch, from the `btime` line of `/proc/stat`. Source: proc_stat(5). */
export const parseBootTime = (text: string): number | null => {
	const found = /^btime (\d+)/m.exec(text);
	return found ? Number(found[1]) * 1000 : null;
};

/** `/proc/loadavg`: the one-minute load and how many threads the kernel has. Source: proc_loadavg(5). */
export const parseLoadAverage = (text: string): {load: number | null; threads: number | null} => {
	const found = /^([\d.]+) [\d.]+ [\d.]+ \d+\/(\d+)/.exec(text);
	return {load: found ? Number(found[1]) : null, threads: found ? Number(found[2]) : null};
};

/** `/proc/uptime`: milliseconds since boot, by the clock that start times of processes are told in. Source: proc_uptime(5). */
export const parseUptime = (text: string): number | null => {
	const found = /^(\d{1,12}(?:\.\d{1,9})?) /.exec(text);
	return found ? Math.round(Number(found[1]) * 1000) : null;
};

const hidepidWords: ReadonlyMap<string, string> = new Map([
	['0', ''],
	['off', ''],
	['1', 'noaccess'],
	['2', 'invisible'],
	['4', 'ptraceable'],
]);

/**
The `hidepid=` option of the `/proc` mount, as a word: `noaccess`, `invisible`, `ptraceable`; `null`: nothing is hidden.

@source proc(5), "Mount options"
*/
export const parseHidepid = (mounts: string): string | null => {
	let hidepid: string | null = null;
	for (const line of mounts.split('\n')) {
		const [, target, type, options] = line.split(' ');
		if (target === '/proc' && type === 'proc') {
			const found = /(?:^|,)hidepid=(\w+)/.exec(options ?? '');
			const word = found?.[1] === undefined ? '' : (hidepidWords.get(found[1]) ?? found[1]);
			// the last mount on a place is the one that is seen
			hidepid = word === '' ? null : printable(word, 32);
		}
	}

	return hidepid;
};

/** `PRETTY_NAME` of `/etc/os-release`. Source: os-release(5). */
export const parseOsRelease = (text: string): string | null => {
	const found = /^PRETTY_NAME=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+))/m.exec(text);
	const name = found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2] ?? found?.[3];
	return name === undefined ? null : printable(name, 128);
};

/** Bytes of a page, from `KernelPageSize` of `/proc/self/smaps`; 4096 when it is not told. Source: proc_pid_smaps(5). */
export const parsePageSize = (smaps: string): number => {
	const found = /^KernelPageSize:\s+(\d+) kB/m.exec(smaps);
	return found ? Number(found[1]) * 1024 : 4096;
};

/** `MemTotal` of `/proc/meminfo`, in bytes. Source: proc_meminfo(5). */
export const parseMemTotal = (text: string): number | null => {
	const found = /^MemTotal:\s+(\d+) kB/m.exec(text);
	return found ? Number(found[1]) * 1024 : null;
};
