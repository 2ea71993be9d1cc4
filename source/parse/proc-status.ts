/** The lines of `/proc/PID/status` that we use. */
export type ProcStatus = {
	/** Effective user. */
	uid: number | null;
	isKernelThread: boolean | null;
	rssBytes: number | null;
	/** Low 31 signals: bit n-1 for signal n. */
	caughtMask: number | null;
	ignoredMask: number | null;
	/** Pid in the innermost pid namespace; `null` when that is ours. */
	nestedPid: number | null;
};

const low31 = (hexadecimal: string | undefined): number | null =>
	hexadecimal === undefined ? null : Number.parseInt(hexadecimal.slice(-8), 16) & 0x7fffffff;

/**
Reads `/proc/PID/status`. Lines that an older kernel does not print are `null`.

The name on the first line may hold an escaped newline but no real one, so lines are safe to search from the start.

@source proc_pid_status(5)
*/
export const parseProcStatus = (text: string): ProcStatus => {
	const line = (name: string): string | undefined => {
		const start = text.indexOf(`\n${name}:`);
		if (start === -1) {
			return undefined;
		}

		const end = text.indexOf('\n', start + 1);
		return text.slice(start + name.length + 2, end === -1 ? undefined : end).trim();
	};

	const uids = line('Uid')?.split(/\s+/);
	const nested = line('NSpid')?.split(/\s+/);
	const rss = line('VmRSS');
	const kernelThread = line('Kthread');
	return {
		uid: uids?.[1] === undefined ? null : Number(uids[1]),
		isKernelThread: kernelThread === undefined ? null : kernelThread === '1',
		rssBytes: rss === undefined ? null : Number.parseInt(rss, 10) * 1024,
		caughtMask: low31(line('SigCgt')),
		ignoredMask: low31(line('SigIgn')),
		nestedPid: nested && nested.length > 1 ? Number(nested.at(-1)) : null,
	};
};
