import {baseName, isGenericProgram} from '../model/program.js';

/** The kernel keeps 15 bytes of a name. */
const isCut = (comm: string): boolean => new TextEncoder().encode(comm).length >= 15;

/** A title such as `PM2 v5.4.3: God Daemon (/home/a/.pm2)`, without what follows the name. */
const titleName = (title: string): string => [...title.slice(0, 200).replace(/ [(/].*$/s, '')].slice(0, 40).join('');

/** A name cut inside a character ends in what stands for bad bytes. */
const withoutBrokenEnd = (comm: string): string => comm.replace(/\ufffd+$/, '');

/** What Node 24 and newer write into `comm` for every program they run; it is the name of a thread. */
const threadNames: ReadonlySet<string> = new Set(['MainThread', 'node-MainThread']);

/**
The whole name of a program whose `comm` was cut or names a thread: from its executable, its first argument or the script it runs,
whichever begins with the same 15 bytes.
*/
export const programName = (comm: string, executable: string | null, args: readonly string[] | null): string => {
	const first = args?.[0] ?? '';
	if (comm === '' || threadNames.has(comm)) {
		return baseName(executable ?? '') || baseName(first) || comm;
	}

	if (!isCut(comm)) {
		return comm;
	}

	const whole = withoutBrokenEnd(comm);
	const candidates = [baseName(executable ?? ''), baseName(first.split(' ')[0] ?? ''), baseName(args?.[1] ?? ''), titleName(first)];
	return candidates.find(candidate => candidate.length > whole.length && candidate.startsWith(whole)) ?? comm;
};

/** Options of interpreters that take the next argument with them. */
const optionsWithValue: ReadonlySet<string> = new Set([
	'-cp',
	'-classpath',
	'--class-path',
	'--module-path',
	'--add-modules',
	'-r',
	'--require',
	'--import',
	'--loader',
	'--experimental-loader',
	'--env-file',
	'--conditions',
	'-C',
	'-W',
	'-X',
	'-I',
	'--title',
]);

const notInterpreters: ReadonlySet<string> = new Set(['busybox', 'sleep', 'cat', 'tail', 'env']);

/**
What an interpreter was told to run: `server.js` of `node --inspect server.js`, `-m http.server` of Python, the `-jar` of
Java. `null` where it runs no file, or is no interpreter.
*/
export const scriptName = (name: string, args: readonly string[] | null): string | null => {
	if (!args || args.length < 2 || !isGenericProgram(name) || notInterpreters.has(name)) {
		return null;
	}

	for (let index = 1; index < args.length; index++) {
		const argument = args[index] ?? '';
		if (argument === '-c' || argument === '-e' || argument === '-i' || argument === '-') {
			return null;
		}

		if ((argument === '-m' || argument === '-jar') && args[index + 1]) {
			return argument === '-m' ? `-m ${args[index + 1]}` : baseName(args[index + 1] ?? '');
		}

		if (optionsWithValue.has(argument)) {
			index++;
			continue;
		}

		if (argument !== '' && !argument.startsWith('-') && !argument.includes('=')) {
			return baseName(argument);
		}
	}

	return null;
};
