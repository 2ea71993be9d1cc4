import {readdirSync} from 'node:fs';
import path from 'node:path';
import {type FindProgram, findProgram, loadDictionary} from '../../source/knowledge/programs.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {hasCorpus} from '../corpus/corpus-folder.js';
import {replaySnapshot} from '../corpus/replay-snapshot.js';
import {explainMachine, type Machine, type MachineRow, machines} from '../corpus-macos/machines-scene.js';
import {lookAtRecording} from '../view/pane-machines.js';
import type {SeenMachine, SeenProcess} from './coverage.js';

const seen = ({name, executable, program}: ExplainedProcess): SeenProcess => ({name, place: executable, isInDictionary: program !== null});

/** A bundle's program is named like the bundle: that much of a path may be cut and can still be read. */
const nameByBundle = (cutPath: string): string | null => {
	const [, bundle = '', rest = ''] = /^.*\/([^/]+)\.(?:app|appex|xpc|dext|systemextension)\/(.*)$/.exec(cutPath) ?? [];
	return bundle !== '' && (`Contents/MacOS/${bundle}`.startsWith(rest) || bundle.startsWith(rest)) ? bundle : null;
};

/** A process whose path ends at the window's edge; `null`: the edge hides what it is. */
const seenAtEdge = (row: MachineRow, process: ExplainedProcess, find: FindProgram): SeenProcess | null => {
	const name = nameByBundle(row.path);
	if (name !== null) {
		return {name, place: row.path, isInDictionary: find({name, unit: null, args: process.args, uid: process.uid}) !== null};
	}

	return process.program === null ? null : seen(process);
};

const seenMac = async (machine: Machine, find: FindProgram): Promise<SeenMachine> => {
	const rows = new Map(machine.rows.map(row => [row.pid, row]));
	const processes = (await explainMachine(machine)).map(process => {
		const row = rows.get(process.pid);
		return row?.isPathCut ? seenAtEdge(row, process, find) : seen(process);
	});
	const readable = processes.filter(process => process !== null);
	return {name: machine.name, system: 'darwin', processes: readable, unreadable: processes.length - readable.length};
};

/** The Macs whose tables lie beside the repository; none where they do not. */
export const macMachines = async (): Promise<readonly SeenMachine[]> => {
	const find = await loadDictionary('darwin');
	return Promise.all(machines().map(machine => seenMac(machine, find)));
};

const recordings = path.resolve(import.meta.dirname, '../recordings');

/** The Linux recordings of this repository. */
export const recordedMachines = async (): Promise<readonly SeenMachine[]> =>
	Promise.all(
		readdirSync(recordings)
			.filter(file => file.endsWith('.jsonl.gz'))
			.sort()
			.map(async file => {
				const {snapshot} = await lookAtRecording(file);
				return {name: file.replace('.jsonl.gz', ''), system: 'linux', processes: snapshot.processes.map(seen), unreadable: 0};
			}),
	);

/** The Linux machines whose `/proc` lies beside the repository; none where it does not. */
export const procfsMachines = async (): Promise<readonly SeenMachine[]> =>
	hasCorpus
		? Promise.all(
				['systemd', 'systemd-containers', 'no-systemd'].map(async folder => {
					const {processes} = await replaySnapshot(folder);
					return {name: `linux/${folder}`, system: 'linux', processes: processes.map(seen), unreadable: 0};
				}),
			)
		: [];

type ListedProcess = {
	name: string;
	executable: string | null;
	args: readonly string[] | null;
	uid: number | null;
	service: {manager: string; name: string; role: string | null} | null;
};

type Listed = {host: {platform: 'linux' | 'darwin' | 'generic'}; processes: readonly ListedProcess[]};

/** What `daemon-top list --json` printed, looked up anew in the dictionary as it stands now. */
export const listedMachine = async (name: string, json: string): Promise<SeenMachine> => {
	const {host, processes} = JSON.parse(json) as Listed;
	const system = host.platform === 'darwin' ? 'darwin' : 'linux';
	const find = system === 'darwin' ? await loadDictionary(system) : findProgram;
	const unitOf = ({service}: ListedProcess): string | null =>
		service?.manager === 'systemd' || (service?.manager === 'launchd' && service.role === 'main') ? service.name : null;
	return {
		name,
		system,
		processes: processes.map(process => ({
			name: process.name,
			place: process.executable,
			isInDictionary: find({name: process.name, unit: unitOf(process), args: process.args, uid: process.uid}) !== null,
		})),
		unreadable: 0,
	};
};
