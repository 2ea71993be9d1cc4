import {describe, expect, test} from 'vitest';
import {parseFdinfo} from '../../source/parse/fdinfo.js';
import {parseLogFile} from '../../source/parse/log-file.js';
import {createZone, universal} from '../../source/parse/wall-time.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';

const now = Date.UTC(2026, 10, 22, 16, 30);
const place = {now, zone: universal};
const at = (hour: number, minute: number, second: number, millisecond = 0) => Date.UTC(2026, 10, 22, hour, minute, second, millisecond);
const entries = (text: string, isSyslog = false) => parseLogFile(text, place, isSyslog);
const entryOf = (line: string, isSyslog = false) => entries(line, isSyslog)[0];

describe('how a line begins', () => {
	test.each([
		['Nov 22 16:01:02 host prog[123]: text', {at: at(16, 1, 2), pid: 123, sender: 'prog', lines: ['text'], level: null}],
		[
			'Nov  2 06:01:02 host kernel: usb 1-1: new',
			{at: Date.UTC(2026, 10, 2, 6, 1, 2), pid: null, sender: 'kernel', lines: ['usb 1-1: new']},
		],
		['<11>Nov 22 16:01:02 host prog: text', {at: at(16, 1, 2), level: 'error', sender: 'prog'}],
		['Nov 22 16:01:02 host daemon.warn prog[7]: text', {level: 'warning', pid: 7, sender: 'prog', lines: ['text']}],
		['Nov 22 16:01:02 mac prog[7] <Notice>: text', {level: 'notice', pid: 7, sender: 'prog', lines: ['text']}],
		['Nov 22 16:01:02 host postfix/smtpd[12]: warning: x', {level: 'warning', pid: 12, sender: 'postfix/smtpd'}],
		['Nov 22 16:01:02 host last message repeated 2 times', {at: at(16, 1, 2), sender: null, lines: ['host last message repeated 2 times']}],
		['2026-11-22T16:01:02.123456+00:00 host prog[123]: text', {at: at(16, 1, 2, 123), pid: 123, sender: 'prog', lines: ['text']}],
		['2026-11-22T16:01:02.123456+09:00 host prog[123]: text', {at: at(7, 1, 2, 123), pid: 123}],
		['2026-11-22 16:01:02+09 mac Installer[99]: text', {at: at(7, 1, 2), pid: 99, sender: 'Installer', lines: ['text']}],
		['2026-11-22T16:01:02Z INFO server: text', {at: at(16, 1, 2), level: 'info', sender: null, lines: ['INFO server: text']}],
		['2026-11-22T16:01:02Z connection closed: reason', {at: at(16, 1, 2), sender: null, lines: ['connection closed: reason']}],
		['127.0.0.1 - - [22/Nov/2026:16:01:02 +0000] "GET / HTTP/1.1" 200 6', {at: at(16, 1, 2), lines: {length: 1}}],
		['[22/Nov/2026:16:01:02 -0100] text', {at: at(17, 1, 2), lines: ['text']}],
		[
			'2026/11/22 16:01:02 [error] 12#34: *5 open() failed',
			{at: at(16, 1, 2), level: 'error', pid: 12, lines: ['[error] 12#34: *5 open() failed']},
		],
		['2026/11/22 16:01:02.123456 main.go:7: text', {at: at(16, 1, 2, 123), lines: ['main.go:7: text']}],
		['2026-11-22 16:01:02,123 ERROR text', {at: at(16, 1, 2, 123), level: 'error', lines: ['ERROR text']}],
		['2026-11-22 16:01:02,123 - app.views - WARNING - text', {level: 'warning'}],
		['2026-11-22 16:01:02.123 UTC [123] LOG:  ready', {at: at(16, 1, 2, 123), level: 'info', pid: 123, lines: ['[123] LOG:  ready']}],
		['2026-11-22 16:01:02.123 KST [123-4] alex@shop PANIC:  no', {at: at(16, 1, 2, 123), level: 'emergency', pid: 123}],
		['2026-11-22 16:01:02.123 UTC [123] FATAL:  no', {level: 'critical'}],
		['[2026-11-22 16:01:02 +0000] [123] [INFO] Booting', {at: at(16, 1, 2), level: 'info', pid: 123}],
		['[2026-11-22T16:01:02.5Z] text', {at: at(16, 1, 2, 500), lines: ['text']}],
		['2026-11-22T16:01:02.123456Z 5 [Note] ready', {at: at(16, 1, 2, 123), lines: ['5 [Note] ready']}],
		['[Sun Nov 22 16:01:02.123456 2026] [core:error] [pid 12:tid 34] AH00: no', {at: at(16, 1, 2, 123), level: 'error', pid: 12}],
		['Sun Nov 22 16:01:02 2026 text', {at: at(16, 1, 2), lines: ['text']}],
		['123:M 22 Nov 2026 16:01:02.123 # text', {at: at(16, 1, 2, 123), level: 'warning', pid: 123, lines: ['text']}],
		['E1122 16:01:02.123456     123 file.go:12] text', {at: at(16, 1, 2, 123), level: 'error', pid: 123, lines: ['file.go:12] text']}],
		['\u001b[32m2026-11-22 16:01:02\u001b[0m \u001b[31mERROR\u001b[0m text', {at: at(16, 1, 2), level: 'error', lines: ['ERROR text']}],
		['level=warn msg="text"', {at: null, level: 'warning'}],
		['WARNING:root:text', {at: null, level: 'warning'}],
		['error: no such thing', {at: null, level: 'error'}],
		['<Warning> text', {at: null, level: 'warning'}],
		['there was an error in the log', {at: null, level: null}],
		['Listening on port 80', {at: null, level: null, pid: null, sender: null, lines: ['Listening on port 80'], note: null}],
		['2026-13-22 16:01:02 text', {at: null, lines: ['2026-13-22 16:01:02 text']}],
		['Nov 32 16:01:02 host prog: text', {at: null}],
	])('%s', (line, expected) => {
		expect(entryOf(line)).toMatchObject(expected);
	});

	test('in files of syslog a program may sign without a pid', () => {
		expect(entryOf('2026-11-22T16:01:02.123456+00:00 host cron: text', true)).toMatchObject({sender: 'cron', pid: null, lines: ['text']});
	});

	test('a time without a zone is one of the place', () => {
		const seoul = {now, zone: createZone('Asia/Seoul')};
		expect(parseLogFile('Nov 22 16:01:02 host prog: text', seoul)[0]?.at).toBe(at(7, 1, 2));
		expect(parseLogFile('2026-11-22 16:01:02 text', seoul)[0]?.at).toBe(at(7, 1, 2));
		expect(parseLogFile('2026-11-22 16:01:02Z text', seoul)[0]?.at).toBe(at(16, 1, 2));
	});

	test.each([
		[Date.UTC(2027, 0, 2), 'Dec 31 23:59:59', Date.UTC(2026, 11, 31, 23, 59, 59)],
		[Date.UTC(2026, 10, 22, 16), 'Nov 22 16:05:00', Date.UTC(2026, 10, 22, 16, 5)],
		[Date.UTC(2026, 10, 22, 16), 'Nov 24 16:05:00', Date.UTC(2025, 10, 24, 16, 5)],
		[Date.UTC(2026, 11, 31, 23), 'Jan  1 00:00:01', Date.UTC(2027, 0, 1, 0, 0, 1)],
		[Date.UTC(2026, 2, 1), 'Feb 29 12:00:00', Date.UTC(2024, 1, 29, 12)],
		[Date.UTC(2103, 2, 1), 'Feb 29 12:00:00', Date.UTC(2096, 1, 29, 12)],
	])('read at %d, %s without a year was the last such day', (when, stamp, instant) => {
		expect(parseLogFile(`${stamp} host prog: text`, {now: when, zone: universal})[0]?.at).toBe(instant);
	});
});

describe('what belongs together', () => {
	const texts = (text: string) => entries(text).map(({lines}) => lines);

	test('an indented line belongs to the one before', () => {
		expect(texts('2026-11-22 16:01:02 one\n\ttwo\n  three\nfour\n')).toEqual([['one', '    two', '  three'], ['four']]);
		expect(texts('  first of the page\nnext')).toEqual([['  first of the page'], ['next']]);
	});

	test('a traceback of Python with its last line', () => {
		const trace = ['Traceback (most recent call last):', '  File "a.py", line 1, in <module>', '    x', 'ValueError: no'];
		expect(texts(['2026-11-22 16:01:02,123 ERROR failed', ...trace, 'after it'].join('\n'))).toEqual([
			['ERROR failed', ...trace],
			['after it'],
		]);
	});

	test('a stack of Java with its causes', () => {
		const trace = ['java.io.IOException: no', '\tat a.b.C(C.java:1)', 'Caused by: java.lang.Error: why', '\t... 12 more'];
		expect(texts(['2026-11-22 16:01:02,123 ERROR failed', ...trace].join('\n'))).toHaveLength(1);
	});

	test('empty lines between entries are nothing', () => {
		expect(texts('one\n\n\ntwo\n\n')).toEqual([['one'], ['two']]);
	});
});

describe('what is noted', () => {
	test.each([
		['bytes that are no text', 'a\u0000b', 'binary', ['a\\x00b']],
		['bytes that were no UTF-8', 'a\ufffd', 'binary', ['a\ufffd']],
		['the hole that emptying a file leaves', `${'\0'.repeat(50_000)}Nov`, 'binary', ['\\x00Nov']],
		['what could steer a terminal', '\u001b[2J\u001b]0;x\u0007', 'binary', ['\\x1b[2J\\x1b]0;x\\x07']],
	])('%s', (_, line, note, lines) => {
		expect(entryOf(line)).toMatchObject({note, lines});
	});

	test('a line of a megabyte is cut', () => {
		const entry = entryOf(`2026-11-22 16:01:02 ${'x'.repeat(1024 * 1024)}`);
		expect(entry).toMatchObject({note: 'cut', at: at(16, 1, 2)});
		expect(entry?.lines.join('').length).toBeLessThan(10_000);
	});

	test('a traceback of a thousand lines is cut', () => {
		expect(entryOf(`2026-11-22 16:01:02 x\n${'  at y\n'.repeat(1000)}`)).toMatchObject({note: 'cut', lines: {length: 100}});
	});
});

describe('whatever a file holds', () => {
	const parse = (text: string) => [
		entries(text),
		entries(`Nov 22 16:01:02 ${text}`, true),
		entries(`Nov 22 16:01:02 host ${text}[5]: ${text}`),
		entries(`2026-11-22 16:01:02 ${text}`),
		entries(`[${text}] ${text}: ${text}`),
	];
	const more = [
		'[22/Nov/',
		'2026-11-22 16:01:02 ',
		'Nov 22 16:01:02 h p[1]: x\n',
		'  at x\n',
		'Traceback (most recent call last):\n',
		'a.',
	];

	test('nothing throws, and nothing unsafe gets through', () => {
		expect(throwing(parse)).toEqual([]);
		expect(leaks(parse)).toEqual([]);
	});

	test('time grows with the length and no faster', () => {
		expect([...units, ...more, '\u001b[', '\u001b[1;', '\0'].filter(unit => !isLinearFor(parse, unit, 3000))).toEqual([]);
	});

	test.each(['Nov 22 16:01:02 host prog[1]: text\n', '  x\n', 'x\n', '\n', '[22/Nov/2026:16:01:02 +0000] x\n'])(
		'a million times %j is read within two seconds',
		unit => {
			const text = unit.repeat(1_000_000);
			const started = performance.now();
			entries(text);
			expect(performance.now() - started).toBeLessThan(2000);
		},
	);
});

test.each([
	['pos:\t6\nflags:\t0102001\nmnt_id:\t100\nino:\t10\n', {position: 6, isWritable: true}],
	['pos:\t0\nflags:\t0100000\n', {position: 0, isWritable: false}],
	['pos:\t0\nflags:\t02\n', {position: 0, isWritable: true}],
	['flags:\t02\n', null],
	['pos:\tx\nflags:\t02\n', null],
	['pos:\t5\nflags:\t99\n', null],
	['', null],
])('the descriptor %j is %j', (text, info) => {
	expect(parseFdinfo(text)).toEqual(info);
});
