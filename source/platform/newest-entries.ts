import type {LogEntry} from '../model/log.js';

/** How many entries a page of a log holds. */
const maxPageEntries = 200;

type Placed = {entry: LogEntry; at: number};

/** Within one source the order of its lines stands, whatever its clock did; a line without a time belongs to the one before it. */
const placed = (entries: readonly LogEntry[]): readonly Placed[] => {
	let at = entries.find(entry => entry.at !== null)?.at ?? Number.POSITIVE_INFINITY;
	return entries.map(entry => {
		at = Math.max(at, entry.at ?? at);
		return {entry, at};
	});
};

/**
The newest entries of several sources, oldest first. A source that tells no time at all stands last, and leaves room for
the others.
*/
export const newestEntries = (sources: readonly (readonly LogEntry[])[], count = maxPageEntries): readonly LogEntry[] => {
	const filled = sources.filter(entries => entries.length > 0);
	const share = Math.ceil(count / Math.max(1, filled.length));
	const isTimeless = (entries: readonly LogEntry[]): boolean => filled.length > 1 && entries.every(entry => entry.at === null);
	return filled
		.flatMap(entries => placed(isTimeless(entries) ? entries.slice(-share) : entries))
		.sort((one, other) => (one.at === other.at ? 0 : one.at - other.at))
		.slice(-count)
		.map(({entry}) => entry);
};
