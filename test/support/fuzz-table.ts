import {fuzzedExplainers} from './fuzz-table-explain.js';
import {fuzzedLinux} from './fuzz-table-linux.js';
import {fuzzedMac} from './fuzz-table-mac.js';
import {fuzzedPerson} from './fuzz-table-person.js';
import {fuzzedRest} from './fuzz-table-rest.js';

export type Fuzzed = {
	name: string;
	/** How a text is given to it, and what comes out. */
	parse: (text: string) => unknown;
	seeds: readonly string[];
	/** What it gives goes on to another parser, or back to whom it came from, and is not shown as it is. */
	isRaw?: true;
};

/** Every parser that the text of a process, a file, a tool or a person reaches. */
export const fuzzTable: readonly Fuzzed[] = [...fuzzedLinux, ...fuzzedMac, ...fuzzedExplainers, ...fuzzedRest, ...fuzzedPerson];
