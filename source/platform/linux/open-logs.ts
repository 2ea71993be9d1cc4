import type {ExplainedProcess} from '../../model/snapshot.js';
import {parseFdinfo} from '../../parse/fdinfo.js';
import {parseIniFile} from '../../parse/ini-file.js';
import {printable} from '../../parse/printable.js';
import type {Runner} from '../../run/runner.js';

/** A file that a process writes to. `isSurelyFile`: it has a position, so it is no pipe that reading would empty. */
export type OpenLog = {path: string; isSurelyFile: boolean};

export type OpenLogs = {files: readonly OpenLog[]; isDenied: boolean};

/** A program may hold a million descriptors; its log is among the first it opened. */
const maxDescriptors = 1024;
const maxUnitFileBytes = 64 * 1024;

/** What stands in /var/log and is no text. */
const noText = /\/(?:wtmp|btmp|lastlog|faillog|tallylog)$|\.(?:journal~?|gz|xz|zst|bz2|db)$|^\/var\/log\/journal\//;

const isLogPath = (path: string): boolean => (path.startsWith('/var/log/') || path.endsWith('.log')) && !noText.test(path);

/** What nobody reads like a file, and what is gone. */
const isNoFile = (path: string): boolean => !path.startsWith('/') || /^\/(?:dev|proc|sys|memfd:)/.test(path) || path.endsWith(' (deleted)');

/** Of a process that sees other files than we do, the same path may be another file: its own root leads there. */
const placeOf = (runner: Runner, {pid, cgroup, traits}: ExplainedProcess): ((path: string) => string) => {
	const namespace = runner.link(`/proc/${pid}/ns/mnt`).target;
	const isElsewhere = namespace !== null && namespace !== runner.link('/proc/self/ns/mnt').target;
	const isContainer = (cgroup?.container ?? null) !== null || traits.nestedPid !== null;
	// systemd's PrivateTmp gives a service a /tmp of its own and leaves the rest as it is
	return path => (isElsewhere && (isContainer || /^\/(?:var\/)?tmp\//.test(path)) ? `/proc/${pid}/root${path}` : path);
};

const outputMode = /^(?:file|append|truncate)/;

/** systemd tells that the output goes to a file, and not to which: that stands in the unit file. */
const outputOfUnit = (runner: Runner, {service}: ExplainedProcess): readonly string[] => {
	if (service?.manager !== 'systemd' || !outputMode.test(service.standardOutput ?? '')) {
		return [];
	}

	const own = /^\w+:(\/.*)$/.exec(service.standardOutput ?? '')?.[1];
	if (own !== undefined) {
		return [own];
	}

	const unit = service.configPath === null ? null : parseIniFile(runner.read(service.configPath, maxUnitFileBytes).text);
	return ['Service.StandardOutput', 'Service.StandardError'].flatMap(key => {
		const path = /^\w+:(\/.*)$/.exec(unit?.get(key)?.at(-1) ?? '')?.[1];
		// specifiers such as %n would have to be filled in
		return path === undefined || path.includes('%') ? [] : [path];
	});
};

const readDescriptor = (runner: Runner, directory: string, descriptor: string): OpenLog | null => {
	const path = runner.link(`${directory}/fd/${descriptor}`).target;
	if (path === null || isNoFile(path) || printable(path) !== path) {
		return null;
	}

	const isOutput = descriptor === '1' || descriptor === '2';
	const info = isOutput || isLogPath(path) ? parseFdinfo(runner.read(`${directory}/fdinfo/${descriptor}`, 4096).text) : null;
	return info?.isWritable && !noText.test(path) ? {path, isSurelyFile: info.position > 0} : null;
};

/**
The files that a process writes its log to, as far as its descriptors tell: standard output and error, and what is open
for writing in /var/log or ends in `.log`. Where they may not be read, the file that its unit names.

@source proc_pid_fd(5), proc_pid_fdinfo(5), systemd.exec(5) StandardOutput
*/
export const findOpenLogs = (runner: Runner, process: ExplainedProcess, maxFiles: number): OpenLogs => {
	const directory = `/proc/${process.pid}`;
	const {names, failure} = runner.list(`${directory}/fd`);
	const descriptors = [...names].sort((one, other) => Number(one) - Number(other)).slice(0, maxDescriptors);
	const place = placeOf(runner, process);
	const found = new Map<string, OpenLog>();
	for (const path of outputOfUnit(runner, process)) {
		found.set(place(path), {path: place(path), isSurelyFile: false});
	}

	for (const descriptor of descriptors) {
		const log = readDescriptor(runner, directory, descriptor);
		if (log !== null && (found.size < maxFiles || found.has(place(log.path)))) {
			const path = place(log.path);
			found.set(path, {path, isSurelyFile: log.isSurelyFile || (found.get(path)?.isSurelyFile ?? false)});
		}
	}

	return {files: [...found.values()].slice(0, maxFiles), isDenied: failure === 'denied'};
};
