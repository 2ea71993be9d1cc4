import {createVerdicts, type FindProgram} from '../classify/verdicts.js';
import {joinProcesses} from '../join/join.js';
import {parentsFirst} from '../join/tree.js';
import type {AppRegistration} from '../model/app.js';
import type {Process} from '../model/process.js';
import type {Service} from '../model/service.js';
import type {Host, Snapshot} from '../model/snapshot.js';
import {bankBootedAt} from './quiz-bank-fill.js';
import {linuxProcess, linuxUnit} from './quiz-bank-fill-linux.js';
import {macApp, macJob, macProcess} from './quiz-bank-fill-mac.js';
import {linuxPersonRows} from './quiz-bank-linux-person.js';
import {linuxSystemRows} from './quiz-bank-linux-system.js';
import {macPersonRows} from './quiz-bank-mac-person.js';
import {macSystemRows} from './quiz-bank-mac-system.js';

const macRows = [...macSystemRows, ...macPersonRows];
const linuxRows = [...linuxSystemRows, ...linuxPersonRows];

type Scene = {
	host: Host;
	processes: readonly Process[];
	services: readonly Service[];
	apps: readonly AppRegistration[];
	firstLoginAt: number;
};

const takenAt = bankBootedAt + 4 * 3_600_000;
/** The person of the collection logs in a minute and a half after boot. */
const firstLoginAt = bankBootedAt + 90_000;

const hostOf = (platform: Host['platform'], name: string, release: string, init: string): Host => ({
	name,
	platform,
	release,
	bootedAt: bankBootedAt,
	loadAverage: null,
	init,
	memoryBytes: null,
	cpuCount: null,
});

/** Joins and judges as for any machine: what a process is follows from its facts alone. */
const judged = ({host, processes, services, apps, firstLoginAt: loginAt}: Scene, findProgram: FindProgram): Snapshot => {
	const joined = joinProcesses({processes, services, apps, programFiles: new Map(), previousTimes: null, takenAt, selfPid: -1});
	const context = {platform: host.platform, init: host.init, firstLoginAt: loginAt};
	return {
		sequence: 1,
		host,
		takenAt,
		durationMs: 0,
		processes: createVerdicts(findProgram).explain(joined, parentsFirst(joined), context),
		services,
		hidden: null,
		unownedListeners: [],
		unread: 0,
		isProvisional: false,
		problems: [],
		ownCpuPercent: null,
	};
};

/**
The collection that a quiz draws from beside this machine: a Mac and a Linux machine, made of processes that are easily
mistaken. Their verdicts are found, not written down. `findProgram`: the dictionaries of both systems.
*/
export const judgeBank = (findProgram: {linux: FindProgram; darwin: FindProgram}): readonly Snapshot[] => [
	judged(
		{
			host: hostOf('darwin', 'collection', 'macOS', 'launchd'),
			processes: macRows.map(macProcess),
			services: macRows.flatMap(macJob),
			apps: macRows.flatMap(macApp),
			firstLoginAt,
		},
		findProgram.darwin,
	),
	judged(
		{
			host: hostOf('linux', 'collection', 'Linux', 'systemd'),
			processes: linuxRows.map(linuxProcess),
			services: linuxRows.flatMap(linuxUnit),
			apps: [],
			firstLoginAt,
		},
		findProgram.linux,
	),
];
