import {Buffer} from 'node:buffer';
import {coverArguments, coverSecrets, coverShapes, isSecretName, type SecretPart} from '../model/secret.js';

const covered = (parts: readonly SecretPart[]): string => parts.map(({text, isSecret}) => (isSecret ? '-' : text)).join('');

/** One text, such as a path or a line of arguments, without what looks like a secret in it. */
export const withoutSecret = (text: string): string => covered(coverSecrets(text));

/** Where a private key stands between two lines, and the lines between them. */
const keyBlock = /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[\s\S]*?(-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g;

const withoutKeys = (text: string): string => (text.includes('PRIVATE KEY') ? text.replace(keyBlock, '$1 - $2') : text);

const eachLine = (text: string, change: (line: string) => string): string => withoutKeys(text).split('\n').map(change).join('\n');

/** So long and so mixed is nothing but the line of a key; one that begins with a slash is a path. */
const keyWord =
	/(?<![^\s"'])(?=[\w+/=]{0,200}[a-z])(?=[\w+/=]{0,200}[A-Z])(?=[\w+/=]{0,200}\d)[A-Za-z0-9+][A-Za-z0-9+/]{59,4096}={0,2}(?![^\s"'])/g;

const withoutLogged = (line: string): string => withoutSecret(line.replace(keyWord, '-'));

/** A string that may be the cut end of a text. */
const jsonString = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|$)/g;
const byteArray = /\[\s*\d{1,3}(?:\s*,\s*\d{1,3}){3,}\s*\]/g;

const readString = (token: string): string | null => {
	try {
		return JSON.parse(token) as string;
	} catch {
		return null;
	}
};

const asString = (bytes: string): string => JSON.stringify(Buffer.from(JSON.parse(bytes) as number[]).toString('utf8'));

/**
Lines of JSON, each string cleaned as the text it is; numbers stay as they are written, for they may be too large to be
read. Bytes, which the journal writes for a message with colours, become text. A key goes over many messages.
*/
const withoutJsonSecrets = (text: string): string => {
	let isInKey = false;
	const cleanMessage = (message: string): string => {
		const isEnd = isInKey && message.includes('-----END');
		const isHidden = isInKey && !isEnd && /^[\w+/=:, .-]*$/.test(message);
		const lines = isHidden ? '-' : message.split('\n').length > 1 ? eachLine(message, withoutLogged) : withoutLogged(message);
		isInKey = (isInKey && !isEnd) || /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----\s*$/.test(message);
		return lines;
	};

	return text
		.split('\n')
		.map(line => {
			let key = '';
			const strings = line.replace(byteArray, asString);
			return strings.replace(jsonString, (token, offset: number) => {
				const value = readString(token);
				if (/^\s*:/.test(strings.slice(offset + token.length, offset + token.length + 8))) {
					key = value ?? '';
					return token;
				}

				if (isSecretName(key)) {
					return '"-"';
				}

				const isMessage = key === 'MESSAGE' || key === 'eventMessage';
				const cleaned = (isMessage ? cleanMessage : withoutSecret)(value ?? token.slice(1));
				return value === cleaned ? token : JSON.stringify(cleaned);
			});
		})
		.join('\n');
};

/** `launchctl print`: the arguments stand each in a line; the names in other lines are those of services, not of secrets. */
const withoutLaunchctlSecrets = (text: string): string => {
	const result: string[] = [];
	let block: string[] | null = null;
	for (const line of withoutKeys(text).split('\n')) {
		if (block !== null && /^\t\}\s*$/.test(line)) {
			result.push(
				...coverArguments(block.map(item => item.replace(/^\t\t/, ''))).map(
					(parts, index) => `${/^\t*/.exec(block?.[index] ?? '')?.[0] ?? ''}${covered(parts)}`,
				),
			);
			block = null;
		}

		if (block !== null) {
			block.push(line);
		} else {
			result.push(covered(coverShapes(line)));
			block = /^\targuments = \{\s*$/.test(line) ? [] : null;
		}
	}

	return [...result, ...coverArguments(block ?? []).map(covered)].join('\n');
};

const setCredential = /^(\s*SetCredential(?:Encrypted)?\s*=[^:\n]*:).+$/;

/** Settings, line by line; a line that ends in a backslash goes on in the next one, perhaps with the secret that it names. */
const withoutFileSecrets = (text: string): string =>
	withoutKeys(text)
		.split(/(?<!\\\r?)\n/)
		.map(line => {
			const joined = line.replace(setCredential, '$1-').replace(/\\\r?\n/g, end => ' '.repeat(end.length));
			const [parts = []] = coverArguments([joined]);
			let position = 0;
			return parts
				.map(({text: part, isSecret}) => {
					const own =
						joined === line || part.length === 0 ? part : line.replace(setCredential, '$1-').slice(position, position + part.length);
					position += part.length;
					return isSecret ? '-' : own;
				})
				.join('');
		})
		.join('\n');

const byLine =
	(cover: (line: string) => readonly SecretPart[]) =>
	(text: string): string =>
		eachLine(text, line => covered(cover(line)));

/** Tools that print command lines or settings, and logs; in what the others print, names that sound like a secret's are those of accounts and files. */
const tools: ReadonlyMap<string, (text: string) => string> = new Map([
	['journalctl', withoutJsonSecrets],
	['log', withoutJsonSecrets],
	['tail', (text: string) => eachLine(text, withoutLogged)],
	['launchctl', withoutLaunchctlSecrets],
	['ps', byLine(coverSecrets)],
	['systemctl', byLine(coverSecrets)],
]);

/** What a tool printed, without what looks like a secret. */
export const withoutToolSecrets = (tool: string, text: string): string => (tools.get(tool) ?? byLine(coverShapes))(text);

/** What was read from a file, without what looks like a secret. The arguments of a process are told apart by their ends. */
export const withoutReadSecrets = (path: string, text: string): string => {
	if (path.endsWith('/cmdline')) {
		return coverArguments(text.split('\0')).map(covered).join('\0');
	}

	return /^\/(?:(?:proc|sys)\/|etc\/passwd$)/.test(path) ? byLine(coverShapes)(text) : withoutFileSecrets(text);
};
