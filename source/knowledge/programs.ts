import {isGenericProgram, type ProgramEntry} from '../model/program.js';
import linuxEntries from './programs.json' with {type: 'json'};

export type FindProgram = (name: string, unit: string | null) => ProgramEntry | null;

/** `getty@tty1.service` is an instance of `getty@.service`; launchd adds a UUID to the label of an instance. */
const template = (unit: string): string =>
	unit.replace(/@[^@]*\.service$/, '@.service').replace(/\.[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/, '');

/** `kworker/0:1`, `ksoftirqd/3`, `kswapd0` are threads of one family. */
const family = (name: string): string => name.replace(/[/:].*$/, '').replace(/\d+$/, '');

/** `PM2 v5.4.3: God Daemon` begins with its program's name. */
const firstWord = (name: string): string => name.split(' ')[0] ?? name;

/**
Looks a process up among entries: by its program and unit (or label) together, by its program, by its unit where the
program is an interpreter or not known (instances fall back to their template). `null`: no entry.
*/
export const createDictionary = (entries: readonly ProgramEntry[]): FindProgram => {
	const byName = new Map<string, ProgramEntry>();
	const byUnit = new Map<string, ProgramEntry>();
	const byBoth = new Map<string, ProgramEntry>();
	for (const entry of entries) {
		if (!byName.has(entry.name)) {
			byName.set(entry.name, entry);
		}

		if (entry.unit !== null && !byUnit.has(entry.unit)) {
			byUnit.set(entry.unit, entry);
		}

		byBoth.set(`${entry.name} ${entry.unit}`, entry);
	}

	return (name, unit) => {
		const ofBoth = unit === null ? undefined : (byBoth.get(`${name} ${unit}`) ?? byBoth.get(`${name} ${template(unit)}`));
		const ofUnit = unit === null ? undefined : (byUnit.get(unit) ?? byUnit.get(template(unit)));
		const ofName = byName.get(name) ?? byName.get(firstWord(name)) ?? byName.get(family(name));
		return ofBoth ?? (isGenericProgram(name) ? (ofUnit ?? ofName) : (ofName ?? ofUnit)) ?? null;
	};
};

export const allPrograms: readonly ProgramEntry[] = linuxEntries as readonly ProgramEntry[];

/** The dictionary of Linux programs. */
export const findProgram: FindProgram = createDictionary(allPrograms);

/** The dictionary of a system; the Mac's is loaded when a Mac is looked at. The same name may mean another program there. */
export const loadDictionary = async (platform: 'linux' | 'darwin' | 'generic'): Promise<FindProgram> => {
	if (platform !== 'darwin') {
		return findProgram;
	}

	const {default: entries} = await import('./programs-macos.json', {with: {type: 'json'}});
	return createDictionary(entries as readonly ProgramEntry[]);
};
