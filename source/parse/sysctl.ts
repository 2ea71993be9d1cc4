import {printable} from './printable.js';

/** What to ask sysctl for; it answers in lines of `name: value`. */
export const sysctlNames = ['kern.boottime', 'kern.hostname', 'vm.loadavg', 'hw.memsize', 'hw.ncpu'] as const;

/** The system as sysctl describes it. `null`: not said. */
type SysctlAnswer = {
	/** Milliseconds since the epoch. */
	bootedAt: number | null;
	hostName: string | null;
	/** Of the last minute. */
	loadAverage: number | null;
	memoryBytes: number | null;
	cpuCount: number | null;
};

/**
Reads `sysctl` with `sysctlNames`.

@source sysctl(8), sysctl(3)
*/
export const parseSysctl = (text: string): SysctlAnswer => {
	const values = new Map<string, string>();
	for (const line of text.split('\n')) {
		const found = /^([\w.]{1,64})(?::|\s=)\s(.*)$/s.exec(line);
		if (found?.[1] && !values.has(found[1])) {
			values.set(found[1], (found[2] ?? '').trim());
		}
	}

	const count = (name: string): number | null => {
		const digits = /^\d{1,15}$/.exec(values.get(name) ?? '')?.[0];
		return digits === undefined ? null : Number(digits) || null;
	};

	const boot = /^\{ sec = (\d{1,12}), usec = (\d{1,6}) \}/.exec(values.get('kern.boottime') ?? '');
	// a comma in some languages
	const load = /^\{ (\d{1,6})[.,](\d{1,6}) /.exec(values.get('vm.loadavg') ?? '');
	const hostName = values.get('kern.hostname') ?? '';
	return {
		bootedAt: boot ? Number(boot[1]) * 1000 + Math.floor(Number(boot[2]) / 1000) : null,
		hostName: hostName === '' ? null : printable(hostName, 256),
		loadAverage: load ? Number(`${load[1]}.${load[2]}`) : null,
		memoryBytes: count('hw.memsize'),
		cpuCount: count('hw.ncpu'),
	};
};

/** `macOS 26.1` from sw_vers, with the letter of a rapid response: `macOS 13.4.1 (c)`. Source: sw_vers(1). */
export const parseSwVers = (text: string): string | null => {
	const value = (name: string): string | undefined => new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1]?.trim();
	const version = value('ProductVersion');
	if (version === undefined) {
		return null;
	}

	return printable(
		[value('ProductName') ?? 'macOS', version, value('ProductVersionExtra')].filter(part => part !== undefined).join(' '),
		128,
	);
};
