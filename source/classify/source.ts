import type {Host} from '../model/snapshot.js';

/** The ps columns that tell on macOS what a file of `/proc` tells on Linux. */
const darwinColumns: Readonly<Record<string, string>> = {
	stat: 'ppid=,pgid=,tty=,stat=',
	status: 'user=',
	cmdline: 'args=',
	comm: 'comm=',
	exe: 'comm=',
};

/** Where a reading comes from on this system: rules name the place on Linux, `%` standing for the pid. */
export const sourceFor = (platform: Host['platform'], source: string, pid: number): string => {
	if (platform === 'darwin' && source.startsWith('/proc/net')) {
		return `lsof -nP -i -a -p ${pid}`;
	}

	const file = platform === 'linux' ? undefined : /^\/proc\/(?:%|\d+)\/(\w+)/.exec(source)?.[1];
	const columns = file === undefined ? undefined : darwinColumns[file];
	return columns === undefined ? source.replaceAll('%', String(pid)) : `ps -o ${columns} -p ${pid}`;
};
