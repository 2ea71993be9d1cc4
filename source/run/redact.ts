import {Buffer} from 'node:buffer';
import type {RecordedAnswer} from './recording.js';

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

const secretWords = ['passwd', 'password', 'secret', 'token', 'apikey', 'api-key', 'api_key', 'credential'];
const isSecretName = (name: string): boolean => {
	const lower = name.toLowerCase();
	return secretWords.some(word => lower.includes(word));
};

const internetAddress = /\b(?!127\.|0\.0\.0\.0|255\.)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\b/g;
/** Addresses of `/proc/net`: bytes in reverse, then the port. */
const hexAddress = /\b([0-9A-F]{32}|[0-9A-F]{8}):([0-9A-F]{4})\b/g;
const keptHexAddress = /^(?:0+|0100007F|0{24}01000000)$/;
const maxWord = 4096;

/** Two colons at least, and nothing but groups of hexadecimal digits: an address of IPv6, or so like one that it goes too. */
const isLongAddress = (word: string): boolean =>
	word.length <= 45 && /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i.test(word) && !/^[0:]*1?$/.test(word) && /[0-9a-f]{3}|::/i.test(word);

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

	const cleanAddresses = (word: string): string =>
		word
			.replace(internetAddress, address => `192.0.2.${Number(addressNumber(address)) % 250}`)
			.replace(/(?<![\w:.])[0-9A-Fa-f:]{4,45}(?![\w:])/g, part => (isLongAddress(part) ? `2001:db8::${addressNumber(part)}` : part))
			.replace(hexAddress, (whole, address: string, port: string) => {
				if (keptHexAddress.test(address)) {
					return whole;
				}

				const number = (Number(addressNumber(address)) % 250).toString(16).toUpperCase().padStart(2, '0');
				return address.length === 8 ? `${number}0200C0:${port}` : `${'0'.repeat(24)}${number}000000:${port}`;
			});

	/** `--password=x`, `TOKEN=x`, `scheme://user:x@host`: the name stays, the secret goes. */
	const cleanSecret = (word: string): string => {
		const equals = word.indexOf('=');
		const named = equals > 0 && equals < 100 && isSecretName(word.slice(0, equals)) ? `${word.slice(0, equals + 1)}-` : word;
		const scheme = named.indexOf('://');
		const at = scheme === -1 ? -1 : named.lastIndexOf('@');
		const colon = at === -1 ? -1 : named.indexOf(':', scheme + 3);
		return colon !== -1 && colon < at ? `${named.slice(0, colon + 1)}-${named.slice(at)}` : named;
	};

	/** Word by word, so that the time grows with the text and no faster. */
	const cleanWords = (text: string): string => {
		let isSecretNext = false;
		return text.replace(/[^\s\0]+/g, word => {
			if (isSecretNext && !word.startsWith('-')) {
				isSecretNext = false;
				return '-';
			}

			isSecretNext = word.length < 100 && /^-{1,2}\w/.test(word) && !word.includes('=') && isSecretName(word);
			return word.length > maxWord ? cleanSecret(word.slice(0, maxWord)) : cleanAddresses(cleanSecret(word));
		});
	};

	const clean = (text: string, isPasswd = false): string => {
		learnUsers(text, isPasswd);
		let result = cleanWords(text);
		for (const user of users) {
			result = result.replace(new RegExp(`(?<![\\p{L}\\p{N}_.-])${escapePattern(user)}(?![\\p{L}\\p{N}_-])`, 'gu'), userStandIn(user));
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
