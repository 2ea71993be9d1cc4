import {Buffer} from 'node:buffer';
import {withoutFileValues, withoutLaunchctlValues, withoutLoggedValues, withoutProcValues} from './environment-text.js';
import {propertyListText, withoutPropertyListValues} from './plist-text.js';
import type {RecordedAnswer} from './recording.js';
import {createStandIns, createWordCleaner} from './redact-words.js';
import {withoutReadSecrets, withoutSecret, withoutToolSecrets} from './secret-text.js';

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What each tool tells of variables, taken out. */
const toolValues: ReadonlyMap<string, (text: string) => string> = new Map([
	['launchctl', withoutLaunchctlValues],
	['systemctl', withoutFileValues],
	['journalctl', withoutLoggedValues],
	['tail', withoutLoggedValues],
	['log', withoutLoggedValues],
]);

type ReadLine = Extract<RecordedAnswer, {read: string}>;

const leftOut = (line: ReadLine): ReadLine => ({...line, answer: {text: '', isCut: false, failure: 'denied'}});

/** Property lists are read as bytes. One that nobody can read is left out, but for those of the system itself. */
const withoutListedValues = (line: ReadLine): ReadLine => {
	const bytes = Buffer.from(line.answer.text, 'base64');
	const cleaned = bytes.length === 0 ? bytes : withoutPropertyListValues(bytes);
	if (cleaned === null) {
		return line.read.startsWith('/System/') && !bytes.includes('EnvironmentVariables') ? line : leftOut(line);
	}

	return cleaned === bytes ? line : {...line, answer: {...line.answer, text: Buffer.from(cleaned).toString('base64')}};
};

/** Takes out what no recording ever holds: the values of environment variables. */
export const withoutEnvironment = (line: RecordedAnswer): RecordedAnswer => {
	if ('run' in line) {
		const clean = toolValues.get(baseName(line.run.file));
		const {stdout, stderr} = line.answer;
		return clean === undefined ? line : {...line, answer: {...line.answer, stdout: clean(stdout), stderr: clean(stderr)}};
	}

	if (!('read' in line)) {
		return line;
	}

	if (line.encoding === 'base64') {
		return withoutListedValues(line);
	}

	const {text} = line.answer;
	const isOfKernel = /^\/(?:proc|sys)\//.test(line.read);
	const clean = line.read.endsWith('/environ') ? withoutProcValues : isOfKernel ? null : withoutFileValues;
	return clean === null ? line : {...line, answer: {...line.answer, text: clean(text)}};
};

const isUserName = /^[\p{L}_][\p{L}\p{N}._-]{1,31}$/u;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

const reserved: ReadonlySet<string> = new Set(['root', 'shared', 'nobody', '']);

/** The people whom a text names by a home folder or, where it is `/etc/passwd`, by an account for people. */
const peopleIn = (text: string, isPasswd: boolean): readonly string[] => {
	const ofHomes = [...text.matchAll(/\/(?:home|Users)\/([^/\s\0:"',]+)/g)]
		.map(([, name = '']) => name)
		.filter(name => !reserved.has(name.toLowerCase()));
	const ofAccounts = [...(isPasswd ? text : '').matchAll(/^([^:\n]+):[^:\n]*:(\d{4,5}):/gm)].flatMap(([, name = '', uid]) =>
		Number(uid) < 60_000 ? [name] : [],
	);
	return [...ofHomes, ...ofAccounts].filter(name => isUserName.test(name));
};

type Clean = (text: string, isPasswd?: boolean) => string;

/** Cleans one text after the other, and remembers whom it has met. */
const createCleaner = (hostNames: readonly string[], people: readonly string[]): Clean => {
	const users = new Set<string>(people);
	const userStandIn = createStandIns('user');
	const cleanWords = createWordCleaner();
	return (text, isPasswd = false) => {
		for (const name of peopleIn(text, isPasswd)) {
			users.add(name);
		}

		let result = cleanWords(text);
		for (const user of users) {
			result = result.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${escapePattern(user)}(?![\\p{L}\\p{N}_])`, 'gu'), userStandIn(user));
		}

		for (const host of hostNames) {
			result = host === '' ? result : result.replace(new RegExp(`(?<![\\w-])${escapePattern(host)}(?![\\w-])`, 'g'), 'host');
		}

		return result;
	};
};

/** A property list in base64, as text; one that is none and cannot be read is left out unless it is the system's own. */
const cleanBytes = (path: string, text: string, clean: Clean): string | null => {
	const cleaned = propertyListText(Buffer.from(text, 'base64'));
	return cleaned === null ? (path.startsWith('/System/') ? text : null) : Buffer.from(clean(cleaned)).toString('base64');
};

const cleanRead = (line: ReadLine, clean: Clean): ReadLine => {
	const {read, encoding, answer} = line;
	const path = clean(withoutSecret(read));
	if (encoding === 'base64') {
		const text = cleanBytes(read, answer.text, clean);
		return text === null ? leftOut({...line, read: path}) : {...line, read: path, answer: {...answer, text}};
	}

	return {...line, read: path, answer: {...answer, text: clean(withoutReadSecrets(read, answer.text), read === '/etc/passwd')}};
};

const cleanLine = (line: RecordedAnswer, clean: Clean): RecordedAnswer => {
	const cleanPart = (text: string): string => clean(withoutSecret(text));
	if ('run' in line) {
		const {file, args} = line.run;
		const cleanOutput = (text: string): string => clean(withoutToolSecrets(baseName(file), text));
		return {
			...line,
			run: {...line.run, args: args.map(cleanPart)},
			answer: {...line.answer, stdout: cleanOutput(line.answer.stdout), stderr: cleanOutput(line.answer.stderr)},
		};
	}

	if ('read' in line) {
		return cleanRead(line, clean);
	}

	if ('list' in line) {
		return {...line, list: cleanPart(line.list), answer: {...line.answer, names: line.answer.names.map(cleanPart)}};
	}

	const {target} = line.answer;
	return {...line, link: cleanPart(line.link), answer: {...line.answer, target: target === null ? null : cleanPart(target)}};
};

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
	const clean = createCleaner(hostNames, people);
	return line => cleanLine(line, clean);
};
