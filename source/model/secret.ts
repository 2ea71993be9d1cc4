import {optionSecrets, shapeRanges} from './secret-shapes.js';

/** A stretch of a text; all stretches joined are the text. */
export type SecretPart = {text: string; isSecret: boolean};

/** What is shown in the place of a secret. */
export const secretCover = '••••••';

const maxName = 100;

/** Words that make a secret of whatever they are part of, as in `PGPASSWORD`. */
const strongWord =
	/passw(?:or)?d|passphrase|passcode|secret|token(?!i[sz])|api-?key|auth-?key|credential|(?:access|private|signing|encryption|preshared|master|shared)key|cookie|^jwt$|^psk$/;
/** Words that count only at the end of a name: `DB_PASS`, but not `PASS_THROUGH`. */
const lastWord = /(?:pass|auth|authori[sz]ation)$|^(?:pwd|creds?|bearer)$/;
const harmlessWords: ReadonlySet<string> = new Set([
	...['askpass', 'bypass', 'compass', 'encompass', 'keepass', 'lastpass', 'multipass', 'overpass', 'surpass', 'trespass', 'underpass'],
	...['noauth', 'oauth', 'preauth', 'unauth', 'xauth'],
]);
/** What makes a secret of a key. Other keys are names or files: `--sort-key`, `--tls-key`. */
const keyOwners: ReadonlySet<string> = new Set([
	...['access', 'account', 'activation', 'aes', 'api', 'app', 'auth', 'deploy', 'encrypt', 'encryption', 'hmac'],
	...['jwt', 'license', 'licence', 'master', 'private', 'secret', 'service', 'session', 'shared', 'sign', 'signing'],
	...['storage'],
]);
/** Names that end so are about a secret and hold none: `SSH_AUTH_SOCK`, `--password-file`, `TOKEN_TTL`. */
const aboutWords: ReadonlySet<string> = new Set([
	...['agent', 'algorithm', 'ask', 'backend', 'class', 'command', 'cmd', 'count', 'dir', 'directory', 'domain'],
	...['enabled', 'endpoint', 'expiry', 'expires', 'file', 'files', 'format', 'helper', 'host', 'issuer', 'jar'],
	...['length', 'len', 'level', 'lifetime', 'limit', 'manager', 'max', 'method', 'min', 'mode', 'model'],
	...['name', 'path', 'paths', 'plugin', 'policy', 'port', 'program', 'prompt', 'provider', 'realm', 'required'],
	...['retries', 'server', 'size', 'sock', 'socket', 'store', 'strength', 'timeout', 'ttl', 'type', 'uri'],
	...['url', 'user', 'username', 'version'],
]);
/** Words at the end that say nothing: `AUTH_HEADER`, `PASSWORD_HASH`. */
const emptyWords: ReadonlySet<string> = new Set(['header', 'string', 'value', 'hash', 'text', 'plain', 'b', 'base']);
const negations: ReadonlySet<string> = new Set(['no', 'without', 'disable', 'skip', 'max', 'min', 'num']);

const wordsOf = (name: string): readonly string[] => {
	const words = (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map(word => word.toLowerCase());
	while (words.length > 1 && emptyWords.has(words.at(-1) ?? '')) {
		words.pop();
	}

	return words;
};

const endsAsSecret = (words: readonly string[]): boolean => {
	const last = words.at(-1) ?? '';
	// PWD and OLDPWD are directories
	return last === 'key' ? keyOwners.has(words.at(-2) ?? '') : lastWord.test(last) && !(last === 'pwd' && words.length === 1);
};

/** Whether a variable or an option of this name holds a secret: `DB_PASSWORD`, `--api-key`; not `SSH_AUTH_SOCK` or `AUTHOR`. */
export const isSecretName = (name: string): boolean => {
	if (!/pass|pwd|secret|token|cred|key|auth|cookie|bearer|jwt|psk/i.test(name.length > maxName ? name.slice(-maxName) : name)) {
		return false;
	}

	const words = wordsOf(name.slice(-maxName));
	const last = words.at(-1) ?? '';
	if (aboutWords.has(last) || harmlessWords.has(last) || negations.has(words[0] ?? '') || /(?:file|path|dir|url)$/.test(last)) {
		return false;
	}

	return words.some(word => strongWord.test(word)) || endsAsSecret(words);
};

/** A switch is no secret, and neither is the name of a variable that holds it. */
const isHarmlessValue = (value: string): boolean =>
	value === '' || /^(?:true|false|yes|no|on|off|none|null|[01]|\$\{[A-Za-z_]\w{0,99}\}|\$[A-Z_][A-Z0-9_]{0,99})$/.test(value);

type Range = readonly [start: number, end: number];

const isNameCharacter = (character: string | undefined): boolean => character !== undefined && /[\w.-]/.test(character);

/** The name that ends at `end`, perhaps in quotes, and where it starts. */
const nameBefore = (text: string, end: number): {name: string; start: number} => {
	const last = /["']/.test(text[end - 1] ?? '') ? end - 1 : end;
	let start = last;
	while (last - start < maxName && isNameCharacter(text[start - 1])) {
		start--;
	}

	return {name: text.slice(start, last), start};
};

const nextOf = (text: string, pattern: RegExp, from: number): number => {
	pattern.lastIndex = from;
	return pattern.exec(text)?.index ?? text.length;
};

/** What ends a value depends on what stands before its name: the parts of an address, of a list of options, of a dictionary. */
const valueEnds: Readonly<Record<string, RegExp>> = {
	'?': /[&#\s"']/g,
	'&': /[&#\s"']/g,
	',': /[,\s]/g,
	';': /[;\s]/g,
	'{': /[,}\s]/g,
	'(': /[,)\s]/g,
	'[': /[,\]\s]/g,
	'"': /"/g,
	"'": /'/g,
};

/** Where a quoted text ends, or `null` where the quotes are never closed. */
const closingQuote = (text: string, from: number): number | null => {
	const end = text.indexOf(text[from] ?? '', from + 1);
	return end === -1 ? null : end;
};

const valueFrom = (text: string, from: number, before: string): Range => {
	const isQuoted = /["']/.test(text[from] ?? '');
	const closing = isQuoted ? closingQuote(text, from) : null;
	if (isQuoted) {
		return [from + 1, closing ?? text.length];
	}

	const pattern = valueEnds[before];
	return [from, nextOf(text, pattern ?? /\s/g, from)];
};

const skipBlanks = (text: string, from: number): number => nextOf(text, /[^ \t]/g, from);

/** `name=value`, `name: value`, `--name value`: the range of the value where the name is that of a secret. */
const valueAt = (text: string, position: number): Range | null => {
	const separator = text[position];
	const isBlank = separator !== '=' && separator !== ':';
	const isSpaced = separator === '=' && text[position - 1] === ' ';
	const {name, start} = nameBefore(text, isSpaced ? position - 1 : position);
	const isOption = name.startsWith('-');
	// a colon stands in paths as well
	const isPath = separator === ':' && (text[position + 1] === '/' || text[start - 1] === '/');
	if (name === '' || (isBlank && !isOption) || isPath || !isSecretName(name)) {
		return null;
	}

	const from = separator === '=' && !isSpaced ? position + 1 : skipBlanks(text, position + 1);
	const scheme = /^(?:bearer|basic|digest|token) +/i.exec(text.slice(from, from + 20))?.[0] ?? '';
	const range = valueFrom(text, separator === ':' ? from + scheme.length : from, text[start - 1] ?? '');
	const value = text.slice(range[0], range[1]);
	return isHarmlessValue(value) || (isBlank && value.startsWith('-')) ? null : range;
};

const namedRanges = (text: string): readonly Range[] => {
	const ranges: Range[] = [];
	const separators = /[=:]|\s+/g;
	for (let found = separators.exec(text); found !== null; found = separators.exec(text)) {
		const range = valueAt(text, found.index);
		if (range !== null) {
			ranges.push(range);
			separators.lastIndex = Math.max(range[1], separators.lastIndex);
		}
	}

	return ranges;
};

/** `user:password@` in an address, and a long name without a password, which is a token. */
const addressRanges = (text: string): readonly Range[] => {
	const ranges: Range[] = [];
	for (let found = text.indexOf('://'); found !== -1; found = text.indexOf('://', found + 3)) {
		const start = found + 3;
		const authority = text.slice(start, Math.min(nextOf(text, /[/?#\s"'<>]/g, start), start + 1024));
		const at = authority.lastIndexOf('@');
		const colon = authority.slice(0, Math.max(at, 0)).indexOf(':');
		if (at > colon + 1 && (colon !== -1 || at >= 20)) {
			ranges.push([start + colon + 1, start + at]);
		}
	}

	return ranges;
};

const partsOf = (text: string, ranges: readonly Range[]): readonly SecretPart[] => {
	const parts: SecretPart[] = [];
	let position = 0;
	for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
		if (end > position) {
			const from = Math.max(start, position);
			parts.push({text: text.slice(position, from), isSecret: false}, {text: text.slice(from, end), isSecret: true});
			position = end;
		}
	}

	return [...parts, {text: text.slice(position), isSecret: false}].filter(part => part.text !== '');
};

/**
Splits a command line, or `NAME=value` texts in a row, into what may be shown and what is a secret: the value of a
variable or an option with such a name, the password in an address, a token by its form. Quotes are not part of the secret.
*/
export const coverSecrets = (text: string): readonly SecretPart[] =>
	partsOf(text, [...namedRanges(text), ...addressRanges(text), ...shapeRanges(text)]);

/** The same without what only a name tells, for texts in which names and values stand otherwise than in a command line. */
export const coverShapes = (text: string): readonly SecretPart[] => partsOf(text, [...addressRanges(text), ...shapeRanges(text)]);

const coverArgument = (text: string, before: string): readonly SecretPart[] => {
	if (/^-{1,2}[\w.-]+$/.test(before.slice(0, maxName + 1)) && isSecretName(before) && !text.startsWith('-') && !isHarmlessValue(text)) {
		return [{text, isSecret: true}];
	}

	const equals = text.indexOf('=');
	const isNamed = equals > 0 && /^[\w.-]{1,100}$/.test(text.slice(0, Math.min(equals, maxName + 1))) && isSecretName(text.slice(0, equals));
	// a script for a shell is not one value to its end
	const isScript = /^-[a-z]*c$/.test(before.slice(0, 10));
	return isNamed && !isScript && !isHarmlessValue(text.slice(equals + 1)) ? partsOf(text, [[equals + 1, text.length]]) : coverSecrets(text);
};

/** The same for arguments that are told apart already: a blank in one of them does not end its value. */
export const coverArguments = (texts: readonly string[]): readonly (readonly SecretPart[])[] => {
	const starts = optionSecrets(texts);
	return texts.map((text, index) => {
		const start = starts[index] ?? null;
		return start === null ? coverArgument(text, texts[index - 1] ?? '') : partsOf(text, [[start, text.length]]);
	});
};

/** A text with its secrets covered. */
export const withoutSecrets = (parts: readonly SecretPart[]): string =>
	parts.map(part => (part.isSecret ? secretCover : part.text)).join('');
