import {isDictionary} from '../model/property-list.js';
import {type LaunchdRow, type LaunchdStatus, launchdPid, launchdStatus} from './launchctl-print.js';
import {parseOpenStep} from './plist-openstep.js';
import {printable} from './printable.js';

/** What `launchctl list LABEL` says of a job. `null`: not said. */
type LaunchctlListJob = {
	label: string;
	/** `null`: not running. */
	pid: number | null;
	lastExit: LaunchdStatus;
	program: string | null;
	arguments: readonly string[];
	sessionTypes: readonly string[];
	/** `false`: kept running. */
	isOnDemand: boolean | null;
	stdoutPath: string | null;
	stderrPath: string | null;
	/** Names of its Mach services. */
	machServices: readonly string[];
	/** Names of the sockets that launchd holds for it. */
	sockets: readonly string[];
};

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

/** The raw status of wait(2): the signal in the low seven bits, else the exit code in the next eight. */
const waitStatus = (text: string): LaunchdStatus => {
	if (!/^\d{1,9}$/.test(text)) {
		return null;
	}

	const signal = Number(text) & 0x7f;
	return signal === 0 ? {type: 'code', value: (Number(text) >> 8) & 0xff} : {type: 'signal', value: signal};
};

/**
Reads the dictionary of `launchctl list LABEL`. `null`: not one, or one without a label.

Unlike the table it has the raw status of wait(2): 256 is exit code 1.

@source launchctl(1), "list"; wait(2)
*/
export const parseLaunchctlListJob = (text: string): LaunchctlListJob | null => {
	const job = parseOpenStep(text).value;
	if (!isDictionary(job)) {
		return null;
	}

	const word = (key: string): string | null => (typeof job[key] === 'string' && job[key] !== '' ? job[key] : null);
	const list = (key: string): readonly string[] => [job[key]].flat().filter(item => typeof item === 'string');
	const keys = (key: string): readonly string[] => (isDictionary(job[key]) ? Object.keys(job[key]) : []);
	const label = word('Label');
	if (label === null) {
		return null;
	}

	const onDemand = word('OnDemand');
	return {
		label,
		pid: launchdPid(word('PID') ?? ''),
		lastExit: waitStatus(word('LastExitStatus') ?? ''),
		program: word('Program'),
		arguments: list('ProgramArguments'),
		sessionTypes: list('LimitLoadToSessionType'),
		isOnDemand: onDemand === null ? null : onDemand === 'true',
		stdoutPath: word('StandardOutPath'),
		stderrPath: word('StandardErrorPath'),
		machServices: keys('MachServices'),
		sockets: keys('Sockets'),
	};
};
