import {describe, expect, test} from 'vitest';
import {parseJournal} from '../../source/parse/journal.js';
import {hasCorpus, outputNames, readOutput} from '../corpus/corpus-folder.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';
import {unsafe} from './hostile-texts.js';

const line = (fields: Readonly<Record<string, unknown>>): string =>
	JSON.stringify({__CURSOR: 's=ab;i=1', __REALTIME_TIMESTAMP: '1795348143675473', MESSAGE: 'text', ...fields});

const entryOf = (fields: Readonly<Record<string, unknown>>) => parseJournal(line(fields)).entries[0];

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text)];

describe('a line of the journal', () => {
	test('tells when, how grave, who and what', () => {
		expect(entryOf({PRIORITY: '3', _PID: '511', SYSLOG_IDENTIFIER: 'sshd', _COMM: 'sshd-session', MESSAGE: 'no route'})).toEqual({
			at: 1_795_348_143_675,
			level: 'error',
			pid: 511,
			sender: 'sshd',
			lines: ['no route'],
			note: null,
		});
	});

	test.each([
		['words', 'disk is full', ['disk is full'], null],
		['several lines, and line breaks behind them', 'one\n\ttwo\r\n\n', ['one', '    two'], null],
		['one line with its break', 'one\n', ['one'], null],
		['nothing', '', [''], null],
		['a single byte', [33], ['!'], null],
		['bytes that are no UTF-8', [99, 97, 102, 233], ['caf\ufffd'], 'binary'],
		['bytes with a control character', bytesOf('bell \u0007'), ['bell \\x07'], 'binary'],
		['bytes that are text in colours', bytesOf('\u001b[31mred\u001b[0m and \u001b[1;38;5;12mblue\u001b[m'), ['red and blue'], null],
		['Hangul in bytes', bytesOf('\u001b[31m데몬'), ['데몬'], null],
		['a sequence that is no colour', 'a\u001b[2Jb\u001b]0;title\u0007', ['a\\x1b[2Jb\\x1b]0;title\\x07'], 'binary'],
		['a colour without its end', 'a\u001b[31', ['a\\x1b[31'], 'binary'],
		['what is too long for the journal to give', null, [], 'missing'],
		['a field that is there twice', ['first', 'second'], ['first', 'second'], null],
		['a field that is there twice, once in bytes', ['first', [27, 99]], ['first', '\\x1bc'], 'binary'],
		['a field that is there twice, once too long', ['first', null], ['first'], 'missing'],
		['letters that turn round the line', 'safe\u202etxt', ['safe\\u202etxt'], null],
	])('holds %s', (_, MESSAGE, lines, note) => {
		expect(entryOf({MESSAGE})).toMatchObject({lines, note});
	});

	test.each([
		['a number', 5],
		['a truth', true],
		['an object', {a: 1}],
		['an empty list', []],
		['a list of lists', [[[1]]]],
		['numbers that are no bytes', [1, 256]],
		['numbers that are not whole', [1.5]],
	])('that holds %s for a message is no entry, and not counted as broken', (_, MESSAGE) => {
		expect(parseJournal(line({MESSAGE}))).toMatchObject({entries: [], skipped: 0});
	});

	test('without a message is left out', () => {
		expect(parseJournal('{"__REALTIME_TIMESTAMP":"1795348143675473","COREDUMP_PID":"5"}')).toMatchObject({entries: [], skipped: 0});
	});

	test.each([
		['1795348143675473', 1_795_348_143_675],
		['9007199254740993123', null],
		['8640000000000000999', 8_640_000_000_000_000],
		['18446744073709551615', null],
		['-5', null],
		['1e9', null],
		['', null],
		[1_795_348_143_675_473, 1_795_348_143_675],
		[null, null],
		[{}, null],
	])('written at %j is of %j', (__REALTIME_TIMESTAMP, at) => {
		expect(entryOf({__REALTIME_TIMESTAMP})?.at).toBe(at);
	});

	test.each([
		['0', 'emergency'],
		['4', 'warning'],
		['7', 'debug'],
		[6, 'info'],
		['8', null],
		['-1', null],
		['error', null],
		[['3', '4'], 'error'],
		[null, null],
	])('of priority %j is of level %j', (PRIORITY, level) => {
		expect(entryOf({PRIORITY})?.level).toBe(level);
	});

	test('names the program where it does not name itself, and the pid it gives where the kernel gives none', () => {
		expect(entryOf({_COMM: 'cat', SYSLOG_PID: '77'})).toMatchObject({sender: 'cat', pid: 77});
		expect(entryOf({_PID: '-3'})).toMatchObject({sender: null, pid: null});
		expect(entryOf({SYSLOG_IDENTIFIER: 'x'.repeat(5000)})?.sender).toHaveLength(257);
	});
});

describe('a journal', () => {
	test('ends at the cursor of its last line', () => {
		expect(parseJournal(`${line({})}\n${line({__CURSOR: 's=cd;i=2f;b=0;m=1;t=9;x=e'})}\n`).cursor).toBe('s=cd;i=2f;b=0;m=1;t=9;x=e');
		expect(parseJournal('').cursor).toBeNull();
	});

	test.each(['--all', 's=ab --all', 's=ab\n', 's=zz', '', `s=${'a'.repeat(99)}`])('never ends at %j, which would be no cursor', cursor => {
		expect(parseJournal(line({__CURSOR: cursor})).cursor).toBeNull();
	});

	test('tells which users wrote it', () => {
		expect(parseJournal([line({_UID: '0'}), line({_UID: '1001'}), line({_UID: 'x'})].join('\n')).writers).toEqual(new Set([0, 1001]));
	});

	test('counts what is no entry, and reads the rest', () => {
		const cut = line({MESSAGE: 'cut short'}).slice(0, -5);
		const {entries, skipped} = parseJournal(
			['-- No entries --', line({MESSAGE: 'a'}), '', '[]', '{"a":', line({MESSAGE: 'b'}), cut].join('\n'),
		);
		expect(entries.map(({lines}) => lines)).toEqual([['a'], ['b']]);
		expect(skipped).toBe(4);
	});

	test('a message has a hundred lines and no more, and a line has an end', () => {
		expect(entryOf({MESSAGE: 'x\n'.repeat(5000)})).toMatchObject({note: 'cut', lines: {length: 100}});
		const long = entryOf({MESSAGE: 'x'.repeat(1024 * 1024)});
		expect(long?.note).toBe('cut');
		expect(long?.lines[0]).toHaveLength(4097);
	});

	test('a message full of zero bytes, as of a file with holes, does not fill the screen', () => {
		expect(entryOf({MESSAGE: `${'\0'.repeat(60_000)}end`})).toMatchObject({lines: ['\\x00end'], note: 'binary'});
	});
});

describe('whatever the journal holds', () => {
	const parse = (text: string) => [
		parseJournal(text),
		parseJournal(line({MESSAGE: text, SYSLOG_IDENTIFIER: text, PRIORITY: text, _PID: text, __CURSOR: text})),
		parseJournal(line({MESSAGE: bytesOf(text), __REALTIME_TIMESTAMP: text})),
		parseJournal(`{"MESSAGE":"${text}","__proto__":"${text}"}`),
	];

	test('nothing throws, and nothing unsafe gets through', () => {
		expect(throwing(parse)).toEqual([]);
		expect(leaks(parse)).toEqual([]);
	});

	test('time grows with the length and no faster', () => {
		expect(
			[...units, '\u001b[', '\u001b[1;', '{}\n', '{"MESSAGE":', '[[', '{"a":'].filter(unit => !isLinearFor(parse, unit, 3000)),
		).toEqual([]);
	});

	test.each([
		['short lines', '{"MESSAGE":"x"}\n'],
		['lines that are broken', '{"MESSAGE":x}\n'],
		['empty lines', '\n'],
		['opening brackets', '['],
	])('a million %s are read within two seconds', (_, unit) => {
		const text = unit.repeat(1_000_000);
		const started = performance.now();
		parseJournal(text);
		expect(performance.now() - started).toBeLessThan(2000);
	});

	test('of very many lines the newest are read', () => {
		const text = Array.from({length: 12_000}, (_, index) => line({MESSAGE: String(index)})).join('\n');
		const {entries} = parseJournal(text);
		expect(entries).toHaveLength(10_000);
		expect(entries.at(-1)?.lines).toEqual(['11999']);
	});
});

describe.skipIf(!hasCorpus)('recorded journals', () => {
	const folder = 'systemd';
	const files = hasCorpus
		? outputNames(folder).filter(name => /^(?:user-|user-system-)?journal(?:-json.*|-demo|-demo-all|-pid|-output-fields)?\.out$/.test(name))
		: [];

	test('there are more than a dozen', () => {
		expect(files.length).toBeGreaterThan(12);
	});

	test.each(files)('%s is read whole', name => {
		const text = readOutput(folder, name) ?? '';
		const {entries, skipped, cursor} = parseJournal(text);
		expect(skipped).toBe(0);
		expect(entries).toHaveLength(text.split('\n').filter(each => each !== '').length);
		expect(cursor === null).toBe(text === '');
		expect(entries.filter(({at, level, sender}) => at === null || level === null || sender === null)).toEqual([]);
		expect(entries.flatMap(({lines}) => lines).filter(each => unsafe.test(each))).toEqual([]);
	});

	test('the times are those of the short form', () => {
		const [first] = parseJournal(readOutput(folder, 'journal-json.out') ?? '').entries;
		expect(new Date(first?.at ?? 0).toISOString()).toBe('2026-11-22T11:49:03.675Z');
	});

	test('messages with bytes, in colours, of several lines and too long ones', () => {
		const {entries} = parseJournal(readOutput(folder, 'journal-demo.out') ?? '');
		const found = entries.map(({lines, note}) => [lines.join('|').slice(0, 24), note]);
		expect(found).toContainEqual(['caf\ufffd raw', 'binary']);
		expect(found).toContainEqual(['red and \\x07 bell', 'binary']);
		expect(entries.some(({note}) => note === 'missing')).toBe(true);
		const all = parseJournal(readOutput(folder, 'journal-demo-all.out') ?? '').entries;
		expect(all.some(({note}) => note === 'missing')).toBe(false);
		expect(all.some(({note}) => note === 'cut')).toBe(true);
	});

	test('the line that --show-cursor adds is no entry', () => {
		expect(parseJournal(readOutput(folder, 'journal-cursor.out') ?? '')).toMatchObject({entries: {length: 3}, skipped: 1});
	});
});
