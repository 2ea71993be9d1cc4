import {describe, expect, test} from 'vitest';
import type {RecordedAnswer} from '../../source/run/recording.js';
import {createRedaction, withoutEnvironment} from '../../source/run/redact.js';

const read = (path: string, text: string): RecordedAnswer => ({at: 0, read: path, answer: {text, isCut: false, failure: null}});
const textOf = (line: RecordedAnswer): string => ('read' in line ? line.answer.text : '');

describe('a recording', () => {
	test('never holds the value of an environment variable, but how a process was started', () => {
		const environ = 'HOME=/home/mina\0AWS_SECRET=hunter2\0TERM=xterm-256color\0SSH_CLIENT=203.0.113.9 1 22\0';
		expect(textOf(withoutEnvironment(read('/proc/9/environ', environ)))).toBe('HOME=-\0AWS_SECRET=-\0TERM=xterm\0SSH_CLIENT=-\0');
	});

	test('keeps everything else as it came', () => {
		expect(textOf(withoutEnvironment(read('/proc/9/cmdline', 'a=b\0')))).toBe('a=b\0');
	});
});

describe('a redacted recording', () => {
	const passwd = 'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/var/www:/bin/false\nmina:x:1001:1001:Mina:/home/mina:/bin/bash\n';
	const redact = createRedaction(['studio']);
	redact(read('/etc/passwd', passwd));

	test.each([
		['people have stand-ins, everywhere the same', 'sshd: mina@pts/1 /home/mina/x', 'sshd: user1@pts/1 /home/user1/x'],
		['system accounts keep their names', 'www-data root', 'www-data root'],
		['a name inside another word is no name', 'laminar minatory', 'laminar minatory'],
		['the host has none', 'running [studio.local]', 'running [host.local]'],
		['addresses are examples, loopback stays', 'a 10.1.2.3 b 127.0.0.1 c 0.0.0.0', 'a 192.0.2.1 b 127.0.0.1 c 0.0.0.0'],
		['a secret in an argument goes', 'mysqld\0--password=hunter2\0--port=1', 'mysqld\0--password=-\0--port=1'],
		['also one that is an argument of its own', 'x\0--api-key\0abc\0y', 'x\0--api-key\0-\0y'],
	])('%s', (_, text, expected) => {
		expect(textOf(redact(read('/proc/9/cmdline', text)))).toBe(expected);
	});

	test('paths that are asked for change in the same way as those that are answered', () => {
		expect(redact({at: 0, list: '/home/mina/Library', answer: {names: ['mina.plist'], failure: null}})).toMatchObject({
			list: '/home/user1/Library',
		});
	});

	test('a property list that is no text and not the system’s own is left out', () => {
		const bytes = Buffer.from('bplist00secret').toString('base64');
		const line: RecordedAnswer = {
			at: 0,
			read: '/Library/LaunchDaemons/x.plist',
			encoding: 'base64',
			answer: {text: bytes, isCut: false, failure: null},
		};
		expect(redact(line)).toMatchObject({answer: {text: '', failure: 'denied'}});
		expect(redact({...line, read: '/System/Library/LaunchDaemons/x.plist'})).toMatchObject({answer: {text: bytes}});
	});

	test('a property list in text is cleaned', () => {
		const line: RecordedAnswer = {
			at: 0,
			read: '/Library/x.plist',
			encoding: 'base64',
			answer: {text: Buffer.from('<string>/home/mina</string>').toString('base64'), isCut: false, failure: null},
		};
		expect(Buffer.from(textOf(redact(line)), 'base64').toString()).toBe('<string>/home/user1</string>');
	});
});
