import {isGenericProgram, type ProgramEntry} from '../model/program.js';
import entries from './programs.json' with {type: 'json'};

const byName = new Map<string, ProgramEntry>();
const byUnit = new Map<string, ProgramEntry>();
const byBoth = new Map<string, ProgramEntry>();
for (const entry of entries as readonly ProgramEntry[]) {
	if (!byName.has(entry.name)) {
		byName.set(entry.name, entry);
	}

	if (entry.unit !== null && !byUnit.has(entry.unit)) {
		byUnit.set(entry.unit, entry);
	}

	byBoth.set(`${entry.name} ${entry.unit}`, entry);
}

/** `getty@tty1.service` is an instance of `getty@.service`. */
const template = (unit: string): string => unit.replace(/@[^@]*\.service$/, '@.service');

/** `kworker/0:1`, `ksoftirqd/3`, `kswapd0` are threads of one family. */
const family = (name: string): string => name.replace(/[/:].*$/, '').replace(/\d+$/, '');

/** `PM2 v5.4.3: God Daemon` begins with its program's name. */
const firstWord = (name: string): string => name.split(' ')[0] ?? name;

const findByUnit = (unit: string): ProgramEntry | undefined => byUnit.get(unit) ?? byUnit.get(template(unit));

/**
What the dictionary says about a process: by its program and unit together, by its program, by its unit where the program
is an interpreter or not known (instances fall back to their template). `null`: no entry.
*/
export const findProgram = (name: string, unit: string | null): ProgramEntry | null => {
	const ofBoth = unit === null ? undefined : (byBoth.get(`${name} ${unit}`) ?? byBoth.get(`${name} ${template(unit)}`));
	const ofUnit = unit === null ? undefined : findByUnit(unit);
	const ofName = byName.get(name) ?? byName.get(firstWord(name)) ?? byName.get(family(name));
	return ofBoth ?? (isGenericProgram(name) ? (ofUnit ?? ofName) : (ofName ?? ofUnit)) ?? null;
};

export const allPrograms = entries as readonly ProgramEntry[];
