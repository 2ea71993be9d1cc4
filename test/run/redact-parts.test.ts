import {describe, expect, test} from 'vitest';
import {recordingRunner} from '../../source/run/record.js';
import type {RecordedAnswer} from '../../source/run/recording.js';
import {createRedaction, withoutEnvironment} from '../../source/run/redact.js';
import type {Runner} from '../../source/run/runner.js';
import {isLinear} from '../parse/linear-time.js';

const read = (path: string, text: string): RecordedAnswer => ({at: 0, read: path, answer: {text, isCut: false, failure: null}});

const textOf = (line: RecordedAnswer): string => ('read' in line ? line.answer.text : '');

const environOf = (...entries: readonly string[]): string => textOf(withoutEnvironment(read('/proc/5/environ', entries.join('\0'))));

describe('an environment', () => {
	test('keeps the values that tell how a process was started', () => {
		const entries = ['TERM=xterm', 'SHLVL=-', 'SYSTEMD_EXEC_PID=5', 'SUPERVISOR_PROCESS_NAME=web', 'pm_id=0'];
		expect(environOf(...entries)).toBe(entries.join('\0'));
	});

	test('keeps the name that PM2 gave, which stands beside its number', () => {
		expect(environOf('name=web', 'pm_id=0')).toBe('name=web\0pm_id=0');
	});

	test('loses the name that a process only happens to have', () => {
		expect(environOf('name=secret', 'A=1')).toBe('name=-\0A=-');
	});

	test('of any process is recorded so, and other files as they are', () => {
		const lines: string[] = [];
		const answer = {text: 'PASSWORD=hunter2\0', isCut: false, failure: null};
		const machine: Runner = {
			run: async () => ({stdout: '', stderr: '', exitCode: 0, failure: null, durationMs: 0}),
			read: () => answer,
			list: () => ({names: [], failure: null}),
			follow: () => Promise.reject(new Error('not asked')),
			link: () => ({target: null, failure: null}),
		};
		const clock = {now: () => 0, elapsed: () => 0, wait: async () => undefined};
		const runner = recordingRunner(machine, clock, line => lines.push(line));
		expect([runner.read('/proc/5/environ'), runner.read('/proc/5/cmdline')]).toEqual([answer, answer]);
		expect(lines.map(line => textOf(JSON.parse(line)))).toEqual(['PASSWORD=-\0', 'PASSWORD=hunter2\0']);
	});
});

/** What is left of texts of files that are read one after the other. */
const redacted = (...texts: readonly string[]): readonly string[] => {
	const redact = createRedaction(['mybox']);
	return texts.map(text => textOf(redact(read('/proc/5/cmdline', text))));
};

describe('a redaction', () => {
	test.each([
		['a home folder of macOS', '/Users/ann/Library', '/Users/user1/Library'],
		['a Hangul user', '/home/철수/x', '/home/user1/x'],
		['two users', '/home/ann:/home/bob:/home/ann', '/home/user1:/home/user2:/home/user1'],
		['a shared folder', '/Users/Shared/x /home/root/y', '/Users/Shared/x /home/root/y'],
		['a version, which is not four numbers', 'v1.2.3', 'v1.2.3'],
		['an address of the table of the kernel', '0100007F:1538 00000000:0016 0101A8C0:0050', '0100007F:1538 00000000:0016 010200C0:0050'],
		['a password in the next argument', 'x\0--db-passwd\0hunter2\0-x', 'x\0--db-passwd\0-\0-x'],
		['a token', 'x --api-key=abc --token abc', 'x --api-key=- --token -'],
	])('of %s', (_, text, expected) => {
		expect(redacted(text)).toEqual([expected]);
	});

	test('gives the same stand-in in every answer after the one in which a name was learnt', () => {
		expect(redacted('/home/ann', 'sshd: ann [priv]', 'USER ann')).toEqual(['/home/user1', 'sshd: user1 [priv]', 'USER user1']);
	});

	test('knows people by the list of users, and leaves the accounts of the system', () => {
		const redact = createRedaction([]);
		const passwd = 'root:x:0:0::/root:\nwww-data:x:33:33::/var/www:\nann:x:1000:1000::/srv/ann:\n';
		expect(textOf(redact(read('/etc/passwd', passwd)))).toBe(
			'root:x:0:0::/root:\nwww-data:x:33:33::/var/www:\nuser1:x:1000:1000::/srv/user1:\n',
		);
	});

	test('reaches every part of an answer', () => {
		const redact = createRedaction(['mybox']);
		const home = '/home/ann';
		expect([
			redact({at: 1, read: home, answer: {text: home, isCut: false, failure: null}}),
			redact({at: 2, list: home, answer: {names: ['ann', 'mybox'], failure: null}}),
			redact({at: 3, link: home, answer: {target: home, failure: null}}),
			redact({at: 4, link: home, answer: {target: null, failure: 'denied'}}),
			redact({at: 5, run: {file: 'x', args: [home]}, answer: {stdout: home, stderr: home, exitCode: 0, failure: null, durationMs: 1}}),
		]).toEqual([
			{at: 1, read: '/home/user1', answer: {text: '/home/user1', isCut: false, failure: null}},
			{at: 2, list: '/home/user1', answer: {names: ['user1', 'host'], failure: null}},
			{at: 3, link: '/home/user1', answer: {target: '/home/user1', failure: null}},
			{at: 4, link: '/home/user1', answer: {target: null, failure: 'denied'}},
			{
				at: 5,
				run: {file: 'x', args: ['/home/user1']},
				answer: {stdout: '/home/user1', stderr: '/home/user1', exitCode: 0, failure: null, durationMs: 1},
			},
		]);
	});

	test.each([
		['a short IPv6 address', 'peer 2001:db8:85a3::8a2e:370:7334', '85a3'],
		['an IPv6 address of the table of the kernel', '0: B80D0120000000000000000001000000:0016 ', 'B80D0120'],
		['a password in an address', 'worker postgres://app:hunter2@db/main', 'hunter2'],
	])('leaves nothing of %s', (_, text, original) => {
		expect(redacted(text).join('')).not.toContain(original);
	});

	test('never changes the same answer twice in two ways', () => {
		const text = '/home/ann 10.0.0.1 ann mybox';
		const [first, second] = redacted(text, text);
		expect(second).toBe(first);
	});

	test.each(['-', '-token'])('takes a time that grows with the length and no faster, for many of %j', unit => {
		const work = (length: number) => {
			const redact = createRedaction([]);
			const line = read('/proc/5/cmdline', unit.repeat(length / unit.length));
			return () => redact(line);
		};
		expect(isLinear(work, unit === '-' ? 1500 : 300, 1)).toBe(true);
	});
});
