import {type Process, processKey, unknownTraits} from '../model/process.js';
import type {Host} from '../model/snapshot.js';
import {printable, printableOrNull} from '../parse/printable.js';
import {programName, scriptName} from '../parse/process-name.js';
import type {ListedProcess, ListProcesses} from '../run/list-processes.js';
import type {Machine} from '../run/machine.js';
import {noInspection} from './inspection.js';
import type {Platform} from './platform.js';

const toProcess = (listed: ListedProcess, memoryBytes: number): Process => {
	const comm = printable(listed.name);
	const path = listed.path?.startsWith('/') ? printable(listed.path) : null;
	const args = listed.cmd === undefined ? null : [printable(listed.cmd)];
	const name = programName(comm, path, args);
	const startedAt = listed.startTime?.getTime() ?? null;
	return {
		key: processKey(listed.pid, startedAt ?? '?'),
		pid: listed.pid,
		ppid: listed.ppid,
		pgid: null,
		sid: null,
		tpgid: null,
		uid: listed.uid ?? null,
		user: null,
		tty: null,
		hasTty: null,
		state: null,
		nice: null,
		threads: null,
		startedAt,
		cpuTimeMs: null,
		rssBytes: listed.memory === undefined ? null : Math.round((listed.memory / 100) * memoryBytes),
		vszBytes: null,
		comm,
		name,
		script: scriptName(name, listed.cmd?.split(' ').map(word => printable(word)) ?? null),
		executable: path,
		args,
		isArgsCut: false,
		cgroup: null,
		traits: unknownTraits,
	};
};

/** Any system that ps-list can list: processes only. The floor that always works, and the fallback of the others. */
export const createGenericPlatform = (listProcesses: ListProcesses, machine: () => Machine): Platform => ({
	id: 'generic',
	host(): Host {
		const {hostName, release, loadAverage, memoryBytes, cpuCount} = machine();
		return {
			name: printable(hostName, 64),
			platform: 'generic',
			release: printable(release, 128),
			bootedAt: null,
			loadAverage,
			init: null,
			memoryBytes,
			cpuCount,
		};
	},
	async processes() {
		try {
			const listed = await listProcesses();
			const {memoryBytes} = machine();
			const processes = listed.map(process => toProcess(process, memoryBytes)).sort((a, b) => a.pid - b.pid);
			return {value: {processes, hidden: null, unownedListeners: [], unread: 0}, problems: []};
		} catch (error) {
			const detail = printableOrNull(error instanceof Error ? error.message : String(error), 300);
			return {
				value: {processes: [], hidden: null, unownedListeners: [], unread: 0},
				problems: [{source: 'ps', failure: 'missing', detail}],
			};
		}
	},
	surroundings: async () => ({value: {services: [], apps: []}, problems: []}),
	inspect: noInspection,
	programFiles: () => new Map(),
});
