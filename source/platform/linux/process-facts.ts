import type {ControlGroup, EnvironmentMarks, Reading as ReadingName, StreamTarget} from '../../model/process.js';
import {parseCgroup} from '../../parse/cgroup.js';
import {parseCmdline} from '../../parse/cmdline.js';
import {parseEnviron} from '../../parse/environ.js';
import {printable} from '../../parse/printable.js';
import {type ProcStatus, parseProcStatus} from '../../parse/proc-status.js';
import type {Runner} from '../../run/runner.js';

const maxArgumentBytes = 8192;
const maxEnvironmentBytes = 128 * 1024;
const maxMapBytes = 512 * 1024;

/** What stays the same while a process runs one program, or changes rarely. */
export type ProcessFacts = {
	status: ProcStatus | null;
	args: readonly string[] | null;
	isArgsCut: boolean;
	cgroup: ControlGroup | null;
	executable: string | null;
	isExecutableDeleted: boolean;
	workingDirectory: string | null;
	stdio: readonly [StreamTarget, StreamTarget, StreamTarget] | null;
	environment: EnvironmentMarks | null;
	loginUid: number | null;
	usesDisplay: boolean | null;
	denied: readonly ReadingName[];
};

export const emptyFacts: ProcessFacts = {
	status: null,
	args: null,
	isArgsCut: false,
	cgroup: null,
	executable: null,
	isExecutableDeleted: false,
	workingDirectory: null,
	stdio: null,
	environment: null,
	loginUid: null,
	usesDisplay: null,
	denied: [],
};

const streamTarget = (link: string): StreamTarget => {
	if (link === '/dev/null') {
		return 'null';
	}

	if (/^\/dev\/(?:pts\/|tty|console)/.test(link)) {
		return 'terminal';
	}

	if (link.startsWith('socket:')) {
		return 'socket';
	}

	if (link.startsWith('pipe:')) {
		return 'pipe';
	}

	return link.startsWith('/') && !link.startsWith('/dev/') ? 'file' : 'other';
};

const displayLibrary = /\/lib(?:X11|xcb|wayland-client)\.so/;
const deletedSuffix = ' (deleted)';

/** `4294967295` is the kernel's "never set". */
const parseLoginUid = (text: string): number | null => (/^\d+$/.test(text) && text !== '4294967295' ? Number(text) : null);

const readStdio = (runner: Runner, directory: string, deny: (reading: ReadingName) => null): ProcessFacts['stdio'] => {
	const targets: StreamTarget[] = [];
	for (const descriptor of [0, 1, 2]) {
		const {target, failure} = runner.link(`${directory}/fd/${descriptor}`);
		if (failure === 'denied') {
			return deny('stdio');
		}

		targets.push(target === null ? 'closed' : streamTarget(target));
	}

	return targets as [StreamTarget, StreamTarget, StreamTarget];
};

const readEnvironment = (runner: Runner, directory: string, deny: (reading: ReadingName) => null): EnvironmentMarks | null => {
	const {text, failure} = runner.read(`${directory}/environ`, maxEnvironmentBytes);
	return failure === null ? parseEnviron(text) : failure === 'denied' ? deny('environment') : null;
};

const readUsesDisplay = (
	runner: Runner,
	directory: string,
	environment: EnvironmentMarks | null,
	deny: (reading: ReadingName) => null,
): boolean | null => {
	if (environment && !environment.display) {
		return false;
	}

	const {text, failure} = runner.read(`${directory}/maps`, maxMapBytes);
	return failure === null ? displayLibrary.test(text) : deny('display');
};

/**
Reads what is known about a process beyond its `stat` line. `quick` leaves out what only a verdict in doubt needs.

@source proc(5): status, cmdline, cgroup, exe, cwd, fd, environ, loginuid, maps
*/
export const readProcessFacts = (runner: Runner, pid: number, depth: 'quick' | 'full'): ProcessFacts => {
	const directory = `/proc/${pid}`;
	const denied: ReadingName[] = [];
	const deny = (reading: ReadingName): null => {
		denied.push(reading);
		return null;
	};

	const status = runner.read(`${directory}/status`, 8192);
	const cmdline = runner.read(`${directory}/cmdline`, maxArgumentBytes);
	const cgroup = runner.read(`${directory}/cgroup`, 8192);
	const executable = runner.link(`${directory}/exe`);
	if (executable.failure === 'denied') {
		deny('executable');
	}

	const isDeleted = executable.target?.endsWith(deletedSuffix) ?? false;
	const path = executable.target?.slice(0, isDeleted ? -deletedSuffix.length : undefined) ?? null;
	const quick: ProcessFacts = {
		...emptyFacts,
		status: status.failure === null ? parseProcStatus(status.text) : deny('status'),
		args: cmdline.failure === null ? parseCmdline(cmdline.text) : deny('arguments'),
		isArgsCut: cmdline.isCut,
		cgroup: cgroup.failure === null ? parseCgroup(cgroup.text) : null,
		executable: path === null ? null : printable(path, 4096),
		isExecutableDeleted: isDeleted,
		denied,
	};
	if (depth === 'quick') {
		return quick;
	}

	const directoryLink = runner.link(`${directory}/cwd`);
	const environment = readEnvironment(runner, directory, deny);
	return {
		...quick,
		workingDirectory:
			directoryLink.target === null
				? directoryLink.failure === 'denied'
					? deny('workingDirectory')
					: null
				: printable(directoryLink.target, 4096),
		stdio: readStdio(runner, directory, deny),
		environment,
		loginUid: parseLoginUid(runner.read(`${directory}/loginuid`, 64).text.trim()),
		usesDisplay: readUsesDisplay(runner, directory, environment, deny),
	};
};
