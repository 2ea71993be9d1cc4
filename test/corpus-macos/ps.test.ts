import {describe, expect, test} from 'vitest';
import {parseDarwinArgs, parseDarwinPs, parsePsTable} from '../../source/parse/ps-darwin.js';
import {stringsIn, unsafe} from '../parse/hostile-texts.js';
import {hasMacCorpus, macFiles, noticeWithoutMacCorpus, readMacText} from './macos-corpus-folder.js';

noticeWithoutMacCorpus();

const tables: readonly (readonly [string, number])[] = [
	['machines/10.11.6-intel-vm/ps-axu.txt', 210],
	['machines/10.11.6-intel-vm/ps-ef.txt', 210],
	['machines/10.14.6-intel-dev/ps-axu.txt', 377],
	['machines/10.14.6-intel-dev/ps-ef.txt', 377],
	['machines/13plus-arm64-terminal/ps-a.txt', 18],
	['machines/13plus-arm64-terminal/ps-e.txt', 556],
	['machines/13plus-arm64-terminal/ps-f.txt', 15],
	['machines/13plus-arm64-terminal/ps-u-user.txt', 330],
	['machines/13plus-arm64-terminal/ps.txt', 15],
	['machines/26-arm64-security-audit/ps-o-pid-ppid-user-comm-args.head.txt', 33],
	['ps/12-french-locale-decimal-comma.txt', 4],
	['ps/15.0.1-user-column-overflow.txt', 1],
	['ps/chinese-locale-ps-ef.txt', 6],
];

const rowsOf = (file: string) => parsePsTable(readMacText(file)).rows;

describe.skipIf(!hasMacCorpus)('tables of ps', () => {
	test.each(tables)('%s has %i rows', (file, count) => {
		const {rows, skipped} = parsePsTable(readMacText(file));
		expect([rows.length, skipped]).toEqual([count, 0]);
		expect(rows.filter(({pid, args}) => pid < 1 || args === '')).toEqual([]);
		expect(new Set(rows.map(({pid}) => pid)).size).toBe(count);
	});

	test('a table without pids has no rows', () => {
		expect(parsePsTable(readMacText('machines/13plus-arm64-terminal/ps-o-nice.txt'))).toEqual({rows: [], skipped: 15});
	});

	test.each(['10.11.6-intel-vm', '10.14.6-intel-dev'])('%s: both tables show the same processes', machine => {
		const full = new Map(rowsOf(`machines/${machine}/ps-ef.txt`).map(row => [row.pid, row]));
		const users = rowsOf(`machines/${machine}/ps-axu.txt`);
		const both = users.filter(({pid}) => full.has(pid));
		expect(both.length).toBeGreaterThan(users.length - 3);
		// ps itself, and what began between the two calls, has other arguments
		expect(both.filter(row => row.args !== full.get(row.pid)?.args && !/^(?:ps |\()/.test(row.args))).toEqual([]);
		// `s002` in the one is `ttys002` in the other
		expect(both.filter(row => (row.tty === null ? null : `tty${row.tty}`) !== full.get(row.pid)?.tty)).toEqual([]);
		expect(both.filter(({stat}) => !/^[IRSTUZ?]/.test(stat ?? ''))).toEqual([]);
		expect([...full.values()].filter(({ppid}) => ppid === 1).length).toBeGreaterThan(200);
	});

	test('a name of 18 characters, and a name cut at 16', () => {
		expect(rowsOf('ps/15.0.1-user-column-overflow.txt')[0]).toMatchObject({pid: 4215, user: 'alexandersonnorth1'});
		const audit = rowsOf('machines/26-arm64-security-audit/ps-o-pid-ppid-user-comm-args.head.txt');
		expect(audit.find(({pid}) => pid === 113)?.args).toBe('/usr/libexec/UserEventAgent (System)');
		expect(audit.find(({pid}) => pid === 161)?.args).toBe('autofsd');
	});

	/** A row of the columns that we ask for, from one that was recorded with others. */
	test('every recorded process, in the columns that we ask for', () => {
		const rows = tables.flatMap(([file]) => rowsOf(file));
		const text = rows
			.map(
				({pid, ppid, user, tty, stat, args}) =>
					`${pid} ${ppid ?? 1} ${pid} 501 ${user ?? 'alex'} ${tty ?? '??'} ${stat ?? 'Ss'} 0 1 2 1:02.03 Wed Jan 28 17:21:44 2026     ${args}`,
			)
			.join('\n');
		const parsed = parseDarwinPs(text);
		expect([parsed.rows.length, parsed.skipped]).toEqual([2152, 0]);
		expect(parsed.rows.map(({pid, path}) => [pid, path])).toEqual(rows.map(({pid, args}) => [pid, args]));
		const args = rows.map((row, index) => `${String(index).padStart(5)} ${row.args}`).join('\n');
		expect([...parseDarwinArgs(args).values()]).toEqual(rows.map(row => row.args));
	});

	test.each(macFiles('machines').concat(macFiles('ps')))('%s goes through every parser', file => {
		const text = readMacText(file);
		const strings = [parsePsTable(text), parseDarwinPs(text), parseDarwinArgs(text)].flatMap(stringsIn);
		expect(strings.filter(string => unsafe.test(string))).toEqual([]);
	});
});
