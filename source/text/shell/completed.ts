/** What can stand in a place of the command line. `list`: several of the words, with commas between them. */
export type CompletedValue = {type: 'words' | 'list'; words: readonly string[]} | {type: 'files' | 'folders' | 'free'};

export type CompletedOption = {name: string; short: string | null; about: string /** `null`: a switch. */; value: CompletedValue | null};

export type CompletedCommand = {
	name: string;
	about: string;
	options: readonly CompletedOption[] /** What stands behind its name, place by place. */;
	places: readonly CompletedValue[];
};

/** The command line, as a shell needs to know it. The first command is the one that need not be written. */
export type CompletedProgram = {name: string; commands: readonly CompletedCommand[]};

/** Every option once, whichever command it is of. */
export const allOptions = ({commands}: CompletedProgram): readonly CompletedOption[] => [
	...new Map(commands.flatMap(({options}) => options).map(option => [option.name, option])).values(),
];

/** `-d --delay` as words of a shell. */
export const spellings = ({name, short}: CompletedOption): readonly string[] => [...(short === null ? [] : [`-${short}`]), `--${name}`];

export const valuedSpellings = (program: CompletedProgram): readonly string[] =>
	allOptions(program).flatMap(option => (option.value === null ? [] : spellings(option)));

/** A name for functions of a shell: `daemon_top`. */
export const identifier = ({name}: CompletedProgram): string => name.replaceAll('-', '_');

/** One word in single quotes, for a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
