import {describe, expect, test} from 'vitest';
import {parseDarwinArgs, parseDarwinPs, parsePsTable, psArgsColumns, psColumns} from '../../source/parse/ps-darwin.js';

type Columns = {
	pid?: string;
	ppid?: string;
	pgid?: string;
	uid?: string;
	user?: string;
	tty?: string;
	stat?: string;
	nice?: string;
	rss?: string;
	vsz?: string;
	time?: string;
	start?: string;
	comm?: string;
};

/** A line as ps pads it. */
const line = (columns: Columns = {}): string => {
	const {pid = '812', ppid = '1', pgid = '812', uid = '501', user = 'alex', tty = '??', stat = 'Ss', nice = '0', rss = '18848'} = columns;
	const {vsz = '435311648', time = '0:10.58', start = 'Wed Jan 28 17:21:44 2026', comm = '/usr/libexec/secd'} = columns;
	return `${pid.padStart(5)} ${ppid.padStart(5)} ${pgid.padStart(5)} ${uid.padStart(5)} ${user.padEnd(16)} ${tty.padEnd(8)} ${stat.padEnd(4)} ${nice.padStart(2)} ${rss.padStart(6)} ${vsz.padStart(9)} ${time.padStart(9)} ${start.padEnd(28)} ${comm}`;
};

const rowOf = (columns: Columns) => parseDarwinPs(`${line(columns)}\n`).rows[0];

describe('parseDarwinPs', () => {
	test('asks for thirteen columns without a header', () => {
		expect(psColumns.split(',')).toHaveLength(13);
		expect(psColumns.split(',').every(column => /^[a-z]+=$/.test(column))).toBe(true);
		expect(psColumns.endsWith('comm=')).toBe(true);
	});

	test('reads a whole row', () => {
		expect(rowOf({})).toEqual({
			pid: 812,
			ppid: 1,
			pgid: 812,
			uid: 501,
			user: 'alex',
			tty: null,
			isForeground: false,
			state: 'S',
			stat: 'Ss',
			nice: 0,
			rssBytes: 18848 * 1024,
			vszBytes: 435_311_648 * 1024,
			cpuTimeMs: 10_580,
			startedAt: Date.UTC(2026, 0, 28, 17, 21, 44),
			path: '/usr/libexec/secd',
		});
	});

	test.each<[string, Columns, object]>([
		['Hangul', {comm: '/Applications/카카오톡.app/Contents/MacOS/카카오톡'}, {path: '/Applications/카카오톡.app/Contents/MacOS/카카오톡'}],
		[
			'a path with blanks and brackets',
			{comm: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome Helper (Renderer)'},
			{path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome Helper (Renderer)'},
		],
		['a login shell', {comm: '-zsh', tty: 'ttys003', stat: 'S+'}, {path: '-zsh', tty: 'ttys003', isForeground: true, state: 'S'}],
		['a process that is gone', {comm: '(uname)', stat: 'Z', rss: '0', vsz: '0'}, {path: '(uname)', state: 'Z', rssBytes: 0}],
		['blanks at the end', {comm: 'postgres: checkpointer   '}, {path: 'postgres: checkpointer'}],
		['blanks in the middle', {comm: '/a  b /c'}, {path: '/a  b /c'}],
		['no name at all', {comm: ''}, {path: ''}],
		['nobody', {uid: '-2', user: 'nobody'}, {uid: -2, user: 'nobody'}],
		['nobody, as an unsigned number', {uid: '4294967294'}, {uid: -2}],
		['a user name of 18 characters', {user: 'alexandersonnorth1'}, {user: 'alexandersonnorth1', pid: 812, tty: null}],
		['a user name with a blank', {user: 'CORP\\Alex North'}, {user: 'CORP\\Alex North', uid: 501, tty: null}],
		['minutes without end', {time: '48408:22.84'}, {cpuTimeMs: 48_408 * 60_000 + 22_840}],
		['a decimal comma', {time: '0:01,39'}, {cpuTimeMs: 1390}],
		['hours', {time: '2:00:03'}, {cpuTimeMs: 7_203_000}],
		['a size that overflows its column', {rss: '1435311648'}, {rssBytes: 1_435_311_648 * 1024, vszBytes: 435_311_648 * 1024}],
		['one that waits for the disk', {stat: 'Us'}, {state: 'U'}],
		['a state that ps does not know', {stat: '?s'}, {state: '?', stat: '?s'}],
		['a terminal that was taken away', {tty: 'ttys003-'}, {tty: null}],
		['the console', {tty: 'con'}, {tty: 'con'}],
		['niceness', {nice: '-20'}, {nice: -20}],
		['no niceness', {nice: '-'}, {nice: null}],
		['a day of one digit', {start: 'Sun Feb  1 07:00:09 2026'}, {startedAt: Date.UTC(2026, 1, 1, 7, 0, 9)}],
		['no start', {start: '-', comm: '/a b'}, {startedAt: null, path: '/a b'}],
		['a month that is none', {start: 'Sun Foo  1 07:00:09 2026'}, {startedAt: null, path: '/usr/libexec/secd'}],
		['a date in a name', {comm: '/x Sun Feb  1 07:00:09 2026 y'}, {path: '/x Sun Feb  1 07:00:09 2026 y', user: 'alex'}],
		['an escape sequence', {comm: '/a\u001b[2J'}, {path: '/a\\x1b[2J'}],
		['a carriage return', {comm: '/a\rb\r'}, {path: '/a\\rb'}],
	])('reads %s', (_, columns, expected) => {
		expect(rowOf(columns)).toMatchObject(expected);
	});

	test.each<[string, Columns | string]>([
		['a start in another language', {start: 'ma 28 sep. 16:54:04 2026'}],
		['a missing column', '  812     1   812   501 alex ??  Ss 0 1 2 Wed Jan 28 17:21:44 2026 /x'],
		['a header', 'PID PPID PGID'],
		['a size that is none', {rss: '-'}],
		['a pid that is none', {pid: 'x'}],
	])('leaves out and counts a row with %s', (_, row) => {
		const text = typeof row === 'string' ? row : line(row);
		expect(parseDarwinPs(`${text}\n${line()}\n\n`)).toMatchObject({rows: [{pid: 812}], skipped: 1});
	});

	test('finds nothing in nothing', () => {
		expect(parseDarwinPs('')).toEqual({rows: [], skipped: 0});
	});
});

describe('parseDarwinArgs', () => {
	test('reads the arguments of each pid as ps prints them', () => {
		expect(psArgsColumns).toBe('pid=,args=');
		const text = [
			'    1 /sbin/launchd',
			'  113 /usr/libexec/UserEventAgent (System)',
			'  560 postgres: checkpointer   ',
			'48911 -zsh',
			'  700 (uname)',
			'  701 bash -c a\\012b',
			'  702 /Applications/M-l9M-4M-l9M-4M-lM^XM-$M-mM^FM-!.app/x',
			'  703 한글 둘',
			'  704',
			'  705 ',
			'garbage',
			'',
		].join('\n');
		expect([...parseDarwinArgs(text)]).toEqual([
			[1, '/sbin/launchd'],
			[113, '/usr/libexec/UserEventAgent (System)'],
			[560, 'postgres: checkpointer'],
			[48911, '-zsh'],
			[700, '(uname)'],
			[701, 'bash -c a\\012b'],
			[702, '/Applications/M-l9M-4M-l9M-4M-lM^XM-$M-mM^FM-!.app/x'],
			[703, '한글 둘'],
			[704, ''],
			[705, ''],
		]);
	});

	test('cuts arguments without end', () => {
		expect(parseDarwinArgs(`1 ${'a'.repeat(100_000)}`).get(1)?.length).toBe(8193);
	});
});

describe('parsePsTable', () => {
	test.each([
		[
			'ps -ef',
			'  UID   PID  PPID   C STIME   TTY           TIME CMD\n  501   381   380   0 10:06AM ttys001    0:06.30 -bash -l',
			{pid: 381, ppid: 380, user: '501', tty: 'ttys001', stat: null, args: '-bash -l'},
		],
		[
			'ps aux',
			'USER               PID  %CPU %MEM      VSZ    RSS   TT  STAT STARTED      TIME COMMAND\nalex               568  47.8  1.0  2534864  43136   ??  U    10:11AM   0:10.58 /A b',
			{pid: 568, ppid: null, user: 'alex', tty: null, stat: 'U', args: '/A b'},
		],
		[
			'ps -e',
			'  PID TTY           TIME CMD\n    1 ??        34:04.59 /sbin/launchd',
			{pid: 1, ppid: null, user: null, tty: null, stat: null, args: '/sbin/launchd'},
		],
		[
			'no header',
			'  205   227     1   0  7:40上午 ??         0:00.10 /usr/libexec/secinitd',
			{pid: 227, ppid: 1, user: '205', tty: null, stat: null, args: '/usr/libexec/secinitd'},
		],
		[
			'a cut name with blanks',
			'  PID  PPID USER             COMM             ARGS\n  900     1 alex             Google Chrome He /A/Google Chrome Helper --x',
			{pid: 900, ppid: 1, user: 'alex', args: '/A/Google Chrome Helper --x'},
		],
		['no arguments', '  PID TTY           TIME CMD\n    9 ??         0:00.01 ', {pid: 9, args: ''}],
	])('reads %s', (_, text, expected) => {
		expect(parsePsTable(text)).toMatchObject({rows: [expected], skipped: 0});
	});

	test('counts what is no row', () => {
		expect(parsePsTable('NI\n 0\n 0\n')).toEqual({rows: [], skipped: 2});
		expect(parsePsTable('hello world\n')).toEqual({rows: [], skipped: 1});
	});
});
