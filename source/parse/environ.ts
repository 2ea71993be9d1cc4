import type {EnvironmentMarks} from '../model/process.js';
import {printable} from './printable.js';

const notRealTerminals: ReadonlySet<string> = new Set(['', 'linux', 'dumb', 'unknown']);

/**
Reads from `/proc/PID/environ` which telling variables are there. Values are looked at, never kept, except the names that
supervisors give. `null` when the area was overwritten by a new title or is empty: then it tells nothing.

@source proc_pid_environ(5); systemd.exec(5) INVOCATION_ID, SYSTEMD_EXEC_PID; supervisord(8) SUPERVISOR_PROCESS_NAME
*/
export const parseEnviron = (text: string): EnvironmentMarks | null => {
	const variables = new Map<string, string>();
	for (const entry of text.split('\0')) {
		const equals = entry.indexOf('=');
		// a title that took the place of the environment may hold an equals sign as well
		if (equals > 0 && /^[A-Za-z_]\w*$/.test(entry.slice(0, equals))) {
			variables.set(entry.slice(0, equals), entry.slice(equals + 1));
		}
	}

	if (variables.size === 0) {
		return null;
	}

	const hasAny = (...names: string[]): boolean => names.some(name => variables.has(name));
	const execPid = Number(variables.get('SYSTEMD_EXEC_PID') ?? Number.NaN);
	const supervisedName = variables.get('SUPERVISOR_PROCESS_NAME') ?? (variables.has('pm_id') ? variables.get('name') : undefined);
	return {
		terminal: !notRealTerminals.has(variables.get('TERM') ?? ''),
		multiplexer: hasAny('TMUX', 'STY'),
		ssh: hasAny('SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'),
		shell: variables.has('SHLVL'),
		display: hasAny('DISPLAY', 'WAYLAND_DISPLAY'),
		invocation: variables.has('INVOCATION_ID'),
		systemdExecPid: Number.isSafeInteger(execPid) ? execPid : null,
		supervisedName: supervisedName === undefined ? null : printable(supervisedName, 256),
	};
};
