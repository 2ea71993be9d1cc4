import {bundlePlace} from '../../source/model/bundle.js';
import {baseName, isGenericProgram} from '../../source/model/program.js';

/** A process of a machine, and whether something is known about its program. */
export type SeenProcess = {
	name: string;
	/** Its executable, or what stands for it: tells a reader of the missing names what they are. */
	place: string | null;
	isInDictionary: boolean;
};

export type SeenMachine = {
	name: string;
	system: 'darwin' | 'linux';
	processes: readonly SeenProcess[];
	/** Rows whose name the recording cut so that nobody can tell it. */
	unreadable: number;
};

export type MissingName = {name: string; rows: number; place: string | null};

/** How much of a machine is known. A name is known when every row with it is. */
export type Coverage = {
	title: string;
	names: number;
	knownNames: number;
	rows: number;
	knownRows: number;
	/** Of the known rows, those without an entry, that are part of an app, or a script. */
	ofApps: number;
	unreadable: number;
	missing: readonly MissingName[];
};

const ofApple = /^\/(?:System|Library\/Apple)\//;

/** The program that an app is named after, or anything inside an app that does not come with the system. */
export const isPartOfApp = (executable: string | null): boolean => {
	const {appPath, isAppsOwnProgram} = bundlePlace(executable);
	return isAppsOwnProgram || (appPath !== null && !ofApple.test(appPath));
};

/** Called by its own name, and run by an interpreter that is known: the list says so. */
const isScript = (name: string, executable: string | null): boolean =>
	executable !== null && isGenericProgram(executable) && baseName(executable) !== name;

const byName = (processes: readonly SeenProcess[]): ReadonlyMap<string, readonly SeenProcess[]> => {
	const groups = new Map<string, SeenProcess[]>();
	for (const process of processes) {
		groups.set(process.name, [...(groups.get(process.name) ?? []), process]);
	}

	return groups;
};

/** Counts one machine, or several taken together. */
export const coverageOf = (title: string, machines: readonly SeenMachine[]): Coverage => {
	const processes = machines.flatMap(machine => machine.processes);
	const isOfApp = ({name, place, isInDictionary}: SeenProcess): boolean => !isInDictionary && (isPartOfApp(place) || isScript(name, place));
	const isKnown = (process: SeenProcess): boolean => process.isInDictionary || isOfApp(process);
	const groups = [...byName(processes)];
	const missing = groups.flatMap(([name, group]) => {
		const unknown = group.filter(process => !isKnown(process));
		return unknown.length === 0 ? [] : [{name, rows: unknown.length, place: unknown[0]?.place ?? null}];
	});
	return {
		title,
		names: groups.length,
		knownNames: groups.length - missing.length,
		rows: processes.length,
		knownRows: processes.filter(isKnown).length,
		ofApps: processes.filter(isOfApp).length,
		unreadable: machines.reduce((sum, machine) => sum + machine.unreadable, 0),
		missing: missing.sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1)),
	};
};

/** From 0 to 1; where there is nothing to know, all of it is known. */
export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Cut, not rounded: 97.99 % is not 98 %. */
const percent = (part: number, whole: number): string => `${(Math.floor(share(part, whole) * 1000) / 10).toFixed(1)} %`;

const columns: readonly (readonly [head: string, cell: (coverage: Coverage) => string])[] = [
	['names', ({names}) => String(names)],
	['known', ({knownNames}) => String(knownNames)],
	['of names', ({knownNames, names}) => percent(knownNames, names)],
	['rows', ({rows}) => String(rows)],
	['known', ({knownRows}) => String(knownRows)],
	['of rows', ({knownRows, rows}) => percent(knownRows, rows)],
	['no entry', ({ofApps}) => String(ofApps)],
	['cut', ({unreadable}) => String(unreadable)],
];

/** The lines of a table: one row for each machine. */
export const coverageTable = (coverages: readonly Coverage[]): readonly string[] => {
	const table = [
		['machine', ...columns.map(([head]) => head)],
		...coverages.map(coverage => [coverage.title, ...columns.map(([, cell]) => cell(coverage))]),
	];
	const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map(cells => cells[column]?.length ?? 0)));
	return table.map(cells =>
		cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
	);
};

/** A line for each name that is missing on a machine. */
export const missingLines = ({title, missing}: Coverage): readonly string[] =>
	missing.length === 0
		? []
		: ['', `missing on ${title}:`, ...missing.map(({name, rows, place}) => `  ${rows} × ${name}${place === null ? '' : `  (${place})`}`)];
