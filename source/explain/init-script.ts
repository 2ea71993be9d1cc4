import type {CodeLine, ConfigPiece, KeyNote, StartReason} from '../model/config.js';
import {coverSecrets, withoutSecrets} from '../model/secret.js';
import {codeLine, splitLines} from '../parse/code-lines.js';
import {type CodeSpan, codeParts, codeSpans, commentLine, type Painted, quotedTexts} from './code-line.js';
import type {ExplainContext} from './context.js';
import {secretRanges} from './unit-secrets.js';
import {unitValue} from './unit-value.js';

/** What is said of a line: the id of its words, its key as written, and its value. */
type Said = {id: string; key: string; value: string};

type Reading = {isInHeader: boolean; isInCase: boolean; lsbKey: string | null; variables: Map<string, string>};

/** Variables that scripts have in common, with other names for the same. */
const variableIds: ReadonlyMap<string, string> = new Map(
	Object.entries({
		DAEMON: 'DAEMON|DAEMON_BIN|DAEMON_PATH|DAEMON_EXEC|EXEC|BIN|PROG|command',
		NAME: 'NAME|PROGNAME|name',
		DESC: 'DESC|DESCRIPTION|description',
		PIDFILE: 'PIDFILE|PID_FILE|pidfile',
		DAEMON_ARGS: 'DAEMON_ARGS|DAEMON_OPTS|DAEMONOPTS|DAEMON_OPTIONS|OPTIONS|OPTS|ARGS|EXTRA_OPTS|command_args',
		DAEMON_USER: 'DAEMON_USER|DAEMONUSER|RUNAS|RUN_AS|USER|command_user',
		DAEMON_GROUP: 'DAEMON_GROUP|DAEMONGROUP|GROUP',
		SCRIPTNAME: 'SCRIPTNAME',
		CONFFILE: 'CONFFILE|CONFIG|CONFIG_FILE|CONF_FILE|CONF|DAEMON_CONF',
		LOGFILE: 'LOGFILE|LOG_FILE',
		LOCKFILE: 'LOCKFILE|LOCK_FILE',
		PATH: 'PATH',
		UMASK: 'UMASK',
		NICE: 'NICE|NICELEVEL',
		command_background: 'command_background',
		supervisor: 'supervisor',
	}).flatMap(([id, names]) => names.split('|').map(name => [name, `Script.${id}`] as const)),
);

const lsbKeys: ReadonlySet<string> = new Set(
	'Provides Required-Start Required-Stop Should-Start Should-Stop Default-Start Default-Stop Short-Description Description X-Start-Before X-Stop-After X-Interactive'.split(
		' ',
	),
);

const chkconfigKeys: ReadonlySet<string> = new Set(['chkconfig', 'description', 'processname', 'pidfile', 'config']);

const actions: ReadonlySet<string> = new Set(
	'start|stop|restart|reload|force-reload|try-restart|status|condrestart|force-stop|rotate'.split('|'),
);

const assignment = /^\s{0,100}(?:(?:export|readonly|local|declare)\s{1,10})?([A-Za-z_]\w{0,60})=(.*)$/;
const sourcing = /(?:^|[;&|]|\bthen\b|\bdo\b)\s{0,20}(?:\.|source)\s{1,10}(["']?[$/~\w][^\s;&|]{0,300})/;

/** `$NAME`, where the script has said before what it is. */
const expanded = (value: string, variables: ReadonlyMap<string, string>): string =>
	value.replace(
		/\$(?:\{([A-Za-z_]\w{0,60})\}|([A-Za-z_]\w{0,60}))/g,
		(written, braced: string | undefined, bare: string | undefined) => variables.get(braced ?? bare ?? '') ?? written,
	);

const withoutQuotes = (value: string): string => {
	const text = value.trim();
	const closing = /["']/.test(text[0] ?? '') ? text.indexOf(text[0] ?? '', 1) : -1;
	return closing === -1 ? text.replace(/\s#.*$/, '').trimEnd() : text.slice(1, closing);
};

const lsbLine = (line: string, reading: Reading): Said | null => {
	const found = /^#\s{0,20}([A-Za-z][\w-]{0,60}):(.*)$/.exec(line);
	const key = found?.[1] ?? '';
	if (lsbKeys.has(key)) {
		reading.lsbKey = key;
		return {id: `Lsb.${key}`, key, value: found?.[2]?.trim() ?? ''};
	}

	reading.lsbKey = null;
	return null;
};

const commentSaid = (line: string, reading: Reading): Said | null => {
	if (/^#!/.test(line)) {
		return {id: 'Script.Interpreter', key: '#!', value: line.slice(2).trim()};
	}

	if (/^### (?:BEGIN|END) INIT INFO/.test(line)) {
		reading.isInHeader = line.startsWith('### BEGIN');
		return {id: reading.isInHeader ? 'Lsb.Begin' : 'Lsb.End', key: line.slice(4).trim(), value: ''};
	}

	if (reading.isInHeader) {
		return lsbLine(line, reading);
	}

	const found = /^#\s{0,20}([a-z]{1,20}):\s{0,20}(.*)$/.exec(line);
	return found !== null && chkconfigKeys.has(found[1] ?? '')
		? {id: `Chkconfig.${found[1]}`, key: found[1] ?? '', value: found[2]?.replace(/\s*\\$/, '') ?? ''}
		: null;
};

const assignmentSaid = (name: string, written: string, {variables}: Reading): Said | null => {
	const value = expanded(withoutQuotes(written), variables).slice(0, 500);
	// `NAME=value command` sets it for that command alone
	if (!/[\x60(]/.test(value) && variables.size < 500) {
		variables.set(name, value);
	}

	const id = variableIds.get(name);
	return id === undefined || value === '' ? null : {id, key: name, value};
};

const caseSaid = (line: string, reading: Reading): Said | null => {
	if (/^\s*case\s+"?\$\{?1\b/.test(line)) {
		reading.isInCase = true;
		return {id: 'Script.case', key: 'case', value: '$1'};
	}

	const label = /^\s*\(?([a-z|"'\s-]{1,100})\)/.exec(line)?.[1] ?? '';
	const names = label.split('|').map(name => name.replace(/["']/g, '').trim());
	return reading.isInCase && names.some(name => actions.has(name))
		? {id: 'Script.action', key: names.join('|'), value: names.join(' ')}
		: null;
};

const codeSaid = (line: string, reading: Reading): Said | null => {
	const [, name, written] = assignment.exec(line) ?? [];
	if (name !== undefined) {
		return assignmentSaid(name, written ?? '', reading);
	}

	const sourced = sourcing.exec(line)?.[1];
	if (sourced !== undefined) {
		return {id: 'Script.Source', key: '.', value: expanded(sourced.replace(/["']/g, ''), reading.variables)};
	}

	return /\bstart-stop-daemon\b/.test(line)
		? {id: 'Script.start-stop-daemon', key: 'start-stop-daemon', value: expanded(line.trim(), reading.variables)}
		: caseSaid(line, reading);
};

/** Where a comment begins: at a `#` behind a blank, outside of quotes. */
const commentStart = (line: string, quotes: readonly Painted[]): number => {
	let next = 0;
	for (let found = line.indexOf('#'); found !== -1; found = line.indexOf('#', found + 1)) {
		while ((quotes[next]?.end ?? line.length) <= found) {
			next++;
		}

		if (/^\s?$/.test(line[found - 1] ?? '') && (quotes[next]?.start ?? line.length) > found) {
			return found;
		}
	}

	return line.length;
};

const shellSpans = (line: string): readonly CodeSpan[] => {
	const all = quotedTexts(line);
	const comment = commentStart(line, all);
	const name = assignment.exec(line)?.[1];
	const start = name === undefined ? 0 : line.indexOf(name);
	const key: readonly Painted[] = name === undefined ? [] : [{start, end: start + name.length, role: 'key'}];
	const strings = all.filter(({end}) => end <= comment);
	const rest: readonly Painted[] = comment < line.length ? [{start: comment, end: line.length, role: 'comment'}] : [];
	return codeSpans([...key, ...strings, ...rest], secretRanges(coverSecrets(line)), line.length);
};

/** A comment of the header whose first word is a key: `# Provides: cron`. */
const headerParts = (line: string, key: string): CodeLine => {
	const start = line.indexOf(key);
	return codeParts(line, [
		{start: 0, end: start, role: 'comment', isSecret: false},
		{start, end: start + key.length, role: 'key', isSecret: false},
		{start: start + key.length, end: start + key.length + 1, role: 'punctuation', isSecret: false},
	]);
};

const lineParts = (line: string, said: Said | null): CodeLine => {
	if (!/^\s*#/.test(line)) {
		return codeParts(line, shellSpans(line));
	}

	return said !== null && /^(?:Lsb|Chkconfig)\./.test(said.id) && said.value !== '' ? headerParts(line, said.key) : commentLine(line);
};

const noteOf = ({id, key, value}: Said, context: ExplainContext): KeyNote => {
	const text = withoutSecrets(coverSecrets(`${key}=${value}`)).slice(key.length + 1);
	return {key, id, value: unitValue(text, {id, kind: 'words'}, context)};
};

/** A line of the header that goes on with the one before: indented behind its `#`. */
const continuesHeader = (line: string, {isInHeader, lsbKey}: Reading): boolean =>
	isInHeader && lsbKey === 'Description' && /^#(?: {2,}|\t)\S/.test(line);

export type ScriptFile = {pieces: readonly ConfigPiece[]; isCut: boolean; starts: readonly StartReason[]};

type Line = {text: string; said: Said | null; isMore: boolean};

const piecesOf = (lines: readonly Line[], context: ExplainContext): readonly ConfigPiece[] => {
	const pieces: {lines: CodeLine[]; note: KeyNote | null; overriddenBy: null}[] = [];
	for (const {text, said, isMore} of lines) {
		const parts = lineParts(text, said);
		const last = pieces.at(-1);
		if (last !== undefined && said === null && (isMore || last.note === null)) {
			last.lines.push(parts);
		} else {
			pieces.push({lines: [parts], note: said === null ? null : noteOf(said, context), overriddenBy: null});
		}
	}

	return pieces;
};

/** The runlevels in which a script starts, as its header says: 2 to 5 are ordinary running. */
const startsOf = (lines: readonly Line[]): readonly StartReason[] => {
	const said = lines
		.map(line => line.said)
		.find(candidate => candidate?.id === 'Lsb.Default-Start' || candidate?.id === 'Chkconfig.chkconfig');
	const levels = said?.id === 'Chkconfig.chkconfig' ? (said.value.split(' ')[0] ?? '') : (said?.value ?? '');
	return /[2-5S]/.test(levels) ? [{when: 'boot'}] : [];
};

/**
Explains an init script: the keys of its header, the variables that such scripts have in common, what it reads in, and
what it can be asked for.

@source Linux Standard Base, "Comment Conventions for Init Scripts"; start-stop-daemon(8); chkconfig(8)
*/
export const explainScript = (text: string, context: ExplainContext): ScriptFile => {
	const {lines, isCut} = splitLines(text);
	const reading: Reading = {isInHeader: false, isInCase: false, lsbKey: null, variables: new Map()};
	const read = lines.map((raw): Line => {
		const line = codeLine(raw);
		const isMore = continuesHeader(line, reading);
		const said = isMore ? null : /^\s*#/.test(line) ? commentSaid(line, reading) : codeSaid(line, reading);
		return {text: line, said, isMore};
	});
	return {pieces: piecesOf(read, context), isCut, starts: startsOf(read)};
};
