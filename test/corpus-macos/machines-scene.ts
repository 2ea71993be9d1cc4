import {loadDictionary} from '../../source/knowledge/programs.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {type PsTableRow, parsePsTable} from '../../source/parse/ps-table.js';
import {createPlatform} from '../../source/platform/detect.js';
import type {Clock} from '../../source/run/clock.js';
import {createEngine} from '../../source/snapshot.js';
import {macRunner, psRow} from '../platform/mac-answers.js';
import {macFiles, readMacText} from './macos-corpus-folder.js';

const person = 501;
/** Of the tables that show a name only. */
const someRoleAccount = 200;
/** The width of the window that the terminal's tables were cut at. */
const cutWidth = 142;
/** Some rows have lost blanks, or what stood for a private word. */
const cutTolerance = 15;

export type MachineRow = {
	pid: number;
	ppid: number;
	uid: number;
	tty: string | null;
	stat: string;
	path: string;
	args: string;
	/** The window ended before the path did. */
	isPathCut: boolean;
};

export type Machine = {name: string; rows: readonly MachineRow[]; list?: string; domains?: Readonly<Record<string, string>>};

/** Where the path may end: before an option, another path, a quotation, or a word in brackets that is no part of a bundle's name. */
const argumentsBegin = / (?:-|\/|"|\((?![^/()]*\)\.app\/))/;

/** The path at the beginning of arguments joined by blanks: only a program named like its bundle has blanks in its own name. */
export const pathOf = (args: string): string => {
	if (!args.startsWith('/')) {
		return args.startsWith('(') ? args : (args.split(' ')[0] ?? '');
	}

	const end = args.search(argumentsBegin);
	const folder = args.slice(0, args.slice(0, end === -1 ? args.length : end).lastIndexOf('/') + 1);
	const rest = args.slice(folder.length);
	const bundle = /([^/]+)\.app\/Contents\/MacOS\/$/.exec(folder)?.[1];
	return folder + (bundle !== undefined && rest.startsWith(bundle) ? bundle : (rest.split(' ')[0] ?? ''));
};

const uidOf = (user: string | null): number => {
	if (user !== null && /^-?\d+$/.test(user)) {
		return Number(user);
	}

	return user === 'root' ? 0 : user?.startsWith('_') ? someRoleAccount : person;
};

const toRow = (row: PsTableRow, parts: Partial<MachineRow> = {}): MachineRow => ({
	pid: row.pid,
	ppid: row.ppid ?? (row.pid === 1 ? 0 : 1),
	uid: uidOf(row.user),
	tty: row.tty,
	stat: row.stat ?? (row.args.startsWith('(') ? 'Z' : 'S'),
	path: pathOf(row.args),
	args: row.args,
	isPathCut: false,
	...parts,
});

const rowsOf = (file: string): readonly PsTableRow[] => parsePsTable(readMacText(`machines/${file}`)).rows;

/** `ps -ef` has the parents, `ps -axu` the state; both were taken within a minute. */
const twoTables = (name: string): Machine => {
	const states = new Map(rowsOf(`${name}/ps-axu.txt`).map(row => [row.pid, row.stat]));
	return {
		name,
		rows: rowsOf(`${name}/ps-ef.txt`).map(row => toRow({...row, stat: states.get(row.pid) ?? (row.tty === null ? 'S' : 'S+')})),
	};
};

/** `ps -e` has neither parents nor users: the other tables of the same minutes tell who is the person's. */
const terminalTables = (name: string): Machine => {
	const lines = new Map(
		readMacText(`machines/${name}/ps-e.txt`)
			.split('\n')
			.map(line => [Number(/^ *(\d+)/.exec(line)?.[1]), line]),
	);
	const own = new Set(rowsOf(`${name}/ps-u-user.txt`).map(({pid}) => pid));
	const parents = new Map(rowsOf(`${name}/ps-f.txt`).map(({pid, ppid}) => [pid, ppid]));
	const rows = rowsOf(`${name}/ps-e.txt`).map(row => {
		const path = pathOf(row.args);
		// the agents of accounts that nobody logs in with
		const others = / (?:agent|--agent|--runmode=agent)(?: |$)/.test(row.args) ? someRoleAccount : 0;
		return toRow(row, {
			uid: own.has(row.pid) ? person : others,
			...(parents.get(row.pid) == null ? {} : {ppid: parents.get(row.pid) ?? 1}),
			stat: row.tty !== null && !row.args.includes('gitstatusd') ? 'S+' : 'S',
			isPathCut: (lines.get(row.pid)?.trimEnd().length ?? 0) >= cutWidth - cutTolerance && row.args.endsWith(path),
		});
	});
	return {name, rows};
};

/** The headers of a spindump: path, parent and user of each process. */
const spindump = (name: string): Machine => {
	const blocks = readMacText(`machines/${name}/spindump.process-headers.txt`).split(/\n(?=Process: )/);
	const rows = blocks.flatMap(block => {
		const field = (pattern: RegExp): string => pattern.exec(block)?.[1] ?? '';
		const pid = Number(field(/^Process:.*\[(\d+)\]/));
		const path = field(/^Path: +(.+)$/m);
		const uid = field(/^UID: +(-?\d+)$/m);
		const ppid = Number(field(/^Parent:.*\[(\d+)\]/m));
		return path === '' || uid === '' || pid === 0
			? []
			: [{pid, ppid, uid: Number(uid), tty: null, stat: 'Ss', path, args: path, isPathCut: false}];
	});
	return {name, rows};
};

const audit = (name: string): Machine => ({
	name,
	rows: rowsOf(`${name}/ps-o-pid-ppid-user-comm-args.head.txt`).map(row => toRow(row)),
	list: readMacText(`machines/${name}/launchctl-list.head.txt`),
});

export const machines = (): readonly Machine[] =>
	macFiles('machines').length === 0
		? []
		: [
				twoTables('10.11.6-intel-vm'),
				twoTables('10.14.6-intel-dev'),
				terminalTables('13plus-arm64-terminal'),
				spindump('13.0-intel-shutdown'),
				audit('26-arm64-security-audit'),
			];

const clock: Clock = {now: () => 1_769_630_000_000, elapsed: () => 0, wait: async () => undefined};

/** All processes of a machine, read and judged as on a Mac whose launchd answers with the given list, or not at all. */
export const explainMachine = async ({rows, list, domains = {}}: Machine): Promise<readonly ExplainedProcess[]> => {
	const parts = {
		runner: macRunner({
			processes: rows
				.map(({pid, ppid, uid, tty, stat, path}) => psRow(pid, ppid, uid, `u${uid}`, path, {tty: tty ?? '??', stat}))
				.join('\n'),
			arguments: rows.map(({pid, args}) => `${String(pid).padStart(5)} ${args}`).join('\n'),
			domains,
			...(list === undefined ? {} : {list}),
		}),
		clock,
		self: {pid: -1, uid: person, home: '/Users/alex'},
		listProcesses: async () => [],
		machine: () => ({hostName: '', release: '', loadAverage: null, memoryBytes: 0, cpuCount: null}),
	};
	const engine = createEngine(createPlatform('darwin', parts), clock, -1, await loadDictionary('darwin'));
	await engine.sample('full');
	await engine.refreshServices(new AbortController().signal);
	return (await engine.sample('full')).processes;
};
