import {Buffer} from 'node:buffer';
import type {RecordedAnswer} from './recording.js';
import {createStandIns, createWordCleaner} from './redact-words.js';

/** Variables whose values say how a process was started; all others lose theirs, redacted or not. */
const keptVariables: ReadonlySet<string> = new Set(['TERM', 'SHLVL', 'SYSTEMD_EXEC_PID', 'SUPERVISOR_PROCESS_NAME', 'pm_id']);

/** The environment of a process with its names, and without its values. PM2 gives a program's name beside its number. */
const withoutValues = (environ: string): string => {
	const entries = environ.split('\0');
	const isOfPm2 = entries.some(entry => entry.startsWith('pm_id='));
	return entries
		.map(entry => {
			const name = entry.split('=')[0] ?? '';
			return keptVariables.has(name) || (isOfPm2 && name === 'name') || !entry.includes('=') ? entry : `${name}=-`;
		})
		.join('\0');
};

/** Takes out what no recording ever holds: the values of environment variables. */
export const withoutEnvironment = (line: RecordedAnswer): RecordedAnswer =>
	'read' in line && line.read.endsWith('/environ') ? {...line, answer: {...line.answer, text: withoutValues(line.answer.text)}} : line;

const isUserName = /^[\p{L}_][\p{L}\p{N}._-]{1,31}$/u;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/**
Replaces users, home folders, the host's name, addresses and values that look like secrets, in every answer alike: the
same user is the same stand-in everywhere, so that a redacted recording still gives the same verdicts.

People are those given, and whoever shows up with a home folder or in `/etc/passwd`; system accounts keep their names,
which the verdicts need.
*/
export const createRedaction = (
	hostNames: readonly string[],
	people: readonly string[] = [],
): ((line: RecordedAnswer) => RecordedAnswer) => {
	const users = new Set<string>(people);
	const userStandIn = createStandIns('user');
	const cleanWords = createWordCleaner();
	const reserved: ReadonlySet<string> = new Set(['root', 'shared', 'nobody', '']);

	const learnUsers = (text: string, isPasswd: boolean): void => {
		for (const found of text.matchAll(/\/(?:home|Users)\/([^/\s\0:"',]+)/g)) {
			if (isUserName.test(found[1] ?? '') && !reserved.has((found[1] ?? '').toLowerCase())) {
				users.add(found[1] ?? '');
			}
		}

		for (const found of (isPasswd ? text : '').matchAll(/^([^:\n]+):[^:\n]*:(\d{4,5}):/gm)) {
			if (Number(found[2]) < 60_000 && isUserName.test(found[1] ?? '')) {
				users.add(found[1] ?? '');
			}
		}
	};

	const clean = (text: string, isPasswd = false): string => {
		learnUsers(text, isPasswd);
		let result = cleanWords(text);
		for (const user of users) {
			result = result.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${escapePattern(user)}(?![\\p{L}\\p{N}_])`, 'gu'), userStandIn(user));
		}

		for (const host of hostNames) {
			result = host === '' ? result : result.replace(new RegExp(`(?<![\\w-])${escapePattern(host)}(?![\\w-])`, 'g'), 'host');
		}

		return result;
	};

	/** A property list in base64: text is cleaned, and one that is no text is left out unless it is the system's own. */
	const cleanBytes = (path: string, text: string): string | null => {
		const bytes = Buffer.from(text, 'base64');
		if (bytes.subarray(0, 6).toString('latin1') !== 'bplist') {
			return Buffer.from(clean(bytes.toString('utf8'))).toString('base64');
		}

		return path.startsWith('/System/') ? text : null;
	};

	return line => {
		if ('run' in line) {
			return {
				...line,
				run: {...line.run, args: line.run.args.map(text => clean(text))},
				answer: {...line.answer, stdout: clean(line.answer.stdout), stderr: clean(line.answer.stderr)},
			};
		}

		if ('read' in line) {
			const text =
				line.encoding === 'base64' ? cleanBytes(line.read, line.answer.text) : clean(line.answer.text, line.read === '/etc/passwd');
			return {
				...line,
				read: clean(line.read),
				answer: text === null ? {text: '', isCut: false, failure: 'denied'} : {...line.answer, text},
			};
		}

		if ('list' in line) {
			return {...line, list: clean(line.list), answer: {...line.answer, names: line.answer.names.map(name => clean(name))}};
		}

		return {
			...line,
			link: clean(line.link),
			answer: {...line.answer, target: line.answer.target === null ? null : clean(line.answer.target)},
		};
	};
};
