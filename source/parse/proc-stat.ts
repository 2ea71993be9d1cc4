import {printable} from './printable.js';

/** The fields of `/proc/PID/stat` that we use. Times are in clock ticks, sizes in bytes or pages as the kernel has them. */
export type ProcStat = {
	pid: number;
	comm: string;
	state: string;
	ppid: number;
	pgid: number;
	sid: number;
	/** Device number of the terminal; 0: none. */
	ttyNumber: number;
	tpgid: number;
	flags: number;
	cpuTicks: number;
	nice: number;
	threads: number;
	/** Since boot. */
	startTicks: number;
	vszBytes: number;
	rssPages: number;
};

export const PF_KTHREAD = 0x200000;
export const PF_FORKNOEXEC = 0x40;

/**
Reads `/proc/PID/stat`. The name may hold anything, also `) R 1 1`, so the fields begin behind the last `)`.

`null`: not such a line (the process vanished half-way).

@source proc_pid_stat(5)
*/
export const parseProcStat = (text: string): ProcStat | null => {
	const open = text.indexOf('(');
	const close = text.lastIndexOf(')');
	if (open < 1 || close < open) {
		return null;
	}

	const fields = text.slice(close + 2).split(' ');
	// one more than we use, or the last of them may be cut
	if (fields.length < 23) {
		return null;
	}

	const number = (index: number): number => Number(fields[index]);
	return {
		pid: Number(text.slice(0, open)),
		comm: printable(text.slice(open + 1, close)),
		state: printable(fields[0] ?? '?', 8),
		ppid: number(1),
		pgid: number(2),
		sid: number(3),
		ttyNumber: number(4),
		tpgid: number(5),
		flags: number(6),
		cpuTicks: number(11) + number(12),
		nice: number(16),
		threads: number(17),
		startTicks: number(19),
		vszBytes: number(20),
		rssPages: number(21),
	};
};

/**
Name of a terminal from its device number: `pts/3`, `tty1`, `ttyS0`, else `MAJOR:MINOR`. `null`: no terminal.

@source proc_pid_stat(5), field 7; Linux Documentation/admin-guide/devices.txt
*/
export const ttyName = (ttyNumber: number): string | null => {
	if (ttyNumber === 0) {
		return null;
	}

	const major = (ttyNumber >> 8) & 0xfff;
	const minor = (ttyNumber & 0xff) | ((ttyNumber >> 12) & 0xfff00);
	if (major >= 136 && major <= 143) {
		return `pts/${(major - 136) * 256 + minor}`;
	}

	if (major === 4) {
		return minor < 64 ? `tty${minor}` : `ttyS${minor - 64}`;
	}

	return major === 5 && minor === 1 ? 'console' : `${major}:${minor}`;
};
