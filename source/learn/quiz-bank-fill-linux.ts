import type {ControlGroup, EnvironmentMarks, Process} from '../model/process.js';
import type {SystemdUnit} from '../model/service.js';
import {filledProcess, person} from './quiz-bank-fill.js';
import type {LinuxRow, UnitRow} from './quiz-bank-row.js';

const usersSlice = `/user.slice/user-${person.linux}.slice`;
const managersSlice = `${usersSlice}/user@${person.linux}.service`;

const groupPath = ({unit, cgroup, isKernel}: LinuxRow): string | null => {
	if (isKernel) {
		return null;
	}

	return cgroup ?? (unit === undefined ? null : unit.isUsers ? `${managersSlice}/app.slice/${unit.name}` : `/system.slice/${unit.name}`);
};

const controlGroup = (path: string): ControlGroup => {
	const parts = path.split('/');
	const container = /\/docker-([0-9a-f]+)\.scope$/.exec(path)?.[1];
	return {
		path,
		unit: parts.findLast(part => /\.(?:service|scope)$/.test(part)) ?? null,
		scope: path.startsWith(managersSlice) ? 'user' : 'system',
		scopeUid: path.startsWith(usersSlice) ? person.linux : null,
		slice: parts.findLast(part => part.endsWith('.slice')) ?? null,
		container: container === undefined ? null : {engine: 'docker', id: container, isMonitor: false},
	};
};

/** What somebody leaves behind at a terminal carries its marks. */
const marksOf = (isOfLogin: boolean): EnvironmentMarks => ({
	terminal: isOfLogin,
	multiplexer: false,
	ssh: false,
	shell: isOfLogin,
	display: false,
	invocation: false,
	systemdExecPid: null,
	supervisedName: null,
});

/** A process as /proc shows it to root. */
export const linuxProcess = (row: LinuxRow): Process => {
	const {name, path = null, pid, isKernel = false, isForkedWithoutExec = false, usesDisplay = false, directory = '/'} = row;
	const group = groupPath(row);
	const found = filledProcess(row, path, name, 'linux');
	const isOfLogin = /session-\d+\.scope$/.test(group ?? '');
	return {
		...found,
		sid: isKernel ? 0 : pid,
		args: isKernel ? [] : found.args,
		cgroup: group === null ? null : controlGroup(group),
		traits: {
			...found.traits,
			isKernelThread: isKernel,
			isForkedWithoutExec,
			usesDisplay: isKernel ? null : usesDisplay,
			workingDirectory: isKernel ? null : directory,
			environment: isKernel ? null : marksOf(isOfLogin),
			loginUid: isOfLogin ? person.linux : null,
			listens: found.traits.listens ?? [],
		},
	};
};

const startsAtBoot = ({file}: UnitRow): boolean | null => (file === 'enabled' ? true : file === 'disabled' ? false : null);

/** The unit whose main process the row is. */
export const linuxUnit = ({pid, unit}: LinuxRow): readonly SystemdUnit[] =>
	unit === undefined || unit.isWorker
		? []
		: [
				{
					manager: 'systemd',
					name: unit.name,
					scope: unit.isUsers ? 'user' : 'system',
					scopeUid: unit.isUsers ? person.linux : null,
					description: null,
					mainPid: pid,
					configPath: null,
					sourcePath: null,
					startsAtBoot: startsAtBoot(unit),
					restart: unit.restart ?? null,
					type: unit.type ?? null,
					loadState: 'loaded',
					activeState: 'active',
					subState: 'running',
					result: 'success',
					unitFileState: unit.file ?? null,
					controlGroup: unit.isUsers ? `${managersSlice}/app.slice/${unit.name}` : `/system.slice/${unit.name}`,
					restarts: null,
					triggeredBy: unit.by ?? [],
					triggers: [],
					listens: [],
					standardInput: null,
					standardOutput: null,
					lastExitStatus: null,
				},
			];
