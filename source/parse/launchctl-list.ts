import {type LaunchdRow, launchdPid, launchdStatus} from './launchctl-print.js';
import {printable} from './printable.js';

/** Tabs between the columns, or what copying made of them: the label takes the rest. */
const row = (line: string): LaunchdRow | null => {
	const found = /^\s*(-|\d+|\([\w-]*\))\s+(-|-?\d+|\([\w-]*\))\s+(\S.*)$/s.exec(line);
	if (!found?.[1] || !found[2] || !found[3]) {
		return null;
	}

	return {label: printable(found[3].trimEnd(), 1024), pid: launchdPid(found[1]), lastExit: launchdStatus(found[2])};
};

/**
Reads the table of `launchctl list`. The status is that of the last end, which may be long ago: the job may run again.

@source launchctl(1), "list"
*/
export const parseLaunchctlList = (text: string): {rows: readonly LaunchdRow[]; skipped: number} => {
	const rows: LaunchdRow[] = [];
	let skipped = 0;
	for (const line of text.split('\n')) {
		const job = row(line);
		if (job) {
			rows.push(job);
		} else if (line.trim() !== '' && !/^\s*PID\s+Status\s+Label\s*$/.test(line)) {
			skipped++;
		}
	}

	return {rows, skipped};
};
