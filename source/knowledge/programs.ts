import {type firstUserUid, isPerson} from '../model/account.js';
import {isGenericProgram, type ProgramEntry, type ProgramQuery} from '../model/program.js';
import linuxEntries from './programs.json' with {type: 'json'};

export type FindProgram = (query: ProgramQuery) => ProgramEntry | null;

type System = keyof typeof firstUserUid;

/** `getty@tty1.service` is an instance of `getty@.service`; launchd adds a UUID to the label of an instance. */
const template = (unit: string): string =>
	unit.replace(/@[^@]*\.service$/, '@.service').replace(/\.[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/, '');

/** `kworker/0:1`, `ksoftirqd/3`, `kswapd0` are threads of one family. */
const family = (name: string): string => name.replace(/[/:].*$/, '').replace(/(?<!\d)\d+$/, '');

/** `PM2 v5.4.3: God Daemon` begins with its program's name. */
const firstWord = (name: string): string => name.split(' ')[0] ?? name;

/** The unit proves most; an argument tells instances of one program apart better than a user does. */
const worth = {unit: 4, argument: 2, user: 1} as const;

/** How well an entry fits: `null`: it is about another way of running the program. */
const fitOf = (entry: ProgramEntry, {unit, args, uid}: ProgramQuery, system: System): number | null => {
	const isUnit = unit !== null && entry.unit !== null && (entry.unit === unit || entry.unit === template(unit));
	const isArgument = entry.argument !== undefined && (args?.includes(entry.argument) ?? false);
	const isUser = entry.user !== undefined && uid !== null && (entry.user === 'person') === isPerson(uid, system);
	const isContradicted =
		(entry.argument !== undefined && !isArgument && (args !== null || !isUnit)) ||
		(entry.user !== undefined && !isUser && (uid !== null || !isUnit));
	return isContradicted ? null : (isUnit ? worth.unit : 0) + (isArgument ? worth.argument : 0) + (isUser ? worth.user : 0);
};

/** The entry that fits best, of equal ones the first. */
const bestOf = (entries: readonly ProgramEntry[], query: ProgramQuery, system: System): ProgramEntry | null => {
	let best: {entry: ProgramEntry; fit: number} | null = null;
	for (const entry of entries) {
		const fit = fitOf(entry, query, system);
		if (fit !== null && fit > (best?.fit ?? -1)) {
			best = {entry, fit};
		}
	}

	return best?.entry ?? null;
};

const groupedBy = (entries: readonly ProgramEntry[], keyOf: (entry: ProgramEntry) => string | null) => {
	const groups = new Map<string, ProgramEntry[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const group = key === null ? undefined : groups.get(key);
		if (group) {
			group.push(entry);
		} else if (key !== null) {
			groups.set(key, [entry]);
		}
	}

	return groups;
};

/**
Looks a process up among entries: by its program, of whose entries the one for its unit (or label), arguments and user is
taken; by its unit where the program is an interpreter or not known (instances fall back to their template). `null`: no
entry.
*/
export const createDictionary = (entries: readonly ProgramEntry[], system: System): FindProgram => {
	const byName = groupedBy(entries, ({name}) => name);
	const byUnit = groupedBy(entries, ({unit}) => unit);
	const ofName = (name: string) => byName.get(name) ?? byName.get(firstWord(name)) ?? byName.get(family(name)) ?? [];
	const ofUnit = (unit: string | null) => (unit === null ? [] : (byUnit.get(unit) ?? byUnit.get(template(unit)) ?? []));

	return query => {
		const named = ofName(query.name);
		const known = bestOf(named, query, system);
		if (known !== null && query.unit !== null && ofUnit(query.unit).includes(known)) {
			return known;
		}

		const fallback = (): ProgramEntry | null => bestOf(ofUnit(query.unit), query, system);
		return isGenericProgram(query.name) ? (fallback() ?? known) : (known ?? fallback());
	};
};

export const allPrograms: readonly ProgramEntry[] = linuxEntries as readonly ProgramEntry[];

/** The dictionary of Linux programs. */
export const findProgram: FindProgram = createDictionary(allPrograms, 'linux');

/** The dictionary of a system; the Mac's is loaded when a Mac is looked at. The same name may mean another program there. */
export const loadDictionary = async (platform: System): Promise<FindProgram> => {
	if (platform !== 'darwin') {
		return findProgram;
	}

	const {default: entries} = await import('./programs-macos.json', {with: {type: 'json'}});
	return createDictionary(entries as readonly ProgramEntry[], 'darwin');
};
