import {Buffer} from 'node:buffer';
import type {RecordedAnswer} from './recording.js';

/** Variables whose values say how a process was started; all others lose theirs, redacted or not. */
const keptVariables: ReadonlySet<string> = new Set(['TERM', 'SHLVL', 'SYSTEMD_EXEC_PID', 'SUPERVISOR_PROCESS_NAME', 'pm_id']);

/** The environment of a process with its names, and without its values. */
const withoutValues = (environ: string): string =>
	environ
		.split('\0')
		.map(entry => {
			const name = entry.split('=')[0] ?? '';
			return keptVariables.has(name) || !entry.includes('=') ? entry : `${name}=-`;
		})
		.join('\0');

/** Takes out what no recording ever holds: the values of environment variables. */
export const withoutEnvironment = (line: RecordedAnswer): RecordedAnswer =>
	'read' in line && line.read.endsWith('/environ') ? {...line, answer: {...line.answer, text: withoutValues(line.answer.text)}} : line;

const secretArgument = /((?:^|[\s\0"'-])-{0,2}[\w-]*(?:passw(?:or)?d|secret|token|api[-_]?key|credential)[\w-]*(?:=|[\s\0]+))([^\s\0]+)/gi;
const internetAddress = /\b(?!127\.|0\.0\.0\.0|255\.)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\b/g;
const longAddress = /\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b/gi;
/** Addresses of `/proc/net/tcp`: bytes in reverse, then the port. */
const hexAddress = /\b(?!00000000|0100007F)([0-9A-F]{8}):([0-9A-F]{4})\b/g;

/** Gives every original the same stand-in each time: `user1`, `user2` … */
const createStandIns = (prefix: string) => {
	const known = new Map<string, string>();
	return (original: string): string => {
		const standIn = known.get(original) ?? `${prefix}${known.size + 1}`;
		known.set(original, standIn);
		return standIn;
	};
};

const isUserName = /^[\p{L}_][\p{L}\p{N}._-]{1,31}$/u;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
Replaces users, home folders, the host's name, addresses and values that look like secrets, in every answer alike: the
same user is the same stand-in everywhere, so that a redacted recording still gives the same verdicts.

People are known by their home folders and by `/etc/passwd`; system accounts keep their names, which the verdicts need.
*/
export const createRedaction = (hostNames: readonly string[]): ((line: RecordedAnswer) => RecordedAnswer) => {
	const users = new Set<string>();
	const userStandIn = createStandIns('user');
	const addressNumber = createStandIns('');
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
		let result = text
			.replace(secretArgument, '$1-')
			.replace(internetAddress, address => `192.0.2.${Number(addressNumber(address)) % 250}`)
			.replace(longAddress, address => (/^[0:]*1?$/.test(address) ? address : `2001:db8::${addressNumber(address)}`))
			.replace(
				hexAddress,
				(_, address: string, port: string) =>
					`${(Number(addressNumber(address)) % 250).toString(16).toUpperCase().padStart(2, '0')}0200C0:${port}`,
			);
		for (const user of users) {
			result = result.replace(new RegExp(`(?<![\\w.-])${escapePattern(user)}(?![\\w-])`, 'g'), userStandIn(user));
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
