import {isGenericProgram} from '../model/program.js';
import {printable} from './printable.js';

/** The values of a unit, D-Bus service or desktop file: every assignment, by section and key, in the order of the file. */
type IniFile = ReadonlyMap<string, readonly string[]>;

const isComment = (line: string): boolean => line.startsWith('#') || line.startsWith(';');

/** Lines joined where a `\\` ends one. A comment is a line of its own, wherever it stands, and joins with nothing. */
const logicalLines = (text: string): readonly string[] => {
	const lines: string[] = [];
	let parts: string[] = [];
	for (const raw of text.split('\n')) {
		const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
		if (isComment(line.trimStart())) {
			continue;
		}

		const continues = line.endsWith('\\');
		parts.push(continues ? line.slice(0, -1) : line);
		if (!continues) {
			lines.push(parts.join(' ').trim());
			parts = [];
		}
	}

	if (parts.length > 0) {
		lines.push(parts.join(' ').trim());
	}

	return lines.filter(line => line !== '');
};

/**
Reads the form that systemd units, D-Bus service files and desktop entries share: `[Section]`, `Key=Value`, `#` and `;`
comments, and a trailing `\` that joins lines.

Keys of the result are `Section.Key`. An empty assignment resets a list, as systemd does.

@source systemd.syntax(7), Desktop Entry Specification "Basic format of the file"
*/
export const parseIniFile = (text: string): IniFile => {
	const values = new Map<string, string[]>();
	let section = '';
	for (const line of logicalLines(text)) {
		if (line.startsWith('[') && line.endsWith(']')) {
			section = line.slice(1, -1);
			continue;
		}

		const equals = line.indexOf('=');
		if (equals < 1) {
			continue;
		}

		const key = printable(`${section}.${line.slice(0, equals).trimEnd()}`, 512);
		const value = line.slice(equals + 1).trimStart();
		const known = values.get(key);
		if (value === '') {
			values.set(key, []);
		} else if (known) {
			known.push(printable(value));
		} else {
			values.set(key, [printable(value)]);
		}
	}

	return values;
};

const execPrefix = /^[@\-:+!|]+/;

/**
The program that an `ExecStart=` or `Exec=` line starts: its path, or bare name. Behind an interpreter, the script.
`null` for shells and other programs that say nothing about who uses them.

@source systemd.service(5), "Command lines" (prefixes `@-:+!|`)
*/
export const execProgram = (line: string): string | null => {
	const words = line.replace(execPrefix, '').match(/"(?:[^"\\]|\\.)*"|'[^']*'|\S+/g) ?? [];
	const [program = '', ...rest] = words.map(word => word.replace(/^(["'])(.*)\1$/, '$2').replace(execPrefix, ''));
	if (program === '') {
		return null;
	}

	if (!isGenericProgram(program)) {
		return printable(program, 1024);
	}

	// `sh -c '/usr/sbin/foo --bar'`, `env node /opt/server.js`: the first word that names a file of its own
	const targets = rest.filter((word, index) => !/^-|=/.test(words[index + 1] ?? '') && word !== '').map(word => word.split(' ')[0] ?? '');
	const target = targets.find(word => !isGenericProgram(word)) ?? '';
	return target.startsWith('/') && !target.startsWith('/dev/') ? printable(target, 1024) : null;
};

/** Values of simple shell variables, for the `$NAME` in a path. */
const expand = (value: string, text: string, scriptName: string): string =>
	value.replace(/\$\{?([A-Z_]+)\}?/g, (_, variable: string) => {
		const assigned = new RegExp(`^[ \\t]*${variable}=["']?([\\w.+-]+)["']?[ \\t]*$`, 'm').exec(text)?.[1];
		return assigned ?? (variable === 'NAME' ? scriptName : '');
	});

/** How init scripts call the variable that holds their program. */
const programVariable = /^[A-Z_]*(?:DAEMON|EXEC|PROG|BIN|SERVER)/;

/**
Programs that an init script starts: values of its `DAEMON=`-like variables and of OpenRC's `command=`, and the
arguments of `--exec`.

@source start-stop-daemon(8), openrc-run(8)
*/
export const initScriptPrograms = (text: string, scriptName: string): readonly string[] => {
	const assignments = text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]{1,40})=["']?(\/[\w./+@${}-]{1,200})["']?[ \t]*(?:#.*)?$/gm);
	const assigned = [...assignments]
		.filter(([, name = '']) => name === 'command' || programVariable.test(name))
		.map(found => found[2] ?? '');
	const started = [...text.matchAll(/--exec[= ]["']?(\/[\w./+@${}-]{1,200})/g)].map(found => found[1] ?? '');
	const programs = [...assigned, ...started].map(program => expand(program, text, scriptName));
	return [
		...new Set(programs.filter(program => !isGenericProgram(program) && !program.endsWith('/')).map(program => printable(program, 1024))),
	];
};
