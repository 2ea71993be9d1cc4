import {unitWords} from '../parse/unit-words.js';
import {isVariableName as isName, withoutShellValues} from './shell-text.js';

/** The names alone tell how a process was started, except of these, of which as much stays as is looked at. */
const keptValues: ReadonlyMap<string, RegExp> = new Map([
	['TERM', /^(?:linux|dumb|unknown|)$/],
	['SYSTEMD_EXEC_PID', /^\d{1,10}$/],
	['SUPERVISOR_PROCESS_NAME', /^[^\n]{1,256}$/],
	['pm_id', /^\d{1,10}$/],
]);

/** The stand-in for any value. A terminal is one, whatever its name. */
const standIn = (name: string): string => (name === 'TERM' ? 'xterm' : '-');

/**
The environment of a process with its names and without its values. PM2 gives a program's name beside its number. What is
no variable may be the rest of a value over which a title was written.
*/
export const withoutProcValues = (environ: string): string => {
	const entries = environ.split('\0');
	const isOfPm2 = entries.some(entry => entry.startsWith('pm_id='));
	return entries
		.map(entry => {
			const equals = entry.indexOf('=');
			const name = entry.slice(0, Math.max(equals, 0));
			const value = entry.slice(equals + 1);
			if (!isName(name)) {
				return entry === '' ? '' : '-';
			}

			const isKept = keptValues.get(name)?.test(value) || (isOfPm2 && name === 'name' && value.length <= 256);
			return `${name}=${isKept ? value : standIn(name)}`;
		})
		.join('\0');
};

/**
`launchctl print` without the values of its blocks of variables. A value may go on in lines of its own, which begin in the
first column.
*/
export const withoutLaunchctlValues = (text: string): string => {
	const kept: string[] = [];
	let end: string | null = null;
	let isBehindBlock = false;
	let isInArguments = false;
	for (const line of text.split('\n')) {
		const opened: RegExpExecArray | null = /^([\t ]*)[^\t =][^=]*=>? [{[]\s*$/.exec(line);
		if (end !== null) {
			const name = /^[\t ]+(\S[^=]{0,255}?) =>?(?: |$)/.exec(line)?.[1];
			if (line.trimEnd() === end) {
				kept.push(line);
				end = null;
				isBehindBlock = true;
			} else if (name !== undefined) {
				kept.push(`${end.slice(0, -1)}\t${name} => -`);
			}
		} else if (isInArguments || !isBehindBlock || /^[\t }]|^$|^\S.* = \{\s*$/.test(line)) {
			kept.push(line);
			isInArguments = opened === null ? isInArguments && !/^\s+\}\s*$/.test(line) : /^\s+arguments /.test(line);
			end = opened !== null && /^[\t ]*(?:[a-z]+ )*environment =/i.test(line) ? `${opened[1] ?? ''}}` : null;
		}
	}

	return kept.join('\n');
};

const journalEnvironment = /("\w{0,64}ENVIRON\w{0,64}"\s*:\s*)(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|$)|\[[^\]]*(?:\]|$))/g;

/** Log messages without the environment that systemd-coredump and sudo put beside theirs. */
export const withoutLoggedValues = (text: string): string =>
	text
		.split('\n')
		.map(line =>
			(line.includes('ENVIRON') ? line.replace(journalEnvironment, '$1"-"') : line).replace(
				/( ; ENV=).{0,8192}?(?= ; (?:TSID|COMMAND)=|$)/g,
				'$1-',
			),
		)
		.join('\n');

const environmentKey = /^([#;\s]*)(\w{0,40}environment)(\s*[=:]\s*)/i;

/** Names with a stand-in for each value; a word that names nothing is part of one, except where only names are listed. */
const withoutWords = (value: string, areNames: boolean): string =>
	unitWords(value)
		.map(({text}) => {
			const name = text.slice(0, Math.max(text.indexOf('='), 0));
			return isName(name) ? `${name}=-` : areNames && isName(text) ? text : '-';
		})
		.join(' ');

type Joined = {parts: readonly string[]; next: number};

/** The rest of a value behind its first line. Comments between joined lines are none of it, and go as well. */
const joinedTo = (
	lines: readonly string[],
	from: number,
	first: string,
	{isIndented, isComment}: {isIndented: boolean; isComment: boolean},
): Joined => {
	const parts = [first];
	let next = from;
	for (; next < lines.length; next++) {
		const line = lines[next] ?? '';
		const isJoined = /\\\r?$/.test(parts.at(-1) ?? '');
		if (!isJoined && !(isIndented && /^[#;]*[\t ]+\S/.test(line))) {
			break;
		}

		if (isComment || !/^\s*[#;]/.test(line)) {
			parts.push(line);
		}
	}

	return {parts, next};
};

/**
The assignments of keys that hold variables: `Environment=` of a unit, `environment=` of supervisord, which goes on in
lines that are indented. Of joined lines the first has all the names, and the others are empty.
*/
const withoutKeyValues = (text: string): string => {
	const lines = text.split('\n');
	const result: string[] = [];
	for (let index = 0; index < lines.length; index = result.length) {
		const line = lines[index] ?? '';
		const [start, before = '', key = ''] = environmentKey.exec(line) ?? [];
		if (start === undefined) {
			result.push(line);
			continue;
		}

		const form = {isIndented: /^[a-z]/.test(key), isComment: /[#;]/.test(before)};
		const {parts, next} = joinedTo(lines, index + 1, line.slice(start.length), form);
		const value = parts.map(part => part.replace(/\\?\r?$/, '')).join(' ');
		result.push(`${start}${withoutWords(value, /^(?:pass|unset)/i.test(key))}`);
		result.push(...Array.from({length: next - index - 1}, () => ''));
	}

	return result.join('\n');
};

/** A unit file, the configuration of a supervisor or an init script without the values of the variables it sets. */
export const withoutFileValues = (text: string): string => {
	const kept = /environment/i.test(text) ? withoutKeyValues(text) : text;
	return /\b(?:export|env|setenv|declare|typeset)\b|set -a/.test(kept) ? withoutShellValues(kept) : kept;
};
