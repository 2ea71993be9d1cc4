import {isGenericProgram} from '../model/program.js';

/** The values of a unit, D-Bus service or desktop file: every assignment, by section and key, in the order of the file. */
export type IniFile = ReadonlyMap<string, readonly string[]>;

/**
Reads the form that systemd units, D-Bus service files and desktop entries share: `[Section]`, `Key=Value`, `#` and `;`
comments, and a trailing `\` that joins lines.

Keys of the result are `Section.Key`. An empty assignment resets a list, as systemd does.

@source systemd.syntax(7), Desktop Entry Specification "Basic format of the file"
*/
export const parseIniFile = (text: string): IniFile => {
	const values = new Map<string, string[]>();
	let section = '';
	for (const line of text.replace(/\\\r?\n/g, ' ').split('\n')) {
		const trimmed = line.trim();
		if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) {
			continue;
		}

		if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
			section = trimmed.slice(1, -1);
			continue;
		}

		const equals = trimmed.indexOf('=');
		if (equals < 1) {
			continue;
		}

		const key = `${section}.${trimmed.slice(0, equals).trimEnd()}`;
		const value = trimmed.slice(equals + 1).trimStart();
		values.set(key, value === '' ? [] : [...(values.get(key) ?? []), value]);
	}

	return values;
};

/**
The program that an `ExecStart=` or `Exec=` line starts: its path, or bare name. Behind an interpreter, the script.
`null` for shells and other programs that say nothing about who uses them.

@source systemd.service(5), "Command lines" (prefixes `@-:+!|`)
*/
export const execProgram = (line: string): string | null => {
	const words = line.match(/"(?:[^"\\]|\\.)*"|'[^']*'|\S+/g) ?? [];
	const unquoted = words.map(word => word.replace(/^(["'])(.*)\1$/, '$2'));
	const program = (unquoted[0] ?? '').replace(/^[@\-:+!|]+/, '');
	if (program === '') {
		return null;
	}

	if (!isGenericProgram(program)) {
		return program;
	}

	return unquoted.slice(1).find(word => word.startsWith('/') && !isGenericProgram(word)) ?? null;
};

/** Values of simple shell variables, for the `$NAME` in a path. */
const expand = (value: string, text: string, scriptName: string): string =>
	value.replace(/\$\{?([A-Z_]+)\}?/g, (_, variable: string) => {
		const assigned = new RegExp(`^\\s*${variable}=["']?([\\w.+-]+)["']?\\s*$`, 'm').exec(text)?.[1];
		return assigned ?? (variable === 'NAME' ? scriptName : '');
	});

/**
Programs that an init script starts: values of its `DAEMON=`-like variables and of OpenRC's `command=`, and the
arguments of `--exec`.

@source start-stop-daemon(8), openrc-run(8)
*/
export const initScriptPrograms = (text: string, scriptName: string): readonly string[] => {
	const assigned = /^\s*(?:export\s+)?(?:[A-Z_]*(?:DAEMON|EXEC|PROG|BIN|SERVER)[A-Z_]*|command)=["']?(\/[\w./+@${}-]+)["']?\s*(?:#.*)?$/gm;
	const started = /--exec[= ]["']?(\/[\w./+@${}-]+)/g;
	const programs = [...text.matchAll(assigned), ...text.matchAll(started)].map(found => expand(found[1] ?? '', text, scriptName));
	return [...new Set(programs.filter(program => !isGenericProgram(program) && !program.endsWith('/')))];
};
